"""Today: go on with what was begun, start a session, and see what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList

from supervision_tui.tui.screens.places import PLACES, Panel, Place
from supervision_tui.tui.words import beside, shown

if TYPE_CHECKING:
    from textual.content import Content


class TodayScreen(Place):
    """Today."""

    NAME = "Today"
    ABOUT = "Where a session starts, and where one that was left goes on. Choose with the arrow keys, then Enter."
    COMMANDS_HERE = PLACES

    def body(self) -> ComposeResult:
        """Three lists."""
        yield Panel("Go on", "Nothing was left open.", id="go_on")
        with Horizontal(id="two"):
            yield Panel("Start", "No session formats were found. Install the program again.", id="start")
            yield Panel("Waiting", "No action is waiting.", id="waiting")

    def on_mount(self) -> None:
        """Put the cursor where a person most likely wants it."""
        super().on_mount()
        self.fill()
        first = self.query_one("#go_on OptionList", OptionList)
        (first if first.display else self.query_one("#start OptionList", OptionList)).focus()

    def fill(self) -> None:
        """Open sessions, formats, open actions."""
        desk = self.desk
        self.query_one("#go_on", Panel).fill(
            [
                (
                    line.id,
                    beside(shown("▶ ", "$accent"), shown(line.title), shown(f"   {line.where}", "$foreground 65%")),
                )
                for line in desk.sessions.left_open()
            ]
        )
        self.query_one("#start", Panel).fill([(t.id, _format_line(t.title, t.minutes)) for t in desk.formats])
        self.query_one("#waiting", Panel).fill(
            [(str(at), shown(line.words(desk.today()))) for at, line in enumerate(desk.sessions.open_actions())]
        )

    @on(OptionList.OptionSelected, "#go_on OptionList")
    def _go_on(self, event: OptionList.OptionSelected) -> None:
        from supervision_tui.tui.screens.session import SessionScreen  # noqa: PLC0415 - heavy, and only now needed

        self.app.push_screen(SessionScreen(self.desk.take_up(str(event.option_id))))

    @on(OptionList.OptionSelected, "#start OptionList")
    def _start(self, event: OptionList.OptionSelected) -> None:
        from supervision_tui.tui.screens.beginning import BeginningScreen  # noqa: PLC0415 - only now needed

        self.app.push_screen(BeginningScreen(self.desk.formats[str(event.option_id)]))


def _format_line(title: str, minutes: int) -> Content:
    return beside(shown(title), shown(f"   {minutes} min", "$foreground 65%"))
