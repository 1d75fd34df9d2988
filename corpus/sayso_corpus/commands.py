"""What `python -m sayso_corpus` can do, a function a command; each returns the exit code."""

from __future__ import annotations

import random
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso_corpus.agreement import pairs_of, span_agreement, statement_agreement
from sayso_corpus.card import tables, with_agreement, with_tables
from sayso_corpus.checks import faults
from sayso_corpus.codec import to_json
from sayso_corpus.errors import CorpusError, SheetError
from sayso_corpus.exports import FORMS
from sayso_corpus.library import Corpus
from sayso_corpus.records import Document
from sayso_corpus.sentences import sentences
from sayso_corpus.sheets import read_sheet, write_sheet


def show(args: Namespace) -> int:
    """Print texts with their sentences numbered."""
    for path in args.files:
        text = path.read_text(encoding="utf-8")
        print(f"== {path}")
        last = 0
        for number, span in enumerate(sentences(text), 1):
            print(
                ("\n" if "\n" in text[last : span.start] else "")
                + f"[{number}] {text[span.start : span.end]}"
            )
            last = span.end
    return 0


def sheet(args: Namespace) -> int:
    """Check label sheets, and write each as a corpus file if a folder is given."""
    failed = 0
    for path in args.files:
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        try:
            document = read_sheet(path.read_text(encoding="utf-8"), text, _id(path))
        except SheetError as fault:
            print(f"{path}:\n{fault}", file=sys.stderr)
            failed = 1
            continue
        print(f"{path}: ok; {_summary(document)}")
        if args.into:
            out = args.into / f"{document.id}.json"
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(to_json(document), encoding="utf-8")
            if document.id.startswith("written/") and args.into.parent.name != "twice":
                out.with_suffix(".txt").write_text(text, encoding="utf-8")
    return failed


def edit(args: Namespace) -> int:
    """Write the sheets of documents, with their texts, into a folder, to look at or to correct."""
    corpus = _corpus(args)
    wanted = set(args.ids)
    held = {"first": corpus.first, "second": corpus.second}.get(args.labels, corpus.documents)
    for document in held:
        if document.id in wanted or not wanted:
            text = corpus.text(document)
            path = args.folder / f"{document.id}.lab"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(write_sheet(document, text), encoding="utf-8")
            path.with_suffix(".txt").write_text(text, encoding="utf-8")
    return 0


def check(args: Namespace) -> int:
    """Print the tables of the data card and everything that is wrong; exit code 1 where something is."""
    corpus = _corpus(args)
    print(tables(corpus))
    found = list(faults(corpus))
    card = corpus.root / "README.md"
    was = card.read_text(encoding="utf-8")
    now = with_tables(was, corpus)
    if args.write and now != was:
        card.write_text(now, encoding="utf-8")
    elif now != was:
        print("README.md: its tables are not those above; `check --write` makes them anew", file=sys.stderr)
    for fault in found:
        print(fault, file=sys.stderr)
    wrong = bool(found) or (now != was and not args.write)
    print(f"{len(corpus.documents)} documents checked, {len(found)} faults")
    return int(wrong)


def agreement(args: Namespace) -> int:
    """Print how far the second labels agree with the first, and put it into the data card with `--write`."""
    corpus = _corpus(args)
    lines = "".join(f"{line}\n" for line in _agreement(corpus, args.scorer))
    print(lines, end="")
    if args.write:
        card = corpus.root / "README.md"
        card.write_text(with_agreement(card.read_text(encoding="utf-8"), lines), encoding="utf-8")
    return 0


def _agreement(corpus: Corpus, scorer: Path) -> Iterator[str]:
    pairs = pairs_of(corpus)
    scores = statement_agreement(corpus, pairs, scorer)
    yield f"{len(pairs)} documents labelled twice"
    for name in ("found", "typed", "full"):
        yield f"statements {name:8} F1 {scores[name]['f1']:.3f}"
    for slot, value in scores["slots"].items():
        yield f"field {slot:13} {value['right']:.3f} of {value['of']}"
    for name, value in span_agreement(corpus, pairs).items():
        yield f"words {name:13} F1 {value:.3f}"


def sample(args: Namespace) -> int:
    """Print statements drawn at random, for reading them again; the same seed draws the same ones."""
    corpus = _corpus(args)
    drawn = [(document, item) for document in corpus.documents for item in document.statements]
    for document, item in random.Random(args.seed).sample(drawn, args.number):  # noqa: S311
        text = corpus.text(document)
        lines = write_sheet(document, text).splitlines()
        line = [line for line in lines if line.startswith("$")][document.statements.index(item)]
        report = [x for x in lines if item.attribution and x.startswith(f"%{item.attribution[1:]} ")]
        print("\n".join([f"== {document.id} {item.id}", *report, line]))
        print(f"   {text[item.evidence.start : item.evidence.end]}\n")
    return 0


def export(args: Namespace) -> int:
    """Write the corpus in another form into a folder."""
    corpus = _corpus(args)
    documents = corpus.of_split(args.split) if args.split else corpus.documents
    if args.part:
        documents = tuple(document for document in documents if document.id.startswith(f"{args.part}/"))
    if args.conflict:
        documents = tuple(document for document in documents if document.conflict == args.conflict)
    for name, content in FORMS[args.form](corpus, documents):
        path = args.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    print(f"{len(documents)} documents written to {args.folder}")
    return 0


def _corpus(args: Namespace) -> Corpus:
    if args.data and not args.data.is_dir():
        raise CorpusError(f"there is no folder {args.data}")
    return Corpus(args.root, args.data)


def _id(path: Path) -> str:
    """Return a document's id: the last three parts of its path, ``written/KEY/NAME`` or ``real/SET/NAME``."""
    return "/".join(path.resolve().with_suffix("").parts[-3:])


def _summary(document: Document) -> str:
    types = Counter(statement.type for statement in document.statements)
    bare = [
        str(number)
        for number, span in enumerate(document.sentences, 1)
        if not any(s.evidence.start < span.end and span.start < s.evidence.end for s in document.statements)
    ]
    return (
        f"{len(document.sentences)} sentences, {len(document.entities)} entities,"
        f" {len(document.attributions)} attributions, {len(document.statements)} statements"
        f" ({', '.join(f'{kind} {count}' for kind, count in types.most_common())});"
        f" sentences without a statement: {' '.join(bare) or 'none'}"
    )
