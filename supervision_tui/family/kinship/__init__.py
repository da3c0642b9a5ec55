"""Kinship in British English: what people are to each other, as structure first and as words after.

``kin(family, "amina", "carol").full_words`` is ``maternal grandmother, special guardian``.
"""

from supervision_tui.family.kinship.kin import Kinship, kin, kin_of
from supervision_tui.family.kinship.paths import Blood, Couple, Path

__all__ = ["Blood", "Couple", "Kinship", "Path", "kin", "kin_of"]
