"""A field of one line: pasted words are made safe on the way in, Enter goes on to the next field, no key gets lost."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Input

from supervision_tui.text import LONGEST_LINE, Line


def follow_focus(widget: Widget, event: Key) -> bool:
    """Hand a key that was typed ahead to whoever has the focus by now; whether it was handed on.

    Keys that arrive together are all given to the field that had the focus when they came. When Enter has moved on
    meanwhile, the rest belong to the next field.
    """
    now = widget.app.focused
    if now is None or now is widget:
        return False
    event.prevent_default()
    event.stop()
    now._forward_event(Key(event.key, event.character))  # noqa: SLF001 - as the framework itself hands keys on
    return True


class LineBox(Input):
    """One line of typed words. Enter goes to the next line of the form; on the last one it submits."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        password: bool = False,
        searching: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        # words that stand there are gone on with, not typed over
        super().__init__(value, placeholder, password=password, select_on_focus=False, id=id)
        self.began_with = value
        """What stood in the field before anybody typed: no loss if it goes."""
        self.searching = searching
        """Words by which something is looked for: nobody misses them."""

    def _on_key(self, event: Key) -> None:  # type: ignore[override] # the base handler runs after this one
        if follow_focus(self, event) or event.key != "enter":
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
        event.text = str(Line(event.text[:LONGEST_LINE]))

    @property
    def line(self) -> Line:
        """What stands in the field, as a safe line."""
        return Line(self.value[:LONGEST_LINE])
