"""What a parcel holds, once it is opened: items, each a text of some kind, with the versions that it grew from.

What may go into a parcel, and what each kind means, is decided by the floors above; here an item is a text.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from supervision_tui.parcels.errors import ParcelChangedError, ParcelNewerError
from supervision_tui.text import Line

MOST_ITEMS = 5_000
MOST_BEFORE = 200
"""Earlier versions that an item names at most."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Relation = Literal["new", "same", "follows", "differs"]
"""How an item stands to the text that stands here: there is none, it is the same, it grew from it, or it did not."""


class ParcelItem(BaseModel):
    """One text: its *kind*, its *id*, and when it was saved last *by that notebook's clock*.

    Who saved it is not told: the receiver knows who sent it, and names of others are one notebook's own. *author* is
    read and not used, for parcels of former builds.

    *grew_from* are fingerprints of the versions before it that somebody else has had.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    kind: Name
    id: Name
    text: str = Field(repr=False)
    author: Line = Line()
    saved: datetime
    grew_from: Annotated[tuple[Name, ...], Field(max_length=MOST_BEFORE)] = ()

    @property
    def fingerprint(self) -> str:
        """See :func:`fingerprint`."""
        return fingerprint(self.kind, self.id, self.text)


class ParcelContents(BaseModel):
    """Everything in one parcel: about one *subject*, for one *purpose*, made at a time by the sender's clock.

    *reference* is what the sender's notebook calls the subject.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    format: Literal[1] = 1
    subject: Name
    reference: Line = Line()
    purpose: Line
    made: datetime
    items: Annotated[tuple[ParcelItem, ...], Field(max_length=MOST_ITEMS)]


def write_contents(contents: ParcelContents) -> bytes:
    """*contents* as JSON in UTF-8."""
    return contents.model_dump_json().encode()


def read_contents(words: bytes) -> ParcelContents:
    """The contents of an opened parcel.

    Raises:
        ParcelNewerError: they were written by a program that this one does not know.
        ParcelChangedError: they are not what any version of this program writes.
    """
    try:
        return ParcelContents.model_validate_json(words)
    except ValidationError as problem:
        if any(error["loc"] == ("format",) for error in problem.errors(include_input=False, include_url=False)):
            raise ParcelNewerError(
                "This parcel was made by a newer version of the program. Bring this one up to date, then take it in. "
                "Nothing was changed."
            ) from None
        raise ParcelChangedError(
            "This parcel opens, and holds something that this program does not write. Ask whoever sent it which "
            "version they use. Nothing was taken in."
        ) from None


def fingerprint(kind: str, ident: str, text: str) -> str:
    """A text's fingerprint, in hex: the same text of the same document has the same one everywhere (BLAKE2b)."""
    digest = blake2b(digest_size=16, person=b"parcel-item")
    for part in (kind, ident, text):
        coded = part.encode()
        digest.update(len(coded).to_bytes(8, "big") + coded)
    return digest.hexdigest()


def relation_of(item: ParcelItem, standing: str | None) -> Relation:
    """How *item* stands to the text that is here now (None: there is none).

    It follows only where the text that stands is one that it grew from; in doubt the two differ, and both are kept.
    """
    if standing is None:
        return "new"
    if standing == item.text:
        return "same"
    return "follows" if fingerprint(item.kind, item.id, standing) in item.grew_from else "differs"
