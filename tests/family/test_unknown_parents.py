"""GEDCOM of children whose couple is not in the file, of strangers, and of couples that death ended."""

import pytest

from supervision_tui.family.formats import read_gedcom, to_gedcom

HEAD = "0 HEAD\n1 GEDC\n2 VERS 7.0\n"
COUPLE = "0 @I1@ INDI\n0 @I2@ INDI\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n"


def read(body):
    """The family of a short file, whose account adds up."""
    found = read_gedcom(f"{HEAD}{body}0 TRLR\n".encode())
    report = found.report
    assert report.used + report.carried + len(report.told) == report.lines
    return found


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("1 FAMC @F1@\n2 PEDI ADOPTED\n", "adopted"), ("1 ADOP\n2 FAMC @F1@\n3 ADOP BOTH\n", "adopted"),
        ("1 FAMC @F1@\n2 PEDI FOSTER\n", "foster"),
        ("1 FAMC @F1@\n2 PEDI OTHER\n3 PHRASE special guardian\n", "guardianship"),
    ],
)  # fmt: skip
def test_a_child_of_a_family_of_which_nobody_is_known_is_still_adopted_or_fostered(below, kind):
    found = read(f"0 @I1@ INDI\n1 NAME Ada\n{below}0 @F1@ FAM\n1 CHIL @I1@\n").family
    (link,) = found.parentages
    assert link.kind == kind
    assert found.person(link.parents[0]).kind == "unknown"
    assert read_gedcom(to_gedcom(found, "5.5.1").encode()).family == found


def test_a_child_alone_of_whose_parents_nothing_is_said_gets_nobody():
    found = read("0 @I1@ INDI\n1 NAME Ada\n1 FAMC @F1@\n2 PEDI BIRTH\n0 @F1@ FAM\n1 CHIL @I1@\n").family
    assert found.parentages == ()
    assert len(found.persons) == 1


def test_a_stranger_who_is_only_named_is_a_note_with_what_they_are():
    teacher = "1 ASSO @VOID@\n2 PHRASE Mr Stubbs\n2 ROLE OTHER\n3 PHRASE Teacher\n"
    aunt = "1 ASSO @VOID@\n2 ROLE GODP\n2 PHRASE Aunt Jo\n"
    found = read(f"0 @I1@ INDI\n{teacher}{aunt}").family
    assert found.persons[0].note == "Teacher: Mr Stubbs\n\ngodparent: Aunt Jo"


@pytest.mark.parametrize("wedding", ["", "1 MARR\n2 DATE 2012\n"])
def test_a_couple_that_is_widowed_has_ended_by_death_with_a_wedding_or_without(wedding):
    (union,) = read(f"{COUPLE}1 _STAT Widowed\n{wedding}").family.unions
    assert (union.kind, union.ended) == ("married", "death")


def test_a_standing_of_separated_is_counted_as_a_separation():
    assert read(f"{COUPLE}1 _STAT Separated\n").report.counts()["couples"] == 1


def test_one_disproven_parent_is_one():
    child = "0 @I1@ INDI\n1 NAME Ada\n1 FAMC @F1@\n2 STAT DISPROVEN\n"
    parent = "0 @I2@ INDI\n1 NAME Dee\n0 @F1@ FAM\n1 HUSB @I2@\n1 CHIL @I1@\n"
    assert "Dee did not come in as a parent of Ada" in str(read(child + parent).report)
