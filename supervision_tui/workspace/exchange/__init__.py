"""One family from notebook to notebook: pair two notebooks, make a sealed parcel, look at one, take it in."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "NEVER_LEAVES", "ContactNotFoundError", "IncomingText", "ParcelPreview", "PreparedParcel", "drop_contact",
    "find_contact", "pair_by_showing", "pair_by_typing", "paired_on", "paired_sentence", "pending_pairings",
    "prepare_parcel", "preview_parcel", "records_of", "take_card", "take_parcel", "write_card", "write_parcel",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.exchange.comparing import IncomingText
    from supervision_tui.workspace.exchange.making import (
        NEVER_LEAVES,
        PreparedParcel,
        prepare_parcel,
        write_parcel,
    )
    from supervision_tui.workspace.exchange.pairing import (
        ContactNotFoundError,
        drop_contact,
        find_contact,
        pair_by_showing,
        pair_by_typing,
        paired_on,
        paired_sentence,
        pending_pairings,
        take_card,
        write_card,
    )
    from supervision_tui.workspace.exchange.shared_texts import records_of
    from supervision_tui.workspace.exchange.taking import ParcelPreview, preview_parcel, take_parcel
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "comparing": "IncomingText",
            "making": "NEVER_LEAVES PreparedParcel prepare_parcel write_parcel",
            "pairing": (
                "ContactNotFoundError drop_contact find_contact pair_by_showing pair_by_typing paired_on "
                "paired_sentence pending_pairings take_card write_card"
            ),
            "shared_texts": "records_of",
            "taking": "ParcelPreview preview_parcel take_parcel",
        },
    )
