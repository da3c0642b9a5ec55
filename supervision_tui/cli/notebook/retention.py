"""``supervision-tui vault due`` and its neighbours: what should go and when; nothing goes unless a person says so."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.arguments import AsJson, read_day, read_exact_day
from supervision_tui.cli.notebook.confirmation import waiting_as_data
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import print_json, refuse
from supervision_tui.workspace import notebook as notebooks
from supervision_tui.workspace import reports

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.notebook import DisposalItem, RetentionSchedule

FamilyId = Annotated[str, typer.Argument(metavar="FAMILY", help="The family's id in the vault.")]
Kind = Annotated[str, typer.Argument(metavar="KIND", help="As 'vault due' lists it.")]
Ident = Annotated[str, typer.Argument(metavar="ID", help="As 'vault due' lists it.")]
Why = Annotated[str, typer.Option("--reason", help="Why, in a few words without names.")]


@with_notebook
def due(
    by: Annotated[
        str,
        typer.Option("--by", metavar="DAY", help="Only what should go up to this day."),
    ] = "",
    *,
    as_json: AsJson = False,
    notebook: NotebookOptions,
) -> None:
    """List what waits to be confirmed, and what should go, when and why. Nothing goes or is confirmed by itself."""
    day = read_day(by)
    with notebook.open() as workspace:
        items = _schedule(workspace).disposals(day)
        waiting = reports.to_confirm(reports.waiting_records(workspace))
    if as_json:
        print_json([*map(_as_data, items), *({"kind": "to confirm"} | waiting_as_data(row) for row in waiting)])
        return
    for row in waiting:
        sys.stdout.write(f"{row.record.day}  to confirm  {row.record.id}  {row.words}\n")
    for item in items:
        held = f"HELD: {item.held}" if item.held else item.why
        sys.stdout.write(f"{item.day}  {item.key[0]}  {item.key[1]}  {item.title}  ({held})\n")
    if waiting:
        typer.echo(f"{_counted(len(waiting))} to be confirmed: 'record check' and 'record sign'.", err=True)
    if not items:
        typer.echo("Nothing has to go.", err=True)


@with_notebook
def let_go(
    kind: Kind,
    ident: Ident,
    *,
    reason: Why = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask once more.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Delete one thing that 'vault due' lists, for good, with every earlier version."""
    with notebook.open(writing=True) as workspace:
        schedule = _schedule(workspace)
        item = _listed_item(schedule, kind, ident)
        for part in item.documents:
            typer.echo(f"  {part[0]} {part[1]}", err=True)
        if not yes and not typer.confirm("Delete these for good?", err=True):
            refuse("Nothing was deleted.")
        typer.echo(schedule.dispose(item, reason), err=True)


@with_notebook
def keep(
    kind: Kind,
    ident: Ident,
    *,
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="The last day it is kept: in 3 months.")],
    reason: Why,
    notebook: NotebookOptions,
) -> None:
    """Keep one thing that 'vault due' lists longer, and say why."""
    day = read_exact_day(until)
    with notebook.open(writing=True) as workspace:
        schedule = _schedule(workspace)
        schedule.extend(_listed_item(schedule, kind, ident), day, reason)
    typer.echo(f"Kept until {day}.", err=True)


@with_notebook
def ended(
    family: FamilyId,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="The day: last Friday; today without it.")] = "",
    goes_on: Annotated[bool, typer.Option("--goes-on", help="It has not ended after all.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Note that involvement with a family ended: its working space should go 28 days later."""
    with notebook.open(writing=True) as workspace:
        day = None if goes_on else read_exact_day(on, past=True) if on else workspace.today()
        goes = _schedule(workspace).end_involvement(family, day)
    typer.echo(f"Noted. Its working space should go on {goes}." if goes else "Noted: involvement goes on.", err=True)


def _counted(number: int) -> str:
    return "1 record waits" if number == 1 else f"{number} records wait"


def _schedule(workspace: Workspace) -> RetentionSchedule:
    return notebooks.RetentionSchedule(workspace)


def _listed_item(schedule: RetentionSchedule, kind: str, ident: str) -> DisposalItem:
    """The listed thing of that name.

    Raises:
        typer.Exit: there is none.
    """
    listed = next((item for item in schedule.disposals() if item.key == (kind, ident)), None)
    if listed is None:
        refuse(f"'vault due' lists no {kind} {ident}. Nothing was changed.")
    return listed


def _as_data(item: DisposalItem) -> dict[str, object]:
    return {
        "kind": item.key[0],
        "id": item.key[1],
        "title": item.title,
        "day": item.day.isoformat(),
        "why": item.why,
        "held": item.held,
        "first": item.first,
        "documents": [f"{kind} {ident}" for kind, ident in item.documents],
    }


COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("due", due),
    ("let-go", let_go),
    ("keep", keep),
    ("ended", ended),
)
"""Names of the commands under ``vault``."""
