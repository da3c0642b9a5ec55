"""``supervision-tui search``: find words in families, sessions and records of a vault."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json


@with_notebook
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for; accents do not matter.")],
    *,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """Find words in families, sessions and records. What is private to its author is never searched."""
    with notebook.open() as workspace:
        found = workspace.find(" ".join(words))
    if as_json:
        print_json([asdict(hit) for hit in found])
        return
    for hit in found:
        sys.stdout.write(
            f"{hit.kind:<8} {hit.id}  {hit.title}  ({hit.day})\n         {' '.join(hit.context.split())}\n"
        )
    if not found:
        typer.echo("Nothing was found.", err=True)
