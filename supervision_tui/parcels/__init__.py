"""Sealed parcels between two paired notebooks, without a server. Knows sealing and texts, and nothing of social work.

Pair once (:func:`show_words`, :func:`type_words`, :func:`card_of`, :func:`with_card`), then :func:`seal` and
:func:`open_sealed` what :class:`ParcelContents` holds. Composed from PyNaCl's parts by this project; not yet reviewed
by anybody outside.
"""

from supervision_tui.parcels.contents import (
    ParcelContents,
    ParcelItem,
    Relation,
    fingerprint,
    read_contents,
    relation_of,
    write_contents,
)
from supervision_tui.parcels.errors import (
    CardRefusedError,
    NotAParcelError,
    OwnParcelError,
    ParcelChangedError,
    ParcelError,
    ParcelForAnotherError,
    ParcelNewerError,
    ParcelTooLargeError,
    WrongPairingWordsError,
)
from supervision_tui.parcels.pairing import (
    CARD_BYTES,
    Contact,
    PairingWords,
    PendingPairing,
    card_of,
    show_words,
    type_words,
    with_card,
)
from supervision_tui.parcels.sealing import LARGEST, SMALLEST, file_name, open_sealed, seal

__all__ = [
    "CARD_BYTES", "LARGEST", "SMALLEST", "CardRefusedError", "Contact", "NotAParcelError", "OwnParcelError",
    "PairingWords", "ParcelChangedError", "ParcelContents", "ParcelError", "ParcelForAnotherError", "ParcelItem",
    "ParcelNewerError", "ParcelTooLargeError", "PendingPairing", "Relation", "WrongPairingWordsError", "card_of",
    "file_name", "fingerprint", "open_sealed", "read_contents", "relation_of", "seal", "show_words", "type_words",
    "with_card", "write_contents",
]  # fmt: skip
