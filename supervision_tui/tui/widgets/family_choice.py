"""Choosing several families, in the order in which they are chosen: Space chooses, Enter goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from supervision_tui.tui.words import beside, shown


class FamilyChoice(SelectionList[str]):
    """The families of a notebook, or of a meeting."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Choose", tooltip="Choose this family, or leave it out again."),
        Binding("enter", "done", "Go on", tooltip="Go on with the families chosen, in the order of choosing."),
    ]

    @dataclass
    class Done(Message):
        """Somebody goes on with these families."""

        families: tuple[str, ...]

    def __init__(self, families: Sequence[tuple[str, str]], chosen: Sequence[str] = (), *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """*families* are (id, title); those *chosen* come first, in their order."""
        titles = dict(families)
        order = [*(one for one in chosen if one in titles), *(one for one, _ in families if one not in chosen)]
        rows = [
            Selection(beside(shown(f"{one:<6}", "$accent"), shown(titles[one])), one, one in chosen) for one in order
        ]
        super().__init__(*rows, id=id, compact=True)

    def action_done(self) -> None:
        """Go on; with nobody chosen, the family under the cursor is meant."""
        chosen = tuple(self.selected)
        if not chosen and self.highlighted is not None:
            chosen = (self.get_option_at_index(self.highlighted).value,)
        self.post_message(self.Done(chosen))
