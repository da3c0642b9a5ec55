"""The day's copy of the notebook, and a look at the disk: in a thread, while nothing is being saved."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from supervision_tui.tui.room_policy import ProgramWords

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace

LOOK_EVERY = 300.0
"""Seconds between two looks."""


class DailyBackup:
    """Makes a copy once a day, and says so where that does not work or the disk is nearly full.

    Args:
        app: whose notebook it is.
    """

    def __init__(self, app: Program) -> None:
        self._app = app
        self._told: set[str] = set()

    def look(self) -> None:
        """Begin if a notebook is open and nothing is being saved."""
        workspace = self._app.current_workspace
        if workspace is not None and workspace.writer.flush(0):
            self._app.run_worker(functools.partial(self._work, workspace), thread=True, group="copy", exclusive=True)

    def _work(self, workspace: Workspace) -> None:
        for words in (workspace.vault.space_warning(), workspace.back_up_if_due()):
            here = workspace is self._app.current_workspace  # a lock may have closed it meanwhile
            if words and here and words not in self._told:
                self._told.add(words)
                notify = functools.partial(self._app.notify, ProgramWords(words), severity="warning", markup=False)
                self._app.call_later(notify)
