"""Work on the corpus of attributed conflict claims from the command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from sayso_corpus import commands
from sayso_corpus.errors import CorpusError
from sayso_corpus.exports import FORMS
from sayso_corpus.library import HERE, SPLITS


def main() -> int:
    """Run one command; the exit code is 1 where something is wrong, 2 where the command is."""
    args = _parser().parse_args()
    try:
        return int(getattr(commands, args.command)(args))
    except CorpusError as fault:
        print(f"sayso_corpus: {fault}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sayso_corpus", description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, help="the corpus (default: this one)")
    shared = os.environ.get("SAYSO_SHARED")
    data = Path(shared) / "data" if shared else None
    parser.add_argument(
        "--data", type=Path, default=data, help="where the owners' texts lie (or SAYSO_SHARED/data)"
    )
    of = parser.add_subparsers(dest="command", required=True)
    made = {
        name: of.add_parser(name, help=(getattr(commands, name).__doc__ or "").splitlines()[0])
        for name in ("show", "sheet", "edit", "check", "agreement", "sample", "export")
    }
    made["show"].add_argument("files", nargs="+", type=Path)
    made["sheet"].add_argument("files", nargs="+", type=Path)
    made["sheet"].add_argument("--into", type=Path, help="write the corpus files under this folder")
    made["edit"].add_argument("folder", type=Path)
    made["edit"].add_argument("ids", nargs="*", help="ids of documents; without any, all")
    twice = "the first or second labels of what was labelled twice, as they were before settling"
    made["edit"].add_argument(
        "--labels", choices=("settled", "first", "second"), default="settled", help=twice
    )
    made["check"].add_argument("--write", action="store_true", help="make the tables of the data card anew")
    made["agreement"].add_argument("scorer", type=Path, help="the scorer of the annotation guide, score.py")
    made["agreement"].add_argument("--write", action="store_true", help="put the figures into the data card")
    made["sample"].add_argument("--number", type=int, default=50)
    made["sample"].add_argument("--seed", type=int, default=1)
    made["export"].add_argument("form", choices=sorted(FORMS))
    made["export"].add_argument("folder", type=Path)
    made["export"].add_argument("--split", choices=SPLITS)
    made["export"].add_argument("--part", choices=("written", "real"))
    made["export"].add_argument("--conflict", help="only the texts of this conflict (see conflicts.toml)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
