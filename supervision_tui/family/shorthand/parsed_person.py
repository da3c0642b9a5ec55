"""What a line says of one person, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.model.persons import Gender, Kind, Loss, Pronouns
from supervision_tui.family.model.unions import Ending, UnionKind
from supervision_tui.family.shorthand.questions import Question, Unknown

Entry = Literal["person", "child", "partner", "parent"]
"""What the line is about: what a bare year and a kinship word mean depends on it."""


@dataclass(frozen=True, slots=True)
class ParsedPerson:
    """What a line says of one person, of their union with the person they are entered beside, and how they are kin.

    *twins* says that they share their birth with the others of the line. *unknown* are the words that were
    not understood (they are in *note* until they are answered), *questions* what is open.
    """

    name: str
    called: str = ""
    gender: Gender = "unknown"
    pronouns: Pronouns = ""
    kind: Kind = "person"
    loss: Loss = ""
    count: int | None = None
    born: PartialDate | None = None
    due: PartialDate | None = None
    died: PartialDate | None = None
    dead: bool = False
    cause_of_death: str = ""
    union: UnionKind = "unknown"
    since: PartialDate | None = None
    until: PartialDate | None = None
    ended: Ending = ""
    parentage: ParentageKind | None = None
    note: str = ""
    twins: bool = False
    unknown: tuple[Unknown, ...] = ()
    questions: tuple[Question, ...] = ()
