"""Which letters beyond ASCII languages write, so that an encoding of one byte can be told from another by its letters.

A file of names is short for statistics: what tells cp1250 from cp1252 is that ``Dvoøák`` is no word of any language,
while ``Dvořák`` is one of Czech.
"""

from __future__ import annotations

from supervision_tui.lazy_pattern import lazy_pattern

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
_OTHER_SCRIPTS = frozenset(_RUSSIAN) | frozenset(_GREEK)
_NO_LETTER = "\ufffd"
_QUOTES = frozenset("’‘“”„–—…«»")


_WORDS = lazy_pattern(r"[^\W\d_]+")


def word_share(text: str) -> float:
    """From 0 to 1: how much of what is beyond ASCII in *text* are letters of a language, each within a word.

    Half of it is how well one language fits the whole, half how well each word is of some language: a file of names
    may hold those of two. A word with letters of two scripts is of none.
    """
    beyond = [char for char in text if char > "\x7f" and char not in _QUOTES]
    if not beyond:
        return 1.0
    words = [letters for word in _WORDS.findall(text.casefold()) if (letters := _beyond_ascii(word))]
    return (_best([letter for word in words for letter in word]) + sum(map(_best, words))) / (2 * len(beyond))


def _beyond_ascii(word: str) -> list[str]:
    """The letters of a word beyond ASCII; those of another script beside Latin ones are no letters of a language."""
    beyond = [char for char in word if char > "\x7f"]
    mixed = len(beyond) < len(word) and any(char in _OTHER_SCRIPTS for char in beyond)
    return [_NO_LETTER] * len(beyond) if mixed else beyond


def _best(letters: list[str]) -> float:
    """How many of *letters* the alphabet has that has most of them."""
    return max(sum(char in alphabet for char in letters) * _has_vowels(letters, alphabet) for alphabet in ALPHABETS)


def _has_vowels(letters: list[str], alphabet: frozenset[str]) -> bool:
    vowels = _VOWELS.get(alphabet)
    return vowels is None or sum(char in vowels for char in letters) >= FEWEST_VOWELS * len(letters)
