"""Two texts of the same thing: what differs, side by side in words, and which one should stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.vault import VaultError
from supervision_tui.workspace.notebook import conflicts, open_conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.notebook import TextDifference


class KeepStanding(Command):
    """Let the text stand that stands now; the waiting one goes."""

    key, label = "s", "Keep what stands"


class TakeWaiting(Command):
    """Put the waiting text in its place. What stands now stays in the history."""

    key, label = "t", "Take the waiting one"


class NextTexts(Command):
    """Leave these two as they are, and look at the next ones that wait."""

    key, label = "n", "The next ones"


class LaterOn(Command):
    """Leave both as they are; they wait."""

    key, label = "escape", "Later"


class ConflictsScreen(CommandScreen):
    """Two texts that wait for somebody to look at both, the longest first."""

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (KeepStanding, TakeWaiting, NextTexts, LaterOn)
    room_visibility = RoomVisibility.HIDDEN
    ABOUT = (
        "A text was saved in two places at the same time, or came in a parcel while you wrote too. Both are kept until "
        "you choose; read both first."
    )

    def compose(self) -> ComposeResult:
        """Every difference."""
        yield TopLine()
        with VerticalScroll(id="both", can_focus=True):
            yield Static(id="origin")
            yield Vertical(id="differences")
        yield Keys()

    async def on_mount(self) -> None:
        """Show the first."""
        self._skipped = set[int]()
        self.query_one("#both").focus()
        await self.show_first()

    async def show_first(self) -> None:
        """Show the two texts that have waited longest, or leave when there are none."""
        found = open_conflicts(self.app.workspace.vault)
        if not found:
            self.app.pop_screen()
            return
        self._two = next((two for two in found if two.kept.seq not in self._skipped), found[0])
        self._number = len(found)
        more = f", and {self._number - 1} more wait" if self._number > 1 else ""
        self.query_one(TopLine).say(content(f"Two texts: {self._two.title}{more}", "bold"))
        heading = "What differs:" if self._two.differences else "Nothing differs: both say the same."
        self.query_one("#origin", Static).update(content(f"{self._two.origin} {heading}"))
        shown = self.query_one("#differences", Vertical)
        await shown.remove_children()
        await shown.mount_all(widget for part in self._two.differences for widget in _side_by_side(part))
        self.query_one("#both").scroll_home(animate=False)
        self.refresh_bindings()

    async def settle(self, *, take: bool) -> None:
        """Let one of the two stand."""
        try:
            (conflicts.accept_waiting if take else conflicts.discard_waiting)(self.app.workspace, self._two)
        except VaultError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        await self.show_first()

    @on(KeepStanding)
    async def _keep_standing(self) -> None:
        await self.settle(take=False)

    @on(TakeWaiting)
    async def _take_waiting(self) -> None:
        await self.settle(take=True)

    @enabled_when(NextTexts)
    def _more_wait(self) -> bool:
        return getattr(self, "_number", 0) > 1

    @on(NextTexts)
    async def _next_texts(self) -> None:
        self._skipped.add(self._two.kept.seq)
        if len(self._skipped) >= self._number:
            self._skipped.clear()
        await self.show_first()

    @on(LaterOn)
    def _later_on(self) -> None:
        self.app.pop_screen()


def _side_by_side(part: TextDifference) -> Iterator[Widget]:
    """A part that differs: where it is, and below it what each text says; each column says which text it is."""
    yield Static(content(part.where, "$secondary"), classes="where")
    yield Horizontal(
        Static(content(f"waiting: {part.kept or '(not there)'}")),
        Static(content(f"stands: {part.standing or '(not there)'}")),
        classes="side_by_side",
    )
