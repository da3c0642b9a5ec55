"""A line about a person while it is read: the place, what was found, the words that are left over."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.shorthand import marks
from supervision_tui.family.shorthand.ages import Age
from supervision_tui.family.shorthand.date_phrases import date_at
from supervision_tui.family.shorthand.parsed_person import Entry, ParsedPerson
from supervision_tui.family.shorthand.questions import Question, Unknown, grouped, unknown_question


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

    def person(self, rules: Sequence[Rule]) -> ParsedPerson:
        """Read from the beginning to the end: at each place the first of *rules* that fits, else a word."""
        self.at, end = self.span
        text = self.line[:end]
        low = text.casefold() if len(text.casefold()) == len(text) else text.lower()
        self.line, self.low = text, low if len(low) == len(text) else text
        while self.at < end:
            if text[self.at] in " \t\n,;":
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

    def date_after(self, end: int, key: str) -> bool:
        """Take the date that follows *end* for *key*; stay behind it."""
        start = end
        while start < len(self.line) and self.line[start] in " :,":
            start += 1
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

    def _word(self) -> None:
        """One word that is no mark: of the name while the name is being said, else not understood."""
        match = re.compile(r"\S+").match(self.line, self.at)
        if match is None:
            self.at += 1
            return
        word = match[0].rstrip(",;:)]")
        self.at = match.start() + max(len(word), 1)
        before = self.line[match.start() - 1 : match.start()]
        odd = re.fullmatch(r"[\W\d_]+", word) is not None or before in {"[", "("}
        if not self.facts and not odd:
            self.name.append(word)
            return
        self.unknown.append(Unknown(word, match.start(), match.start() + len(word)))

    def _finish(self) -> None:
        """What depends on the whole line: ages with a death, leftovers with their answers, who has no name."""
        for unknown in grouped(self.line, self.unknown):
            answer = self.answers.get(unknown.text, "note")
            if answer == "name":
                self.name.append(unknown.text)
            elif answer == "note":
                self.note.append(unknown.text)
        self.unknown = [one for one in self.unknown if not self._answered(one)]
        age = self.age_at_death or self.age
        died = self.found.get("died")
        if self.age is not None and "born" not in self.found and not ("dead" in self.found or died):
            self.found["born"] = self.age.born(self.today.isoformat())
        elif age is not None and "born" not in self.found:
            self._born_before_death(age, died)
        if self.found.get("kind") == "unborn" and "born" in self.found and "due" not in self.found:
            self.found["due"] = self.found.pop("born")
        if self.found.pop("unnamed", False):
            self.name = [word for word in self.name if word.casefold() not in marks.RELATION_NAMES]
            self.found.setdefault("kind", "unknown")

    def _answered(self, unknown: Unknown) -> bool:
        whole = next(one for one in grouped(self.line, self.unknown) if one.start <= unknown.start < one.end)
        return whole.text in self.answers

    def _born_before_death(self, age: Age, died: object) -> None:
        """The birth of somebody whose age at death is known; as a note where the death has no date."""
        if isinstance(died, PartialDate):
            try:
                self.found["born"] = age.born(died.text)
            except DateFormatError:
                self.note.append(f"{age.words.removeprefix('about ').replace('age', 'aged')} at death")
            else:
                return
        else:
            self.note.append(f"{age.words.replace('age', 'aged', 1)} at death")


Rule = Callable[[LineReader], bool]
"""Takes what stands at the place of a reader, and says whether it did."""
