"""Asking for what a stage wants to know: notes, one answer, a role, or a form, one question after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from supervision_tui.days import read_day
from supervision_tui.plain.child_choice import children_named, numbered
from supervision_tui.plain.terminal_io import TerminalIO
from supervision_tui.practice import Destination
from supervision_tui.session import DecisionMakerMissingError, FieldPart, PartMissingError, Slot
from supervision_tui.session.fields import SessionItem, item_lines, items_in, label_of
from supervision_tui.workspace.running import SessionController

CommandHandler = Callable[[str], bool]
"""Runs an answer that is a command; returns whether it was one."""
PRIVATE = frozenset({Destination.PRIVATE, Destination.NONE})
"""Destinations that nobody else reads."""
ANOTHER = "Another one, or Enter alone to go on."


class StageChangedError(Exception):
    """A command led to another stage, or out of the session: the question that was open is not asked on."""


def item_in_words(item: SessionItem, names: Mapping[str, str]) -> str:
    """Something that was written, on one line."""
    return " ".join("; ".join(filter(None, item_lines(item, names))).split())


class AnswerCollector:
    """Asks for what one stage wants to know.

    Args:
        controller: the session; every answer is saved in it at once.
        io: says and asks.
        handle_command: runs the answers that are commands.
    """

    def __init__(self, controller: SessionController, io: TerminalIO, handle_command: CommandHandler) -> None:
        self._controller = controller
        self._io = io
        self._handle_command = handle_command

        self._last: Slot | None = None

    def ask_slot(self, slot: Slot) -> None:
        """Ask for *slot* until the person goes on. Enter alone always goes on; a line is always kept in this slot.

        Raises:
            StageChangedError: a command led away.
            InputClosedError: nobody answers any more.
        """
        self._leave_private(slot)
        self._say_destination(slot)
        for item in items_in(self._controller.editor.session, slot):
            self._io.say(f"Written so far: {item_in_words(item, self._controller.names)}")
        if slot.field.parts:
            self._ask_forms(slot)
        elif slot.field.kind in {"line", "seat"}:
            self._ask_line(slot)
        else:
            self._ask_notes(slot)

    # --- where words go -----------------------------------------------------------------------------------------------

    def _destination(self, slot: Slot) -> str:
        """Where words of *slot* go, with the child's name where they are for one child."""
        child = self._controller.names.get(slot.child or "", "")
        return f"{slot.field.destination.about.name}{f' ({child})' if child else ''}"

    def _say_destination(self, slot: Slot) -> None:
        """Say where the next words go, before the first letter; a change of place stands out."""
        before, self._last = self._last, slot
        if slot.field.kind == "seat":
            return
        place = self._destination(slot)
        if before is None or before.field.kind == "seat":
            self._io.say(f"What you write goes to: {place}.")
        elif self._destination(before) != place:
            self._io.say(f"From here it goes somewhere else. What you write now goes to: {place}.")

    def _leave_private(self, following: Slot) -> None:
        """Between a private slot and one that others read stands a question of its own; a line there stays private."""
        last = self._last
        if last is None or last.field.destination not in PRIVATE or following.field.destination in PRIVATE:
            return
        takes_notes = last.field.kind == "notes" and not last.field.parts
        question = (
            f"You leave what only you read. What you write next goes to: {self._destination(following)}. "
            f"Enter alone goes on there{'; a line still stays private' if takes_notes else ''}."
        )
        while line := self._answer(question):
            if takes_notes:
                self._keep(last, line)
            else:
                self._io.say("That was not written anywhere: here only Enter or a command is understood.")

    def _question(self, slot: Slot, after: str) -> str:
        hint = f" For example: {slot.field.hint}." if slot.field.hint and not slot.field.parts else ""
        return f"{label_of(slot, self._controller.names)}.{hint} {after}"

    def _answer(self, question: str) -> str:
        """An answer that is no command."""
        while self._handle_command(answer := self._io.ask(question)):
            pass
        return answer

    # --- notes and single answers -------------------------------------------------------------------------------------

    def _ask_notes(self, slot: Slot) -> None:
        question = self._question(slot, "A note a line; Enter alone goes on.")
        while answer := self._answer(question):
            self._keep(slot, answer)
            question = ANOTHER

    def _ask_line(self, slot: Slot) -> None:
        session = self._controller.editor.session
        present = "".join(entry.text for entry in session.entries_in(slot.field.id, slot.child))
        if slot.field.kind == "seat":
            present = str(session.seat(slot.field.id))
        after = f"It says now: {present}. Enter alone goes on and leaves it so." if present else "Enter alone goes on."
        answer = self._answer(self._question(slot, after))
        if answer:
            self._keep(slot, answer)

    def _keep(self, slot: Slot, answer: str) -> None:
        self._controller.editor.write(slot, answer, self._controller.now(), author=self._controller.me)
        self._controller.save()
        place = "" if slot.field.kind == "seat" else f" in {self._destination(slot)}"
        self._io.say(f"Kept{place}: {answer}")

    # --- forms --------------------------------------------------------------------------------------------------------

    def _ask_forms(self, slot: Slot) -> None:
        draft = self._controller.editor.drafted(slot)
        values: dict[str, str] = json.loads(draft.text) if draft else {}
        self._warn_of_missing_manager(slot)
        if values:
            self._io.say("This was begun and not finished; go on where it stopped.")
        before = self._question(slot, "Enter alone goes on.")
        while self._ask_form(slot, values, before):
            before, values = ANOTHER, {}

    def _warn_of_missing_manager(self, slot: Slot) -> None:
        """Say what a decision needs before anything of it is filled in."""
        manager = self._controller.editor.template.role("manager")
        if slot.field.kind == "decision" and manager and not self._controller.editor.session.seat("manager"):
            self._io.say(
                f"A decision needs the {manager.title.lower()}, and nobody has that role yet. What you write stays a "
                "draft until somebody has it: give the role in the first stage (/back), or go on with Enter."
            )

    def _ask_form(self, slot: Slot, values: dict[str, str], before: str) -> bool:
        """One form; whether it was filled. What was answered is kept as a draft after each part."""
        first, *rest = slot.field.parts
        if not values.get(first.id):
            answer = self._ask_part(first, before)
            if not answer:
                return False
            values[first.id] = answer
        children: tuple[str, ...] = ("",)
        for part in rest:
            if part.choose == "child":
                children = (values[part.id],) if values.get(part.id) else self._ask_children(part)
            elif not values.get(part.id):
                values[part.id] = self._ask_part(part)
            self._save_draft(slot, json.dumps(values))
        chooses = next((part.id for part in slot.field.parts if part.choose == "child"), "")
        for child in children:
            if not self._fill(slot, values | ({chooses: child} if chooses else {})):
                return False
        self._save_draft(slot, "")
        return True

    def _fill(self, slot: Slot, values: dict[str, str]) -> bool:
        """Keep one form and read it back; ask again for what is missing. Whether it was kept."""
        while True:
            try:
                self._controller.editor.fill(slot, values, self._controller.now())
            except DecisionMakerMissingError as refused:
                self._io.say(str(refused))
                self._save_draft(slot, json.dumps(values))
                return False
            except PartMissingError as missing:
                self._io.say(str(missing))
                part = next(part for part in slot.field.parts if part.id == missing.part)
                values[part.id] = self._ask_part(part)
                continue
            item = items_in(self._controller.editor.session, slot)[-1]
            self._io.say(f"Kept in {self._destination(slot)}: {item_in_words(item, self._controller.names)}")
            return True

    def _save_draft(self, slot: Slot, words: str) -> None:
        self._controller.editor.draft(slot, words, self._controller.now())
        self._controller.save()

    def _ask_part(self, part: FieldPart, before: str = "") -> str:
        question = f"{before} {part.label}".strip()
        if part.hint:
            question += f" ({part.hint})"
        if part.bounds:
            question += f" A whole number from {part.bounds[0]} to {part.bounds[1]}."
        if part.among:
            question += f" One of: {', '.join(part.among)}."
        answer = self._answer(question)
        return self._read_back_day(answer) if part.id == "when" and answer else answer

    def _read_back_day(self, answer: str) -> str:
        """Say which day was understood; where none was, the words may be said another way or stay as they are."""
        while True:
            reading = read_day(answer, self._controller.now().date())
            self._io.say(f"Understood: {reading.readback}" if reading.readback else "No day was understood.")
            if not reading.ask:
                return answer
            again = self._answer(f"{reading.ask} Say it another way, or Enter alone leaves your words as they are.")
            if not again:
                return answer
            answer = again

    def _ask_children(self, part: FieldPart) -> tuple[str, ...]:
        """The children that a form is for: several at once, or all by a word; never all because nothing was said.

        Returns:
            The child's id for each form to be kept; an empty one stands for all of them.
        """
        names = self._controller.names
        if len(names) < 2:  # noqa: PLR2004 - one child, or none: nobody else can be meant
            return (*names,) or ("",)
        question = f"{part.label}? {numbered(names)}. Names or numbers, several with commas, or: all."
        while True:
            chosen = children_named(self._answer(question), names)
            if chosen is None:
                self._io.say("It has to be said whom it is for; nothing is kept for everybody by itself.")
            else:
                return ("",) if len(chosen) == len(names) else chosen
