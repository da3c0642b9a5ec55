"""The story of a family that records tell: read from them, dated by when things happened, joined to the family."""

from supervision_tui.records.story.items import DecisionWords, StoryItem, StoryKind, decision_in, newest, story_of
from supervision_tui.records.story.joining import with_story
from supervision_tui.records.story.reading import Seen, is_alone, quotes_in, seen_in, split_source

__all__ = [
    "DecisionWords",
    "Seen",
    "StoryItem",
    "StoryKind",
    "decision_in",
    "is_alone",
    "newest",
    "quotes_in",
    "seen_in",
    "split_source",
    "story_of",
    "with_story",
]
