"""What can go wrong with a pairing, a card or a parcel: each a sentence that says what happened and what to do now.

None carries a word out of a parcel. ::

    VaultError
    └── ParcelError
        ├── WrongPairingWordsError, CardRefusedError
        └── NotAParcelError, ParcelNewerError, ParcelTooLargeError
            ParcelForAnotherError, OwnParcelError, ParcelChangedError
"""

from __future__ import annotations

from supervision_tui.vault import VaultError


class ParcelError(VaultError):
    """Anything that a pairing or a parcel refuses; nothing was changed."""


class WrongPairingWordsError(ParcelError):
    """The sixteen words are misspelt or miscounted."""


class CardRefusedError(ParcelError):
    """A card is no card, one's own, or locked with other words."""


class NotAParcelError(ParcelError):
    """The file is no parcel, whatever its name says."""


class ParcelNewerError(ParcelError):
    """The parcel was made by a newer program."""


class ParcelTooLargeError(ParcelError):
    """There is more in it than one parcel carries."""


class ParcelForAnotherError(ParcelError):
    """None of this notebook's contacts made it for this notebook."""


class OwnParcelError(ParcelError):
    """It was made in this notebook, for a contact."""


class ParcelChangedError(ParcelError):
    """It was cut short or changed on its way."""
