"""Names are the same name however they are typed: accents, capitals, apostrophes, hyphens, what nobody can see."""

import pytest

from supervision_tui.family import Family, Person
from supervision_tui.people import Practitioner
from supervision_tui.people.roster import Roster
from supervision_tui.text_folding import name_key
from supervision_tui.tui.studio.person_search import find_by_prefix
from tests.every_row import every_row


@every_row(
    ("typed", "name"),
    [
        ("zoe lukasz", "Zoë Łukasz"),
        ("ZOË", "zoe"),
        ("o'neil", "O’Neil"),
        ("jean-luc", "Jean\u2011Luc"),
        ("maryam", "Mar\u00adyam"),
        ("anna  maria", "Anna Maria"),
        ("søren", "Soren"),
        ("zo\u0308e", "zöe"),
    ],
)
def test_a_name_is_one_name_however_it_is_typed(typed, name):
    assert name_key(typed) == name_key(name)


@pytest.mark.parametrize(("one", "other"), [("Ana", "Anna"), ("李明", "李四"), ("Ben", "Benn"), ("عائشة", "فاطمة")])
def test_different_names_stay_different(one, other):
    assert name_key(one) != name_key(other)


def test_everybody_is_found_by_plain_letters():
    family = Family(id="f", title="F", persons=(Person(id="a", name="Zoë Łukasz"), Person(id="b", name="Ann Hill")))
    assert [person.id for person in family.named("zoe lukasz")] == ["a"]
    assert find_by_prefix(family, "lukasz") == find_by_prefix(family, "zoe") == "a"
    assert family.named("") == family.named("  ") == ()
    roster = Roster(practitioners=(Practitioner(id="z", name="Zoë Łukasz"),))
    found = roster.named("lukasz")
    assert found is not None
    assert found.id == "z"
