"""Families as people tell them: what is read, what is asked; nothing wrong is taken without being asked about."""

import pytest

from tests.every_row import every_row
from tests.family.narrative import scoring

LEAST = {
    **dict.fromkeys(("first", "second", "third", "fourth", "fifth", "sixth"), (0.97, 0.9)),
    **dict.fromkeys(("seventh", "eighth", "ninth", "tenth"), (0.9, 0.45)),
    **dict.fromkeys(
        (
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ),
        (0.91, 0.65),
    ),
}
"""The share of a set's facts that are read right at least, and of each of its paragraphs."""
SETS = tuple(LEAST)
EVERY = [(which, paragraph["id"]) for which in SETS for paragraph in scoring.paragraphs(which)]


@pytest.fixture(scope="module")
def scores():
    return {
        (which, paragraph["id"]): scoring.score(paragraph) for which in SETS for paragraph in scoring.paragraphs(which)
    }


@pytest.mark.parametrize("which", SETS)
def test_nine_facts_of_ten_are_read_right(scores, which):
    right = sum(len(score.right) for (name, _), score in scores.items() if name == which)
    missing = [fact for (name, _), score in scores.items() if name == which for fact in score.missing]
    assert right / (right + len(missing)) >= LEAST[which][0], missing


@every_row(("which", "paragraph"), EVERY)
def test_nothing_wrong_is_taken_without_being_asked_about(scores, which, paragraph):
    assert scores[which, paragraph].wrong_silent == []


@every_row(("which", "paragraph"), EVERY)
def test_no_paragraph_is_read_by_half_only(scores, which, paragraph):
    score = scores[which, paragraph]
    assert len(score.right) / (len(score.right) + len(score.missing)) >= LEAST[which][1], score.missing
