"""People whose row follows from somebody else's at the least cost, taken out before rows are worked out.

When the links of one person to another cost more than all their other links together, and nothing that must stand
above or below the one is free to be elsewhere than the other allows, then wherever the other stands the one stands
beside, above or below them: standing farther away would cost more than it could save. A partner without parents of
their own, a last brother without partner or child, a whole line of descent that hangs on one person: what is left is
what really pulls in two directions, a small part of a large family.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

FREE, ABOVE, BELOW = 0, 1, -1
"""A link may be of any length; or its first person must stand above the second, or below, by its offset at least."""

Link = tuple[int, int]
"""How many rows the second of two people wants to stand below the first, and whether that must be."""


class RowReduction:
    """The links between *members*, fewer and fewer of them; ``links``: what each person's links to others cost."""

    def __init__(
        self, members: Sequence[str], same_row: Sequence[tuple[str, str, int]], below: Sequence[tuple[str, str, int]]
    ) -> None:
        self.links: dict[str, dict[str, dict[Link, int]]] = {member: {} for member in members}
        self._taken_out: list[tuple[str, str, int]] = []
        for first, second, cost in same_row:
            self._add(first, second, (0, FREE), cost)
        for upper, lower, cost in below:
            self._add(upper, lower, (1, ABOVE), cost)
        self._reduce()

    def _add(self, first: str, second: str, link: Link, cost: int) -> None:
        if first != second:
            offset, must = link
            there = self.links[first].setdefault(second, {})
            there[link] = there.get(link, 0) + cost
            back = self.links[second].setdefault(first, {})
            back[-offset, -must] = back.get((-offset, -must), 0) + cost

    def _reduce(self) -> None:
        looked_at: Iterable[str] = list(self.links)
        while looked_at:
            again: dict[str, None] = {}
            for person in looked_at:
                follows = self._follows(person) if self.links.get(person) else None
                if follows is not None:
                    again |= dict.fromkeys(self._take_out(person, *follows))
            looked_at = again

    def _follows(self, person: str) -> tuple[str, int] | None:
        """Whom the row of *person* follows, and how many rows below them *person* stands."""
        costs = {other: sum(links.values()) for other, links in self.links[person].items()}
        other = max(costs, key=costs.__getitem__)
        links = self.links[person][other]
        offset = -max(links, key=links.__getitem__)[0]
        wanted = sum(cost for (rows, _must), cost in links.items() if rows == -offset)
        if 2 * wanted <= sum(costs.values()) or not self._allowed(person, other, offset):
            return None
        return other, offset

    def _allowed(self, person: str, other: str, offset: int) -> bool:
        """Whether *person* may stand *offset* rows below *other* wherever that one stands."""
        for third, links in self.links[person].items():
            for rows, must in links:
                if must == FREE:
                    continue
                if third == other:
                    if must * (rows + offset) > 0:
                        return False
                elif not any(
                    held == must and must * (held_rows - rows - offset) >= 0
                    for held_rows, held in self.links[other].get(third, ())
                ):
                    return False
        return True

    def _take_out(self, person: str, other: str, offset: int) -> list[str]:
        """Let *person* stand *offset* rows below *other*, who gets all other links; who is to be looked at again."""
        self._taken_out.append((person, other, offset))
        links = self.links.pop(person)
        for third in links:
            del self.links[third][person]
        for third, costs in links.items():
            for (rows, must), cost in costs.items():
                self._add(other, third, (rows + offset, must), cost)
        return [third for third in links if third != other] + [other]

    def least_rows(self, rows: Mapping[str, int]) -> dict[str, int]:
        """The highest rows of those who are left for which nobody stands above their *rows*."""
        bounds = dict(rows)
        for person, other, offset in self._taken_out:
            bounds[other] = max(bounds[other], bounds[person] - offset)
        found = {person: bounds[person] for person in self.links}
        waiting = list(found)
        for person in waiting:
            for other, links in self.links[person].items():
                least = max((found[person] + rows for rows, must in links if must == ABOVE), default=found[other])
                if least > found[other]:
                    found[other] = least
                    waiting.append(other)
        return found

    def all_rows(self, rows: Mapping[str, int]) -> dict[str, int]:
        """The rows of all, from those of the people who are left."""
        found = dict(rows)
        for person, other, offset in reversed(self._taken_out):
            found[person] = found[other] + offset
        return found
