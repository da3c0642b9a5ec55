"""Asking for what a stage wants to know: notes, one answer, a role, or a form, one question after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from supervision_tui.days import weekday_in_words
from supervision_tui.plain.ask_children import ChildQuestion
from supervision_tui.plain.terminal_io import TerminalIO
from supervision_tui.practice import Destination
from supervision_tui.session import DecisionMakerMissingError, FieldPart, Hypothesis, PartMissingError, Slot
from supervision_tui.session.child_choice import children_of, listed
from supervision_tui.session.drafts import draft_title, draft_values, waiting_drafts
from supervision_tui.session.due_days import read_due_day
from supervision_tui.session.fields import (
    SessionItem,
    example,
    hint_of,
    item_lines,
    items_in,
    label_of,
    must_choose,
    place_in_words,
)
from supervision_tui.session.form_filling import namesake_question
from supervision_tui.session.tray.typed_parts import typed_parts
from supervision_tui.text import Line, SafeText
from supervision_tui.workspace.running import SessionController

CommandHandler = Callable[[str], bool]
"""Runs an answer that is a command; returns whether it was one."""
PRIVATE = frozenset({Destination.PRIVATE, Destination.NONE})
"""Destinations that nobody else reads."""
ANOTHER = "Another one, or Enter alone to go on."


class StageChangedError(Exception):
    """A command led to another stage, or out of the session: the question that was open is not asked on."""


def item_in_words(item: SessionItem, names: Mapping[str, str], slot: Slot | None = None) -> str:
    """Something that was written, on one line; with its *slot*, for whom it is too."""
    return " ".join("; ".join(filter(None, item_lines(item, names, slot))).split())


LONGEST_ECHO = 500
"""Characters of a note that are read back, at the most; all of them are kept."""


def _as_kept(answer: str) -> str:
    """*answer* without what steers a terminal or cannot be seen."""
    return str(SafeText(answer)).strip()


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

        self._children = ChildQuestion(controller, io, self._answer)
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
            self._io.say(f"Written so far: {item_in_words(item, self._controller.names, slot)}")
        if slot.field.parts:
            self._ask_forms(slot)
        elif slot.field.kind in {"line", "seat"}:
            self._ask_line(slot)
        else:
            self._ask_notes(slot)

    # --- where words go -----------------------------------------------------------------------------------------------

    def _destination(self, slot: Slot) -> str:
        """Where words of *slot* go, with whose file it is."""
        return place_in_words(slot, self._controller.names, self._controller.editor.session.children)

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
        name = self._controller.names.get(slot.child or "", "the child")
        example_words = "" if slot.field.parts else example(hint_of(slot, self._controller.names), name)
        hint = f" For example: {example_words.rstrip('.')}" if example_words else ""
        hint += "." if hint and not hint.endswith("?") else ""
        label = label_of(slot, self._controller.names)
        return f"{label}{'' if label.endswith('?') else '.'}{hint} {after}"

    def _answer(self, question: str) -> str:
        """An answer that is no command, as it is kept; of signs that nobody can see it is said that none was kept."""
        while self._handle_command(answer := self._io.ask(question)) or (answer and not _as_kept(answer)):
            if answer and not _as_kept(answer):
                self._io.say("There was nothing in that line that can be read. Nothing was kept.")
        return _as_kept(answer)

    # --- notes and single answers -------------------------------------------------------------------------------------

    def _ask_notes(self, slot: Slot) -> None:
        question = self._question(slot, "A note a line; Enter alone goes on.")
        while answer := self._answer(question):
            self._keep(slot, answer)
            question = ANOTHER

    def _ask_line(self, slot: Slot) -> None:
        session = self._controller.editor.session
        present = "; ".join(
            item_in_words(entry, self._controller.names, slot)
            for entry in session.entries_in(slot.field.id, slot.child)
        )
        if slot.field.kind == "seat":
            present = str(session.seat(slot.field.id))
        after = f"It says now: {present}. Enter alone goes on and leaves it so." if present else "Enter alone goes on."
        answer = self._answer(self._question(slot, after))
        if slot.field.kind == "seat":
            answer = self._which_person(answer)
        if answer:
            self._keep(slot, answer)

    def _which_person(self, name: str) -> str:
        """The person whom *name* means, as they are shown; asked while it may mean several. "" leaves it open."""
        directory = self._controller.editor.directory
        while len(labels := directory.labels_for(name)) > 1:
            name = self._answer(f"{namesake_question(name, labels)} Enter alone leaves it open.")
        return directory.label_of_name(name)

    def _keep(self, slot: Slot, answer: str) -> None:
        """Keep a note; where it is for children that have to be named, ask first."""
        editor, names = self._controller.editor, self._controller.names
        whom = self._children.ask(answer) if must_choose(slot, editor.session) else ""
        entry = editor.write(slot, answer, self._controller.now(), author=self._controller.me, whom=whom)
        self._controller.save()
        whose = Slot(slot.stage, slot.field, entry.child, entry.children) if entry is not None else slot
        place = "" if slot.field.kind == "seat" else f" in {place_in_words(whose, names)}"
        echo = (
            answer
            if len(answer) <= LONGEST_ECHO
            else f"{answer[:LONGEST_ECHO].rstrip()} … ({len(answer):,} characters)"
        )
        self._io.say(f"Kept{place}: {echo}")

    # --- forms --------------------------------------------------------------------------------------------------------

    def _ask_forms(self, slot: Slot) -> None:
        session = self._controller.editor.session
        begun = self._controller.editor.drafted(slot)
        waiting = [draft for draft in waiting_drafts(session) if draft.field == slot.field.id and not draft.rewriting]
        for draft in ([begun] if begun else []) + waiting:
            title = draft_title(draft, slot, self._controller.names)
            self._io.say(f"This was begun and not finished: {title}. Go on where it stopped.")
            self._ask_form(slot, draft_values(draft), "", draft.id)
        self._warn_of_missing_manager(slot)
        before = self._question(slot, "Enter alone goes on.")
        while self._ask_form(slot, {}, before):
            before = ANOTHER

    def _ask_form(self, slot: Slot, values: dict[str, str], before: str, draft_id: str = "") -> bool:
        """One form; whether it was filled. What was answered is kept as a draft after each part."""
        first, *rest = slot.field.parts
        if slot.field.kind == "hypothesis":  # an idea needs only its sentence; /change asks for the rest
            rest = []
        if not values.get(first.id):
            answer = self._ask_part(first, before)
            if not answer:
                return False
            values |= self._read_into_parts(slot, answer)
        self._ask_for_manager(slot, values)
        for part in rest:
            if part.choose == "child":
                values[part.id] = self._children.of_form(values, part)
            elif not values.get(part.id):
                values[part.id] = self._ask_part(part)
            self._save_draft(slot, json.dumps(values), draft_id)
        if not self._fill(slot, values, draft_id):
            return False
        self._save_draft(slot, "", draft_id)
        return True

    def _read_into_parts(self, slot: Slot, answer: str) -> dict[str, str]:
        """*answer* taken apart into the parts of the form; what was read of it beside the first part is said."""
        controller = self._controller
        typed = typed_parts(controller.editor, slot, answer, controller.now().date(), controller.workers)
        labels = {part.id: part for part in slot.field.parts}
        for part, words in list(typed.items())[1:]:
            self._io.say(f"{labels[part].label}: {words}")
            if labels[part].day:
                typed[part] = self._read_back_day(words)
        return typed

    def _warn_of_missing_manager(self, slot: Slot) -> None:
        """Say what a decision needs before anything of it is filled in."""
        held_in = self._controller.part_with_role("manager", self._controller.part)
        manager = held_in.editor.template.role("manager") if held_in else None
        if slot.field.kind == "decision" and held_in and manager and not held_in.editor.session.seat("manager"):
            self._io.say(
                f"A decision needs the {manager.title.lower()}, and nobody has that role yet: once one is begun, it is "
                "asked who has it today."
            )

    def _ask_for_manager(self, slot: Slot, values: dict[str, str]) -> None:
        """Say what a decision needs before anything more of it is filled in, and let it be put right here."""
        held_in = self._controller.part_with_role("manager", self._controller.part)
        if slot.field.kind != "decision" or held_in is None:
            return
        editor = held_in.editor
        manager = editor.template.role("manager")
        if manager is None:
            return
        name = str(editor.session.seat("manager"))
        if not name:
            name = self._answer(
                f"Who is the {manager.title.lower()} today? A name gives the role; Enter alone leaves it open, and "
                "what you write stays a draft."
            )
            name = self._which_person(name)
            if name:
                editor.seat("manager", Line(name), self._controller.now())
                self._io.say(f"{manager.title}: {name}.")
        if name and not values.get("decided_by"):
            values["decided_by"] = name
            self._io.say(f"Who decides: {name}.")

    def _fill(self, slot: Slot, values: dict[str, str], draft_id: str) -> bool:
        """Keep one form and read it back; ask again for what is missing. Whether it was kept."""
        while True:
            try:
                self._controller.editor.fill(slot, values, self._controller.now())
            except DecisionMakerMissingError as refused:
                self._io.say(str(refused))
                self._save_draft(slot, json.dumps(values), draft_id)
                return False
            except PartMissingError as missing:
                self._io.say(str(missing))
                part = next(part for part in slot.field.parts if part.id == missing.part)
                values[part.id] = self._children.ask("") if part.choose else self._ask_part(part)
                continue
            item = items_in(self._controller.editor.session, slot)[-1]
            self._io.say(f"Kept in {self._place_of(slot, item)}: {item_in_words(item, self._controller.names, slot)}")
            return True

    def _place_of(self, slot: Slot, item: SessionItem) -> str:
        """Where something stands that was just kept, with whose file it is."""
        if isinstance(item, Hypothesis):
            return self._destination(slot)
        session, names = self._controller.editor.session, self._controller.names
        whose = Slot(slot.stage, slot.field, item.child, item.children)
        every = bool(slot.field.parts) and not children_of(item) and len(session.children) > 1
        return (
            f"the files of {listed(names[child] for child in session.children)}"
            if every
            else place_in_words(whose, names, session.children)
        )

    def _save_draft(self, slot: Slot, words: str, draft_id: str) -> None:
        self._controller.editor.draft(slot, words, self._controller.now(), draft_id=draft_id)
        self._controller.save()

    def _ask_part(self, part: FieldPart, before: str = "") -> str:
        question = f"{before} {part.label}".strip()
        if part.hint:
            question += f" ({example(part.hint, 'the child')})"
        if part.bounds:
            question += f" A whole number from {part.bounds[0]} to {part.bounds[1]}."
        if part.among:
            question += f" One of: {', '.join(part.among)}."
        answer = self._answer(question)
        return self._read_back_day(answer) if part.day and answer else answer

    def _read_back_day(self, answer: str) -> str:
        """Say which day was understood; where none was, the words may be said another way or stay as they are."""
        while True:
            reading = read_due_day(answer, self._controller.now().date())
            self._io.say(f"Understood: {reading.readback}" if reading.readback else "No day was understood.")
            if not reading.ask:
                return answer
            number = "A number chooses; or say" if reading.choices else "Say"
            again = self._answer(f"{reading.ask} {number} it another way; Enter alone leaves your words as they are.")
            if not again:
                return answer
            chosen = reading.choices[int(again) - 1 : int(again)] if again.isdecimal() and again != "0" else ()
            answer = weekday_in_words(chosen[0]) if chosen else again
