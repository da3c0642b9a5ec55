"""The one way into a vault for the screen, the plain terminal and the command line: a module a noun.

Importing this package is cheap; what opens a vault is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.workspace.notebook.opening import create_vault, open_demo, open_vault
    from supervision_tui.workspace.workspace import Workspace

_ON_USE = {
    "Workspace": "workspace",
    "create_vault": "notebook.opening",
    "open_demo": "notebook.opening",
    "open_vault": "notebook.opening",
}

__all__ = ["Workspace", "create_vault", "open_demo", "open_vault"]


def __getattr__(name: str) -> object:
    """Load the module that holds *name*."""
    if name not in _ON_USE:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_ON_USE[name]}"), name)
