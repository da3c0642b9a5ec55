"""Straight to the preparation of a visit: what ``supervision-tui prepare FAMILY`` opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.tui.screens.ask import TellScreen

if TYPE_CHECKING:
    from supervision_tui.tui.app import SupervisionApp
    from supervision_tui.workspace import Workspace


def prepare(app: SupervisionApp, workspace: Workspace, family: str) -> None:
    """Begin the preparation of a visit to *family* (an id in the notebook, or the path of a family file).

    A preparation of this family that was left open is gone on with.
    """
    try:
        family_id = workspace.family_called(family)
    except (ValueError, OSError) as trouble:
        app.push_screen(TellScreen("That family could not be opened", str(trouble)))
        return
    from supervision_tui.tui.screens.session import SessionScreen  # noqa: PLC0415 - heavy, and only now needed

    app.push_screen(SessionScreen(workspace.prepare(family_id)))
