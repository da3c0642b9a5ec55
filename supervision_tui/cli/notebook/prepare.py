"""``supervision-tui prepare FAMILY``: straight to the preparation of a visit, or its card as text."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui import records
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook

NONE_YET = "No visit to this family is prepared. Leave out --card to prepare one."


@with_notebook
def prepare(
    family: Annotated[str, typer.Argument(metavar="FAMILY", help="A family's id in your vault, or a family file.")],
    *,
    card: Annotated[bool, typer.Option("--card", help="Print the card of the visit prepared last.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Try it on the invented families.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Prepare a visit on your own: what it opens stays private to you until you have looked back, or for 14 days."""
    if not card:
        from supervision_tui.tui import run  # noqa: PLC0415 - only the screen needs Textual

        raise typer.Exit(run(demo=demo, prepare=family))
    with notebook.open() as workspace:
        found = workspace.visit_card(family)
    if found is None:
        typer.echo(NONE_YET, err=True)
        raise typer.Exit(1)
    sys.stdout.write(records.render_record(found, "txt") + "\n")
