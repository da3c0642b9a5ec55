"""The one way into a vault for the screen, the plain terminal and the command line: a module a noun."""

from supervision_tui.workspace.desk import Workspace
from supervision_tui.workspace.opening import create_vault, open_demo, open_vault

__all__ = ["Workspace", "create_vault", "open_demo", "open_vault"]
