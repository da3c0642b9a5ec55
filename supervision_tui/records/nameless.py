"""A sentence about the work without the names of a family: each is put as what the person is to the children."""

from __future__ import annotations

from collections.abc import Collection

from supervision_tui.family import Family, Person
from supervision_tui.family.recognition import mentions_in


def without_people(text: str, family: Family, children: Collection[str]) -> str:
    """*text* with everybody of *family* who is certainly named in it put as a word: "a parent", "the child".

    Args:
        text: a line, such as what was said to a worker.
        family: whose names go.
        children: ids of the children in focus.
    """
    for mention in sorted(mentions_in(text, [family]), key=lambda mention: -mention.start):
        person = family.find(mention.person) if mention.person and mention.grade != "possible" else None
        if person is None:
            continue
        words = _called(person, family, children)
        begins = not text[: mention.start].strip()
        end = mention.start + len(mention.words)
        text = f"{text[: mention.start]}{words[:1].upper() + words[1:] if begins else words}{text[end:]}"
    return text


def _called(person: Person, family: Family, children: Collection[str]) -> str:
    """What *person* is to the *children*, in a word or two that names nobody."""
    if person.kind == "unborn":
        return "the baby"
    if person.id in children:
        return "the child" if len(children) == 1 else "one of the children"
    if any(person in family.parents_of(child) for child in children):
        return "a parent"
    if any(person in family.carers_of(child) for child in children):
        return "a carer"
    if any(person in family.siblings_of(child) for child in children):
        return "a brother or sister"
    return "somebody of the family"
