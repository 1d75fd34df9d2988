"""Profiles drafted from what was met."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM, NAMES, statements
from sayso.model.analysis import Entity, EntityKind
from sayso.model.profile import Profile, Spokesperson
from sayso.model.proposition import Proposition
from sayso.model.statement import Statement
from sayso.profiles import draft, load

ENTITIES = st.tuples(
    st.sampled_from(["art-1", "art-2"]),
    st.builds(
        Entity, kind=st.sampled_from(get_args(EntityKind)), name=NAMES, side=st.none() | NAMES,
        role=st.none() | NAMES, place=st.none(), country=st.sampled_from([None, "XA"]),
    ),
)  # fmt: skip


def _loaded(tmp_path: Path, text: str) -> Profile:
    path = tmp_path / "draft.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return load(path)


def _said(claimer: str, side: str | None = None, **fields: Any) -> Statement:
    made = Statement(
        "", "art-1", "x", None, "indirect", "unknown", "actual", Proposition("attack", actor="Reds")
    )
    return replace(made, claimer=claimer, claimer_for=side, **fields)


@CALM
@given(met=st.lists(ENTITIES, max_size=6), heard=st.lists(statements(), max_size=4))
def test_a_draft_loads_whatever_was_met(
    tmp_path_factory: Any, met: list[tuple[str, Entity]], heard: list[Statement]
) -> None:
    profile = _loaded(tmp_path_factory.getbasetemp(), draft(met, heard))
    assert {party.side for party in profile.parties} <= {party.name for party in profile.parties}


@CALM
@given(st.permutations([("art-1", Entity("party", "Reds")), ("art-2", Entity("party", "the reds"))]))
def test_the_order_of_arrival_does_not_matter(met: list[tuple[str, Entity]]) -> None:
    heard = [_said("Ola Berg", "Reds"), _said("Hill Post", attribution="narrator")]
    assert draft(met, heard) == draft(met[::-1], heard[::-1])


def test_organs_stand_under_their_side_with_their_people(tmp_path: Path) -> None:
    met = [
        ("art-1", Entity("party", "Blues", side="Blues", country="XA")),
        ("art-1", Entity("group", "Blue guards", side="Blues", country="XA")),
        ("art-2", Entity("party", "BLUES", side="Blues")),
        ("art-2", Entity("person", "Una Holt", side="Blues", role="minister")),
        ("art-2", Entity("person", "Jon Lund", role="farmer")),
        ("art-2", Entity("outlet", "Hill Post")),
    ]
    heard = [
        _said("Una Holt", "Blues", via=("Hill Agency",)), _said("Jon Lund"), _said("Ola Berg", "Reds"),
    ]  # fmt: skip
    text = draft(met, heard)
    profile = _loaded(tmp_path, text)
    first, second, third = profile.parties
    assert (first.name, first.side, first.aliases, first.country) == ("Blues", "Blues", ("BLUES",), "XA")
    assert first.spokespeople == (Spokesperson("Una Holt", "minister"),)
    assert (second.name, second.side, second.kind) == ("Blue guards", "Blues", "armed group")
    assert third.spokespeople == (Spokesperson("Ola Berg"),)
    assert [(s.name, s.kind) for s in profile.sources] == [("Hill Agency", "agency"), ("Hill Post", "outlet")]
    assert "#   Jon Lund (farmer)" in text


def test_known_names_tell_the_kind_of_party(tmp_path: Path) -> None:
    names = ["Government of Norland", "Norway", "Polisario Front", "Hill Council"]
    heard = [_said(f"Speaker {number}", name) for number, name in enumerate(names)]
    kinds = {party.name: party.kind for party in _loaded(tmp_path, draft([], heard)).parties}
    assert kinds == {
        "Government of Norland": "government", "Norway": "state", "Polisario Front": "armed group",
        "Hill Council": "organisation",
    }  # fmt: skip
