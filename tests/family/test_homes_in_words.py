"""A child with two homes is told home by home: nobody of one home is said to live in the other."""

from datetime import date

import pytest

from supervision_tui.family import load_family
from supervision_tui.family.views import homes_in_words
from supervision_tui.resources import content_folder

DAY = date(2026, 8, 20)


@pytest.fixture(scope="module")
def carters():
    return load_family(content_folder("templates/families") / "carter-okafor.yaml")


def test_a_part_time_home_is_told_after_the_main_one_with_its_own_people(carters):
    words = homes_in_words(carters, carters.person("maisie"), DAY)
    main, second = words.split("; ")
    assert main.startswith("Lives at Carter-Okafor home, Ashmoor with Leanne, Emeka, Robin")
    assert second == "part of the time at Bell-Minter flat with Craig, Jade, Finley"
    assert not [name for name in ("Craig", "Jade", "Finley") if name in main]


def test_somebody_who_is_there_part_of_the_time_is_told_so_and_who_is_not_born_lives_nowhere(carters):
    words = homes_in_words(carters, carters.person("robin"), DAY)
    assert "Chidi part of the time" in words
    assert "baby" not in words
    assert homes_in_words(carters, carters.person("baby"), DAY) == ""


def test_a_home_that_is_not_safe_to_record_is_not_named(carters):
    homes = tuple(home.model_copy(update={"safe_to_record": False}) for home in carters.households)
    words = homes_in_words(carters.replaced(households=homes), carters.person("robin"), DAY)
    assert words.startswith("Lives with Leanne")
    assert "Ashmoor" not in words
