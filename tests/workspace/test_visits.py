"""A visit prepared alone stays its author's own until it is looked back on; then it goes, with every copy."""

from datetime import timedelta

import pytest

from supervision_tui.family import family_to_yaml
from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.session import AskedQuestion, SessionStatus
from supervision_tui.text import SafeText
from supervision_tui.tui.screens.session.command_handlers import visit_card_in_words
from supervision_tui.workspace.disclosure.issue import prepare_document
from supervision_tui.workspace.notebook.retention import RetentionSchedule
from supervision_tui.workspace.store.sessions import PRIVATE


@pytest.fixture
def workspace(demo_workspace):
    return demo_workspace


def fill(controller, word):
    """*word* in every field that must have an answer."""
    editor = controller.editor
    for stage in editor.template.stages:
        editor.go(stage.id, controller.now(), override=True)
        for slot in editor.slots():
            if slot.field.needed and slot.field.kind in {"line", "notes"}:
                editor.write(slot, f"{word} {slot.field.id}", controller.now(), whom="*")


@pytest.fixture
def prepared(workspace):
    """A visit to V1, prepared and closed."""
    controller = workspace.prepare_visit("V1")
    fill(controller, "Begin gently:")
    asked = AskedQuestion(prompt_id="p", text=SafeText("Who would notice first?"), stage="questions", kept=True)
    controller.editor.ask(asked, controller.now())
    controller.close()
    return controller


def test_it_is_offered_and_gone_on_with_where_it_was_left(workspace):
    assert {"T7", "T8"} <= {template.id for template in workspace.formats}
    first = workspace.prepare_visit("V1")
    fill(first, "half")
    first.save()
    workspace.writer.flush()
    assert workspace.prepare_visit("V1").editor.session.id == first.editor.session.id
    assert workspace.prepare_visit("V2").editor.session.id != first.editor.session.id


def test_closing_leaves_no_record_and_keeps_the_card_sealed_for_its_author(workspace, prepared):
    session = workspace.sessions.get(prepared.editor.session.id)
    assert session.status is SessionStatus.CLOSED
    assert "gently" not in session.model_dump_json()
    assert workspace.records.all() == []
    assert "Begin gently: opening" in render_record(workspace.visit_card("V1"), "txt")
    (warned,) = prepare_document(workspace, "visit-card", "V1", recipient="Ms Ahmed", purpose="a visit").warnings
    assert "Ms Ahmed is somebody else" in warned
    mine = prepare_document(workspace, "visit-card", "V1", recipient=str(workspace.me), purpose="a visit")
    assert not mine.warnings
    assert "Private to you." in mine.document.closing[0]
    assert workspace.find("gently") == []
    assert [one.family_id for one in workspace.sessions.prepared()] == ["V1"]


@pytest.mark.parametrize("template_id", ["T2", "T3", "T4"])
def test_what_was_prepared_is_at_hand_in_a_session_about_that_family_and_goes_into_no_record(
    workspace, prepared, template_id
):
    session = workspace.begin(workspace.formats[template_id], "V1", workspace.me)
    card = visit_card_in_words(workspace, session.editor.session.family_id)
    assert "Begin gently: opening" in card
    assert "Who would notice first?" in card
    assert "gently" not in session.editor.session.model_dump_json()
    assert not visit_card_in_words(workspace, "V2")
    assert not visit_card_in_words(workspace, None)


def test_looking_back_asks_about_what_was_taken_along(workspace, prepared):
    after = workspace.begin(workspace.formats["T8"], "V1", workspace.me)
    assert after.editor.session.follows == prepared.editor.session.id
    asked = {}
    for stage in after.editor.template.stages:
        after.editor.go(stage.id, after.now(), override=True)
        asked[stage.id] = [one.text for one in after.questions() if one.prompt_id.startswith("brought.")]
    assert asked["surprise"] == ["You took this along: “Who would notice first?” What came back?"]
    assert asked["ideas"][0] == "You meant to begin with: “Begin gently: opening” How did it go?"
    assert asked["facts"] == []


def test_once_it_was_looked_back_on_every_copy_is_gone(workspace, prepared):
    after = workspace.begin(workspace.formats["T8"], "V1", workspace.me)
    fill(after, "Seen:")
    after.close()
    assert workspace.sessions.prepared() == []
    assert workspace.visit_card("V1") is None
    assert list(workspace.vault.documents.headings(PRIVATE)) == []
    made = {record.destination for record in workspace.records.all()}
    assert Destination.CHILD_FILE in made
    assert not any("gently" in render_record(record, "txt") for record in workspace.records.all())


def test_looking_back_on_another_family_leaves_it_alone(workspace, prepared):
    other = workspace.begin(workspace.formats["T8"], "V2", workspace.me)
    assert other.editor.session.follows is None
    assert workspace.visit_card("V1") is not None


def test_after_fourteen_days_it_is_proposed_to_go(workspace, prepared):
    kept = prepared.editor.session.id
    due = {going.key: going.day for going in RetentionSchedule(workspace).disposals()}
    assert due[PRIVATE, kept] <= workspace.today() + timedelta(days=15)


def test_a_family_is_named_by_id_or_file_and_anything_else_is_told(workspace, tmp_path):
    assert workspace.resolve_family("V3") == "V3"
    file = tmp_path / "new.yaml"
    text = family_to_yaml(workspace.families.get("V5").model_copy(update={"id": "NEW"}))
    file.write_text(text, encoding="utf-8")
    assert workspace.resolve_family(str(file)) == "NEW"
    assert workspace.resolve_family(str(file)) == "NEW"
    with pytest.raises(ValueError, match="no family called 'nobody'"):
        workspace.resolve_family("nobody")
