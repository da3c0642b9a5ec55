"""What is held about a person, as data: each piece with where it belongs, who else is in it, what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from supervision_tui.practice import Destination


class Ground(StrEnum):
    """Why a piece might have to be withheld. A person decides; the program only says what to look at.

    Source: Data Protection Act 2018, Schedules 2 and 3, as content specification 7.3 sums them up.
    """

    NONE = ""
    SERIOUS_HARM = "serious_harm"
    HIDDEN = "hidden"
    OTHERS = "others"
    EXPECTED = "expected"

    @property
    def words(self) -> str:
        """The ground for the person who decides."""
        return _WORDS[self]


_WORDS = {
    Ground.NONE: "",
    Ground.SERIOUS_HARM: (
        "Serious harm: knowing this could put somebody's health or safety at risk (Schedule 3, social work data)."
    ),
    Ground.HIDDEN: "Marked by a worker as not to be known to this person yet: decide with that worker.",
    Ground.OTHERS: (
        "About somebody else: weigh their interest (Schedule 2). Names of professionals acting in their role are "
        "normally given."
    ),
    Ground.EXPECTED: (
        "Said by or about a child who may have expected that whoever asks does not read it (Schedule 3)."
    ),
}


@dataclass(frozen=True, slots=True)
class SubjectAccessItem:
    """One piece: its *destination*, *where* it stands, its *words*, *others* named in it, the *ground* against it."""

    destination: Destination
    where: str
    words: str
    others: tuple[str, ...] = ()
    ground: Ground = Ground.NONE


@dataclass(frozen=True, slots=True)
class SubjectAccessResult:
    """All that is held about one person.

    Attributes:
        name: the person.
        reference: how they are named without a name: the family's id and theirs, or "worker".
        on: the day of the search.
        pieces: in the order of the destinations.
        asked_by: who asks, if not the person.
        private: private entries of workers, which are locked with their authors' own keys and were not searched.
        versions: earlier versions of the documents searched, kept in the history.
        copies: dated copies of the notebook that hold the same.
    """

    name: str
    reference: str
    on: date
    pieces: tuple[SubjectAccessItem, ...]
    asked_by: str = ""
    private: int = 0
    versions: int = 0
    copies: int = 0

    @property
    def given(self) -> tuple[SubjectAccessItem, ...]:
        """What nothing speaks against."""
        return tuple(piece for piece in self.pieces if not piece.ground)

    @property
    def to_decide(self) -> tuple[SubjectAccessItem, ...]:
        """What might have to be withheld."""
        return tuple(piece for piece in self.pieces if piece.ground)

    def by_destination(self, pieces: tuple[SubjectAccessItem, ...]) -> list[tuple[str, list[SubjectAccessItem]]]:
        """*pieces* under the name of where they belong."""
        found = [
            (destination.about.name, [piece for piece in pieces if piece.destination is destination])
            for destination in Destination
        ]
        return [(name, under) for name, under in found if under]

    def left_out_words(self) -> list[str]:
        """How many pieces are left out of what is given, and on which ground: no word of them."""
        counted = [(ground, sum(piece.ground is ground for piece in self.pieces)) for ground in Ground if ground]
        return [f"{number} part{'' if number == 1 else 's'}: {ground.words}" for ground, number in counted if number]
