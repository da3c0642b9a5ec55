"""Where notes are typed: Enter keeps the note, Ctrl+J begins a new line, and nothing typed is lost.

The screen is told of every change at once as a draft, so that the document holds it long before the note is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol, runtime_checkable

from rich.style import Style
from textual import on
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from supervision_tui.practice import Destination
from supervision_tui.session import Slot
from supervision_tui.text import SafeText, TextTooLongError
from supervision_tui.tui.room_policy import PRIVATE, RoomVisibility

if TYPE_CHECKING:
    from textual.document._history import EditHistory

Way = Literal["before", "after", "list", "on", "out", "jot", "roll"]
"""Where somebody goes: the field before or after, the list above, one step out; Enter in an empty box goes on.

"jot" opens a line of its own; "roll" stays, and moves the guidance above.
"""
LONG_PASTE = 5_000
"""Characters beyond which pasted words become a note at once: a field of that size would answer slowly."""


@runtime_checkable
class NoteKeeper(Protocol):
    """A screen that keeps what is written in a box, and goes from field to field."""

    def note_drafted(self, words: SafeText, slot: Slot, rewriting: str) -> None:
        """*words* stand in the box now: note them as the draft of *slot*, or of the note that is *rewriting*."""

    def note_kept(self, words: SafeText, slot: Slot, rewriting: str) -> None:
        """Keep a note in *slot*, or in the place of the one whose id is *rewriting*."""

    def note_passed(self, way: Way) -> None:
        """Go elsewhere."""

    def undo_beyond_box(self) -> None:
        """Nothing typed in this slot is left to undo: say what else can be undone, and ask."""

    def redo_beyond_box(self) -> None:
        """Nothing typed in this slot is left to redo: do again what was taken back last."""


class NoteBox(TextArea):
    """A field for one note. What can be undone and redone in it belongs to the slot that is written in."""

    @dataclass
    class Refused(Message):
        """Words that cannot be kept; *why* is a sentence."""

        why: str

    DOT_JOTS: ClassVar[bool] = True
    """Whether a dot in the empty box begins a jot."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(soft_wrap=True, tab_behavior="focus", id=id)
        self.cursor_blink = False  # it stands still, as all else here: nothing is painted while nobody types
        self.slot: Slot | None = None
        """The slot that is written in, handed back with every message."""
        self.rewriting = ""
        """The id of the entry whose words are being changed here, or nothing."""
        self._place = ""
        self._left: dict[str, tuple[str, EditHistory]] = {}
        self._styled: tuple[object, Style] | None = None
        """The theme that has the colours of this box, and the style that they were made for."""

    def open_slot(self, session: str, slot: Slot, words: str, rewriting: str = "") -> None:
        """Write in *slot* of *session* (an id) from now on, with *words* and what can be undone in that slot."""
        place = f"{session}:{slot.key}:{rewriting}"
        self.slot, self.rewriting = slot, rewriting
        if place == self._place and words == self.text:
            return
        if self._place:
            self._left[self._place] = (self.text, self.history)
        text, history = self._left.pop(place, (words, None))
        self._place = place
        self.history = replace(self.history)  # a new one: loading words empties it
        with self.prevent(TextArea.Changed):
            self.load_text(words)
        if history is not None and text == words:
            self.history = history
        self.move_cursor(self.document.end)

    def action_undo(self) -> None:
        """Undo typing in this slot; where none is left, the screen says what else can be undone."""
        if self.history.undo_stack:
            super().action_undo()
        elif self._keeper is not None:
            self._keeper.undo_beyond_box()

    def action_redo(self) -> None:
        """Type again what was undone in this slot; where nothing is, the screen does its last step again."""
        if self.history.redo_stack:
            super().action_redo()
        elif self._keeper is not None:
            self._keeper.redo_beyond_box()

    @property
    def _keeper(self) -> NoteKeeper | None:
        """The screen that the box stands on, if it keeps notes. Told at once: the next key is for the next field."""
        return self.screen if isinstance(self.screen, NoteKeeper) else None

    @property
    def room_visibility(self) -> RoomVisibility | None:
        """A note of a worker's own is typed unseen; any other is for everybody who sees the screen it stands on."""
        return RoomVisibility.HIDDEN if self.slot is not None and self.slot.field.destination in PRIVATE else None

    @property
    def typed_words(self) -> str:
        """What stands in the box: typed unseen by a room where it names another family."""
        return self.text

    def notify_style_update(self) -> None:
        """The style sheet gave this box another look."""
        self._styled = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """As the framework draws them; the colours of cursor and selection are looked up where they are others only."""
        look = (self._theme, self.rich_style)
        if self._styled is not None and self._styled[0] is look[0] and self._styled[1] == look[1]:
            return super(TextArea, self).render_lines(crop)
        self._styled = look
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """As the framework draws it; it cannot wrap a hint into no room at all, as while a window is resized."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(0)

    def _on_key(self, event: Key) -> None:  # type: ignore[override] # the base handler runs after this one
        passed: dict[str, Way] = {"tab": "after", "shift+tab": "before", "escape": "out", "pagedown": "roll"}
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            if self.text.strip():
                self._keep(self.text)
            else:
                self._pass("on")
        elif event.key == "ctrl+j":
            event.prevent_default()
            event.stop()
            self.insert("\n")
        elif event.key == "full_stop" and not self.text and self.DOT_JOTS and not self._is_private:
            event.prevent_default()
            event.stop()
            self._pass("jot")
        elif event.key in passed or (event.key == "up" and not self.text):
            event.prevent_default()
            event.stop()
            self._pass(passed.get(event.key, "list"))

    def _on_paste(self, event: Paste) -> None:  # type: ignore[override] # the base handler runs after this one
        event.stop()
        try:
            words = SafeText(event.text)
        except TextTooLongError as trouble:
            event.prevent_default()
            self.post_message(self.Refused(str(trouble)))
            return
        if len(words) > LONG_PASTE:
            event.prevent_default()
            self._keep(self.text + words)
            return
        event.text = str(words)

    @property
    def _is_private(self) -> bool:
        return self.slot is not None and self.slot.field.destination is Destination.PRIVATE

    def _pass(self, way: Way) -> None:
        if self._keeper is not None:
            self._keeper.note_passed(way)

    def _keep(self, words: str) -> None:
        try:
            safe = SafeText(words.strip())
        except TextTooLongError as trouble:
            self.post_message(self.Refused(str(trouble)))
            return
        if safe and self.slot is not None:
            with self.prevent(TextArea.Changed):
                self.load_text("")  # and with the words goes what could be undone of them
            rewriting, self.rewriting = self.rewriting, ""
            if self._keeper is not None:
                self._keeper.note_kept(safe, self.slot, rewriting)

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._draft_changed()

    def _draft_changed(self) -> None:
        """Have what stands here kept as the draft of its slot."""
        if self.slot is not None and self._keeper is not None:
            self._keeper.note_drafted(SafeText(self.text), self.slot, self.rewriting)
