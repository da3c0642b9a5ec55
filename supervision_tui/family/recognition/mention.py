"""Somebody, or something that leads to somebody, named in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "full name", "misspelling", "nickname", "initial", "title", "surname", "single name", "e-mail", "household",
    "address", "postcode", "birth date", "reference",
]  # fmt: skip
"""By what somebody is named. ``reference`` is the id or the title of a family."""

Grade = Literal["certain", "likely", "possible"]
"""``certain``: it can hardly be anything else. ``likely``: a name, which others may have too. ``possible``: it may be
no name, or a misspelt one."""

IDENTIFYING: frozenset[Kind] = frozenset(
    {"full name", "initial", "title", "e-mail", "household", "address", "postcode", "birth date", "reference"}
)
"""Kinds that point at one family, no matter who else has such a first name."""

WORDS: dict[Kind, str] = {
    "full name": "name", "misspelling": "name, perhaps misspelt", "nickname": "short form of a name",
    "initial": "name with an initial", "title": "name with a title", "surname": "surname",
    "single name": "first name", "e-mail": "name as an e-mail has it", "household": "home", "address": "address",
    "postcode": "postcode", "birth date": "birth date", "reference": "reference",
}  # fmt: skip
"""Each kind as a sentence says it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that name somebody.

    Attributes:
        family: the id of the family.
        person: the id of the person in it, or "" for a family or a home, and where it may be several people.
        kind: by what they are named.
        words: as they stand in the text.
        start, end: where they stand, in characters.
        line: the line of the text, from 1.
        grade: how sure it is.
    """

    family: str
    person: str
    kind: Kind
    words: str
    start: int
    end: int
    line: int
    grade: Grade

    @property
    def sure(self) -> bool:
        """Whether it can hardly be anything else."""
        return self.grade == "certain"

    @property
    def kind_in_words(self) -> str:
        """What it is, for a sentence: "birth date", "name with a title"."""
        return WORDS[self.kind]
