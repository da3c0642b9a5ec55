"""Gramps XML in: people, families with their kinds of parents, events, places, notes."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = ["gramps_family"]

if TYPE_CHECKING:
    from supervision_tui.family.formats.gramps.reading import gramps_family
else:
    __getattr__ = load_on_use(__name__, {"reading": "gramps_family"})
