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
from supervision_tui.session.fields import label_of
from supervision_tui.tui.content import beside, shown
from supervision_tui.tui.screens.dialogs.dialogs import AskScreen, ChooseScreen
from supervision_tui.tui.widgets.activities.region import QUIET, Region, titled

if TYPE_CHECKING:
    from supervision_tui.tui.screens.session.session import SessionScreen

COLUMNS = {
    "What are we worried about?": ("map_worries", "map_harder", "map_future"),
    "What is working?": ("map_strengths", "hope"),
    "What needs to happen?": ("map_goals", "actions"),
}
"""Columns of the map, with the activities whose words stand in each."""


class ColumnsRegion(Region):
    """Three columns filled from the stages of the map; a note can be written into any of them from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(-1)", "RecoveredInput", show=False),
        Binding("right", "go(1)", "Right", show=False),
        Binding("n,enter", "write", "A note here", show=False),
    ]
    KEYS = "←/→ column · n a note in this column"

    def __init__(self, screen: SessionScreen) -> None:
        super().__init__(screen)
        here = screen.editor.stage.activity
        self.at = next((n for n, them in enumerate(COLUMNS.values()) if here in them), 0)

    def _stages(self, column: int) -> set[str]:
        activities = list(COLUMNS.values())[column]
        return {stage.id for stage in self.holder.editor.template.stages if stage.activity in activities}

    def _notes(self, column: int) -> list[str]:
        session, stages = self.holder.editor.session, self._stages(column)
        shared = [one for one in session.entries if one.destination is not Destination.PRIVATE]
        told = [f"• {_named(one, self.holder.controller.names)}" for one in shared if one.stage in stages and one.text]
        if column == len(COLUMNS) - 1:
            told += [f"• {step.what} ({step.owner}, {step.when})" for step in session.actions]
        return told

    def pictured(self) -> list[Content]:
        """The columns beside each other, the numbers below."""
        width = max(12, (self.room - 6) // len(COLUMNS))
        heads = [
            beside(shown(f"{title:<{width}}", "$accent bold" if n == self.at else "bold"), shown("│ ", QUIET))
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
        height = min(self.rows - 6, max(5, *(len(column) for column in columns)))
        rows = [titled("The map so far"), beside(*heads), shown("─" * (len(COLUMNS) * (width + 2)), QUIET)]
        for line in range(height):
            cells = [column[-height:][line] if line < len(column[-height:]) else "" for column in columns]
            rows.append(beside(*(beside(shown(f"{cell:<{width}}"), shown("│ ", QUIET)) for cell in cells)))
        numbers = [one for one in self.holder.editor.session.entries if {"number", "rater"} <= one.parts.keys()]
        rows += (
            [shown("Numbers: " + " · ".join(f"{one.parts['rater']} {one.parts['number']}" for one in numbers))]
            if numbers
            else []
        )
        return rows

    def action_go(self, step: int) -> None:
        """Go to another column."""
        self.at = (self.at + step) % len(COLUMNS)
        self.draw()

    def action_write(self) -> None:
        """Write a note in this column; where several questions stand in it, ask which."""
        editor, names = self.holder.editor, self.holder.controller.names
        stages = [stage for stage in editor.template.stages if stage.id in self._stages(self.at)]
        offered = [
            slot
            for stage in stages
            for slot in slots(stage, editor.template, editor.session.children)
            if slot.field.kind == "notes"
        ]
        if len(offered) > 1:
            by_key = {slot.key: slot for slot in offered}

            def chosen(key: str | None) -> None:
                if key is not None:
                    self._ask(by_key[key])

            choices = [(slot.key, label_of(slot, names)) for slot in offered]
            self.app.push_screen(ChooseScreen("Where in this column?", choices), chosen)
        elif offered:
            self._ask(offered[0])

    def _ask(self, slot: Slot) -> None:
        def said(words: str | None) -> None:
            if words:
                self.holder.editor.write(slot, words, self.holder.controller.now(), author=self.holder.controller.me)
                self.changed()

        label = label_of(slot, self.holder.controller.names)
        self.app.push_screen(AskScreen(f"{label} → {slot.field.destination.about.name}", slot.field.hint), said)


def _fitting(width: int) -> list[str]:
    short = ["Worries", "Working", "Next"]
    return list(COLUMNS) if width > max(map(len, COLUMNS)) else short


def _named(entry: Entry, names: dict[str, str]) -> str:
    child = names.get(entry.child or "", "")
    return f"{child}: {entry.text}" if child and child not in entry.text else str(entry.text)
