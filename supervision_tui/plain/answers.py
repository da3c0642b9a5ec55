"""Filling what a stage asks for: notes, one answer, a role, or a form, one question after the other."""

from __future__ import annotations

import json
from collections.abc import Callable

from supervision_tui.plain.terminal_io import Voice
from supervision_tui.session import DecisionMakerMissingError, PartMissingError, Slot
from supervision_tui.session.fields import FieldPart, SessionItem, items_in, label_of
from supervision_tui.session.model import Action, Decision, Entry, Hypothesis
from supervision_tui.text_folding import name_key
from supervision_tui.workspace.running.meeting import AnySitting

Heard = Callable[[str], bool]
"""Does what an answer that is a command says; whether it was one."""


ANOTHER = "Kept. Another one, or Enter to go on."


class StageChangedError(Exception):
    """A command led to another stage, or out of the session: the question that was open is not asked on."""


def told(thing: SessionItem) -> str:
    """One line for something that was written."""
    if isinstance(thing, Entry):
        return str(thing.text)
    if isinstance(thing, Hypothesis):
        return f"{thing.statement} For the child: {thing.child_inside}"
    if isinstance(thing, Action):
        return f"{thing.what} ({thing.owner}, {thing.when})"
    if isinstance(thing, Decision):
        return f"{thing.what}, because {thing.because}"
    raise TypeError(type(thing).__name__)


class Filling:
    """Asks for what one stage wants to know.

    Args:
        sitting: the session; every answer is saved in it at once.
        voice: says and asks.
        heard: takes the answers that are commands.
    """

    def __init__(self, sitting: AnySitting, voice: Voice, heard: Heard) -> None:
        self._sitting = sitting
        self._voice = voice
        self._heard = heard

    def fill(self, slot: Slot) -> None:
        """Ask for *slot* until the person goes on.

        Raises:
            StageChangedError: a command led away.
            InputClosedError: nobody answers any more.
        """
        for thing in items_in(self._sitting.editor.session, slot):
            self._voice.say(f"Written so far: {told(thing)}")
        if slot.field.parts:
            self._forms(slot)
        elif slot.field.kind in {"line", "seat"}:
            self._line(slot)
        else:
            self._notes(slot)

    def _question(self, slot: Slot, after: str) -> str:
        hint = f" For example: {slot.field.hint}." if slot.field.hint else ""
        return f"{label_of(slot, self._sitting.names)}.{hint} {after}"

    def _answer(self, question: str) -> str:
        """An answer that is no command."""
        while self._heard(answer := self._voice.ask(question)):
            pass
        return answer

    def _notes(self, slot: Slot) -> None:
        asked = self._question(slot, "A note a line; Enter alone goes on.")
        while answer := self._answer(asked):
            self._keep(slot, answer)
            asked = ANOTHER

    def _line(self, slot: Slot) -> None:
        session = self._sitting.editor.session
        now = "".join(entry.text for entry in session.entries_in(slot.field.id, slot.child))
        if slot.field.kind == "seat":
            now = str(session.seat(slot.field.id))
        stands = f"It says now: {now}. Enter leaves it so." if now else "Enter passes on."
        answer = self._answer(self._question(slot, stands))
        if answer:
            self._keep(slot, answer)

    def _keep(self, slot: Slot, answer: str) -> None:
        self._sitting.editor.write(slot, answer, self._sitting.now(), author=self._sitting.me)
        self._sitting.save()

    def _forms(self, slot: Slot) -> None:
        draft = self._sitting.editor.drafted(slot)
        values: dict[str, str] = json.loads(draft.text) if draft else {}
        if values:
            self._voice.say("This was begun and not finished; go on where it stopped.")
        before = self._question(slot, "Enter alone goes on.")
        while self._form(slot, values, before):
            before, values = ANOTHER, {}

    def _form(self, slot: Slot, values: dict[str, str], before: str) -> bool:
        """One form; whether it was filled. What was answered is kept as a draft after each part."""
        first, *rest = slot.field.parts
        if not values.get(first.id):
            answer = self._part(first, before)
            if not answer:
                return False
            values[first.id] = answer
        for part in rest:
            if not values.get(part.id):
                values[part.id] = self._part(part)
                self._draft(slot, json.dumps(values))
        while True:
            try:
                self._sitting.editor.fill(slot, values, self._sitting.now())
            except DecisionMakerMissingError as nobody:
                self._voice.say(str(nobody))
                self._draft(slot, json.dumps(values))
                return False
            except PartMissingError as missing:
                self._voice.say(str(missing))
                part = next(part for part in slot.field.parts if part.id == missing.part)
                values[part.id] = self._part(part)
                continue
            self._draft(slot, "")
            return True

    def _draft(self, slot: Slot, words: str) -> None:
        self._sitting.editor.draft(slot, words, self._sitting.now())
        self._sitting.save()

    def _part(self, part: FieldPart, before: str = "") -> str:
        asked = f"{before} {part.label}".strip()
        if part.hint:
            asked += f" ({part.hint})"
        if part.bounds:
            asked += f" A whole number from {part.bounds[0]} to {part.bounds[1]}."
        if part.among:
            asked += f" One of: {', '.join(part.among)}."
        answer = self._answer(asked)
        while part.choose and answer:
            names = self._sitting.names
            found = [child for child, name in names.items() if name_key(name).startswith(name_key(answer))]
            if found:
                return found[0]
            answer = self._answer(f"Which child? {', '.join(names.values())}. Enter alone for all of them.")
        return answer
