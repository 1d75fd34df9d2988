"""Which statements an analysed article makes: every event under its claimer, denials, disclaimers."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import Analysis, Attribution
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.reading.arguments import parse_sentence
from sayso.reading.clauses import Parse
from sayso.reading.context import complete
from sayso.reading.denials import DENYING, with_denials
from sayso.reading.events import Event
from sayso.reading.freely import free, joined_clauses, noun_of
from sayso.reading.judging import with_disclaimers
from sayso.reading.measures import measures_of
from sayso.reading.phrases import kinds_of
from sayso.reading.propositions import events_of
from sayso.reading.repeated import without_echoes
from sayso.reading.scenes import Scene, make_scene
from sayso.reading.statements import Told, innermost, statements_of


def tell(article: Article, analysis: Analysis) -> tuple[Statement, ...]:
    """Return the statements of an analysed article in text order, each under its id."""
    scene = make_scene(article.text, analysis)
    told: list[Told] = []
    for number, sentence in enumerate(analysis.sentences):
        told += _of_sentence(article, scene, parse_sentence(scene, sentence), number)
    told = complete(scene, told)
    told = with_disclaimers(analysis, with_denials(article.text, analysis, told))
    told = without_echoes(told)
    unique = dict.fromkeys(one.statement.identified() for one in told)
    return tuple(sorted(unique, key=lambda s: (s.span.start, s.span.end) if s.span else (0, 0)))


def _of_sentence(article: Article, scene: Scene, parse: Parse, number: int) -> list[Told]:
    attributions = scene.analysis.attributions
    events = (*events_of(scene, parse), *measures_of(scene, parse))
    told: list[Told] = []
    spoken: list[Span] = []
    strong = [event for event in events if not event.weak]
    for event in strong:
        place = scene.tokens[event.trigger].span
        act = _cue_at(attributions, place)
        if act is not None and _says_more(scene, attributions[act], parse, strong, event):
            continue
        held = act if act is not None else innermost(attributions, place)
        if held is None and not _narrated(scene, parse, event):
            continue
        told += statements_of(article, scene, parse, number, event, held)
        spoken.append(place if act is None else attributions[act].cue)
    weak = [event for event in events if event.weak]
    for held, event in _unspoken(scene, parse, attributions, spoken, weak):
        told += statements_of(article, scene, parse, number, event, held)
    return told


def _cue_at(attributions: Sequence[Attribution], place: Span) -> int | None:
    return next((n for n, a in enumerate(attributions) if a.cue.covers(place)), None)


def _says_more(
    scene: Scene, attribution: Attribution, parse: Parse, events: Sequence[Event], event: Event
) -> bool:
    """Tell whether the content of a reporting verb holds a clause or event of its own."""
    inside = [e for e in events if e is not event]
    held = [scene.tokens[e.trigger].span for e in inside]
    if any(c.covers(span) for span in held for c in attribution.content):
        return True
    thing = event.slots.get("thing")
    if thing is not None and any(c.covers(scene.tokens[thing.head].span) for c in attribution.content):
        return False
    verbs = [c.group for c in parse.clauses]
    return any(content.covers(verb.span) for verb in verbs for content in attribution.content)


def _narrated(scene: Scene, parse: Parse, event: Event) -> bool:
    """Tell whether the narrator's event bears on the conflict: its words name a party or a place.

    A stance must be somebody's in a sentence of its own; other remarks are the outlet's colour.
    """
    named = [k for k in range(event.first, event.last) if scene.entity(k) is not None]
    if event.type in ("attack", "casualties", "flight"):
        return True
    if event.type == "other" or not named:
        return False
    if event.type != "stance":
        return True
    actor = event.slots.get("actor")
    entity = scene.entity(actor.head) if actor is not None else None
    if entity is not None and entity.kind == "outlet":
        return False
    finite = event.clause is not None and parse.clauses[event.clause].group.form != "infinitive"
    if actor is None or not finite:
        return False
    return scene.entity(actor.head) is not None or bool({"place", "force", "party"} & kinds_of(scene, actor))


def _unspoken(
    scene: Scene,
    parse: Parse,
    attributions: Sequence[Attribution],
    spoken: Sequence[Span],
    weak: Sequence[Event],
) -> list[tuple[int, Event]]:
    """Return what each content of this sentence says in which no event was found: a noun's, or a free one."""
    found: list[tuple[int, Event]] = []
    for number, attribution in enumerate(attributions):
        own = attribution.content[:1] if attribution.kind in DENYING else attribution.content
        here = [c for c in own if c.overlaps(parse.sentence.span)]
        if not here or any(attribution.cue.covers(s) for s in spoken) or _holds_another(attributions, number):
            continue
        for content in here:
            if any(content.covers(s) for s in spoken):
                found += [
                    (number, event) for event in joined_clauses(scene, parse, content, attribution, spoken)
                ]
                continue
            nouns = [e for e in weak if content.covers(scene.tokens[e.trigger].span)]
            asked = attribution.kind in ("demands", "pledges", "asks")
            noun = noun_of(scene, parse, content, nouns, opening=asked)
            said = [noun] if noun is not None else free(scene, parse, content, attribution)
            found += [(number, event) for event in said]
    return found


def _holds_another(attributions: Sequence[Attribution], number: int) -> bool:
    return any(a.parent == number for a in attributions)
