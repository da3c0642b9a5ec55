"""``supervision-tui contact``: pair this notebook with somebody else's, list who is paired, drop somebody."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from supervision_tui.cli.arguments import AsJson, Force
from supervision_tui.cli.notebook_options import NotebookOptions, with_notebook
from supervision_tui.cli.output import misused, print_json, refuse
from supervision_tui.cli.output_cleaning import CommandGroup
from supervision_tui.workspace import exchange

app = typer.Typer(cls=CommandGroup, no_args_is_help=True)

CardOut = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where your own card is written, to be sent.")
]


@app.command()
@with_notebook
def pair(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The other person, as you call them.")] = "",
    *,
    output: CardOut = None,
    typed: Annotated[
        bool, typer.Option("--type-words", help="Type the sixteen words that the other side shows.")
    ] = False,
    words_file: Annotated[
        Path | None,
        typer.Option("--words-file", metavar="FILE", help="Read those words from FILE (- for standard input)."),
    ] = None,
    card: Annotated[
        Path | None, typer.Option("--card", metavar="FILE", help="Finish with the other side's card.")
    ] = None,
    force: Force = False,
    notebook: NotebookOptions,
) -> None:
    """Pair two notebooks, once: one side shows sixteen words, the other types them, each sends a small card.

    First side: contact pair NAME -o mine.card. Other side: contact pair NAME --type-words -o mine.card. Then each takes
    the other's card: contact pair --card theirs.card. Tell the words by voice, never in a message.
    """
    if card is not None:
        if name or output or typed or words_file:
            misused("--card finishes a pairing that was begun: give nothing else with it.")
        _take_card(card, notebook)
        return
    if not name or output is None:
        misused("Say with whom, and where your card goes: contact pair NAME -o mine.card")
    words = _words(words_file) if typed or words_file else None
    _begin(name, output, words, notebook, force=force)


@app.command("list")
@with_notebook
def list_contacts(*, as_json: AsJson = False, notebook: NotebookOptions) -> None:
    """List who is paired with this notebook, and which pairings wait for a card."""
    with notebook.open() as workspace:
        rows = [
            {"id": contact.id, "name": contact.name, "paired": contact.paired.date().isoformat(), "waits": False}
            for contact in workspace.contacts.all()
        ]
        rows += [
            {"id": pending.id, "name": pending.name, "paired": None, "waits": True}
            for pending in exchange.pending_pairings(workspace)
        ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        state = "waits for their card" if row["waits"] else f"paired {row['paired']}"
        sys.stdout.write(f"{row['id']}  {row['name']}  ({state})\n")
    if not rows:
        typer.echo("Nobody is paired with this notebook yet. 'contact pair' begins.", err=True)


@app.command()
@with_notebook
def drop(
    contact: Annotated[str, typer.Argument(metavar="CONTACT", help="The name, or the id that 'contact list' shows.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask once more.")] = False,
    notebook: NotebookOptions,
) -> None:
    """Forget a contact, or a pairing that waits: no parcel of theirs opens here any more. Nothing else changes."""
    with notebook.open(writing=True) as workspace:
        waiting = [
            pending.id for pending in exchange.pending_pairings(workspace) if contact in {pending.id, pending.name}
        ]
        ident = waiting[0] if len(waiting) == 1 else exchange.find_contact(workspace, contact).id
        if not yes and not typer.confirm(f"Forget {contact}, with the keys?", err=True):
            refuse("Nothing was changed.")
        name = exchange.drop_contact(workspace, ident)
    typer.echo(f"{name} is forgotten here. They drop you in their notebook; to go on, pair anew.", err=True)


def _begin(name: str, output: Path, words: str | None, notebook: NotebookOptions, *, force: bool) -> None:
    with notebook.open(writing=True) as workspace:
        if words is None:
            pending, shown = exchange.pair_by_showing(workspace, name)
            exchange.write_card(pending, output, force=force)
            sys.stdout.write(f"{shown}\n")
            typer.echo(
                f"Tell {name} these words together or by a known telephone, never by e-mail; they are not shown again. "
                f"Send them '{output}' by any way, and take their card with: contact pair --card FILE",
                err=True,
            )
        else:
            exchange.write_card(exchange.pair_by_typing(workspace, name, words), output, force=force)
            typer.echo(
                f"The words fit together. Send {name} '{output}', and take their card with: contact pair --card FILE",
                err=True,
            )


def _take_card(card: Path, notebook: NotebookOptions) -> None:
    with notebook.open(writing=True) as workspace:
        contact = exchange.take_card(workspace, card)
    typer.echo(exchange.paired_sentence(contact), err=True)


def _words(file: Path | None) -> str:
    """The words as typed, or as they stand in *file*."""
    if file is None:
        return str(typer.prompt("The sixteen words, in order", err=True))
    return sys.stdin.read(_LONGEST) if str(file) == "-" else file.read_text(encoding="utf-8")[:_LONGEST]


_LONGEST = 10_000
