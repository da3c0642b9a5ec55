"""Patterns and gaps of a family, each a question with its reason: what repeats, what is missing, what holds.

``patterns(family, today)`` runs every rule of the table in :mod:`supervision_tui.family.patterns.registry`.
"""

from supervision_tui.family.patterns.pattern import CAUTION, Pattern
from supervision_tui.family.patterns.registry import RULES, patterns
from supervision_tui.family.patterns.safeguarding import harm_between, harmed, harming

__all__ = ["CAUTION", "RULES", "Pattern", "harm_between", "harmed", "harming", "patterns"]
