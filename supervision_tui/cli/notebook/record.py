"""``supervision-tui record``: what sessions left: listed, shown, and taken out as documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from supervision_tui import practice, records
from supervision_tui.cli.arguments import AsJson, Force, Looked
from supervision_tui.cli.notebook.confirmation import correct, lines, waiting
from supervision_tui.cli.notebook.oversight import oversight
from supervision_tui.cli.notebook_options import NotebookOptions, record_of, with_notebook
from supervision_tui.cli.output import print_json, stop_until_looked, tell_notes, tell_possible
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.workspace import disclosure

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

app.command("oversight")(oversight)
app.command("lines")(lines)
app.command("correct")(correct)
app.command("waiting")(waiting)

RecordId = Annotated[str, typer.Argument(metavar="RECORD", help="A record's id, as 'record list' shows it.")]


@app.command("list")
@with_notebook
def list_records(
    *,
    family: Annotated[str, typer.Option("--family", metavar="ID", help="Of this family only.")] = "",
    status: Annotated[
        Literal["draft", "confirmed", "filed"] | None, typer.Option("--status", help="Only those that stand so far.")
    ] = None,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """List the records, newest first: the day, the id, how far each is, its title."""
    with notebook.open() as workspace:
        found = [
            record
            for record in workspace.records.all()
            if status in {None, record.status} and (not family or disclosure.family_id_of(workspace, record) == family)
        ]
    found.sort(key=lambda record: record.day, reverse=True)
    if as_json:
        rows = [
            {"id": record.id, "day": record.day.isoformat(), "status": record.status, "title": str(record.title)}
            for record in found
        ]
        print_json(rows)
        return
    wide = max((len(record.id) for record in found), default=0)
    for record in found:
        sys.stdout.write(f"{record.day.isoformat()}  {record.id:<{wide}}  {record.status:<9}  {record.title}\n")
    if not found:
        typer.echo("No such record is here. A session leaves its records when it closes.", err=True)


@app.command()
@with_notebook
def show(
    record: RecordId,
    *,
    form: Annotated[Literal["txt", "md", "html"], typer.Option("--format", help="How to write it.")] = "txt",
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Show one record in full."""
    with notebook.open() as workspace:
        stored = record_of(workspace, record)
    sys.stdout.write(stored.model_dump_json(indent=2) + "\n" if as_json else records.render_record(stored, form))


@app.command("export")
@with_notebook
def export_record(
    record: RecordId,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .pdf, .docx, .html, .md or .txt.")],
    recipient: Annotated[
        str, typer.Option("--for", metavar="NAME", help="The one reader; without it, the file that it belongs to.")
    ] = "",
    purpose: Annotated[str, typer.Option("--purpose", metavar="WHY", help="Why they need it.")] = "to be filed",
    looked: Looked = False,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Write one record to a file, and note that it left. The file is not locked: see also 'document write --lock'."""
    with notebook.open(writing=True) as workspace:
        reader = recipient or record_of(workspace, record).destination.about.place
        ready = disclosure.prepare_document(workspace, "record", record, recipient=reader, purpose=purpose)
        tell_notes(filter(None, (*ready.notes, disclosure.file_name_note(workspace, output))))
        tell_possible(ready.possible)
        stop_until_looked(ready.warnings, looked=looked, act="written")
        disclosure.issue_document(workspace, ready, output, force=force)
    typer.echo(f"Written to {output}. It is not encrypted.", err=True)


@app.command("export-all")
@with_notebook
def export_all(
    family: Annotated[str, typer.Argument(metavar="FAMILY", help="The family's id; workers' own records stay.")],
    *,
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where each record becomes a file.")],
    recipient: Annotated[str, typer.Option("--for", metavar="NAME", help="The one reader.")],
    purpose: Annotated[str, typer.Option("--purpose", metavar="WHY", help="Why they need it.")],
    ending: Annotated[
        Literal[".pdf", ".docx", ".html", ".md", ".txt"], typer.Option("--format", help="What each is written as.")
    ] = ".pdf",
    looked: Looked = False,
    notebook: NotebookOptions,
) -> None:
    """Write every record of one family, each to a file of its own, and note that they left. Ctrl+C stops it."""
    with notebook.open(writing=True) as workspace:
        found = [
            record
            for record in workspace.records.all()
            if record.destination is not practice.Destination.SUPERVISION_RECORD
            and disclosure.family_id_of(workspace, record) == family
        ]
        if not found:
            typer.echo(f"There is no record of a family '{family}' here. 'record list' shows them.", err=True)
            raise typer.Exit(1)
        first = disclosure.check_all(workspace, found, recipient)
        tell_notes(disclosure.safe_record_notes(workspace, family, recipient))
        stop_until_looked(first, looked=looked, act="written")
        with typer.progressbar(length=len(found), label="Writing", file=sys.stderr) as bar:

            def on_progress(_number: int) -> bool:
                bar.update(1)
                return True

            try:
                disclosure.issue_all(
                    workspace, found, to, ending, recipient=recipient, purpose=purpose, on_progress=on_progress
                )
            except KeyboardInterrupt:
                typer.echo(f"\nStopped. {bar.pos} of {len(found)} are written to {to}, and noted.", err=True)
                raise typer.Exit(1) from None
    typer.echo(f"{len(found)} written to {to}. They are not encrypted.", err=True)


@app.command()
@with_notebook
def check(
    record: RecordId,
    *,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Read one record through: who else is named and why, initials, how we know, how easily it reads.

    Ends with 1 where something must be looked at before the record leaves.
    """
    with notebook.open() as workspace:
        remarks = disclosure.review_remarks(workspace, record_of(workspace, record))
    if as_json:
        rows = [
            {"kind": remark.kind, "words": remark.words, "quote": remark.quote, "must": remark.must}
            for remark in remarks
        ]
        print_json(rows)
    else:
        sys.stdout.write("".join(f"{'!' if remark.must else '-'} {remark.in_words}\n" for remark in remarks))
        if not remarks:
            typer.echo("Nothing stands out. Read it once more as the child would.", err=True)
    if any(remark.must for remark in remarks):
        raise typer.Exit(1)


By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does this.")]


@app.command()
@with_notebook
def sign(
    record: RecordId,
    *,
    by: By,
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="As what, for example team manager.")],
    shown_to: Annotated[str, typer.Option("--shown-to", metavar="NAME", help="Who read the wording first.")] = "",
    looked: Looked = False,
    notebook: NotebookOptions,
) -> None:
    """Confirm one record. From then on it is only added to."""
    with notebook.open(writing=True) as workspace:
        stored = record_of(workspace, record)
        remarks, at = disclosure.review_remarks(workspace, stored), workspace.sessions.now()
        stop_until_looked((remark.in_words for remark in remarks if remark.must), looked=looked, act="confirmed")
        seen = records.look_at(stored, remarks, by=by, at=at)
        workspace.records.put(records.confirm(seen, by=by, role=role, at=at, shown_to=shown_to), record)
    typer.echo(f"Confirmed by {by}, {role}.", err=True)


@app.command("add")
@with_notebook
def add_to(
    record: RecordId,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is added; - reads standard input.")],
    *,
    by: By,
    notebook: NotebookOptions,
) -> None:
    """Add words to one record, dated and with their author. What stood there stays."""
    text = sys.stdin.read() if words == "-" else words
    with notebook.open(writing=True) as workspace:
        stored = record_of(workspace, record)
        family = disclosure.family_of(workspace, stored)
        workspace.records.put(records.add(stored, text, by=by, at=workspace.sessions.now(), family=family), record)
    typer.echo("Added.", err=True)


@app.command("filed")
@with_notebook
def note_filed(
    record: RecordId,
    *,
    by: By,
    system: Annotated[str, typer.Option("--in", metavar="SYSTEM", help="The authority's own system.")],
    notebook: NotebookOptions,
) -> None:
    """Note that one record now stands in the authority's own system, as of today."""
    with notebook.open(writing=True) as workspace:
        workspace.records.put(
            records.mark_filed(record_of(workspace, record), system=system, on=workspace.today(), by=by), record
        )
    typer.echo(f"Noted: filed in {system} today.", err=True)
