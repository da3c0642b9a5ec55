"""The family as it was on a day, and what differs between two days."""

from datetime import date

import pytest

from supervision_tui.family import find_problems
from supervision_tui.family.views.snapshots import as_at, changes_between, part_changes


def ids(parts):
    return {one.id for one in parts}


def test_before_the_crossing_saba_lived_and_natan_was_not_yet(five):
    then = as_at(five["haile"], date(2020, 1, 1))
    assert "natan" not in ids(then.persons)
    assert not then.person("saba").dead
    assert then.person("haile").dead
    assert not then.unions_of("yonas")[0].over
    assert "hana" in ids(then.persons)
    assert not [one for one in then.unions if one.id == "filmon-hana"]
    assert all(event.date is None or event.date.earliest.year < 2021 for event in then.events)


def test_where_callum_lived_on_each_day(five):
    family = five["thorne-lacey"]
    homes = {
        day: as_at(family, date.fromisoformat(day)).household_of("callum").id
        for day in ("2025-01-01", "2025-12-01", "2026-03-15", "2026-08-01")
    }
    assert list(homes.values()) == ["H2", "H12", "H13", "H1"]
    assert [link.kind for link in as_at(family, date(2025, 1, 1)).parentages_of("callum")] == ["birth"]


def test_a_pregnancy_is_there_for_its_forty_weeks(five):
    family = five["carter-okafor"]
    assert "baby" in ids(as_at(family, date(2026, 6, 1)).persons)
    assert "baby" not in ids(as_at(family, date(2025, 6, 1)).persons)


@pytest.mark.parametrize("day", ["1950-01-01", "1999-06-15", "2016-05-10", "2021-06-15", "2026-09-01", "2040-01-01"])
def test_every_family_is_sound_on_every_day(five, day):
    assert five
    for family in five.values():
        then = as_at(family, date.fromisoformat(day))
        assert find_problems(then) == ()
        assert as_at(then, date.fromisoformat(day)) == then


def test_what_differs_is_told_part_by_part(five):
    told = {one.part_id: one for one in changes_between(five["carter-okafor"], date(2019, 1, 1), date(2022, 1, 1))}
    assert told["zuri"].kind == "came"
    assert told["terry"].words == "Person Terry Carter: died, cause of death changed"
    assert told["leanne-emeka"].words == "Union of Leanne, Emeka: new"
    assert told["leanne-dean"].kind == "came"
    assert "robin" not in told


def test_a_family_does_not_differ_from_itself(five):
    assert five
    for family in five.values():
        assert part_changes(family, family) == ()
