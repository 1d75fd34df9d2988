"""What every page is made with: the ledger, the templates, who is asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.asides import Asides
from sayso.faces.workbench.clocked import Clocked, Seen
from sayso.faces.workbench.links import changed
from sayso.faces.workbench.rendering import render
from sayso.faces.workbench.serving import Serving

if TYPE_CHECKING:
    from sayso.api import Ledger
    from sayso.views.pages import Pages

NAME_COOKIE = "sayso-name"

PAGE = 20
"""Cards on a page of the board, and of other lists of cards."""

LINES = 50
"""Statements on a page of statements."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a page stands among others: which numbers it shows, and how to go on."""

    first: int
    last: int
    total: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Bench:
    """The ledger that is served, and how."""

    ledger: Ledger
    serving: Serving
    asides: Asides
    clocked: Clocked

    @property
    def pages(self) -> Pages:
        """The ledger some at a time."""
        return self.ledger.pages

    def seen(self, request: Request) -> Seen:
        """Return the ledger by the two dates of an address, `as_of` and `known_on`."""
        return self.clocked.seen(request)

    def state(self) -> str:
        """Name what the pages show: another name means that one of them may show something else."""
        return f"{self.pages.state()} {self.asides.made}"

    def hues(self) -> dict[str, str]:
        """Return the class of each side's colour: the same in all pages, and that of charts."""
        return {side: f"s{number}" for side, number in self.asides.hues().items()}

    def show(self, request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """Return a page; what it shows is in `context`."""
        sides = self.pages.sides() if "sides" not in context else context["sides"]
        whole = {
            "path": request.url.path,
            "query": dict(request.query_params),
            "token": self.serving.token,
            "person": person(request, self.serving),
            "ledger_name": self.ledger.path.name,
            "sides": sides,
            "hues": self.hues() if "hues" not in context else context["hues"],
            "seen": Seen(self.ledger, None, None),
            **context,
        }
        return HTMLResponse(render(template, whole), status)

    def waiting(self, request: Request, title: str) -> HTMLResponse:
        """Return a page that says that this one is being worked out, and comes back by itself."""
        made = self.show(request, "waiting.html", title=title)
        made.headers["refresh"] = "2"
        made.headers["etag"] = '"waiting"'
        return made


def person(request: Request, serving: Serving) -> str:
    """Return the name under which judgements are made: the one last given, else that of `--by`."""
    return unquote(request.cookies.get(NAME_COOKIE, ""))[:80] or serving.by


def leaf(request: Request, size: int, total: int, name: str = "page") -> Leaf:
    """Return where the asked page stands; the pages are numbered from 1 in the query."""
    number = number_of(request, name)
    path, query = request.url.path, dict(request.query_params)
    return Leaf(
        first=min(total, (number - 1) * size + 1),
        last=min(total, number * size),
        total=total,
        previous=changed(path, query, **{name: number - 1 if number > 2 else None}) if number > 1 else None,
        next=changed(path, query, **{name: number + 1}) if number * size < total else None,
    )


def number_of(request: Request, name: str = "page") -> int:
    """Return the number of the page that is asked for; 1 where it is no number."""
    value = request.query_params.get(name, "1")
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 8 else 1


def offset_of(request: Request, size: int, name: str = "page") -> int:
    """Return how many things come before the asked page."""
    return (number_of(request, name) - 1) * size


def chosen(request: Request, name: str) -> str | None:
    """Return what was chosen under a name, None for nothing; at most 500 characters of it."""
    return request.query_params.get(name, "").strip()[:500] or None
