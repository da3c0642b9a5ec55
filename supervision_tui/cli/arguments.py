"""Arguments and options that several commands share, and what is read from them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from supervision_tui import days, family
from supervision_tui.cli.output import misused

AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
Force = Annotated[bool, typer.Option("--force", help="Write over FILE if it is there.")]
Looked = Annotated[bool, typer.Option("--looked", help="What is listed with ! was looked at; go on.")]
FamilyArgument = Annotated[
    str,
    typer.Argument(metavar="FAMILY", help="A family file (YAML, GEDCOM, GenoPro ...), or an id in the vault."),
]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day from which to look; today without.")]

LARGEST = 5_000_000
"""Bytes of a text that is read."""


def read_day(words: str) -> date | None:
    """The day that *words* mean: ``2026-12-24``, ``24 December 2026``, ``yesterday``; of a month its last day.

    ``None`` for no words. Ends with 2 where they are no date.
    """
    if not words.strip():
        return None
    try:
        return family.PartialDate.read(words).latest
    except family.DateFormatError as problem:
        reading = days.read_day(words, date.today())  # noqa: DTZ011 - a person's own calendar day
        if reading.day is not None and not reading.others and not reading.rest:
            return reading.day
        misused(problem)


def read_exact_day(words: str) -> date:
    """The one day that *words* mean; ends with 2 where they are a month, a year, or no date."""
    day = read_day(words)
    with contextlib.suppress(family.DateFormatError):
        day = day if family.PartialDate.read(words).exact else None
    if day is None:
        misused(f"'{words}' is not a day. Write it as 2026-12-24.")
    return day


def day_or_today(words: str) -> date:
    """As :func:`read_day`, or today by this computer's clock."""
    return read_day(words) or date.today()  # noqa: DTZ011 - a person's own calendar day


def read_text(file: str, *, lenient: bool = False) -> str:
    """The text of *file*, or of standard input for ``-``; *lenient* puts a sign for what is not UTF-8.

    Raises:
        OSError: it cannot be read.
        ValueError: it is larger than :data:`LARGEST`, or not UTF-8.
    """
    if file == "-":
        content = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with Path(file).open("rb") as stream:
            content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        message = f"The text is too large. At most {LARGEST // 1_000_000} MB can be read; take a part of it."
        raise ValueError(message)
    try:
        return content.decode("utf-8-sig", errors="replace" if lenient else "strict")
    except UnicodeDecodeError:
        raise ValueError("These are not letters in UTF-8. Save the file as UTF-8 text.") from None


def typed_lines() -> Iterator[str]:
    """The lines of standard input that hold words, as they come."""
    for line in sys.stdin:
        if line.strip():
            yield line.strip()
