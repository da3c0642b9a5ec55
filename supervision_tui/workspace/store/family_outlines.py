"""What lists need of every family, without taking each apart: who is in it, what happened when, what is kept back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from supervision_tui.family import HiddenFact, PartialDate
from supervision_tui.family.views import HiddenContent
from supervision_tui.text import Line
from supervision_tui.vault import Vault
from supervision_tui.workspace.store.session_index import DocumentIndex

NOTHING = Line()


@dataclass(frozen=True, slots=True, repr=False)
class PersonName:
    """Somebody in a family, by name, and whether anybody must not learn of them."""

    name: Line
    id: str = ""
    called: Line = NOTHING
    secret: bool = False
    hidden_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class EventOutline:
    """Something that happened to *who*, as far as lists need it."""

    what: Line
    id: str = ""
    who: tuple[str, ...] = ()
    where: Line = NOTHING
    theme: str = "other"
    date: PartialDate | None = None
    hidden_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class HomeOutline:
    """The name of a home, and whether it may be written down."""

    name: Line
    address: Line = NOTHING
    safe_to_record: bool = True


class FamilyOutline(BaseModel):
    """A family, as far as lists need it: who is in it, what happened when, and what of it is kept from somebody."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    id: str
    title: Line
    persons: tuple[PersonName, ...] = ()
    events: tuple[EventOutline, ...] = ()
    hidden_facts: tuple[HiddenFact, ...] = ()
    households: tuple[HomeOutline, ...] = ()

    @property
    def visible_people(self) -> tuple[PersonName, ...]:
        """Everybody in it whom a list that anybody may see can name."""
        return tuple(person for person in self.persons if not (person.secret or person.hidden_from))

    @cached_property
    def hidden(self) -> HiddenContent:
        """What is kept from somebody, so that no list tells it."""
        return HiddenContent(self.persons, self.events, self.hidden_facts, self.households)


class FamilyOutlines(DocumentIndex[FamilyOutline]):
    """Every family in a vault, as far as lists need it.

    Args:
        vault: where they are.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault, "family", FamilyOutline)
