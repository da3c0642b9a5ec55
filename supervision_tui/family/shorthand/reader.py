"""A line about a person while it is read: the place, what was found, the words that are left over."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.dates.age_words import Age
from supervision_tui.family.model import marks
from supervision_tui.family.model.persons import Gender
from supervision_tui.family.shorthand.date_phrases import date_at
from supervision_tui.family.shorthand.name_words import (
    RELATIONS,
    has_capital_name,
    is_every_day,
    is_name_word,
    is_of_calendar,
)
from supervision_tui.family.shorthand.parsed_person import Entry, ParsedPerson
from supervision_tui.family.shorthand.questions import Question, Unknown, grouped, unknown_question
from supervision_tui.lazy_pattern import lazy_pattern


@dataclass(slots=True)
class LineReader:
    """A line, or a part of it, while it is read."""

    line: str
    span: tuple[int, int]
    today: date
    entry: Entry
    answers: Mapping[str, str]
    low: str = ""
    at: int = 0
    found: dict[str, object] = field(default_factory=dict)
    name: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    age: Age | None = None
    age_at_death: Age | None = None
    relation_gender: Gender = "unknown"
    cased: bool = False
    name_over: bool = False
    plural: bool = False
    late: bool = False
    shared: bool = False

    def person(self, rules: Sequence[Rule]) -> ParsedPerson:
        """Read from the beginning to the end: at each place the first of *rules* that fits, else a word."""
        self.at, end = self.span
        text = self.line[:end]
        low = text.casefold() if len(text.casefold()) == len(text) else text.lower()
        self.line, self.low = text, low if len(low) == len(text) else text
        self.cased = has_capital_name(self.line[self.at :].split())
        while self.at < end:
            if text[self.at] in " \t\n,;:.•·-–" and not _SIGN_OF_A_NUMBER.match(text, self.at):
                self.at += 1
            elif any(rule(self) for rule in rules):
                continue
            elif text[self.at] in "()[]":
                self.at += 1
            else:
                self._word()
        self._finish()
        unknown = grouped(self.line, self.unknown)
        return replace(
            ParsedPerson(" ".join(self.name)),
            note=" ".join(self.note),
            unknown=unknown,
            questions=(*self.questions, *map(unknown_question, unknown)),
            **self.found,  # type: ignore[arg-type]  # the names are those of the fields
        )

    # -- helpers of the rules ------------------------------------------------------------------------------------------

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """*pattern* at this place, in small letters."""
        return pattern.match(self.low, self.at)

    def written(self, match: re.Match[str]) -> str:
        """What stands in the line where *match* is."""
        return self.line[match.start() : match.end()]

    def initial(self, match: re.Match[str]) -> bool:
        """Whether one letter is an initial: a capital inside a name, in a line that is not all capitals."""
        written = self.written(match).rstrip(". ")
        return len(written) == 1 and written.isupper() and not self.facts and not self.line.isupper()

    @property
    def facts(self) -> bool:
        """Whether the name is over: something else was said after it."""
        return bool(self.name) and (
            bool(set(self.found) - {"union", "parentage", "ended", "called", "unnamed"}) or self.age is not None
        )

    @property
    def after_unknown(self) -> bool:
        """Whether what stands right before this place was not understood."""
        return bool(self.unknown) and not self.line[self.unknown[-1].end : self.at].strip()

    def date_after(self, end: int, key: str) -> bool:
        """Take the date that follows *end* for *key*; stay behind it."""
        start = end
        while start < len(self.line) and self.line[start] in " :,":
            start += 1
        if self.line[start : start + 1] in {"(", ")"}:
            return False
        dated = date_at(self.line, start, self.today)
        if dated is None:
            return False
        self.found[key], self.at = dated
        return True

    def take(self, match: re.Match[str], **facts: object) -> bool:
        """Keep *facts* and go on behind *match*."""
        self.found.update(facts)
        self.at = match.end()
        return True

    def note_gender(self, relation: str) -> None:
        """Keep the gender that a relation word says, such as "husband" or "stepmum"."""
        gender = RELATIONS[relation][0] if relation in RELATIONS else "unknown"
        self.relation_gender = gender if gender != "unknown" else self.relation_gender

    def mark(self, end: int) -> bool:
        """Mark what stands from here to *end* as not understood, and go on behind it."""
        text = self.line[self.at : end].rstrip(" ,;:")
        self.unknown.append(Unknown(text, self.at, self.at + len(text)))
        self.at, self.name_over = max(end, self.at + 1), bool(self.name)
        return True

    def named_after(self, end: int) -> bool:
        """Whether a word that can be a name follows *end*, with nothing but small words between."""
        words = [word.strip('(),;:."“”') for word in self.line[end : self.span[1]].split()[:4]]
        figure = next((at for at, word in enumerate(words) if any(letter.isdigit() for letter in word)), len(words))
        words = words[:figure]
        cased = has_capital_name(words) or self.cased
        return any(is_name_word(word, cased=cased) and not is_of_calendar(word) for word in words[:3])

    def _word(self) -> None:
        """One word that is no mark: of the name while the name is being said, else not understood."""
        match = re.compile(r"\S+").match(self.line, self.at)
        if match is None:
            self.at += 1
            return
        word = match[0].rstrip(",;:" if "(" in match[0] else ",;:)]")
        end = match.start() + max(len(word), 1)
        before = self.line[match.start() - 1 : match.start()]
        if self.facts or self.name_over or before in {"[", "("} or not self._of_a_name(word, end):
            self.mark(end)
            return
        self.at = end
        self.name.append(word.strip("\"“”‘'") or word)

    def _of_a_name(self, word: str, end: int) -> bool:
        """Whether *word*, which ends at *end*, is part of the name that is being said."""
        if word.casefold() in RELATIONS and not self.name:
            return True
        if not is_name_word(word, cased=self.cased):
            return word.casefold() in marks.RELATION_NAMES and not self.name and not self.named_after(end)
        follower = self.line[end:].split()[:1]
        sentence = not self.name and is_every_day(word) and bool(follower) and end < self.span[1]
        return not (
            sentence
            and follower[0].isalpha()
            and follower[0].islower()
            and is_every_day(follower[0])
            and not is_mark(follower[0])
        )

    def _finish(self) -> None:
        """What depends on the whole line: ages with a death, leftovers with their answers, who has no name."""
        for unknown in grouped(self.line, self.unknown):
            answer = self.answers.get(unknown.text, "note")
            if answer == "name":
                self.name.append(unknown.text)
            elif answer == "note":
                self.note.append(unknown.text)
        self.unknown = [question for question in self.unknown if not self._answered(question)]
        age = self.age_at_death or self.age
        if self.late:
            self.found["dead"] = True
        died = self.found.get("died")
        self._without_a_name()
        if self.relation_gender != "unknown":
            self.found.setdefault("gender", self.relation_gender)
        if self.age is not None and "born" not in self.found and not ("dead" in self.found or died):
            self.found["born"] = PartialDate.read(self.age.on(self.today.isoformat()))
        elif age is not None and "born" not in self.found:
            self._born_before_death(age, died)
        if self.found.get("kind") == "unborn" and "born" in self.found and "due" not in self.found:
            self.found["due"] = self.found.pop("born")

    def _without_a_name(self) -> None:
        """``unknown father``: a noun is no name, and says that he is a man."""
        if not self.found.pop("unnamed", False):
            return
        for word in self.name:
            self.note_gender(word.casefold())
        self.name = [word for word in self.name if word.casefold() not in marks.RELATION_NAMES]
        self.found.setdefault("kind", "unknown")

    def _answered(self, unknown: Unknown) -> bool:
        whole = next(group for group in grouped(self.line, self.unknown) if group.start <= unknown.start < group.end)
        return whole.text in self.answers

    def _born_before_death(self, age: Age, died: object) -> None:
        """The birth of somebody whose age at death is known; as a note where the death has no date."""
        if isinstance(died, PartialDate):
            try:
                self.found["born"] = PartialDate.read(age.on(died.text))
            except DateFormatError:
                self.note.append(f"{age.words.removeprefix('about ').replace('age', 'aged')} at death")
            else:
                return
        else:
            self.note.append(f"{age.words.replace('age', 'aged', 1)} at death")


_SIGN_OF_A_NUMBER = lazy_pattern(r"[-–][0-9]")
FIGURES = lazy_pattern(r"[ :]*[0-9][0-9/.-]*")
"""Figures like those of a date."""
_OTHER_MARKS = frozenset(
    {
        "died", "dead", "due", "born", "b", "d", "aged", "age", "foster", "adopted", "unknown", "about", "since",
        "deceased", "twin", "twins", "step", "kinship", "ex", "late", "rip", "unborn",
    }
)  # fmt: skip


def is_mark(word: str) -> bool:
    """Whether *word* is a mark by itself, and so no name in brackets."""
    tables = (marks.UNIONS, marks.ENDINGS, marks.GENDERS, marks.LOSSES, marks.PRONOUNS, _OTHER_MARKS)
    return any(word.casefold() in table for table in tables)


Rule = Callable[[LineReader], bool]
"""Takes what stands at the place of a reader, and says whether it did."""
