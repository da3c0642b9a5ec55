"""The end of a family's part of a meeting, or of a stage of all families: what waits here, and the time of the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from supervision_tui.session.clock import FamilyShare, share_in_words
from supervision_tui.tui.content import content, filled, inline, stacked
from supervision_tui.tui.dialogs.dialogs import FRAME, WIDEST_PER_CENT, WIDTH
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility

TITLE = 10
"""Cells for the title of a row."""
TRAY, GO, ON = "tray", "go", "on"
"""Given back where somebody looks at the tray, goes elsewhere, or goes on."""


class NextFamilyScreen(Dialog["int | str | None"]):
    """Begin the next family with so many minutes, or stay; gives the minutes, :data:`TRAY`, :data:`GO` or ``None``.

    Args:
        names: of the family that ends here, and of the next.
        share: what the next one can have.
        rows: (title, words) of what waits or is missing here.
        begins: when the next one begins, which is now.
    """

    room_visibility = RoomVisibility.BELOW
    ABOUT = (
        "A family's part of the meeting ends here. The next one is offered a fair share of what is left; + and - "
        "change it by a minute, = takes the minutes of the plan. What waits here stays, and is counted until the close."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f6", "begin", "Begin", priority=True),
        Binding("plus,plus_sign", "change(1)", "A minute more"),
        Binding("minus,hyphen_minus", "change(-1)", "A minute less"),
        Binding("equals_sign,equal", "plan", "As planned"),
        Binding("f8", "dismiss('tray')", "Tray", priority=True),
        Binding("f9", "dismiss('go')", "Go", priority=True),
        Binding("escape", "dismiss(None)", "Stay"),
    ]

    def __init__(
        self, names: tuple[str, str], share: FamilyShare, rows: list[tuple[str, str]], begins: datetime
    ) -> None:
        super().__init__()
        self._begins = begins
        self._names = names
        self._share = share
        self._rows = rows
        self._minutes = share.fair

    def compose(self) -> ComposeResult:
        """The time, then what waits."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = content(f"{self._names[0]} ends here. Next: {self._names[1]}")
            sheet.border_subtitle = content(f"Enter begins {self._names[1]} · Esc stays in {self._names[0]}")
            yield Static(id="next_family")

    def on_mount(self) -> None:
        """Say it."""
        self._say()

    def _say(self) -> None:
        time = share_in_words(self._share, self._names[1], self._minutes, self._begins)
        rows = [("Time", f"{time}  + - a minute   = as planned ({self._share.planned})"), *self._rows]
        self.query_one("#next_family", Static).update(in_two_columns(rows, self.app.size.width))

    def on_resize(self) -> None:
        """Wrap the words for the room there is."""
        self._say()

    def action_change(self, minutes: int) -> None:
        """More, or fewer, minutes for the next family."""
        self._minutes = max(1, self._minutes + minutes)
        self._say()

    def action_plan(self) -> None:
        """The minutes that the format plans."""
        self._minutes = self._share.planned
        self._say()

    def action_begin(self) -> None:
        """Begin the next family."""
        self.dismiss(self._minutes)


class StageEndsScreen(Dialog["str | None"]):
    """A stage ends for everybody while lines wait in trays; gives :data:`TRAY`, :data:`ON`, or ``None`` to stay.

    Args:
        title: what ends.
        where: how many lines wait, and whose they are.
    """

    room_visibility = RoomVisibility.BELOW
    ABOUT = (
        "Lines were jotted in this stage, and are in nobody's file. F8 places them now, then the meeting goes on; "
        "Enter goes on at once: they wait, are counted, and are offered again before the close."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f6", "dismiss('on')", "Go on", priority=True),
        Binding("f8", "dismiss('tray')", "Tray", priority=True),
        Binding("escape", "dismiss(None)", "Stay"),
    ]

    def __init__(self, title: str, where: str) -> None:
        super().__init__()
        self._title = title
        self._where = where

    def compose(self) -> ComposeResult:
        """What waits, and what each key does with it."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = content(f"{self._title} ends here")
            sheet.border_subtitle = "Enter goes on · F8 places them · Esc stays"
            rows = [("Tray", self._where), ("F8", "places them now, then goes on")]
            rows.append(("Enter", "goes on: they wait, and are offered again before the close"))
            yield Static(in_two_columns(rows, self.app.size.width))


def in_two_columns(rows: Sequence[tuple[str, str]], screen_width: int) -> Content:
    """*rows* of a title and words: every line of the words stands under the first."""
    width = min(WIDTH, screen_width * WIDEST_PER_CENT // 100) - FRAME - 2
    lines = []
    for title, words in rows:
        first, *others = wrap(words, width - TITLE) or [""]
        lines.append(inline(content(filled(title, TITLE), "bold"), content(first)))
        lines += [content(" " * TITLE + other) for other in others]
    return stacked(*lines)
