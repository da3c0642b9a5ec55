"""A next step in one sentence: who does it and by when, read from the words, shown before it is kept, never guessed.

Who does it is a worker named at the very beginning; by when are the last words that say a day. What is not said stays
open, as a gap that is asked about later.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from supervision_tui.days import weekday_in_words
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.session.due_days import read_due_day
from supervision_tui.text import SafeText
from supervision_tui.text_folding import name_key

_BY = lazy_pattern(r"\b(?:(?:on|by) or before|by|before|within|until|no later than)\b", re.IGNORECASE)
"""Words that begin the day by which something is due."""
_ON = lazy_pattern(
    r"\b(?:on|in|at|next|this|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
"""Words that may begin a day where none of the others does."""
_AFTER_A_NAME = lazy_pattern(r"^(?P<name>[^:–—]{1,60}?)(?:\s*:|\s+[-–—])\s+")
"""A name with the sign after it that leads to what is to be done: "Ben: rings Nan", "Ben - rings Nan"."""
_SEVERAL = lazy_pattern(r"(?:and|&|\+|or)\b|&", re.IGNORECASE)
"""What joins a second name to the first: then nobody is taken for the one who does it."""
_EACH = lazy_pattern(r"\b(?:every|each)(?: other)?\s*$", re.IGNORECASE)
"""What stands before a day that comes again and again, and so is none by which something is due."""
_NO_DAY = "Not a day"
"""How the reading of words begins that say nothing about a day at all."""


@dataclass(frozen=True, slots=True)
class StepReading:
    """A step as it was understood.

    Attributes:
        what: the sentence without who and when.
        owner: the worker who does it, or "".
        when: the words that say by when, or "".
        due: the day that they mean; ``None`` where they leave it open.
    """

    what: SafeText
    owner: str = ""
    when: str = ""
    due: date | None = None

    @property
    def open(self) -> tuple[str, ...]:
        """What is not said: "who", "by when"."""
        return tuple(words for words, there in (("who", self.owner), ("by when", self.due)) if not there)

    def in_words(self) -> str:
        """The step as a sentence without its end: "Amina rings the midwife, by Friday 4 December 2026"."""
        what = f"{self.owner} {self.what[:1].lower()}{self.what[1:]}" if self.owner else str(self.what)
        when = f"by {weekday_in_words(self.due)}" if self.due else str(self.when)
        gaps = f" (not said: {' and '.join(self.open)})" if self.open else ""
        return f"{what}{f', {when}' if when else ''}{gaps}"


def read_step(text: str, workers: Iterable[str], today: date, family: Collection[str] = ()) -> StepReading:
    """The step in *text*; *workers* are the names of those who can be meant, *today* the day it is said.

    *family* holds folded names of the family that is talked about: who shares one is meant by their whole name only.
    """
    words = " ".join(text.split()).rstrip(".")
    owner, rest = _owner(words, tuple(dict.fromkeys(filter(None, workers))), family)
    when, due, rest = _when(rest, today)
    return StepReading(SafeText(rest[:1].upper() + rest[1:]), owner, when, due)


def _owner(words: str, workers: tuple[str, ...], family: Collection[str]) -> tuple[str, str]:
    """The one worker whose name begins *words*, and the rest; nobody where two are named, or can be meant."""
    led = _AFTER_A_NAME.sub(lambda match: f"{match['name']} ", words, count=1)
    if led != words and (found := _owner(led, workers, family))[0]:
        return found
    key = name_key(words)
    workers = tuple(name for name in _whole_names(workers) if name_key(name) not in family)
    whole = [name for name in workers if key.startswith(f"{name_key(name)} ")]
    begins = key.split(" ")[0]
    first = [name for name in workers if name_key(name).split(" ")[0] == begins and begins not in family]
    for names, spoken_of in ((whole, len(whole[0].split()) if whole else 1), (first, 1)):
        if len(names) == 1:
            rest = words.split(" ", spoken_of)[spoken_of:]
            alone = rest and not _SEVERAL.match(rest[0])
            return (names[0], rest[0]) if alone else ("", words)
    return "", words


def _whole_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """*names* without a first name that only one other name begins with: a role is often given to "Amina" alone."""
    longer = {name: [other for other in names if name_key(other).startswith(f"{name_key(name)} ")] for name in names}
    return tuple(name for name in names if len(longer[name]) != 1)


def _when(words: str, today: date) -> tuple[str, date | None, str]:
    """The last words that say a day, the day, and the rest."""
    for starts, strong in ((_BY, True), (_ON, False)):
        found = list(starts.finditer(words))
        for match in reversed(found) if strong else found:
            phrase = words[match.start() :]
            if _EACH.search(words[: match.start()]):
                continue
            reading = read_due_day(phrase, today)
            whole = reading.day is not None and not reading.ask and (strong or not reading.rest)
            if whole or (strong and not reading.readback.startswith(_NO_DAY)):
                rest = words[: match.start()].rstrip(" ,")
                if rest:
                    return phrase, reading.day if whole else None, rest
    return "", None, words
