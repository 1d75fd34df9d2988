"""Outlets by description: "Russia's RIA Novosti news agency", "state television", "a Qatari news outlet"."""

from __future__ import annotations

from sayso.reading.cast.nouns import words
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.stage import Outcome, Stage


def resolve_station(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "Russia's RIA Novosti news agency", "state television", "a Qatari news outlet"."""
    page = stage.page
    spots = [*range(*phrase.mods), phrase.last, phrase.last + 1]
    for place in spots:
        hit = stage.hits.get(place)
        if hit and hit.referent.kind == "outlet" and hit.first == place:
            return Outcome(stage.referent(hit.referent), "name")
    run = stage.runs.get(phrase.last) or next((stage.runs[n] for n in spots if n in stage.runs), None)
    if run and run.first not in stage.owners and page.joined(run.first):
        country = next(
            (h.referent.country for n in range(phrase.first, phrase.head) if (h := stage.hits.get(n))), None
        )
        return Outcome(stage.register.entity("outlet", run.name, country=country), "name")
    lows = set(page.lows(*phrase.mods))
    state_owned = lows & words("outlets", "nouns", "state")
    if not (state_owned or lows & words("outlets", "nouns", "news") or _televised(page.low(phrase.head))):
        return None
    country = next(
        (h.referent.country for n in range(phrase.first, phrase.head) if (h := stage.hits.get(n))), None
    )
    home = country or (stage.scene.home if state_owned else None)
    name = " ".join(page.span(phrase.first, phrase.last).of(page.text).split())
    if phrase.det == "the":
        name = name[4:]
    label = stage.scene.adjective(home) if home and not country and not phrase.det else ""
    named = (
        f"{label} {name[:1].lower()}{name[1:]}"
        if label
        else name[:1].lower() + name[1:]
        if phrase.det
        else name
    )
    side = stage.scene.government(home) if home and state_owned else None
    return Outcome(stage.register.entity("outlet", named, side=side, country=home), "noun")


def _televised(low: str) -> bool:
    return low in {"television", "broadcaster", "newspaper"}
