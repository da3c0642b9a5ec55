"""``vault texts`` and ``vault settle``: two texts of the same thing that wait for a person to look at both."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from supervision_tui.cli.arguments import AsJson
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse
from supervision_tui.workspace import notebook as notebooks


class ChosenText(enum.StrEnum):
    """Which of the two texts is to stand."""

    WAITING = "waiting"
    STANDING = "standing"


@with_notebook
def texts(*, notebook: NotebookOptions, as_json: AsJson = False) -> None:
    """Show every text that waits beside the one that stands, with what differs, part by part."""
    with notebook.open() as workspace:
        waiting = notebooks.open_conflicts(workspace.vault)
    if as_json:
        print_json([_as_data(two) for two in waiting])
        return
    for two in waiting:
        typer.echo(f"{two.kept.seq}  {two.kept.kind} {two.kept.id}: {two.title}")
        typer.echo(f"   {two.origin}")
        for part in two.differences:
            typer.echo(f"   {part.where}")
            typer.echo(f"     waiting  {part.kept or '(not there)'}")
            typer.echo(f"     stands   {part.standing or '(not there)'}")
    hint = "'vault settle NUMBER waiting' or 'vault settle NUMBER standing' lets one of the two stand."
    typer.echo(hint if waiting else "No text waits.", err=True)


@with_notebook
def settle(
    number: Annotated[int, typer.Argument(help="The number that 'vault texts' shows.")],
    stands: Annotated[ChosenText, typer.Argument(help="Which of the two is to stand.")],
    *,
    notebook: NotebookOptions,
) -> None:
    """Let one of two texts stand. Where the waiting one is taken, what stood stays in the history."""
    with notebook.open(writing=True) as workspace:
        waiting = {two.kept.seq: two for two in notebooks.open_conflicts(workspace.vault)}
        if number not in waiting:
            refuse(f"No text with the number {number} waits. 'vault texts' shows those that do. Nothing was changed.")
        if stands is ChosenText.WAITING:
            notebooks.accept_waiting(workspace, waiting[number])
        else:
            notebooks.discard_waiting(workspace, waiting[number])
    typer.echo("Settled.", err=True)


def _as_data(two: notebooks.TextConflict) -> dict[str, object]:
    return {
        "number": two.kept.seq,
        "kind": two.kept.kind,
        "id": two.kept.id,
        "title": two.title,
        "by": two.kept.author,
        "differences": [
            {"where": part.where, "waiting": part.kept, "standing": part.standing} for part in two.differences
        ],
    }
