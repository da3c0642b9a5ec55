"""The library as one list: tools, prompts and cards found by a few letters, and from which screens each is reached."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "FOR_WHOM", "SESSION_FORMAT", "Catalogue", "CatalogueFilter", "CatalogueItem", "library_items", "reaching_screens",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.practice.catalogue.items import (
        FOR_WHOM,
        SESSION_FORMAT,
        Catalogue,
        CatalogueFilter,
        CatalogueItem,
        library_items,
    )
    from supervision_tui.practice.catalogue.reach import reaching_screens
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "items": "FOR_WHOM SESSION_FORMAT Catalogue CatalogueFilter CatalogueItem library_items",
            "reach": "reaching_screens",
        },
    )
