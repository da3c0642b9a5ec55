"""Panels of the session screen: what people really do in a stage, where fields are not enough.

``PANELS`` says which widget shows a working method; each is loaded when somebody opens it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from textual.containers import Vertical

from supervision_tui.session import WorkingMethod, working_methods
from supervision_tui.tui.activities.activity_panel import ActivityPanel
from supervision_tui.tui.dialogs.dialogs import ChooseScreen

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

PANELS: dict[str, tuple[str, str]] = {
    "roles": ("roles", "RolesPanel"),
    "check_in": ("check_in", "CheckInPanel"),
    "round": ("round", "RoundPanel"),
    "ideas": ("ideas", "IdeasPanel"),
    "graces": ("graces", "GracesPanel"),
    "marks": ("marks", "MarksPanel"),
    "columns": ("columns", "ColumnsPanel"),
    "stance": ("stance", "StancePanel"),
    "listening": ("listening", "ListeningPanel"),
    "questions": ("questions", "QuestionsPanel"),
}
"""The module and the class of the panel of each working method, by its id."""
OPEN = "-activity"
"""Style class of the session while a panel stands in its work pane."""


def choose_panel(screen: SessionBase) -> None:
    """Open the panel of the present stage; where it offers several methods, ask which."""
    offered = working_methods(screen.editor)
    if len(offered) == 1:
        open_panel(screen, offered[0])
    elif offered:
        by_id = {method.id: method for method in offered}
        choices = [(method.id, f"{method.title}: {method.does}") for method in offered]

        def open_chosen(method_id: str | None) -> None:
            if method_id is not None:
                open_panel(screen, by_id[method_id])

        screen.app.push_screen(ChooseScreen("How would you like to work?", choices), open_chosen)


def panel_for(screen: SessionBase, method: WorkingMethod) -> ActivityPanel:
    """The panel of *method*, ready to be mounted on *screen*."""
    module, name = PANELS[method.id]
    panel: ActivityPanel = getattr(import_module(f"{__name__}.{module}"), name)(screen)
    return panel


def open_panel(screen: SessionBase, method: WorkingMethod) -> None:
    """Let the panel of *method* take the place of the list and the box."""
    work = screen.query_one("#work", Vertical)
    for old in work.query(".activity"):
        old.remove()
    panel = panel_for(screen, method)
    screen.query_one("#session").add_class(OPEN)
    work.mount(panel, after="#stage_words")
    screen.set_focus(panel)  # at once: a key that is on its way is for the panel


def close_panel(screen: SessionBase) -> None:
    """Bring back the list and the box, where somebody was writing."""
    if remove_panel(screen):
        screen.open_stage()


def remove_panel(screen: SessionBase) -> bool:
    """Remove the panel, if one is open; return whether one was."""
    work = screen.query_one("#work", Vertical)
    panels = list(work.query(".activity"))
    for panel in panels:
        panel.remove()
    screen.query_one("#session").remove_class(OPEN)
    return bool(panels)


def refocus_panel(screen: SessionBase) -> None:
    """After a dialog was closed: if a panel is open, draw it again and give it the keys."""
    work = screen.query_one("#work", Vertical)
    if screen.query_one("#session").has_class(OPEN):
        panel = work.query_one(ActivityPanel)
        panel.draw()
        screen.set_focus(panel)
