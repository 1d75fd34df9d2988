"""Armed parties called by common nouns, peoples, and the conflict's parties taken together."""

from __future__ import annotations

from sayso.reading.cast.context import recall
from sayso.reading.cast.nouns import words
from sayso.reading.cast.ownership import Whose, whose
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.register import Seen
from sayso.reading.cast.stage import Outcome, Stage

_SINGULAR = words("reference", "parties", "singular")

_REACH = 3

_FAR = 12


def resolve_group(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "the group", "Islamist rebels", "Houthi fighters", "its militants" to an armed party.

    By its own words first; "the group" by the latest armed party; without more, by the one that leads
    the article.  Words that set the group apart ("Shi'ite militias") make it one of its own.
    """
    if _is_no_party(stage, phrase):
        return None
    if phrase.det == "no" or stage.page.low(phrase.last) == "from":
        return _from(stage, phrase)
    named = _known_as(stage, phrase) or _of_party(stage, phrase)
    if named is not None:
        return named
    owner = whose(stage, phrase)
    if owner is not None and owner.entity is not None:
        return _owned(stage, phrase, owner, owner.entity)
    if stage.page.low(phrase.head) in _SINGULAR:
        civil = set(stage.page.lows(*phrase.mods)) & words("parties", "modifiers", "civil")
        distinct = _distinct(stage, phrase) - words("parties", "modifiers", "sects")
        fits = phrase.definite and not civil and not distinct
        return called_back(stage, phrase) if fits else None
    return _own(stage, phrase) if _distinct(stage, phrase) else _plural(stage, phrase)


def _is_no_party(stage: Stage, phrase: Phrase) -> bool:
    """Tell whether "fighters" are aircraft ("MiG-29 fighters") or somebody's ("who leads 300 fighters")."""
    numbered = [n for n in range(*phrase.mods) if stage.page.words[n].gap == "-"]
    if any(c.isdigit() for n in numbered for c in stage.page.low(n)):
        return True
    led = stage.page.words[phrase.first - 1].lemma in {"lead", "command", "head"}
    return led and not phrase.definite


def _owned(stage: Stage, phrase: Phrase, owner: Whose, entity: int) -> Outcome | None:
    """Resolve a group whose owner is known: a party's fighters are it, a country's rebels are its."""
    home = stage.scene.home
    if stage.draft(entity).kind == "person" and owner.side in stage.scene.armed:
        return Outcome(stage.side(owner.side), "noun")
    if owner.armed or stage.draft(entity).kind == "group":
        return Outcome(entity, "noun" if phrase.owned else "name")
    if stage.page.low(phrase.head) in _SINGULAR and phrase.definite:
        return _of_nation(stage, phrase, owner.country)
    if owner.country is None or owner.country != home or len(stage.scene.armed) != 1:
        return _own(stage, phrase)
    return Outcome(stage.side(stage.scene.armed[0]), "noun")


def _known_as(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "militias known as X" to X."""
    last = (
        phrase.last + 2
        if stage.page.lows(phrase.last, phrase.last + 2) == ("known", "as")
        else phrase.last + 1
    )
    if stage.page.low(last - 1) not in {"as", "called", "named"} or last not in stage.hits:
        return None
    return Outcome(stage.referent(stage.hits[last].referent), "name")


def _of_party(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "fighters of the X" to X."""
    if stage.page.low(phrase.last) != "of":
        return None
    hit = stage.hits.get(phrase.last + 1 + (stage.page.low(phrase.last + 1) == "the"))
    return Outcome(stage.referent(hit.referent), "name") if hit and hit.referent.armed else None


def _of_nation(stage: Stage, phrase: Phrase, country: str | None) -> Outcome | None:
    """Resolve "the Lebanese group" to the latest armed party of that country."""
    seen = recall(
        stage, phrase.first, lambda s: _armed(stage, s) and stage.draft(s.entity).country == country, _FAR
    )
    return Outcome(seen.entity, "noun") if seen else None


def _from(stage: Stage, phrase: Phrase) -> Outcome | None:
    """Resolve "fighters from X", who are none of the armed parties until the article says so."""
    start = phrase.last + 1
    hit = stage.hits.get(start)
    if hit is None or not stage.page.follows(start):
        return None
    name = f"{stage.page.low(phrase.head)} from {stage.page.span(hit.first, hit.last).of(stage.page.text)}"
    return Outcome(stage.register.entity("group", name, plural=True), "noun")


def called_back(stage: Stage, phrase: Phrase) -> Outcome:
    """Resolve "the group", "the extremist movement": the party named last, if it is near."""
    seen = recall(stage, phrase.first, lambda seen: _armed(stage, seen), _REACH)
    if seen is not None:
        rivals = {
            s.entity
            for s in stage.register.back(phrase.first)
            if _near(stage, phrase, s) and _armed(stage, s)
        }
        leading = stage.scene.leading
        if len(rivals) > 1 and leading and not _subject(stage, phrase, seen):
            return Outcome(stage.side(leading), "noun")
        return Outcome(seen.entity, "noun")
    if stage.scene.leading:
        return Outcome(stage.side(stage.scene.leading), "noun")
    return Outcome(None, "noun", f"no armed party near before 'the {stage.page.words[phrase.head].text}'")


def _same_sentence(stage: Stage, phrase: Phrase, seen: Seen) -> bool:
    return stage.page.words[phrase.first].sentence == seen.sentence


def _near(stage: Stage, phrase: Phrase, seen: Seen) -> bool:
    return stage.page.words[phrase.first].sentence - seen.sentence <= 1


def _subject(stage: Stage, phrase: Phrase, seen: Seen) -> bool:
    return seen.subject or seen.sentence == stage.page.words[phrase.first].sentence


def _armed(stage: Stage, seen: Seen) -> bool:
    return stage.draft(seen.entity).name in stage.scene.armed


def _plural(stage: Stage, phrase: Phrase) -> Outcome:
    """Resolve "militants", "the rebels": a group met under that noun, the only or the leading party."""
    head = stage.page.low(phrase.head)
    own = recall(
        stage, phrase.first, lambda s: s.head == head and stage.draft(s.entity).kind == "group", _FAR
    )
    if own is not None and len(stage.scene.armed) != 1:
        return Outcome(own.entity, "noun")
    here = {
        s.entity
        for s in stage.register.back(phrase.first)
        if _same_sentence(stage, phrase, s) and _armed(stage, s)
    }
    if len(here) == 1 and len(stage.scene.armed) > 1:
        return Outcome(here.pop(), "noun")
    if stage.scene.leading:
        return Outcome(stage.side(stage.scene.leading), "noun")
    if not stage.scene.armed:
        return Outcome(stage.register.entity("group", head, side=head, plural=True), "noun")
    seen = recall(stage, phrase.first, lambda seen: _armed(stage, seen), 1)
    if seen is not None:
        return Outcome(seen.entity, "noun")
    return Outcome(None, "noun", f"'{head}' fits {len(stage.scene.armed)} armed parties")


def _distinct(stage: Stage, phrase: Phrase) -> set[str]:
    """Return the modifiers that set a group apart from the parties named so far."""
    lows = set(stage.page.lows(*phrase.mods))
    sponsors = words("parties", "modifiers", "sponsor")
    known = {stage.page.low(n) for n in range(*phrase.mods) if n in stage.hits}
    rest = lows - words("parties", "modifiers", "plain") - (sponsors - {"allied"})
    return {low for low in rest if not low[0].isdigit()} - (
        known if lows & sponsors and phrase.definite else set()
    )


def _own(stage: Stage, phrase: Phrase) -> Outcome:
    """Make the group one of its own under the words that set it apart."""
    page = stage.page
    first = phrase.mods[0]
    while first < phrase.head and (
        page.words[first].tag == "CD" or page.low(first) in words("parties", "modifiers", "plain")
    ):
        first += 1
    name = " ".join(page.span(first, phrase.last).of(page.text).split())
    return Outcome(stage.register.entity("group", name, side=name, plural=True), "noun")
