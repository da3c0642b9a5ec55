"""A parcel that came, before anything of it is kept: what is new, what follows, what differs, in words and drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from supervision_tui import genogram
from supervision_tui.family import Family
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.entry.base import sentence
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.vault import VaultError
from supervision_tui.workspace.exchange import preview_parcel, take_parcel

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.genogram import Scene
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.exchange import IncomingText, ParcelPreview

MOST_DRAWN = 150
"""People up to whom the family is drawn here."""
RELATIONS = {
    "new": "New: it is not here yet",
    "follows": "Follows: it grew from what stands here, and will stand; what stands now stays in the history",
    "differs": "Differs: both of you wrote meanwhile. Both are kept, and you look at both",
    "waits": "Waits beside yours already",
    "same": "The same, word for word: nothing changes",
    "older": "As it was here before: what stands here was written since, and stays",
}


class TakeIn(Command):
    """Take this in: what is new is kept, what follows stands, what differs is kept beside yours."""

    key, label = "y", "Take it in"


class ItIsOneOfMine(Command):
    """Say that this family is one that you hold already, and was never exchanged. Then both texts are kept."""

    key, label = "m", "It is one of mine"


class LeaveParcel(Command):
    """Leave the parcel alone: nothing is kept."""

    key, label = "escape", "Leave it"


class TakeParcelScreen(CommandScreen):
    """A parcel that was opened.

    Args:
        preview: what taking it in would do.
        path: its file.
    """

    app: Program
    room_visibility = RoomVisibility.HIDDEN
    AUTO_FOCUS = "#parcel_words"
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (TakeIn, ItIsOneOfMine, LeaveParcel)
    ABOUT = "What came in a parcel, and how it stands to what is here. Nothing is kept until you press y."

    def __init__(self, preview: ParcelPreview, path: Path) -> None:
        super().__init__()
        self.preview = preview
        self.path = path

    def compose(self) -> ComposeResult:
        """Who sent it, every text, the family drawn."""
        yield TopLine(content(f"A parcel from {self.preview.contact.name}", "bold"))
        with VerticalScroll(id="parcel_words", can_focus=True):
            yield Static(stacked(*self._rows()), id="parcel_rows")
        yield Keys()

    def on_mount(self) -> None:
        """Draw the family as it came, and as it stands."""
        self._draw()

    def _rows(self) -> list[Content | str]:
        preview = self.preview
        where = "a family that is new here; it will be called" if preview.is_new else "the family that is here as"
        rows: list[Content | str] = [
            f"From {preview.sender}. For: {preview.contents.purpose}",
            *filter(None, [preview.taken_before]),
            f"It is about {preview.contents.reference or 'a family'}: {where} {preview.family_id}.",
        ]
        for relation, words in RELATIONS.items():
            texts = [text for text in preview.texts if text.relation == relation]
            if texts:
                rows += ["", content(words, "bold"), *(line for text in texts for line in self._text(text))]
        for title, lines in (
            ("They ask you to let go (you find it under what should go)", [
                f"{request.kind} {request.id}: {request.reason}" for request in preview.requests
            ]),
            ("They answer what you asked to let go", preview.answers),
            ("Not taken in", preview.refused),
        ):  # fmt: skip
            if lines:
                rows += ["", content(title, "bold"), *(content(f"  {line}") for line in lines)]
        return rows

    @staticmethod
    def _text(text: IncomingText) -> list[Content]:
        rows = [content(f"  {text.shared.title}")]
        for part in text.differences:
            rows.append(content(f"    {part.where}", "$secondary"))
            rows.append(content(f"      theirs: {part.kept or '(not there)'}"))
            rows.append(content(f"      here:   {part.standing or '(not there)'}"))
        return rows

    @work(thread=True, exclusive=True)
    def _draw(self) -> None:
        came = next((text for text in self.preview.texts if isinstance(text.shared.model, Family)), None)
        if came is None or not isinstance(came.shared.model, Family):
            return
        drawn = [("As it came", came.shared.model)]
        here = self.app.workspace.families.find(self.preview.family_id)
        if here is not None and came.relation in {"follows", "differs", "older"}:
            drawn.append(("As it stands here", here))
        scenes = [(title, family, self._scene(family)) for title, family in drawn]
        self.app.call_from_thread(self._show, scenes)

    def _scene(self, family: Family) -> Scene | None:
        if not 0 < len(family.persons) <= MOST_DRAWN:
            return None
        try:
            layout = genogram.lay_out(family, labels="initials")
            return genogram.terminal_scene(family, layout, labels="initials", ascii=self.app.ascii_only)
        except genogram.FamilyCycleError:
            return None

    def _show(self, scenes: list[tuple[str, Family, Scene | None]]) -> None:
        if not self.is_attached:
            return
        page = self.query_one("#parcel_words")
        for title, family, scene in scenes:
            if scene is not None:
                page.mount(Static(content(title, "bold")), GenogramView(scene, selected=next(iter(family.focus), "")))

    @on(TakeIn)
    def _take_in(self) -> None:
        self._keep()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _keep(self) -> list[str]:
        return take_parcel(self.app.workspace, self.preview)

    @on(Worker.StateChanged)
    def _came_to_an_end(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.SUCCESS and event.worker.result:
            self.app.switch_screen(NoticeScreen("Taken in", "\n\n".join(event.worker.result)))
        elif event.state is WorkerState.ERROR:
            error = event.worker.error
            if not isinstance(error, VaultError | OSError):
                raise error or RuntimeError("a worker failed without an error")
            words = f"{sentence(error)}\n\nWhat came before it is kept; the parcel can be taken in again."
            self.app.push_screen(NoticeScreen("Not all could be taken in", words))

    @enabled_when(ItIsOneOfMine)
    def _can_be_mine(self) -> bool:
        return self.preview.is_new and bool(self.app.workspace.families.headings())

    @on(ItIsOneOfMine)
    def _it_is_one_of_mine(self) -> None:
        def chosen(family_id: str | None) -> None:
            if not family_id:
                return
            try:
                preview = preview_parcel(self.app.workspace, self.path, as_family=family_id)
            except (VaultError, OSError) as error:
                self.app.push_screen(NoticeScreen("That could not be done", sentence(error)))
                return
            self.app.switch_screen(TakeParcelScreen(preview, self.path))

        choices = [(heading.id, f"{heading.id}  {heading.title}") for heading in self.app.workspace.families.headings()]
        self.app.push_screen(ChooseScreen("Which of your families is it?", choices), chosen)

    @on(LeaveParcel)
    def _leave(self) -> None:
        self.app.pop_screen()
