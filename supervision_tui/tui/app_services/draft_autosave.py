"""Autosave of drafts: words that are half typed in any field are saved as they come, so that a power cut loses none.

A session keeps its own drafts; this is for every other field: a form, a question, the line of the studio.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.tui.app_services.debounce import Debouncer
from supervision_tui.tui.app_services.unsaved_input import unsaved_words

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

WITHIN = 0.6
"""Seconds after a key until what stands in fields is on its way to the disk; well under the second that may be lost."""


class DraftAutosave:
    """Notes the words in fields soon after each key.

    Args:
        app: whose screens are looked at.
    """

    def __init__(self, app: Program) -> None:
        self._app = app
        self._soon = Debouncer(app, WITHIN, self._note)

    def touched(self) -> None:
        """A key, a click or a paste came."""
        if self._app.current_workspace is not None:
            self._soon.ask()

    def _note(self) -> None:
        workspace = self._app.current_workspace
        if workspace is None or workspace.vault.read_only or self._app.lock.is_locked:
            return
        workspace.recovered_input.submit_fields(unsaved_words(self._app.screen_stack[1:]))
