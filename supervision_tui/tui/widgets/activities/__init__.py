"""Regions of the session screen: what people really do in a stage, where fields are not enough.

``REGIONS`` says which widget draws a way of working; each is loaded when somebody opens it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from textual.containers import Vertical

from supervision_tui.session.working_methods import WorkingMethod, working_methods
from supervision_tui.tui.content import shown

if TYPE_CHECKING:
    from supervision_tui.tui.screens.session.session import SessionScreen
    from supervision_tui.tui.widgets.activities.region import Region

REGIONS: dict[str, tuple[str, str]] = {
    "roles": ("roles", "RolesRegion"),
    "check_in": ("check_in", "CheckInRegion"),
    "round": ("round", "RoundRegion"),
    "ideas": ("ideas", "IdeasRegion"),
    "graces": ("graces", "GracesRegion"),
    "marks": ("marks", "MarksRegion"),
    "columns": ("columns", "ColumnsRegion"),
    "stance": ("stance", "StanceRegion"),
    "listening": ("listening", "ListeningRegion"),
    "questions": ("questions", "QuestionsRegion"),
}
"""The module and the class of the region of each way of working, by its id."""
OPEN = "-region"
"""Style class of the session while a region stands in its work pane."""


def choose_region(screen: SessionScreen) -> None:
    """Open the region of the present stage; where there are several, ask which."""
    from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen  # noqa: PLC0415 - only where there is a choice

    offered = working_methods(screen.editor)
    if len(offered) == 1:
        open_region(screen, offered[0])
    elif offered:
        by_id = {way.id: way for way in offered}
        choices = [(way.id, f"{way.title}: {way.does}") for way in offered]

        def chosen(found: str | None) -> None:
            if found is not None:
                open_region(screen, by_id[found])

        screen.app.push_screen(ChooseScreen("How would you like to work?", choices), chosen)


def region_of(screen: SessionScreen, way: WorkingMethod) -> Region:
    """The region of *way*, ready to stand on *screen*."""
    module, name = REGIONS[way.id]
    found: Region = getattr(import_module(f"{__name__}.{module}"), name)(screen)
    return found


def open_region(screen: SessionScreen, way: WorkingMethod) -> None:
    """Let the region of *way* take the place of the list and the box."""
    work = screen.query_one("#work", Vertical)
    for old in work.query(".region"):
        old.remove()
    region = region_of(screen, way)
    work.border_title = shown(screen.app.workspace.formats.framework.said(way.title))
    screen.query_one("#session").add_class(OPEN)
    work.mount(region, after="#stage_words")
    screen.set_focus(region)  # at once: a key that is on its way is for the region


def close_region(screen: SessionScreen) -> None:
    """Bring back the list and the box, where somebody was writing."""
    if drop_region(screen):
        screen.open_stage()


def drop_region(screen: SessionScreen) -> bool:
    """Take the region away, if one is open; tells whether there was one."""
    work = screen.query_one("#work", Vertical)
    found = list(work.query(".region"))
    for old in found:
        old.remove()
    screen.query_one("#session").remove_class(OPEN)
    return bool(found)


def back_to_region(screen: SessionScreen) -> None:
    """After a window was closed: where a region stands, draw it anew and let it have the keys again."""
    work = screen.query_one("#work", Vertical)
    if screen.query_one("#session").has_class(OPEN):
        from supervision_tui.tui.widgets.activities.region import Region  # noqa: PLC0415 - loaded with the region

        region = work.query_one(Region)
        region.draw()
        screen.set_focus(region)
