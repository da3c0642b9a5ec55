"""What a vault gives back: documents, their headings and histories, search hits, findings. Plain frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document at one version. *saved_at* is an aware time in UTC; *body* is the caller's text, usually JSON."""

    kind: str
    id: str
    version: int
    author: str
    saved_at: datetime
    title: str
    body: str
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Save:
    """A text to be saved.

    Attributes:
        kind: what sort of document, a short word of the caller's.
        id: which one; goes into the history for good, so it must not tell a name.
        body: the text, usually JSON.
        author: who saves.
        base: the version that the text was made from; 0 for a new document.
        title: for lists; encrypted like all else, but not private to the author.
        search: the words that a search may find it by; none keep it out of every search.
        sealed: private to *author* (see ``vault.private``): title and body are locked with the author's own key.
        draft: an autosave; its text may go once a later one of the same author is there (one in two minutes stays).
    """

    kind: str
    id: str
    body: str = field(repr=False)
    author: str
    base: int
    title: str = field(default="", repr=False)
    search: str = field(default="", repr=False)
    sealed: bool = False
    draft: bool = False


class Heading(NamedTuple):
    """A document without its body, for lists; a sealed one has no title here.

    *stamp* is when it was saved, as stored: texts that sort as times do. A list of ten thousand reads no time of them.
    """

    kind: str
    id: str
    version: int
    author: str
    stamp: str
    title: str
    sealed: bool = False

    @property
    def saved_at(self) -> datetime:
        """When it was saved."""
        return datetime.fromisoformat(self.stamp)


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of a document's history.

    *seq* counts over the whole vault. *action* is ``save``, ``conflict``, ``settle`` or ``delete``; *text_kept* is
    false for autosaves in between and for deleted documents. *hash* covers the line and *previous*, the line before.
    """

    seq: int
    kind: str
    id: str
    version: int
    author: str
    saved_at: datetime
    action: str
    title: str
    note: str
    draft: bool
    text_kept: bool
    hash: str
    previous: str


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A text that lost a race: saved beside the document, not in it, until someone resolves the two.

    *body* is None while it is private and locked; *sealed* says that it is private to *author*, and stays so.
    """

    seq: int
    kind: str
    id: str
    base: int
    author: str
    saved_at: datetime
    body: str | None = field(repr=False)
    title: str = field(default="", repr=False)
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document that a search found; *context* is the passage, *marks* the (start, end) of each match inside it."""

    heading: Heading
    context: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class IntegrityFinding:
    """Something that a check noticed.

    *grave* tells damage or tampering from a mere remark; *documents* are the (kind, id) that it touches.
    """

    message: str
    grave: bool
    documents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DeletionReceipt:
    """What a deletion did; *backups* are the copies made earlier that may still hold the text."""

    kind: str
    id: str
    revisions: int
    backups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScheduledDeletion:
    """A document with a day to go: *held* is the reason of a hold that stops it, or empty."""

    heading: Heading
    due: date | None
    why: str
    held: str
