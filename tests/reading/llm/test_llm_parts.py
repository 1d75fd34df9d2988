"""The pieces of the reader by a served model, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.making import got
from sayso.model.errors import UsageError
from sayso.model.span import Span
from sayso.reading.llm.asking import guide, schema
from sayso.reading.llm.fencing import fence_of, fenced
from sayso.reading.llm.naming import located
from sayso.reading.llm.settings import settings_of
from sayso.reading.llm.windows import halves, parts_of
from sayso.reading.sentences import split_sentences

SERVER = {"url": "http://127.0.0.1:1/v1", "model": "m"}


@given(st.text(), st.text())
def test_a_fence_stands_nowhere_in_what_it_fences(text: str, before: str) -> None:
    shown = fenced("", before, text)
    fence = shown.split("begins with ")[1].split(" is a part")[0]
    assert fence not in text
    assert shown.count(fence) == 5
    assert fence_of(text) == fence_of(text)


@pytest.mark.parametrize(
    ("sought", "text", "found"),
    [
        ("the town fell", "He said the\ntown  fell.", "the\ntown  fell"),
        ('"It is ours," he said', "“It is ours,” he said.", "“It is ours,” he said"),
        ("the Front's men", "the Front’s men left", "the Front’s men"),
        ("the town (north) fell", "the town (north) fell", "the town (north) fell"),
        ("wait... and see", "wait… and see", "wait… and see"),
        ("The town fell", "the town fell", None),
        ("", "text", None),
    ],
)
def test_words_are_found_whatever_the_space_and_the_marks(sought: str, text: str, found: str | None) -> None:
    span = located(sought, text, [Span(0, len(text))])
    assert (span.of(text) if span else None) == found


@given(st.text(max_size=40), st.text(max_size=40))
def test_looking_for_any_words_stumbles_over_nothing(sought: str, text: str) -> None:
    span = located(sought, text, [Span(0, len(text))])
    assert span is None or len(span.of(text)) >= 0


def test_parts_hold_every_sentence_once_and_keep_to_the_limit() -> None:
    paragraphs = [f"The army said on day {n} that it held hill {n}. It was quiet there." for n in range(40)]
    article = got("Hills\n\n" + "\n\n".join(paragraphs) + "\n").article
    sentences, _ = split_sentences(article.text, article.blocks)
    parts = parts_of(article, sentences, 300)
    assert [one for part in parts for one in part.sentences] == list(sentences)
    assert all(len(part.text) <= 320 for part in parts)
    assert parts[1].before.endswith(parts[0].sentences[-1].span.of(article.text))
    first, second = halves(article, sentences, parts[0])
    assert first.sentences + second.sentences == parts[0].sentences
    single = parts_of(article, sentences[:1], 300)[0]
    assert halves(article, sentences, single) == []


def test_the_schema_has_every_field_of_the_guide() -> None:
    fields = schema()["properties"]["statements"]["items"]
    assert set(fields["required"]) == set(fields["properties"])
    assert {"evidence", "claimer", "claimer_for", "via", "quantity", "when", "verified_by"} <= set(
        fields["required"]
    )
    assert all(name in guide() for name in fields["required"])


def test_options_go_before_the_environment() -> None:
    environment = {"SAYSO_LLM_URL": "http://a/v1", "SAYSO_LLM_MODEL": "a", "SAYSO_LLM_KEY": "k",
                   "SAYSO_LLM_RETRIES": "0", "SAYSO_LLM_TEMPERATURE": "none"}  # fmt: skip
    held = settings_of({"url": "http://b/v1", "model": None}, environment)
    assert (held.url, held.model, held.key, held.retries, held.temperature) == (
        "http://b/v1",
        "a",
        "k",
        0,
        None,
    )
    assert "k" not in repr(held).replace("key", "")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"url": ""}, "--llm-url"),
        ({"model": ""}, "--llm-model"),
        ({"url": "ftp://x"}, "http"),
        ({"form": "xml"}, "schema, object, text"),
        ({"seconds": "soon"}, "a number"),
        ({"seconds": "0"}, "at least"),
        ({"price_in": "nan"}, "at least"),
        ({"window": "3"}, "at least 200"),
    ],
)
def test_settings_that_do_not_hold_are_told(more: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        settings_of({**SERVER, **more}, {})
