"""Whom the words of a telling mean: who is hit where somebody says so, who adopted, who "he" is behind a list."""

from datetime import date

import pytest

from supervision_tui.family.narrative import read_narrative

TODAY = date(2026, 11, 28)


def family_of(text):
    """The family that *text* tells of."""
    return read_narrative(text, today=TODAY).family


def names(family, ids):
    """Names of people."""
    return [str(family.person(somebody).name) for somebody in ids]


@pytest.mark.parametrize(
    ("text", "harmed"),
    [
        ("Kacper, 9, and Maja, 7, are Ann's children. Kacper has disclosed that Darren hit him.", "Kacper"),
        ("Tom is 8. Ann is his mum. Tom says that Darren hurts him.", "Tom"),
        ("Leanne is 38. Her partner is Dean. Leanne says that Dean hits her.", "Leanne"),
        ("Ben is 12. Ben's dad is Lee. Lee says Ben hits him.", "Lee"),
    ],
)
def test_who_says_that_somebody_hit_him_is_who_was_hit(text, harmed):
    family = family_of(text)
    (tie,) = [tie for tie in family.ties if tie.tone == "harm"]
    assert names(family, [tie.b]) == [harmed]


def test_where_a_grown_up_says_it_and_a_child_was_just_told_of_it_is_asked():
    text = "Noah, 4, is Dave's son. Sue is Dave's mum. Noah cried. Dave said that Sue hit him."
    told = read_narrative(text, today=TODAY)
    assert [tie for tie in told.family.ties if tie.tone == "harm"] == []
    (asked,) = [question for question in told.sentences[-1].questions if "him" in question.about]
    assert {words for _id, words in asked.choices} == {"Dave", "Noah"}


@pytest.mark.parametrize(
    "text",
    [
        "Joan, 71, and her late husband Eric adopted Paul in 1985.", "Joan, 71, and Eric, 70, adopted Paul.",
        "Joan and Eric adopted Paul.",
    ],
)  # fmt: skip
def test_an_age_beside_the_first_of_two_does_not_leave_her_out(text):
    family = family_of(text)
    (link,) = family.parentages
    assert (names(family, link.parents), link.kind) == (["Joan", "Eric"], "adopted")


def test_a_list_goes_on_behind_then_and_he_is_the_last_of_it():
    text = "Kerry has three children: Alfie who's 12, then Lola, 8, and the baby, Teddy, he's 7 months."
    family = family_of(text)
    children = {str(person.name): person for person in family.persons if str(person.name) != "Kerry"}
    ages = {name: person.ages_at(TODAY) for name, person in children.items() if person.born}
    assert ages == {"Alfie": (12, 12), "Lola": (8, 8), "Teddy": (0, 0)}
    assert [names(family, link.parents) for link in family.parentages] == [["Kerry"]] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Ade and Bisi are twins. Their mum is Jo. They are 6.", "Ade and Bisi are twins, aged 6. Their mum is Jo.",
        "Jo is mum of Ade and Bisi, who are both 6. Ade and Bisi are twins.",
    ],
)  # fmt: skip
def test_two_who_are_said_to_be_twins_are_twins(text):
    family = family_of(text)
    links = {str(family.person(link.child).name): link for link in family.parentages}
    assert links["Ade"].twins == links["Bisi"].twins != ""
    assert [family.person(link.child).ages_at(TODAY) for link in links.values()] == [(6, 6), (6, 6)]


def test_two_who_are_said_to_be_brother_and_sister_share_who_is_the_mother_of_one():
    family = family_of("Ellie and Connor are brother and sister. Ellie's mum is Tracey.")
    assert sorted(names(family, [link.child for link in family.parentages])) == ["Connor", "Ellie"]
    assert {str(person.gender) for person in family.persons if str(person.name) != "Tracey"} == {"unknown"}


@pytest.mark.parametrize(
    "text",
    [
        "Leanne is mum to Robin, 16, and Maisie, 13.", "Leanne is mother of Robin and Maisie.",
        "Leanne is the mum of Robin and Maisie.",
    ],
)  # fmt: skip
def test_who_is_mum_to_two_is_the_mother_of_both(text):
    family = family_of(text)
    links = {str(family.person(link.child).name): names(family, link.parents) for link in family.parentages}
    assert links == {"Robin": ["Leanne"], "Maisie": ["Leanne"]}
    assert next(person.gender for person in family.persons if str(person.name) == "Leanne") == "female"


def test_me_at_the_beginning_is_who_tells():
    family = family_of("Me and Dave got married in 2005. Our eldest, Josh, is 20.")
    assert "Me" not in [str(person.name) for person in family.persons]
    assert len(family.persons) == 3


def test_the_name_of_a_street_is_nobody():
    family = family_of("The caller is at 14 Alma Street. Gemma, 29, lives at 3a Elm Grove Road.")
    assert [str(person.name) for person in family.persons] == ["Gemma"]


@pytest.mark.parametrize(
    ("text", "children", "parents"),
    [
        ("Lea was with Craig, they have Robin, 16, and twins Maisie and Theo, 13.", "Robin Maisie Theo", "Lea Craig"),
        ("Sara and Nadia have a son, Omar, 4, and twins Zed and Lia, 2.", "Omar Zed Lia", "Sara Nadia"),
        ("Hodan has Ayan, 9, and the twins, Ali and Idil, 4.", "Ayan Ali Idil", "Hodan"),
    ],
)
def test_twins_behind_a_brother_are_no_children_of_his(text, children, parents):
    family = family_of(text)
    of = {str(family.person(link.child).name): names(family, link.parents) for link in family.parentages}
    assert of == {child: parents.split() for child in children.split()}


@pytest.mark.parametrize(
    "text",
    ["Lea's mum is Sue, 61, and her dad Frank died in 2019.", "Lea's dad is Frank and her mum is Sue."],
)
def test_the_other_parent_is_of_the_same_child(text):
    family = family_of(text)
    (link,) = family.parentages
    assert (names(family, [link.child]), set(names(family, link.parents))) == (["Lea"], {"Sue", "Frank"})


def test_whose_brother_somebody_is_behind_her_mother_is_asked():
    sentence = read_narrative("Sara's mum is Huda, and her brother is Ali.", today=TODAY).sentences[0]
    (question,) = [question for question in sentence.questions if question.about == "her brother"]
    assert [words for _id, words in question.choices] == ["of Sara", "of Huda"]


def test_her_partner_is_of_whom_the_clause_is_about_and_a_childs_father_is_somebody_else():
    text = "Ellie, 14, is missing. Her mother, Cheryl, lives in Hull with her partner Stephen. Her father died in 2019."
    family = family_of(text)
    (union,) = family.unions
    assert set(names(family, union.partners)) == {"Cheryl", "Stephen"}
    assert "Stephen" not in [name for link in family.parentages for name in names(family, link.parents)]


@pytest.mark.parametrize("words", ["Karim's first wife was killed in the war", "Karim's ex-wife was killed in the war"])
def test_a_former_wife_is_not_the_present_one(words):
    family = family_of(f"Nadia is married to Karim. {words}.")
    dead = [str(person.name) for person in family.persons if person.dead]
    assert dead == ["?"]


@pytest.mark.parametrize(
    "text", ["Carl (who is in the army) is 20. Bo is Carl's mum.", "Ann has a son, Carl (in the army)."]
)
def test_words_in_brackets_that_are_not_understood_are_marked(text):
    marked = [unknown.text for sentence in read_narrative(text, today=TODAY).sentences for unknown in sentence.unknown]
    assert any("in the army" in words for words in marked)


def test_whoever_goes_as_dad_gives_way_to_a_father_who_is_told():
    family = family_of("Mum is Tia, 30. Kian is 4. Orla is 1. Dad is Shane. Kian's bio dad is Liam.")
    fathers = {str(family.person(link.child).name): names(family, link.parents) for link in family.parentages}
    assert (set(fathers["Kian"]), set(fathers["Orla"])) == ({"Tia", "Liam"}, {"Tia", "Shane"})


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Jo has twins, Amy and Bea, 9.", "Amy and Bea: twins."),
        ("Jo has triplets: Amy, Bea and Cal, who are 4.", "Amy, Bea and Cal: of one birth."),
        ("Jo and Al have Dan, 12, and triplets, Amy, Bea and Cal, 9.", "Amy, Bea and Cal: of one birth."),
    ],
)
def test_children_of_one_birth_are_read_back_as_that(text, together):
    reading = read_narrative(text, today=TODAY)
    assert together in reading.sentences[0].readback
    labels = {link.twins for link in reading.family.parentages if link.child in {"amy", "bea", "cal"}}
    assert [bool(label) for label in labels] == [True]
