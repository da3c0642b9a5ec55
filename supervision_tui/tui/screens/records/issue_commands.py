"""The commands that write a document: from a record, from a family, from somebody of the team."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words, weekday_in_words
from supervision_tui.practice import Destination
from supervision_tui.session import first_name
from supervision_tui.tui.commands import Command
from supervision_tui.tui.dialogs.dialogs import GOES_ON, AskDayScreen, NoticeScreen
from supervision_tui.tui.screens.records.choose_document import DocumentChoice
from supervision_tui.tui.screens.records.commands import OfChosen
from supervision_tui.workspace.disclosure import family_id_of
from supervision_tui.workspace.notebook import RetentionSchedule
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from supervision_tui.people import Practitioner
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace


class Export(OfChosen):
    """Give the record as PDF, Word, a page or text, to one reader: as it stands, or as a letter to the child."""

    key, label = "g", "Give"


class WriteOfFamily(Command):
    """Write a document of this family for one reader: chronology, hand-over, genogram sheet, your visit card."""

    key, label = "d", "Document"


class WriteOfPerson(Command):
    """Write the supervision agreement, or what somebody learnt, for the professional record."""

    key, label = "d", "Document"


class InvolvementEnded(Command):
    """Your team's involvement with this family ended: 28 days later its working space should go, if you say so then."""

    key, label, hide_in_footer = "e", "Involvement ended", True


def documents_of_record(workspace: Workspace, record_id: str) -> list[DocumentChoice]:
    """What can be written from the record of that id."""
    record = workspace.records.get(record_id)
    wanted = [DocumentChoice("record", record.id, f"This record: {record.title}")]
    if record.destination is Destination.CHILD_FILE:
        wanted.append(DocumentChoice("letter", record.id, "A letter to the child, from this entry"))
    if record.destination is not Destination.SUPERVISION_RECORD:
        family = family_id_of(workspace, record)
        there = tuple(
            other
            for other in workspace.records.all()
            if other.destination is not Destination.SUPERVISION_RECORD and family_id_of(workspace, other) == family
        )
        about = workspace.families.find(family)
        name = family_short_title(about.title) if about is not None else family
        wanted.append(DocumentChoice("record", family, f"Every record of family {name}: {len(there)} files", there))
    return wanted


def documents_of_family(workspace: Workspace, family_id: str) -> list[DocumentChoice]:
    """What can be written about the family of that id."""
    family = workspace.families.get(family_id)
    wanted = [
        DocumentChoice("genogram", family.id, "The genogram, with who is in it"),
        DocumentChoice("transfer", family.id, "A summary for whoever goes on with this family"),
    ]
    wanted += [
        DocumentChoice("chronology", f"{family.id}/{child.id}", f"What happened to {first_name(family, child.id)}")
        for child in family.focus_children()
    ]
    return [*wanted, DocumentChoice("visit-card", family.id, "Your own card for the visit that is prepared")]


def documents_of_person(person: Practitioner) -> list[DocumentChoice]:
    """What can be written about somebody of the team."""
    return [
        DocumentChoice("agreement", person.id, f"The supervision agreement with {person.name}"),
        DocumentChoice("learning", person.id, f"What {person.name} learnt"),
    ]


def ask_when_involvement_ended(app: Program, family_id: str) -> None:
    """Ask on which day involvement with the family ended, note it, and say what should go when."""
    workspace = app.workspace
    known = workspace.involvements.of(family_id).ended or workspace.today()
    question = f"On which day did involvement with {family_id} end? (- if it goes on)"

    def note(words: str | None) -> None:
        if words is None:
            return
        day = None if words in GOES_ON else date.fromisoformat(words)
        due = RetentionSchedule(workspace).end_involvement(family_id, day)
        outcome = f"Involvement with {family_id} goes on; nothing of it has a day to go."
        if due:
            outcome = (
                f"The working space of {family_id} should go on {day_in_words(due)}. Nothing goes by itself: "
                "Notebook (n on Today), What should go (g), asks you then."
            )
        app.push_screen(NoticeScreen("Noted", outcome))

    app.push_screen(AskDayScreen(question, workspace.today(), weekday_in_words(known)), note)
