"""A ledger whose every word tries to get out of the page that shows it. All of it is made up."""

from __future__ import annotations

from pathlib import Path

from sayso.ledger import open_writer
from sayso.ledger.interface import Record
from sayso.model.analysis import Entity
from sayso.model.article import Article, Block
from sayso.model.profile import Profile
from sayso.model.proposition import Figure, Proposition
from sayso.model.span import Span
from sayso.model.statement import Gap, SlotSpan, Statement
from sayso.pipeline.weigh import weigh_ledger

PAYLOADS = (
    "<script>window.hit=1;fetch('http://outside.test/a')</script>",
    "<img src=http://outside.test/b onerror=window.hit=1>",
    "\"'><svg/onload=window.hit=1>",
    "</title></style></textarea></script><script>window.hit=1</script>",
    "{{ 7*7 }}{% raw %}${7*7}<%= 7*7 %>",
    "javascript:window.hit=1//",
    "<a href=javascript:window.hit=1>go</a>",
    "<style>@import url(http://outside.test/c);*{background:url(http://outside.test/d)}</style>",
    "<link rel=stylesheet href=http://outside.test/e><base href=http://outside.test/>",
    "<meta http-equiv=refresh content='0;url=http://outside.test/f'>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "\u202egnidaer sdrawkcab\u2066 <b onmouseover=window.hit=1>\u200e",
    "' autofocus onfocus=window.hit=1 x='",
    "<form action=http://outside.test/g><input name=q><button id=q>x</button></form>",
    "<math><mtext></form><mglyph><style></math><img src onerror=window.hit=1>",
    "--></script><!--<script>window.hit=1</script>",
    "%3Cscript%3Ewindow.hit=1%3C/script%3E",
    '<noscript><p title="</noscript><img src=x onerror=window.hit=1>">',
)


def make(path: Path) -> Path:
    """Make the ledger, weighed, and return its path."""
    with open_writer(path) as writer:
        for number, payload in enumerate(PAYLOADS):
            writer.add(_record(number, payload))
        weigh_ledger(writer, Profile())
    return path


def _record(number: int, payload: str) -> Record:
    place, claimer, side = f"Ford {payload}", f"Speaker {payload}", f"League {payload}"
    first = f"{claimer} said that the {side} took {place}."
    second = f"Another voice denied that the {side} took {place}, and named 12 {payload}."
    title = f"Title {payload}"
    text = "\n".join((title, first, second))
    name = (
        f"javascript:window.hit=1//{payload}" if number % 2 else f"https://paper.example/{number}?{payload}"
    )
    key = Article.make_id(name, text)
    starts = [0, len(title) + 1, len(title) + len(first) + 2]
    blocks = tuple(
        Block(Span(start, start + len(line)), kind)
        for start, line, kind in zip(
            starts, (title, first, second), ("title", "paragraph", "paragraph"), strict=True
        )
    )
    article = Article(
        key, name, None, text, blocks, title, f"Outlet {payload}", f"By {payload}", "2031-03-04", payload, "en",
        payload, (payload,),
    )  # fmt: skip
    statements = (
        _statement(article, first, starts[1], claimer, side, place, "true-certain", payload),
        _statement(
            article, second, starts[2], f"Denier {payload}", "Other side", place, "false-certain", payload
        ),
    )
    return Record(article, "read", "made/1", None, statements, (Entity("place", place),))


def _statement(
    article: Article, line: str, start: int, claimer: str, side: str, place: str, epistemic: str, payload: str
) -> Statement:
    span = Span(start, start + len(line))
    return Statement(
        "", article.id, line, span, "indirect", epistemic, "actual",  # type: ignore[arg-type]
        Proposition("takeover", actor=side, place=place, when="2031-03-04",
                    quantity=Figure(f"people {payload}", value=12) if epistemic == "false-certain" else None),
        claimer=claimer, claimer_for=side, via=(payload,), verification="disputed", verified_by=payload,
        slots=(SlotSpan("claimer", Span(start, start + len(claimer))), SlotSpan("cue", Span(start + 3, start + 40))),
        gaps=(Gap("target", payload),), reader=payload,
    ).identified()  # fmt: skip
