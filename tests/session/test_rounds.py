"""A meeting in parts: every stage belongs to the meeting or to each family, and the steps run through all of them."""

import pytest

from supervision_tui.practice import Destination
from supervision_tui.session import fields
from supervision_tui.session.meeting_steps import MeetingStep, part_of_meeting, steps
from tests.shipped import load_library

LIBRARY = load_library()
SEVERAL = [one for one in LIBRARY.templates.values() if one.family == "several"]
T1, T6 = LIBRARY.templates["T1"], LIBRARY.templates["T6"]
OF_A_FAMILY = {Destination.CHILD_FILE, Destination.FAMILY_WORK}


def asked(template):
    """Every field with the stage in which it is asked."""
    return {(stage.id, field.id) for stage in template.stages for field in fields(stage, template)}


@pytest.mark.parametrize("template", SEVERAL, ids=lambda one: one.id)
def test_the_parts_are_the_whole_and_ask_nothing_twice(template):
    own, theirs = part_of_meeting(template, family=False), part_of_meeting(template, family=True)
    assert {stage.id for one in (own, theirs) for stage in one.stages} == {stage.id for stage in template.stages}
    assert asked(own) | asked(theirs) == asked(template)
    assert not asked(own) & asked(theirs)
    assert {role.id for one in (own, theirs) for role in one.roles} == {role.id for role in template.roles}


@pytest.mark.parametrize("template", SEVERAL, ids=lambda one: one.id)
def test_the_meeting_asks_for_nothing_about_a_family_and_a_family_for_nothing_else(template):
    for family in (False, True):
        one = part_of_meeting(template, family=family)
        found = {field.destination for stage in one.stages for field in fields(stage, one)}
        assert found <= OF_A_FAMILY if family else not found & OF_A_FAMILY


def test_a_unit_meeting_hears_of_every_child_then_thinks_family_by_family():
    found = steps(T1, ["a", "b", "c"], ["c", "a"])
    assert found[:5] == (
        MeetingStep("arrive"),
        MeetingStep("round", "a"),
        MeetingStep("round", "b"),
        MeetingStep("round", "c"),
        MeetingStep("choose"),
    )
    assert [step.family for step in found[5:-4]] == ["c"] * 6 + ["a"] * 6
    assert found[-4:] == (
        MeetingStep("whole"),
        MeetingStep("close", "c"),
        MeetingStep("close", "a"),
        MeetingStep("close"),
    )


def test_alone_together_the_children_not_spoken_of_in_depth_are_not_forgotten():
    found = steps(T6, ["a", "b", "c"], ["b"])
    assert MeetingStep("in_depth", "b") in found
    assert [step.family for step in found if step.stage == "light_touch"] == ["a", "c"]


def test_nobody_chosen_leads_from_the_choice_to_the_close():
    assert [step.stage for step in steps(T1, ["a"], [])] == ["arrive", "round", "choose", "whole", "close"]
