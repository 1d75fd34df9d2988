"""The command line."""

from __future__ import annotations


def main() -> None:
    """Run the `sayso` command and exit with its code (see `sayso --help`)."""
    from sayso.faces.cli.app import run

    run()
