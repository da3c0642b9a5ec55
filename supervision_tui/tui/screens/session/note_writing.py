"""What becomes of a line in the session's box: kept in its own slot, whatever key came before; Enter never moves on."""

from __future__ import annotations

from supervision_tui.practice import Destination
from supervision_tui.session import SessionEditor, Slot
from supervision_tui.text import SafeText
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.session.command_handlers import SessionCommandHandlers
from supervision_tui.tui.widgets.note_box import LONG_PASTE, Way
from supervision_tui.tui.widgets.stage_list import StageList


class NoteWriting(SessionCommandHandlers):
    """The part of the session screen that keeps what is written in the box."""

    _box_editor: SessionEditor
    """Whose words stand in the box: a meeting may have gone on to another family while a draft is on its way."""
    _shows_answer: bool
    """Whether the one answer of the field stands in the box, to be changed."""

    def _answered(self, slot: Slot) -> bool:
        if slot.field.kind == "seat":
            return bool(self.editor.session.seat(slot.field.id))
        return slot.field.kind == "line" and bool(self.editor.session.entries_in(slot.field.id, slot.child))

    def note_kept(self, words: SafeText, slot: Slot, rewriting: str) -> None:
        """A note is to be kept: keep it, and stay in its field for the next one."""
        now, editor = self.controller.now(), self._box_editor
        if slot.field.parts:
            self.open_form(slot, start=str(words))
            return
        held = str(editor.session.seat(slot.field.id)) if slot.field.kind == "seat" else ""
        if held and held != words and not self._shows_answer:
            self._ask_for_seat(slot, words, held)
            return
        if rewriting:
            editor.rewrite(rewriting, words, now)
        else:
            before = editor.session.entries_in(slot.field.id, slot.child) if slot.field.kind == "line" else ()
            whole = SafeText("\n".join([*(str(entry.text) for entry in before), words]))
            editor.write(slot, whole, now, author=self.controller.me)
        editor.draft(slot, "", now)
        if slot == self.current and editor is self.editor:
            self.write_in(slot, just_kept=True)
        self.changed()
        if len(words) > LONG_PASTE:
            self.notify(f"Kept as one note of {len(words):,} characters.", markup=False)

    def _ask_for_seat(self, slot: Slot, name: str, held: str) -> None:
        """Somebody has the role already: ask before another takes it."""
        choices = [("stay", f"{held} keeps it"), ("change", f"{name} takes it")]

        def decided(choice: str | None) -> None:
            if choice == "change":
                self.editor.write(slot, SafeText(name), self.controller.now())
                self.changed()
            self.editor.draft(slot, "", self.controller.now())
            self.write_in(slot, just_kept=True)

        self.app.push_screen(ChooseScreen(f"{slot.field.label}: {held} has it. Shall it change?", choices), decided)

    def note_passed(self, way: Way) -> None:
        """Go to another field, or to the list; Enter in an empty box opens its form, or says that nothing is there."""
        if way == "list":
            self.query_one(StageList).focus()
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

    def next_field(self, step: int = 1) -> None:
        """Go to the next field of this stage, or the one before: never out of what is private, nor into it."""
        if self.current is None:
            return
        private = self.current.field.destination is Destination.PRIVATE
        slots = [slot for slot in self.editor.slots() if (slot.field.destination is Destination.PRIVATE) is private]
        if self.current in slots and len(slots) > 1:
            self.write_in(slots[(slots.index(self.current) + step) % len(slots)])
        elif private:
            self.notify(
                ProgramWords("This field is yours alone. Esc goes to the list, where you choose."), markup=False
            )
