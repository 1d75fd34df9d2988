"""Which place some words mean: a named one, or the one that "the town" and "there" speak of."""

from __future__ import annotations

from sayso.reading.learned.cast import Cast
from sayso.reading.learned.naming import head_of, is_named, plain_name
from sayso.reading.learned.pairs import pronoun
from sayso.reading.learned.signals import names_something
from sayso.reading.learned.spans import Range

REACH = 2
"""So many sentences back stands the place that "the town" or "there" means, or it is left open."""
_NO_PLACES = frozenset({"person", "unit", "weapon", "outlet", "party"})
_POINTING = frozenset({"there", "here", "town", "city", "village"})


def place_meant(cast: Cast, part: Range) -> str | None:
    """Return the name of the place that a range of words means; None where they name none.

    A kind of place without a name ("the town", "there") is the place named last; any other ("the wells")
    stays as printed.
    """
    words = cast.signals.words[part[0] : part[1]]
    body = cast.meant(part)
    if body is not None and body.kind in _NO_PLACES:
        return None
    if body is not None and is_named(body.name):
        return body.name
    name = plain_name(words, "place")
    if is_named(name):
        return name
    pointed = _spoken_of(cast, part) if words[head_of(words)].lower() in _POINTING else None
    return pointed or (name if names_something(words) and not pronoun(words) else None)


def _spoken_of(cast: Cast, part: Range) -> str | None:
    """Return the place named last before some words, a few sentences back at most."""
    before = [(n, m) for n, m in enumerate(cast.signals.mentions) if m.last <= part[0]]
    here = max((m.sentence for _, m in before), default=0)
    for number, mention in reversed(before):
        body = cast.people[cast.of[number]]
        if here - mention.sentence <= REACH and body.kind == "place" and is_named(body.name):
            return body.name
    return None
