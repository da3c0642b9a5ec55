"""Every field of what hangs on somebody in a family: themselves, unions, parents, homes, health, statuses, culture.

What a field is called stands in one table; how it is typed follows from the model (:mod:`.fields`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family import (
    Culture,
    HealthMark,
    Heritage,
    Household,
    Membership,
    Migration,
    Parentage,
    Person,
    Status,
    Union,
    UnionChange,
)
from supervision_tui.family.edits import Add, Change, EditError, Remove
from supervision_tui.workspace.editing.form_fields import (
    FieldValueError,
    attribute_refusal,
    changed_part,
    field_text,
    names_line,
    new_part,
    people_named,
)

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.family.model.base import FrozenModel
    from supervision_tui.workspace.editing.family_editor import FamilyEditor

PARTNER = "partner"
"""With whom a new union is: asked once, when it is added."""
NOTE = ("note", "A word for the team")
SINCE_UNTIL = (("since", "Since"), ("until", "Until"))
WORDS: dict[type[FrozenModel], tuple[tuple[str, str], ...]] = {
    Person: (
        ("name", "Name"), ("called", "The name people use"), ("kind", "Who or what this is"),
        ("gender", "Gender, as they say it"), ("pronouns", "Pronouns"), ("born", "Born"), ("due", "Due"),
        ("died", "Died"),
        ("deceased", "Has died, the date is not known"), ("cause_of_death", "Of what they died"),
        ("loss", "Kind of loss"), ("count", "How many, where several stand for one"),
        ("role", "Role, for a professional"),
        ("occupation", "Work"), ("education", "School or training"), ("whereabouts", "Where they are now"),
        ("languages", "Languages, with commas"), ("name_said", "How the name is said"),
        ("paper_formats", "How papers reach them: large print, BSL, easy English, another language"),
        ("faith", "Faith"), ("immigration", "Immigration status"),
        ("sex_at_birth", "Sex recorded at birth, only where asked and it matters"),
        ("orientation", "Orientation, only where asked and it matters"), ("consultand", "Asked for help"), NOTE,
    ),
    HealthMark: (
        ("name", "What it is called"), ("area", "Area"), ("status", "How it stands"), *SINCE_UNTIL,
        ("source", "Who says so"), NOTE,
    ),
    Status: (("code", "Code: CIN, CP, LAC, SGO ..."), *SINCE_UNTIL, NOTE),
    Migration: (
        ("from_place", "From"), ("to_place", "To"), ("left", "Left"), ("arrived", "Arrived"), NOTE,
    ),
    Heritage: (("culture", "Culture of origin"), ("share", "Share beside the others, 1 where they are equal")),
    Union: (
        ("kind", "How they are together"), *SINCE_UNTIL, ("ended", "How it ended"), ("leaver", "Who left"),
        ("childless", "Without children, as they told it"), ("relatives", "Kin by blood"),
        ("secret", "A secret"), NOTE,
    ),
    UnionChange: (("kind", "What changed"), ("date", "When"), NOTE),
    Parentage: (
        ("parents", "Parents: one or two names"), ("kind", "How they are parents"),
        ("home", "The drawing hangs the child here"),
        *SINCE_UNTIL, ("order", "Order of a court"), ("doubted_parents", "About whom the doubt is"),
        ("twins", "Twins: one word that they share"), ("zygosity", "Identical or not"), NOTE,
    ),
    Household: (("name", "Name of the home"), ("kind", "What kind of home"), ("address", "Address"), NOTE),
    Membership: (*SINCE_UNTIL, ("part_time", "Part of the time"), ("nights", "Nights in a fortnight"), NOTE),
    Culture: (
        ("name", "Name of the culture"), ("pattern", "Pattern on the drawing"),
        ("pride", "What the family is proud of, with commas"),
        ("shame", "What it is ashamed of, with commas"), ("principles", "What it lives by, with commas"), NOTE,
    ),
}  # fmt: skip
"""What every field is called, in the order of its form."""
ELSEWHERE: dict[tuple[type[FrozenModel], str], str] = {
    **{(model, "id"): "a name inside the file" for model in (Person, Union, Parentage, Household, Culture)},
    **{(model, "carried"): "lines of another program's file" for model in (Person, Union, Parentage)},
    **{(Person, field): "rows of their own" for field in ("health", "statuses", "migration", "heritage")},
    **{(Person, field): "with care" for field in ("secret", "hidden_from")},
    **{(Parentage, field): "with care" for field in ("doubted", "hidden_from", "show_child")},
    (Parentage, "child"): "whoever is selected", (Membership, "person"): "whoever is selected",
    (Union, "partners"): "said when it is added", (Union, "changes"): "rows of their own",
    (Household, "members"): "rows of their own", (Household, "safe_to_record"): "with care",
}  # fmt: skip
"""Fields that are set elsewhere, and where."""
NESTED: dict[type[FrozenModel], tuple[type[FrozenModel], str]] = {
    HealthMark: (Person, "health"), Status: (Person, "statuses"), Migration: (Person, "migration"),
    Heritage: (Person, "heritage"), UnionChange: (Union, "changes"), Membership: (Household, "members"),
}  # fmt: skip
"""Parts that stand inside another part, and in which of its fields."""
FIELDS = {Union: "unions", Parentage: "parentages", Household: "households", Culture: "cultures"}
NEW: dict[str, type[FrozenModel]] = {
    "Something about health": HealthMark, "A legal or placement status": Status,
    "A move from place to place": Migration,
    "A culture of origin": Heritage, "A culture of this family": Culture,
    "Further parents: step, foster, adoptive, kinship": Parentage, "A union with somebody on the drawing": Union,
    "A turn in a union": UnionChange,
}  # fmt: skip
"""What can be added to somebody, in words."""


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """A part that hangs on somebody: its *title* and *words*, and where it stands inside its *owner*, if it does."""

    title: str
    words: str
    part: FrozenModel
    owner: FrozenModel | None = None
    at: int = 0


def person_details(family: Family, person: str) -> list[PersonDetail]:
    """Everything that hangs on *person*, themselves first."""
    subject = family.person(person)
    found = [PersonDetail(str(subject.name), _summary(family, subject, "kind", "gender", "born"), subject)]
    found += _inside(family, subject, HealthMark, "Health", "name", "status")
    found += _inside(family, subject, Status, "Status", "code", "since")
    found += _inside(family, subject, Migration, "Move", "from_place", "to_place", "arrived")
    found += _inside(family, subject, Heritage, "Heritage", "culture")
    for union in family.unions_of(person):
        with_whom = f"With {_others(family, union, person)}"
        found.append(PersonDetail(with_whom, _summary(family, union, "kind", "since", "ended"), union))
        found += _inside(family, union, UnionChange, "   Turn", "kind", "date")
    for link in family.parentages_of(person):
        of_whom = f"Child of {names_line(family, tuple(link.parents))}"
        found.append(PersonDetail(of_whom, _summary(family, link, "kind", "since"), link))
    for home in family.households:
        for at, member in enumerate(home.members):
            if member.person == person:
                told_of = _summary(family, member, "since", "until", "nights")
                found.append(PersonDetail("Home", _summary(family, home, "name", "kind"), home))
                found.append(PersonDetail("   Lives there", told_of, member, home, at))
    cultures = {heritage.culture for heritage in subject.heritage}
    for culture in family.cultures:
        if culture.id in cultures:
            found.append(PersonDetail("Culture", _summary(family, culture, "name", "pride"), culture))
    return found


def _inside(
    family: Family, owner: FrozenModel, model: type[FrozenModel], title: str, *fields: str
) -> Iterator[PersonDetail]:
    for at, part in enumerate(getattr(owner, NESTED[model][1])):
        yield PersonDetail(title, _summary(family, part, *fields), part, owner, at)


def _others(family: Family, union: Union, person: str) -> str:
    return names_line(family, tuple(partner for partner in union.partners if partner != person)) or "somebody not known"


def _summary(family: Family, part: FrozenModel, *fields: str) -> str:
    return ", ".join(filter(None, (field_text(family, part, field) for field in fields)))


def change_detail(family_editor: FamilyEditor, detail: PersonDetail, answers: Mapping[str, str]) -> None:
    """Change a part as it was said.

    Raises:
        FieldValueError: a field cannot be understood; nothing was changed.
        EditError: it does not fit the family; nothing was changed.
    """
    new = changed_part(family_editor.family, detail.part, answers)
    if new != detail.part:
        family_editor.apply(Change(new if detail.owner is None else _within(detail.owner, type(new), detail.at, new)))


def add_detail(
    family_editor: FamilyEditor,
    model: type[FrozenModel],
    answers: Mapping[str, str],
    person: str,
    owner: FrozenModel | None = None,
) -> None:
    """Add a part of *model* to *person*, inside *owner* where parts of its kind stand inside another.

    Raises:
        FieldValueError, EditError: as :func:`keep`.
    """
    family = family_editor.family
    if model in NESTED:
        inside = owner or family.person(person)
        field = NESTED[model][1]
        family_editor.apply(
            Change(inside.replaced(**{field: (*getattr(inside, field), new_part(family, model, answers))}))
        )
        return
    answers = dict(answers)
    fixed: dict[type[FrozenModel], Callable[[], dict[str, object]]] = {
        Parentage: lambda: {"child": person},
        Union: lambda: {"partners": (person, *_partner(family, answers.pop(PARTNER)))},
        Culture: lambda: {"id": family_editor.free_id(answers["name"], {culture.id for culture in family.cultures})},
    }
    family_editor.apply(Add(new_part(family, model, answers, **fixed[model]())))


def _partner(family: Family, words: str) -> tuple[str, ...]:
    found = attribute_refusal(PARTNER, lambda: people_named(family, words))
    if len(found) != 1:
        raise FieldValueError(PARTNER, "Please name one person who is on the drawing.")
    return found


def remove_detail(family_editor: FamilyEditor, detail: PersonDetail) -> None:
    """Take a part off.

    Raises:
        EditError: it is somebody themselves, or others need it; nothing was changed.
    """
    if isinstance(detail.part, Person):
        raise EditError("Delete in the drawing takes somebody off it. Nothing was changed.")
    if detail.owner is not None:
        family_editor.apply(Change(_within(detail.owner, type(detail.part), detail.at)))
    else:
        family_editor.apply(Remove(FIELDS[type(detail.part)], str(getattr(detail.part, "id", ""))))


def _within(owner: FrozenModel, model: type[FrozenModel], at: int, *new: FrozenModel) -> FrozenModel:
    """*owner* with the part at that place exchanged for *new*, or without it."""
    field = NESTED[model][1]
    parts = getattr(owner, field)
    return owner.replaced(**{field: (*parts[:at], *new, *parts[at + 1 :])})
