"""Pairing cannot be done without the words, with one's own card, or by halves; and both sides hold the same keys."""

import pytest

from supervision_tui.parcels import (
    CARD_BYTES,
    CardRefusedError,
    WrongPairingWordsError,
    card_of,
    open_sealed,
    seal,
    show_words,
    type_words,
    with_card,
)
from supervision_tui.text import Line
from tests.parcels.conftest import NOW, paired


def test_what_one_sends_the_other_receives_and_the_two_directions_differ(pair):
    sam_has, ben_has = pair.of_the_one_who_showed, pair.of_the_one_who_typed
    assert sam_has.send_key == ben_has.receive_key
    assert sam_has.receive_key == ben_has.send_key
    assert sam_has.send_key != sam_has.receive_key


def test_words_are_read_as_people_type_them(pair):
    upper = type_words(Line("Sam"), str(pair.words).upper(), NOW)
    assert upper.words_key == pair.typed.words_key
    first_four = " ".join(word[:4] for word in pair.words.words)
    assert type_words(Line("Sam"), first_four, NOW).words_key == pair.typed.words_key


def test_a_slip_in_the_words_is_named_and_nothing_begins(pair):
    swapped = list(pair.words.words)
    swapped[2], swapped[7] = swapped[7], swapped[2]
    with pytest.raises(WrongPairingWordsError, match="out of order"):
        type_words(Line("Sam"), " ".join(swapped), NOW)
    with pytest.raises(WrongPairingWordsError, match="here are 15"):
        type_words(Line("Sam"), " ".join(pair.words.words[1:]), NOW)


def test_wrong_words_make_no_contact_on_either_side(pair):
    _, other_words = show_words(Line("Ben"), NOW)
    stranger = type_words(Line("Sam"), str(other_words), NOW)
    with pytest.raises(CardRefusedError, match="does not open"):
        with_card(pair.showed, card_of(stranger), NOW)
    with pytest.raises(CardRefusedError, match="does not open"):
        with_card(stranger, card_of(pair.showed), NOW)


def test_a_card_without_words_tells_nothing_and_pairs_with_nobody(pair):
    card = card_of(pair.typed)
    assert b"Sam" not in card
    assert b"Ben" not in card
    begun, _ = show_words(Line("Ben"), NOW)
    with pytest.raises(CardRefusedError, match="does not open"):
        with_card(begun, card, NOW)


def test_ones_own_card_come_back_is_refused(pair):
    for pending in (pair.showed, pair.typed):
        with pytest.raises(CardRefusedError, match="same side as yours"):
            with_card(pending, card_of(pending), NOW)


def test_two_who_both_showed_words_are_told_so():
    one, words = show_words(Line("Ben"), NOW)
    other = one.model_copy(update={"id": "other", "private_key": show_words(Line("Sam"), NOW)[0].private_key})
    with pytest.raises(CardRefusedError, match="One shows words, the other types them"):
        with_card(one, card_of(other), NOW)
    assert len(words.words) == 16


@pytest.mark.parametrize("at", range(CARD_BYTES))
def test_a_card_with_any_byte_changed_is_refused(pair, at):
    card = bytearray(card_of(pair.typed))
    card[at] ^= 1
    with pytest.raises(CardRefusedError):
        with_card(pair.showed, bytes(card), NOW)


@pytest.mark.parametrize("length", [0, 1, CARD_BYTES - 1, CARD_BYTES + 1, 4096])
def test_a_card_of_another_length_is_refused(pair, length):
    card = (card_of(pair.typed) * 50)[:length]
    with pytest.raises(CardRefusedError, match="no card"):
        with_card(pair.showed, card, NOW)


def test_a_card_made_anew_looks_different_and_pairs_all_the_same(pair):
    first, again = card_of(pair.typed), card_of(pair.typed)
    assert first != again
    assert with_card(pair.showed, first, NOW).send_key == with_card(pair.showed, again, NOW).send_key


def test_two_people_called_sam_are_two_contacts():
    one, two = paired("Sam", "Zoe").of_the_one_who_typed, paired("Sam", "Zoe").of_the_one_who_typed
    assert (one.name, two.name) == ("Sam", "Sam")
    assert one.id != two.id
    assert one.receive_key != two.receive_key


def test_no_key_and_no_word_is_shown_by_accident(pair):
    shown = f"{pair.words!r} {pair.showed!r} {pair.of_the_one_who_showed!r}"
    assert pair.words.words[0] not in shown
    for secret in (pair.showed.words_key, pair.showed.private_key, pair.of_the_one_who_showed.send_key):
        assert secret not in shown


def test_a_parcel_goes_from_one_end_of_a_pairing_to_the_other(pair):
    parcel = seal(b"the words", pair.of_the_one_who_showed)
    sender, words = open_sealed(parcel, [pair.of_the_one_who_typed])
    assert (sender.name, words) == ("Sam", b"the words")
