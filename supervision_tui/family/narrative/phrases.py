"""Who is spoken of in a sentence: names, pronouns and kinship phrases with all that stands beside them.

"Dean, Leanne's brother," is one phrase; so are "her three children: Daniel (12), Ruth (9) and baby Tobi, who is 8".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from supervision_tui.family.narrative import kin_nouns, lexicon
from supervision_tui.family.narrative.kin_nouns import KinNoun, noun_at
from supervision_tui.family.narrative.times import TimeReader
from supervision_tui.family.narrative.words import Word
from supervision_tui.family.shorthand.ages import Age

_MOST_PARTS = 14
_GROUPS = {"couple": "couple", "pair": "couple", "family": "family", "parents": "", "household": "family"}
_ENDS = frozenset({",", ".", ";", ")", "!", ":", "–", "—", "-"})


@dataclass(slots=True)
class Phrase:
    """One phrase about people, from word *start* to word *end*.

    It is a *name*, a *pronoun*, or a kin *noun* (of its *owner*), or a list of *parts*. *apposed* says the same people
    in other words; *new* that nobody spoke of them before ("a son"), *count* how many they are, *born* is their *age*.
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
    born: object = None
    died: bool = False
    former: str = ""
    work: str = ""
    apposed: list[Phrase] = field(default_factory=list)
    parts: list[Phrase] = field(default_factory=list)
    odd: list[tuple[int, int]] = field(default_factory=list)

    @property
    def plural(self) -> bool:
        """Whether it is about several people."""
        return bool(self.parts) or self.pronoun == "they" or (self.noun is not None and self.noun.plural) or self.count > 1


class PhraseReader:
    """Reads phrases in *words*; *known* tells whether a word is the name of somebody who is known."""

    def __init__(self, words: list[Word], times: TimeReader, known: Callable[[str], bool]) -> None:
        self.words, self.times, self.known = words, times, known
        self.lows = [word.low for word in words]

    def low(self, at: int) -> str:
        """The word at *at* in small letters; empty beyond the end."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def phrase(self, at: int) -> Phrase | None:
        """The phrase about people that begins at *at*, lists and appositions included; ``None`` where none does."""
        first = self._single(at)
        if first is None or first.pronoun in {"who", "we"}:
            return first
        return self._list(first)

    # -- lists ---------------------------------------------------------------------------------------------------------

    def _list(self, first: Phrase, *, closed: bool = False) -> Phrase:
        parts, end = [first], first.end
        while len(parts) < _MOST_PARTS:
            step = self._next_part(parts, end, closed=closed)
            if step is None:
                break
            parts.append(step[0])
            end = step[0].end
            if step[1]:
                break
        if len(parts) == 1:
            return first
        last = parts[-1]
        if last.noun is not None and last.noun.relation in kin_nouns.CHILDREN and last.owner is not None and last.owner.name and all(
            part.name and not part.apposed for part in parts[:-1]) and self.low(last.owner.end) == "'s":  # fmt: skip
            last.owner = Phrase(first.start, last.owner.end, parts=[*parts[:-1], last.owner])
            last.start = first.start
            return last
        whole = Phrase(first.start, end, parts=parts)
        self._names_in_turn(whole)
        return whole

    def _names_in_turn(self, whole: Phrase) -> None:
        """ "his nain and taid, Eirlys and Gwilym,": a name for each."""
        if self.low(whole.end) != "," or not all(part.noun is not None and not part.apposed for part in whole.parts):
            return
        name = self._name(whole.end + 1)
        listed = self._list(name, closed=True) if name is not None else None
        if listed is not None and len(listed.parts) == len(whole.parts):
            for part, other in zip(whole.parts, listed.parts, strict=True):
                part.apposed.append(other)
            whole.end = self._past_comma(listed.end)

    def _next_part(self, parts: list[Phrase], end: int, *, closed: bool = False) -> tuple[Phrase, bool] | None:
        """The next part of a list, and whether it is the last."""
        at, last = end, False
        comma = self.low(at) == ","
        at += comma
        if self.low(at) in {"and", "&"}:
            last, at = True, at + 1
        elif not comma or not self._and_follows(at):
            return None
        part = self._single(at)
        if part is None or part.pronoun == "who" or (part.owner is not None and part.owner.pronoun == "who") or (part.title == "" and part.noun is not None and part.noun.relation == "pet" and not parts[0].noun):
            return None
        if last and not closed and self._begins_a_clause(part.end) and not self._at_clause_start(parts[0].start):
            return None
        if last and not closed and self._begins_a_clause(part.end) and comma and len(parts) == 1:
            return None
        if part.noun is not None and part.owner is None and not part.new and parts[-1].owner is not None and not part.title:
            part.owner = parts[-1].owner
        if part.noun is not None and part.noun.relation in {"child", "twin"} and part.owner is None and not part.new and not part.title and len(parts) == 1 and (
            parts[0].name or parts[0].pronoun in {"she", "he"}):  # fmt: skip
            part.owner = parts[0]
        if part.new and part.noun is not None and part.owner is None and parts[-1].new and parts[-1].owner is not None:
            part.owner = parts[-1].owner
        return part, last

    def _and_follows(self, at: int) -> bool:
        """Whether the parts of a list follow at *at*, with "and" before the last."""
        for _ in range(_MOST_PARTS):
            part = self._single(at)
            if part is None or part.pronoun:
                return False
            at = part.end
            if self.low(at) in {"and", "&"} or (self.low(at) == "," and self.low(at + 1) in {"and", "&"}):
                follows = self._single(at + 1 + (self.low(at) == ","))
                return follows is not None and (follows.end >= len(self.words) or not lexicon.is_verb(self.words[follows.end]) or self._at_clause_start(at))
            if self.low(at) != ",":
                return False
            at += 1
        return False

    def _begins_a_clause(self, end: int) -> bool:
        while self.low(end) in lexicon.ADVERBS:
            end += 1
        return (end < len(self.words) and lexicon.is_verb(self.words[end])) or self.low(end) == "is" or (
            self.low(end) == "'s" and self._is_not_of_somebody(end))  # fmt: skip

    def _at_clause_start(self, start: int) -> bool:
        while self.low(start - 1) in lexicon.ADVERBS:
            start -= 1
        return start == 0 or self.low(start - 1) in {
            ",", ";", "but", "so", "because", "when", "that", "while", ".", ":", "since", "after", "before", "although", "if", "says", "said", "of", "between",
        }  # fmt: skip

    # -- one person, or several by one noun ----------------------------------------------------------------------------

    def _single(self, at: int) -> Phrase | None:
        if at >= len(self.words):
            return None
        core = self._pronoun(at) or self._kin(at) or self._aged(at) or self._name(at)
        if core is None:
            return None
        while True:
            owned = self._owned_by(core)
            if owned is None:
                break
            core = owned
        if core.pronoun:
            return core
        self._beside(core)
        if self.low(core.end) == "'s" and core.end > at:
            owned = self._owned_by(core)
            if owned is not None:
                self._beside(owned)
                return owned
        return core

    def _pronoun(self, at: int) -> Phrase | None:
        low = self.low(at)
        if low in lexicon.POSSESSIVES and self._noun_after(at + 1) is not None:
            return None
        if low in {"his"}:
            return None
        if low in {"both"} and self.low(at + 1) == "of":
            return Phrase(at, at + 3, pronoun="they")
        if low in lexicon.SUBJECTS:
            return Phrase(at, at + 1, pronoun=lexicon.SUBJECTS[low])
        if low == "the" and self.low(at + 1) in {"couple", "family", "pair"} and self.low(at + 2) not in {"court", "support", "worker", "home"}:
            return Phrase(at, at + 2, pronoun="family" if self.low(at + 1) == "family" else "they")
        return None

    def _noun_after(self, at: int) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        """The kin noun at *at*, after adjectives: the noun, where it ends, the adjectives."""
        start = at
        while at < len(self.words):
            found = noun_at(self.lows, at)
            if found is not None:
                return found[0], at + found[1], tuple(self.lows[start:at])
            hyphenated = self.times.years_old(at)
            if hyphenated is not None:
                at = hyphenated[1]
            elif self.low(at) in kin_nouns.ADJECTIVES:
                at += 1
            else:
                return None
        return None

    def _kin(self, at: int) -> Phrase | None:
        """ "her new partner", "the father of Daniel", "two boys", "Nan", "Auntie Jo"."""
        low, start = self.low(at), at
        owner: Phrase | None = None
        determined = low in {"the", "this", "these", "both", "all", "a", "an", "another"} or low in lexicon.POSSESSIVES
        if low in lexicon.POSSESSIVES:
            owner = Phrase(at, at + 1, pronoun=lexicon.POSSESSIVES[low])
        if low in {"both", "all"} and self.low(at + 1) in {*lexicon.POSSESSIVES, "the", "of"}:
            inner = self._kin(at + 1)
            return inner
        counted = low in kin_nouns.NUMBERS or low.isdigit()
        if low == "no":
            return None
        found = self._noun_after(at + 1 if determined else at) or self._by_age(at, determined=determined)
        if found is None:
            return None
        noun, end, adjectives = found
        titled = self.words[end - 1].capital and noun.word in kin_nouns.TITLES and not determined
        if not determined and not counted and not adjectives and not titled and not self._bare_noun(at, noun, end):
            return None
        count = self._count(at, adjectives, low, noun)
        phrase = Phrase(start, end, noun=noun, owner=owner, adjectives=adjectives, count=count,
                        new=(low in {"a", "an", "another"} or (counted and owner is None)) )  # fmt: skip
        if titled or (noun.word in kin_nouns.TITLES and not determined):
            phrase.title = noun.word
        old = next((age for word in range(at, end) if (age := self.times.years_old(word))), None)
        phrase.age = old[0] if old else None
        if self.low(phrase.end) in {"of", "to", "for"} and owner is None and noun.relation not in kin_nouns.ROUND and not titled:
            of = self.phrase(phrase.end + 1)
            if of is not None and of.pronoun != "who":
                phrase.owner, phrase.end = of, of.end
        return phrase

    def _by_age(self, at: int, *, determined: bool) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        """ "the eldest", "her youngest": a child, by where they stand among the others."""
        if not determined or self.low(at + 1) not in {"eldest", "oldest", "youngest"} or self.low(at + 2) == "of":
            return None
        child = noun_at(["child"], 0)
        return (child[0], at + 2 + (self.low(at + 2) == "one"), (self.low(at + 1),)) if child else None

    def _bare_noun(self, at: int, noun: KinNoun, end: int) -> bool:
        """A kin noun by itself: in a list ("brother Yusuf and sister Amal"), before a name, or as a heading."""
        follows = end < len(self.words) and lexicon.is_name(self.words, end, self.known(self.low(end)))
        heading = self.low(end) == ":" or (at == 0 and self.words[at].capital and self.low(end) in {"is", "has", ",", "("} and noun.relation not in kin_nouns.ROUND)
        return follows or heading or (self.low(at - 1) in {"and", "&"} and noun.relation not in {"parent", "pet"} and at > 1) or noun.plural and self.low(at - 1) in {"has", "have", "with", "are", "and"}

    def _count(self, at: int, adjectives: tuple[str, ...], low: str, noun: KinNoun) -> int:
        numbers = [number for word in (low, *adjectives) if (number := kin_nouns.NUMBERS.get(word) or (int(word) if word.isdigit() else 0)) and word != "twin"]
        return numbers[0] if numbers else (2 if noun.relation == "twin" and noun.plural else 0)

    def _aged(self, at: int) -> Phrase | None:
        """ "38-year-old Leanne"."""
        found = self.times.years_old(at)
        if found is None:
            return None
        name = self._name(found[1])
        if name is not None:
            name.start, name.age = at, found[0]
        return name

    def _name(self, at: int) -> Phrase | None:
        titles = {"mr", "mrs", "ms", "miss", "dr", "pc", "little", "young", "big", "poor", "the late"}
        start = at
        if self.low(at) in titles and at + 1 < len(self.words):
            at += 1 + (self.low(at + 1) == ".")
        end = at
        while end < len(self.words) and lexicon.is_name(self.words, end, self.known(self.low(end))) and (
            end == at or not self._is_kin_title(end)):  # fmt: skip
            end += 1
            if self.low(end) in {"de", "van", "von", "al", "el", "bin", "ibn", "da", "dos"} and end + 1 < len(self.words) and self.words[end + 1].capital:
                end += 1
            if end < len(self.words) and not self._beside_each_other(end):
                break
        if end == at or lexicon.service_at(self.words, at) >= end - at > 0:
            return None
        keep = start if self.low(start) in {"mr", "mrs", "ms", "miss", "dr", "pc"} else at
        name = " ".join(word.text for word in self.words[keep:end] if word.text != ".")
        return Phrase(start, end, name=name)

    def _is_kin_title(self, at: int) -> bool:
        return noun_at(self.lows, at) is not None and self.low(at) in kin_nouns.TITLES

    def _beside_each_other(self, at: int) -> bool:
        return self.words[at].start - self.words[at - 1].end <= 1

    # -- what stands beside --------------------------------------------------------------------------------------------

    def _owned_by(self, owner: Phrase) -> Phrase | None:
        """ "Leanne" with "'s brother": the brother."""
        if self.low(owner.end) != "'s" or owner.pronoun:
            return None
        found = self._noun_after(owner.end + 1)
        if found is None or self.low(owner.end + 1) in {"a", "an", "the"}:
            return None
        noun, end, adjectives = found
        return Phrase(owner.start, end, noun=noun, owner=owner, adjectives=adjectives,
                      count=self._count(owner.end, adjectives, "", noun))  # fmt: skip

    def _kin_of_name(self, at: int) -> Phrase | None:
        name = self._name(at)
        return self._owned_by(name) if name is not None else None

    def _is_not_of_somebody(self, at: int) -> bool:
        return self.low(at + 1) in {"a", "an", "the", "in", "very", "not", "been", "now", "with", "at", "on"} or self.low(at + 1).isdigit()

    def _beside(self, phrase: Phrase) -> None:
        """Take names, ages and other words for the same people that stand beside *phrase*."""
        for _ in range(6):
            before = phrase.end
            for step in (self._called, self._of_former, self._named_at_once, self._in_brackets, self._age_beside, self._who_is, self._after_a_comma, self._trade):
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

    def _names(self, at: int, several: bool) -> Phrase | None:
        name = self._name(at)
        if name is None:
            return None
        self._beside(name)
        return self._list(name, closed=True) if several else name

    def _named_at_once(self, phrase: Phrase) -> None:
        if phrase.noun is None or phrase.apposed:
            return
        several = phrase.plural
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

    def _in_brackets(self, phrase: Phrase) -> None:
        if self.low(phrase.end) != "(":
            return
        close = next((at for at in range(phrase.end, len(self.words)) if self.low(at) == ")"), None)
        if close is None:
            return
        at = phrase.end + 1
        phrase.end = close + 1
        while at < close:
            if self.low(at) in {",", ";", "and", "both", "all"}:
                at += 1
                continue
            age = self.times.age(at)
            date = self.times.birth(at)
            if date is not None and date[1] <= close:
                phrase.born, at = date[0], date[1]
            elif age is not None and age[1] <= close:
                phrase.age, at = age[0], age[1]
            elif self.low(at) in {"deceased", "dead", "rip"}:
                phrase.died, at = True, at + 1
            elif (other := self._single(at)) is not None and other.end <= close:
                phrase.apposed.append(other)
                at = other.end
            else:
                phrase.odd.append((at, close))
                at = close

    def _age_beside(self, phrase: Phrase) -> None:
        if phrase.age is not None or (phrase.noun is not None and not phrase.apposed and phrase.plural):
            return
        at = phrase.end + (self.low(phrase.end) == ",")
        born = self.times.birth(at) if self.low(at) in {"born", "b", "dob"} else None
        if born is not None and born[1] and at > phrase.end:
            phrase.born, phrase.end = born[0], self._past_comma(born[1])
            return
        age = self.times.age(at)
        if age is None or noun_at(self.lows, age[1]) is not None or self.low(age[1]) in kin_nouns.ADJECTIVES or (
            at == phrase.end and self.low(at) in lexicon.ADVERBS):  # fmt: skip
            return
        phrase.age, phrase.end = age[0], self._past_comma(age[1])

    def _who_is(self, phrase: Phrase) -> None:
        """ ", who is 19," in the middle of a list."""
        at = phrase.end
        if phrase.age is None and self.low(at) == "," and self.low(at + 1) == "who" and self.low(at + 2) in {"is", "are"}:
            at += 3
            at += self.low(at) in {"now", "only", "just"}
            age = self.times.age(at)
            if age is not None and (age[1] >= len(self.words) or self.low(age[1]) in _ENDS):
                phrase.age, phrase.end = age[0], self._past_comma(age[1])

    def _of_former(self, phrase: Phrase) -> None:
        """ "two girls from her first marriage"."""
        at = phrase.end
        if phrase.noun is None or self.low(at) not in {"from", "by"}:
            return
        words = self.lows[at + 1 : at + 5]
        end = next((number for number, word in enumerate(words) if word in {"marriage", "relationship"}), None)
        if end is not None and set(words[:end]) & {"first", "previous", "former", "earlier", "last", "past", "old", "second", "other", "different"}:
            phrase.former, phrase.end = words[end], at + end + 2

    def _trade(self, phrase: Phrase) -> None:
        """ ", a retired police officer," between a name and what its bearer does."""
        at = phrase.end
        if not (phrase.name or phrase.apposed) or self.low(at) != "," or self.low(at + 1) not in {"a", "an"}:
            return
        end = next((place for place in range(at + 2, min(at + 7, len(self.words))) if self.low(place) in _ENDS), len(self.words) if at + 7 > len(self.words) else 0)
        words = self.words[at + 2 : end]
        if end and words and not any(word.capital or lexicon.is_verb(word) and not word.low.endswith("ed") for word in words) and self._kin(at + 1) is None:
            phrase.work, phrase.end = " ".join(word.text for word in words), self._past_comma(end)

    def _past_comma(self, at: int) -> int:
        """Behind a comma that closes an aside, where what was said of the person goes on."""
        follows = self.low(at) == "," and at + 1 < len(self.words) and (lexicon.is_verb(self.words[at + 1]) or self.low(at + 1) in lexicon.ADVERBS)
        return at + 1 if follows else at

    def _after_a_comma(self, phrase: Phrase) -> None:
        """ "Nan, Sue," and "Dean, Leanne's brother,"."""
        if self.low(phrase.end) != "," or len(phrase.apposed) > 1:
            return
        at = phrase.end + 1
        if phrase.noun is not None and not phrase.apposed:
            name = self._names(at, phrase.plural)
            closed = name is not None and (name.end >= len(self.words) or self.low(name.end - 1) == "," or self.low(name.end) in _ENDS or self.low(name.end) in {"who", "(", "from", "with"} or (phrase.plural and name.parts))
            also = self._kin_of_name(at) if name is None or self.low(name.end) == "'s" else None
            if also is not None and not phrase.plural:
                self._beside(also)
                if any(other.name for other in also.apposed):
                    phrase.apposed += [other for other in also.apposed if other.name]
                    also.apposed = []
                    self._take(phrase, also)
                return
            if name is not None and closed and not (self.low(name.end) == "," and self._and_follows(name.end + 1) and not phrase.plural):
                self._take(phrase, name)
                phrase.end = self._past_comma(phrase.end)
            elif name is not None and phrase.plural:
                self._take(phrase, name)
            return
        if not phrase.name or any(other.noun for other in phrase.apposed):
            return
        other = self._kin(at) or self._kin_of_name(at)
        if other is None or (other.owner is None and not other.adjectives and not other.new) or (other.owner is not None and other.owner.pronoun == "who"):
            return
        if other.end >= len(self.words) or self.low(other.end) in {",", ".", ";"}:
            listed = self.low(other.end) == "," and self.low(other.end + 1) in {"and", "&"}
            if not listed and not (self.low(phrase.start - 1) == "," and other.new):
                self._take(phrase, other)
                phrase.end = self._past_comma(phrase.end)
