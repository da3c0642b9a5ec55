"""Random valid GEDCOM: every tag of 5.5.1 and of 7.0 in its place, repeats, nesting, extensions.

Version 7 is drawn from the grammar that the gedcom7 library brings; 5.5.1 from the tables below, after the standard's
own structures (PERSONAL_NAME_STRUCTURE, INDIVIDUAL_EVENT_STRUCTURE and so on).
"""

from gedcom7 import const
from hypothesis import strategies as st

TERM = "https://gedcom.io/terms/v7/"
WORDS = st.sampled_from([
    "Ada", "a note", "12 MAR 2001", "Leeds", "@@home", "Y", "", "adopted", "Step", "he hit her", "http://x.invalid",
    "Zoë", "x" * 300, "BOTH", "DISPROVEN", "CONFIDENTIAL", "F", "M", "1", "two  blanks", "/Hill/", "Ada /Hill/ Jr.",
])  # fmt: skip
DATES = st.sampled_from([
    "", "1 JAN 1900", "ABT 606", "BET 1 JAN 2019 AND 31 JAN 2019", "FROM 2012 TO 2019", "11 FEB 1731/32", "BEF 570",
    "@#DJULIAN@ 4 MAR 1700", "INT 1900 (about then)", "(some time)", "FRENCH_R 1 VEND 12", "TO 1989",
])  # fmt: skip
PEOPLE, FAMILIES = ("I1", "I2", "I3"), ("F1", "F2")
EVENT = {
    "TYPE": {}, "DATE": {}, "PLAC": {"FORM": {}, "FONE": {"TYPE": {}}, "MAP": {"LATI": {}, "LONG": {}}, "NOTE": {}},
    "ADDR": {"CONT": {}, "ADR1": {}, "CITY": {}, "POST": {}, "CTRY": {}}, "PHON": {}, "EMAIL": {}, "FAX": {}, "WWW": {},
    "AGNC": {},
    "RELI": {}, "CAUS": {}, "RESN": {}, "AGE": {}, "NOTE": {"CONC": {}, "CONT": {}},
    "SOUR": {"PAGE": {}, "EVEN": {"ROLE": {}}, "DATA": {"DATE": {}, "TEXT": {"CONT": {}}}, "QUAY": {}, "NOTE": {}},
    "OBJE": {"FILE": {"FORM": {"MEDI": {}}}, "TITL": {}}, "FAMC": {"ADOP": {}}, "_VENDOR": {"_DEEP": {"NOTE": {}}},
}  # fmt: skip
NAME = {
    "TYPE": {}, "NPFX": {}, "GIVN": {}, "NICK": {}, "SPFX": {}, "SURN": {}, "NSFX": {}, "NOTE": {},
    "SOUR": {"PAGE": {}}, "FONE": {"TYPE": {}, "SURN": {}}, "ROMN": {"TYPE": {}}, "_MARNM": {}, "_AKA": {}, "_USED": {},
}  # fmt: skip
PERSON_EVENTS = [
    "BIRT",
    "CHR",
    "DEAT",
    "BURI",
    "CREM",
    "ADOP",
    "BAPM",
    "BARM",
    "BASM",
    "BLES",
    "CHRA",
    "CONF",
    "FCOM",
    "ORDN",
    "NATU",
    "EMIG",
    "IMMI",
    "CENS",
    "PROB",
    "WILL",
    "GRAD",
    "RETI",
    "EVEN",
    "CAST",
    "DSCR",
    "EDUC",
    "IDNO",
    "NATI",
    "NCHI",
    "NMR",
    "OCCU",
    "PROP",
    "RELI",
    "RESI",
    "SSN",
    "TITL",
    "FACT",
    "BAPL",
    "CONL",
    "ENDL",
    "SLGC",
    "_MILT",
]
FAMILY_EVENTS = [
    "ANUL",
    "CENS",
    "DIV",
    "DIVF",
    "ENGA",
    "MARB",
    "MARC",
    "MARR",
    "MARL",
    "MARS",
    "RESI",
    "EVEN",
    "SLGS",
    "NCHI",
    "_SEPR",
]
PLAIN = {"REFN": {"TYPE": {}}, "RIN": {}, "CHAN": {"DATE": {"TIME": {}}, "NOTE": {}}, "_X": {"_Y": {}}, "RESN": {}}
PERSON = {
    "NAME": NAME, "SEX": {}, **dict.fromkeys(PERSON_EVENTS, EVENT), "ALIA": {}, "ANCI": {}, "DESI": {}, "RFN": {},
    "AFN": {}, "SUBM": {}, "NOTE": {"CONT": {}, "CONC": {}}, "SOUR": EVENT["SOUR"], "OBJE": EVENT["OBJE"],
    "ASSO": {"RELA": {}, "NOTE": {}, "SOUR": {}}, "FAMS": {"NOTE": {}}, "FAMC": {"PEDI": {}, "STAT": {}, "NOTE": {},
    "_FREL": {}, "_MREL": {}, "_PEDI": {}}, **PLAIN,
}  # fmt: skip
COUPLE_EVENT = {**EVENT, "HUSB": {"AGE": {}}, "WIFE": {"AGE": {}}}
FAMILY = {
    **dict.fromkeys(FAMILY_EVENTS, COUPLE_EVENT), "HUSB": {}, "WIFE": {},
    "CHIL": {"_FREL": {}, "_MREL": {}, "_PREF": {}}, "NOTE": {"CONT": {}}, "SOUR": {}, "OBJE": {}, "_STAT": {}, **PLAIN,
}  # fmt: skip
OTHERS = {
    "SOUR": {"TITL": {"CONT": {}}, "AUTH": {}, "ABBR": {}, "PUBL": {}, "TEXT": {}, "REPO": {"CALN": {}}, **PLAIN},
    "REPO": {"NAME": {}, "ADDR": EVENT["ADDR"], "NOTE": {}, **PLAIN}, "NOTE": {"CONT": {}, "SOUR": {}, **PLAIN},
    "OBJE": {"FILE": {"FORM": {}}, "NOTE": {}}, "SUBM": {"NAME": {}, "ADDR": {}, "LANG": {}},
    "_OWN": {"_A": {"_B": {}}},
}  # fmt: skip
POINTERS = {
    **dict.fromkeys(("HUSB", "WIFE", "CHIL", "ASSO", "ALIA"), PEOPLE), **dict.fromkeys(("FAMC", "FAMS"), FAMILIES),
    "SNOTE": ("N1",), "REPO": ("R1",), "SUBM": ("U1",), "ANCI": ("U1",), "DESI": ("U1",),
}  # fmt: skip
MOST_DEEP = 4


def _value(draw, tag, level):
    """What a line of this tag says: mostly something, a pointer where one belongs."""
    if tag in POINTERS and level:
        return f"@{draw(st.sampled_from((*POINTERS[tag], 'I9', 'VOID')))}@"
    if tag in {"SOUR", "OBJE", "NOTE"} and level and draw(st.booleans()):
        return {"SOUR": "@S1@", "OBJE": "@M1@", "NOTE": "@N1@"}[tag]
    return draw(DATES if tag == "DATE" else WORDS)


def _below(draw, level, tags):
    """Some of the lines that may stand below, each with its own."""
    if not tags or level > MOST_DEEP:
        return
    for tag in draw(st.lists(st.sampled_from(sorted(tags)), max_size=8 if level == 1 else 2)):
        yield f"{level} {tag} {_value(draw, tag, level)}".rstrip(" ")
        yield from _below(draw, level + 1, tags[tag])


@st.composite
def gedcom_551(draw):
    """A file of version 5.5.1."""
    lines = ["0 HEAD", "1 SOUR TEST", "2 VERS 1", "1 SUBM @U1@", "1 GEDC", "2 VERS 5.5.1", "2 FORM LINEAGE-LINKED"]
    lines += ["1 CHAR UTF-8", *_below(draw, 1, {"NOTE": {"CONT": {}}, "LANG": {}, "COPR": {}, "_X": {}})]
    for xref in PEOPLE:
        lines += [f"0 @{xref}@ INDI", *_below(draw, 1, PERSON)]
    for xref in FAMILIES:
        lines += [f"0 @{xref}@ FAM", *_below(draw, 1, FAMILY)]
    for xref, tag in (("S1", "SOUR"), ("R1", "REPO"), ("N1", "NOTE"), ("M1", "OBJE"), ("U1", "SUBM"), ("Q1", "_OWN")):
        lines += [f"0 @{xref}@ {tag}", *_below(draw, 1, OTHERS[tag])]
    return [*lines, "0 TRLR"]


def _seven(draw, level, structure):
    """Lines of version 7 below one structure, by the grammar of the library."""
    tags = const.substructures.get(structure, {})
    if not tags or level > MOST_DEEP:
        return
    for tag in draw(st.lists(st.sampled_from([*sorted(tags), "_EXT"]), max_size=8 if level == 1 else 2)):
        yield f"{level} {tag} {_value(draw, tag, level)}".rstrip(" ")
        yield from _seven(draw, level + 1, tags.get(tag, ""))


@st.composite
def gedcom_7(draw):
    """A file of version 7.0."""
    lines = ["0 HEAD", "1 GEDC", "2 VERS 7.0", *_seven(draw, 1, f"{TERM}HEAD")]
    records = [(xref, "INDI") for xref in PEOPLE] + [(xref, "FAM") for xref in FAMILIES]
    records += [("S1", "SOUR"), ("R1", "REPO"), ("N1", "SNOTE"), ("M1", "OBJE"), ("U1", "SUBM")]
    for xref, tag in records:
        lines += [f"0 @{xref}@ {tag}", *_seven(draw, 1, f"{TERM}record-{tag}")]
    return [*lines, "0 TRLR"]
