"""The reader by a served language model: it proposes, and only what the article bears out is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.model.article import Article
from sayso.model.issue import Issue, Severity
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.reading.bearing import bears_on_conflict
from sayso.reading.cast.scene import Places
from sayso.reading.llm.answers import Malformed, checked, rows_of, useless
from sayso.reading.llm.asking import guide
from sayso.reading.llm.fencing import fenced
from sayso.reading.llm.grounding import Ground, Unfounded
from sayso.reading.llm.naming import Namer
from sayso.reading.llm.server import Answer, ChatServer, Server, Unanswered, instructions
from sayso.reading.llm.settings import Settings
from sayso.reading.llm.windows import Part, halves, parts_of
from sayso.reading.reader import FAULTS, Reading, Usage, beside, unreadable
from sayso.reading.rules import RuleReader

TRIES = 2
"""So often an answer is asked for that turns out not to be the JSON that was asked for."""
PATIENCE = 3
"""After so many articles in a row that a server did not answer it is asked no more in this run."""


class _GivenUp(Exception):
    """The article was not read, for a cause outside of it; holds the issue that says why."""

    def __init__(self, article: Article, code: str, why: str) -> None:
        message = f"the article was not read: {why}"
        super().__init__(message)
        self.issue = Issue("reading", code, message, article.name)


@dataclass(slots=True)
class _Work:
    """One article in hand: what it is held against, what was kept and dropped, and when time is up."""

    article: Article
    ground: Ground
    until: float
    kept: list[Statement]
    issues: list[Issue]

    def tell(self, code: str, message: str, severity: Severity = "warning") -> None:
        self.issues.append(Issue("reading", code, message, self.article.name, severity))


class LlmReader:
    """Reads English with a language model behind an address.

    It is the one reader that does not promise the same reading of the same article: the server may answer
    otherwise tomorrow.  Its name holds the model's, and what it read stays as it was read.
    """

    version = "1"
    languages = frozenset({"en"})

    def __init__(
        self, profile: Profile, gazetteer: Places, settings: Settings, server: Server | None = None
    ) -> None:
        """Keep what all articles are read with; `server` stands in for the one that the settings name."""
        self.name = f"llm:{settings.model}"
        self._rules = RuleReader(profile, gazetteer)
        self._gazetteer = gazetteer
        self._settings = settings
        self._server = server or ChatServer(settings)
        self._system = instructions(settings.form, guide())
        self._silent = 0
        self.usage = Usage(price_in=settings.price_in, price_out=settings.price_out)

    def read(self, article: Article) -> Reading:
        """Return the reading of `article`; what goes wrong becomes an issue.

        Where the server gave no answer the reading says `again`: nothing is known of the article yet.
        """
        try:
            analysis = self._rules.analyse(article)
            if not bears_on_conflict(analysis):
                return beside(article, analysis)
            ground = Ground(article, analysis, Namer.of(article.text, analysis, self._gazetteer))
            work = _Work(article, ground, time.monotonic() + self._settings.article_seconds, [], [])
            self._read(work)
        except _GivenUp as given_up:
            return Reading(analysis, (), (given_up.issue,), again=True)
        except FAULTS as error:
            return unreadable(article, error)
        mark = f"{self.name}/{self.version}"
        unique = dict.fromkeys(one.identified() for one in work.kept)
        told = sorted(unique, key=lambda s: (s.span.start, s.span.end, s.id) if s.span else (0, 0, s.id))
        return Reading(analysis, tuple(replace(one, reader=mark) for one in told), tuple(work.issues))

    def _read(self, work: _Work) -> None:
        sentences = work.ground.analysis.sentences
        waiting = parts_of(work.article, sentences, self._settings.window)
        while waiting:
            part = waiting.pop(0)
            try:
                answer, rows = self._rows(work, part)
            except Malformed as error:
                work.tell("not-json", f"{error}; no statement was taken from {_where(part)}", "error")
                continue
            if answer.refusal:
                said = " ".join(answer.refusal.split())[:200]
                work.tell("refused", f"the model refused to read {_where(part)}: {said}", "error")
            elif answer.finish == "length":
                pieces = halves(work.article, sentences, part)
                waiting = [*pieces, *waiting]
                if not pieces:
                    work.tell("cut-off", f"the answer on {_where(part)} broke off; it is left out", "error")
            else:
                work.kept += self._grounded(work, rows, part.span)

    def _rows(self, work: _Work, part: Part) -> tuple[Answer, list[object]]:
        """Return an answer and its rows (none of a refusal or a torn answer); raises Malformed, _GivenUp."""
        for last in (*[False] * (TRIES - 1), True):
            answer = self._answer(work, part)
            if answer.refusal or answer.finish == "length":
                return answer, []
            if answer.finish == "content_filter":
                return replace(answer, refusal="the server's content filter withheld the answer"), []
            try:
                return answer, list(rows_of(answer.text))
            except Malformed:
                if last:
                    raise
        raise AssertionError("unreachable")

    def _answer(self, work: _Work, part: Part) -> Answer:
        left = work.until - time.monotonic()
        if left <= 0:
            limit = f"{self._settings.article_seconds:.0f} s"
            raise _GivenUp(work.article, "timeout", f"it took longer than {limit}")
        if self._silent >= PATIENCE:
            why = f"the server did not answer for {PATIENCE} articles and is asked no more in this run"
            raise _GivenUp(work.article, "unreachable", why)
        try:
            answer = self._server.ask(self._system, _shown(work.article, part), left)
        except Unanswered as error:
            self._silent += 1
            self.usage = self.usage.failed()
            raise _GivenUp(work.article, f"llm-{error.fault}", str(error)) from None
        self._silent = 0
        self.usage = self.usage.plus(answer.tokens_in, answer.tokens_out, answer.retries)
        return answer

    def _grounded(self, work: _Work, rows: list[object], within: Span) -> Iterator[Statement]:
        for number, row in enumerate(rows, 1):
            said, wrong = checked(row)  # type: ignore[arg-type]
            bad = useless(wrong)
            if bad:
                listed = "; ".join(f"{fault.field} {fault.message}" for fault in bad)
                work.tell("no-statement", f"statement {number} of an answer was dropped: {listed}")
                continue
            try:
                yield work.ground.statement(said, within)
            except Unfounded as error:
                work.tell("invented", f"statement {number} of an answer was dropped: {error}")


def _shown(article: Article, part: Part) -> str:
    head = {
        "outlet": article.outlet,
        "published": article.published,
        "dateline": article.dateline,
        "agencies": ", ".join(article.agencies),
        "title": article.title,
    }
    lines = "\n".join(f"{name}: {value}" for name, value in head.items() if value)
    return fenced(lines, part.before, part.text)


def _where(part: Part) -> str:
    return f"characters {part.span.start} to {part.span.end}"
