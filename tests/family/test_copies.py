"""Copies are built up: every field is decided for every reader, every id is fresh, and no form of one names anybody."""

import pytest

from supervision_tui.family import Family, family_from_yaml, family_to_yaml, load_family
from supervision_tui.family.formats import to_gedcom, to_graphml
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.views import copy_fields
from supervision_tui.family.views.copy_fields import COPY_RULES, READER_ORDER
from supervision_tui.family.views.redaction import READERS, redact
from supervision_tui.genogram import FILE_ENDINGS, VIEWS, Drawing, Options, describe, render_file
from supervision_tui.resources import content_folder
from supervision_tui.text_folding import words
from tests.every_row import every_row
from tests.genogram.test_forms import READ_BACK
from tests.model_parts import models_in
from tests.shipped import placed

FAMILIES = sorted(content_folder("templates/families").glob("*.yaml"))


@every_row("model", models_in(Family, FrozenModel), ids=lambda model: model.__name__)
def test_every_field_of_every_model_is_decided_for_every_reader(model):
    assert set(COPY_RULES[model]) == set(model.model_fields)
    assert all(len(rules) == len(READER_ORDER) == len(READERS) for rules in COPY_RULES[model].values())


def test_the_table_has_no_model_that_a_family_does_not_have():
    assert set(COPY_RULES) == set(models_in(Family, FrozenModel))


@pytest.mark.parametrize("reader", READER_ORDER)
def test_a_field_that_nobody_decided_about_is_in_no_copy(monkeypatch, reader):
    from supervision_tui.family.model.persons import Person

    family = family_from_yaml(
        "format: supervision-tui/family/1\nid: F\ntitle: T\npersons: [{id: a, name: Ann, occupation: baker}]\n"
    )
    rules = dict(COPY_RULES[Person])
    del rules["occupation"]
    monkeypatch.setattr(copy_fields, "COPY_RULES", {**COPY_RULES, Person: rules})
    assert redact(family, reader).family.persons[0].occupation == ""


TELLING = """
format: supervision-tui/family/1
id: zzfamily
title: A title
focus: [zzkim]
persons:
  - {id: zzkim, name: Kim, born: 2014-03-02, heritage: [{culture: zzkim}]}
  - {id: zztwin, name: Tam, born: 2014-03-02}
  - {id: zzmum, name: Mum, gender: female, born: 1988}
  - {id: zzdad, name: Dad, gender: male, born: 1985}
unions: [{id: zzkim, partners: [zzmum, zzdad], kind: married, leaver: zzdad, changes: [{kind: separated, date: 2020}]}]
parentages:
  - {id: zzlink, child: zzkim, parents: [zzmum, zzdad], twins: zzborn-together}
  - {id: zzmum, child: zztwin, parents: [zzmum, zzdad], twins: zzborn-together}
households: [{id: zzhome, name: Elm house, members: [{person: zzkim}, {person: zzmum}]}]
ties: [{id: zztie, a: zzdad, b: zzmum, kind: close}]
events: [{id: zzkim, date: 2021, who: [zzkim], what: changed class, theme: school}]
contacts: [{id: zzcontact, who: [zzkim], kind: seen}]
quotes: [{id: zzquote, who: zzkim, words: I like it}]
resources: [{id: zzmum, kind: school, name: School, links: [{person: zzkim}]}]
cultures: [{id: zzkim, name: Welsh}]
groups: [{id: zzgroup, kind: alliance, name: Two, members: [zzmum, zzkim], hub: zzmum}]
harm_flags: [{id: zzflag, kind: domestic_abuse, by: zzdad, to: [zzmum]}]
hidden_facts: [{id: zzfact, about: zzmum, fact: something else, hide_from: [zzdad]}]
strengths: [{id: zzstrength, words: bakes, who: [zzmum]}]
hypotheses: [{id: zzidea, words: an idea, about: [zzmum]}]
"""
FAST = [ending for ending in FILE_ENDINGS if ending not in {".png", ".pdf"}]


def forms(family, endings=FAST, views=VIEWS):
    """Every form in which a copy leaves, as the words that can be read in it, folded to small letters."""
    found = {
        "yaml": family_to_yaml(family), "json": family.to_json(), "gedcom 7": to_gedcom(family),
        "gedcom 5": to_gedcom(family, "5.5.1"), "graphml": to_graphml(family),
    }  # fmt: skip
    for view in views:
        drawing = Drawing(family, placed(family), Options(view=view))
        found[f"words {view}"] = describe(drawing)
        found |= {f"{ending} {view}": READ_BACK[ending](render_file(drawing, ending)) for ending in endings}
    return {name: form.casefold() for name, form in found.items()}


@pytest.mark.parametrize("reader", READER_ORDER)
def test_no_id_of_the_family_itself_is_in_any_form_of_a_copy(reader):
    copy = redact(family_from_yaml(TELLING), reader)
    told = copy.family if reader == "training" else copy.family.replaced(id="f")  # the reference of the family is known
    assert [name for name, form in forms(told).items() if "zz" in form] == []
    assert len(copy.family.persons) == 4


@pytest.mark.parametrize("reader", READER_ORDER)
def test_one_id_for_things_of_several_kinds_stays_apart(reader):
    copy = redact(family_from_yaml(TELLING), reader)
    kim = copy.family.find(copy.ids["zzkim"])
    assert kim is not None
    assert copy.family.focus == (kim.id,)
    assert copy.family.parents_of(kim.id) == tuple(copy.family.find(copy.ids[one]) for one in ("zzmum", "zzdad"))
    assert len({link.twins for link in copy.family.parentages}) == 1


@pytest.mark.parametrize("ending", [".pdf", ".png"])
def test_neither_a_page_nor_a_picture_holds_a_name_in_a_training_copy(ending):
    assert len(FAMILIES) > 2
    for path in FAMILIES[:2]:
        whole = load_family(path)
        assert len(names_of(whole)) > 5
        found = forms(redact(whole, "training").family, [ending], ["family"])
        told = {word for form in found.values() for word, _, _ in words(form)}
        assert names_of(whole) & told == set()


PLAIN = (
    "house home flat foster mother father baby grandmother with family known children child parents adoptive adopted "
    "institution recorded hostel from school prison"
)
"""Words of the program that names are made of too."""


def names_of(family):
    """Every word of a name, a home, an id, that is long enough to be told from another."""
    every = [
        *(f"{person.name} {person.called} {person.id}" for person in family.persons if person.kind == "person"),
        *(f"{home.name}" for home in family.households),
        family.id,
    ]
    return {word for line in every for word, _, _ in words(line) if len(word) > 3 and word not in PLAIN}


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_every_form_of_a_training_copy_is_searched_for_every_name(path):
    whole = load_family(path)
    assert len(names_of(whole)) > 5
    for name, form in forms(redact(whole, "training").family).items():
        told = {word for word, _, _ in words(form)}
        assert names_of(whole) & told == set(), name


OWN = """
format: supervision-tui/family/1
id: F
title: T
focus: [kid]
safe_record: true
persons:
  - {id: kid, name: Kid Mark, born: 2014-03-02}
  - {id: mum, name: Mum Mark, gender: female, born: 1988}
  - {id: dad, name: Dad Mark, gender: male, born: 1985}
  - {id: bump, name: Zzlost, kind: loss, loss: termination}
  - {id: still, name: Ash, kind: loss, loss: stillbirth}
  - {id: idva, name: Zzadvocate, kind: professional}
unions: [{partners: [mum, dad], kind: married, childless: infertile}]
parentages: [{child: kid, parents: [mum, dad]}, {child: bump, parents: [mum, dad]}, {child: still, parents: [mum, dad]}]
households: [{id: h, name: Elm, kind: refuge, members: [{person: mum}, {person: kid}]}]
resources:
  - {kind: health, name: Zzclinic, may_be_named: true, links: [{person: mum}, {person: dad}]}
  - {kind: community, name: Zzgroup, links: [{person: mum}]}
  - {kind: school, name: Zzunsaid school, may_be_named: false, links: [{person: kid}]}
  - {kind: school, name: Elm Road school, links: [{person: kid}]}
  - {kind: place, name: Swimming, may_be_named: true, links: [{person: kid}]}
cultures: [{id: c, name: Welsh, shame: [zzshame]}]
"""


@pytest.mark.parametrize("reader", ["family", "child"])
def test_what_is_somebodys_own_or_tells_of_help_is_in_no_copy_for_the_family(reader):
    copy = redact(family_from_yaml(OWN), reader)
    found = forms(copy.family)
    assert [name for name, form in found.items() if "zz" in form] == []
    assert [name for name, form in found.items() if "infertile" in form or "refuge" in form] == []
    assert "safe_record" not in found["yaml"]
    assert {one.name for one in copy.family.resources} == {"Elm Road school", "Swimming"}
    assert "ash" in found["words family"]
    assert {one.what for one in copy.withheld} >= {"lost pregnancy", "professional", "service or place"}


def test_what_is_left_out_of_the_fields_is_counted():
    family = family_from_yaml(TELLING.replace("born: 1988", "born: 1988, note: a note, whereabouts: Leeds"))
    told = {one.what: one.count for one in redact(family, "family").withheld}
    assert told["note of a worker"] == 1
    assert told["person's health, identity or papers"] == 1
