"""A family told in plain sentences: read whole, each sentence with what it was read as, in the family's own names.

By rules, on this computer alone. Nothing is kept here: the caller shows each sentence beside its readback and keeps
what was taken. What no rule reads comes back marked, and asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family.model.family import Family
from supervision_tui.family.narrative.assembling import Parts, family_of, family_parts, parts_of
from supervision_tui.family.narrative.discourse import Discourse
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.grammar.first_person import (
    is_carer,
    tells_of_own_family,
    tells_of_own_parents,
)
from supervision_tui.family.narrative.grammar.words import sentences_of
from supervision_tui.family.narrative.readback import sentence_read_back
from supervision_tui.family.narrative.sentence_reader import SentenceReader
from supervision_tui.family.narrative.settling import settle
from supervision_tui.family.shorthand.parts import NO_NAME
from supervision_tui.family.shorthand.readback import marked

if TYPE_CHECKING:
    from supervision_tui.family.shorthand import EntryKind, Question, Unknown

LONGEST = 20_000
"""Characters of a text; a longer one is told in parts."""


class NarrativeError(ValueError):
    """A text that cannot be read as a family; a sentence says what would do."""


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One *sentence*, the *parts* it made or changed, and what is open about it.

    *entry* is what it is most of all; *left_out* says that somebody chose to leave it.
    """

    number: int
    sentence: str
    parts: Parts
    readback: str
    unknown: tuple[Unknown, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: bool = False

    @property
    def entry(self) -> EntryKind:
        """What the sentence was read as, most of all."""
        if self.parts.ties:
            return "tie"
        if self.parts.unions:
            return "partner"
        if self.parts.parentages:
            return "child"
        if self.parts.events:
            return "event"
        return "resource" if self.parts.resources else "person"


@dataclass(frozen=True, slots=True)
class NarrativeReading:
    """A whole text: its *sentences* in order, and the *family* that they make."""

    sentences: tuple[SentenceReading, ...]
    family: Family = field(repr=False)

    @property
    def open(self) -> int:
        """How many questions are open."""
        return sum(len(reading.questions) for reading in self.sentences)


def read_narrative(
    text: str,
    today: date,
    family: Family | None = None,
    *,
    answers: Mapping[str, str] | None = None,
    leave: Collection[int] = (),
) -> NarrativeReading:
    """What *text* tells, on *today*, of a *family* that may have people already.

    Args:
        text: sentences as people say them, or lines such as "Mum: Donna, 31".
        today: the day on which ages are true.
        family: the family that it is told of; a new one without.
        answers: to questions of a former reading, by "number of the sentence:what it is about".
        leave: numbers of sentences, from 1, that are left out.

    Raises:
        NarrativeError: it is too long.
    """
    if len(text) > LONGEST:
        message = (
            f"That is {len(text):,} characters; {LONGEST:,} are read at once. Nothing was taken; tell it in parts."
        )
        raise NarrativeError(message)
    draft = Draft(family or Family(id="told", title="A family as told"), today, answers=answers or {})
    own = tells_of_own_family(text)
    discourse = Discourse(draft, first_person=own, fosters=own and is_carer(text))
    discourse.own_parents = own and tells_of_own_parents(text)
    reader = SentenceReader(draft, discourse)
    spans = sentences_of(text)
    unknown: list[tuple[Unknown, ...]] = []
    for at, (start, end) in enumerate(spans):
        draft.sentence = at
        unknown.append(() if at + 1 in leave else reader.read(text[start:end]))
    settle(draft, discourse)
    made = family_parts(draft)
    readings = []
    for at, (start, end) in enumerate(spans):
        facts = draft.facts.get(at, [])
        parts = parts_of(made, facts)
        back = sentence_read_back(draft, parts, facts) + marked(unknown[at])
        questions = tuple(
            question for question in draft.questions.get(at, ()) if f"{at + 1}:{question.about}" not in (answers or {})
        )
        readings.append(
            SentenceReading(
                at + 1,
                text[start:end],
                parts,
                back.strip() or "Nothing was taken.",
                unknown[at],
                questions,
                at + 1 in leave,
            )
        )
    return NarrativeReading(tuple(readings), _with_notes(family_of(draft), readings, had=family))


def _with_notes(made: Family, readings: Collection[SentenceReading], *, had: Family | None) -> Family:
    """*made* with the words that were not taken in its notes, and a title where it had none."""
    words = [f"Told, and not taken: {unknown.text}" for reading in readings for unknown in reading.unknown]
    notes = "\n".join(filter(None, (str(made.notes), *words)))
    first = next(
        (person.short_name for person in made.persons if person.kind == "person" and person.name != NO_NAME), ""
    )
    title = f"The family of {first}" if had is None and first else str(made.title)
    return made.replaced(notes=notes, title=title)
