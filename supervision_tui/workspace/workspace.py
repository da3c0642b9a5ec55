"""An open vault with its repositories: what a screen or a command holds while it works."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supervision_tui import records
from supervision_tui.days import weekday_in_words
from supervision_tui.family import Family, load_family
from supervision_tui.family.formats import Progress, no_progress
from supervision_tui.family.recognition import forget_recognisers
from supervision_tui.people import OWNER_ID
from supervision_tui.practice import Framework, SessionTemplate
from supervision_tui.session import Session, SessionEditor, SessionStatus
from supervision_tui.session.meeting_steps import part_of_meeting
from supervision_tui.text import Line
from supervision_tui.vault import Vault, VaultError, Writer
from supervision_tui.workspace import editing, running
from supervision_tui.workspace.backups import backup_due
from supervision_tui.workspace.catalogue import catalogue_of, stages_with
from supervision_tui.workspace.organisation import organisation
from supervision_tui.workspace.paths import copies_folder
from supervision_tui.workspace.store import (
    Contacts,
    DisclosureLog,
    Exchanges,
    Families,
    FamilyOutlines,
    FamilyStories,
    InvolvementRepository,
    Layouts,
    Owner,
    OwnerRepository,
    PendingPairings,
    People,
    Received,
    RecordOutlines,
    Records,
    RecoveredInput,
    RecoveredInputStore,
    Repository,
    SearchHit,
    SessionFormats,
    SessionIndex,
    Sessions,
    SettingsRepository,
    StepLog,
    Store,
    search_vault,
)
from supervision_tui.workspace.store.search import HIDDEN_PASSAGE
from supervision_tui.workspace.suggestions import SuggestionLog

if TYPE_CHECKING:
    from supervision_tui.genogram import Layout
    from supervision_tui.practice.catalogue import Catalogue
    from supervision_tui.records import Record, SessionRecords
    from supervision_tui.workspace.editing import FamilyEditor
    from supervision_tui.workspace.running import SessionController, SessionPart
    from supervision_tui.workspace.store import FamilyImport

LONGEST_WAIT = 20.0
"""Seconds that closing waits for the last save; a slow disk must not keep the terminal for ever."""


class Workspace:
    """An open vault.

    Args:
        vault: open, and closed by :meth:`close`.
        owner: the person whose notebook it is.
        throw_away: the folder to remove on closing, for a demonstration.
        demo_key: what opens the demonstration again after it was locked; nobody is told it.

    Attributes:
        author: the name that everything of the owner's is saved under in the vault; never changed.
    """

    def __init__(self, vault: Vault, owner: Owner, *, throw_away: Path | None = None, demo_key: str = "") -> None:
        self.vault = vault
        self.author = owner.name
        self.throw_away = throw_away
        self.demo_key = demo_key
        self.writer = Writer(vault)
        store = Store(vault, self.writer, owner.name)
        self._owner = owner
        self._owners = OwnerRepository(store)
        self.formats = SessionFormats(self._framework_id)
        self.families = Families(store)
        self.layouts = Layouts(store)
        self.records = Records(store)
        self.record_outlines = RecordOutlines(vault)
        self.family_outlines = FamilyOutlines(vault)
        self.involvements = InvolvementRepository(store)
        self.suggestions = SuggestionLog(store)
        self.disclosures = DisclosureLog(store)
        self.recovered_input = RecoveredInputStore(store)
        self.settings = SettingsRepository(store)
        self.contacts = Contacts(store)
        self.pending_pairings = PendingPairings(store)
        self.exchanges = Exchanges(store)
        self.received = Received(store)
        self.step_log = StepLog(store)
        self.sessions = Sessions(
            store,
            self.families,
            self.formats,
            self.received,
            step_log=self.step_log,
            directory=lambda: self.people.directory,
        )
        self.stories = FamilyStories(vault, self.families, self.sessions.summaries)
        self.people = People(store, self.sessions.summaries, lambda: self._owner)

    @property
    def me(self) -> Line:
        """The owner's name as it is shown: told apart from that of anybody else of the same name."""
        return Line(self.people.directory.shown(OWNER_ID, self.author))

    @property
    def repositories(self) -> list[Repository[Any]]:
        """Every repository of documents."""
        return [value for value in vars(self).values() if isinstance(value, Repository)]

    @property
    def summaries(self) -> SessionIndex:
        """Every session as lists need it."""
        return self.sessions.summaries

    @property
    def framework(self) -> Framework:
        """The practice framework that the owner works by."""
        return self.formats.framework

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every tool, prompt and card, to be found by a few letters."""
        return catalogue_of(self.formats.library)

    def stages_with(self, method_id: str) -> list[str]:
        """The stages that bring a way of working, in words."""
        return stages_with(self.formats.library, method_id)

    def choose_framework(self, framework_id: str) -> Framework:
        """Work by another framework: its formats and lenses come first, its cards are at hand.

        Raises:
            FixedByOrganisationError: the organisation has fixed it.
        """
        organisation().refuse_if_fixed("framework")
        self._change_owner(framework=framework_id)
        return self.framework

    def note_owner_on_the_list(self, person: str) -> None:
        """The owner is the person of that id on the list of people, or on it no more (""); ids are kept from now on.

        Raises:
            VaultError: it could not be kept.
        """
        self._change_owner(people_have_ids=True, person=person)

    @property
    def has_person_ids(self) -> bool:
        """Whether ids are kept beside people's names: not yet in a notebook of an earlier program."""
        return self._owner.people_have_ids

    def _change_owner(self, **changes: object) -> None:
        changed = self._owner.model_copy(update=changes)
        self._owners.find(OwnerRepository.ID)
        self._owners.put(changed, OwnerRepository.ID)
        self._owner = changed

    def _framework_id(self) -> str:
        ruled = organisation()
        return ruled.settings.framework if ruled.is_fixed("framework") else self._owner.framework

    def begin(self, template: SessionTemplate, family_id: str, facilitator: Line) -> SessionController:
        """Begin a session of *template* about the family called *family_id* (empty for formats without one)."""
        return self._controller(self.sessions.begin(template, family_id, facilitator))

    def family_editor(self, family_id: str, on_change: Callable[[Family], None] = lambda _family: None) -> FamilyEditor:
        """The family of that id on the drawing board; every step is kept, and *on_change* is called to show it."""

        def keep(family: Family) -> None:
            self.families.submit(family, family.id)
            on_change(family)

        def place(layout: Layout) -> None:
            self.layouts.submit(layout, family_id)

        placed = self.layouts.find(family_id)
        return editing.FamilyEditor(self.families.get(family_id), keep, placed=placed, place=place, today=self.today())

    def new_family(self, title: str) -> Family:
        """An empty family of that title, to be drawn.

        Raises:
            ValueError: it has no title.
        """
        name = Line(title.strip())
        if not name:
            raise ValueError("Please give the family a name that the team will know. Nothing was made.")
        taken = {heading.id for heading in self.families.headings()}
        number = next(number for number in count(1) if f"F{number}" not in taken)
        family = Family(id=f"F{number}", title=name)
        self.families.put(family, family.id)
        return family

    def prepare_visit(self, family_id: str) -> SessionController:
        """Prepare a visit to a family: gone on with where a preparation was left open, begun otherwise."""
        template = next(template for template in self.formats if template.followed_by)
        for session in self.sessions.all():
            if (session.template_id, session.family_id, session.status) == (template.id, family_id, SessionStatus.OPEN):
                return self.resume(session.id)
        controller = self.begin(template, family_id, self.me)
        self.suggestions.hand_over_to_session(family_id, controller)
        return controller

    def resolve_family(self, family: str) -> str:
        """The id of the family of that id, or of the one in the file of that path, which is brought in if it is new.

        Raises:
            ValueError: there is neither, or the file is no family file; the message says what to do.
        """
        if any(heading.id == family for heading in self.families.headings()):
            return family
        path = Path(family).expanduser()
        if not path.exists():
            message = f"There is no family called '{family}' here, and no file of that name."
            raise ValueError(message)
        found = load_family(path)
        if not any(heading.id == found.id for heading in self.families.headings()):
            self.families.import_file(path)
        return found.id

    def visit_card(self, family: str) -> Record | None:
        """The card of the visit to *family* that was prepared last, for its author; ``None`` where there is none."""
        for prepared in self.sessions.prepared():
            if prepared.family_id == family:
                session = self.sessions.with_private(prepared.session_id)
                return records.private_card(session, self.formats.of(session), self.families.get(family))
        return None

    def begin_meeting(self, template: SessionTemplate, families: Sequence[str], facilitator: Line) -> SessionController:
        """Begin a meeting of *template* that speaks of the *families* of these ids."""
        return self._controller(self.sessions.begin_meeting(template, families, facilitator))

    def resume(self, session_id: str) -> SessionController:
        """Go on with a session that was left; for a part of a meeting, with the meeting."""
        session = self.sessions.get(session_id)
        return self._controller(self.sessions.resume(session.meeting or session_id))

    def _controller(self, editor: SessionEditor) -> SessionController:
        template = self.formats[editor.session.template_id]

        def open_part(meeting: Session, family: str) -> SessionPart:
            about_family = part_of_meeting(template, family=True)
            return self._part(self.sessions.part_of(meeting, about_family, running.part_id(meeting.id, family), family))

        titles = self._family_titles
        return running.SessionController(
            template, self._part(editor), self.sessions, me=self.me, open_part=open_part, family_titles=titles
        )

    def _family_titles(self) -> dict[str, str]:
        """The title of every family, by id."""
        return {heading.id: heading.title for heading in self.families.headings()}

    def _other_families(self, family_id: str | None) -> Callable[[], list[Family]]:
        """Every family of the notebook but the one of that id, read when it is asked for."""
        return lambda: [family for family in self.families.all() if family.id != family_id]

    def _part(self, editor: SessionEditor) -> SessionPart:
        family_id = editor.session.family_id
        family = self.stories.family(family_id) if family_id else None
        before = self.sessions.followed_session(editor.session)
        brought = running.review_questions(before) if before else ()
        return running.SessionPart(
            editor,
            self.sessions,
            self.records,
            family=family,
            formats=self.formats,
            brought=brought,
            others=self._other_families(family_id),
        )

    def session_records(self, session_id: str) -> SessionRecords:
        """What a session leaves, destination by destination, as it was last saved."""
        session = self.sessions.get(session_id)
        family = self.families.get(session.family_id) if session.family_id else None
        return records.split_session(session, self.formats.of(session), family)

    def preview_family_file(self, path: str, progress: Progress = no_progress, letters: str = "") -> FamilyImport:
        """Read the family file at *path*, by the *letters* that a person chose; *progress* may raise to stop it."""
        return self.families.preview_file(Path(path).expanduser(), progress, letters)

    def import_family(self, path: str) -> Family:
        """Read the family file at *path* and keep it at once, where nobody has to be asked."""
        return self.families.import_file(Path(path).expanduser())

    def find(self, words: str) -> list[SearchHit]:
        """Everything that holds *words* and may be searched, best first."""
        return [self._without_hidden(hit) for hit in search_vault(self.vault, words)]

    def _without_hidden(self, hit: SearchHit) -> SearchHit:
        """*hit*, without its passage where that tells of something kept from somebody of its family."""
        family_id = self._family_of(hit)
        outline = next((known for known in self.family_outlines.all() if known.id == family_id), None)
        if outline is None or not outline.hidden.tells(hit.context):
            return hit
        return replace(hit, context=HIDDEN_PASSAGE, marks=())

    def _family_of(self, hit: SearchHit) -> str:
        """The id of the family that *hit* tells of, or ""."""
        if hit.kind in {"family", "received", "steps"}:
            return hit.id
        session_id = hit.id.split(".")[0]
        summary = next((summary for summary in self.summaries.all() if summary.id in {hit.id, session_id}), None)
        return (summary.family_id or "") if summary else ""

    def working_space_words(self, family_id: str) -> str:
        """What the team thought about a family so far, newest session first, as plain text."""
        return "\n\n".join(records.render_record(record, "txt") for record in self.records.working_space(family_id))

    def suspend(self, left: RecoveredInput, wait: float = LONGEST_WAIT) -> str:
        """Bring everything to the disk, and note what was in hand; "" when it is there, otherwise a sentence.

        The vault stays open, so that nothing is lost where the disk refuses. *wait* is in seconds.
        """
        try:
            self.writer.retry()
            self.sessions.settle()
            if not self.writer.flush(wait):
                return "The disk is very slow: the last words are still on their way to it."
            if not self.vault.read_only or left.words:
                self.recovered_input.put(left.merged_with(self.recovered_input.get()))
        except VaultError as error:
            return str(error)
        return "The disk did not take the last words." if self.writer.unsaved else ""

    def back_up_if_due(self) -> str:
        """Make today's copy of the vault unless there is one; a sentence where that did not work, else ""."""
        if self.throw_away or self.vault.read_only or not backup_due(self.vault.folder):
            return ""
        try:
            self.vault.backups.make_dated()
        except VaultError as error:
            return f"Today's copy of the notebook could not be made. {error}"
        if copies := copies_folder():
            try:
                copies.mkdir(parents=True, exist_ok=True, mode=0o700)
                self.vault.backups.make_dated(copies)
            except (VaultError, OSError):
                return f"The second copy that your organisation asks for could not be made in {copies}."
        return ""

    def close(self, *, keep: bool = False) -> str:
        """Finish saving, close the vault, drop the keys; returns in words what became of the last changes.

        A demonstration is thrown away, unless *keep* says that it is kept for another opening.
        """
        try:
            self.sessions.settle()
            done = self.writer.close(LONGEST_WAIT)
            unsaved = bool(self.writer.unsaved) or not done
        except VaultError:
            unsaved = True
        self.back_up_if_due()
        self.vault.close()
        self.stories.forget()
        self.step_log.noted_now.clear()
        forget_recognisers()
        if self.throw_away and not keep:
            shutil.rmtree(self.throw_away, ignore_errors=True)
            return "This was a demonstration; it is gone."
        if unsaved:
            return "The last changes could not be saved: look at the disk. Everything before them is safe."
        return "Everything is saved."

    @staticmethod
    def today() -> date:
        """The day by this computer's clock."""
        return date.today()  # noqa: DTZ011 - a person's own calendar day

    def today_in_words(self) -> str:
        """For example ``Thursday 26 November 2026``."""
        return weekday_in_words(self.today())
