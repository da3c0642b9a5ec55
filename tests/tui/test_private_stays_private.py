"""A private text that arrives after its document was deleted: taken through the real screens, it stays private."""

import shutil

import pytest

from supervision_tui.practice import Destination
from supervision_tui.resources import content_folder
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.vault import DocumentNotFoundError, PrivateLockedError, Vault
from supervision_tui.workspace import create_vault, open_vault
from supervision_tui.workspace.store.sessions import PRIVATE
from tests.tui.test_notebook import come_in, go_to_notebook, in_one_line, named

PASSPHRASE = "kettle harbour violet seven"
SECRET = "zzprivate said in the car"


@pytest.fixture
def folder(tmp_path):
    """A notebook in which a session was saved once more, with what is private in it, after its close."""
    workspace, _ = create_vault(tmp_path / "home" / "vault", PASSPHRASE, "Amina")
    workspace.import_family(str(content_folder("templates/families") / "haile.yaml"))
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    editor = controller.editor
    for stage in editor.template.stages:
        editor.go(stage.id, controller.now(), override=True)
        for slot in editor.slots():
            if slot.field.destination is Destination.PRIVATE and slot.field.kind in {"line", "notes"}:
                editor.write(slot, SECRET, controller.now())
    late = editor.session
    assert late.private_entry_count
    controller.save()
    workspace.writer.flush()
    controller.end_early()
    assert workspace.vault.documents.headings(PRIVATE) == []
    workspace.sessions.submit_session(late)
    workspace.writer.flush()
    assert [kept.sealed for kept in workspace.vault.documents.conflicts()] == [True]
    workspace.close()
    return tmp_path / "home" / "vault"


def words_in_the_open(folder, tmp_path):
    """Every text of the notebook, as somebody with the passphrase and without the author's key reads it."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(folder, elsewhere)
    with Vault.open(elsewhere, PASSPHRASE, state=tmp_path / "another-machine") as vault:
        for kind in vault.documents.kinds():
            with vault._opened.database.reading() as transaction:
                rows = transaction.execute("SELECT id, version FROM revision WHERE kind = ?", (kind,)).fetchall()
            for ident, version in rows:
                try:
                    yield vault.documents.get(kind, ident, version).body
                except (PrivateLockedError, DocumentNotFoundError):
                    continue
        assert vault.documents.search("zzprivate") == []
        assert [kept.body for kept in vault.documents.conflicts() if kept.sealed] in ([], [None])


async def test_a_private_text_taken_after_the_close_is_still_private(folder, tmp_path, wait):
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait, to="NoticeScreen")
        await pilot.press("enter")
        await go_to_notebook(pilot, wait)
        await pilot.press("x")
        await wait(pilot, lambda: named(pilot) == "ConflictsScreen" and "zzprivate" in in_one_line(app))
        await pilot.press("t")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen")
        (heading,) = app.workspace.vault.documents.headings(PRIVATE)
        assert heading.sealed
        assert SECRET in app.workspace.vault.documents.get(PRIVATE, heading.id).body
    texts = list(words_in_the_open(folder, tmp_path))
    assert texts
    assert not any("zzprivate" in text for text in texts)


def test_every_text_of_a_session_is_saved_without_what_is_private_in_it(folder, tmp_path):
    workspace = open_vault(folder, PASSPHRASE)
    session = workspace.sessions.all()[0]
    (kept,) = workspace.vault.documents.conflicts()
    joined = session.joined(type(session.split_private()[1]).model_validate_json(kept.body))
    assert joined.private_entry_count
    workspace.sessions.put(joined, session.id)
    workspace.sessions.submit(joined, session.id).result()
    workspace.close()
    assert not any("zzprivate" in text for text in words_in_the_open(folder, tmp_path))
