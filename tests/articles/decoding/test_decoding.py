from __future__ import annotations

import pytest

from sayso.articles.decoding.decoding import clean_text, decode

ENGLISH = "The rebels said on Monday that “they hold the bridge” — and the café’s owner agreed. "
RUSSIAN = "Повстанцы заявили в понедельник, что они заняли мост через реку. Армия это отрицает. "
POLISH = "Powstańcy zajęli most, powiedział rzecznik wojska. Źródła wojskowe zaprzeczają. "


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "codes"),
    [
        (ENGLISH, "utf-8", None, []),
        (ENGLISH, "utf-8-sig", None, []),
        (ENGLISH, "utf-16", None, []),
        (ENGLISH, "utf-16-le", None, []),
        (ENGLISH, "utf-16-be", None, []),
        (ENGLISH, "utf-32", None, []),
        (ENGLISH, "cp1252", None, ["not-utf-8"]),
        (ENGLISH, "cp1252", "iso-8859-1", ["not-utf-8"]),
        (ENGLISH, "cp1252", "utf-8", ["not-utf-8"]),
        (ENGLISH, "utf-8", "iso-8859-1", []),
        (ENGLISH, "utf-8", "windows-1251", ["wrong-charset"]),
        (ENGLISH, "utf-8", "no-such-charset", []),
        (RUSSIAN, "cp1251", None, ["not-utf-8"]),
        (RUSSIAN, "cp1251", "windows-1251", []),
        (RUSSIAN, "koi8_r", None, ["not-utf-8"]),
        (POLISH, "cp1250", None, ["not-utf-8"]),
    ],
)
def test_encodings(text: str, encoding: str, declared: str | None, codes: list[str]) -> None:
    decoded = decode((text * 3).encode(encoding), declared, "a.txt")
    assert decoded.text == text * 3
    assert [issue.code for issue in decoded.issues] == codes


def test_offset_of_the_first_byte_that_is_no_utf_8() -> None:
    decoded = decode("It is a café. A café it is.".encode("cp1252"), None, "a.txt")
    assert decoded.issues[0].offset == 11


@pytest.mark.parametrize("wrongly", ["cp1252", "latin-1"])
def test_mojibake_is_repaired_and_quotation_marks_stay_curly(wrongly: str) -> None:
    text = "The café’s owner — Señor Núñez — said it’s closed."
    decoded = decode(text.encode().decode(wrongly).encode(), None, "a.txt")
    assert decoded.text == text
    assert [issue.code for issue in decoded.issues] == ["mojibake-repaired"]


@pytest.mark.parametrize(
    "text", ["“Curly” ‘stays’ « so » „too“ …", "10³ m² ﬁne Ａ", "Łódź, Çeşme, Đurđevac, Ñuñoa"]
)
def test_what_is_printed_stays(text: str) -> None:
    assert decode(text.encode(), None, "a.txt").text == text


def test_text_that_breaks_off_in_a_character() -> None:
    decoded = decode("The café".encode() + b"\xe2\x80", None, "a.txt")
    assert decoded.text == "The café"
    assert [(issue.code, issue.offset) for issue in decoded.issues] == [("truncated-utf-8", 9)]


def test_a_few_bad_bytes_in_utf_8() -> None:
    decoded = decode(("é" * 100).encode() + b"\xff. " + ("é" * 300).encode(), None, "a.txt")
    assert decoded.text == "é" * 100 + "\ufffd. " + "é" * 300
    assert [issue.code for issue in decoded.issues] == ["bad-bytes"]


@pytest.mark.parametrize(
    ("text", "cleaned", "codes"),
    [
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne", []),
        ("one stray \x00 in a sentence", "one stray  in a sentence", ["control-characters"]),
        ("turned \u202eround\u202c here", "turned round here", ["bidi-controls"]),
        ("half \ud83d of a sign here", "half \ufffd of a sign here", ["lone-surrogates"]),
        ("whole \ud83d\ude00 sign", "whole 😀 sign", []),
        ("soft\u00adhyphen and zero\u200bwidth \ufeffmark", "softhyphen and zerowidth mark", []),
        ("می\u200cخواهم", "می\u200cخواهم", []),
    ],
)
def test_signs_that_nobody_sees(text: str, cleaned: str, codes: list[str]) -> None:
    decoded = clean_text(text, "a.txt")
    assert decoded.text == cleaned
    assert [(issue.code, issue.severity) for issue in decoded.issues] == [(code, "warning") for code in codes]


def test_what_is_no_text() -> None:
    decoded = decode(bytes(range(256)) * 40, None, "a.txt")
    assert decoded.text is None
    assert decoded.issues[-1].code == "not-text"
    assert decoded.issues[-1].severity == "error"


@pytest.mark.parametrize("char", ["a", "é", "“", "😀"])
def test_long_text_is_cut_at_a_whole_character(char: str) -> None:
    decoded = decode((char * 3_000_000).encode(), None, "a.txt")
    assert decoded.text == char * 500_000
    assert [issue.code for issue in decoded.issues] == ["cut"]
