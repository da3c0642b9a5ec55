"""The map in three columns: what we worry about, what is working, what happens next, with the numbers below.

After Turnell and Edwards 1999 (worries, strengths, next steps side by side): each word stays in the stage asking it.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.practice import Destination
from supervision_tui.session import Entry, Slot, slots
from supervision_tui.session.fields import hint_of, label_of, place_in_words
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

COLUMNS = {
    "What are we worried about?": ("map_worries", "map_harder", "map_future"),
    "What is working?": ("map_strengths", "hope"),
    "What needs to happen?": ("map_goals", "actions"),
}
"""Columns of the map, with the activities whose words stand in each."""


class ColumnsPanel(ActivityPanel):
    """Three columns filled from the stages of the map; a note can be written into any of them from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(-1)", "Left", show=False),
        Binding("right", "go(1)", "Right", show=False),
        Binding("n,enter", "write", "A note here", show=False),
    ]
    KEYS = "←/→ column · n a note in this column"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        here = screen.editor.stage.activity
        self.at = next((n for n, them in enumerate(COLUMNS.values()) if here in them), 0)

    def _stages(self, column: int) -> set[str]:
        activities = list(COLUMNS.values())[column]
        return {stage.id for stage in self.editor.template.stages if stage.activity in activities}

    def _notes(self, column: int) -> list[str]:
        session, stages = self.editor.session, self._stages(column)
        shared = [entry for entry in session.entries if entry.destination is not Destination.PRIVATE]
        notes = [
            f"• {_named(entry, self.controller.names)}" for entry in shared if entry.stage in stages and entry.text
        ]
        if column == len(COLUMNS) - 1:
            notes += [f"• {step.what} ({step.who}, {step.by_when})" for step in session.actions]
        return notes

    def content_lines(self) -> list[Content]:
        """The columns beside each other, the numbers below."""
        width = max(12, (self.width_in_cells - 6) // len(COLUMNS))
        heads = [
            inline(content(f"{title:<{width}}", "$accent bold" if n == self.at else "bold"), content("│ ", QUIET))
            for n, title in enumerate(_fitting(width))
        ]
        columns = [
            [
                line
                for note in self._notes(n)
                for line in wrap(" ".join(note.split()), width - 1, subsequent_indent="  ")
            ]
            for n in range(len(COLUMNS))
        ]
        height = min(self.height_in_lines - 6, max(5, *(len(column) for column in columns)))
        rows = [heading("The map so far"), inline(*heads), content("─" * (len(COLUMNS) * (width + 2)), QUIET)]
        for line in range(height):
            cells = [column[-height:][line] if line < len(column[-height:]) else "" for column in columns]
            rows.append(inline(*(inline(content(f"{cell:<{width}}"), content("│ ", QUIET)) for cell in cells)))
        ratings = [entry for entry in self.editor.session.entries if {"number", "rater"} <= entry.parts.keys()]
        rows += (
            [content("Numbers: " + " · ".join(f"{entry.parts['rater']} {entry.parts['number']}" for entry in ratings))]
            if ratings
            else []
        )
        return rows

    def action_go(self, step: int) -> None:
        """Go to another column."""
        self.at = (self.at + step) % len(COLUMNS)
        self.draw()

    def action_write(self) -> None:
        """Write a note in this column; where several questions stand in it, ask which."""
        editor, names = self.editor, self.controller.names
        stages = [stage for stage in editor.template.stages if stage.id in self._stages(self.at)]
        offered = [
            slot
            for stage in stages
            for slot in slots(stage, editor.template, editor.session.children)
            if slot.field.kind == "notes"
        ]
        if len(offered) > 1:
            by_key = {slot.key: slot for slot in offered}

            def slot_chosen(key: str | None) -> None:
                if key is not None:
                    self._ask(by_key[key])

            choices = [(slot.key, label_of(slot, names)) for slot in offered]
            self.app.push_screen(ChooseScreen("Where in this column?", choices), slot_chosen)
        elif offered:
            self._ask(offered[0])

    def _ask(self, slot: Slot) -> None:
        def write(words: str | None) -> None:
            if words:
                self.session_screen.keep_note(slot, words)
                self.draw()

        label = label_of(slot, self.controller.names)
        place = place_in_words(slot, self.controller.names, self.editor.session.children)
        self.app.push_screen(AskScreen(f"{label} → {place}", hint_of(slot, self.controller.names)), write)


def _fitting(width: int) -> list[str]:
    short = ["Worries", "Working", "Next"]
    return list(COLUMNS) if width > max(map(len, COLUMNS)) else short


def _named(entry: Entry, names: dict[str, str]) -> str:
    child = names.get(entry.child or "", "")
    return f"{child}: {entry.text}" if child and child not in entry.text else str(entry.text)
