"""``supervision-tui plain``: the program as question and answer, readable by a screen reader."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from supervision_tui.workspace.paths import vault_folder


def plain(
    demo: Annotated[bool, typer.Option("--demo", help="Use a throw-away notebook with the invented families.")] = False,
) -> None:
    """The same sessions, a line at a time: no colours, no boxes, nothing drawn twice."""
    from supervision_tui.plain.home import run_plain_mode  # noqa: PLC0415 - quick help
    from supervision_tui.plain.terminal_io import PlainTerminal  # noqa: PLC0415 - quick help

    raise typer.Exit(run_plain_mode(Path() if demo else vault_folder(), PlainTerminal(), demo=demo))
