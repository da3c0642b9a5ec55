"""Which words of a line can be somebody's name, and which words before a name say how somebody is kin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from supervision_tui.days.feasts import FEASTS
from supervision_tui.days.vocabulary import MONTHS, WEEKDAYS
from supervision_tui.family.dates.single import SEASON_WORDS
from supervision_tui.family.model.persons import Gender
from supervision_tui.family.recognition.common_words import PARTICLES, is_common
from supervision_tui.lazy_pattern import lazy_pattern

Role = Literal["child", "partner", "parent", "sibling", "relative"]
"""Where a relation word puts somebody beside the person near whom the line is entered."""

NAME_PARTICLES = PARTICLES | frozenset({"ferch", "verch", "bte", "binte", "ud", "ul", "ur", "ter", "ten", "'t", "af"})
"""Small words that are part of a name: Tomos ap Rhys, Fatima bint Khalid, Jan van der Berg."""
RELATIONS: dict[str, tuple[Gender, Role]] = {
    "son": ("male", "child"), "daughter": ("female", "child"), "boy": ("male", "child"), "girl": ("female", "child"),
    "child": ("unknown", "child"), "kid": ("unknown", "child"),
    "mum": ("female", "parent"), "mam": ("female", "parent"), "mummy": ("female", "parent"),
    "mother": ("female", "parent"), "dad": ("male", "parent"), "daddy": ("male", "parent"),
    "father": ("male", "parent"), "parent": ("unknown", "parent"), "carer": ("unknown", "parent"),
    "wife": ("female", "partner"), "girlfriend": ("female", "partner"), "husband": ("male", "partner"),
    "boyfriend": ("male", "partner"), "partner": ("unknown", "partner"),
    "brother": ("male", "sibling"), "sister": ("female", "sibling"), "sibling": ("unknown", "sibling"),
    "nan": ("female", "relative"), "nana": ("female", "relative"), "nanny": ("female", "relative"),
    "gran": ("female", "relative"), "granny": ("female", "relative"), "grandma": ("female", "relative"),
    "grandmother": ("female", "relative"), "grandad": ("male", "relative"), "granddad": ("male", "relative"),
    "grandpa": ("male", "relative"), "grandfather": ("male", "relative"), "grandparent": ("unknown", "relative"),
    "aunt": ("female", "relative"), "auntie": ("female", "relative"), "aunty": ("female", "relative"),
    "uncle": ("male", "relative"), "cousin": ("unknown", "relative"), "niece": ("female", "relative"),
    "nephew": ("male", "relative"), "grandson": ("male", "relative"), "granddaughter": ("female", "relative"),
    "godmother": ("female", "relative"), "godfather": ("male", "relative"),
    "mgm": ("female", "relative"), "mgf": ("male", "relative"), "pgm": ("female", "relative"),
    "pgf": ("male", "relative"), "mggm": ("female", "relative"), "pggm": ("female", "relative"),
}  # fmt: skip
"""Relation words to the gender that they say and to their place beside somebody."""
_PREFIX = r"(?:(?:my|her|his|their|the|a|new|current|eldest|oldest|older|elder|youngest|younger|little|big|baby) )*"
RELATION = lazy_pattern(
    rf"(?P<lead>{_PREFIX})(?P<degree>(?:half|great|maternal|paternal)[ -]?)*"
    rf"(?P<words>{'|'.join(sorted(RELATIONS, key=len, reverse=True))})(?P<owner>['’ ]?s)?(?=[\s,;.:)]|$)"
)
"""A relation word with what people put before it: "her eldest son", "half-brother", "maternal grandmother"."""
CALENDAR = frozenset({*MONTHS, *WEEKDAYS, *SEASON_WORDS, *(name.split()[0] for name in FEASTS)})
_ALSO_NAMES = frozenset({"may", "april", "june", "summer", "sunday", "autumn"})
"""Words of the calendar that are names too."""
ABBREVIATIONS = frozenset(
    [
        "LAC",
        "CLA",
        "CIN",
        "CP",
        "CPP",
        "IFA",
        "SGO",
        "SEN",
        "SEND",
        "ASD",
        "ADHD",
        "ADD",
        "EHCP",
        "GP",
        "HV",
        "DOB",
        "EDD",
        "IRO",
        "CSA",
        "CSE",
        "CCE",
        "DV",
        "DA",
        "NEET",
        "UASC",
        "YOT",
        "YJS",
        "SSW",
        "ISW",
        "FGC",
        "PLO",
        "ICO",
        "EPO",
        "SO",
        "CO",
        "PR",
        "NFA",
        "SEMH",
        "LD",
        "MH",
        "FASD",
        "IVF",
        "EUPD",
        "PTSD",
        "FTT",
        "TAF",
        "EHA",
        "MARAC",
        "CAMHS",
        "NHS",
    ]
)
"""Abbreviations of the field, which are no name."""
UNITS = frozenset("wk wks mth mths mnth mnths mo mos yr yrs yo edd wee approx".split())  # noqa: SIM905 - a list of words
_SIGNS = lazy_pattern(r"[/@&+=*#%<>|\\]")


def is_name_word(word: str, *, cased: bool) -> bool:
    """Whether *word* can be part of a name: a capital, a script without capitals, a particle.

    In a line without any capital (*cased* false) also a small word that is no word of every day.
    """
    letters = next((letter for letter in word if letter.isalpha()), "")
    if (
        not letters
        or _SIGNS.search(word)
        or any(letter.isdigit() for letter in word)
        or (word in ABBREVIATIONS and cased)
    ):
        return False
    if not letters.islower() or word.casefold() in NAME_PARTICLES:
        return True
    if any(letter.isupper() for letter in word[1:]):
        return True
    return not cased and not is_every_day(word) and word.casefold() not in UNITS


@lru_cache(maxsize=4096)
def is_every_day(word: str) -> bool:
    """Whether *word* is one of every day, accents left aside."""
    plain = unicodedata.normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode().strip(".,;:!?'")
    return is_common(plain) or ("'" in plain and is_common(plain.split("'")[0]))


def is_of_calendar(word: str) -> bool:
    """Whether *word* is a month, a weekday, a season or a feast, and no name besides."""
    return word.casefold() in CALENDAR - _ALSO_NAMES


def has_capital_name(words: Iterable[str]) -> bool:
    """Whether one of *words* is written as a name is: with a capital, and is no relation word."""
    return any(
        word[:1].isupper() and len(word) > 1 and not word.isupper() and word.casefold() not in RELATIONS
        and word.casefold() not in {"baby", "bump"} and not is_of_calendar(word)
        for word in (word.strip("(),;:.\"'“”‘’") for word in words)
    )  # fmt: skip


_ABOVE = lazy_pattern(
    r"(?:(?:my|her|his|their|the|new|current|former|long[- ]term) )*(?:"
    r"(?:foster|adoptive|step|birth|bio|biological|kinship)[ -]?"
    r"(?:mum|mam|mummy|mother|dad|daddy|father|parents?|carers?)|special guardians?|adopters?)(?=[\s,:])"
)
"""Words before a name that say a parent or a carer, whoever the line is entered beside: "stepdad Ian"."""


def leads_with_parent(text: str) -> bool:
    """Whether *text* begins with words for a parent or carer of some kind, and somebody after them."""
    return _ABOVE.match(text.casefold().lstrip()) is not None


def leading_role(text: str) -> Role | None:
    """The place beside somebody that a relation word at the beginning of *text* says; ``None`` without one."""
    match = RELATION.match(text.casefold().lstrip())
    if match is None or match["owner"] or match["degree"] or not text[match.end() :].strip():
        return None
    return RELATIONS[match["words"]][1]
