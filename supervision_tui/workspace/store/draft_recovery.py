"""Input that was in hand when the program was locked, closed or killed: the session, the place, words not kept yet.

A session keeps its own drafts. Words in any other field (a search, a form, a question on a small window) would go with
the screen, so they are kept in a document of their own, locked with the owner's own key, and offered again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from supervision_tui.text import LONGEST_LINE, LONGEST_TEXT, Line, SafeText
from supervision_tui.vault import DocumentNotFoundError, PrivateLockedError, Save, VaultDamagedError
from supervision_tui.workspace.store.repository import Store

SHORTEST = 3
"""Letters of a text that is worth keeping: a letter or two of a search are no loss."""


class FieldText(BaseModel):
    """The *text* of a field, and *where* the field is, as the screen calls it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    where: Line
    text: SafeText


class RecoveredInput(BaseModel):
    """What was in hand: the *session* (its id, or ""), the *place* (its name, or ""), and *words* not kept elsewhere.

    *family* is the id of the one that was chosen in that place, or "".
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    session: str = ""
    place: str = ""
    family: str = ""
    words: tuple[FieldText, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to come back to."""
        return not (self.session or self.place or self.words)

    def merged_with(self, earlier: RecoveredInput) -> RecoveredInput:
        """This, after the words of *earlier* that are not in it."""
        new = [words for words in self.words if words not in earlier.words]
        return self.model_copy(update={"words": (*earlier.words, *new)})


class RecoveredInputStore:
    """The document of what was in hand, and beside it one of what is half typed now.

    Args:
        store: where they are kept, and whose notebook it is.
    """

    kind: ClassVar[str] = "left"

    def __init__(self, store: Store) -> None:
        self._vault = store.vault
        self._writer = store.writer
        self._author = store.author
        self._submitted: tuple[FieldText, ...] | None = None

    @property
    def _own_key(self) -> bool:
        """Whether words can be locked with the owner's own key; a vault restored on another machine has none."""
        return self._vault.private.is_open(self._author)

    @property
    def _in_hand_id(self) -> str:
        return "in-hand" if self._own_key else "in-hand-here"

    @property
    def _half_typed_id(self) -> str:
        return "half-said" if self._own_key else "half-said-here"

    @property
    def _half_typed_version(self) -> int:
        return self._vault.documents.version(self.kind, self._half_typed_id)

    def get(self) -> RecoveredInput:
        """What was in hand; nothing where there is no note of it or it cannot be opened here."""
        return self._read(self._in_hand_id)

    def with_half_typed(self) -> RecoveredInput:
        """What was in hand, and what was half typed in a field when the program was killed."""
        in_hand = self.get()
        return in_hand.model_copy(update={"words": self._read(self._half_typed_id).merged_with(in_hand).words})

    def submit_fields(self, words: tuple[FieldText, ...]) -> None:
        """Hand *words*, which are in fields now, to the writer, in the place of those submitted before."""
        if words == self._submitted or (self._submitted is None and not words and not self._half_typed_version):
            return
        self._submitted = words
        self._writer.submit(
            Save(
                self.kind,
                self._half_typed_id,
                RecoveredInput(words=words).model_dump_json(),
                author=self._author,
                base=self._half_typed_version,
                sealed=self._own_key,
                draft=True,
            )
        )

    def _read(self, document_id: str) -> RecoveredInput:
        try:
            return RecoveredInput.model_validate_json(self._vault.documents.get(self.kind, document_id).body)
        except (DocumentNotFoundError, PrivateLockedError, VaultDamagedError):
            return RecoveredInput()

    def put(self, in_hand: RecoveredInput) -> None:
        """Keep *in_hand*; when this returns it is on the disk, and the half typed words submitted before are dropped.

        Raises:
            VaultError: the disk refused.
        """
        self._put(in_hand)
        self.submit_fields(())

    def _put(self, in_hand: RecoveredInput) -> None:
        if in_hand == self.get():
            return
        if in_hand.empty:
            self.drop()
            return
        base = self._vault.documents.version(self.kind, self._in_hand_id)
        body = in_hand.model_dump_json()
        self._vault.documents.save(
            Save(self.kind, self._in_hand_id, body, self._author, base, sealed=self._own_key, draft=True)
        )

    def drop(self) -> None:
        """Forget what was in hand.

        Raises:
            VaultError: the disk refused.
        """
        if self._vault.documents.version(self.kind, self._in_hand_id):
            self._vault.documents.delete(self.kind, self._in_hand_id, author=self._author, reason="taken up again")


def unsaved_fields(fields: Iterable[tuple[str, str]], saved: Iterable[str]) -> tuple[FieldText, ...]:
    """The texts of *fields* (where, text) that are not among those *saved* elsewhere, each once."""
    known = {text.strip() for text in saved}
    unsaved = {}
    for where, text in fields:
        bare = text.strip()
        if len(bare) >= SHORTEST and bare not in known:
            unsaved[bare] = FieldText(where=Line(where[:LONGEST_LINE]), text=SafeText(bare[:LONGEST_TEXT]))
    return tuple(unsaved.values())
