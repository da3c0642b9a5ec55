"""``supervision-tui parcel``: make a sealed parcel of one family for one contact, look at one, take one in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson, Force, Looked
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse, stop_until_looked, tell_possible
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.workspace import exchange

if TYPE_CHECKING:
    from supervision_tui.workspace.exchange import ParcelPreview

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

ParcelFile = Annotated[Path, typer.Argument(metavar="FILE", help="The parcel, whatever its name is.")]
AsFamily = Annotated[
    str, typer.Option("--as", metavar="FAMILY", help="It is this family of yours, which was never exchanged before.")
]


@app.command()
@with_notebook
def make(
    family: Annotated[str, typer.Argument(metavar="FAMILY", help="The family's id in the vault.")],
    *,
    contact: Annotated[str, typer.Option("--for", metavar="CONTACT", help="Who alone can open it: a name, or an id.")],
    purpose: Annotated[str, typer.Option("--purpose", metavar="WHY", help="The one purpose it is for.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="A file, or a folder: there it gets a random name."),
    ],
    record: Annotated[
        list[str] | None, typer.Option("--record", metavar="ID", help="Only this record (more than once); else all.")
    ] = None,
    no_records: Annotated[bool, typer.Option("--no-records", help="No record at all.")] = False,
    ask_to_let_go: Annotated[
        str, typer.Option("--ask-to-let-go", metavar="WHY", help="Ask them to let these papers go: they decide.")
    ] = "",
    looked: Looked = False,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Write a parcel: what leaves, what stays and who can read it are told first."""
    chosen = () if no_records else record
    with notebook.open(writing=True) as workspace:
        ready = exchange.prepare_parcel(
            workspace, family, exchange.find_contact(workspace, contact), purpose, records=chosen, let_go=ask_to_let_go
        )
        for line in ready.leaving:
            sys.stdout.write(f"leaves  {line}\n")
        for line in ready.held_back:
            sys.stdout.write(f"stays   {line}\n")
        typer.echo(f"Never in a parcel: {'; '.join(exchange.NEVER_LEAVES)}.", err=True)
        tell_possible(ready.possible)
        stop_until_looked(ready.warnings, looked=looked, act="written")
        path = exchange.write_parcel(workspace, ready, output, force=force)
    typer.echo(f"Written: '{path}'. Only the notebook of {ready.contact.name} opens it.", err=True)


@app.command()
@with_notebook
def look(parcel: ParcelFile, *, as_family: AsFamily = "", as_json: AsJson = False, notebook: NotebookOptions) -> None:
    """Show what taking a parcel in would do. Nothing is kept."""
    with notebook.open() as workspace:
        preview = exchange.preview_parcel(workspace, parcel, as_family=as_family)
    if as_json:
        print_json(_as_data(preview))
    else:
        _tell(preview)


@app.command()
@with_notebook
def take(
    parcel: ParcelFile,
    *,
    as_family: AsFamily = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask once more.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Take a parcel in. What differs from what is here is kept beside it; nothing is overwritten in silence."""
    with notebook.open(writing=True) as workspace:
        preview = exchange.preview_parcel(workspace, parcel, as_family=as_family)
        if not yes:
            _tell(preview)
            if not typer.confirm("Take this in?", err=True):
                refuse("Nothing was taken in.")
        for line in exchange.take_parcel(workspace, preview):
            typer.echo(line, err=True)


def _tell(preview: ParcelPreview) -> None:
    where = "a new family here" if preview.is_new else "the family that is here"
    sys.stdout.write(f"From {preview.sender}, for: {preview.contents.purpose}\n")
    if preview.taken_before:
        sys.stdout.write(f"{preview.taken_before}\n")
    sys.stdout.write(f"{preview.contents.reference or 'A family'}: {where}, {preview.family_id}\n")
    for text in preview.texts:
        sys.stdout.write(f"{text.relation:<9}{text.shared.title}\n")
        for part in text.differences:
            sys.stdout.write(f"         {part.where}\n           theirs  {part.kept or '(nothing)'}\n")
            sys.stdout.write(f"           here    {part.standing or '(nothing)'}\n")
    for request in preview.requests:
        sys.stdout.write(f"asks to let go: {request.kind} {request.id}, because {request.reason}\n")
    for answer in preview.answers:
        sys.stdout.write(f"answer to what was asked to let go: {answer}\n")
    for line in preview.refused:
        sys.stdout.write(f"refused  {line}\n")


def _as_data(preview: ParcelPreview) -> dict[str, object]:
    return {
        "from": preview.contact.name,
        "made": preview.contents.made.isoformat(),
        "purpose": preview.contents.purpose,
        "family": preview.family_id,
        "new_family": preview.is_new,
        "taken_before": preview.taken.isoformat() if preview.taken else None,
        "texts": [
            {
                "kind": text.shared.kind,
                "title": text.shared.title,
                "relation": text.relation,
                "differences": [
                    {"where": part.where, "theirs": part.kept, "here": part.standing} for part in text.differences
                ],
            }
            for text in preview.texts
        ],
        "requests": [
            {"kind": request.kind, "id": request.id, "reason": request.reason} for request in preview.requests
        ],
        "answers": list(preview.answers),
        "refused": list(preview.refused),
    }
