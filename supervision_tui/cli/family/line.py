"""``supervision-tui family line``: what a line of shorthand means, without keeping it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson, day_or_today, typed_lines
from supervision_tui.cli.family.family_argument import load_named
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import misused, print_json, refuse
from supervision_tui.family import shorthand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from supervision_tui.family.shorthand import EntryKind, LineReading, Question


@with_notebook
def line(
    words: Annotated[
        list[str],
        typer.Argument(metavar="TEXT...", help="For example: foster Kai 14 m. - reads lines from standard input."),
    ],
    family: Annotated[str, typer.Option("--family", metavar="FAMILY", help="The family it is entered in.")] = "",
    near: Annotated[str, typer.Option("--near", metavar="PERSON", help="Beside whom: an id or a name.")] = "",
    entry: Annotated[
        str, typer.Option("--as", metavar="KIND", help="person, child, partner, parent, tie, event or resource.")
    ] = "",
    today: Annotated[str, typer.Option("--today", metavar="DAY", help="The day from which to look.")] = "",
    *,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Read a line as the studio does, and say it back: who, how old, whose child. Nothing is kept."""
    kind = _kind(entry)
    beside = _beside(family, near, today, notebook)
    if words != ["-"]:
        reading = shorthand.read_line(" ".join(words), beside, kind)
        if as_json:
            print_json(_plain(reading))
        else:
            sys.stdout.write(f"{_told(reading)}\n")
        return
    for text in typed_lines():
        reading = shorthand.read_line(text, beside, kind)
        sys.stdout.write((json.dumps(_plain(reading), ensure_ascii=False) if as_json else _told(reading)) + "\n")


def _kind(entry: str) -> EntryKind | None:
    if not entry:
        return None
    kind = next((known for known in shorthand.ENTRIES if known == entry), None)
    if kind is None:
        misused(f"'{entry}' is not a kind of line. There are: {', '.join(shorthand.ENTRIES)}.")
    return kind


def _beside(family: str, near: str, today: str, notebook: NotebookOptions) -> shorthand.Beside:
    day = day_or_today(today)
    if not family:
        if near:
            misused("Say in which family that person is: --family FAMILY.")
        return shorthand.Beside(day)
    loaded = load_named(family, notebook)
    people = loaded.named(near) if near else ()
    if near and len(people) != 1:
        names = f"More than one person is called '{near}'" if people else f"There is nobody called '{near}'"
        refuse(f"{names} in {loaded.title}. The ids are: {', '.join(person.id for person in loaded.persons[:40])}.")
    return shorthand.Beside(day, loaded, people[0].id if people else "")


def _told(reading: LineReading) -> str:
    return " ".join((reading.readback, *map(str, reading.questions if not reading.refusal else ())))


def parts_as_data(parts: Sequence[BaseModel]) -> list[dict[str, object]]:
    """*parts* as they stand in a family file: what is at its default is left out."""
    return [part.model_dump(mode="json", exclude_defaults=True) for part in parts]


def asked(question: Question) -> dict[str, object]:
    """*question* for JSON, with its choices."""
    return {
        "about": question.about,
        "question": question.words,
        "choices": [{"answer": answer, "words": words} for answer, words in question.choices],
    }


def _plain(reading: LineReading) -> dict[str, object]:
    """*reading* for JSON, with the parts as in a family file."""
    return {
        "text": reading.text,
        "entry": reading.entry,
        "people": parts_as_data(reading.persons),
        "unions": parts_as_data(reading.unions),
        "parentages": parts_as_data(reading.parentages),
        "ties": parts_as_data(reading.ties),
        "events": parts_as_data(reading.events),
        "resources": parts_as_data(reading.resources),
        "readback": reading.readback,
        "not_understood": [unknown.text for unknown in reading.unknown],
        "ask": [asked(question) for question in reading.questions],
    }
