"""Who is a parent of a child, and how: by birth, adoption, fostering, marriage, kinship, guardianship, donation."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from supervision_tui.family.dates import NO_DATE, DateField
from supervision_tui.family.model.base import Id, OwnId, Part
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, NO_LINES, LineField, LinesField, TextField

ParentageKind = Literal["birth", "adopted", "foster", "step", "kinship", "guardianship", "donor", "surrogate"]

LASTING: frozenset[ParentageKind] = frozenset({"birth", "adopted"})
"""Kinds that make kin for good; the others make a role."""


class Parentage(Part):
    """One child and one or two parents.

    A child has one *home* parentage, from which the drawing hangs it; write ``home: false`` for every other. *doubted*
    says that it is not sure; *doubted_parents* whom the doubt is about (empty: not told apart). *hidden_from*
    names those who must not learn of it, and *show_child* whether the child may. *twins* is a label that siblings of
    one birth share.
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

    @property
    def lasting(self) -> bool:
        """Whether it makes kin for good (birth, adoption) rather than a role."""
        return self.kind in LASTING
