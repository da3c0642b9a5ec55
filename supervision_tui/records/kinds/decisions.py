"""A decision as a paper tells it: what, and why; who decided and what else was thought of stand in the record."""

from __future__ import annotations

FURTHER = ("Also considered: ", "Decided by: ", "How the family is told: ", "In words for the child: ")
"""How the lines begin that stand in the record only."""


def what_and_why(decision: str) -> str:
    """What was decided and why; who decided it and what else was thought of stand in the record."""
    lines = decision.splitlines()
    rest = (at for at, line in enumerate(lines) if line.startswith(FURTHER))
    return "\n".join(lines[: next(rest, len(lines))])
