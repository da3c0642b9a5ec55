"""The commands that write a document: from a record, from a family, from somebody of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.tui.commands import Command
from supervision_tui.tui.screens.records.issue_document import Wanted, choose_document

if TYPE_CHECKING:
    from supervision_tui.tui.screens.families.families import FamiliesScreen  # noqa: F401 - named in a base below
    from supervision_tui.tui.screens.people.people import PeopleScreen  # noqa: F401 - named in a base below
    from supervision_tui.tui.screens.records.records import RecordsScreen  # noqa: F401 - named in a base below
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.tui.screens.dialogs.dialogs import AskScreen, TellScreen


class Export(Command["RecordsScreen"]):
    """Write the record as PDF, Word, a page or text, for one reader: as it stands, or as a letter to the child."""

    key, words = "e", "Export"

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen)

    def run(self) -> None:
        from supervision_tui.practice import Destination  # noqa: PLC0415 - only now needed
        from supervision_tui.workspace.disclosure.record_review import family_id_of  # noqa: PLC0415 - as above

        workspace = self.screen.workspace
        record = workspace.records.get(self.screen.chosen)
        wanted = [Wanted("record", record.id, f"This record: {record.title}")]
        if record.destination is Destination.CHILD_FILE:
            wanted.append(Wanted("letter", record.id, "A letter to the child, from this entry"))
        if record.destination is not Destination.SUPERVISION_RECORD:
            family = family_id_of(workspace, record)
            there = tuple(
                one
                for one in workspace.records.all()
                if one.destination is not Destination.SUPERVISION_RECORD and family_id_of(workspace, one) == family
            )
            wanted.append(Wanted("record", family, f"Every record of family {family}: {len(there)} files", there))
        choose_document(self.screen.app, wanted)


class WriteOfFamily(Command["FamiliesScreen"]):
    """Write a document of this family for one reader: chronology, hand-over, genogram sheet, your visit card."""

    key, words = "d", "Document"

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen)

    def run(self) -> None:
        from supervision_tui.session import first_name  # noqa: PLC0415 - only now needed

        family = self.screen.workspace.families.get(self.screen.chosen)
        wanted = [
            Wanted("genogram", family.id, "The genogram, with who is in it"),
            Wanted("transfer", family.id, "A summary for whoever goes on with this family"),
        ]
        wanted += [
            Wanted("chronology", f"{family.id}/{child.id}", f"What happened to {first_name(family, child.id)}")
            for child in family.focus_children()
        ]
        wanted.append(Wanted("visit-card", family.id, "Your own card for the visit that is prepared"))
        choose_document(self.screen.app, wanted)


class WriteOfPerson(Command["PeopleScreen"]):
    """Write the supervision agreement, or what somebody learnt, for the professional record."""

    key, words = "d", "Document"

    @property
    def possible(self) -> bool:
        return self.screen.person is not None

    def run(self) -> None:
        one = self.screen.person
        if one is not None:
            wanted = [
                Wanted("agreement", one.id, f"The supervision agreement with {one.name}"),
                Wanted("learning", one.id, f"What {one.name} learnt"),
            ]
            choose_document(self.screen.app, wanted)


GOES_ON = {"-", "–"}
"""Typed in the place of a day: involvement goes on after all."""


class InvolvementEnded(Command["FamiliesScreen"]):
    """Your team's involvement with this family ended: 28 days later its working space should go, if you say so then."""

    key, words, quiet = "e", "Involvement ended", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen)

    def run(self) -> None:
        family, workspace, app = self.screen.chosen, self.screen.workspace, self.screen.app
        start = (workspace.involvements.of(family).ended or workspace.today()).isoformat()
        question = f"On which day did involvement with {family} end? (- if it goes on)"

        def noted(words: str | None) -> None:
            from supervision_tui.workspace.notebook.retention import RetentionSchedule  # noqa: PLC0415 - only now needed

            if words is None:
                return
            goes_on = words.strip() in GOES_ON
            try:
                day = None if goes_on else date.fromisoformat(words.strip())
            except ValueError:
                app.push_screen(TellScreen("No day", f"'{words}' is not a day. Write it as 2026-11-24."))
                return
            goes = RetentionSchedule(workspace).end_involvement(family, day)
            told = f"Involvement with {family} goes on; nothing of it has a day to go."
            if goes:
                told = (
                    f"The working space of {family} should go on {day_in_words(goes)}. Nothing goes by itself: "
                    "Notebook (n on Today), What should go (g), asks you then."
                )
            app.push_screen(TellScreen("Noted", told))

        app.push_screen(AskScreen(question, "2026-11-24", start), noted)
