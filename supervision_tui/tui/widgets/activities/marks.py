"""Numbers from nought to ten, each rater's mark on a line of its own: side by side, never an average."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.session import Entry, Slot
from supervision_tui.session.fields import label_of
from supervision_tui.session.working_methods import is_scale
from supervision_tui.tui.content import beside, shown
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.widgets.activities.region import QUIET, Region, titled

if TYPE_CHECKING:
    from supervision_tui.tui.screens.session.session import SessionScreen

LONGEST_NAME = 16
"""Cells for a rater's name."""
LEAST_STEP, MOST_STEP = 2, 5
"""Cells between two numbers of the line."""


class MarksRegion(Region):
    """Every number that was given in this stage. Left and right move the chosen mark; a new reason can follow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("left", "move(-1)", "Lower", show=False),
        Binding("right", "move(1)", "Higher", show=False),
        Binding("a", "add", "Add a number", show=False),
        Binding("enter", "change", "Reason", show=False),
    ]
    KEYS = "a add a number · ←/→ move a mark · Enter its reason · ↑/↓ choose"

    def __init__(self, screen: SessionScreen) -> None:
        super().__init__(screen)
        self.at = 0

    def _given(self) -> list[tuple[Slot, Entry]]:
        editor = self.holder.editor
        slots = [slot for slot in editor.slots() if is_scale(slot)]
        return [(slot, one) for slot in slots for one in editor.session.entries_in(slot.field.id, slot.child)]

    def pictured(self) -> list[Content]:
        """A line for each rater under the words of the scale."""
        given = self._given()
        step = max(LEAST_STEP, min(MOST_STEP, (self.room - LONGEST_NAME - 8) // 10))
        scale = "".join(f"{number:<{step}}" for number in range(11))
        rows = [titled("Numbers side by side", "nobody defends a number; there is no average")]
        for slot in [one for one in self.holder.editor.slots() if is_scale(one)]:
            label = label_of(slot, self.holder.controller.names)
            mine = [(n, one) for n, (where, one) in enumerate(given) if where == slot]
            if not mine:
                rows.append(beside(shown(label, "$accent"), shown("  nobody yet", QUIET)))
                continue
            rows.append(shown(label, "$accent"))
            rows += [_line(one, step, chosen=n == self.at) for n, one in mine]
            rows.append(shown(f"  {'':<{LONGEST_NAME}}{scale}", QUIET))
        if given:
            chosen = given[self.at % len(given)][1]
            rows.append(shown(f"{chosen.parts.get('rater', '')}: because {chosen.parts.get('because', '')}"))
            if up := chosen.parts.get("one_up"):
                rows.append(shown(f"One point up would look like: {up}", QUIET))
        return rows

    def action_step(self, step: int) -> None:
        """Choose another mark."""
        if given := self._given():
            self.at = (self.at + step) % len(given)
            self.draw()

    def action_move(self, step: int) -> None:
        """Move the chosen mark by a point; its reason stays until its rater gives another."""
        if given := self._given():
            slot, entry = given[self.at % len(given)]
            number = min(10, max(0, int(entry.parts["number"]) + step))
            values = {name: str(words) for name, words in entry.parts.items()} | {"number": str(number)}
            self.holder.editor.fill(slot, values, self.holder.controller.now(), thing_id=entry.id)
            self.changed()

    def action_add(self) -> None:
        """Ask for another rater's number."""
        scales = {slot.key: slot for slot in self.holder.editor.slots() if is_scale(slot)}
        if len(scales) == 1:
            self.holder.open_form(next(iter(scales.values())))
            return

        def chosen(key: str | None) -> None:
            if key is not None:
                self.holder.open_form(scales[key])

        choices = [(key, label_of(slot, self.holder.controller.names)) for key, slot in scales.items()]
        self.app.push_screen(ChooseScreen("Which number?", choices), chosen)

    def action_change(self) -> None:
        """Open the chosen number with its reason."""
        if given := self._given():
            slot, entry = given[self.at % len(given)]
            self.holder.open_form(slot, thing=entry)


def _line(entry: Entry, step: int, *, chosen: bool) -> Content:
    """A rater's name, and their mark on the line."""
    number = int(entry.parts["number"])
    before, after = "─" * (number * step), "─" * ((10 - number) * step)
    mark = "▸ " if chosen else "  "
    name = str(entry.parts.get("rater", ""))[: LONGEST_NAME - 1]
    return beside(
        shown(f"{mark}{name:<{LONGEST_NAME}}", "$accent bold" if chosen else ""),
        shown(before, QUIET),
        shown("●", "$accent bold"),
        shown(f"{after} {number}", QUIET),
    )
