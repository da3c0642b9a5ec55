"""Who is not on the drawing yet, as far as the family itself tells."""

from supervision_tui.family import Event, Family, Parentage, Person, Quote
from supervision_tui.family.model.households import Household
from supervision_tui.family.views.missing_people import missing_people, placeholder_ids, with_placeholders

BASE = Family(
    id="harpers",
    title="The Harpers",
    focus=("mia",),
    persons=(
        Person(id="mia", name="Mia Harper"),
        Person(id="leo", name="Leo Harper"),
        Person(id="kelly", name="Kelly Harper"),
        Person(id="jo", name="Jo"),
    ),
    parentages=(Parentage(child="mia", parents=("kelly",)), Parentage(child="leo", parents=("kelly",))),
)


def told(family):
    return [one.words for one in missing_people(family)]


def test_parents_are_missing_one_beside_another_or_both():
    assert told(BASE) == [
        "Kelly's parents are not on the drawing",
        "Mia and Leo: a parent beside Kelly is not on the drawing",
    ]


def test_somebody_stands_in_for_each_parent_once():
    whole = with_placeholders(BASE)
    assert placeholder_ids(BASE) == {"missing-1", "missing-2", "missing-3"}
    assert {one.id for one in whole.persons} == {one.id for one in BASE.persons} | placeholder_ids(BASE)
    assert {one.id for one in whole.parents_of("mia")} == {one.id for one in whole.parents_of("leo")}
    assert len(whole.parents_of("kelly")) == 2
    kin = BASE.replaced(
        persons=(*BASE.persons, Person(id="nan", name="Nan"), Person(id="bev", name="Bev")),
        parentages=(
            *BASE.parentages,
            Parentage(child="kelly", parents=("nan",)),
            Parentage(child="bev", parents=("nan",)),
        ),
    )
    assert "Kelly and Bev: a parent beside Nan is not on the drawing" in told(kin)
    assert not {one.kind for one in missing_people(whole)} & {"parent"}


def test_no_stand_in_takes_an_id_that_is_there():
    family = BASE.replaced(persons=(*BASE.persons, Person(id="missing-2", name="Bo")))
    assert placeholder_ids(family) == {"missing-1", "missing-3", "missing-4"}
    assert len(with_placeholders(family).persons) == 8


def test_somebody_without_a_name_is_told_by_others():
    persons = tuple(one.replaced(name="?") if one.id == "kelly" else one for one in BASE.persons)
    assert "A parent of Mia: the name is not known" in told(BASE.replaced(persons=persons))


def test_who_is_named_and_not_there_is_told_once_with_what_was_said():
    family = BASE.replaced(
        events=(
            Event(who=("mia",), what="moved to uncle Pete in Hull"),
            Event(who=("mia",), what="Uncle Pete fell ill"),
            Event(who=("mia",), what="her cousin Jo came; aunt Jo Harper too"),
            Event(who=("mia",), what="met uncle Silas", hidden_from=("kelly",)),
        ),
        quotes=(Quote(who="mia", words="I miss Auntie Bev!"),),
        households=(
            Household(id="H1", name="Pete's flat"),
            Household(id="H2", name="Nan's house"),
            Household(id="H3", name="Marek's flat"),
            Household(id="H4", name="Olga's flat", safe_to_record=False),
        ),
    )
    assert told(family)[2:] == [
        "Pete is named and not on the drawing: moved to uncle Pete in Hull",
        "Bev is named and not on the drawing: I miss Auntie Bev!",
        "Marek is named and not on the drawing: Marek's flat",
    ]
