"""A notebook with two invented families and one finished session about the Hailes; quick keys."""

from datetime import UTC, datetime

import pytest

from supervision_tui.resources import content_folder
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
PASSPHRASE = "kettle bramble orbit lantern"


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))


def notebook_of_two_families(folder):
    """A notebook in *folder* with the Hailes and the Pritchard-Hussains, open."""
    opened, _ = create_vault(folder / "home" / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    for name in ("haile.yaml", "pritchard-hussain.yaml"):
        opened.import_family(str(content_folder("templates/families") / name))
    return opened


@pytest.fixture
def workspace(tmp_path):
    """The notebook, open."""
    opened = notebook_of_two_families(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def hold():
    """Hold a session of a format about a family to its end: ``hold(workspace, "T2", "V1")``; gives its id."""

    def held(workspace, template, family):
        controller = workspace.begin(workspace.formats[template], family, workspace.me)
        editor = controller.editor
        while True:
            for slot in editor.slots():
                if slot.field.kind == "seat":
                    editor.write(slot, "Lee", NOW)
                elif slot.field.id in {"child_voice", "impact"}:
                    editor.write(slot, "She said that she likes the red bus.", NOW, whom="*")
            if editor.following is None:
                break
            editor.go(editor.following.id, NOW, override=True)
        controller.close()
        return editor.session.id

    return held
