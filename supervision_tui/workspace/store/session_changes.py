"""What changed in a session since it was last saved whole: a long session is saved as fast at its end as at its start.

A session of many notes would be written whole at every pause of the hand. Between two whole saves only the notes that
are new or changed are written, in a document of their own that names the whole version it belongs to; the rest of a
session is small and goes along. Reading puts the two together; a whole save makes what was before it of no account.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import is_

from supervision_tui.practice import Destination
from supervision_tui.practice.library import FrozenModel
from supervision_tui.session import Entry, PrivatePart, Session

CHANGES = "session-changes"
"""Kind of the documents that hold what changed in a session since it was saved whole."""
FROM_ENTRIES = 40
"""Notes from which on a session is not written whole at every save."""
MOST_CHANGED = 30
"""Notes that may be changed before it is written whole again."""


class SessionChanges(FrozenModel):
    """What changed since the whole *version*: the *session* without its private part, of its notes those that did."""

    version: int
    session: Session


class WholeSession:
    """A session as it was saved whole, as a *version* of its document."""

    def __init__(self, session: Session, version: int) -> None:
        self.version = version
        self._entries = session.entries
        self._private = tuple(entry for entry in session.entries if _is_private(entry))

    def changed_entries(self, now: Session) -> tuple[Entry, ...] | None:
        """The notes of *now* that are new or other than in this; ``None`` where it has to be written whole again."""
        before = self._entries
        if len(before) < FROM_ENTRIES or len(now.entries) < len(before):
            return None
        pairs: list[tuple[Entry, Entry]] = []
        if not all(map(is_, before, now.entries)):
            pairs = [(old, new) for old, new in zip(before, now.entries, strict=False) if old is not new]
        if any(old.id != new.id or _is_private(old) is not _is_private(new) for old, new in pairs):
            return None
        changed = (*(new for _, new in pairs), *now.entries[len(before) :])
        return changed if len(changed) <= MOST_CHANGED else None

    def private_part(self, now: Session, changed: tuple[Entry, ...]) -> PrivatePart:
        """What is private in *now*, whose notes *changed* since."""
        rest = now.model_copy(update={"entries": ()}).private_part()
        private = (entry for entry in changed if _is_private(entry))
        return rest.model_copy(update={"entries": _joined(self._private, private)})


def shared_changes(session: Session, changed: Iterable[Entry], version: int) -> SessionChanges:
    """What is written of *session* whose notes *changed* since the whole *version*, without what is private in it."""
    part = session.model_copy(update={"entries": tuple(changed)})
    return SessionChanges(version=version, session=part.split_private()[0])


def with_changes(whole: Session, version: int, changes: SessionChanges, *, saved: tuple[datetime, datetime]) -> Session:
    """The *whole* session of a *version* with its *changes*; *saved* tells when the two were.

    Changes to an earlier version are of no account where the whole was saved after them. Where they were saved after
    it, another program wrote the whole in between: then nothing of either is left out.
    """
    if changes.version == version:
        return changes.session.model_copy(update={"entries": _joined(whole.entries, changes.session.entries)})
    if saved[1] <= saved[0]:
        return whole
    fields = ("entries", "hypotheses", "actions", "decisions")
    joined = {name: _joined(getattr(whole, name), getattr(changes.session, name)) for name in fields}
    return changes.session.model_copy(update=joined)


def _joined(before: tuple[Entry, ...], changed: Iterable[Entry]) -> tuple[Entry, ...]:
    """*before* with each of *changed* in the place of the one with its id, or after all of them."""
    new = {item.id: item for item in changed}
    merged = tuple(new.pop(item.id, item) for item in before)
    return (*merged, *new.values())


def _is_private(entry: Entry) -> bool:
    return entry.destination is Destination.PRIVATE
