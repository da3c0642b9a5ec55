"""Where people type: one framed box at a time, with the tag that says where its words go, and who reads them."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from supervision_tui.practice import Destination
from supervision_tui.session import Slot
from supervision_tui.session.fields import hint_of, label_of
from supervision_tui.tui.content import content, show_changed, stacked
from supervision_tui.tui.widgets.note_box import NoteBox

PLACES: dict[Destination, str] = {
    Destination.CHILD_FILE: "a child's file",
    Destination.FAMILY_WORK: "team space",
    Destination.SUPERVISION_RECORD: "a worker's record",
    Destination.PRIVATE: "private, yours alone",
    Destination.NONE: "nowhere: not written down",
}
"""Where the words go, in a sentence."""
READERS: dict[Destination, str] = {
    Destination.CHILD_FILE: "Read by the child, the parents with a right to it, a court.",
    Destination.FAMILY_WORK: "Read by the team; family members may ask to see it. Without names of who said it.",
    Destination.SUPERVISION_RECORD: "Read by the worker and the supervisor. No family is named in it.",
    Destination.PRIVATE: "Nobody's file. Deleted when the session closes, unless you keep it.",
    Destination.NONE: "Nobody reads it.",
}
"""Who reads the words, in a sentence."""
LETTERS_UNTIL_SAID = 2
"""Letters that are typed until a change of destination has been said long enough."""


class Composer(Vertical):
    """The box of the present field, and the only frame of the stage."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._destination: Destination | None = None
        """Where the words of the box before went."""
        self._place = ""
        self._line_before = ("", "")
        """The session (its id) of the last line that was kept here, and the place to which it went, in words."""
        self._changed = ""
        """What to say of a change of destination, while it is news."""
        self._title, self._hint, self._moved = "", "", False
        self._whose = ""
        self._keys: list[str] = []
        self._below: tuple[str, ...] = ()
        self._on_frame: tuple[object, ...] = ()
        """What stands on the frame and above the line."""

    def compose(self) -> ComposeResult:
        """The tag, the box, and below them for whom, who reads it, and what is not written."""
        yield Static(id="long_label")
        with Horizontal(id="line"):
            yield Static(id="goes_to")
            yield NoteBox(id="box")
        yield Static(id="not_written")

    @property
    def box(self) -> NoteBox:
        """The box itself."""
        return self.query_one("#box", NoteBox)

    def silence(self, words: str) -> None:
        """Nothing is typed in this stage: say so without a frame."""
        self.box.display = False
        self.update_classes({"-private": False, "-moved": False, "-silent": True})
        self._title, self._keys, self._moved, self._on_frame = "", [], False, ()
        self.border_title, self.border_subtitle = "", ""
        self.query_one("#long_label", Static).display = False
        show_changed(self.query_one("#goes_to", Static), content(words))
        self._below = ()
        show_changed(self.query_one("#not_written", Static), content(""))

    def write_in(
        self,
        session: str,
        slot: Slot,
        names: Mapping[str, str],
        place: str,
        words: str,
        *,
        rewriting: str = "",
        just_kept: bool = False,
    ) -> None:
        """Offer the box for *slot* of *session* (an id), beginning with *words*; a change of destination is told.

        *names* are those of the children, by id; *place* says in words where the words go, and whose file it is;
        *just_kept*: a line of this slot was kept just now, and went there.
        """
        box, destination = self.box, slot.field.destination
        box.display = True
        former, self._destination = self._destination, destination
        place_before, self._place = self._place, place
        moved = former is not None and (former is not destination or place_before != place)
        private = destination is Destination.PRIVATE
        self.update_classes(
            {"-private": private, "-moved": moved, "-silent": False}
        )  # styled anew only if that is news
        box.set_class(private, "-private")
        box.set_class(moved, "-moved")
        label, self._changed = label_of(slot, names), ""
        goes_to = place if destination is Destination.CHILD_FILE else PLACES[destination]
        if just_kept:
            self._line_before = (session, goes_to)
        if moved:
            now = PLACES[destination] if former is not destination else place
            written_in, went_to = self._line_before
            elsewhere = written_in == session and went_to != goes_to
            self._changed = destination_change(now, went_to if elsewhere else "")
        title = f"PRIVATE · {label}" if private else f"Changing: {label}" if rewriting else label
        self._title, self._moved = title, moved
        self._hint = hint_of(slot, names)
        show_changed(self.query_one("#goes_to", Static), content(f"{destination.about.tag} ›", "bold"))
        self._whose = READERS[destination] if destination is not Destination.CHILD_FILE else _file_readers(place)
        box.open_slot(session, slot, words, rewriting)

    def say_keys(self, enter: str, tab: str = "", following: str = "") -> None:
        """Say on the frame what *enter* and *tab* do here, and with Tab the field that follows, if it fits whole.

        A private box says there once more what it is.
        """
        private = " · PRIVATE" if self._destination is Destination.PRIVATE else ""
        self._keys = [" · ".join(filter(None, (enter, *more))) + private for more in ((following,), (tab,), ())]
        self._show_keys()

    def on_resize(self) -> None:
        """Say as much of the keys as fits whole now."""
        self._show_keys()

    def _show_keys(self) -> None:
        room = max(self.size.width - 4, 10) if self.size.width else 70
        fitting = next((words for words in self._keys if cell_len(words) <= room), "")
        changed = " · changed" if self._moved else ""
        whole = cell_len(self._title + changed) <= room
        if self._on_frame != (on_frame := (fitting, self._title, changed, whole)):
            self._on_frame = on_frame
            self._show_frame(fitting, changed, whole=whole)

    def _show_frame(self, fitting: str, changed: str, *, whole: bool) -> None:
        self.border_subtitle = content(fitting)
        label = self.query_one("#long_label", Static)
        label.display = not whole
        show_changed(label, content(self._title, "bold"))
        self.border_title = content(f"{self._title}{changed}" if whole else changed.removeprefix(" · "))

    def say_below(self, whom: str = "", not_written: str = "", waits: str = "", named: str = "") -> None:
        """Say under the box for *whom* the line is, who is *named* in it, what is *not_written* here, what *waits*."""
        if len(self.box.text) >= LETTERS_UNTIL_SAID:
            self._changed = ""
        hint = "" if self.box.text else self._hint
        rows = (self._changed, named, whom, self._whose, not_written, waits, hint)
        if rows == self._below:
            return
        self._below = rows
        message = " ".join(filter(None, (whom, self._whose)))
        lines = [
            content(self._changed, "$warning bold"),
            content(hint, "$foreground 70%"),
            content(named, "$warning"),
            content(message, "$foreground 80%"),
            content(f"Not here: {not_written}." if not_written else "", "$foreground 70%"),
            content(f"Waits: {waits}" if waits else "", "$warning"),
        ]
        show_changed(self.query_one("#not_written", Static), stacked(*(line for line in lines if line)))


def destination_change(now: str, line_before: str = "") -> str:
    """Say that words go *now* to another place, and where the *line_before* went, if one was written elsewhere.

    >>> destination_change("team space", "Abel's file")
    "NOW TEAM SPACE. The line before went to Abel's file."
    >>> destination_change("team space")
    'NOW TEAM SPACE.'
    """
    former = {
        PLACES[Destination.PRIVATE]: "stays private, yours alone",
        PLACES[Destination.NONE]: "is not written down",
    }
    second = f" The line before {former.get(line_before, f'went to {line_before}')}." if line_before else ""
    return f"NOW {now.upper()}.{second}"


def _file_readers(place: str) -> str:
    """Who reads a child's file: whose it is, where that is known already."""
    whose = place.removesuffix("'s file")
    if whose == place or " " in whose:
        return READERS[Destination.CHILD_FILE]
    return f"{whose}'s file: read by {whose}, the parents with a right to it, a court."
