"""Who is meant by a name that somebody typed: for finding a person, not for guarding a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family.recognition.matching import Matcher
from supervision_tui.family.recognition.recogniser import recogniser_of
from supervision_tui.family.recognition.tokens import Tokens, name_tokens

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.persons import Person


def people_called(family: Family, words: str) -> tuple[Person, ...]:
    """Those of *family* who are meant by *words*: their id, their name, or another way of writing it.

    An exact name wins over a short form, a turned round name, a misspelling. Nobody for more words than a name.
    """
    exact = family.named(words)
    if exact or not words.strip():
        return exact
    matcher = Matcher(recogniser_of((family,)).names, Tokens(words))
    whole = [
        match for match in matcher.matches()
        if match.bearer and match.first == 0 and match.last == len(matcher.tokens) - 1
    ]  # fmt: skip
    best = [match for match in whole if match.grade == "certain"] or whole
    return tuple(dict.fromkeys(family.person(match.bearer.person) for match in best if match.bearer))


def begins_like(name: str, typed: str) -> bool:
    """Whether a word of *name* begins as was *typed*, accents, capitals and marks aside."""
    sought = " ".join(name_tokens(typed))
    words = name_tokens(name)
    return bool(sought) and any(" ".join(words[at:]).startswith(sought) for at in range(len(words)))
