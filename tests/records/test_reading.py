"""Reading a record through finds what a child would stumble on, says why, and never gives a mark."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.practice.language import readability
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.records import Paragraph, Record, Section, review_record
from supervision_tui.records.initials import unexplained
from supervision_tui.resources import content_folder
from tests.shipped import load_family
from tests.whole import examples

FAMILIES = {
    family.id: family for path in content_folder("templates/families").glob("*.yaml") for family in [load_family(path)]
}


def record(family, child, *words, destination=Destination.CHILD_FILE, shared=False):
    return Record(
        id="s.cf",
        destination=destination,
        subject=child,
        title="For a child's file",
        session_id="s",
        family_ref=family,
        day=date(2026, 9, 3),
        author="Lee",
        opening="",
        sections=(Section(heading="Words", paragraphs=tuple(Paragraph(text=w, shared=shared) for w in words)),),
    )


def remarks(kind, found):
    return [remark for remark in found if remark.kind == kind]


@pytest.mark.parametrize("child", ["amina", "idris"])
def test_a_brother_who_is_not_spoken_of_yet_must_be_looked_at_first(child):
    found = review_record(record("V3", child, "Kayleigh said she misses Jack."), FAMILIES["V3"])
    assert found[0].kind == "hidden"
    assert found[0].must
    assert "Jack is named here" in found[0].words


def test_a_hidden_fact_is_no_remark_where_nobody_is_named():
    assert not remarks("hidden", review_record(record("V3", "amina", "She said she is tired."), FAMILIES["V3"]))


def test_who_else_appears_is_told_with_what_they_are_to_the_child():
    found = remarks("named", review_record(record("V2", "robin", "Leanne said yes. Robin nodded."), FAMILIES["V2"]))
    assert len(found) == 1
    assert "Leanne" in found[0].words
    assert "Robin's mother" in found[0].words


def test_an_entry_that_does_not_say_what_it_means_for_the_child_must_be_looked_at():
    bare = record("V2", "robin", "Robin said no.", "Robin drew a house.")
    (asked,) = remarks("meaning", review_record(bare, FAMILIES["V2"]))
    assert asked.must
    assert "What does this mean for Robin?" in asked.words
    said = Section(heading="Meaning", paragraphs=(Paragraph(text="Robin would rest.", field="impact"),))
    assert not remarks("meaning", review_record(bare.model_copy(update={"sections": (said,)}), FAMILIES["V2"]))


def test_each_child_needs_two_lines_of_their_own():
    found = review_record(record("V2", "robin", "He said so.", "She said so.", shared=True), FAMILIES["V2"])
    assert remarks("own", found)[0].must
    assert not remarks("own", review_record(record("V2", "robin", "I said so.", "I saw it."), FAMILIES["V2"]))


def test_words_that_do_not_say_how_we_know_are_asked_about():
    found = review_record(record("V2", "robin", "The kitchen is dirty.", "Robin said: I cook."), FAMILIES["V2"])
    assert [remark.quote for remark in remarks("source", found)] == ["The kitchen is dirty."]


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("The IRO and the SW met.", ["IRO", "SW"]),
        ("The independent reviewing officer (IRO) wrote. The IRO rang.", []),
        ("CP (child protection) plan", []),
        ("She has no TV.", []),
        ("Two SWs came, and the S.W. wrote.", ["SW"]),
        ("Zuri, V2 and Mum's OK", []),
    ],
)
def test_initials_are_found_where_they_are_not_spelt_out(words, letters):
    assert [each.letters for each in unexplained(words)] == letters


def test_what_initials_may_mean_is_suggested_and_never_invented():
    meanings = {each.letters: each.meaning for each in unexplained("IRO and QZX")}
    assert meanings == {"IRO": "independent reviewing officer", "QZX": ""}


def test_short_words_in_short_sentences_read_earlier_in_life():
    plain = "You told us you cook. We asked who helps. Mum said she will cook on Monday. You can ring Lee."
    long = (
        "Following professional consultation regarding parental alcohol consumption, the multidisciplinary "
        "partnership recommended commencement of intensive intervention notwithstanding parental ambivalence."
    )
    assert readability(plain).age <= 8
    assert readability(long).age >= 18
    assert readability("").words == 0


def test_the_workers_record_must_not_leave_with_a_name():
    own = record("V2", "Lee", "I ate Robin's dinners too.", destination=Destination.SUPERVISION_RECORD)
    found = review_record(own, FAMILIES["V2"])
    assert [(remark.kind, remark.must) for remark in found] == [("names", True)]


@given(st.text(max_size=300), st.sampled_from(sorted(FAMILIES)))
@examples(80)
def test_any_words_can_be_read_through(words, family):
    child = FAMILIES[family].focus[0]
    told = [remark.words for remark in review_record(record(family, child, words), FAMILIES[family])]
    assert all(sentence.endswith((".", "?")) for sentence in told)


def test_a_record_of_a_hundred_pages_is_read_through():
    assert review_record(record("V2", "robin", "He said AB. " * 12_000), FAMILIES["V2"])
