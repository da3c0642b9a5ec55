"""Choosing several families, in the order in which they are chosen: Space chooses, Enter goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.stage_rows import hung

BELOW = " " * 5
"""What stands before the words under a family."""
NARROWEST, UNSEEN = 20, 70
"""Cells to which rows are wrapped at the least, and as long as nobody knows how wide the list is."""


class FamilyChoice(ChoiceList):
    """The families of a notebook, or of a meeting; a number before a family is its place among those chosen.

    Args:
        families: (id, title) of each.
        chosen: ids of those that are chosen already; they come first, in their order.
        below: words that stand under a family, by its id.
    """

    indents = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose", tooltip="Choose this family, or leave it out again."),
        Binding("enter", "done", "Go on", tooltip="Go on with the families chosen, in the order of choosing."),
    ]

    @dataclass
    class Done(Message):
        """Somebody goes on with these families."""

        families: tuple[str, ...]

    def __init__(
        self,
        families: Sequence[tuple[str, str]],
        chosen: Sequence[str] = (),
        *,
        id: str,  # noqa: A002 - Textual's own name for it
        below: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(id=id, markup=False)
        self._below = below or {}
        self._titles = dict(families)
        self.chosen = [family_id for family_id in chosen if family_id in self._titles]
        order = [*self.chosen, *(family_id for family_id in self._titles if family_id not in self.chosen)]
        self.add_options([Option(self._row(family_id), id=family_id) for family_id in order])

    def _row(self, family: str) -> Content:
        place = f"{self.chosen.index(family) + 1}" if family in self.chosen else "-"
        width = max((self.content_size.width or UNSEEN) - 1, NARROWEST)
        row = content(hung(self._titles[family], f" {place:>2}  ", width), "bold" if family in self.chosen else "")
        below = self._below.get(family)
        return row if not below else stacked(row, content(hung(below, BELOW, width), "$secondary"))

    def on_resize(self) -> None:
        """Wrap the rows for the room there is."""
        for family in self._titles:
            self.replace_option_prompt(family, self._row(family))

    def on_mount(self) -> None:
        """Begin at the first."""
        self.highlighted = 0 if self.option_count else None

    @property
    def _here(self) -> str:
        return "" if self.highlighted is None else str(self.get_option_at_index(self.highlighted).id)

    def on_click(self) -> None:
        """A click chooses as Space does."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the family under the cursor, or leave it out again; the numbers of the others follow."""
        here = self._here
        if not here:
            return
        if here in self.chosen:
            self.chosen.remove(here)
        else:
            self.chosen.append(here)
        for family in self._titles:
            self.replace_option_prompt(family, self._row(family))

    def action_done(self) -> None:
        """Go on; with nobody chosen, the family under the cursor is meant."""
        chosen = tuple(self.chosen) or ((self._here,) if self._here else ())
        self.post_message(self.Done(chosen))
