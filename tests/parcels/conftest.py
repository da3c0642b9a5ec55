"""Two paired notebooks, Sam's and Ben's, and a third one, Zoe's, paired with Sam's."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from supervision_tui.parcels import Contact, PairingWords, PendingPairing, card_of, show_words, type_words, with_card
from supervision_tui.text import Line

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Pair:
    """Both ends of a pairing, while it waits and afterwards."""

    words: PairingWords
    showed: PendingPairing
    typed: PendingPairing
    of_the_one_who_showed: Contact
    of_the_one_who_typed: Contact


def paired(showing="Sam", typing="Ben"):
    """Pair two people's notebooks."""
    showed, words = show_words(Line(typing), NOW)
    typed = type_words(Line(showing), str(words), NOW)
    return Pair(words, showed, typed, with_card(showed, card_of(typed), NOW), with_card(typed, card_of(showed), NOW))


@pytest.fixture
def pair():
    """Sam showed the words, Ben typed them."""
    return paired()


@pytest.fixture
def other_pair():
    """Another pairing of Sam's, with Zoe."""
    return paired("Sam", "Zoe")
