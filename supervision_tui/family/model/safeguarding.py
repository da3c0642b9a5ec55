"""What is handled with care: harm, what somebody must not learn yet; and what holds, what worries, starting ideas."""

from typing import Literal

from supervision_tui.family.dates import NO_DATE, DateField
from supervision_tui.family.model.base import Id, Part
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, NO_LINES, LineField, LinesField, TextField

HarmKind = Literal[
    "domestic_abuse", "coercive_control", "sexual_abuse", "physical_abuse", "emotional_abuse", "neglect",
    "exploitation",
    "criminal_exploitation", "sexual_exploitation", "forced_marriage", "honour_based", "fabricated_illness",
    "modern_slavery",
]  # fmt: skip


StrengthTheme = Literal[
    "", "recovery", "care", "faith", "work", "learning", "creativity", "humour", "courage", "belonging"
]


class HarmFlag(Part):
    """Somebody harms somebody: set by a worker, it changes what is asked and printed (content.md 3.6).

    *by* is a person's id, or words for someone outside the map.
    """

    kind: HarmKind
    by: LineField
    to: tuple[Id, ...] = ()
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    note: TextField = EMPTY_TEXT


class HiddenFact(Part):
    """Something that is known and must not reach some people.

    *show_child* false keeps it from every child of the family; *show_anyone* false from every copy that leaves the
    team.
    """

    about: Id
    fact: LineField
    hide_from: LinesField = NO_LINES
    show_child: bool = False
    show_anyone: bool = True
    note: TextField = EMPTY_TEXT


class Strength(Part):
    """Something that holds, with those who have it."""

    words: LineField
    who: tuple[Id, ...] = ()
    theme: StrengthTheme = ""
    since: DateField = NO_DATE


class Worry(Part):
    """Something that worries somebody: what was seen or said, about *who*, by whom told (*source*), on which *date*."""

    words: TextField
    who: tuple[Id, ...] = ()
    source: LineField = EMPTY_LINE
    date: DateField = NO_DATE


class StartingIdea(Part):
    """A hypothesis that came with the family: an idea to try, never a finding."""

    words: TextField
    about: tuple[Id, ...] = ()
