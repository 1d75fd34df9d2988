"""Templates filled: every value escaped, whatever it is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import escape

import sayso
from sayso.faces.cli.days import day_words
from sayso.faces.cli.figures import figure_words
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.pages import MEANS
from sayso.faces.workbench import links
from sayso.faces.workbench.words import LETTERS, TYPES, meaning

STATIC = resources.files("sayso.faces.workbench") / "static"


@cache
def environment() -> Environment:
    """Return the templates; a name that a page forgot is an error, not an empty spot.

    Whatever is put into a page is made `visible` and escaped; the words of articles alone (`printed`) are
    escaped only: they are shown as they stand, and kept apart by style from the writing around them.
    """
    made = Environment(
        loader=PackageLoader("sayso.faces.workbench", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        day=lambda value: day_words(value) if value else "",
        figure=figure_words,
        counted=count_words,
        meaning=meaning,
        letter=lambda number: LETTERS[number] if number < len(LETTERS) else str(number + 1),
        outside=links.outside,
        visible=visible,
        printed=escape,
        kind=lambda name: TYPES.get(name, name),
    )
    made.globals.update(
        page=links.page, changed=links.changed, static=static, version=sayso.__version__, means=MEANS
    )
    return made


def render(template: str, context: Mapping[str, Any]) -> str:
    """Return a page."""
    return environment().get_template(template).render(context)


@cache
def static(name: str) -> str:
    """Return the address of a file of ours; another content has another address, so it may be kept long."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{digest}/{name}"


BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
"""Characters that turn the direction of writing: in a name they would make it read as another."""


def visible(text: str | None) -> str:
    """Return a name or title as it may stand in a line: no turned writing, no control characters."""
    kept = (text or "").translate(BIDI)
    return "".join(c if c.isprintable() or c in " \n" else "\N{REPLACEMENT CHARACTER}" for c in kept)
