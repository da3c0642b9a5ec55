"""The steps that led to a session as it stands: each can be taken back, and taken again."""

from __future__ import annotations

from supervision_tui.practice import Destination
from supervision_tui.session.model import Session
from supervision_tui.session.tray.state import item_ids, with_items_back

UNTOUCHED = ("drafts", "tray", "families", "chosen", "at_family")
"""Parts of a session that undo and redo leave as they are."""
MOST_STEPS, LEAST_STEPS = 500, 50
"""Steps that can be taken back: as many as the former, and the latter however long the session is."""
MOST_NOTES = 100_000
"""Notes that all kept steps hold together: in a session of 3,000 notes the least."""
MOST_WORDS = 300
"""Characters of a note that stand beside its step, at the most."""


class EditHistory:
    """Earlier and later states of a session, each with what the step between them was."""

    def __init__(self) -> None:
        self._undoable: list[tuple[Session, str]] = []
        self._redoable: list[tuple[Session, str]] = []

    def remember(self, session: Session, words: str) -> None:
        """Note *session* as it stood before a step, which *words* describe; nothing can be redone after it."""
        self._undoable.append((session, words))
        del self._undoable[:-MOST_STEPS]
        while len(self._undoable) > LEAST_STEPS and len(self._undoable) * len(session.entries) > MOST_NOTES:
            del self._undoable[0]
        self._redoable.clear()

    def forget(self) -> None:
        """Nothing before this can be taken back."""
        self._undoable.clear()
        self._redoable.clear()

    def steps(self, session: Session, most: int, *, with_words: bool = True) -> tuple[str, ...]:
        """What undoing *session* would take back, the newest first and *most* at the most.

        *with_words*: the words of a note stand beside it, unless they are private.
        """
        states = [state for state, _ in self._undoable[-most:]] + [session]
        earlier = [
            _told(step, before, after) if with_words else step
            for (before, step), after in zip(self._undoable[-most:], states[1:], strict=True)
        ]
        return tuple(reversed(earlier))

    def undo(self, session: Session, adding: str = "") -> tuple[Session, str]:
        """The session before the last step, and what that step was; *session* and no words without one.

        Nor where something with the id *adding* was to be taken back, and the last step did not put that there.
        """
        if adding and not (self._undoable and adding in item_ids(session) - item_ids(self._undoable[-1][0])):
            return session, ""
        return _swap(session, self._undoable, self._redoable)

    def redo(self, session: Session) -> tuple[Session, str]:
        """The session after the step that was taken back last, and what that step was."""
        return _swap(session, self._redoable, self._undoable)


def _told(step: str, before: Session, after: Session) -> str:
    """A step, with the words that it added and where they stand."""
    known = {entry.id: entry.text for entry in before.entries}
    added = next((entry for entry in after.entries if known.get(entry.id) != entry.text), None)
    if added is None or added.destination in {Destination.PRIVATE, Destination.NONE}:
        return step
    words = added.text if len(added.text) <= MOST_WORDS else f"{added.text[:MOST_WORDS].rstrip()} …"
    return f"{step} → {added.destination.about.tag}: “{words}”"


def _swap(
    session: Session, source: list[tuple[Session, str]], target: list[tuple[Session, str]]
) -> tuple[Session, str]:
    if not source:
        return session, ""
    other, words = source.pop()
    target.append((session, words))
    # ids are never used twice, and what is being typed stays
    untouched = {name: getattr(session, name) for name in UNTOUCHED}
    number = max(session.number, other.number)
    return with_items_back(other.model_copy(update={**untouched, "number": number})), words
