"""Who may be shown as a couple, and who is never more than a parent of the same child."""

import pytest

from supervision_tui.family import Family
from supervision_tui.family.model.couples import may_be_shown_as_couple, with_ending


def family(*, unions=(), parentages=(), harm_flags=(), ties=(), **born):
    """Mo is the mother of Dana by Pat; Gus came later. *born* gives years of birth by id."""
    persons = [
        {"id": one, "name": one.title(), "born": born.get(one)} for one in ("mo", "pat", "gus", "dana", "cleo", "sid")
    ]
    links = [{"child": "dana", "parents": ["pat", "mo"]}, {"child": "sid", "parents": ["pat", "mo"]}, *parentages]
    whole = {"id": "f", "title": "F", "persons": persons, "unions": list(unions), "parentages": links}
    return Family.model_validate({**whole, "harm_flags": list(harm_flags), "ties": list(ties)})


CLEO = {"child": "cleo", "parents": ["gus", "dana"]}
MARRIED_MUM = {"partners": ["gus", "mo"], "kind": "married"}


def test_a_father_and_his_daughter_are_never_a_couple():
    link = {"child": "cleo", "parents": ["pat", "dana"]}
    union = {"partners": ["pat", "dana"], "kind": "married"}
    assert not may_be_shown_as_couple(family(parentages=[link]), "pat", "dana")
    assert not may_be_shown_as_couple(family(parentages=[link], unions=[union]), "dana", "pat")


def test_nor_are_a_grandfather_and_his_granddaughter():
    links = [{"child": "mo", "parents": ["gus"]}, {"child": "cleo", "parents": ["gus", "dana"]}]
    assert not may_be_shown_as_couple(family(parentages=links), "gus", "dana")


@pytest.mark.parametrize("kind", ["step", "foster", "kinship", "guardianship"])
def test_nor_is_who_raised_a_child_and_that_child(kind):
    raised = {"child": "dana", "parents": ["gus"], "kind": kind, "home": False}
    assert not may_be_shown_as_couple(family(parentages=[CLEO, raised]), "gus", "dana")


def test_nor_is_a_mothers_husband_and_her_daughter_where_nobody_recorded_a_couple():
    assert not may_be_shown_as_couple(family(parentages=[CLEO], unions=[MARRIED_MUM]), "gus", "dana")


def test_a_couple_that_was_recorded_and_began_between_adults_is_one():
    later = {"partners": ["gus", "dana"], "kind": "brief", "since": "2019"}
    told = family(parentages=[CLEO], unions=[MARRIED_MUM, later], gus="1978", dana="1998")
    assert may_be_shown_as_couple(told, "gus", "dana")
    young = family(parentages=[CLEO], unions=[MARRIED_MUM, later], gus="1978", dana="2002")
    assert not may_be_shown_as_couple(young, "gus", "dana")


def test_a_child_of_fourteen_is_no_partner_of_a_man_of_thirty():
    union = {"partners": ["gus", "dana"], "kind": "cohabiting", "since": "2012"}
    assert not may_be_shown_as_couple(family(unions=[union], gus="1982", dana="1998"), "gus", "dana")
    assert may_be_shown_as_couple(family(unions=[union], gus="1997", dana="1998"), "gus", "dana")


def test_years_that_leave_a_choice_make_nobody_a_child_and_old_marriages_stand():
    union = {"partners": ["gus", "dana"], "kind": "married", "since": "2014"}
    assert may_be_shown_as_couple(family(unions=[union], gus="1982", dana="1998"), "gus", "dana")
    old = {"partners": ["gus", "dana"], "kind": "married", "since": "1730"}
    assert may_be_shown_as_couple(family(unions=[old], gus="1700", dana="1716"), "gus", "dana")


@pytest.mark.parametrize(
    "harm",
    [
        {"harm_flags": [{"kind": "sexual_abuse", "by": "gus", "to": ["dana"]}]},
        {"harm_flags": [{"kind": "sexual_exploitation", "by": "gus", "to": ["dana"]}]},
        {"ties": [{"a": "gus", "b": "dana", "kind": "sexual_abuse"}]},
        {"unions": [{"partners": ["gus", "dana"], "kind": "forced"}]},
    ],
)
def test_sexual_harm_that_is_flagged_makes_no_couple(harm):
    assert not may_be_shown_as_couple(family(parentages=[CLEO], **harm), "gus", "dana")


def test_a_marriage_of_adults_in_which_one_harms_the_other_stays_a_marriage():
    flag = {"kind": "sexual_abuse", "by": "gus", "to": ["mo"]}
    union = {**MARRIED_MUM, "since": "2012"}
    assert may_be_shown_as_couple(family(unions=[union], harm_flags=[flag], gus="1980", mo="1982"), "gus", "mo")


def test_a_brother_and_a_sister_are_one_only_where_it_was_recorded():
    assert not may_be_shown_as_couple(family(), "dana", "sid")
    assert may_be_shown_as_couple(family(unions=[{"partners": ["dana", "sid"], "kind": "married"}]), "dana", "sid")


def test_everybody_else_is_a_couple():
    assert may_be_shown_as_couple(family(), "pat", "mo")
    assert may_be_shown_as_couple(family(parentages=[CLEO]), "gus", "dana")
    cousins = [{"child": "mo", "parents": ["cleo"]}, {"child": "gus", "parents": ["cleo"]}]
    assert may_be_shown_as_couple(family(parentages=cousins, unions=[{"partners": ["gus", "dana"]}]), "gus", "dana")


@pytest.mark.parametrize(
    ("died", "ended", "expected"),
    [
        ("2019", "", ("death", "2019")), ("", "", ("", None)), ("2019", "divorce", ("divorce", None)),
    ],
)  # fmt: skip
def test_a_couple_stands_as_it_does_after_a_death(died, ended, expected):
    people = [{"id": "ann", "name": "Ann"}, {"id": "dan", "name": "Dan", "died": died or None}]
    couple = {"partners": ["ann", "dan"], "kind": "married", "since": "2010", "ended": ended}
    of_both = Family.model_validate({"id": "k", "title": "K", "persons": people, "unions": [couple]})
    union = with_ending(of_both, of_both.unions[0])
    assert (union.ended, union.until and union.until.text) == expected
