"""``supervision-tui document``: one document for one person and one purpose: letter, chronology, hand-over and more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from supervision_tui.cli.arguments import Force, Looked
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import stop_until_looked, tell_possible
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.cli.passphrases import choose
from supervision_tui.workspace import disclosure

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

Kinds = Literal["record", "letter", "chronology", "transfer", "genogram", "visit-card", "agreement", "learning"]


@app.command()
def kinds() -> None:
    """List what can be written, and what each is written of."""
    for name, words in disclosure.KINDS.items():
        sys.stdout.write(f"{name:<12}{words}\n")


@app.command()
@with_notebook
def write(
    kind: Annotated[Kinds, typer.Argument(metavar="KIND", help="What to write: see 'document kinds'.")],
    about: Annotated[
        str,
        typer.Argument(metavar="ABOUT", help="A record's id, a family's id, FAMILY/CHILD, or a worker's name."),
    ],
    *,
    recipient: Annotated[str, typer.Option("--for", metavar="NAME", help="The one person it is for.")],
    purpose: Annotated[str, typer.Option("--purpose", metavar="WHY", help="The one purpose it is for.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .pdf, .docx, .html, .md or .txt.")],
    looked: Looked = False,
    lock: Annotated[bool, typer.Option("--lock", help="Lock it with a passphrase of its own (.html).")] = False,
    page_passphrase_file: Annotated[
        Path | None,
        typer.Option("--page-passphrase-file", metavar="FILE", help="Read that passphrase from FILE (implies --lock)."),
    ] = None,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Write one document. Names of others, and facts kept from somebody, stop it until they were looked at."""
    locking = lock or page_passphrase_file is not None
    with notebook.open(writing=True) as workspace:
        ready = disclosure.prepare_document(workspace, kind, about, recipient=recipient, purpose=purpose)
        tell_possible(ready.possible)
        stop_until_looked(ready.warnings, looked=looked, act="written")
        passphrase = choose(page_passphrase_file, "Passphrase of the page") if locking else ""
        disclosure.issue_document(workspace, ready, output, passphrase=passphrase, force=force)
    where = "Tell the passphrase by another way." if locking else "It is not locked: put it only where you may."
    typer.echo(f"Written to {output}, for {recipient}. {where}", err=True)


@app.command("left")
@with_notebook
def list_disclosures(*, notebook: NotebookOptions) -> None:
    """List what left this notebook: when, by whom, for whom, about which family and why."""
    with notebook.open() as workspace:
        disclosures = workspace.disclosures.all()
    for issued in disclosures:
        about = f" about {issued.family}" if issued.family else ""
        how = "locked " if issued.locked else ""
        times = f"{issued.number} x " if issued.number > 1 else ""
        sys.stdout.write(
            f"{issued.at:%Y-%m-%d %H:%M}  {issued.by}: {times}{issued.kind} ({how}{issued.form}){about} "
            f"for {issued.recipient}: "
            f"{issued.purpose}\n"
        )
    if not disclosures:
        typer.echo("Nothing has left this notebook.", err=True)
