"""An open vault for one command: the passphrase asked for unseen, the vault closed whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui.cli import passphrases

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace

VaultFolder = Annotated[
    Path | None, typer.Option("--vault", metavar="FOLDER", help="The vault's folder; yours without it.")
]


@contextmanager
def open_notebook(
    vault: Path | None, passphrase_file: Path | None = None, descriptor: int | None = None, *, writing: bool = False
) -> Iterator[Workspace]:
    """The workspace in *vault*, opened for reading unless the command is *writing*; closed at the end.

    Raises:
        VaultError: it could not be opened; the message says why.
        typer.Exit: there is no vault yet, or nobody to ask for the passphrase.
    """
    from supervision_tui.workspace import open_vault  # noqa: PLC0415 - quick help
    from supervision_tui.workspace.paths import vault_folder  # noqa: PLC0415 - quick help

    folder = vault or vault_folder()
    if not folder.exists():
        typer.echo(f"There is no vault in {folder} yet. Open the program once to make one.", err=True)
        raise typer.Exit(1)
    workspace = open_vault(folder, passphrases.asked(passphrase_file, descriptor), read_only=not writing)
    try:
        yield workspace
    finally:
        workspace.close()
