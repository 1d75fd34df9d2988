"""A profile drafted from what a ledger holds, as commented TOML to be edited by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.model.analysis import Entity
from sayso.model.statement import Statement
from sayso.profiles.census import Census, Known, Someone

_HEAD = """\
# A conflict profile, drafted from {articles} articles and {statements} statements. Edit it: delete what
# is no actor, give every organ the side that it counts under, move names that mean one party together.
# The numbers say in how many articles and statements a name was met.
#
#   kind     "armed group", "government", "state" or "organisation"
#   side     the name that all organs of one actor count under
#   places   [[places]] tables with name and kind, or places = "places.toml" for a file beside this one

name = ""
note = ""
"""


def draft(entities: Iterable[tuple[str, Entity]], statements: Iterable[Statement]) -> str:
    """Return TOML that `load` takes: parties by side, their spokespeople, the sources that were met.

    `entities` are pairs of an article's id and an entity found in it.
    """
    census = Census()
    for article, entity in entities:
        census.meet(article, entity)
    for statement in statements:
        census.hear(statement)
    pieces = [_HEAD.format(articles=len(census.articles), statements=census.statements)]
    pieces += _sides(census)
    pieces += _sources(census)
    pieces += _strays(census)
    pieces += _others(census)
    return "\n".join(pieces)


def _sides(census: Census) -> Iterator[str]:
    for side, parties in census.sides():
        yield f"# --- {_comment(side)} " + "-" * max(3, 90 - len(side))
        for party in parties:
            people = census.spokespeople(party.name) if party.name == side else ()
            yield _party(party, side, people)


def _party(party: Known, side: str, people: Iterable[Someone]) -> str:
    lines = [
        f"[[parties]]  # met in: {_met(party)}",
        f"name = {_text(party.name)}",
        f"kind = {_text(party.kind)}",
        f"side = {_text(side)}",
    ]
    if party.country:
        lines.append(f"country = {_text(party.country)}")
    lines.append(f"aliases = [{', '.join(_text(alias) for alias in party.aliases)}]")
    spoken = [
        f"  {{ name = {_text(one.name)}" + (f", role = {_text(one.role)}" if one.role else "") + " },"
        for one in people
    ]
    if spoken:
        lines += ["spokespeople = [", *spoken, "]"]
    return "\n".join(lines) + "\n"


def _sources(census: Census) -> Iterator[str]:
    for source in census.sources():
        lines = [
            f"[[sources]]  # met in: {_met(source)}",
            f"name = {_text(source.name)}",
            f"kind = {_text(source.kind)}",
            '# side = ""  # where it speaks for a party',
        ]
        yield "\n".join(lines) + "\n"


def _strays(census: Census) -> Iterator[str]:
    strays = census.strays()
    if strays:
        yield "# People whose side is not known; add them to the spokespeople of their party:"
        yield "\n".join(f"#   {_comment(one.name)}" + _role(one) for one in strays) + "\n"


def _others(census: Census) -> Iterator[str]:
    others = census.others()
    if others:
        yield "# Named as those who act or are acted on; make parties of those that are:"
        yield "\n".join(f"#   {_comment(name)}" for name in others) + "\n"


def _role(one: Someone) -> str:
    return f" ({_comment(one.role)})" if one.role else ""


def _met(known: Known) -> str:
    counts = ((known.articles, "article"), (known.statements, "statement"))
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)


def _text(value: str) -> str:
    # A JSON string is a TOML basic string but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(value: str) -> str:
    return "".join(char if char.isprintable() else " " for char in value)
