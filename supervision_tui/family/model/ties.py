"""Emotional lines between two people: what is between them, seen by whom.

Catalogue: genograms.md 4.6, after McGoldrick, Gerson and Petry (2008, 2020), GenoPro, Schematex and OpenGenogram;
coercive control and exploitation are ours, in the terms of United Kingdom law.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field, field_validator

from supervision_tui.family.dates import NO_DATE, DateField
from supervision_tui.family.model.base import Id, Part
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, LineField, TextField

Tone = Literal["plain", "warm", "distant", "cut_off", "tense", "harm", "care", "attention"]


@dataclass(frozen=True, slots=True)
class TieKind:
    """One line of the catalogue; *directed* goes from a to b; *first_page* is offered without asking for more."""

    id: str
    words: str
    tone: Tone
    directed: bool = False
    first_page: bool = False
    letter: str = ""


TIE_KINDS: dict[str, TieKind] = {
    kind.id: kind
    for kind in (
        TieKind("plain", "connected", "plain", first_page=True),
        TieKind("close", "close", "warm", first_page=True),
        TieKind("very_close", "very close", "warm"),
        TieKind("fused", "fused", "warm", first_page=True),
        TieKind("spiritual", "a spiritual connection", "warm"),
        TieKind("harmony", "in harmony", "warm", letter="H"),
        TieKind("love", "love", "warm", letter="L"),
        TieKind("in_love", "in love", "warm", letter="LL"),
        TieKind("distant", "distant", "distant", first_page=True),
        TieKind("indifferent", "indifferent", "distant"),
        TieKind("cut_off", "cut off", "cut_off", first_page=True),
        TieKind("cut_off_repaired", "cut off, and mended", "warm", first_page=True),
        TieKind("never_met", "never met", "distant"),
        TieKind("conflict", "in conflict", "tense", first_page=True),
        TieKind("close_hostile", "close and in conflict", "tense", first_page=True),
        TieKind("fused_hostile", "fused and in conflict", "tense", first_page=True),
        TieKind("distant_hostile", "distant and in conflict", "tense"),
        TieKind("hate", "hate", "tense"),
        TieKind("distrust", "distrust", "tense"),
        TieKind("jealous", "jealous of", "tense", directed=True, letter="J"),
        TieKind("violence", "violence", "harm"),
        TieKind("distant_violence", "distant, with violence", "harm"),
        TieKind("close_violence", "close, with violence", "harm"),
        TieKind("fused_violence", "fused, with violence", "harm"),
        TieKind("physical_abuse", "physical abuse of", "harm", directed=True, first_page=True, letter="P"),
        TieKind("emotional_abuse", "emotional abuse of", "harm", directed=True, first_page=True, letter="E"),
        TieKind("sexual_abuse", "sexual abuse of", "harm", directed=True, first_page=True, letter="S"),
        TieKind("physical_neglect", "physical neglect of", "harm", directed=True, letter="N"),
        TieKind("emotional_neglect", "emotional neglect of", "harm", directed=True, letter="NE"),
        TieKind("coercive_control", "coercive control of", "harm", directed=True, letter="C"),
        TieKind("manipulation", "manipulation of", "harm", directed=True, letter="M"),
        TieKind("focused_on", "focused on", "attention", directed=True),
        TieKind("focused_negatively", "negatively focused on", "attention", directed=True),
        TieKind("caretaker", "takes care of", "care", directed=True, first_page=True),
        TieKind("admires", "admires", "warm", directed=True),
        TieKind("limerence", "longs for", "attention", directed=True),
        TieKind("bullying", "bullying of", "harm", directed=True, letter="B"),
        TieKind("exploitation", "exploitation of", "harm", directed=True, letter="X"),
    )
}
"""Tie kinds by id, in the catalogue's order."""


class Tie(Part):
    """A line from *a* to *b* (its direction counts where the kind is directed), as *perspective* sees it.

    *perspective* is whose view this is (a person's id, or words such as ``school``; empty: the worker's); *source*
    where we have it from; *strength* 1 to 3; *words* what was said of it.
    """

    a: Id
    b: Id
    kind: str
    perspective: LineField = EMPTY_LINE
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    source: LineField = EMPTY_LINE
    confidence: Literal["", "low", "medium", "high"] = ""
    strength: int = Field(default=2, ge=1, le=3)
    words: LineField = EMPTY_LINE
    note: TextField = EMPTY_TEXT

    @field_validator("kind")
    @classmethod
    def _in_catalogue(cls, kind: str) -> str:
        if kind not in TIE_KINDS:
            message = f"'{kind[:40]}' is not a tie this program draws. These are: {', '.join(TIE_KINDS)}."
            raise ValueError(message)
        return kind

    @property
    def catalogue(self) -> TieKind:
        """What the catalogue says of this kind of tie."""
        return TIE_KINDS[self.kind]

    @property
    def tone(self) -> Tone:
        """What it is like, broadly."""
        return self.catalogue.tone

    @property
    def directed(self) -> bool:
        """Whether it goes from *a* to *b* only."""
        return self.catalogue.directed
