"""Framework profiles: what a service says of itself, and what the program therefore offers first.

A profile is a file (``templates/frameworks/*.yaml``); choosing one changes the order of packs, formats and checklists,
the words on the screen and the rhythm of supervision. None of it is code.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from supervision_tui.practice.pieces import Card, Month, Piece, Slug
from supervision_tui.text import Line, SafeText


class FirstYear(Piece):
    """Until *until_weeks* after starting, supervision every *every_days*."""

    until_weeks: Annotated[int, Field(ge=1, le=104)]
    every_days: Annotated[int, Field(ge=1, le=92)]


class Rhythm(Piece):
    """How often there is supervision: *every_days* for most, closer together in the first year; in words as well."""

    words: Line
    every_days: Annotated[int, Field(ge=1, le=92)]
    minutes: Annotated[int, Field(ge=15, le=240)] = 90
    first_year: tuple[FirstYear, ...] = ()
    group_every_days: Annotated[int, Field(ge=1, le=92)] | None = None
    parts: tuple[Line, ...] = ()


class Framework(Piece):
    """A practice framework: values, pillars, objectives, principles, rhythm, lenses, formats, checklists, words, cards.

    *lenses* are packs and *templates* formats in the order in which they are offered; *vocabulary* gives the service's
    own word for one of ours (``pod: reflective pod``).
    """

    id: Slug
    title: Line
    version: Line
    review_by: Month
    review_note: SafeText = SafeText()
    about: SafeText
    source: Line = Line()
    values: tuple[Card, ...] = ()
    pillars: tuple[Card, ...] = ()
    objectives: tuple[Card, ...] = ()
    principles: tuple[Card, ...] = ()
    rhythm: Rhythm
    lenses: Annotated[tuple[Slug, ...], Field(min_length=1)]
    templates: Annotated[tuple[Slug, ...], Field(min_length=1)]
    checklists: tuple[Slug, ...] = ()
    vocabulary: dict[Slug, Line] = Field(default_factory=dict)
    cards: tuple[Card, ...] = ()

    def word(self, ours: str) -> str:
        """The service's word for *ours*, or *ours* itself."""
        return self.vocabulary.get(ours, ours)

    def due_every(self, weeks_in_post: int | None = None) -> int:
        """Days between supervisions for somebody *weeks_in_post* (``None``: past the first year)."""
        if weeks_in_post is not None:
            for step in self.rhythm.first_year:
                if weeks_in_post < step.until_weeks:
                    return step.every_days
        return self.rhythm.every_days
