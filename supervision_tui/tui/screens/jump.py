"""Jump anywhere by a few letters, and search the words of everything that may be searched."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.worker import Worker

from supervision_tui.tui.app_services.debounce import Debouncer
from supervision_tui.tui.content import content, filled, inline, show_changed, stacked
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.jump_targets import Target, all_targets, full_text, near, ranked
from supervision_tui.tui.widgets.found_list import FoundList
from supervision_tui.tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program

PAUSE = 0.25
"""Seconds after a letter until words inside documents are searched."""
MOMENT = 0.06
"""Seconds after a letter until names are found: the letter stands first, and quick ones are answered together."""


class JumpScreen(Dialog[None]):
    """Type a few letters, choose, be there.

    Args:
        below: the screen that it was opened on, whose commands are offered too.
    """

    app: Program
    AUTO_FOCUS = "LineBox"
    BINDINGS = [("escape", "dismiss", "Back")]
    room_visibility = RoomVisibility.SORTED

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self._near = near(below)
        self._far: list[Target] = []
        self._inside: list[Target] = []
        self._offered: list[Target] = []
        self._offered_for = ""
        """The letters that what is offered was looked for with."""

    def compose(self) -> ComposeResult:
        """The letters, and where they lead."""
        with Vertical(classes="sheet wide", id="jump") as sheet:
            sheet.border_title = "Jump to, or search for"
            sheet.border_subtitle = "a few letters · down and Enter · Esc goes back"
            hint = "a family, a person, a session, a record, a command, or words that were written"
            yield LineBox(placeholder=hint, searching=True)
            yield FoundList(id="offered")
            yield Static("", id="jump_said", classes="quiet")

    def on_mount(self) -> None:
        """Places are offered at once; the rest comes beside the keys."""
        self._soon = Debouncer(self, PAUSE, self._search)
        self._names_soon = Debouncer(self, MOMENT, self._offer)
        self.run_worker(partial(all_targets, self.app.workspace), name="far", thread=True, exit_on_error=False)
        self._offer()

    @property
    def typed(self) -> str:
        """What was typed so far."""
        return str(self.query_one(LineBox).line).strip()

    @on(Input.Changed)
    def _changed(self) -> None:
        self._inside = []
        self._names_soon.ask()
        self._soon.ask()

    def _offer_now(self) -> None:
        """What is offered is what stands in the line, before something of it is chosen."""
        if self._offered_for != self.typed:
            self._offer()

    def _search(self) -> None:
        self.run_worker(
            partial(full_text, self.app.workspace, self.typed),
            name="inside",
            thread=True,
            exclusive=True,
            exit_on_error=False,
        )

    @on(Worker.StateChanged)
    def _found(self, event: Worker.StateChanged) -> None:
        if event.worker.result is None:
            return
        if event.worker.name == "far":
            self._far = list(event.worker.result)
        else:
            self._inside = list(event.worker.result)
        self._offer()

    def _offer(self) -> None:
        """Show where the letters lead; in room view only what the room may see."""
        room = self.app.room
        self._offered_for = self.typed
        found = ranked([*self._near, *self._far], self._offered_for, self._inside)
        self._offered = [target for target in found if room.may_show(target.family, private=target.private)]
        self.query_one("#offered", FoundList).fill([_line(target) for target in self._offered])
        left_out = "What is not for the room is left out. " if room.on and len(found) > len(self._offered) else ""
        nothing = "Nothing has these letters." if self._offered_for and not self._offered else ""
        show_changed(self.query_one("#jump_said", Static), content(left_out + nothing))

    def on_key(self, event: Key) -> None:
        """Up and down walk through the lines while the letters keep the cursor."""
        options = self.query_one("#offered", OptionList)
        if event.key in {"down", "up"} and self.focused is not options:
            event.stop()
            event.prevent_default()
            self._offer_now()
            options.action_cursor_down() if event.key == "down" else options.action_cursor_up()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._offer_now()
        at = self.query_one("#offered", OptionList).highlighted
        if at is not None:
            self._go(self._offered[at])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._go(self._offered[event.option_index])

    def _go(self, target: Target) -> None:
        app = self.app
        self.dismiss()
        app.call_later(target.go, app)


def _line(target: Target) -> Content:
    head = inline(content(f"{filled(target.kind, 10)}", "$secondary"), content(target.words))
    if not target.about:
        return head
    if target.kind == "words":
        return stacked(head, content(f"          {target.about}", "$foreground 70%"))
    return inline(head, content(f"   {target.about}", "$foreground 70%"))
