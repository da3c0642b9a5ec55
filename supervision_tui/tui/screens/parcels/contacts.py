"""Contacts: whose notebooks are paired with this one; pairing step by step; a parcel that came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.entry.base import sentence
from supervision_tui.tui.screens.parcels.ask_pairing_words import AskPairingWordsScreen
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.vault import VaultError
from supervision_tui.workspace.exchange import (
    drop_contact,
    pair_by_showing,
    pair_by_typing,
    paired_on,
    paired_sentence,
    pending_pairings,
    preview_parcel,
    take_card,
    write_card,
)

if TYPE_CHECKING:
    from supervision_tui.parcels import PendingPairing
    from supervision_tui.tui.base import Program

CARD = "pairing.card"
NOBODY = "Nobody is paired yet. One of you presses s and tells the other sixteen words; the other presses t."
WAITING = "Somebody who waits is paired once you have taken their card (c), and they have taken yours."
PAIRED = "To send: Families, s on the family. A parcel that came: p here. To pair with somebody else: s or t."
NEXT_STEP = (
    "Send {name} the file\n  {path}\nby any way: it holds no name and no word. When their card has come, choose "
    "“Take their card” here."
)
TELL_WORDS = (
    "{words}\n\nTell {name} these words by voice, together or by a telephone number that you know; never in a "
    "message. They are shown this once.\n\n"
)


class ShowWords(Command):
    """Begin with somebody: your notebook shows sixteen words, and you tell them by voice. They type them there."""

    key, label = "s", "Pair: show words"


class TypeWords(Command):
    """Begin with somebody whose notebook shows sixteen words: type them here as they tell you."""

    key, label = "t", "Pair: type their words"


class TakeCard(Command):
    """Finish a pairing with the card file that the other person sent you."""

    key, label = "c", "Take their card"


class WriteCardAgain(Command):
    """Write your own card of this pairing once more, if the file was lost."""

    key, label, hide_in_footer = "w", "Write my card again", True


class DropContact(Command):
    """Forget somebody with the keys: no parcel of theirs opens here any more. What came before stays."""

    key, label, hide_in_footer = "d", "Drop", True


class TakeParcel(Command):
    """Look at a parcel that came. You see what it holds and what differs before anything is kept."""

    key, label = "p", "A parcel that came"


class LeaveContacts(Command):
    """Back."""

    key, label = "escape", "Back"


class ContactsScreen(CommandScreen):
    """Who is paired with this notebook, and which pairings wait for a card."""

    app: Program
    room_visibility = RoomVisibility.HIDDEN
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        ShowWords, TypeWords, TakeCard, TakeParcel, WriteCardAgain, DropContact, LeaveContacts,
    )  # fmt: skip
    ABOUT = (
        "People whose notebooks are paired with yours. Pairing takes sixteen words by voice and a small card each way; "
        "after that a family can go from one notebook to the other, sealed for the one alone. No server; the program "
        "sends nothing. How the sealing is put together has not been reviewed by anybody outside yet."
    )

    def compose(self) -> ComposeResult:
        """The list, and what to do next."""
        yield TopLine(content("From notebook to notebook", "bold"))
        with VerticalScroll(id="contacts_page"):
            with Vertical(classes="place") as place:
                place.border_title = "Paired with this notebook"
                yield ChoiceList(id="contacts", markup=False)
            yield Static(id="contact_words", classes="quiet")
        yield Keys()

    def on_mount(self) -> None:
        """Show who is there."""
        self.fill()
        self.query_one("#contacts").focus()

    def fill(self) -> None:
        """The contacts and the pairings that wait."""
        workspace = self.app.workspace
        self.pending = {pending.id: pending for pending in pending_pairings(workspace)}
        rows = [
            Option(content(f"{contact.name}   waits for their card"), id=contact.id)
            for contact in self.pending.values()
        ]
        rows += [
            Option(content(f"{contact.name}   paired {paired_on(contact)}"), id=contact.id)
            for contact in workspace.contacts.all()
        ]
        contacts = self.query_one("#contacts", OptionList)
        contacts.set_options(rows)
        contacts.highlighted = 0 if rows else None
        words = WAITING if self.pending else PAIRED if rows else NOBODY
        self.query_one("#contact_words", Static).update(content(words))
        self.refresh_bindings()

    @property
    def chosen(self) -> str:
        """The id under the cursor, or ""."""
        contacts = self.query_one("#contacts", OptionList)
        if contacts.highlighted is None or not contacts.option_count:
            return ""
        return str(contacts.get_option_at_index(contacts.highlighted).id)

    def tell(self, title: str, words: str) -> None:
        """Tell something, with the list as it is now below."""
        self.fill()
        self.app.push_screen(NoticeScreen(title, words))

    def ask_where(self, then: Callable[[Path], None]) -> None:
        """Ask where the own card goes."""

        def answered(path: str | None) -> None:
            if path:
                then(Path(path).expanduser())

        self.app.push_screen(AskScreen("Where should your card go? A file", start=str(Path.home() / CARD)), answered)

    @work(thread=True, exit_on_error=False)
    def run(self, title: str, act: Callable[[], str]) -> tuple[str, str]:
        """Do *act* beside the keys; what it says is told under *title*."""
        return title, act()

    @on(Worker.StateChanged)
    def _came_to_an_end(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self.tell(*event.worker.result)
        elif event.state is WorkerState.ERROR:
            error = event.worker.error
            if not isinstance(error, VaultError | OSError | ValueError):
                raise error or RuntimeError("a worker failed without an error")
            self.tell("That could not be done", sentence(error))

    @on(ShowWords)
    def _show_words(self) -> None:
        def named(name: str | None) -> None:
            if name:
                self.ask_where(lambda path: self._begin(name, None, path))

        self.app.push_screen(AskScreen("With whom? The name as you call them", "for example  Ben"), named)

    @on(TypeWords)
    def _type_words(self) -> None:
        def named(name: str | None) -> None:
            if name:
                self.app.push_screen(
                    AskPairingWordsScreen(),
                    lambda words: self.ask_where(lambda path: self._begin(name, words, path)) if words else None,
                )

        self.app.push_screen(AskScreen("With whom? The name as you call them", "for example  Sam"), named)

    def _begin(self, name: str, typed: str | None, path: Path) -> None:
        workspace = self.app.workspace

        def act() -> str:
            if typed is None:
                pending, words = pair_by_showing(workspace, name)
                message = TELL_WORDS.format(words=words, name=name)
            else:
                pending, message = pair_by_typing(workspace, name, typed), "The words fit together. "
            try:
                write_card(pending, path)
            except OSError as problem:
                return f"{message}Your card could not be written: {problem} Choose “Write my card again” here."
            return message + NEXT_STEP.format(name=name, path=path)

        self.run(f"Pairing with {name}", act)

    @on(TakeCard)
    def _take_card(self) -> None:
        def answered(path: str | None) -> None:
            if path:
                self.run("Their card", lambda: self._finish(Path(path).expanduser()))

        self.app.push_screen(AskScreen("Which file is their card?", "for example  /media/stick/pairing.card"), answered)

    def _finish(self, path: Path) -> str:
        contact = take_card(self.app.workspace, path)
        return paired_sentence(contact)

    @enabled_when(WriteCardAgain)
    def _waits(self) -> bool:
        return self.chosen in self.pending

    @on(WriteCardAgain)
    def _write_card_again(self) -> None:
        pending: PendingPairing = self.pending[self.chosen]

        def act(path: Path) -> str:
            write_card(pending, path, force=True)
            return NEXT_STEP.format(name=pending.name, path=path)

        def write(path: Path) -> None:
            self.run("Your card", lambda: act(path))

        self.ask_where(write)

    @enabled_when(DropContact)
    def _is_chosen(self) -> bool:
        return bool(self.chosen)

    @on(DropContact)
    def _drop(self) -> None:
        ident = self.chosen

        def decided(choice: str | None) -> None:
            if choice == "drop":
                self.run("Dropped", lambda: f"{drop_contact(self.app.workspace, ident)} is forgotten here.")

        choices = [("back", "Not now"), ("drop", "Forget them, with the keys")]
        words = "No parcel of theirs opens here any more. They should drop you too; to go on, pair anew."
        self.app.push_screen(ChooseScreen("Drop this contact?", choices, words), decided)

    @on(TakeParcel)
    def _take_parcel(self) -> None:
        def answered(path: str | None) -> None:
            if path:
                self._look_at(Path(path).expanduser())

        self.app.push_screen(AskScreen("Which file is the parcel?", "for example  /media/stick/x.parcel"), answered)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _look_at(self, path: Path) -> None:
        preview = preview_parcel(self.app.workspace, path)
        self.app.call_from_thread(self.app.push_screen, screen("take parcel", preview, path))

    @on(LeaveContacts)
    def _leave(self) -> None:
        self.app.pop_screen()
