"""What sessions and the records cut from them hold about one person of a family."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination
from supervision_tui.records import Record, render_record
from supervision_tui.session import Action, AskedQuestion, Decision, Draft, Entry, Session
from supervision_tui.session.child_choice import children_of
from supervision_tui.workspace.store import leaf_values
from supervision_tui.workspace.subject_access.family_sources import Requester
from supervision_tui.workspace.subject_access.model import Ground, SubjectAccessItem

if TYPE_CHECKING:
    from supervision_tui.session.model import Thing

_PARTS = {
    "entries": "what was said",
    "hypotheses": "an idea",
    "actions": "a next step",
    "decisions": "a decision",
    "questions": "a question",
    "drafts": "a draft",
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_WORDS = (
    "id",
    "destination",
    "stage",
    "prompt id",
    "field",
    "at",
    "rewriting",
    "child",
    "children",
    "author",
    "kept",
    "number",
)


def in_session(session: Session, title: str, reader: Requester, *, asked_by: str) -> Iterator[SubjectAccessItem]:
    """Everything in *session* that is about the person: by their id, about all the children, or by their name.

    Who said an idea stays out: ideas of the working space are kept without names. What a meeting of several families
    keeps apart from any of them counts only where it names the person.
    """
    theirs = session.family_id == reader.family.id
    for name, called in _PARTS.items():
        for thing in getattr(session, name):
            if thing.destination is Destination.NONE:
                continue  # what is being jotted: it belongs to no file until it is placed
            words = _words(thing, reader)
            ground = _ground(thing, words, reader, asked_by)
            if words and ground is not None and (theirs or reader.names(words)):
                stage = thing.stage.replace("_", " ")
                where = f"session of {day_in_words(session.started.date())}, {title}, {called} in the stage {stage}"
                yield reader.piece(SubjectAccessItem(thing.destination, where, words, (), ground))


def _words(thing: Thing, reader: Requester) -> str:
    """All words of *thing*, a line each, ids said as names."""
    data = thing.model_dump(mode="json", exclude={"parts"})
    kept = [(way, value) for way, value in leaf_values(data) if way.partition(" · ")[0] not in _NOT_WORDS]
    lines = [(way, str(found.name) if (found := reader.family.find(value)) else _told(value)) for way, value in kept]
    return "\n".join(value if way in {"text", "what", "statement"} else f"{way}: {value}" for way, value in lines)


def _told(value: str) -> str:
    """*value*; a day as people write it."""
    return day_in_words(date.fromisoformat(value)) if _DAY.fullmatch(value) else value


def _ground(thing: Thing, words: str, reader: Requester, asked_by: str) -> Ground | None:
    """What speaks against giving *thing* to the person; ``None`` where it is not about them."""
    person, family = reader.person, reader.family
    children = children_of(thing) if isinstance(thing, Entry | Action | Decision) else ()
    if isinstance(thing, Draft) and thing.child:
        children = (thing.child,)
    about = tuple(getattr(thing, "about", ()))
    named = reader.names(words)
    if person.id in children or person.id in about:
        said = asked_by and person.id in family.focus and not isinstance(thing, AskedQuestion)
        return Ground.EXPECTED if said else Ground.NONE
    if children or about or thing.destination is Destination.SUPERVISION_RECORD:  # what is a worker's own
        return Ground.OTHERS if named else None
    if named:
        return Ground.NONE
    return Ground.NONE if person.id in family.focus else None  # about all the children


def in_record(record: Record, reader: Requester, *, own: bool, asked_by: str) -> Iterator[SubjectAccessItem]:
    """*record* whole where it is the person's *own*, otherwise the paragraphs that name them."""
    where = f"record of {day_in_words(record.day)} ({record.id})"
    if own:
        ground = Ground.EXPECTED if asked_by else Ground.NONE
        yield reader.piece(
            SubjectAccessItem(record.destination, f"{where}, in full", render_record(record, "txt"), (), ground)
        )
        return
    for section in record.sections:
        for paragraph in section.paragraphs:
            if reader.names(paragraph.text):
                about = f"{where}, {section.heading}"
                yield reader.piece(SubjectAccessItem(record.destination, about, str(paragraph.text), (), Ground.OTHERS))
    for addition in record.additions:
        if reader.names(addition.text):
            yield reader.piece(
                SubjectAccessItem(record.destination, f"{where}, added", str(addition.text), (), Ground.OTHERS)
            )


def is_own(record: Record, person_id: str) -> bool:
    """Whether *record* is the entry in the file of the child called *person_id*."""
    return record.destination is Destination.CHILD_FILE and record.subject == person_id
