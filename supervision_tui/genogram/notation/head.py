"""What stands at the head of every drawing, in any form: whose family, what, as on which day, by and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words

if TYPE_CHECKING:
    from supervision_tui.genogram.notation.drawing import Drawing

SAFE_RECORD = "Safe record: ask who else could see this before it is shown, posted or left anywhere."
"""Above the drawing of a family whose records are to be kept safe; no copy for somebody of the family has it."""

VIEW_TITLES: Mapping[str, str] = {
    "family": "Genogram", "ties": "Genogram: ties", "health": "Genogram: health", "culture": "Genogram: culture",
    "household": "Genogram: who lives together", "ecomap": "Ecomap", "timeline": "Timeline",
}  # fmt: skip

THE_TEAM = "the team"
"""Whom a drawing is for where nobody else is named."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The head of a drawing, in whole lines: *title*, *about* (view and day), *signed* (author and reader), *warning*.

    *signed* is empty where the document around the drawing says it; *warning* is empty but for a safe record.
    """

    title: str
    about: str
    signed: str
    warning: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line that has words, from the top."""
        return tuple(line for line in (self.warning, self.title, self.about, self.signed) if line)


def caption(drawing: Drawing) -> Caption:
    """The head of *drawing*; a drawing for which nobody is named says that it is for the team."""
    options = drawing.options
    author = f"Drawn by {options.author}" if options.author else "Who drew it is not said"
    return Caption(
        drawing.family.title,
        f"{VIEW_TITLES[options.view]}, as on {day_in_words(drawing.at)}",
        "" if options.in_document else f"{author}; for {options.reader or THE_TEAM}",
        SAFE_RECORD if drawing.family.safe_record else "",
    )
