"""What stands beside a phrase and is about the same people: names, ages, other kinship words, what somebody does."""

from __future__ import annotations

from abc import ABC, abstractmethod

from supervision_tui.family.narrative.grammar import kin_nouns, lexicon
from supervision_tui.family.narrative.grammar.child_asides import ChildAsideReader
from supervision_tui.family.narrative.grammar.kin_nouns import noun_at
from supervision_tui.family.narrative.grammar.phrase import Phrase

_TWO = 2
_HERE = frozenset({"household", "home", "family", "house", "placement", "property"})
_ENDS = frozenset({",", ".", ";", ")", "!", ":", "–", "—", "-"})
_TRADE_ENDS = _ENDS | {"with", "who", "at", "in", "from"}


class AsideReader(ChildAsideReader, ABC):
    """Reads what stands beside a phrase."""

    @abstractmethod
    def kin(self, at: int) -> Phrase | None:
        """A kinship phrase."""

    @abstractmethod
    def _name(self, at: int) -> Phrase | None:
        """A name."""

    @abstractmethod
    def _list(self, first: Phrase, *, closed: bool = False) -> Phrase:
        """The list that *first* begins."""

    @abstractmethod
    def _and_follows(self, at: int, first: Phrase | None = None) -> bool:
        """Whether a list goes on."""

    def _owned_by(self, owner: Phrase) -> Phrase | None:
        """As in "Leanne" with "'s brother": the brother."""
        if self.low(owner.end) != "'s" or owner.pronoun:
            return None
        found = self._noun_after(owner.end + 1) or self._by_age(owner.end, determined=True)
        if found is None or self.low(owner.end + 1) in {"a", "an", "the"}:
            return None
        noun, end, adjectives = found
        return Phrase(
            owner.start,
            end,
            noun=noun,
            owner=owner,
            adjectives=adjectives,
            count=self._count(adjectives, "", noun),
        )

    def _kin_of_name(self, at: int) -> Phrase | None:
        name = self._name(at)
        return self._owned_by(name) if name is not None else None

    def _is_not_of_somebody(self, at: int) -> bool:
        return (
            self.low(at + 1)
            in {"a", "an", "the", "in", "very", "not", "been", "now", "with", "at", "on", "called", "got"}
            or self.low(at + 1).isdigit()
        )

    def _beside(self, phrase: Phrase) -> None:
        """Take names, ages and other words for the same people that stand beside *phrase*."""
        for _ in range(6):
            before = phrase.end
            for step in (
                self._of_own,
                self._by_ivf,
                self._called,
                self._of_former,
                self._named_at_once,
                self._in_brackets,
                self._of_age,
                self._ages_beside,
                self._age_beside,
                self._a_girl,
                self._school_year,
                self._pronouns,
                self._who_is,
                self._same_parent,
                self._after_a_comma,
                self._trade,
                self._lives_where,
                self._with_children,
            ):
                step(phrase)
            if phrase.end == before:
                return

    def _take(self, phrase: Phrase, other: Phrase) -> None:
        phrase.apposed.append(other)
        phrase.end = other.end

    def _called(self, phrase: Phrase) -> None:
        at = phrase.end
        if self.low(at) == "," and self.low(at + 1) == "who":
            at += 1
        if self.low(at) == "who" and self.low(at + 1) == "is":
            at += 2
        elif self.low(at) == "who":
            return
        if self.low(at) in {"called", "named"}:
            name = self._names(at + 1, phrase.plural)
            if name is not None and not any(other.name or other.parts for other in phrase.apposed):
                self._take(phrase, name)

    @abstractmethod
    def _mr_and_mrs(self, at: int) -> Phrase | None:
        """Two people of one name."""

    def _names(self, at: int, several: bool) -> Phrase | None:
        both = self._mr_and_mrs(at) if several else None
        if both is not None:
            return both
        name = self._name(at)
        if name is None:
            return None
        self._beside(name)
        return self._list(name, closed=True) if several else name

    def _named_at_once(self, phrase: Phrase) -> None:
        if phrase.noun is None or phrase.apposed:
            return
        several = phrase.plural
        outer, self.naming = self.naming, self.naming or several
        self._named_behind(phrase, several=several)
        self.naming = outer

    def _named_behind(self, phrase: Phrase, *, several: bool) -> None:
        """The names behind a kin noun, with a colon or without."""
        if self.low(phrase.end) == ":" or (several and self.low(phrase.end) in {"–", "—", "-"}):
            listed = self._names(phrase.end + 1, several=True)
            if listed is None:
                inner = self._single(phrase.end + 1) if self.low(phrase.end) == ":" and several else None
                listed = self._list(inner) if inner is not None else None
            if listed is not None:
                self._take(phrase, listed)
            return
        name = self._names(phrase.end, several)
        if name is not None and not (phrase.title and noun_at(self.lows, phrase.end)):
            self._take(phrase, name)

    def _age_beside(self, phrase: Phrase) -> None:
        if phrase.age is not None or (phrase.noun is not None and not phrase.apposed and phrase.plural):
            return
        at = phrase.end + (self.low(phrase.end) == ",")
        at += self.low(at) in {"both", "all", "now", "just", "only", "also"} and bool(self.times.age(at + 1))
        born = self.times.birth(at) if self.low(at) in {"born", "b", "dob"} else None
        if born is not None and born[1] and at > phrase.end:
            phrase.born, phrase.end = born[0], self._past_comma(born[1])
            return
        age = self.times.age(at)
        if (
            age is None
            or noun_at(self.lows, age[1]) is not None
            or self.low(age[1]) in kin_nouns.ADJECTIVES
            or (at == phrase.end and self.low(at) in lexicon.ADVERBS)
        ):
            return
        phrase.age, phrase.end = age[0], self._past_comma(age[1])

    def _school_year(self, phrase: Phrase) -> None:
        """As in ", in Year 2" and ", Year 9,"."""
        at = phrase.end + (self.low(phrase.end) == ",")
        at += self.low(at) == "in"
        school = self._school_at(at) if phrase.name or phrase.apposed else ""
        if school.startswith("Year"):
            phrase.school, phrase.end = school, self._past_comma(at + 2)

    def _who_is(self, phrase: Phrase) -> None:
        """As in ", who is 19," and "who is 7 and Tiana, 4" in the middle of a list."""
        at = phrase.end
        if self.naming and self.low(at) == "," and self.low(at + 1) == "who" and self.low(at + 2) not in {"is", "are"}:
            self._listed_aside(phrase)
            return
        if phrase.age is None and self.low(at) == "who" and self.low(at + 1) in {"is", "'s"}:
            at += 2 + (self.low(at + 2) in {"now", "only", "just", "nearly"})
            age = self.times.age(at)
            further = age[1] + 1 if age is not None and self.low(age[1]) in {"and", "&", ","} else 0
            further += bool(further) and self.low(further) in lexicon.ORDER_WORDS
            name = self._name(further) if further else None
            if (
                age is not None
                and name is not None
                and not (name.end < len(self.words) and lexicon.is_verb(self.words[name.end]))
            ):
                phrase.age, phrase.end = age
            return
        if (
            phrase.age is None
            and self.low(at) == ","
            and self.low(at + 1) == "who"
            and self.low(at + 2) in {"is", "are"}
        ):
            at += 3
            self._listed_aside(phrase)
            at += self.low(at) in {"now", "only", "just"}
            age = self.times.age(at)
            if age is not None and (age[1] >= len(self.words) or self.low(age[1]) in _ENDS):
                phrase.age, phrase.end = age[0], self._past_comma(age[1])

    def _listed_aside(self, phrase: Phrase) -> None:
        """As in "Carl, who is in the army, and Amy": where a list goes on behind, what stands between is left open."""
        close = next((at for at in range(phrase.end + 3, len(self.words)) if self.low(at) in {",", ".", ";"}), 0)
        goes_on = close and self.low(close) == "," and self.low(close + 1) in {"and", "&"}
        if goes_on and self._name(close + 2) is not None and not self.times.age(phrase.end + 3):
            phrase.odd.append((phrase.end + 1, close))
            phrase.end = close

    def _same_parent(self, phrase: Phrase) -> None:
        """As in ", same mum" and "(different dads)" beside a brother or sister: by which parent they are that."""
        at = phrase.end + (self.low(phrase.end) == ",")
        at += self.low(at) in {"the", "by", "with", "through", "on"}
        if self.low(at - 1) in {"through", "by", "on"} and self.low(at) in {"his", "her", "their", "the"}:
            self._through(phrase, at + 1)
            return
        noun = noun_at(self.lows, at + 1) if self.low(at) in {"same", "different"} else None
        siblings = phrase.noun is not None and phrase.noun.relation in {"sibling", "half_sibling"}
        if noun is None or noun[0].relation != "parent" or noun[0].gender == "unknown" or not siblings:
            return
        mothers = (noun[0].gender == "female") is (self.low(at) == "same")
        phrase.adjectives = (*phrase.adjectives, "maternal" if mothers else "paternal")
        phrase.end = self._past_comma(at + 1 + noun[1])

    def _through(self, phrase: Phrase, at: int) -> None:
        """As in "a half-brother, Mason, through his mother"."""
        noun = noun_at(self.lows, at)
        siblings = phrase.noun is not None and phrase.noun.relation in {"sibling", "half_sibling"}
        if noun is not None and noun[0].relation == "parent" and noun[0].gender != "unknown" and siblings:
            side = "maternal" if noun[0].gender == "female" else "paternal"
            end = at + noun[1] + 2 * (self.lows[at + noun[1] : at + noun[1] + 2] == ["'s", "side"])
            phrase.adjectives, phrase.end = (*phrase.adjectives, side), self._past_comma(end)

    def _pronouns(self, phrase: Phrase) -> None:
        """As in ", they/them,": how somebody is spoken of."""
        at = phrase.end + (self.low(phrase.end) == ",")
        if self.low(at) in {"he", "she", "they"} and self.low(at + 1) == "/":
            phrase.said, phrase.end = self.low(at), self._past_comma(at + 3)

    def _lives_where(self, phrase: Phrase) -> None:
        """As in "three children: Michael in Canada, Anne": where somebody of a list is."""
        at = phrase.end
        place = self.words[at + 1 : at + 2]
        in_list = self.naming and bool(phrase.name)
        if not (in_list or phrase.apposed) or self.low(at) != "in" or not place or not place[0].capital:
            return
        verb = not in_list and at + 2 < len(self.words) and lexicon.is_verb(self.words[at + 2])
        if (verb or (in_list and self.low(at + 2) in {",", "and", "&"})) and not self.times.date(at + 1):
            phrase.place, phrase.end = place[0].text, at + 2

    def _trade(self, phrase: Phrase) -> None:
        """As in ", a retired police officer," between a name and what its bearer does."""
        at = phrase.end
        if not (phrase.name or phrase.apposed) or self.low(at) != "," or self.low(at + 1) not in {"a", "an"}:
            return
        end = next(
            (place for place in range(at + 2, min(at + 7, len(self.words))) if self.low(place) in _TRADE_ENDS),
            len(self.words) if at + 7 > len(self.words) else 0,
        )
        words = self.words[at + 2 : end]
        if (
            end
            and words
            and not any(word.capital or (lexicon.is_verb(word) and not word.low.endswith("ed")) for word in words)
            and self.kin(at + 1) is None
        ):
            phrase.work, phrase.end = " ".join(word.text for word in words), self._past_comma(end)

    def _past_comma(self, at: int) -> int:
        """Behind a comma that closes an aside, where what was said of the person goes on."""
        follows = (
            self.low(at) == ","
            and at + 1 < len(self.words)
            and (lexicon.is_verb(self.words[at + 1]) or self.low(at + 1) in lexicon.ADVERBS)
        )
        return at + 1 if follows else at

    def _after_a_comma(self, phrase: Phrase) -> None:
        """As in "Nan, Sue," and "Dean, Leanne's brother,"."""
        if (
            self.low(phrase.end) in {"now", "too", "together"}
            and self.low(phrase.end + 1) == ","
            and not phrase.apposed
        ):
            phrase.end += 1  # "his own little one now, Teddy"
        if phrase.noun is not None and not phrase.apposed and self.low(phrase.end) == "in":
            self._where_before_names(phrase)
        if self.low(phrase.end) != "," or len(phrase.apposed) > 1:
            return
        if phrase.noun is not None and not phrase.apposed:
            self._name_after_a_comma(phrase)
        elif phrase.name and not any(other.noun for other in phrase.apposed):
            self._kin_after_a_comma(phrase)

    def _where_before_names(self, phrase: Phrase) -> None:
        """As in "foster carers in Oldham, Pam and Dave"."""
        at = phrase.end + 1
        here = self.low(at) in {"the", "this"} and self.low(at + 1) in _HERE and self.low(at + 2) in {":", ","}
        if here and self._name(at + 3) is not None:
            phrase.end = at + 2  # "four children in the household: Connor, Lacey"
            return
        named = at + 1 < len(self.words) and self.words[at].capital and self.low(at + 1) == ","
        if named and not self.times.date(at) and self._name(at + 2) is not None:
            phrase.place, phrase.end = self.words[at].text, at + 1

    def _name_after_a_comma(self, phrase: Phrase) -> None:
        at = phrase.end + 1
        if self.low(at) == "the" and self.low(at + 1).endswith("s") and self.low(at + 2) == ",":
            at += 3  # "a foster family, the Bakers, Linda and Tony"
        outer, self.naming = self.naming, True
        name = self._names(at, phrase.plural)
        self.naming = outer
        also = self._kin_of_name(at) if name is None or self.low(name.end) == "'s" else None
        if also is not None and not phrase.plural:
            self._beside(also)
            if any(other.name for other in also.apposed):
                phrase.apposed += [other for other in also.apposed if other.name]
                also.apposed = []
                self._take(phrase, also)
            return
        if name is None:
            return
        closed = (
            name.end >= len(self.words)
            or self.low(name.end - 1) == ","
            or self.low(name.end) in _ENDS | {"who", "(", "from", "with"}
            or (phrase.plural and name.parts)
        )
        listed = self.low(name.end) == "," and not phrase.plural and self._and_follows(name.end + 1)
        listed = listed and (self._name(name.end + 1) is not None or self.kin(name.end + 1) is None)
        if phrase.plural or (closed and not listed) or (closed and name.age is not None):
            self._take(phrase, name)
            phrase.end = self._past_comma(phrase.end) if closed else phrase.end

    def _kin_after_a_comma(self, phrase: Phrase) -> None:
        at = phrase.end + 1
        other = self.kin(at) or self._kin_of_name(at)
        if other is None or not (other.owner is not None or other.adjectives or other.new):
            return
        if {"same", "different"} & {*other.adjectives}:
            return
        if self.naming and other.owner is not None and other.owner.pronoun:
            return  # "his mum, Joanne, his stepdad, Andrew, and his brother"
        if (other.owner is not None and other.owner.pronoun == "who") or (
            other.end < len(self.words) and self.low(other.end) not in {",", ".", ";"}
        ):
            return
        listed = self.low(other.end) == "," and self.low(other.end + 1) in {"and", "&"}
        if not listed and not (self.low(phrase.start - 1) == "," and other.new):
            self._take(phrase, other)
            phrase.end = self._past_comma(phrase.end)
