"""``supervision-tui person``: everything that is held about one person, for them and for the person who decides."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.cli.passphrases import choose
from supervision_tui.workspace import subject_access

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

Who = Annotated[
    str,
    typer.Argument(metavar="NAME_OR_ID", help="FAMILY/PERSON by their ids (V2/robin), a name, or a worker's name."),
]
AskedBy = Annotated[
    str, typer.Option("--asked-by", metavar="NAME", help="Who asks, if not the person: for example a parent.")
]


@app.command()
@with_notebook
def show(
    who: Who,
    *,
    asked_by: AskedBy = "",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with every word.")] = False,
    notebook: NotebookOptions,
) -> None:
    """List what is held about a person: where, and what somebody has to decide about before it is given."""
    with notebook.open() as workspace:
        found = subject_access.search_subject(workspace, who, asked_by=asked_by)
    if as_json:
        sys.stdout.write(f"{subject_access.as_json(found)}\n")
        return
    for piece in found.pieces:
        mark = "?" if piece.ground else " "
        sys.stdout.write(f"{mark} {piece.destination.about.name}: {piece.where}\n")
    for line in found.left_out_words():
        typer.echo(f"? {line}", err=True)


@app.command()
@with_notebook
def export(
    who: Who,
    *,
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where the pages are written.")],
    asked_by: AskedBy = "",
    form: Annotated[Literal["html", "txt"], typer.Option("--format", help="How to write them.")] = "html",
    lock: Annotated[
        bool, typer.Option("--lock", help="Lock the pages with a passphrase of their own; they open in any browser.")
    ] = False,
    page_passphrase_file: Annotated[
        Path | None,
        typer.Option("--page-passphrase-file", metavar="FILE", help="Read that passphrase from FILE (implies --lock)."),
    ] = None,
    notebook: NotebookOptions,
) -> None:
    """Write what is held about a person, and apart from it what somebody has to decide about first."""
    with notebook.open() as workspace:
        found = subject_access.search_subject(workspace, who, asked_by=asked_by)
    locking = lock or page_passphrase_file is not None
    passphrase = choose(page_passphrase_file, "Passphrase of the pages") if locking else ""
    written = subject_access.write(found, to, form=form, passphrase=passphrase)
    sys.stdout.write(f"{written.given}\n")
    if written.to_decide:
        sys.stdout.write(f"{written.to_decide}\n")
        typer.echo("The second page is for whoever decides; it is not to be given away as it is.", err=True)
    if locking:
        typer.echo("Tell the passphrase by another way than the pages.", err=True)
    else:
        typer.echo("The pages are not locked: put them only where your council allows.", err=True)
