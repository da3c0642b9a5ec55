"""Who facilitates a pod: those whom the pod names, in turn, going on from who held the last one."""

import pytest

from supervision_tui.people import Practitioner, Roster
from supervision_tui.people.team import Membership, Pod, Team

NAMES = {"amina": "Amina Begum", "lee": "Lee Ford", "noor": "Noor Aziz", "zoe": "Zoe Hart"}


def pod(ident, members, facilitators):
    return Pod(
        id=ident,
        name=ident,
        members=tuple(Membership(practitioner=member) for member in members),
        facilitators=tuple(facilitators),
    )


@pytest.fixture
def people_of(workspace):
    """Keep a team with these pods, and give the notebook."""

    def keep(*pods):
        members = tuple(Membership(practitioner=ident) for ident in NAMES)
        people = tuple(Practitioner(id=ident, name=name) for ident, name in NAMES.items())
        team = Team(id="riverside", name="Riverside", members=members, pods=pods)
        workspace.people.change(Roster(practitioners=people, teams=(team,)), "kept a team")
        return workspace

    return keep


def held_by(workspace, name, template="T5"):
    controller = workspace.begin(workspace.formats[template], "", name)
    controller.close()


def test_the_turn_goes_on_from_who_held_the_last_pod(people_of):
    workspace = people_of(pod("thursday", ["amina", "lee", "noor"], ["amina", "lee", "noor"]))
    assert workspace.people.pod_facilitators((), "T5") == ["Amina Begum", "Lee Ford", "Noor Aziz"]
    held_by(workspace, "Amina Begum")
    assert workspace.people.pod_facilitators((), "T5")[0] == "Lee Ford"
    held_by(workspace, "Zoe Hart")  # a guest of the turn does not move it on
    assert workspace.people.pod_facilitators((), "T5")[0] == "Lee Ford"


def test_another_format_does_not_move_the_turn_of_a_pod(people_of):
    workspace = people_of(pod("thursday", ["amina", "lee"], ["amina", "lee"]))
    held_by(workspace, "Amina Begum", "T9")
    assert workspace.people.pod_facilitators((), "T5")[0] == "Amina Begum"


def test_of_two_pods_it_is_the_one_whose_people_are_here(people_of):
    workspace = people_of(pod("one", ["amina", "lee"], ["amina"]), pod("two", ["noor", "zoe"], ["zoe"]))
    assert workspace.people.pod_facilitators(("Noor Aziz",), "T5") == ["Zoe Hart"]
    assert workspace.people.pod_facilitators((), "T5") == []
    assert workspace.people.pod_facilitators(("Noor Aziz", "Lee Ford"), "T5") == []


def test_a_pod_that_names_nobody_proposes_nobody(people_of):
    assert people_of(pod("thursday", ["amina"], [])).people.pod_facilitators(("Amina Begum",), "T5") == []
