"""What the documents show is run; what they point to is there; what the code has, they name."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso.api import demo_folder, export_formats
from sayso.exports import acled, ucdp
from sayso.faces.cli.app import app
from sayso.model.contract import ARTICLE_FIELDS, CLAIM_FIELDS, QUESTION_FIELDS
from sayso.model.issue import Issue
from sayso.model.rowcheck import CHOICES, QUANTITY_FIELDS, STATEMENT_FIELDS

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "corpus").glob("*.md"),
    ]
)
FENCE = re.compile(r"^```(\w+)?(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")

READ_FOR_DOCS = (
    "0304-norrel-vantorr-bridge.txt",
    "0305-bsta-regrouping.html",
    "0306-erv-front-envoy.txt",
    "0307-norrel-bridge-denial.txt",
)
"""A few articles of the demo: enough for every command, quick enough for a test."""


@dataclass(frozen=True)
class Block:
    language: str
    file: str | None
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(*found) for found in FENCE.findall(page.read_text(encoding="utf-8"))]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def run(line: str) -> Any:
    words = shlex.split(line)
    assert words[0] == "sayso", "console blocks hold sayso commands only; others go into sh blocks"
    return CliRunner().invoke(app, words[1:])


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the documents has it: some articles, a profile, a ledger."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "articles").mkdir()
    with demo_folder() as demo:
        for name in READ_FOR_DOCS:
            shutil.copy(demo / "articles" / name, folder / "articles")
        for path in demo.glob("*.toml"):
            shutil.copy(path, folder / ("conflict.toml" if path.name == "profile.toml" else path.name))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = run("sayso read articles/ --ledger conflict.db --profile conflict.toml")
        assert result.exit_code == 0, result.output
    return folder


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_examples_run(page: Path, started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runnable = [b for b in blocks(page) if b.file or b.language in ("console", "python")]
    if not runnable:
        return
    folder = shutil.copytree(started, tmp_path / "work")
    monkeypatch.chdir(folder)
    for name in ("SAYSO_LEDGER", "SAYSO_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    names: dict[str, Any] = {}
    for block in runnable:
        if block.file:
            Path(block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            exec(compile(block.text, name_of(page), "exec"), names)
        else:
            _run_console(block.text)


def _run_console(text: str) -> None:
    shown = ""
    for line in text.splitlines():
        if line.startswith("$ "):
            result = run(line[2:])
            assert result.exit_code == 0, f"{line}\n{result.output}"
            shown = " ".join(result.output.split())
        elif line.strip():
            assert " ".join(line.split()) in shown, f"not printed: {line}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [t for t in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in t]
    # The quality page is made where the reference data is.
    dead = [t for t in targets if not (page.parent / t).exists() and not t.endswith("quality.md")]
    assert not dead


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_pages_begin_with_a_title_and_close_their_blocks(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.count("\n```") % 2 == 0


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_reference_is_what_the_program_says() -> None:
    committed = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert committed == generator().cli_page(), "run python docs/generate.py"


def _named(page: Path) -> set[str]:
    return set(re.findall(r"`([^`]+)`", page.read_text(encoding="utf-8")))


def _records() -> Iterator[str]:
    yield from (*STATEMENT_FIELDS, *QUANTITY_FIELDS, *QUESTION_FIELDS, *CLAIM_FIELDS, *ARTICLE_FIELDS)
    yield from (field.name for field in fields(Issue))
    for values in CHOICES.values():
        yield from values


def test_every_field_and_value_of_the_contract_is_explained() -> None:
    assert not set(_records()) - _named(ROOT / "docs" / "reference" / "fields.md")


def test_every_export_format_is_explained_with_what_it_loses() -> None:
    page = ROOT / "docs" / "reference" / "exports.md"
    said = " ".join(page.read_text(encoding="utf-8").split())
    for form in export_formats():
        assert f"| `{form.name}` |" in said
        assert f"Lost: {form.lacks}" in said
    columns = {c for c in (*acled.COLUMNS, *ucdp.COLUMNS) if c.startswith("sayso_")}
    assert columns <= _named(page)


def test_every_word_of_the_scales_is_in_the_glossary() -> None:
    words = {word for values in CHOICES.values() for word in values} - {"positive"}
    assert not words - _named(ROOT / "docs" / "concepts.md")


def test_every_variable_of_the_environment_is_explained() -> None:
    used = set()
    for module in (ROOT / "src").rglob("*.py"):
        used |= set(re.findall(r"\"(SAYSO_[A-Z_]+)\"", module.read_text(encoding="utf-8")))
    assert not used - _named(ROOT / "docs" / "reference" / "cli.md")


def test_every_library_is_credited() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project.get("optional-dependencies", {}).values())]
    names = {re.split(r"[<>=\[;]", line)[0].strip().lower() for line in wanted}
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower()
    assert not {name for name in names if name not in notice}


def test_every_file_of_weights_is_credited() -> None:
    large = [path for path in (ROOT / "src").rglob("*") if path.is_file() and path.stat().st_size > 100_000]
    weights = {path.relative_to(ROOT).as_posix() for path in large if path.suffix != ".pyc"}
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert not {path for path in weights if path not in notice}
