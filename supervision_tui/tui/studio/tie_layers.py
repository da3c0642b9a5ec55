"""Layers of ties: by tone on and off, and those of everybody or only of the person selected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from supervision_tui.genogram.notation import with_ties
from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from supervision_tui.family import Family

TONES = {
    "warm": ("warm", "close, love, mended"),
    "care": ("care", "takes care of"),
    "plain": ("connected", "nothing more is said"),
    "attention": ("attention", "focused on, longs for"),
    "distant": ("distant", "distant, never met"),
    "cut_off": ("cut off", "contact broken off"),
    "tense": ("tense", "conflict, distrust"),
    "harm": ("harm", "violence, abuse, control"),
}
"""Tones of ties: the word for each, and which ties they are."""
OTHERS = "others"
"""The choice that draws everybody's ties, not only those of the person selected."""


@dataclass(frozen=True, slots=True)
class TieLayers:
    """Tones that are *off*; *others*: whether the ties of those who are not selected are drawn too."""

    others: bool = True
    off: frozenset[str] = frozenset()

    def subset(self, family: Family) -> Family:
        """*family* with the ties that are on."""
        return with_ties(family, lambda tie: tie.tone not in self.off) if self.off else family

    def words(self, family: Family) -> str:
        """What is off, for the top line; only tones that *family* has."""
        present = {tie.tone for tie in family.ties}
        off = [word for tone, (word, _) in TONES.items() if tone in self.off & present]
        parts = ["" if self.others else "one person's", f"without {', '.join(off)}" if off else ""]
        return ", ".join(filter(None, parts))

    def after_choice(self, family: Family, on: set[str]) -> TieLayers:
        """The layers after a choice among the tones that *family* has: those in *on* are drawn."""
        present = {tie.tone for tie in family.ties}
        return TieLayers(OTHERS in on, (self.off - present) | (present - on))


class TieLayersScreen(Dialog[set[str]]):
    """Choose which ties are drawn."""

    room_visibility = RoomVisibility.PROGRAM
    AUTO_FOCUS = "OptionList"
    BINDINGS = [("escape", "done", "Back to the drawing"), ("space", "toggle_row", "On or off")]

    def __init__(self, family: Family, layers: TieLayers) -> None:
        super().__init__()
        counts = {tone: sum(tie.tone == tone for tie in family.ties) for tone in TONES}
        tones = {tone: f"{word}: {ties}   ({counts[tone]})" for tone, (word, ties) in TONES.items() if counts[tone]}
        self._rows = {**tones, OTHERS: "also the ties of those who are not selected"}
        self._on = {tone for tone in tones if tone not in layers.off} | ({OTHERS} if layers.others else set())

    def compose(self) -> ComposeResult:
        """One row a tone."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = "Which ties are drawn"
            sheet.border_subtitle = "Space or Enter: on or off · Esc: back to the drawing"
            yield ChoiceList(*(Option(self._row(key), id=key) for key in self._rows), markup=False)

    def _row(self, key: str) -> Content:
        return content(f"[{'x' if key in self._on else ' '}] {self._rows[key]}")

    def action_toggle_row(self) -> None:
        """Turn the row under the cursor on or off."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _row_toggled(self, event: OptionList.OptionSelected) -> None:
        key = str(event.option_id)
        self._on ^= {key}
        event.option_list.replace_option_prompt(key, self._row(key))

    def action_done(self) -> None:
        """Draw what is on."""
        self.dismiss(self._on)
