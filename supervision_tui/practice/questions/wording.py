"""Turns a prompt's words and the people chosen for it into a sentence: names, possessives, pronouns, verbs.

Rules (b) and (d) of content specification 3.4: pronouns as the person says; where they are not known, the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.library import PLACEHOLDER

BLANK = "…"
"""Stands where a worker says the words."""

_PRONOUNS = {
    "she": {"they": "she", "them": "her", "their": "her", "is": "is"},
    "he": {"they": "he", "them": "him", "their": "his", "is": "is"},
    "they": {"they": "they", "them": "them", "their": "their", "is": "are"},
}
_YOU = {"": "you", "s": "your", "they": "you", "them": "you", "their": "your", "is": "are"}
_AGREE = {"is": "are", "was": "were", "has": "have", "does": "do"}
_BEFORE_YOU = lazy_pattern(r"\b(is|was|has|does) you\b")
_AFTER_YOU = lazy_pattern(r"\byou (is|was|has|does)\b")

_SPEECH = (
    "say|says|said|think|thinks|believe|believes|describe|describes|explain|explains|answer|tell|tells|hope|hopes|want|"
    "wants|like|wish|wishes|worry|worries|know|knows|understand|understands|expect|remember|feel|feels|make of|correct"
)
_ASKED = lazy_pattern(
    rf"\bask(?:ed|s)? \{{(\w+)\}}|\{{(\w+)(?:\.they)?\}}(?: (?!and\b)\w+){{0,2}} (?:{_SPEECH})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PlaceholderValue:
    """What goes into one pair of braces: the *words*, whose id it is, their *pronouns*, and *why* it fits.

    *near* is false for people whom we have not met and who share no home with the child: they are taken last.
    """

    words: str
    person: str | None = None
    pronouns: str = ""
    why: str = ""
    dead: bool = False
    near: bool = True


_WITHOUT_NAMES = {
    name: PlaceholderValue(words, pronouns="they")
    for name, words in {
        "child": "the child", "sibling": "the brother or sister", "parent": "the parent", "mother": "the mother",
        "father": "the father", "absent_parent": "the other parent", "partner": "the partner",
        "ex_partner": "the former partner", "grandparent": "the grandparent", "aunt_uncle": "the aunt or uncle",
        "carer": "the carer", "friend": "the friend", "pet": "the pet", "ancestor": "an ancestor", "person": "somebody",
        "person2": "somebody else", "person3": "a third person", "worker": "the worker", "supervisor": "the supervisor",
        "professional": "the professional", "agency": "the service", "event": "what happened", "event_date": "that day",
        "place": "that place", "behaviour": "the behaviour", "worry": "the worry", "strength": "the strength",
        "household": "the home", "age_then": "that age", "language": "the language",
    }.items()
}  # fmt: skip
"""What is read in each pair of braces where there is no family; a worker's own words have none."""


@lru_cache(maxsize=4096)
def asked_in(text: str) -> frozenset[str]:
    """Placeholders in *text* for people who are asked, or whose thoughts are asked for: nobody unborn or under four."""
    return frozenset(name for names in _ASKED.findall(text) for name in names if name)


def worded(text: str, fillers: Mapping[str, PlaceholderValue], *, spoken_to: str | None = None) -> str:
    """*text* with every placeholder filled.

    Args:
        text: a prompt's words.
        fillers: one for each placeholder in *text*; a missing one becomes :data:`BLANK`.
        spoken_to: a placeholder whose person hears this and is called "you".
    """

    def put(match: re.Match[str]) -> str:
        name = match["name"]
        form = "s" if match["of"] else (match["form"] or "")
        if name == spoken_to:
            return _YOU[form]
        filler = fillers.get(name)
        return BLANK if filler is None else _form(filler, form)

    filled = PLACEHOLDER.sub(put, text)
    if spoken_to is not None:
        filled = _BEFORE_YOU.sub(lambda match: f"{_AGREE[match[1]]} you", filled)
        filled = _AFTER_YOU.sub(lambda match: f"you {_AGREE[match[1]]}", filled)
    return filled[:1].upper() + filled[1:]


def words_without_names(text: str) -> str:
    """*text* as it is read where no family is in hand, as in the library: "the child" for ``{child}``.

    What only a worker can say stays :data:`BLANK`.
    """
    return worded(text, _WITHOUT_NAMES)


def _form(filler: PlaceholderValue, form: str) -> str:
    if not form:
        return filler.words
    if form == "s":
        return possessive(filler.words)
    known = _PRONOUNS.get(filler.pronouns)
    if form == "is" and filler.dead:
        return "were" if filler.pronouns == "they" else "was"
    if known is not None:
        return known[form]
    return {"they": filler.words, "them": filler.words, "their": possessive(filler.words), "is": "is"}[form]


def possessive(name: str) -> str:
    """*name* with its possessive ending, as spoken: ``Leanne's``, ``James's``."""
    return f"{name}'s"
