"""What a statement leaves unsaid because the text around it has said it: place, other side, "it", "we".

Nothing is taken from outside the article, and each filling keeps the words from which it is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model.proposition import Proposition
from sayso.reading.inherited import filled_in, with_place
from sayso.reading.scenes import Scene
from sayso.reading.sides import HOSTILE, Side, faces_of, opponents
from sayso.reading.statements import Told
from sayso.reading.triggers import kinds, wordset
from sayso.reading.words import listed


def complete(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Fill open places and actors from the sentence, the paragraph, or the article's two sides."""
    against = opponents(told)
    faces = faces_of(told)
    taker = _taker(told)
    out: list[Told] = []
    for one in told:
        one = with_place(scene, one, out)
        one = _with_speaker(one)
        one = _with_enemy(one, against, faces)
        one = _with_own_deed(scene, one, against, faces)
        one = _with_taker(scene, one, faces.get(taker or ""))
        one = _with_sides(scene, one, against, faces)
        one = _with_attacker(scene, one, out)
        one = _with_origin(one)
        out.append(one)
    return out


def _mutual(scene: Scene, one: Told) -> bool:
    """Tell whether the trigger is a fight of two ("clashes", "exchanges of fire")."""
    return any(t.span == one.trigger and t.lemma in wordset("mutual") for t in scene.tokens)


def _between(one: Told, against: Mapping[str, str], faces: Mapping[str, Side]) -> Told:
    """Put the article's two sides at war in a fight that names none."""
    for side, face in faces.items():
        other = faces.get(against.get(side, ""))
        if other is not None:
            p = replace(one.statement.proposition, actor=face.name, target=other.name)
            made = filled_in(one, p, face.slot, "actor")
            made = filled_in(made, p, other.slot, "target")
            return replace(made, actor_side=face.side, target_side=other.side)
    return one


def _with_sides(scene: Scene, one: Told, against: Mapping[str, str], faces: Mapping[str, Side]) -> Told:
    """Name the other of two sides where only one is said."""
    p = one.statement.proposition
    if p.type not in HOSTILE:
        return one
    doer = faces.get(against.get(one.target_side or "", ""))
    if p.actor is None and doer is not None:
        return replace(filled_in(one, replace(p, actor=doer.name), doer.slot, "actor"), actor_side=doer.side)
    if p.type == "attack" and p.actor is None and p.target is None and _mutual(scene, one):
        return _between(one, against, faces)
    foe = faces.get(against.get(one.actor_side or "", ""))
    if p.type == "attack" and p.target is None and foe is not None:
        return replace(filled_in(one, replace(p, target=foe.name), foe.slot, "target"), target_side=foe.side)
    return one


def _with_speaker(one: Told) -> Told:
    """Take the speaker's side for whose stance it is where the words name nobody."""
    statement, p = one.statement, one.statement.proposition
    if p.type != "stance" or p.actor is not None or statement.claimer_for is None:
        return one
    slot = next((s for s in statement.slots if s.slot == "claimer"), None)
    made = filled_in(one, replace(p, actor=statement.claimer_for), slot, "actor")
    return replace(made, actor_side=statement.claimer_for)


def _with_enemy(one: Told, against: Mapping[str, str], faces: Mapping[str, Side]) -> Told:
    """Name the other side for "the enemy" in the words of one of two."""
    p = one.statement.proposition
    other = against.get(one.statement.claimer_for or "")
    if other is None:
        return one
    name = faces[other].name if other in faces else other
    if p.target in listed("reference", "foes", "words"):
        one = replace(_renamed(one, replace(p, target=name)), target_side=other)
    p = one.statement.proposition
    if p.actor in listed("reference", "foes", "words"):
        one = replace(_renamed(one, replace(p, actor=name)), actor_side=other)
    return one


def _renamed(one: Told, proposition: Proposition) -> Told:
    return replace(one, statement=replace(one.statement, proposition=proposition))


def _with_own_deed(scene: Scene, one: Told, against: Mapping[str, str], faces: Mapping[str, Side]) -> Told:
    """Take a side's "the village has been liberated" or "60 were eliminated" for its own deed.

    "X has fallen" in the mouth of a side that fights is the other side's.  Both only where the claimer's
    side is one of two that the article shows at war.
    """
    statement = one.statement
    p = statement.proposition
    side = statement.claimer_for or ""
    unnamed = p.actor is None or p.actor in listed("reference", "foes", "own")
    if not unnamed or side not in against or p.type not in (*HOSTILE, "retreat", "deployment"):
        return one
    lemma = next((t.lemma for t in scene.tokens if t.span == one.trigger), "")
    if lemma in wordset("own_deeds") or p.actor is not None or p.type in ("retreat", "deployment"):
        face = faces.get(side)
    elif lemma in wordset("foes_deeds"):
        face = faces.get(against[side])
    else:
        return one
    name, slot = (face.name, face.slot) if face is not None else (side, None)
    made = filled_in(one, replace(p, actor=name), slot, "actor")
    return replace(made, actor_side=face.side if face is not None else side)


def _taker(told: Sequence[Told]) -> str | None:
    """Return the side that takes ground in this article: at least twice, and twice as often as any other."""
    counts = Counter(
        one.actor_side
        for one in told
        if one.actor_side and one.statement.proposition.type in ("takeover", "attack")
    )
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def _with_taker(scene: Scene, one: Told, taker: Side | None) -> Told:
    """Name the side on the advance for "X fell" and "the offensive began" where nobody is named."""
    p = one.statement.proposition
    if taker is None or p.actor is not None or p.type not in ("takeover", "attack"):
        return one
    lemma = next((t.lemma for t in scene.tokens if t.span == one.trigger), "")
    if lemma not in wordset("foes_deeds") and lemma not in kinds()["event"]:
        return one
    made = filled_in(one, replace(p, actor=taker.name), taker.slot, "actor")
    return replace(made, actor_side=taker.side)


def _with_attacker(scene: Scene, one: Told, before: Sequence[Told]) -> Told:
    """Take the attacker of the statement just before for who killed or wounded people there."""
    p = one.statement.proposition
    if p.type != "casualties" or p.actor is not None or one.target_side is not None:
        return one
    if p.quantity is None or p.quantity.unit not in ("killed", "wounded"):
        return one
    sentences = scene.analysis.sentences
    for other in reversed(before):
        near = (
            sentences[other.sentence].block == sentences[one.sentence].block
            and one.sentence - other.sentence <= 1
        )
        if not near:
            return one
        q = other.statement.proposition
        slot = next((s for s in other.statement.slots if s.slot == "actor"), None)
        if q.type in ("attack", "casualties") and q.actor and slot is not None and q.polarity == "positive":
            return replace(
                filled_in(one, replace(p, actor=q.actor), slot, "actor"), actor_side=other.actor_side
            )
    return one


def _with_origin(one: Told) -> Told:
    """Tell those who flee by where they flee from ("people of X"), and give the flight that place."""
    p = one.statement.proposition
    if p.type != "flight":
        return one
    where = p.place or p.place_from or p.place_to
    name = p.actor
    origin = p.place_from or p.place
    if origin and (name is None or name in wordset("anybody")):
        name = f"{name or 'people'} of {origin}" if name or p.quantity else None
    return replace(one, statement=replace(one.statement, proposition=replace(p, place=where, actor=name)))
