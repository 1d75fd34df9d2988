"""What can be wrong with the corpus, as one exception tree."""

from __future__ import annotations


class CorpusError(Exception):
    """The corpus, or a file that should become a part of it, breaks a rule; the message says where."""


class SheetError(CorpusError):
    """A label sheet cannot be understood; the message names its line."""


class TextMissing(CorpusError):
    """The text behind stand-off labels is not there, or is not the one that was labelled."""
