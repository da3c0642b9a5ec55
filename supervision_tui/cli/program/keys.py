"""``supervision-tui keys``: every command with its key, as a file that can be changed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from supervision_tui.workspace.paths import home


def keys(*, where: Annotated[bool, typer.Option("--where", help="Say only where the file belongs.")] = False) -> None:
    """Write out every command with its key; the lines that are changed go into keys.yaml in the program's folder."""
    place = home() / "keys.yaml"
    if where:
        sys.stdout.write(f"{place}\n")
        return
    from supervision_tui.tui.app import SupervisionApp  # noqa: PLC0415 - the whole screen is loaded for its commands
    from supervision_tui.tui.app_services.keymap import commands, written  # noqa: PLC0415 - as above

    sys.stdout.write(written(commands(SupervisionApp.BINDINGS)))
    typer.echo(f"Put the lines that you change into {place}", err=True)
