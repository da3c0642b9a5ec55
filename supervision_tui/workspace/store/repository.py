"""What is common to the shelves of a workspace: documents of one kind, read and kept as pydantic models.

A shelf remembers which version of a document it read last, so that every save names the version it started from and a
change made elsewhere is told, never overwritten.
"""

from __future__ import annotations

from concurrent.futures import Future
from typing import ClassVar, Generic, TypeVar

from pydantic import BaseModel

from supervision_tui.vault import Document, DocumentNotFoundError, Heading, Removed, Vault, VaultDamagedError, Writer

Model = TypeVar("Model", bound=BaseModel)


class Shelf(Generic[Model]):
    """Documents of one kind.

    Args:
        vault: where they are kept.
        writer: the one thread that writes.
        author: who is named in the history of each document.
    """

    kind: ClassVar[str]
    model: type[Model]

    def __init__(self, vault: Vault, writer: Writer, author: str) -> None:
        self._vault = vault
        self._writer = writer
        self._author = author
        self._versions: dict[str, int] = {}

    def headings(self) -> list[Heading]:
        """What stands here, newest first, without opening any; nothing where a damaged page holds the list."""
        try:
            return sorted(self._vault.list(self.kind), key=lambda heading: heading.saved_at, reverse=True)
        except VaultDamagedError:
            return []  # the vault is open for reading only from now on, and the person is told

    def get(self, document_id: str) -> Model:
        """The document called *document_id* as it was saved last.

        Raises:
            DocumentNotFoundError: there is none of that name.
        """
        found = self._vault.get(self.kind, document_id)
        self._versions[document_id] = found.version
        return self.model.model_validate_json(found.body)

    def find(self, document_id: str) -> Model | None:
        """As :meth:`get`, or ``None``, also where a damaged page holds it."""
        try:
            return self.get(document_id)
        except (DocumentNotFoundError, VaultDamagedError):
            return None

    def all(self) -> list[Model]:
        """Every document that can be read, newest first."""
        found = (self.find(heading.id) for heading in self.headings())
        return [document for document in found if document is not None]

    def put(self, document: Model, document_id: str) -> Document:
        """Save now and return when it is on the disk.

        Raises:
            VaultError: it could not be saved; the message says why and what to do.
        """
        saved = self._vault.put(
            self.kind,
            document_id,
            document.model_dump_json(),
            author=self._author,
            base=self._versions.get(document_id),
            title=self.title_of(document),
            search=self.words_of(document),
        )
        self._versions[document_id] = saved.version
        return saved

    def put_soon(self, document: Model, document_id: str, *, draft: bool = False) -> Future[Document]:
        """Hand to the writer; the future is done when it is on the disk. A *draft* may give way to a later one."""
        future = self._writer.submit(
            self.kind,
            document_id,
            document.model_dump_json(),
            author=self._author,
            base=self._versions.get(document_id),
            title=self.title_of(document),
            search=self.words_of(document),
            draft=draft,
        )
        future.add_done_callback(lambda done: self._saw(document_id, done))
        return future

    def drop(self, document_id: str, reason: str) -> Removed:
        """Delete a document with all its versions; the *reason* stays in the history and must name nobody.

        Raises:
            VaultError: it is on hold, or the disk refused; nothing was deleted.
        """
        self._writer.flush()
        removed = self._vault.delete(self.kind, document_id, author=self._author, reason=reason)
        self._versions.pop(document_id, None)
        return removed

    def _saw(self, document_id: str, done: Future[Document]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._versions[document_id] = max(done.result().version, self._versions.get(document_id, 0))

    def title_of(self, document: Model) -> str:
        """The words that a list shows for *document*."""
        raise NotImplementedError

    def words_of(self, document: Model) -> str:
        """The words by which a search may find *document*: none unless its destination allows."""
        del document
        return ""
