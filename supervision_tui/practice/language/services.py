"""Who does what a phrase says, a service or the family: "our team failed to engage her" is the sentence we want."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from supervision_tui.practice.language.wordlist import WordList

_BESIDE = frozenset({"at", "to", "with", "in", "from", "for", "by", "of", "into", "about", "against"})
"""A service after these words is not the one who acts: "Tom at school refused"."""

_JOINING = frozenset({"and", "but", "or", "yet", "then", "so"})
_CARRIES_ON = _JOINING | {"still", "also", "again", "simply", "just", "then", "that", "have", "has", "had"}


def done_by_a_service(before: Sequence[str], written: Sequence[str], words: WordList) -> bool:
    """Whether the one who does what comes next is a service.

    Args:
        before: the words of the sentence that stand before the phrase, in small letters.
        written: the same as written; a capital inside the sentence is a person's name.
        words: the list, with the words for services, people and reporting.
    """
    roles = [_role(word, written[at], at, words) for at, word in enumerate(before)]
    for at, (word, following) in enumerate(pairwise(before)):
        if f"{word} {following}" in words.services:
            roles[at] = "service"
    for at, role in enumerate(roles):
        if role == "service" and not _BESIDE.isdisjoint(before[max(0, at - 2) : at]):
            roles[at] = ""
    if _joined(before):
        first = next((role for role in roles if role in {"service", "person"}), "")
        return first == "service" and "reporting" not in roles
    for role in reversed(roles):
        if role:
            return role == "service"
    return False


def _joined(before: Sequence[str]) -> bool:
    """Whether the phrase carries on with the subject of the sentence: "we rang Kelly but failed to engage her"."""
    for word in reversed(before):
        if word in _JOINING:
            return True
        if word not in _CARRIES_ON:
            return False
    return False


def _role(word: str, written: str, at: int, words: WordList) -> str:
    """What *word* is in the sentence: ``service``, ``person``, ``reporting``, or nothing that tells."""
    if word in words.services:
        return "service"
    if word in words.people or (at > 0 and written[:1].isupper() and written != "I"):
        return "person"
    return "reporting" if word in words.reporting else ""
