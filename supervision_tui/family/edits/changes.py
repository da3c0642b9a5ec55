"""The edits that all others are made of: add, change, remove and move a part, set a field, several at once.

The way back is found by comparing before and after (one splice a field: common beginning, common end, what lies
between), so that no edit can have a way back that is not exactly its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pydantic import ValidationError

from supervision_tui.family.model.events import Contact, Event, Quote
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.households import Culture, Group, Household
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.resources import Resource
from supervision_tui.family.model.safeguarding import HarmFlag, HiddenFact, StartingIdea, Strength, Worry
from supervision_tui.family.model.ties import Tie
from supervision_tui.family.model.unions import Union

if TYPE_CHECKING:
    from supervision_tui.family.model.base import FrozenModel

FIELDS: dict[type[FrozenModel], tuple[str, str]] = {
    Person: ("persons", "person"),
    Union: ("unions", "union"),
    Parentage: ("parentages", "parentage"),
    Household: ("households", "household"),
    Tie: ("ties", "tie"),
    Event: ("events", "event"),
    Contact: ("contacts", "contact"),
    Quote: ("quotes", "quote"),
    Resource: ("resources", "resource"),
    Culture: ("cultures", "culture"),
    Group: ("groups", "group"),
    HarmFlag: ("harm_flags", "harm flag"),
    HiddenFact: ("hidden_facts", "hidden fact"),
    Strength: ("strengths", "strength"),
    Worry: ("worries", "worry"),
    StartingIdea: ("hypotheses", "hypothesis"),
}
"""Kind of part to the family's field that holds it, and its word."""

NAMES = dict(FIELDS.values())


class EditError(ValueError):
    """An edit that this family cannot take; the family is as it was."""


class Edit(Protocol):
    """A change to a family."""

    @property
    def words(self) -> str:
        """What it does, for a history: ``Added a person: Ada``."""

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """The family after it, and the edit that leads back.

        Raises:
            EditError: it does not fit this family.
        """


@dataclass(frozen=True, slots=True)
class Splice:
    """In one field: at *at*, *before* is replaced by *after*. For a field that is no list, *at* is -1."""

    at: int
    before: object
    after: object

    @property
    def inverse(self) -> Splice:
        """The way back."""
        return Splice(self.at, self.after, self.before)

    def applied(self, value: object) -> object:
        """*value* with the splice made.

        Raises:
            EditError: something else stands there.
        """
        if self.at < 0:
            if value == self.before:
                return self.after
        elif isinstance(value, tuple) and isinstance(self.before, tuple) and isinstance(self.after, tuple):
            end = self.at + len(self.before)
            if value[self.at : end] == self.before:
                return (*value[: self.at], *self.after, *value[end:])
        raise EditError("The family has changed since, so this step cannot be taken back. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Splices:
    """The way back of any edit: splices by field."""

    splices: Mapping[str, Splice]
    words: str

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """Make every splice, or none."""
        fields = {field: splice.applied(getattr(family, field)) for field, splice in self.splices.items()}
        back = Splices({field: splice.inverse for field, splice in self.splices.items()}, self.words)
        return family.replaced(**fields), back


def between(before: Family, after: Family, words: str) -> Splices:
    """The edit that leads from *after* back to *before*."""
    found = {}
    for field in type(before).model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            found[field] = _splice(new, old)
    return Splices(found, words)


def _splice(old: object, new: object) -> Splice:
    if not (isinstance(old, tuple) and isinstance(new, tuple)):
        return Splice(-1, old, new)
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Splice(start, old[start : len(old) - end], new[start : len(new) - end])


def made(family: Family, fields: Mapping[str, object], words: str) -> tuple[Family, Edit]:
    """*family* with *fields* exchanged, and the way back.

    Raises:
        EditError: the result would not be a family; the message has a sentence for each thing.
    """
    try:
        after = family.replaced(**fields)
    except ValidationError as error:
        sentence = " ".join(
            error_detail["msg"].removeprefix("Value error, ") for error_detail in error.errors(include_url=False)
        )
        message = f"This cannot be done: {sentence} Nothing was changed."
        raise EditError(message) from None
    return after, between(family, after, words)


def field_of(part: FrozenModel) -> str:
    """The family's field that holds parts like *part*."""
    return FIELDS[type(part)][0]


def part_label(part: FrozenModel) -> str:
    """What a part is called in a history: its name, or the word for its kind where it is kept from somebody."""
    word = FIELDS[type(part)][1]
    if getattr(part, "hidden_from", ()) or getattr(part, "secret", False) or not getattr(part, "safe_to_record", True):
        return word  # a history stands on the screen
    name = getattr(part, "name", "") or getattr(part, "what", "") or getattr(part, "words", "")
    return f"{word}: {name}" if name else word


def _place(family: Family, field: str, part_id: str) -> int:
    for at, part in enumerate(getattr(family, field)):
        if part.id == part_id:
            return at
    message = f"There is no {NAMES[field]} '{part_id[:64]}' in {family.title}. Nothing was changed."
    raise EditError(message)


@dataclass(frozen=True, slots=True)
class Add:
    """Add a part, at the end or *at* a place among its like."""

    part: FrozenModel
    at: int | None = None

    @property
    def words(self) -> str:
        """For a history."""
        return f"Added a {part_label(self.part)}"

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """See :class:`Edit`."""
        field = field_of(self.part)
        parts = getattr(family, field)
        at = len(parts) if self.at is None else max(0, min(self.at, len(parts)))
        return made(family, {field: (*parts[:at], self.part, *parts[at:])}, self.words)


@dataclass(frozen=True, slots=True)
class Change:
    """Put a part in the place of the one with the same id."""

    part: FrozenModel

    @property
    def words(self) -> str:
        """For a history."""
        return f"Changed a {part_label(self.part)}"

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """See :class:`Edit`."""
        field = field_of(self.part)
        at = _place(family, field, str(getattr(self.part, "id", "")))
        parts = getattr(family, field)
        return made(family, {field: (*parts[:at], self.part, *parts[at + 1 :])}, self.words)


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a part from *field*; for a person and all that hangs on them, see ``RemovePerson``."""

    field: str
    part_id: str

    @property
    def words(self) -> str:
        """For a history."""
        return f"Removed a {NAMES[self.field]}"

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """See :class:`Edit`."""
        at = _place(family, self.field, self.part_id)
        parts = getattr(family, self.field)
        return made(family, {self.field: (*parts[:at], *parts[at + 1 :])}, self.words)


@dataclass(frozen=True, slots=True)
class Move:
    """Move a part to another place among its like: the order of siblings, of stages in a list."""

    field: str
    part_id: str
    to: int

    @property
    def words(self) -> str:
        """For a history."""
        return f"Moved a {NAMES[self.field]}"

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """See :class:`Edit`."""
        at = _place(family, self.field, self.part_id)
        parts = list(getattr(family, self.field))
        parts.insert(max(0, min(self.to, len(parts) - 1)), parts.pop(at))
        return made(family, {self.field: tuple(parts)}, self.words)


@dataclass(frozen=True, slots=True)
class Set:
    """Set a field of the family that is no list of parts: its title, its focus, its question."""

    field: str
    value: object

    @property
    def words(self) -> str:
        """For a history."""
        return f"Changed the {self.field.replace('_', ' ')}"

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """See :class:`Edit`."""
        if self.field not in type(family).model_fields or self.field in {*NAMES, "format", "id"}:
            message = f"'{self.field[:40]}' cannot be set in a family. Nothing was changed."
            raise EditError(message)
        return made(family, {self.field: self.value}, self.words)


@dataclass(frozen=True, slots=True)
class CompositeEdit:
    """Several edits as one: all are made or none, and one step takes all back."""

    edits: tuple[Edit, ...]
    words: str

    def apply(self, family: Family) -> tuple[Family, Edit]:
        """See :class:`Edit`."""
        after = family
        for edit in self.edits:
            after, _ = edit.apply(after)
        return after, between(family, after, self.words)
