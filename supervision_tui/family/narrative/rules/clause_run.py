"""A clause while its rule is carried out: its people found, its times at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.age_words import Age
from supervision_tui.family.narrative.discourse import OBJECT, SUBJECT, Discourse
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_parents import YOUNG
from supervision_tui.family.narrative.grammar.clauses import Clause
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.resolving import Resolver
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.narrative.grammar.words import Word


_PAST = lazy_pattern(r"\b(?:[a-z]+ed|left|died|split|went|came|met|had|lost|broke)\b")
_SUMMER = 6


@dataclass(slots=True)
class ClauseRun:
    """One *clause* of the sentence of *words*; *by* is who said it, where somebody is quoted."""

    draft: Draft
    discourse: Discourse
    resolver: Resolver
    clause: Clause
    words: Sequence[Word]
    sentence: str
    by: str = ""
    text: str = ""

    def phrase(self, at: int) -> Phrase:
        """The phrase of the item *at*."""
        value = self.clause.items[at].value
        if not isinstance(value, Phrase):
            raise TypeError(at)
        return value

    def subject(self, at: int, prefer: str = "") -> tuple[str, ...]:
        """The people of the item *at*, who do or are something here."""
        self.discourse.inside = False
        weight = OBJECT if self.phrase(at).pronoun == "who" else SUBJECT
        people = self.resolver.people(self.phrase(at), weight, prefer=prefer)
        if people:
            self.discourse.subject = people
        return people

    def adults(self, at: int, prefer: str = "") -> tuple[str, ...]:
        """The people of the item *at*, who are or were a couple: "she" is no child there."""
        phrase = self.phrase(at)
        if phrase.pronoun not in {"she", "he"}:
            return self.subject(at, prefer)
        self.discourse.inside = False
        known = [somebody for somebody in self.discourse.presence if somebody in self.draft.persons]
        young = [somebody for somebody in known if self.draft.is_child(somebody) and not self._may_be_couple(somebody)]
        people = self.resolver.people(phrase, SUBJECT, without=young)
        self.discourse.subject = people or self.discourse.subject
        return people

    def _may_be_couple(self, person: str) -> bool:
        age = self.draft.age(person)
        return age is not None and age >= YOUNG

    def object(self, at: int, without: Sequence[str] = (), prefer: str = "") -> tuple[str, ...]:
        """The people of the item *at*, to whom something is done or said; *without* are those who do it."""
        self.discourse.inside, self.discourse.reporter = True, self.by
        people = self.resolver.people(self.phrase(at), OBJECT, without=without, prefer=prefer)
        self.discourse.reporter = ""
        return people

    def age(self, at: int) -> Age:
        """The age of the item *at*."""
        value = self.clause.items[at].value
        if not isinstance(value, Age):
            raise TypeError(at)
        return value

    def value(self, at: int) -> str:
        """The words of the item *at*: a place, a service."""
        return str(self.clause.items[at].value)

    def set_place(self, people: Sequence[str], *places: int) -> None:
        """*people* are where the items *places* say; "from Poland" is where they come from, and a note."""
        words = " in ".join(self.value(at) for at in places)
        for somebody in people:
            if words.startswith("from "):
                self.draft.add_note(somebody, f"{words[:1].upper()}{words[1:]}.")
            else:
                self.draft.set_person(somebody, whereabouts=words)

    def time(self, *names: str) -> PartialDate | None:
        """The first of these times that the clause has: ``since``, ``until``, ``when``."""
        times = (self.clause.times.get(name) for name in names)
        when = next((value for value in times if isinstance(value, PartialDate)), None)
        if when is None and "when" in names and self.often == "in the summer" and _PAST.search(self.clause.pattern()):
            summer = self.draft.today.year - (self.draft.today.month < _SUMMER)
            return PartialDate.read(f"summer {summer}")
        return when

    def words_after(self, who: int) -> str:
        """The words of the clause behind the phrase *who*."""
        start = self.clause.items[who].end
        end = self.words[min(self.clause.end, len(self.words)) - 1].end
        return (
            " ".join(self.sentence[self.words[start].start : end].strip(" ,;.").split())
            if start < self.clause.end
            else self.text
        )

    @property
    def often(self) -> str:
        """How often, in words as written in small letters; empty where it is not said."""
        words = str(self.clause.times.get("often", ""))
        place = self.sentence.casefold().find(words)
        return self.sentence[place : place + len(words)] if words and place >= 0 else words
