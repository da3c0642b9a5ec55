"""What becomes of a line in the session's box: kept in its own slot, whatever key came before; Enter never moves on."""

from __future__ import annotations

from textual.widgets import Static

from supervision_tui.practice import Destination
from supervision_tui.session import Draft, SessionEditor, Slot
from supervision_tui.session.child_choice import listed
from supervision_tui.session.drafts import WaitingDraft, draft_title, draft_values
from supervision_tui.session.fields import label_of, must_choose
from supervision_tui.text import SafeText
from supervision_tui.tui.activities import refocus_panel
from supervision_tui.tui.content import content, show_changed
from supervision_tui.tui.dialogs.ask_person import ask_namesake
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.room_policy import COVERED, PRIVATE, ProgramWords
from supervision_tui.tui.screens.session.choose_children import ChooseChildrenScreen
from supervision_tui.tui.screens.session.command_handlers import SessionCommandHandlers
from supervision_tui.tui.widgets.composer import Composer
from supervision_tui.tui.widgets.guidance import Guidance
from supervision_tui.tui.widgets.note_box import LONG_PASTE, Way
from supervision_tui.tui.widgets.stage_list import StageList

LOOK_AGAIN = 0.1
"""Seconds until it is looked again whether the other families were read."""


class NoteWriting(SessionCommandHandlers):
    """The part of the session screen that keeps what is written in the box."""

    _box_editor: SessionEditor
    """Whose words stand in the box: a meeting may have gone on to another family while a draft is on its way."""
    _shows_answer: bool
    """Whether the one answer of the field stands in the box, to be changed."""
    _looks_again = False
    """Whether it is looked again soon whether the other families were read."""

    def _answered(self, slot: Slot) -> bool:
        if slot.field.kind == "seat":
            return bool(self.editor.session.seat(slot.field.id))
        return slot.field.kind == "line" and bool(self.editor.session.entries_in(slot.field.id, slot.child))

    def note_kept(self, words: SafeText, slot: Slot, rewriting: str) -> None:
        """A note is to be kept: keep it, and stay in its field for the next one."""
        now, editor = self.controller.now(), self._box_editor
        if slot.field.kind == "hypothesis" and not rewriting:
            self._keep_idea(slot, words)
            return
        if slot.field.parts:
            draft = editor.drafted(slot)
            self.open_form(slot, start=str(words), begun=draft_values(draft) if draft else None)
            return
        if must_choose(slot, editor.session) and not rewriting:
            editor.draft(slot, words, now)  # until it is said for whom, the words wait in their own slot
            self._ask_whom(slot, words)
            return
        if slot.field.kind == "seat" and ask_namesake(
            self.app, editor.directory, str(words), lambda label: self.note_kept(SafeText(label), slot, rewriting)
        ):
            return
        held = str(editor.session.seat(slot.field.id)) if slot.field.kind == "seat" else ""
        if held and held != words and not self._shows_answer:
            self._ask_for_seat(slot, words, held)
            return
        if rewriting:
            editor.rewrite(rewriting, words, now)
            self._note_written(slot, words)
        else:
            self._write_note(slot, words)

    def _keep_idea(self, slot: Slot, words: SafeText) -> None:
        """Keep an idea, which needs only its sentence; what else stood in its draft is kept with it."""
        editor = self._box_editor
        draft = editor.drafted(slot)
        statement = slot.field.parts[0].id
        editor.fill(slot, {**(draft_values(draft) if draft else {}), statement: str(words)}, self.controller.now())
        self._note_written(slot, words)

    def _write_note(self, slot: Slot, words: SafeText, whom: str = "") -> None:
        """Keep *words* in *slot*, for *whom* as a form has it; a second answer of one line is added to the first."""
        editor = self._box_editor
        before = editor.answers(slot, whom) if slot.field.kind == "line" else ()
        whole = SafeText("\n".join([*(str(entry.text) for entry in before), words]))
        editor.write(slot, whole, self.controller.now(), author=self.controller.me, whom=whom)
        self._note_written(slot, words)

    def _note_written(self, slot: Slot, words: SafeText) -> None:
        editor = self._box_editor
        editor.draft(slot, "", self.controller.now())
        if slot == self.current and editor is self.editor:
            self.write_in(slot, just_kept=True)  # which shows the list, too
            self.save()
        else:
            self.changed()
        if len(words) > LONG_PASTE:
            self.notify(f"Kept as one note of {len(words):,} characters.", markup=False)

    def _ask_whom(self, slot: Slot, words: SafeText) -> None:
        """Ask for which children a note is, unless its words name exactly one and nobody else."""
        part = self.controller.part
        suggestion = part.suggest_children(words)
        if suggestion.settled:
            self._write_note(slot, words, ",".join(suggestion.chosen))
            return

        def chosen(whom: str | None) -> None:
            if whom:
                self._write_note(slot, words, whom)
            else:
                self.write_in(slot)  # with the words, as they were

        label = label_of(slot, self.controller.names)
        self.app.push_screen(ChooseChildrenScreen(label, str(words), part.children, suggestion), chosen)

    def keep_note(self, slot: Slot, words: str) -> None:
        """Keep *words* in *slot* from anywhere on the stage; for whom they are is asked where it has to be."""
        safe = SafeText(words.strip())
        if not must_choose(slot, self.editor.session):
            self.editor.write(slot, safe, self.controller.now(), author=self.controller.me)
            self.changed()
            return
        part, editor = self.controller.part, self.editor
        suggestion = part.suggest_children(safe)

        def chosen(whom: str | None) -> None:
            if whom:
                editor.write(slot, safe, self.controller.now(), author=self.controller.me, whom=whom)
            else:
                editor.draft(slot, safe, self.controller.now())
            self.changed()
            refocus_panel(self)

        if suggestion.settled:
            chosen(",".join(suggestion.chosen))
            return
        label = label_of(slot, self.controller.names)
        self.app.push_screen(ChooseChildrenScreen(label, safe, part.children, suggestion), chosen)

    def show_children(self, words: str) -> None:
        """Say under the box for whom the line is as it stands, what is not written here, and what waits elsewhere."""
        slot, session = self.current, self.editor.session
        whom = ""
        asks = slot is not None and any(part.choose for part in slot.field.parts) and len(session.children) > 1
        if slot is not None and words.strip() and (asks or must_choose(slot, session)):
            whom = self.controller.part.suggest_children(words).why
        elif asks or (slot is not None and must_choose(slot, session)):
            whom = "For whom is read from the line, and asked: nobody is chosen for you."
        named = self.controller.part.name_notice(slot.field.destination, words) if slot is not None else ""
        named = self._names_another_child(words) or named
        if self.app.room.on and self.names_another_family(words):
            named = COVERED
        if self.app.room.on:
            self.query_one(Composer).box.refresh()
        self.query_one(Composer).say_below(whom, ", ".join(self.editor.stage.not_written), "", named)
        self.show_waits()

    def names_another_family(self, words: str) -> bool:
        """Whether *words* name somebody of another family than the one in front, or may."""
        if words.strip() and not self.controller.part.other_families_watch.is_ready and not self._looks_again:
            self._looks_again = True
            self.set_timer(LOOK_AGAIN, self._look_again)
        return self.controller.names_another_family(words)

    def _look_again(self) -> None:
        """The other families may have been read meanwhile: cover, or show, what names them or does not."""
        self._looks_again = False
        if self.controller.part.other_families_watch.is_ready:
            self.app.room.repaint()
        else:
            self.names_another_family("?")  # not yet
        if self.current is not None:
            self.show_children(self.query_one(Composer).box.text)

    def _names_another_child(self, words: str) -> str:
        """A line for one child's file that names only another child: said before it is kept."""
        slot = self.current
        if slot is None or slot.child is None or slot.field.destination is not Destination.CHILD_FILE:
            return ""
        suggestion, names = self.controller.part.suggest_children(words), self.controller.names
        if not words.strip() or not suggestion.settled or slot.child in suggestion.chosen:
            return ""
        named = listed(names.get(child, "another child") for child in suggestion.chosen)
        return f"! The line names {named}. It goes to {names.get(slot.child, 'this child')}'s file: Tab for another."

    def show_waits(self) -> None:
        """What waits unfinished, in the row above the keys."""
        words = self._waits_in_words()
        row = self.query_one("#waits", Static)
        row.display = bool(words)
        show_changed(row, content(f" Waits: {words}", "$warning"))

    def waiting_elsewhere(self) -> list[WaitingDraft]:
        """What was begun and is not kept, but for the line in this box."""
        here = (self.editor.session.family_id or "", self.current.key if self.current else "")
        meeting = self.controller.is_meeting
        return [
            waiting
            for waiting in self.controller.waiting_drafts()
            if waiting.draft.id or (waiting.family if meeting else here[0], waiting.slot.key) != here
        ]

    def _waits_in_words(self) -> str:
        forms = [waiting for waiting in self.waiting_elsewhere() if waiting.draft.id and not waiting.private]
        if not forms:
            return ""
        more = f" and {len(forms) - 1} more" if forms[1:] else ""
        return f"{forms[0].in_words(seen_from=self.editor.session.family_id or '')}{more}: F9"

    def tell_draft(self, title: str, slot: Slot) -> None:
        """Say that a form of *slot* waits as a draft, called *title*."""
        private = slot.field.destination in PRIVATE
        words = "It waits here as a draft: F9 opens it."
        self.notify(ProgramWords(words) if private else f"{title}. {words}", markup=False)
        self.save()

    def discard_draft(self, slot: Slot, draft: Draft) -> None:
        """Ask whether a draft may go, and let it go only then."""

        def decided(choice: str | None) -> None:
            if choice == "go":
                self.editor.draft(slot, "", self.controller.now(), draft_id=draft.id)
                self.changed()

        choices = [("stay", "Leave it where it is"), ("go", "Throw the draft away")]
        title = draft_title(draft, slot, self.controller.names)
        self.app.push_screen(ChooseScreen("Throw this draft away?", choices, title), decided)

    def _ask_for_seat(self, slot: Slot, name: str, seated: str) -> None:
        """Somebody has the role already: ask before another takes it."""
        choices = [("stay", f"{seated} keeps it"), ("change", f"{name} takes it")]

        def decided(choice: str | None) -> None:
            if choice == "change":
                self.editor.write(slot, SafeText(name), self.controller.now())
                self.changed()
            self.editor.draft(slot, "", self.controller.now())
            self.write_in(slot, just_kept=True)

        self.app.push_screen(ChooseScreen(f"{slot.field.label}: {seated} has it. Shall it change?", choices), decided)

    def note_passed(self, way: Way) -> None:
        """Go to another field, or to the list; Enter in an empty box opens its form, or says that nothing is there."""
        if way == "list":
            self.query_one(StageList).focus()
        elif way == "jot":
            self.open_jot(dot=True)
        elif way == "roll":
            self.query_one(Guidance).roll()
        elif way == "out":
            self.open_card()
        elif way == "on" and self.current is not None:
            self._enter_in_empty_box(self.current)
        else:
            self.next_field(-1 if way == "before" else 1)

    def _enter_in_empty_box(self, slot: Slot) -> None:
        """Enter without words: open the form; take back an answer that was emptied; it never goes to another field."""
        if slot.field.parts:
            self.open_form(slot)
        elif self._shows_answer and slot.field.kind in {"line", "seat"} and self._answered(slot):
            self._shows_answer = False
            self._box_editor.write(slot, "", self.controller.now())
            self.changed()
        else:
            self.notify(
                ProgramWords("Nothing to keep. Tab goes to the next field, F6 to the next stage."), markup=False
            )

    def slot_after(self, slot: Slot, step: int = 1) -> Slot | None:
        """The slot to which Tab goes from *slot*: never out of what is private, nor into it; ``None`` for none."""
        private = slot.field.destination is Destination.PRIVATE
        slots = [other for other in self.editor.slots() if (other.field.destination is Destination.PRIVATE) is private]
        return slots[(slots.index(slot) + step) % len(slots)] if slot in slots and len(slots) > 1 else None

    def next_field(self, step: int = 1) -> None:
        """Go to the next field of this stage, or the one before: never out of what is private, nor into it."""
        if self.current is None:
            return
        following = self.slot_after(self.current, step)
        if following is not None:
            self.write_in(following)
        elif self.current.field.destination is Destination.PRIVATE:
            self.notify(
                ProgramWords("This field is yours alone. Esc Esc goes to the list, where you choose."), markup=False
            )
