"""A tie in one line, as people tell it: "Nan close", "Craig conflict 2019-", "by Craig bullying 3, says Robin".

The name comes first, then how it is (its first letters are enough); how strong from 1 to 3, years, whose view it is
("says Robin"), who told it ("as told by Leanne") and a word or two follow in any order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family.dates import DateFormatError, PartialDate, date_in
from supervision_tui.family.model.ties import TIE_KINDS, Tie
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.family.shorthand.questions import Unknown
from supervision_tui.family.shorthand.tie_order import (
    ACTS,
    between_two,
    name_first,
    people_named,
    plain_words,
    tie_kind,
)
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text import Line

if TYPE_CHECKING:
    from datetime import date

    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.persons import Person

LONGEST = 400
"""Characters of a line."""
DATE_WORDS = 6
"""Words that a date may take."""
ORDINARY = 2
"""How strong a tie is when nothing is said of it."""
EXAMPLE = "Nan close 3   ·   Craig conflict 2019-   ·   Nan close, says Robin   ·   by Craig bullying"
ENDS = {"since": "since", "from": "since", "until": "until", "till": "until", "to": "until"}
"""What stands before a date to which end of the tie it is."""
VIEWS = {"says": "perspective", "as seen by": "perspective", "as told by": "source", "told by": "source"}
"""What stands before whose view it is, and before who told it."""
_CLAUSE = lazy_pattern(rf"(?:^|[\s,;])({'|'.join(VIEWS)})(?=[\s,;]|$)", re.IGNORECASE)
_QUOTED = lazy_pattern('["“](.*)["”]')
_YEARS = lazy_pattern(r"(~?[0-9]{4})(?:[-–]([0-9]{4})?)?$")
_STRENGTH = lazy_pattern(r"[123]$")


@dataclass(frozen=True, slots=True)
class ParsedTie:
    """What a line says: *of* and *other* are ids; *from_other* where the tie goes from the other; ``None`` is not said.

    *of* is the person beside whom the line is entered, unless it names two other people: "Craig hits Leanne".
    """

    of: str
    other: str
    kind: str
    from_other: bool = False
    strength: int | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    perspective: str = ""
    source: str = ""
    words: str = ""
    unknown: tuple[Unknown, ...] = ()

    @property
    def stated_fields(self) -> dict[str, object]:
        """The fields of a tie that the line says."""
        names = ("strength", "since", "until", "perspective", "source", "words")
        found = {name: getattr(self, name) for name in names}
        return {"kind": self.kind, **{name: value for name, value in found.items() if value not in {None, ""}}}


def parse_tie(line: str, family: Family, of: str, today: date | None = None) -> ParsedTie:
    """What *line* says of how *of* is with somebody else of *family*; dates are seen from *today* where it is given.

    Raises:
        ShorthandError: nobody is named, or several people are; there is no such tie; it ends too early; it is long.
    """
    words = line.split()
    if len(" ".join(words)) > LONGEST:
        raise ShorthandError(f"The line is too long: {LONGEST} characters are kept at most. Nothing was changed.")
    words = ["with" if word.casefold() == "w/" else word for word in words]
    by_them = bool(words) and words[0].casefold() == "by"
    of, words, from_second = between_two(words, family, of)
    words, suffered = (words, True) if from_second else name_first(words, family, of)
    by_them = by_them or suffered
    other, rest = _named(words[by_them and not suffered :], family, of)
    rest = rest[1:] if rest and rest[0] in {"-", "–", ":"} else rest
    acts, taken = _act(rest)
    kind, rest = (acts, rest[taken:]) if acts else _kind(rest)
    clauses, quoted = _unquoted(" ".join(rest))
    found, leftover = _parts(clauses, family, today)
    since, until = found.get("since"), found.get("until")
    if isinstance(since, PartialDate) and isinstance(until, PartialDate) and until.latest < since.earliest:
        raise ShorthandError(f"{until} is before {since}. Nothing was changed.")
    note = " ".join(filter(None, (" ".join(leftover).strip(" ,;"), quoted)))
    from_other = (by_them or bool(acts)) and TIE_KINDS[kind].directed
    left = _not_read(line, leftover, family)
    stated = {**found, "words": str(Line(note)), "unknown": left}
    return ParsedTie(of, other, kind, from_other, **stated)  # type: ignore[arg-type]  # the names are those of the fields


def _several(name: str, people: list[Person]) -> ShorthandError:
    """Asks which of *people* is meant, by whole names; by ids where these are the same."""
    names = [person.name for person in people]
    choices = names if len(set(names)) == len(names) else [f"{person.name} ({person.id})" for person in people]
    return ShorthandError(
        f"'{name[:40]}' is the name of several people: {', '.join(choices[:-1])} or {choices[-1]}. "
        "Write the whole name, or the id. Nothing was changed."
    )


def _not_read(line: str, leftover: list[str], family: Family) -> tuple[Unknown, ...]:
    """Leftover words that are more than a remark: a date that was not found, a figure, somebody else of the family."""
    low = [word.casefold().strip(",;") for word in leftover]
    at = next((at for at, word in enumerate(low) if word in {"since", "until"}), None)
    if at is None:
        at = next(
            (at for at, word in enumerate(leftover) if re.search(r"[0-9]", word) or family.named(word.strip(",;.'"))),
            None,
        )
    if at is None:
        return ()
    words = " ".join(leftover[at:]).strip(" ,;")
    start = line.find(words)
    return (Unknown(words, max(start, 0), max(start, 0) + len(words)),)


def _act(words: list[str]) -> tuple[str, int]:
    """The kind of tie that the first of *words* say as an act ("hits"), and how many they are."""
    for number in range(min(len(words), 3), 0, -1):
        kind = ACTS.get(plain_words(" ".join(words[:number])))
        if kind:
            return kind, number
    return "", 0


def _named(words: list[str], family: Family, of: str) -> tuple[str, list[str]]:
    """Who is named at the beginning, with the words after it."""
    for count in range(len(words), 0, -1):
        found = people_named(words[:count], family, of)
        if len(found) > 1:
            raise _several(" ".join(words[:count]).rstrip(" ,:;"), found)
        if found:
            return found[0].id, words[count:]
    raise ShorthandError(
        "Say with whom and how, for example: Nan close, or: Craig cut off. "
        "The name must be somebody's on the drawing. Nothing was changed."
    )


def _kind(words: list[str]) -> tuple[str, list[str]]:
    """The tie that most of the words begin, with the words after it."""
    words = words[1:] if words and words[0].casefold() in {"is", "are"} else words
    for count in range(len(words), 0, -1):
        found = tie_kind(" ".join(words[:count]))
        if found:
            return found, words[count:]
    how = f"'{' '.join(words)[:40]}' is not a tie that is drawn. Say how" if words else "Say how they are"
    raise ShorthandError(
        f"{how}, for example: close, distant, in conflict, cut off, takes care of. Nothing was changed."
    )


def _unquoted(words: str) -> tuple[str, str]:
    """*words* without the words between the first quotation mark and the last, and these words."""
    quoted = _QUOTED.search(words)
    if quoted is None:
        return words, ""
    return f"{words[: quoted.start()]} {words[quoted.end() :]}", quoted[1].strip()


def _parts(line: str, family: Family, today: date | None) -> tuple[dict[str, object], list[str]]:
    """How strong, since when, until when, whose view, who told it; and the words that say none of these."""
    first, *clauses = _CLAUSE.split(line)
    found: dict[str, object] = {}
    left = _facts(first.split(), found, today)
    for mark, body in zip(clauses[::2], clauses[1::2], strict=True):
        field, words = VIEWS[mark.casefold()], body.split()
        who, after = _viewer(words, family)
        if not who:
            raise ShorthandError(f"Say who it is after '{mark}', for example: {mark} Robin. Nothing was changed.")
        found[field] = who
        left += _facts(after, found, today)
    return found, left


def _viewer(words: list[str], family: Family) -> tuple[str, list[str]]:
    """Whose view it is: somebody's id, else the words up to a comma (``school``); and the words after it."""
    for count in range(len(words), 0, -1):
        found = people_named(words[:count], family)
        if len(found) > 1:
            raise _several(" ".join(words[:count]).rstrip(" ,:;"), found)
        if found:
            return found[0].id, words[count:]
    end = next((at for at, word in enumerate(words, 1) if word[-1] in ",;"), len(words))
    return str(Line(" ".join(words[:end]).strip(" ,;"))), words[end:]


def _facts(words: list[str], facts: dict[str, object], today: date | None) -> list[str]:
    """Put the strength and the years among *words* into *facts*; the words that are neither."""
    left: list[str] = []
    at = 0
    while at < len(words):
        taken = _fact(words[at:], facts, today)
        if not taken:
            left.append(words[at])
        at += taken or 1
    return left


def _fact(words: list[str], facts: dict[str, object], today: date | None) -> int:
    """How many of the first *words* say a strength or a date."""
    low = words[0].casefold().strip(",;")
    years = _YEARS.match(low)
    if _STRENGTH.match(low) and "strength" not in facts:
        facts["strength"] = int(low)
        return 1
    if years and "since" not in facts and _date(years[1]):
        facts["since"] = _date(years[1])
        facts |= {"until": until} if (until := _date(years[2] or "")) else {}
        return 1
    if low in ENDS and ENDS[low] not in facts:
        end = next((at for at, word in enumerate(words[1:], 1) if word.casefold() in ENDS), len(words))
        for count in range(min(end, DATE_WORDS + 1), 1, -1):
            day = _date(" ".join(words[1:count]).rstrip(",;"), today)
            if day is not None:
                facts[ENDS[low]] = day
                return count
    return 0


def _date(words: str, today: date | None = None) -> PartialDate | None:
    if not words:
        return None
    if today is not None:
        return date_in(words, today)
    try:
        return PartialDate.read(words)
    except DateFormatError:
        return None


def line_of(tie: Tie, family: Family, of: str) -> str:
    """The line that says this tie of *of*: what :func:`parse_tie` reads."""
    parts = ["by" if tie.directed and tie.b == of else "", _name(family, tie.b if tie.a == of else tie.a)]
    parts.append(tie.catalogue.words)
    parts.append(str(tie.strength) if tie.strength != ORDINARY else "")
    parts += [f"{word} {day}" for word, day in (("since", tie.since), ("until", tie.until)) if day is not None]
    viewers = (("says", tie.perspective), ("as told by", tie.source))
    parts += [f"{mark} {_name(family, who)}," for mark, who in viewers if who]
    parts.append(f'"{tie.words}"' if tie.words else "")
    return " ".join(filter(None, parts)).rstrip(",")


def _name(family: Family, who: str) -> str:
    """What is written for *who* and is nobody else's: a short name, a whole name, the id; else the words."""
    person = family.find(who)
    names = (person.short_name, person.name, person.id) if person else ()
    return next((name for name in names if len(family.named(name)) == 1), who)


def tie_words(tie: Tie, family: Family, of: str) -> str:
    """The tie of *of* in words: with whom, how, since when, whose view, who told it."""
    first, second = family.person(tie.a).short_name, family.person(tie.b).short_name
    how = f"{first}: {tie.catalogue.words} {second}" if tie.directed else ""
    how = how or f"{second if tie.a == of else first}: {tie.catalogue.words}"
    parts = [f"{how}, {('faint', 'ordinary', 'strong')[tie.strength - 1]}" if tie.strength != ORDINARY else how]
    parts += [f"{word} {day}" for word, day in (("since", tie.since), ("until", tie.until)) if day is not None]
    parts.append(f"as {viewer_in_words(family, tie.perspective)} sees it" if tie.perspective else "")
    parts.append(f"as told by {viewer_in_words(family, tie.source)}" if tie.source else "")
    parts.append(f'"{tie.words}"' if tie.words else "")
    return ", ".join(filter(None, parts))


def viewer_in_words(family: Family, who: str) -> str:
    """Whose view *who* is, in words: a person's name, or the words themselves."""
    found = family.find(who)
    return found.name if found else who
