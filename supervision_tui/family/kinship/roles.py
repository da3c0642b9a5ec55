"""What people are to a child by role rather than kin: foster carer, special guardian, kinship carer, donor."""

from __future__ import annotations

from supervision_tui.family.kinship.words import Gender, choose
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.parentages import LASTING, Parentage, ParentageKind

_PARENT: dict[ParentageKind, tuple[str, str, str]] = {
    "foster": ("foster mother", "foster father", "foster carer"),
    "guardianship": ("special guardian",) * 3,
    "kinship": ("kinship carer",) * 3,
    "step": ("stepmother", "stepfather", "step-parent"),
    "donor": ("donor",) * 3,
    "surrogate": ("surrogate",) * 3,
}
_CHILD: dict[ParentageKind, tuple[str, str, str]] = {
    "foster": ("foster daughter", "foster son", "foster child"),
    "guardianship": ("child under their special guardianship",) * 3,
    "kinship": ("child in their kinship care",) * 3,
    "step": ("stepdaughter", "stepson", "stepchild"),
    "donor": ("child by donation",) * 3,
    "surrogate": ("child carried as a surrogate",) * 3,
}


def roles(family: Family, person_id: str, other: str, gender: Gender) -> tuple[str, ...]:
    """What *other* is to *person_id* by role, each once; *gender* is that of *other*."""
    found = [_worded(link, _PARENT, gender) for link in family.index.up.get(person_id, ()) if other in link.parents]
    found += [_worded(link, _CHILD, gender) for link in family.index.down.get(person_id, ()) if link.child == other]
    if _foster_siblings(family, person_id, other):
        found.append(choose(gender, "foster sister", "foster brother", "foster sibling"))
    return tuple(dict.fromkeys(word for word in found if word))


def _worded(link: Parentage, table: dict[ParentageKind, tuple[str, str, str]], gender: Gender) -> str:
    if link.kind not in table:
        return ""
    word = choose(gender, *table[link.kind])
    if link.kind == "guardianship" and link.order and "special" not in link.order:
        word = word.replace("special guardian", "guardian")
    return f"former {word}" if link.until is not None else word


def _foster_siblings(family: Family, person_id: str, other: str) -> bool:
    """Whether a foster carer of one is a parent or foster carer of the other."""

    def carers(child: str, kinds: tuple[ParentageKind, ...]) -> set[str]:
        return {parent for link in family.index.up.get(child, ()) if link.kind in kinds for parent in link.parents}

    any_kind: tuple[ParentageKind, ...] = ("foster", *LASTING)
    mine, theirs = carers(person_id, any_kind), carers(other, any_kind)
    return bool(mine & carers(other, ("foster",)) or theirs & carers(person_id, ("foster",)))
