from __future__ import annotations

import json

import pytest

from articles.making import PROSE, got

LINES = "application/x-ndjson"


def test_fields_of_a_row_win() -> None:
    row = {
        "url": "https://www.news.example/2031/07/09/a",
        "title": "Army leaves Harlow",
        "text": PROSE,
        "published": "2031-07-10T08:00:00Z",
        "outlet": "The Lomer Courier",
        "language": "en-GB",
    }
    found = got(json.dumps(row), LINES)
    article = found.article
    assert found.issues == []
    assert article.name == row["url"]
    assert article.text == f"Army leaves Harlow\n\n{PROSE}"
    assert found.kinds()[0] == ("title", "Army leaves Harlow")
    assert (article.outlet, article.published, article.language) == ("The Lomer Courier", "2031-07-10", "en")


def test_broken_lines_are_named_and_the_rest_goes_on() -> None:
    good = json.dumps({"text": PROSE})
    body = f'{good}\n{{"text": "é broken\n\n[1]\n{{"title": "x"}}\n{good}\n'
    found = got(body, LINES, name="rows.jsonl")
    assert [article.name for article in found.articles] == ["rows.jsonl#1", "rows.jsonl#6"]
    errors = [issue for issue in found.issues if issue.severity == "error"]
    assert [(issue.code, issue.line) for issue in errors] == [
        ("broken-json", 2), ("not-an-object", 4), ("no-text", 5),
    ]  # fmt: skip
    assert errors[0].offset == len(good.encode()) + 1 + body.split("\n")[1].index('"é')
    assert errors[0].source == "rows.jsonl"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
@pytest.mark.parametrize("media", [LINES, "application/json"])
def test_nothing_in_it_is_said(content: bytes, media: str) -> None:
    assert got(content, media).codes == ["empty"]


def test_html_rows_and_host() -> None:
    row = {"url": "https://www.lomer.example/a", "html": f"<p>{PROSE}</p>"}
    article = got(json.dumps(row), LINES).article
    assert article.outlet == "lomer.example"
    assert "The army said" in article.text


def test_date_in_the_url() -> None:
    row = {"url": "https://reuters.com/world/2031-07-09/a", "text": PROSE}
    article = got(json.dumps(row), LINES).article
    assert (article.outlet, article.published, article.published_from) == ("Reuters", "2031-07-09", "the URL")


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({"text": PROSE, "published": "soon"}, ["bad-date", "date-open"]),
        ({"text": PROSE, "published": "2031-01-01", "outlet": 5}, ["bad-field"]),
        ({"text": "A \ud800 sign was found, they said.", "published": "2031"}, ["lone-surrogates"]),
        ({"text": "   "}, ["no-text"]),
    ],
)
def test_doubtful_rows(row: dict[str, object], codes: list[str]) -> None:
    assert got(json.dumps(row), LINES).codes == codes


@pytest.mark.parametrize(
    ("content", "names", "codes"),
    [
        (json.dumps({"text": PROSE, "published": "2031"}), ["rows.json"], []),
        (json.dumps([{"text": PROSE, "published": "2031"}] * 2), ["rows.json#1", "rows.json#2"], []),
        ("[]", [], ["no-rows"]),
        ("7", [], ["not-an-object"]),
        ('{"text": ', [], ["broken-json"]),
        ("[" * 100_000, [], ["broken-json"]),
        ("9" * 10_000, [], ["broken-json"]),
        ("[" + "[]," * 2_000_000 + "1]", [], ["json-too-big"]),
    ],
)
def test_json_files(content: str, names: list[str], codes: list[str]) -> None:
    found = got(content, "application/json", name="rows.json")
    assert [article.name for article in found.articles] == names
    assert found.codes == codes


def test_huge_line() -> None:
    assert got(b'{"text": "' + b"a" * 17_000_000 + b'"}', LINES).codes == ["row-too-large"]


def test_other_encodings() -> None:
    found = got(
        json.dumps({"text": "Полдень в городе, сказал мэр."}, ensure_ascii=False).encode("utf-16"), LINES
    )
    assert found.article.text == "Полдень в городе, сказал мэр."
