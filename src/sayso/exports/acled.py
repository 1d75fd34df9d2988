"""A table in the shape of ACLED's event data, one line a *statement*: what somebody says took place.

Columns and codes follow ACLED's codebook; docs/reference/exports.md tells the mapping.  What is denied,
doubted, planned, demanded or stated as not so is no event and is left out.  Five columns of Sayso's own tell
who says so: counting lines counts accounts and not events.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import Any

from sayso.exports.interface import Format, Material, Places
from sayso.exports.table import table
from sayso.exports.whereabouts import whereabouts
from sayso.exports.writing import Stretch, stretch
from sayso.model.article import Article
from sayso.model.place import PlaceKind
from sayso.model.statement import Statement

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
    "sayso_id", "sayso_claimer", "sayso_claimer_for", "sayso_epistemic", "sayso_verification",
)  # fmt: skip

EVENTS: dict[str, tuple[str, str, str]] = {
    "attack": ("Political violence", "Battles", "Armed clash"),
    "takeover": ("Political violence", "Battles", ""),
    "retreat": ("Strategic developments", "Strategic developments", "Non-violent transfer of territory"),
    "deployment": ("Strategic developments", "Strategic developments", "Other"),
    "talks": ("Strategic developments", "Strategic developments", "Other"),
    "casualties": ("", "", ""),
}
"""Type → disorder, event, sub-event type.  Who governs decides a takeover's sub-event type, and how people
died that of casualties; neither is in a statement."""

GEO_PRECISION: dict[PlaceKind, int] = {
    "city": 1, "town": 1, "crossing": 1, "district": 2, "river": 2, "area": 2, "border": 3, "region": 3,
}  # fmt: skip
"""ACLED: 1 the named spot, 2 a part of a region, 3 a larger region.  A country has no code."""

_WEEK, _MONTH = 7, 31


def write(material: Material) -> Iterator[str]:
    """Yield the header line, then one line a statement of an event."""
    rows = (
        _row(statement, article, material.places)
        for statement, article in material.told()
        if _event(statement)
    )
    return table(COLUMNS, rows)


def time_precision(days: Stretch) -> int | None:
    """Return ACLED's code: 1 the day is known, 2 the week, 3 the month; None for longer stretches."""
    if days.days == 1:
        return 1
    return 2 if days.days <= _WEEK else 3 if days.days <= _MONTH else None


def _event(statement: Statement) -> bool:
    return (
        statement.proposition.type in EVENTS
        and statement.proposition.polarity == "positive"
        and statement.modality == "actual"
        and statement.epistemic.startswith("true-")
    )


def _row(statement: Statement, article: Article, places: Places) -> dict[str, Any]:
    prop = statement.proposition
    disorder, event, sub_event = EVENTS[prop.type]
    row: dict[str, Any] = {
        "event_id_cnty": statement.id, "disorder_type": disorder, "event_type": event,
        "sub_event_type": sub_event, "actor1": prop.actor, "actor2": prop.target, "source": article.voice,
        "notes": statement.evidence, "tags": prop.type, "sayso_id": statement.id,
        "sayso_claimer": statement.claimer, "sayso_claimer_for": statement.claimer_for,
        "sayso_epistemic": statement.epistemic, "sayso_verification": statement.verification,
    }  # fmt: skip
    days = stretch(prop.when)
    precision = time_precision(days) if days else None
    if days and precision:
        row |= {"event_date": days.first.isoformat(), "year": days.first.year, "time_precision": precision}
    spot = whereabouts(prop.place or prop.place_to or prop.place_from, places)
    if spot:
        row |= {
            "country": spot.country, "admin1": spot.region, "admin2": spot.district, "location": spot.name,
            "latitude": spot.lat, "longitude": spot.lon,
            "geo_precision": GEO_PRECISION.get(spot.kind) if spot.kind else None,
        }  # fmt: skip
    row["fatalities"] = _fatalities(statement)
    return row


def _fatalities(statement: Statement) -> int | None:
    """Return the number killed, of a range its lower end, as ACLED counts; None where none is said."""
    quantity = statement.proposition.quantity
    if statement.proposition.type != "casualties" or quantity is None or quantity.unit != "killed":
        return None
    least = quantity.value if quantity.value is not None else quantity.low
    return None if least is None else floor(least)


FORMAT = Format(
    name="acled",
    suffix=".acled.csv",
    media="text/csv",
    lacks="Denials, doubts, plans, demands, stances, holdings and standing figures; ACLED's numeric codes "
    "for actors and countries, and its regions and sub-event types that a statement does not tell.",
    write=write,
    kinds=("statements",),
)
