"""Words reach the record that they belong to and no other.

Every field of every format is filled with a word of its own, and every document is searched for all the others.
"""

from datetime import UTC, datetime

import pytest

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.records import private_card, render_record, split_session
from supervision_tui.resources import content_folder
from supervision_tui.session import SessionEditor, meeting_steps
from supervision_tui.session.child_choice import ALL
from tests.every_row import every_row
from tests.shipped import load_family, load_library

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
FORMS = ("md", "html", "txt")
FAMILY = load_family(content_folder("templates/families") / "carter-okafor.yaml")
CHILDREN = ("robin", "maisie", "chidi")
WHOLE = list(load_library().templates.values())
PARTS = [
    meeting_steps.part_of_meeting(one, family=family).model_copy(
        update={"id": f"{one.id}-{'family' if family else 'meeting'}"}
    )
    for one in WHOLE
    if one.family == "several"
    for family in (True, False)
]
"""A meeting about several families is held in parts, each a session of its own."""
TEMPLATES = [*WHOLE, *PARTS]
WITHOUT_RECORDS = {"T7"}
"""Preparing a visit leaves everything with whoever prepares."""


def mark(*parts):
    """A word that is found nowhere else."""
    return "zq" + "".join(part.replace("_", "").replace("-", "").lower() for part in parts if part) + "qz"


def fill_form(editor, slot, words):
    """A form with a word in each part, and one more for each child where it names one."""
    field, stage = slot.field, editor.stage.id
    marks = {part.id: mark(stage, field.id, slot.child, part.id) for part in field.parts if not part.choose}
    numbers = {part.id: "7" for part in field.parts if part.bounds}
    numbers |= {part.id: part.among[0] for part in field.parts if part.among}
    words.update({one: (field.destination, slot.child) for part, one in marks.items() if part not in numbers})
    editor.fill(slot, {**marks, **numbers, "child": ALL}, NOW)
    for child in CHILDREN if any(part.choose for part in field.parts) else ():
        own = mark(stage, field.id, child)
        editor.fill(slot, {**marks, field.parts[0].id: own, "child": child}, NOW)
        words[own] = (field.destination, child)


def filled(template):
    """A session with a word of its own in every field, and the words by destination and child."""
    one_family = template.family != "none"
    editor = SessionEditor.start(
        template,
        session_id="s",
        facilitator="Amina",
        now=NOW,
        family_id=FAMILY.id if one_family else None,
        children=CHILDREN if one_family else (),
    )
    words, answered = {}, {}
    while True:
        for slot in editor.slots():
            field = slot.field
            if field.kind == "line":  # one answer, in whichever stage it is asked: the last one stands
                words.pop(answered.get((field.id, slot.child)), None)
                answered[field.id, slot.child] = mark(editor.stage.id, field.id, slot.child)
            if field.kind == "seat":
                editor.write(slot, "Lee", NOW)
            elif field.parts:
                fill_form(editor, slot, words)
            else:
                one = mark(editor.stage.id, field.id, slot.child)
                if field.destination is not Destination.NONE:
                    editor.write(slot, one, NOW, author="Authorname", whom=ALL)
                words[one] = (field.destination, slot.child)
        if editor.following is None:
            return editor.session, words
        editor.go(editor.following.id, NOW, override=True)


@every_row("template", TEMPLATES, ids=lambda t: t.id)
def test_every_word_stands_where_it_belongs_and_nowhere_else(template):
    session, words = filled(template)
    found = split_session(session, template, FAMILY if session.family_id else None)
    assert found.problems == ()
    for record in found.records:
        for form in FORMS:
            text = render_record(record, form).casefold()
            for word, (destination, child) in words.items():
                belongs = destination is record.destination and (
                    record.destination is not Destination.CHILD_FILE or child in {None, record.subject}
                )
                assert (word in text) == belongs, f"{word} ({destination}, {child}) in {record.id}.{form}"


@every_row("template", TEMPLATES, ids=lambda t: t.id)
def test_no_record_names_who_said_an_idea(template):
    session, _ = filled(template)
    records = split_session(session, template, FAMILY if session.family_id else None).records
    assert bool(records) == (template.id not in WITHOUT_RECORDS)
    assert not [record.id for record in records if "Authorname" in render_record(record, "txt")]


def test_a_session_leaves_an_entry_for_each_child_the_working_space_and_one_supervision_record():
    template = next(t for t in TEMPLATES if t.id == "T2")
    session, _ = filled(template)
    records = split_session(session, template, FAMILY).records
    assert [(record.destination.value, record.subject) for record in records] == [
        ("child_file", "robin"),
        ("child_file", "maisie"),
        ("child_file", "chidi"),
        ("family_work", "V2"),
        ("supervision_record", "Lee"),
    ]


def test_what_is_left_out_is_said():
    template = next(t for t in TEMPLATES if t.id == "T2")
    session, words = filled(template)
    left_out = " ".join(line.words for line in split_session(session, template, FAMILY).left_out)
    assert "2 private notes" in left_out
    assert "who said" in left_out
    assert not [word for word in words if word in left_out]


def test_names_of_the_family_in_the_workers_record_are_pointed_out():
    template = next(t for t in TEMPLATES if t.id == "T2")
    session, _ = filled(template)
    entries = tuple(
        e.model_copy(update={"text": type(e.text)("I ate Robin's dinners too")}) if e.field == "takeaway" else e
        for e in session.entries
    )
    problems = split_session(session.model_copy(update={"entries": entries}), template, FAMILY).problems
    assert len(problems) == 1
    assert "names Robin" in problems[0]


@every_row("template", TEMPLATES, ids=lambda t: t.id)
def test_a_persons_own_card_holds_all_that_is_private_and_nothing_else(template):
    session, words = filled(template)
    own = private_card(session, template, FAMILY if session.family_id else None)
    text = render_record(own, "txt") if own else ""
    for word, (destination, _) in words.items():
        assert (word in text) == (destination is Destination.PRIVATE)
    ended = SessionEditor(session, template).ended(NOW)
    assert private_card(ended, template, None) is None


def test_a_family_filed_under_its_name_is_not_named_in_the_workers_record():
    template = next(t for t in TEMPLATES if t.id == "T2")
    session, _ = filled(template)
    named = session.model_copy(update={"family_ref": type(session.family_ref)("okafor-2026")})
    worker = split_session(named, template, FAMILY).records[-1]
    assert worker.destination is Destination.SUPERVISION_RECORD
    for form in FORMS:
        assert "okafor" not in render_record(worker, form).casefold()
        assert "One family was thought about." in render_record(worker, form)


def test_a_pod_leaves_no_trace_of_a_family():
    template = next(t for t in TEMPLATES if t.id == "T5")
    session, _ = filled(template)
    records = split_session(session, template, None).records
    assert [record.destination for record in records] == [Destination.SUPERVISION_RECORD]
    assert "family" not in render_record(records[0], "txt").casefold()


@pytest.mark.parametrize("template", PARTS, ids=lambda t: t.id)
def test_a_part_of_a_meeting_leaves_nothing_for_anybody_else(template):
    session, _ = filled(template)
    records = split_session(session, template, FAMILY if session.family_id else None).records
    of_a_family = {Destination.CHILD_FILE, Destination.FAMILY_WORK}
    if template.family == "none":
        assert not of_a_family & {record.destination for record in records}
        assert not [record for record in records if record.family_ref]
    else:
        assert {record.destination for record in records} == of_a_family
