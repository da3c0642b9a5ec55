"""Asking for what a stage wants to know: notes, one answer, a role, or a form, one question after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from supervision_tui.plain.terminal_io import TerminalIO
from supervision_tui.session import DecisionMakerMissingError, FieldPart, PartMissingError, Slot
from supervision_tui.session.fields import SessionItem, item_lines, items_in, label_of
from supervision_tui.text_folding import name_key
from supervision_tui.workspace.running.session_controller import SessionController

CommandHandler = Callable[[str], bool]
"""Runs an answer that is a command; returns whether it was one."""
ANOTHER = "Kept. Another one, or Enter to go on."


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

    def ask_slot(self, slot: Slot) -> None:
        """Ask for *slot* until the person goes on.

        Raises:
            StageChangedError: a command led away.
            InputClosedError: nobody answers any more.
        """
        for item in items_in(self._controller.editor.session, slot):
            self._io.say(f"Written so far: {item_in_words(item, self._controller.names)}")
        if slot.field.parts:
            self._ask_forms(slot)
        elif slot.field.kind in {"line", "seat"}:
            self._ask_line(slot)
        else:
            self._ask_notes(slot)

    def _question(self, slot: Slot, after: str) -> str:
        hint = f" For example: {slot.field.hint}." if slot.field.hint else ""
        return f"{label_of(slot, self._controller.names)}.{hint} {after}"

    def _answer(self, question: str) -> str:
        """An answer that is no command."""
        while self._handle_command(answer := self._io.ask(question)):
            pass
        return answer

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
        after = f"It says now: {present}. Enter leaves it so." if present else "Enter passes on."
        answer = self._answer(self._question(slot, after))
        if answer:
            self._keep(slot, answer)

    def _keep(self, slot: Slot, answer: str) -> None:
        self._controller.editor.write(slot, answer, self._controller.now(), author=self._controller.me)
        self._controller.save()

    def _ask_forms(self, slot: Slot) -> None:
        draft = self._controller.editor.drafted(slot)
        values: dict[str, str] = json.loads(draft.text) if draft else {}
        if values:
            self._io.say("This was begun and not finished; go on where it stopped.")
        before = self._question(slot, "Enter alone goes on.")
        while self._ask_form(slot, values, before):
            before, values = ANOTHER, {}

    def _ask_form(self, slot: Slot, values: dict[str, str], before: str) -> bool:
        """One form; whether it was filled. What was answered is kept as a draft after each part."""
        first, *rest = slot.field.parts
        if not values.get(first.id):
            answer = self._ask_part(first, before)
            if not answer:
                return False
            values[first.id] = answer
        for part in rest:
            if not values.get(part.id):
                values[part.id] = self._ask_part(part)
                self._save_draft(slot, json.dumps(values))
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
            self._save_draft(slot, "")
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
        while part.choose and answer:
            names = self._controller.names
            matches = [child for child, name in names.items() if name_key(name).startswith(name_key(answer))]
            if matches:
                return matches[0]
            answer = self._answer(f"Which child? {', '.join(names.values())}. Enter alone for all of them.")
        return answer
