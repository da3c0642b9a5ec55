"""Cues: phrases in files, made into one pattern a group, so that every suggestion can show the words that made it.

Files: ``templates/motivational/worker.yaml`` and ``person.yaml``. A phrase is words; ``^`` the start of a sentence,
after "so" and the like; ``$`` its end; ``(a|b)`` one of them, ``(a |b )?`` one or none, ``(a |b )*`` any of them; a
lone ``*`` one to three words. An apostrophe may be missing in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import Field, field_validator

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.library import FrozenModel, Slug, read_shipped
from supervision_tui.text import Line

_ALLOWED = lazy_pattern(r"\^?[a-z0-9'()| ?*-]+\$?\Z")
_LONE_STAR = lazy_pattern(r"(?<![^ ])\*(?= |\Z) ?")
_OPENERS = (
    "so|and|but|well|okay|ok|um|uh|er|erm|yeah|yes|no|right|now|then|oh|ah|alright|all right|hmm|mm|mhm|you know|"
    "i mean|i guess|like|also|great|good|sure|actually|cause|because|or|cool|wow|just|maybe|fine|anyway|again|perhaps|"
    "exactly|absolutely|perfect|excellent|wonderful|amazing|fantastic|brilliant|lovely|interesting|please|thanks|hi|hello"
)
_LEADING = lazy_pattern(rf"(?:(?:{_OPENERS})(?![\w']) ?)*")


class CueGroup(FrozenModel):
    """Phrases that make one suggestion."""

    id: Slug
    about: Line
    phrases: Annotated[tuple[str, ...], Field(min_length=1)]

    @field_validator("phrases")
    @classmethod
    def _readable(cls, phrases: tuple[str, ...]) -> tuple[str, ...]:
        for phrase in phrases:
            if not _ALLOWED.match(phrase) or phrase.count("(") != phrase.count(")"):
                raise ValueError(f"'{phrase[:60]}' is not a phrase: small letters, (a|b), ?, *, ^ and $ only")
        return phrases


class CueList(FrozenModel):
    """A file of groups."""

    id: Slug
    title: Line
    version: Line
    groups: Annotated[tuple[CueGroup, ...], Field(min_length=1)]


def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all *phrases*, over a sentence in small letters with single blanks."""
    anywhere = [_regex(phrase) for phrase in phrases if not phrase.startswith("^")]
    at_start = [_regex(phrase[1:]) for phrase in phrases if phrase.startswith("^")]
    parts = []
    if at_start:
        parts.append(rf"\A(?:(?:{_OPENERS}) )*?(?P<start>{'|'.join(at_start)})(?![\w'])")
    if anywhere:
        parts.append(rf"(?<![\w'])(?P<anywhere>{'|'.join(anywhere)})(?![\w'])")
    return re.compile("|".join(parts))


def _regex(phrase: str) -> str:
    """The phrase as a regular expression; only characters that :class:`CueGroup` let in can be here."""
    ends = phrase.endswith("$")
    words = _LONE_STAR.sub(r"(?:\\S+ ){1,3}", phrase.removesuffix("$"))
    grouped = re.sub(r"\((?!\?)", "(?:", words)
    return grouped.replace("'", "'?") + (r"\Z" if ends else "")


@cache
def cues(name: str) -> dict[str, re.Pattern[str]]:
    """The pattern of each group in the file called *name* (``worker``, ``person``), in its order.

    Raises:
        FileFormatError: the shipped file was changed and cannot be read.
        FileNotFoundError: the installation is incomplete.
    """
    found = read_shipped(f"templates/motivational/{name}.yaml", CueList)
    return {group.id: pattern(group.phrases) for group in found.groups}


def opener(sentence: str) -> tuple[tuple[str, ...], str]:
    """The small words that *sentence* (bare) begins with, and the rest; words alone are the rest."""
    match = _LEADING.match(sentence)
    end = match.end() if match else 0
    return (tuple(sentence[:end].split()), sentence[end:]) if end < len(sentence) else ((), sentence)


def words_of(match: re.Match[str]) -> str:
    """The words that matched, without what only led to them."""
    found = match.groupdict()
    return found.get("start") or found.get("anywhere") or match.group()


def start_of(match: re.Match[str]) -> int:
    """Where the words that matched begin."""
    return next((match.start(name) for name, value in match.groupdict().items() if value is not None), match.start())
