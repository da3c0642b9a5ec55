"""A parcel opens whole for the one whom it was made for, and for nobody else; from outside it tells nothing."""

import secrets
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.parcels import (
    LARGEST,
    SMALLEST,
    NotAParcelError,
    OwnParcelError,
    ParcelChangedError,
    ParcelError,
    ParcelForAnotherError,
    ParcelNewerError,
    ParcelTooLargeError,
    file_name,
    open_sealed,
    seal,
    sealing,
)
from tests.every_row import every_row
from tests.parcels.conftest import paired
from tests.whole import examples

PAIR = paired()
SAM_SENDS, BEN_TAKES = PAIR.of_the_one_who_showed, PAIR.of_the_one_who_typed
HEADER = 49


@examples(30)
@given(st.binary(max_size=200_000))
def test_what_is_sealed_opens_as_it_was(words):
    assert open_sealed(seal(words, SAM_SENDS), [BEN_TAKES])[1] == words


@examples(60)
@given(st.integers(0, SMALLEST - 1), st.integers(1, 255))
def test_any_byte_flipped_is_noticed(at, by):
    parcel = bytearray(seal(b"words", SAM_SENDS))
    parcel[at] ^= by
    with pytest.raises(ParcelError):
        open_sealed(bytes(parcel), [BEN_TAKES])


@every_row("at", range(HEADER))
def test_every_byte_of_the_head_is_bound(at):
    parcel = bytearray(seal(b"words", SAM_SENDS))
    parcel[at] ^= 0x80
    with pytest.raises(ParcelError):
        open_sealed(bytes(parcel), [BEN_TAKES])


@every_row("length", [*range(HEADER + 20), SMALLEST // 2, SMALLEST - 1, SMALLEST + 1])
def test_every_length_cut_or_added_is_noticed(length):
    parcel = (seal(b"words", SAM_SENDS) + b"\0")[:length]
    with pytest.raises(ParcelError, match="Nothing was taken in"):
        open_sealed(parcel, [BEN_TAKES])


def test_an_older_format_that_is_claimed_does_not_open():
    parcel = bytearray(seal(b"words", SAM_SENDS))
    parcel[len(sealing.MAGIC)] = sealing.FORMAT - 1
    with pytest.raises(ParcelChangedError):
        open_sealed(bytes(parcel), [BEN_TAKES])


def test_a_parcel_of_a_newer_program_says_what_to_do():
    parcel = bytearray(seal(b"words", SAM_SENDS))
    parcel[len(sealing.MAGIC)] = sealing.FORMAT + 1
    with pytest.raises(ParcelNewerError, match="Bring this one up to date"):
        open_sealed(bytes(parcel), [BEN_TAKES])


def test_a_parcel_that_is_reflected_is_told_as_ones_own():
    with pytest.raises(OwnParcelError, match="You made this parcel yourself, for Ben"):
        open_sealed(seal(b"words", SAM_SENDS), [SAM_SENDS])


def test_a_parcel_that_is_forwarded_to_a_third_does_not_open():
    zoe = paired("Sam", "Zoe").of_the_one_who_typed
    with pytest.raises(ParcelForAnotherError, match="for somebody else"):
        open_sealed(seal(b"words", SAM_SENDS), [zoe])
    with pytest.raises(ParcelForAnotherError):
        open_sealed(seal(b"words", SAM_SENDS), [])


@pytest.mark.parametrize("size", [0, 7, 8, 100, SMALLEST, 2 * SMALLEST])
def test_a_file_of_random_bytes_is_no_parcel(size):
    with pytest.raises(NotAParcelError, match="whatever its name says"):
        open_sealed(b"%PDF-1.7" + secrets.token_bytes(size), [BEN_TAKES])


def test_the_size_tells_nothing_but_a_power_of_two():
    sizes = {len(seal(secrets.token_bytes(length), SAM_SENDS)) for length in (0, 1, 900, 60_000)}
    assert sizes == {SMALLEST}
    assert len(seal(secrets.token_bytes(70_000), SAM_SENDS)) == 2 * SMALLEST


def test_two_parcels_of_the_same_words_share_nothing_but_what_every_parcel_begins_with():
    one, two = seal(b"words", SAM_SENDS), seal(b"words", SAM_SENDS)
    start = len(sealing.MAGIC) + 1
    assert one[:start] == two[:start]
    assert one[start : start + 16] != two[start : start + 16]
    assert sum(a == b for a, b in zip(one[start:], two[start:], strict=True)) < 0.02 * len(one)


def test_neither_name_nor_head_tells_who_or_what():
    names = {file_name() for _ in range(50)}
    assert len(names) == 50
    parcel = seal(b"Ben Okafor of family V2", SAM_SENDS)
    for words in (b"Okafor of family", SAM_SENDS.id.encode(), BEN_TAKES.id.encode()):
        assert words not in parcel


def test_a_bomb_is_stopped_before_it_opens(monkeypatch):
    monkeypatch.setattr(sealing, "LARGEST_OPENED", 1_000_000)
    bomb = zlib.compress(bytes(20_000_000), 9)
    assert len(bomb) < SMALLEST
    monkeypatch.setattr(sealing.zlib, "compress", lambda _: bomb)
    parcel = seal(b"small", SAM_SENDS)
    with pytest.raises(ParcelTooLargeError, match="more in this parcel than one may hold"):
        open_sealed(parcel, [BEN_TAKES])


def test_more_than_one_parcel_carries_is_refused_before_it_is_written(monkeypatch):
    monkeypatch.setattr(sealing, "LARGEST", SMALLEST)
    with pytest.raises(ParcelTooLargeError, match="Send fewer records"):
        seal(secrets.token_bytes(SMALLEST), SAM_SENDS)


def test_a_file_larger_than_any_parcel_is_refused():
    with pytest.raises(ParcelTooLargeError, match="larger than any parcel"):
        open_sealed(bytes(LARGEST + 1), [BEN_TAKES])
