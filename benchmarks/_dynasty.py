"""An invented dynasty for measuring: many generations, cousins who marry, fixed seed."""

from __future__ import annotations

import random

from supervision_tui.family import Family, Parentage, PartialDate, Person, Union


def dynasty(people: int, seed: int = 7) -> Family:
    """About *people* persons in couples of three children, generation after generation; a third marry within it."""
    chance = random.Random(seed)  # noqa: S311 - a fixed seed
    persons: list[Person] = []
    unions: list[Union] = []
    links: list[Parentage] = []

    def born(year: int, female: bool) -> Person:
        number = len(persons)
        name = f"{'Ada' if female else 'Ben'} Number{number}"
        when = PartialDate.read(f"{year}-{number % 12 + 1:02d}")
        person = Person(id=f"p{number}", name=name, gender="female" if female else "male", born=when)
        persons.append(person)
        return person

    generation = [born(1500, number % 2 == 0) for number in range(max(people // 40, 4))]
    year = 1500
    while len(persons) < people:
        women = [one for one in generation if one.gender == "female"]
        men = [one for one in generation if one.gender == "male"]
        chance.shuffle(men)
        following: list[Person] = []
        for woman in women:
            man = men.pop() if men and chance.random() < 0.6 else born(year, female=False)
            unions.append(Union(id=f"u{len(unions)}", partners=(woman.id, man.id), kind="married"))
            for _ in range(chance.choice((1, 2, 3, 4))):
                if len(persons) >= people:
                    break
                child = born(year + 25, chance.random() < 0.5)
                following.append(child)
                links.append(Parentage(id=f"l{len(links)}", child=child.id, parents=(woman.id, man.id)))
        generation = following or [born(year + 25, number % 2 == 0) for number in range(4)]
        year = min(year + 25, 2000)
    return Family(
        id="dynasty", title="A dynasty", persons=tuple(persons), unions=tuple(unions), parentages=tuple(links)
    )
