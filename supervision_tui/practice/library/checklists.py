"""Checklists: questions to talk over, each answered in words with a line of evidence. Never totalled, never compared.

Source: Telford & Wrekin 2022, appendix 2 (recording, assessments, plans, oversight); Swindon 2022, eight principles.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from supervision_tui.practice.library.base import FrozenModel, Month, Slug
from supervision_tui.text import Line, SafeText


class ChecklistAnswer(StrEnum):
    """What may be said to an item. It has no value in numbers, on purpose."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    DOES_NOT_APPLY = "does not apply"


class ChecklistItem(FrozenModel):
    """One question, with what good looks like where that helps."""

    id: Slug
    text: Annotated[SafeText, Field(min_length=3)]
    good: SafeText = SafeText()


class ChecklistSection(FrozenModel):
    """Items that belong together: one card of Swindon's eight, or the whole of one of Telford's four."""

    id: Slug
    title: Line
    items: Annotated[tuple[ChecklistItem, ...], Field(min_length=1)]


class Checklist(FrozenModel):
    """A checklist in sections."""

    id: Slug
    title: Line
    version: Line
    review_by: Month
    about: SafeText
    source: Line = Line()
    sections: Annotated[tuple[ChecklistSection, ...], Field(min_length=1)]

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """Every item of every section, in order."""
        return tuple(item for section in self.sections for item in section.items)

    @model_validator(mode="after")
    def _no_id_twice(self) -> Self:
        """Each item has its own id."""
        seen: set[str] = set()
        for item in self.items:
            if item.id in seen:
                raise ValueError(f"the id '{item.id}' is used twice in this checklist. Give one of them another id.")
            seen.add(item.id)
        return self
