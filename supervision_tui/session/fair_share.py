"""The time of the next family in a meeting: a fair share of what is left, spread over its stages. All in minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FamilyShare:
    """What the next *family* (an id) can have: *planned*, and a *fair* share of *left* minutes, *closing* for the end.

    *families* says for how many families the time has to last, the next one among them.
    """

    family: str
    planned: int
    fair: int
    left: int
    closing: int
    families: int


def fair_share(left: int, closing: int, families: int, fewest: int) -> int:
    """An equal part of the minutes *left* without those of the *closing* stages, and never under *fewest*."""
    return max((left - closing) // max(families, 1), fewest)


def stage_shares(planned: Mapping[str, int], minutes: int) -> dict[str, int]:
    """How many minutes each stage has more (or fewer) than *planned*, so that all have *minutes* together.

    In proportion to what is planned, by largest remainder (Hamilton 1792); every stage keeps a minute at least.
    """
    total = sum(planned.values())
    wanted = max(minutes, len(planned))
    if not total:
        return dict.fromkeys(planned, 0)
    exact = {stage: plan * wanted / total for stage, plan in planned.items()}
    given = {stage: max(1, int(share)) for stage, share in exact.items()}
    by_rest = sorted(exact, key=lambda stage: int(exact[stage]) - exact[stage])
    while sum(given.values()) < wanted:
        for stage in by_rest[: wanted - sum(given.values())]:
            given[stage] += 1
    while sum(given.values()) > wanted:
        given[max(given, key=lambda stage: given[stage])] -= 1
    return {stage: given[stage] - planned[stage] for stage in planned}
