"""``supervision-tui vault history``: every line of a document's history, and any version that is kept."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from supervision_tui.cli.open_notebook import VaultFolder, open_notebook
from supervision_tui.cli.passphrases import FromDescriptor, FromFile

Kind = Annotated[str, typer.Argument(metavar="KIND", help="Kind of the document: family, session, record ...")]
Ident = Annotated[str, typer.Argument(metavar="ID", help="Its id.")]


def history(
    kind: Kind,
    ident: Ident,
    *,
    version: Annotated[int, typer.Option("--version", metavar="N", help="Print this version's text.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """List who saved a document when, or print one version of it; deleted ones keep their lines, not their text."""
    with open_notebook(vault, file, descriptor) as workspace:
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
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    for row in rows:
        kept = "" if row["text_kept"] else "  (text not kept)"
        sys.stdout.write(
            f"{row['version']:>4}  {row['saved_at']}  {row['action']:<8}  {row['author']}{kept}  {row['note']}\n"
        )
    if not rows:
        typer.echo("Nothing of that kind and id was ever saved here.", err=True)
