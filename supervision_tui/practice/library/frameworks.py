"""Framework profiles: what a service says of itself, and what the program therefore offers first.

A profile is a file (``templates/frameworks/*.yaml``); choosing one changes the order of packs, formats and checklists,
the words on the screen and the rhythm of supervision. None of it is code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from supervision_tui.practice.library.base import Card, FrozenModel, Month, Slug
from supervision_tui.text import Line, SafeText

if TYPE_CHECKING:
    from supervision_tui.practice.library.session_templates import SessionTemplate


REPLACEABLE_WORDS = {
    "pod": ("systemic reflective pod", "reflective pod", "pod"),
    "map": ("strengths, worries and next steps map",),
    "group_supervision": ("group supervision",),
    "child_in_care": ("child in care",),
    "care_leaver": ("care leaver",),
    "placement": ("placement",),
}
"""How the program says what a service may have another word for; the longest first."""
_TEMPLATE, _STAGE = ("title", "about"), ("title", "lead", "rule")


class FirstYear(FrozenModel):
    """Until *until_weeks* after starting, supervision every *every_days*."""

    until_weeks: Annotated[int, Field(ge=1, le=104)]
    every_days: Annotated[int, Field(ge=1, le=92)]


class SupervisionRhythm(FrozenModel):
    """How often there is supervision: *every_days* for most, closer together in the first year; in words as well."""

    words: Line
    every_days: Annotated[int, Field(ge=1, le=92)]
    minutes: Annotated[int, Field(ge=15, le=240)] = 90
    first_year: tuple[FirstYear, ...] = ()
    group_every_days: Annotated[int, Field(ge=1, le=92)] | None = None
    parts: tuple[Line, ...] = ()


class Framework(FrozenModel):
    """A practice framework: values, pillars, objectives, principles, rhythm, lenses, formats, checklists, words, cards.

    *lenses* are packs and *templates* formats in the order in which they are offered; *vocabulary* gives the service's
    own word for one of ours (``pod: reflective pod``). With *full_identity* a child's entry begins with the full name
    and the date of birth.
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
    rhythm: SupervisionRhythm
    lenses: Annotated[tuple[Slug, ...], Field(min_length=1)]
    templates: Annotated[tuple[Slug, ...], Field(min_length=1)]
    checklists: tuple[Slug, ...] = ()
    vocabulary: dict[Slug, Line] = Field(default_factory=dict)
    cards: tuple[Card, ...] = ()
    full_identity: bool = False

    def word(self, ours: str) -> str:
        """The service's word for *ours*, or *ours* itself."""
        return self.vocabulary.get(ours, ours)

    def reword(self, words: str) -> str:
        """*words* of the program with the service's own word in the place of ours, capitals and plurals kept.

        ``Systemic reflective pod`` becomes ``Reflective group`` where the service says so.
        """
        for ours, theirs in self.vocabulary.items():
            for phrase in REPLACEABLE_WORDS.get(ours, ()):
                words, times = re.subn(rf"\b{phrase}(s?)\b", partial(_in_place, theirs), words, flags=re.IGNORECASE)
                if times:
                    break
        return words

    def reword_template(self, template: SessionTemplate) -> SessionTemplate:
        """*template* in the service's own words: its title, its stages, its roles; nothing else changes."""
        if self.full_identity:
            template = template.model_copy(update={"full_identity": True})
        if not self.vocabulary:
            return template
        stages = tuple(
            stage.model_copy(update={name: type(value)(self.reword(value)) for name, value in _told(stage, _STAGE)})
            for stage in template.stages
        )
        reworded = {name: type(value)(self.reword(value)) for name, value in _told(template, _TEMPLATE)}
        return template.model_copy(update={**reworded, "stages": stages})


def _told(piece: FrozenModel, names: tuple[str, ...]) -> Iterator[tuple[str, SafeText]]:
    """The words of *piece* that people read, by field."""
    for name in names:
        value = getattr(piece, name)
        if isinstance(value, SafeText) and value:
            yield name, value


def _in_place(theirs: str, match: re.Match[str]) -> str:
    """*theirs* with the capital and the plural of *match*."""
    word = theirs + match[1]
    return word[:1].upper() + word[1:] if match[0][0].isupper() else word
