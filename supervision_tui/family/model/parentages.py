"""Who is a parent of a child, and how: by birth, adoption, fostering, marriage, kinship, guardianship, donation.

Kind ``unknown`` is a parent with no way said: what another program's file leaves out is never taken as birth.
"""

from typing import Annotated, Literal

from pydantic import Field

from supervision_tui.family.dates import NO_DATE, DateField
from supervision_tui.family.model.base import Id, OwnId, Part
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, NO_LINES, LineField, LinesField, TextField

ParentageKind = Literal[
    "birth", "adopted", "foster", "step", "kinship", "guardianship", "donor", "surrogate", "unknown"
]

LASTING: frozenset[ParentageKind] = frozenset({"birth", "adopted", "unknown"})
"""Kinds that make kin for good; the others make a role."""

DESCENT: tuple[ParentageKind, ...] = ("birth", "unknown")
"""Kinds by which a child can descend from a parent: by birth, or how is not said."""


class Parentage(Part):
    """One child and one or two parents.

    A child has one *home* parentage, from which the drawing hangs it; write ``home: false`` for every other. *doubted*
    says that it is not sure; *doubted_parents* whom the doubt is about (empty: not told apart). *hidden_from*
    names those who must not learn of it, and *show_child* whether the child may. *twins* is a label that siblings of
    one birth share. *carried* are lines of a GEDCOM file that nothing here has a field for; they go out with it again.
    """

    child: Id
    parents: Annotated[tuple[Id, ...], Field(min_length=1, max_length=2)]
    kind: ParentageKind = "birth"
    home: bool = True
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    order: LineField = EMPTY_LINE
    doubted: bool = False
    doubted_parents: tuple[Id, ...] = ()
    hidden_from: LinesField = NO_LINES
    show_child: bool = True
    twins: OwnId = ""
    zygosity: Literal["", "identical", "fraternal", "unknown"] = ""
    note: TextField = EMPTY_TEXT
    carried: TextField = EMPTY_TEXT

    @property
    def lasting(self) -> bool:
        """Whether it makes kin for good (birth, adoption, or how is not said) rather than a role."""
        return self.kind in LASTING
