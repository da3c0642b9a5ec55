"""The same words read the same by every door: a line of shorthand, a family file by hand, a GEDCOM file."""

from datetime import date

import pytest

from supervision_tui.family import family_from_yaml
from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats import read_foreign
from supervision_tui.family.formats.gedcom.dates import read_date
from supervision_tui.family.formats.relations import couple_word, parentage_kind
from supervision_tui.family.model.tie_words import tie_of_word
from supervision_tui.family.narrative import read_narrative
from supervision_tui.family.shorthand import Beside, read_line
from supervision_tui.family.shorthand.tie_order import tie_kind
from supervision_tui.yaml_files import FileFormatError
from tests.every_row import every_row

TODAY = date(2024, 5, 1)
AGES = [
    "14 months", "14 m", "14mo", "6 weeks", "6 wks old", "3 days", "~5", "5ish", "about 5", "nearly 5", "c. 40", "30s",
    "in her 30s", "thirties", "late 30s", "mid-forties", "teens", "2-3", "5 or 6", "3/12", "6/52", "aged 5", "5", "5y",
    "5 yrs old", "five", "eighteen months", "2 years 3 months", "1y 3m", "5½", "5 1/2", "two and a half",
    "just turned 5",
]  # fmt: skip
DATES = [
    "spring 2019", "3 June 2019", "June 2019", "3/6/2019", "3.6.2019", "Christmas 2019", "mid 2019", "late 80s",
    "the 80s", "2010ish", "around 2010", "w/c 3 June 2019", "end of 2019", "winter 2019/20", "Jan-Mar 2019",
    "3rd of June, 2019", "Bonfire night 2019", "mid-May 2019", "before Christmas 2019", "Tues 4 June 2019",
    "Tuesday 4 June 2019", "Thurs 6 June 2019", "between 2010 and 2012",
]  # fmt: skip


def by_line(words):
    (person,) = read_line(f"Kai {words}", Beside(TODAY), "person").persons
    return span(person.born)


def by_yaml(words):
    family = family_from_yaml(
        f'format: supervision-tui/family/1\nid: K\ntitle: K\npersons:\n- id: kai\n  name: Kai\n  born: "{words}"\n'
    )
    return span(family.persons[0].born)


def span(when):
    return when.earliest, when.latest, when.source


@every_row("words", AGES)
def test_an_age_reads_the_same_in_a_line_in_a_family_file_and_in_a_phrase_of_gedcom(words):
    on_a_day = f"{words} on 2024-05-01"
    assert by_line(words) == by_yaml(on_a_day) == span(read_date("", on_a_day).when)


@every_row("words", DATES)
def test_a_date_reads_the_same_in_a_line_in_a_family_file_and_in_a_phrase_of_gedcom(words):
    assert by_line(f"b. {words}") == by_yaml(words) == span(read_date("", words).when)


@pytest.mark.parametrize("words", ["toddler on 2024-05-01", "half of it on 2024-05-01", "300 on 2024-05-01"])
def test_words_that_are_no_age_are_no_birth(words):
    with pytest.raises(ValueError, match="can be read"):
        PartialDate.read(words)


def of_gedcom(tmp_path, age, *more):
    path = tmp_path / "file.ged"
    lines = ["0 HEAD", "1 GEDC", "2 VERS 5.5.1", "1 CHAR UTF-8", "0 @I1@ INDI", "1 NAME Ada /Moss/", "1 DEAT"]
    path.write_text("\n".join([*lines, "2 DATE 1 MAY 2024", f"2 AGE {age}", *more, "0 TRLR", ""]))
    return read_foreign(path)


@pytest.mark.parametrize("age", ["40y", "40", "14m", "5y 3m", "6w", "about 40", "in her 30s"])
def test_an_age_at_death_gives_the_birth_as_in_a_line_and_says_so(tmp_path, age):
    imported = of_gedcom(tmp_path, age)
    (typed,) = read_line(f"Ada Moss d. 1 May 2024 aged {age}", Beside(TODAY), "person").persons
    (person,) = imported.family.persons
    wanted = PartialDate.read(f"{age} on 1 May 2024")
    assert span(person.born) == span(wanted)
    assert typed.born is None or span(typed.born) == span(wanted)
    assert "worked out from the age at death" in str(imported.report)


@pytest.mark.parametrize("age", [">40y", "CHILD", "old"])
def test_an_age_that_says_no_birth_stays_a_remark(tmp_path, age):
    (person,) = of_gedcom(tmp_path, age).family.persons
    assert person.born is None
    assert age in person.note


def test_a_birth_that_is_written_counts_before_an_age(tmp_path):
    (person,) = of_gedcom(tmp_path, "40y", "1 BIRT", "2 DATE 1980").family.persons
    assert person.born.text == "1980"


KIN = ["foster", "long-term foster", "adopted", "step", "step-dad", "SGO", "special guardian", "nan looks after",
       "connected person", "kinship carer", "donor", "surrogate mother", "birth mother"]  # fmt: skip


@every_row("words", KIN)
def test_a_word_for_how_somebody_is_kin_is_the_same_in_a_line_and_in_a_file(words):
    reading = read_line(f"{words} Kai", Beside(TODAY, FAMILY, "ada"), "parent")
    assert {link.kind for link in reading.parentages} == {parentage_kind(words).kind}


FAMILY = family_from_yaml("format: supervision-tui/family/1\nid: K\ntitle: K\npersons:\n- id: ada\n  name: Ada Moss\n")


@every_row("words", ["lt", "cohab", "cp", "civil partner", "fling", "one-night stand", "affair", "engaged to"])
def test_a_word_for_a_couple_is_the_same_in_a_line_and_in_a_file(words):
    (union,) = read_line(f"{words} Craig", Beside(TODAY, FAMILY, "ada"), "partner").unions
    assert union.kind == couple_word(words).kind


@pytest.mark.parametrize(("words", "turn"), [("sep", "separated"), ("div", "divorced"), ("annulled", "annulled")])
def test_a_word_for_the_end_of_a_couple_is_the_same_in_a_line_and_in_a_file(words, turn):
    (union,) = read_line(f"m Craig {words} 2016", Beside(TODAY, FAMILY, "ada"), "partner").unions
    assert couple_word(words).turn == turn
    assert union.ended or union.until


@pytest.mark.parametrize(
    "words", ["estranged", "no contact", "best friends", "doesn’t speak to", "close", "cut off", "rows"]
)
def test_a_word_for_a_tie_is_the_same_in_a_line_and_in_a_file(words):
    assert tie_of_word(words) == tie_kind(words) != ""


def by_sentence(sentence):
    """The birth of Kai as the sentence says it (plain mode and the studio), and what is read back."""
    reading = read_narrative(sentence, TODAY)
    (person,) = reading.family.named("Kai")
    return person.born, reading.sentences[0].readback


@every_row("words", AGES)
def test_an_age_in_a_sentence_reads_as_in_a_line_or_is_marked_as_not_understood(words):
    born, readback = by_sentence(f"Kai is {words}.")
    assert "Not understood" in readback or span(born) == by_line(words)


@every_row("words", DATES)
def test_a_date_in_a_sentence_reads_as_in_a_line(words):
    born, _ = by_sentence(f"Kai was born {words}.")
    assert span(born) == by_line(f"b. {words}")


def by_file(words, as_of="2024-05-01"):
    family = family_from_yaml(
        f"format: supervision-tui/family/1\nid: K\ntitle: K\nas_of: {as_of}\n"
        f'persons:\n- {{id: kai, name: Kai, born: "{words}"}}\n'
    )
    return span(family.persons[0].born)


@pytest.mark.parametrize("words", ["14 months", "6 weeks", "~5", "in her 30s", "5 yrs old"])
def test_a_file_with_a_day_takes_an_age_as_one_on_that_day(words):
    assert by_file(words) == by_line(words)


@pytest.mark.parametrize("words", ["3 weeks ago", "two years ago", "last Christmas", "last year", "yesterday"])
def test_a_file_with_a_day_reads_what_is_told_from_that_day(words):
    assert by_file(words) == by_line(f"b. {words}")
    with pytest.raises(FileFormatError, match="born"):
        by_yaml(words)


def test_a_file_whose_day_is_only_a_year_asks_for_the_year():
    with pytest.raises(FileFormatError, match="Say which year"):
        by_file("last Christmas", as_of="2024")
