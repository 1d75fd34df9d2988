"""The situation brief on paper: Markdown, HTML, PDF; one format a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from sayso.model.errors import UsageError
from sayso.views.brief import Brief

FORMATS = ("md", "html", "pdf")

_MODULES = {"md": "markdown", "html": "html", "pdf": "pdf"}


def printed(brief: Brief, form: str) -> bytes:
    """Return the brief as ``md``, ``html`` or ``pdf``; the same brief gives the same bytes.

    Raises:
        UsageError: there is no such format, or the PDF library is not installed.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no brief format {form!r}: there are {', '.join(FORMATS)}")
    try:
        made: Callable[[Brief], bytes] = import_module(f"sayso.briefs.{_MODULES[form]}").printed
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("sayso"):
            raise
        raise UsageError(f"a brief in PDF needs {error.name}: pip install 'sayso[briefs]'") from None
    return made(brief)
