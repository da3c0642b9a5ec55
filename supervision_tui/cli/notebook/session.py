"""``supervision-tui session``: the sessions of a vault: listed, shown, and taken out as data."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui import records
from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.session.exporting import exported_session

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
