"""What other programs' files must not bring in, or not as less: numbers, addresses, harm, parents."""

import pytest

from supervision_tui.family.formats import ForeignFileError, read_foreign
from supervision_tui.family.formats.identifying_fields import identifying_field
from supervision_tui.family.formats.words_of_harm import tie_of_harm
from supervision_tui.text import clean
from tests.every_row import every_row
from tests.family.test_other_programs import PLAIN, THREE, adds_up, couple, genopro, gramps, gramps_person, project


@every_row(
    ("label", "value", "topic"),
    [
        ("X_NHS_NUMBER", "943 476 5919", "numbers"), ("Anything", "943 476 5919", "numbers"),
        ("Anything", "943 476 5918", None), ("Case no.", "123456", "numbers"), ("ni", "QQ 12 34 56 C", "numbers"),
        ("Hospital", "Leeds General, 12 to 19 May 2019", None), ("hospital number", "H-99123", "numbers"),
        ("passport photo", "yes, 20190", None), ("X_PHONE", "01632 960555", "contacts"),
        ("note", "+44 1632 960555", "contacts"), ("mobilePhone", "x", "contacts"),
        ("Key worker's mobile", "0777", "contacts"),
        ("E-mail", "a", "contacts"), ("own", "ann@x.invalid", "contacts"), ("Home address", "1 Hill St", "contacts"),
        ("Number of children", "3", None), ("Weight", "3200 g", None), ("Favourite street", "", "contacts"),
    ],
)  # fmt: skip
def test_a_field_that_identifies_somebody_is_known_by_its_label_or_its_value(label, value, topic):
    assert identifying_field(label, value) == topic


@every_row(
    ("words", "kind", "turned"),
    [
        ("abused", "emotional_abuse", False), ("abused by", "emotional_abuse", True), ("hits", "physical_abuse", False),
        ("focused-violence", "violence", False), ("her abuser", "emotional_abuse", True),
        ("sexually assaulted", "sexual_abuse", False), ("Controlling", "coercive_control", False),
        ("neglects", "physical_neglect", False), ("bullied by", "bullying", True), ("victim of", None, None),
        ("no violence", None, None), ("police officer", None, None), ("Godfather", None, None),
    ],
)  # fmt: skip
def test_a_files_own_word_of_harm_is_a_tie_of_harm_and_goes_its_way(words, kind, turned):
    assert tie_of_harm(words) == (None if kind is None else (kind, turned))
    people = gramps_person("a", f'<personref hlink="_b" rel="{words}"/>') + gramps_person("b")
    (tie,) = adds_up(read_foreign(gramps(people))).family.ties
    assert (tie.kind, tie.a) == (kind or "plain", "Ib" if turned else "Ia")
    assert tie.words == f"the file says: {words}"
    assert (tie.tone == "harm") == (kind is not None)


def test_violence_between_two_who_are_a_couple_offers_domestic_abuse_wherever_the_couple_stands_in_the_file():
    words = str(read_foreign(project(PLAIN, [("violence", "a", "b"), ("marriage", "a", "b")])).report)
    assert "ask about: domestic abuse" in words


def test_a_child_of_one_mother_in_two_families_is_her_child_once():
    families = (
        '<family handle="_f" id="F1"><father hlink="_a"/><mother hlink="_b"/>'
        '<childref hlink="_c" frel="Adopted"/></family>'
        '<family handle="_g" id="F2"><mother hlink="_b"/><childref hlink="_c"/></family>'
    )
    found = adds_up(read_foreign(gramps(THREE, families=families))).family
    assert [(link.parents, link.kind) for link in found.parentages] == [(("Ia",), "adopted"), (("Ib",), "birth")]


@pytest.mark.parametrize("kind", ["Adopted", "Foster"])
def test_twins_who_are_no_children_by_birth_of_anybody_are_still_twins(kind):
    links = "".join(f'<PedigreeLink PedigreeLink="{kind}" Family="f" Individual="{one}" Twin="t"/>' for one in "bc")
    body = f"""<Families><Family ID="f"/></Families><PedigreeLinks>
      <PedigreeLink PedigreeLink="Parent" Family="f" Individual="a"/>{links}</PedigreeLinks>
      <Twins><Twin ID="t" TwinLink="Identical"/></Twins>"""
    found = adds_up(read_foreign(genopro(body))).family
    assert {(link.twins, link.zygosity) for link in found.parentages} == {("t", "identical")}


def test_people_and_families_without_handles_or_with_one_that_stands_twice_all_come_in():
    people = gramps_person("a") + gramps_person("a") + "<person><gender>M</gender></person>"
    found = adds_up(read_foreign(gramps(people, families="<family/>")))
    assert len({person.id for person in found.family.persons}) == 3


def test_a_day_that_cannot_be_stays_in_words_and_a_home_of_nobody_is_told():
    born = ("a", {"birthYear": 1985, "profile": {"birthMonth": 2, "birthDay": 30}})
    found = adds_up(
        read_foreign(project([born], [], households=[{"id": "h", "label": "Mum's", "memberIds": ["a", "z"]}]))
    )
    assert str(found.family.persons[0].born) == "(1985-2-30)"
    words = str(found.report)
    assert "'1985-2-30' of A could not be read" in words
    assert "a home names z" in words


def test_a_tie_of_somebody_to_themselves_is_called_that():
    line = '<EmotionalRelationships><EmotionalRelationship EmotionalLink="Love" Entity1="a" Entity2="a"/>'
    assert "a tie of A to themselves" in str(read_foreign(genopro(f"{line}</EmotionalRelationships>")).report)
    assert "goes from one to themselves" in str(read_foreign(project(PLAIN, [("close", "a", "a")])).report)


def test_a_divorce_is_counted_among_the_turns_and_another_word_for_a_couple_is_not():
    assert read_foreign(genopro(couple("Divorce"))).report.counts()["couples"] == 1
    other = read_foreign(genopro(couple("Concubinage"))).report.counts()
    assert (other.get("couples"), other["unions"]) == (None, 1)


@pytest.mark.parametrize(
    "value", ["x" * 5000, f"({'some time ' * 50})", f"INT 1900 ({'y' * 500})", "9" * 119, "\u0301x" * 119, "(" * 400]
)
def test_a_date_longer_than_any_is_kept_in_words_as_far_as_it_goes(value):
    life = ("0 @I1@ INDI", "1 NAME Ann /Hill/", "1 BIRT", f"2 DATE {value}")
    imported = read_foreign("\n".join(("0 HEAD", "1 GEDC", "2 VERS 5.5.1", *life, "0 TRLR")).encode())
    (person,) = imported.family.persons
    assert person.name == "Ann Hill"
    assert person.born is not None
    assert imported.report.about("dates") or person.born.earliest.year == 1900


def test_a_refusal_that_quotes_the_file_does_not_steer_a_terminal():
    refused = str(ForeignFileError("'emotional\x7f\x9b31m\u202e' is no tie. Nothing was brought in."))
    assert "is no tie" in refused
    assert clean(refused) == refused


def test_a_number_of_five_thousand_digits_is_no_error_of_the_program():
    data = project(PLAIN, []).replace(b'"a"', b'"a", "birthYear": ' + b"9" * 5000, 1)
    assert len(read_foreign(data).family.persons) >= 1
