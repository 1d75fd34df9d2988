"""The exception tree.

SaysoError
├── UsageError          the caller asked for something that cannot be (CLI exit code 2)
│   └── NotFound        no such record, place, claimer (CLI exit code 3)
│       └── Ambiguous   more than one record fits the start of an id
│           └── SharedName   several articles have this name: versions of one, mostly
├── InputError          an input cannot be used at all: profile, import file (CLI exit code 4)
├── FetchRefused        a URL may not be fetched: robots, private address, too large
└── LedgerError         the store cannot do its work (CLI exit code 5)
    ├── LedgerBusy      another writer holds the ledger
    ├── LedgerFull      the disk is full; nothing of the article in hand was written
    └── LedgerBroken    the file is no ledger, or its records, spans or chain do not hold

Bad *articles* are no exceptions: they become `Issue` records and the run goes on.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Any error that Sayso raises on purpose; its text is fit to be shown to a user."""


class UsageError(SaysoError):
    """The caller asked for something that cannot be."""


class NotFound(UsageError):
    """There is no such record, place or claimer in the ledger."""


class Ambiguous(NotFound):
    """More than one record has an id that starts so."""


class SharedName(Ambiguous):
    """Several articles, mostly versions of one, have this name; the text gives their ids."""


class InputError(SaysoError):
    """An input file (profile, spreadsheet) cannot be used; the text names file, row and field."""


class FetchRefused(SaysoError):
    """A URL may not be fetched: robots rules, private address, too large, too many redirects."""


class LedgerError(SaysoError):
    """The store cannot do its work."""


class LedgerBusy(LedgerError):
    """Another writer holds the ledger."""


class LedgerFull(LedgerError):
    """The disk is full; nothing of the article in hand was written."""


class LedgerBroken(LedgerError):
    """The file is no ledger, or its records, spans or audit chain do not hold."""
