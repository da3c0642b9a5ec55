"""``supervision-tui session``: the sessions of a vault: listed, shown, and taken out as data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from supervision_tui import records
from supervision_tui.cli.arguments import AsJson, Force
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.records import documents
from supervision_tui.session.exporting import exported_session
from supervision_tui.workspace import reports

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

SessionId = Annotated[str, typer.Argument(metavar="SESSION", help="A session's id, as 'session list' shows it.")]


@app.command("list")
@with_notebook
def list_sessions(*, as_json: AsJson = False, notebook: NotebookOptions) -> None:
    """List every session, newest first."""
    with notebook.open() as workspace:
        rows = [
            {
                "id": session.id,
                "day": f"{session.started:%Y-%m-%d}",
                "title": workspace.sessions.title_of(session),
                "status": session.status.value,
            }
            for session in workspace.sessions.all()
        ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        sys.stdout.write(f"{row['day']}  {row['id']}  {row['title']}  ({row['status'].replace('_', ' ')})\n")
    if not rows:
        typer.echo("No session is here yet.", err=True)


@app.command()
@with_notebook
def show(session: SessionId, notebook: NotebookOptions) -> None:
    """Tell what a session left, destination by destination."""
    with notebook.open() as workspace:
        for record in workspace.session_records(session).records:
            sys.stdout.write(f"-> {record.destination.about.name}\n\n{records.render_record(record, 'txt')}\n")


@app.command("export")
@with_notebook
def export_session(session: SessionId, notebook: NotebookOptions) -> None:
    """Write a session as JSON to standard output, without what is private to its author."""
    with notebook.open() as workspace:
        shared = exported_session(workspace.sessions.get(session))
    sys.stdout.write(shared.model_dump_json(indent=2) + "\n")


@app.command()
@with_notebook
def agenda(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="A .pdf, .docx, .html, .md or .txt.")
    ] = None,
    *,
    template: Annotated[str, typer.Option("--format", metavar="ID", help="Of this format only (T1).")] = "",
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Tell the next meeting on one page: last week's families, families due, roles moved on, steps to hear of first."""
    with notebook.open() as workspace:
        meeting = reports.last_meeting(workspace, template)
        if meeting is None:
            refuse("No meeting about several families was held here yet.")
        sheet = reports.meeting_agenda_sheet(workspace, meeting)
    if output is None:
        sys.stdout.write(documents.render_document(sheet, "txt"))
        return
    documents.write(sheet, output, force=force)
    typer.echo(f"Written to {output}. It names families and is not encrypted: it goes after the meeting.", err=True)
