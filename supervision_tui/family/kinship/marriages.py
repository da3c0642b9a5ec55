"""Ways that a couple opens: partners, in-laws, step-kin, aunts and uncles by marriage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from supervision_tui.family.kinship.lineage import Lineage
from supervision_tui.family.kinship.paths import Blood, Couple, Path, Piece

FURTHEST_STEP = 3
"""Generations on both sides of a couple together, for step-kin; beyond, nobody has a word."""

Nearest = Mapping[str, Blood]


def by_marriage(lineage: Lineage, person: str, blood: Nearest, blood_of: Mapping[str, Nearest]) -> Iterator[Path]:
    """Each way from *person* with a couple on it.

    *blood* is the nearest way by descent from *person* to each relative, *blood_of* the same from each partner.
    """
    for couple in lineage.couples(person):
        yield Path((couple,))
    for couple in lineage.kin_couples(person):
        for way in blood_of[couple.chain[1]].values():
            if _meet(lineage, couple, way):
                yield Path((couple, way))
                if way.up == way.down == 1:
                    yield from _partners_of_end(lineage, (couple, way))
    for way in blood.values():
        yield from _partners_of_end(lineage, (way,))


def step_kin(lineage: Lineage, blood: Nearest, blood_of: Mapping[str, Nearest]) -> Iterator[Path]:
    """Each way through a relative's partner and on by descent: step-siblings, step-grandparents, step-aunts."""
    for way in blood.values():
        if not _goes_one_way(way) or way.length >= FURTHEST_STEP:
            continue
        for couple in lineage.kin_couples(way.chain[-1]):
            if not _meet(lineage, way, couple):
                continue
            for onward in blood_of.get(couple.chain[1], {}).values():
                fits = _goes_one_way(onward) and way.length + onward.length <= FURTHEST_STEP
                if fits and not (way.down and onward.up) and _meet(lineage, couple, onward) and _apart(way, onward):
                    yield Path((way, couple, onward))


def partners_for_step_kin(lineage: Lineage, blood: Nearest) -> set[str]:
    """Whose own relatives :func:`step_kin` needs: partners of parents, grandparents, children, grandchildren."""
    near = [way for way in blood.values() if _goes_one_way(way) and way.length < FURTHEST_STEP]
    return {couple.chain[1] for way in near for couple in lineage.kin_couples(way.chain[-1])}


def _partners_of_end(lineage: Lineage, pieces: tuple[Piece, ...]) -> Iterator[Path]:
    for couple in lineage.kin_couples(pieces[-1].chain[-1]):
        if _meet(lineage, pieces[-1], couple) and (len(pieces) == 1 or _apart(pieces[0], couple)):
            yield Path((*pieces, couple))


def _goes_one_way(way: Blood) -> bool:
    return not way.up or not way.down


def _apart(first: Piece, last: Piece) -> bool:
    return not first.on_the_way & last.on_the_way


def _meet(lineage: Lineage, first: Piece, last: Piece) -> bool:
    """Whether *last* truly goes on from *first*: nobody twice, and not round a child whom the couple has together."""
    if len(first.on_the_way & last.on_the_way) != 1:
        return False
    couple, way = (first, last) if isinstance(first, Couple) else (last.inverse, first.inverse)
    starts_with_child = isinstance(way, Blood) and way.up == 0
    return not (starts_with_child and couple.chain[0] in lineage.parents.get(way.chain[1], {}))
