"""Names that must not be in a text: of another family, and of the family in a worker's own record."""

import pytest

from supervision_tui.family import Family, Person
from supervision_tui.records.name_leaks import is_leak, names_in, other_family_mentions, people_in, possible_names_in
from supervision_tui.resources import content_folder
from tests.every_row import every_row
from tests.shipped import load_family

FOLDER = content_folder("templates/families")
OWN, OTHER = load_family(FOLDER / "carter-okafor.yaml"), load_family(FOLDER / "haile.yaml")
SHORT = Family(
    id="shortnames",
    title="Ward",
    persons=tuple(
        Person(id=f"p{at}", name=name) for at, name in enumerate(("Jo Ng", "Zoë Ng", "عائشة الحسن", "Kim Ng"))
    ),
)

STOPS = [
    "Yonas, Abel", "A. Yonas", "Abel Y.", "Abél Yonas", "Abel-Yonas", "Abel.Yonas", "Abel_Yonas",
    "abel.yonas@x.org",
    "Abel Tekle Yonas", "Able Yonas", "Abel Jonas", "Abe Yonas", "Mrs Haile", "the Hailes", "V1",
    "one-bedroom flat, Kelderby",
    "Ab\u00adel Yonas", "Abel\u200b Yonas", "Ａｂｅｌ Ｙｏｎａｓ", "Аbel Yonas",
    "**Abel** **Yonas**", "Abel&nbsp;Yonas",
]  # fmt: skip
SHOWN = ["Letebrhan", "born March 2012", "an Eritrean called Kudus"]


@every_row("words", STOPS)
def test_another_family_named_in_full_stops_a_text(words):
    found = other_family_mentions(f"Robin was there, and {words} too.", [OTHER], OWN)
    assert [mention.family for mention in found if is_leak(mention)]


@pytest.mark.parametrize("words", SHOWN)
def test_what_may_be_another_family_is_shown_and_stops_nothing(words):
    found = other_family_mentions(f"Robin was there, and {words} too.", [OTHER], OWN)
    assert found
    assert not any(is_leak(mention) for mention in found)


def test_the_familys_own_people_and_the_workers_are_no_leak():
    namesake = Family(
        id="X1", title="Other", persons=(Person(id="r", name="Robin Frost"), Person(id="z", name="Zara Moss"))
    )
    assert not other_family_mentions("Robin Bell and Robin came.", [namesake], OWN)
    assert not other_family_mentions("Zara wrote this down.", [namesake], OWN, ["Zara Ward"])
    assert other_family_mentions("Zara Moss was there.", [namesake], OWN, ["Zara Ward"])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Robin Frost", True), ("Frost, Robin", True), ("robin_frost12@x.org", True), ("Robin Tekle Frost", True),
        ("R. Frost", True), ("**Robin** Frost", True), ("Robin Fröst", True), ("Robin Bell", False), ("Robin", False),
        ("Robin, Maisie and Chidi", False), ("the Bells", False), ("Bell, Robin", False), ("robin.bell@x.org", False),
        ("Maisie Robin", False),
    ],
)  # fmt: skip
def test_the_full_name_of_another_familys_child_is_shown_though_one_of_ours_has_that_first_name(words, shown):
    namesake = Family(
        id="X1", title="Other", persons=(Person(id="r", name="Robin Frost"), Person(id="m", name="Maisie Robin"))
    )
    found = other_family_mentions(f"It was {words} there.", [namesake], OWN)
    assert bool(found) == shown
    assert any(map(is_leak, found)) == shown


def test_a_workers_own_record_names_nobody_in_any_spelling():
    text = "Jo told me about the belt; zoë hits him, Zoe drinks; عائشة الحسن ضربت الولد; kim ng saw it"
    assert names_in(text, SHORT) == ["Jo", "zoë", "Zoe", "عائشة الحسن", "kim ng"]


def test_the_workers_own_first_name_is_only_a_doubt():
    assert names_in("Zoë felt tired.", SHORT, ["Zoë Ward"]) == []
    assert possible_names_in("Zoë felt tired.", SHORT, ["Zoë Ward"]) == ["Zoë"]
    assert names_in("Zoë Ng felt tired.", SHORT, ["Zoë Ward"]) == ["Zoë Ng"]


def test_the_reference_of_a_family_is_no_name():
    assert names_in("About V1.", OTHER) == []


def test_everybody_named_is_found_however_they_are_named():
    assert [person.id for person in people_in("abel's brother, Mrs Bekele and Lettebrhan", OTHER)] == [
        "abel", "hana", "letebrhan",
    ]  # fmt: skip
