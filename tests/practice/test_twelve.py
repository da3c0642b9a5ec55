"""A stage shows twelve questions, each for a reason: harm, the question brought, the map, a promise, a new kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from supervision_tui.family import Family
from supervision_tui.practice import Library, Question, stage_questions
from supervision_tui.practice.questions.chosen_questions import BROUGHT, HARM, MAP, MOST_CHOSEN, NEW_KIND, PROMISED
from supervision_tui.practice.questions.ordering import kind_of
from supervision_tui.practice.questions.presenter_question import PresenterQuestion
from tests.every_row import every_row

TODAY = date(2026, 11, 23)
ABOUT_ONE_FAMILY = ("T2", "T3", "T4", "T7", "T8")


def shown(library: Library, family: Family, place: str, **more: Any) -> list[Question]:
    template_id, _, stage_id = place.partition("/")
    template = library.templates[template_id]
    options: dict[str, Any] = {"for_": "group", "today": TODAY, "only_chosen": True, "seed": 1} | more
    return stage_questions(family, library, template, template.stage(stage_id), **options)


@every_row("template_id", ABOUT_ONE_FAMILY)
@every_row("family_id", ["V1", "V2", "V3", "V4", "V5"])
def test_no_stage_shows_more_than_twelve_and_each_has_its_reason(
    families: Mapping[str, Family], library: Library, template_id: str, family_id: str
) -> None:
    assert library.templates[template_id].stages
    for stage in library.templates[template_id].stages:
        found = shown(library, families[family_id], f"{template_id}/{stage.id}")
        assert len(found) <= MOST_CHOSEN
        assert bool(found) == bool(stage.offers)
        assert all(question.chosen_for and question.chosen_for in question.reason for question in found)
        assert len({question.prompt_id for question in found}) == len(found)


def test_the_reasons_stand_in_their_order(families: Mapping[str, Family], library: Library) -> None:
    brought = "Why can Oliver not sleep, and what is Agnieszka afraid of?"
    found = shown(library, families["V4"], "T2/interview", brought=brought)
    reasons = [question.chosen_for for question in found]
    order = [HARM, BROUGHT, MAP, NEW_KIND]
    places = [next(at for at, one in enumerate(order) if reason.startswith(one)) for reason in reasons]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2, 3}
    assert reasons[:3] == [HARM] * 3


def test_what_is_asked_in_all_is_the_twelve_and_then_everything_else(
    families: Mapping[str, Family], library: Library
) -> None:
    few = shown(library, families["V2"], "T2/interview")
    every = shown(library, families["V2"], "T2/interview", only_chosen=False)
    assert every[: len(few)] == few
    assert len(every) > 150
    assert not any(question.chosen_for for question in every[len(few) :])
    ids = [question.prompt_id for question in every]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("words", "speaks_of"),
    [
        ("How come nobody sleeps in this house?", "sleep"),
        ("Is the drinking worse since the summer?", "drink"),
        ("What keeps school from ringing us?", "school"),
        ("Do we dare to talk about money?", "money"),
    ],
)
def test_questions_follow_the_question_that_was_brought(
    families: Mapping[str, Family], library: Library, words: str, speaks_of: str
) -> None:
    following = [
        question
        for question in shown(library, families["V2"], "T2/interview", brought=words)
        if question.chosen_for.startswith(BROUGHT)
    ]
    assert following
    assert any(speaks_of in question.chosen_for for question in following)
    brought = PresenterQuestion(words, families["V2"])
    for question in following:
        assert brought.overlap(library.prompts[question.prompt_id]) or set(question.about) & brought.people.keys()


def test_a_question_that_names_somebody_is_followed_by_questions_about_them(
    families: Mapping[str, Family], library: Library
) -> None:
    for name, person in (("Emeka", "emeka"), ("Sue", "sue"), ("Zuri", "zuri")):
        found = shown(library, families["V2"], "T2/interview", brought=f"I wonder about {name}.")
        named = [question for question in found if question.chosen_for == f"{BROUGHT} names {name}"]
        assert named
        assert all(person in question.about for question in named)


def test_a_question_brought_opens_no_gate(families: Mapping[str, Family], library: Library) -> None:
    for seed in range(6):
        for whom in ("visit", "child"):
            found = shown(library, families["V4"], "T7/questions", brought="What does Simon do?", for_=whom, seed=seed)
            assert found
            assert not any("Simon" in question.text for question in found)


def test_a_stage_that_promises_something_shows_it(families: Mapping[str, Family], library: Library) -> None:
    for family in families.values():
        of_map = [one for one in shown(library, family, "T7/genogram") if one.prompt_id.startswith("G-")]
        assert len(of_map) >= 3, family.id
        kinds = [
            library.pack_of[one.prompt_id].id + "/" + kind_of(library.prompts[one.prompt_id], library.pack_of)
            for one in shown(library, family, "T7/questions")
        ]
        assert sum(kind.startswith("circular/") for kind in kinds) >= 3, kinds
        assert "strengths_worries/strength" in kinds
        assert "strengths_worries/scale" in kinds
    assert any(one.chosen_for == PROMISED for one in shown(library, families["V2"], "T7/questions"))


def test_kinds_that_were_asked_already_come_behind_others(families: Mapping[str, Family], library: Library) -> None:
    asked = [prompt.id for prompt in library.packs["circular"].prompts if prompt.type in {"difference", "ranking"}][:9]
    found = shown(library, families["V2"], "T2/interview", asked_lately=asked)
    new = [one for one in found if one.chosen_for.startswith(NEW_KIND)]
    assert new
    assert not {"difference", "ranking"} & {one.type for one in new}
    assert not set(asked) & {one.prompt_id for one in found}


def test_a_child_in_any_stage_may_be_asked_everything_that_is_for_children(
    families: Mapping[str, Family], library: Library
) -> None:
    for place in ("T7/questions", "T4/child", "T6/in_depth"):
        every = shown(library, families["V2"], place, for_="child", only_chosen=False, children=["maisie"])
        assert len({one.prompt_id for one in every}) > 100
        assert len(shown(library, families["V2"], place, for_="child", children=["maisie"])) == MOST_CHOSEN
        assert all("child" in one.audience for one in every)


def test_the_same_session_shows_the_same_twelve_again(families: Mapping[str, Family], library: Library) -> None:
    assert shown(library, families["V2"], "T2/interview", seed=4) == shown(
        library, families["V2"], "T2/interview", seed=4
    )


def test_a_question_about_harm_says_that_it_is_one_so_that_no_room_reads_it(
    families: Mapping[str, Family], library: Library
) -> None:
    found = shown(library, families["V4"], "T2/interview")
    assert {question.is_about_harm for question in found} == {True, False}
    for question in found:
        assert question.is_about_harm == ("only where nobody else can hear or read it" in question.because)
        assert not question.is_about_harm or question.chosen_for == HARM
