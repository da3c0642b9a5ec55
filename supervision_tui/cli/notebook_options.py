"""The notebook that a command works on: ``--vault``, ``--passphrase-file`` and ``--passphrase-fd``, said once.

A command declares a parameter ``notebook: NotebookOptions`` and stands under :func:`with_notebook`; the vault is closed
whatever happens.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from supervision_tui import vault as vaults
from supervision_tui import workspace as workspaces
from supervision_tui.cli import passphrases
from supervision_tui.cli.output import refuse
from supervision_tui.vault import DocumentNotFoundError, VaultError
from supervision_tui.workspace.paths import vault_folder

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.vault import Vault
    from supervision_tui.workspace import Workspace

PARAMETER = "notebook"
OPTIONS = {
    "vault": Annotated[
        Path | None, typer.Option("--vault", metavar="FOLDER", help="The vault's folder; yours without it.")
    ],
    "passphrase_file": Annotated[
        Path | None,
        typer.Option("--passphrase-file", metavar="FILE", help="Read the passphrase from the first line of FILE."),
    ],
    "passphrase_fd": Annotated[
        int | None,
        typer.Option("--passphrase-fd", metavar="N", help="Read the passphrase from open file descriptor N."),
    ],
}


@dataclass(frozen=True, slots=True)
class NotebookOptions:
    """Which vault, and where its passphrase is read from; typed unseen where neither place is given."""

    vault: Path | None = None
    passphrase_file: Path | None = None
    passphrase_fd: int | None = None

    @property
    def folder(self) -> Path:
        """The vault's folder: the one that was named, or one's own."""
        return self.vault or vault_folder()

    def passphrase(self, what: str = "Passphrase of the vault") -> str:
        """The passphrase that opens it.

        Raises:
            typer.Exit: code 2 when there is nobody to ask and no place to read it from.
        """
        return passphrases.ask(self.passphrase_file, self.passphrase_fd, what)

    def new_passphrase(self) -> str:
        """A passphrase for a vault that is about to be made; typed twice when a person types it.

        Raises:
            typer.Exit: code 2 when the two differ, or there is nobody to ask.
        """
        return passphrases.choose(self.passphrase_file, descriptor=self.passphrase_fd)

    @contextmanager
    def open(self, *, writing: bool = False) -> Iterator[Workspace]:
        """The workspace, opened for reading unless the command is *writing*; its warnings told, closed at the end.

        Raises:
            VaultError: it could not be opened; the message says why.
            typer.Exit: there is no vault yet, or nobody to ask for the passphrase.
        """
        if not self.folder.exists():
            refuse(f"There is no vault in {self.folder} yet. Open the program once to make one.")
        opened = workspaces.open_vault(self.folder, self.passphrase(), read_only=not writing)
        _tell(opened.vault)
        try:
            yield opened
        finally:
            opened.close()

    @contextmanager
    def open_vault(self, *, accept_older: bool = False) -> Iterator[Vault]:
        """The vault open for reading, which works while the program has it open too; its warnings told.

        Raises:
            VaultError: it could not be opened; the message says why.
        """
        with vaults.Vault.open(self.folder, self.passphrase(), read_only=True, accept_older=accept_older) as vault:
            _tell(vault)
            yield vault


def _tell(vault: Vault) -> None:
    """Tell what opening noticed: on stderr, so that data stay data."""
    for warning in vault.warnings:
        typer.echo(warning, err=True)


def with_notebook(command: Callable[..., None]) -> Callable[..., None]:
    """*command* with the three options for its parameter ``notebook``; what the vault refuses ends it with 1."""

    @functools.wraps(command)
    def run(
        *arguments: object,
        vault: Path | None = None,
        passphrase_file: Path | None = None,
        passphrase_fd: int | None = None,
        **options: object,
    ) -> None:
        notebook = NotebookOptions(vault, passphrase_file, passphrase_fd)
        try:
            command(*arguments, **options, notebook=notebook)
        except VaultError as problem:
            refuse(problem)

    signature = inspect.signature(command, eval_str=True)
    own = [parameter for name, parameter in signature.parameters.items() if name != PARAMETER]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in OPTIONS.items()
    ]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (*own, *added)}
    run.__signature__ = signature.replace(parameters=[*own, *added])  # type: ignore[attr-defined]  # read by typer
    return run


def record_of(workspace: Workspace, record_id: str) -> Record:
    """The record of that id; says so and ends with 1 where there is none."""
    try:
        return workspace.records.get(record_id)
    except DocumentNotFoundError:
        refuse(f"There is no record '{record_id}' here. 'record list' shows them.")
