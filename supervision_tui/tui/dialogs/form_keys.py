"""The keys of every form: Tab goes to any part, Enter asks for what is needed; Tab then goes on from the line kept."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.widget import Widget

from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.widgets.line_box import LineBox

AnswerT = TypeVar("AnswerT")


class FormKeys(Dialog[AnswerT]):
    """A window with parts to fill: each a widget that carries the part's id. Only parts take the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("tab,down", "go_on(1)", "Next part"),
        ("shift+tab,up", "go_on(-1)", "Part before"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._after_enter: tuple[str, str, dict[str, str]] = ("", "", {})
        """The part whose line Enter kept, the part it asked for, and all words then: Tab goes on from the first."""

    def words(self) -> dict[str, str]:
        """What stands in every part, by its id."""
        raise NotImplementedError

    @property
    def part_in_hand(self) -> str:
        """The id of the part where the cursor stands."""
        return (self.focused.id or "") if self.focused is not None else ""

    def ask_for(self, part: str, kept_in: str) -> None:
        """Enter kept the line of the part *kept_in* and asks for *part*: the cursor goes there."""
        self.focus_part(part)
        self._after_enter = (kept_in, part, self.words())

    def action_go_on(self, step: int) -> None:
        """Go to the next part, or the one before, in a ring; after Enter from the line that was kept by it."""
        parts = [widget.id or "" for widget in self.focus_chain]
        kept_in, asked, words = self._after_enter
        here = self.part_in_hand
        if here == asked and words == self.words():  # the very next key after Enter
            here = kept_in
        self._after_enter = ("", "", {})
        if parts:
            self.focus_part(parts[(parts.index(here) + step) % len(parts)] if here in parts else parts[0])

    def focus_part(self, part: str) -> None:
        """Put the cursor into *part* (an id), after the words that stand there."""
        widget = self.query_one(f"#{part}", Widget)
        if isinstance(widget, LineBox):
            widget.cursor_position = len(widget.value)
        self.set_focus(widget)
