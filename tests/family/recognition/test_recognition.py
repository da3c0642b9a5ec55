"""Who is named in a text, and how sure that is."""

from datetime import date

import pytest

from supervision_tui.family import Family, Household, Person
from supervision_tui.family.recognition import begins_like, mentions_in, people_called
from supervision_tui.resources import content_folder
from supervision_tui.text_folding import fold
from tests.every_row import every_row
from tests.family.recognition.ways import BIRTH_DATES
from tests.shipped import load_family

HAILE = load_family(content_folder("templates/families") / "haile.yaml")
SHORT = Family(
    id="shortnames",
    title="Ward",
    persons=(
        Person(id="jo", name="Jo Ng", born="2015"),
        Person(id="zoe", name="Zoë Ng", born="1990"),
        Person(id="aisha", name="عائشة الحسن"),
        Person(id="kim", name="Kim Ng"),
    ),
)


def found(text, *families):
    return {(mention.person, mention.grade) for mention in mentions_in(text, families or (HAILE,))}


def people(text, *families):
    return {mention.person for mention in mentions_in(text, families or (HAILE,))}


@every_row(
    "text",
    [
        "Yonas, Abel", "A. Yonas", "Abel Y.", "Abél Yonas", "Abel-Yonas", "Abel.Yonas", "Abel_Yonas",
        "abel.yonas@x.org",
        "Abel Tekle Yonas", "Able Yonas", "Abel Jonas", "Abe Yonas", "ABEL YONAS", "abel yonas", "Abel  Yonas",
        "Abel\nYonas", "Abel\u00a0Yonas", "Ab\u00adel Yonas", "Abel\u200b Yonas", "Ab\ufffdel Yonas",
        "Ａｂｅｌ Ｙｏｎａｓ", "Аbel Yonas", "**Abel** **Yonas**",
        "Abel&nbsp;Yonas", "Abel Yonas's", "Abel Yonas’s", "abelyonas",
    ],
)  # fmt: skip
def test_a_whole_name_is_seen_however_it_is_written(text):
    assert "abel" in people(f"He wrote: {text} was at school.")


@every_row(
    ("text", "kind"),
    [
        ("Mrs Haile said no", "title"),
        ("with the Hailes", "surname"),
        ("the Haile family came", "surname"),
        ("see V1 for that", "reference"),
        ("like a long journey, an eldest son who translates", "reference"),
        ("in the one-bedroom flat in Kelderby: one-bedroom flat, Kelderby", "household"),
        ("he was born 2012-03", "birth date"),
        ("he was born in March 2012", "birth date"),
    ],
)
def test_a_family_is_seen_without_the_name_of_anybody(text, kind):
    assert kind in {mention.kind for mention in mentions_in(text, [HAILE])}


def test_short_names_names_in_small_letters_and_scripts_without_capitals_are_seen():
    text = "Jo told me about the belt; zoë hits him, Zoe drinks; عائشة الحسن ضربت الولد; kim ng saw it"
    mentions = mentions_in(text, [SHORT])
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.words for mention in mentions]
    assert [mention.words for mention in mentions] == ["Jo", "zoë", "Zoe", "عائشة الحسن", "kim ng"]
    assert {mention.person for mention in mentions} == {"jo", "zoe", "aisha", "kim"}
    assert all(mention.grade != "possible" for mention in mentions)


def test_a_list_of_people_is_not_one_name_turned_round():
    assert people("Abel, Yonas and Selam came") == {"abel", "yonas", "selam"}
    assert people("Yonas, Abel came") == {"abel"}


def test_a_sentence_ends_a_name():
    assert people("We spoke of Abel. Yonas was not there.") == {"abel", "yonas"}


@every_row(
    ("text", "who"),
    [
        ("Will you come in May, and may I hope so?", set()),
        ("I will mark the hope in his face.", set()),
        ("Will said that Hope hit him.", {"will", "hope"}),
        ("On 3 May she came.", set()),
        ("We saw May at school.", {"may"}),
        ("in May 2026 we met", set()),
        ("asked will about it", {"will"}),
        ("The graces and hopes of the team.", set()),
    ],
)
def test_a_name_that_is_a_word_too_is_a_name_where_it_stands_as_one(text, who):
    family = Family(
        id="F77",
        title="A family",
        persons=tuple(
            Person(id=name.lower(), name=f"{name} Young") for name in ("Will", "May", "Hope", "Grace", "Mark")
        ),
    )
    assert people(text, family) == who


def test_everybody_of_one_surname_is_told_apart_by_the_first_name():
    family = Family(
        id="F8", title="Bell", persons=tuple(Person(id=n.lower(), name=f"{n} Bell") for n in ("Ada", "Kit", "Noor"))
    )
    assert people("Ada Bell and Noor came", family) == {"ada", "noor"}
    assert people("Mr Bell came", family) == {""}


def test_a_former_name_is_guarded_like_the_present_one():
    family = Family(
        id="F9", title="Ng", persons=(Person(id="kim", name="Kim Ng (formerly Frost)", note="old name Tom Frost"),)
    )
    assert (
        people("Kim Frost rang", family)
        == people("Ng, Kim rang", family)
        == people("Tom Frost rang", family)
        == {"kim"}
    )


@every_row("form", BIRTH_DATES)
def test_a_day_of_birth_is_seen_in_every_form(form):
    born = date(2012, 3, 24)
    family = Family(id="F5", title="A family", persons=(Person(id="kit", name="Kit Moss", born=born),))
    [mention] = mentions_in(f"It says {form.format(born)} in the letter.", [family])
    assert (mention.person, mention.kind, mention.sure) == ("kit", "birth date", True)
    assert not mentions_in(f"It says {form.format(date(2013, 3, 24))} in the letter.", [family])


@pytest.mark.parametrize(
    "text",
    [
        "14 Mill Lane, Kelderby LS1 4AB", "at 14 mill lane", "14 Mill Ln.", "Flat 2, 14 Mill Lane", "LS1 4AB", "ls14ab",
        "LS1\u00a04AB",
    ],
)  # fmt: skip
def test_an_address_is_seen_whole_in_part_and_by_its_postcode(text):
    home = Household(id="h", name="home", address="Flat 2, 14 Mill Lane, Kelderby, LS1 4AB")
    family = Family(id="F6", title="A family", persons=(Person(id="kit", name="Kit Moss"),), households=(home,))
    assert any(mention.sure for mention in mentions_in(f"They live: {text}.", [family]))
    assert not mentions_in("They live at 15 Mill Road, LS2 4AB.", [family])


def test_lines_are_counted_and_the_place_is_in_the_whole_text():
    text = "Nobody.\nAbel Yonas\n\nand Selam"
    assert [(mention.line, text[mention.start : mention.end]) for mention in mentions_in(text, [HAILE])] == [
        (2, "Abel Yonas"),
        (4, "Selam"),
    ]


def test_a_first_name_that_several_families_have_is_no_sure_find():
    other = Family(id="F2", title="Other", persons=(Person(id="abel", name="Abel Frost"),))
    assert found("I met Abel there", HAILE) == {("abel", "certain")}
    assert found("I met Abel there", HAILE, other) == {("abel", "likely")}
    many = [Family(id=f"G{n}", title="Other", persons=(Person(id="x", name=f"Abel Name{n}"),)) for n in range(7)]
    assert not found("I met Abel there", HAILE, *many)


def test_a_first_name_with_the_surname_of_somebody_else_is_only_possible():
    assert found("Abel Montgomery of the council was there", HAILE) == {("abel", "possible")}


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("abel", "abel"), ("Yonas, Abel", "abel"), ("Letebrahn", "letebrhan"), ("letebrhan gebre", "letebrhan"),
        ("hana's", "hana"), ("A. Yonas", "abel"), ("Abe", "abel"),
    ],
)  # fmt: skip
def test_a_typed_name_finds_the_person(typed, who):
    assert [person.id for person in people_called(HAILE, typed)] == [who]


def test_typed_words_that_are_no_name_find_nobody():
    assert people_called(HAILE, "") == people_called(HAILE, "abel and the rest") == people_called(HAILE, "zzz") == ()


def test_the_beginning_of_a_name_is_recognised_without_accents():
    assert begins_like("Zoë Łukasz-O’Neil", "zoe")
    assert begins_like("Zoë Łukasz-O’Neil", "oneil")
    assert begins_like("শ্রাবন্তী Hill", "শ্রাব")
    assert not begins_like("Zoë Łukasz", "oe")
    assert not begins_like("Zoë Łukasz", " ")


PIECES = Family(
    id="X1",
    title="Fresh",
    persons=tuple(
        Person(id=fold(name.split()[0]), name=name, born="2014-02-09" if name.startswith("Kim") else None)
        for name in (
            "Jean-Paul Mbeki", "Siobhán O'Neil", "Mary Jane Watson", "Niamh McDonald", "Ahmed al-Rashid",
            "Łukasz Dąbrowski", "Anna-Lena van der Berg", "Chidi Okafor", "Sharon Reed", "Kim Ng", "Hope Will",
        )
    ),
    households=(Household(id="h", name="Rose Cottage", address="Flat 3, 27 St John's Road, Kelderby, KD3 9QT"),),
)  # fmt: skip


@every_row(
    ("text", "who"),
    [
        ("J-P said so.", "jean-paul"), ("JP was upset", "jean-paul"), ("then J.P. came in", "jean-paul"),
        ("J P Mbeki rang", "jean-paul"), ("Jeanpaul Mbeki", "jean-paul"), ("A-L was late", "anna-lena"),
        ("S i o b h á n was there", "siobhan"), ("S.i.o.b.h.a.n", "siobhan"), ("s i o b h a n   o n e i l", "siobhan"),
        ("S-I-O-B-H-A-N's bag", "siobhan"), ("O Neil, Siobhan", "siobhan"), ("Mrs O' Neil", "siobhan"),
        ("Mc Donald, N.", "niamh"), ("Niamh MacDonald", "niamh"), ("Ahmed Alrashid", "ahmed"),
        ("annalena.vanderberg@x.org", "anna-lena"), ("Ms Van Der Berg", "anna-lena"), ("MJ told us", "mary"),
        ("Widziano Dąbrowskiego tam", "lukasz"), ("Chiddy was quiet", "chidi"), ("We saw Chiddie Okafor", "chidi"),
        ("Shaz rang", "sharon"), ("Shazza rang", "sharon"), ("Siobhs hit him", "siobhan"), ("JoJo Mbeki", "jean-paul"),
        ("Her birthday is on the ninth of February", "kim"), ("she turns 12 on 9 Feb.", "kim"), ("DOB 09022014", "kim"),
        ("the ninth of February 2014", "kim"), ("hope said no to it", "hope"), ("Hope's room is cold", "hope"),
        ("K.N. was seen", "kim"), ("KN was seen", "kim"), ("We saw A van der Berg there", "anna-lena"),
        ("Mrs S Reed", "sharon"),
    ],
)  # fmt: skip
def test_a_name_in_pieces_in_initials_or_short_by_rule_is_seen(text, who):
    assert who in people(text, PIECES)


@pytest.mark.parametrize(
    "text", ["at Rose Cottage", "27 St Johns Rd", "27, Saint John's Road", "kd3 9qt", "St John's Road"]
)
def test_a_home_is_seen_by_its_proper_name_and_its_street_however_short(text):
    assert any(mention.kind in {"household", "address", "postcode"} for mention in mentions_in(text, [PIECES]))


@every_row(
    "text",
    [
        "a rose cottage pie", "She was born on 9 February 2013.", "On 9 February we met.", "Plan a. b. and c.",
        "KEEP THE KN FORM NEARBY", "form KN", "The IT team and the SW rang the GP at 10 AM.",
        "the child was shared", "Watsonville is far", "Options A, B and C", "in the mc and mac files", "O nearly fell",
    ],
)  # fmt: skip
def test_words_that_only_look_like_pieces_of_a_name_are_nobody(text):
    assert not mentions_in(text, [PIECES])
