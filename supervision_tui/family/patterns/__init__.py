"""Patterns and gaps of a family, each a question with its reason: what repeats, what is missing, what holds.

``patterns(family, today)`` runs every rule of the table in :mod:`supervision_tui.family.patterns.registry`.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "CAUTION", "RULES", "Pattern", "harm_between", "harmed", "harming", "patterns", "relational_changes",
    "relational_patterns",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.patterns.pattern import CAUTION, Pattern
    from supervision_tui.family.patterns.registry import RULES, patterns
    from supervision_tui.family.patterns.relational import relational_changes, relational_patterns
    from supervision_tui.family.patterns.safeguarding import harm_between, harmed, harming
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "pattern": "CAUTION Pattern",
            "registry": "RULES patterns",
            "relational": "relational_changes relational_patterns",
            "safeguarding": "harm_between harmed harming",
        },
    )
