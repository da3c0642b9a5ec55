"""Practice: prompt packs, session formats, framework profiles, checklists, where words belong, questions, language.

    from supervision_tui.practice import load_library

    library = load_library()
    library.templates["T2"].stages[0].title

Everything is loaded on first use, so that importing this package costs nothing.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Checklist", "ChecklistAnswer", "Destination", "Framework", "Library", "Pack", "Prompt", "Question",
    "SessionTemplate", "Stage", "load_library", "offered_prompts", "questions_for", "stage_questions",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.practice.library import (
        Checklist,
        ChecklistAnswer,
        Destination,
        Framework,
        Library,
        Pack,
        Prompt,
        SessionTemplate,
        Stage,
        load_library,
    )
    from supervision_tui.practice.questions import Question, offered_prompts, questions_for
    from supervision_tui.practice.questions.stage_questions import stage_questions
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "library.checklists": "Checklist ChecklistAnswer",
            "library.destinations": "Destination",
            "library.frameworks": "Framework",
            "library.library": "Library",
            "library.loader": "load_library",
            "library.packs": "Pack Prompt",
            "library.session_templates": "SessionTemplate Stage",
            "questions.selection": "Question offered_prompts questions_for",
            "questions.stage_questions": "stage_questions",
        },
    )
