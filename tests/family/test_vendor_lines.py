"""Lines of Family Tree Maker and Family Historian, as those programs write them: read, kept and told."""

from supervision_tui.family.formats import read_gedcom

HEAD = "0 HEAD\n1 SOUR FTM\n1 GEDC\n2 VERS 5.5\n1 CHAR UTF-8\n"


def test_family_tree_maker_keeps_its_separation_cause_of_death_and_work():
    found = read_gedcom(
        f"{HEAD}0 @I1@ INDI\n1 NAME Ann\n1 _EMPLOY Baker\n2 DATE 1981\n1 _MDCL asthma\n2 DATE 1978\n1 DEAT\n"
        "1 _DCAUSE stroke\n1 _HEIG 6 ft\n0 @I2@ INDI\n1 NAME Ben\n0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I1@\n"
        "1 _SEPR a big fight\n2 DATE 5 MAY 1955\n2 PLAC Leeds\n0 TRLR\n".encode()
    )
    ann = found.family.person("I1")
    assert (ann.occupation, ann.cause_of_death, ann.carried) == ("Baker", "stroke", "1 _HEIG 6 ft")
    assert [(mark.name, str(mark.since)) for mark in ann.health] == [("asthma", "1978")]
    (union,) = found.family.unions
    assert (union.ended, str(union.until)) == ("separation", "5 MAY 1955")
    assert union.note == "Separation in Leeds.\n\nSeparation: a big fight"


def test_family_historian_shared_facts_flags_and_places():
    found = read_gedcom(
        b"0 HEAD\n1 SOUR FAMILY_HISTORIAN\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Tom\n1 BIRT\n2 DATE 1940\n2 _SHAN Wally\n"
        b"3 ROLE Observer\n2 _SHAR @I2@\n3 ROLE Coach\n3 NOTE fainted\n1 IMMI\n2 PLAC Leeds\n2 _PLAC Bergen\n1 FACT\n"
        b"2 TYPE Tomato\n2 _SENT He was\n1 _FLGS\n2 __KEY Key person\n0 @I2@ INDI\n1 NAME Theresa\n"
        b"0 @P1@ _PLAC Leeds\n1 CHAN\n2 DATE 1 JAN 2016\n0 TRLR\n"
    )
    tom = found.family.person("I1")
    assert "Birth: Wally (Observer); Theresa (Coach): fainted" in tom.note
    assert "flag: Key person" in tom.note
    assert [(event.where, event.note) for event in found.family.events] == [("Leeds", "from Bergen")]
    assert "left out: a record of a place" in str(found.report)
    assert found.report.used + found.report.carried + len(found.report.told) == found.report.lines == 26
