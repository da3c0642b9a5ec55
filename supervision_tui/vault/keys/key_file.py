"""``keys.json``: which vault this is, and the data key wrapped for each way in. It holds no secret in clear.

It is written twice (``keys.json`` and ``keys.second.json``), because losing it loses everything. A plain checksum tells
damage from a wrong passphrase before anyone types one; a keyed seal tells, once open, whether someone else changed it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from supervision_tui.vault.disk import private_files
from supervision_tui.vault.errors import NotAVaultError, VaultDamagedError, VaultNewerError
from supervision_tui.vault.keys import wrapping

NAME = "keys.json"
SECOND = "keys.second.json"
FORMAT = 1
_LARGEST = 64 * 1024
_MOST_MEMORY = 2 << 30
_MOST_PASSES = 16

Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Box = Annotated[str, Field(max_length=400)]


class Argon(BaseModel):
    """Argon2id parameters: *salt* in base64, *passes*, *memory* in bytes; bounded, so no file can ask for the moon."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    salt: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{22}==$")]
    passes: Annotated[int, Field(ge=1, le=_MOST_PASSES)]
    memory: Annotated[int, Field(ge=8192, le=_MOST_MEMORY)]

    @classmethod
    def new(cls, cost: wrapping.Cost) -> Argon:
        """Parameters of *cost* with a fresh salt."""
        passes, memory = cost.value
        return cls(salt=b64encode(wrapping.new_salt()).decode(), passes=passes, memory=memory)

    def key(self, passphrase: str) -> bytes:
        """The key that *passphrase* stands for under these parameters."""
        return wrapping.derive(passphrase, b64decode(self.salt), self.passes, self.memory)


class KeySlot(BaseModel):
    """One way in: the data key in *box*, locked by a passphrase, the recovery words or the OS key store."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    kind: Literal["passphrase", "recovery", "keystore"]
    argon: Argon | None = None
    box: Box


class KeyFile(BaseModel):
    """The whole of ``keys.json``.

    *vault* stays the same in every copy; *instance* is new in each restored copy; *salt* is the first 16 bytes of
    ``records.db``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    format: Literal[1] = 1
    vault: Hex32
    instance: Hex32
    salt: Hex32
    created: Annotated[str, Field(max_length=40)]
    slots: Annotated[tuple[KeySlot, ...], Field(min_length=1, max_length=16, strict=False)]
    seal: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$|^$")] = ""
    sum: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$|^$")] = ""

    def slot(self, kind: str) -> KeySlot | None:
        """The way in of this *kind*, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, slot: KeySlot) -> KeyFile:
        """A copy in which *slot* stands in the place of any other of its kind."""
        return self.model_copy(update={"slots": (*(s for s in self.slots if s.kind != slot.kind), slot)})

    def without_slot(self, kind: str) -> KeyFile:
        """A copy without the way in of this *kind*."""
        return self.model_copy(update={"slots": tuple(s for s in self.slots if s.kind != kind)})

    def sealed(self, data_key: bytes) -> KeyFile:
        """A copy with its seal and its checksum set."""
        bare = self.model_copy(update={"seal": _seal(self, data_key), "sum": ""})
        return bare.model_copy(update={"sum": _sum(bare)})

    def seal_holds(self, data_key: bytes) -> bool:
        """Whether this is what the holder of *data_key* last wrote."""
        return hmac.compare_digest(self.seal, _seal(self, data_key))


def _canonical(key_file: KeyFile, leave_out: set[str]) -> bytes:
    return json.dumps(
        key_file.model_dump(mode="json", exclude=leave_out), sort_keys=True, separators=(",", ":")
    ).encode()


def _seal(key_file: KeyFile, data_key: bytes) -> str:
    key = wrapping.subkey(data_key, b"keys.json")
    return hashlib.blake2b(_canonical(key_file, {"seal", "sum"}), key=key, digest_size=32).hexdigest()


def _sum(key_file: KeyFile) -> str:
    return hashlib.sha256(_canonical(key_file, {"sum"})).hexdigest()


def new(vault: str, instance: str, salt: str) -> dict[str, object]:
    """The fields of a new key file but its slots."""
    return {"vault": vault, "instance": instance, "salt": salt, "created": datetime.now(UTC).isoformat("T", "seconds")}


def write(folder: Path, key_file: KeyFile) -> None:
    """Write both copies, the second one first, each whole or not at all.

    Raises:
        OSError: the disk refused; what stood there before still opens the vault.
    """
    content = json.dumps(key_file.model_dump(mode="json"), indent=1).encode() + b"\n"
    private_files.write_whole(folder / SECOND, content)
    private_files.write_whole(folder / NAME, content)


def read(folder: Path) -> tuple[KeyFile, str]:
    """The key file of the vault in *folder*, and a warning ("" when all is well) if only its second copy was good.

    Raises:
        NotAVaultError: no key file and no records either.
        VaultNewerError: a newer program wrote it.
        VaultDamagedError: neither copy can be used.
    """
    if not any((folder / name).exists() for name in (NAME, SECOND, "records.db")):
        message = f"There is no vault in {folder}. Check the folder, or make a new vault."
        raise NotAVaultError(message)
    try:
        return _read_one(folder / NAME), ""
    except VaultDamagedError as first:
        try:
            good = _read_one(folder / SECOND)
        except VaultDamagedError:
            raise first from None
        return good, (
            f"{NAME} is damaged, so its second copy was used. All records are safe. "
            "Change the passphrase (to the same one, if you like) to write both copies again."
        )


def copies_equal(folder: Path) -> bool:
    """Whether the two copies of the key file say the same."""
    try:
        return _read_one(folder / NAME) == _read_one(folder / SECOND)
    except VaultDamagedError:
        return False


def _read_one(path: Path) -> KeyFile:
    """One copy, or the reason why not."""
    advice = "Nothing was changed. Put back the vault's key files from a backup; the records themselves may be well."
    try:
        with path.open("rb") as source:
            content = source.read(_LARGEST + 1)
    except OSError:
        message = f"{path.name} is missing from the vault or cannot be read, so nothing can unlock it. {advice}"
        raise VaultDamagedError(message) from None
    try:
        raw = json.loads(content[:_LARGEST].decode("utf-8"), parse_constant=_no_constant)
        if isinstance(raw, dict) and isinstance(raw.get("format"), int) and raw["format"] > FORMAT and "slots" in raw:
            message = "This vault was made by a newer version of the program. Nothing was changed. Update the program."
            raise VaultNewerError(message)
        found = KeyFile.model_validate(raw)
    except (ValueError, RecursionError, ValidationError):
        message = f"{path.name} is damaged. {advice}"
        raise VaultDamagedError(message) from None
    if not hmac.compare_digest(found.sum, _sum(found)):
        message = f"{path.name} is damaged: its checksum does not fit. {advice}"
        raise VaultDamagedError(message)
    return found


def _no_constant(_name: str) -> float:
    message = "not a number"
    raise ValueError(message)
