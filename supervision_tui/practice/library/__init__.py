"""Practice content as shipped: packs, templates, frameworks, checklists, and reading them."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "ACTIVITIES", "BOXES", "EXERCISES", "GRACES", "KNOWN", "PARTS", "PLACEHOLDER", "SEEN", "SPOKEN", "STAGE_HINTS",
    "TAGS_WITHOUT_RULE", "TYPED", "Audience", "Card", "Checklist", "ChecklistAnswer", "ChecklistItem", "Condition",
    "Destination", "Field", "FieldPart", "Framework", "FrozenModel", "Kind", "Library", "Month", "Pack", "Prompt",
    "PromptOffer", "RecordField", "SessionTemplate", "Slug", "Stage", "check_file", "load_library", "own_content",
    "read_shipped",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.practice.library.activities import ACTIVITIES
    from supervision_tui.practice.library.base import Card, FrozenModel, Month, Slug
    from supervision_tui.practice.library.checklists import Checklist, ChecklistAnswer, ChecklistItem
    from supervision_tui.practice.library.content_files import own_content, read_shipped
    from supervision_tui.practice.library.destinations import Destination
    from supervision_tui.practice.library.forms import PARTS, Field, FieldPart, Kind
    from supervision_tui.practice.library.frameworks import Framework
    from supervision_tui.practice.library.graces import BOXES, EXERCISES, GRACES, SEEN, SPOKEN
    from supervision_tui.practice.library.library import Library
    from supervision_tui.practice.library.loader import check_file, load_library
    from supervision_tui.practice.library.packs import (
        PLACEHOLDER,
        STAGE_HINTS,
        TAGS_WITHOUT_RULE,
        Audience,
        Condition,
        Pack,
        Prompt,
    )
    from supervision_tui.practice.library.placeholders import KNOWN, TYPED
    from supervision_tui.practice.library.session_templates import PromptOffer, RecordField, SessionTemplate, Stage
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "activities": "ACTIVITIES",
            "base": "Card FrozenModel Month Slug",
            "checklists": "Checklist ChecklistAnswer ChecklistItem",
            "content_files": "own_content read_shipped",
            "destinations": "Destination",
            "forms": "PARTS Field FieldPart Kind",
            "frameworks": "Framework",
            "graces": "BOXES EXERCISES GRACES SEEN SPOKEN",
            "library": "Library",
            "loader": "check_file load_library",
            "packs": "PLACEHOLDER STAGE_HINTS TAGS_WITHOUT_RULE Audience Condition Pack Prompt",
            "placeholders": "KNOWN TYPED",
            "session_templates": "PromptOffer RecordField SessionTemplate Stage",
        },
    )
