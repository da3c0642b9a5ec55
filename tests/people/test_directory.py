"""Who is who: names are only shown, two of one name are told apart, what was written before stays with its person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.people import (
    OWNER_ID,
    UNCLEAR,
    Practitioner,
    Roster,
    Team,
    all_settled,
    settled,
)
from tests.whole import examples


def of(*people, owner="Amina", owner_is=""):
    """A directory of people: names, or (name, role)."""
    return added(Roster(), *people, owner=owner).directory(owner, owner_is)


def added(roster, *people, owner="Amina"):
    for told in people:
        name, role = told if isinstance(told, tuple) else (told, "practitioner")
        after = roster.with_practitioner(Practitioner(id=roster.free_id(name), name=name, role=role))
        people_after = settled(roster.practitioners, after.practitioners, owner)
        roster = after.model_copy(update={"practitioners": people_after})
    return roster


def test_one_of_a_name_is_shown_by_the_name_alone():
    assert of("Sam Okafor", "Lee").resolve("sam okafor") == ("Sam Okafor", "sam-okafor")


def test_two_of_one_name_are_shown_by_what_tells_them_apart():
    assert of(("Sam", "manager"), "Sam").labels_for("Sam") == ("Sam (manager)", "Sam (practitioner)")
    assert of("Sam", "Sam").labels_for("Sam") == ("Sam (sam)", "Sam (sam-2)")
    assert of("Amina").labels_for("Amina") == ("Amina (practitioner)", "Amina (owner of this notebook)")


def test_two_of_one_name_and_role_are_shown_by_their_teams():
    roster = added(Roster(), "Sam", "Sam")
    for team, ident in (("River", "sam"), ("Hill", "sam-2")):
        roster = roster.with_team(Team(id=team.lower(), name=team, members=({"practitioner": ident},)))
    assert roster.directory().labels_for("sam") == ("Sam (River)", "Sam (Hill)")


@pytest.mark.parametrize("typed", ["Sam (manager)", "sam (m", "SAM (MANAGER)"])
def test_the_label_that_is_shown_can_be_typed(typed):
    assert of(("Sam", "manager"), "Sam").resolve(typed) == ("Sam (manager)", "sam")


def test_a_first_name_means_the_one_who_has_it_and_is_asked_about_where_two_have():
    assert of("Sam Okafor", "Lee").resolve("Sam") == ("Sam Okafor", "sam-okafor")
    assert of("Sam Okafor", "Sam Reid").resolve("Sam") == ("Sam", UNCLEAR)
    assert of("Joanne Hill").resolve("Jo") == ("Jo", "")


def test_a_member_of_the_family_is_nobody_of_the_team_by_a_first_name():
    directory = of("Sam Okafor").beside(["Sam"])
    assert directory.resolve("Sam") == ("Sam", "")
    assert directory.resolve("Sam Okafor")[1] == "sam-okafor"


def test_a_new_name_is_shown_for_what_was_written_under_the_old_one():
    before = added(Roster(), "Sam Reid")
    renamed = before.practitioners[0].model_copy(update={"name": "Sam Okafor"})
    after = settled(before.practitioners, (renamed,), "Amina")
    directory = Roster(practitioners=after).directory("Amina")
    assert directory.shown("sam-reid", "Sam Reid") == "Sam Okafor"
    assert directory.written_by("Sam Reid") == "sam-reid"
    assert directory.resolve("Sam Reid") == ("Sam Reid", "")  # typed now, it is somebody else


@pytest.mark.parametrize("newcomer", ["Sam", "Sam Reid"])
def test_what_was_written_before_a_namesake_came_stays_with_the_first(newcomer):
    directory = of(("Sam", "manager"), newcomer)
    assert directory.written_by("Sam") == "sam"


def test_a_grandmother_who_takes_on_a_step_is_a_name_and_no_id():
    assert of("Lee").resolve("Nan Rose") == ("Nan Rose", "")


def test_the_owner_who_is_on_the_list_is_one_person():
    directory = of("Amina", owner_is="amina")
    assert directory.resolve("Amina") == ("Amina", "amina")
    assert directory.shown(OWNER_ID) == "Amina"
    assert directory.same(OWNER_ID, "amina")


def test_a_notebook_that_kept_no_ids_settles_who_stood_under_which_name():
    people = tuple(
        Practitioner(id=ident, name=name) for ident, name in (("lee", "Lee"), ("sam", "Sam"), ("sam-2", "Sam"))
    )
    directory = Roster(practitioners=all_settled(people, "Amina")).directory("Amina")
    assert [directory.written_by(name) for name in ("Lee", "Sam", "Amina")] == ["lee", "", OWNER_ID]


@given(st.lists(st.sampled_from(["Sam", "Sam Reid", "Sam Okafor", "Lee", "Amina", "Zoë", "zoe"]), max_size=8))
@examples(200)
def test_labels_are_never_shared_and_lead_back_to_their_person(names):
    roster = added(Roster(), *names)
    directory = roster.directory("Amina")
    labels = [directory.shown(person.id) for person in roster.practitioners]
    assert len({label.casefold() for label in labels}) == len(labels)
    assert [directory.resolve(label)[1] for label in labels] == [person.id for person in roster.practitioners]
