"""A decision told in short: what was decided and why."""

from __future__ import annotations

FURTHER = ("Also considered: ", "Decided by: ", "How the family is told: ")
"""How the lines begin that stand in the record only."""


def what_and_why(decision: str) -> str:
    """What was decided and why; who decided it and what else was thought of stand in the record."""
    told = decision.splitlines()
    rest = (at for at, line in enumerate(told) if line.startswith(FURTHER))
    return "\n".join(told[: next(rest, len(told))])
