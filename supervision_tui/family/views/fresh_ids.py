"""Fresh ids for everything in a family: an id is often made of a name, and drawings and files carry ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

FAMILY_ID = "family"
"""The id that a family has in such a copy."""
_STEMS = {
    "persons": "p", "unions": "u", "parentages": "l", "households": "h", "ties": "t", "events": "e", "contacts": "c",
    "quotes": "q", "resources": "r", "cultures": "k", "groups": "g", "harm_flags": "f", "hidden_facts": "n",
    "strengths": "s", "hypotheses": "i",
}  # fmt: skip
"""Each field of a family that holds parts with ids, and the letter of its fresh ids."""
_WORDS = frozenset(
    {"name", "called", "title", "what", "words", "text", "note", "fact", "role", "address", "theme", "kind", "code"}
)
"""Fields that hold words or a choice and never an id, though a word may be spelt like one."""


def with_fresh_ids(family: Family) -> Family:
    """*family* with an id of its own for every part, made of a letter and a number, wherever it was referred to."""
    content = family.model_dump(mode="json")
    fresh = {
        str(part["id"]): f"{stem}{number}"
        for field, stem in _STEMS.items()
        for number, part in enumerate(content.get(field) or (), 1)
        if part.get("id")
    }
    renamed = {key: _renamed(value, key, fresh) for key, value in content.items()}
    return type(family).model_validate(renamed | {"id": FAMILY_ID})


def _renamed(value: Any, field: str, fresh: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, key, fresh) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, field, fresh) for inner in value]
    if isinstance(value, str) and field not in _WORDS:
        return fresh.get(value, value)
    return value
