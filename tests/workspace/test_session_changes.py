"""A long session is saved by what changed in it: nothing is lost, what is private stays so, all of it is found."""

import pytest

from supervision_tui.practice import Destination
from supervision_tui.text import SafeText
from supervision_tui.workspace import open_vault
from supervision_tui.workspace.store import CHANGES
from supervision_tui.workspace.store.session_changes import FROM_ENTRIES, MOST_CHANGED
from tests.workspace.conftest import NOW, PASSPHRASE


def slot_of(editor, destination):
    """A place for notes of that destination, the editor at its stage."""
    for stage in editor.template.stages:
        editor.go(stage.id, NOW, override=True)
        for slot in editor.slots():
            if slot.field.kind == "notes" and not slot.field.parts and slot.field.destination is destination:
                return slot
    raise AssertionError("no such place")


@pytest.fixture
def long_session(workspace):
    """A session of so many notes that it is saved by its changes from now on."""
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    slot = slot_of(controller.editor, Destination.FAMILY_WORK)
    for number in range(FROM_ENTRIES):
        controller.editor.write(slot, f"note {number}", NOW, author="Lee")
    saved(workspace, controller)
    return controller, slot


def saved(workspace, controller):
    controller.save()
    assert workspace.writer.flush()


def revisions(workspace, controller, kind="session"):
    return len(workspace.vault.documents.history(kind, controller.id))


def read(workspace, controller):
    """The session with its private part, as another opening reads it."""
    return workspace.sessions.resume(controller.id).session


def test_a_note_more_writes_what_changed_and_all_of_it_is_read(workspace, long_session):
    controller, slot = long_session
    before = revisions(workspace, controller)
    controller.editor.write(slot, "one more", NOW, author="Lee")
    saved(workspace, controller)
    assert revisions(workspace, controller) == before
    assert len(workspace.vault.documents.get(CHANGES, controller.id).body) < 3_000
    assert [entry.text for entry in read(workspace, controller).entries[-2:]] == [
        f"note {FROM_ENTRIES - 1}",
        "one more",
    ]


def test_a_note_changed_taken_back_and_brought_back_is_read_so(workspace, long_session):
    controller, _ = long_session
    first = controller.editor.session.entries[0].id
    controller.editor.rewrite(first, "other words", NOW)
    saved(workspace, controller)
    assert read(workspace, controller).entries[0].text == "other words"
    controller.editor.take_back(first, NOW)
    saved(workspace, controller)
    assert first not in {entry.id for entry in read(workspace, controller).entries}
    controller.editor.undo()
    saved(workspace, controller)
    assert read(workspace, controller).entries[0].text == "other words"


def test_after_many_changes_it_is_written_whole(workspace, long_session):
    controller, slot = long_session
    before = revisions(workspace, controller)
    for number in range(MOST_CHANGED + 1):
        controller.editor.write(slot, f"later {number}", NOW, author="Lee")
        saved(workspace, controller)
    assert revisions(workspace, controller) == before + 1
    texts = [entry.text for entry in read(workspace, controller).entries]
    assert texts[-2:] == [f"later {MOST_CHANGED - 1}", f"later {MOST_CHANGED}"]


def test_private_notes_are_in_no_open_document(workspace, long_session):
    controller, _ = long_session
    editor = controller.editor
    entry = editor.session.entries[3]
    editor.session = editor.session.model_copy(
        update={
            "entries": (
                *editor.session.entries,
                entry.model_copy(update={"id": "p.1", "text": SafeText("zqmine"), "destination": Destination.PRIVATE}),
            )
        }
    )
    saved(workspace, controller)
    editor.rewrite("p.1", "zqmine again", NOW)
    saved(workspace, controller)
    for kind in ("session", CHANGES):
        if workspace.vault.documents.version(kind, controller.id):
            assert "zqmine" not in workspace.vault.documents.get(kind, controller.id).body
    assert [entry.text for entry in read(workspace, controller).entries if entry.id == "p.1"] == ["zqmine again"]
    assert workspace.find("zqmine") == []


def test_the_search_finds_what_changed_once_under_its_session(workspace, long_session):
    controller, slot = long_session
    controller.editor.write(slot, "heliotrope", NOW, author="Lee")
    saved(workspace, controller)
    assert [(hit.kind, hit.id) for hit in workspace.find("heliotrope")] == [("session", controller.id)]
    assert [(hit.kind, hit.id) for hit in workspace.find("note")] == [("session", controller.id)]


def test_a_program_that_ends_without_a_word_loses_nothing(workspace, long_session, tmp_path):
    controller, slot = long_session
    controller.editor.write(slot, "the last words", NOW, author="Lee")
    saved(workspace, controller)
    workspace.writer.close()  # as if killed: nothing is settled
    workspace.vault.close()
    again = open_vault(tmp_path / "home" / "vault", PASSPHRASE)
    assert again.sessions.get(controller.id).entries[-1].text == "the last words"
    assert again.vault.check() == []
    again.close()


def test_closing_the_notebook_writes_it_whole(workspace, long_session, tmp_path):
    controller, slot = long_session
    controller.editor.write(slot, "the last words", NOW, author="Lee")
    saved(workspace, controller)
    workspace.close()
    again = open_vault(tmp_path / "home" / "vault", PASSPHRASE)
    assert "the last words" in again.vault.documents.get("session", controller.id).body
    assert again.sessions.get(controller.id).entries[-1].text == "the last words"
    again.close()


def test_nothing_of_the_changes_stays_once_it_is_over_or_gone(workspace, long_session):
    controller, slot = long_session
    controller.editor.write(slot, "heliotrope", NOW, author="Lee")
    saved(workspace, controller)
    controller.end_early()
    assert workspace.vault.documents.version(CHANGES, controller.id) == 0
    assert len(workspace.sessions.get(controller.id).entries) == FROM_ENTRIES + 1
    other = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    other_slot = slot_of(other.editor, Destination.FAMILY_WORK)
    for number in range(FROM_ENTRIES + 2):
        other.editor.write(other_slot, f"note {number}", NOW, author="Lee")
        if number >= FROM_ENTRIES - 1:
            saved(workspace, other)
    assert workspace.vault.documents.version(CHANGES, other.id)
    workspace.sessions.drop(other.id, "as a test")
    assert workspace.vault.documents.version(CHANGES, other.id) == 0


def test_where_another_program_wrote_the_whole_in_between_nothing_is_left_out(workspace, long_session):
    controller, slot = long_session
    controller.editor.write(slot, "here", NOW, author="Lee")
    saved(workspace, controller)
    stored = workspace.vault.documents.get("session", controller.id)
    whole = workspace.sessions.model.model_validate_json(stored.body)
    there = whole.entries[0].model_copy(update={"id": "x.1", "text": SafeText("there")})
    workspace.sessions._versions[controller.id] = stored.version
    workspace.sessions.put(whole.model_copy(update={"entries": (*whole.entries, there)}), controller.id)
    controller.editor.write(slot, "and here", NOW, author="Lee")
    saved(workspace, controller)
    texts = {str(entry.text) for entry in workspace.sessions.get(controller.id).entries}
    assert {"here", "and here", "there", "note 0"} <= texts
