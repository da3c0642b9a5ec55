"""Lists of people in a sentence: which phrases belong together, and where a list ends and a clause begins."""

from __future__ import annotations

from abc import ABC

from supervision_tui.family.narrative.grammar import kin_nouns, lexicon
from supervision_tui.family.narrative.grammar.name_guide import usual_pronoun
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.phrase_asides import AsideReader
from supervision_tui.family.narrative.grammar.word_sets import word_set

_MOST_PARTS = 14
_SUBJECTS = word_set("he she they i we")
_YOUNG_AGES = frozenset(str(age) for age in range(18))
_GENDER = {"she": "female", "he": "male"}
_HAVING = word_set("has have had got are is")
_OF_ONE = word_set("is was has does lives sees works stays visits looks died 's")
"""Verbs that are said of one person."""


class ListReader(AsideReader, ABC):
    """Reads lists of people."""

    def _list(self, first: Phrase, *, closed: bool = False) -> Phrase:
        parts, end = [first], first.end
        while len(parts) < _MOST_PARTS:
            step = self._next_part(parts, end, closed=closed)
            if step is None:
                break
            parts.append(step[0])
            end = step[0].end
            if step[1] and self.low(end) not in {"and", "&"}:
                break
        if len(parts) == 1:
            return first
        last = parts[-1]
        if (
            last.noun is not None
            and (last.noun.relation in kin_nouns.CHILDREN or self._shared_elder(last))
            and last.owner is not None
            and last.owner.name
            and all(part.name and not part.apposed for part in parts[:-1])
            and last.owner.name not in {part.name for part in parts[:-1]}
            and self.low(last.owner.end) == "'s"
        ):
            last.owner = Phrase(first.start, last.owner.end, parts=[*parts[:-1], last.owner])
            last.start = first.start
            return last
        end = self._shared_surname(parts, end)
        whole = Phrase(first.start, end, parts=parts)
        self._names_in_turn(whole)
        self._share_ages(whole)
        return whole

    def _share_ages(self, whole: Phrase) -> None:
        """As in "Mia and Ella, 11 and 9,": an age for each, where there are as many."""
        last = whole.parts[-1]
        if any(part.age is not None or part.ages for part in whole.parts[:-1]):
            return
        if last.ages:
            ages, end = last.ages, whole.end
        else:
            at = whole.end + (self.low(whole.end) == ",") + (self.low(whole.end) in {"and", "&"})
            further = self._ages_in_turn(at) if last.age is not None and at > whole.end else ((), at)
            ages, end = ((last.age, *further[0]) if last.age is not None else ()), further[1]
            if not further[0]:
                return
        if len(ages) == len(whole.parts):
            last.ages = ()
            for part, age in zip(whole.parts, ages, strict=True):
                part.age = age
            whole.end = self._past_comma(end)

    def _shared_surname(self, parts: list[Phrase], end: int) -> int:
        """As in "Irene (68) and George (71) Tait": the family name of all of them, behind the brackets of the last."""
        name = self._name(end) if self.low(end - 1) == ")" and all(part.name for part in parts) else None
        if name is None or any(" " in part.name for part in parts) or " " in name.name:
            return end
        for part in parts:
            part.name = f"{part.name} {name.name}"
        parts[-1].end = name.end
        return name.end

    def _shared_elder(self, last: Phrase) -> bool:
        """As in "Jayden and Skye's father has": one elder of both, since what he does is said of one."""
        noun = last.noun
        elder = noun is not None and not noun.plural and noun.relation in {*kin_nouns.PARENTS, "grandparent", "aunt"}
        verb = last.end
        while self.low(verb) in lexicon.ADVERBS | {","}:
            verb += 1
        return elder and (self.low(verb) in _OF_ONE or bool(last.apposed))

    def _names_in_turn(self, whole: Phrase) -> None:
        """As in "his nain and taid, Eirlys and Gwilym,": a name for each."""
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
        at += comma and self.low(at) in lexicon.ORDER_WORDS
        if self.low(at) in {"and", "&"}:
            last, at = True, at + 1
        elif not comma or not self._and_follows(at, parts[0]):
            return None
        part = self._single(at)
        if part is None or self._is_apart(parts, part, closed=closed):
            return None
        if last and not closed and self._begins_a_clause(part.end) and self._begins_with(parts, part, comma=comma):
            return None
        self._own_as_before(parts, part)
        return part, last

    def _is_apart(self, parts: list[Phrase], part: Phrase, *, closed: bool) -> bool:
        """Whether *part* belongs to no list: a relative clause, a pet behind people, somebody's parent behind names."""
        owner = part.owner.pronoun if part.owner is not None else ""
        if "who" in {part.pronoun, owner}:
            return True
        pet = part.title == "" and part.noun is not None and part.noun.relation == "pet" and not parts[0].noun
        # "her parents Fatima and Omar and Omar's mother"
        return pet or (closed and part.noun is not None and bool(parts[0].name))

    def _begins_with(self, parts: list[Phrase], part: Phrase, *, comma: bool) -> bool:
        """Whether a verb behind *part* makes it the subject of a clause of its own."""
        if not self._at_clause_start(parts[0].start):
            return True
        of_both = self.low(part.end) in {"are", "were", "have", "live", "both", "do", "argue", "get"}
        first = parts[0].start == 0 and self.low(part.end) not in _OF_ONE
        aside_closed = comma and parts[0].age is not None and (first or not self._of_one_only(part.end))
        return comma and len(parts) == 1 and not (of_both or aside_closed)

    def _own_as_before(self, parts: list[Phrase], part: Phrase) -> None:
        """Whose *part* is, by the parts before: "her mum and brother", "Ann and Bob and their three children"."""
        first, before = parts[0], parts[-1]
        owner = part.owner.pronoun if part.owner is not None else ""
        both = all(other.noun is not None and other.noun.relation == "parent" for other in (part, before))
        if both and before.owner is not None and not part.apposed:
            part.title = ""  # "Nathan's mum and dad"
        if part.noun is not None and part.owner is None and not part.title:
            if (not part.new and before.owner is not None) or (part.new and before.new):
                part.owner = before.owner
            elif not part.new and part.noun.relation in {"child", "twin"} and len(parts) == 1 and self._can_own(first):
                part.owner = first
        elif owner in {"she", "he"} and first.owner is not None and first.owner.name:
            # "Piotr's sister Magda and her two children", "Nadia's parents and her brother"
            part.owner = first.owner if first.plural else first
        elif owner in {"she", "he"} and self._is_owned_otherwise(before, owner):
            part.owner = before  # "her partner Lee and his mum"
        elif owner in {"she", "he"} and before.name and self._means(before, owner, first.start):
            part.owner = before
        elif owner == "they" and len(parts) > 1 and all(part.name for part in parts):
            part.owner = Phrase(first.start, before.end, parts=list(parts))

    def _is_owned_otherwise(self, before: Phrase, pronoun: str) -> bool:
        """Whether *before* is "her partner" where *pronoun* is "he": one person, whose "his" can be."""
        other = before.owner.pronoun if before.owner is not None else ""
        fits = before.noun is not None and not before.plural and before.noun.gender in {"unknown", _GENDER[pronoun]}
        return fits and other in _GENDER and other != pronoun

    def _means(self, before: Phrase, pronoun: str, start: int) -> bool:
        """As in "They look after Jayden and his sister": whether "his" can mean nobody but who stands before."""
        earlier = self.words[:start]
        rivals = [word for word in earlier if usual_pronoun(word.text) == pronoun or word.low in {"he", "she", "i"}]
        return usual_pronoun(before.name) == pronoun and not rivals

    def _can_own(self, phrase: Phrase) -> bool:
        """Whether "and the twins" behind *phrase* can be their children: not a child's, nor what somebody has."""
        young = phrase.age is not None and phrase.age.words.removeprefix("age ") in _YOUNG_AGES
        listed = self.low(phrase.start - 1) in _HAVING
        return not young and not listed and (bool(phrase.name) or phrase.pronoun in {"she", "he"})

    def _and_follows(self, at: int, first: Phrase | None = None) -> bool:
        """Whether the parts of a list follow at *at*, with "and" before the last."""
        for _ in range(_MOST_PARTS):
            part = self._single(at)
            if part is None or part.pronoun:
                return False
            at = part.end
            if self.low(at) in {"and", "&"} or (self.low(at) == "," and self.low(at + 1) in {"and", "&"}):
                follows = self._single(at + 1 + (self.low(at) == ","))
                return follows is not None and (
                    follows.end >= len(self.words)
                    or not lexicon.is_verb(self.words[follows.end])
                    or self._at_clause_start(at)
                    or (
                        first is not None
                        and bool(first.name)
                        and not first.apposed
                        and self._at_clause_start(first.start)
                    )
                )
            if self.low(at) != ",":
                return False
            at += 1 + (self.low(at + 1) in lexicon.ORDER_WORDS)
        return False

    def _of_one_only(self, verb: int) -> bool:
        """Whether the verb at *verb* is said of one: "Joan, 71, and Eric, 70, is ill"; "adopted" may be of both."""
        while self.low(verb) in lexicon.ADVERBS | {","}:
            verb += 1
        return self.low(verb) in _OF_ONE or not self.low(verb).endswith("ed")

    def _begins_a_clause(self, end: int) -> bool:
        while self.low(end) in lexicon.ADVERBS:
            end += 1
        return (
            (end < len(self.words) and lexicon.is_verb(self.words[end]))
            or self.low(end) == "is"
            or (self.low(end) == "'s" and self._is_not_of_somebody(end))
        )

    def _at_clause_start(self, start: int) -> bool:
        if self.low(start) in _SUBJECTS:
            return True
        while self.low(start - 1) in lexicon.ADVERBS:
            start -= 1
        return start == 0 or self.low(start - 1) in {
            ",",
            ";",
            "but",
            "so",
            "because",
            "when",
            "that",
            "while",
            ".",
            ":",
            "since",
            "after",
            "before",
            "although",
            "if",
            "says",
            "said",
            "of",
            "between",
        }
