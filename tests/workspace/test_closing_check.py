"""At the close one list says what is to be looked at, what stops first; the rest is quiet, a row for each record."""

import pytest

from supervision_tui.practice import Destination
from supervision_tui.workspace.disclosure import close_items, record_rows, review_remarks
from supervision_tui.workspace.disclosure.closing_check import closing_question
from tests.workspace.conftest import NOW


@pytest.fixture
def session(workspace):
    """A group supervision about the Hailes, everything answered."""
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    editor = controller.editor
    for stage in controller.template.stages:
        editor.go(stage.id, NOW, override=True)
        for slot in editor.slots():
            if slot.field.kind == "seat":
                editor.write(slot, "Lee", NOW)
            elif slot.field.id in {"child_voice", "impact"}:
                editor.write(slot, "She told Lee that she likes the red bus.", NOW, whom="*")
    return controller


def items_of(workspace, controller, **options):
    rows = record_rows(controller)
    return close_items(controller, rows, lambda record: review_remarks(workspace, record), **options)


def slot_of(controller, field):
    for stage in controller.template.stages:
        controller.editor.go(stage.id, NOW, override=True)
        for slot in controller.editor.slots():
            if slot.field.id == field:
                return slot
    raise AssertionError(field)


def test_what_has_no_answer_stops_and_leads_to_the_very_field(workspace):
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    items = items_of(workspace, controller)
    first = items[0]
    assert (first.kind, first.stops) == ("missing", True)
    controller.go_to(first.place.stage)
    assert first.place.field in {slot.field.id for slot in controller.editor.slots()}
    assert not any(item.kind == "missing" for item in items_of(workspace, controller, early=True))


def test_what_a_family_of_a_meeting_has_no_answer_to_is_told_by_the_familys_name(workspace):
    """The list had codes ("V1"), and where two families had the same gap, the code of the first for both."""
    meeting = workspace.begin_meeting(workspace.formats["T1"], ["V1", "V3"], workspace.me)
    meeting.choose(["V1", "V3"])
    items = [item for item in items_of(workspace, meeting) if item.kind == "missing"]
    brought = [item.words for item in items if "question that was brought" in item.words]
    assert brought == [
        "The question that was brought (in The dilemma, Haile)",
        "The question that was brought (in The dilemma, Pritchard-Hussain)",
    ]
    assert not [item.words for item in items if "V1" in item.words or "V3" in item.words]


def test_a_line_about_an_adult_in_several_files_is_asked_about_once_with_where_it_was_written(workspace, session):
    words = {"what": "Letebrhan missed two appointments", "known": "told by the clinic, 24 Nov", "child": "*"}
    session.editor.fill(slot_of(session, "facts"), words, NOW)
    several = [item for item in items_of(workspace, session) if item.kind == "whom" and "files" in item.words]
    [item] = several
    assert f"stands in {len(session.names)} children's files. Meant so?" in item.words
    assert item.place.field == "facts"
    assert not item.stops


def test_a_name_of_the_family_in_the_workers_record_stops_and_stands_once(workspace, session):
    slot = next(
        slot
        for stage in session.template.stages
        if session.editor.go(stage.id, NOW, override=True) is None
        for slot in session.editor.slots()
        if slot.field.destination is Destination.SUPERVISION_RECORD and slot.field.kind != "seat"
    )
    session.editor.write(slot, "I was cross with Abel.", NOW)
    named = [item for item in items_of(workspace, session) if item.kind == "name"]
    assert len(named) == 1
    assert named[0].stops
    assert named[0].place.entry


def test_a_fact_without_a_source_is_one_row_for_each_file(workspace, session):
    child = session.editor.session.children[0]
    for field, words in (("strengths", "Late on three mornings"), ("understanding", "Late again on Monday")):
        session.editor.write(slot_of(session, field), words, NOW, whom=child)
    [item] = [item for item in items_of(workspace, session) if item.kind == "source"]
    assert "“Late on three mornings” and 1 more has no source" in item.words
    assert len(item.remarks) == 2


def test_what_was_begun_and_not_kept_is_in_the_list(workspace, session):
    slot = slot_of(session, "strengths")
    session.editor.draft(slot, "Half a thou", NOW)
    [item] = [item for item in items_of(workspace, session) if item.kind == "draft"]
    assert "Half a thou" in item.words
    assert "in no record" in item.words


def test_rows_count_lines_and_the_childs_own_words_as_facts(workspace, session):
    slot = slot_of(session, "child_voice")
    child = session.editor.session.children[0]
    session.editor.write(slot, "She said: “I like the red bus.”", NOW, whom=child)
    rows = {str(row.record.subject): row for row in record_rows(session) if row.own_words}
    assert rows[child].quotes == 1
    assert rows[child].own_words == "1 quote"
    others = [row for subject, row in rows.items() if subject != child]
    assert {row.own_words for row in others} == {"nothing"}


@pytest.mark.parametrize(
    ("records", "families", "question"),
    [
        (0, 0, "Close the session? It leaves no record."),
        (1, 1, "Write 1 record?"),
        (3, 1, "Write 3 records?"),
        (5, 2, "Write 5 records of 2 families?"),
    ],
)
def test_nobody_is_asked_to_write_no_records(records, families, question):
    asked, yes = closing_question(records, families)
    assert asked == question
    assert yes.startswith("Write") is (records > 0)
