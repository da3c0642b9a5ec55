"""The sessions of a workspace: saved while people type, kept apart by who may read what.

What is private to its author stands in a document of its own, locked with the author's key, and goes when the session
closes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from supervision_tui.people import NOBODY, Directory
from supervision_tui.practice import SessionTemplate
from supervision_tui.session import Entry, Hypothesis, PrivatePart, Session, SessionEditor, SessionStatus
from supervision_tui.session.meeting_steps import CHOOSING, part_of_meeting
from supervision_tui.session.present_names import with_present_names
from supervision_tui.text import Line, SafeText
from supervision_tui.vault import DeletionReceipt, DocumentNotFoundError, PrivateLockedError, Save, StoredDocument
from supervision_tui.workspace.store.open_threads import (
    RoleTurn,
    family_ideas,
    last_rehearsal,
    role_turns,
    with_carry_over,
)
from supervision_tui.workspace.store.place_left import OpenSession, OpenSessionList, PreparedVisit, open_session
from supervision_tui.workspace.store.repository import Repository, Store
from supervision_tui.workspace.store.search import words_of_session
from supervision_tui.workspace.store.session_changes import (
    CHANGES,
    SessionChanges,
    WholeSession,
    shared_changes,
    with_changes,
)
from supervision_tui.workspace.store.session_index import SessionIndex, SessionSummary

if TYPE_CHECKING:
    from supervision_tui.workspace.store.exchanges import Received
    from supervision_tui.workspace.store.families import Families
    from supervision_tui.workspace.store.session_formats import SessionFormats
    from supervision_tui.workspace.store.step_log import StepLog

PRIVATE = "session-private"
"""Kind of the documents that hold what is private to their author."""
_ELSEWHERE = (
    "What was written privately in this session opens only on the machine where it was written. It is kept as it is. "
    "What you write privately now is locked with the same key: it is kept beside it, and opens there too."
)


class Sessions(Repository[Session]):
    """Sessions, each a document, with its private part beside it."""

    kind: ClassVar[str] = "session"
    model = Session

    def __init__(
        self,
        store: Store,
        families: Families,
        formats: SessionFormats,
        received: Received,
        *,
        step_log: StepLog,
        directory: Callable[[], Directory],
    ) -> None:
        super().__init__(store)
        self._directory = directory
        self._received = received
        self._step_log = step_log
        self._families = families
        self._formats = formats
        self._private_versions: dict[str, int] = {}
        self._private_elsewhere: dict[str, PrivatePart] = {}
        self._change_versions: dict[str, int] = {}
        self._whole: dict[str, WholeSession] = {}
        self._unsettled: dict[str, Session] = {}
        self.summaries = SessionIndex(store.vault, directory)
        self._open = OpenSessionList(store.vault, self.kind)

    def put(self, document: Session, document_id: str, *, author: str = "") -> StoredDocument:
        """Save now, without what is private in it: that has a document of its own (see :meth:`submit_session`)."""
        return super().put(document.split_private()[0], document_id, author=author)

    def get(self, document_id: str) -> Session:
        """The session as it was saved last, with people named as they are called now.

        Raises:
            DocumentNotFoundError: there is none of that name.
        """
        whole = super().get(document_id)
        if whole.status is SessionStatus.OPEN:
            whole = self._with_changes(whole)
        return with_present_names(whole, self._directory())

    def _with_changes(self, whole: Session) -> Session:
        """*whole* with what was saved of it since it was saved whole."""
        try:
            found = self._vault.documents.get(CHANGES, whole.id)
        except DocumentNotFoundError:
            return whole
        self._change_versions[whole.id] = found.version
        saved = self._vault.documents.get(self.kind, whole.id).saved_at, found.saved_at
        changes = SessionChanges.model_validate_json(found.body)
        return with_changes(whole, self._versions[whole.id], changes, saved=saved)

    def submit(self, document: Session, document_id: str, *, draft: bool = False) -> Future[StoredDocument]:
        """Hand to the writer, without what is private in it."""
        return super().submit(document.split_private()[0], document_id, draft=draft)

    def title_of(self, document: Session) -> str:
        """Format and family reference; never a name."""
        return f"{self._formats[document.template_id].title} · {document.family_ref or 'no family'}"

    def words_of(self, document: Session) -> str:
        """What was written for a file that others read too; nothing private."""
        return words_of_session(document)

    def begin(self, template: SessionTemplate, family_id: str, facilitator: Line) -> SessionEditor:
        """A new session of *template* about the family called *family_id* (empty for formats without one)."""
        now = self.now()
        before = next(
            (
                session
                for session in self.prepared()
                if session.followed_by == template.id and session.family_id == family_id
            ),
            None,
        )
        children = self._families.get(family_id).focus if family_id else ()
        editor = SessionEditor.start(
            template,
            session_id=f"{now:%Y%m%d}-{secrets.token_hex(3)}",
            facilitator=facilitator,
            now=now,
            family_id=family_id or None,
            children=children,
            follows=before.session_id if before else None,
            directory=self._directory(),
        )
        self._take_over(editor)
        self.put(editor.session, editor.session.id)
        return editor

    def begin_meeting(self, template: SessionTemplate, families: Sequence[str], facilitator: Line) -> SessionEditor:
        """The part of a new meeting that is about no family; *families* are the ids of those that it speaks of."""
        choosing = any(stage.activity == CHOOSING for stage in template.stages)
        editor = self.begin(part_of_meeting(template, family=False), "", facilitator)
        chosen = () if choosing else tuple(families[: template.rounds])
        editor.session = editor.session.model_copy(update={"families": tuple(families), "chosen": chosen})
        self.put(editor.session, editor.session.id)
        return editor

    def part_of(self, meeting: Session, template: SessionTemplate, session_id: str, family_id: str) -> SessionEditor:
        """A family's part of *meeting*: gone on with where it was begun, begun otherwise."""
        if self.has(session_id):
            return self.resume(session_id)
        editor = SessionEditor.start(
            template,
            session_id=session_id,
            facilitator=meeting.facilitator,
            now=self.now(),
            family_id=family_id,
            children=self._families.get(family_id).focus,
            meeting=meeting.id,
            directory=self._directory(),
        )
        self._take_over(editor)
        self.put(editor.session, session_id)
        return editor

    def _take_over(self, editor: SessionEditor) -> None:
        editor.session = with_carry_over(editor.session, self.threads())

    def threads(self) -> list[SessionSummary]:
        """Every session, with what came from other notebooks and what became of steps between; the newest first."""
        return self._with_received(self.summaries.all(), self._directory())

    def threads_as_written(self) -> list[SessionSummary]:
        """As :meth:`threads`, with the names as they were written: what goes to another notebook."""
        return self._with_received(self.summaries.as_written(), NOBODY)

    def _with_received(self, own: list[SessionSummary], directory: Directory) -> list[SessionSummary]:
        everything = [*own, *self._received.summaries(directory), *self._step_log.summaries()]
        return sorted(everything, key=lambda summary: summary.started, reverse=True)

    def last_rehearsal(self, family_id: str) -> SafeText:
        """The first words rehearsed last for a family, until somebody has told how the conversation went."""
        return last_rehearsal(self.summaries.all(), family_id)

    def turns(self) -> list[RoleTurn]:
        """Who held which role in the sessions so far; within a role, the person who held it least comes first."""
        return role_turns(self.summaries.all())

    def ideas(self, family_id: str) -> tuple[Hypothesis, ...]:
        """Every idea of the team about a family, with its history; what was dropped too."""
        return family_ideas(self.threads(), family_id)

    def discard_empty(self, session_id: str, reason: str) -> None:
        """Delete a session in which nothing was written."""
        self._writer.flush()
        self._forget(session_id, reason)
        self.drop(session_id, reason)

    def resume(self, session_id: str) -> SessionEditor:
        """Go on with a session that was left, with what is private to the person who opened the vault.

        What is private and opens only on another machine stays there (:meth:`private_elsewhere`).
        """
        session = self.get(session_id)
        private = PrivatePart()
        try:
            found = self._vault.documents.get(PRIVATE, session_id)
        except DocumentNotFoundError:
            pass
        except PrivateLockedError:
            self._private_elsewhere.setdefault(session_id, private)
        else:
            self._private_versions[session_id] = found.version
            private = self._private_part(found.body)
        return SessionEditor.resume(session.joined(private), self._formats.of(session), self.now(), self._directory())

    def private_elsewhere(self, session_id: str) -> str:
        """A sentence where what is private in a session opens on another machine only, else ""."""
        return _ELSEWHERE if session_id in self._private_elsewhere else ""

    def submit_session(self, session: Session) -> list[Future[StoredDocument]]:
        """Hand *session* to the writer, its private part apart and locked.

        Of a long session only what changed since it was saved whole.
        """
        whole = self._whole.get(session.id)
        changed = whole.changed_entries(session) if whole is not None else None
        if whole is None or changed is None:
            private = session.private_part()
            futures = [self._submit_whole(session)]
        else:
            private = whole.private_part(session, changed)
            futures = [self._submit_changes(session, changed, whole.version)]
        if self._private_elsewhere.get(session.id) == private:
            return futures
        if not private.empty or session.id in self._private_versions:
            if session.id in self._private_elsewhere:
                self._private_elsewhere[session.id] = private
            futures.append(
                self._writer.submit(
                    Save(
                        PRIVATE,
                        session.id,
                        private.model_dump_json(),
                        author=self._author,
                        base=self._private_versions.setdefault(session.id, 0),
                        sealed=True,
                        draft=True,
                    )
                )
            )
        return futures

    def _submit_whole(self, session: Session) -> Future[StoredDocument]:
        self._whole.pop(session.id, None)
        self._unsettled.pop(session.id, None)
        future = self.submit(session, session.id, draft=True)

        def note(done: Future[StoredDocument]) -> None:
            if not done.cancelled() and done.exception() is None:
                self._whole[session.id] = WholeSession(session, done.result().version)

        future.add_done_callback(note)
        return future

    def _submit_changes(self, session: Session, changed: tuple[Entry, ...], version: int) -> Future[StoredDocument]:
        self._unsettled[session.id] = session
        changes = shared_changes(session, changed, version)
        save = Save(
            CHANGES,
            session.id,
            changes.model_dump_json(),
            author=self._author,
            base=self._change_versions.get(session.id, 0),
            title=self.title_of(session),
            search=words_of_session(changes.session),
            draft=True,
        )
        future = self._writer.submit(save)

        def note(done: Future[StoredDocument]) -> None:
            if not done.cancelled() and done.exception() is None:
                self._change_versions[session.id] = done.result().version

        future.add_done_callback(note)
        return future

    def settle(self) -> None:
        """Save whole what was saved by its changes: the notebook is about to be locked or closed."""
        for session in list(self._unsettled.values()):
            self._submit_whole(session)

    def drop(self, document_id: str, reason: str) -> DeletionReceipt:
        """Delete a session with all its versions, and what was saved of its changes.

        Raises:
            VaultError: it is on hold, or the disk refused; nothing was deleted.
        """
        receipt = super().drop(document_id, reason)
        self._drop_changes(document_id, reason)
        return receipt

    def _drop_changes(self, session_id: str, reason: str) -> None:
        self._whole.pop(session_id, None)
        self._unsettled.pop(session_id, None)
        if version := self._vault.documents.version(CHANGES, session_id):
            self._change_versions[session_id] = version
            self._vault.documents.delete(CHANGES, session_id, author=self._author, reason=reason)

    def close(self, session: Session) -> Session:
        """Keep *session* as it stands at its close.

        What was private in it is deleted with every copy of it in the vault, unless another format looks back on it;
        what was private in the one that it looked back on goes now.
        """
        self._writer.flush()
        self.put(session, session.id)
        self._drop_changes(session.id, "the session closed")
        if session.follows:
            self._forget(session.follows, "it was looked back on")
        if not self._formats[session.template_id].followed_by:
            self._forget(session.id, "the session closed")
        return session

    def _forget(self, session_id: str, reason: str) -> None:
        """Delete what is private in a session; a save that comes later does not bring it back unseen."""
        if version := self._vault.documents.version(PRIVATE, session_id):
            self._private_versions[session_id] = version
            self._vault.documents.delete(PRIVATE, session_id, author=self._author, reason=reason)

    def prepared(self) -> list[PreparedVisit]:
        """What was prepared and not looked back on yet, newest first."""
        private = {heading.id for heading in self._vault.documents.headings(PRIVATE)}
        return [
            PreparedVisit(session.id, follower, session.family_id or "", session.family_ref, session.touched.date())
            for heading in self.headings()
            if heading.id in private
            and (session := self.get(heading.id)).status is not SessionStatus.OPEN
            and (follower := self._formats[session.template_id].followed_by)
        ]

    def followed_session(self, session: Session) -> Session | None:
        """The session that *session* follows, with what its author kept private; ``None`` when that is gone."""
        if session.follows is None:
            return None
        try:
            return self.with_private(session.follows)
        except (DocumentNotFoundError, PrivateLockedError):
            return None

    def with_private(self, session_id: str) -> Session:
        """The session called *session_id* with what its author kept private.

        Raises:
            DocumentNotFoundError: the session, or its private part, is gone.
            PrivateLockedError: it was written by somebody else.
        """
        found = self._vault.documents.get(PRIVATE, session_id)
        return self.get(session_id).joined(self._private_part(found.body))

    def _private_part(self, body: str) -> PrivatePart:
        return with_present_names(PrivatePart.model_validate_json(body), self._directory())

    def open_sessions(self) -> list[OpenSession]:
        """Sessions to go on with, newest first."""
        found, titles = [], {heading.id: heading.title for heading in self._families.headings()}
        for session in self._left_open():
            if session.meeting is None:
                template = self._formats[session.template_id]
                found.append(open_session(session, self._parts_of(session), template, titles))
        return found

    def _left_open(self) -> list[Session]:
        """The sessions that are open, the one that began last first; of all others only that is looked for."""
        found = [session for ident in self._open.maybe_open(self.headings()) if (session := self.find(ident))]
        left = [session for session in found if session.status is SessionStatus.OPEN]
        return sorted(left, key=lambda session: session.started, reverse=True)

    def _parts_of(self, meeting: Session) -> dict[str, Session]:
        """The parts of *meeting* that were begun, by the id of their family."""
        begun = {family: f"{meeting.id}-{family}" for family in meeting.families}
        return {family: self.get(part) for family, part in begun.items() if self.has(part)}

    @staticmethod
    def now() -> datetime:
        """The time by this computer's clock."""
        return datetime.now(UTC)
