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
from typing import Any, TypeVar

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
    try:
        made: Any = _maker(typing.cast("Any", kind))(record)
    except _MISFIT:
        # Slower, but it knows where it is: the error names the field.
        made = _build(kind, record, kind.__name__)
    return typing.cast("T", made)


Maker = Callable[[Any], Any]
"""Makes one value of a type from its plain form; raises one of `_MISFIT` where that is none."""

_MISFIT = (ValueError, TypeError, KeyError, AttributeError)


@cache
def _maker(hint: Any) -> Maker:
    """Return how values of a type are made, found out once: a ledger has a million of them."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record_maker(hint)
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = next(_maker(option) for option in typing.get_args(hint) if option is not type(None))
        optional = type(None) in typing.get_args(hint)
        return lambda value: None if value is None and optional else inner(value)
    if origin is tuple and typing.get_args(hint)[1:] == (Ellipsis,):
        item = _maker(typing.get_args(hint)[0])
        return lambda value: tuple([item(each) for each in _exactly(list, value)])
    if origin is typing.Literal:
        legal = frozenset(typing.get_args(hint))
        return lambda value: value if value in legal else _misfit(value)
    if hint is str:
        return lambda value: _exactly(str, value)
    return lambda value: _build(hint, value, "")


def _record_maker(kind: type) -> Maker:
    makers = {name: _maker(hint) for name, hint in _hints(kind).items()}

    def make(value: Any) -> Any:
        return kind(**{name: makers[name](item) for name, item in value.items()})

    return make


def _exactly(kind: type, value: Any) -> Any:
    return value if type(value) is kind else _misfit(value)


def _misfit(value: Any) -> Any:
    raise ValueError(value)


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    # A field without a default is compared with MISSING, which nothing equals.
    return tuple((f.name, f.default) for f in dataclasses.fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(hint: Any, value: Any, path: str) -> Any:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _build_record(hint, value, path)
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _build_union(hint, value, path)
    if origin is tuple:
        return _build_tuple(hint, value, path)
    if origin is typing.Literal:
        return _check(value in typing.get_args(hint), value, path, hint)
    if hint is float:
        _check(isinstance(value, (int, float)) and not isinstance(value, bool), value, path, hint)
        return float(value)
    if hint is int:
        return _check(isinstance(value, int) and not isinstance(value, bool), value, path, hint)
    return _check(isinstance(value, hint), value, path, hint)


def _check(fits: bool, value: Any, path: str, hint: Any) -> Any:
    if not fits:
        raise ValueError(f"{path}: {value!r} is not {getattr(hint, '__name__', None) or hint}")
    return value


def _build_record(kind: type, value: Any, path: str) -> Any:
    _check(isinstance(value, dict), value, path, kind)
    hints = _hints(kind)
    unknown = sorted(set(value) - set(hints))
    if unknown:
        raise ValueError(f"{path}: unknown field {unknown[0]!r}")
    try:
        return kind(**{name: _build(hints[name], item, f"{path}.{name}") for name, item in value.items()})
    except TypeError as error:
        raise ValueError(f"{path}: {error}") from None


def _build_union(hint: Any, value: Any, path: str) -> Any:
    options = typing.get_args(hint)
    if value is None and type(None) in options:
        return None
    inner = [option for option in options if option is not type(None)]
    return _build(inner[0], value, path)


def _build_tuple(hint: Any, value: Any, path: str) -> tuple[Any, ...]:
    _check(isinstance(value, (list, tuple)), value, path, hint)
    args = typing.get_args(hint)
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_build(args[0], item, f"{path}[{n}]") for n, item in enumerate(value))
    _check(len(value) == len(args), value, path, hint)
    return tuple(_build(a, item, f"{path}[{n}]") for n, (a, item) in enumerate(zip(args, value, strict=True)))
