"""Random files of GenoPro, Gramps and OpenGenogram: every known word and some unknown, references that lead nowhere.

A document is drawn as a tree (tag, attributes, words, parts), so that what stands in it can be counted apart from the
program that reads it.
"""

import json
from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st

from supervision_tui.family.formats.genopro.tables import CAUSES, CONNECTIONS, EMOTIONS, LOSSES, PARENT_LINKS, RELATIONS
from supervision_tui.family.formats.gramps.events import EVENTS, FIELDS, TOLD
from supervision_tui.family.formats.gramps.families import RELATIONS as GRAMPS_RELATIONS
from supervision_tui.family.formats.gramps.families import TURNS
from supervision_tui.family.formats.opengenogram.tables import CHILDREN, COUPLES, GENDERS, SYMBOLS, TIES, TWINS

SECRET_NUMBER = "943 476 5919"
"""An NHS number that is right by its check digit and given to nobody (the NHS's own example)."""
PEOPLE = ("p1", "p2", "p3", "p4")
WORDS = st.sampled_from(["", "Ada", "Zoë <b>", "two  blanks", "he hit her", "x" * 300, "1", "[red]no[/]", "a & b"])
DATES = st.sampled_from(["", "12 Mar 1988", "~1985", "<1990", ">2014", "12 Mar", "30 Feb 2001", "1/2/2003", "hay time"])
ISO = st.sampled_from(["1988-03-12", "1988-03-??", "1980-02-30", "-0044", "1900", "", "soon"])
OWN = [("X_NHS", SECRET_NUMBER), ("NHSNumber", SECRET_NUMBER), ("X_OWN", "own words"), ("Bullied", "hit by him")]


def words_of(table):
    """Any word of *table*, or one that it does not know."""
    return st.sampled_from([*table, "Zany", "knife fight", ""])


def some(draw, part, most=4):
    """Some of a *part*, each drawn afresh."""
    return [draw(part) for _ in range(draw(st.integers(0, most)))]


def element(tag, words="", *parts, **attributes):
    """One element as a tree."""
    return (tag, attributes, words, parts)


def counted(tree):
    """Elements and attributes of a tree; the name of a namespace is neither."""
    _tag, attributes, _words, parts = tree
    return 1 + len(attributes.keys() - {"xmlns"}) + sum(map(counted, parts))


def as_xml(tree):
    """A tree as XML."""
    tag, attributes, words, parts = tree
    named = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{tag}{named}>{escape(words)}{''.join(map(as_xml, parts))}</{tag}>\n"


@st.composite
def genopro_person(draw, name):
    """Somebody of GenoPro, with fields of their own."""
    parts = [element("Name", draw(WORDS), element("First", draw(WORDS)))] if draw(st.booleans()) else []
    parts += [element("Gender", draw(st.sampled_from(["M", "F", "P", "_Blank", ""])))]
    if draw(st.booleans()):
        parts += [element("Birth", "", element("Date", draw(DATES)), element("PregnancyLength", draw(WORDS)))]
    if draw(st.booleans()):
        cause = draw(words_of([*CAUSES, *LOSSES]))
        parts += [element("IsDead", "Y"), element("Death", "", element("Date", draw(DATES)), element("Cause", cause))]
    parts += [element(tag, words) for tag, words in some(draw, st.sampled_from(OWN), 2)]
    parts += [element("Contacts", "c1,c9")] if draw(st.booleans()) else []
    copy = (
        {"IndividualInternalHyperlink": draw(st.sampled_from([*PEOPLE, "p9"]))} if draw(st.integers(0, 5)) == 0 else {}
    )
    return element("Individual", "", *parts, ID=name, **copy)


@st.composite
def genopro_tree(draw):
    """A document of GenoPro; its parts in any order."""
    end, kinds = st.sampled_from([*PEOPLE, "p9", ""]), words_of(EMOTIONS)
    families = [element("Family", "", element("Relation", draw(words_of(RELATIONS))), ID=name) for name in ("f1", "f2")]
    links = [
        element(
            "PedigreeLink", "", element("Comment", draw(WORDS)), PedigreeLink=draw(words_of(["Parent", *PARENT_LINKS])),
            Family=draw(st.sampled_from(["f1", "f2", "f9"])), Individual=draw(end),
            Twin=draw(st.sampled_from(["t", ""])),
        )
        for _ in range(draw(st.integers(0, 7)))
    ]  # fmt: skip
    lines = [
        element("EmotionalRelationship", "", EmotionalLink=draw(kinds), Entity1=draw(end), Entity2=draw(end))
        for _ in range(draw(st.integers(0, 5)))
    ]
    social = [
        element("SocialRelationship", "", Connection=draw(words_of(CONNECTIONS)), Entity1=draw(end), Entity2="s1")
        for _ in range(draw(st.integers(0, 2)))
    ]
    groups = [
        element("Individuals", "", *(draw(genopro_person(name)) for name in draw(st.permutations(PEOPLE)))),
        element("Families", "", *families), element("PedigreeLinks", "", *links),
        element("EmotionalRelationships", "", *lines), element("SocialRelationships", "", *social),
        element("SocialEntities", "", element("SocialEntity", "", element("Name", draw(WORDS)), ID="s1")),
        element("Twins", "", element("Twin", "", element("TwinLink", "Identical"), ID="t")),
        element("Contacts", "", element("Contact", "", element("Telephone", "01632 960000"), ID="c1")),
        element("Own", draw(WORDS), element("Part", draw(WORDS), Key="1")),
    ]  # fmt: skip
    return element("GenoPro", "", *draw(st.permutations(groups)))


@st.composite
def gramps_event(draw, handle):
    """An event of Gramps."""
    kind = draw(words_of(["Birth", "Death", "Stillbirth", "Medical Information", *EVENTS, *FIELDS, *TOLD, *TURNS]))
    date = draw(
        st.sampled_from([
            (), (element("dateval", "", val=draw(ISO)),), (element("datestr", "", val=draw(WORDS)),),
            (element("datespan", "", start=draw(ISO), stop=draw(ISO)),),
        ])
    )  # fmt: skip
    parts = [element("type", kind), *date, element("description", draw(WORDS))]
    parts += [element("attribute", "", type=tag, value=words) for tag, words in some(draw, st.sampled_from(OWN), 1)]
    return element("event", "", *parts, handle=handle, **({"priv": "1"} if draw(st.booleans()) else {}))


@st.composite
def gramps_person(draw, handle):
    """Somebody of Gramps."""
    events = st.sampled_from(["e1", "e2", "e3", "e9"])
    parts = [element("gender", draw(st.sampled_from("MFXU")))]
    parts += [element("name", "", element("first", draw(WORDS)), element("surname", draw(WORDS)))] * draw(
        st.integers(0, 2)
    )
    parts += [element("eventref", "", hlink=one, role=draw(words_of(["Primary"]))) for one in some(draw, events)]
    parts += [element("attribute", "", type=tag, value=words) for tag, words in some(draw, st.sampled_from(OWN), 2)]
    ends = some(draw, st.sampled_from([*PEOPLE, "p9"]), 1)
    parts += [element("personref", "", hlink=end, rel=draw(words_of(["Godfather", "abused", "close"]))) for end in ends]
    parts += [element("noteref", "", hlink="n1")] * draw(st.integers(0, 1))
    known = {"handle": handle, "id": draw(st.sampled_from(["I1", "I2", ""]))} if draw(st.integers(0, 5)) else {}
    return element("person", "", *parts, **known)


@st.composite
def gramps_family(draw, handle):
    """A family of Gramps."""
    end = st.sampled_from([*PEOPLE, "p9"])
    kinds = words_of(["Birth", "Adopted", "Foster", "Stepchild", "None", "Sponsored", "Unknown", "Special guardian"])
    parts = [element("rel", "", type=draw(words_of(GRAMPS_RELATIONS)))] * draw(st.integers(0, 1))
    parts += [element(place, "", hlink=draw(end)) for place in ("father", "mother") if draw(st.booleans())]
    parts += [element("eventref", "", hlink=one) for one in some(draw, st.sampled_from(["e1", "e2", "e3"]), 2)]
    parts += [element("childref", "", hlink=draw(end), frel=draw(kinds), mrel=draw(kinds)) for _ in some(draw, end, 3)]
    return element("family", "", *parts, **({"handle": handle} if draw(st.integers(0, 5)) else {}))


@st.composite
def gramps_tree(draw):
    """A database of Gramps."""
    note = element("note", "", element("text", draw(WORDS)), handle="n1", type=draw(words_of(["Research"])))
    groups = [
        element("events", "", *(draw(gramps_event(handle)) for handle in ("e1", "e2", "e3"))),
        element("people", "", *(draw(gramps_person(handle)) for handle in PEOPLE), home="p1"),
        element("families", "", *(draw(gramps_family(handle)) for handle in ("f1", "f2"))),
        element("notes", "", note), element("own", draw(WORDS), element("part", draw(WORDS))),
    ]  # fmt: skip
    return element("database", "", *groups, xmlns="http://gramps-project.org/xml/1.7.1/")


@st.composite
def opengenogram_project(draw):
    """A project of OpenGenogram as plain values."""
    number, own = st.sampled_from([None, 1990, "2001", 13, 2, 30, "soon"]), st.sampled_from(OWN)
    kinds = words_of([*COUPLES, *CHILDREN, *TIES, *TWINS, "sibling"])
    people = [
        {
            "id": name, "name": draw(WORDS), "gender": draw(words_of(GENDERS)), "birthYear": draw(number),
            "deceased": draw(st.booleans()), "symbolKind": draw(words_of(SYMBOLS)), "notes": draw(WORDS),
            "profile": {"birthMonth": draw(number), "birthDay": draw(number), **dict(some(draw, own, 2))},
            "medicalMarkers": [{"label": draw(WORDS), "status": "recovery"}] * draw(st.integers(0, 1)),
        }
        for name in PEOPLE[: draw(st.integers(1, 4))]
    ]  # fmt: skip
    end = st.sampled_from([*PEOPLE, "p9", ""])
    lines = [
        {"id": f"r{at}", "type": draw(kinds), "source": draw(end), "target": draw(end),
         "attributes": {"label": draw(WORDS)}}
        for at in range(draw(st.integers(0, 8)))
    ]  # fmt: skip
    secret = {"id": "n", "kind": "secret", "text": draw(WORDS), "linkedIds": [draw(end)]}
    return {
        "schemaVersion": 3, "people": people, "relationships": lines, "annotations": [secret], "own": {"part": [1, {}]},
        "households": [{"id": "h", "label": draw(WORDS), "memberIds": [draw(end), draw(end)]}],
    }  # fmt: skip


def values_in(value):
    """Values of a project: every mapping, list and value is one."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(values_in, parts))


def genopro_file(tree):
    """The bytes of a GenoPro document, and how much stands in it."""
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{as_xml(tree)}".encode(), counted(tree)


def opengenogram_file(project):
    """The bytes of a project, and how much stands in it."""
    return json.dumps(project, indent=1).encode(), values_in(project)


FORMATS = {
    "GenoPro": genopro_tree().map(genopro_file), "Gramps": gramps_tree().map(genopro_file),
    "OpenGenogram": opengenogram_project().map(opengenogram_file),
}  # fmt: skip
"""Program to random files of it, each with the number of values that stand in it."""
