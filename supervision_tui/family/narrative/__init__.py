"""A family told in plain sentences: people, unions, parents, homes, ties and events, each read back before it is kept.

``read_narrative("Leanne is 38. They have Robin, 16.", today).sentences[0].readback`` is "Leanne, 38.".
"""

from supervision_tui.family.narrative.reading import NarrativeError, NarrativeReading, SentenceReading, read_narrative

__all__ = ["NarrativeError", "NarrativeReading", "SentenceReading", "read_narrative"]
