"""What sessions and the records cut from them hold about one person of a family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination, SessionTemplate
from supervision_tui.records import Record, render_record
from supervision_tui.records.name_leaks import people_in
from supervision_tui.session import Action, AskedQuestion, Decision, Draft, Entry, Hypothesis, Session
from supervision_tui.session.child_choice import children_of
from supervision_tui.workspace.subject_access.family_sources import Requester
from supervision_tui.workspace.subject_access.model import Ground, SubjectAccessItem
from supervision_tui.workspace.subject_access.wording import in_words

if TYPE_CHECKING:
    from supervision_tui.session.model import Thing
    from supervision_tui.workspace.store import ReceivedBatch

_PARTS = {
    "entries": "what was said",
    "hypotheses": "an idea",
    "actions": "a next step",
    "decisions": "a decision",
    "questions": "a question",
    "drafts": "a draft",
}
SESSION_OF = "session of "
"""Begins where a piece of a session stands; its day follows."""
PARCEL_OF = "parcel taken in on "
"""Begins where a piece of a parcel stands; its day follows."""
_ORDER = ("text", "what", "statement")
_GUESSES = ("makes_sense", "child_inside", "why_now", "would_fit", "would_drop")
"""Parts of an idea that tell what somebody might do or say."""


def in_session(
    session: Session, template: SessionTemplate, reader: Requester, *, asked_by: str, seen: set[str]
) -> Iterator[SubjectAccessItem]:
    """Everything in *session* that is about the person: by their id, about all the children, or by their name.

    Who said an idea stays out: ideas of the working space are kept without names. What a meeting of several families
    keeps apart from any of them counts only where it names the person. What is in *seen* was told of a newer session:
    an idea or a step that goes on is told once, as it stands.
    """
    theirs = session.family_id == reader.family.id
    stages = {stage.id: str(stage.title) for stage in template.stages}
    for name, called in _PARTS.items():
        for thing in getattr(session, name):
            key = f"{name} {getattr(thing, 'id', '') or getattr(thing, 'prompt_id', '')}"
            if thing.destination is Destination.NONE or key in seen:
                continue  # what is being jotted belongs to no file until it is placed
            stage = stages.get(thing.stage, "")
            where = f"{SESSION_OF}{day_in_words(session.started.date())}, {template.title}, {called}"
            where += f" in “{stage}”" if stage else ""
            for words, ground in _pieces(thing, reader, asked_by):
                if words and ground is not None and (theirs or reader.names(words)):
                    seen.add(key)
                    yield reader.piece(SubjectAccessItem(thing.destination, where, words, (), ground))


def in_received_work(
    batches: Iterable[ReceivedBatch], reader: Requester, *, asked_by: str, seen: set[str]
) -> Iterator[SubjectAccessItem]:
    """Ideas and steps that came in parcels about the person's family, told and weighed as those of sessions are."""
    for batch in batches:
        day = day_in_words(batch.at.astimezone().date())
        for name, things in (("hypotheses", batch.hypotheses), ("actions", batch.actions)):
            for thing in things:
                key = f"{name} {thing.id}"
                where = f"{PARCEL_OF}{day}, from {batch.sender}, {_PARTS[name]}"
                for words, ground in _pieces(thing, reader, asked_by) if key not in seen else ():
                    if words and ground is not None:
                        seen.add(key)
                        yield reader.piece(SubjectAccessItem(thing.destination, where, words, (), ground))


def without_repeated_words(pieces: Iterable[SubjectAccessItem]) -> Iterator[SubjectAccessItem]:
    """*pieces* of sessions, the newest first; the same words in the same place of several are told once, with days."""
    found: dict[tuple[object, ...], list[SubjectAccessItem]] = {}
    for piece in pieces:
        place = piece.where.partition(", ")[2]
        found.setdefault((piece.destination, piece.words, piece.ground, place), []).append(piece)
    for same in found.values():
        days = dict.fromkeys(piece.where.partition(", ")[0].removeprefix(SESSION_OF) for piece in same[1:])
        others = [day for day in days if day != same[0].where.partition(", ")[0].removeprefix(SESSION_OF)]
        also = (
            f"; the same words in the session{'s' if len(others) > 1 else ''} of {', '.join(others)}" if others else ""
        )
        yield replace(same[0], where=f"{same[0].where}{also}")


def _pieces(thing: Thing, reader: Requester, asked_by: str) -> Iterator[tuple[str, Ground | None]]:
    """*thing* as a piece, or as two: what of an idea rests on what others say or do is decided about by itself."""
    data = _data(thing)
    if not isinstance(thing, Hypothesis):
        words = in_words(data, reader.family)
        yield words, ground_of(thing, words, reader, asked_by)
        return
    guesses = {field: data.pop(field) for field in _GUESSES if field in data}
    words = in_words(data, reader.family)
    ground = ground_of(thing, f"{words}\n{in_words(guesses)}", reader, asked_by)
    others = any(person.id != reader.person.id for person in people_in(words, reader.family))
    if ground is Ground.NONE and others:
        ground = Ground.OTHERS
    yield words, ground
    text = in_words(guesses, reader.family)
    if text and ground is not None:
        others = any(person.id != reader.person.id for person in people_in(text, reader.family))
        yield text, Ground.OTHERS if ground is Ground.NONE and others else ground


def _data(thing: Thing) -> dict[str, object]:
    """The fields of *thing* that say something, the main words first."""
    data = thing.model_dump(mode="json", exclude=_NOT_TOLD, exclude_defaults=True)
    if isinstance(thing, Hypothesis):
        data["history"] = [
            f"{day_in_words(change.at)}: {change.status}{f', because {change.because}' if change.because else ''}"
            for change in thing.history
        ]
        data["status"] = "new" if thing.status == "idea" else thing.status
    first = {field: data[field] for field in _ORDER if field in data}
    return first | {field: value for field, value in data.items() if field not in first}


_NOT_TOLD = {
    "id", "destination", "stage", "prompt_id", "field", "at", "rewriting", "child", "children", "author", "author_id",
    "kept", "number", "parts", "about", "rival_of", "for_session", "owner_id", "decided_by_id",
}  # fmt: skip
"""Fields that are no words."""


def ground_of(thing: Thing, words: str, reader: Requester, asked_by: str) -> Ground | None:
    """What speaks against giving *thing* to the person; ``None`` where it is not about them."""
    ground = _of_whom(thing, words, reader, asked_by)
    if reader.may_harm and ground in {Ground.NONE, Ground.OTHERS}:
        return Ground.SERIOUS_HARM
    return ground


def _of_whom(thing: Thing, words: str, reader: Requester, asked_by: str) -> Ground | None:
    person, family = reader.person, reader.family
    children = children_of(thing) if isinstance(thing, Entry | Action | Decision) else ()
    if isinstance(thing, Draft) and thing.child:
        children = (thing.child,)
    about = tuple(getattr(thing, "about", ()))
    named = reader.names(words)
    if person.id in children or person.id in about:
        spoken = asked_by and person.id in family.focus and not isinstance(thing, AskedQuestion)
        return Ground.EXPECTED if spoken else Ground.NONE
    if children or about or thing.destination is Destination.SUPERVISION_RECORD:  # what is a worker's own
        return Ground.OTHERS if named else None
    if named:
        return Ground.OTHERS if isinstance(thing, Hypothesis) and person.id not in family.focus else Ground.NONE
    return Ground.NONE if person.id in family.focus else None  # about all the children


def in_record(record: Record, reader: Requester, *, own: bool, asked_by: str) -> Iterator[SubjectAccessItem]:
    """*record* whole where it is the person's *own*, otherwise the paragraphs that name them."""
    where = f"record of {day_in_words(record.day)} ({record.id})"
    if own:
        ground = Ground.EXPECTED if asked_by else Ground.NONE
        ground = Ground.SERIOUS_HARM if reader.may_harm else ground
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
