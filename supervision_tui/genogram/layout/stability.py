"""What stays as it was in an earlier layout: rows, who stands left of whom, and the pieces of chains.

People of the earlier layout keep their row and order when others come or go beside them; what that costs is told as
a compromise, and laying out anew is an act of its own (Misue, Eades, Lai and Sugiyama 1995 on the mental map).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from supervision_tui.genogram.layout.layout_input import LayoutInput, PreviousPosition

PAIR = 2


def keep_rows(
    problem: LayoutInput, new_rows: Mapping[str, int], previous: Mapping[str, PreviousPosition]
) -> dict[str, int]:
    """*new_rows* rows, but everybody in *previous* on the row they had, as long as children stand below their parents.

    Where nobody came or went, a link did: then a couple that it makes may bring its two partners onto one row.
    """
    previous_rows = {person: previous[person].row for person in new_rows if person in previous}
    shifts = Counter(row - new_rows[person] for person, row in previous_rows.items())
    shift = max(shifts, key=lambda down: (shifts[down], -abs(down)))
    moved = {person: row + shift for person, row in new_rows.items()}
    if all(moved[person] == row for person, row in previous_rows.items()):
        return moved
    _place_new_people(problem, previous_rows, moved)
    moving = {person.id for person in problem.persons} != previous.keys()
    if _below(problem, previous_rows) and (
        moving or _split(problem, previous_rows, previous) <= _split(problem, moved, previous)
    ):
        return previous_rows
    return moved


def _place_new_people(problem: LayoutInput, rows: dict[str, int], wished: Mapping[str, int]) -> None:
    """Add everybody new to *rows*, beside partners, under parents or over children who have one."""
    waiting = [person for person in sorted(wished) if person not in rows]
    while waiting:
        placed = next(((person, row) for person in waiting if (row := _row(problem, person, rows)) is not None), None)
        person, row = placed or (waiting[0], wished[waiting[0]])
        rows[person] = row
        waiting.remove(person)


def _row(problem: LayoutInput, person: str, rows: Mapping[str, int]) -> int | None:
    """The row that those who stand already leave for *person*."""
    for union in problem.unions:
        if person in union.children and any(parent in rows for parent in union.partners):
            return max(rows[parent] for parent in union.partners if parent in rows) + 1
    for union in problem.unions:
        if person in union.partners:
            beside = [rows[other] for other in union.partners if other in rows]
            below = [rows[child] - 1 for child in union.children if child in rows]
            if beside or below:
                return min(beside + below)
    above = [
        rows[parent] for link in problem.links if link.child == person for parent in link.parents if parent in rows
    ]
    below = [rows[link.child] for link in problem.links if person in link.parents and link.child in rows]
    return max(above) + 1 if above else min(below) - 1 if below else None


def _below(problem: LayoutInput, rows: Mapping[str, int]) -> bool:
    """Whether every child stands below every parent."""
    pairs = [(parent, child) for union in problem.unions for parent in union.partners for child in union.children]
    pairs += [(parent, link.child) for link in problem.links for parent in link.parents]
    return all(rows[parent] < rows[child] for parent, child in pairs if parent in rows and child in rows)


def _split(problem: LayoutInput, rows: Mapping[str, int], previous: Mapping[str, PreviousPosition]) -> int:
    """Couples on two rows, of those who both stood before."""
    couples = [union.partners for union in problem.unions if len(union.partners) == PAIR]
    known = [(a, b) for a, b in couples if a in previous and b in previous and a in rows and b in rows]
    return sum(rows[a] != rows[b] for a, b in known)


def keep_sibling_order(children: Sequence[str], previous: Mapping[str, PreviousPosition]) -> tuple[str, ...]:
    """*children* (eldest first) with those who stood before in the order they had; new ones after the next elder."""
    ordered = sorted((child for child in children if child in previous), key=lambda child: (previous[child].x, child))
    for at, child in enumerate(children):
        if child not in previous:
            elder = [other for other in children[:at] if other in ordered]
            ordered.insert(max((ordered.index(other) + 1 for other in elder[-1:]), default=0), child)
    return tuple(ordered)


def split_chain(
    orders: Sequence[tuple[str, ...]], stood: Sequence[str], previous: Mapping[str, PreviousPosition]
) -> list[tuple[tuple[str, ...], ...]]:
    """The chain with these possible *orders*, as pieces whose members who stood before keep their places.

    *stood*: everybody of the row who stood before, from the left. One piece, unless somebody stands between members.
    """
    known = [person for person in stood if person in set(orders[0])]
    if not known:
        return [tuple(orders)]
    at = stood.index(known[0])
    together = list(stood[at : at + len(known)]) == known
    fit = [order for order in orders if [person for person in order if person in previous] == known]
    if together and fit:
        return [tuple(fit)]
    runs: list[list[str]] = []
    for person in known:
        if runs and stood.index(person) == stood.index(runs[-1][-1]) + 1:
            runs[-1].append(person)
        else:
            runs.append([person])
    for person in (person for person in orders[0] if person not in known):
        place = orders[0].index(person)
        neighbour = min(known, key=lambda other: (abs(orders[0].index(other) - place), other))
        run = next(run for run in runs if neighbour in run)
        run.append(person) if run.index(neighbour) * PAIR >= len(run) - 1 else run.insert(0, person)
    return [(tuple(run),) for run in runs]


def in_previous_order(names: Iterable[str], previous: Mapping[str, PreviousPosition]) -> list[str]:
    """Those of *names* who stood before, from the left."""
    return sorted((name for name in names if name in previous), key=lambda name: (previous[name].x, name))
