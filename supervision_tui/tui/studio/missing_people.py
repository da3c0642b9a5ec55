"""Who is not on the drawing yet: dotted where they would stand, in a list below it, and asked for one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from supervision_tui.family.views.missing_people import Missing, missing
from supervision_tui.tui.studio.list_panel import Below
from supervision_tui.tui.studio.person_command import PERSON

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen

NOBODY = "As far as the family itself tells, nobody is missing. Who else might there be?"
ASKS = {
    "parents": "Who is a parent of {of}?",
    "parent": "Who is the other parent of {of}?",
    "name": "What is known of them, at least a name?",
    "named": "Who is {name}? Put on the drawing, they are linked to nobody yet.",
}


class MissingList(Below):
    """Who is missing, and how that shows; Enter asks who it is."""

    def __init__(self, studio: StudioScreen) -> None:
        super().__init__(studio, "missing")

    def rows(self) -> list[tuple[str, str]]:
        """Everybody who is missing, today."""
        family = self.studio.board.family
        if not self.studio.who_is_missing or self.studio.as_at is not None or not family.persons:
            return []
        return [(f"row-{at}", one.words) for at, one in enumerate(missing(family))] or [("", NOBODY)]

    def _one(self, chosen: str) -> Missing:
        return missing(self.studio.board.family)[int(chosen.removeprefix("row-"))]

    def act(self, chosen: str) -> None:
        """Ask who it is, and put them where they are missing."""
        one, board = self._one(chosen), self.studio.board
        acts = {"parents": board.parent, "parent": board.parent, "name": board.tell}

        def answered(line: str) -> str:
            return acts[one.kind](one.of[0], line) if one.kind in acts else board.first(line)

        of = board.family.person(one.of[0]).short_name if one.of else ""
        self.studio.ask(ASKS[one.kind].format(of=of, name=one.name), PERSON, answered, one.name)

    def on_focus(self) -> None:
        """Show where the first of them would stand."""
        self._show_where()

    @on(OptionList.OptionHighlighted)
    def _walked(self) -> None:
        if self.has_focus:
            self._show_where()

    def _show_where(self) -> None:
        if self.chosen:
            one = self._one(self.chosen)
            self.studio.look_at(one.of[:1], one.ghosts[:1])
