"""The brief as one HTML page that stands alone: no script, nothing fetched, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sayso.briefs.words import (
    READING,
    change_words,
    changes,
    givers,
    heading,
    omissions,
    opening,
    source,
    standing,
)
from sayso.model.plain import plain
from sayso.views.brief import Brief, BriefPoint, Note

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 "Noto Sans", "DejaVu Sans", Verdana, sans-serif; color: #1b1b1b; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .2rem; }
h3 { font-size: 1rem; margin: .8rem 0 .2rem; }
.lead, .reading { margin: .4rem 0; } .reading { color: #555; font-size: .9rem; }
.status { margin: 0 0 .4rem; color: #444; } .status b { text-transform: uppercase; letter-spacing: .03em;
  font-size: .8rem; border: 1px solid #767676; border-radius: .2rem; padding: 0 .35em; color: #1b1b1b; }
ul { padding-left: 1.2rem; margin: .3rem 0; } li { margin: .25rem 0; } .by { color: #444; }
ol.notes { font-size: .88rem; padding-left: 2.4rem; } q { quotes: "\\201c" "\\201d"; }
sup a { text-decoration: none; padding: 0 .15em; } a { color: #0b57a4; }
:target { background: #fff3c4; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; }
  li { break-inside: avoid; } }
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def printed(brief: Brief) -> bytes:
    """Return the page (UTF-8)."""
    return "\n".join([*_head(brief), *_body(brief), "</main></body></html>", ""]).encode()


def _text(words: str) -> str:
    return escape(plain(words))


def _head(brief: Brief) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(brief.title)}</title>\n<style>{_STYLE}</style></head>"


def _body(brief: Brief) -> Iterator[str]:
    yield f"<body><main>\n<h1>{_text(brief.title)}</h1>"
    yield f'<p class="lead">{_text(opening(brief))}</p>\n<p class="reading">{_text(READING)}</p>'
    seen: set[int] = set()
    if brief.changes:
        yield "<section>\n<h2>What changed</h2>"
        for words, found in changes(brief):
            yield f"<h3>{_text(words)}</h3>\n<ul>"
            yield from (
                f"<li><bdi>{_text(change_words(one))}</bdi>{_mark(one.note, seen)}</li>" for one in found
            )
            yield "</ul>"
        yield "</section>"
    for number, point in enumerate(brief.points, 1):
        yield from _point(number, point, seen)
    if brief.named:
        yield "<h2>Also spoken of</h2>\n<ul>"
        yield from (
            f"<li><bdi>{_text(question)}</bdi> — {_text(status)}</li>" for question, status in brief.named
        )
        yield "</ul>"
    left_out = list(omissions(brief))
    if left_out:
        yield "<h2>What this brief leaves out</h2>\n<ul>"
        yield from (f"<li>{_text(sentence)}</li>" for sentence in left_out)
        yield "</ul>"
    if brief.notes:
        yield '<h2>Sentences</h2>\n<ol class="notes">'
        yield from (_note(note) for note in brief.notes)
        yield "</ol>"


def _point(number: int, point: BriefPoint, seen: set[int]) -> Iterator[str]:
    yield f"<section>\n<h2>{number}. <bdi>{_text(heading(point))}</bdi></h2>"
    status, _, reason = standing(point).partition(": ")
    yield f'<p class="status"><b>{_text(status)}</b> <bdi>{_text(reason)}</bdi></p>\n<ul>'
    for answer in point.answers:
        words = f"<bdi>{_text(answer.answer)}</bdi>{''.join(_mark(n, seen) for n in answer.notes)}"
        yield f'<li>{words} <span class="by">— <bdi>{_text(givers(answer))}</bdi></span></li>'
    yield "</ul>\n</section>"


def _mark(note: Note, seen: set[int]) -> str:
    """Return the mark of a footnote; the way back leads to the first of its marks."""
    n = note.number
    anchor = "" if n in seen else f' id="r{n}"'
    seen.add(n)
    return f'<sup><a href="#n{n}"{anchor} aria-label="sentence {n}">{n}</a></sup>'


def _note(note: Note) -> str:
    back = f'<a href="#r{note.number}" aria-label="back to the text">↩</a>'
    words = f"<q><bdi>{_text(note.line.evidence)}</bdi></q> — <bdi>{_text(source(note))}</bdi>"
    return f'<li id="n{note.number}" value="{note.number}">{words} {back}</li>'
