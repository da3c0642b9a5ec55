"""Sealed parcels between two paired notebooks, without a server. Knows sealing and texts, and nothing of social work.

Pair once (:func:`show_words`, :func:`type_words`, :func:`card_of`, :func:`with_card`), then :func:`seal` and
:func:`open_sealed` what :class:`ParcelContents` holds. Composed from PyNaCl's parts by this project; not yet reviewed
by anybody outside.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "CARD_BYTES", "LARGEST", "MOST_BEFORE", "SMALLEST", "CardRefusedError", "Contact", "NotAParcelError",
    "OwnParcelError", "PairingWords", "ParcelChangedError", "ParcelContents", "ParcelError", "ParcelForAnotherError",
    "ParcelItem", "ParcelNewerError", "ParcelTooLargeError", "PendingPairing", "Relation", "WrongPairingWordsError",
    "card_of", "file_name", "fingerprint", "open_sealed", "read_contents", "relation_of", "seal", "show_words",
    "type_words", "with_card", "write_contents",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.parcels.contact import Contact, PendingPairing
    from supervision_tui.parcels.contents import (
        MOST_BEFORE,
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
        PairingWords,
        card_of,
        show_words,
        type_words,
        with_card,
    )
    from supervision_tui.parcels.sealing import LARGEST, SMALLEST, file_name, open_sealed, seal
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "contact": "Contact PendingPairing",
            "contents": (
                "MOST_BEFORE ParcelContents ParcelItem Relation fingerprint read_contents relation_of write_contents"
            ),
            "errors": (
                "CardRefusedError NotAParcelError OwnParcelError ParcelChangedError ParcelError ParcelForAnotherError "
                "ParcelNewerError ParcelTooLargeError WrongPairingWordsError"
            ),
            "pairing": "CARD_BYTES PairingWords card_of show_words type_words with_card",
            "sealing": "LARGEST SMALLEST file_name open_sealed seal",
        },
    )
