"""A phrase about people, and the words that it is read from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from supervision_tui.family.dates.age_words import Age
from supervision_tui.family.narrative.grammar import kin_nouns
from supervision_tui.family.narrative.grammar.kin_nouns import KinNoun, noun_at
from supervision_tui.family.narrative.grammar.times import TimeReader
from supervision_tui.family.narrative.grammar.words import Word


@dataclass(slots=True)
class Phrase:
    """One phrase about people, from word *start* to word *end*.

    It is a *name*, a *pronoun*, or a kin *noun* (of its *owner*), or a list of *parts*. *apposed* says the same
    people in other words; *new* that nobody spoke of them before ("a son"), *count* how many they are, *born* is
    their *age*, *ages* one for each of several in turn; *by* is the other parent of children ("a son with Lee"),
    *children* those of somebody ("Grace, with a daughter"); *odd* are words beside it that are not understood.
    """

    start: int
    end: int
    name: str = ""
    pronoun: str = ""
    noun: KinNoun | None = None
    owner: Phrase | None = None
    title: str = ""
    adjectives: tuple[str, ...] = ()
    count: int = 0
    new: bool = False
    age: Age | None = None
    ages: tuple[Age, ...] = ()
    born: object = None
    died: bool = False
    former: str = ""
    by: Phrase | None = None
    children: Phrase | None = None
    work: str = ""
    place: str = ""
    school: str = ""
    said: str = ""
    apposed: list[Phrase] = field(default_factory=list)
    parts: list[Phrase] = field(default_factory=list)
    odd: list[tuple[int, int]] = field(default_factory=list)

    @property
    def plural(self) -> bool:
        """Whether it is about several people."""
        return (
            bool(self.parts) or self.pronoun == "they" or (self.noun is not None and self.noun.plural) or self.count > 1
        )


_OWNERS = frozenset({"her", "their", "his", "my", "our"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})


class PhraseWords:
    """The *words* of a sentence with its *times*; *known* tells whether a word is the name of somebody who is known.

    *first_person* says that "I" is somebody of the family; *own_parents* that "mum" is the mother of whoever tells;
    *naming* that the names behind a kin noun are read.
    """

    def __init__(
        self, words: list[Word], times: TimeReader, known: Callable[[str], bool], *, first_person: bool = False
    ) -> None:
        self.words, self.times, self.known, self.first_person = words, times, known, first_person
        self.own_parents = False
        self.naming = False
        self.lows = [word.low for word in words]

    def low(self, at: int) -> str:
        """The word at *at* in small letters; empty beyond the end."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def _noun_after(self, at: int) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        """The kin noun at *at*, after adjectives: the noun, where it ends, the adjectives."""
        start = at
        while at < len(self.words):
            found = noun_at(self.lows, at)
            further = noun_at(self.lows, at + found[1]) if found is not None else None
            if found is not None and not (further and (found[0].relation == "role" or found[0].word == "baby")):
                return found[0], at + found[1], tuple(self.lows[start:at])
            hyphenated = self.times.years_old(at)
            if self.lows[at : at + 2] == ["grown", "up"]:
                at += 2
            elif hyphenated is not None:
                at = hyphenated[1]
            elif self.low(at) in kin_nouns.ADJECTIVES or found is not None:
                at += 1
            else:
                return None
        return None

    def _by_age(self, at: int, *, determined: bool) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        """As in "the eldest", "her two youngest": children, by where they stand among the others."""
        number = kin_nouns.NUMBERS.get(self.low(at + 1), 0)
        last = at + 1 + bool(number)
        ordinal = self.low(at) in _OWNERS and self.low(last) in _ORDINALS and self.low(last + 1) in {",", "is", "was"}
        by_age = self.low(last) in {"eldest", "oldest", "youngest"} and self.low(last + 1) != "of"
        if not determined or not (by_age or ordinal):
            return None
        child = noun_at(["children" if number > 1 else "child"], 0)
        return (
            (child[0], last + 1 + (self.low(last + 1) == "one"), tuple(self.lows[at + 1 : last + 1])) if child else None
        )

    def _count(self, adjectives: tuple[str, ...], low: str, noun: KinNoun) -> int:
        numbers = [
            number
            for word in (low, *adjectives)
            if (number := kin_nouns.NUMBERS.get(word) or (int(word) if word.isdigit() else 0)) and word != "twin"
        ]
        if not numbers and low == "another" and not noun.plural:
            return 1
        return numbers[0] if numbers else (2 if noun.relation == "twin" and noun.plural else 0)

    def _is_kin_title(self, at: int) -> bool:
        return noun_at(self.lows, at) is not None and self.low(at) in kin_nouns.TITLES

    def _beside_each_other(self, at: int) -> bool:
        return self.words[at].start - self.words[at - 1].end <= 1
