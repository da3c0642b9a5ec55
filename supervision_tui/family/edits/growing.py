"""Edits as people think of them: a child of these parents, a partner of this person, parents of that one."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_tui.family.edits.changes import Add, CompositeEdit, Edit, EditError
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.parentages import Parentage, ParentageKind
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Union, UnionKind


def add_child(family: Family, child: Person, parents: Sequence[str], kind: ParentageKind = "birth") -> Edit:
    """Add *child* to one or two *parents* who are in the family; a child already there gets the parents.

    The parentage is its home unless it has one.

    Raises:
        EditError: the id belongs to somebody else in the family.
    """
    home = family.home_parentage(child.id) is None
    link = Parentage(
        id=_free(family, f"{child.id}-{kind}"), child=child.id, parents=tuple(parents), kind=kind, home=home
    )
    return CompositeEdit((*_new(family, (child,)), Add(link)), f"Added a child: {child.name}")


def add_partner(family: Family, of: str, partner: Person, kind: UnionKind = "unknown") -> Edit:
    """Add *partner* in a union with *of*, who is in the family; a partner already there gets the union."""
    union = Union(id=_free(family, f"{of}-{partner.id}"[:60]), partners=(of, partner.id), kind=kind)
    return CompositeEdit((*_new(family, (partner,)), Add(union)), f"Added a partner: {partner.name}")


def add_parents(family: Family, child: str, parents: Sequence[Person], kind: ParentageKind = "birth") -> Edit:
    """Add one or two *parents* of *child*, who is in the family; two get a union of their own unless they have one."""
    edits: list[Edit] = list(_new(family, parents))
    ids = tuple(parent.id for parent in parents)
    if len(ids) > 1 and family.union_of(*ids[:2]) is None:
        edits.append(Add(Union(id=_free(family, "-".join(ids)[:60]), partners=ids)))
    home = family.home_parentage(child) is None
    edits.append(Add(Parentage(id=_free(family, f"{child}-{kind}"), child=child, parents=ids, kind=kind, home=home)))
    names = " and ".join(str(parent.name) for parent in parents)
    return CompositeEdit(tuple(edits), f"Added parents of {family.person(child).name}: {names}")


def _new(family: Family, people: Sequence[Person]) -> tuple[Add, ...]:
    """Additions of those of *people* who are not in the family yet."""
    for person in people:
        there = family.find(person.id)
        if there is not None and there != person:
            raise EditError(
                f"Somebody else in {family.title} has the id '{person.id}' already: {there.name}. Give {person.name} "
                f"another id; for {there.name} hand over family.person('{person.id}'). Nothing was changed."
            )
    return tuple(Add(person) for person in people if person.id not in family)


def _free(family: Family, stem: str) -> str:
    taken = {part.id for field in (family.unions, family.parentages) for part in field}
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found
