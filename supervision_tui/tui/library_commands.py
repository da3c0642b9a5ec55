"""The tools of the library where commands are looked for: in the palette, and among the places to jump to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from supervision_tui.tui.navigation import screen

if TYPE_CHECKING:
    from supervision_tui.practice.catalogue import CatalogueItem
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace


def library_commands(app: Program, workspace: Workspace) -> Iterator[SystemCommand]:
    """The library, and each of its tools, for the palette."""
    yield SystemCommand("Library", "Every prompt, card and tool, found by a few letters.", partial(open_library, app))
    for item in tools(workspace):
        yield SystemCommand(item.words, item.about or item.type, partial(open_library, app, item.words))


def tools(workspace: Workspace) -> list[CatalogueItem]:
    """What can be done: ways of working, session formats, checklists, exercises."""
    return [item for item in workspace.catalogue.items if item.kind == "tool"]


def open_library(app: Program, letters: str = "") -> None:
    """Open the library over the screen in front, with *letters* looked for."""
    app.push_screen(screen("library", app.screen, letters))
