"""Every command says what it does, shows an example, and answers at once."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
import typer

from sayso.faces.cli.app import app


def commands() -> Iterator[tuple[str, click.Command]]:
    def walk(prefix: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        children = getattr(command, "commands", None)
        if children is None:
            yield prefix, command
        else:
            for name, child in sorted(children.items()):
                yield from walk(f"{prefix} {name}".strip(), child)

    return walk("", typer.main.get_command(app))


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_example(name: str) -> None:
    text = COMMANDS[name].help or ""
    assert "Example" in text
    assert f"sayso {name}" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_parameter_is_described(name: str) -> None:
    silent = [p.name for p in COMMANDS[name].params if p.name != "help" and not getattr(p, "help", None)]
    assert not silent


def test_the_commands_of_the_issue_are_there() -> None:
    promised = {"read", "board", "show", "place", "who", "search", "verify", "demo", "evaluate"}
    assert promised <= set(COMMANDS)
    assert {"export", "import statements", "profile draft", "profile check"} <= set(COMMANDS)
