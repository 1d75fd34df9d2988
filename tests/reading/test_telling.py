"""From an analysis to statements: claimers, denials, disclaimers, free assertions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reading.scenes import CAST, analysed, span_of
from sayso.model.analysis import Analysis, Attribution, CueKind, Disclaimer
from sayso.model.article import Article
from sayso.model.statement import Statement
from sayso.reading.telling import tell

NAMES = tuple(dict.fromkeys(CAST.values()))


def speech(
    text: str, source: str, cue: str, *contents: str, kind: CueKind = "says", parent: int | None = None
) -> Attribution:
    entity = next(e for name, e in CAST.items() if name == source)
    content = tuple(span_of(text, words) for words in contents)
    return Attribution(
        span_of(text, cue),
        span_of(text, source),
        content,
        kind,
        "indirect",
        (NAMES.index(entity),),
        parent=parent,
    )


def told(text: str, *attributions: Attribution, disclaimers: tuple[Disclaimer, ...] = ()) -> list[Statement]:
    analysis: Analysis = replace(analysed(text, attributions=attributions), disclaimers=disclaimers)
    article = Article("art-0", "x.txt", None, text, (), outlet="The Ombrisa Beacon")
    return list(tell(article, analysis))


def short(s: Statement) -> tuple[str | None, str, str | None, str | None]:
    return (s.claimer, s.proposition.type, s.proposition.actor, s.proposition.place)


def test_an_event_in_a_report_is_its_claimers() -> None:
    text = "The Front said it had captured Vantorr."
    found = told(text, speech(text, "The Front", "said", "it had captured Vantorr"))
    assert [short(s) for s in found] == [("Weavers' Front", "takeover", "Weavers' Front", "Vantorr")]
    assert found[0].claimer_for == "Weavers' Front"
    assert found[0].evidence == text


def test_an_event_in_no_report_is_the_outlets() -> None:
    found = told("The army left Vantorr.")
    assert [short(s) for s in found] == [("The Ombrisa Beacon", "retreat", "Norrel army", "Vantorr")]
    assert found[0].attribution == "narrator"
    assert found[0].claimer_for is None


def test_a_report_without_a_trigger_is_a_free_assertion() -> None:
    text = "The Front said harvests were good."
    found = told(text, speech(text, "The Front", "said", "harvests were good"))
    # A thing that does nothing ("harvests") is no actor: only who said it stays.
    assert [short(s)[:3] for s in found] == [("Weavers' Front", "other", None)]


def test_the_narrator_makes_no_free_assertion() -> None:
    assert told("Harvests were good in Norrel.") == []


def test_two_claimers_make_two_statements() -> None:
    text = "The army said the Front had captured Vantorr."
    one = speech(text, "The army", "said", "the Front had captured Vantorr")
    both = replace(one, claimers=(NAMES.index(CAST["army"]), NAMES.index(CAST["Veyl"])))
    assert [s.claimer for s in told(text, both)] == ["Norrel army", "Ansa Veyl"]


def test_a_denial_of_a_claim_holds_both() -> None:
    text = "The army denied claims by the Front that the Front had captured Vantorr."
    outer = speech(
        text, "The army", "denied", "claims by the Front that the Front had captured Vantorr", kind="denies"
    )
    inner = replace(
        speech(text, "the Front", "claims", "the Front had captured Vantorr", parent=0),
        source=span_of(text, "the Front"),
    )
    found = told(text, outer, inner)
    assert [(s.claimer, s.epistemic, s.verification, s.verified_by) for s in found] == [
        ("Norrel army", "false-certain", None, None),
        ("Weavers' Front", "true-certain", "disputed", "Norrel army"),
    ]
    assert {s.proposition for s in found} == {found[0].proposition}


def test_a_denial_that_points_back_denies_that_claim() -> None:
    text = "The Front said the Front had captured Vantorr. The army rejected this claim."
    first = speech(text, "The Front", "said", "the Front had captured Vantorr")
    second = speech(
        text, "The army", "rejected", "this claim", "the Front had captured Vantorr", kind="denies"
    )
    found = told(text, first, second)
    assert [(s.claimer, s.epistemic, s.proposition.type) for s in found] == [
        ("Weavers' Front", "true-certain", "takeover"),
        ("Norrel army", "false-certain", "takeover"),
    ]
    assert found[0].verification == "disputed"


def test_a_disclaimer_marks_the_claim_that_it_speaks_of() -> None:
    text = "The Front said it had captured Vantorr. This could not be verified."
    one = speech(text, "The Front", "said", "it had captured Vantorr")
    mark = Disclaimer(span_of(text, "could not be verified"), one.content[0], "unverified")
    assert [s.verification for s in told(text, one, disclaimers=(mark,))] == ["unverified"]


def test_an_unresolved_claimer_stays_open_with_its_reason() -> None:
    text = "The Front said it had captured Vantorr."
    one = replace(speech(text, "The Front", "said", "it had captured Vantorr"), claimers=(), reason="two fit")
    found = told(text, one)
    assert found[0].claimer is None
    assert ("claimer", "two fit") in [(g.slot, g.reason) for g in found[0].gaps]


@pytest.mark.parametrize(
    ("text", "modality", "epistemic"),
    [
        ("The Front said it will attack Vantorr.", "intended", "true-certain"),
        ("The Front said it may attack Vantorr.", "predicted", "true-uncertain"),
        ("The Front said it will attack Vantorr if the army stays.", "conditional", "true-certain"),
    ],
)
def test_commitment(text: str, modality: str, epistemic: str) -> None:
    content = text.removeprefix("The Front said ").rstrip(".")
    found = told(text, speech(text, "The Front", "said", content))
    assert (found[0].modality, found[0].epistemic) == (modality, epistemic)


def test_every_span_holds_its_words_and_ids_are_of_the_content() -> None:
    text = "The Front captured Vantorr, Ombrisa and Maldrenn."
    found = told(text)
    assert len({s.id for s in found}) == 3
    for s in found:
        assert s.span is not None
        assert s.span.of(text) == s.evidence
        assert s.identified() == s
    assert told(text) == found
