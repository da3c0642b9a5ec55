"""A family built up field by field for one reader, by the table of :mod:`supervision_tui.family.views.copy_fields`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.households import Household
from supervision_tui.family.model.persons import Person
from supervision_tui.family.views.copy_fields import NOTE, WITHHELD, ReaderKind, rule_of
from supervision_tui.text import Line

BAND = 5
"""Years: ages in a copy for training are told as bands of so many."""
LETTERS = 26
PartT = TypeVar("PartT", bound=FrozenModel)


def copied(family: Family, reader: ReaderKind, left_out: Counter[str]) -> Family:
    """*family* as *reader* has it; how often something was left out is counted in *left_out*, each part once a kind."""
    return type(family).model_validate(_fields(family, reader, left_out, 0))


def _part(part: PartT, reader: ReaderKind, left_out: Counter[str], number: int) -> PartT:
    return type(part).model_validate(_fields(part, reader, left_out, number))


def _fields(part: FrozenModel, reader: ReaderKind, left_out: Counter[str], number: int) -> dict[str, object]:
    """The fields of the copy of *part*, which is the one at place *number* among its like."""
    model = type(part)
    found: dict[str, object] = {}
    withheld: set[str] = set()
    for name, info in model.model_fields.items():
        value = getattr(part, name)
        rule = rule_of(model, name, reader)
        if rule == "left out":
            if value != info.get_default(call_default_factory=True):
                withheld |= {NOTE if name == "note" else WITHHELD.get((model, name), "")}
        elif rule == "made":
            found[name] = MADE[model, name](part, number) if (model, name) in MADE else value
        elif isinstance(value, tuple) and value and isinstance(value[0], FrozenModel):
            found[name] = tuple(_part(inner, reader, left_out, at) for at, inner in enumerate(value))
        else:
            found[name] = value
    left_out.update(withheld - {""})
    return found


def _letter(_person: Any, number: int) -> Line:
    """A, B ... Z, A2, B2 ..."""
    return Line(chr(ord("A") + number % LETTERS) + (str(number // LETTERS + 1) if number >= LETTERS else ""))


def _band(person: Person, _number: int) -> PartialDate | None:
    """A year in the middle of its band of years, as an estimate."""
    if person.born is None:
        return None
    year = person.born.earliest.year
    return PartialDate.read(f"~{year - year % BAND + BAND // 2}")


def _kind_of_home(home: Household, _number: int) -> str:
    """A refuge is told as a home: where somebody is safe is not for everybody."""
    return "home" if home.kind == "refuge" else home.kind


MADE: dict[tuple[type[FrozenModel], str], Callable[[Any, int], object]] = {
    (Family, "title"): lambda _family, _number: Line("A family"),
    (Person, "name"): _letter,
    (Person, "born"): _band,
    (Person, "deceased"): lambda person, _number: person.dead and person.kind != "loss",
    (Household, "name"): lambda _home, number: Line(f"Home {number + 1}"),
    (Household, "kind"): _kind_of_home,
}
"""What is made for a field whose rule says so; ids, and the labels of twins, are made fresh for the whole copy."""
