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
    from supervision_tui.practice.checklists import Answer, Checklist
    from supervision_tui.practice.destinations import Destination
    from supervision_tui.practice.frameworks import Framework
    from supervision_tui.practice.library import Library, load_library
    from supervision_tui.practice.packs import Pack, Prompt
    from supervision_tui.practice.questions import Question, offered, questions_for
    from supervision_tui.practice.sessions import SessionTemplate, Stage

_HOMES = {
    "Answer": "checklists",
    "Checklist": "checklists",
    "Destination": "destinations",
    "Framework": "frameworks",
    "Library": "library",
    "Pack": "packs",
    "Prompt": "packs",
    "Question": "questions",
    "SessionTemplate": "sessions",
    "Stage": "sessions",
    "load_library": "library",
    "offered": "questions",
    "questions_for": "questions",
}

__all__ = [
    "Answer",
    "Checklist",
    "Destination",
    "Framework",
    "Library",
    "Pack",
    "Prompt",
    "Question",
    "SessionTemplate",
    "Stage",
    "load_library",
    "offered",
    "questions_for",
]


def __getattr__(name: str) -> object:
    """Import the module of *name* when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
