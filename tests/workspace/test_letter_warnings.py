"""A letter to a child is looked at once more where somebody is harmed: who may read it at home?"""

from datetime import date

import pytest

from supervision_tui.resources import content_folder
from supervision_tui.workspace.disclosure.checks import letter_warnings
from tests.shipped import load_family

TODAY = date(2026, 11, 28)


def family(name):
    return load_family(content_folder("templates/families") / f"{name}.yaml")


@pytest.mark.parametrize("child", ["oliver", "hania"])
def test_a_letter_into_the_home_of_the_one_who_harms_is_looked_at_first(child):
    [warning] = letter_warnings(family("kowalska-fairhurst"), child, TODAY)
    assert "Simon" in warning


def test_a_child_elsewhere_in_such_a_family_is_thought_of_too():
    [warning] = letter_warnings(family("kowalska-fairhurst"), "ethan", TODAY)
    assert "Simon" not in warning
    assert "Ethan" in warning


def test_a_letter_in_a_family_without_a_worry_of_harm_needs_no_second_look():
    assert letter_warnings(family("haile"), "abel", TODAY) == []
