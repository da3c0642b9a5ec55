"""Repositories: documents of one kind in the vault, read and kept as pydantic models.

A repository remembers which version of a document it read last, so that every save names the version it started from
and a change made elsewhere is reported, never overwritten.
"""

from __future__ import annotations

import contextlib
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from supervision_tui.text import Line
from supervision_tui.vault import (
    ConflictError,
    DeletionReceipt,
    DocumentNotFoundError,
    Heading,
    Save,
    StoredDocument,
    Vault,
    VaultDamagedError,
    VaultNewerError,
    Writer,
)

ModelT = TypeVar("ModelT", bound=BaseModel)


UNKNOWN_FORM = (
    "“{title}” holds something that this version of the program does not know, so it cannot be shown here. "
    "Nothing of it was changed. Update the program."
)


@dataclass(frozen=True, slots=True)
class Store:
    """Where documents are kept: the *vault*, its one *writer* thread, and the *author* named in every history."""

    vault: Vault
    writer: Writer
    author: Line


class Repository(Generic[ModelT]):
    """Documents of one kind.

    Args:
        store: where they are kept, and by whom.
    """

    kind: ClassVar[str]
    model: type[ModelT]

    def __init__(self, store: Store) -> None:
        self._vault = store.vault
        self._writer = store.writer
        self._author = store.author
        self._versions: dict[str, int] = {}

    def headings(self) -> list[Heading]:
        """What is kept here, newest first, without opening any; nothing where a damaged page holds the list."""
        try:
            return sorted(self._vault.documents.headings(self.kind), key=lambda heading: heading.stamp, reverse=True)
        except VaultDamagedError:
            return []  # the vault is open for reading only from now on, and the person is told

    def has(self, document_id: str) -> bool:
        """Whether there is a document of that id."""
        return any(heading.id == document_id for heading in self._vault.documents.headings(self.kind))

    def get(self, document_id: str) -> ModelT:
        """The document called *document_id* as it was saved last.

        Raises:
            DocumentNotFoundError: there is none of that name.
            VaultNewerError: it holds what this version of the program does not know.
        """
        document = self._vault.documents.get(self.kind, document_id)
        try:
            found = self.model.model_validate_json(document.body)
        except ValidationError:
            raise VaultNewerError(UNKNOWN_FORM.format(title=document.title or document_id)) from None
        self._versions[document_id] = document.version
        return found

    def find(self, document_id: str) -> ModelT | None:
        """As :meth:`get`, or ``None``, also where a damaged page holds it or a newer program wrote it."""
        try:
            return self.get(document_id)
        except (DocumentNotFoundError, VaultDamagedError, VaultNewerError):
            return None

    def all(self) -> list[ModelT]:
        """Every document that can be read, newest first."""
        documents = (self.find(heading.id) for heading in self.headings())
        return [document for document in documents if document is not None]

    def put(self, document: ModelT, document_id: str, *, author: str = "") -> StoredDocument:
        """Save now and return when it is on the disk; by the owner, unless it came from another *author*.

        Raises:
            VaultError: it could not be saved; the message says why and what to do.
        """
        base = self._versions.get(document_id, 0)
        saved = self._vault.documents.save(self._save_of(document, document_id, base, author))
        self._versions[document_id] = saved.version
        return saved

    def keep_beside(self, document: ModelT, document_id: str, *, author: str) -> None:
        """Keep *document* beside the one that stands, for a person to look at both; what stands is not touched.

        Raises:
            VaultError: it could not be kept.
        """
        with contextlib.suppress(ConflictError):  # as it is meant: what is said to grow from nothing waits beside
            self._vault.documents.save(self._save_of(document, document_id, 0, author))

    def submit(self, document: ModelT, document_id: str, *, draft: bool = False) -> Future[StoredDocument]:
        """Hand to the writer; the future is done when it is on the disk. A *draft* may give way to a later one."""
        save = self._save_of(document, document_id, self._versions.get(document_id, 0))
        future = self._writer.submit(replace(save, draft=draft))
        future.add_done_callback(lambda done: self._note_version(document_id, done))
        return future

    def _save_of(self, document: ModelT, document_id: str, base: int, author: str = "") -> Save:
        return Save(
            self.kind,
            document_id,
            document.model_dump_json(),
            author=author or self._author,
            base=base,
            title=self.title_of(document),
            search=self.words_of(document),
        )

    def drop(self, document_id: str, reason: str) -> DeletionReceipt:
        """Delete a document with all its versions; the *reason* stays in the history and must name nobody.

        Raises:
            VaultError: it is on hold, or the disk refused; nothing was deleted.
        """
        self._writer.flush()
        removed = self._vault.documents.delete(self.kind, document_id, author=self._author, reason=reason)
        self._versions.pop(document_id, None)
        return removed

    def _note_version(self, document_id: str, done: Future[StoredDocument]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._versions[document_id] = max(done.result().version, self._versions.get(document_id, 0))

    def title_of(self, document: ModelT) -> str:
        """The words that a list shows for *document*; "" for kinds that are in no list."""
        del document
        return ""

    def words_of(self, document: ModelT) -> str:
        """The words by which a search may find *document*: none unless its destination allows."""
        del document
        return ""
