"""A session while it runs: its controller, autosave, a visit looked back on."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "SAVED", "SAVING", "SessionController", "SessionPart", "part_id", "review_questions",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.running.autosave import SAVED, SAVING
    from supervision_tui.workspace.running.session_controller import SessionController
    from supervision_tui.workspace.running.session_part import SessionPart, part_id
    from supervision_tui.workspace.running.visit_review import review_questions
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "autosave": "SAVED SAVING",
            "session_controller": "SessionController",
            "session_part": "SessionPart part_id",
            "visit_review": "review_questions",
        },
    )
