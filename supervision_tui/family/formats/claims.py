"""What a file of another program claims: people, couples, parents, ties, events. One shape for every format.

Readers fill it; :mod:`~supervision_tui.family.formats.assembly` alone turns it into a family.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.model.unions import ChangeKind, Ending, UnionKind
from supervision_tui.text import LONGEST_LINE, LONGEST_TEXT

Plain = dict[str, Any]
"""Fields of one part as plain values, for validation as a model."""

COUPLE = 2
"""People in a couple."""
OUTSIDE = "outside the team"
"""From whom private facts of a file are kept."""


def line_words(words: str) -> str:
    """*words* as long as one line may be."""
    return words.strip()[:LONGEST_LINE]


@dataclass(slots=True)
class PersonClaim:
    """Somebody of the file: the fields of a person, and notes that will stand one below the other."""

    id: str
    fields: Plain = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    number: int = 0

    @property
    def name(self) -> str:
        """How the report calls them."""
        return str(self.fields.get("name") or self.id)

    def note(self, words: str) -> None:
        """Keep *words* among the notes, once."""
        words = words.strip()
        if words and words not in self.notes and sum(map(len, self.notes)) + len(words) < LONGEST_TEXT - 1000:
            self.notes.append(words)

    def offer(self, name: str, words: str) -> bool:
        """Put *words* into a field of one line where it is still empty; whether it was."""
        words = line_words(words)
        if not words or self.fields.get(name):
            return False
        self.fields[name] = words
        return True

    @property
    def dead(self) -> bool:
        """Whether the file says that they have died."""
        return bool(self.fields.get("died") or self.fields.get("deceased") or self.fields.get("kind") == "loss")


@dataclass(slots=True)
class Turn:
    """Something that happened to a couple, or that is said of it, in the file's order."""

    kind: ChangeKind
    date: PartialDate | None = None
    word: str = ""


@dataclass(slots=True)
class CoupleClaim:
    """One or two people as a couple or as parents together.

    *kind* is what the file says beside any turns; *places* are what each partner stands as (``HUSB``, ``WIFE``), by
    which other lines of the file name them. *alone* says whether one person can be a union where something is said.
    """

    key: str
    number: int = 0
    id: str = ""
    partners: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    children: dict[str, None] = field(default_factory=dict)
    kinds: dict[str, ParentageKind] = field(default_factory=dict)
    kind: UnionKind | None = None
    ended: Ending = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    turns: list[Turn] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    secret: bool = False
    hidden: bool = False
    carried: str = ""
    alone: bool = True

    def note(self, words: str) -> None:
        """Keep *words* among the notes, once."""
        words = words.strip()
        if words and words not in self.notes and sum(map(len, self.notes)) + len(words) < LONGEST_TEXT - 1000:
            self.notes.append(words)

    @property
    def is_union(self) -> bool:
        """Two people are a union even where nothing more is said; one is where something is said of the couple."""
        return len(self.partners) == COUPLE or (len(self.partners) == 1 and self.alone and self.says_anything)

    @property
    def says_anything(self) -> bool:
        """Whether the file says anything of the couple beside its members."""
        return bool(self.kind or self.ended or self.since or self.until or self.turns or self.notes or self.secret)


@dataclass(slots=True)
class BondClaim:
    """One child and one parent of one couple of the file: bonds that are alike become one parentage."""

    child: str
    parent: str
    group: str
    kind: ParentageKind = "unknown"
    number: int = 0
    since: PartialDate | None = None
    doubted: bool = False
    doubt_about_parent: bool = False
    hidden: bool = False
    note: str = ""
    carried: str = ""

    def parentage_key(self) -> tuple[object, ...]:
        """What must be equal for two bonds to be one parentage."""
        facts = (self.kind, self.since and self.since.text, self.doubted, self.doubt_about_parent, self.hidden)
        return (self.child, self.group, *facts, self.note, self.carried)


@dataclass(slots=True)
class TwinClaim:
    """Children of one birth."""

    label: str
    children: list[str] = field(default_factory=list)
    zygosity: str = "unknown"


@dataclass(slots=True)
class Claims:
    """Everything that one file claims."""

    people: dict[str, PersonClaim] = field(default_factory=dict)
    couples: dict[str, CoupleClaim] = field(default_factory=dict)
    bonds: list[BondClaim] = field(default_factory=list)
    twins: list[TwinClaim] = field(default_factory=list)
    ties: list[Plain] = field(default_factory=list)
    harms: list[tuple[Node, Plain]] = field(default_factory=list)
    events: list[Plain] = field(default_factory=list)
    resources: list[Plain] = field(default_factory=list)
    households: list[Plain] = field(default_factory=list)
    cultures: list[Plain] = field(default_factory=list)
    hidden_facts: list[Plain] = field(default_factory=list)
    focus: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    carried: str = ""
    sexes: int = 0

    def name(self, person_id: str) -> str:
        """How the report calls somebody."""
        person = self.people.get(person_id)
        return person.name if person is not None else person_id

    def names(self, ids: list[str]) -> str:
        """Several, joined."""
        names = [self.name(person_id) for person_id in ids]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "nobody"
