"""A field of one line: pasted words are made safe on the way in; Enter says that the line is done."""

from __future__ import annotations

from typing import Self

from textual.events import Key, Paste
from textual.geometry import Region
from textual.widgets import Input

from supervision_tui.text import LONGEST_LINE, Line
from supervision_tui.tui.room_policy import ProgramWords


class LineBox(Input):
    """One line of typed words. In a form Enter keeps, and the form asks for what it needs.

    At the door of a notebook, where one answer follows another, *enter_moves*: Enter goes to the next line.
    """

    _only_words = False
    """Whether nothing but the words is changing just now."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        password: bool = False,
        searching: bool = False,
        told_once: bool = False,
        enter_moves: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        # words that stand there are gone on with, not typed over
        super().__init__(value, placeholder, password=password, select_on_focus=False, id=id)
        self.began_with = value
        """What stood in the field before anybody typed: no loss if it goes."""
        self.searching = searching
        """Words by which something is looked for: nobody misses them."""
        self.told_once = told_once
        """Words of a pairing, told once by voice: never kept as half typed."""
        self._enter_moves = enter_moves

    def _watch_value(self, value: str) -> None:
        """Other words in the line: its size is that of its place, so that nothing is laid out anew for them."""
        self._only_words = not self.styles.auto_dimensions
        try:
            super()._watch_value(value)
        finally:
            self._only_words = False

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint the line anew, and lay out what stands around it unless only its words are others."""
        layout = layout and not self._only_words
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _on_key(self, event: Key) -> None:  # type: ignore[override] # the base handler runs after this one
        if event.key == "full_stop" and not (self.value or self.searching or self.password):
            if self.app.check_action("jot", ()):  # no line begins with a dot: in a session it begins a jot
                event.prevent_default()
                event.stop()
                self.app.call_later(self.app.run_action, "app.jot(True)")
            return
        if event.key != "enter" or not self._enter_moves:
            return
        boxes = [box for box in self.screen.focus_chain if isinstance(box, LineBox)]  # those that are shown
        at = boxes.index(self)
        if at + 1 < len(boxes):
            event.prevent_default()
            event.stop()
            self.screen.set_focus(boxes[at + 1])

    def _on_paste(self, event: Paste) -> None:
        # Textual calls the handler of the base class after this one, with the same event.
        event.stop()
        if len(event.text) > LONGEST_LINE:
            self.notify(
                ProgramWords("What was pasted does not fit in one line; its beginning was taken."), markup=False
            )
        event.text = str(Line(event.text[:LONGEST_LINE]))

    @property
    def typed_words(self) -> str:
        """What stands in the field: typed unseen by a room where it names another family."""
        return "" if self.password else self.value

    @property
    def line(self) -> Line:
        """What stands in the field, as a safe line."""
        return Line(self.value[:LONGEST_LINE])
