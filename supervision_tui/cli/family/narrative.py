"""``supervision-tui family told``: a family told in plain sentences, each said back before anything is kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson, Force, day_or_today, read_text
from supervision_tui.cli.family.family_argument import load_named
from supervision_tui.cli.family.line import asked, parts_as_data
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import misused, print_json, refuse
from supervision_tui.family import formats
from supervision_tui.family.narrative import NarrativeError, read_narrative
from supervision_tui.whole_files import keep

if TYPE_CHECKING:
    from supervision_tui.family.narrative import NarrativeReading, SentenceReading

_FILE = typer.Argument(metavar="FILE", help="A text: sentences as people say them. - reads standard input.")
_ANSWER = typer.Option("--answer", metavar="N:ABOUT=ANSWER", help="An answer to a question, such as '3:his=robin'.")
_LEAVE = typer.Option("--leave", metavar="N", help="Leave out the sentence of this number.")


@with_notebook
def narrative(
    file: Annotated[str, _FILE],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Family file (YAML) to write.")] = None,
    family: Annotated[str, typer.Option("--family", metavar="FAMILY", help="The family that is told of.")] = "",
    today: Annotated[str, typer.Option("--today", metavar="DAY", help="The day on which the ages are true.")] = "",
    *,
    answer: Annotated[list[str] | None, _ANSWER] = None,
    leave: Annotated[list[int] | None, _LEAVE] = None,
    as_json: AsJson = False,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Read a family told in sentences; each is said back, what was not understood is marked and asked about."""
    try:
        text = read_text(file)
        reading = read_narrative(
            text,
            day_or_today(today),
            load_named(family, notebook) if family else None,
            answers=_answers(answer or ()),
            leave=tuple(leave or ()),
        )
        if output is not None:
            written = formats.family_to_yaml(reading.family).encode("utf-8")
            keep(lambda: written, output, force=force)
    except (OSError, NarrativeError) as problem:
        refuse(problem)
    if as_json:
        print_json([_plain(sentence) for sentence in reading.sentences])
    else:
        sys.stdout.write("\n".join(map(_told, reading.sentences)) + "\n")
    _tell_open(reading, output)


def _answers(given: Sequence[str]) -> dict[str, str]:
    found = {}
    for words in given:
        about, mark, answer = words.partition("=")
        if not mark or ":" not in about:
            misused(f"'{words[:60]}' is no answer. Write it as the question has it, for example: 3:his=robin.")
        found[about.strip()] = answer.strip()
    return found


def _tell_open(reading: NarrativeReading, output: Path | None) -> None:
    """How much is open, and where the words stand that were not taken."""
    summary = f"Written to {output}. " if output is not None else ""
    if output is not None and reading.family.focus:
        names = ", ".join(person.short_name for person in reading.family.focus_children())
        summary += f"In focus, because they are children: {names}. "
    if reading.open:
        questions = "1 question is" if reading.open == 1 else f"{reading.open} questions are"
        summary += f"{questions} open. What was not taken stands in the notes of the family, word for word."
    if summary:
        typer.echo(summary, err=True)


def _told(sentence: SentenceReading) -> str:
    lines = [f"{sentence.number}. {sentence.sentence}", f"   {sentence.readback}"]
    lines += [f"   ? {question}" for question in sentence.questions]
    return "\n".join(lines)


def _plain(sentence: SentenceReading) -> dict[str, object]:
    """One sentence for JSON, with the objects of ``family line``."""
    return {
        "number": sentence.number,
        "sentence": sentence.sentence,
        "entry": sentence.entry,
        "people": parts_as_data(sentence.parts.persons),
        "unions": parts_as_data(sentence.parts.unions),
        "parentages": parts_as_data(sentence.parts.parentages),
        "households": parts_as_data(sentence.parts.households),
        "ties": parts_as_data(sentence.parts.ties),
        "events": parts_as_data(sentence.parts.events),
        "resources": parts_as_data(sentence.parts.resources),
        "readback": sentence.readback,
        "not_understood": [unknown.text for unknown in sentence.unknown],
        "ask": [
            {"answer_as": f"{sentence.number}:{question.about}", **asked(question)} for question in sentence.questions
        ],
    }
