"""The operating system's key store as one more way in: no passphrase on this machine, for this person's log-in.

Honest limit, to be told before it is chosen: every program that runs under the same log-in can read that store. Only a
wrapping key goes there (32 bytes in base64: Windows takes no more than 2,560 bytes), never the data key, so forgetting
it there closes this way in for good.
"""

from __future__ import annotations

from base64 import b64decode, b64encode

from supervision_tui.vault.errors import VaultError, WrongPassphraseError
from supervision_tui.vault.keys import wrapping
from supervision_tui.vault.keys.key_file import KeyFile, KeySlot

_SERVICE = "supervision-tui"
_NONE_HERE = "This computer has no key store that can be used, so nothing was changed. Go on with the passphrase."


def put(vault: str, data_key: bytes) -> KeySlot:
    """Put a fresh wrapping key for *vault* into the key store and return the way in that it opens.

    Raises:
        VaultError: there is no usable key store.
    """
    import keyring  # noqa: PLC0415 - 60 ms, only on request
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    key = wrapping.new_key()
    try:
        keyring.set_password(_SERVICE, vault, b64encode(key).decode())
        if keyring.get_password(_SERVICE, vault) != b64encode(key).decode():
            raise VaultError(_NONE_HERE)
    except KeyringError:
        raise VaultError(_NONE_HERE) from None
    return KeySlot(kind="keystore", box=wrapping.wrap(key, data_key))


def drop(vault: str) -> None:
    """Take the wrapping key of *vault* out of the key store, if it is there."""
    import keyring  # noqa: PLC0415 - 60 ms, only on request
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    try:
        keyring.delete_password(_SERVICE, vault)
    except KeyringError:
        return


def data_key(key_file: KeyFile) -> bytes:
    """The data key behind the key store.

    Raises:
        WrongPassphraseError: this vault is not in the key store of this log-in.
    """
    import keyring  # noqa: PLC0415 - 60 ms, only on request
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    slot = key_file.slot("keystore")
    unwrapped = None
    if slot is not None:
        try:
            stored = keyring.get_password(_SERVICE, key_file.vault)
            unwrapped = wrapping.unwrap(b64decode(stored or "", validate=True), slot.box) if stored else None
        except (KeyringError, ValueError):
            unwrapped = None
    if unwrapped is None or len(unwrapped) != wrapping.KEY_BYTES:
        message = "The key store of this computer does not open this vault. Use the passphrase; nothing was changed."
        raise WrongPassphraseError(message)
    return unwrapped
