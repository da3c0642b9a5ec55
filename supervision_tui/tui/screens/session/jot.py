"""Jot: one key, anywhere in a session, and a line goes into the tray; another key, and the stage's own line goes on."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from supervision_tui.practice import Destination
from supervision_tui.session.fields import label_of
from supervision_tui.session.tray.fields import presenter_of
from supervision_tui.session.tray.jotting import (
    BY_MARK,
    TrayKind,
    jot,
    jot_slot,
    lines_in_tray,
    mark_in,
    private_slot,
)
from supervision_tui.session.tray.placing import kinds_offered
from supervision_tui.text import SafeText
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import NoticeScreen
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import COVERED, PRIVATE, ProgramWords, RoomVisibility
from supervision_tui.tui.widgets.jot_box import JotBox
from supervision_tui.tui.widgets.note_box import NoteBox, Way
from supervision_tui.tui.widgets.typed_text import TypedText

if TYPE_CHECKING:
    from textual.events import Resize

    from supervision_tui.tui.base import Program
    from supervision_tui.tui.session_base import SessionBase

SHORTEST_WAITING = 40
"""Characters of the line that waits on the stage, at the least."""
KEYS = (
    "F4 keep and back   Enter keep, one more   Esc back, words stay a draft\n"
    "Ctrl+Z undo typing   F12 or Ctrl+D someone in danger"
)
WIDE = 76
"""Cells of the frame from which on its titles are told in full."""
LOOK_AGAIN = 0.1
"""Seconds until it is looked again whether the other families are read."""
PRIVATE_ROWS = 3
"""Private lines of before that are shown above a new one, at the most."""


class JotScreen(Dialog[int]):
    """A line for the tray of the part in hand; gives how many were kept.

    Args:
        session: the session screen that it is opened over.
        dot: whether a dot opened it, which a letter and a blank may still turn into a mark.
    """

    app: Program
    AUTO_FOCUS = "JotBox"
    ABOUT = (
        "A line that belongs to no file until you place it. F4 keeps it and goes back; Enter keeps it for one more; "
        "Esc goes back and the words stay. A mark is a dot, a letter and Space at the beginning: .i idea, .f fact, "
        ".q question, .s step, .d decision, .w for the worker who brought this, .p private."
    )
    BINDINGS = [("escape", "back", "Back")]

    def __init__(self, session: SessionBase, *, dot: bool = False) -> None:
        super().__init__()
        self._session = session
        self._editor = session.editor
        self._part = session.controller.part
        self._dot = dot
        self._kept = 0
        self._private = False
        self._frame_width = WIDE
        self._said: str | None = None
        self._looking_again = False
        """What is said of names under the line; nothing is laid out anew while it stays the same."""

    @property
    def room_visibility(self) -> RoomVisibility:
        """Its own words name the family at most."""
        return RoomVisibility.FAMILY

    @property
    def room_family(self) -> str:
        """The family in whose tray the line goes."""
        return self._editor.session.family_id or ""

    @property
    def is_masked(self) -> bool:
        """Whether the line may not be seen by a room: private, for a worker, or it names another family.

        Until the other families are read, any line could name one.
        """
        box, watch = self.query_one(JotBox), self._part.other_families_watch
        of_a_worker = box.kind is not None and box.kind.destination in PRIVATE
        unread = bool(box.text.strip()) and not watch.is_ready
        return self._private or of_a_worker or unread or bool(watch.notice(box.text) or self._named_elsewhere)

    @property
    def _named_elsewhere(self) -> tuple[tuple[str, str], ...]:
        """Names of other families of this meeting in the line, each with the family's id; none until they are read."""
        words, controller = self.query_one(JotBox).text, self._session.controller
        if not controller.is_meeting or not words.strip() or not self._part.other_families_watch.is_ready:
            return ()
        return self._part.named_elsewhere(words, controller.families)

    # --- what stands there -------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """What waits on the stage, the line in its frame, the marks, the keys."""
        with Vertical(id="jot"):
            yield TypedText(id="jot_before")
            with Vertical(id="jot_frame"):
                with Horizontal(id="jot_line"):
                    yield Static(id="jot_tag")
                    yield JotBox(id="jot_box")
                yield Static(id="jot_said")
                yield Static(id="jot_marks")
        yield Static(content(KEYS), id="jot_keys")

    def on_mount(self) -> None:
        """The cursor stands in the line, after what was begun before."""
        draft = self._editor.drafted(jot_slot(self._editor))
        begun = str(draft.text) if draft is not None else "." if self._dot else ""
        box = self.query_one(JotBox)
        box.open_slot(self._editor.session.id, jot_slot(self._editor), "")
        marked = mark_in(begun)
        box.show_line(marked[1] if marked else begun, marked[0] if marked else None)
        self._show()

    def on_resize(self, _event: Resize) -> None:
        """Stand over the place of the work, whatever the width."""
        work = self._session.query_one("#work").region
        jot_window = self.query_one("#jot")
        wide = work.width < self.size.width - 2
        jot_window.styles.width = work.width if wide else "100%"
        jot_window.styles.offset = (work.x if wide else 0, 0)
        self._frame_width = work.width if wide else self.size.width
        self._show()

    def room_changed(self) -> None:
        """Room view came or went."""
        self._show()

    def _show(self) -> None:
        """The frame and its titles, for what is typed and as what."""
        box, frame = self.query_one(JotBox), self.query_one("#jot_frame")
        room = " · ROOM VIEW" if self.app.room.on else ""
        frame.set_class(self._private, "-private")
        self.query_one("#jot_tag", Static).update(content("PRIVATE ›" if self._private else "tray ›", "bold"))
        self.query_one("#jot_before", Static).update(content(self._waits()))
        if self._private:
            frame.border_title = content(f"PRIVATE · only you{room}")
            frame.border_subtitle = content("F4 or Esc goes back · Enter keeps it, one more")
            words = "Nobody's file, and not the tray. Deleted when the session closes, unless you keep it then."
            self.query_one("#jot_marks", Static).update(content(words, "$foreground 70%"))
        else:
            kind = f" · {self._called(box.kind)}" if box.kind is not None else ""
            wide = self._frame_width >= WIDE
            where = "in no file until you place it" if wide else "in no file"
            frame.border_title = content(f"JOT{kind} · {self._whose} · {where}{room}")
            number = lines_in_tray(self._editor) + (0 if self._drafted else 1)
            keys = "F4 keeps it, goes back · Enter keeps it, one more" if wide else "F4 keeps, back · Enter one more"
            frame.border_subtitle = content(f"{keys} · {_nth(number)}{' line' if wide else ''}")
            self.query_one("#jot_marks", Static).update(content(self._marks(), "$foreground 70%"))
        self._show_names()

    @property
    def _drafted(self) -> bool:
        return self._editor.drafted(jot_slot(self._editor)) is not None

    @property
    def _whose(self) -> str:
        family = self.room_family
        if not family:
            return "no family yet"
        if self.app.room.on:
            return "this family"
        controller = self._session.controller
        return controller.family_names.get(family) or controller.family_name

    def _called(self, kind: TrayKind) -> str:
        article = {"idea": "an ", "for_presenter": ""}.get(kind.mark, "a ")
        name = presenter_of(self._editor.session).split(" ")[0] or "whoever brought this"
        return f"for {name}" if kind.mark == "for_presenter" else f"{article}{kind.called}"

    def _marks(self) -> str:
        """The marks that can be typed, and what each means."""
        name = presenter_of(self._editor.session).split(" ")[0]
        offered = {kind.mark for kind in kinds_offered(self._editor)} if self.room_family else set(BY_MARK)
        labels = [
            f".{kind.letter} {kind.called}"
            for mark, kind in BY_MARK.items()
            if mark in offered and mark not in {"private", "for_presenter"}
        ]
        if "for_presenter" in offered:
            labels.append(f".w for {name}, who brought this" if name else ".w for whoever brought this")
        labels.append(".p private, typed unseen, not in the tray")
        return f"A mark, if you like:  {'  '.join(words.replace(' ', chr(0xA0)) for words in labels)}"

    def _waits(self) -> str:
        """What waits on the stage meanwhile; the private lines of before, where a new one is written."""
        if self._private:
            if self.app.room.on:
                return ""
            notes = self._editor.session.entries_in(private_slot(self._editor.session).field.id)
            return "\n".join(f"• {entry.text}" for entry in notes[-PRIVATE_ROWS:])
        slot = self._session.current
        draft = self._editor.drafted(slot) if slot is not None else None
        if slot is None or draft is None or slot.field.destination in PRIVATE or slot.field.parts:
            return ""
        room = max(self.size.width - 30, SHORTEST_WAITING)
        words = shorten(" ".join(draft.text.split()), room, placeholder=" …")
        return f"{label_of(slot, self._session.controller.names)} waits with: {words}"

    def _show_names(self) -> None:
        """Say who of another family is named, while it is typed; whose name stops a line for the worker's record."""
        box = self.query_one(JotBox)
        to = box.kind.destination if box.kind is not None else Destination.FAMILY_WORK
        covered = self.app.room.on and self.is_masked and not self._private
        words = "" if self._private or not box.text.strip() else self._part.name_notice(to, box.text)
        if not self._private and not words and (elsewhere := self._named_elsewhere):
            (name, family), *_ = elsewhere
            words = f"! {name} is in {self._session.controller.family_names.get(family, 'another family')}"
        if covered:
            words = COVERED
        if box.text.strip() and not self._part.other_families_watch.is_ready and not self._looking_again:
            self._looking_again = True
            self.set_timer(LOOK_AGAIN, self._look_again)
        if words == self._said:
            return
        self._said = words
        self.query_one("#jot_said", Static).update(content(words, "$warning"))
        self.query_one("#jot_said").display = bool(words)

    def _look_again(self) -> None:
        """Names are known once the other families are read beside the keys: cover the line, or uncover it."""
        self._looking_again = False
        self._show_names()
        self.query_one(JotBox).refresh()

    # --- what is typed -----------------------------------------------------------------------------------------------

    def marked(self, kind: TrayKind | None) -> None:
        """A mark was typed or taken away; a private one closes the line to everybody before its first letter."""
        box, private = self.query_one(JotBox), kind is not None and kind.mark == "private"
        if private and not self._private:
            words = box.text
            self._note_draft("")  # of the line for the tray: nothing of what is private stays in it
            self._private = True
            box.open_slot(self._editor.session.id, private_slot(self._editor.session), words)
            box.show_line(words, kind)
        elif not private and self._private:
            self._private = False
            box.open_slot(self._editor.session.id, jot_slot(self._editor), "")
        self._show()

    def note_drafted(self, words: SafeText, _slot: object = None, _rewriting: str = "") -> None:
        """Note the line as it stands, so that it outlives the program, and say whose names it holds."""
        self._note_draft(str(words))
        self._session.schedule_save()
        self._show_names()

    def _note_draft(self, typed: str) -> None:
        """Let *typed* be the draft of this line, so that it outlives the program."""
        if self._private:
            slot, marked = private_slot(self._editor.session), mark_in(typed)
            typed = marked[1] if marked is not None else typed
        else:
            slot = jot_slot(self._editor)
        self._editor.draft(slot, typed if typed.strip(" .") else "", self._session.controller.now())

    @on(NoteBox.Refused)
    def _refused(self, event: NoteBox.Refused) -> None:
        event.stop()
        self.app.push_screen(NoticeScreen("That is too much for one line", event.why))

    def note_kept(self, words: SafeText, _slot: object = None, _rewriting: str = "") -> None:
        """Put the line into the tray, or keep it as private; the next one begins empty, and private stays private."""
        box, now = self.query_one(JotBox), self._session.controller.now()
        line = f".{box.kind.letter} {words}" if box.kind is not None else str(words)
        self._note_draft("")
        if jot(self._editor, line, now) is not None:
            self._kept += 1
        box.show_line("", box.kind if self._private else None)
        self._session.save()
        self._show()

    def keep_and_go_back(self) -> None:
        """Keep what is typed, if anything is, and go back to the stage's own line."""
        words = self.query_one(JotBox).text.strip()
        if words:
            self.note_kept(SafeText(words))
        self.dismiss(self._kept)

    def note_passed(self, way: Way) -> None:
        """Esc goes back; Enter without words says that there is nothing to keep."""
        if way in {"list", "out"}:
            self.action_back()
        elif way == "on":
            self.notify(ProgramWords("Nothing to keep. F4 or Esc goes back to the stage."), markup=False)

    def undo_beyond_box(self) -> None:
        """Nothing typed here is left to undo."""
        self.notify(ProgramWords("Nothing typed here is left to undo. F8 opens the tray."), markup=False)

    def redo_beyond_box(self) -> None:
        """Nothing typed here is left to do again."""
        self.notify(ProgramWords("Nothing typed here is left to do again."), markup=False)

    def action_back(self) -> None:
        """Go back; the words stay as the draft of the jot, and that is said."""
        if self.query_one(JotBox).text.strip():
            where = "in its private line" if self._private else "as a line that was begun: F4 goes on with it"
            self.notify(ProgramWords(f"Your words wait {where}."), markup=False)
        self.dismiss(self._kept)


def _nth(number: int) -> str:
    """``1st``, ``2nd``, ``11th``."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 // 10 != 1 else "th"
    return f"{number}{ending}"
