"""Two texts of the same thing: what differs, side by side in words, and which one should stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui.tui.commands import Command, CommandScreen
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.vault import VaultError
from supervision_tui.workspace.notebook import conflicts, open_conflicts

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.notebook import TextConflict


class KeepStanding(Command):
    """Let the text stand that stands now; the waiting one goes."""

    key, label = "s", "Keep what stands"


class TakeWaiting(Command):
    """Put the waiting text in its place. What stands now stays in the history."""

    key, label = "t", "Take the waiting one"


class LaterOn(Command):
    """Leave both as they are; they wait."""

    key, label = "escape", "Later"


class ConflictsScreen(CommandScreen):
    """The first two texts that wait for somebody to look at both."""

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (KeepStanding, TakeWaiting, LaterOn)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = "A text was saved in two places at the same time. Both are kept until you choose; read both first."

    def compose(self) -> ComposeResult:
        """Every difference."""
        yield TopLine()
        with VerticalScroll(id="both", can_focus=True):
            yield Static(id="differences")
        yield Keys()

    def on_mount(self) -> None:
        """Show the first."""
        self.query_one("#both").focus()
        self.show_first()

    def show_first(self) -> None:
        """Show the two texts that have waited longest, or leave when there are none."""
        found = open_conflicts(self.app.workspace.vault)
        if not found:
            self.app.pop_screen()
            return
        self._two = found[0]
        self.query_one(TopLine).say(content(f"Two texts: {self._two.title}", "bold"))
        self.query_one("#differences", Static).update(stacked(*self._rows(self._two)))

    def _rows(self, two: TextConflict) -> list[Content | str]:
        rows: list[Content | str] = [
            f"Saved by {two.kept.author} on {two.when}, while another text was saved in its place. What differs:"
        ]
        for difference in two.differences:
            rows += ["", content(difference.where, "$secondary")]
            rows += [
                content(f"  waiting: {difference.kept or '(not there)'}"),
                content(f"  stands:  {difference.standing or '(not there)'}"),
            ]
        return rows if two.differences else [*rows, "", "Nothing: both say the same."]

    def drain_keys(self, *, take: bool) -> None:
        """Let one of the two stand."""
        try:
            (conflicts.accept_waiting if take else conflicts.discard_waiting)(self.app.workspace, self._two)
        except VaultError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.show_first()

    @on(KeepStanding)
    def _keep_standing(self) -> None:
        self.drain_keys(take=False)

    @on(TakeWaiting)
    def _take_waiting(self) -> None:
        self.drain_keys(take=True)

    @on(LaterOn)
    def _later_on(self) -> None:
        self.app.pop_screen()
