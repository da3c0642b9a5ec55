"""The head of every drawing on paper: whose family it is, what is drawn, as on which day, by whom and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.dot_document import DotDocument
from supervision_tui.genogram.lettering import clip
from supervision_tui.genogram.notation import caption

if TYPE_CHECKING:
    from supervision_tui.genogram.notation import Drawing

TITLE, SMALL = 13.0, 8.5
"""Letter heights."""

ABOVE = 26.0
"""Points between what is drawn and the lowest line of the head."""

LINE = 12.5
"""Points from one line of the head to the next; above the title a little more."""

LONGEST = 80
"""Letters of a title."""

LONGEST_SIGNED = 160
"""Letters of the line that names author and reader."""


def draw_heading(document: DotDocument, drawing: Drawing) -> None:
    """Above all that is on *document* so far."""
    head = caption(drawing)
    left, y = document.low[0], document.high[1] + ABOVE
    for words in (clip(head.signed, LONGEST_SIGNED), head.about):
        if words:
            document.text((left, y), words, SMALL, left=True)
            y += LINE
    document.text((left, y + SMALL * 2 - LINE), clip(head.title, LONGEST), TITLE, bold=True, left=True)
    if head.warning:
        document.text((left, y + SMALL * 4 - LINE), head.warning, SMALL, bold=True, left=True)
