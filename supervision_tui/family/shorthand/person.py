"""A person in one line, as people tell it: "Leanne 38 f", "b 1988-04", "m Craig 2008-2016 sep", "twins Ana, Ben 2019".

Every word is kept: what is no date, no age and no known mark belongs to the name while the name is being said, and to
a note after that. Marks follow the genogram's own (McGoldrick, Gerson & Petry 2020): m married, lt living together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.model.persons import Gender, Kind, Loss
from supervision_tui.family.model.unions import Ending, UnionKind
from supervision_tui.family.shorthand.errors import ShorthandError

MOST_PEOPLE = 12
"""People of one birth, or one line; a longer list is a mistake, and is said to be one."""
LONGEST = 400
"""Characters of a line; what is pasted beyond that is told, and nothing of it is taken."""

_UNIONS: dict[str, UnionKind] = {
    "m": "married",
    "married": "married",
    "cp": "civil_partnership",
    "lt": "cohabiting",
    "cohab": "cohabiting",
    "cohabiting": "cohabiting",
    "engaged": "engaged",
    "brief": "brief",
    "committed": "committed",
}
_ENDINGS: dict[str, Ending] = {
    "sep": "separation",
    "separated": "separation",
    "div": "divorce",
    "divorced": "divorce",
    "ended": "unknown",
    "ex": "unknown",
    "annulled": "annulment",
}
_GENDERS: dict[str, Gender] = {
    "f": "female",
    "female": "female",
    "woman": "female",
    "girl": "female",
    "m": "male",
    "male": "male",
    "man": "male",
    "boy": "male",
    "nb": "non_binary",
    "x": "non_binary",
}
_LOSSES: dict[str, Loss] = {
    "miscarriage": "miscarriage",
    "stillbirth": "stillbirth",
    "stillborn": "stillbirth",
    "termination": "termination",
    "ectopic": "ectopic",
}
_TOGETHER = {"twin": 2, "twins": 2, "triplets": 3}
_BORN, _DIED, _DUE = {"b", "born", "*"}, {"d", "died", "†"}, {"due"}
_RANGE = re.compile(r"(~?\d{4})[-–](\d{4})?$")
_DATE = re.compile(r"[~]?\d{4}(-\d{1,2}(-\d{1,2})?)?$|\d{1,2}/\d{1,2}/\d{4}$")
_AGE = re.compile(r"~?\d{1,3}$")
OLDEST = 120
"""Years; a larger number is not an age."""


@dataclass(frozen=True, slots=True)
class ParsedPerson:
    """What a line says of one person, and of a union with whoever it is said beside."""

    name: str
    gender: Gender = "unknown"
    kind: Kind = "person"
    loss: Loss = ""
    born: PartialDate | None = None
    due: PartialDate | None = None
    died: PartialDate | None = None
    dead: bool = False
    union: UnionKind = "unknown"
    since: PartialDate | None = None
    until: PartialDate | None = None
    ended: Ending = ""
    note: str = ""
    twins: bool = False


@dataclass(slots=True)
class _Reading:
    """A line while it is read: its words so far, and what they said."""

    today: date
    name: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    found: dict[str, object] = field(default_factory=dict)
    waiting: str = ""


def read(line: str, today: date) -> tuple[ParsedPerson, ...]:
    """Everybody that *line* tells of; ages are as on *today*. An empty line tells of nobody.

    Raises:
        ShorthandError: it is far too long for a line, or names too many people.
    """
    if len(line) > LONGEST:
        message = f"That is {len(line):,} characters, too long for one line. Nothing of it was taken; say it in parts."
        raise ShorthandError(message)
    words = line.split()
    if not words:
        return ()
    if words[0].casefold() not in _TOGETHER:
        return (_one(words, today),)
    pieces = [piece.split() for piece in " ".join(words[1:]).split(",")]
    pieces = [piece for piece in pieces if piece] or [[]]
    if len(pieces) > MOST_PEOPLE:
        raise ShorthandError(f"{len(pieces)} people are too many for one birth. Nothing was taken.")
    told = [_one(piece, today, twin=True) for piece in pieces]
    missing = _TOGETHER[words[0].casefold()] - len(told)
    told += [_one([], today, twin=True) for _ in range(missing)]
    born = next((one.born for one in reversed(told) if one.born), None)
    return tuple(_with(one, born=one.born or born) for one in told)


def _one(words: list[str], today: date, *, twin: bool = False) -> ParsedPerson:
    reading = _Reading(today)
    for at, word in enumerate(words):
        _hear(reading, word, first=at == 0, last=at == len(words) - 1)
    if reading.waiting:
        reading.note.append(reading.waiting)
    values = dict(reading.found)
    return _with(ParsedPerson(" ".join(reading.name), note=" ".join(reading.note), twins=twin), **values)


def _with(said: ParsedPerson, **changed: object) -> ParsedPerson:
    return replace(said, **changed)  # type: ignore[arg-type]  # the names are those of the fields


def _hear(reading: _Reading, word: str, *, first: bool, last: bool) -> None:
    """Take one word: as what the word before asked for, as a mark, as a date or an age, or as words."""
    low = word.casefold().strip(",;.")
    if reading.waiting:
        asked, reading.waiting = reading.waiting, ""
        if _dated(reading, asked, word):
            return
        (reading.note if reading.name else reading.name).append(asked)
    if first and low in _UNIONS and not last:
        reading.found["union"] = _UNIONS[low]
    elif not _mark(reading, low, word, first=first) and not _number(reading, word):
        (reading.note if _facts(reading) else reading.name).append(word)


def _facts(reading: _Reading) -> bool:
    """Whether the name is over: something else was said after it."""
    return bool(reading.name) and bool(set(reading.found) - {"union"})


def _mark(reading: _Reading, low: str, word: str, *, first: bool) -> bool:
    found = reading.found
    if low in _BORN | _DIED | _DUE and (reading.name or first):
        reading.waiting = word
    elif low in _LOSSES:
        found.update(kind="loss", loss=_LOSSES[low])
    elif low == "unborn":
        found["kind"] = "unborn"
    elif low in _ENDINGS and (reading.name or "union" in found):
        found["ended"] = _ENDINGS[low]
    elif low in _UNIONS and len(low) > 1 and reading.name:
        found["union"] = _UNIONS[low]
    elif low in _GENDERS and reading.name and "gender" not in found:
        found["gender"] = _GENDERS[low]
    else:
        return False
    return True


def _number(reading: _Reading, word: str) -> bool:
    """A range of years is a union's; a date is a birth; a small number is an age."""
    found, bare = reading.found, word.strip(",;.")
    years = _RANGE.match(bare)
    if years and int(years[2] or 9999) > int(years[1].strip("~")):
        found["since"] = PartialDate.read(years[1])
        found |= {"until": PartialDate.read(years[2])} if years[2] else {}
        return True
    if _DATE.match(bare):
        return _dated(reading, "since" if "union" in found and "since" not in found else "b", bare)
    if _AGE.match(bare) and int(bare.strip("~")) <= OLDEST and "born" not in found and reading.name:
        return _dated(reading, "b", f"age {bare.strip('~')} on {reading.today.isoformat()}")
    return False


def _dated(reading: _Reading, asked: str, words: str) -> bool:
    """Take *words* as the date that *asked* is for; whether they are one."""
    try:
        day = PartialDate.read(words.strip(",;."))
    except DateFormatError:
        if asked.casefold() in _DIED and words.casefold() in {"yes", "?"}:
            reading.found["dead"] = True
            return True
        return False
    low = asked.casefold()
    name = "died" if low in _DIED else "due" if low in _DUE else "since" if low == "since" else "born"
    reading.found[name] = day
    if name == "due":
        reading.found["kind"] = "unborn"
    return True
