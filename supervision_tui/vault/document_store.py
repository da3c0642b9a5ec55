"""The documents of one open vault: each call is one transaction, and the newest line is noted outside after it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from supervision_tui.vault import backups
from supervision_tui.vault.disk import disk_reserve
from supervision_tui.vault.documents import (
    ConflictCopy,
    DeletionReceipt,
    Heading,
    Revision,
    Save,
    ScheduledDeletion,
    SearchHit,
    StoredDocument,
)
from supervision_tui.vault.errors import (
    ConflictError,
    DiskFullError,
    DocumentNotFoundError,
    PrivateLockedError,
    VaultError,
)
from supervision_tui.vault.storage import queries, retention, revisions
from supervision_tui.vault.storage import search as full_text
from supervision_tui.vault.storage.revisions import LastKept, RevisionRow
from supervision_tui.vault.storage.text_compression import compress, decompress

if TYPE_CHECKING:
    from supervision_tui.vault.open_vault import OpenVault
    from supervision_tui.vault.storage.author_keys import PrivateKeys
    from supervision_tui.vault.storage.database import Transaction
    from supervision_tui.vault.storage.rollback_guard import ChainHead
    from supervision_tui.vault.storage.rows import DocumentRow, LineRow


class DocumentStore:
    """Saves, reads, searches and deletes documents; ``vault.documents``. Safe to use from several threads.

    A document is named by its *kind*, a short word of the caller's, and its *id*, which goes into the history for good
    and so must not tell a name.
    """

    def __init__(self, opened: OpenVault, private: PrivateKeys, now: Callable[[], datetime]) -> None:
        self._folder = opened.folder
        self._database = opened.database
        self._last_seen = opened.last_seen
        self._private = private
        self._now = now
        self._last_kept: LastKept = {}

    def save(self, save: Save) -> StoredDocument:
        """Save a document; when this returns, it is on the disk. Saving what is there already adds nothing.

        On a full disk it is tried once more with the reserve given up.

        Raises:
            ConflictError: someone else saved in between; both texts are kept.
            PrivateLockedError: sealed without an own key, or another author's private entry.
            NotSavedError, VaultReadOnlyError, VaultDamagedError, VaultClosedError: see each one.
        """
        try:
            return self._save(save)
        except DiskFullError:
            self._last_kept.clear()
            if not disk_reserve.give_up(self._folder):
                raise
            return self._save(save)

    def get(self, kind: str, ident: str, version: int | None = None) -> StoredDocument:
        """A document as it stands, or an earlier *version* of it.

        Raises:
            DocumentNotFoundError: there is none, or that version's text was an autosave in between.
            PrivateLockedError: it is private and its author's key is not open.
        """
        with self._database.reading() as transaction:
            current = revisions.current(transaction, kind, ident)
            if current is None:
                message = "This document is not in the vault; it was deleted or never saved."
                raise DocumentNotFoundError(message)
            if version is None or version == current.version:
                row = revisions.at_seq(transaction, current.seq)
            else:
                row = revisions.at_version(transaction, kind, ident, version)
        if row is None or row.body is None:
            message = (
                f"Version {version} of this document was not kept; the ones before and after it are in its history."
            )
            raise DocumentNotFoundError(message)
        title, body = self._title_and_body(row)
        saved_at = datetime.fromisoformat(row.saved_at)
        return StoredDocument(kind, ident, row.version, row.author, saved_at, title, body, row.sealed)

    def bodies(self, kind: str, idents: Collection[str]) -> dict[str, tuple[int, str]]:
        """Version and body of the documents of a *kind* among *idents*, in one look; private and missing ones not."""
        with self._database.reading() as transaction:
            return queries.open_bodies(transaction, kind, idents)

    def version(self, kind: str, ident: str) -> int:
        """The version at which a document stands; 0 when there is none."""
        with self._database.reading() as transaction:
            current = revisions.current(transaction, kind, ident)
        return current.version if current is not None else 0

    def headings(self, kind: str) -> list[Heading]:
        """All documents of a *kind*, newest first; private ones only while their author's key is open."""
        with self._database.reading() as transaction:
            headings = queries.headings(transaction, kind)
        return [heading for heading in headings if not heading.sealed or self._private.is_open(heading.author)]

    def newest_line(self) -> tuple[int, str]:
        """Number and digest of the history's newest line: as long as they stay, no document has changed."""
        with self._database.reading() as transaction:
            newest = revisions.head(transaction)
        return newest.seq, newest.hash

    def kinds(self) -> list[str]:
        """Every kind of which there is a document now, by the alphabet."""
        with self._database.reading() as transaction:
            return queries.kinds(transaction)

    def history(self, kind: str, ident: str) -> list[Revision]:
        """Every line of a document's history, oldest first; also of a deleted one."""
        with self._database.reading() as transaction:
            return queries.history(transaction, kind, ident)

    def conflicts(self) -> list[ConflictCopy]:
        """Texts that lost a race and wait for someone to look at both; body None while private and locked."""
        with self._database.reading() as transaction:
            rows = queries.conflict_rows(transaction)
        return [queries.conflict_copy(row, *self._words_if_open(row)) for row in rows]

    def resolve(self, conflict: ConflictCopy, *, author: str) -> None:
        """Drop a conflicting text after someone has looked at both (having saved what they wanted of it).

        Raises:
            DocumentNotFoundError: it was resolved already.
        """
        with self._database.writing() as transaction:
            if not revisions.redact_conflict(transaction, conflict.seq):
                message = "This text is not kept any more."
                raise DocumentNotFoundError(message)
            base = conflict.base
            note = revisions.settled_note(conflict.seq)
            row = RevisionRow(conflict.kind, conflict.id, base, base, author, self._now(), "settle", note=note)
            newest = revisions.append(transaction, row)
        self._last_seen.remember(newest)

    def delete(self, kind: str, ident: str, *, author: str, reason: str) -> DeletionReceipt:
        """Delete a document with all its versions; a line stays that says who, when and why (*reason*: no names).

        The search finds it no more at once; its words leave the index's own pages with :meth:`purge_deleted_words`.

        Raises:
            DocumentNotFoundError: there is none.
            OnHoldError: a hold forbids it.
            NotSavedError, VaultReadOnlyError: nothing was deleted.
        """
        with self._database.writing() as transaction:
            current = revisions.current(transaction, kind, ident)
            if current is None:
                message = "This document is not in the vault; it was deleted already or never saved."
                raise DocumentNotFoundError(message)
            retention.refuse_if_on_hold(transaction, kind, ident)
            retention.forget(transaction, kind, ident)
            version = current.version
            row = RevisionRow(kind, ident, version, version, author, self._now(), "delete", note=reason)
            newest, emptied = revisions.remove(transaction, kind, ident, row)
        self._last_seen.remember(newest)
        self._database.shrink_log()
        copies = tuple(backups.dated(backups.folder_of(self._folder)))
        return DeletionReceipt(kind, ident, emptied, copies)

    def purge_deleted_words(self) -> None:
        """Take the words of deleted documents out of the search index for good; closing the vault does so too.

        Raises:
            NotSavedError, VaultReadOnlyError: it is still to be done.
        """
        with self._database.reading() as transaction:
            if not revisions.words_to_purge(transaction):
                return
        with self._database.writing() as transaction:
            revisions.purge_words(transaction)
        self._database.shrink_log()

    def set_due(self, kind: str, ident: str, day: date | None, *, author: str, why: str) -> None:
        """Note the *day* that a document should go (None: no day any more) and *why*. Nothing goes by itself.

        Raises:
            DocumentNotFoundError: there is no such document.
        """
        text = f"{day.isoformat()}: {why}" if day else f"no day: {why}"
        iso = day.isoformat() if day else None
        self._note((kind, ident), author, "due", text, partial(retention.note_due, day=iso, why=why))

    def hold(self, kind: str, ident: str, *, author: str, reason: str) -> None:
        """Forbid deleting a document until :meth:`release`; *reason* is shown to who tries (no names).

        Raises:
            DocumentNotFoundError: there is no such document.
            ValueError: no reason is given.
        """
        if not reason.strip():
            message = "Say in a few words why this is put on hold."
            raise ValueError(message)
        held = reason.strip()
        self._note((kind, ident), author, "hold", held, partial(retention.note_hold, reason=held))

    def release(self, kind: str, ident: str, *, author: str, reason: str) -> None:
        """End a hold, and say why.

        Raises:
            DocumentNotFoundError: there is no such document.
        """
        self._note((kind, ident), author, "release", reason, partial(retention.note_hold, reason=""))

    def scheduled_deletions(self, by: date | None = None) -> list[ScheduledDeletion]:
        """What has a day to go (up to *by*, if given), earliest first; without *by*, also what is only on hold."""
        with self._database.reading() as transaction:
            return retention.scheduled(transaction, by)

    def search(self, words: str, *, kinds: Iterable[str] | None = None, limit: int = 50) -> list[SearchHit]:
        """Documents in which every one of *words* begins a word, best first; any text is safe to search for."""
        with self._database.reading() as transaction:
            return full_text.search(transaction, words, tuple(kinds) if kinds is not None else None, limit)

    def matching_ids(self, words: str, kind: str) -> set[str]:
        """The ids of every document of a *kind* that :meth:`search` finds, however many: for a list that narrows."""
        with self._database.reading() as transaction:
            return full_text.matching_ids(transaction, words, kind)

    def _save(self, save: Save) -> StoredDocument:
        with self._database.writing() as transaction:
            current = revisions.current(transaction, save.kind, save.id)
            before = revisions.at_seq(transaction, current.seq) if current is not None else None
            _refuse_change_of_privacy(transaction, current, before, save)
            content = self._content(transaction, save)
            version = current.version if current is not None else 0
            if current is not None and save.base == version and _adds_nothing(before, save, content):
                saved_at = datetime.fromisoformat(current.saved_at)
                return StoredDocument(save.kind, save.id, version, current.author, saved_at, save.title, save.body)
            row = self._new_row(transaction, save, version, content)
            if row.action == "save":
                passage = content if save.search == save.body and not save.sealed else None
                newest = revisions.save(
                    transaction, row, save.search, passage, old=current, before=before, last_kept=self._last_kept
                )
            else:
                newest = revisions.keep_conflict(transaction, row)
        self._last_seen.remember(newest)
        if row.action == "conflict":
            raise self._conflict(row, newest, save)
        return StoredDocument(
            save.kind, save.id, row.version, save.author, row.saved_at, save.title, save.body, save.sealed
        )

    def _new_row(self, transaction: Transaction, save: Save, current: int, content: bytes) -> RevisionRow:
        """The line that a save adds: a new version, or a conflict with the *current* one."""
        last = current or revisions.last_version(transaction, save.kind, save.id)
        fits = save.base == current
        found_by = revisions.search_mark(save.search) if fits and not save.sealed else ""
        return RevisionRow(
            kind=save.kind,
            id=save.id,
            version=last + 1 if fits else last,
            base=save.base,
            author=save.author,
            saved_at=self._now(),
            action="save" if fits else "conflict",
            title="" if save.sealed else save.title,
            body=content,
            note=found_by,
            draft=save.draft,
            sealed=save.sealed,
        )

    def _note(
        self,
        key: tuple[str, str],
        author: str,
        action: str,
        note: str,
        keep: Callable[[Transaction, RevisionRow], ChainHead],
    ) -> None:
        with self._database.writing() as transaction:
            version = revisions.last_version(transaction, *key)
            row = RevisionRow(*key, version, version, author, self._now(), action, note=note)
            newest = keep(transaction, row)
        self._last_seen.remember(newest)

    def _content(self, transaction: Transaction, save: Save) -> bytes:
        """The body as stored; a sealed one holds its title too."""
        if not save.sealed:
            return compress(save.body)
        words = compress(f"{save.title}\0{save.body}")
        return self._private.seal(transaction, save.author, f"{save.kind}\n{save.id}", words)

    def _title_and_body(self, row: LineRow) -> tuple[str, str]:
        """Title and body of a line that has its text."""
        if not row.sealed:
            return row.title, decompress(row.body or b"")
        opened = self._private.unseal(row.author, f"{row.kind}\n{row.id}", row.body or b"")
        title, _, body = decompress(opened).partition("\0")
        return title, body

    def _words_if_open(self, row: LineRow) -> tuple[str, str | None]:
        """Title and body; no title and None while they are private and locked."""
        if row.sealed and not self._private.is_open(row.author):
            return "", None
        return self._title_and_body(row)

    def _conflict(self, row: RevisionRow, at: ChainHead, save: Save) -> ConflictError:
        try:
            theirs = self.get(row.kind, row.id)
        except (DocumentNotFoundError, PrivateLockedError):
            theirs = None
        who = f"{theirs.author} saved this" if theirs else "This was deleted or saved by someone else"
        message = f"{who} after you opened it. Both texts are kept: yours waits beside it until you have seen both."
        conflict = ConflictCopy(
            at.seq, row.kind, row.id, row.base, row.author, row.saved_at, save.body, save.title, save.sealed
        )
        return ConflictError(message, theirs=theirs, mine=save.body, conflict=conflict)


def _adds_nothing(row: LineRow | None, save: Save, content: bytes) -> bool:
    """Whether a save adds nothing to *row*; a deliberate one after an autosave does, and sealed texts never compare."""
    return (
        row is not None
        and not save.sealed
        and row.body == content
        and row.title == save.title
        and (save.draft or not row.draft)
    )


def _refuse_change_of_privacy(
    transaction: Transaction, current: DocumentRow | None, before: LineRow | None, save: Save
) -> None:
    """A private entry stays private and its author's, even after a deletion; an open one never becomes private."""
    if current is not None and current.sealed and current.author != save.author:
        message = "This entry is private to someone else. Nothing was changed."
        raise PrivateLockedError(message)
    # where the list and the line both stand open, all of its history does: none of it could be sealed
    is_open = current is not None and before is not None and not current.sealed and not before.sealed
    if not save.sealed and not is_open and revisions.was_ever_sealed(transaction, save.kind, save.id):
        message = "This entry is private and would stop being so. Nothing was changed."
        raise PrivateLockedError(message)
    if save.sealed and current is not None and not current.sealed:
        message = "This document was saved in the open, so its history cannot become private. Save it as a new one."
        raise VaultError(message)
