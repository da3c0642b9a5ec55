"""Practice: prompt packs, session formats, framework profiles, checklists, where words belong, questions, language.

    from supervision_tui.practice import load_library

    library = load_library()
    library.templates["T2"].stages[0].title

Everything is loaded on first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.practice.library.checklists import Checklist, ChecklistAnswer
    from supervision_tui.practice.library.destinations import Destination
    from supervision_tui.practice.library.frameworks import Framework
    from supervision_tui.practice.library.library import Library
    from supervision_tui.practice.library.loader import load_library
    from supervision_tui.practice.library.packs import Pack, Prompt
    from supervision_tui.practice.library.session_templates import SessionTemplate, Stage
    from supervision_tui.practice.questions.selection import Question, offered_prompts, questions_for
    from supervision_tui.practice.questions.stage_questions import stage_questions

_HOMES = {
    "Checklist": "library.checklists",
    "ChecklistAnswer": "library.checklists",
    "Destination": "library.destinations",
    "Framework": "library.frameworks",
    "Library": "library.library",
    "Pack": "library.packs",
    "Prompt": "library.packs",
    "Question": "questions.selection",
    "SessionTemplate": "library.session_templates",
    "Stage": "library.session_templates",
    "load_library": "library.loader",
    "offered_prompts": "questions.selection",
    "questions_for": "questions.selection",
    "stage_questions": "questions.stage_questions",
}

__all__ = [
    "Checklist",
    "ChecklistAnswer",
    "Destination",
    "Framework",
    "Library",
    "Pack",
    "Prompt",
    "Question",
    "SessionTemplate",
    "Stage",
    "load_library",
    "offered_prompts",
    "questions_for",
    "stage_questions",
]


def __getattr__(name: str) -> object:
    """Import the module of *name* when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
