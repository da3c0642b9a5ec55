"""Lines that become data are read as a whole, read back in words, and what was not understood is asked about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.family import Family, Parentage, Person, Union
from supervision_tui.family.shorthand import ENTRIES, Beside, read_line
from supervision_tui.family.shorthand.parsed_person import ParsedPerson
from supervision_tui.family.shorthand.person import parse_people
from tests.every_row import every_row
from tests.whole import examples

TODAY = date(2026, 11, 27)
ON = "on 2026-11-27"
PLAIN = ParsedPerson("")


def facts(person):
    """What is not at its default, dates as their words."""
    values = {name: getattr(person, name) for name in ParsedPerson.__slots__ if name not in {"unknown", "questions"}}
    return {name: getattr(it, "text", it) for name, it in values.items() if it != getattr(PLAIN, name)}


def one(line, entry="person"):
    (person,) = parse_people(line, TODAY, entry)
    return facts(person)


AGES = {
    "Baby Moss 5 weeks": f"age 5 weeks {ON}",
    "Ivo 20 months": f"age 20 months {ON}",
    "Ivo 4 months old": f"age 4 months {ON}",
    "Ivo 11mths": f"age 11 months {ON}",
    "Ivo 15m": f"age 15 months {ON}",
    "Ivo 9w": f"age 9 weeks {ON}",
    "Ivo 5 days": f"age 5 days {ON}",
    "Ivo 7/12": f"age 7 months {ON}",
    "Ivo 3/52": f"age 3 weeks {ON}",
    "Ivo 3.5": f"about age 3 years 6 months {ON}",
    "Ivo 4½": f"about age 4 years 6 months {ON}",
    "Ivo ~9": f"about age 9 {ON}",
    "Ivo about 9": f"about age 9 {ON}",
    "Ivo 9ish": f"about age 9 {ON}",
    "Ivo 9 or so": f"about age 9 {ON}",
    "Ivo 9?": f"about age 9 {ON}",
    "Ivo 9yrs": f"age 9 {ON}",
    "Ivo 9 years old": f"age 9 {ON}",
    "Ivo 9yo": f"age 9 {ON}",
    "Ivo, 9": f"age 9 {ON}",
    "Ivo (9)": f"age 9 {ON}",
    "Ivo aged 9": f"age 9 {ON}",
    "Ivo 3y 4m": f"age 3 years 4 months {ON}",
    "Ivo 3 years 4 months": f"age 3 years 4 months {ON}",
    "Ivo 3 yrs and 4 mths": f"age 3 years 4 months {ON}",
    "Ivo 0": f"age 0 {ON}",
    "Ivo 40s": f"age 40 to 49 {ON}",
    "Ivo late 40s": f"age 47 to 49 {ON}",
    "Ivo in his 40s": f"age 40 to 49 {ON}",
    "Ivo teens": f"age 13 to 19 {ON}",
    "Ivo b 4 June 2020": "4 June 2020",
    "Ivo b. June 2020": "June 2020",
    "Ivo b 4.6.2020": "4.6.2020",
    "Ivo b 4-6-2020": "4-6-2020",
    "Ivo DOB 04/06/2020": "04/06/2020",
    "Ivo d.o.b.: 4/6/2020": "4/6/2020",
    "Ivo born in 1991": "1991",
    "Ivo born on 4th June 1991": "4th June 1991",
    "Ivo *1991": "1991",
    "Ivo 2016-03": "2016-03",
    "Ivo Sept 2016": "Sept 2016",
}


@every_row(("line", "born"), AGES.items(), ids=str)
def test_a_number_takes_the_unit_and_the_mark_beside_it(line, born):
    name = "Baby Moss" if line.startswith("Baby") else "Ivo"
    assert one(line) == {"name": name, "born": born}


LINES = {
    "Ada d. 2018": {"name": "Ada", "died": "2018", "dead": True},
    "Ada died": {"name": "Ada", "dead": True},
    "Ada deceased": {"name": "Ada", "dead": True},
    "Ada RIP": {"name": "Ada", "dead": True},
    "Ada passed away in March 2018": {"name": "Ada", "died": "March 2018", "dead": True},
    "Ada died at Easter 2018": {"name": "Ada", "died": "Easter 2018", "dead": True},
    "Ada d Xmas 2017": {"name": "Ada", "died": "Xmas 2017", "dead": True},
    "Ada died of cancer in 2018": {"name": "Ada", "died": "2018", "dead": True, "cause_of_death": "cancer"},
    "Ada 68 d 2018": {"name": "Ada", "born": "age 68 on 2018", "died": "2018", "dead": True},
    "Ada died 2018 aged 68": {"name": "Ada", "born": "age 68 on 2018", "died": "2018", "dead": True},
    "Ivo b 2011-05 d 2011-09 m SIDS": {
        "name": "Ivo", "gender": "male", "born": "2011-05", "died": "2011-09", "dead": True, "cause_of_death": "SIDS"
    },
    "Bump due May 2027": {"name": "Bump", "kind": "unborn", "due": "May 2027"},
    "Bump due in May 2027": {"name": "Bump", "kind": "unborn", "due": "May 2027"},
    "Baby edd 12/5/2027": {"name": "Baby", "kind": "unborn", "due": "12/5/2027"},
    "Baby due next month": {"name": "Baby", "kind": "unborn", "due": "December 2026"},
    "Bump 30+2": {"name": "Bump", "kind": "unborn", "due": "about 2027-02-03"},
    "Ella M 12": {"name": "Ella M", "born": f"age 12 {ON}"},
    "Ella F 12 f": {"name": "Ella F", "born": f"age 12 {ON}", "gender": "female"},
    "Jay D 2010": {"name": "Jay D", "born": "2010"},
    "B Ward 44": {"name": "B Ward", "born": f"age 44 {ON}"},
    "M 44": {"name": "M", "born": f"age 44 {ON}"},
    "ELLA WARD 44 F": {"name": "ELLA WARD", "born": f"age 44 {ON}", "gender": "female"},
    "April f 34": {"name": "April", "born": f"age 34 {ON}", "gender": "female"},
    "May Hart 45": {"name": "May Hart", "born": f"age 45 {ON}"},
    "Ash they 12": {"name": "Ash", "born": f"age 12 {ON}", "pronouns": "they"},
    "Ash she/her 12": {"name": "Ash", "born": f"age 12 {ON}", "pronouns": "she"},
    "Dora (Dee) Hart 40": {"name": "Dora Hart", "called": "Dee", "born": f"age 40 {ON}"},
    "m Leo 2007 sep 2015": {
        "name": "Leo", "union": "married", "since": "2007", "until": "2015", "ended": "separation"
    },
    "m Leo June 2007 div 2015": {
        "name": "Leo", "union": "married", "since": "June 2007", "until": "2015", "ended": "divorce"
    },
    "m Leo June 2007": {"name": "Leo", "union": "married", "since": "June 2007"},
    "lt Leo since 2019": {"name": "Leo", "union": "cohabiting", "since": "2019"},
    "lives with Leo since 2019": {"name": "Leo", "union": "cohabiting", "since": "2019"},
    "Leo sep 2015": {"name": "Leo", "until": "2015", "ended": "separation"},
    "Leo separated in 2015": {"name": "Leo", "until": "2015", "ended": "separation"},
    "Leo ex": {"name": "Leo", "ended": "unknown"},
    "ex-wife Nia 33": {"name": "Nia", "union": "married", "ended": "unknown", "born": f"age 33 {ON}"},
    "Ivo miscarriage 2017": {"name": "Ivo", "kind": "loss", "loss": "miscarriage", "born": "2017"},
    "stillborn Iris 2017": {"name": "Iris", "kind": "loss", "loss": "stillbirth", "born": "2017"},
    "Mother unknown": {"kind": "unknown", "gender": "female"},
    "unknown f": {"kind": "unknown", "gender": "female"},
    "Mary-Jo O'Dea-Finn 40": {"name": "Mary-Jo O'Dea-Finn", "born": f"age 40 {ON}"},
}  # fmt: skip


@every_row(("line", "said"), LINES.items(), ids=str)
def test_a_word_keeps_the_year_that_stands_after_it_and_initials_are_initials(line, said):
    assert one(line) == said


KIN = {
    ("foster Ivo Hart 14 m", "child"): ("foster", f"age 14 months {ON}"),
    ("fostered Ivo Hart 9", "child"): ("foster", f"age 9 {ON}"),
    ("adopted Ivo Hart 5", "child"): ("adopted", f"age 5 {ON}"),
    ("stepson Ivo Hart 9", "child"): ("step", f"age 9 {ON}"),
    ("Ivo Hart 9 foster placement", "child"): ("foster", f"age 9 {ON}"),
    ("foster mum Ivo Hart 58", "parent"): ("foster", f"age 58 {ON}"),
    ("Ivo Hart 58 special guardian", "parent"): ("guardianship", f"age 58 {ON}"),
    ("Ivo Hart 58 gran looks after", "parent"): ("kinship", f"age 58 {ON}"),
    ("stepdad Ivo Hart 41", "parent"): ("step", f"age 41 {ON}"),
}


@every_row(("line", "entry"), KIN, ids=str)
def test_kinship_words_are_no_part_of_a_name(line, entry):
    found = one(line, entry)
    assert found["name"] == "Ivo Hart"
    assert (found["parentage"], found["born"]) == KIN[line, entry]


def test_a_surname_that_is_a_kinship_word_stays_a_surname():
    assert one("Jodie Foster 40")["name"] == "Jodie Foster"


def test_several_children_of_a_line_have_an_age_each():
    assert [facts(person) for person in parse_people("Ada 3, Ivo 5", TODAY, "child")] == [
        {"name": "Ada", "born": f"age 3 {ON}"}, {"name": "Ivo", "born": f"age 5 {ON}"}
    ]  # fmt: skip
    twins = parse_people("twins Ada, Ivo due May 2027", TODAY, "child")
    assert [(person.name, person.kind, str(person.due), person.twins) for person in twins] == [
        ("Ada", "unborn", "May 2027", True), ("Ivo", "unborn", "May 2027", True)
    ]  # fmt: skip
    assert [person.born.text for person in parse_people("twins Ada and Ivo 3", TODAY)] == [f"age 3 {ON}"] * 2
    assert len(parse_people("triplets", TODAY)) == 3


FAMILY = Family(
    id="f",
    title="F",
    persons=(
        Person(id="maud", name="Maud Hart", born="1960"),
        Person(id="pete", name="Pete Hart", died="2010"),
        Person(id="leo", name="Leo Ward"),
        Person(id="wren", name="Wren Hart", born="2010"),
    ),
    unions=(Union(partners=("maud", "pete"), kind="married"),),
    parentages=(Parentage(child="wren", parents=("maud",)),),
)

READ_BACK = [
    ("maud", "child", "foster Ivo Hart 14 m", "Ivo Hart, 14 months, foster child of Maud."),
    ("maud", "child", "Ivo 7", "Ivo, 7, child of Maud."),
    ("maud", "child", "Baby Hart 5 weeks", "Baby Hart, 5 weeks, child of Maud."),
    ("leo", "partner", "Nia Low 33 f 2009 sep 2016",
     "Nia Low, 33, female. Former partner of Leo, 2009 to 2016, separated."),
    ("leo", "partner", "m Nia Low 2019", "Nia Low. Married to Leo, since 2019."),
    ("wren", "parent", "Dev 2005-2012 sep",
     "Dev, parent of Wren. Former partner of the other parent, 2005 to 2012, separated."),
    ("wren", "parent", "foster carer Sue 58 f", "Sue, 58, female, foster carer of Wren."),
    ("wren", "event", "went missing Good Friday 2022", "Good Friday 2022: went missing."),
    ("wren", "event", "2019-05 moved to Nan", "May 2019: moved to Nan."),
    ("wren", "event", "3 weeks ago moved to Nan", "about 6 November 2026: moved to Nan."),
    ("wren", "event", "moved to Nan", "moved to Nan. No date."),
    ("wren", "tie", "Leo close since last summer", "Wren and Leo: close, since summer 2026."),
    ("wren", "tie", "Leo hits", "From Leo to Wren: physical abuse. Harm stands as a flag on this family."),
    ("wren", "tie", "Leo doesn't speak to", "Wren and Leo: cut off."),
    ("wren", "resource", "School strong both", "Wren and School: a strong link, goes both ways."),
]  # fmt: skip


@every_row(("near", "entry", "line", "readback"), READ_BACK, ids=str)
def test_a_line_is_read_back_in_words(near, entry, line, readback):
    reading = read_line(line, Beside(TODAY, FAMILY, near), entry)
    assert reading.readback == readback
    assert reading.unknown == ()


def test_a_foster_child_belongs_to_the_carer_alone_and_nobody_dead_becomes_a_parent():
    fostered = read_line("foster Ivo 14 m", Beside(TODAY, FAMILY, "maud"), "child")
    (link,) = fostered.parentages
    assert (link.parents, link.kind) == (("maud",), "foster")
    born_after = read_line("Ivo 7", Beside(TODAY, FAMILY, "maud"), "child")
    assert born_after.parentages[0].parents == ("maud",)
    born_before = read_line("Ivo 20", Beside(TODAY, FAMILY, "maud"), "child")
    assert born_before.parentages[0].parents == ("maud", "pete")


def test_an_ended_couple_is_ended():
    for line in ("Nia 33 f 2013-2018 ended", "Nia 33 2013-2018", "ex Nia", "Nia 33 2013 sep 2018"):
        (union,) = read_line(line, Beside(TODAY, FAMILY, "leo"), "partner").unions
        assert union.over, line
        assert union.ended, line


@pytest.mark.parametrize(
    ("entry", "line", "word"),
    [
        ("partner", "Nia Low 33 f 2009 sep 2016 [K?]", "K?"),
        ("child", "Ivo 9 plays football", "plays football"),
        ("person", "Ivo b 3/5/21", "b 3/5/21"),
        ("tie", "Leo hits since he moved", "since he moved"),
    ],
)
def test_what_was_not_understood_is_marked_in_its_place_and_asked_about(entry, line, word):
    reading = read_line(line, Beside(TODAY, FAMILY, "wren"), entry)
    (unknown,) = reading.unknown
    assert unknown.text == word
    assert line[unknown.start : unknown.end] == word
    assert any(word in question.words for question in reading.questions)
    assert "Not understood" in reading.readback


def test_what_can_mean_two_things_is_asked_about_and_answered():
    reading = read_line("Ivo 14 m", Beside(TODAY), "child")
    assert reading.persons[0].born is not None
    assert reading.persons[0].born.text == f"age 14 months {ON}"
    assert [answer for answer, _ in reading.questions[0].choices] == ["months", "years"]
    answered = read_line("Ivo 14 m", Beside(TODAY, answers={"14 m": "years"}), "child")
    assert (answered.persons[0].gender, answered.questions) == ("male", ())
    assert read_line("Ivo 34 m", Beside(TODAY), "child").persons[0].gender == "male"


@pytest.mark.parametrize("line", ["12/03/19 moved to Nan", "2.9.19 moved"])
def test_figures_that_are_no_date_say_what_would_do(line):
    reading = read_line(line, Beside(TODAY), "event")
    assert "four digits" in reading.refusal
    assert reading.events == ()


@given(st.text(max_size=80), st.sampled_from([None, *ENTRIES]))
@examples(300)
def test_any_line_is_read_or_refused_in_words_and_no_word_is_lost(line, entry):
    reading = read_line(line, Beside(TODAY, FAMILY, "wren"), entry)
    assert reading.readback
    for unknown in reading.unknown:
        assert line[unknown.start : unknown.end] == unknown.text


WORDS = st.lists(
    st.sampled_from(
        [
            "Ivo", "Hart", "M", "f", "m", "14", "6", "weeks", "2016", "sep", "b", "d", "due", "foster", "since", "~5",
            "5ish", "30s", "3/12", "(Dee)", "[K?]", "twins", ",", "and", "June", "ex", "they",
        ]
    ),
    max_size=9,
)  # fmt: skip


@given(WORDS, st.sampled_from(ENTRIES))
@examples(400)
def test_any_order_of_marks_makes_parts_that_fit_a_family(words, entry):
    reading = read_line(" ".join(words), Beside(TODAY, FAMILY, "wren"), entry)
    after = FAMILY.replaced(
        persons=(*FAMILY.persons, *reading.persons),
        unions=(*FAMILY.unions, *reading.unions),
        ties=reading.ties,
        events=reading.events,
    )
    assert len(after.persons) == len(FAMILY.persons) + len(reading.persons)
