"""What a person finds when the notebook opens: where they were, what they were writing, and what they should know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from supervision_tui.session import SessionStatus
from supervision_tui.tui.app_services.keymap import take_up as take_up_keys
from supervision_tui.tui.dialogs.dialogs import NoticeScreen
from supervision_tui.tui.navigation import SCREENS, screen
from supervision_tui.vault import VaultError
from supervision_tui.whole_files import error_in_words
from supervision_tui.workspace.backups import backup_age_warning, dated_backups

if TYPE_CHECKING:
    from supervision_tui.tui.app_services.locking import LockedState
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.running import SessionController
    from supervision_tui.workspace.store import RecoveredInput


def show_after_unlock(app: Program, workspace: Workspace, locked: LockedState | None = None) -> None:
    """Show the place that was in front, the session that was in hand, and what must be read first, in this order.

    Args:
        app: on whose screen.
        workspace: the open notebook.
        locked: how it had been locked; what the disk refused is held there and nowhere else.
    """
    left = locked.left if locked and locked.left else workspace.recovered_input.with_half_typed()
    app.switch_screen(_place(left))
    if locked and locked.held:
        _go_on(app, cast("SessionController", locked.held))
    elif left.session:
        _take_up(app, workspace, left.session)
    if left.words:
        app.push_screen(screen("recovered drafts", left))
    if sentences := [*notices(workspace), *take_up_keys(app)]:
        app.push_screen(NoticeScreen("Before you go on", "\n\n".join(sentences)))
    _noted(workspace, left)


def notices(workspace: Workspace) -> list[str]:
    """What a person should read before going on, with what to do about each."""
    sentences = list(workspace.vault.warnings)
    conflicts = _saved_twice(workspace)
    if workspace.vault.read_only:
        sentences.append(
            "The notebook is open for reading only: nothing that you type now is kept. If something is damaged, "
            "“Check now” in Notebook (n on Today) names what it touches, and “A notebook from a copy” mends it."
        )
    if (
        not workspace.throw_away
        and dated_backups(workspace.vault.folder)
        and (old := backup_age_warning(workspace.vault.folder))
    ):
        sentences.append(old)
    if not workspace.settings.now().paper and not workspace.vault.read_only:
        sentences.append(
            "The recovery words were shown, but nobody has read them back, so perhaps they are not on paper. Make "
            "fresh ones now: Notebook (n on Today), Fresh recovery words (w)."
        )
    if conflicts:
        who = "A text was" if conflicts == 1 else f"{conflicts} texts were"
        sentences.append(f"{who} saved twice at the same time. Both are kept: look at them in Notebook (n on Today).")
    return sentences


def _saved_twice(workspace: Workspace) -> int:
    """How many texts wait for somebody to look at both; none that can be read in a damaged vault is none to show."""
    try:
        return len(workspace.vault.documents.conflicts())
    except VaultError:
        return 0


def _place(left: RecoveredInput) -> Screen[Any]:
    """The place that was in front; Today where there is none of that name, or it cannot stand by itself."""
    if left.family:
        return screen("families", left.family)
    name = next((name for name, where in SCREENS.items() if where.endswith(f":{left.place}")), "today")
    return screen(name)


def _take_up(app: Program, workspace: Workspace, session_id: str) -> None:
    session = workspace.sessions.find(session_id)
    whole = workspace.sessions.find(session.meeting) if session is not None and session.meeting else session
    if whole is None or whole.status is not SessionStatus.OPEN:
        return  # it was closed or deleted elsewhere
    try:
        controller = workspace.resume(session_id)
    except (VaultError, KeyError, ValueError):
        return  # it stands in the list on Today
    _go_on(app, controller)


def _go_on(app: Program, controller: SessionController) -> None:
    app.push_screen(screen("session", controller))


def _noted(workspace: Workspace, left: RecoveredInput) -> None:
    """The place and the session are resumed; the words stay until somebody drops them."""
    try:
        workspace.recovered_input.put(left.model_copy(update={"session": "", "place": "", "family": ""}))
    except VaultError:
        return  # a vault that is open for reading only offers them again next time


def prepare(app: Program, workspace: Workspace, family: str) -> None:
    """Begin the preparation of a visit to *family* (an id in the notebook, or the path of a family file).

    A preparation of this family that was left open is gone on with.
    """
    try:
        family_id = workspace.resolve_family(family)
    except (ValueError, OSError) as trouble:
        app.push_screen(NoticeScreen("That family could not be opened", error_in_words(trouble)))
        return
    app.push_screen(screen("session", workspace.prepare_visit(family_id)))
