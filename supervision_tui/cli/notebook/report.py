"""``supervision-tui report``: counts for a quality group. No content, no worker, no family."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from supervision_tui.cli.arguments import Force, read_day
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.records import documents
from supervision_tui.whole_files import keep
from supervision_tui.workspace import reports

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)


@app.callback()
def _about() -> None:
    """What may be told to others in numbers, and the days that come."""


@app.command()
@with_notebook
def counts(
    *,
    since: Annotated[
        str, typer.Option("--since", metavar="DAY", help="From this day on: 2026-09-01, last month, 1 September.")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="As JSON; small numbers are told as words there too.")
    ] = False,
    notebook: NotebookOptions,
) -> None:
    """Count sessions held, steps done and entries with the child's voice; a number below five is not told."""
    first = read_day(since, first=True, past=True)
    with notebook.open() as workspace:
        rows = reports.count_activity(workspace, first).rows()
    if as_json:
        print_json(dict(rows))
        return
    for what, number in rows:
        sys.stdout.write(f"{number:>12}  {what}\n")


@app.command()
@with_notebook
def calendar(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="An .ics file.")],
    *,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Write the next supervision and the days of open steps as a calendar file. It names nobody."""
    with notebook.open() as workspace:
        days = reports.calendar_days(workspace)
        if not days:  # a calendar without any part is none (RFC 5545, 3.6)
            typer.echo("Nothing is due from today on, so no calendar file was written.", err=True)
            return
        keep(lambda: reports.ics(days, workspace.sessions.now()), output, force=force)
    typer.echo(f"Written to {output}: {len(days)} day{'' if len(days) == 1 else 's'}, without a name.", err=True)


@app.command()
@with_notebook
def today(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Tell what waits, in the order of Today: to confirm, overdue, without a day, families, people. For you alone."""
    with notebook.open() as workspace:
        rows = reports.today_list(workspace, workspace.sessions.now()).rows
    if as_json:
        print_json([{"kind": row.kind, "words": row.words} for row in rows])
        return
    for row in rows:
        sys.stdout.write(f"{row.in_words}\n")
    if not rows:
        typer.echo("Nothing waits.", err=True)


@app.command()
@with_notebook
def supervision(*, notebook: NotebookOptions) -> None:
    """Tell when supervision is due for everybody, by how much it is late, and what did not take place."""
    with notebook.open() as workspace:
        for person, due, missed in reports.supervision_standing(workspace, workspace.today()):
            after = f"; {missed.in_words}" if missed is not None else ""
            sys.stdout.write(f"{person.name}: supervision {due.in_words}{after}\n")


@app.command()
@with_notebook
def children(
    worker: Annotated[str, typer.Argument(metavar="NAME", help="A worker's name, as it stands on the list of people.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="A .pdf, .docx, .html, .md or .txt.")
    ] = None,
    *,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Tell what is due for each child whom a worker works with, for one-to-one supervision: most due first."""
    with notebook.open() as workspace:
        names = workspace.people.directory.labels_for(worker)
        if len(names) > 1:
            refuse(f"More than one person is called {worker}: {', '.join(names)}. Please say which.")
        name = names[0] if names else worker
        sheet = reports.one_to_one_sheet(workspace, name)
    if not sheet.parts:
        typer.echo(f"No child is known here whom {name} works with.", err=True)
    elif output is None:
        sys.stdout.write(documents.render_document(sheet, "txt"))
    else:
        documents.write(sheet, output, force=force)
        typer.echo(f"Written to {output}. It names children and is not encrypted: it goes after the talk.", err=True)


@app.command()
@with_notebook
def team(*, notebook: NotebookOptions) -> None:
    """Tell gaps and themes that come back across the team's families, with a question; below five, no number."""
    with notebook.open() as workspace:
        patterns, themes = reports.team_patterns_of(workspace), reports.team_themes_of(workspace)
    for pattern in patterns:
        sys.stdout.write(f"{pattern.in_words}\n")
    if themes.lines:
        sys.stdout.write("\n".join(["", "What families have in common, by their maps", *themes.lines, ""]))
    if not patterns:
        typer.echo("There are fewer than five families here: a count might point at one of them.", err=True)
