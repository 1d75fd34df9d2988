"""The reader by a served model, against a server on the loopback that misbehaves in every way it can."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from articles.making import got
from reading.llm.fakes import NEWS, SEIZED, Fake, Reply, chat, failure, row, serving, slow, statements
from sayso.ledger import open_view, open_writer
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.read import read_into
from sayso.places.gazetteer import Gazetteer, load_gazetteer
from sayso.reading.llm.reader import LlmReader
from sayso.reading.llm.settings import Settings
from sayso.reading.reader import Reading
from sayso.sources import FetchOptions


@cache
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def reader(fake: Fake, **more: Any) -> LlmReader:
    given = {"url": fake.url, "model": "fake", "retries": 1} | more
    return LlmReader(Profile(), gazetteer(), Settings(**given))


def reading(*replies: Reply, text: str = NEWS, **more: Any) -> tuple[Reading, Fake, LlmReader]:
    with serving(*replies) as fake:
        one = reader(fake, **more)
        found = one.read(got(text).article)
    return found, fake, one


def codes(found: Reading) -> list[str]:
    return [issue.code for issue in found.issues]


def test_a_statement_is_verbatim_named_and_marked() -> None:
    found, fake, one = reading(statements(SEIZED))
    (told,) = found.statements
    assert told.evidence == SEIZED["evidence"]
    assert told.span is not None
    assert told.span.of(got(NEWS).article.text) == told.evidence
    assert (told.claimer, told.claimer_for) == ("Ondarek Front", "Ondarek Front")
    assert (told.proposition.actor, told.proposition.place) == ("Ondarek Front", "Vantorr Bridge")
    assert {slot.slot for slot in told.slots} >= {"actor", "place", "claimer"}
    assert told.reader == "llm:fake/1"
    assert not found.issues
    assert one.usage.tokens_in == 100
    assert fake.asked[0]["path"] == "/v1/chat/completions"


def test_what_is_asked_for_has_a_schema_and_no_tools() -> None:
    _, fake, _ = reading(statements(), key="secret")
    asked = fake.asked[0]
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert "tools" not in asked
    assert asked["auth"] == "Bearer secret"
    assert asked["temperature"] == 0


def test_a_server_without_schemas_is_told_in_words() -> None:
    _, fake, _ = reading(statements(), form="text", temperature=None)
    assert "response_format" not in fake.asked[0]
    assert "temperature" not in fake.asked[0]
    assert '"additionalProperties"' in fake.asked[0]["messages"][0]["content"]


def test_the_article_stands_inside_the_fence_and_not_in_the_instructions() -> None:
    _, fake, _ = reading(statements())
    system, user = (message["content"] for message in fake.asked[0]["messages"])
    fence = user.split("begins with ")[1].split(" is a part")[0]
    assert "Ignore your instructions" not in system
    assert user.rstrip().endswith(f"{fence} END")
    assert fence not in NEWS
    assert user.index(f"{fence} THE TEXT TO BE READ") < user.index("Ignore your instructions")


@pytest.mark.parametrize(
    "evidence",
    [
        "The war is over.",
        "its fighters had seized Vantorr Bridge and the town",
        "seized ... fighting",
        "Front",
    ],
)
def test_invented_evidence_is_dropped_and_told(evidence: str) -> None:
    found, _, _ = reading(statements(row(evidence), SEIZED))
    assert [told.evidence for told in found.statements] == [SEIZED["evidence"]]
    assert codes(found) == ["invented"]


def test_evidence_in_the_context_of_a_part_is_not_taken_from_it_twice() -> None:
    found, fake, _ = reading(statements(SEIZED), window=200)
    assert len(fake.asked) > 1
    assert len(found.statements) == 1
    assert set(codes(found)) == {"invented"}


def test_a_name_that_the_article_does_not_give_stays_open_with_the_reason() -> None:
    found, _, _ = reading(
        statements(SEIZED | {"claimer": "Boris Vantage", "place": "Moscow", "via": ["AFP"]})
    )
    (told,) = found.statements
    assert (told.claimer, told.proposition.place, told.via) == (None, None, ())
    assert {gap.slot for gap in told.gaps} == {"claimer", "place", "via"}


def test_a_figure_must_stand_in_the_evidence() -> None:
    evidence = "At least 12 soldiers were killed, a doctor said."
    rows = [
        row(evidence, type="casualties", claimer="a doctor", quantity={"low": low, "unit": "killed"})
        for low in (12, 120)
    ]
    found, _, _ = reading(statements(*rows))
    figures = [told.proposition.quantity for told in found.statements]
    assert [figure.low for figure in figures if figure] == [12]
    assert sum(figure is None for figure in figures) == 1


def test_a_narrator_is_the_outlet() -> None:
    found, _, _ = reading(statements(SEIZED | {"attribution": "narrator", "claimer": "somebody"}))
    assert found.statements[0].claimer == got(NEWS).article.voice


@pytest.mark.parametrize("bad", [{"type": "conquest"}, {"epistemic": None}, {"evidence": 7}])
def test_a_row_that_is_no_statement_is_dropped(bad: dict[str, Any]) -> None:
    found, _, _ = reading(statements(SEIZED | bad))
    assert not found.statements
    assert codes(found) == ["no-statement"]


def test_a_wrong_date_costs_the_date_only() -> None:
    found, _, _ = reading(statements(SEIZED | {"when": "last Tuesday", "said_on": "2031-03-04"}))
    assert found.statements[0].proposition.when is None
    assert found.statements[0].said_on == "2031-03-04"


@pytest.mark.parametrize("words", ["not json", '{"statements": 3}', "[]", '{"statements": [NaN]}', ""])
def test_an_answer_that_is_not_json_is_asked_for_again_and_then_told(words: str) -> None:
    found, fake, _ = reading(chat(words))
    assert codes(found) == ["not-json"]
    assert found.issues[0].severity == "error"
    assert len(fake.asked) == 2


def test_the_second_answer_counts() -> None:
    found, _, one = reading(chat("oops"), statements(SEIZED))
    assert len(found.statements) == 1
    assert one.usage.answers == 2


def test_json_in_a_fence_of_code_is_read() -> None:
    words = f"Here you are:\n```json\n{json.dumps({'statements': [SEIZED]})}\n```"
    found, _, _ = reading(chat(words))
    assert len(found.statements) == 1


def test_a_refusal_is_told() -> None:
    found, fake, _ = reading(chat(None, refusal="I cannot help with that."))
    assert codes(found) == ["refused"]
    assert "cannot help" in found.issues[0].message
    assert len(fake.asked) == 1


def test_a_filtered_answer_is_a_refusal() -> None:
    assert codes(reading(chat(None, finish="content_filter"))[0]) == ["refused"]


def test_a_torn_answer_is_asked_for_in_halves() -> None:
    torn = chat('{"statements": [{"evi', finish="length")
    found, fake, _ = reading(torn, statements(SEIZED), statements())
    assert len(fake.asked) == 3
    assert len(found.statements) == 1
    assert not found.issues


def test_answers_that_are_always_torn_end_in_an_issue_a_sentence() -> None:
    found, _, _ = reading(chat("{", finish="length"))
    assert set(codes(found)) == {"cut-off"}
    assert not found.again


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_or_broken_server_is_asked_again(status: int) -> None:
    found, _, one = reading(failure(status), statements(SEIZED))
    assert len(found.statements) == 1
    assert one.usage.retries == 1


@pytest.mark.parametrize(
    ("status", "code"),
    [(429, "busy"), (500, "broken"), (401, "denied"), (404, "denied"), (400, "rejected")],
)
def test_a_server_that_never_answers_leaves_the_article_unread(status: int, code: str) -> None:
    found, _, one = reading(failure(status, "such is life"))
    assert codes(found) == [f"llm-{code}"]
    assert found.again
    assert not found.statements
    assert one.usage.failures == 1


def test_a_silent_server_is_a_timeout() -> None:
    found, _, _ = reading(slow(1.0, statements()), seconds=0.2, retries=0)
    assert codes(found) == ["llm-timeout"]
    assert found.again


def test_an_article_has_its_own_limit() -> None:
    found, _, _ = reading(slow(0.15, statements()), window=200, article_seconds=0.2)
    assert codes(found) in (["timeout"], ["llm-timeout"])
    assert found.again


def test_nobody_there_is_told_and_given_up_after_a_few_articles() -> None:
    with serving(statements()) as fake:
        pass
    one = reader(fake, retries=0)
    found = [one.read(got(NEWS).article) for _ in range(4)]
    assert [codes(item)[0] for item in found] == ["llm-unreachable"] * 3 + ["unreachable"]
    assert one.usage.failures == 3


@pytest.mark.parametrize("body", [b"<html>", {"choices": []}, {}, b""])
def test_what_is_no_chat_completion_is_rejected(body: Any) -> None:
    found, _, _ = reading((200, body))
    assert codes(found) == ["llm-rejected"]


def test_answers_without_a_count_are_counted_as_such() -> None:
    _, _, one = reading(chat('{"statements": []}', usage=None), price_in=1.0, price_out=2.0)
    assert one.usage.uncounted == 1
    assert one.usage.cost == 0


def test_prices_make_a_cost() -> None:
    _, _, one = reading(statements(), price_in=10.0, price_out=50.0)
    assert one.usage.cost == pytest.approx(0.002)


def test_an_article_that_is_about_no_conflict_costs_nothing() -> None:
    found, fake, _ = reading(
        statements(), text="Cakes\n\nThe baker said on Monday that the cake was sweet.\n"
    )
    assert codes(found) == ["no-conflict"]
    assert not fake.asked


def test_an_unanswered_article_stays_out_of_the_ledger_until_it_is_answered(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(NEWS, encoding="utf-8")
    with (
        serving(failure(500), failure(500), statements(SEIZED)) as fake,
        open_writer(tmp_path / "l.db") as ledger,
    ):
        first, second = (
            read_into(
                ledger,
                [str(tmp_path / "story.txt")],
                InlineEngine(reader(fake), Profile()),
                Profile(),
                FetchOptions(),
            )
            for _ in range(2)
        )
    assert (first.articles, first.statements) == (0, 0)
    assert [issue.code for issue in first.issues if issue.severity == "error"] == ["llm-broken"]
    assert (second.read, second.statements) == (1, 1)
    assert second.usage is not None
    assert second.usage.answers == 1
    with open_view(tmp_path / "l.db") as view:
        assert view.counts().statements == 1
