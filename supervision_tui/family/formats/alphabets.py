"""Which letters beyond ASCII languages write, so that an encoding of one byte can be told from another by its letters.

A file of names is short for statistics: what tells cp1250 from cp1252 is that ``Dvoøák`` is no word of any language,
while ``Dvořák`` is one of Czech.
"""

from __future__ import annotations

import unicodedata

_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѓќѕ"
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
ALPHABETS: tuple[frozenset[str], ...] = tuple(
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ", "äöüßé", "áéíñóúü", "áâãàçéêíóôúü", "àèéìíîòóùú", "æøåéö", "åäöé", "áðéíóúýþæö", "áéíóú",
        "àèìòù", "âêîôûŵŷëïöüá", "éëïóöüáè", "õäöüšž", "ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕôä", "áéíóöőúüű", "ăâîşţșț",
        "čćđšž", _RUSSIAN, _GREEK, "çğıöşüâîû", "ąčęėįšųūž", "āčēģīķļņšūž",
    )
)  # fmt: skip
"""French, German, Spanish, Portuguese, Italian, Danish, Swedish, Icelandic, Irish, Gaelic, Welsh, Dutch, Estonian,
Polish, Czech and Slovak, Hungarian, Romanian, Croatian, Cyrillic, Greek, Turkish, Lithuanian, Latvian."""
_VOWELS = {frozenset(_RUSSIAN): frozenset("аеиоуыэюяёіїє"), frozenset(_GREEK): frozenset("αεηιουωάέήίόύώ")}
FEWEST_VOWELS = 0.25
"""Share of vowels below which a text in a script of its own is no words."""
_QUOTES = frozenset("’‘“”„–—…«»")


def word_share(text: str) -> float:
    """From 0 to 1: how much of what is beyond ASCII in *text* are letters of one language, each within a word."""
    beyond = [(at, char) for at, char in enumerate(text) if char > "\x7f" and char not in _QUOTES]
    if not beyond:
        return 1.0
    letters = [char.casefold() for _, char in beyond if unicodedata.category(char)[0] == "L"]
    best = max(sum(char in alphabet for char in letters) * _has_vowels(letters, alphabet) for alphabet in ALPHABETS)
    return best / len(beyond)


def _has_vowels(letters: list[str], alphabet: frozenset[str]) -> bool:
    vowels = _VOWELS.get(alphabet)
    return vowels is None or sum(char in vowels for char in letters) >= FEWEST_VOWELS * len(letters)
