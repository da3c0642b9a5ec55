"""What a family makes one curious about: whose it is, what is left out, what became of it."""

from datetime import date

import pytest

from supervision_tui.family import HarmFlag, family_from_yaml
from supervision_tui.resources import content_folder
from supervision_tui.workspace.notebook.retention import RetentionSchedule
from supervision_tui.workspace.suggestions import (
    SuggestionOutcome,
    SuggestionOutcomes,
    dismissed_suggestions,
    question_for_visit,
    suggestions_for,
    visible_suggestions,
)
from tests.shipped import load_family

TODAY = date(2026, 11, 23)


def family(name="carter-okafor"):
    return load_family(content_folder("templates/families") / f"{name}.yaml")


@pytest.mark.parametrize("name", ["carter-okafor", "haile", "kowalska-fairhurst", "pritchard-hussain", "thorne-lacey"])
def test_everything_has_an_id_of_its_own_that_stays_when_others_come_first(name):
    found = suggestions_for(family(name), TODAY)
    ids = [one.id for one in found]
    assert len(set(ids)) == len(ids) > 5
    child = family(name).focus[0]
    hers = suggestions_for(family(name), TODAY, child)
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
    days = [one for one in suggestions_for(family_from_yaml(told), TODAY) if one.id.startswith("G-ANNIV")]
    assert [one.id for one in days] == ["G-ANNIV:kit", "G-ANNIV:kit:care_entry"]


def test_nothing_is_asked_of_both_where_one_harms_the_other():
    before = family()
    assert any({"leanne", "craig"} <= set(one.about) for one in suggestions_for(before, TODAY))
    harmed = before.replaced(harm_flags=(HarmFlag(id="h1", kind="coercive_control", by="craig", to=("leanne",)),))
    assert not any({"leanne", "craig"} <= set(one.about) for one in suggestions_for(harmed, TODAY))
    assert any("leanne" in one.about for one in suggestions_for(harmed, TODAY))


def test_a_room_sees_nothing_that_touches_what_somebody_must_not_learn():
    found = suggestions_for(family("pritchard-hussain"), TODAY)
    room = visible_suggestions(found, SuggestionOutcomes(), TODAY, room=True)
    assert room
    assert len(room) < len(found)
    assert not any("Jack" in f"{one.title} {one.why} {one.questions}" for one in room)
    everything = SuggestionOutcomes(of={one.id: SuggestionOutcome(became="not_for_us", on=TODAY) for one in found})
    assert dismissed_suggestions(found, everything, TODAY, room=True) == room


def test_not_now_lasts_four_weeks_and_not_for_us_until_it_is_brought_back():
    found = suggestions_for(family(), TODAY)
    first, second, third, *_ = [one.id for one in found]
    answers = SuggestionOutcomes().with_outcome(first, SuggestionOutcome(became="not_now", on=TODAY))
    answers = answers.with_outcome(second, SuggestionOutcome(became="not_for_us", on=TODAY, reason="We asked in May."))
    answers = answers.with_outcome(third, SuggestionOutcome(became="along", on=TODAY, words="Who is missing?"))
    assert [one.id for one in dismissed_suggestions(found, answers, TODAY)] == [first, second]
    assert [one.id for one in dismissed_suggestions(found, answers, date(2026, 12, 21))] == [second]
    assert visible_suggestions(found, answers.without(first).without(second), TODAY) == found
    assert [one.words for one in answers.to_take_along.values()] == ["Who is missing?"]


def test_it_is_kept_with_the_family_and_goes_with_it(workspace):
    kept = SuggestionOutcomes().with_outcome(
        "G-ABSENT:yonas", SuggestionOutcome(became="not_for_us", on=TODAY, about=("yonas",), reason="unsafe")
    )
    assert workspace.suggestions.of("V1") == SuggestionOutcomes()
    workspace.suggestions.put(kept, "V1")
    assert workspace.suggestions.of("V1") == kept
    RetentionSchedule(workspace).end_involvement("V1", date(2026, 1, 1))
    going = next(one for one in RetentionSchedule(workspace).disposals() if one.key == ("family", "V1"))
    RetentionSchedule(workspace).dispose(going)
    assert workspace.suggestions.of("V1") == SuggestionOutcomes()


def test_what_is_taken_along_is_among_the_questions_of_the_next_visit(workspace):
    taken = SuggestionOutcome(became="along", on=TODAY, about=("yonas",), words="Who has spoken with Yonas?")
    workspace.suggestions.put(SuggestionOutcomes().with_outcome("G-ABSENT:yonas", taken), "V1")
    session = workspace.prepare_visit("V1").editor.session
    assert [(one.text, one.kept) for one in session.questions] == [("Who has spoken with Yonas?", True)]
    assert not workspace.suggestions.of("V1").to_take_along, "once only"
    assert workspace.prepare_visit("V1").editor.session.questions == session.questions, (
        "the same preparation, gone on with"
    )


def test_a_prompt_of_the_library_is_kept_for_the_next_visit_and_taken_out_again(workspace):
    library, log = workspace.formats.library, workspace.suggestions
    question = question_for_visit(workspace.families.get("V1"), library, "DIF5", TODAY)
    assert question is not None
    assert log.toggle_to_take_along("V1", question, TODAY)
    assert not log.toggle_to_take_along("V1", question, TODAY)
    assert not log.of("V1").to_take_along
    assert log.toggle_to_take_along("V1", question, TODAY)
    visit = workspace.prepare_visit("V1")
    assert [(one.prompt_id, one.kept) for one in visit.editor.session.questions] == [("DIF5", True)]
    assert not log.of("V1").to_take_along


def test_what_does_not_fit_a_family_or_is_for_ones_own_thoughts_is_not_kept_for_a_visit(workspace):
    library = workspace.formats.library
    assert question_for_visit(workspace.families.get("V1"), library, "no such prompt", TODAY) is None
    own = question_for_visit(workspace.families.get("V1"), library, "CG.self.1", TODAY)
    assert own is not None
    with pytest.raises(ValueError, match="own thoughts"):
        workspace.suggestions.toggle_to_take_along("V1", own, TODAY)


def test_a_question_kept_for_a_visit_names_nobody_who_may_harm_beside_the_one_who_is_harmed(workspace):
    library, harmed = workspace.formats.library, family("kowalska-fairhurst")
    kept = [question_for_visit(harmed, library, prompt_id, TODAY) for prompt_id in library.prompts]
    for_family = [one for one in kept if one is not None and "family" in library.prompts[one.prompt_id].audience]
    assert len(for_family) > 50
    assert not [one.text for one in for_family if "Simon" in one.text and "Agnieszka" in one.text]
