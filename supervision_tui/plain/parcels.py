"""From notebook to notebook in plain words: pair with somebody, send a family, take in what came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.parcels import WrongPairingWordsError
from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.plain.two_texts import look_at_both
from supervision_tui.vault import VaultError
from supervision_tui.workspace.exchange import (
    NEVER_LEAVES,
    drop_contact,
    pair_by_showing,
    pair_by_typing,
    paired_on,
    paired_sentence,
    pending_pairings,
    prepare_parcel,
    preview_parcel,
    take_card,
    take_parcel,
    write_card,
    write_parcel,
)
from supervision_tui.workspace.notebook import open_conflicts

if TYPE_CHECKING:
    from supervision_tui.parcels import PendingPairing
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.exchange import ParcelPreview, PreparedParcel

BACK = "Enter alone goes back."


def exchange_parcels(workspace: Workspace, io: TerminalIO) -> None:
    """Choose what to do; what cannot be done is told, and nothing is changed by it."""
    while True:
        _say_contacts(workspace, io)
        chosen = choose(io, "From notebook to notebook. What would you like to do?", CHOICES, nothing="go back")
        if chosen is None:
            return
        try:
            ACTIONS[chosen](workspace, io)
        except (VaultError, OSError, ValueError) as problem:
            io.say(str(problem))


def _say_contacts(workspace: Workspace, io: TerminalIO) -> None:
    for pending in pending_pairings(workspace):
        io.say(f"{pending.name}: the pairing waits for their card.")
    for contact in workspace.contacts.all():
        io.say(f"{contact.name}: paired on {paired_on(contact)}.")


def _show_words(workspace: Workspace, io: TerminalIO) -> None:
    name = io.ask(f"With whom? The name as you call them. {BACK}")
    if name:
        pending, words = pair_by_showing(workspace, name)
        io.say(f"Tell {name} these sixteen words by voice, never in a message. They are told here this once.")
        io.say(str(words))
        _write_card(pending, io)


def _type_words(workspace: Workspace, io: TerminalIO) -> None:
    name = io.ask(f"With whom? The name as you call them. {BACK}")
    typed = io.ask(f"The sixteen words, in order; four letters of each are enough. {BACK}") if name else ""
    while typed:
        try:
            pending = pair_by_typing(workspace, name, typed)
        except WrongPairingWordsError as slip:
            io.say(str(slip))
            typed = io.ask(f"The sixteen words once more. {BACK}", typed)
            continue
        io.say("The words fit together.")
        _write_card(pending, io)
        return


def _write_card(pending: PendingPairing, io: TerminalIO) -> None:
    path = io.ask("Where should your card go? A file.", str(Path.home() / "pairing.card"))
    write_card(pending, Path(path).expanduser())
    io.say(f"Send {pending.name} that file by any way. When theirs has come, choose “Take their card” here.")


def _take_card(workspace: Workspace, io: TerminalIO) -> None:
    path = io.ask(f"Which file is their card? {BACK}")
    if path:
        contact = take_card(workspace, Path(path).expanduser())
        io.say(paired_sentence(contact))


def _drop(workspace: Workspace, io: TerminalIO) -> None:
    known = [(pending.id, str(pending.name)) for pending in pending_pairings(workspace)]
    known += [(contact.id, str(contact.name)) for contact in workspace.contacts.all()]
    chosen = choose(io, "Whom should this notebook forget?", known, nothing="forget nobody") if known else None
    if chosen:
        io.say(f"{drop_contact(workspace, chosen)} is forgotten here.")


def _send(workspace: Workspace, io: TerminalIO) -> None:
    contacts = {contact.id: contact for contact in workspace.contacts.all()}
    if not contacts:
        io.say("Nobody's notebook is paired with yours yet.")
        return
    families = [(heading.id, heading.title) for heading in workspace.families.headings()]
    family = choose(io, "Which family?", families, nothing="go back")
    called = [(contact.id, str(contact.name)) for contact in contacts.values()]
    ident = choose(io, "For whom?", called, nothing="go back") if family else None
    purpose = io.ask(f"Why do they need it? {BACK}") if ident else ""
    if not (family and ident and purpose):
        return
    ready = prepare_parcel(workspace, family, contacts[ident], purpose)
    _say_what_leaves(ready, io)
    sure = choose(io, "Write it?", [("write", f"Yes: only {contacts[ident].name} can open it")], nothing="leave it")
    if sure:
        folder = io.ask("Which folder? The file gets a random name.", str(Path.home()))
        io.say(f"Written: {write_parcel(workspace, ready, Path(folder).expanduser())}")
    else:
        io.say("Nothing was written.")


def _say_what_leaves(ready: PreparedParcel, io: TerminalIO) -> None:
    for warning in ready.warnings:
        io.say(f"Please look at this first: {warning}")
    for line in ready.leaving:
        io.say(f"Leaves: {line}")
    for line in ready.held_back:
        io.say(f"Stays: {line}")
    for doubt in ready.possible:
        io.say(doubt)
    io.say(f"Never in a parcel: {'; '.join(NEVER_LEAVES)}.")


def _take(workspace: Workspace, io: TerminalIO) -> None:
    path = io.ask(f"Which file is the parcel? {BACK}")
    if not path:
        return
    preview = preview_parcel(workspace, Path(path).expanduser())
    families = [(heading.id, heading.title) for heading in workspace.families.headings()]
    if preview.is_new and families:
        mine = choose(
            io,
            f"It is about {preview.contents.reference or 'a family'}. Is it one of yours?",
            families,
            nothing="say that it is new here",
        )
        preview = preview_parcel(workspace, Path(path).expanduser(), as_family=mine) if mine else preview
    _say_what_came(preview, io)
    if choose(io, "Take it in?", [("take", "Yes")], nothing="leave it"):
        for line in take_parcel(workspace, preview):
            io.say(line)
    else:
        io.say("Nothing was taken in.")


def _look_at_both(workspace: Workspace, io: TerminalIO) -> None:
    if open_conflicts(workspace.vault):
        look_at_both(workspace, io)
    else:
        io.say("No text waits.")


def _say_what_came(preview: ParcelPreview, io: TerminalIO) -> None:
    io.say(f"From {preview.sender}. For: {preview.contents.purpose}")
    if preview.taken_before:
        io.say(preview.taken_before)
    for text in preview.texts:
        io.say(f"{IN_WORDS[text.relation]}: {text.shared.title}.")
        for part in text.differences:
            io.say(f"{part.where}. Theirs: {part.kept or 'nothing'}. Here: {part.standing or 'nothing'}.")
    for request in preview.requests:
        io.say(f"They ask you to let a {request.kind} go, because {request.reason}.")
    for line in (*preview.answers, *preview.refused):
        io.say(line)


IN_WORDS = {
    "new": "New here",
    "same": "The same, word for word",
    "follows": "It grew from what stands here, and will stand",
    "differs": "It differs from what is here, and both will be kept",
    "waits": "It waits beside yours already",
    "older": "As it was here before; what stands here was written since, and stays",
}
"""How a text stands to what is here."""
CHOICES: list[tuple[str, str]] = [
    ("show", "Pair with somebody: show sixteen words"),
    ("type", "Pair with somebody: type the words that they show"),
    ("card", "Take their card"),
    ("send", "Send a family"),
    ("take", "Take in a parcel that came"),
    ("both", "Look at both texts, where two wait"),
    ("drop", "Forget a contact"),
]
ACTIONS: dict[str, Callable[[Workspace, TerminalIO], None]] = {
    "show": _show_words,
    "type": _type_words,
    "card": _take_card,
    "send": _send,
    "take": _take,
    "both": _look_at_both,
    "drop": _drop,
}
