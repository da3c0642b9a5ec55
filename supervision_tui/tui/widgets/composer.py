"""Where people type: one box at a time, always beside the words that say where it goes and what is not written."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from supervision_tui.practice import Destination
from supervision_tui.session import Slot
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.widgets.note_box import NoteBox


class Composer(Vertical):
    """The box of the present field."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._destination: Destination | None = None
        """Where the words of the box before went."""

    def compose(self) -> ComposeResult:
        """Where it goes, the box, what is not written."""
        yield Static(id="goes_to")
        yield NoteBox(id="box")
        yield Static(id="not_written")

    @property
    def box(self) -> NoteBox:
        """The box itself."""
        return self.query_one("#box", NoteBox)

    def silence(self, words: str) -> None:
        """Nothing is typed in this stage: say so instead of offering a box."""
        self.box.display = False
        self.query_one("#goes_to", Static).update(content(words, "$secondary"))
        self.query_one("#not_written", Static).update("")

    def write_in(
        self, session: str, slot: Slot, label: str, words: str, not_written: str, *, rewriting: str = ""
    ) -> None:
        """Offer the box for *slot* of *session* (an id), beginning with *words*; a change of destination is told."""
        box = self.box
        box.display = True
        former, self._destination = self._destination, slot.field.destination
        moved = former is not None and former is not slot.field.destination
        box.set_class(slot.field.destination is Destination.PRIVATE, "-private")
        box.set_class(moved, "-moved")
        changing = "Changing" if rewriting else "Writing"
        self.query_one("#goes_to", Static).update(
            inline(
                content(f"{changing}: ", "$foreground 70%"),
                content(label, "bold"),
                content(f"  → {slot.field.destination.about.name}", "$secondary"),
                content(f"  NOW {slot.field.destination.about.name.upper()}" if moved else "", "$warning bold reverse"),
            )
        )
        box.placeholder = content(slot.field.hint)
        box.open_slot(session, slot, words, rewriting)
        left_out = f"not written: {not_written}" if not_written else ""
        self.query_one("#not_written", Static).update(stacked(content(left_out, "$foreground 70%")))
