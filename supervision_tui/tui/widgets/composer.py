"""Where people type: one box at a time, always beside the words that say where it goes and what is not written."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from supervision_tui.practice import Destination
from supervision_tui.session import Slot
from supervision_tui.session.fields import hint_of, label_of
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.widgets.note_box import NoteBox


class Composer(Vertical):
    """The box of the present field."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._destination: Destination | None = None
        """Where the words of the box before went."""
        self._place = ""
        self._below = ("", "", "", "")

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
        self.say_below()

    def write_in(
        self, session: str, slot: Slot, names: Mapping[str, str], place: str, words: str, *, rewriting: str = ""
    ) -> None:
        """Offer the box for *slot* of *session* (an id), beginning with *words*; a change of destination is told.

        *names* are those of the children, by id; *place* says in words where the words go, and whose file it is.
        """
        box = self.box
        box.display = True
        former, self._destination = self._destination, slot.field.destination
        place_before, self._place = self._place, place
        moved = former is not None and (former is not slot.field.destination or place_before != place)
        box.set_class(slot.field.destination is Destination.PRIVATE, "-private")
        box.set_class(moved, "-moved")
        changing = "Changing" if rewriting else "Writing"
        self.query_one("#goes_to", Static).update(
            inline(
                content(f"{changing}: ", "$foreground 70%"),
                content(label_of(slot, names), "bold"),
                content("  "),
                content(f"NOW → {place}", "$warning bold reverse") if moved else content(f"→ {place}", "$secondary"),
            )
        )
        box.placeholder = content(hint_of(slot, names))
        box.open_slot(session, slot, words, rewriting)

    def say_below(self, whom: str = "", not_written: str = "", waits: str = "", named: str = "") -> None:
        """Say under the box for *whom* the line is, who is *named* in it, what is *not_written* here, what *waits*."""
        if (whom, not_written, waits, named) == self._below:
            return
        self._below = (whom, not_written, waits, named)
        rows = [
            content(named, "$warning"),
            content(whom, "$secondary"),
            content(f"not written: {not_written}" if not_written else "", "$foreground 70%"),
            content(f"waits: {waits}" if waits else "", "$warning"),
        ]
        self.query_one("#not_written", Static).update(stacked(*(row for row in rows if row)))
