"""What waits, on Today: gathered beside the keys, shown when it is there, and each line leads to its thing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from supervision_tui.family import Family
from supervision_tui.tui.content import content, filled, inline
from supervision_tui.tui.navigation import screen, screen_class
from supervision_tui.tui.screens.today.steps import step_in_words
from supervision_tui.workspace.reports import DueItem, TodayList, TodayRow, own_file_problems, today_list

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace

MOST = 9
"""Rows of "Look at" in a window of 80 columns; the rest are a line that opens all of them."""
MORE = "more"
"""The key of the line that opens every step."""
PRESSING = frozenset({"overdue", "visit"})
SCREENS_NEXT = ("people", "families", "family page", "records", "jump", "begin session", "session")
"""Screens that are loaded once what waits is known, so that their first key is answered at once."""


def make_ready() -> None:
    """Load the screens that people go to from Today; safe beside the keys, in a thread."""
    for name in SCREENS_NEXT:
        screen_class(name)
    Family.model_rebuild()  # pydantic puts this off until a family is read, and it takes as long as reading ten


def gather(workspace: Workspace) -> TodayList:
    """Look through the notebook; safe beside the keys, in a thread."""
    return today_list(workspace, datetime.now(UTC))


def row_content(row: TodayRow) -> Content:
    """A row as a list shows it: its kind in words, then what waits."""
    pressing = row.kind in PRESSING or (row.item is not None and row.item.urgent)
    style = "$warning" if pressing else "$secondary"
    return inline(content(filled(row.kind, 9), style), content(row.words))


def go_to(app: Program, row: TodayRow) -> None:
    """Show the thing that a row is about."""
    if row.kind == "own files":
        why = "\n\n".join(own_file_problems(app.workspace))
        app.push_screen(screen("tell", "What is wrong in your own files", why))
    elif row.records:
        app.push_screen(screen("waiting records", row.records[0].record.id))
    elif row.step is not None and not row.step.summary.family_id:
        app.push_screen(screen("tell", "A step about no family", step_in_words(app.workspace, row.step)))
    elif row.step is not None:
        app.push_screen(screen("open steps", row.step.summary.family_id or "", row.step.action.id))
    elif row.item is not None:
        _go_to_item(app, row.item)


def _go_to_item(app: Program, item: DueItem) -> None:
    if item.kind in {"supervision", "agreement"}:
        app.back_to(screen("people", item.person))
    elif item.kind == "visit":
        _look_back(app, item)
    else:
        app.back_to(screen("families", item.family, "ideas" if item.kind == "idea" else "timeline"))


def _look_back(app: Program, item: DueItem) -> None:
    workspace = app.workspace
    found = next((session for session in workspace.sessions.prepared() if session.session_id == item.session), None)
    if found is not None:
        app.push_screen(
            screen("session", workspace.begin(workspace.formats[found.followed_by], found.family_id, workspace.me))
        )
