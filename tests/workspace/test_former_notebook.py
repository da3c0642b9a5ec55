"""A notebook made by the build of 27 November 2026 (commit 6867ee2) opens, and everything in it reads as before.

``former/`` was written by that build itself: an invented family, a closed group supervision with its records, one left
open with a draft and a private note, settings, and what was in hand. ``was.json`` is what that build read in it;
``meeting.json`` holds the parts of a unit meeting that it left open.
"""

import json
import shutil
from pathlib import Path

import pytest

from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.resources import content_folder
from supervision_tui.session import Session
from supervision_tui.workspace import open_vault
from tests.workspace.conftest import PASSPHRASE

FORMER = Path(__file__).parent / "former"
CLOSED, OPEN = "20261128-92c17d", "20261128-373fb1"


@pytest.fixture(scope="module")
def was():
    return json.loads((FORMER / "was.json").read_text(encoding="utf-8"))


@pytest.fixture
def notebook(tmp_path):
    shutil.copytree(FORMER / "vault", tmp_path / "home" / "vault")
    shutil.copytree(FORMER / "state", tmp_path / "state", dirs_exist_ok=True)
    opened = open_vault(tmp_path / "home" / "vault", PASSPHRASE)
    yield opened
    opened.close()


def differences(before, now, at=""):
    """Where a value that was stored has another name or another value now; what is new beside it may be there."""
    if isinstance(before, dict) and isinstance(now, dict):
        return [line for key in before for line in differences(before[key], now.get(key, "is gone"), f"{at}.{key}")]
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [
            line for n, (a, b) in enumerate(zip(before, now, strict=True)) for line in differences(a, b, f"{at}.{n}")
        ]
    return [] if before == now else [f"{at}: {before!r} was stored, {now!r} is read"]


def test_its_families_are_the_same(notebook, was):
    assert [heading.id for heading in notebook.families.headings()] == ["V1"]
    assert differences(was["family"], json.loads(notebook.families.get("V1").model_dump_json())) == []


def test_its_closed_session_is_the_same(notebook, was):
    assert differences(was["closed"], json.loads(notebook.sessions.get(CLOSED).model_dump_json())) == []
    assert notebook.sessions.get(CLOSED).entries


def test_its_records_say_the_same(notebook, was):
    records = {record.id: render_record(record, "md") for record in notebook.records.all()}
    assert len(records) == 4
    assert records == was["records"]


def test_a_session_left_open_goes_on_with_its_draft_and_its_private_note(notebook):
    editor = notebook.resume(OPEN).editor
    assert editor.stage.id == "reflecting"
    assert [str(draft.text) for draft in editor.session.drafts] == ["half a thought about the red"]
    assert {"I wonder who sings.", "what I call a proper tea"} <= {str(entry.text) for entry in editor.session.entries}


def test_what_was_chosen_and_what_was_in_hand_are_the_same(notebook):
    assert notebook.me == "Amina"
    assert notebook.framework.id == "telford"
    assert notebook.settings.now().lock_after == 30
    in_hand = notebook.recovered_input.get()
    assert (in_hand.session, in_hand.place) == (OPEN, "FamiliesScreen")


def test_nothing_in_it_is_damaged_and_it_can_be_written_in(notebook):
    assert notebook.vault.check() == []
    family = notebook.families.get("V1")
    notebook.families.put(family.replaced(title="The Hailes, today"), family.id)
    assert notebook.families.get("V1").title == "The Hailes, today"


def test_a_changed_name_or_value_would_be_told():
    assert differences({"text": "a", "at": [1, 2]}, {"text": "a", "at": [1, 2], "new": 3}) == []
    assert differences({"text": "a"}, {"words": "a"}) == [".text: 'a' was stored, 'is gone' is read"]
    assert differences({"at": [1, 2]}, {"at": [1, 3]}) == [".at.1: 2 was stored, 3 is read"]


@pytest.fixture
def meeting(notebook):
    """A unit meeting of two families that build left open, with a line begun in every field of every stage."""
    path = next(content_folder("templates/families").glob("carter*"))
    assert notebook.import_family(str(path)).id == "V2"
    stored = json.loads((FORMER / "meeting.json").read_text(encoding="utf-8"))["sessions"]
    for session in stored:
        notebook.sessions.put(Session.model_validate_json(json.dumps(session)), session["id"])
    return stored, notebook.resume(stored[0]["id"])


def test_every_line_begun_in_a_meeting_waits_where_it_was_begun_and_says_the_same(meeting):
    stored, controller = meeting
    drafts = [draft for session in stored for draft in session["drafts"]]
    begun = {(draft["stage"], draft["field"], draft["child"], draft["text"]) for draft in drafts}
    waiting = [waiting.draft for waiting in controller.waiting_drafts()]
    assert len(waiting) == len(drafts) == 77
    assert {(draft.stage, draft.field, draft.child, str(draft.text)) for draft in waiting} == begun


def test_a_line_in_a_field_that_is_asked_no_more_stands_on_its_stage_and_goes_where_it_was_said_to_go(meeting):
    _stored, controller = meeting
    controller.go_to("round", "V2")
    editor = controller.editor
    slots = {slot.child: slot for slot in editor.slots() if slot.field.id == "seen"}
    assert set(slots) == set(editor.session.children)
    assert {slot.field.destination for slot in slots.values()} == {Destination.FAMILY_WORK}
    assert str(editor.drafted(slots["robin"]).text) == "half of seen for robin"
    entry = editor.write(slots["robin"], "Seen on Tuesday at school", controller.now())
    editor.draft(slots["robin"], "", controller.now())
    assert entry.destination is Destination.FAMILY_WORK
    assert slots["robin"] in editor.slots()
    editor.take_back(entry.id, controller.now())
    assert slots["robin"] not in editor.slots()


def test_lines_of_a_field_that_stands_once_now_come_one_after_the_other(meeting):
    stored, controller = meeting
    controller.go_to("clarify", "V2")
    editor = controller.editor
    (slot,) = (slot for slot in editor.slots() if slot.field.id == "facts")
    begun = []
    while (draft := editor.drafted(slot)) is not None:
        begun.append(str(draft.text))
        editor.draft(slot, "", controller.now())
    assert begun == [draft["text"] for draft in stored[1]["drafts"] if draft["field"] == "facts"]
