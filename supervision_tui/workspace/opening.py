"""Making, opening and throwing away vaults, with whose notebook it is kept inside."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from supervision_tui.resources import content_folder
from supervision_tui.text import Line
from supervision_tui.vault import Cost, NotFound, Vault
from supervision_tui.vault.passphrase import suggestion
from supervision_tui.workspace.desk import Workspace
from supervision_tui.workspace.owner import Owner, Owners


def create_vault(folder: Path, passphrase: str, name: str, *, cost: Cost = Cost.STANDARD) -> tuple[Workspace, str]:
    """Make a vault in *folder* for the person called *name*; returns it open, and the recovery words to show once.

    Raises:
        VaultError: it could not be made; the message says why. Nothing that was there is changed.
    """
    vault, words = Vault.create(folder, passphrase, cost=cost)
    owner = Owner(name=Line(name))
    vault.put(Owners.kind, Owners.ID, owner.model_dump_json(), author=owner.name, base=None)
    vault.private.create_on_this_device(owner.name)
    return Workspace(vault, owner), str(words)


def open_vault(folder: Path, passphrase: str, *, read_only: bool = False) -> Workspace:
    """Open the vault in *folder*.

    Raises:
        VaultError: it could not be opened; the message says why and what to do, and nothing was changed.
    """
    vault = Vault.open(folder, passphrase, read_only=read_only)
    return Workspace(vault, _owner_of(vault))


def _owner_of(vault: Vault) -> Owner:
    try:
        return Owner.model_validate_json(vault.get(Owners.kind, Owners.ID).body)
    except NotFound:
        return Owner(name=Line("the owner"))


def open_demo() -> Workspace:
    """A throw-away vault in a temporary folder with the five invented families; it goes when it is closed."""
    folder = Path(tempfile.mkdtemp(prefix="supervision-demo-"))
    passphrase = suggestion()
    try:
        vault, _ = Vault.create(folder / "vault", passphrase, cost=Cost.FAST, state=folder / "state")
        owner = Owner(name=Line("Amina"))
        vault.put(Owners.kind, Owners.ID, owner.model_dump_json(), author=owner.name, base=None)
        vault.private.create_on_this_device(owner.name)
        workspace = Workspace(vault, owner, throw_away=folder, demo_key=passphrase)
        for path in sorted(content_folder("templates/families").glob("*.yaml"), reverse=True):
            workspace.families.bring_in(path)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return workspace


def reopen_demo(folder: Path, passphrase: str) -> Workspace:
    """The demonstration in *folder*, which was locked, again."""
    vault = Vault.open(folder / "vault", passphrase, state=folder / "state")
    return Workspace(vault, _owner_of(vault), throw_away=folder, demo_key=passphrase)
