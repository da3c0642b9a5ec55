"""Who is joined to whom: what the relational graph shows, in a list under the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from supervision_tui.family import patterns, views
from supervision_tui.tui.studio.list_panel import ListPanel

if TYPE_CHECKING:
    from supervision_tui.family.patterns import Pattern
    from supervision_tui.tui.studio.studio_base import StudioBase

NOTHING = "Nothing stands out in who is joined to whom. Whose lines are not drawn yet?"


class RelationalPanel(ListPanel):
    """Patterns of the relational graph, each with what it rests on and a question; Enter shows the ties."""

    def __init__(self, studio: StudioBase) -> None:
        super().__init__(studio, "relational")
        self.shown = False

    def _patterns(self) -> list[Pattern]:
        family = views.without_hidden(self.studio.editor.family)
        return patterns.relational_patterns(family, self.studio.as_at)

    def rows(self) -> list[tuple[str, str]]:
        """Every pattern: its title, why it is shown, and its first question."""
        if not self.shown or not self.studio.editor.family.persons:
            return []
        found = self._patterns()
        lines = [
            (f"row-{at}", f"{pattern.title}. {pattern.why} {pattern.questions[0]}") for at, pattern in enumerate(found)
        ]
        return lines or [("", NOTHING)]

    def toggle(self) -> None:
        """Show the list and go to it, or put it away."""
        self.shown = not self.shown
        self.refresh_rows()
        if self.shown and self.has_choices:
            self.focus()
        else:
            self.studio.return_focus()

    def open_row(self, row_id: str) -> None:
        """Show the ties of whoever the pattern is about."""
        self.studio.show_view("ties")
        self._select(row_id)

    @on(OptionList.OptionHighlighted)
    def _row_highlighted(self) -> None:
        self._select(self.highlighted_id)

    def _select(self, row_id: str) -> None:
        found = self._patterns() if row_id else []
        at = int(row_id.removeprefix("row-")) if row_id else 0
        if at < len(found):
            self.studio.look_at(found[at].who[:1], ())
