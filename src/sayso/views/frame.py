"""Rows of plain values: what every query of the Python door returns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from sayso.model.codec import to_record


@dataclass(frozen=True, slots=True, repr=False)
class Frame(Sequence[dict[str, Any]]):
    """Rows of plain values (strings, numbers, lists, dicts), with no table library forced on anybody.

    >>> frame = Frame(({"place": "Vantorr", "sides": 2}, {"place": "Estig", "sides": 1}))
    >>> frame
    <Frame of 2 rows: place, sides>
    >>> frame[0]["place"], len(frame[1:])
    ('Vantorr', 1)
    >>> frame.to_records()
    [{'place': 'Vantorr', 'sides': 2}, {'place': 'Estig', 'sides': 1}]
    """

    rows: tuple[dict[str, Any], ...]

    @classmethod
    def of(cls, records: Iterable[Any]) -> Frame:
        """Return the records of any kind as rows."""
        return cls(tuple(to_record(record) for record in records))

    def to_records(self) -> list[dict[str, Any]]:
        """Return the rows as a list of dicts, as `pandas.DataFrame` and `polars.DataFrame` take it."""
        return [dict(row) for row in self.rows]

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, index: slice) -> Frame: ...

    def __getitem__(self, index: int | slice) -> dict[str, Any] | Frame:
        return Frame(self.rows[index]) if isinstance(index, slice) else self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        fields = dict.fromkeys(name for row in self.rows for name in row)
        return f"<Frame of {len(self)} rows: {', '.join(fields)}>"
