"""Which families a meeting thinks about in depth: chosen aloud, one or two or three, in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from supervision_tui.tui.content import stacked
from supervision_tui.tui.dialogs.dialogs import hold_focus_where_it_rolls
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility, declare
from supervision_tui.tui.widgets.family_choice import FamilyChoice

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

ADVICE = (
    "Space chooses a family or leaves it out; they come in the order in which you choose them. Enter goes on.",
    "Need, not volume: include one where things go well, and one that you have not spoken of for some weeks.",
    "",
)


class ChooseFamiliesScreen(Dialog[tuple[str, ...] | None]):
    """Choose families; gives their ids in order, or ``None``.

    Args:
        families: (id, title) of those to choose from.
        chosen: ids of those that are chosen already.
        asked: what was said of a family when it was asked whether it needs time today, by its id.
    """

    app: Program
    room_visibility = RoomVisibility.PROGRAM
    BINDINGS = [("escape", "dismiss(None)", "As it is")]

    def __init__(
        self, families: Sequence[tuple[str, str]], chosen: Sequence[str], asked: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self._families, self._chosen = families, chosen
        self._below = {family: f"time: {words}" for family, words in (asked or {}).items()}

    def compose(self) -> ComposeResult:
        """Advice, and the families."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = "Which families in depth today?"
            sheet.border_subtitle = "Esc leaves it as it is"
            yield Static(stacked(*ADVICE))
            if self.app.room.on:
                yield Static("The families are masked while others see the screen. Ctrl+R shows them.", classes="quiet")
            yield declare(
                FamilyChoice(self._families, self._chosen, id="choice", below=self._below), RoomVisibility.HIDDEN
            )

    def on_mount(self) -> None:
        """Ready to choose."""
        self.query_one(FamilyChoice).focus()

    def on_resize(self) -> None:
        """Tab leads out of the list only where there is more to read than can be seen."""
        self.call_after_refresh(hold_focus_where_it_rolls, self.query_one(".sheet"))

    @on(FamilyChoice.Done)
    def _done(self, event: FamilyChoice.Done) -> None:
        event.stop()
        self.dismiss(event.families)
