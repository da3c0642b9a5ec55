"""Where words belong: the rule that matters most.

Source: content specification 7.2 (child's file, family working space, supervision record, private, nowhere), after the
separation of case and personal supervision records in council policies.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Destination(StrEnum):
    """Where what somebody says belongs."""

    CHILD_FILE = "child_file"
    FAMILY_WORK = "family_work"
    SUPERVISION_RECORD = "supervision_record"
    PRIVATE = "private"
    NONE = "none"

    @property
    def about(self) -> DestinationInfo:
        """What people are told about it."""
        return _ABOUT[self]

    @property
    def stored(self) -> bool:
        """Whether words with this destination are ever written to the disk."""
        return self is not Destination.NONE


@dataclass(frozen=True, slots=True)
class DestinationInfo:
    """What people are told of a destination: *name*, who may *read* it, what it *never* holds, how long it *lives*."""

    name: str
    read: str
    never: tuple[str, ...]
    lives: str

    @property
    def tag(self) -> str:
        """Where the words go in two words, as it stands beside a box."""
        return _TAGS[self.name]

    @property
    def place(self) -> str:
        """The name without what is to be known of it, to stand within a sentence."""
        return self.name.partition(",")[0]


_ABOUT = {
    Destination.CHILD_FILE: DestinationInfo(
        "the child's file",
        "the child now and at thirty, parents within limits, the team",
        (
            "another family",
            "a worker's feelings or health",
            "what is private to a brother or sister",
            "guesses nobody owns",
        ),
        "until filing in the council's own system is confirmed",
    ),
    Destination.FAMILY_WORK: DestinationInfo(
        "the family's working space, no names of who said it",
        "the team working with the family; each family member may ask about themselves",
        ("how workers are", "who said which idea"),
        "while the team is involved and 28 days after",
    ),
    Destination.SUPERVISION_RECORD: DestinationInfo(
        "the worker's supervision record",
        "the worker, the supervisor, audit by policy",
        ("the family's story or names", "other people's health"),
        "by the council's own schedule",
    ),
    Destination.PRIVATE: DestinationInfo(
        "private to you, locked with your own key",
        "only the person who wrote it",
        ("names of family members",),
        "until the session closes, unless you keep it",
    ),
    Destination.NONE: DestinationInfo(
        "nowhere: not written down",
        "nobody",
        (),
        "gone when you leave the stage",
    ),
}
_TAGS = {
    _ABOUT[destination].name: words
    for destination, words in (
        (Destination.CHILD_FILE, "child's file"),
        (Destination.FAMILY_WORK, "team space"),
        (Destination.SUPERVISION_RECORD, "worker's record"),
        (Destination.PRIVATE, "PRIVATE"),
        (Destination.NONE, "nowhere"),
    )
}
