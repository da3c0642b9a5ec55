"""Forgetting, for the moment at which a notebook closes, what recognition kept for the sake of speed.

A module of its own, so that closing loads nothing that the notebook did not use.
"""

from __future__ import annotations

from collections.abc import Callable

_FORGETTING: list[Callable[[], object]] = []


def forget_on_closing(*forget: Callable[[], object]) -> None:
    """Call each *forget* when a notebook closes."""
    _FORGETTING.extend(forget)


def forget_recognisers() -> None:
    """Let go of every recogniser that was kept, of the families in them, and of the words that were looked at.

    For the moment at which a notebook closes: nothing of it stays in memory for the sake of speed.
    """
    for forget in _FORGETTING:
        forget()
