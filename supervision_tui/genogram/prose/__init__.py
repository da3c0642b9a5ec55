"""A family in sentences."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Sentences", "describe",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.prose.description import describe
    from supervision_tui.genogram.prose.person_sentences import Sentences
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "description": "describe",
            "person_sentences": "Sentences",
        },
    )
