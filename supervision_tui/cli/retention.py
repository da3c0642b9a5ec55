"""``supervision-tui vault due`` and its neighbours: what should go and when; nothing goes unless a person says so."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli.open_notebook import VaultFolder, open_notebook
from supervision_tui.cli.passphrases import FromDescriptor, FromFile

if TYPE_CHECKING:
    from supervision_tui.workspace.notebook.retention import DisposalItem, RetentionSchedule

FamilyId = Annotated[str, typer.Argument(metavar="FAMILY", help="The family's id in the vault.")]
Kind = Annotated[str, typer.Argument(metavar="KIND", help="As 'vault due' lists it.")]
Ident = Annotated[str, typer.Argument(metavar="ID", help="As 'vault due' lists it.")]
Why = Annotated[str, typer.Option("--reason", help="Why, in a few words without names.")]


def due(
    by: Annotated[str, typer.Option("--by", metavar="DAY", help="Only what should go up to this day.")] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """List what should go, when and why: filed copies, working spaces, private notes. Nothing goes by itself."""
    day = _day(by) if by else None
    with open_notebook(vault, file, descriptor) as workspace:
        goings = _rules()(workspace).disposals(day)
    if as_json:
        sys.stdout.write(json.dumps([_plain(going) for going in goings], ensure_ascii=False, indent=2) + "\n")
        return
    for going in goings:
        held = f"HELD: {going.held}" if going.held else going.why
        sys.stdout.write(f"{going.day}  {going.key[0]}  {going.key[1]}  {going.title}  ({held})\n")
    if not goings:
        typer.echo("Nothing has to go.", err=True)


def let_go(
    kind: Kind,
    ident: Ident,
    *,
    reason: Why = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask once more.")] = False,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """Delete one thing that 'vault due' lists, for good, with every earlier version."""
    with open_notebook(vault, file, descriptor, writing=True) as workspace:
        rules = _rules()(workspace)
        going = _found(rules, kind, ident)
        for part in going.documents:
            typer.echo(f"  {part[0]} {part[1]}", err=True)
        if not yes and not typer.confirm("Delete these for good?", err=True):
            typer.echo("Nothing was deleted.", err=True)
            raise typer.Exit(1)
        typer.echo(rules.dispose(going, reason), err=True)


def keep(
    kind: Kind,
    ident: Ident,
    *,
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="The day up to which it is kept (2026-12-24).")],
    reason: Why,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """Keep one thing that 'vault due' lists longer, and say why."""
    day = _day(until)
    with open_notebook(vault, file, descriptor, writing=True) as workspace:
        rules = _rules()(workspace)
        rules.extend(_found(rules, kind, ident), day, reason)
    typer.echo(f"Kept until {day}.", err=True)


def ended(
    family: FamilyId,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="The day (2026-11-24); today without it.")] = "",
    goes_on: Annotated[bool, typer.Option("--goes-on", help="It has not ended after all.")] = False,
    vault: VaultFolder = None,
    file: FromFile = None,
    descriptor: FromDescriptor = None,
) -> None:
    """Note that involvement with a family ended: its working space should go 28 days later."""
    with open_notebook(vault, file, descriptor, writing=True) as workspace:
        day = None if goes_on else _day(on) if on else workspace.today()
        goes = _rules()(workspace).end_involvement(family, day)
    typer.echo(f"Noted. Its working space should go on {goes}." if goes else "Noted: involvement goes on.", err=True)


def _rules() -> type[RetentionSchedule]:
    from supervision_tui.workspace.notebook.retention import RetentionSchedule  # noqa: PLC0415 - quick help

    return RetentionSchedule


def _found(rules: RetentionSchedule, kind: str, ident: str) -> DisposalItem:
    """The listed thing of that name.

    Raises:
        typer.Exit: there is none.
    """
    for going in rules.disposals():
        if going.key == (kind, ident):
            return going
    typer.echo(f"'vault due' lists no {kind} {ident}. Nothing was changed.", err=True)
    raise typer.Exit(1)


def _plain(going: DisposalItem) -> dict[str, object]:
    return {
        "kind": going.key[0],
        "id": going.key[1],
        "title": going.title,
        "day": going.day.isoformat(),
        "why": going.why,
        "held": going.held,
        "first": going.first,
        "documents": [f"{kind} {ident}" for kind, ident in going.documents],
    }


def _day(typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        typer.echo(f"'{typed}' is not a day. Write it as 2026-12-24.", err=True)
        raise typer.Exit(2) from None


COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("due", due),
    ("let-go", let_go),
    ("keep", keep),
    ("ended", ended),
)
"""Names of the commands under ``vault``."""
