"""GenoPro, Gramps, OpenGenogram and packages: read by their bytes; harm first, privacy kept, other kinds named."""

import gzip
import io
import json
import tarfile
import zipfile

import pytest

from supervision_tui.family import find_problems
from supervision_tui.family.formats import ForeignFileError, read_foreign
from supervision_tui.family.formats.genopro.tables import EMOTIONS, RELATIONS
from supervision_tui.family.formats.opengenogram.tables import CHILDREN, COUPLES, TIES
from supervision_tui.family.model.ties import TIE_KINDS
from supervision_tui.family.views import redact
from tests.every_row import every_row


def zipped(**entries):
    """A zip package; two underscores in a name stand for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def genopro(body, people="abc", head="<?xml version='1.0' encoding='UTF-8'?>"):
    """A GenoPro document with people called A, B, C (ids a, b, c) and *body*."""
    persons = "".join(
        f'<Individual ID="{one}"><Name><First>{one.upper()}</First></Name></Individual>' for one in people
    )
    return f"{head}<GenoPro><Individuals>{persons}</Individuals>{body}</GenoPro>".encode()


def couple(relation, extra=""):
    """A family of a and b, with c as a child by birth."""
    links = "".join(f'<PedigreeLink PedigreeLink="Parent" Family="f" Individual="{one}"/>' for one in "ab")
    links += '<PedigreeLink PedigreeLink="Biological" Family="f" Individual="c"/>'
    family = f'<Family ID="f"><Relation>{relation}</Relation>{extra}</Family>'
    return f"<Families>{family}</Families><PedigreeLinks>{links}</PedigreeLinks>"


def adds_up(found):
    """Whether the report accounts for the whole file, and the family can be."""
    report = found.report
    assert report.used + report.carried + len(report.told) == report.lines > 0
    assert find_problems(found.family) == ()
    return found


@every_row("word", [word for word in RELATIONS if word])
def test_every_relation_of_genopro_is_a_union_of_its_kind(word):
    found = adds_up(read_foreign(genopro(couple(word))))
    known = RELATIONS[word]
    (union,) = found.family.unions
    assert (union.kind, union.ended) == (known.kind, known.ended)
    assert union.secret == (known.kind in {"secret", "forced"})
    assert [(link.child, link.parents, link.kind) for link in found.family.parentages] == [("c", ("a", "b"), "birth")]


@every_row("word", EMOTIONS)
def test_every_emotional_line_of_genopro_is_a_tie_and_harm_stays_harm(word):
    line = f'<EmotionalRelationships><EmotionalRelationship EmotionalLink="{word}" Entity1="b" Entity2="a"/>'
    found = adds_up(read_foreign(genopro(f"{line}</EmotionalRelationships>")))
    (tie,) = found.family.ties
    assert (tie.a, tie.b, tie.kind) == ("b", "a", EMOTIONS[word].kind)
    harmful = any(part in word for part in ("Abuse", "Violence", "Manipulative", "Controlling"))
    assert (tie.tone == "harm") == harmful
    assert found.family.harm_flags == ()
    assert next(found.report.summary()).startswith("Please look at this first") == harmful
    if harmful:
        assert redact(found.family, "family").family.ties == ()


def test_values_of_genopro_may_be_elements_or_attributes():
    body = """<Families><Family ID="f" Relation="Divorce"/></Families>
      <PedigreeLinks>
      <PedigreeLink><PedigreeLink>Parent</PedigreeLink><Family>f</Family><Individual>a</Individual></PedigreeLink>
      <PedigreeLink PedigreeLink="Parent" Family="f" Individual="b"/>
      <PedigreeLink PedigreeLink="Adopted" Family="f" Individual="c">
      <Adoption Date="Mar 2015"/></PedigreeLink></PedigreeLinks>"""
    family = adds_up(read_foreign(genopro(body))).family
    assert (family.unions[0].kind, family.unions[0].ended) == ("married", "divorce")
    (link,) = family.parentages
    assert (link.parents, link.kind, str(link.since)) == (("a", "b"), "adopted", "2015-03")


def test_people_of_genopro_bring_their_lives_and_leave_their_addresses():
    body = """<Individual ID="x"><Name>Ann Lee<First>Ann</First><Last>Lee</Last><Nick>Nan</Nick></Name>
      <Gender>F</Gender>
      <Birth><Date>~1950</Date></Birth><IsDead>Y</IsDead>
      <Death><Date>&gt;2001</Date><Cause>Suicide</Cause></Death>
      <Occupations>o1,o2</Occupations><Contacts>k1</Contacts><X_OWN>own words</X_OWN>
      <Comment>He threatened her.</Comment>
      </Individual></Individuals>
      <Occupations><Occupation ID="o1"><Title>Nurse</Title><DateEnd>1990</DateEnd></Occupation>
      <Occupation ID="o2"><Title>Baker</Title></Occupation></Occupations>
      <Contacts><Contact ID="k1"><Telephone>01632 960123</Telephone><Email>ann@x.invalid</Email></Contact></Contacts>
      <Individuals>"""
    found = adds_up(read_foreign(genopro("").replace(b"</Individuals>", f"{body}</Individuals>".encode())))
    ann = found.family.person("x")
    assert (ann.name, ann.called, ann.gender, ann.occupation) == ("Ann Lee", "Nan", "female", "Baker")
    assert (str(ann.born), str(ann.died), ann.cause_of_death) == ("~1950", "after 2001", "suicide")
    assert "X_OWN: own words" in ann.note
    words = "\n".join(found.report.summary())
    assert "Ask before it is read out" in words
    assert "reads as if it told of harm" in words
    assert "960123" not in found.family.to_json() + str(found.report.plain())
    assert "an earlier occupation of Ann Lee (Nurse, until 1990)" in str(found.report)


@pytest.mark.parametrize(
    ("cause", "loss"), [("Miscarriage", "miscarriage"), ("Abortion", "termination"), ("Stillbirth", "stillbirth")]
)
def test_a_pregnancy_that_was_lost_is_one(cause, loss):
    body = f'<Individual ID="x"><IsDead>Y</IsDead><Death><Cause>{cause}</Cause></Death></Individual>'
    data = genopro("").replace(b"</Individuals>", f"{body}</Individuals>".encode())
    person = adds_up(read_foreign(data)).family.person("x")
    assert (person.kind, person.loss) == ("loss", loss)


def test_two_drawings_of_one_person_are_one_and_a_ring_of_copies_does_not_hang():
    body = """<Individual ID="d" IndividualInternalHyperlink="a"/><Individual ID="e" IndividualInternalHyperlink="d"/>
      <Individual ID="r" IndividualInternalHyperlink="s"/><Individual ID="s" IndividualInternalHyperlink="r"/>
      </Individuals><EmotionalRelationships>
      <EmotionalRelationship EmotionalLink="Love" Entity1="e" Entity2="b"/></EmotionalRelationships>
      <Individuals>"""
    found = adds_up(read_foreign(genopro("").replace(b"</Individuals>", f"{body}</Individuals>".encode())))
    assert [(tie.a, tie.b) for tie in found.family.ties] == [("a", "b")]
    assert "e is a second drawing of A" in str(found.report)


def gramps(people, events="", families="", notes="", version="1.7.2"):
    """A Gramps database."""
    kind = f'<!DOCTYPE database PUBLIC "-//Gramps//DTD Gramps XML {version}//EN" "http://gramps-project.org/x.dtd">'
    space = f'xmlns="http://gramps-project.org/xml/{version}/"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{kind}<database {space}><events>{events}</events>'
        f"<people>{people}</people><families>{families}</families><notes>{notes}</notes></database>"
    ).encode()


def gramps_person(one, body="", gender="F", attributes=""):
    """Somebody of Gramps, with the handle _one and the id I-one."""
    name = f"<name><first>{one.upper()}</first><surname>Lee</surname></name>"
    return f'<person handle="_{one}" id="I{one}" {attributes}><gender>{gender}</gender>{name}{body}</person>'


THREE = "".join(gramps_person(one) for one in "abc")


@every_row(
    ("word", "kind", "doubted"),
    [
        ("Birth", "birth", False), ("Adopted", "adopted", False), ("Foster", "foster", False),
        ("Stepchild", "step", False), ("Unknown", "birth", True), ("Kinship carer", "kinship", False),
        ("Special guardian", "guardianship", False), ("Sperm donor", "donor", False), ("Mystery", "birth", True),
    ],
)  # fmt: skip
def test_a_parent_of_gramps_is_one_as_the_file_says_for_each_of_the_two(word, kind, doubted):
    family = (
        '<family handle="_f" id="F1"><rel type="Married"/><father hlink="_a"/><mother hlink="_b"/>'
        f'<childref hlink="_c" frel="{word}" mrel="Birth"/></family>'
    )
    found = adds_up(read_foreign(gramps(THREE, families=family))).family
    links = {link.parents: link for link in found.parentages}
    if (kind, doubted) == ("birth", False):
        assert [(*parents,) for parents in links] == [("Ia", "Ib")]
        return
    assert (links["Ia",].kind, links["Ia",].doubted) == (kind, doubted)
    assert (links["Ib",].kind, links["Ib",].doubted, links["Ib",].home) == ("birth", False, True)


def gramps_couple(*events, relation="Unmarried"):
    """A and B of Gramps as a family with these events: type and day."""
    told = "".join(
        f'<event handle="_e{at}" id="E{at}"><type>{kind}</type><dateval val="{day}"/></event>'
        for at, (kind, day) in enumerate(events)
    )
    links = "".join(f'<eventref hlink="_e{at}" role="Family"/>' for at in range(len(events)))
    family = (
        f'<family handle="_f" id="F"><rel type="{relation}"/><father hlink="_a"/><mother hlink="_b"/>{links}</family>'
    )
    return adds_up(read_foreign(gramps(THREE, told, family))).family


@pytest.mark.parametrize(
    ("events", "relation", "expected"),
    [
        ([("Living together", "1988")], "Unknown", ("cohabiting", "1988", "")),
        ([("Living together", "1988"), ("Separation", "1996")], "Unmarried", ("cohabiting", "1988", "separation")),
        ([("Civil partnership", "2010")], "Unmarried", ("civil_partnership", "2010", "")),
        ([("Common law", "2001")], "Unknown", ("cohabiting", "2001", "")),
        ([("Living together", "1988"), ("Marriage", "1990")], "Married", ("married", "1990", "")),
        ([("Divorced", "1999"), ("Marriage", "1990")], "Married", ("married", "1990", "divorce")),
        ([("Holiday in Wales", "1999")], "Unmarried", ("unknown", None, "")),
    ],
)
def test_a_couples_event_of_a_kind_that_gramps_does_not_know_says_how_they_stand(events, relation, expected):
    family = gramps_couple(*events, relation=relation)
    (union,) = family.unions
    assert (union.kind, union.since and union.since.text, union.ended) == expected
    assert (len(family.events) == 1) == (events[0][0] == "Holiday in Wales")


def test_empty_events_that_gramps_made_of_lines_it_did_not_know_are_told_once_and_not_kept():
    events = '<event handle="_e" id="E1"><type>_PERSON</type></event><event handle="_g" id="E2"><type>_OWN</type>'
    events += "<description>a swim</description></event>"
    links = '<eventref hlink="_e" role="Primary"/><eventref hlink="_g" role="Primary"/>'
    found = adds_up(read_foreign(gramps(gramps_person("a", links), events)))
    assert [str(event.what) for event in found.family.events] == ["_OWN"]
    assert str(found.report).count("empty events that Gramps made") == 1


def test_no_relation_and_a_sponsor_are_no_parents():
    family = (
        '<family handle="_f" id="F1"><rel type="Unmarried"/><father hlink="_a"/><mother hlink="_b"/>'
        '<childref hlink="_c" frel="None" mrel="Sponsored"/></family>'
    )
    found = adds_up(read_foreign(gramps(THREE, families=family)))
    assert found.family.parentages == ()
    assert [(tie.a, tie.b, tie.kind) for tie in found.family.ties] == [("Ib", "Ic", "caretaker")]
    assert found.family.unions[0].note == "the file says: unmarried"
    assert "no relationship" in str(found.report)


@every_row(
    ("element", "text"),
    [
        ('<dateval val="2009-10-??"/>', "2009-10"), ('<dateval val="1961" type="before"/>', "before 1961"),
        ('<dateval val="1990" quality="estimated"/>', "~1990"),
        ('<datespan start="2018" stop="2020"/>', "from 2018 to 2020"),
        ('<daterange start="2012" stop="2013"/>', "between 2012 and 2013"),
        ('<datestr val="in the war"/>', "(in the war)"),
        ('<dateval val="1700-02-11" cformat="Julian"/>', "(1700-02-11 Julian)"), ('<dateval val="-0044"/>', "(-0044)"),
        ('<dateval val="2020" type="from"/>', "from 2020"), ('<dateval val="0570-03-25"/>', "0570-03-25"),
    ],
)  # fmt: skip
def test_dates_of_gramps_are_kept_as_exact_as_they_are(element, text):
    birth = f'<event handle="_e" id="E1"><type>Birth</type>{element}</event>'
    person = gramps_person("a", '<eventref hlink="_e" role="Primary"/>')
    assert str(adds_up(read_foreign(gramps(person, birth))).family.person("Ia").born) == text


def test_what_is_private_in_gramps_leaves_the_team_in_no_copy():
    events = '<event handle="_e" id="E1" priv="1"><type>Moved out</type></event>'
    notes = '<note handle="_n" id="N1" priv="1" type="General"><text>told in confidence</text></note>'
    people = gramps_person("a", attributes='priv="1"')
    people += gramps_person("b", '<eventref hlink="_e" role="Primary"/><noteref hlink="_n"/>')
    found = adds_up(read_foreign(gramps(people, events, notes=notes)))
    assert found.family.person("Ia").secret
    assert found.family.person("Ib").note == "[marked private in the file] told in confidence"
    assert found.family.events[0].hidden_from == ("outside the team",)
    copy = redact(found.family, "family").family
    assert [person.id for person in copy.persons] != [person.id for person in found.family.persons]
    assert copy.events == ()
    assert "confidence" not in copy.to_json()
    assert found.report.counts()["secret"] == 3


def test_gramps_comes_plain_compressed_and_as_a_package():
    data = gramps(THREE)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, inner in (("a.jpg", b"x"), ("data.gramps", gzip.compress(data))):
            entry = tarfile.TarInfo(name)
            entry.size = len(inner)
            archive.addfile(entry, io.BytesIO(inner))
    families = [read_foreign(kind, "same").family for kind in (data, gzip.compress(data), packed.getvalue())]
    assert families[0] == families[1] == families[2]


def project(people, relationships, **more):
    """An OpenGenogram project."""
    persons = [
        {"id": one, "name": one.upper(), "gender": "female", "medicalMarkers": [], **extra} for one, extra in people
    ]
    lines = [
        {"id": f"r{number}", "type": kind, "source": first, "target": second, "attributes": {}}
        for number, (kind, first, second) in enumerate(relationships)
    ]
    whole = {"schemaVersion": 3, "people": persons, "relationships": lines, "households": [], "annotations": [], **more}
    return json.dumps(whole, indent=1).encode()


PLAIN = [("a", {}), ("b", {}), ("c", {})]


@every_row("word", [*COUPLES, *CHILDREN, *TIES])
def test_every_line_of_opengenogram_is_what_it_says(word):
    found = adds_up(read_foreign(project(PLAIN, [(word, "a", "b")])))
    if word in COUPLES:
        assert (found.family.unions[0].kind, found.family.unions[0].ended) == COUPLES[word][:2]
    elif word in CHILDREN:
        assert [(link.child, link.parents, link.kind) for link in found.family.parentages] == [
            ("b", ("a",), CHILDREN[word])
        ]
    else:
        assert (found.family.ties[0].kind, found.family.harm_flags) == (TIES[word].kind, ())
        harmful = TIE_KINDS[TIES[word].kind].tone == "harm"
        assert ("harm" in found.report.counts()) == harmful


def test_people_homes_and_secrets_of_opengenogram():
    profile = {"familyName": "Lee", "birthMonth": "2", "birthDay": "3", "occupation": "baker"}
    people = [
        ("a", {"birthYear": 1990, "profile": profile}),
        ("b", {"symbolKind": "pregnancy", "gender": "trans-male", "isIndexPerson": True}),
    ]  # fmt: skip
    home = {"id": "h", "label": "Flat", "memberIds": ["a", "b", "nobody"]}
    secret = {"id": "n", "kind": "secret", "text": "a has not told b", "linkedIds": ["a"]}
    found = adds_up(read_foreign(project(people, [], households=[home], annotations=[secret])))
    first, second = found.family.persons
    assert (first.name, str(first.born), first.occupation) == ("A Lee", "1990-02-03", "baker")
    assert (second.kind, second.gender, second.note) == ("unborn", "male", "the file says: trans-male")
    assert found.family.focus == ("b",)
    assert [member.person for member in found.family.households[0].members] == ["a", "b"]
    assert [(fact.about, fact.fact) for fact in found.family.hidden_facts] == [("a", "a has not told b")]


def test_an_id_that_stands_twice_in_a_file_does_not_lose_the_file():
    lines = [("close", "a", "b"), ("conflict", "b", "c"), ("marriage", "a", "b"), ("divorce", "b", "c")]
    data = project(PLAIN, lines).replace(b'"r1"', b'"r0"').replace(b'"r3"', b'"r2"')
    family = adds_up(read_foreign(data)).family
    assert [tie.kind for tie in family.ties] == ["close", "conflict"]
    assert [(union.kind, union.ended) for union in family.unions] == [("married", ""), ("married", "divorce")]


GED = "0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 NAME Una /Birk/\n0 TRLR\n"


def test_a_gedzip_is_read_by_its_entry_and_never_unpacked():
    found = read_foreign(zipped(gedcom__ged=GED, photo__jpg=b"x", **{"../../evil__ged": GED}))
    assert [str(person.name) for person in found.family.persons] == ["Una Birk"]
    assert "left out: 1 picture or other file in the package" in str(found.report)
    assert "1 entry has a name that leads out of the package" in str(found.report)
    named = read_foreign(zipped(**{"Birk family/Birk__ged": GED}))
    assert "was read in its place" in str(named.report)


BOMB = (
    '<!DOCTYPE GenoPro [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<GenoPro><Individuals><Individual ID='x'><Name>&b;</Name></Individual></Individuals></GenoPro>"
)
OUTSIDE = '<!DOCTYPE GenoPro [<!ENTITY x SYSTEM "file:///etc/hostname">]><GenoPro/>'


def locked():
    """A zip whose entry is marked as having a password."""
    data = bytearray(zipped(Data__xml=b"<GenoPro/>"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@every_row(
    ("data", "words"),
    [
        (b'<mxfile host="x"><diagram/></mxfile>', "drawing of draw.io"),
        (BOMB.encode(), "declares entities"),
        (zipped(Data__xml=OUTSIDE), "declares entities"),
        (gzip.compress(b'<!DOCTYPE database [<!ENTITY a "x">]><database/>'), "declares entities"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "GenoPro 1"),
        (locked(), "password"),
        (zipped(Data__xml=b"<GenoPro>" + b" " * 11_000_000 + b"</GenoPro>"), "too large"),
        (gzip.compress(b"<database>" + b" " * 11_000_000), "too large"),
        (zipped(**{"word/document__xml": "<x/>"}), "Word document"),
        (zipped(a__ged=GED, b__ged=GED), "several GEDCOM files"),
        (zipped(readme__txt="x"), "no family file"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\0", "database"),
        (b'{"schemaVersion": 2, "people": [], "relationships": []}', "version '2'"),
        (b'{"schemaVersion": 3, "people": []', "not whole"),
        (b"<GenoPro><Individuals>", "not whole"),
        (b"<unknown/>", "of a kind that is not known"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"Name,Born\nAnn,1990\n", "What would do: GEDCOM"),
        (b"format: supervision-tui/family/1\nid: a\n", "family file of this program already"),
        (b"<GenoPro>" + b"<a>" * 200 + b"</a>" * 200 + b"</GenoPro>", "nested too deeply"),
        (b"PK\x03\x04" + b"\0" * 100, "broken"),
        (b"\x1f\x8b\x08" + b"\0" * 50, "broken"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_what_would_do(data, words):
    with pytest.raises(ForeignFileError, match="Nothing was brought in") as refused:
        read_foreign(data)
    assert words in str(refused.value)
