"""The day's copy of the notebook, made while nobody waits: in a thread, when the writer has nothing to do."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace import Workspace

LOOK_EVERY = 300.0
"""Seconds between two looks at whether today's copy is there."""


class DailyCopy:
    """Makes a copy once a day, and says so where that does not work.

    Args:
        app: whose notebook it is.
    """

    def __init__(self, app: SupervisionApp) -> None:
        self._app = app
        self._told = ""

    def look(self) -> None:
        """Begin the copy if it is due and nothing is being saved."""
        workspace = self._app.workspace
        if workspace is not None and workspace.writer.flush(0):
            self._app.run_worker(functools.partial(self._copy, workspace), thread=True, group="copy", exclusive=True)

    def _copy(self, workspace: Workspace) -> None:
        trouble = workspace.copy_if_due()
        if trouble and trouble != self._told:
            self._told = trouble
            self._app.call_later(functools.partial(self._app.notify, trouble, severity="warning", markup=False))
