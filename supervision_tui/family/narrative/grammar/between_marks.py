"""What stands in brackets beside somebody: "(12)", "(mum, 34)", "(Year 4)", "(born 2019)"."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from supervision_tui.family.dates.age_words import Age
from supervision_tui.family.narrative.grammar import kin_nouns
from supervision_tui.family.narrative.grammar.phrase import Phrase, PhraseWords


class BetweenMarksReader(PhraseWords, ABC):
    """Reads brackets beside a phrase."""

    @abstractmethod
    def _single(self, at: int) -> Phrase | None:
        """One person, or several by one noun."""

    def _in_brackets(self, phrase: Phrase) -> None:
        if self.low(phrase.end) != "(":
            return
        close = next((at for at in range(phrase.end, len(self.words)) if self.low(at) == ")"), None)
        if close is None:
            return
        at = phrase.end + 1
        phrase.end = close + 1
        several = self._ages_in_turn(at)
        if len(several[0]) > 1 and several[1] == close:
            phrase.ages = several[0]
            return
        while at < close:
            if self.low(at) in {",", ";", "and", "both", "all"}:
                at += 1
                continue
            at = self._bracketed_life(phrase, at, close) or self._bracketed_people(phrase, at, close)

    def _ages_in_turn(self, at: int) -> tuple[tuple[Age, ...], int]:
        """Ages one after the other at *at* ("11 and 9", "aged 8, 6 and 3"), and the word behind them."""
        ages: list[Age] = []
        end = at
        while (age := self.times.age(at)) is not None:
            ages.append(age[0])
            at = end = age[1]
            at += self.low(at) == ","
            at += self.low(at) in {"and", "&"}
            if at == end:
                break
        return tuple(ages), end

    def _bracketed_life(self, phrase: Phrase, at: int, close: int) -> int:
        """A birth, an age, a death, a school year at *at*, before *close*: the word behind it, or nought."""
        age, date = self.times.age(at), self.times.birth(at)
        if date is not None and date[1] <= close:
            phrase.born = date[0]
            return date[1]
        if age is not None and age[1] <= close:
            phrase.age = age[0]
            return age[1]
        if self.low(at) in {"deceased", "dead", "rip"}:
            phrase.died = True
            return at + 1
        school = self._school_at(at)
        if school:
            phrase.school = school
            return at + len(school.split())
        return 0

    def _bracketed_people(self, phrase: Phrase, at: int, close: int) -> int:
        """Other words for the same people at *at*, before *close*; what is not understood is kept as odd."""
        other = self._role(at, close) or self._single(at)
        if other is not None and other.end <= close:
            phrase.apposed.append(other)
            return other.end
        phrase.odd.append((at, close))
        return close

    def _school_at(self, at: int) -> str:
        """As in "Year 4", "Reception": empty where it is none."""
        if self.low(at) == "year" and self.low(at + 1).isdigit():
            return f"Year {self.low(at + 1)}"
        lone = self.low(at) in {"reception", "nursery"} or re.fullmatch(r"y\d{1,2}", self.low(at))
        return self.low(at).capitalize() if lone else ""

    def _role(self, at: int, close: int) -> Phrase | None:
        """As in "(mum, 34)" and "(maternal aunt)": whom somebody is to the children."""
        found = self._noun_after(at)
        if found is None or found[1] > close or self.low(found[1]) not in {",", ")", ";", "and"}:
            return None
        noun, end, adjectives = found
        title = noun.word if noun.word in kin_nouns.TITLES else ""
        return Phrase(at, end, noun=noun, adjectives=adjectives, title=title)
