"""Which server is asked, for which model, and within which limits."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args
from urllib.parse import urlsplit

from sayso.model.errors import UsageError

Form = Literal["schema", "object", "text"]
"""How structure is asked for: a JSON schema that the server enforces, JSON of any kind, or in words only."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Server, model, limits and prices.

    `url` is the base address ("http://127.0.0.1:8000/v1"), `key` its key ("" where it wants none).
    `seconds` bounds one request, `article_seconds` all requests of one article; `retries` counts the tries
    after the first; `window` is the most characters of an article that one request holds; `answer` the most
    tokens of an answer (None: as the server likes).  `price_in` and `price_out` are for a million tokens, in
    whatever currency; None where nobody said.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    form: Form = "schema"
    seconds: float = 120.0
    article_seconds: float = 900.0
    retries: int = 3
    window: int = 6000
    answer: int | None = None
    temperature: float | None = 0.0
    price_in: float | None = None
    price_out: float | None = None


VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        "url": "SAYSO_LLM_URL",
        "model": "SAYSO_LLM_MODEL",
        "key": "SAYSO_LLM_KEY",
        "form": "SAYSO_LLM_FORM",
        "seconds": "SAYSO_LLM_SECONDS",
        "article_seconds": "SAYSO_LLM_ARTICLE_SECONDS",
        "retries": "SAYSO_LLM_RETRIES",
        "window": "SAYSO_LLM_WINDOW",
        "answer": "SAYSO_LLM_ANSWER",
        "temperature": "SAYSO_LLM_TEMPERATURE",
        "price_in": "SAYSO_LLM_PRICE_IN",
        "price_out": "SAYSO_LLM_PRICE_OUT",
    }
)
"""The settings by name, and the variable of the environment that holds each."""

_WHOLE = frozenset({"retries", "window", "answer"})
_LEAST = {"seconds": 0.01, "article_seconds": 0.01, "retries": 0, "window": 200, "answer": 16}


def settings_of(options: Mapping[str, str | None], environment: Mapping[str, str]) -> Settings:
    """Return the settings that the options give, and for the rest the environment.

    Raises:
        UsageError: there is no address or no model, or a value is none of its kind.
    """
    given = {name: options.get(name) or environment.get(variable) for name, variable in VARIABLES.items()}
    held = {name: value for name, value in given.items() if value}
    for name in ("url", "model"):
        if name not in held:
            raise UsageError(
                f"the reader 'llm' needs a server and a model: set --llm-url and --llm-model "
                f"(or {VARIABLES['url']} and {VARIABLES['model']})"
            )
    if urlsplit(held["url"]).scheme not in ("http", "https"):
        raise UsageError(f"{VARIABLES['url']} is {held['url']!r}: it must begin with http:// or https://")
    form = held.get("form", "schema")
    if form not in get_args(Form):
        raise UsageError(f"{VARIABLES['form']} is {form!r}: it must be one of {', '.join(get_args(Form))}")
    words = {name: value for name, value in held.items() if name in ("url", "model", "key", "form")}
    numbers = {name: _number(name, value) for name, value in held.items() if name not in words}
    return Settings(**words, **numbers)  # type: ignore[arg-type]


def _number(name: str, value: str) -> float | int | None:
    if name == "temperature" and value.lower() == "none":
        return None
    try:
        number = int(value) if name in _WHOLE else float(value)
    except ValueError:
        raise UsageError(f"{VARIABLES[name]} is {value!r}: it must be a number") from None
    if not math.isfinite(number) or number < _LEAST.get(name, 0):
        raise UsageError(f"{VARIABLES[name]} is {value}: it must be at least {_LEAST.get(name, 0)}")
    return number
