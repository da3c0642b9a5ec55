"""What was in hand when the program was locked or closed: which session, which place, and words not yet kept anywhere.

A session keeps its own drafts. Words in any other field (a search, a form, a question on a small window) would go with
the screen, so they are put into a document of their own, locked with the owner's own key, and offered again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from supervision_tui.text import LONGEST_LINE, LONGEST_TEXT, Line, SafeText
from supervision_tui.vault import DocumentNotFoundError, PrivateLockedError, Vault, VaultDamagedError, Writer
from supervision_tui.vault.storage.documents import Save


class Words(BaseModel):
    """Words that stood in a field, and *where* it was, as the screen called it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    where: Line
    text: SafeText


class Left(BaseModel):
    """What was in hand: the *session* (its id, or ""), the *place* (its name, or ""), and *words* not kept elsewhere.

    *family* is the id of the one that was chosen in that place, or "".
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    session: str = ""
    place: str = ""
    family: str = ""
    words: tuple[Words, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to come back to."""
        return not (self.session or self.place or self.words)

    def and_before(self, earlier: Left) -> Left:
        """This, with the words that were left *earlier* and not dropped since."""
        new = [words for words in self.words if words not in earlier.words]
        return self.model_copy(update={"words": (*earlier.words, *new)})


class LeftShelf:
    """The one document of what was left.

    Args:
        vault: where it is kept.
        writer: what saves words while they are typed.
        me: whose notebook it is.
    """

    kind: ClassVar[str] = "left"

    def __init__(self, vault: Vault, writer: Writer, me: Line) -> None:
        self._vault = vault
        self._writer = writer
        self._me = me
        self._noted: tuple[Words, ...] | None = None

    @property
    def _own_key(self) -> bool:
        """Whether words can be locked with the owner's own key; a vault restored on another machine has none."""
        return self._vault.private.is_open(self._me)

    @property
    def _id(self) -> str:
        return "in-hand" if self._own_key else "in-hand-here"

    @property
    def _half_id(self) -> str:
        return "half-said" if self._own_key else "half-said-here"

    def get(self) -> Left:
        """What was left; nothing where there is no note of it or it cannot be opened here."""
        return self._read(self._id)

    def taken_up(self) -> Left:
        """What was left, and what stood half typed in a field when the program was killed."""
        left = self.get()
        return left.model_copy(update={"words": self._read(self._half_id).and_before(left).words})

    def note_soon(self, words: tuple[Words, ...]) -> None:
        """Have *words*, which stand in fields just now, saved in the place of those noted before."""
        if words == self._noted or (self._noted is None and not words and not self._half_base):
            return
        self._noted = words
        body = Left(words=words).model_dump_json()
        self._writer.submit(
            self.kind, self._half_id, body, author=self._me, base=self._half_base, sealed=self._own_key, draft=True
        )

    @property
    def _half_base(self) -> int:
        return self._vault.version(self.kind, self._half_id)

    def _read(self, ident: str) -> Left:
        try:
            return Left.model_validate_json(self._vault.get(self.kind, ident).body)
        except (DocumentNotFoundError, PrivateLockedError, VaultDamagedError):
            return Left()

    def put(self, left: Left) -> None:
        """Keep *left*; when this returns it is on the disk. What was noted while it was typed is in it, or said.

        Raises:
            VaultError: the disk refused.
        """
        self._put(left)
        self.note_soon(())

    def _put(self, left: Left) -> None:
        if left == self.get():
            return
        if left.empty:
            self.drop()
            return
        body = left.model_dump_json()
        base = self._vault.version(self.kind, self._id)
        self._vault.save(Save(self.kind, self._id, body, self._me, base, sealed=self._own_key, draft=True))

    def drop(self) -> None:
        """Forget it all.

        Raises:
            VaultError: the disk refused.
        """
        if self._vault.version(self.kind, self._id):
            self._vault.delete(self.kind, self._id, author=self._me, reason="taken up again")


def left_over(found: Iterable[tuple[str, str]], kept: Iterable[str]) -> tuple[Words, ...]:
    """The words among *found* (where, text) that are not among the texts *kept* elsewhere, each once.

    A word or two of a search is no loss: three letters are the least.
    """
    known = {text.strip() for text in kept}
    words = {}
    for where, text in found:
        bare = text.strip()
        if len(bare) > 2 and bare not in known:  # noqa: PLR2004 - three letters, as said above
            words[bare] = Words(where=Line(where[:LONGEST_LINE]), text=SafeText(bare[:LONGEST_TEXT]))
    return tuple(words.values())
