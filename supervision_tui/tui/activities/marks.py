"""Numbers from nought to ten, each rater's mark on a line of its own: side by side, never an average."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.session import Entry, Slot
from supervision_tui.session.fields import label_of
from supervision_tui.session.working_methods import is_scale
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import ChooseScreen

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

LONGEST_NAME = 16
"""Cells for a rater's name."""
LEAST_STEP, MOST_STEP = 2, 5
"""Cells between two numbers of the line."""


class MarksPanel(ActivityPanel):
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

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.at = 0

    def _given(self) -> list[tuple[Slot, Entry]]:
        editor = self.editor
        slots = [slot for slot in editor.slots() if is_scale(slot)]
        return [(slot, entry) for slot in slots for entry in editor.session.entries_in(slot.field.id, slot.child)]

    def content_lines(self) -> list[Content]:
        """A line for each rater under the words of the scale."""
        given = self._given()
        step = max(LEAST_STEP, min(MOST_STEP, (self.width_in_cells - LONGEST_NAME - 8) // 10))
        scale = "".join(f"{number:<{step}}" for number in range(11))
        rows = [heading("Numbers side by side", "nobody defends a number; there is no average")]
        for slot in [slot for slot in self.editor.slots() if is_scale(slot)]:
            label = label_of(slot, self.controller.names)
            ratings = [(at, entry) for at, (rated, entry) in enumerate(given) if rated == slot]
            if not ratings:
                rows.append(inline(content(label, "$accent"), content("  nobody yet", QUIET)))
                continue
            rows.append(content(label, "$accent"))
            rows += [_line(entry, step, chosen=at == self.at) for at, entry in ratings]
            rows.append(content(f"  {'':<{LONGEST_NAME}}{scale}", QUIET))
        if given:
            rating = given[self.at % len(given)][1]
            rows.append(content(f"{rating.parts.get('rater', '')}: because {rating.parts.get('because', '')}"))
            if up := rating.parts.get("one_up"):
                rows.append(content(f"One point up would look like: {up}", QUIET))
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
            self.editor.fill(slot, values, self.controller.now(), item_id=entry.id)
            self.changed()

    def action_add(self) -> None:
        """Ask for another rater's number."""
        scales = {slot.key: slot for slot in self.editor.slots() if is_scale(slot)}
        if len(scales) == 1:
            self.session_screen.open_form(next(iter(scales.values())))
            return

        def open_chosen(key: str | None) -> None:
            if key is not None:
                self.session_screen.open_form(scales[key])

        choices = [(key, label_of(slot, self.controller.names)) for key, slot in scales.items()]
        self.app.push_screen(ChooseScreen("Which number?", choices), open_chosen)

    def action_change(self) -> None:
        """Open the chosen number with its reason."""
        if given := self._given():
            slot, entry = given[self.at % len(given)]
            self.session_screen.open_form(slot, thing=entry)


def _line(entry: Entry, step: int, *, chosen: bool) -> Content:
    """A rater's name, and their mark on the line."""
    number = int(entry.parts["number"])
    before, after = "─" * (number * step), "─" * ((10 - number) * step)
    mark = "▸ " if chosen else "  "
    name = str(entry.parts.get("rater", ""))[: LONGEST_NAME - 1]
    return inline(
        content(f"{mark}{name:<{LONGEST_NAME}}", "$accent bold" if chosen else ""),
        content(before, QUIET),
        content("●", "$accent bold"),
        content(f"{after} {number}", QUIET),
    )
