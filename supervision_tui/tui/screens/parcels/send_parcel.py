"""A family as a parcel for one contact: why, which records, where to; what leaves and stays is shown first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, SelectionList, Static
from textual.widgets.selection_list import Selection

from supervision_tui.days import day_in_words
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.entry.base import EntryScreen, write_again
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.exchange import NEVER_LEAVES, prepare_parcel, records_of, write_parcel

if TYPE_CHECKING:
    from supervision_tui.parcels import Contact
    from supervision_tui.workspace.exchange import PreparedParcel


@dataclass(frozen=True, slots=True)
class WrittenParcel:
    """A parcel that stands in the file at *path*."""

    path: Path


class SendIt(Command):
    """Look at what leaves and what stays; it is written only after that."""

    key, label = "ctrl+s", "See what leaves"


class LeaveSending(Command):
    """Back; nothing is written."""

    key, label = "escape", "Back"


class SendParcelScreen(EntryScreen):
    """What goes to a contact, and why.

    Args:
        family_id: the family.
        contact: who alone can open it.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (SendIt, LeaveSending)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = "One family, one contact, one purpose. What leaves and what stays is shown before anything is written."

    def __init__(self, family_id: str, contact: Contact) -> None:
        super().__init__()
        self.family_id = family_id
        self.contact = contact

    def compose(self) -> ComposeResult:
        """The fields."""
        records = records_of(self.app.workspace, self.family_id)
        yield TopLine(content(f"A parcel for {self.contact.name}: {self.family_id}", "bold"))
        with VerticalScroll(classes="giving"):
            yield Static("Why do they need it?", classes="label")
            yield LineBox(placeholder="for example  you take over from me on 3 December", id="purpose")
            yield Static("Which folder? The file gets a random name, which tells nothing", classes="label")
            yield LineBox(str(Path.home()), id="folder")
            if records:
                yield Static("Which records? Space takes one out", classes="label")
                yield SelectionList[str](
                    *(
                        Selection(content(f"{day_in_words(record.day)}  {record.title}"), record.id, initial_state=True)
                        for record in records
                    ),
                    id="chosen_records",
                )
            yield Static("", id="said")
            yield Static(content(f"Never in a parcel: {'; '.join(NEVER_LEAVES)}."), classes="quiet")
        yield Keys()

    def on_mount(self) -> None:
        """Ready to be told why."""
        self.query_one("#purpose").focus()

    @on(Input.Submitted)
    @on(SendIt)
    def _look(self) -> None:
        if self.busy:
            return
        for which, words in (("#purpose", "Please say why they need it."), ("#folder", "Please say where it goes.")):
            if not self.query_one(which, LineBox).value.strip():
                self.say(words, trouble=True)
                write_again(self, which)
                return
        if not Path(self.query_one("#folder", LineBox).value.strip()).expanduser().is_dir():
            self.say("There is no such folder. Nothing was written.", trouble=True)
            write_again(self, "#folder")
            return
        self.say("Looking through it ...")
        chosen = self.query("#chosen_records").results(SelectionList)
        self._prepare([ident for listed in chosen for ident in listed.selected])

    @work(thread=True, exit_on_error=False)
    def _prepare(self, records: list[str]) -> PreparedParcel:
        purpose = self.query_one("#purpose", LineBox).value.strip()
        return prepare_parcel(self.app.workspace, self.family_id, self.contact, purpose, records=records)

    @work(thread=True, exit_on_error=False)
    def _write(self, ready: PreparedParcel) -> WrittenParcel:
        folder = Path(self.query_one("#folder", LineBox).value.strip()).expanduser()
        return WrittenParcel(write_parcel(self.app.workspace, ready, folder))

    def finished(self, result: PreparedParcel | WrittenParcel) -> None:
        """It was looked through, or it is written."""
        if isinstance(result, WrittenParcel):
            words = (
                f"{result.path}\n\n"
                f"Only {self.contact.name}'s notebook opens it. Bring it by any way; a shared drive of "
                "your authority or a stick is better than e-mail."
            )
            self.app.switch_screen(NoticeScreen("Written, and noted in the notebook", words))
        else:
            self.say("")
            self._ask(result)

    def _ask(self, ready: PreparedParcel) -> None:
        words = [f"! {warning}" for warning in ready.warnings]
        words += ["This leaves:", *(f"  {line}" for line in ready.leaving)]
        words += ["This stays:", *(f"  {line}" for line in ready.held_back)] if ready.held_back else []
        words += (
            ["To look at, in case it is a name:", *(f"  {line}" for line in ready.possible)] if ready.possible else []
        )
        write = "I have looked at these; write it" if ready.warnings or ready.possible else "Write it"
        choices = [("back", "Not yet"), ("write", f"{write}: only {self.contact.name} can open it")]

        def decided(choice: str | None) -> None:
            if choice == "write":
                self.say("Writing ...")
                self._write(ready)
            else:
                self.say("Nothing was written.")

        self.app.push_screen(ChooseScreen("Before it leaves", choices, "\n".join(words)), decided)

    @on(LeaveSending)
    def _leave_sending(self) -> None:
        self.app.pop_screen()
