"""What is handled with care: set in words, undone in steps, and honoured wherever the family is told."""

from datetime import date

import pytest

from supervision_tui.family import family_from_yaml
from supervision_tui.family.edits.changes import EditError
from supervision_tui.family.views.redaction import READERS, redact
from supervision_tui.genogram import Drawing, Options, describe, lay_out, render_file
from supervision_tui.practice import Library, questions_for
from supervision_tui.practice.questions.safeguarding import FlaggedHarm
from supervision_tui.workspace.editing.family_editor import FamilyEditor
from supervision_tui.workspace.editing.form_fields import FieldValueError
from supervision_tui.workspace.editing.sensitive_facts import (
    HARMS,
    clear_flag,
    is_sensitive,
    list_sensitive_facts,
    mark_home_unsafe,
    set_harm_flag,
    set_hidden_fact,
    set_parentage_care,
    set_person_care,
)
from tests.shipped import load_library

TODAY = date(2026, 9, 1)
FAMILY = """
format: supervision-tui/family/1
id: V9
title: The Harpers
focus: [kid]
persons:
  - {id: mum, name: Mara Harper, gender: female, born: 1990}
  - {id: dad, name: Dario Zqfather, gender: male, born: 1988}
  - {id: kid, name: Kit Harper, born: 2014-03-02}
  - {id: nan, name: Nell Zqperson, gender: female, born: 1960}
unions:
  - {id: u, partners: [mum, dad]}
parentages:
  - {id: born, child: kid, parents: [mum, dad]}
  - {id: mums, child: mum, parents: [nan]}
households:
  - {id: flat, name: Zqhome flat, members: [{person: mum}, {person: kid}]}
"""
HARM = {"kind": "coercive control", "by": "Dario", "to": "Mara, Kit", "since": "2024", "until": "", "note": "zqnote"}
FACT = {"about": "Mara", "fact": "zqfact", "from": "Dario, the school", "child": "no", "outside": "no", "note": ""}
MARKS = {
    "harm": lambda family_editor: set_harm_flag(family_editor, HARM),
    "fact": lambda family_editor: set_hidden_fact(family_editor, FACT),
    "parent": lambda family_editor: set_parentage_care(
        family_editor, {"sure": "no", "child": "no", "from": ""}, "born"
    ),
    "person": lambda family_editor: set_person_care(family_editor, {"family": "yes", "from": ""}, "nan"),
    "home": lambda family_editor: mark_home_unsafe(family_editor, "zqhome"),
}
WORDS = {
    "harm": "We are worried that Dario Zqfather harms Mara Harper and Kit Harper: coercive control, since 2024",
    "fact": "About Mara: zqfact (not for Dario Zqfather and the school; not for the children yet; "
    "not outside the team)",
    "parent": "That Mara Harper and Dario Zqfather are parents of Kit: it is not sure; Kit does not know",
    "person": "That Nell is here: a secret of the family",
    "home": "Zqhome flat: its name and address are nowhere recorded",
}
SAYS = {
    "harm": ["coercive", "zqnote"],
    "fact": ["zqfact"],
    "parent": ["Zqfather"],
    "person": ["Zqperson"],
    "home": ["Zqhome"],
}


@pytest.fixture
def family_editor():
    return FamilyEditor(family_from_yaml(FAMILY), lambda _family: None, today=TODAY)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.mark.parametrize("kind", MARKS)
def test_each_mark_is_said_in_words_taken_off_and_taken_back(family_editor, kind):
    before = family_editor.family
    MARKS[kind](family_editor)
    (one,) = list_sensitive_facts(family_editor.family)
    assert (one.kind, one.words) == (kind, WORDS[kind])
    marked = family_editor.family
    clear_flag(family_editor, one)
    assert list_sensitive_facts(family_editor.family) == []
    family_editor.undo()
    assert family_editor.family == marked
    family_editor.undo()
    assert family_editor.family == before


def test_the_line_about_somebody_says_that_there_is_something_but_not_what(family_editor):
    assert not any(is_sensitive(family_editor.family, one.id) for one in family_editor.family.persons)
    for mark in MARKS.values():
        mark(family_editor)
    assert {one.id for one in family_editor.family.persons if is_sensitive(family_editor.family, one.id)} == {
        "mum",
        "kid",
        "nan",
    }


def test_every_kind_of_harm_has_its_words_and_a_flag_changes_what_may_be_asked(family_editor):
    for words in HARMS:
        set_harm_flag(family_editor, {**HARM, "kind": words, "until": "2025"})
    assert len(list_sensitive_facts(family_editor.family)) == len(HARMS)
    assert not FlaggedHarm(family_editor.family, TODAY).present, "it is over"
    flag = family_editor.family.harm_flags[0].id
    set_harm_flag(family_editor, HARM, flag)
    assert FlaggedHarm(family_editor.family, TODAY).between(frozenset({"dad", "kid"}))
    assert len(list_sensitive_facts(family_editor.family)) == len(HARMS)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"kind": "meanness"}, "kind"),
        ({"to": "Zog"}, "to"),
        ({"to": ""}, "to"),
        ({"by": ""}, "by"),
        ({"by": "Mara"}, "by"),
        ({"since": "when he came"}, "since"),
    ],
)
def test_what_is_not_understood_is_told_beside_its_line_and_nothing_changes(family_editor, said, field):
    before = family_editor.family
    with pytest.raises(FieldValueError) as told:
        set_harm_flag(family_editor, {**HARM, **said})
    assert told.value.field == field
    with pytest.raises(FieldValueError):
        set_hidden_fact(family_editor, {**FACT, "about": "Mara, Kit"})
    with pytest.raises(EditError):
        mark_home_unsafe(family_editor, "")
    assert family_editor.family == before


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize("reader", [name for name in READERS if name != "court"])
def test_no_copy_tells_it_in_any_view_or_form(family_editor, kind, reader):
    MARKS[kind](family_editor)
    family = redact(family_editor.family, reader).family
    placed = lay_out(family)
    told = [family.model_dump_json()]
    for view in ("family", "ties", "household", "health", "culture", "ecomap", "timeline"):
        drawing = Drawing(family, placed, Options(view=view))
        told += [render_file(drawing, form).decode() for form in (".dot", ".txt")] + [describe(drawing)]
    # who harms stays on the drawing of a family; what is hidden there is the harm
    gone = SAYS[kind] if kind != "parent" else []
    assert not [word for word in gone for text in told if word.casefold() in text.casefold()]
    if kind == "parent":
        assert not [link for link in family.parentages if "dad" in link.parents and link.child == "kid"]


@pytest.mark.parametrize("kind", ["fact", "parent", "person", "home"])
def test_no_question_that_may_be_asked_in_the_family_tells_it(family_editor, library, kind):
    MARKS[kind](family_editor)
    asked = questions_for(family_editor.family, library, for_="family", today=TODAY, children=("kid",))
    assert asked
    words = [*SAYS[kind], *(["Dario"] if kind == "parent" else [])]
    assert not [one.text for one in asked for word in words if word in one.text]
