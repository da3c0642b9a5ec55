"""Children who are expected, and pregnancies that were lost: "due 14 Feb", "28+3", "miscarriage at 12 weeks 2020"."""

from __future__ import annotations

from datetime import timedelta

from supervision_tui.days import day_in_words, read_day
from supervision_tui.days.vocabulary import MONTHS
from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.single import SEASON_WORDS
from supervision_tui.family.dates.span import SEASONS
from supervision_tui.family.model import marks
from supervision_tui.family.model.marks import WORD_END, either
from supervision_tui.family.shorthand.reader import FIGURES, LineReader
from supervision_tui.lazy_pattern import lazy_pattern

PREGNANCY = 280
"""Days from the last period to the day that is due (Naegele)."""
_MONTH_OR_SEASON = lazy_pattern(
    rf"(?:in |on |around |by |at )?(?P<part>(?:early|mid|late|end of|start of) ?-?)?"
    rf"(?P<name>(?:{'|'.join(sorted((*MONTHS, *SEASON_WORDS), key=len, reverse=True))})\.?)(?! ?[0-9])(?=[\s,;.)]|$)"
)
_MONTHS_EITHER = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_WITHOUT_YEAR = lazy_pattern(
    rf"(?:on |by )?(?:the )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS_EITHER})|"
    rf"(?:{_MONTHS_EITHER}) [0-9]{{1,2}}(?:st|nd|rd|th)?|"
    r"[0-9]{1,2}/[0-9]{1,2}(?!/)|christmas(?: day| eve)?|xmas|new year|easter|tomorrow)(?=[\s,;.)]|$)"
)
_PREGNANT = lazy_pattern(
    r"(?P<weeks>[0-9]{1,2})(?:\+(?P<days>[0-6]))?(?:/40| ?weeks?| ?wks?)"
    r"(?P<said> (?:pregnant|gestation|gone|preg))?(?=[\s,;.)]|$)"
)
_DUE = lazy_pattern(r"(?:edd|due|expected|expecting)(?::)?(?: date)?(?: (?:in|on|by|around))?(?=[\s,;.]|$)")
_GESTATION = lazy_pattern(r"(?P<weeks>[0-9]{1,2})(?:\+(?P<days>[0-6])|(?=/40))(?:/40| weeks)?(?=[\s,;.]|$)")
_LOSS = lazy_pattern(rf"(?P<words>{either(marks.LOSSES)})(?: in)?{WORD_END}")
_TERMINATION = lazy_pattern(r"TOP(?= (?:in )?[0-9]|$)")
_UNBORN = lazy_pattern(rf"unborn{WORD_END}")


def due(reader: LineReader) -> bool:
    """A child who is expected, with the day where it follows."""
    match = reader.match(_DUE)
    if match is None:
        return False
    reader.take(match, kind="unborn")
    if not reader.date_after(match.end(), "due"):
        _due_without_a_year(reader)
    return True


def _due_without_a_year(reader: LineReader) -> None:
    """``14 Feb``, ``in March``, ``spring``: the next one; figures that are no date are asked about."""
    while reader.line[reader.at : reader.at + 1] in {" ", ":", ","}:
        reader.at += 1
    match = reader.match(_MONTH_OR_SEASON)
    if match is not None:
        low = match["name"].rstrip(".")
        month = MONTHS[low] if low in MONTHS else SEASONS[SEASON_WORDS[low]][0]
        year = reader.today.year + (month < reader.today.month)
        name = reader.line[match.start("name") : match.end("name")]
        reader.take(match, due=PartialDate.read(f"{match['part'] or ''}{name} {year}"))
        return
    match = reader.match(_DAY_WITHOUT_YEAR)
    if match is not None:
        day = read_day(reader.written(match), reader.today)
        if day.day is not None:
            reader.take(match, due=PartialDate.read(day_in_words(day.day)))
            return
    figures = FIGURES.match(reader.line, reader.at)
    if figures is not None:
        reader.mark(figures.end())


def pregnant(reader: LineReader) -> bool:
    """``20 weeks pregnant``, and of a bump ``16 wks``."""
    match = reader.match(_PREGNANT)
    bump = {"bump", "unborn"} & {word.casefold() for word in reader.name} or reader.found.get("kind") == "unborn"
    if match is None or not (match["said"] or bump):
        return False
    due = reader.today + timedelta(days=PREGNANCY - 7 * int(match["weeks"]) - int(match["days"] or 0))
    return reader.take(match, kind="unborn", due=PartialDate.read(f"about {due.isoformat()}"))


def gestation(reader: LineReader) -> bool:
    """Weeks of a pregnancy, "28+3": due after forty weeks."""
    match = reader.match(_GESTATION)
    expected = reader.found.get("kind") == "unborn" or {"bump", "baby", "unborn"} & {
        word.casefold() for word in reader.name
    }
    if match is None or not expected:
        return False
    due = reader.today + timedelta(days=PREGNANCY - 7 * int(match["weeks"]) - int(match["days"] or 0))
    return reader.take(match, kind="unborn", due=PartialDate.read(f"about {due.isoformat()}"))


def loss(reader: LineReader) -> bool:
    """A pregnancy that was lost or ended; TOP in capitals is a termination of pregnancy."""
    match, words = reader.match(_LOSS), ""
    if match is not None:
        words = match["words"]
    elif not reader.name and (match := _TERMINATION.match(reader.line, reader.at)) is not None:
        words = "termination"
    if match is None:
        return False
    reader.take(match, kind="loss", loss=marks.LOSSES[words])
    reader.date_after(match.end(), "born")
    return True


def unborn(reader: LineReader) -> bool:
    """``unborn``."""
    match = reader.match(_UNBORN)
    return match is not None and reader.take(match, kind="unborn")
