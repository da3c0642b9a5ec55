"""A notebook with two invented families and one finished session about the Hailes; quick keys."""

import shutil
from datetime import UTC, datetime

import pytest

from supervision_tui.resources import content_folder
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault, open_vault

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
FAMILIES = ("haile.yaml", "pritchard-hussain.yaml")
PASSPHRASE = "kettle bramble orbit lantern"


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))


def notebook_of_two_families(folder):
    """A notebook in *folder* with the Hailes and the Pritchard-Hussains, open."""
    opened, _ = create_vault(folder / "home" / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    for name in FAMILIES:
        opened.import_family(str(content_folder("templates/families") / name))
    return opened


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The notebook, made once in a run and closed: its folder, with the state of its machine beside it."""
    folder = tmp_path_factory.mktemp("two-families")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUPERVISION_TUI_HOME", str(folder / "home"))
        patch.setenv("SUPERVISION_TUI_STATE", str(folder / "state"))
        notebook_of_two_families(folder).close()
    return folder


@pytest.fixture
def workspace(made, tmp_path):
    """The notebook, open: a copy of this test's own."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    opened = open_vault(tmp_path / "home" / "vault", PASSPHRASE)
    assert len(opened.families.all()) == len(FAMILIES)  # as somebody has read them who goes on to change one
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
