"""Who is said to hold a place, day by day: what each side's claims, denials and admissions come to.

A claim to hold or to have taken the place stands until its own side takes it back or leaves, another side
is later said to have taken the place, or, when nobody repeats it for a week, another is said to hold it.
While one claim stands, the first of these that fits is the state:

1. *conceded*: a side that contends for the place says so too, says that it left, or that it tries to
   retake the place (and does not insist that the place is its own)
2. *contested*: another side denies or doubts it, or disputes it in the words of an article
3. *held, uncontested*: somebody says so who is not that side, in an account of another origin
4. *claimed only*: nobody says so but that side

Where several sides' claims stand at once the place is *contested*; where none stands, and of places that
several sides can hold parts of, the state is *unknown*.  Of one side the last word counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sayso.weighing.clusters import LASTING
from sayso.weighing.conceding import TAKING, concedes, gains, insists, loses
from sayso.weighing.extent import Extent
from sayso.weighing.origins import Origins, count
from sayso.weighing.voices import Voice

StateName = Literal["held uncontested", "conceded", "claimed only", "contested", "unknown"]

_BEARING = TAKING | {"retreat", "attack"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A voice with the ISO day from which on it counts, and that day as the sources give it.

    `disputer` is the side that disputes the statement, where its article says that somebody does.
    """

    day: str
    said: str
    voice: Voice
    disputer: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """How a place stood from one day on: which statements make it so, and why.

    `since` is the ISO day of the first of them (`since_said`: as the sources give it, perhaps a month
    only), `last_said` that of the last; `until` the day before the next state, None while it stands.
    `holder` has the place by the claim that stands, `claimants` are all whose claims stand, `conceding`
    and `denying` the sides that answer it so.
    """

    name: StateName
    holder: str | None
    since: str
    since_said: str
    last_said: str
    until: str | None
    reason: str
    statements: tuple[str, ...]
    claimants: tuple[str, ...] = ()
    conceding: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()


def bears(voice: Voice) -> bool:
    """Tell whether a voice says, as a fact, something of who has a place as a whole."""
    p = voice.said
    return voice.mood == "fact" and p.type in _BEARING and p.quantity is None and p.actor is not None


def states(heard: Iterable[Dated], origins: Origins, extent: Extent) -> tuple[State, ...]:
    """Return the states of one place in the order of days; days between which nothing changes are one.

    `heard` are voices about this place only; those that say nothing of who has it are passed over.
    """
    days: dict[str, list[Dated]] = {}
    for one in sorted(heard, key=lambda one: (one.day, one.voice.statement.id)):
        if bears(one.voice):
            days.setdefault(one.day, []).append(one)
    found: list[State] = []
    ground = _Ground(origins, extent)
    if extent != "spot":
        # One state for all days: it says only who is said to have ground there.
        days = {day: [one for today in days.values() for one in today] for day in list(days)[:1]}
    for day, today in days.items():
        ground.hear(today)
        now = ground.state()
        if found and _same(found[-1], now):
            found[-1] = replace(now, since=found[-1].since, since_said=found[-1].since_said)
        else:
            if found:
                found[-1] = replace(found[-1], until=_before(day))
            found.append(replace(now, since=day, since_said=today[0].said))
    return tuple(found)


class _Ground:
    """One place as the days go by: all that was said of who has it, and whose claims stand."""

    def __init__(self, origins: Origins, extent: Extent) -> None:
        self.origins = origins
        self.extent = extent
        self.known: list[Dated] = []
        self.standing: dict[str, list[Dated]] = {}
        self.rival: set[str] = set()

    def hear(self, today: Sequence[Dated]) -> None:
        """Take in one day: claims begin and end where another side has the place or their own gives it up."""
        self.known += today
        self.rival |= {_actor(one) for one in today}
        gained = [one for one in today if gains(one.voice)]
        self.standing = {h: run for h, run in self.standing.items() if not _ended(h, run, gained)}
        for one in gained:
            self.standing.setdefault(_actor(one), []).append(one)
        for one in today:
            if _gives_up(one.voice):
                self.standing.pop(_actor(one), None)

    def state(self) -> State:
        """Return how the place stands."""
        if self.extent != "spot":
            why = "several sides can each hold a part of it, and what is claimed says no more"
            return self._unsure(why)
        if not self.standing:
            return self._unsure("nobody's claim to it stands")
        if len(self.standing) > 1:
            names = tuple(sorted(self.standing))
            claims = [one for holder in names for one in self.standing[holder]]
            return _made("contested", None, claims, f"{_listed(names)} both claim it", names)
        holder, claims = next(iter(self.standing.items()))
        return self._of_one(holder, claims)

    def _of_one(self, holder: str, claims: list[Dated]) -> State:
        conceding, denying = self._answers(holder, claims[0].day)
        disputers = {one.disputer for one in claims if one.disputer not in (None, holder)}
        alone, admit = (holder,), _sides(conceding)
        deny = tuple(sorted({*_sides(denying), *(by for by in disputers if by)} - set(admit)))
        if conceding:
            so = f"{_listed(admit)}, whom it hurts, {_verb(admit, 'says')} so too"
            reason = f"{holder} is said to have it, and {so}"
            return _made("conceded", holder, [*claims, *conceding, *denying], reason, alone, admit, deny)
        if deny:
            reason = f"{holder} is said to have it, and {_listed(deny)} {_verb(deny, 'disputes')} it"
            return _made("contested", holder, [*claims, *denying], reason, alone, (), deny)
        own = [one.voice for one in claims if one.voice.side == holder]
        apart = self._apart(own, [one for one in claims if one.voice.side not in (holder, None)])
        if not apart and (own or not any(one.voice.side for one in claims)):
            who = holder if own else "somebody whom the articles do not name"
            return _made("claimed only", holder, claims, f"nobody but {who} says so", alone)
        names = _sides(apart)
        reason = f"{_listed(names)} {_verb(names, 'says')} so{' too' if own else ''}, and nobody denies it"
        return _made("held uncontested", holder, claims, reason, alone)

    def _apart(self, own: list[Voice], others: list[Dated]) -> list[Dated]:
        """Return the accounts of others that are not only passed on from the holder's own."""
        if not own:
            return others
        alone = count(own, self.origins)
        return [one for one in others if count([*own, one.voice], self.origins) > alone]

    def _answers(self, holder: str, first: str) -> tuple[list[Dated], list[Dated]]:
        """Return what others concede and deny of the holder's claim; of each side its last day counts."""
        words: dict[str, list[Dated]] = {}
        for one in reversed(self.known):
            if one.day < first:
                break
            if one.voice.side not in (None, holder):
                words.setdefault(one.voice.side or "", []).append(one)
        conceding: list[Dated] = []
        denying: list[Dated] = []
        for side, said in sorted(words.items()):
            firm = frozenset({side}) if any(insists(one.voice, holder) for one in said) else frozenset()
            admitted = [o for o in said if concedes(o.voice, holder, self.rival, firm)]
            denied = [one for one in said if _denies(one.voice, holder)]
            agreed = [one for one in said if gains(one.voice) and _actor(one) == holder]
            last = max((one.day for one in (*admitted, *denied, *agreed)), default="")
            conceding += (now := [one for one in admitted if one.day == last])
            denying += [] if now else [one for one in denied if one.day == last]
        return conceding, denying

    def _unsure(self, reason: str) -> State:
        gained = [one for one in self.known if gains(one.voice)]
        names = tuple(sorted({_actor(one) for one in gained}))
        if names:
            reason = f"{_listed(names)} {_verb(names, 'is')} said to hold or have held ground there; {reason}"
        return _made("unknown", None, gained or self.known, reason, names)


def _ended(holder: str, run: Sequence[Dated], gained: Sequence[Dated]) -> bool:
    """Tell whether a claim ends by what is said to be gained on a day on which nobody repeats it."""
    if any(_actor(one) == holder for one in gained):
        return False
    if any(one.voice.said.type == "takeover" for one in gained):
        return True
    # Two who say within a week that they hold the place are at odds; later ones only tell of later days.
    return any(date.fromisoformat(one.day) - date.fromisoformat(run[-1].day) > LASTING for one in gained)


def _gives_up(voice: Voice) -> bool:
    """Tell whether a side itself says that it has not, or has no longer, the place."""
    return voice.side == voice.said.actor and loses(voice)


def _denies(voice: Voice, holder: str) -> bool:
    """Tell whether a voice says that the holder has not, or has no longer, the place."""
    return voice.said.actor == holder and loses(voice)


def _made(
    name: StateName,
    holder: str | None,
    heard: Iterable[Dated],
    reason: str,
    claimants: tuple[str, ...],
    conceding: tuple[str, ...] = (),
    denying: tuple[str, ...] = (),
) -> State:
    ordered = sorted(heard, key=lambda one: (one.day, one.voice.statement.id))
    keys = tuple(dict.fromkeys(one.voice.statement.id for one in ordered))
    return State(name, holder, "", "", ordered[-1].day, None, reason, keys, claimants, conceding, denying)


def _same(a: State, b: State) -> bool:
    return (a.name, a.claimants, a.conceding, a.denying) == (b.name, b.claimants, b.conceding, b.denying)


def _sides(heard: Iterable[Dated]) -> tuple[str, ...]:
    return tuple(sorted({one.voice.side for one in heard if one.voice.side}))


def _actor(one: Dated) -> str:
    return one.voice.said.actor or ""


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _verb(names: Sequence[str], one: str) -> str:
    many = {"says": "say", "is": "are", "disputes": "dispute"}
    return one if len(names) == 1 else many[one]


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
