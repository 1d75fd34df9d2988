"""Articles met across runs: those of this one in memory, those weighed before by what the ledger keeps."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sayso.ledger.kinship import UNDATED, Kept, Key
from sayso.weighing.lineage.keys import DAYS, FACTS, Meeting, timely
from sayso.weighing.stories import likeness
from sayso.weighing.stories.comparing import Nearby
from sayso.weighing.stories.likeness import SHARED, Subject


class RememberedMeeting:
    """Whom an article meets that may be its copy; `keys.Meeting` over what is kept and what is new."""

    def __init__(self, kept: Kept, keys: Mapping[str, list[Key]]) -> None:
        self._kept, self._keys = kept, keys
        self._here = Meeting()

    def of(self, keys: Iterable[str], day: int | None) -> list[str]:
        """Return the ids of the articles so far that an article of a day with these keys meets, sorted."""
        asked = list(keys)
        facts = {_number(key) for key in asked if key[0] == "f"}
        ever = self._kept.met(_number(key) for key in asked if not timely(key))
        about = None if day is None else (day - DAYS, day + DAYS)
        then = self._kept.met((_number(key) for key in asked if timely(key)), about)
        found = Counter[str]()
        for number, article in (*ever, *then):
            found[article] += 1 if number in facts else FACTS
        # An article is either kept or new, so what it shares is counted in one place.
        met = (key for key, count in found.items() if count >= FACTS)
        return sorted({*self._here.of(asked, day), *met})

    def add(self, article: str, keys: Iterable[str], day: int | None) -> None:
        """Add an article, and what is to be kept of it."""
        listed = list(keys)
        self._here.add(article, listed, day)
        dated = UNDATED if day is None else day
        self._keys[article].extend((_number(key), dated if timely(key) else UNDATED) for key in listed)


class RememberedNear:
    """Whom an article meets that may tell of its event; `Nearby` over what is kept and what is new."""

    def __init__(self, kept: Kept, keys: Mapping[str, list[Key]]) -> None:
        self._kept, self._keys = kept, keys
        self._here = Nearby()

    def of(self, subject: Subject) -> list[str]:
        """Return the ids of the articles so far that share `SHARED` marks with one, sorted."""
        day = None if subject.day is None else subject.day.toordinal()
        met = self._kept.met(
            map(_mark, subject.keys), None if day is None else (day - likeness.DAYS, day + likeness.DAYS)
        )
        shared: dict[str, set[int]] = defaultdict(set)
        for number, article in met:
            shared[article].add(number)
        return sorted(
            {*self._here.of(subject), *(key for key, marks in shared.items() if len(marks) >= SHARED)}
        )

    def add(self, subject: Subject) -> None:
        """Add an article, and what is to be kept of it."""
        self._here.add(subject)
        day = UNDATED if subject.day is None else subject.day.toordinal()
        self._keys[subject.article].extend((_mark(key), day) for key in subject.keys)


def _mark(key: str) -> int:
    return _number(f"m:{key}")


def _number(key: str) -> int:
    """Return the digest of a key.

    Were two keys to have one digest (of a million million pairs of keys not one), two articles would be
    compared that need not be, and tied only if they are alike.
    """
    made = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(made.digest(), "big", signed=True)
