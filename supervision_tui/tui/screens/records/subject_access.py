"""What is held about one person, on screen: read through, what has to be decided about apart, then written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.dialogs import AskScreen, NoticeScreen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.entry.base import EntryScreen
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.passphrase_fields import PassphraseFields
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace import subject_access

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.subject_access import ExportedPages, SubjectAccessItem, SubjectAccessResult

WHO = "About whom? A name, or the family's id and the person's"


def ask_about_a_person(app: Program) -> None:
    """Ask who is meant and who asks, then show everything."""

    def asked(who: str | None) -> None:
        if who:
            app.push_screen(
                AskScreen("Who asks for it, if not the person? (- for the person themselves)", "a parent's name", "-"),
                lambda by: _show(app, who, by),
            )

    app.push_screen(AskScreen(WHO, "V2/robin, or a worker's name"), asked)


def _show(app: Program, who: str, by: str | None) -> None:
    if by is None:
        return
    try:
        found = subject_access.search_subject(
            app.workspace, who, asked_by="" if by.strip() in {"-", "–"} else by.strip()
        )
    except ValueError as nobody:
        app.push_screen(NoticeScreen("Who is meant?", str(nobody)))
        return
    app.push_screen(SubjectAccessScreen(found))


class WritePages(Command):
    """Write two pages: what may be given, and apart from it what somebody has to decide about first."""

    key, label = "w", "Write the pages"


class BackFromSubjectAccess(Command):
    """Back; nothing was written."""

    key, label = "escape", "Back"


class SubjectAccessScreen(CommandScreen):
    """Everything that is held about one person.

    Args:
        found: what the search found.
    """

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (WritePages, BackFromSubjectAccess)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = "Everything that is held about one person. Nothing is withheld by itself: the grounds are for you to weigh."

    def __init__(self, result: SubjectAccessResult) -> None:
        super().__init__()
        self.found = result

    def compose(self) -> ComposeResult:
        """What may be given, then what is to be decided about."""
        yield TopLine(content(f"What is held about {self.found.name}", "bold"))
        with VerticalScroll(id="held", can_focus=True):
            yield Static(self._text())
        yield Keys()

    def on_mount(self) -> None:
        """Ready to read."""
        self.query_one("#held").focus()

    def _text(self) -> Content:
        found = self.found
        rows: list[Content | str] = [
            f"{len(found.given)} parts may be given; {len(found.to_decide)} have to be decided about first."
        ]
        rows += [content(f"  ? {line}", "$warning") for line in found.left_out_words()]
        rows += ["", *self._parts("To decide about", found.to_decide), *self._parts("To be given", found.given)]
        return stacked(*rows)

    def _parts(self, title: str, pieces: tuple[SubjectAccessItem, ...]) -> list[Content | str]:
        rows: list[Content | str] = []
        for name, under in self.found.by_destination(pieces):
            rows += [content(f"{title}: {name}", "$accent bold")]
            for piece in under:
                rows += [content(piece.where, "$secondary")]
                if piece.ground:
                    rows.append(content(f"  ? {piece.ground.words}", "$warning"))
                rows += [content("\n".join(f"  {line}" for line in piece.words.splitlines())), ""]
        return rows

    @on(WritePages)
    def _write_pages(self) -> None:
        self.app.push_screen(SubjectAccessExportScreen(self.found))

    @on(BackFromSubjectAccess)
    def _back_from_held(self) -> None:
        self.app.pop_screen()


class LeavePages(Command):
    """Back; nothing was written."""

    key, label = "escape", "Back"


class SubjectAccessExportScreen(EntryScreen):
    """Where the pages go, and the passphrase that locks them.

    Args:
        found: what is written.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (LeavePages,)
    ABOUT = "The pages are written where you say. With a passphrase they are locked, and open in any browser."

    def __init__(self, result: SubjectAccessResult) -> None:
        super().__init__()
        self._found = result

    def compose(self) -> ComposeResult:
        """A folder, a passphrase, and the passphrase again."""
        with Vertical(classes="door") as door:
            door.border_title = "Write the pages"
            yield Static("A folder that your council allows", classes="label")
            yield LineBox(str(Path.home() / "held"), id="folder")
            yield PassphraseFields(
                "A passphrase of their own (may stay empty: then the pages are not locked)", optional=True
            )
            yield Static("", id="said")
            yield Static(
                stacked("", "Locked pages open in any browser, offline. Tell the passphrase by another way."),
                classes="quiet",
            )
        yield Keys()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self.busy:
            return
        folder, fields = self.query_one("#folder", LineBox), self.query_one(PassphraseFields)
        if not folder.value.strip():
            self.say("Please say where the pages should go.", trouble=True)
            folder.focus()
            return
        if trouble := fields.problem():
            self.say(trouble, trouble=True)
            return
        self.say("Writing ...")
        self._write(Path(folder.value.strip()).expanduser(), fields.passphrase)

    @work(thread=True, exit_on_error=False)
    def _write(self, folder: Path, passphrase: str) -> ExportedPages:
        return subject_access.write(self._found, folder, passphrase=passphrase)

    def finished(self, written: ExportedPages) -> None:
        """The pages are there."""
        words = f"To be given:\n{written.given}"
        if written.to_decide:
            words += f"\n\nFor whoever decides, not to be given away as it is:\n{written.to_decide}"
        self.app.switch_screen(NoticeScreen("Written", words))

    @on(LeavePages)
    def _leave_pages(self) -> None:
        if not self.busy:
            self.app.pop_screen()
