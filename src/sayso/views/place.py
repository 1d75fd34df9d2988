"""The place ledger: what each side claims of one place over time, and how the place is said to stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.profile import Profile
from sayso.model.weighed import Claim
from sayso.places.gazetteer import Gazetteer
from sayso.views.clocks import Reckoned, sifted
from sayso.views.ground import Assessed, StateView, states_of
from sayso.views.judged import Laid
from sayso.views.labels import labels_of
from sayso.views.line import Line
from sayso.views.lists import PLACE_SLOTS, GazetteerDoor, Head, heads, meant_place
from sayso.views.said import Said, said_of
from sayso.views.surroundings import Surroundings, surroundings
from sayso.views.then import Then
from sayso.weighing.extent import Extent
from sayso.weighing.names import fold

MENTIONS = 200
"""Most hits of a search that are looked through for sentences that name the place."""

NOBODY = "claimer unresolved"
"""The side of what nobody is known to claim."""

_BROAD = frozenset({"region", "border", "area"})


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """That an article says of a statement that it was not verified, or is disputed, and by whom."""

    kind: str
    by: str | None
    statement: str
    article: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one side claims: its own sentences, who else says so, who denies it, who could not verify it.

    `first` and `last` are the ISO days of which, or on which, the side says so; None where no day is
    known.  `origins` counts independent origins of all who say so.
    """

    id: str
    claim: str
    type: str
    mood: str
    first: str | None
    last: str | None
    articles: int
    origins: int
    lines: tuple[Line, ...]
    also: tuple[str, ...]
    denials: tuple[Line, ...]
    disclaimers: tuple[Disclaimer, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """All that one side says of a place: claims in the order of days, and all its statements."""

    name: str
    claims: tuple[ClaimView, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PlaceLedger:
    """One place: its questions, its states, what each side claims, what lies in it, around it and near.

    `extent` says how much ground the name covers: spot, broad, several, country.  `undated` counts the
    statements on who holds it that are in no state, for no day is known.  `clocks` counts the place's own
    statements by the two clocks (all of them where neither is set).  `mentions` are statements whose
    sentence names the place, though they are filed under another place or none.
    """

    name: str
    extent: Extent
    questions: tuple[Head, ...]
    states: tuple[StateView, ...]
    undated: int
    groups: tuple[SideView, ...]
    surroundings: Surroundings
    clocks: Reckoned
    mentions: tuple[Line, ...] = ()
    assessed: tuple[Assessed, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All statements about the place."""
        return tuple(line for group in self.groups for line in group.lines)


def place_of(
    ledger: LedgerView,
    name: str,
    gazetteer: GazetteerDoor,
    profile: Profile,
    assessed: Iterable[Assessed] = (),
) -> PlaceLedger:
    """Return the place ledger of a place, by the clocks of the ledger if it has any.

    Raises:
        NotFound: no statement, or more than one, names such a place; the error names what comes near.
    """
    counts, ids = ledger.names(*PLACE_SLOTS), ledger.placed()
    found = meant_place(name, counts, ids, gazetteer)
    world = gazetteer() if found in ids else None
    statements = list(ledger.statements(Wanted(places=frozenset({found}))))
    said = said_of(ledger, statements, profile)
    extent = extent_of(found, said, ids, world)
    judged = tuple(assessed)
    found_states, undated = states_of(found, said, extent, profile, judged)
    keys = set(said.voices)
    return PlaceLedger(
        name=found,
        extent=extent,
        questions=heads(q for q in ledger.questions(keys) if fold(q.place or "") == fold(found)),
        states=found_states,
        undated=undated,
        groups=_sides(said, [_here(claim, keys) for claim in ledger.claims(keys)]),
        surroundings=surroundings(found, counts, ids, world),
        clocks=_reckoned(ledger, found, said),
        mentions=_mentions(ledger, found, keys),
        assessed=judged,
    )


def _reckoned(ledger: LedgerView, name: str, said: Said) -> Reckoned:
    """Return how many of the place's own statements the clocks take."""
    if not isinstance(ledger, Then):
        return Reckoned(None, None, taken=len(said.voices))
    everything = {s.id for s in ledger.inner.statements(Wanted(places=frozenset({name})))}
    return sifted(ledger.inner.moments(everything), ledger.clocks)[1]


def _mentions(ledger: LedgerView, name: str, keys: set[str]) -> tuple[Line, ...]:
    """Return the statements that name the place in their sentence and are not among those about it."""
    hits = {hit.id for hit in ledger.search(name, MENTIONS) if hit.kind == "statement"} - keys
    found = [
        statement
        for statement in ledger.statements(Wanted(ids=frozenset(hits)))
        if f" {fold(name)} " in f" {fold(statement.evidence)} "
    ]
    labels = labels_of(ledger, {statement.article for statement in found})
    laid = Laid(ledger)
    return tuple(laid.line(statement, labels) for statement in found)


def extent_of(name: str, said: Said, ids: dict[str, str], gazetteer: Gazetteer | None) -> Extent:
    """Return the extent by the profile and the name's words; where these say a spot, by the gazetteer."""
    told = said.extents.of(name)
    if told != "spot" or gazetteer is None:
        return told
    place = gazetteer.place(ids[name])
    if place is None:
        return told
    return "country" if place.kind == "country" else "broad" if place.kind in _BROAD else told


def _here(claim: Claim, keys: set[str]) -> Claim:
    """Return a claim with those of its statements that are about the place."""
    asserted = tuple(key for key in claim.asserted if key in keys)
    return replace(claim, asserted=asserted, denied=tuple(key for key in claim.denied if key in keys))


def _sides(said: Said, claims: Sequence[Claim]) -> tuple[SideView, ...]:
    rows: dict[str, list[ClaimView]] = {}
    placed: set[str] = set()
    for claim in claims:
        placed.update((*claim.asserted, *claim.denied))
        for side, keys in _by_side(said, claim.asserted).items():
            rows.setdefault(side, []).append(_claim(said, claim.id, keys, claim))
        for side, keys in _by_side(said, claim.denied).items():
            rows.setdefault(side, []).append(_claim(said, claim.id, keys, _bare(claim)))
    for key in said.voices:
        if key not in placed:  # a doubt neither asserts nor denies
            side = said.side(key) or NOBODY
            alone = Claim(key, said.voices[key].proposition, (), ())
            rows.setdefault(side, []).append(_claim(said, key, [key], alone))
    found = [_side(side, found, said) for side, found in rows.items()]
    return tuple(sorted(found, key=lambda side: (-len(side.lines), side.name)))


def _side(name: str, claims: list[ClaimView], said: Said) -> SideView:
    keys = {line.id for claim in claims for line in claim.lines}
    ordered = sorted(claims, key=lambda c: (c.first is None, c.first or "", c.last or "", c.claim, c.id))
    return SideView(name, tuple(ordered), tuple(said.lines[key] for key in said.in_order(keys)))


def _bare(claim: Claim) -> Claim:
    """Return the claim as those see it who deny it: nobody else's word stands beside theirs."""
    return replace(claim, asserted=(), denied=())


def _by_side(said: Said, keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in said.in_order(tuple(keys)):
        found.setdefault(said.side(key) or NOBODY, []).append(key)
    return found


def _claim(said: Said, key: str, keys: Sequence[str], claim: Claim) -> ClaimView:
    """Return a claim as one side makes it (`keys`); `claim` holds who else says so and who denies it."""
    days = [day for one in keys if (day := said.day(one))]
    lines = tuple(said.lines[one] for one in keys)
    sides = {said.side(one) or NOBODY for one in claim.asserted} - {said.side(keys[0]) or NOBODY}
    everyone = claim.asserted or keys
    return ClaimView(
        id=key,
        claim=said.wording(keys),
        type=claim.proposition.type,
        mood=said.voices[keys[0]].mood,
        first=min(days, default=None),
        last=max(days, default=None),
        articles=len({line.article for line in lines}),
        origins=said.origins_of(everyone),
        lines=lines,
        also=tuple(sorted(sides)),
        denials=tuple(said.lines[one] for one in said.in_order(claim.denied)),
        disclaimers=_disclaimers(lines),
    )


def _disclaimers(lines: Iterable[Line]) -> tuple[Disclaimer, ...]:
    return tuple(
        Disclaimer(line.verification, line.verified_by, line.id, line.article)
        for line in lines
        if line.verification in ("unverified", "disputed")
    )
