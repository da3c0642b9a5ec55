"""The line of a jot: a mark typed at its beginning becomes a word in the title, and letters again with Backspace."""

from __future__ import annotations

from typing import ClassVar

from textual.events import Key
from textual.widgets import TextArea

from supervision_tui.session.tray.jotting import TrayKind, mark_in
from supervision_tui.text import SafeText
from supervision_tui.tui.room_policy import JotKeeper, RoomVisibility
from supervision_tui.tui.widgets.note_box import NoteBox


class JotBox(NoteBox):
    """The line that is jotted. Its mark stands beside it, not in it."""

    DOT_JOTS: ClassVar[bool] = False
    kind: TrayKind | None = None
    """What the line is marked as."""

    @property
    def room_visibility(self) -> RoomVisibility:
        """Covered in room view where the line is private, for a worker, or names another family; else the family's."""
        covered = not isinstance(self.screen, JotKeeper) or self.screen.is_masked
        return RoomVisibility.HIDDEN if covered else RoomVisibility.FAMILY

    @property
    def typed(self) -> str:
        """The line with its mark, as a draft keeps it."""
        return f".{self.kind.letter} {self.text}" if self.kind is not None else self.text

    def show_line(self, words: str, kind: TrayKind | None) -> None:
        """Let *words*, marked as *kind*, stand in the line, the cursor at their end; what was before is not undone."""
        self.kind = kind
        with self.prevent(TextArea.Changed):
            self.load_text(words)
        self.move_cursor(self.document.end)

    def _on_key(self, event: Key) -> None:  # type: ignore[override] # the base handler runs after this one
        keeper = self.screen
        if event.key == "f4" and isinstance(keeper, JotKeeper):
            keeper.keep_and_go_back()
        elif event.key == "backspace" and self.kind is not None and self.cursor_location == (0, 0):
            self._unmark()
        elif event.key not in {"up", "tab", "shift+tab"}:
            super()._on_key(event)
            return
        elif event.key == "up" and self.text:
            return  # within the line
        event.prevent_default()
        event.stop()

    def _unmark(self) -> None:
        """The mark is letters again; what is private stays private, unless nothing of it was typed yet."""
        kind, words = self.kind, self.text
        if kind is None or (kind.mark == "private" and words):
            return
        self.kind = None
        if isinstance(self.screen, JotKeeper):
            self.screen.marked(None)
        with self.prevent(TextArea.Changed):
            self.load_text(f".{kind.letter}{words}")
        self.move_cursor((0, 2))
        self._draft_changed()

    def _draft_changed(self) -> None:
        """A mark that is complete turns into a word; the line with its mark is the draft."""
        found = mark_in(self.text) if self.kind is None else None
        if found is not None:
            kind, words = found
            self.show_line(words, kind)
            if isinstance(self.screen, JotKeeper):
                self.screen.marked(kind)
        if self.slot is not None and self._keeper is not None:
            self._keeper.note_drafted(SafeText(self.typed), self.slot, "")
