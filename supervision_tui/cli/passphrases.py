"""Passphrases for commands: typed unseen, or read from a file or an open file descriptor; never from the command line.

What stands on a command line is kept in the shell's history and shown to every program on the machine.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

_LONGEST = 10_000

NewFromFile = Annotated[
    Path | None,
    typer.Option("--new-passphrase-file", metavar="FILE", help="Read the new passphrase from the first line of FILE."),
]


def ask(file: Path | None, descriptor: int | None = None, what: str = "Passphrase of the vault") -> str:
    """A passphrase that exists already.

    Raises:
        typer.Exit: code 2 when there is nobody to ask and no place to read it from.
    """
    given = _given(file, descriptor)
    return given if given is not None else _typed(what)


def choose(file: Path | None, what: str = "New passphrase", *, descriptor: int | None = None) -> str:
    """A new passphrase; typed twice when a person types it.

    Raises:
        typer.Exit: code 2 when the two differ, or there is nobody to ask.
    """
    given = _given(file, descriptor)
    if given is not None:
        return given
    from supervision_tui.vault.keys import passphrase_policy  # noqa: PLC0415 - reads a word list, only when someone types

    if sys.stdin.isatty():
        typer.echo(
            f"Three or four unrelated words are easy to keep. By chance, just now: {passphrase_policy.suggestion()}",
            err=True,
        )
    first = _typed(what)
    while wrong := passphrase_policy.advice(first):
        typer.echo(wrong, err=True)
        first = _typed(what)
    if _typed(f"{what}, once more") != first:
        typer.echo("The two were not the same. Nothing was changed; please start again.", err=True)
        raise typer.Exit(2)
    return first


def _given(file: Path | None, descriptor: int | None) -> str | None:
    """The first line of the file or descriptor, if one was named."""
    try:
        if file is not None:
            with file.open(encoding="utf-8") as source:
                return source.readline(_LONGEST).rstrip("\r\n")
        if descriptor is not None:
            with os.fdopen(descriptor, encoding="utf-8", closefd=False) as source:
                return source.readline(_LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        typer.echo(f"The passphrase could not be read from {file or f'descriptor {descriptor}'}.", err=True)
        raise typer.Exit(2) from None
    return None


def _typed(what: str) -> str:
    if not sys.stdin.isatty():
        typer.echo("There is nobody to ask for a passphrase here. Give --passphrase-file or --passphrase-fd.", err=True)
        raise typer.Exit(2)
    try:
        return getpass.getpass(f"{what}: ", stream=sys.stderr)
    except (EOFError, KeyboardInterrupt):
        typer.echo("\nStopped. Nothing was changed.", err=True)
        raise typer.Exit(1) from None
