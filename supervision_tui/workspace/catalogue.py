"""The library as people search it: what its files hold, and the ways of working that the program itself brings."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_tui.practice import Library
from supervision_tui.practice.catalogue import Catalogue, CatalogueItem, library_items
from supervision_tui.practice.library import ACTIVITIES
from supervision_tui.session import WORKING_METHODS, SessionEditor, WorkingMethod, working_methods

WAY_OF_WORKING = "way of working"
"""The type of a tool that opens over a stage."""


def catalogue_of(library: Library) -> Catalogue:
    """Everything that can be found in *library*, with the working methods."""
    return Catalogue((*_methods(), *library_items(library)))


def _methods() -> Iterator[CatalogueItem]:
    for method in WORKING_METHODS:
        yield CatalogueItem("tool", method.id, method.title, method.does, type=WAY_OF_WORKING)


def method_here(method_id: str, editor: SessionEditor) -> WorkingMethod | None:
    """The way of working of that id, if the present stage of *editor* has a place for it."""
    return next((method for method in working_methods(editor) if method.id == method_id), None)


def stages_with(library: Library, method_id: str) -> list[str]:
    """The stages whose activity brings a way of working, as ``Group supervision: Interview``."""
    return [
        f"{template.title}: {stage.title}"
        for template in library.templates.values()
        for stage in template.stages
        if (activity := ACTIVITIES.get(stage.activity)) and method_id in activity.methods
    ]
