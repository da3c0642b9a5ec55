"""A notebook is made whole or not at all: nobody is left with one whose recovery words were never shown."""

import pytest

from supervision_tui.vault import Cost, VaultError
from supervision_tui.workspace import create_vault
from tests.workspace.conftest import PASSPHRASE


def test_where_the_key_of_this_device_cannot_be_written_no_notebook_is_left_and_what_to_do_is_said(
    monkeypatch, tmp_path
):
    (tmp_path / "in-the-way").touch()
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "in-the-way" / "state"))
    with pytest.raises(VaultError, match=r"Nothing was changed.*SUPERVISION_TUI_STATE") as refused:
        create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    assert "Errno" not in str(refused.value)
    assert not (tmp_path / "vault").exists()


def test_where_the_notebooks_folder_cannot_be_made_what_to_do_is_said(tmp_path):
    (tmp_path / "in-the-way").touch()
    with pytest.raises(VaultError, match=r"could not be made.*Choose a folder in which you can write"):
        create_vault(tmp_path / "in-the-way" / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
