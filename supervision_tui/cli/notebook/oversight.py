"""``supervision-tui record oversight``: what the accountable manager writes, part by part."""

from __future__ import annotations

from typing import Annotated

import typer

from supervision_tui import records
from supervision_tui.cli.notebook_options import NotebookOptions, record_of, with_notebook
from supervision_tui.workspace import disclosure


@with_notebook
def oversight(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="A record's id, as 'record list' shows it.")],
    *,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who writes it.")],
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="As what, for example team manager.")],
    heard: Annotated[str, typer.Option("--heard", help="What you read or heard, with the child's view.")],
    decision: Annotated[str, typer.Option("--decision", help="What you decide.")],
    because: Annotated[str, typer.Option("--because", help="Why.")],
    impact: Annotated[str, typer.Option("--impact", help="What this means for the child.")],
    view: Annotated[str, typer.Option("--view", help="Risk and strength now.")] = "",
    considered: Annotated[str, typer.Option("--considered", help="What else was considered, and why not.")] = "",
    would_change: Annotated[str, typer.Option("--would-change", help="What would change this.")] = "",
    steps: Annotated[str, typer.Option("--steps", help="Who does what by when.")] = "",
    last_plan: Annotated[str, typer.Option("--last-plan", help="Was the last plan done? If not, why.")] = "",
    how_told: Annotated[str, typer.Option("--told", help="How and when the family and the child are told.")] = "",
    disagreed: Annotated[str, typer.Option("--disagreed", help="What was not agreed, told fairly.")] = "",
    following: Annotated[str, typer.Option("--next", help="When it is looked at next.")] = "",
    notebook: NotebookOptions,
) -> None:
    """Add a manager's oversight to one record, as one paragraph with its reason."""
    words = {
        "heard": heard, "view": view, "decision": decision, "because": because, "considered": considered,
        "would_change": would_change, "steps": steps, "last_plan": last_plan, "impact": impact, "told": how_told,
        "disagreed": disagreed, "next": following,
    }  # fmt: skip
    with notebook.open(writing=True) as workspace:
        stored = record_of(workspace, record)
        at, family = workspace.sessions.now(), disclosure.family_of(workspace, stored)
        workspace.records.put(records.add_oversight(stored, words, by=by, role=role, at=at, family=family), record)
    typer.echo(f"Added: oversight by {by}, {role}.", err=True)
