"""``supervision-tui record waiting``, ``lines`` and ``correct``: records that nobody has confirmed yet."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui import records
from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, record_of, with_notebook
from supervision_tui.cli.output import print_json
from supervision_tui.days import day_in_words
from supervision_tui.workspace import disclosure, reports

RecordId = Annotated[str, typer.Argument(metavar="RECORD", help="A record's id, as 'record list' shows it.")]


@with_notebook
def waiting(*, as_json: AsJson = False, notebook: NotebookOptions) -> None:
    """List the records that wait to be confirmed or filed, with their age and who confirms; drafts can be changed."""
    with notebook.open() as workspace:
        rows = reports.waiting_records(workspace)
    if as_json:
        print_json([waiting_as_data(row) for row in rows])
        return
    wide = max((len(row.record.id) for row in rows), default=0)
    for row in rows:
        sys.stdout.write(f"{row.record.id:<{wide}}  {row.words}\n")
    if not rows:
        typer.echo("No record waits.", err=True)


def waiting_as_data(row: reports.WaitingRecord) -> dict[str, object]:
    """*row* for JSON."""
    return {
        "id": row.record.id,
        "title": row.record.short_title,
        "family": row.family,
        "waits_for": row.waits_for,
        "since": row.record.day.isoformat(),
        "days": row.days,
        "confirmer": row.confirmer,
    }


@with_notebook
def lines(record: RecordId, *, as_json: AsJson = False, notebook: NotebookOptions) -> None:
    """List the lines of one record with their numbers, and what was changed in it before it was confirmed."""
    with notebook.open() as workspace:
        stored = record_of(workspace, record)
    listed = records.record_lines(stored)
    if as_json:
        changed = [change.model_dump(mode="json") for change in stored.corrections]
        rows = [{"number": line.number, "heading": line.heading, "words": line.words} for line in listed]
        print_json({"lines": rows, "corrections": changed})
        return
    for line in listed:
        sys.stdout.write(f"{line.number:>3}  {line.heading}: {line.words}\n")
    for change in stored.corrections:
        sys.stdout.write(f"changed {day_in_words(change.at)} by {change.in_words}\n")


@with_notebook
def correct(
    record: RecordId,
    number: Annotated[int, typer.Argument(metavar="LINE", help="The line's number, as 'record lines' shows it.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help='What stands there instead; "" takes the line out.')],
    *,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who changes it; you, without it.")] = "",
    notebook: NotebookOptions,
) -> None:
    """Change one line of a record that nobody has confirmed yet. What stood there stays in its history."""
    text = sys.stdin.read() if words == "-" else words
    with notebook.open(writing=True) as workspace:
        stored = record_of(workspace, record)
        changed = records.correct_line(
            stored,
            number,
            text,
            by=by or str(workspace.me),
            at=workspace.sessions.now(),
            family=disclosure.family_of(workspace, stored),
        )
        workspace.records.put(changed, record)
    typer.echo("Changed. 'record lines' shows what stood there before.", err=True)
