"""Where people type: one box at a time, always beside the words that say where it goes and what is not written."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Static

from supervision_tui.session import Slot
from supervision_tui.tui.widgets.line_box import follow_focus
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.tui.words import beside, lines, shown


class GoesTo(Static):
    """Where words go; it holds the focus while no box is offered, so that keys typed ahead find the next one."""

    def on_key(self, event: Key) -> None:
        """Hand words on in turn: F6, pressed before them, may still be on its way to the box."""
        if event.is_printable or event.key == "enter":
            event.stop()
            self.screen.query_one(NoteBox).call_later(follow_focus, self, event)


class Composer(Vertical):
    """The box of the present field."""

    def compose(self) -> ComposeResult:
        """Where it goes, the box, what is not written."""
        yield GoesTo(id="goes_to")
        yield NoteBox(id="box")
        yield Static(id="not_written")

    @property
    def box(self) -> NoteBox:
        """The box itself."""
        return self.query_one("#box", NoteBox)

    def silence(self, words: str) -> GoesTo:
        """Nothing is typed in this stage: say so instead of offering a box. Gives whom the keys are for meanwhile."""
        self.box.display = False
        told = self.query_one(GoesTo)
        told.can_focus = True
        told.update(shown(words, "$secondary"))
        self.query_one("#not_written", Static).update("")
        return told

    def write_in(self, slot: Slot, label: str, words: str, not_written: str, *, rewriting: str = "") -> None:
        """Offer the box for *slot*, beginning with *words*."""
        box = self.box
        box.display = True
        box.slot = slot
        box.rewriting = rewriting
        changing = "Changing" if rewriting else "Writing"
        told = self.query_one(GoesTo)
        told.can_focus = False
        told.update(
            beside(
                shown(f"{changing}: ", "$foreground 70%"),
                shown(label, "bold"),
                shown(f"  → {slot.field.destination.about.name}", "$secondary"),
            )
        )
        box.placeholder = shown(slot.field.hint)
        if box.text != words:
            with box.prevent(NoteBox.Changed):
                box.load_text(words)
            box.move_cursor(box.document.end)
        left_out = f"not written: {not_written}" if not_written else ""
        self.query_one("#not_written", Static).update(lines(shown(left_out, "$foreground 70%")))
