"""``supervision-tui session``: the sessions of a vault: listed, shown, and taken out as data."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from supervision_tui.cli.open_notebook import VaultFolder, open_notebook
from supervision_tui.cli.passphrases import FromDescriptor, FromFile

app = typer.Typer(help="Sessions: list, show, export as JSON.", no_args_is_help=True)

SessionId = Annotated[str, typer.Argument(metavar="SESSION", help="A session's id, as 'session list' shows it.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


@app.command("list")
def list_sessions(
    as_json: AsJson = False, vault: VaultFolder = None, file: FromFile = None, descriptor: FromDescriptor = None
) -> None:
    """List every session, newest first."""
    with open_notebook(vault, file, descriptor) as workspace:
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
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    for row in rows:
        sys.stdout.write(f"{row['day']}  {row['id']}  {row['title']}  ({row['status'].replace('_', ' ')})\n")
    if not rows:
        typer.echo("No session is here yet.", err=True)


@app.command()
def show(
    session: SessionId, vault: VaultFolder = None, file: FromFile = None, descriptor: FromDescriptor = None
) -> None:
    """Tell what a session left, destination by destination."""
    with open_notebook(vault, file, descriptor) as workspace:
        for record in workspace.cut(session).records:
            sys.stdout.write(f"-> {record.destination.about.name}\n\n{record.render('txt')}\n")


@app.command("export")
def export_session(
    session: SessionId, vault: VaultFolder = None, file: FromFile = None, descriptor: FromDescriptor = None
) -> None:
    """Write a session as JSON to standard output, without what is private to its author."""
    with open_notebook(vault, file, descriptor) as workspace:
        shared, _ = workspace.sessions.get(session).apart()
    sys.stdout.write(shared.model_dump_json(indent=2) + "\n")
