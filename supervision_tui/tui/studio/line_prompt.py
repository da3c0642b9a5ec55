"""A screen on which a family is drawn, asking for one line at a time: a question above the field, or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual import on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.content import shown
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from supervision_tui.workspace.editing.family_editor import Board

Act = Callable[[str], str]
"""Takes what was said in the line; gives the id of what to select then."""


def still_there(screen: Screen[Any]) -> bool:
    """Whether a drawing that was made meanwhile can be shown: nobody left *screen*, and it has all its parts."""
    return screen.is_attached and bool(screen.query(TopLine)) and bool(screen.query(Keys))


class AskingScreen(CommandScreen):
    """A screen with a line that is shown only while something is asked.

    Args:
        board: the family, its steps and how it is kept.
    """

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self.selected = ""
        self._act: Act | None = None

    @staticmethod
    def line_widgets() -> Iterator[Widget]:
        """The question and the field, for ``compose``; nothing is asked yet."""
        asked, line = Static(id="asked"), LineBox(id="line")
        asked.display = line.display = False
        yield from (asked, line)

    def ask(self, question: str, hint: str, act: Act, start: str = "") -> None:
        """Ask for a line; *act* is handed what was said, and may refuse it with a sentence."""
        self._act = act
        box = self.query_one("#line", LineBox)
        box.placeholder, box.value = hint, start
        box.cursor_position = len(start)
        box.display = True
        self.say(question)
        box.focus()

    def say(self, words: str, *, trouble: bool = False) -> None:
        """Show *words* above the line."""
        asked = self.query_one("#asked", Static)
        asked.display = bool(words)
        asked.update(shown(words))
        asked.set_class(trouble, "trouble")

    @on(Input.Submitted, "#line")
    def _said(self, event: Input.Submitted) -> None:
        act = self._act
        if act is None:
            return
        try:
            self.selected = act(event.value)
        except (ValueError, KeyError) as refused:
            self.say(f"{refused}", trouble=True)
            return
        self.close_line()
        self.draw()

    def close_line(self) -> None:
        """Put the line away."""
        self._act = None
        box = self.query_one("#line", LineBox)
        box.value = ""
        self.set_focus(None)
        box.display = False
        self.say("")
        self.line_closed()

    def line_closed(self) -> None:
        """Give the keys back to the drawing."""

    def draw(self) -> None:
        """Show what stands now."""
        raise NotImplementedError

    @property
    def writing(self) -> bool:
        """Whether the line is open."""
        return self._act is not None

    def stepped(self, words: str, what: str) -> None:
        """A step was taken back or made again."""
        self.notify(f"{what}: {words}." if words else "There is nothing more.", markup=False)
        self.draw()

    def leave(self) -> None:
        """Go back to where one came from."""
        raise NotImplementedError
