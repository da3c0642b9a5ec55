"""Placing a line of the tray: what it can become in this format, where that stands, and writing it there in one step.

Nothing is demanded that a sentence has not: an idea needs only its sentence, a fact without a source and a step without
who or by when are placed with a gap, which the close lists (:func:`open_gaps`). Only for whom it is must be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice import Destination, SessionTemplate
from supervision_tui.practice.library import Field
from supervision_tui.session.child_choice import ChildMissingError, read_written
from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.fields import Slot
from supervision_tui.session.form_filling import NamesakeError, child_fields, form_entry, next_id, with_person
from supervision_tui.session.model import Action, AskedQuestion, Entry, Hypothesis, Session, TrayLine
from supervision_tui.session.stage_fields import fields
from supervision_tui.session.tray.fields import FACTS, FOR_PRESENTER, IDEAS, PRIVATE_NOTES, STEPS
from supervision_tui.session.tray.jotting import KINDS, TrayKind, change_line, tray_destination
from supervision_tui.session.tray.step_reading import StepReading
from supervision_tui.session.tray.typed_parts import SOURCE, step_in, typed_parts
from supervision_tui.text import Line, SafeText

_FIELDS: dict[str, Field] = {
    "idea": IDEAS, "fact": FACTS, "step": STEPS, "for_presenter": FOR_PRESENTER, "private": PRIVATE_NOTES,
}  # fmt: skip
"""The field that a kind of line has where the format has none of its own."""
_SAID_BY = lazy_pattern(
    r"\b(?:said|says|told|tells|saw|seen|reported|reports|according to|heard|wrote|writes)\b", re.IGNORECASE
)
"""Words that tell in the sentence itself how something is known."""


def kinds_offered(editor: SessionEditor) -> tuple[TrayKind, ...]:
    """What a line can become in this format: nothing goes where no field of the format goes."""
    template, about_family = editor.template, bool(editor.session.family_id)
    return tuple(kind for kind in KINDS if _is_offered(kind, template, about_family=about_family))


def _is_offered(kind: TrayKind, template: SessionTemplate, *, about_family: bool) -> bool:
    alone = template.people[1] == 1
    if kind.mark == "private":
        return True
    if kind.mark == "for_presenter":
        return not alone and (about_family or _writes(template, Destination.SUPERVISION_RECORD))
    if not about_family or template.family == "none":
        return False
    if kind.mark == "decision":
        return _field_of(kind, template) is not None
    return kind.destination is not Destination.CHILD_FILE or _writes(template, Destination.CHILD_FILE)


def _writes(template: SessionTemplate, destination: Destination) -> bool:
    return any(field.destination is destination for stage in template.stages for field in fields(stage, template))


def _field_of(kind: TrayKind, template: SessionTemplate, first: int = 0) -> tuple[str, Field] | None:
    """The format's own field for a *kind*, and its stage: of the stage numbered *first*, else later, else before."""
    stages = template.stages[first:] + template.stages[:first][::-1]
    for stage in stages:
        for field in fields(stage, template):
            if field.kind == _KIND_OF_FIELD.get(kind.mark) or (
                kind.mark == "fact" and field.id == FACTS.id and field.destination is Destination.CHILD_FILE
            ):
                return stage.id, field
    return None


_KIND_OF_FIELD = {"idea": "hypothesis", "step": "action", "decision": "decision"}


def slot_for(kind: TrayKind, editor: SessionEditor) -> Slot:
    """Where a line of this *kind* is written: in the format's own field, or in one of the tray's in this stage."""
    found = _field_of(kind, editor.template, editor.number - 1)
    if found is not None:
        return Slot(*found)
    if kind.mark == "question":
        return Slot(editor.session.stage, Field("question", "Questions to take along", _shared(editor.template)))
    field = _FIELDS[kind.mark]
    return Slot(editor.session.stage, field)


def _shared(template: SessionTemplate) -> Destination:
    """Where ideas and questions go: to the working space, but for somebody who works alone."""
    return Destination.PRIVATE if template.people[1] == 1 else Destination.FAMILY_WORK


def place(  # noqa: PLR0917 - the line, what it becomes, and what is known of it
    editor: SessionEditor,
    line: TrayLine,
    kind: TrayKind,
    now: datetime,
    whom: str = "",
    author: str = "",
    workers: Iterable[str] = (),
) -> str:
    """Write *line* as a *kind*; *whom* is for which children, as a form has it. Returns the id of what it became.

    Raises:
        ChildMissingError: it goes to the file of a child, and nobody has said of which.
        ValueError: a decision, which is made in its form.
    """
    session, slot = editor.session, slot_for(kind, editor)
    known = _known(kind, editor, slot, whom)
    known |= {"stage": slot.stage, "at": now}
    words = line.text
    if kind.mark == "question":
        ident = f"jot.{line.id}"
        editor.ask(AskedQuestion(prompt_id=ident, text=words, stage=slot.stage, kept=True), now)
    elif kind.mark == "idea":
        idea = Hypothesis.model_validate({"id": next_id(session), "statement": words, **known})
        ident = _step(editor, "hypotheses", idea, now)
    elif kind.mark == "step":
        step = step_in(editor, words, now.date(), workers)
        action = _action(step, {"id": next_id(session), **known})
        ident = _step(editor, "actions", _with_person(action, editor), now)
    elif kind.mark == "decision":
        raise ValueError("A decision is made in its form.")
    else:
        ident = _step(editor, "entries", _entry(editor, slot, words, author, {"id": next_id(session), **known}), now)
    private = known.get("destination") is Destination.PRIVATE
    to = Destination.PRIVATE if private else tray_destination(editor)
    change_line(editor, line, now, placed=ident, mark=kind.mark, destination=to)
    return ident


def _step(editor: SessionEditor, collection: str, item: Entry | Hypothesis | Action, now: datetime) -> str:
    items = (*getattr(editor.session, collection), item)
    words = "placed a private line" if item.destination is Destination.PRIVATE else f"placed “{_words(item)}”"
    editor.step(words, now, None, **{collection: items, "number": editor.session.number + 1})
    return item.id


def _words(item: Entry | Hypothesis | Action) -> SafeText:
    if isinstance(item, Entry):
        return item.text
    return item.statement if isinstance(item, Hypothesis) else item.what


def _known(kind: TrayKind, editor: SessionEditor, slot: Slot, whom: str) -> dict[str, Any]:
    """Destination and children of what a line becomes."""
    if not kind.whom:
        destination = _shared(editor.template) if kind.mark == "idea" else slot.field.destination
        return {"destination": _shared(editor.template) if kind.mark == "question" else destination}
    session = editor.session
    children = session.children if len(session.children) == 1 else read_written(whom, session.children)
    if not children:
        raise ChildMissingError
    return {"destination": slot.field.destination, **child_fields(children, session)}


def _action(step: StepReading, known: dict[str, Any]) -> Action:
    return Action.model_validate({"what": step.what, "owner": step.owner, "when": step.when, "due": step.due, **known})


def _with_person(action: Action, editor: SessionEditor) -> Action:
    """*action* with who it is on the list of people; where two can be meant, nobody has it yet."""
    try:
        named = with_person(action, editor.directory)
    except NamesakeError:
        return action.model_copy(update={"owner": Line()})
    return named if isinstance(named, Action) else action


def _entry(editor: SessionEditor, slot: Slot, words: SafeText, author: str, known: dict[str, Any]) -> Entry:
    """A note; where the field is the form for facts, with what stands in brackets as how it is known."""
    if slot.field.parts:
        texts = typed_parts(editor, slot, words, known["at"].date())
        return form_entry(slot, {part: SafeText(text) for part, text in texts.items()}, known)
    named = {"author": Line(author)} if slot.field.destination is Destination.PRIVATE else {}
    return Entry.model_validate({"field": slot.field.id, "text": words, **named, **known})


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not said of something that was kept.

    *item* is its id, *words* what it says, *question* what is open, *stage* and *field* where it was written.
    """

    item: str
    words: SafeText
    question: str
    stage: str
    field: str


def open_gaps(session: Session) -> tuple[Gap, ...]:
    """What is open in what was kept: steps without who or a day, facts without a source. Nothing private is named."""
    found = []
    for action in session.actions:
        if action.destination is Destination.PRIVATE:
            continue
        missing = [words for words, there in (("Who does it", action.owner), ("by when", action.due)) if not there]
        if missing:
            question = f"{' and '.join(missing)}?"
            found.append(Gap(action.id, action.what, question[:1].upper() + question[1:], action.stage, STEPS.id))
    found += [
        Gap(entry.id, entry.text, "Who saw or said so?", entry.stage, FACTS.id)
        for entry in session.entries
        if entry.field == FACTS.id and entry.destination is Destination.CHILD_FILE and not _has_source(entry)
    ]
    return tuple(found)


def _has_source(entry: Entry) -> bool:
    known = entry.source or entry.parts.get("known")
    return bool(known or SOURCE.match(entry.text) or _SAID_BY.search(entry.text))
