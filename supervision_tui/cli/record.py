"""``supervision-tui record``: what sessions left: listed, shown, and taken out as documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from supervision_tui.cli.desk import VaultFolder, open_desk
from supervision_tui.cli.passphrases import FromDescriptor, FromFile

app = typer.Typer(help="Records that sessions left: list, show, export.", no_args_is_help=True)

RecordId = Annotated[str, typer.Argument(metavar="RECORD", help="A record's id, as 'record list' shows it.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


@app.command("list")
def list_records(
    as_json: AsJson = False, vault: VaultFolder = None, file: FromFile = None, descriptor: FromDescriptor = None
) -> None:
    """List every record, newest first."""
    with open_desk(vault, file, descriptor) as desk:
        rows = [
            {"id": heading.id, "day": f"{heading.saved_at:%Y-%m-%d}", "title": heading.title}
            for heading in desk.records.headings()
        ]
    if as_json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    for row in rows:
        sys.stdout.write(f"{row['day']}  {row['id']}  {row['title']}\n")
    if not rows:
        typer.echo("No record is here yet. A session leaves its records when it closes.", err=True)


@app.command()
def show(
    record: RecordId,
    form: Annotated[Literal["txt", "md", "html"], typer.Option("--format", help="How to write it.")] = "txt",
    as_json: AsJson = False,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """Show one record in full."""
    with open_desk(vault, file, descriptor) as desk:
        found = desk.records.get(record)
    sys.stdout.write(found.model_dump_json(indent=2) + "\n" if as_json else found.render(form))


@app.command("export")
def export_record(
    record: RecordId,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="FILE.md, .html or .txt.")],
    force: Annotated[bool, typer.Option("--force", help="Write over FILE if it is there.")] = False,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """Write one record to a file. The file is not encrypted: put it only where the council allows."""
    from supervision_tui.records import export  # noqa: PLC0415 - quick help

    with open_desk(vault, file, descriptor) as desk:
        export(desk.records.get(record), output, force=force)
    typer.echo(f"Written to {output}. It is not encrypted.", err=True)
