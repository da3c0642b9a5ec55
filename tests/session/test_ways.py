"""Ways of working: what a stage offers, thoughts kept unseen, questions in order, roles given round."""

from datetime import UTC, datetime

import pytest

from supervision_tui.practice import load_library
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session import AskedQuestion, Runner
from supervision_tui.session.attendance import also_here, join, leave, rotate, swap
from supervision_tui.session.hypotheses import CRITERIA, answered, answers, criteria, link, look_at
from supervision_tui.session.private_drafts import show_together, unseen, write_unseen
from supervision_tui.session.questions import came_back, kept, let_go, rank
from supervision_tui.session.working_methods import shown_in, ways
from supervision_tui.text import Line, SafeText

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
TEMPLATES = load_library().templates


def begun(format_id, activity=""):
    template = TEMPLATES[format_id]
    family = None if template.family == "none" else "V2"
    runner = Runner.start(
        template, session_id="s", facilitator="Amina", now=NOW, family_id=family, children=("robin",) if family else ()
    )
    if activity:
        stage = next(stage for stage in template.stages if stage.activity == activity)
        runner.go(stage.id, NOW, override=True)
    return runner


@pytest.mark.parametrize(
    ("format_id", "activity", "way"),
    [
        ("T2", "roles", "roles"),
        ("T2", "graces", "graces"),
        ("T5", "graces", "graces"),
        ("T3", "scale", "marks"),
        ("T3", "map_worries", "columns"),
        ("T4", "listening", "listening"),
        ("T2", "reflecting", "round"),
        ("T2", "reflecting", "stance"),
        ("T4", "hypotheses", "ideas"),
        ("T7", "questions", "questions"),
    ],
)
def test_a_stage_offers_its_ways(format_id, activity, way):
    assert way in [one.id for one in ways(begun(format_id, activity))]


def test_whoever_works_alone_is_offered_no_round_and_a_pod_nothing_about_a_family():
    alone = {way.id for stage in TEMPLATES["T7"].stages for way in ways(begun("T7", stage.activity))}
    pod = {way.id for stage in TEMPLATES["T5"].stages for way in ways(begun("T5", stage.activity))}
    assert not {"round", "stance"} & alone
    assert not {"questions", "stance", "columns", "ideas"} & pod


def test_thoughts_stay_private_until_they_are_shown_the_quietest_first():
    runner = begun("T2", "story")
    slot = shown_in(runner)
    for _ in range(2):
        runner.write(slot, "Amina has said this before", NOW, author="Amina")
    write_unseen(runner, slot, "Amina", "zqloudqz", NOW)
    write_unseen(runner, slot, "Lee", "zqquietqz", NOW)
    shared, private = runner.session.apart()
    assert "zqquietqz" not in shared.model_dump_json()
    assert {draft.destination for draft in private.drafts} == {Destination.PRIVATE}
    assert list(unseen(runner, slot)) == ["Lee", "Amina"]
    assert show_together(runner, slot, NOW) == 2
    texts = [str(one.text) for one in runner.session.entries_in(slot.field.id, slot.child)]
    assert texts[-2:] == ["zqquietqz", "zqloudqz"]
    assert not unseen(runner, slot)
    assert not runner.session.drafts


def test_a_stage_without_names_keeps_none_when_thoughts_are_shown():
    runner = begun("T2", "reflecting")
    slot = shown_in(runner)
    write_unseen(runner, slot, "Lee", "I was struck", NOW)
    show_together(runner, slot, NOW)
    assert runner.session.entries[-1].author == ""


def test_questions_are_put_in_order_asked_and_let_go():
    runner = begun("T2", "interview")
    for name in "abc":
        runner.ask(AskedQuestion(prompt_id=name, text=SafeText(name), stage="interview", kept=True), NOW)
    rank(runner, "c", -1, NOW)
    rank(runner, "a", -1, NOW)
    assert [one.prompt_id for one in kept(runner)] == ["a", "c", "b"]
    came_back(runner, "c", "Nan does", NOW)
    let_go(runner, "b", NOW)
    assert [(one.prompt_id, one.asked, str(one.came_back)) for one in kept(runner)] == [
        ("a", False, ""),
        ("c", True, "Nan does"),
    ]
    runner.undo()
    runner.undo()
    assert [one.asked for one in kept(runner)] == [False, False, False]


def test_roles_are_swapped_and_given_to_whoever_held_them_least():
    runner = begun("T2")
    runner.seat("presenter", Line("Lee"), NOW)
    swap(runner, "facilitator", "presenter", NOW)
    assert (runner.session.seat("facilitator"), runner.session.seat("presenter")) == ("Lee", "Amina")
    least = {"consultant": ["Amina", "Kim", "Lee"], "team": ["Kim", "Lee"], "facilitator": ["Kim"]}
    rotate(runner, ["consultant", "team", "facilitator"], least, NOW)
    assert runner.session.seat("consultant") == "Kim"
    assert runner.session.seat("team") == ""
    assert runner.session.seat("facilitator") == "Lee"
    runner.undo()
    assert runner.session.seat("consultant") == ""


def test_a_guest_comes_and_goes():
    runner = begun("T2")
    join(runner, "Sam", "student", NOW)
    assert also_here(runner) == ("Sam, student",)
    leave(runner, "Sam, student", NOW)
    assert also_here(runner) == ()


def test_where_somebody_is_harmed_the_circular_question_closes():
    assert len(CRITERIA) == len(criteria(harm=True)) == 9
    assert any(one.circular for one in criteria(harm=False))
    assert not any(one.circular for one in criteria(harm=True))
    assert any("responsibility" in one.asks for one in criteria(harm=True))


def test_an_idea_links_people_looks_at_a_level_and_answers_another():
    runner = begun("T4", "hypotheses")
    slot = next(slot for slot in runner.slots() if slot.field.kind == "hypothesis")
    for _ in range(2):
        runner.fill(slot, {part.id: "Perhaps" for part in slot.field.parts}, NOW)
    one, other = runner.session.hypotheses
    link(runner, one.id, "robin", NOW)
    link(runner, one.id, "maisie", NOW)
    look_at(runner, one.id, "family stories", NOW)
    answers(runner, one.id, other.id, NOW)
    idea = runner.session.hypotheses[0]
    assert (idea.about, str(idea.level), idea.rival_of) == (("robin", "maisie"), "family stories", other.id)
    assert "2" in answered(idea, CRITERIA[0])
    link(runner, one.id, "robin", NOW)
    assert runner.session.hypotheses[0].about == ("maisie",)
    assert answered(runner.session.hypotheses[0], CRITERIA[0]) == ""
