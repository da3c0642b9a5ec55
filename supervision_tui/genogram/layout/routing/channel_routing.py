"""Which track each horizontal line takes in the gap between two rows.

A net joins points above the gap to points below it. Nets whose spans overlap need different tracks (interval
colouring); which of two lies above is chosen so that fewer lines cross, and always so that no vertical piece lies
upon another (the vertical restrictions of channel routing: Hashimoto and Stevens 1971).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

ABOVE = "\x00above"
"""In place of a parent: the line comes from a row farther up."""

MANY = 90
"""Nets in one gap from which only the hard restrictions are looked at."""


@dataclass(slots=True)
class Net:
    """Lines that belong together in one gap: columns where they come from above and where they go below."""

    tops: tuple[int, ...]
    bottoms: tuple[int, ...]
    track: int = -1

    @property
    def low(self) -> int:
        """Leftmost column."""
        return min(self.tops + self.bottoms)

    @property
    def high(self) -> int:
        """Rightmost column."""
        return max(self.tops + self.bottoms)


@dataclass(slots=True)
class Connection:
    """A net with what it means: the union and the children it ends at, or the number of a further parent *link*.

    *begins*: it starts in this gap; otherwise it comes from a row that it passes. *parents*: whose symbol it leaves at
    the columns where it begins; ``""`` between partners, :data:`ABOVE` for a line that comes from farther up.
    *apex_of*: the line to all siblings, for one to children of the same birth; *apexes*: columns where those begin.
    """

    union: int
    net: Net
    ends: dict[int, str] = field(default_factory=dict)
    between_partners: bool = False
    link: int = -1
    begins: bool = False
    parents: dict[int, str] = field(default_factory=dict)
    apex_of: Connection | None = None
    apexes: set[int] = field(default_factory=set)

    @property
    def key(self) -> int:
        """The number of the union, or for further parents a number below it: what its side exits are kept by."""
        return self.union if self.link < 0 else -1 - self.link


def assign_tracks(nets: Sequence[Net]) -> int:
    """Set the ``track`` of every net that is not one straight line down; return how many tracks are used."""
    bent = sorted((net for net in nets if net.low < net.high), key=lambda net: (net.low, net.high, net.tops))
    below = [0] * len(bent)
    for upper, lower in _vertical_constraints(bent):
        if below[lower] >> upper & 1 or below[upper] >> lower & 1:
            continue
        gained = below[lower] | 1 << lower
        for number in range(len(bent)):
            if number == upper or below[number] >> upper & 1:
                below[number] |= gained
    placed: list[list[Net]] = []
    for number in sorted(range(len(bent)), key=lambda number: (-below[number].bit_count(), number)):
        net = bent[number]
        least = max(
            (
                bent[other].track + 1
                for other in range(len(bent))
                if below[other] >> number & 1 and bent[other].track >= 0
            ),
            default=0,
        )
        while least < len(placed) and any(_overlap(net, other) for other in placed[least]):
            least += 1
        while len(placed) <= least:
            placed.append([])
        placed[least].append(net)
        net.track = least
    return len(placed)


def _overlap(a: Net, b: Net) -> bool:
    return a.low <= b.high and b.low <= a.high


def _vertical_constraints(nets: Sequence[Net]) -> list[tuple[int, int]]:
    """(upper, lower) numbers of nets, the most pressing first."""
    constraints: list[tuple[float, int, int]] = []
    for first, a in enumerate(nets):
        for second in range(first + 1, len(nets)):
            b = nets[second]
            if b.low > a.high:
                break
            gain = _crossings_if_above(b, a) - _crossings_if_above(a, b)
            if gain > 0:
                constraints.append((-gain, first, second))
            elif gain < 0:
                constraints.append((gain, second, first))
    constraints.sort()
    return [(a, b) for gain, a, b in constraints if len(nets) <= MANY or gain <= -_HARD]


_HARD = 1000.0


def _crossings_if_above(upper: Net, lower: Net) -> float:
    """What it costs when *upper* lies above *lower*."""
    hard = _HARD * len(set(upper.bottoms) & set(lower.tops))
    down = sum(lower.low < x < lower.high for x in upper.bottoms)
    up = sum(upper.low < x < upper.high for x in lower.tops)
    return hard + down + up
