"""Making, opening and throwing away vaults, with whose notebook it is kept inside."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from pydantic import BaseModel

from supervision_tui.people import Roster
from supervision_tui.practice import Framework, SessionTemplate
from supervision_tui.resources import content_folder
from supervision_tui.text import Line
from supervision_tui.vault import Cost, Save, Vault, VaultError
from supervision_tui.vault.disk import filesystem, sync_conflicts
from supervision_tui.vault.keys import key_file
from supervision_tui.vault.keys.passphrase_policy import suggestion
from supervision_tui.workspace.notebook.people_ids import carry_over_people
from supervision_tui.workspace.store import (
    FamilyOutline,
    Owner,
    OwnerRepository,
    RecordOutline,
    RecoveredInput,
    SessionSummary,
)
from supervision_tui.workspace.store.settings import Settings
from supervision_tui.workspace.workspace import Workspace

READ_FIRST: tuple[type[BaseModel], ...] = (
    Owner, Settings, RecoveredInput, Roster, Framework, SessionTemplate, SessionSummary, FamilyOutline, RecordOutline,
)  # fmt: skip
"""What every notebook is read with as soon as it is open."""


def create_vault(
    folder: Path, passphrase: str, name: str, *, framework: str = "plain", cost: Cost = Cost.STANDARD
) -> tuple[Workspace, str]:
    """Make a vault in *folder* for the person called *name*, who works by *framework* (its id).

    Returns it open, and the recovery words to show once.

    Raises:
        VaultError: it could not be made; the message says why. Nothing that was there is changed, nothing is left.
    """
    vault, words = Vault.create(folder, passphrase, cost=cost)
    owner = Owner(name=Line(name), framework=framework, people_have_ids=True)
    try:
        vault.documents.save(
            Save(OwnerRepository.kind, OwnerRepository.ID, owner.model_dump_json(), author=owner.name, base=0)
        )
        vault.private.create_on_this_device(owner.name)
    except VaultError:
        vault.close()
        shutil.rmtree(folder, ignore_errors=True)  # nobody was shown the words that would open it
        raise
    return Workspace(vault, owner), str(words)


def open_vault(folder: Path, passphrase: str, *, read_only: bool = False, accept_older: bool = False) -> Workspace:
    """Open the vault in *folder*; *accept_older* goes on with an older copy, of which the person has been told.

    Raises:
        VaultError: it could not be opened; the message says why and what to do, and nothing was changed.
    """
    return workspace_of(Vault.open(folder, passphrase, read_only=read_only, accept_older=accept_older))


def prepare_opening() -> None:
    """Make ready what reads a notebook's pages while it is still closed; safe beside the keys, in a thread.

    pydantic puts this off until the first page of a kind is read, when somebody waits for it.
    """
    for model in READ_FIRST:
        model.model_rebuild()


def open_by_key_store(folder: Path) -> Workspace:
    """Open the vault in *folder* through this computer's key store.

    Raises:
        VaultError: it does not open it; nothing was changed.
    """
    return workspace_of(Vault.open_from_os_keyring(folder))


def opens_by_key_store(folder: Path) -> bool:
    """Whether this computer's key store was chosen as a way into the vault in *folder*."""
    try:
        return key_file.read(folder)[0].slot("keystore") is not None
    except VaultError:
        return False  # whatever is wrong with it is told when it is opened


def conflict_copies(folder: Path) -> tuple[list[Path], str]:
    """The copies of the records that a synchroniser put into the vault's *folder*, and a sentence about them, or ""."""
    copies = [path for path in sync_conflicts.conflict_copies(folder) if sync_conflicts.is_conflict_copy(path)]
    return copies, sync_conflicts.conflict_warning(folder)


def folder_warnings(folder: Path) -> list[str]:
    """What a person should know about *folder* before a vault is made in it: a network disk, a synced folder."""
    return filesystem.examine(folder).warnings()


def workspace_of(vault: Vault) -> Workspace:
    """The open *vault* as a workspace of its owner; one of an earlier program is carried over."""
    workspace = Workspace(vault, _owner_of(vault))
    vault.warnings = (*vault.warnings, *carry_over_people(workspace))
    if not vault.read_only:
        with suppress(VaultError):  # a full disk: it is tried again at the next opening
            workspace.step_log.refresh_search_words()
    return workspace


def _owner_of(vault: Vault) -> Owner:
    try:
        return Owner.model_validate_json(vault.documents.get(OwnerRepository.kind, OwnerRepository.ID).body)
    except VaultError:  # none was ever noted, or a damaged page holds it: what can be read is read all the same
        return Owner(name=Line("the owner"))


def open_demo() -> Workspace:
    """A throw-away vault in a temporary folder with the five invented families; it goes when it is closed."""
    folder = Path(tempfile.mkdtemp(prefix="supervision-demo-"))
    passphrase = suggestion()
    try:
        vault, _ = Vault.create(folder / "vault", passphrase, cost=Cost.FAST, state=folder / "state")
        owner = Owner(name=Line("Amina"), people_have_ids=True)
        vault.documents.save(
            Save(OwnerRepository.kind, OwnerRepository.ID, owner.model_dump_json(), author=owner.name, base=0)
        )
        vault.private.create_on_this_device(owner.name)
        workspace = Workspace(vault, owner, throw_away=folder, demo_key=passphrase)
        for path in sorted(content_folder("templates/families").glob("*.yaml"), reverse=True):
            workspace.families.import_file(path)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return workspace


def reopen_demo(folder: Path, passphrase: str) -> Workspace:
    """The demonstration in *folder*, which was locked, again."""
    vault = Vault.open(folder / "vault", passphrase, state=folder / "state")
    return Workspace(vault, _owner_of(vault), throw_away=folder, demo_key=passphrase)
