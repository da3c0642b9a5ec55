"""Arguments and options that several commands share, and what is read from them."""

from __future__ import annotations

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


def read_day(words: str, *, first: bool = False, past: bool = False) -> date | None:
    """The day that *words* mean: ``2026-12-24``, ``24 December 2026``, ``yesterday``; ``None`` for no words.

    Of a month or a year it is the last day, or with *first* the first. With *past* a day behind us is meant: "Friday"
    is the last one. A day that was not written in figures is read back on standard error. Ends with 2 where the words
    are no date, or can mean several.
    """
    if not words.strip():
        return None
    found = _date_in(words, past=past)
    return _read_back(words, found.earliest if first else found.latest)


def read_exact_day(words: str, *, past: bool = False) -> date:
    """The one day that *words* mean, as :func:`read_day`; ends with 2 where they are a month, a year, or no date."""
    found = _date_in(words, past=past)
    if not found.exact:
        misused(f"'{words}' is not one day. Write it as 2026-12-24, or in words: last Friday, 3 December.")
    return _read_back(words, found.earliest)


def _date_in(words: str, *, past: bool) -> family.PartialDate:
    """What *words* mean to people today, as the reader of dates or that of days has it; else ends with 2."""
    try:
        return family.PartialDate.read(words)
    except family.DateFormatError as problem:
        today = date.today()  # noqa: DTZ011 - a person's own calendar day
        behind = days.read_past_day(words, today, planned=False) if past else None
        if behind is not None and not behind.rest:
            return family.PartialDate.read(behind.when)
        reading = days.read_day(words, today)
        if reading.ask and reading.choices:
            misused(f"{reading.readback} {reading.ask} Write it as 2026-12-24.")
        if reading.day is None or reading.rest:
            misused(problem)
        return family.PartialDate.read(reading.day.isoformat())


def _read_back(words: str, day: date) -> date:
    """*day*, which is said on standard error unless it was written in figures with its year first."""
    if words.strip() != day.isoformat():
        typer.echo(f"'{words.strip()}' is read as {days.weekday_in_words(day)}.", err=True)
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
