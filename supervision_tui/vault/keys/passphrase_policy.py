"""Passphrase advice: length, not composition; the commonest refused (NCSC password guidance; Cyber Essentials 2025).

There is no upper limit, no forced mixture of signs, no forced change, and pasting is welcome.
"""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from supervision_tui.text_folding import fold
from supervision_tui.vault.errors import WeakPassphraseError
from supervision_tui.vault.keys.key_words import word_list

SHORTEST = 12
_FEWEST_DIFFERENT = 5
_SUGGESTED_WORDS = 4
_LOOKALIKES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb")


def advice(passphrase: str) -> str:
    """What is wrong with *passphrase* as one sentence that helps; "" when it will do."""
    if len(passphrase) < SHORTEST:
        return f"Use at least {SHORTEST} characters: three or four unrelated words are easy to keep."
    if len(set(passphrase)) < _FEWEST_DIFFERENT:
        return (
            "This repeats a few characters over and over. Three or four unrelated words are easier and much stronger."
        )
    if _common(passphrase):
        return "This is among the passphrases tried first. Three or four unrelated words are easier and stronger."
    return ""


def check(passphrase: str) -> None:
    """Refuse a new passphrase that will not do.

    Raises:
        WeakPassphraseError: says why and what would do.
    """
    wrong = advice(passphrase)
    if wrong:
        raise WeakPassphraseError(wrong)


def suggestion() -> str:
    """Four random words of our list (40 bits; at the standard cost of a guess, ten thousand machine years and more)."""
    while True:
        words = " ".join(secrets.choice(word_list()) for _ in range(_SUGGESTED_WORDS))
        if not advice(words):
            return words


def _common(passphrase: str) -> bool:
    """Whether nothing is left once common words, keyboard runs, years and signs are taken away."""
    plain = fold(passphrase)
    bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    return any(not _left(form) for form in {plain, plain.translate(_LOOKALIKES), bare.translate(_LOOKALIKES)})


def _left(form: str) -> str:
    rest = re.sub(r"[\W_]+", "", form)
    for word in _common_words():
        rest = rest.replace(word, "")
    for run in _RUNS:
        for way in (run, run[::-1]):
            rest = _without_run(rest, way)
    rest = re.sub(r"(.{1,4}?)\1+", r"\1", rest)
    return re.sub(r"\d+|^.{1,2}$", "", rest)


def _without_run(text: str, run: str) -> str:
    """*text* without pieces of four or more characters of *run*."""
    for size in range(len(run), 3, -1):
        for start in range(len(run) - size + 1):
            text = text.replace(run[start : start + size], "")
    return text


def _common_words() -> list[str]:
    """Common words and pieces, longest first."""
    listed = (Path(__file__).parents[1] / "common.txt").read_text("ascii").split()
    return sorted(listed, key=len, reverse=True)
