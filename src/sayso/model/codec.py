"""Records to plain JSON values and back, driven by their own annotations.

None, empty tuples and other defaults are left out of the record, so that an absent field reads "not
said" in every export; reading puts the defaults back, and the round trip is the identity.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


def to_record(value: Any) -> Any:
    """Return `value` as dicts, lists, strings, numbers, booleans and None; whole floats as integers."""
    kind = type(value)
    if kind is str or value is None:
        return value
    if kind is float:
        # 5 and 5.0 are one figure: they must give one id.
        return int(value) if value.is_integer() else value
    if dataclasses.is_dataclass(kind):
        return {name: to_record(item) for name, default in _fields(kind)
                if (item := getattr(value, name)) != default}  # fmt: skip
    if isinstance(value, (tuple, list)):
        return [to_record(item) for item in value]
    return value


def from_record(kind: type[T], record: Any) -> T:
    """Return the record of type `kind` that `to_record` wrote.

    Raises:
        ValueError: a field is missing, unknown, or not of its type; the text names it.
    """
    return typing.cast("T", _builder(typing.cast("Any", kind))(record, kind.__name__))


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    # A field without a default is compared with MISSING, which nothing equals.
    return tuple((f.name, f.default) for f in dataclasses.fields(kind))


Build = Callable[[Any, str], Any]
"""Makes a value of a record's plain one; the second argument says where it stands, for errors."""


@cache
def _builder(hint: Any) -> Build:
    """Return what builds a value of this type: made once a type, for a ledger holds many records of few."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record_builder(hint)
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_builder(hint)
    if origin is tuple:
        return _tuple_builder(hint)
    if origin is typing.Literal:
        legal = typing.get_args(hint)
        return lambda value, path: value if value in legal else _misfit(value, path, hint)
    if hint is float:
        return _build_float
    if hint is int:
        return lambda value, path: value if type(value) is int else _misfit(value, path, hint)
    return lambda value, path: value if isinstance(value, hint) else _misfit(value, path, hint)


def _misfit(value: Any, path: str, hint: Any) -> NoReturn:
    raise ValueError(f"{path}: {value!r} is not {getattr(hint, '__name__', None) or hint}")


def _build_float(value: Any, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        _misfit(value, path, float)
    return float(value)


def _record_builder(kind: type) -> Build:
    hints = typing.get_type_hints(kind)

    def build(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            _misfit(value, path, kind)
        try:
            return kind(
                **{name: _builder(hints[name])(item, f"{path}.{name}") for name, item in value.items()}
            )
        except KeyError:
            unknown = sorted(set(value) - set(hints))
            raise ValueError(f"{path}: unknown field {unknown[0]!r}") from None
        except TypeError as error:
            raise ValueError(f"{path}: {error}") from None

    return build


def _union_builder(hint: Any) -> Build:
    options = typing.get_args(hint)
    inner = _builder(next(option for option in options if option is not type(None)))
    if type(None) not in options:
        return inner
    return lambda value, path: None if value is None else inner(value, path)


def _tuple_builder(hint: Any) -> Build:
    args = typing.get_args(hint)
    if len(args) == 2 and args[1] is Ellipsis:
        one = _builder(args[0])

        def many(value: Any, path: str) -> tuple[Any, ...]:
            if not isinstance(value, (list, tuple)):
                _misfit(value, path, hint)
            return tuple([one(item, f"{path}[{n}]") for n, item in enumerate(value)])

        return many
    each = [_builder(arg) for arg in args]

    def fixed(value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)) or len(value) != len(each):
            _misfit(value, path, hint)
        return tuple(
            make(item, f"{path}[{n}]") for n, (make, item) in enumerate(zip(each, value, strict=True))
        )

    return fixed
