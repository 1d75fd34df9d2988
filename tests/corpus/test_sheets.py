from __future__ import annotations

import pytest

from corpus.making import KEY, SHEET, TEXT, labelled
from sayso_corpus.errors import SheetError
from sayso_corpus.records import Quantity
from sayso_corpus.sheets import read_sheet, write_sheet


def words(spans: tuple[object, ...]) -> list[str]:
    return [TEXT[span.start : span.end] for span in spans]  # type: ignore[attr-defined]


def test_words_become_offsets() -> None:
    document = labelled()
    takeover, casualties, control, intended = document.statements
    assert TEXT[takeover.evidence.start : takeover.evidence.end].endswith("seized “Vantorr Bridge")
    assert words(takeover.spans["actor"]) == ["its fighters"]
    assert words(casualties.spans["disclaimer"]) == ["Norrel could not check the figure"]
    assert words(control.spans["place"]) == ["it"]
    assert words(document.attributions[1].content) == ["The bridge", "is ours", "His group holds half of it."]
    assert words(intended.spans["modality"]) == ["promised"]


def test_fields_and_what_is_taken_from_the_attribution() -> None:
    takeover, casualties, control, intended = labelled().statements
    assert (takeover.said_on, intended.said_on) == ("2031-03-04", "2031-03-03")
    assert casualties.quantity == Quantity("killed", 12.0, of="soldiers")
    assert casualties.names["target"] == ("soldiers",)
    assert (casualties.verification, casualties.verified_by) == ("unverified", ("out",))
    assert (control.claimer_for, control.polarity) == ("front", "positive")
    assert (intended.modality, intended.polarity, intended.epistemic) == (
        "intended", "negative", "true-uncertain",
    )  # fmt: skip
    assert intended.names["actor"] == ("gov", "tal")


def test_content_of_a_statement_is_its_share_of_the_report() -> None:
    document = labelled()
    assert words(document.statements[1].spans["content"]) == ["killing a dozen"]


def test_a_sheet_written_reads_the_same() -> None:
    document = labelled()
    assert read_sheet(write_sheet(document, TEXT), TEXT, KEY) == document


def test_an_abbreviation_ends_no_sentence() -> None:
    assert TEXT[labelled().sentences[4].start :].startswith("On Monday Gen. Tal")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("$ takeover %9 | ev 2", "no attribution %9"),
        ("$ seizure - | ev 2", "type 'seizure'"),
        ("$ attack - | actor=front", "exactly one `ev`"),
        ("$ attack - | ev 2 | actor=nobody", "no entity 'nobody'"),
        ("$ attack - | ev 2 | actor=front ~the rebels", "'the rebels' (occurrence 1) does not stand"),
        ("$ attack - | ev 2:figh", "'figh' (occurrence 1) does not stand"),
        ("$ attack - | ev 9", "there is no sentence 9"),
        ("$ attack - | ev 2 | qty unit=killed", "one of `v=`"),
        ("$ attack - | ev 2 | qty v=many unit=killed", "no figure"),
        ("$ attack - | ev 2 | colour=red", "unknown field colour"),
        ("$ attack - | ev 2 | mod=hoped", "modality 'hoped'"),
        ("@front party | Front again", "'front' stands twice"),
        ("@x army | Army", "kind of entity 'army'"),
        ("%1 direct front | con 2", "%1 stands twice"),
        ("! footnote 2", "region 'footnote'"),
        ("a line of prose", "cannot be understood"),
    ],
)
def test_a_mistake_is_named_with_its_line(line: str, fault: str) -> None:
    with pytest.raises(SheetError) as raised:
        labelled(SHEET + line + "\n")
    number = len(SHEET.splitlines()) + 1
    assert str(raised.value).startswith(f"line {number}: ")
    assert fault in str(raised.value)


def test_every_mistake_is_named() -> None:
    with pytest.raises(SheetError) as raised:
        labelled(SHEET + "! footnote 2\nprose\n")
    assert len(str(raised.value).splitlines()) == 2


def test_a_head_is_needed() -> None:
    with pytest.raises(SheetError, match="conflict, subject, manner"):
        labelled("outlet: Norrel\n")
