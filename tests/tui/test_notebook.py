"""The notebook on screen: what opens it, its copies, texts that were saved twice, words put aside."""

import shutil

import keyring
import keyring.backend
import pytest

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.app_services.daily_backup import DailyBackup
from supervision_tui.tui.dialogs.dialogs import AskScreen
from supervision_tui.vault import ConflictError, Save, Vault
from supervision_tui.workspace import create_vault, open_vault
from supervision_tui.workspace.backups import dated_backups
from tests.tui.driving import in_one_line, named
from tests.tui.textual_internals import notices

PASSPHRASE = "kettle harbour violet seven"
NEW = "lantern meadow orbit cello"


@pytest.fixture
def folder(tmp_path):
    """An empty notebook, closed."""
    workspace, _ = create_vault(tmp_path / "home" / "vault", PASSPHRASE, "Amina")
    workspace.close()
    return tmp_path / "home" / "vault"


async def come_in(pilot, wait, passphrase=PASSPHRASE, to="TodayScreen"):
    await wait(pilot, lambda: named(pilot) == "UnlockScreen" and pilot.app.focused is not None)
    pilot.app.focused.value = passphrase
    await pilot.press("enter")
    await wait(pilot, lambda: named(pilot) == to)


async def go_to_notebook(pilot, wait):
    await pilot.press("n")
    await wait(pilot, lambda: named(pilot) == "NotebookScreen" and pilot.app.focused is not None)


async def write(pilot, *lines):
    for words in lines:
        pilot.app.focused.value = words
        await pilot.press("enter")


async def test_the_passphrase_is_changed_after_a_wrong_one_was_refused(folder, wait):
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait)
        await go_to_notebook(pilot, wait)
        await pilot.press("p")
        await wait(pilot, lambda: named(pilot) == "PassphraseProofScreen" and app.focused is not None)
        await write(pilot, "not this one at all", NEW, NEW)
        await wait(pilot, lambda: "does not open" in in_one_line(app) and app.focused.id == "passphrase")
        await write(pilot, PASSPHRASE, NEW, f"{NEW} not")
        await wait(pilot, lambda: "differ" in in_one_line(app) and app.focused.id == "again")
        await write(pilot, NEW)
        await wait(pilot, lambda: "from now on" in in_one_line(app))
    open_vault(folder, NEW).close()


async def test_a_copy_a_check_and_the_minutes_of_the_lock(folder, wait):
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait)
        await go_to_notebook(pilot, wait)
        assert "1 copy in it" in in_one_line(app)
        await pilot.press("b")
        await wait(pilot, lambda: "Copied and read through" in in_one_line(app))
        await pilot.press("enter")
        await wait(pilot, lambda: "2 copies in it" in in_one_line(app))
        await pilot.press("k")
        await wait(pilot, lambda: "All is well" in in_one_line(app))
        await pilot.press("enter", "m")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen" and app.focused is not None)
        await pilot.press("home", "enter")
        await wait(pilot, lambda: "after 5 minutes" in in_one_line(app))
        assert app.lock.minutes == 5
    again = SupervisionApp(folder)
    async with again.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait)
        assert again.lock.minutes == 5


async def test_two_texts_are_told_shown_and_one_is_chosen(folder, wait):
    workspace = open_vault(folder, PASSPHRASE)
    for base, words in ((0, "the plan is on Monday"), (1, "the plan is on Tuesday")):
        workspace.vault.documents.save(
            Save("note", "a", f'{{"plan": "{words}"}}', author="Amina", base=base, title="A note")
        )
    with pytest.raises(ConflictError):
        workspace.vault.documents.save(Save("note", "a", '{"plan": "the plan is on Friday"}', author="Lee", base=1))
    workspace.close()
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait, to="NoticeScreen")
        assert "saved twice" in in_one_line(app)
        await pilot.press("enter")
        await go_to_notebook(pilot, wait)
        await pilot.press("x")
        await wait(pilot, lambda: named(pilot) == "ConflictsScreen" and "Friday" in in_one_line(app))
        assert "Tuesday" in in_one_line(app)
        assert "Lee" in in_one_line(app)
        await pilot.press("t")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen")
        vault = app.workspace.vault
        assert "Friday" in vault.documents.get("note", "a").body
        assert "Tuesday" in vault.documents.get("note", "a", 2).body
        assert vault.documents.conflicts() == []


async def test_words_in_a_field_at_the_end_are_offered_at_the_next_start(folder, wait):
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait)
        app.push_screen(AskScreen("What did Zuri say?"))
        await wait(pilot, lambda: named(pilot) == "AskScreen" and app.focused is not None)
        await pilot.press(*"that Nan knows", "ctrl+q")
        await wait(pilot, lambda: app.return_code is not None)
    again = SupervisionApp(folder)
    async with again.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait, to="RecoveredDraftsScreen")
        assert "that Nan knows" in in_one_line(again)
    assert len(dated_backups(folder)) == 1


async def test_what_a_notebook_for_reading_only_refuses_is_told_and_the_program_goes_on(folder, wait):
    other = open_vault(folder, PASSPHRASE)
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        app.focused.value = PASSPHRASE
        await pilot.press("enter")
        await wait(pilot, lambda: "another window" in in_one_line(app))
        await pilot.press("f5")
        app.focused.value = PASSPHRASE
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen" and "reading only" in in_one_line(app))
        await pilot.press("enter", "n")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen" and app.focused is not None)
        await pilot.press("m")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen" and app.focused is not None)
        await pilot.press("home", "enter")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen" and "reading only" in in_one_line(app))
        await pilot.press("enter", "1")
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
    other.close()


class Memory(keyring.backend.KeyringBackend):
    """A key store in memory."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        del self.held[service, username]


async def test_the_key_store_opens_it_once_that_was_chosen(folder, wait):
    before = keyring.get_keyring()
    keyring.set_keyring(Memory())
    try:
        app = SupervisionApp(folder)
        async with app.run_test(size=(80, 24)) as pilot:
            await come_in(pilot, wait)
            await go_to_notebook(pilot, wait)
            await pilot.press("o")
            await wait(pilot, lambda: named(pilot) == "ChooseScreen" and app.focused is not None)
            assert "every other program" in in_one_line(app)
            await pilot.press("down", "enter")
            await wait(pilot, lambda: named(pilot) == "PassphraseProofScreen" and app.focused is not None)
            await write(pilot, PASSPHRASE)
            await wait(pilot, lambda: "F3 at the door" in in_one_line(app))
        again = SupervisionApp(folder)
        async with again.run_test(size=(80, 24)) as pilot:
            await wait(pilot, lambda: named(pilot) == "UnlockScreen" and pilot.app.screen.remembered)
            await pilot.press("f3")
            await wait(pilot, lambda: named(pilot) == "TodayScreen")
    finally:
        keyring.set_keyring(before)


async def test_the_days_copy_is_made_in_quiet_time_and_a_full_disk_is_told_once(folder, wait, monkeypatch):
    shutil.rmtree(folder / "backups")
    monkeypatch.setattr(Vault, "space_warning", lambda _: "The disk is nearly full (120 MB left). Make some room soon.")
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_in(pilot, wait)
        quiet = DailyBackup(app)
        for _ in range(2):
            quiet.look()
            await wait(pilot, lambda: not any(worker.group == "copy" for worker in app.workers))
        assert len(dated_backups(folder)) == 1
        await wait(pilot, lambda: notices(app))
        assert ["nearly full" in one for one in notices(app)] == [True]


async def test_a_synchronisers_copy_is_named_at_the_door_and_can_be_read(folder, wait):
    other = folder / "records-LAPTOPB.db"
    shutil.copyfile(folder / "records.db", other)
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and "LAPTOPB" in in_one_line(app))
        await pilot.press("f7")
        await wait(pilot, lambda: "to read “records-LAPTOPB.db”" in in_one_line(app))
        pilot.app.focused.value = PASSPHRASE
        await pilot.press("enter")
        await wait(pilot, lambda: app.current_workspace is not None)
        assert app.workspace.vault.read_only
        assert any("LAPTOPB" in warning for warning in app.workspace.vault.warnings)
