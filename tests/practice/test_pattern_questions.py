"""Questions of the genogram: they speak of the people whom the pattern is about, and never of who must not be named."""

from __future__ import annotations

from datetime import date

import pytest

from supervision_tui.practice.questions.selection import questions_for

TODAY = date(2026, 9, 15)


def of_code(family, library, code, for_):
    """Every question of the pattern *code*, over a few orders."""
    return [
        question
        for seed in range(4)
        for question in questions_for(family, library, for_=for_, today=TODAY, each_child=True, seed=seed)
        if code in question.tags
    ]


@pytest.mark.parametrize("for_", ["visit", "child"])
def test_neither_words_nor_reason_name_a_hidden_brother_to_the_family(families, library, for_):
    for seed in range(4):
        questions = questions_for(families["V3"], library, for_=for_, today=TODAY, each_child=True, seed=seed)
        assert questions
        for question in questions:
            assert "Jack" not in question.text + question.because
            assert "jack" not in question.about


def test_a_question_kept_for_the_family_in_the_group_does_not_name_him_either(families, library):
    questions = questions_for(families["V3"], library, for_="group", today=TODAY, each_child=True)
    kept = [question for question in questions if {"family", "child"} & set(question.audience)]
    assert kept
    assert not [question for question in kept if "Jack" in question.text + question.because]


def test_a_silence_with_a_hidden_person_is_for_supervision_only(families, library):
    assert not any("Kayleigh" in question.text for question in of_code(families["V3"], library, "G-CUTOFF", "visit"))
    assert any("Kayleigh" in question.text for question in of_code(families["V3"], library, "G-CUTOFF", "group"))


def test_of_a_baby_its_own_parents_are_asked_and_its_own_brothers_and_sisters(families, library):
    aunt = of_code(families["V1"], library, "G-UNBORN", "visit")
    assert aunt
    assert {one for question in aunt for one in question.about} <= {"hana", "filmon"}
    own = of_code(families["V2"], library, "G-UNBORN", "group")
    assert own
    assert {one for question in own for one in question.about} <= {
        "leanne",
        "emeka",
        "robin",
        "maisie",
        "chidi",
        "zuri",
    }


def test_the_reason_of_a_silence_says_between_whom(families, library):
    reasons = {question.because for question in of_code(families["V2"], library, "G-CUTOFF", "group")}
    assert reasons
    assert all("Leanne and Dean" in reason for reason in reasons)


def test_a_reason_says_who_is_in_focus_with_the_age_and_what_the_others_are(families, library):
    robins = families["V2"]
    questions = questions_for(robins, library, for_="visit", today=TODAY, types=("difference",), each_child=True)
    reasons = " ".join(question.because for question in questions)
    assert "Robin, 16, is in focus" in reasons
    assert "Leanne is Robin's mother" in reasons


def test_a_reason_does_not_say_what_is_in_doubt(families, library):
    questions = questions_for(families["V1"], library, for_="visit", today=TODAY, each_child=True)
    assert questions
    for question in questions:
        assert "doubt" not in question.because
        assert "Yonas is Natan" not in question.because
