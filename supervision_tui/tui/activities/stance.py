"""How we are thinking about this family today: safe and unsafe, certain and uncertain (Mason 1993).

Each places a mark unseen, then all are shown. Nothing is kept but a sentence: it is about the group, not the family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.session.working_methods import stance_slot
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import AskScreen

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

CORNERS = {
    (0, 0): ("safe certainty", "What would have to be true for “sorted” to be wrong?"),
    (1, 0): ("safe uncertainty", "What keeps us curious, and what is our line?"),
    (0, 1): ("unsafe certainty", "Who taught us this answer, and what does it leave out?"),
    (1, 1): ("unsafe uncertainty", "What one thing is known, and who can hold it with us?"),
}
"""The four corners, by column and row, each with its question (content specification 6.3; Mason 1993)."""
WARNING = "This is about how we think, not how safe the child is. Act on danger first, whatever the mark."
FINEST = 6
"""Places from side to side and half as many from top to bottom of a corner."""


class StancePanel(ActivityPanel):
    """A field of four corners to move in; marks are only shown together, and go when the region closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(0, -1)", "Up", show=False),
        Binding("down", "go(0, 1)", "Down", show=False),
        Binding("left", "go(-1, 0)", "Left", show=False),
        Binding("right", "go(1, 0)", "Right", show=False),
        Binding("enter,space", "place", "Place a mark", show=False),
        Binding("s", "show", "Show together", show=False),
        Binding("k", "keep", "Keep a sentence", show=False),
    ]
    KEYS = "arrows move · Enter places a mark, unseen · s shows all · k keeps a sentence, nothing else"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.column, self.row = FINEST, FINEST // 2
        self.marks: list[tuple[int, int]] = []
        self.together = False

    @property
    def corner(self) -> tuple[int, int]:
        """The corner where the cursor stands."""
        return int(self.column >= FINEST), int(self.row >= FINEST // 2)

    def content_lines(self) -> list[Content]:
        """The field with its cursor, and all marks once they are shown."""
        wide = max(2, min(6, (self.width_in_cells - 4) // (2 * FINEST)))
        half = wide * FINEST
        rows = [heading("How are we thinking about this family today?"), content(WARNING, "$warning")]
        for row in range(FINEST):
            if row in {0, FINEST // 2}:
                left, right = CORNERS[0, int(row > 0)][0], CORNERS[1, int(row > 0)][0]
                rows.append(content(f"├{f' {left} ':─<{half}}┼{f' {right} ':─<{half}}┤", QUIET))
            rows.append(self._line(row, wide))
        rows.append(content(f"└{'─' * half}┴{'─' * half}┘", QUIET))
        title, question = CORNERS[self.corner]
        count = f"{len(self.marks)} marks{'' if self.together else ', unseen'}"
        rows += [inline(content(f"{title}: ", "$accent bold"), content(question)), content(count, QUIET)]
        return rows

    def _line(self, row: int, wide: int) -> Content:
        cells = [content("│", QUIET)]
        for column in range(2 * FINEST):
            count = self.marks.count((column, row)) if self.together else 0
            mark = "◉" if (column, row) == (self.column, self.row) else "●" if count else " "
            more = str(count) if count > 1 else ""
            edge = "│" if column == FINEST - 1 or column == 2 * FINEST - 1 else ""
            cells += [content(f"{mark}{more}".ljust(wide), "$accent bold"), content(edge, QUIET)]
        return inline(*cells)

    def action_go(self, right: int, down: int) -> None:
        """Move the cursor."""
        self.column = min(2 * FINEST - 1, max(0, self.column + right))
        self.row = min(FINEST - 1, max(0, self.row + down))
        self.draw()

    def action_place(self) -> None:
        """Place a mark here, unseen; the cursor goes back to the middle so that it tells nothing."""
        self.marks.append((self.column, self.row))
        self.column, self.row, self.together = FINEST, FINEST // 2, False
        self.draw()

    def action_show(self) -> None:
        """Show every mark at once."""
        self.together = bool(self.marks)
        self.draw()

    def action_keep(self) -> None:
        """Keep one sentence about how we are thinking; the marks are kept nowhere."""

        def keep_sentence(words: str | None) -> None:
            slot = stance_slot(self.editor)
            if words and slot is not None:
                self.editor.write(slot, words, self.controller.now(), author=self.controller.me)
                self.changed()

        title = CORNERS[self.corner][0]
        self.app.push_screen(
            AskScreen(f"We stand near {title}. What would move us one step?", "a sentence about us, not a grade"),
            keep_sentence,
        )
