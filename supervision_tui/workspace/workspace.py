"""An open vault with everything on its shelves: what a screen or a command holds while it works."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supervision_tui.days import weekday_in_words
from supervision_tui.family import Family, load_family
from supervision_tui.practice import Framework, SessionTemplate
from supervision_tui.records import Record, SessionRecords, private_card, split_session
from supervision_tui.session import Session, SessionEditor, SessionStatus
from supervision_tui.session.meeting_steps import part_of_meeting
from supervision_tui.text import Line
from supervision_tui.vault import Vault, VaultError, Writer
from supervision_tui.workspace.backups import copy_due
from supervision_tui.workspace.editing.family_editor import Board
from supervision_tui.workspace.running.meeting import Meeting, part_id
from supervision_tui.workspace.running.single_session import Sitting
from supervision_tui.workspace.running.visit_review import brought_along
from supervision_tui.workspace.store.disclosure_log import GivenShelf
from supervision_tui.workspace.store.draft_recovery import Left, LeftShelf
from supervision_tui.workspace.store.families import Families, Layouts, Records
from supervision_tui.workspace.store.involvement import Involvements
from supervision_tui.workspace.store.people import People
from supervision_tui.workspace.store.repository import Shelf
from supervision_tui.workspace.store.search import Found, find
from supervision_tui.workspace.store.session_formats import Formats
from supervision_tui.workspace.store.session_index import FamilyLines, Summaries
from supervision_tui.workspace.store.sessions import Sessions
from supervision_tui.workspace.store.settings import Owner, Owners, SettingsShelf
from supervision_tui.workspace.suggestions import Curiosities

if TYPE_CHECKING:
    from supervision_tui.genogram import Layout
    from supervision_tui.workspace.store.family_import import Brought

LONGEST_WAIT = 20.0
"""Seconds that closing waits for the last save; a slow disk must not keep the terminal for ever."""


class Workspace:
    """An open vault.

    Args:
        vault: open, and closed by :meth:`close`.
        owner: the person whose notebook it is.
        throw_away: the folder to remove on closing, for a demonstration.
        demo_key: what opens the demonstration again after it was locked; nobody is told it.
    """

    def __init__(self, vault: Vault, owner: Owner, *, throw_away: Path | None = None, demo_key: str = "") -> None:
        self.vault = vault
        self.me = me = owner.name
        self.throw_away = throw_away
        self.demo_key = demo_key
        self.writer = Writer(vault)
        self._owner = owner
        self._owners = Owners(vault, self.writer, me)
        self.formats = Formats(lambda: self._owner.framework)
        self.families = Families(vault, self.writer, me)
        self.layouts = Layouts(vault, self.writer, me)
        self.records = Records(vault, self.writer, me)
        self.family_lines = FamilyLines(vault)
        self.involvements = Involvements(vault, self.writer, me)
        self.curiosities = Curiosities(vault, self.writer, me)
        self.given = GivenShelf(vault, self.writer, me)
        self.left = LeftShelf(vault, self.writer, me)
        self.settings = SettingsShelf(vault, self.writer, me)
        self.sessions = Sessions(vault, self.writer, me, self.families, self.formats)
        self.people = People(vault, self.writer, me, self.sessions.summaries)

    @property
    def shelves(self) -> list[Shelf[Any]]:
        """Every shelf: what the notebook holds, by kind."""
        return [one for one in vars(self).values() if isinstance(one, Shelf)]

    @property
    def summaries(self) -> Summaries:
        """Every session as lists need it."""
        return self.sessions.summaries

    @property
    def framework(self) -> Framework:
        """The practice framework that the owner works by."""
        return self.formats.framework

    def choose_framework(self, framework_id: str) -> Framework:
        """Work by another framework: its formats and lenses come first, its cards are at hand."""
        self._owner = self._owner.model_copy(update={"framework": framework_id})
        self._owners.find(Owners.ID)
        self._owners.put(self._owner, Owners.ID)
        return self.framework

    def begin(self, template: SessionTemplate, family_id: str, facilitator: Line) -> Sitting:
        """Begin a session of *template* about the family called *family_id* (empty for formats without one)."""
        return self._sitting(self.sessions.begin(template, family_id, facilitator))

    def board(self, family_id: str, told: Callable[[Family], None] = lambda _family: None) -> Board:
        """The family of that id on the drawing board; every step is kept, and *told* to whoever shows the family."""

        def keep(family: Family) -> None:
            self.families.put_soon(family, family.id)
            told(family)

        def place(layout: Layout) -> None:
            self.layouts.put_soon(layout, family_id)

        placed = self.layouts.find(family_id)
        return Board(self.families.get(family_id), keep, placed=placed, place=place, today=self.today())

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

    def prepare(self, family_id: str) -> Sitting | Meeting:
        """Prepare a visit to a family: gone on with where a preparation was left open, begun otherwise."""
        template = next(template for template in self.formats if template.followed_by)
        for session in self.sessions.all():
            if (session.template_id, session.family_id, session.status) == (template.id, family_id, SessionStatus.OPEN):
                return self.resume(session.id)
        sitting = self.begin(template, family_id, self.me)
        self.curiosities.hand_over(family_id, sitting)
        return sitting

    def family_called(self, family: str) -> str:
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
            self.families.bring_in(path)
        return found.id

    def visit_card(self, family: str) -> Record | None:
        """The card of the visit to *family* that was prepared last, for its author; ``None`` where there is none."""
        for one in self.sessions.prepared():
            if one.family_id == family:
                session = self.sessions.with_private(one.session_id)
                return private_card(session, self.formats.of(session), self.families.get(family))
        return None

    def begin_meeting(self, template: SessionTemplate, families: Sequence[str], facilitator: Line) -> Meeting:
        """Begin a meeting of *template* that speaks of the *families* of these ids."""
        return self._meeting(self.sessions.begin_meeting(template, families, facilitator))

    def resume(self, session_id: str) -> Sitting | Meeting:
        """Go on with a session that was left; for a part of a meeting, with the meeting."""
        session = self.sessions.get(session_id)
        if session.meeting:
            return self.resume(session.meeting)
        editor = self.sessions.resume(session_id)
        several = self.formats[session.template_id].family == "several"
        return self._meeting(editor) if several else self._sitting(editor)

    def _meeting(self, editor: SessionEditor) -> Meeting:
        template = self.formats[editor.session.template_id]
        theirs = part_of_meeting(template, family=True)

        def open_part(meeting: Session, family: str) -> Sitting:
            name = part_id(meeting.id, family)
            return self._sitting(self.sessions.part_of(meeting, theirs, name, family))

        return Meeting(template, self._sitting(editor), self.sessions, self.records, open_part)

    def _sitting(self, editor: SessionEditor) -> Sitting:
        family_id = editor.session.family_id
        family = self.families.get(family_id) if family_id else None
        before = self.sessions.looked_back_on(editor.session)
        brought = brought_along(before) if before else ()
        return Sitting(
            editor, self.sessions, self.records, family=family, formats=self.formats, me=self.me, brought=brought
        )

    def cut(self, session_id: str) -> SessionRecords:
        """What a session leaves, destination by destination, as it was last saved."""
        session = self.sessions.get(session_id)
        family = self.families.get(session.family_id) if session.family_id else None
        return split_session(session, self.formats.of(session), family)

    def look_at_family_file(self, path: str) -> Brought:
        """Read the family file at *path*; nothing is kept. See :meth:`Families.look_at`."""
        return self.families.look_at(Path(path).expanduser())

    def bring_in_family(self, path: str) -> Family:
        """Read the family file at *path* and keep it at once, where nobody has to be asked."""
        return self.families.bring_in(Path(path).expanduser())

    def find(self, words: str) -> list[Found]:
        """Everything that holds *words* and may be searched, best first."""
        return find(self.vault, words)

    def working_space_words(self, family_id: str) -> str:
        """What the team thought about a family so far, newest session first, as plain text."""
        return "\n\n".join(record.render("txt") for record in self.records.working_space(family_id))

    def put_aside(self, left: Left, wait: float = LONGEST_WAIT) -> str:
        """Bring everything to the disk, and note what was in hand; "" when it is there, otherwise a sentence.

        The vault stays open, so that nothing is lost where the disk refuses. *wait* is in seconds.
        """
        try:
            self.writer.retry()
            if not self.writer.flush(wait):
                return "The disk is very slow: the last words are still on their way to it."
            if not self.vault.read_only or left.words:
                self.left.put(left.and_before(self.left.get()))
        except VaultError as error:
            return str(error)
        return "The disk did not take the last words." if self.writer.unsaved else ""

    def copy_if_due(self) -> str:
        """Make today's copy of the vault unless there is one; a sentence where that did not work, else ""."""
        if self.throw_away or self.vault.read_only or not copy_due(self.vault.folder):
            return ""
        try:
            self.vault.backup_dated()
        except VaultError as error:
            return f"Today's copy of the notebook could not be made. {error}"
        return ""

    def close(self, *, keep: bool = False) -> str:
        """Finish saving, close the vault, drop the keys; returns in words what became of the last changes.

        A demonstration is thrown away, unless *keep* says that it is kept for another opening.
        """
        try:
            done = self.writer.close(LONGEST_WAIT)
            unsaved = bool(self.writer.unsaved) or not done
        except VaultError:
            unsaved = True
        self.copy_if_due()
        self.vault.close()
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
