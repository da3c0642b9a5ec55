"""A day in people's words, seen from today: "Fri week", "within 10 working days", "by Christmas", "9.30 Monday".

Whole words only; what is no day stays words and is said to be none. What can mean two days gives the likelier, with the
others beside it to choose from. Days are read day first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from supervision_tui.days.bank_holidays import SATURDAY, working_days_after
from supervision_tui.days.feasts import NEEDS_A_CALENDAR
from supervision_tui.days.forms import FORMS, SOUNDS_LIKE_A_DAY, Form
from supervision_tui.days.meanings import WEEK, DayMeaning, beside, months_on, number_of, on_weekday
from supervision_tui.days.vocabulary import END_OF_DAY, NUMBERS, WEEKDAYS
from supervision_tui.days.words import weekday_in_words
from supervision_tui.lazy_pattern import lazy_pattern

FURTHEST = 20
"""Years ahead from which a year of two digits is no longer taken to be one to come."""
CENTURY = 100
"""Years."""
LONGEST = 300
"""Characters that are looked at; a longer text is not a day."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "\u2011": "-", "\u00a0": " "})
_CLOCK = (
    r"(?:(?:at|@) ?)?[0-9]{1,2}(?:[.:][0-9]{2})? ?(?:am|pm|a\.m\.|p\.m\.)|(?:(?:at|@) ?)?[0-9]{1,2}[.:][0-9]{2}|"
    r"(?:at|by|before|after|@) ?[0-9]{1,2}(?![\w/])|"
    r"(?:[0-9]{1,2} )?(?:(?:at|@) ?)?(?:noon|midday|midnight|lunch ?time|tea ?time|dinner ?time|bed ?time|o'clock)|"
    r"first thing|last thing|half (?:past )?[0-9]{1,2}|(?:quarter|ten|twenty) (?:past|to) \w+|"
    rf"(?:by )?(?:{'|'.join(END_OF_DAY)})|"
    r"(?:in the |early |late |mid[- ])?(?:morning|afternoon|evening|night)|am|pm|latest|please"
)
_LEADING = (
    "no later than|not later than|at the latest|(?:on|by) or before|on or by|before or on|"
    "by|on|before|within|in|at|from|starting|start|due|until|till|the|for|"
    "around|about|w/c|w/b|w/e|wc|wb|(?:week|wk) (?:ending|commencing|beginning|beg|starting|of)|either|deadline|"
    "sometime|some time|this|coming"
)
"""Words that stand before a day and say nothing of it but "before"."""
_BESIDE = lazy_pattern(rf"(?:(?:\b|(?=@))(?:{_CLOCK})(?!\w)|\b(?:{_LEADING})\b|[\s,;.:()\"-])*")
"""What may stand beside a weak form."""
_LEAD = lazy_pattern(rf"(?:^|(?<=[\s(]))(?P<word>{_LEADING})\s+$")
_RECURRING = lazy_pattern(
    r"\b(?:every|each|weekly|daily|fortnightly|monthly|termly|yearly|annually|ongoing|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
)
_OF_A_CALENDAR = lazy_pattern(
    r"'?s? (?:holidays?|hols|break|(?:half[- ]?)?term|"
    rf"(?:before|after|of|in) (?:the |her |his |their |next )*{NEEDS_A_CALENDAR.pattern})"
)
"""What makes a day one that only another calendar knows: "Easter holidays", "Monday after half term"."""
_SPAN_OF_A_CALENDAR = lazy_pattern(
    r"\b(?:(?:half[- ]?)?term|holidays?|hols|break|eid|ramadan|diwali|passover|holi)\s+(?:in\s+)?$"
)
"""What a month or a year after it only narrows: "half term February 2020" is not the end of February."""
_DAY_OF_A_MONTH = lazy_pattern(r"\b[0-9]{1,2}(?:st|nd|rd|th)?\b|day\b")
_OFFSET = lazy_pattern(
    rf"(?:the )?(?:(?P<number>[0-9]{{1,3}}|(?:a )?couple of|{'|'.join(NUMBERS)}) )?"
    rf"(?P<unit>working days?|days?|weeks?|fortnights?|months?|years?|weekend|{'|'.join(sorted(WEEKDAYS, key=len))}) "
    r"(?P<side>before|after|following|from)\s+(?:the )?$"
)
"""So long before or after a day: "the week before Christmas", "5 working days before 1 May", "Tues after the 3rd"."""
_BEFORE_OR_AFTER = lazy_pattern(r"\.?\s+(?:before|after|following)\s+(?P<what>\S.*)$")
"""What a weekday stands before or after: "the Monday after the 14th" is no Monday of this week."""
_COUNTED_FROM = lazy_pattern(r"\s*(?:of|from|after|following|before|since|prior to)\s+(?!now\b|today\b)(?P<what>\S.*)$")
"""From what a while is counted: "20 working days of referral" is no day until the referral has one."""
_AT = (" at", "at")
"""Before so many weeks: "at 12 weeks" is an age, or a stage of a pregnancy."""
_VAGUE = lazy_pattern(r"\b(?:in|early in|after) the new year\b(?!'s)")
_WEAK_WORDS = frozenset({"sat", "sun", "wed", "may", "march", "mar"})
"""Short names of days and months that are other words too."""
_NOT_READ = lazy_pattern(
    r"\b(?:(?:[0-9]+|an?|one|two|three|four|six|few|couple of) (?:working )?"
    r"(?:weeks?|wks?|fortnights?|months?|years?|days?)|"
    r"wk|fortnight|after next|this day|last (?:week|month)|(?:week|month) (?:after|before)|(?<!\w )following|previous|"
    rf"{'|'.join(WEEKDAYS.keys() - _WEAK_WORDS)})\b"
)
"""Words beside a day that say another day, or move it: it is asked whether the day is meant."""
_MOVES = lazy_pattern(
    rf"\b(?:before|after|since|until|(?:end|start|beginning|middle) of(?! (?:the )?(?:day|play)\b))\b(?! ?(?:{_CLOCK}))"
)
"""Words before a day that make another of it; "before 4pm" only tells the time."""
_NEGATED = lazy_pattern(
    r"\b(?:not|never|except|apart from|other than|any day but|but not) (?:before |on |by |until )?$"
)
_SAID_TWICE = lazy_pattern(r"\bat the latest\b|\blatest\b|^\s*between\b", re.IGNORECASE)
"""Words beside a day that the readback says already."""
_ALTERNATIVE = lazy_pattern(r"\s*(?:or|and|to|/|-)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class DayReading:
    """What words say as a day.

    *text* is what was typed; *day* what it means, or ``None``; *others* what it can mean too; *rest* the words that are
    no part of the day (a time, a place); *readback* one line to stand beside the field; *ask* the question that is
    open, empty where none is.
    """

    text: str
    day: date | None = None
    others: tuple[date, ...] = ()
    rest: str = ""
    readback: str = ""
    ask: str = ""

    @property
    def choices(self) -> tuple[date, ...]:
        """Every day that it can mean, the likeliest first."""
        return (*((self.day,) if self.day else ()), *self.others)


def read_day(words: str, today: date) -> DayReading:
    """The day that *words* mean on *today*. Never raises: words that say no day come back as words."""
    line = _Line.of(words, today)
    if not line.text:
        return DayReading(words)
    if len(line.text) > LONGEST:
        return line.kept_as_words("Too long to be a day", "Which day is meant?")
    if _RECURRING.search(line.low) or _VAGUE.search(line.low):
        return line.kept_as_words("More than one day", "From which day?")
    for form in FORMS if SOUNDS_LIKE_A_DAY.search(line.low) else ():
        for match in form.pattern.finditer(line.low):
            reading = line.by(form, match)
            if reading is not None:
                return reading
    needs = NEEDS_A_CALENDAR.search(line.low)
    if needs is not None:
        return line.kept_as_words(f"'{needs[0]}' needs a calendar that is not here", "Which day is that?")
    return line.kept_as_words("Not a day", "Which day is meant?")


@dataclass(frozen=True, slots=True)
class _Line:
    """Words while they are read: as *typed*, as one line of *text*, and the same length in small letters, *low*."""

    typed: str
    text: str
    low: str
    today: date

    @classmethod
    def of(cls, typed: str, today: date) -> _Line:
        text = " ".join(typed.split())
        plain = text.translate(_PLAIN)
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)
        return cls(typed, text, low, today)

    def kept_as_words(self, why: str, ask: str) -> DayReading:
        """No day: the words stay, and it is said why."""
        return DayReading(self.typed, rest=self.text, readback=f"{why}: kept as words.", ask=ask)

    def by(self, form: Form, match: re.Match[str]) -> DayReading | None:
        """The reading by *form* at *match*; ``None`` where the words mean something else there."""
        before, after = self.low[: match.start()], self.low[match.end() :]
        if form.counted and (counted := _COUNTED_FROM.match(after)) is not None:
            return self._counted_from(form, match, counted)
        if (offset := _OFFSET.search(before)) is not None:
            before = before[: offset.start()]
        if (form.weak or self._weak_word(match)) and not (_BESIDE.fullmatch(before) and _BESIDE.fullmatch(after)):
            return None
        if form.maker is on_weekday and self._beside_another(after):
            return None  # the day that it stands before or after is read, with how far it is away
        narrowed = _SPAN_OF_A_CALENDAR.search(before) and not _DAY_OF_A_MONTH.search(match[0])
        stage = form.counted and not after.strip() and before.rstrip().endswith(_AT)
        if _NEGATED.search(before) or stage or narrowed or _OF_A_CALENDAR.match(after):
            return None
        try:
            meant = form.maker(match, self.today)
        except (ValueError, OverflowError, StopIteration):
            written = self.text[match.start() : match.end()].strip()
            return self.kept_as_words(f"'{written}' is not in the calendar", "Which day is meant?")
        return None if meant is None or meant.day is None else self._within(meant, meant.day, match)

    def _counted_from(self, form: Form, match: re.Match[str], counted: re.Match[str]) -> DayReading | None:
        """So long after a day that is said itself: "12 weeks from 1 December"; words where it is not."""
        start = self.low.index(counted["what"], match.end())
        base = read_day(self.text[start:], self.today)
        if base.day is None:
            return self.kept_as_words("Counted from a day that is not said", "By which day?")
        if "before" in counted[0] or "prior" in counted[0]:
            return None
        meant = form.maker(match, base.day)
        if meant is None or meant.day is None:
            return None
        return self._reading(meant, self.text[: match.start()], base.rest)

    def _beside_another(self, after: str) -> bool:
        """Whether a weekday stands before or after a day that is said in *after*."""
        other = _BEFORE_OR_AFTER.match(after)
        return other is not None and read_day(self.text[-len(other["what"]) :], self.today).day is not None

    def _weak_word(self, match: re.Match[str]) -> bool:
        """Whether a lone short name of a day or month may be another word: in small letters, or as the first word.

        Beside a number ("23 May at home") it is a month, wherever it stands.
        """
        written = self.text[match.start() : match.end()]
        if any(sign.isdigit() for sign in written):
            return False
        return match[0].split()[-1] in _WEAK_WORDS and (written[:1].islower() or match.start() == 0)

    def _within(self, meant: DayMeaning, day: date, match: re.Match[str]) -> DayReading:
        """*day* with the words round it: so long before or after it, "before" it, "after" it, one or another."""
        start, end = match.span()
        others, note = meant.others, meant.note
        if (offset := _OFFSET.search(self.low[:start])) is not None:
            day, others, start = _moved(day, offset), (), offset.start()
        lead = []
        while (found := _LEAD.search(self.low[:start])) is not None:
            lead.append(found["word"])
            start = found.start("word")
        if re.search(r"\bafter\s*$", self.low[:start]):
            return self.kept_as_words(f"After {weekday_in_words(day)}, so not one day", "By which day?")
        if "before" in lead:
            note = f"the day before {weekday_in_words(day)}"
            day, others = day - timedelta(days=1), tuple(other - timedelta(days=1) for other in others)
        elif (then := _ALTERNATIVE.match(self.low[end:])) is not None:
            second = read_day(self.text[end + then.end() :], self.today)
            if second.day is not None:
                first, day = sorted((day, second.day))
                return self._reading(DayMeaning(day, (first, *others), note), self.text[:start], second.rest)
        return self._reading(DayMeaning(day, others, note), self.text[:start], self.text[end:])

    def _reading(self, meant: DayMeaning, *rest: str) -> DayReading:
        day = meant.day
        if day is None:
            return self.kept_as_words("Not a day", "Which day is meant?")
        if day.year - self.today.year > FURTHEST and str(day.year) not in self.text:
            return self._of_another_century(day)
        readback = weekday_in_words(day) + (f", {meant.note}" if meant.note else "")
        if day < self.today:
            readback += ", which is past"
        others = tuple(other for other in dict.fromkeys(meant.others) if other != day)
        choices = _numbered(day, *others)
        words = " ".join(_SAID_TWICE.sub(" ", " ".join(rest)).split()).strip(' ,;:-.()"')
        ask = f"Which day: {choices}?" if others else ""
        moved = _MOVES.search(rest[0].lower()) if rest else None
        if not ask and (moved or _NOT_READ.search(words.lower())):
            ask = f"'{words}' is no part of that day: is {weekday_in_words(day)} meant?"
        return DayReading(self.typed, day, others, words, readback, ask)

    def _of_another_century(self, day: date) -> DayReading:
        """A year of two digits that lies far ahead may be one of the century before: asked, never taken."""
        both = tuple(other for year in (day.year - CENTURY, day.year) if (other := _in_year(day, year)))
        why = f"'{self.text}' names no century"
        return replace(self.kept_as_words(why, f"Which day: {_numbered(*both)}?"), others=both)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


def _numbered(*days: date) -> str:
    return ", ".join(f"{number} {weekday_in_words(day)}" for number, day in enumerate(days, 1))


def _moved(day: date, offset: re.Match[str]) -> date:
    """*day* so long before or after."""
    number = number_of(offset["number"] or "") * (-1 if offset["side"] == "before" else 1)
    unit = offset["unit"]
    if unit in WEEKDAYS:
        return beside(day, WEEKDAYS[unit], back=number < 0)
    if unit.startswith("working"):
        return working_days_after(day, number)
    if unit == "weekend":
        return day + timedelta(days=(SATURDAY - day.weekday()) % WEEK - (WEEK if number < 0 else 0))
    if unit.startswith(("month", "year")):
        return months_on(day, number * (12 if unit.startswith("year") else 1))
    return day + timedelta(days=number * {"d": 1, "w": WEEK, "f": 2 * WEEK}[unit[0]])
