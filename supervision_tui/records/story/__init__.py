"""The story of a family that records tell: read from them, dated by when things happened, joined to the family."""

from supervision_tui.records.story.danger import Danger, dangers, is_safety_store, safety_stores
from supervision_tui.records.story.items import DecisionWords, StoryItem, StoryKind, decision_in, newest, story_of
from supervision_tui.records.story.joining import with_story
from supervision_tui.records.story.reading import Seen, is_alone, quotes_in, seen_in, split_source

__all__ = [
    "Danger",
    "DecisionWords",
    "Seen",
    "StoryItem",
    "StoryKind",
    "dangers",
    "decision_in",
    "is_alone",
    "is_safety_store",
    "newest",
    "quotes_in",
    "safety_stores",
    "seen_in",
    "split_source",
    "story_of",
    "with_story",
]
