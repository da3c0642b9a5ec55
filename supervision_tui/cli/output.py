"""What a command prints: data as JSON of one style, sentences on standard error, and the exit codes.

0 done, 1 refused with a reason, 2 used wrongly.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import NoReturn

import typer

from supervision_tui.whole_files import FileExistsAlreadyError, LinkedFolderError

REFUSED, MISUSED = 1, 2


def print_json(value: object) -> None:
    """Write *value* to standard output as JSON: two blanks to a level, letters as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def sentence(problem: object) -> str:
    """*problem* in words; of a file that is there already, also how to write over it."""
    if isinstance(problem, FileExistsAlreadyError):
        return f"{problem} To write over it, add --force."
    if isinstance(problem, LinkedFolderError):
        return f"{problem} Or add --force."
    if isinstance(problem, OSError) and problem.strerror:
        name = f"'{problem.filename}': " if problem.filename else ""
        return f"{name}{problem.strerror}. Nothing was changed."
    return str(problem)


def refuse(problem: object) -> NoReturn:
    """Say *problem* on standard error and end with 1."""
    typer.echo(sentence(problem), err=True)
    raise typer.Exit(REFUSED)


def misused(problem: object) -> NoReturn:
    """Say what was typed wrongly, on standard error, and end with 2."""
    typer.echo(sentence(problem), err=True)
    raise typer.Exit(MISUSED)


def tell_notes(notes: Iterable[str]) -> None:
    """Say on standard error what belongs to a document that leaves, and stops nothing."""
    for note in notes:
        typer.echo(note, err=True)


def tell_possible(doubts: Iterable[str]) -> None:
    """List on standard error what may be something to look at, and stops nothing."""
    for doubt in doubts:
        typer.echo(f"- {doubt}", err=True)


def stop_until_looked(warnings: Iterable[str], *, looked: bool, act: str) -> None:
    """List *warnings* and end with 1, unless the person says that they *looked*; *act* is, for example, "written"."""
    listed = [f"! {warning}\n" for warning in warnings]
    if listed and not looked:
        sys.stdout.write("".join(listed))
        refuse(f"Not {act}: please look at these first, then say so with --looked.")
