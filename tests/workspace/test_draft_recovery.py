"""Words that stood in a field when the program was killed are there at the next start, until somebody drops them."""

import shutil

import pytest

from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault, open_vault
from supervision_tui.workspace.store.draft_recovery import FieldText, RecoveredInput

PASSPHRASE = "kettle bramble orbit lantern"


@pytest.fixture
def killed(tmp_path):
    """Note words in a notebook, then look at it as it is on the disk, without ever closing it."""
    workspace, _ = create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)

    def at(*noted, left=()):
        if left:
            workspace.recovered_input.put(RecoveredInput(words=words(*left)))
        for each in noted:
            workspace.recovered_input.submit_fields(words(*each))
        workspace.writer.flush()
        shutil.copytree(tmp_path / "vault", tmp_path / "copy")
        again = open_vault(tmp_path / "copy", PASSPHRASE)
        found = [str(one.text) for one in again.recovered_input.with_half_typed().words]
        again.close()
        return found

    yield at
    workspace.close()


def words(*texts):
    return tuple(FieldText(where="a field", text=text) for text in texts)


def test_what_stood_there_last_is_found(killed):
    assert killed(["half"], ["half a thought"]) == ["half a thought"]


def test_what_was_kept_is_not(killed):
    assert killed(["half a thought"], []) == []


def test_words_of_before_stay_beside_it(killed):
    assert killed(["new"], left=["old"]) == ["old", "new"]
