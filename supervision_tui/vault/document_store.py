"""The documents of one open vault: each call is one transaction, and the newest line is remembered after it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from supervision_tui.vault import backups
from supervision_tui.vault.disk import disk_reserve
from supervision_tui.vault.errors import (
    ConflictError,
    DiskFullError,
    DocumentNotFoundError,
    PrivateLockedError,
    VaultError,
)
from supervision_tui.vault.storage import retention, revisions
from supervision_tui.vault.storage import search as searching
from supervision_tui.vault.storage.documents import Document, Due, Heading, Hit, Kept, Removed, Revision, Save
from supervision_tui.vault.storage.revisions import Line
from supervision_tui.vault.storage.tables import document, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from supervision_tui.vault.opening import Opened
    from supervision_tui.vault.storage.author_keys import PrivateKeys
    from supervision_tui.vault.storage.rollback_guard import Head

MOST_NAMED = 400
"""Documents that a query names one by one; beyond that all of the kind are read."""


class Shelf:
    """Saves, reads and deletes; :class:`supervision_tui.vault.vault.Vault` documents each call."""

    def __init__(self, opened: Opened, private: PrivateKeys, now: Callable[[], datetime]) -> None:
        self._folder = opened.folder
        self._database = opened.database
        self._memory = opened.memory
        self._private = private
        self._now = now

    def put(self, save: Save) -> Document:
        """See ``Vault.put``; on a full disk once more with the reserve given up."""
        try:
            return self._put(save)
        except DiskFullError:
            if not disk_reserve.give_up(self._folder):
                raise
            return self._put(save)

    def _put(self, save: Save) -> Document:
        with self._database.writing() as connection:
            old = revisions.current(connection, save.kind, save.id)
            if old is not None:
                _same_privacy(old, save)
            content = self._content(connection, save)
            standing = old.version if old is not None else 0
            if old is not None and save.base == standing and _same(connection, old, save, content):
                saved_at = datetime.fromisoformat(old.saved_at)
                return Document(save.kind, save.id, standing, old.author, saved_at, save.title, save.body)
            line = self._line(connection, save, standing, content)
            newest = revisions.save(connection, line, save.search) if line.action == "save" else _keep(connection, line)
        self._memory.remember(newest)
        if line.action == "conflict":
            raise self._conflict(line, newest, save.body)
        return Document(
            save.kind, save.id, line.version, save.author, line.saved_at, save.title, save.body, save.sealed
        )

    def _line(self, connection: Connection, save: Save, standing: int, content: bytes) -> Line:
        """The line that a save adds: a new version, or a conflict with the *standing* one."""
        last = standing or revisions.last_version(connection, save.kind, save.id)
        fits = save.base == standing
        return Line(
            kind=save.kind,
            id=save.id,
            version=last + 1 if fits else last,
            base=save.base,
            author=save.author,
            saved_at=self._now(),
            action="save" if fits else "conflict",
            title="" if save.sealed else save.title,
            body=content,
            draft=save.draft,
            sealed=save.sealed,
        )

    def get(self, kind: str, ident: str, version: int | None) -> Document:
        """See ``Vault.get``."""
        with self._database.reading() as connection:
            standing = revisions.current(connection, kind, ident)
            if standing is None:
                message = "This document is not in the vault; it was deleted or never saved."
                raise DocumentNotFoundError(message)
            if version is None or version == standing.version:
                row = revisions.at_seq(connection, standing.seq)
            else:
                row = revisions.at_version(connection, kind, ident, version)
        if row is None or row.body is None:
            message = (
                f"Version {version} of this document was not kept; the ones before and after it are in its history."
            )
            raise DocumentNotFoundError(message)
        title, body = self._words(row)
        saved_at = datetime.fromisoformat(row.saved_at)
        return Document(kind, ident, row.version, row.author, saved_at, title, body, row.sealed)

    def bodies(self, kind: str, idents: Collection[str]) -> dict[str, tuple[int, str]]:
        """See ``Vault.bodies``."""
        query = (
            select(document.c.id, document.c.version, revision.c.body)
            .join(revision, revision.c.seq == document.c.seq)
            .where(document.c.kind == kind, document.c.sealed.is_(False), revision.c.body.is_not(None))
        )
        if len(idents) <= MOST_NAMED:
            query = query.where(document.c.id.in_(list(idents)))
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return {row.id: (row.version, revisions.unpacked(row.body)) for row in rows if row.id in idents}

    def version(self, kind: str, ident: str) -> int:
        """See ``Vault.version``."""
        with self._database.reading() as connection:
            standing = revisions.current(connection, kind, ident)
        return standing.version if standing is not None else 0

    def headings(self, kind: str) -> list[Heading]:
        """See ``Vault.list``."""
        query = (
            select(document).where(document.c.kind == kind).order_by(document.c.saved_at.desc(), document.c.seq.desc())
        )
        with self._database.reading() as connection:
            found = [revisions.heading(row) for row in connection.execute(query)]
        return [heading for heading in found if not heading.sealed or self._private.is_open(heading.author)]

    def kinds(self) -> list[str]:
        """See ``Vault.kinds``."""
        with self._database.reading() as connection:
            return sorted(connection.execute(select(document.c.kind).distinct()).scalars())

    def history(self, kind: str, ident: str) -> list[Revision]:
        """See ``Vault.history``."""
        query = select(revision).where(revision.c.kind == kind, revision.c.id == ident).order_by(revision.c.seq)
        with self._database.reading() as connection:
            return [revisions.history_line(row) for row in connection.execute(query)]

    def kept(self) -> list[Kept]:
        """See ``Vault.kept``."""
        query = select(revision).where(revision.c.action == "conflict", revision.c.body.is_not(None))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(revision.c.seq)).all()
        return [revisions.kept(row, self._words_if_open(row)) for row in rows]

    def settle(self, kept: Kept, author: str) -> None:
        """See ``Vault.settle``."""
        with self._database.writing() as connection:
            if not revisions.blank(connection, (revision.c.seq == kept.seq) & (revision.c.action == "conflict")):
                message = "This text is not kept any more."
                raise DocumentNotFoundError(message)
            line = Line(kept.kind, kept.id, kept.base, kept.base, author, self._now(), "settle")
            newest = revisions.append(connection, line)
        self._memory.remember(newest)

    def delete(self, kind: str, ident: str, author: str, reason: str) -> Removed:
        """See ``Vault.delete``."""
        with self._database.writing() as connection:
            standing = revisions.current(connection, kind, ident)
            if standing is None:
                message = "This document is not in the vault; it was deleted already or never saved."
                raise DocumentNotFoundError(message)
            retention.refuse_if_held(connection, kind, ident)
            retention.forget(connection, kind, ident)
            version = standing.version
            line = Line(kind, ident, version, version, author, self._now(), "delete", note=reason)
            newest, emptied = revisions.remove(connection, kind, ident, line)
        self._memory.remember(newest)
        self._database.shrink_log()
        copies = tuple(backups.listed(backups.folder_of(self._folder)))
        return Removed(kind, ident, emptied, copies)

    def tidy(self) -> None:
        """See ``Vault.tidy``."""
        with self._database.reading() as connection:
            if not revisions.to_tidy(connection):
                return
        with self._database.writing() as connection:
            revisions.tidy(connection)
        self._database.shrink_log()

    def set_due(self, kind: str, ident: str, day: date | None, author: str, why: str) -> None:
        """See ``Vault.set_due``."""
        text = f"{day.isoformat()}: {why}" if day else f"no day: {why}"
        self._note((kind, ident), author, "due", text, {"due": day.isoformat() if day else None, "why": why})

    def hold(self, kind: str, ident: str, author: str, reason: str) -> None:
        """See ``Vault.hold``."""
        self._note((kind, ident), author, "hold", reason, {"held": reason})

    def release(self, kind: str, ident: str, author: str, reason: str) -> None:
        """See ``Vault.release``."""
        self._note((kind, ident), author, "release", reason, {"held": ""})

    def going(self, by: date | None) -> list[Due]:
        """See ``Vault.going``."""
        with self._database.reading() as connection:
            return retention.going(connection, by)

    def _note(self, key: tuple[str, str], author: str, action: str, note: str, values: dict[str, str | None]) -> None:
        with self._database.writing() as connection:
            version = revisions.last_version(connection, *key)
            line = Line(*key, version, version, author, self._now(), action, note=note)
            newest = retention.note(connection, line, values)
        self._memory.remember(newest)

    def search(self, words: str, kinds: tuple[str, ...] | None, limit: int) -> list[Hit]:
        """See ``Vault.search``."""
        with self._database.reading() as connection:
            return searching.search(connection, words, kinds, limit)

    def _content(self, connection: Connection, save: Save) -> bytes:
        """The body as stored; a sealed one holds its title too."""
        if not save.sealed:
            return revisions.packed(save.body)
        words = revisions.packed(f"{save.title}\0{save.body}")
        return self._private.seal(connection, save.author, f"{save.kind}\n{save.id}", words)

    def _words(self, row: Row[tuple[object, ...]]) -> tuple[str, str]:
        """Title and body of a line that has its text."""
        if not row.sealed:
            return row.title, revisions.unpacked(row.body)
        title, _, body = revisions.unpacked(
            self._private.unseal(row.author, f"{row.kind}\n{row.id}", row.body)
        ).partition("\0")
        return title, body

    def _words_if_open(self, row: Row[tuple[object, ...]]) -> str | None:
        if row.sealed and not self._private.is_open(row.author):
            return None
        return self._words(row)[1]

    def _conflict(self, line: Line, at: Head, body: str) -> ConflictError:
        try:
            theirs = self.get(line.kind, line.id, None)
        except (DocumentNotFoundError, PrivateLockedError):
            theirs = None
        who = f"{theirs.author} saved this" if theirs else "This was deleted or saved by someone else"
        message = f"{who} after you opened it. Both texts are kept: yours waits beside it until you have seen both."
        kept = Kept(at.seq, line.kind, line.id, line.base, line.author, line.saved_at, body)
        return ConflictError(message, theirs=theirs, mine=body, kept=kept)


def _keep(connection: Connection, line: Line) -> Head:
    """Keep a text that lost a race, unless the very same is kept already."""
    query = select(revision).where(
        revision.c.kind == line.kind,
        revision.c.id == line.id,
        revision.c.action == "conflict",
        revision.c.author == line.author,
        revision.c.body == line.body,
    )
    if connection.execute(query).first() is None:
        return revisions.append(connection, line)
    return revisions.head(connection)


def _same(connection: Connection, old: Row[tuple[object, ...]], save: Save, content: bytes) -> bool:
    """Whether a save would add nothing; a deliberate save after an autosave does, and sealed texts never compare."""
    row = None if save.sealed else revisions.at_seq(connection, old.seq)
    return row is not None and row.body == content and row.title == save.title and (save.draft or not row.draft)


def _same_privacy(old: Row[tuple[object, ...]], save: Save) -> None:
    """A private entry stays its author's, and an open document never becomes private over its own history."""
    if old.sealed and (old.author != save.author or not save.sealed):
        message = "This entry is private to someone else, or would stop being private. Nothing was changed."
        raise PrivateLockedError(message)
    if save.sealed and not old.sealed:
        message = "This document was saved in the open, so its history cannot become private. Save it as a new one."
        raise VaultError(message)
