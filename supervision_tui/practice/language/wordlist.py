"""The word list: what to consider instead, why, and who says so; a file that practitioners can change.

Phrases are written and matched as :mod:`~supervision_tui.practice.language.phrases` says.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.language.phrases import PhraseIndex
from supervision_tui.practice.library import FrozenModel, Month, Slug, own_content, read_shipped
from supervision_tui.text import Line


class WordListRow(FrozenModel):
    """Words to look for, what to consider, why, and whose view it is. *tone* ``think`` weighs more than ``info``.

    The row is silent in a sentence that holds a word of *unless_near*, and, with *spares* ``services``, where a service
    does it ("our team failed to engage her").
    """

    n: Annotated[int, Field(ge=1, le=9999)]
    say: Annotated[tuple[Line, ...], Field(min_length=1)]
    consider: Line
    why: Line
    source: Slug
    tone: Literal["info", "think"] = "info"
    unless_near: frozenset[str] = frozenset()
    spares: Literal["nobody", "services"] = "nobody"


class Drifting(FrozenModel):
    """Words in an action that nobody could see done, and what to ask instead."""

    say: Annotated[tuple[Line, ...], Field(min_length=1)]
    ask: Line
    source: Slug = "practice"


class WordList(FrozenModel):
    """Rows by number, terms that the law needs, phrases in which a word means something else, drifting words.

    *court* holds phrases by which a sentence gives a court's words; *services*, *people* and *reporting* hold
    words that tell who does what a phrase says (:mod:`~supervision_tui.practice.language.services`).
    """

    id: Slug
    title: Line
    version: Line
    review_by: Month
    sources: dict[Slug, Line] = Field(default_factory=dict)
    legal: tuple[Line, ...] = ()
    unless: tuple[Line, ...] = ()
    court: tuple[Line, ...] = ()
    services: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    rows: tuple[WordListRow, ...] = ()
    drifting: tuple[Drifting, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Each row has its own number, and names a source that is listed."""
        seen: set[int] = set()
        for row in self.rows:
            if row.n in seen:
                raise ValueError(f"row {row.n} stands here twice")
            if row.source not in self.sources:
                raise ValueError(f"row {row.n} names the source '{row.source}', which is not listed under sources")
            seen.add(row.n)
        return self

    @cached_property
    def care(self) -> PhraseIndex[WordListRow]:
        """Its rows, ready to be looked up."""
        return PhraseIndex((row, phrase) for row in self.rows for phrase in row.say)

    @cached_property
    def silent(self) -> PhraseIndex[str]:
        """Phrases inside which nothing is hinted, ready to be looked up."""
        return PhraseIndex((str(phrase), phrase) for phrase in (*self.legal, *self.unless))

    @cached_property
    def court_phrases(self) -> PhraseIndex[str]:
        """Phrases that give a court's words, ready to be looked up."""
        return PhraseIndex((str(phrase), phrase) for phrase in self.court)

    @cached_property
    def drifts(self) -> PhraseIndex[Drifting]:
        """Its drifting words, ready to be looked up."""
        return PhraseIndex((entry, phrase) for entry in self.drifting for phrase in entry.say)

    def joined(self, other: WordList) -> WordList:
        """This list with the rows of *other*, which win by number; terms and drifting words are added."""
        rows = {row.n: row for row in self.rows} | {row.n: row for row in other.rows}
        return WordList(
            id=self.id,
            title=self.title,
            version=self.version,
            review_by=self.review_by,
            sources={**self.sources, **other.sources},
            legal=(*self.legal, *other.legal),
            unless=(*self.unless, *other.unless),
            court=(*self.court, *other.court),
            services=self.services | other.services,
            people=self.people | other.people,
            reporting=self.reporting | other.reporting,
            rows=tuple(rows[n] for n in sorted(rows)),
            drifting=(*self.drifting, *other.drifting),
        )


def load_words(*own: Path) -> WordList:
    """The shipped word list, with own rows (``language/*.yaml`` in each folder of *own*), which win by number.

    Raises:
        FileFormatError: one of the team's own files is not a word list.
    """
    words = read_shipped("templates/language/words.yaml", WordList)
    for folder in own:
        content = own_content(folder)
        for path in sorted((folder / "language").glob("*.yaml")):
            words = words.joined(content.read(path, WordList))
        content.close()
    return words


_QUOTED = lazy_pattern(
    r'“[^”\n]{0,2000}”|"[^"\n]{0,2000}"|‘[^’\n]{0,1000}(?:’\w[^’\n]{0,1000})*’(?!\w)'
    r"|(?<!\w)'(?=\S)[^'\n]{0,1000}(?:'\w[^'\n]{0,1000})*(?<=\S)'(?!\w)|^[ ]*>[^\n]*",
    re.MULTILINE,
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Start and end of each quotation in *text*: in marks on one line, or a line that begins with ``>``."""
    return [match.span() for match in _QUOTED.finditer(text)]
