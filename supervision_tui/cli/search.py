"""``supervision-tui search``: find words in families, sessions and records of a vault."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from supervision_tui.cli.open_notebook import VaultFolder, open_notebook
from supervision_tui.cli.passphrases import FromDescriptor, FromFile


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for; accents do not matter.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """Find words in families, sessions and records. What is private to its author is never searched."""
    with open_notebook(vault, file, descriptor) as workspace:
        found = workspace.find(" ".join(words))
    if as_json:
        sys.stdout.write(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n")
        return
    for one in found:
        sys.stdout.write(
            f"{one.kind:<8} {one.id}  {one.title}  ({one.day})\n         {' '.join(one.context.split())}\n"
        )
    if not found:
        typer.echo("Nothing was found.", err=True)
