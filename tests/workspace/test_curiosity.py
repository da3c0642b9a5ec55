"""What a family makes one curious about: whose it is, what is left out, what became of it."""

from datetime import date

import pytest

from supervision_tui.family import HarmFlag, family_from_yaml, load_family
from supervision_tui.resources import content_folder
from supervision_tui.workspace.notebook.retention import Retention
from supervision_tui.workspace.suggestions import Answer, Answers, curiosities, in_sight, put_away

TODAY = date(2026, 11, 23)


def family(name="carter-okafor"):
    return load_family(content_folder("templates/families") / f"{name}.yaml")


@pytest.mark.parametrize("name", ["carter-okafor", "haile", "kowalska-fairhurst", "pritchard-hussain", "thorne-lacey"])
def test_everything_has_an_id_of_its_own_that_stays_when_others_come_first(name):
    found = curiosities(family(name), TODAY)
    ids = [one.id for one in found]
    assert len(set(ids)) == len(ids) > 5
    child = family(name).focus[0]
    hers = curiosities(family(name), TODAY, child)
    assert {one.id: one for one in hers} == {one.id: one for one in found}
    mine = [child in one.about for one in hers]
    assert any(mine)
    assert mine == sorted(mine, reverse=True), "what is about the person selected comes first"
    assert all(one.why.startswith("Shown because") and one.questions for one in hers)


def test_what_happened_twice_to_the_same_person_is_told_apart():
    told = """
format: supervision-tui/family/1
id: V9
title: The Harpers
focus: [kit]
persons: [{id: kit, name: Kit Harper, born: 2014-03-02}]
events:
  - {id: first, who: [kit], what: moved to Nan, theme: care_entry, date: 2020-11-20}
  - {id: again, who: [kit], what: moved to Jo, theme: care_entry, date: 2022-11-25}
"""
    days = [one for one in curiosities(family_from_yaml(told), TODAY) if one.id.startswith("G-ANNIV")]
    assert [one.id for one in days] == ["G-ANNIV:kit", "G-ANNIV:kit:care_entry"]


def test_nothing_is_asked_of_both_where_one_harms_the_other():
    before = family()
    assert any({"leanne", "craig"} <= set(one.about) for one in curiosities(before, TODAY))
    harmed = before.replaced(harm_flags=(HarmFlag(id="h1", kind="coercive_control", by="craig", to=("leanne",)),))
    assert not any({"leanne", "craig"} <= set(one.about) for one in curiosities(harmed, TODAY))
    assert any("leanne" in one.about for one in curiosities(harmed, TODAY))


def test_a_room_sees_nothing_that_touches_what_somebody_must_not_learn():
    found = curiosities(family("pritchard-hussain"), TODAY)
    room = in_sight(found, Answers(), TODAY, room=True)
    assert room
    assert len(room) < len(found)
    assert not any("Jack" in f"{one.title} {one.why} {one.questions}" for one in room)
    everything = Answers(of={one.id: Answer(became="not_for_us", on=TODAY) for one in found})
    assert put_away(found, everything, TODAY, room=True) == room


def test_not_now_lasts_four_weeks_and_not_for_us_until_it_is_brought_back():
    found = curiosities(family(), TODAY)
    first, second, third, *_ = [one.id for one in found]
    answers = Answers().saying(first, Answer(became="not_now", on=TODAY))
    answers = answers.saying(second, Answer(became="not_for_us", on=TODAY, reason="We asked in May."))
    answers = answers.saying(third, Answer(became="along", on=TODAY, words="Who is missing?"))
    assert [one.id for one in put_away(found, answers, TODAY)] == [first, second]
    assert [one.id for one in put_away(found, answers, date(2026, 12, 21))] == [second]
    assert in_sight(found, answers.without(first).without(second), TODAY) == found
    assert [one.words for one in answers.along.values()] == ["Who is missing?"]


def test_it_is_kept_with_the_family_and_goes_with_it(workspace):
    kept = Answers().saying("G-ABSENT:yonas", Answer(became="not_for_us", on=TODAY, about=("yonas",), reason="unsafe"))
    assert workspace.curiosities.of("V1") == Answers()
    workspace.curiosities.put(kept, "V1")
    assert workspace.curiosities.of("V1") == kept
    Retention(workspace).end_involvement("V1", date(2026, 1, 1))
    going = next(one for one in Retention(workspace).look() if one.key == ("family", "V1"))
    Retention(workspace).let_go(going)
    assert workspace.curiosities.of("V1") == Answers()


def test_what_is_taken_along_is_among_the_questions_of_the_next_visit(workspace):
    taken = Answer(became="along", on=TODAY, about=("yonas",), words="Who has spoken with Yonas?")
    workspace.curiosities.put(Answers().saying("G-ABSENT:yonas", taken), "V1")
    session = workspace.prepare("V1").editor.session
    assert [(one.text, one.kept) for one in session.questions] == [("Who has spoken with Yonas?", True)]
    assert not workspace.curiosities.of("V1").along, "once only"
    assert workspace.prepare("V1").editor.session.questions == session.questions, "the same preparation, gone on with"
