"""Wrong passphrases are counted outside the vault and answered after a growing wait."""

import pytest

from supervision_tui.vault import TooManyAttemptsError, Vault, WrongPassphraseError
from supervision_tui.vault.keys.rate_limit import FIRST_WAIT, FREE, LONGEST_WAIT, AttemptCounter, span, wait_after
from tests.vault.conftest import PASSPHRASE


class Clock:
    """A clock that a test turns."""

    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    turned = Clock()
    original = AttemptCounter.__init__
    monkeypatch.setattr(
        AttemptCounter, "__init__", lambda self, vault, folder=None: original(self, vault, folder, turned)
    )
    return turned


def wrong(place, times):
    for _ in range(times):
        with pytest.raises(WrongPassphraseError):
            place.open("not the right one")


def test_five_tries_are_free_then_the_wait_doubles_up_to_ten_minutes():
    assert [wait_after(failed) for failed in range(FREE)] == [0] * FREE
    assert wait_after(FREE) == FIRST_WAIT
    assert wait_after(FREE + 1) == 2 * FIRST_WAIT
    assert wait_after(FREE + 50) == LONGEST_WAIT


def test_after_five_wrong_ones_even_the_right_one_waits_and_is_told_how_long(place, clock):
    before = place.bytes()
    wrong(place, FREE - 1)
    with pytest.raises(WrongPassphraseError, match="next try is possible in 15 seconds"):
        place.open("not the right one")
    with pytest.raises(TooManyAttemptsError, match="wait 15 seconds") as told:
        place.open()
    assert told.value.seconds == FIRST_WAIT
    assert place.bytes() == before
    clock.now += FIRST_WAIT
    place.open().close()


def test_the_wait_outlives_the_program_and_a_clock_turned_back(place, clock):
    wrong(place, FREE)
    clock.now -= 86_400
    with pytest.raises(TooManyAttemptsError):
        place.open()
    clock.now += FIRST_WAIT
    place.open().close()


def test_a_try_that_was_killed_is_counted(place, clock):
    wrong(place, FREE - 1)
    vault = place.open()
    name = vault._opened.key_file.vault
    vault.close()
    wrong(place, FREE - 1)
    AttemptCounter(name, place.state).begin()  # and then the plug is pulled
    with pytest.raises(TooManyAttemptsError):
        place.open()


def test_the_right_passphrase_begins_anew_and_tells_who_was_at_the_door(place, clock):
    wrong(place, 3)
    with place.open() as vault:
        assert any("3 wrong passphrases" in warning for warning in vault.warnings)
    with place.open() as vault:
        assert vault.warnings == ()
    wrong(place, FREE - 1)


def test_recovery_words_open_without_waiting(place, clock):
    wrong(place, FREE)
    Vault.open_with_recovery(place.folder, place.words, state=place.state).close()


def test_guessing_at_an_open_vault_waits_as_well(vault, clock):
    for _ in range(FREE):
        with pytest.raises(WrongPassphraseError):
            vault.credentials.verify_passphrase("not the right one")
    with pytest.raises(TooManyAttemptsError):
        vault.credentials.verify_passphrase(PASSPHRASE)
    clock.now += FIRST_WAIT
    vault.credentials.verify_passphrase(PASSPHRASE)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"failed": -1, "last": 0}', b'{"failed": 1e9, "last": "x"}', b"\xff"]
)
def test_an_unreadable_count_locks_nobody_out(place, content):
    with place.open() as vault:
        path = place.state / "attempts" / f"{vault._opened.key_file.vault}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    place.open().close()


def test_times_are_said_as_people_say_them():
    assert span(0.2) == "1 second"
    assert span(89) == "89 seconds"
    assert span(600) == "10 minutes"
