"""Every file of the folder that defines a type is found, and every type keeps the promises of the door."""

from __future__ import annotations

from typing import get_args

import pytest

from sayso.claimtypes import Account, ClaimType, Roles, registry
from sayso.model.proposition import Figure, PropositionType

FULL = Roles("Army", "Front", "Vantorr", "Ombrisa", "Norrel", Figure("people", value=5), "2031-03-04")


def test_there_is_a_type_for_every_proposition_type() -> None:
    assert set(registry()) == set(get_args(PropositionType))


@pytest.mark.parametrize("kind", registry().values(), ids=lambda k: k.name)
def test_a_type_fills_only_its_slots(kind: ClaimType) -> None:
    p = kind.fill(FULL)
    assert p.type == kind.name
    for slot in ("actor", "target", "place", "place_from", "place_to", "quantity", "when"):
        assert (getattr(p, slot) is not None) == (slot in kind.slots)


@pytest.mark.parametrize("kind", registry().values(), ids=lambda k: k.name)
def test_questions_and_answers_are_words(kind: ClaimType) -> None:
    p = kind.fill(FULL)
    key = kind.question_key(p)
    assert key is not None
    assert kind.question(key).endswith("?")
    assert "None" not in kind.question(key) + kind.answer(p)
    assert kind.compare(Account(p), Account(p)).kind in ("supports", "related")
    assert kind.compare(Account(p), Account(p)).note


@pytest.mark.parametrize("kind", registry().values(), ids=lambda k: k.name)
def test_a_bare_proposition_asks_nothing(kind: ClaimType) -> None:
    assert kind.question_key(kind.fill(Roles())) is None
