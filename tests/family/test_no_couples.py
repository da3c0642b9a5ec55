"""A relation that is abuse is never worded or drawn as a partnership, in whatever form a family is told or leaves."""

import re
from datetime import date

import pytest

from supervision_tui.family import Family
from supervision_tui.family.formats import read_gedcom, to_gedcom, to_graphml
from supervision_tui.family.kinship import kin, kin_of
from supervision_tui.family.patterns import patterns
from supervision_tui.family.views.description import describe_family
from supervision_tui.genogram import Drawing, Options, describe, lay_out, render_file
from tests.every_row import every_row

TODAY = date(2026, 11, 28)
UNIONS = {
    "none": None,
    "unknown": {"kind": "unknown"},
    "married": {"kind": "married", "since": "2017-05"},
    "cohabiting": {"kind": "cohabiting", "since": "2017-05", "ended": "separation", "until": "2019"},
    "brief": {"kind": "brief"},
    "secret": {"kind": "secret"},
    "engaged": {"kind": "engaged"},
    "forced": {"kind": "forced"},
}
WAYS = {
    "father": {"parentages": [{"child": "dana", "parents": ["gus", "mo"]}]},
    "grandfather": {"parentages": [{"child": "mo", "parents": ["gus"]}, {"child": "dana", "parents": ["mo"]}]},
    "stepfather": {
        "parentages": [
            {"child": "dana", "parents": ["mo"]},
            {"child": "dana", "parents": ["gus"], "kind": "step", "home": False},
        ],
        "unions": [{"partners": ["gus", "mo"], "kind": "married", "since": "2008"}],
    },
    "foster carer": {"parentages": [{"child": "dana", "parents": ["gus"], "kind": "foster"}]},
    "man who exploits her": {"harm_flags": [{"kind": "sexual_exploitation", "by": "gus", "to": ["dana"]}]},
    "man whose tie says it": {"ties": [{"a": "gus", "b": "dana", "kind": "sexual_abuse"}]},
    "man of thirty-four, and she is twelve": {},
    "man of fifty, and she is thirteen now": {},
}
COUPLE = re.compile(
    r"\b(?:partners?|wife|husband|married|marriage|spouse|fiancé|engaged|living together|together|couple|"
    r"cohabiting|separated|divorced|MARR|ENGA|DIV)\b",
    re.IGNORECASE,
)


def family(way: str, union: str, *, child: bool) -> Family:
    """Gus (grown up) and Dana (a child when it began), by the *way* he is near her; with a *child* of both or none."""
    whole = {name: list(parts) for name, parts in WAYS[way].items()}
    both = {"partners": ["gus", "dana"], **UNIONS[union]} if UNIONS[union] else None
    persons = [
        {"id": "gus", "name": "Gus Vane", "born": "1975", "gender": "male"},
        {"id": "mo", "name": "Mo Vane", "born": "1978", "gender": "female"},
        {"id": "dana", "name": "Dana Vane", "born": "2005-02", "gender": "female"},
        *([{"id": "cleo", "name": "Cleo Vane", "born": "2018-06"}] if child else []),
    ]
    if "now" in way:
        persons[2] |= {"born": "2013-05"}
    if way == "grandfather":
        persons[0] |= {"born": "1955"}
    links = whole.pop("parentages", [])
    links += [{"child": "cleo", "parents": ["gus", "dana"]}] if child else []
    unions = [*whole.pop("unions", []), *([both] if both else [])]
    return Family.model_validate(
        {"id": "F", "title": "Vane", "persons": persons, "parentages": links, "unions": unions, **whole}
        | {"focus": ["cleo" if child else "dana"]}
    )


EVERY = [
    (way, union, child)
    for way in WAYS
    for union in UNIONS
    for child in (True, False)
    if (UNIONS[union] or (child and not way.startswith("man of")))
    and not (way.endswith("is twelve") and not child and "since" not in (UNIONS[union] or {}))
    and not (way.endswith("now") and child)
]


def without_mo(words: str) -> str:
    """The lines that are not about the marriage of Gus and Mo."""
    sentences = re.split(r"(?<=[.\n])", words)
    return "".join(sentence for sentence in sentences if "Mo" not in sentence)


@every_row(("way", "union", "child"), EVERY)
def test_no_words_make_a_couple_of_them(way, union, child):
    told = family(way, union, child=child)
    between = " / ".join((*kin(told, "dana", "gus").names, *kin(told, "gus", "dana").names))
    assert not COUPLE.search(between.replace("partner's", "")), between
    about_cleo = list(kin_of(told, "cleo")) if child else []
    assert all(not COUPLE.search(one.words) for one in about_cleo if one.other in {"gus", "dana"})
    drawing = Drawing(told, lay_out(told), Options())
    lines = describe(drawing).splitlines()
    mine = [line for line in lines if line.startswith(("Dana", "Cleo")) or ("Gus" in line and "Mo" not in line)]
    assert not any(COUPLE.search(without_mo(line)) for line in mine), mine
    shown = [line for line in describe_family(told, TODAY).splitlines() if "Gus" in line and "Dana" in line]
    assert not any(COUPLE.search(without_mo(line)) for line in shown), shown
    for pattern in patterns(told, TODAY):
        if {"gus", "dana"} <= set(pattern.who):
            assert not COUPLE.search(" ".join((pattern.title, pattern.why, *pattern.questions))), pattern


@every_row(("way", "union", "child"), EVERY)
def test_no_form_of_it_draws_or_writes_a_couple(way, union, child):
    told = family(way, union, child=child)
    gedcom = to_gedcom(told)
    records = re.split(r"\n(?=0 )", gedcom)
    numbers = {person.id: f"@I{at}@" for at, person in enumerate(told.persons, 1)}
    for record in records:
        if " FAM" in record.splitlines()[0] and numbers["gus"] in record and numbers["dana"] in record:
            head = record.split("1 _UNION")[0]
            assert not re.search(r"^1 (MARR|ENGA|DIV|ANUL)", head, re.MULTILINE), head
            together = f"HUSB {numbers['gus']}" in head and f"WIFE {numbers['dana']}" in head
            assert not together or child
    assert read_gedcom(gedcom.encode()).family.unions == told.unions
    edges = re.findall(r'<edge[^>]*source="(?:gus|dana)" target="(?:gus|dana)".*?</edge>', to_graphml(told), re.DOTALL)
    assert not any(COUPLE.search(edge) for edge in edges), edges
    drawing = Drawing(told, lay_out(told), Options())
    between = [
        path for path in drawing.paths
        if path.link < 0 and set(drawing.layout.unions[path.union].partners) == {"gus", "dana"}
    ]  # fmt: skip
    assert not any(path.part in {"couple", "up", "down", "across"} for path in between), [p.part for p in between]
    assert drawing.layout.unions is not None
    for kind in (".svg", ".dot", ".txt"):
        content = re.sub(
            r"<(?:style|defs).*?</(?:style|defs)>", "", render_file(drawing, kind).decode(), flags=re.DOTALL
        )
        assert not re.search(r"(?:m|e|lt) 2017", content), kind


def test_they_are_the_parents_of_their_child():
    told = family("stepfather", "unknown", child=True)
    assert "Gus Vane and Dana Vane: parents of Cleo." in describe_family(told, TODAY)
    assert kin(told, "cleo", "gus").words == "father"


def test_a_father_in_doubt_is_nothing_to_the_mother_as_a_fact():
    doubted = family("man who exploits her", "none", child=True)
    link = doubted.parentages[-1].replaced(doubted=True, doubted_parents=("gus",))
    told = doubted.replaced(parentages=(*doubted.parentages[:-1], link))
    assert kin(told, "dana", "gus").words == "not related"
    assert "in doubt" in kin(told, "cleo", "gus").words
    words = describe(Drawing(told, lay_out(told), Options()))
    assert "Perhaps a parent of Cleo" in words
    assert "Child of Dana Vane and perhaps Gus Vane." in words


def test_a_couple_of_two_adults_is_told_as_one():
    told = family("stepfather", "unknown", child=True)
    assert "Gus Vane and Mo Vane: married since 2008." in describe_family(told, TODAY)
    assert kin(told, "mo", "gus").words == "husband"


@pytest.mark.parametrize("union", ["none", "unknown", "cohabiting"])
def test_nobody_is_said_to_be_a_parent_with_somebody_where_it_is_in_doubt(union):
    doubted = family("man who exploits her", union, child=True)
    link = doubted.parentages[-1].replaced(doubted=True, doubted_parents=("gus",))
    told = doubted.replaced(parentages=(*doubted.parentages[:-1], link))
    assert "parents of Cleo" not in describe_family(told, TODAY)
    assert kin(told, "dana", "gus").words == "not related"


@pytest.mark.parametrize("way", ["father", "grandfather", "stepfather", "man who exploits her"])
def test_an_event_that_tells_of_abuse_as_of_a_union_is_in_no_telling_copy_or_chronology(way):
    from supervision_tui.family.views.redaction import redact
    from supervision_tui.records.kinds import chronology

    event = {"date": "2018", "who": ["gus", "dana"], "what": "moved in as a pair", "theme": "union"}
    whole = family(way, "none", child=True)
    told = Family.model_validate({**whole.plain(), "events": [event]})
    assert "as a pair" not in describe_family(told, TODAY)
    assert redact(told, "family").family.events == ()
    assert redact(told, "court").family.events != ()
    assert "as a pair" not in chronology(told, "dana", [], TODAY).words


def test_an_event_that_tells_of_the_union_of_two_adults_is_told():
    event = {"date": "2008", "who": ["gus", "mo"], "what": "moved in as a pair", "theme": "union"}
    told = Family.model_validate({**family("stepfather", "none", child=True).plain(), "events": [event]})
    assert "as a pair" in describe_family(told, TODAY)
