"""Reading a record over before it is confirmed: questions, what stands out, hints on words, and what it shows.

Source: content specification 7.6 (reading pass), 7.2 (who else appears and why), 6.9 (hints only, never a replacement).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import RootModel

from supervision_tui.practice import Destination
from supervision_tui.practice.language import Readability, check, load_words, readability
from supervision_tui.practice.library import read_shipped
from supervision_tui.records import evidence_for, review_record
from supervision_tui.session import first_name
from supervision_tui.text import Line
from supervision_tui.workspace.store import family_of_record

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.practice import Checklist
    from supervision_tui.practice.language import Hint
    from supervision_tui.records import EvidencedItem, Record, ReviewRemark
    from supervision_tui.workspace.workspace import Workspace


class Questions(RootModel[tuple[Line, ...]]):
    """The questions of the reading pass."""


@dataclass(frozen=True, slots=True)
class RecordReview:
    """One record read over.

    Attributes:
        questions: to ask oneself, with the child's name in them; none for what is no child's.
        remarks: what stands out; what must be looked at comes first.
        hints: words that something kinder or clearer might stand for.
        readability: how easily it reads.
    """

    questions: tuple[str, ...]
    remarks: tuple[ReviewRemark, ...]
    hints: tuple[Hint, ...]
    readability: Readability

    @property
    def must(self) -> tuple[ReviewRemark, ...]:
        """What has to be looked at before anybody confirms."""
        return tuple(remark for remark in self.remarks if remark.must)


def review_of(workspace: Workspace, record: Record) -> RecordReview:
    """Read *record* over; further families of the notebook are looked for in it."""
    family = family_of(workspace, record)
    return RecordReview(
        _questions(record, family),
        review_remarks(workspace, record),
        check(record.words, load_words()).hints,
        readability(record.words),
    )


def review_remarks(workspace: Workspace, record: Record) -> tuple[ReviewRemark, ...]:
    """What stands out in *record*; see :func:`supervision_tui.records.review_record`."""
    families = {family.id: family for family in workspace.families.all()}
    own = families.pop(family_id_of(workspace, record), None)
    return review_record(record, own, families.values(), workspace.people.worker_names)


def family_of(workspace: Workspace, record: Record) -> Family | None:
    """The family that *record* came from, if it is still here."""
    return workspace.families.find(family_id_of(workspace, record))


def family_id_of(workspace: Workspace, record: Record) -> str:
    """The id of that family, or ""; its reference may be left out of a worker's own record."""
    session = workspace.sessions.find(record.session_id)
    return family_of_record(record, {session.id: session.family_id} if session else {})


def checklist_evidence(checklist: Checklist, workspace: Workspace, record: Record) -> tuple[EvidencedItem, ...]:
    """Every question of *checklist* with what *record* shows; the working space of the same session is quoted too.

    A worker's own record is never quoted beside a child's.
    """
    shared = [record]
    if record.destination is Destination.CHILD_FILE:
        shared += [
            other
            for other in workspace.records.all()
            if other.session_id == record.session_id and other.destination is Destination.FAMILY_WORK
        ]
    return evidence_for(checklist, shared)


def _questions(record: Record, family: Family | None) -> tuple[str, ...]:
    if record.destination is not Destination.CHILD_FILE:
        return ()
    asked = read_shipped("templates/documents/reading.yaml", Questions).root
    name = first_name(family, str(record.subject))
    return tuple(question.replace("{child}", name) for question in asked)
