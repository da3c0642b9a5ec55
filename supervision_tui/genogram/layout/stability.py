"""What stays as it was in an earlier layout: rows, who stands left of whom, and the pieces of chains.

Whoever stood in the earlier layout keeps row and order, whatever comes or goes beside them; what that costs is told as
a compromise, and laying out anew is an act of its own (Misue, Eades, Lai and Sugiyama 1995 on the mental map).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from supervision_tui.genogram.layout.layout_input import LayoutInput, PreviousPosition

PAIR = 2


def keep_rows(whole: LayoutInput, fresh: Mapping[str, int], previous: Mapping[str, PreviousPosition]) -> dict[str, int]:
    """*fresh* rows, but everybody in *previous* on the row they had, as long as children stand below their parents.

    Where nobody came or went, a link did: then a couple that it makes may bring its two partners onto one row.
    """
    kept = {one: previous[one].row for one in fresh if one in previous}
    shifts = Counter(row - fresh[one] for one, row in kept.items())
    shift = max(shifts, key=lambda down: (shifts[down], -abs(down)))
    moved = {one: row + shift for one, row in fresh.items()}
    if all(moved[one] == row for one, row in kept.items()):
        return moved
    _place_new_people(whole, kept, moved)
    moving = {person.id for person in whole.persons} != previous.keys()
    if _below(whole, kept) and (moving or _split(whole, kept, previous) <= _split(whole, moved, previous)):
        return kept
    return moved


def _place_new_people(whole: LayoutInput, rows: dict[str, int], wished: Mapping[str, int]) -> None:
    """Add everybody new to *rows*, beside partners, under parents or over children who have one."""
    waiting = [one for one in sorted(wished) if one not in rows]
    while waiting:
        found = next(((one, row) for one in waiting if (row := _row(whole, one, rows)) is not None), None)
        one, row = found or (waiting[0], wished[waiting[0]])
        rows[one] = row
        waiting.remove(one)


def _row(whole: LayoutInput, one: str, rows: Mapping[str, int]) -> int | None:
    """The row that those who stand already leave for *one*."""
    for union in whole.unions:
        if one in union.children and any(parent in rows for parent in union.partners):
            return max(rows[parent] for parent in union.partners if parent in rows) + 1
    for union in whole.unions:
        if one in union.partners:
            beside = [rows[other] for other in union.partners if other in rows]
            below = [rows[child] - 1 for child in union.children if child in rows]
            if beside or below:
                return min(beside + below)
    above = [rows[parent] for link in whole.links if link.child == one for parent in link.parents if parent in rows]
    below = [rows[link.child] for link in whole.links if one in link.parents and link.child in rows]
    return max(above) + 1 if above else min(below) - 1 if below else None


def _below(whole: LayoutInput, rows: Mapping[str, int]) -> bool:
    """Whether every child stands below every parent."""
    pairs = [(parent, child) for union in whole.unions for parent in union.partners for child in union.children]
    pairs += [(parent, link.child) for link in whole.links for parent in link.parents]
    return all(rows[parent] < rows[child] for parent, child in pairs if parent in rows and child in rows)


def _split(whole: LayoutInput, rows: Mapping[str, int], previous: Mapping[str, PreviousPosition]) -> int:
    """Couples on two rows, of those who both stood before."""
    couples = [union.partners for union in whole.unions if len(union.partners) == PAIR]
    known = [(a, b) for a, b in couples if a in previous and b in previous and a in rows and b in rows]
    return sum(rows[a] != rows[b] for a, b in known)


def keep_sibling_order(children: Sequence[str], previous: Mapping[str, PreviousPosition]) -> tuple[str, ...]:
    """*children* (eldest first) with those who stood before in the order they had; new ones after the next elder."""
    found = sorted((one for one in children if one in previous), key=lambda one: (previous[one].x, one))
    for at, one in enumerate(children):
        if one not in previous:
            elder = [other for other in children[:at] if other in found]
            found.insert(max((found.index(other) + 1 for other in elder[-1:]), default=0), one)
    return tuple(found)


def split_chain(
    orders: Sequence[tuple[str, ...]], stood: Sequence[str], previous: Mapping[str, PreviousPosition]
) -> list[tuple[tuple[str, ...], ...]]:
    """The chain with these possible *orders*, as pieces whose members who stood before keep their places.

    *stood*: everybody of the row who stood before, from the left. One piece, unless somebody stands between members.
    """
    known = [one for one in stood if one in set(orders[0])]
    if not known:
        return [tuple(orders)]
    at = stood.index(known[0])
    together = list(stood[at : at + len(known)]) == known
    fit = [order for order in orders if [one for one in order if one in previous] == known]
    if together and fit:
        return [tuple(fit)]
    runs: list[list[str]] = []
    for one in known:
        if runs and stood.index(one) == stood.index(runs[-1][-1]) + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    for one in (one for one in orders[0] if one not in known):
        place = orders[0].index(one)
        neighbour = min(known, key=lambda other: (abs(orders[0].index(other) - place), other))
        run = next(run for run in runs if neighbour in run)
        run.append(one) if run.index(neighbour) * PAIR >= len(run) - 1 else run.insert(0, one)
    return [(tuple(run),) for run in runs]


def in_previous_order(names: Iterable[str], previous: Mapping[str, PreviousPosition]) -> list[str]:
    """Those of *names* who stood before, from the left."""
    return sorted((one for one in names if one in previous), key=lambda one: (previous[one].x, one))
