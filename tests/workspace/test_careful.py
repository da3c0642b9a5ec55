"""What is handled with care: set in words, undone in steps, and honoured wherever the family is told."""

from datetime import date

import pytest

from supervision_tui.family import family_from_yaml
from supervision_tui.family.edits.changes import EditError
from supervision_tui.family.views.redaction import READERS, redact
from supervision_tui.genogram import Drawing, Options, describe, lay_out, render_file
from supervision_tui.practice import Library, load_library, questions_for
from supervision_tui.practice.questions.safeguarding import FlaggedHarm
from supervision_tui.workspace.editing.family_editor import Board
from supervision_tui.workspace.editing.form_fields import FieldValueError
from supervision_tui.workspace.editing.sensitive_facts import (
    HARMS,
    careful,
    concerns,
    ease,
    keep_fact,
    keep_harm,
    keep_parent,
    keep_person,
    mark_home,
)

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
    "harm": lambda board: keep_harm(board, HARM),
    "fact": lambda board: keep_fact(board, FACT),
    "parent": lambda board: keep_parent(board, {"sure": "no", "child": "no", "from": ""}, "born"),
    "person": lambda board: keep_person(board, {"family": "yes", "from": ""}, "nan"),
    "home": lambda board: mark_home(board, "zqhome"),
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
def board():
    return Board(family_from_yaml(FAMILY), lambda _family: None, today=TODAY)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.mark.parametrize("kind", MARKS)
def test_each_mark_is_said_in_words_taken_off_and_taken_back(board, kind):
    before = board.family
    MARKS[kind](board)
    (one,) = careful(board.family)
    assert (one.kind, one.words) == (kind, WORDS[kind])
    marked = board.family
    ease(board, one)
    assert careful(board.family) == []
    board.undo()
    assert board.family == marked
    board.undo()
    assert board.family == before


def test_the_line_about_somebody_says_that_there_is_something_but_not_what(board):
    assert not any(concerns(board.family, one.id) for one in board.family.persons)
    for mark in MARKS.values():
        mark(board)
    assert {one.id for one in board.family.persons if concerns(board.family, one.id)} == {"mum", "kid", "nan"}


def test_every_kind_of_harm_has_its_words_and_a_flag_changes_what_may_be_asked(board):
    for words in HARMS:
        keep_harm(board, {**HARM, "kind": words, "until": "2025"})
    assert len(careful(board.family)) == len(HARMS)
    assert not FlaggedHarm(board.family, TODAY).present, "it is over"
    flag = board.family.harm_flags[0].id
    keep_harm(board, HARM, flag)
    assert FlaggedHarm(board.family, TODAY).between(frozenset({"dad", "kid"}))
    assert len(careful(board.family)) == len(HARMS)


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
def test_what_is_not_understood_is_told_beside_its_line_and_nothing_changes(board, said, field):
    before = board.family
    with pytest.raises(FieldValueError) as told:
        keep_harm(board, {**HARM, **said})
    assert told.value.field == field
    with pytest.raises(FieldValueError):
        keep_fact(board, {**FACT, "about": "Mara, Kit"})
    with pytest.raises(EditError):
        mark_home(board, "")
    assert board.family == before


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize("reader", [name for name in READERS if name != "court"])
def test_no_copy_tells_it_in_any_view_or_form(board, kind, reader):
    MARKS[kind](board)
    family = redact(board.family, reader).family
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
def test_no_question_that_may_be_asked_in_the_family_tells_it(board, library, kind):
    MARKS[kind](board)
    asked = questions_for(board.family, library, for_="family", today=TODAY, children=("kid",))
    assert asked
    words = [*SAYS[kind], *(["Dario"] if kind == "parent" else [])]
    assert not [one.text for one in asked for word in words if word in one.text]
