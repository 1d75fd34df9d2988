"""A table in the shape of UCDP's georeferenced event data: one line a question of how many were killed.

``low`` and ``high`` are the ends of all figures put forward.  ``best`` is filled only where all accounts give
one figure: to choose between them is a person's work.  docs/reference/exports.md tells the mapping.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.exports.interface import Format, Material, Places
from sayso.exports.table import table
from sayso.exports.whereabouts import whereabouts
from sayso.exports.writing import Stretch, stretch
from sayso.ledger.interface import LedgerView
from sayso.model.place import PlaceKind
from sayso.model.proposition import Figure
from sayso.model.statement import Statement
from sayso.model.weighed import Question

COLUMNS = (
    "id", "year", "type_of_violence", "conflict_name", "dyad_name", "side_a", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "where_prec", "where_coordinates",
    "where_description", "adm_1", "adm_2", "latitude", "longitude", "country", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "sayso_question", "sayso_whose", "sayso_status", "sayso_statements",
)  # fmt: skip

WHERE_PRECISION: dict[PlaceKind, int] = {
    "city": 1, "town": 1, "crossing": 1, "area": 2, "district": 3, "region": 4, "river": 5, "border": 5,
    "country": 6,
}  # fmt: skip
"""UCDP: 1 the exact spot, 2 near it, 3 district, 4 province, 5 a line or stretch, 6 the country."""

_DAY_CODES = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Most days → UCDP's date_prec: the day, two to six days, the week, the month, the year."""


def write(material: Material) -> Iterator[str]:
    """Yield the header line, then one line a question of deaths."""
    ledger = material.ledger
    asked = (q for q in ledger.questions() if q.type == "casualties" and q.unit == "killed")
    told = ((question, _accounts(question, ledger)) for question in asked)
    return table(COLUMNS, (_row(q, accounts, ledger, material.places) for q, accounts in told if accounts))


def date_precision(days: Stretch) -> int | None:
    """Return UCDP's code for how exactly the date is known; None for more than a year."""
    return next((code for most, code in _DAY_CODES if days.days <= most), None)


def estimates(figures: list[Figure]) -> dict[str, float | None]:
    """Return the lowest and the highest number put forward, and the one that all give (`best`, else None).

    "At least 24" has no upper end: 24 counts for both.
    """
    numbers = [n for f in figures for n in (f.low, f.value, f.high) if n is not None]
    exact = {f.value for f in figures}
    best = next(iter(exact)) if len(exact) == 1 else None
    return {"low": min(numbers), "high": max(numbers), "best": best} if numbers else {}


def _accounts(question: Question, ledger: LedgerView) -> list[Statement]:
    """Return the statements that put a number of deaths forward as a fact."""
    found = [ledger.statement(key) for answer in question.answers for key in answer.statements]
    return [
        s
        for s in found
        if s.epistemic.startswith("true-")
        and s.modality == "actual"
        and s.proposition.polarity == "positive"
        and s.proposition.quantity
    ]


def _row(question: Question, accounts: list[Statement], ledger: LedgerView, places: Places) -> dict[str, Any]:
    figures = [s.proposition.quantity for s in accounts if s.proposition.quantity]
    row: dict[str, Any] = {
        "id": question.id, "side_a": _one({s.proposition.actor for s in accounts}),
        "sayso_whose": question.actor,
        "sayso_question": question.question, "sayso_status": question.status,
        "sayso_statements": [s.id for s in accounts],
    }  # fmt: skip
    # Origins of two answers may be the same: only of one answer is their number known.
    row["number_of_sources"] = question.answers[0].origins if len(question.answers) == 1 else None
    row |= _sources(accounts, ledger) | _dates(accounts) | _where(question.place, places) | estimates(figures)
    row["deaths_unknown"] = row.get("best")
    return {name: _whole(value) for name, value in row.items()}


def _sources(accounts: list[Statement], ledger: LedgerView) -> dict[str, Any]:
    articles = {a.id: a for a in (ledger.article(key) for key in dict.fromkeys(s.article for s in accounts))}
    return {
        "source_article": [a.name for a in articles.values()],
        "source_office": list(dict.fromkeys(a.voice for a in articles.values())),
        "source_date": sorted({a.published for a in articles.values() if a.published}),
        "source_headline": [a.title for a in articles.values() if a.title],
    }


def _dates(accounts: list[Statement]) -> dict[str, Any]:
    said = [days for s in accounts if (days := stretch(s.proposition.when))]
    if not said:
        return {}
    whole = Stretch(min(days.first for days in said), max(days.last for days in said))
    year = whole.first.year if whole.first.year == whole.last.year else None
    ends = {"date_start": whole.first.isoformat(), "date_end": whole.last.isoformat()}
    return {"year": year, "date_prec": date_precision(whole), **ends}


def _where(name: str | None, places: Places) -> dict[str, Any]:
    spot = whereabouts(name, places)
    if spot is None:
        return {}
    return {
        "where_prec": WHERE_PRECISION.get(spot.kind) if spot.kind else None, "where_coordinates": spot.name,
        "adm_1": spot.region, "adm_2": spot.district, "latitude": spot.lat, "longitude": spot.lon,
        "country": spot.country,
    }  # fmt: skip


def _one(names: set[str | None]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


FORMAT = Format(
    name="ucdp",
    suffix=".ucdp.csv",
    media="text/csv",
    lacks="All but deaths; UCDP's numeric ids of conflicts, dyads, actors and countries, the type of "
    "violence, and who the dead were.",
    write=write,
    kinds=("questions",),
)
