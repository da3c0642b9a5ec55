"""Taking a person off the map with everything that hangs on them alone; what others share stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family.edits.changes import Edit, EditError, made
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.references import PERSON_FIELDS

if TYPE_CHECKING:
    from supervision_tui.family.model.parentages import Parentage

MAY_BE_EMPTY = frozenset({"hub", "leaver"})
"""Fields that name one person and can do without."""

KEPT_WHEN_EMPTY = frozenset({"members", "links", "doubted_parents"})
"""Lists of people that can be empty without the part losing its sense, whatever it held before."""

GONE_WITH_ONE = frozenset({"partners"})
"""Lists of people of which none can be missing: a couple without one of the two is no couple."""


@dataclass(frozen=True, slots=True)
class RemovePerson:
    """Remove a person, their unions, ties and own events; from what they share with others only their name goes."""

    person_id: str

    @property
    def words(self) -> str:
        """For a history."""
        return "Removed a person"

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """See :class:`Edit`."""
        person = family.find(self.person_id)
        if person is None:
            message = f"There is nobody with the id '{self.person_id[:64]}' in {family.title}. Nothing was changed."
            raise EditError(message)
        fields: dict[str, object] = {"focus": tuple(person_id for person_id in family.focus if person_id != person.id)}
        for field in type(family).model_fields:
            parts = getattr(family, field)
            if field == "persons":
                fields[field] = tuple(part for part in parts if part.id != person.id)
            elif isinstance(parts, tuple) and parts and isinstance(parts[0], FrozenModel):
                left = (without(part, person.id) for part in parts)
                fields[field] = tuple(part for part in left if part is not None)
        fields["parentages"] = with_homes(fields.get("parentages", ()))
        return made(family, fields, f"Removed a person: {person.name}")


def without(part: FrozenModel, person_id: str) -> FrozenModel | None:
    """*part* without that person; ``None`` where nothing is left of it."""
    changed: dict[str, object] = {}
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(value, tuple) and value and isinstance(value[0], FrozenModel):
            inner = tuple(rest for item in value if (rest := without(item, person_id)) is not None)
            if inner != value:
                changed[field] = inner
        elif isinstance(value, tuple) and field in PERSON_FIELDS and person_id in value:
            left = tuple(item for item in value if item != person_id)
            if (not left and field not in KEPT_WHEN_EMPTY) or field in GONE_WITH_ONE:
                return None
            changed[field] = left
        elif field in PERSON_FIELDS | {"by"} and value == person_id:
            if field not in MAY_BE_EMPTY:
                return None
            changed[field] = None
    return part.replaced(**changed) if changed else part


def with_homes(parentages: object) -> tuple[Parentage, ...]:
    """*parentages* with a home for every child that has lost it: the first that is left."""
    links: tuple[Parentage, ...] = parentages if isinstance(parentages, tuple) else ()
    housed = {link.child for link in links if link.home}
    found = []
    for link in links:
        if link.child not in housed:
            housed.add(link.child)
            found.append(link.replaced(home=True))
        else:
            found.append(link)
    return tuple(found)
