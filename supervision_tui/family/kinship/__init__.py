"""Kinship in British English: what people are to each other, as structure first and as words after.

``kin(family, "amina", "carol").full_words`` is ``maternal grandmother, special guardian``.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Blood", "Couple", "Kinship", "Path", "kin", "kin_of",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.kinship.paths import Blood, Couple, Path
    from supervision_tui.family.kinship.relatives import Kinship, kin, kin_of
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "paths": "Blood Couple Path",
            "relatives": "Kinship kin kin_of",
        },
    )
