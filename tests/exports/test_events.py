"""The tables in the shape of ACLED's and UCDP's."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from sayso.exports import acled, ucdp
from sayso.exports.writing import stretch
from sayso.ledger.interface import LedgerView
from sayso.model.proposition import Figure


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_acled_has_events_only_with_their_place_and_day(
    exported: Callable[..., str], ledger: LedgerView
) -> None:
    table = rows(exported("acled"))
    assert list(table[0]) == list(acled.COLUMNS)
    (taken,) = [
        row for row in table if row["sayso_claimer"] == "Ilo Marsh" and row["event_type"] == "Battles"
    ]
    assert (taken["event_date"], taken["time_precision"]) == ("2031-03-03", "1")
    assert (taken["latitude"], taken["longitude"], taken["geo_precision"]) == ("-12.25", "7.5", "1")
    assert (taken["country"], taken["location"], taken["actor1"]) == ("Hillland", "Alder Bridge", "Reds")
    denied = {s.id for s in ledger.statements() if s.epistemic.startswith("false") or s.modality != "actual"}
    assert denied
    assert not denied & {row["sayso_id"] for row in table}


def test_acled_counts_deaths_and_has_no_date_where_none_is_said(exported: Callable[..., str]) -> None:
    (mill,) = [row for row in rows(exported("acled")) if row["fatalities"] == "30"]
    assert (mill["event_date"], mill["time_precision"], mill["event_type"]) == ("", "", "")


@pytest.mark.parametrize(
    ("when", "in_acled", "in_ucdp"),
    [
        ("2031-03-05", 1, 1),
        ("2031-03-05/2031-03-09", 2, 2),
        ("2031-03-03/2031-03-09", 2, 3),
        ("2031-03", 3, 4),
        ("2031", None, 5),
        ("2029/2031", None, None),
    ],
)
def test_precision_of_time(when: str, in_acled: int | None, in_ucdp: int | None) -> None:
    days = stretch(when)
    assert days is not None
    assert (acled.time_precision(days), ucdp.date_precision(days)) == (in_acled, in_ucdp)


def test_ucdp_gives_the_ends_and_no_best_where_accounts_differ(exported: Callable[..., str]) -> None:
    table = rows(exported("ucdp"))
    assert list(table[0]) == list(ucdp.COLUMNS)
    (mill,) = [row for row in table if row["sayso_whose"] == ""]
    assert mill["where_coordinates"] == "Birch Mill"
    assert (mill["where_prec"], mill["country"]) == ("1", "Hillland")
    assert (mill["low"], mill["best"], mill["high"]) == ("12", "", "30")
    assert mill["number_of_sources"] == ""


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        ([Figure("killed", 5), Figure("killed", 5)], {"low": 5, "high": 5, "best": 5}),
        ([Figure("killed", low=24)], {"low": 24, "high": 24, "best": None}),
        ([Figure("killed", 12), Figure("killed", low=10, high=15)], {"low": 10, "high": 15, "best": None}),
        ([Figure("killed")], {}),
    ],
)
def test_estimates(figures: list[Figure], wanted: dict[str, float | None]) -> None:
    assert ucdp.estimates(figures) == wanted


@pytest.mark.parametrize("form", ["acled", "ucdp", "csv"])
def test_no_cell_is_a_formula(form: str, exported: Callable[..., str]) -> None:
    for row in rows(exported(form)):
        for name, cell in row.items():
            start = cell.lstrip("\u202a\u202b\u202c\u202d\u202e\u2066\u2069 \x00")
            number = name in ("latitude", "longitude")
            assert number or not start.startswith(("=", "+", "-", "@")), (name, cell)
