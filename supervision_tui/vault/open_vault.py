"""How a vault is to be opened, and all that an open one stands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.vault.disk import header
from supervision_tui.vault.disk.lease import Lease
from supervision_tui.vault.errors import VaultReadOnlyError
from supervision_tui.vault.keys.key_file import KeyFile
from supervision_tui.vault.storage.rollback_guard import LastSeenHead

if TYPE_CHECKING:
    from supervision_tui.vault.storage.database import Database

DataKey = Callable[[KeyFile], bytes]
"""Gets the data key out of a key file, or raises."""


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """How a vault is to be opened.

    Attributes:
        read_only: never write; needs no lease.
        alone: keep other programs from writing meanwhile.
        wait: seconds to wait for the lease.
        accept_older: the person knows that newer records are missing, and goes on.
        records: the name of the file of records; another one than the vault's own is a copy, and only read.
        state: where the newest line of the history is noted (default: the person's state folder).
    """

    read_only: bool = False
    alone: bool = True
    wait: float = 0.0
    accept_older: bool = False
    state: Path | None = None
    records: str = header.NAME

    @property
    def of_a_copy(self) -> bool:
        """Whether it is a synchroniser's copy beside the vault's own file that is opened."""
        return self.records != header.NAME


@dataclass(slots=True)
class OpenVault:
    """The parts of an open vault; *warnings* are sentences for the person."""

    folder: Path
    database: Database
    key_file: KeyFile
    last_seen: LastSeenHead
    options: OpenOptions
    lease: Lease | None
    seal_held: bool = True
    warnings: list[str] = field(default_factory=list)

    def refuse_if_read_only(self) -> None:
        """Stop a change where the vault is open for reading only.

        Raises:
            VaultReadOnlyError: it is open so.
        """
        if self.database.read_only:
            message = "The vault is open for reading only, so nothing was changed. Everything in it is safe."
            raise VaultReadOnlyError(message)
