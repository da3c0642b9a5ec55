"""A family told in plain sentences: people, unions, parents, homes, ties and events, each read back before it is kept.

``read_narrative("Leanne is 38. She has Robin, 16.", today).sentences[0].readback`` is "Leanne, 38.".
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = ["NarrativeError", "NarrativeReading", "Parts", "SentenceReading", "read_narrative"]

if TYPE_CHECKING:
    from supervision_tui.family.narrative.assembling import Parts
    from supervision_tui.family.narrative.reading import (
        NarrativeError,
        NarrativeReading,
        SentenceReading,
        read_narrative,
    )
else:
    __getattr__ = load_on_use(
        __name__,
        {"assembling": "Parts", "reading": "NarrativeError NarrativeReading SentenceReading read_narrative"},
    )
