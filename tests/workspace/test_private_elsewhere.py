"""A notebook restored on another machine: a session goes on there, and what is private in it stays as it is."""

import shutil

import pytest

from supervision_tui.practice import Destination
from supervision_tui.resources import content_folder
from supervision_tui.vault import Cost, Vault
from supervision_tui.workspace import create_vault, open_vault
from supervision_tui.workspace.store import PRIVATE

PASSPHRASE = "kettle harbour violet seven"
FIRST, SECOND = "zzfirst said in the car", "zzsecond said at home"


def write_privately(controller, words):
    editor = controller.editor
    for stage in editor.template.stages:
        editor.go(stage.id, controller.now(), override=True)
        for slot in editor.slots():
            if slot.field.destination is Destination.PRIVATE and slot.field.kind in {"line", "notes"}:
                editor.write(slot, words, controller.now())
    controller.save()


@pytest.fixture
def moved(tmp_path, monkeypatch):
    """A copy of a notebook on another machine, and the id of a session with something private in it."""
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))
    workspace, _ = create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    workspace.import_family(str(content_folder("templates/families") / "haile.yaml"))
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    write_privately(controller, FIRST)
    workspace.close()
    shutil.copytree(tmp_path / "vault", tmp_path / "moved")
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "other-machine"))
    opened = open_vault(tmp_path / "moved", PASSPHRASE)
    yield opened, controller.editor.session.id, tmp_path
    opened.close()


def test_the_session_goes_on_without_it_and_says_so(moved):
    workspace, session_id, _ = moved
    controller = workspace.resume(session_id)
    assert "opens only on the machine where it was written" in controller.private_elsewhere
    assert not controller.editor.session.private_entry_count


def test_what_is_written_privately_there_opens_where_the_key_is_and_nowhere_else(moved):
    workspace, session_id, folder = moved
    controller = workspace.resume(session_id)
    write_privately(controller, SECOND)
    controller.save()
    workspace.close()
    with Vault.open(folder / "moved", PASSPHRASE, state=folder / "state", accept_older=True) as vault:
        assert FIRST in vault.documents.get(PRIVATE, session_id).body
        (waiting,) = vault.documents.conflicts()
        assert waiting.sealed
        assert SECOND in waiting.body
    with Vault.open(folder / "moved", PASSPHRASE, state=folder / "third") as vault:
        assert [kept.body for kept in vault.documents.conflicts()] == [None]
        assert vault.documents.search("zzfirst") == vault.documents.search("zzsecond") == []


def test_it_goes_with_the_close_as_on_every_machine(moved):
    workspace, session_id, _ = moved
    workspace.resume(session_id).end_early()
    assert workspace.vault.documents.version(PRIVATE, session_id) == 0
