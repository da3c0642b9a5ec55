"""Fresh ids for everything in a family: an id is often made of a name, and drawings and files carry ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from supervision_tui.family.model.references import PERSON_FIELDS

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

FAMILY_ID = "family"
"""The id that a family has in such a copy."""
_STEMS = {
    "persons": "p", "unions": "u", "parentages": "l", "households": "h", "ties": "t", "events": "e", "contacts": "c",
    "quotes": "q", "resources": "r", "cultures": "k", "groups": "g", "harm_flags": "f", "hidden_facts": "n",
    "strengths": "s", "worries": "w", "hypotheses": "i",
}  # fmt: skip
"""Each field of a family that holds parts with ids, and the letter of its fresh ids."""
_VIEWPOINTS = frozenset({"by", "perspective", "hidden_from", "hide_from"})
"""Fields that hold a person's id, or words for somebody outside the map."""

Ids = Mapping[str, Mapping[str, str]]


def fresh_ids(family: Family) -> dict[str, dict[str, str]]:
    """By field of a family, an id made of a letter and a number for each of its parts; labels of twins as "twins"."""
    found = {
        field: {part.id: f"{stem}{number}" for number, part in enumerate(getattr(family, field), 1)}
        for field, stem in _STEMS.items()
    }
    labels = dict.fromkeys(link.twins for link in family.parentages if link.twins)
    return found | {"twins": {label: f"b{number}" for number, label in enumerate(labels, 1)}}


def with_fresh_ids(family: Family, ids: Ids) -> Family:
    """*family* with the fresh *ids* for its parts, wherever they are referred to."""
    content = family.model_dump(mode="json")
    renamed = {key: _renamed(value, key, key, ids) for key, value in content.items()}
    return type(family).model_validate(renamed | {"id": FAMILY_ID})


def _renamed(value: Any, name: str, kind: str, ids: Ids) -> Any:
    """*value* of the field called *name*, in a part of that *kind*."""
    if isinstance(value, dict):
        return {key: _renamed(inner, key, kind, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, name, kind, ids) for inner in value]
    whose = {"id": kind, "twins": "twins", "culture": "cultures"}.get(name, "")
    if name in PERSON_FIELDS or name in _VIEWPOINTS:
        whose = "persons"
    return ids.get(whose, {}).get(value, value) if isinstance(value, str) else value
