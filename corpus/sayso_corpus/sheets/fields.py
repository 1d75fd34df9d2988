"""The fields of one line of a sheet: their values, and the words behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from sayso_corpus.errors import SheetError
from sayso_corpus.records import Quantity, Span
from sayso_corpus.sheets.places import Text

_KEYED = re.compile(r"(?<!\S)(v|low|high|unit|of)=")
_SPANS_ALONE = ("src", "cue", "con")


class Fields:
    """The fields of one line, each asked for once, so that what nobody asked for can be reported."""

    def __init__(
        self, text: Text, keys: Set[str], parts: Iterable[str], evidence: Span | None = None
    ) -> None:
        """Take the parts of a line apart; `keys` are the entities' and `evidence` where bare words stand."""
        self._text, self._keys, self._evidence = text, keys, evidence
        self._values: dict[str, str] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._asked: set[str] = set()
        for part in filter(None, parts):
            self._add(part)

    def has(self, name: str) -> bool:
        """Tell whether the field was given."""
        self._asked.add(name)
        return name in self._values

    def value(self, name: str) -> str | None:
        """Return the field's value, None where it has none."""
        self._asked.add(name)
        return self._values.get(name) or None

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of entities in the field's value; raises SheetError for one that is none."""
        return tuple(known(key, self._keys) for key in self._listed(name))

    def names(self, name: str) -> tuple[str, ...]:
        """Return keys, and names in quotation marks without these."""
        items = self._listed(name)
        return tuple(item[1:-1] if item[:1] == '"' else known(item, self._keys) for item in items)

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return the words given for the field, in the order of the text."""
        self._asked.add(name)
        return tuple(sorted(self._spans.get(name, ())))

    def quantity(self, name: str) -> Quantity | None:
        """Return the figure in the field; raises SheetError where it is none."""
        words = self.value(name)
        return _quantity(words) if words else None

    def done(self) -> None:
        """Raise SheetError if a field was given that nothing asked for."""
        unknown = (set(self._values) | set(self._spans)) - self._asked
        if unknown:
            raise SheetError(f"unknown field {', '.join(sorted(unknown))}")

    def _listed(self, name: str) -> list[str]:
        return [item.strip() for item in (self.value(name) or "").split("+") if item.strip()]

    def _add(self, part: str) -> None:
        head, *marks = re.split(r"(?:^|\s)~", part)
        key = re.match(r"[a-z]+", head)
        if key is None:
            raise SheetError(f"cannot be understood: {part[:60]!r}")
        name, value = key.group(), head[key.end() :].strip()
        if name in _SPANS_ALONE and value and not value.startswith("="):
            self._spans[name] = (*self._spans.get(name, ()), *self._text.places(value))
            return
        if name in self._values:
            raise SheetError(f"`{name}` stands twice")
        value, _, others = value.removeprefix("=").strip().partition(" by=")
        self._values[name] = value.strip()
        if others:
            self._values["by"] = others.strip()
        self._spans[name] = tuple(span for mark in marks for span in self._mark(mark.strip()))

    def _mark(self, mark: str) -> tuple[Span, ...]:
        if self._evidence is None:
            raise SheetError("`~` is for statements")
        if re.match(r"\d+(\.\.\d+)?(#\d+)?:", mark):
            return tuple(self._text.places(mark))
        number, _, words = mark[1:].partition(":") if re.match(r"#\d+:", mark) else ("1", "", mark)
        return (self._text.locate(words.strip(), self._evidence, int(number)),)


def known(key: str, keys: Set[str]) -> str:
    """Return the key of an entity; raises SheetError where there is none of that key."""
    if key not in keys:
        raise SheetError(f"no entity {key!r}; declare it with @, or put a name in quotation marks")
    return key


def one_of(value: str, legal: tuple[str, ...], what: str) -> str:
    """Return the value if it is legal; raises SheetError naming the legal ones."""
    if value not in legal:
        raise SheetError(f"{what} {value!r} is none of {', '.join(legal)}")
    return value


def _quantity(words: str) -> Quantity:
    places = [*_KEYED.finditer(words)]
    ends = [*(place.start() for place in places[1:]), len(words)]
    given = {
        place.group(1): words[place.end() : end].strip() for place, end in zip(places, ends, strict=True)
    }
    if "unit" not in given or not given.keys() & {"v", "low", "high"}:
        raise SheetError("a quantity has `unit=` and one of `v=`, `low=`, `high=`")
    try:
        value, low, high = (float(given[key]) if key in given else None for key in ("v", "low", "high"))
    except ValueError as fault:
        raise SheetError(f"no figure: {fault}") from None
    unit, whole = (given[key].strip("\"'") if key in given else None for key in ("unit", "of"))
    return Quantity(unit or "", value, low, high, whole)
