"""What happened, and when we met: events in the family's life, our contacts with its people, and their own words."""

from __future__ import annotations

from typing import Literal

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model.base import Id, Part, Viewpoint
from supervision_tui.text import Line, SafeText

Theme = Literal[
    "birth", "first_child", "death", "suicide", "loss", "pregnancy_loss", "care_entry", "care_exit", "removal",
    "adoption", "order", "move", "leaving_home", "migration", "separation", "union", "reunion", "prison", "addiction",
    "recovery", "domestic_abuse", "abuse", "exploitation", "missing", "violence", "illness", "disability", "exclusion",
    "school", "work", "job_loss", "identity", "disclosure", "contact", "referral", "strength", "other",
]  # fmt: skip


class Event(Part):
    """Something that happened to *who*. *effect_on_child* is what it meant to the child, in plain words."""

    date: PartialDate | None = None
    until: PartialDate | None = None
    who: tuple[Id, ...] = ()
    what: Line
    theme: Theme = "other"
    effect_on_child: SafeText = SafeText()
    where: Line = Line()
    source: Line = Line()
    hidden_from: tuple[Viewpoint, ...] = ()
    note: SafeText = SafeText()


class Contact(Part):
    """A time that we met someone of the family, or a child's voice was heard."""

    date: PartialDate | None = None
    who: tuple[Id, ...] = ()
    kind: Literal["seen", "seen_alone", "spoken", "written", "heard", "other"] = "spoken"
    by: Line = Line()
    note: SafeText = SafeText()


class Quote(Part):
    """Words that a person said, kept as said; *kind* where the words lean towards a change or away (MITI 4.2.1)."""

    who: Id
    words: SafeText
    date: PartialDate | None = None
    kind: Literal["", "change_talk", "sustain_talk", "wish", "worry"] = ""
