"""Every field of the model can be said in a line, read back as it was typed, and refused in a sentence."""

import functools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.family.edits.changes import EditError
from supervision_tui.resources import content_folder
from supervision_tui.workspace.editing.family_editor import FamilyEditor
from supervision_tui.workspace.editing.form_fields import (
    FieldValueError,
    changed_part,
    choices_of,
    field_text,
    input_kind,
    read_field,
)
from supervision_tui.workspace.editing.person_details import (
    ELSEWHERE,
    NEW,
    PARTNER,
    WORDS,
    add_detail,
    change_detail,
    person_details,
    remove_detail,
)
from tests.every_row import every_row
from tests.shipped import load_family
from tests.whole import examples

FAMILIES = sorted((content_folder("templates") / "families").glob("*.yaml"))
FIELDS = [(model, field) for model, fields in WORDS.items() for field, _ in fields]


@pytest.fixture
def family_editor():
    family = load_family(content_folder("templates") / "families" / "carter-okafor.yaml")
    return FamilyEditor(family, lambda _family: None, today=date(2026, 9, 1))


def titles(family_editor, person):
    return [one.title.strip() for one in person_details(family_editor.family, person)]


def whole(family_editor, one):
    return {field: field_text(family_editor.family, one.part, field) for field, _ in WORDS[type(one.part)]}


@every_row("model", WORDS)
def test_no_field_of_the_model_is_forgotten(model):
    asked = [field for field, _ in WORDS[model]]
    elsewhere = [field for kind, field in ELSEWHERE if kind is model]
    assert sorted([*asked, *elsewhere]) == sorted(model.model_fields)
    assert all(words for _, words in WORDS[model])


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_a_form_that_is_kept_untouched_changes_nothing(path):
    family = load_family(path)
    family_editor = FamilyEditor(family, lambda _family: None, today=date(2026, 9, 1))
    for person in family.persons:
        for one in person_details(family, person.id):
            change_detail(family_editor, one, whole(family_editor, one))
    assert family_editor.family == family


@functools.cache
def loaded():
    return load_family(FAMILIES[0])


@examples(150)
@given(st.sampled_from(FIELDS), st.text(max_size=40))
def test_any_words_in_any_field_are_read_or_refused_in_a_sentence(place, words):
    model, field = place
    family = loaded()
    refused = None
    try:
        read_field(family, model, field, words)
    except FieldValueError as unclear:
        refused = unclear
    assert refused is None or (refused.field == field and str(refused).strip())


@every_row(("model", "field"), [place for place in FIELDS if choices_of(*place)])
def test_every_word_to_choose_from_is_understood(model, field):
    family = loaded()
    values = [read_field(family, model, field, words) for words in choices_of(model, field)]
    assert len(set(values)) == len(values)


def test_fields_are_changed_and_taken_back(family_editor):
    before = family_editor.family
    (robin, *_) = person_details(before, "robin")
    said = {**whole(family_editor, robin), "born": "spring 2010", "gender": "not known", "languages": "English, Yoruba"}
    change_detail(family_editor, robin, {**said, "occupation": "paper round", "pronouns": ""})
    changed = family_editor.family.person("robin")
    assert (changed.born.text, changed.gender, changed.occupation) == ("spring 2010", "unknown", "paper round")
    assert changed.languages == ("English", "Yoruba")
    assert changed.pronouns == ""
    family_editor.undo()
    assert family_editor.family == before


@pytest.mark.parametrize(
    ("said", "field"),
    [({"born": "a wet day"}, "born"), ({"count": "many"}, "count"), ({"count": "0"}, "count"), ({"name": ""}, "name")],
)  # fmt: skip
def test_what_does_not_fit_is_told_beside_its_field(family_editor, said, field):
    (robin, *_) = person_details(family_editor.family, "robin")
    with pytest.raises(FieldValueError) as told_why:
        changed_part(family_editor.family, robin.part, {**whole(family_editor, robin), **said})
    assert told_why.value.field == field


def test_everything_that_can_be_added_is_added_and_taken_off(family_editor):
    before = family_editor.family
    said = {
        "Something about health": {"name": "asthma", "area": "physical", "status": "active"},
        "A legal or placement status": {"code": "cin"},
        "A move from place to place": {"from_place": "Hull", "to_place": "Leeds"},
        "A culture of this family": {"name": "Yorkshire"},
        "A culture of origin": {"culture": "yorkshire", "share": "1"},
        "Further parents: step, foster, adoptive, kinship": {"parents": "Sue", "kind": "kinship", "home": "no"},
        "A union with somebody on the drawing": {PARTNER: "Jade", "kind": "engaged"},
        "A turn in a union": {"kind": "separated", "date": "2025"},
    }
    assert sorted(said) == sorted(NEW)
    for name, words in said.items():
        owner = family_editor.family.unions_of("robin")[-1] if name == "A turn in a union" else None
        add_detail(family_editor, NEW[name], words, "robin", owner)
    assert {
        "Health",
        "Status",
        "Move",
        "Heritage",
        "Culture",
        "Child of Sue Carter",
        "With Jade Minter",
        "Turn",
    } <= set(titles(family_editor, "robin"))
    while rows := [
        one for one in person_details(family_editor.family, "robin") if one.title.strip() not in titles_of(before)
    ]:
        remove_detail(family_editor, rows[0])
    assert titles(family_editor, "robin") == titles_of(before)
    with pytest.raises(EditError):
        remove_detail(family_editor, person_details(family_editor.family, "robin")[0])


def titles_of(family):
    return [one.title.strip() for one in person_details(family, "robin")]


def test_how_a_field_is_typed_follows_from_the_model():
    found = {input_kind(model, field) for model, field in FIELDS}
    assert found == {
        "line", "text", "date", "choice", "yes", "number", "people", "who", "lines", "code", "culture",
    }  # fmt: skip
