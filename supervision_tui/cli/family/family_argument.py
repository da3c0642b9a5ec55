"""The argument FAMILY of a command: the path of a family file, or an id in the vault."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui import family

if TYPE_CHECKING:
    from supervision_tui.cli.notebook_options import NotebookOptions
    from supervision_tui.family import Family


class FamilyNotFoundError(ValueError):
    """There is neither a file nor a family in the vault of that name."""


def load_named(argument: str, notebook: NotebookOptions) -> Family:
    """The family in the file *argument*, or the one with that id in the vault, whose passphrase is asked for.

    Raises: as :func:`load_with_owner`.
    """
    return load_with_owner(argument, notebook)[0]


def load_with_owner(argument: str, notebook: NotebookOptions) -> tuple[Family, str]:
    """The same, and the name of the vault's owner; no name beside a family that stands in a file.

    Raises:
        FileFormatError: the file is there and is not a family.
        FamilyNotFoundError: there is nothing of that name.
        VaultError: the vault could not be opened.
    """
    path = Path(argument).expanduser()
    if path.is_file():
        return family.load_family(path), ""
    if path.suffix or os.sep in argument:
        message = f"There is no file '{argument}'. Look at the spelling, or give the id of a family in the vault."
        raise FamilyNotFoundError(message)
    return _from_vault(argument, notebook)


def _from_vault(family_id: str, notebook: NotebookOptions) -> tuple[Family, str]:
    with notebook.open() as workspace:
        found = workspace.families.find(family_id)
        if found is None:
            known = ", ".join(heading.id for heading in workspace.families.headings()) or "none yet"
            message = f"There is no family '{family_id}' in the vault. There are: {known}."
            raise FamilyNotFoundError(message)
        return found, workspace.me
