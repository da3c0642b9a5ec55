"""Sealing a parcel: one file that tells nothing, not even for whom, and opens whole or not at all.

The file is a magic, a format byte, a key tag, a nonce, and XChaCha20-Poly1305 (RFC 8439 with the extended nonce of
draft-irtf-cfrg-xchacha) with all of these as associated data. The tag is a keyed BLAKE2b of the nonce: it commits to
the key, and two parcels of one pair look unrelated. The size is a power of two from 64 KiB. There is no signature:
between two, the key says who; neither can prove it to a third.
"""

from __future__ import annotations

import hmac
import secrets
import zlib
from collections.abc import Iterable
from hashlib import blake2b
from typing import NoReturn

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as unlock
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as lock
from nacl.exceptions import CryptoError

from supervision_tui.parcels.contact import Contact
from supervision_tui.parcels.errors import (
    NotAParcelError,
    OwnParcelError,
    ParcelChangedError,
    ParcelForAnotherError,
    ParcelNewerError,
    ParcelTooLargeError,
)

MAGIC = b"SUPARCEL"
FORMAT = 1
SMALLEST = 64 * 1024
LARGEST = 64 * 1024 * 1024
"""Bytes of the largest parcel."""
LARGEST_OPENED = 128 * 1024 * 1024
"""Bytes that a parcel may hold once it is opened."""
_TAG_BYTES, _NONCE_BYTES, _MAC_BYTES, _LENGTH_BYTES = 16, 24, 16, 8
_HEADER_BYTES = len(MAGIC) + 1 + _TAG_BYTES + _NONCE_BYTES
_KEY_BYTES = 32
_ROOM_NEEDED = _HEADER_BYTES + _MAC_BYTES + _LENGTH_BYTES


def seal(words: bytes, contact: Contact) -> bytes:
    """*words* as a parcel for *contact*.

    Raises:
        ParcelTooLargeError: more than one parcel carries.
    """
    packed = zlib.compress(words)
    size = max(SMALLEST, 1 << (len(packed) + _ROOM_NEEDED - 1).bit_length())
    if size > LARGEST or len(words) > LARGEST_OPENED:
        raise ParcelTooLargeError(
            "This is more than one parcel carries. Send fewer records at once. Nothing was written."
        )
    inside = len(packed).to_bytes(_LENGTH_BYTES, "big") + packed
    inside += bytes(size - _HEADER_BYTES - _MAC_BYTES - len(inside))
    key, nonce = bytes.fromhex(contact.send_key), secrets.token_bytes(_NONCE_BYTES)
    header = MAGIC + bytes([FORMAT]) + _tag(key, nonce) + nonce
    return header + bytes(lock(inside, header, nonce, _sealing_key(key)))


def open_sealed(parcel: bytes, contacts: Iterable[Contact]) -> tuple[Contact, bytes]:
    """The contact who made *parcel* for this notebook, and the words in it.

    Raises:
        NotAParcelError, ParcelNewerError, ParcelTooLargeError: see each one.
        ParcelForAnotherError, OwnParcelError, ParcelChangedError: see each one.
    """
    _refuse_other_files(parcel)
    header, locked = parcel[:_HEADER_BYTES], parcel[_HEADER_BYTES:]
    contact = _sender(header, contacts)
    try:
        inside = unlock(locked, header, header[-_NONCE_BYTES:], _sealing_key(bytes.fromhex(contact.receive_key)))
    except CryptoError:
        _changed()
    return contact, _unpacked(bytes(inside))


def file_name() -> str:
    """A name for a parcel that tells nothing."""
    return f"{secrets.token_hex(8)}.parcel"


def _refuse_other_files(parcel: bytes) -> None:
    if len(parcel) > LARGEST:
        raise ParcelTooLargeError("This file is larger than any parcel. Nothing was taken in.")
    if not parcel.startswith(MAGIC) or len(parcel) <= len(MAGIC):
        raise NotAParcelError("This file is no parcel, whatever its name says. Nothing was taken in.")
    if parcel[len(MAGIC)] > FORMAT:
        raise ParcelNewerError(
            "This parcel was made by a newer version of the program. Bring this one up to date, then take it in. "
            "Nothing was changed."
        )
    size = len(parcel)
    if size < SMALLEST or size & (size - 1) or parcel[len(MAGIC)] != FORMAT:
        _changed()


def _sender(header: bytes, contacts: Iterable[Contact]) -> Contact:
    tag, nonce = header[len(MAGIC) + 1 :][:_TAG_BYTES], header[-_NONCE_BYTES:]
    for contact in contacts:
        if hmac.compare_digest(tag, _tag(bytes.fromhex(contact.receive_key), nonce)):
            return contact
        if hmac.compare_digest(tag, _tag(bytes.fromhex(contact.send_key), nonce)):
            raise OwnParcelError(
                f"You made this parcel yourself, for {contact.name}: only their notebook opens it. Nothing was changed."
            )
    raise ParcelForAnotherError(
        "None of your contacts made this parcel for this notebook: it is for somebody else, the pairing with whoever "
        "made it was dropped or is not finished yet, or it was changed on its way. Nothing was taken in."
    )


def _unpacked(inside: bytes) -> bytes:
    """The words in an opened parcel; never more than :data:`LARGEST_OPENED` bytes."""
    length = int.from_bytes(inside[:_LENGTH_BYTES], "big")
    packed = inside[_LENGTH_BYTES:][:length]
    if length > len(inside) - _LENGTH_BYTES:
        _changed()
    unpack = zlib.decompressobj()
    try:
        words = unpack.decompress(packed, LARGEST_OPENED)
    except zlib.error:
        _changed()
    if unpack.unconsumed_tail:
        raise ParcelTooLargeError("There is more in this parcel than one may hold. Nothing was taken in.")
    if not unpack.eof:
        _changed()
    return words


def _changed() -> NoReturn:
    raise ParcelChangedError("This parcel was cut short or changed on its way. Ask for it again. Nothing was taken in.")


def _tag(key: bytes, nonce: bytes) -> bytes:
    return blake2b(nonce, key=key, digest_size=_TAG_BYTES, person=b"parcel-tag").digest()


def _sealing_key(key: bytes) -> bytes:
    return blake2b(b"", key=key, digest_size=_KEY_BYTES, person=b"parcel-sealing").digest()
