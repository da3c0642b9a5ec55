"""Questions chosen for a family, filled with its names and put in order."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "FlaggedHarm", "Purpose", "Question", "is_hidden", "offered_prompts", "questions_for",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.practice.questions.pattern_prompts import is_hidden
    from supervision_tui.practice.questions.safeguarding import FlaggedHarm
    from supervision_tui.practice.questions.selection import Purpose, Question, offered_prompts, questions_for
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "pattern_prompts": "is_hidden",
            "safeguarding": "FlaggedHarm",
            "selection": "Purpose Question offered_prompts questions_for",
        },
    )
