"""A person in one line, as somebody tells it; no word is ever lost, and nothing that is typed stops the program."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.family.shorthand.person import LONGEST, parse_people
from tests.every_row import every_row

TODAY = date(2026, 11, 23)


def one(line):
    (found,) = parse_people(line, TODAY)
    return found


@every_row(
    ("line", "name", "gender", "born"),
    [
        ("Leanne 38 f", "Leanne", "female", "age 38 on 2026-11-23"),
        ("Leanne Carter f b 1988-04", "Leanne Carter", "female", "1988-04"),
        ("Tom", "Tom", "unknown", None),
        ("Mary Jane O'Brien 1988", "Mary Jane O'Brien", "unknown", "1988"),
        ("Jean-Luc m 12/03/2001", "Jean-Luc", "male", "12/03/2001"),
        ("ጽገ 40 f", "ጽገ", "female", "age 40 on 2026-11-23"),
        ("Alex nb ~1990", "Alex", "non_binary", "~1990"),
        ("M", "M", "unknown", None),
    ],
)
def test_name_gender_and_birth(line, name, gender, born):
    found = one(line)
    assert (found.name, found.gender, found.born.text if found.born else None) == (name, gender, born)


def test_a_birth_alone_says_only_that():
    found = one("b 1988-04")
    assert (found.name, found.born.text) == ("", "1988-04")


def test_a_marriage_with_its_years_and_its_end():
    found = one("m Craig 2008-2016 sep")
    assert (found.name, found.union, found.since.text, found.until.text, found.ended) == (
        "Craig",
        "married",
        "2008",
        "2016",
        "separation",
    )
    assert found.gender == "unknown"


@pytest.mark.parametrize(("line", "union"), [("lt Emeka 2020", "cohabiting"), ("cp Jo 2015-", "civil_partnership")])
def test_other_unions(line, union):
    found = one(line)
    assert (found.union, found.since.text[:2]) == (union, "20")
    assert found.until is None


def test_twins_share_their_birth():
    ana, ben = parse_people("twins Ana, Ben 2019", TODAY)
    assert [(it.name, it.born.text, it.twins) for it in (ana, ben)] == [("Ana", "2019", True), ("Ben", "2019", True)]
    assert len(parse_people("triplets 2020-05", TODAY)) == 3


def test_a_death_an_unborn_child_and_a_loss():
    assert one("Terry 1959-02 m d 2019-11").died.text == "2019-11"
    assert one("Baby due 2026-12").kind == "unborn"
    assert (one("miscarriage 2015").kind, one("miscarriage 2015").born.text) == ("loss", "2015")


def test_what_follows_the_facts_is_asked_about_and_a_note_until_it_is_answered():
    found = one("Leanne 38 f works nights at the bakery")
    assert (found.name, found.note) == ("Leanne", "works nights at the bakery")
    (unknown,) = found.unknown
    assert unknown.text == "works nights at the bakery"
    assert "Leanne 38 f works nights at the bakery"[unknown.start : unknown.end] == unknown.text
    assert [answer for answer, _ in found.questions[0].choices] == ["name", "note", "out"]


@pytest.mark.parametrize(
    ("answer", "name", "note"), [("name", "Leanne Ward", ""), ("note", "Leanne", "Ward"), ("out", "Leanne", "")]
)
def test_an_answer_settles_what_was_not_understood(answer, name, note):
    (found,) = parse_people("Leanne 38 f Ward", TODAY, "person", {"Ward": answer})
    assert (found.name, found.note, found.unknown, found.questions) == (name, note, (), ())


def test_nothing_says_nobody_and_too_much_is_told():
    assert parse_people("  ", TODAY) == ()
    with pytest.raises(ShorthandError, match="too long"):
        parse_people("a" * (LONGEST + 1), TODAY)
    with pytest.raises(ShorthandError, match="too many"):
        parse_people("twins " + ",".join("abcdefghijklmn"), TODAY)


NAMES = st.lists(
    st.sampled_from(["Zoë", "O'Brien", "Łukasz", "ጽገ", "Robin", "de", "la", "Cruz"]), min_size=1, max_size=4
)


@given(st.text(max_size=120))
def test_any_line_is_read_or_told(line):
    told = "Understood."
    try:
        parse_people(line, TODAY)
    except ShorthandError as refused:
        told = str(refused)
    assert told.endswith(".")


@given(NAMES, st.integers(0, 99), st.sampled_from(["f", "m", "nb"]), NAMES)
def test_no_word_of_a_name_or_a_note_is_lost(name, age, gender, note):
    found = one(" ".join([*name, str(age), gender, *note]))
    assert found.name.split() == name
    assert found.note.split() == note
