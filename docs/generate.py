"""Write the pages that say what the code says: ``python docs/generate.py``.

With ``--check`` nothing is written; the exit code is 1 where a committed page differs. The quality page is
not made here, since it needs the reference data: ``sayso evaluate`` writes it.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer.main
from rich.text import Text

from sayso.api import demo_folder, open_ledger
from sayso.faces.cli import screen
from sayso.faces.cli.app import EPILOG, app
from sayso.faces.cli.words import tell_point
from sayso.reading.llm.settings import VARIABLES as LLM

DOCS = Path(__file__).parent

BOARD_COLUMNS = 112
BOARD_POINTS = 2
BOARD_STATUS = "contested"
BOARD_COMMAND = f"sayso board --ledger sayso-demo/demo.db --status {BOARD_STATUS} --limit {BOARD_POINTS}"

HEAD = """# Command line

Written by `docs/generate.py` from the program itself; `sayso COMMAND --help` says the same.

Results go to standard output; progress, issues and complaints go to standard error, so that a pipe only
carries results. Every command that asks a ledger takes `--json`.

## Exit codes

| code | meaning |
| --- | --- |
"""

VARIABLES = (
    (
        "SAYSO_CACHE",
        "The folder for files that can be made again (the compiled gazetteer); else the platform's.",
    ),
    *(
        (name, "For --reader llm: see [Read with a language model](../how-to/llm-reader.md).")
        for name in sorted(LLM.values())
        if name not in ("SAYSO_LLM_URL", "SAYSO_LLM_MODEL")
    ),
)
"""What no option stands for."""


def cli_page() -> str:
    """Return the reference of all commands."""
    codes = [line.split(" ", 1) for line in re.sub(r"\s+", " ", EPILOG[12:]).strip(" .").split(" · ")]
    commands = list(_commands("", typer.main.get_command(app)))
    parts = [HEAD + "\n".join(f"| {code} | {meaning} |" for code, meaning in codes) + "\n"]
    parts += ["## Environment\n", "| variable | stands for |", "| --- | --- |", *_environment(commands), ""]
    for name, command in commands:
        parts += [f"## sayso {name}\n", *_usage(name, command), _help(command), *_parameters(command)]
    return "\n".join(parts).rstrip() + "\n"


def board_picture() -> str:
    """Return the first points of the demo's board as it looks on a terminal (SVG)."""
    console = screen.Screen(record=True, width=BOARD_COLUMNS, highlight=False, markup=False, file=_Nowhere())
    kept, screen.out = screen.out, console
    try:
        points = _demo_points()
        console.print(Text(f"$ {BOARD_COMMAND}\n", "bold"))
        for number, point in enumerate(points, 1):
            tell_point(number, point, full=False)
    finally:
        screen.out = kept
    picture = console.export_svg(title="sayso board", unique_id="board")
    # Without the fonts that rich would have a browser fetch: the reader's own will do.
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


PAGES: dict[str, Callable[[], str]] = {"reference/cli.md": cli_page, "board.svg": board_picture}
"""What is made, by its path in docs/."""


def main(arguments: list[str]) -> int:
    """Write all pages, or with --check tell which are out of date; return the exit code."""
    stale = []
    for name, make in PAGES.items():
        path, text = DOCS / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    verb = "is out of date: run python docs/generate.py" if "--check" in arguments else "written"
    sys.stdout.writelines(f"docs/{name} {verb}\n" for name in stale)
    return int(bool(stale) and "--check" in arguments)


def _demo_points() -> Any:
    with (
        tempfile.TemporaryDirectory() as folder,
        demo_folder() as demo,
        open_ledger(Path(folder) / "demo.db", demo / "profile.toml") as ledger,
    ):
        ledger.read([demo / "articles"])
        return ledger.points(BOARD_POINTS, BOARD_STATUS)


class _Nowhere:
    """A file that keeps nothing: the console records for itself."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None: ...


def _commands(prefix: str, command: Any) -> Iterator[tuple[str, Any]]:
    children = getattr(command, "commands", None)
    if children is None:
        yield prefix, command
    else:
        for name, child in children.items():
            yield from _commands(f"{prefix} {name}".strip(), child)


def _environment(commands: list[tuple[str, Any]]) -> list[str]:
    found = {p.envvar: p.help for _, command in commands for p in command.params if p.envvar}
    rows = [*found.items(), *VARIABLES]
    return [f"| `{name}` | {words} |" for name, words in sorted(rows)]


def _usage(name: str, command: Any) -> list[str]:
    words = [_word(p) for p in command.params if _is_argument(p)]
    return ["```text", " ".join(["sayso", name, "[OPTIONS]", *words]), "```", ""]


def _word(parameter: Any) -> str:
    word = parameter.metavar or parameter.name.upper()
    if parameter.nargs == -1 and not word.endswith("…"):
        word += "…"
    return word if parameter.required else f"[{word}]"


def _is_argument(parameter: Any) -> bool:
    return str(parameter.param_type_name) == "argument"


def _help(command: Any) -> str:
    """Return the help as Markdown: examples, which the help indents, become a block."""
    lines, block = [], False
    for line in (command.help or "").splitlines():
        code = line.startswith("    ")
        if code and not block:
            lines.append("```sh")
        elif block and line.strip() and not code:
            lines += ["```", ""]
        block = code or (block and not line.strip())
        if not (block and not line.strip()):
            lines.append(line.strip() if code else line)
    return "\n".join([*lines, "```"] if block else lines) + "\n"


def _parameters(command: Any) -> list[str]:
    rows = [p for p in command.params if p.name != "help"]
    if not rows:
        return []
    lines = ["| argument or option | meaning | without it |", "| --- | --- | --- |"]
    for parameter in rows:
        names = _word(parameter) if _is_argument(parameter) else ", ".join(parameter.opts)
        names, words = names.replace("|", "\\|"), (parameter.help or "").replace("|", "\\|")
        words += _choices(parameter) + (f" (`{parameter.envvar}`)" if parameter.envvar else "")
        lines.append(f"| `{names}` | {words} | {_default(parameter)} |")
    return [*lines, ""]


def _choices(parameter: Any) -> str:
    kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        return ""
    return f" One of {', '.join(str(choice.value) for choice in kind)}."


def _default(parameter: Any) -> str:
    if parameter.required:
        return "required"
    default = parameter.default
    return "" if default is None or default is False else f"`{default}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
