"""People and their supervision are noted by name, in words, in the shell and in plain mode as on the screen."""

from datetime import timedelta

import pytest

from supervision_tui.workspace.people_notes import PeopleNoteError, note_missed, note_person, note_supervision
from supervision_tui.workspace.reports import supervision_standing


@pytest.fixture
def team(workspace):
    for name, role, stage in (("Tom Reid", "practitioner", "newly"), ("Dee Harrow", "manager", "experienced")):
        note_person(workspace, name, role, stage, "")
    return workspace


def standing(workspace):
    everybody = supervision_standing(workspace, workspace.today())
    return {str(person.name): (due, missed) for person, due, missed in everybody}


def test_a_person_is_added_with_a_role_and_how_far_along_in_words(team):
    tom, dee = team.people.roster.named("Tom Reid"), team.people.roster.named("Dee Harrow")
    assert (tom.role, tom.stage) == ("practitioner", "newly_qualified")
    assert (dee.role, dee.stage) == ("manager", "experienced")
    assert set(standing(team)) >= {"Tom Reid", "Dee Harrow"}  # a manager has supervision too


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("", "student", "student", ""), "give a name"),
        (("Tom Reid", "student", "student", ""), "on the list already"),
        (("Ann Lee", "wizard", "student", ""), "is no role here"),
        (("Ann Lee", "", "student", ""), "is no role here"),
        (("Ann Lee", "student", "s t", ""), "is no stage here"),
        (("Ann Lee", "student", "student", "someday"), "Nothing was changed."),
    ],
)
def test_who_cannot_be_added_so_is_told_why_and_nothing_changes(team, words, sentence):
    before = team.people.roster
    with pytest.raises(PeopleNoteError, match=sentence):
        note_person(team, *words)
    assert team.people.roster == before


def test_the_owner_of_the_notebook_is_asked_whether_it_is_them_and_stands_on_the_list_once(workspace):
    with pytest.raises(PeopleNoteError, match="Say whether it is you"):
        note_person(workspace, "Amina", "supervisor", "experienced", "")
    amina = note_person(workspace, "Amina", "supervisor", "experienced", "", own=True)
    assert workspace.people.owner_on_the_list == workspace.people.roster.person(amina.id)
    assert list(standing(workspace)) == ["Amina"]
    with pytest.raises(PeopleNoteError, match="on the list already"):
        note_person(workspace, "amina", "supervisor", "experienced", "")


def test_supervision_that_did_not_take_place_is_followed_up_until_one_does(team):
    missed = note_missed(team, "tom reid", "yesterday", "a child in danger", "in 3 days")
    assert standing(team)["Tom Reid"][1] == missed
    assert missed.on == team.today() - timedelta(days=1)
    note_supervision(team, "Tom Reid", "", 60)
    assert standing(team)["Tom Reid"][1] is None
    assert standing(team)["Tom Reid"][0].day == team.today() + timedelta(days=7)  # newly qualified: weekly at first


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("Nobody Here", "", "court", ""), "Nobody on the list"),
        (("Tom Reid", "", "  ", ""), "court, leave, a child in danger"),
        (("Tom Reid", "", "court", "yesterday"), "That day is past"),
        (("Tom Reid", "blue", "court", ""), "Which day is meant"),
    ],
)
def test_what_is_missing_about_a_missed_supervision_is_asked_for(team, words, sentence):
    with pytest.raises(PeopleNoteError, match=sentence):
        note_missed(team, *words)
    assert team.people.roster.missed == ()
