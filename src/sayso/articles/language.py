"""Which language a text is in."""

from __future__ import annotations

import re

from sayso.articles.header.words import words

_SAMPLE = 5000
# English newspapers measure 0.34 to 0.45; a quarter leaves room for lists of names and figures.
_ENGLISH_SHARE = 0.22
# Below this many words the detector guesses between related languages.
_FEW_WORDS = 12


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, None where there is too little to tell."""
    sample = text[:_SAMPLE]
    spoken = re.findall(r"[^\W\d_]+", sample.lower())
    if not spoken:
        return None
    common = sum(word in words().common for word in spoken)
    if sum(map(str.isascii, spoken)) >= 0.8 * len(spoken) and common >= max(2, _ENGLISH_SHARE * len(spoken)):
        return "en"
    if len(spoken) < _FEW_WORDS and sample.isascii():
        return None
    return _detect(sample)


def valid_code(value: str | None) -> str | None:
    """Return the language code in a field ("en", "en-GB", "EN_us"), None where it holds none."""
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*", (value or "").strip())
    return match.group(1).lower() if match else None


def _detect(sample: str) -> str | None:
    # Loaded on first need: the model takes a second, and English is told without it.
    import py3langid  # type: ignore[import-untyped]

    code, _ = py3langid.classify(sample)
    return str(code)
