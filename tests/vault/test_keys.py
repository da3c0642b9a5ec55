"""Ways in: passphrase, recovery words, the system's key store; and a key file that anything may have happened to."""

import json
import random
import shutil

import keyring
import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from benchmarks._others import mutated
from supervision_tui.vault import (
    Cost,
    NotSavedError,
    RecoveryWords,
    Vault,
    VaultDamagedError,
    VaultError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryWordsError,
)
from supervision_tui.vault.keys import key_file, passphrase_policy
from supervision_tui.vault.keys.key_words import word_list
from tests.every_row import every_row
from tests.vault.conftest import PASSPHRASE
from tests.whole import examples

NEW = "quiet otters by the weir"


def test_changing_the_passphrase_touches_no_record(place):
    records = place.records.read_bytes()
    with place.open() as vault:
        vault.credentials.change_passphrase(PASSPHRASE, NEW, cost=Cost.FAST)
    assert place.records.read_bytes() == records
    place.open(NEW).close()
    with pytest.raises(WrongPassphraseError):
        place.open()


def test_the_old_passphrase_must_be_right_to_change_it(place):
    before = place.bytes()
    with place.open() as vault:
        with pytest.raises(WrongPassphraseError):
            vault.credentials.change_passphrase("not the passphrase", NEW, cost=Cost.FAST)
        with pytest.raises(WeakPassphraseError):
            vault.credentials.change_passphrase(PASSPHRASE, "short", cost=Cost.FAST)
    after = place.bytes()
    assert {name: after[name] for name in before if name.startswith("keys")} == {
        name: before[name] for name in before if name.startswith("keys")
    }
    place.open().close()


def test_the_same_letters_typed_another_way_open_it(tmp_path):
    vault, _ = Vault.create(tmp_path / "v", "Zo\u00eb and the caf\u00e9", cost=Cost.FAST, state=tmp_path / "s")
    vault.close()
    Vault.open(tmp_path / "v", "Zoe\u0308 and the cafe\u0301", state=tmp_path / "s").close()


def test_recovery_words_open_the_vault_and_set_a_new_passphrase(place):
    with Vault.open_with_recovery(place.folder, place.words.upper(), state=place.state) as vault:
        vault.credentials.recover(place.words, NEW, cost=Cost.FAST)
        fresh = vault.credentials.renew_recovery_words(NEW)
    place.open(NEW).close()
    Vault.open_with_recovery(place.folder, str(fresh), state=place.state).close()
    with pytest.raises(WrongRecoveryWordsError, match="belong to another vault, or were replaced"):
        Vault.open_with_recovery(place.folder, place.words, state=place.state)


@examples(60)
@given(st.randoms(use_true_random=False), st.integers(0, 15))
def test_one_wrong_recovery_word_is_named_with_the_one_that_fits(rng, at):
    words = list(RecoveryWords.new().words)
    right = words[at]
    words[at] = rng.choice([word for word in word_list() if word != right])
    with pytest.raises(WrongRecoveryWordsError, match=f"Word {at + 1} does not fit the others; “{right}” would"):
        RecoveryWords.read(" ".join(words))


@examples(60)
@given(st.integers(0, 14))
def test_two_recovery_words_in_the_wrong_order_are_noticed(at):
    words = list(RecoveryWords.new().words)
    words[at], words[at + 1] = words[at + 1], words[at]
    if words[at] != words[at + 1]:
        with pytest.raises(WrongRecoveryWordsError, match="Two or more"):
            RecoveryWords.read(" ".join(words))


def test_recovery_words_are_read_as_people_type_them():
    words = RecoveryWords.new()
    assert RecoveryWords.read(str(words)) == words
    assert RecoveryWords.read("\n".join(f"{at}. {word.title()}," for at, word in enumerate(words.words, 1))) == words
    assert RecoveryWords.read(" ".join(word[:4] for word in words.words)) == words
    assert "hidden" in repr(words)


def test_a_misspelt_recovery_word_is_named_with_a_guess():
    words = list(RecoveryWords.new().words)
    words[2] = "kangaru"
    with pytest.raises(WrongRecoveryWordsError, match="Word 3 of the recovery words is not one of ours"):
        RecoveryWords.read(" ".join(words))
    with pytest.raises(WrongRecoveryWordsError, match="should be 16 recovery words and here are 15"):
        RecoveryWords.read(" ".join(words[1:]))


def test_the_word_list_is_fit_for_paper():
    words = word_list()
    assert len(set(words)) == 1024
    assert len({word[:4] for word in words}) == 1024
    assert all(3 <= len(word) <= 9 and word.isascii() and word.islower() for word in words)
    edits = {}
    for word in words:
        for at in range(len(word)):
            edits.setdefault((at, word[:at] + word[at + 1 :]), set()).add(word)
    assert all(len(alike) == 1 for alike in edits.values())


class Memory(KeyringBackend):
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
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def store():
    before = keyring.get_keyring()
    memory = Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_the_systems_key_store_opens_it_on_request_only(place, store):
    with pytest.raises(WrongPassphraseError):
        Vault.open_from_os_keyring(place.folder, state=place.state)
    with place.open() as vault:
        vault.credentials.add_to_os_keyring(PASSPHRASE)
    Vault.open_from_os_keyring(place.folder, state=place.state).close()
    place.open().close()
    with place.open() as vault:
        vault.credentials.remove_from_os_keyring(PASSPHRASE)
    assert store.held == {}
    with pytest.raises(WrongPassphraseError, match="Use the passphrase"):
        Vault.open_from_os_keyring(place.folder, state=place.state)


def test_a_key_store_with_rubbish_in_it_opens_nothing(place, store):
    with place.open() as vault:
        vault.credentials.add_to_os_keyring(PASSPHRASE)
    for rubbish in ("", "?", "AAAA", "é"):
        store.held = dict.fromkeys(store.held, rubbish)
        with pytest.raises(WrongPassphraseError):
            Vault.open_from_os_keyring(place.folder, state=place.state)


def test_without_a_key_store_the_passphrase_goes_on(place):
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    try:
        with place.open() as vault, pytest.raises(VaultError, match="no key store that can be used"):
            vault.credentials.add_to_os_keyring(PASSPHRASE)
    finally:
        keyring.set_keyring(before)


def test_a_damaged_key_file_is_replaced_by_its_second_copy(place):
    (place.folder / "keys.json").write_text("{")
    with place.open() as vault:
        assert "second copy was used" in vault.warnings[0]
        assert any("keys.json is damaged" in finding.message for finding in vault.check())
        vault.credentials.change_passphrase(PASSPHRASE, NEW, cost=Cost.FAST)
        assert vault.check() == []
    with place.open(NEW) as vault:
        assert vault.warnings == ()


def flipped(path):
    """One letter of the first wrapped key changed, so that the file is still well-formed."""
    tree = json.loads(path.read_text())
    box = tree["slots"][0]["box"]
    tree["slots"][0]["box"] = ("B" if box[20] != "B" else "C").join([box[:20], box[21:]])
    path.write_text(json.dumps(tree))


def test_damage_inside_a_wrapped_key_is_not_told_as_a_wrong_passphrase(place):
    flipped(place.folder / "keys.json")
    with place.open() as vault:
        assert "second copy was used" in vault.warnings[0]
    flipped(place.folder / "keys.second.json")
    with pytest.raises(VaultDamagedError, match="its checksum does not fit"):
        place.open()


def test_a_key_file_that_does_not_come_out_as_written_is_told_at_once(place, monkeypatch):
    works = key_file.write

    def writes_rubbish(folder, key_file):
        works(folder, key_file)
        (folder / "keys.json").write_text("{")

    with place.open() as vault:
        monkeypatch.setattr(key_file, "write", writes_rubbish)
        with pytest.raises(VaultDamagedError, match="make a backup now"):
            vault.credentials.change_passphrase(PASSPHRASE, NEW, cost=Cost.FAST)


def test_a_disk_that_refuses_the_key_file_leaves_the_old_passphrase(place, monkeypatch):
    def refuses(*_):
        raise OSError

    with place.open() as vault:
        monkeypatch.setattr(key_file.private_files, "write_whole", refuses)
        with pytest.raises(NotSavedError, match="What opened the vault before still does"):
            vault.credentials.change_passphrase(PASSPHRASE, NEW, cost=Cost.FAST)
        monkeypatch.undo()
    place.open().close()


def test_a_key_file_changed_by_another_hand_is_told(place):
    path = place.folder / "keys.json"
    found, _ = key_file.read(place.folder)
    forged = found.without_slot("recovery").model_copy(update={"sum": ""})
    forged = forged.model_copy(update={"sum": key_file._sum(forged)})
    path.write_text(json.dumps(forged.model_dump(mode="json")))
    with place.open() as vault:
        assert "changed by something other" in vault.warnings[0]
        assert any(finding.grave for finding in vault.check())


@examples(250, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_a_key_file_that_anything_happened_to_is_a_sentence_never_a_traceback(place, seed):
    rng = random.Random(seed)  # noqa: S311 - repeatable
    good = (place.folder / "keys.json").read_bytes()
    second = (place.folder / "keys.second.json").read_bytes()
    bad = mutated(good, rng)
    try:
        for name in ("keys.json", "keys.second.json"):
            (place.folder / name).write_bytes(bad)
        before = place.bytes()
        try:
            place.open().close()
        except VaultError as error:
            told = str(error)
            unchanged = place.bytes() == before
        else:
            told, unchanged = ".", True
        assert unchanged
        assert told.endswith(".")
    finally:
        (place.folder / "keys.json").write_bytes(good)
        (place.folder / "keys.second.json").write_bytes(second)


RUBBISH = [b"", b"{}", b"[" * 100_000, b"\xff\xfe", b"null", b'{"format": 1e999}', b" " * 200_000]


@pytest.mark.parametrize("content", RUBBISH)
def test_rubbish_in_the_place_of_a_key_file(place, content):
    for name in ("keys.json", "keys.second.json"):
        (place.folder / name).write_bytes(content)
    with pytest.raises(VaultError, match=r"keys\.json is damaged"):
        place.open()


WEAK = (
    "short password1234 Password!2345 qwertyuiop12 aaaaaaaaaaaa abcabcabcabc 123456789012 letmeinletmein P@ssw0rd2026! "
    "iloveyou12345 supervision2026 welcome12345 liverpool1892 summer2026!!!"
)


@every_row("weak", WEAK.split())
def test_weak_passphrases_are_refused_with_what_would_do(weak):
    assert "words" in passphrase_policy.advice(weak)


@pytest.mark.parametrize("good", [PASSPHRASE, NEW, "correct zebra lamp", "Łukasz rides 3 buses", "x7Kq-29fh-Lp0z"])
def test_good_passphrases_of_any_make_pass(good):
    assert passphrase_policy.advice(good) == ""


@examples(50)
@given(st.integers())
@example(0)
def test_a_suggestion_is_always_good_enough(again):
    assert passphrase_policy.advice(passphrase_policy.suggestion()) == ""


def test_a_copied_vault_opens_elsewhere(place, tmp_path):
    shutil.copytree(place.folder, tmp_path / "elsewhere")
    Vault.open(tmp_path / "elsewhere", PASSPHRASE, state=tmp_path / "other-state").close()
