"""A record as data: where it belongs, whom it is about, and its paragraphs with where each came from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from supervision_tui.practice import ChecklistAnswer, Destination
from supervision_tui.practice.library import FrozenModel
from supervision_tui.session.model import PersonId
from supervision_tui.text import Line, SafeText

Format = Literal["md", "html", "txt"]


class Paragraph(FrozenModel):
    """Words of a record. *shared* ones stand in the entry of every child; *kind* tells of what sort they are.

    *how_known* tells of a fact whether it was seen, told, reported or is assumed; *source* is the id of what it was cut
    from in the session, *field* the field in which that was written, *child* the one child whom it is about where the
    record is not that child's own.
    """

    text: SafeText
    kind: Literal["said", "idea", "question", "decision", "action"] = "said"
    shared: bool = False
    how_known: Literal["", "seen", "told", "reported", "assumed"] = ""
    source: str = ""
    field: str = ""
    child: str = ""

    @property
    def marks(self) -> str:
        """What is said of the paragraph beside it: how it is known, and that others have it too."""
        known = {"assumed": "assumed, not known"}.get(self.how_known, self.how_known)
        return "; ".join(
            mark for mark in (known, "also in the other children's entries" if self.shared else "") if mark
        )


class Section(FrozenModel):
    """A heading and its paragraphs; *note* says how they are meant."""

    heading: Line
    paragraphs: tuple[Paragraph, ...]
    note: Line = Line()


class Confirmation(FrozenModel):
    """Who confirmed a record, as what, and to whom its wording was shown first."""

    by: Line
    role: Line
    at: datetime
    shown_to: Line = Line()


class Addition(FrozenModel):
    """Words added to a record afterwards: nothing that stood there before is changed by them.

    *role* is set where they are the oversight of somebody accountable.
    """

    text: SafeText
    by: Line
    at: datetime
    role: Line = Line()

    @property
    def heading(self) -> str:
        """What stands above the words, without the day."""
        return f"Management oversight by {self.by}, {self.role}," if self.role else f"Added by {self.by}"


class Correction(FrozenModel):
    """A line of a draft that was changed before it was confirmed: its words *before* and *after* ("": taken out)."""

    heading: Line
    before: SafeText
    after: SafeText = SafeText()
    by: Line
    at: datetime

    @property
    def in_words(self) -> str:
        """What was changed, for a list; without the day."""
        became = f"now “{self.after}”" if self.after else "taken out"
        return f"{self.by}, under “{self.heading}”: “{self.before}”, {became}"


class LookedAt(FrozenModel):
    """That somebody looked at something in a record that stands out, and that it stays as it is.

    *kind*, *words* and *quote* are those of the remark (:class:`supervision_tui.records.review.ReviewRemark`).
    """

    kind: Line
    words: SafeText
    quote: SafeText = SafeText()
    by: Line
    at: datetime


class Filing(FrozenModel):
    """That the record now stands in the authority's own system: from here on the copy in this vault may go."""

    system: Line
    on: date
    by: Line


class CheckedItem(FrozenModel):
    """What people said to one question of a checklist when they read the record: in words, never a number.

    *item* is the question's id; *evidence* the line that says where it was seen.
    """

    item: str
    answer: ChecklistAnswer
    evidence: SafeText = SafeText()
    by: Line
    on: date


class Record(FrozenModel):
    """A record cut from one session for one destination.

    *subject* is a child's id, the family's id, or the name of a practitioner, as *destination* asks. Beside the names
    stand the ids of those on the list of people: *author_id*, and *subject_id* of a practitioner. A record is a draft
    until the accountable manager has confirmed it.
    """

    id: str
    destination: Destination
    subject: Line
    title: Line
    session_id: str
    family_ref: Line
    day: date
    author: Line
    author_id: PersonId = ""
    subject_id: PersonId = ""
    opening: SafeText
    sections: tuple[Section, ...]
    confirmed: Confirmation | None = None
    additions: tuple[Addition, ...] = ()
    filed: Filing | None = None
    checks: tuple[CheckedItem, ...] = ()
    """Talked over with a checklist; stays in the notebook and stands in no document."""
    corrections: tuple[Correction, ...] = ()
    """What was changed while it was a draft, the oldest first; stays in the notebook and stands in no document."""
    looked: tuple[LookedAt, ...] = ()
    """What stood out in it and was looked at; stays in the notebook and stands in no document."""

    @property
    def status(self) -> Literal["draft", "confirmed", "filed"]:
        """How far the record is."""
        if self.filed is not None:
            return "filed"
        return "draft" if self.confirmed is None else "confirmed"

    @property
    def awaits_confirmation(self) -> bool:
        """Whether the accountable manager has still to confirm it: asked of what goes to a child's file."""
        return self.confirmed is None and self.destination is Destination.CHILD_FILE

    @property
    def words(self) -> str:
        """All words of the record, for searching and checking."""
        parts = [self.title, self.opening]
        for section in self.sections:
            parts += [section.heading, section.note, *(paragraph.text for paragraph in section.paragraphs)]
        return "\n".join([*parts, *(addition.text for addition in self.additions)])


class Omission(FrozenModel):
    """Something that no record holds, and why."""

    words: Line


class SessionRecords(FrozenModel):
    """What a session leaves: its *records*, what is *left_out*, and *problems* that must be mended first."""

    records: tuple[Record, ...]
    left_out: tuple[Omission, ...]
    problems: tuple[Line, ...] = ()
