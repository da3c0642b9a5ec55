"""The first start and the door: in plain words, a step at a time, and what to do when something is wrong."""

import hashlib
import shutil

import pytest

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.vault import Save, Vault
from supervision_tui.workspace import create_vault, open_vault
from tests.tui.driving import in_one_line, named
from tests.tui.textual_internals import painted

PASSPHRASE = "kettle harbour violet seven"


@pytest.fixture
def folder(tmp_path):
    """A notebook with one family reference, closed; its recovery words beside it."""
    workspace, words = create_vault(tmp_path / "home" / "vault", PASSPHRASE, "Amina")
    workspace.vault.backups.make_dated()
    workspace.close()
    (tmp_path / "paper").write_text(words)
    return tmp_path / "home" / "vault"


async def write(pilot, *lines):
    for words in lines:
        pilot.app.focused.value = words
        await pilot.press("enter")


async def answered(pilot, wait, words):
    """Read the words that are asked back from the paper *words*."""
    listed = [part for part in words.split() if not part.isdigit()]
    for box in list(pilot.app.screen.query(LineBox)):
        box.value = listed[int(box.id.removeprefix("word-"))][:4].upper()
    list(pilot.app.screen.query(LineBox))[-1].focus()
    await pilot.press("enter")


async def test_the_first_start_in_plain_words_to_an_open_notebook(tmp_path, wait):
    app = SupervisionApp(tmp_path / "new")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: "Welcome" in painted(app))
        await pilot.press("enter")
        await wait(pilot, lambda: "A plain start" in painted(app))
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "WelcomeScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: "A plain start" in painted(app))
        await pilot.press("down", "enter")
        await wait(pilot, lambda: named(pilot) == "NewVaultScreen" and app.focused is not None)
        await write(pilot, "Amina", "too short", "too short")
        await wait(pilot, lambda: "at least 12 characters" in painted(app))
        assert not (tmp_path / "new").exists()
        await write(pilot, PASSPHRASE, f"{PASSPHRASE} not")
        await wait(pilot, lambda: "differ" in painted(app))
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsScreen")
        words = app.screen.recovery_words
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsCheckScreen" and app.focused is not None)
        await write(pilot, "one", "two", "three")
        await wait(pilot, lambda: "is another one" in painted(app))
        assert not any(word in painted(app).split() for word in words.split() if len(word) > 5)
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsCheckScreen" and app.focused is not None)
        await answered(pilot, wait, words)
        await wait(pilot, lambda: named(pilot) == "StartScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
        assert app.workspace.framework.id != "plain"
        assert app.workspace.me == "Amina"


async def test_recovery_words_that_nobody_read_back_are_told_at_the_next_start(tmp_path, wait):
    app = SupervisionApp(tmp_path / "new")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: "Welcome" in painted(app))
        await pilot.press("enter")
        await wait(pilot, lambda: "A plain start" in painted(app))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "NewVaultScreen" and app.focused is not None)
        await write(pilot, "Amina", PASSPHRASE, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsScreen")
        words = app.screen.recovery_words
        await pilot.press("ctrl+l")
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        assert not any(word in painted(app) for word in words.split() if len(word) > 5)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        await wait(pilot, lambda: "Make fresh ones now" in in_one_line(app))
        await pilot.press("enter", "n")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen" and app.focused is not None)
        await pilot.press("w")
        await wait(pilot, lambda: named(pilot) == "PassphraseProofScreen" and app.focused is not None)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsScreen")
        fresh = app.screen.recovery_words
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsCheckScreen" and app.focused is not None)
        await answered(pilot, wait, fresh)
        await wait(pilot, lambda: "known to work" in in_one_line(app))
        assert app.workspace.settings.now().paper
    Vault.open_with_recovery(tmp_path / "new", fresh).close()


async def test_after_making_a_notebook_the_invented_families_can_be_tried(tmp_path, wait):
    app = SupervisionApp(tmp_path / "new")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: "Welcome" in painted(app))
        await pilot.press("t")
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
        assert len(app.workspace.families.headings()) == 5
    assert not (tmp_path / "new").exists()


async def test_after_five_wrong_passphrases_the_door_counts_down(folder, wait):
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        for _ in range(5):
            await write(pilot, "not this one at all")
            await wait(pilot, lambda: "does not open" in painted(app) and not app.screen.busy)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: "Too many wrong passphrases" in painted(app))
        assert app.current_workspace is None


async def test_a_forgotten_passphrase_is_replaced_by_the_recovery_words(folder, tmp_path, wait):
    words = (tmp_path / "paper").read_text()
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        await pilot.press("f2")
        await wait(pilot, lambda: named(pilot) == "RecoverAccessScreen" and app.focused is not None)
        await write(pilot, "only three words")
        await wait(pilot, lambda: "here are 3" in painted(app))
        await write(pilot, words)
        await wait(pilot, lambda: "They fit" in painted(app) and app.focused.id == "new")
        await write(pilot, "lantern meadow orbit cello", "lantern meadow orbit cello")
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsScreen")
        fresh = app.screen.recovery_words
        assert fresh.split() != words.split()
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "RecoveryWordsCheckScreen" and app.focused is not None)
        await answered(pilot, wait, fresh)
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
    open_vault(folder, "lantern meadow orbit cello").close()


async def test_leaving_the_recovery_half_way_changes_nothing(folder, tmp_path, wait):
    words = (tmp_path / "paper").read_text()
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        await pilot.press("f2")
        await wait(pilot, lambda: named(pilot) == "RecoverAccessScreen" and app.focused is not None)
        await write(pilot, words)
        await wait(pilot, lambda: "They fit" in painted(app))
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "TodayScreen")


async def test_an_older_copy_in_its_place_is_told_and_gone_on_with_only_on_purpose(folder, tmp_path, wait):
    shutil.copytree(folder, tmp_path / "older")
    workspace = open_vault(folder, PASSPHRASE)
    workspace.vault.documents.save(Save("note", "a", "newer", author="Amina", base=0))
    workspace.close()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "older", folder)
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: "An older copy" in painted(app))
        await pilot.press("f6")
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "TodayScreen")


async def test_a_notebook_that_is_open_elsewhere_can_be_read(folder, wait):
    other = Vault.open(folder, PASSPHRASE)
    app = SupervisionApp(folder)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
            await write(pilot, PASSPHRASE)
            await wait(pilot, lambda: "another window" in in_one_line(app))
            await pilot.press("f5")
            await write(pilot, PASSPHRASE)
            await wait(pilot, lambda: "for reading only" in in_one_line(app) and named(pilot) == "NoticeScreen")
    finally:
        other.close()


async def test_a_damaged_notebook_is_replaced_by_a_copy_and_kept_whole(folder, wait):
    (folder / "records.db").write_bytes(b"")
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: "F4 makes a fresh notebook" in in_one_line(app))
        await pilot.press("f4")
        await wait(pilot, lambda: named(pilot) == "RestoreBackupScreen" and app.focused is not None)
        await pilot.press("enter")
        await wait(pilot, lambda: app.focused.id == "passphrase")
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: "kept whole" in in_one_line(app))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
    aside = [path for path in folder.parent.iterdir() if "set-aside" in path.name]
    assert [(path / "records.db").read_bytes() for path in aside] == [b""]


async def test_a_damaged_page_leaves_the_rest_for_reading_and_the_check_names_what_it_touches(folder, wait):
    workspace = open_vault(folder, PASSPHRASE)
    for number in range(60):
        words = "".join(hashlib.sha256(f"{number} {at}".encode()).hexdigest() for at in range(60))
        workspace.vault.documents.save(Save("note", f"n{number}", words, author="Amina", base=0))
    workspace.close()
    records = folder / "records.db"
    content = bytearray(records.read_bytes())
    middle = len(content) // 4096 // 2
    for page in range(middle, middle + 3):
        content[page * 4096 + 100] ^= 1
    records.write_bytes(bytes(content))
    app = SupervisionApp(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "UnlockScreen" and app.focused is not None)
        await write(pilot, PASSPHRASE)
        await wait(pilot, lambda: named(pilot) == "TodayScreen")  # the damaged texts are not needed for it
        await pilot.press("n")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen" and app.focused is not None)
        await pilot.press("k")
        await wait(pilot, lambda: "note n" in getattr(app.screen, "_words", ""))
        assert app.workspace.vault.read_only
    assert records.read_bytes() == bytes(content)
