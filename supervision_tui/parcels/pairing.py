"""Pairing two notebooks once: sixteen words told by voice, two small cards sent by any way, a key for each direction.

One side shows the words; the other types them. Each sends a card: a fresh X25519 public key (Bernstein 2006; RFC 7748)
for this contact alone, locked with the words and the side that it comes from. From the words, the exchange, both public
keys and the direction, both sides derive the same two keys (keyed BLAKE2b, RFC 7693, every part framed by its length).
Then the words and the private halves are forgotten. An archive of e-mails lacks the words; a paper that is found later
lacks the exchange. Whoever hears the words *and* exchanges both cards stands between the two: this is not stopped.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import blake2b
from typing import ClassVar

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as unlock
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as lock
from nacl.bindings import crypto_scalarmult, crypto_scalarmult_base
from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as NaClError

from supervision_tui.parcels.contact import Contact, PendingPairing, Side
from supervision_tui.parcels.errors import CardRefusedError, WrongPairingWordsError
from supervision_tui.text import Line
from supervision_tui.vault import VaultError
from supervision_tui.vault.keys.key_words import KeyWords

_KEY_BYTES = 32
_MAGIC = b"SUPCARD\x01"
_NONCE_BYTES = 24
CARD_BYTES = len(_MAGIC) + _NONCE_BYTES + _KEY_BYTES + 16


class PairingWords(KeyWords):
    """Sixteen words with which two notebooks are paired: told by voice, never written into a message."""

    called: ClassVar[str] = "pairing words"
    again: ClassVar[str] = "Ask for them again."
    purpose: ClassVar[bytes] = b"pairing-words"
    error: ClassVar[type[VaultError]] = WrongPairingWordsError


def show_words(name: Line, now: datetime) -> tuple[PendingPairing, PairingWords]:
    """Begin a pairing with *name* as the side that shows the words; they are given this once and not kept."""
    words = PairingWords.new()
    return _begun(name, "showed", words, now), words


def type_words(name: Line, typed: str, now: datetime) -> PendingPairing:
    """Begin a pairing with *name* as the side that types the words.

    Raises:
        WrongPairingWordsError: a word is misspelt or missing; says which.
    """
    return _begun(name, "typed", PairingWords.read(typed), now)


def card_of(pending: PendingPairing) -> bytes:
    """This side's card, of :data:`CARD_BYTES` bytes; made anew it looks different and does the same."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    public = crypto_scalarmult_base(bytes.fromhex(pending.private_key))
    return _MAGIC + nonce + _locked(public, nonce, pending, pending.side)


def with_card(pending: PendingPairing, card: bytes, now: datetime) -> Contact:
    """The contact that *pending* becomes with the other side's *card*.

    Raises:
        CardRefusedError: it is no card, one's own, or locked with other words; the pairing goes on waiting.
    """
    theirs = _read(pending, card)
    private = bytes.fromhex(pending.private_key)
    mine = crypto_scalarmult_base(private)
    if theirs == mine:
        raise CardRefusedError("This is your own card come back. Ask for theirs. Nothing was changed.")
    try:
        exchange = crypto_scalarmult(private, theirs)
    except NaClError:
        raise CardRefusedError(_OTHER_WORDS) from None
    shower, typist = (mine, theirs) if pending.side == "showed" else (theirs, mine)
    words_key = bytes.fromhex(pending.words_key)
    keys: dict[Side, str] = {
        sender: _derived(words_key, exchange, shower, typist, sender.encode()) for sender in ("showed", "typed")
    }
    return Contact(
        id=pending.id,
        name=pending.name,
        send_key=keys[pending.side],
        receive_key=keys[_other(pending.side)],
        paired=now,
    )


_OTHER_WORDS = (
    "This card does not open with the words of this pairing. Compare the words with each other, by voice, and ask for "
    "the card again. Nothing was changed."
)


def _begun(name: Line, side: Side, words: PairingWords, now: datetime) -> PendingPairing:
    return PendingPairing(
        id=secrets.token_hex(8),
        name=name,
        side=side,
        words_key=words.key().hex(),
        private_key=secrets.token_bytes(_KEY_BYTES).hex(),
        began=now,
    )


def _read(pending: PendingPairing, card: bytes) -> bytes:
    """The public key in a *card* of the other side."""
    if len(card) != CARD_BYTES or not card.startswith(_MAGIC):
        raise CardRefusedError("This file is no card of a pairing. Nothing was changed.")
    nonce, locked = card[len(_MAGIC) :][:_NONCE_BYTES], card[len(_MAGIC) + _NONCE_BYTES :]
    for side in (_other(pending.side), pending.side):
        try:
            public = bytes(unlock(locked, _bound(side), nonce, _card_key(pending, side)))
        except CryptoError:
            continue
        if side == pending.side:
            raise CardRefusedError(
                "This card comes from the same side as yours: it is your own, or both of you showed words. One shows "
                "words, the other types them. Nothing was changed."
            )
        return public
    raise CardRefusedError(_OTHER_WORDS)


def _locked(public: bytes, nonce: bytes, pending: PendingPairing, side: Side) -> bytes:

    return bytes(lock(public, _bound(side), nonce, _card_key(pending, side)))


def _bound(side: Side) -> bytes:
    """What a card is bound to beside its key."""
    return _MAGIC + side.encode()


def _card_key(pending: PendingPairing, side: Side) -> bytes:
    words_key = bytes.fromhex(pending.words_key)
    return blake2b(side.encode(), key=words_key, digest_size=_KEY_BYTES, person=b"pairing-card").digest()


def _derived(words_key: bytes, *parts: bytes) -> str:
    framed = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return blake2b(framed, key=words_key, digest_size=_KEY_BYTES, person=b"parcel-direction").hexdigest()


def _other(side: Side) -> Side:
    return "typed" if side == "showed" else "showed"
