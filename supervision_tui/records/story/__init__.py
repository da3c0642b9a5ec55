"""The story of a family that records tell: read from them, dated by when things happened, joined to the family."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Danger",
    "DecisionWords",
    "RepeatedDecision",
    "Seen",
    "StoryItem",
    "StoryKind",
    "dangers",
    "decision_in",
    "informant_in",
    "is_alone",
    "is_private_source",
    "is_safety_store",
    "names_source",
    "newest",
    "quotes_in",
    "repeated_decisions",
    "safety_stores",
    "seen_in",
    "split_source",
    "story_of",
    "with_story",
    "without_repeated",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.records.story.danger import Danger, dangers, is_safety_store, safety_stores
    from supervision_tui.records.story.deciding import RepeatedDecision, repeated_decisions
    from supervision_tui.records.story.informants import informant_in, is_private_source, names_source
    from supervision_tui.records.story.items import (
        DecisionWords,
        StoryItem,
        StoryKind,
        decision_in,
        newest,
        story_of,
        without_repeated,
    )
    from supervision_tui.records.story.joining import with_story
    from supervision_tui.records.story.reading import Seen, is_alone, quotes_in, seen_in, split_source
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "danger": "Danger dangers is_safety_store safety_stores",
            "informants": "is_private_source names_source informant_in",
            "items": "DecisionWords StoryItem StoryKind decision_in newest story_of without_repeated",
            "joining": "with_story",
            "reading": "Seen is_alone quotes_in seen_in split_source",
            "deciding": "RepeatedDecision repeated_decisions",
        },
    )
