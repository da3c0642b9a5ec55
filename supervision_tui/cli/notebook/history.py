"""``supervision-tui vault history``: every line of a document's history, and any version that is kept."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json

Kind = Annotated[str, typer.Argument(metavar="KIND", help="Kind of the document: family, session, record ...")]
Ident = Annotated[str, typer.Argument(metavar="ID", help="Its id.")]


@with_notebook
def history(
    kind: Kind,
    ident: Ident,
    *,
    version: Annotated[int, typer.Option("--version", metavar="N", help="Print this version's text.")] = 0,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """List who saved a document when, or print one version of it; deleted ones keep their lines, not their text."""
    with notebook.open() as workspace:
        if version:
            sys.stdout.write(f"{workspace.vault.documents.get(kind, ident, version).body}\n")
            return
        lines = workspace.vault.documents.history(kind, ident)
    rows = [
        {
            "version": line.version,
            "saved_at": line.saved_at.isoformat(timespec="seconds"),
            "author": line.author,
            "action": line.action,
            "text_kept": line.text_kept,
            "note": line.note,
        }
        for line in lines
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        note = "" if row["text_kept"] else "  (text not kept)"
        sys.stdout.write(
            f"{row['version']:>4}  {row['saved_at']}  {row['action']:<8}  {row['author']}{note}  {row['note']}\n"
        )
    if not rows:
        typer.echo("Nothing of that kind and id was ever saved here.", err=True)
