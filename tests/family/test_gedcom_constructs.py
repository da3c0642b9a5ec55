"""The ways in which programs say who is whose parent, partner and what: each with its right value, and its siblings."""

import pytest

from supervision_tui.family.formats import read_gedcom, to_gedcom
from tests.every_row import every_row

PEOPLE = (
    "0 @I1@ INDI\n1 NAME Kit /Fell/\n{child}0 @I2@ INDI\n1 NAME Dan /Fell/\n1 SEX M\n1 FAMS @F1@\n"
    "0 @I3@ INDI\n1 NAME Eve /Moor/\n1 SEX F\n1 FAMS @F1@\n0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I3@\n1 CHIL @I1@\n{couple}"
)


def read(body, version="5.5.1"):
    """The import of one body of records."""
    return read_gedcom(f"0 HEAD\n1 GEDC\n2 VERS {version}\n1 CHAR UTF-8\n{body}0 TRLR\n".encode())


def family(child="1 FAMC @F1@\n", couple="", version="5.5.1"):
    """A child of two, with lines of its own and of the couple."""
    return read(PEOPLE.format(child=child, couple=couple), version)


def bonds(found):
    """Parent to kind."""
    return {parent: link.kind for link in found.family.parentages for parent in link.parents}


@every_row(
    ("child", "couple", "father", "mother"),
    [
        ("1 FAMC @F1@\n", "", "unknown", "unknown"),
        ("1 FAMC @F1@\n2 PEDI birth\n", "", "birth", "birth"),
        ("1 FAMC @F1@\n2 PEDI adopted\n", "", "adopted", "adopted"),
        ("1 FAMC @F1@\n2 PEDI Foster\n", "", "foster", "foster"),
        ("1 FAMC @F1@\n2 PEDI sealing\n", "", "unknown", "unknown"),
        ("1 FAMC @F1@\n1 ADOP\n2 FAMC @F1@\n3 ADOP BOTH\n", "", "adopted", "adopted"),
        ("1 FAMC @F1@\n1 ADOP\n2 FAMC @F1@\n3 ADOP HUSB\n", "", "adopted", "unknown"),
        ("1 ADOP Y\n2 FAMC @F1@\n3 ADOP WIFE\n", "", "unknown", "adopted"),
        ("1 ADOP\n2 FAMC @F1@\n", "", "adopted", "adopted"),
        ("1 FAMC @F1@\n2 PEDI birth\n1 ADOP\n2 FAMC @F1@\n3 ADOP HUSB\n", "", "adopted", "birth"),
        ("1 BIRT\n2 FAMC @F1@\n", "", "birth", "birth"),
        ("1 FAMC @F1@\n", "2 _FREL Step\n2 _MREL Natural\n", "step", "birth"),
        ("1 FAMC @F1@\n", "2 _FREL Adopted\n2 _MREL Guardian\n", "adopted", "guardianship"),
        ("1 FAMC @F1@\n", "2 _FREL foster\n2 _MREL private\n", "foster", "unknown"),
        ("1 FAMC @F1@\n2 _FREL Adopted\n2 _MREL birth\n", "", "adopted", "birth"),
        ("1 FAMC @F1@\n2 _PEDI Adopted (father)\n2 _PEDI Step (mother)\n", "", "adopted", "step"),
        ("1 FAMC @F1@\n2 _PEDI Foster\n", "", "foster", "foster"),
        ("1 FAMC @F1@\n", "2 _MREL related\n", "unknown", "unknown"),
    ],
)  # fmt: skip
def test_a_parent_is_one_as_the_file_says_and_never_by_birth_unless_it_says_so(child, couple, father, mother):
    found = family(child, couple)
    assert bonds(found) == {"I2": father, "I3": mother}
    again = read_gedcom(to_gedcom(found.family, "5.5.1").encode()).family
    assert again == found.family


@pytest.mark.parametrize(
    ("lines", "kind", "phrase"),
    [("OTHER", "step", "Stepfather"), ("OTHER", "guardianship", "special guardian"),
     ("OTHER", "kinship", "kinship care"),
     ("OTHER", "unknown", "moon child"), ("OTHER", "donor", "egg donor")],
)  # fmt: skip
def test_a_pedigree_of_version_7_in_words_is_read_by_its_words(lines, kind, phrase):
    assert bonds(family(f"1 FAMC @F1@\n2 PEDI {lines}\n3 PHRASE {phrase}\n", version="7.0")) == {"I2": kind, "I3": kind}


def test_a_disproved_parent_is_none_a_challenged_one_is_doubted_a_proven_one_stands():
    disproven = family("1 FAMC @F1@\n2 STAT disproven\n")
    assert disproven.family.parentages == ()
    assert "disproven" in str(disproven.report)
    assert [link.doubted for link in family("1 FAMC @F1@\n2 STAT CHALLENGED\n").family.parentages] == [True]
    assert [link.doubted for link in family("1 FAMC @F1@\n2 STAT proven\n").family.parentages] == [False]


@every_row(
    ("lines", "kind", "ended", "since", "until"),
    [
        ("", "parents_only", "", "None", "None"),
        ("1 MARR Y\n", "married", "", "None", "None"),
        ("1 MARR\n2 DATE 2001\n1 DIV\n2 DATE 2005\n", "married", "divorce", "2001", "2005"),
        ("1 DIV Y\n", "married", "divorce", "None", "None"),
        ("1 MARR\n1 ANUL\n2 DATE 2002\n", "married", "annulment", "None", "2002"),
        ("1 MARR\n1 EVEN\n2 TYPE Separation\n2 DATE 2010\n", "married", "separation", "None", "2010"),
        ("1 MARR\n1 _SEPR\n2 DATE 2011\n", "married", "separation", "None", "2011"),
        ("1 EVEN\n2 TYPE Separated\n", "unknown", "separation", "None", "None"),
        ("1 MARR\n2 TYPE Common Law\n2 DATE 2008\n", "cohabiting", "", "2008", "None"),
        ("1 MARR\n2 TYPE Common law, never married\n", "cohabiting", "", "None", "None"),
        ("1 _COML\n2 DATE 2008\n", "cohabiting", "", "2008", "None"),
        ("1 MARR\n2 TYPE Civil partnership\n2 DATE 2016\n", "civil_partnership", "", "2016", "None"),
        ("1 MARR\n2 TYPE Civil\n2 DATE 2016\n", "married", "", "2016", "None"),
        ("1 MARR\n2 TYPE Religious\n", "married", "", "None", "None"),
        ("1 MARR\n2 TYPE Partners\n", "unknown", "", "None", "None"),
        ("1 MARR\n2 TYPE Unmarried\n", "unknown", "", "None", "None"),
        ("1 ENGA\n2 DATE 1998\n", "engaged", "", "None", "None"),
        ("1 ENGA\n2 DATE 1998\n1 MARR\n2 DATE 1999\n", "married", "", "1999", "None"),
        ("1 EVEN\n2 TYPE MYHERITAGE:REL_PARTNERS\n2 DATE 2013\n", "unknown", "", "2013", "None"),
        ("1 EVEN\n2 TYPE Living together\n2 DATE 2013\n", "cohabiting", "", "2013", "None"),
        ("1 _STAT Divorced\n", "married", "divorce", "None", "None"),
        ("1 _STAT Unmarried Couple\n", "cohabiting", "", "None", "None"),
        ("1 MARR N\n", "parents_only", "", "None", "None"),
        ("1 MARR\n2 DATE 2001\n1 DIV\n2 DATE 2003\n1 MARR\n2 DATE 2005\n", "married", "", "2001", "None"),
    ],
)  # fmt: skip
def test_a_couple_is_what_the_file_says_and_no_more(lines, kind, ended, since, until):
    found = family(couple=lines)
    (union,) = found.family.unions
    assert (union.kind, union.ended, str(union.since), str(union.until)) == (kind, ended, since, until)
    again = read_gedcom(to_gedcom(found.family).encode()).family
    assert again == found.family


def test_the_course_of_a_couple_is_kept_in_its_turns():
    lines = "1 MARR\n2 DATE 2001\n1 EVEN\n2 TYPE Separation\n2 DATE 2002\n1 DIV\n2 DATE 2003\n1 MARR\n2 DATE 2005\n"
    (union,) = family(couple=lines).family.unions
    assert [(change.kind, str(change.date)) for change in union.changes] == [
        ("separated", "2002"), ("divorced", "2003"), ("remarried", "2005"),
    ]  # fmt: skip


def test_one_partner_keeps_the_marriage_the_end_and_the_notes():
    body = (
        "0 @I1@ INDI\n1 NAME Eve\n0 @I2@ INDI\n1 NAME Kit\n0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n1 MARR\n2 DATE 2001\n"
    )
    found = read(f"{body}1 DIV\n2 DATE 2005\n2 PLAC Leeds\n1 NOTE @N1@\n0 @N1@ NOTE he left\n")
    (union,) = found.family.unions
    assert (union.partners, str(union.since), str(union.until), union.ended) == (("I1",), "2001", "2005", "divorce")
    assert union.note == "Divorce in Leeds.\n\nhe left"


def test_partners_who_only_name_their_family_are_partners():
    body = "0 @I1@ INDI\n1 NAME Eve\n1 SEX F\n1 FAMS @F1@\n0 @I2@ INDI\n1 NAME Dan\n1 SEX M\n1 FAMS @F1@\n"
    found = read(f"{body}0 @F1@ FAM\n1 MARR Y\n")
    assert [(union.partners, union.kind) for union in found.family.unions] == [(("I2", "I1"), "married")]


@every_row(
    ("lines", "name", "called", "note"),
    [
        ("1 NAME Ann /Hill/\n2 NICK Nan\n2 _MARNM Bell\n", "Ann Hill", "Nan", "Married name: Bell"),
        ("1 NAME John /Bell/\n2 NSFX Jr.\n", "John Bell Jr.", "", ""),
        ("1 NAME John /Bell/ Jr.\n2 NSFX Jr.\n", "John Bell Jr.", "", ""),
        ("1 NAME Ann /Hill/\n2 NPFX Dr\n", "Dr Ann Hill", "", ""),
        ("1 NAME\n2 GIVN Óscar\n2 SURN Romero,Galdámez\n", "Óscar Romero Galdámez", "", ""),
        ("1 NAME\n2 NICK Spud\n", "Spud", "Spud", ""),
        ("1 NAME Madonna\n", "Madonna", "", ""),
        ("1 NAME /Sable/\n", "Sable", "", ""),
        ("1 NAME Ann /Hill/\n1 NAME Ann /Moor/\n2 TYPE maiden\n", "Ann Hill", "", "Name at birth: Ann Moor"),
        ("1 NAME Ann /Hill/\n2 _USED Annie\n", "Ann Hill", "Annie", ""),
        ('1 NAME Jean "JJ" /Adair/\n', 'Jean "JJ" Adair', "JJ", ""),
        ("1 NICK Bee\n1 NAME Beatrice\n", "Beatrice", "Bee", ""),
        ("1 SEX F\n", "not known", "", ""),
    ],
)  # fmt: skip
def test_names_are_whole_whatever_line_they_stand_in(lines, name, called, note):
    (person,) = read(f"0 @I1@ INDI\n{lines}").family.persons
    assert (person.name, person.called, person.note) == (name, called, note)


@pytest.mark.parametrize("surname", ["Hill", "van der Berg", "Romero Galdámez", ""])
def test_surnames_go_out_in_slashes_as_they_came_in(surname):
    came_in = read(f"0 @I1@ INDI\n1 NAME Ann /{surname}/\n").family
    for version in ("7.0", "5.5.1"):
        assert f"1 NAME Ann /{surname}/\n".replace(" //", "") in to_gedcom(came_in, version)


@pytest.mark.parametrize("tag", ["BURI", "CREM"])
def test_who_was_buried_has_died(tag):
    (person,) = read(f"0 @I1@ INDI\n1 {tag}\n2 DATE 1999\n").family.persons
    assert person.dead


def test_occupation_has_its_dates_and_events_have_their_words():
    found = read(
        "0 @I1@ INDI\n1 OCCU Roofer\n2 DATE FROM 2001 TO 2004\n2 PLAC Leeds\n1 OCCU Driver\n1 EVEN\n2 TYPE Move\n"
        "2 NOTE hid under the table\n2 CAUS a quarrel\n1 DEAT\n2 CAUS fall\n2 NOTE at work\n1 BIRT\n2 PLAC Bolt\n"
    )
    (person,) = found.family.persons
    assert person.occupation == "Driver"
    assert "Occupation: Roofer, FROM 2001 TO 2004, Leeds" in person.note
    assert "Death: at work" in person.note
    assert "Born in Bolt." in person.note
    assert person.cause_of_death == "fall"
    assert found.family.events[0].note == "hid under the table\n\ncause: a quarrel"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2 RELA Godfather\n", "Godfather"),
        ("2 ROLE GODP\n", "godparent"),
        ("2 ROLE OTHER\n3 PHRASE Mentor\n", "Mentor"),
    ],
)
def test_godparents_and_other_associations_are_ties_with_the_files_own_word(line, words):
    found = read(f"0 @I1@ INDI\n1 ASSO @I2@\n{line}0 @I2@ INDI\n")
    assert [(tie.a, tie.b, tie.kind, tie.words) for tie in found.family.ties] == [
        ("I1", "I2", "plain", f"the file says: {words}")
    ]


def test_a_godparent_at_a_christening_is_a_tie():
    found = read("0 @I1@ INDI\n1 CHR\n2 ASSO @I2@\n3 ROLE GODP\n0 @I2@ INDI\n", "7.0")
    assert [(tie.a, tie.b, tie.words) for tie in found.family.ties] == [("I1", "I2", "the file says: godparent")]
    assert [str(event.what) for event in found.family.events] == ["christened"]


@every_row(
    ("value", "born", "told"),
    [
        ("12 MAR 2001\n3 PHRASE 03/12/2001", "12 MAR 2001", True),
        ("INT 12 MAR 2001 (03/12/2001)", "12 MAR 2001", True),
        ("BET 1 JAN 2019 AND 31 JAN 2019\n3 PHRASE 12/01/2019", "12/01/2019", False),
        ("\n3 PHRASE spring 2019", "spring 2019", False),
        ("25 MAR 570", "25 MAR 0570", True),
        ("ABT 606", "ABT 0606", True),
        ("BET 810 AND 820", "BET 0810 AND 0820", True),
        ("11 FEB 1731/2", "11 FEB 1732", True),
        ("1703/4", "1704", True),
        ("<1586>", "EST 1586", True),
        ("15 MAI 1980", "15 MAY 1980", True),
        ("3 ОКТ 1985", "3 OCT 1985", True),
        ("@#DFRENCH R@ 12 VEND 3", "(@#DFRENCH R@ 12 VEND 3)", True),
        ("@#DHEBREW@ 2 TSH 5758", "(@#DHEBREW@ 2 TSH 5758)", True),
        ("12/25/1990", "(12/25/1990)", True),
    ],
)  # fmt: skip
def test_the_date_counts_and_a_phrase_only_within_it(value, born, told):
    found = read(f"0 @I1@ INDI\n1 BIRT\n2 DATE {value}\n", "7.0" if "PHRASE" in value else "5.5.1")
    assert str(found.family.persons[0].born) == born
    assert bool(found.report.about("dates")) == told


def test_another_day_beside_a_birth_is_in_the_notes_for_somebody_to_look_at():
    (person,) = read("0 @I1@ INDI\n1 BIRT\n2 DATE INT 12 MAR 2001 (03/12/2001)\n").family.persons
    assert person.note == "Birth: the file also has '03/12/2001'. Please look which is right."
    (plain,) = read("0 @I1@ INDI\n1 BIRT\n2 DATE INT 12 MAR 2001 (the doctor's record)\n").family.persons
    assert plain.note == ""


def test_restricted_records_are_hidden_and_told_first():
    found = family("1 RESN confidential\n1 FAMC @F1@\n1 EVEN\n2 TYPE Move\n2 RESN privacy\n", "1 RESN CONFIDENTIAL\n")
    assert found.family.person("I1").secret
    assert found.family.events[0].hidden_from == ("outside the team",)
    assert found.family.unions[0].secret
    assert not found.family.parentages[0].show_child
    assert next(found.report.summary()) == "Please look at this first: 3 restricted records."


@pytest.mark.parametrize("kind", ["kinship", "guardianship", "step", "donor", "surrogate"])
def test_carers_and_donors_are_never_read_as_parents_by_birth_in_5_5_1(kind):
    came_in = family("1 FAMC @F1@\n2 PEDI birth\n").family
    links = tuple(link.replaced(kind=kind) for link in came_in.parentages)
    out = to_gedcom(came_in.replaced(parentages=links), "5.5.1")
    record = out.split("0 @I1@ INDI")[1].split("\n0 ")[0]
    assert ("1 FAMC" not in record and "RELA" in record) or "2 PEDI foster" in record


def test_what_the_standard_can_say_of_an_event_stands_in_its_own_lines():
    out = to_gedcom(read("0 @I1@ INDI\n1 IMMI\n2 DATE 1999\n2 PLAC Dover\n1 EVEN\n2 TYPE Left home\n").family)
    assert "1 IMMI\n2 DATE 1999\n2 PLAC Dover\n" in out
    assert "1 EVEN\n2 TYPE Left home\n" in out
    assert out.startswith("\ufeff0 HEAD\n")


@pytest.mark.parametrize(
    ("born", "value"),
    [("before 1990", "BEF 1990"), ("after 1990", "AFT 1990"), ("1980s", "BET 1 JAN 1980 AND 31 DEC 1989"),
     ("winter 2019", "BET 1 DEC 2019 AND 29 FEB 2020"), ("~1987", "ABT 1987"), ("2001-03-12", "12 MAR 2001"),
     ("from 2012 to 2019", "FROM 2012 TO 2019")],
)  # fmt: skip
def test_dates_go_out_as_known_and_no_more(born, value):
    came_in = read("0 @I1@ INDI\n1 NAME A\n").family
    out = to_gedcom(came_in.replaced(persons=(came_in.persons[0].replaced(born=born),)), "5.5.1")
    assert f"1 BIRT\n2 DATE {value}\n" in out


@every_row(
    ("encoding", "claim", "name"),
    [
        ("utf-8", "ANSEL", "Zoë /Müller-Łódź/"), ("utf-8", "ANSI", "Zoë /Müller/"),
        ("cp1250", "ANSI", "Zofia /Łódzka/"),
        ("cp1250", "ANSI", "Jiří /Dvořák/"), ("cp1251", "ANSI", "Зоя /Кузнецова/"), ("cp1252", "ANSEL", "Zoë /Müller/"),
        ("cp1252", "ANSI", "José /Núñez/"), ("cp1252", "ANSI", "Seán /O’Neill/"), ("cp1252", "UTF-8", "Søren /Ærø/"),
        ("cp1250", "", "Stanisław /Wałęsa/"), ("cp1252", "ANSI", "Noël Brontë Bjørn /Håkansson/"),
        ("cp1250", "ANSI", "Božena Šťastná Łucja /Wójcik-Żak/"), ("cp1251", "ANSI", "Людмила /Щербакова/"),
        ("cp1253", "ANSI", "Ελένη /Παπαδοπούλου/"), ("cp1257", "ANSI", "Jūratė /Žukauskaitė/"),
        ("mac_roman", "MACINTOSH", "Zoë /Müller/"),
        ("utf-16-le", "UNICODE", "Zoë"),
    ],
)  # fmt: skip
def test_the_bytes_decide_which_letters_a_file_has(encoding, claim, name):
    char = f"1 CHAR {claim}\n" if claim else ""
    data = f"0 HEAD\n{char}0 @I1@ INDI\n1 NAME {name}\n0 TRLR\n".encode(encoding)
    found = read_gedcom(data)
    assert str(found.family.persons[0].name) == name.replace("/", "")


def test_one_bad_byte_spoils_no_other_letter_and_is_told_with_its_line():
    data = "0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Zoë /Łódź/\n1 NOTE caf".encode() + b"\xe9\n0 TRLR\n"
    found = read_gedcom(data)
    assert found.family.persons[0].name == "Zoë Łódź"
    assert found.family.persons[0].note == "café"
    assert [remark.line for remark in found.report.about("letters")] == [5]


def test_a_person_may_choose_the_letters():
    data = "0 HEAD\n1 CHAR ANSI\n0 @I1@ INDI\n1 NAME Nowiński\n0 TRLR\n".encode("cp1250")
    assert read_gedcom(data, letters="cp1250").family.persons[0].name == "Nowiński"
