"""What is being typed, kept with the session: the line in the box of each field, and forms that wait unfinished.

A form that was begun has a draft of its own with an id, so that another one of the same field starts clean beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from supervision_tui.practice import Destination
from supervision_tui.practice.library import Field
from supervision_tui.session.fields import Slot, label_of
from supervision_tui.session.model import Draft, Session
from supervision_tui.session.tray.fields import former_slots, session_slots
from supervision_tui.text import SafeText

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate

JOT = Field("jot", "Jot", Destination.NONE, hint="a line; it belongs to no file until it is placed")
"""What is being jotted: the one field of no file whose draft is kept."""
LONGEST_TITLE = 50
"""Characters of a draft's own words in its name."""
CALLED = {"decision": "a decision", "action": "a next step", "hypothesis": "an idea"}
"""What a form is called, by the kind of its field; others are called by their label."""


def draft_in(session: Session, slot: Slot, draft_id: str = "") -> Draft | None:
    """What is being typed in *slot*, or the waiting form with that id."""
    if draft_id:
        return next((draft for draft in session.drafts if draft.id == draft_id), None)
    return next((draft for draft in drafts_in(session, slot) if not draft.id), None)


def with_draft(
    session: Session, slot: Slot, text: str, now: datetime, *, rewriting: str = "", draft_id: str = ""
) -> Session:
    """*session* with *text* as the draft of *slot*, or of the waiting form *draft_id*; empty text takes it away."""
    if slot.field.destination is Destination.NONE and slot.field.id != JOT.id:
        return session
    old = draft_in(session, slot, draft_id)
    if old is None and not text:
        return session
    new = Draft(
        stage=slot.stage, field=slot.field.id, child=slot.child, text=SafeText(text),
        destination=slot.field.destination, rewriting=rewriting, id=draft_id,
    )  # fmt: skip
    others = tuple(draft for draft in session.drafts if draft is not old)
    in_place = tuple(new if draft is old else draft for draft in session.drafts)
    # a line moves to the end: the last one is where somebody was typing; a form keeps its place among the forms
    drafts = others if not text else in_place if draft_id and old is not None else (*others, new)
    changed: dict[str, object] = {"drafts": drafts, "touched": max(now, session.touched)}
    if draft_id and not text:  # a line of the tray that waited in this form waits in the tray again
        changed["tray"] = tuple(
            line.model_copy(update={"placed": ""}) if line.placed == draft_id else line for line in session.tray
        )
    return session.model_copy(update=changed)


def typed_last(session: Session, slots_here: Sequence[Slot]) -> Slot | None:
    """The slot of *slots_here* in whose box somebody typed last and left words, if there is one."""
    keys = {(slot.stage, slot.field.id, slot.child): slot for slot in slots_here}
    lines = (draft for draft in reversed(session.drafts) if not draft.id)
    found = (
        keys.get((draft.stage, draft.field, draft.child)) or keys.get((draft.stage, draft.field, None))
        for draft in lines
    )
    return next((slot for slot in found if slot is not None), None)


def new_draft_id(session: Session) -> str:
    """An id that no waiting form of *session* has."""
    taken = {draft.id for draft in session.drafts}
    return next(name for number in range(1, len(taken) + 2) if (name := f"draft-{number}") not in taken)


def waiting_drafts(session: Session) -> tuple[Draft, ...]:
    """The forms that wait unfinished, the oldest first."""
    return tuple(draft for draft in session.drafts if draft.id)


def drafts_in(session: Session, slot: Slot) -> tuple[Draft, ...]:
    """What was begun in *slot* and is not kept yet: the line in its box, and forms.

    A field that an earlier build asked for each child, and that stands once now, has their drafts too.
    """
    here = (slot.stage, slot.field.id)  # a role and a field of another stage may share their id
    return tuple(
        draft
        for draft in session.drafts
        if (draft.stage, draft.field) == here and (draft.child == slot.child or not slot.field.per_child)
    )


def draft_values(draft: Draft) -> dict[str, str]:
    """The answers in the draft of a form, by the ids of its parts; nothing where it holds plain words."""
    try:
        values = json.loads(draft.text)
    except ValueError:
        return {}
    return {str(part): str(words) for part, words in values.items()} if isinstance(values, dict) else {}


def draft_title(draft: Draft, slot: Slot, names: Mapping[str, str]) -> str:
    """What a waiting form is called: "a decision: The plan stays"; long words are cut, and private ones left out."""
    if draft.destination is Destination.PRIVATE:
        return CALLED.get(slot.field.kind, label_of(slot, names))
    values = draft_values(draft)
    parts = (part for part in slot.field.parts if not part.choose)
    words = " ".join(next((values[part.id] for part in parts if values.get(part.id)), str(draft.text)).split())
    called = CALLED.get(slot.field.kind, label_of(slot, names))
    short = words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"
    return f"{called}: {short}" if short else called


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """A draft with the slot that it stands in, what it is called, and the stage where it waits, in words.

    *family* is the id of the family whose part of a meeting it belongs to, empty for none.
    """

    draft: Draft
    slot: Slot
    title: str
    where: str
    family: str = ""

    @property
    def private(self) -> bool:
        """Whether nobody but its writer may read it."""
        return self.draft.destination is Destination.PRIVATE

    def in_words(self, *, seen_from: str | None = None) -> str:
        """What waits and where; what is private, or another family's than *seen_from*, is named without its words."""
        elsewhere = seen_from is not None and self.family not in {"", seen_from}
        title = "something private" if self.private else "a draft" if elsewhere else self.title
        return f"{title}, unfinished in {self.where}"


def all_waiting(
    session: Session,
    template: SessionTemplate,
    names: Mapping[str, str],
    letters: Mapping[str, str],
    family: tuple[str, str] = ("", ""),
) -> tuple[WaitingDraft, ...]:
    """Everything in *session* that was begun and is not kept: lines in boxes and forms, the forms first.

    Args:
        session: a session, or the part of a meeting about a family.
        template: its format.
        names: of the children, by id.
        letters: of the stages, by id.
        family: id and name of the family of a part of a meeting; empty for none.
    """
    waiting = []
    stages = {stage.id: stage for stage in template.stages}
    for draft in sorted(session.drafts, key=lambda draft: not draft.id):
        stage = stages.get(draft.stage)
        if stage is None:
            continue
        here = (*session_slots(stage, template, session), *former_slots(stage, template, session))
        slot = next((slot for slot in here if draft in drafts_in(session, slot)), None)
        if slot is not None:
            where = f"{letters.get(stage.id, '')} {stage.title}".strip()
            place = f"{where}, {family[1] or family[0]}" if family[0] else where
            waiting.append(WaitingDraft(draft, slot, draft_title(draft, slot, names), place, family[0]))
    return tuple(waiting)
