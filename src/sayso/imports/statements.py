"""`sayso import statements`: a file of rows to statements; what is wrong with a row becomes an issue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from sayso.imports.catalogue import format_of
from sayso.imports.interface import Imported, Line
from sayso.imports.locate import anchored
from sayso.model.article import Article
from sayso.model.contract import from_row
from sayso.model.errors import InputError
from sayso.model.issue import Issue, Severity
from sayso.model.rowcheck import faults, tidy
from sayso.model.statement import Statement

ArticleOf = Callable[[str], Article | None]
"""Gives the ledger's article of this name, None where it has none (or cannot tell which)."""


def stub(name: str) -> Article:
    """Return the article that stands for one that Sayso never read: a name, no text."""
    return Article(id=Article.make_id(name, ""), name=name, capture=None, text="", blocks=())


def nowhere(name: str) -> Article | None:  # noqa: ARG001 - the shape of ArticleOf
    """Say that the ledger has no such article."""
    return None


def read_statements(
    path: Path, article_of: ArticleOf = nowhere, form: str | None = None
) -> Iterator[Imported | Issue]:
    """Return what is wrong with the file's rows, then the statements, by the names of their articles.

    `form` names the format; without it the file's ending tells.

    Raises:
        InputError: the file cannot be read, is not UTF-8, or its header line does not fit.
        UsageError: nothing reads such a file.
    """
    reads = format_of(path, form)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    return gather(reads.read(text, path.name), path.name, article_of)


def gather(lines: Iterator[Line], source: str, article_of: ArticleOf = nowhere) -> Iterator[Imported | Issue]:
    """Return the rows' issues in order, then the statements of the good rows by article name."""
    work = _Work(source, article_of)
    for line in lines:
        work.take(line)
    filled = sorted(name for name, held in work.articles.items() if held.statements)
    return chain(work.issues, (work.articles[name].closed() for name in filled))


@dataclass(slots=True)
class _Open:
    article: Article
    known: bool
    statements: list[Statement] = field(default_factory=list)

    def closed(self) -> Imported:
        return Imported(self.article, self.known, tuple(self.statements))


@dataclass(slots=True)
class _Work:
    """The state of one import: the articles met so far, the ids taken, the issues found."""

    source: str
    article_of: ArticleOf
    articles: dict[str, _Open] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def take(self, line: Line) -> None:
        if line.fields is None:
            code, message = line.fault or ("broken-row", "cannot be read")
            self._issue(line, code, message)
            return
        row = tidy(line.fields)
        wrong = faults(row)
        for fault in wrong:
            self._issue(line, fault.code, f"{fault.field}: {fault.message}")
        if wrong:
            return
        home = self._home(row["article"])
        statement = self._placed(from_row(row, home.article.id, self.source), home, line, named="id" in row)
        if statement.id in self.taken:
            self._again(line, statement.id, named="id" in row)
            return
        self.taken[statement.id] = line.number
        home.statements.append(statement)

    def _again(self, line: Line, key: str, *, named: bool) -> None:
        first = self.taken[key]
        if named:
            self._issue(line, "same-id", f"id: {key!r} is that of row {first} too")
        else:
            self._issue(line, "same-row", f"says the same as row {first}; taken once", "note")

    def _home(self, name: str) -> _Open:
        if name not in self.articles:
            found = self.article_of(name)
            self.articles[name] = _Open(found or stub(name), found is not None)
        return self.articles[name]

    def _placed(self, statement: Statement, home: _Open, line: Line, *, named: bool) -> Statement:
        placed = anchored(statement, home.article.text)
        if placed.span is None and home.article.text:
            message = "evidence: does not stand (once) in the article's text; kept as quoted"
            self._issue(line, "evidence-not-found", message, "warning")
        return placed if named else replace(placed, id="").identified()

    def _issue(self, line: Line, code: str, message: str, severity: Severity = "error") -> None:
        self.issues.append(
            Issue("import", code, f"row {line.number}: {message}", self.source, severity, line=line.number)
        )
