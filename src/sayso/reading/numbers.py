"""Numbers in figures and in words: where they stand and what they are worth.

No unit, no bound: "about 1,500 soldiers" is 1500 here.  `quantities` reads the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span
from sayso.reading.numberwords import NumberWords, Piece, hint, number_words, pieces

_MAX_GAP = 5
"""Characters of blank and hyphen that may stand inside one number ("fifty - two")."""

Form = Literal["count", "part", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number: a `count`, a `part` of something ("two thirds"), or `vague`, a floor ("dozens")."""

    span: Span
    value: float
    form: Form


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Return the numbers of a stretch of text, in text order, none overlapping."""
    if not hint().search(text, start, len(text) if end is None else end):
        return ()
    reader = _Reader(pieces(text, start, end), number_words())
    found: list[Number] = []
    at = 0
    while at < len(reader.pieces):
        hit = None if reader.is_no_number(at) else reader.number(at)
        if hit is None:
            at += 1
            continue
        value, form, after = hit
        span = Span(reader.pieces[at].start, reader.pieces[after - 1].end)
        found.append(Number(span, value, form))
        at = after
    return tuple(found)


class _Reader:
    """Reads numbers off a list of pieces; every method returns what it read and the next position."""

    def __init__(self, found: list[Piece], words: NumberWords) -> None:
        self.pieces = found
        self.words = words

    def low(self, at: int) -> str:
        """Return the word at a position, "" beyond the end."""
        return self.pieces[at].low if at < len(self.pieces) else ""

    def next_to(self, at: int) -> bool:
        """Tell whether the piece at a position stands close behind the one before."""
        return 0 < at < len(self.pieces) and self.pieces[at].start - self.pieces[at - 1].end <= _MAX_GAP

    def skip_hyphen(self, at: int) -> int:
        """Return the position behind a hyphen that joins, else the same position."""
        return at + 1 if self.low(at) == "-" and self.next_to(at) and self.next_to(at + 1) else at

    def is_no_number(self, at: int) -> bool:
        """Tell whether what looks like a number is an ordinal ("4th") or a pronoun ("the one")."""
        words, piece = self.words.words, self.pieces[at]
        if piece.value is not None:
            glued = at + 1 < len(self.pieces) and self.pieces[at + 1].start == piece.end
            return glued and self.low(at + 1) in words["ordinal_ends"]
        alone = piece.low == "one" and self.low(at + 1) not in self.words.scales
        return alone and at > 0 and self.low(at - 1) in words["pronoun_before_one"]

    def number(self, at: int) -> tuple[float, Form, int] | None:
        """Read the longest number that begins at a position."""
        vague = self._vague(at)
        if vague is not None:
            return vague[0], "vague", vague[1]
        part = self._part(at)
        if part is not None:
            return part[0], "part", part[1]
        whole = self._whole(at)
        return (whole[0], "count", whole[1]) if whole is not None else None

    def _vague(self, at: int) -> tuple[float, int] | None:
        """Read "dozens", "tens of thousands"; not "two dozens"."""
        word = self.low(at)
        if word in self.words.words["some"] and self._scale(at + 1) >= 12:
            return 2 * self._scale(at + 1), at + 2
        if at and self.next_to(at) and self._is_small(at - 1):
            return None
        if word in self.words.vague_factors and self.low(at + 1) in self.words.words["of"]:
            scale = self.words.vague.get(self.low(at + 2))
            if scale is not None and self.low(at + 2) not in self.words.sets:
                return self.words.vague_factors[word] * scale / 2, at + 3
        return (self.words.vague[word], at + 1) if word in self.words.vague else None

    def _is_small(self, at: int) -> bool:
        return self.pieces[at].value is not None or self.low(at) in self.words.small

    def _part(self, at: int, *, before_scale: bool = False) -> tuple[float, int] | None:
        """Read a fraction: "two thirds", "a quarter", "half", "3/4", "one in three", "½"."""
        word = self.low(at)
        if word in self.words.signs:
            return self.words.signs[word], at + 1
        if word in self.words.words["half"]:
            return None if self._scale_after(at + 1) and not before_scale else (0.5, at + 1)
        top = self._top(at)
        if top is None:
            return None
        value, after = top
        return self._denominator(value, after, before_scale) or self._ratio(value, after)

    def _top(self, at: int) -> tuple[float, int] | None:
        if self.low(at) in self.words.words["one"]:
            return 1.0, at + 1
        return self._plain(at)

    def _denominator(self, value: float, at: int, before_scale: bool) -> tuple[float, int] | None:
        at = self.skip_hyphen(at)
        below = self.words.parts.get(self.low(at))
        if below is None or not self.next_to(at) or (self._scale_after(at + 1) and not before_scale):
            return None
        plural = self.low(at).endswith("s")
        return (value / below, at + 1) if plural or value == 1 else None

    def _ratio(self, value: float, at: int) -> tuple[float, int] | None:
        word = self.low(at)
        over = word in self.words.words["over"] or (word == "/" and self.pieces[at - 1].value is not None)
        behind = self._plain(at + 1) if over else None
        if behind is None and value == 1:
            skip = next((n for n, r in ((1, ["in"]), (2, ["out", "of"])) if self._lows(at, n) == r), 0)
            behind = self._plain(at + skip) if skip else None
        if (
            behind is None
            or behind[0] <= value
            or behind[0] > (100 if word == "/" else 10_000)
            or self.low(behind[1]) == "/"
        ):
            return None
        return value / behind[0], behind[1]

    def _lows(self, at: int, count: int) -> list[str]:
        return [self.low(at + n) for n in range(count)]

    def _whole(self, at: int) -> tuple[float, int] | None:
        """Read a whole or decimal number, with scales, sets and a fraction behind."""
        read = self._halved(at) or self._a_scale(at) or self._plain(at)
        if read is None:
            return None
        value, after = read
        if self.low(after) in self.words.words["point"]:
            value, after = self._decimals(value, after)
        if self.next_to(after) and self.low(after) in self.words.sets:
            return value * self.words.sets[self.low(after)], after + 1
        return self._and_part(value, after)

    def _halved(self, at: int) -> tuple[float, int] | None:
        """Read "half a million", "half a dozen", "a quarter of a million"."""
        words = self.words.words
        share = 0.5 if self.low(at) in words["half"] else 0.25 if self.low(at) in words["quarter"] else 0.0
        if not share:
            return None
        after = at + 1 + (self.low(at + 1) in words["of"])
        after += self.low(after) in words["one"]
        size = self._scale(after)
        return (share * size, after + 1) if size else None

    def _scale(self, at: int) -> float:
        return self.words.scales.get(self.low(at)) or self.words.sets.get(self.low(at), 0.0)

    def _scale_after(self, at: int) -> bool:
        return bool(self._scale(at) or (self.low(at) in self.words.words["one"] and self._scale(at + 1)))

    def _a_scale(self, at: int) -> tuple[float, int] | None:
        """Read "a thousand", "a dozen", "hundred thousand"."""
        behind = at + 1 if self.low(at) in self.words.words["one"] else at
        if self._scale(behind) and (behind > at or self.low(at) in self.words.scales):
            if self.low(behind) in self.words.sets:
                return self._scale(behind), behind + 1
            return self._compound(behind)
        return None

    def _plain(self, at: int) -> tuple[float, int] | None:
        """Read figures or words without a fraction; "a thousand" only after a figure or word."""
        if at >= len(self.pieces) or not self._is_small(at):
            return None
        return self._compound(at)

    def _compound(self, at: int) -> tuple[float, int] | None:
        """Add up words and scales: "three hundred and twenty-one thousand and five"."""
        total, group, last, start = 0.0, None, float("inf"), at
        while at < len(self.pieces) and (at == start or self.next_to(at)):
            behind = self._joiner(at) if at > start else at
            step = self._step(group, behind)
            if step is not None:
                group, at = step, behind + 1
            elif behind == at and self._scales(at, last):
                scale = self._scales(at, last)
                total, group, last = total + (1.0 if group is None else group) * scale, None, scale
                at += 1
            else:
                break
        if at == start:
            return None
        return total + (group or 0.0), at

    def _joiner(self, at: int) -> int:
        """Return the position behind "and" or a hyphen inside a number in words."""
        if self.low(at) in self.words.words["and"] and self.low(at - 1) in self.words.scales:
            small = at + 1 < len(self.pieces) and self._is_small(at + 1)
            return at + 1 if small and self.low(at + 2) not in self.words.parts else at
        return self.skip_hyphen(at) if self.low(at - 1) in self.words.small else at

    def _step(self, group: float | None, at: int) -> float | None:
        """Return the group with the piece added, None if it does not fit ("five twenty")."""
        if at >= len(self.pieces):
            return None
        piece = self.pieces[at]
        if piece.value is not None:
            fits = group is None or (group % 100 == 0 and 0 < piece.value < 100 and self._after_and(at))
            return (group or 0.0) + piece.value if fits else None
        hundred = piece.low == "hundred" or self.words.scales.get(piece.low) == 100
        if hundred:
            figures = at > 0 and self.pieces[at - 1].value is not None
            return (group or 1.0) * 100 if group is None or 0 < group < 100 or figures else None
        value = self.words.small.get(piece.low)
        if value is None:
            return None
        if group is None or (group % 100 == 0 and group):
            return (group or 0.0) + value
        tens = group % 100 >= 20 and group % 10 == 0 and 0 < value < 10
        return group + value if tens else None

    def _after_and(self, at: int) -> bool:
        return self.low(at - 1) in self.words.words["and"]

    def _scales(self, at: int, last: float) -> float:
        word = self.low(at)
        scale = self.words.scales.get(word, 0.0)
        if not scale and at and self.pieces[at - 1].value is not None:
            scale = self.words.figure_scales.get(word, 0.0)
            if not scale and at > 1 and self.low(at - 2) in self.words.words["money"]:
                scale = self.words.money_scales.get(word, 0.0)
        return scale if 100 < scale < last else 0.0

    def _decimals(self, value: float, at: int) -> tuple[float, int]:
        digits, behind = "", at + 1
        while self.low(behind) in self.words.small and self.next_to(behind):
            digit = int(self.words.small[self.low(behind)])
            if digits and digit >= 10:
                break
            digits += str(digit)
            behind += 1
        return (value + float(f"0.{digits}"), behind) if digits else (value, at)

    def _and_part(self, value: float, at: int) -> tuple[float, int]:
        """Add a fraction behind: "2 1/4", "3 million and a half", "five and a half million"."""
        behind = at + 1 if self.low(at) in self.words.words["and"] else at
        part = self._part(behind, before_scale=True) if self.next_to(behind) else None
        if part is None or not 0 < part[0] < 1 or self.low(part[1]) in self.words.words["of"]:
            return value, at
        if behind == at and self.pieces[at].value is None and self.low(at) not in self.words.signs:
            return value, at
        last = self.words.scales.get(self.low(at - 1), 1.0)
        scale = self.words.scales.get(self.low(part[1]))
        if scale and last == 1.0:
            return (value + part[0]) * scale, part[1] + 1
        return value + part[0] * last, part[1]
