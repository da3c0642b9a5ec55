"""Random families for measuring and testing, the same for the same seed on every machine.

They hold what makes drawing hard: several partners, half-siblings on both sides of a couple, partners who bring their
own parents and siblings, marriages between cousins, adopted and fostered children, twins, single and unknown parents,
unknown dates.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from supervision_tui.family import Family


@dataclass(slots=True)
class Someone:
    """A person in the making; *row* is the generation, *born* the year."""

    id: str
    row: int
    born: int
    gender: str
    month: int
    parents: tuple[str, ...] = ()
    bond: str = "birth"
    dated: bool = True
    twins: str = ""


@dataclass(slots=True)
class Growing:
    """A family in the making."""

    dice: random.Random
    people: dict[str, Someone] = field(default_factory=dict)
    couples: list[tuple[str, str, int]] = field(default_factory=list)
    further: list[tuple[str, str]] = field(default_factory=list)

    def person(self, row: int, born: int, gender: str = "") -> Someone:
        """Add somebody born about *born*."""
        one = Someone(
            f"p{len(self.people):03}",
            row,
            born + self.dice.randint(-3, 3),
            gender or self.dice.choices(["male", "female", "non_binary", "unknown"], [48, 48, 2, 2])[0],
            self.dice.randint(1, 12),
            dated=self.dice.random() > 0.08,
        )
        self.people[one.id] = one
        return one

    def couple(self, a: Someone, b: Someone) -> None:
        """Record the two as partners once."""
        if not any({a.id, b.id} == {x, y} for x, y, _since in self.couples):
            self.couples.append((a.id, b.id, max(a.born, b.born) + self.dice.randint(19, 30)))


def grow(seed: int) -> Growing:
    """The family with number *seed*: 8 to about 70 people over three to five generations."""
    dice = random.Random(seed)  # noqa: S311 - families, not secrets
    family = Growing(dice)
    most = dice.randint(8, 60)
    a, b = family.person(0, 1925, "male"), family.person(0, 1927, "female")
    family.couple(a, b)
    front = _children(family, (a, b), dice.randint(1, 4))
    while front and len(family.people) < most:
        following: list[Someone] = []
        for one in front:
            if len(family.people) >= most:
                break
            following += _adult_life(family, one)
        front = following
    return family


def _adult_life(family: Growing, one: Someone) -> list[Someone]:
    dice = family.dice
    children: list[Someone] = []
    for _time in range(dice.choices([0, 1, 2, 3], [18, 58, 18, 6])[0]):
        other = _partner(family, one)
        if other is not None:
            if dice.random() < 0.9:
                family.couple(one, other)
            children += _children(family, (one, other), dice.choices([0, 1, 2, 3, 5], [15, 25, 30, 20, 10])[0])
    if dice.random() < 0.08:
        children += _children(family, (one,), dice.randint(1, 2))
    return children


def _partner(family: Growing, one: Someone) -> Someone | None:
    dice = family.dice
    chance = dice.random()
    if chance < 0.08:
        cousins = [
            other
            for other in family.people.values()
            if other.row == one.row and other.parents != one.parents and abs(other.born - one.born) < 12
        ]
        cousins = [other for other in cousins if other.id != one.id]
        if cousins:
            return dice.choice(cousins)
    other = family.person(
        one.row, one.born, {"male": "female", "female": "male"}.get(one.gender, "") if chance < 0.95 else one.gender
    )
    if chance > 0.65 and one.row > 0:
        _own_family(family, other)
    if dice.random() < 0.15:
        former = family.person(one.row, one.born)
        family.couple(other, former)
        _children(family, (other, former), dice.randint(0, 2))
    return other


def _own_family(family: Growing, one: Someone) -> None:
    """Give somebody who marries in parents, and perhaps siblings."""
    father, mother = (
        family.person(one.row - 1, one.born - 28, "male"),
        family.person(one.row - 1, one.born - 26, "female"),
    )
    one.parents = (father.id, mother.id)
    family.couple(father, mother)
    _children(family, (father, mother), family.dice.choices([0, 1, 2], [60, 30, 10])[0])


def _children(family: Growing, parents: tuple[Someone, ...], count: int) -> list[Someone]:
    dice = family.dice
    made: list[Someone] = []
    born = max(parent.born for parent in parents) + dice.randint(20, 30)
    for number in range(count):
        child = family.person(parents[0].row + 1, born)
        child.parents = tuple(parent.id for parent in parents)
        chance = dice.random()
        if chance < 0.04:
            child.bond = "adopted"
        elif chance < 0.07:
            child.bond = "foster"
            mother = family.person(parents[0].row, born - 22, "female")
            family.further.append((child.id, mother.id))
        if number and dice.random() < 0.05 and made[-1].dated:
            child.born, child.month, child.dated = made[-1].born, made[-1].month, True
            child.twins = made[-1].twins = f"t{made[-1].id}"
        made.append(child)
        born += dice.randint(2, 4)
    return made


def as_family(seed: int) -> Family:
    """The family with number *seed* as a family of the program."""
    grown = grow(seed)
    persons = [
        {
            "id": one.id,
            "name": f"Person {one.id[1:]}",
            "gender": one.gender,
            **({"born": f"{one.born}-{one.month:02}"} if one.dated else {}),
        }
        for one in grown.people.values()
    ]
    parentages = [
        {"child": one.id, "parents": list(one.parents), "kind": one.bond, "twins": one.twins}
        for one in grown.people.values()
        if one.parents
    ]
    parentages += [{"child": child, "parents": [mother], "home": False} for child, mother in grown.further]
    unions = [{"partners": [a, b], "kind": "married", "since": str(since)} for a, b, since in grown.couples]
    return Family.model_validate(
        {
            "id": f"R{seed}",
            "title": f"Random family {seed}",
            "as_of": "2026-09-01",
            "persons": persons,
            "unions": unions,
            "parentages": parentages,
        }
    )
