"""The head of every drawing on paper: whose family it is, what is drawn, and as on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.genogram.graphviz.dot_document import DotDocument
from supervision_tui.genogram.lettering import clip

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Drawing

TITLE, SMALL = 13.0, 8.5
"""Letter heights."""

ABOVE = 26.0
"""Points between what is drawn and the title."""

LONGEST = 80
"""Letters of a title."""

SAFE_RECORD = "Safe record: ask who else could see this before it is shown, posted or left anywhere."
"""Above the drawing of a family whose records are to be kept safe; no copy for somebody of the family has it."""

VIEWS = {
    "family": "Genogram", "ties": "Genogram: ties", "health": "Genogram: health", "culture": "Genogram: culture",
    "household": "Genogram: who lives together", "ecomap": "Ecomap", "timeline": "Timeline",
}  # fmt: skip


def draw_heading(document: DotDocument, drawing: Drawing) -> None:
    """Above all that is on *document* so far."""
    left, top = document.low[0], document.high[1] + ABOVE
    document.text((left, top + SMALL * 2), clip(drawing.family.title, LONGEST), TITLE, bold=True, left=True)
    words = f"{VIEWS[drawing.options.view]}, as on {day_in_words(drawing.at)}"
    document.text((left, top), words, SMALL, left=True)
    if drawing.family.safe_record:
        document.text((left, top + SMALL * 4), SAFE_RECORD, SMALL, bold=True, left=True)
