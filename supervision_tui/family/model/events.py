"""What happened, and when we met: events in the family's life, our contacts with its people, and their own words."""

from typing import Literal

from supervision_tui.family.dates import NO_DATE, DateField
from supervision_tui.family.model.base import Id, Part
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, NO_LINES, LineField, LinesField, TextField

Theme = Literal[
    "birth", "first_child", "death", "suicide", "loss", "pregnancy_loss", "care_entry", "care_exit", "removal",
    "adoption", "order", "move", "leaving_home", "migration", "separation", "union", "reunion", "prison", "addiction",
    "recovery", "domestic_abuse", "abuse", "exploitation", "missing", "violence", "illness", "disability", "exclusion",
    "school", "work", "job_loss", "identity", "disclosure", "contact", "referral", "strength", "other",
]  # fmt: skip


class Event(Part):
    """Something that happened to *who*. *effect_on_child* is what it meant to the child, in plain words.

    *carried* are lines of a GEDCOM file that nothing here has a field for.
    """

    date: DateField = NO_DATE
    until: DateField = NO_DATE
    who: tuple[Id, ...] = ()
    what: LineField
    theme: Theme = "other"
    effect_on_child: TextField = EMPTY_TEXT
    where: LineField = EMPTY_LINE
    source: LineField = EMPTY_LINE
    hidden_from: LinesField = NO_LINES
    note: TextField = EMPTY_TEXT
    carried: TextField = EMPTY_TEXT


class Contact(Part):
    """A time that we met someone of the family, or a child's voice was heard."""

    date: DateField = NO_DATE
    who: tuple[Id, ...] = ()
    kind: Literal["seen", "seen_alone", "spoken", "written", "heard", "other"] = "spoken"
    by: LineField = EMPTY_LINE
    note: TextField = EMPTY_TEXT


class Quote(Part):
    """Words that a person said, kept as said; *kind* where the words lean towards a change or away (MITI 4.2.1)."""

    who: Id
    words: TextField
    date: DateField = NO_DATE
    kind: Literal["", "change_talk", "sustain_talk", "wish", "worry"] = ""
