"""``supervision-tui day``: the day that people's words mean, as a step's "by when" reads it."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui import days
from supervision_tui.cli.arguments import AsJson, day_or_today, typed_lines
from supervision_tui.cli.output import print_json

if TYPE_CHECKING:
    from supervision_tui.days import DayReading


def day(
    words: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="For example: Fri week. - reads lines from standard input.")
    ],
    today: Annotated[str, typer.Option("--today", metavar="DAY", help="The day from which to look.")] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """Say which day words mean: "in 3 weeks", "by Christmas", "within 10 working days". What is no day stays words."""
    now = day_or_today(today)
    if words != ["-"]:
        reading = days.read_day(" ".join(words), now)
        if as_json:
            print_json(_plain(reading))
        else:
            sys.stdout.write(f"{_told(reading)}\n")
        return
    for line in typed_lines():
        reading = days.read_day(line, now)
        sys.stdout.write((json.dumps(_plain(reading), ensure_ascii=False) if as_json else _told(reading)) + "\n")


def _told(reading: DayReading) -> str:
    beside = f"  (beside it: {reading.rest})" if reading.rest and reading.day else ""
    return " ".join(filter(None, (reading.readback + beside, reading.ask)))


def _plain(reading: DayReading) -> dict[str, object]:
    """*reading* for JSON; days as ISO 8601, ``null`` where there is none."""

    def iso(day: date | None) -> str | None:
        return day.isoformat() if day else None

    return {
        "text": reading.text,
        "day": iso(reading.day),
        "readback": reading.readback,
        "rest": reading.rest,
        "others": [iso(other) for other in reading.others],
        "ask": reading.ask,
    }
