"""Patterns and gaps of a family, each a question with its reason: what repeats, what is missing, what holds.

``patterns(family, today)`` runs every rule of the table in :mod:`supervision_tui.family.patterns.rules`.
"""

from supervision_tui.family.patterns.harm import harm_between, harmed, harming
from supervision_tui.family.patterns.pattern import CAUTION, Pattern
from supervision_tui.family.patterns.rules import RULES, patterns

__all__ = ["CAUTION", "RULES", "Pattern", "harm_between", "harmed", "harming", "patterns"]
