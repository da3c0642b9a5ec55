"""Nobody is nought years old: a family is told with weeks and months of its small children."""

from datetime import date

import pytest

from supervision_tui.family import Family, Person
from supervision_tui.family.views.description import describe_family, person_in_words

AGES = [
    ("2026-10-10", "6 weeks"),
    ("2025-06-01", "17 months"),
    ("2026-05-20", "6 months"),
    ("2024-05-20", "2"),
    ("2026", "under a year"),
    ("1988", "37 to 38"),
]


@pytest.mark.parametrize(("born", "words"), AGES)
def test_an_age_is_told_as_people_tell_it(born, words):
    family = Family(id="f", title="F", persons=(Person(id="a", name="Ada Moss", born=born),))
    assert f"Ada Moss ({words})" in describe_family(family, "2026-11-27")


def test_a_death_and_a_birth_to_come_are_told_in_words():
    on = date(2026, 11, 27)
    assert person_in_words(Person(id="a", name="Ada", died="1999-06"), on) == "Ada (died June 1999)"
    assert person_in_words(Person(id="a", name="Bump", kind="unborn", due="2027-03"), on) == "Bump (due March 2027)"
