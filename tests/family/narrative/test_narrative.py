"""A family told in sentences: who is meant, what is only said or wished, what is asked, what an answer changes."""

from datetime import date

import pytest

from supervision_tui.family.kinship import kin
from supervision_tui.family.model.validation import find_problems
from supervision_tui.family.narrative import NarrativeError, read_narrative
from tests.every_row import every_row

TODAY = date(2026, 11, 28)


def told(text, **more):
    return read_narrative(text, TODAY, **more)


def one(family, name):
    (found,) = family.named(name)
    return found


def parents(family, child):
    return {parent.short_name for parent in family.parents_of(one(family, child).id)}


def asked(reading):
    return " ".join(str(question) for sentence in reading.sentences for question in sentence.questions)


def test_a_sentence_is_read_back_with_ages_and_parents():
    reading = told("Leanne is 38. She was with Craig until 2016, they have Robin, 16, and Maisie, 13.")
    assert reading.sentences[0].readback == "Leanne, 38."
    assert reading.sentences[1].readback == (
        "Leanne, “she”. Craig. Robin, 16. Maisie, 13. Robin and Maisie: children of Leanne and Craig. "
        "Leanne: former partner of Craig, until 2016."
    )


@pytest.mark.parametrize(
    "words",
    ["may be", "might be", "wants to be", "is probably", "could be", "thinks he is", "is allegedly"],
)
def test_what_is_unsure_wished_or_denied_is_no_fact(words):
    reading = told(f"Robin is 9. Craig {words} Robin's dad.")
    assert parents(reading.family, "Robin") == set()
    assert reading.sentences[1].unknown


@pytest.mark.parametrize(
    "before",
    ["", "Leanne is Robin's mum. Leanne is married to Craig. Robin's father is a builder. ", "Craig has Robin. "],
)
def test_what_is_denied_is_no_fact_whatever_was_taken_before_and_is_noted(before):
    reading = told(f"Robin is 9. {before}Craig is not Robin's dad.")
    assert "craig" not in parents(reading.family, "Robin")
    assert "Craig is not a parent of Robin" in reading.sentences[-1].readback


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Wayne used to hit Kelly.", "physical_abuse"),
        ("Wayne has been very violent towards Kelly.", "physical_abuse"),
        ("Wayne beat up Kelly.", "physical_abuse"),
        ("Kelly has Josh. Josh's father is Wayne. Wayne was controlling.", "coercive_control"),
        ("Wayne threatened Kelly.", "coercive_control"),
        ("Wayne used to shout at Kelly.", "emotional_abuse"),
    ],
)
def test_harm_that_is_over_or_told_by_the_way_is_still_told_and_asked_about(words, kind):
    reading = told(words)
    assert [(tie.a, tie.b, tie.kind) for tie in reading.family.ties] == [("wayne", "kelly", kind)]
    assert any("harmed" in question.words for question in reading.sentences[-1].questions)


@pytest.mark.parametrize(
    "words",
    [
        "Ben is 9. He is with Amy.",
        "Amy is Ben's mum. They married in 2010.",
        "Ben is Amy's brother. They are a couple.",
    ],
)
def test_nobody_is_made_a_couple_with_a_parent_a_child_or_a_sister(words):
    reading = told(words)
    assert reading.family.unions == ()
    assert any(sentence.questions for sentence in reading.sentences)


def test_who_him_is_is_asked_where_two_were_told_of_together():
    reading = told("Joel can't stand Femi. Ella gets on well with him.")
    assert [tie.kind for tie in reading.family.ties] == ["hate"]
    assert any("who is that" in question.words for question in reading.sentences[1].questions)


@pytest.mark.parametrize("lead", ["Leanne says that", "Leanne told us", "School reported that", "Leanne thinks"])
def test_what_somebody_says_is_asked_about_and_not_taken(lead):
    reading = told(f"Leanne has a son, Robin. {lead} Craig is Robin's dad.")
    assert parents(reading.family, "Robin") == {"Leanne"}
    assert reading.sentences[1].questions


def test_a_tie_that_somebody_tells_is_their_view():
    family = told("Leanne has a son, Robin. Leanne says Robin is very close to Nan.").family
    (tie,) = family.ties
    assert (tie.kind, tie.perspective) == ("very_close", one(family, "Leanne").id)


def test_a_question_is_never_a_fact():
    reading = told("Robin is 9. Is Craig Robin's dad?")
    assert not reading.family.parentages
    assert reading.sentences[1].unknown


def test_an_answer_says_whom_a_pronoun_means():
    text = "Kay and Lou are sisters. Her son is Max."
    open_reading = told(text)
    (question,) = [each for each in open_reading.sentences[1].questions if each.about == "Her"]
    answer = question.choices[1][0]
    assert parents(told(text, answers={"2:Her": answer}).family, "Max") == {one(open_reading.family, "Lou").short_name}


def test_a_sentence_that_is_left_out_says_nothing():
    reading = told("Leanne is 38. Craig is 40.", leave=(2,))
    assert [person.name for person in reading.family.persons] == ["Leanne"]
    assert reading.sentences[1].left_out


def test_what_was_not_taken_stays_in_the_notes_word_for_word():
    reading = told("Leanne is 38. Leanne collects stamps from Peru.")
    assert "Leanne collects stamps from Peru" in reading.family.notes


def test_an_answer_keeps_words_as_a_note():
    text = "Leanne is 38. Leanne collects stamps from Peru."
    reading = told(text, answers={"2:Leanne collects stamps from Peru": "note"})
    assert "collects stamps" in one(reading.family, "Leanne").note


def test_a_grandparent_is_taken_on_one_side_and_the_side_is_asked():
    text = "Leanne and Craig have Robin, 9. Nan, Sue, lives next door."
    reading = told(text)
    assert "Whose parent?" in asked(reading)
    turned = told(text, answers={"2:Sue's side": one(reading.family, "Craig").id})
    assert parents(turned.family, "Craig") == {"Nan"}


def test_pets_and_services_are_not_people_of_the_family():
    family = told("Mo has a dog called Rex. Mo goes to Oakfield School. CAMHS sees Mo.").family
    assert [person.name for person in family.persons if person.kind == "person"] == ["Mo"]
    assert {resource.name for resource in family.resources} == {"Oakfield School", "CAMHS"}


def test_a_family_that_is_there_is_told_further():
    before = told("Leanne has a son, Robin.").family
    after = told("Robin is 9. His sister Maisie is 4.", family=before).family
    assert kin(after, one(after, "Robin").id, one(after, "Maisie").id).words.startswith("sister")
    assert len(after.persons) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Sam is Robin's mum. Robin is Sam's mum.",
        "Ada, 9, has a son, Bo, 40.",
        "Kim died in 1990. Kim was born in 2001.",
        "Jo is 5. Jo is 50.",
        "Al is Al's brother. They married. Al has Al.",
    ],
)
def test_what_cannot_be_so_is_asked_and_makes_no_broken_family(text):
    reading = told(text)
    assert find_problems(reading.family) == ()
    assert reading.open


@every_row("text", ["", "   ", "...", "(", "'s", "her", "they have", "and and and", "😀", "P0 A1 D2 S3 L4"])
def test_anything_can_be_read(text):
    assert read_narrative(text, TODAY).family.format == "supervision-tui/family/1"


def test_a_text_far_too_long_is_refused_with_a_sentence():
    with pytest.raises(NarrativeError, match="tell it in parts"):
        told("a" * 20_001)


def test_a_pronoun_is_kept_and_makes_no_gender():
    family = told("Leanne is 38. She works nights.").family
    leanne = one(family, "Leanne")
    assert (leanne.gender, leanne.pronouns) == ("unknown", "she")


def test_whoever_tells_is_on_the_map_by_their_name_and_is_not_asked_who_they_are():
    reading = told("My name is Shanice and I'm 29. My dad is Winston. We don't see him.")
    assert str(reading.family.title) == "The family of Shanice"
    assert parents(reading.family, "Shanice") == {"Winston"}
    assert "Who is telling" not in asked(reading)


def test_a_note_by_somebody_who_works_with_the_family_puts_no_writer_on_the_map():
    reading = told(
        'I visited on 12 November. I met mum, Kelly, 31. I am worried about her. "My dad shouts," Jayden said.'
    )
    assert {str(person.name) for person in reading.family.persons} <= {"Kelly", "Jayden", "?"}
    assert "the speaker" not in " ".join(sentence.readback for sentence in reading.sentences[:3])


@pytest.mark.parametrize(
    ("text", "child", "both"),
    [
        ("Jayden and Skye's father, Ross, lives in Hull.", "Jayden", {"Ross"}),
        ("My partner Jo and I have two, Ava and Eli.", "Eli", {"?", "Jo"}),
        ("I'm Gareth. I've had my three on my own. Rhys is 15, Carys is 12 and Osian is 8.", "Carys", {"Gareth"}),
    ],
)
def test_one_father_of_both_a_number_that_says_children_and_we_are_two_parents(text, child, both):
    assert parents(told(text).family, child) >= both


def test_a_clause_behind_a_bare_comma_goes_on_about_whom_the_one_before_brought_in():
    family = told("I'm Marcus. My wife Keisha is a nurse. We have a daughter, Imani, she is 3.").family
    assert str(one(family, "Imani").born) == "age 3 on 2026-11-28"
    assert one(family, "Keisha").born is None
    assert one(family, "Keisha").occupation == "nurse"


def test_a_couple_has_no_sister_in_common():
    family = told(
        "Denise and Sue are partners. They foster two brothers, Kai and Leo. Their sister Ebony is 16."
    ).family
    ebony = one(family, "Ebony")
    assert kin(family, one(family, "Kai").id, ebony.id).paths
    assert not kin(family, one(family, "Denise").id, ebony.id).paths


def test_a_day_without_a_year_is_the_last_of_that_name_and_nobody():
    reading = told("Kelly moved to Hull on 12 November. She was in hospital on 3 December.")
    assert {str(person.name) for person in reading.family.persons} == {"Kelly"}
    assert [str(event.date) for event in reading.family.events] == ["2026-11-12", "2025-12-03"]


def test_the_dead_are_not_in_a_home_of_us():
    family = told("I'm Jo. My husband Ken died in 2019. My son Lee lives with us.").family
    names = {person.id: str(person.name) for person in family.persons}
    assert [{names[member.person] for member in home.members} for home in family.households] == [{"Jo", "Lee"}]
