"""The one way into a vault for the screen, the plain terminal and the command line: a module a noun.

Importing this package is cheap; what opens a vault is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Workspace", "create_vault", "open_demo", "open_vault",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.notebook import create_vault, open_demo, open_vault
    from supervision_tui.workspace.workspace import Workspace
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "notebook.opening": "create_vault open_demo open_vault",
            "workspace": "Workspace",
        },
    )
