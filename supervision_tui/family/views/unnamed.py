"""People whose name nobody knows, in words: called by what they are to somebody who has one ("Tariq's father").

On a drawing the sign for a missing name stays; a sentence, a question and a reading voice need words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from supervision_tui.family.kinship import kin
from supervision_tui.family.model.couples import with_couples_only
from supervision_tui.family.model.persons import NAME_NOT_KNOWN
from supervision_tui.family.views.hidden_content import without_hidden
from supervision_tui.text import Line

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.persons import Person

SOMEBODY = "somebody"
LARGE = 100
"""People from which on a word between two neighbours is looked for among those round them, not among all."""
ROUND = 3
"""Steps to a parent, a child or a partner within which a brother's or a step-parent's word is decided."""


def name_by_kinship(family: Family) -> Family:
    """*family* as it is told in words: "Tariq's father (name not known)", for short "Tariq's father".

    What they are is read off nothing that is kept from somebody, and no couple is made of two who are none; who is
    nothing to anybody is "somebody (name not known)". The same family where everybody has a name.
    """
    unnamed = [person for person in family.persons if person.unnamed]
    if not any(person.no_name for person in family.persons):
        return family
    called = _called(with_couples_only(without_hidden(family)), unnamed) if unnamed else {}
    return family.replaced(persons=tuple(_with_name(person, called) for person in family.persons))


OTHERS = {"unborn": "a baby not yet born", "pet": "a pet", "institution": "an institution"}
"""Who is no human being who was born and has no name, by kind; a loss is told by what it was."""


def _with_name(person: Person, called: dict[str, str]) -> Person:
    """*person* with words in the place of a name that nobody knows."""
    if not person.no_name:
        return person
    if person.id in called:
        return person.replaced(name=Line(f"{called[person.id]} ({NAME_NOT_KNOWN})"), called=Line(called[person.id]))
    if person.kind == "loss":
        return person.replaced(name=Line(""))
    several = (
        "several people" if person.count is None else "one person" if person.count == 1 else f"{person.count} people"
    )
    words = Line(OTHERS.get(person.kind, several))
    return person.replaced(name=words, called=words)


def _called(shown: Family, unnamed: list[Person]) -> dict[str, str]:
    """What each of the *unnamed* is called, by id; no two alike."""
    names = {person.id: person.short_name for person in shown.persons if not person.unnamed}
    ids = {person.id for person in shown.persons}
    waiting = [person for person in unnamed if person.id in ids]
    called: dict[str, str] = {}
    while waiting:  # who is next to nobody with a name may be next to somebody who was called just now
        near = {person.id: words for person in waiting if (words := _by_one_of(shown, person, names | called))}
        if not near:
            break
        called |= near
        waiting = [person for person in waiting if person.id not in near]
    focus = [child.id for child in shown.focus_children() if child.id in names]
    called |= {
        person.id: next((words for child in focus if (words := _kin_words(shown, child, person, names))), SOMEBODY)
        for person in waiting
    }
    return _told_apart({person.id: called.get(person.id, SOMEBODY) for person in unnamed})


def _by_one_of(family: Family, person: Person, names: dict[str, str]) -> str:
    """What *person* is to the nearest who has a name: a child of theirs, a partner, a brother or sister, a parent."""
    return next(
        (
            words
            for other in _nearest(family, person)
            if other in names and (words := _kin_words(_round(family, other, person.id), other, person, names))
        ),
        "",
    )


def _round(family: Family, *people: str) -> Family:
    """The parts of a large *family* that say what two neighbours are to one another: kin within a few steps of them."""
    if len(family.persons) < LARGE:
        return family
    near = set(people)
    for _step in range(ROUND):
        near |= {other for person in near for other in _beside(family, person)}
    return family.model_copy(
        update={
            "persons": tuple(person for person in family.persons if person.id in near),
            "unions": tuple(union for union in family.unions if near.issuperset(union.partners)),
            "parentages": tuple(
                link for link in family.parentages if link.child in near and near.issuperset(link.parents)
            ),
        }
    )


def _beside(family: Family, person: str) -> Iterator[str]:
    """Parents, children with those who had them too, and partners."""
    for link in (*family.index.up.get(person, ()), *family.index.down.get(person, ())):
        yield link.child
        yield from link.parents
    for union in family.unions_of(person):
        yield from union.partners


def _nearest(family: Family, person: Person) -> Iterator[str]:
    children = [child.id for child in family.children_of(person.id)]
    focus = {child.id for child in family.focus_children()}
    yield from sorted(children, key=lambda child: child not in focus)
    yield from (union.other(person.id) or "" for union in family.unions_of(person.id))
    yield from (sibling.id for sibling in family.siblings_of(person.id))
    yield from (parent.id for parent in family.parents_of(person.id))
    yield from (link.child for link in family.index.down.get(person.id, ()))  # whose donor, surrogate or carer


def _kin_words(family: Family, other: str, person: Person, names: dict[str, str]) -> str:
    """The nearest kin word after the name of *other* ("Tariq's father"); "" where there is none."""
    kinship = kin(family, other, person.id)
    words = (*kinship.names, *kinship.roles)
    return f"{names[other]}'s {words[0].split(' (')[0]}" if words else ""


def _told_apart(called: dict[str, str]) -> dict[str, str]:
    """The same; of several who are called alike each has a number."""
    often, so_far = Counter(called.values()), Counter[str]()
    numbered = {}
    for person_id, words in called.items():
        so_far[words] += 1
        numbered[person_id] = f"{words} {so_far[words]}" if often[words] > 1 else words
    return numbered
