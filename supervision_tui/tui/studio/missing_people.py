"""People who are not on the drawing yet: dotted where they would stand, in a list below it, and asked for in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from supervision_tui.family.views import MissingPerson
from supervision_tui.family.views.missing_people import missing_people
from supervision_tui.tui.studio.commands import PERSON_HINT
from supervision_tui.tui.studio.list_panel import ListPanel

if TYPE_CHECKING:
    from supervision_tui.tui.studio.studio_base import StudioBase

NOBODY = "As far as the family itself tells, nobody is missing. Who else might there be?"
QUESTIONS = {
    "parents": "Who is a parent of {of}?",
    "parent": "Who is the other parent of {of}?",
    "name": "What is known of them, at least a name?",
    "named": "Who is {name}? Put on the drawing, they are linked to nobody yet.",
}
"""What is asked, by the kind of gap."""


class MissingPeoplePanel(ListPanel):
    """The people who are missing, and what shows it; Enter asks who it is."""

    def __init__(self, studio: StudioBase) -> None:
        super().__init__(studio, "missing")

    def rows(self) -> list[tuple[str, str]]:
        """Everybody who is missing, today."""
        family = self.studio.editor.family
        if not self.studio.shows_missing_people or self.studio.as_at is not None or not family.persons:
            return []
        return [(f"row-{at}", gap.words) for at, gap in enumerate(missing_people(family))] or [("", NOBODY)]

    def _gap(self, row_id: str) -> MissingPerson:
        return missing_people(self.studio.editor.family)[int(row_id.removeprefix("row-"))]

    def open_row(self, row_id: str) -> None:
        """Ask who it is, and add them where they are missing."""
        gap, editor = self._gap(row_id), self.studio.editor
        add_by_kind = {"parents": editor.add_parent, "parent": editor.add_parent, "name": editor.update_person}

        def add_person(line: str) -> str:
            return add_by_kind[gap.kind](gap.of[0], line) if gap.kind in add_by_kind else editor.add_first_person(line)

        of = editor.family.person(gap.of[0]).short_name if gap.of else ""
        self.studio.ask(QUESTIONS[gap.kind].format(of=of, name=gap.name), PERSON_HINT, add_person, gap.name)

    def on_focus(self) -> None:
        """Show where the first of them would stand."""
        self._show_place()

    @on(OptionList.OptionHighlighted)
    def _row_highlighted(self) -> None:
        if self.has_focus:
            self._show_place()

    def _show_place(self) -> None:
        if self.highlighted_id:
            gap = self._gap(self.highlighted_id)
            self.studio.look_at(gap.of[:1], gap.placeholder_ids[:1])
