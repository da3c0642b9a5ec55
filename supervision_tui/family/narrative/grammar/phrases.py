"""Who is spoken of in a sentence: names, pronouns and kinship phrases with all that stands beside them.

"Dean, Leanne's brother," is one phrase; so are "her three children: Daniel (12), Ruth (9) and baby Tobi, who is 8".
"""

from __future__ import annotations

from supervision_tui.family.narrative.grammar import kin_nouns, lexicon
from supervision_tui.family.narrative.grammar.first_person import BEHIND_COUNT, FIRST_PERSON
from supervision_tui.family.narrative.grammar.kin_nouns import KinNoun, noun_at
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.phrase_asides import AsideReader
from supervision_tui.family.narrative.grammar.word_sets import word_set

_MOST_PARTS = 14
_OF_ONE = word_set("is was has does lives sees works stays visits looks died 's")
"""Verbs that are said of one person."""


class PhraseReader(AsideReader):
    """Reads phrases."""

    def phrase(self, at: int) -> Phrase | None:
        """The phrase about people that begins at *at*, lists and appositions included; ``None`` where none does."""
        first = self._single(at)
        if first is None or first.pronoun == "who":
            return first
        return self._list(first)

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
            and self.low(last.owner.end) == "'s"
        ):
            last.owner = Phrase(first.start, last.owner.end, parts=[*parts[:-1], last.owner])
            last.start = first.start
            return last
        whole = Phrase(first.start, end, parts=parts)
        self._names_in_turn(whole)
        return whole

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
        elif not comma or not self._and_follows(at):
            return None
        part = self._single(at)
        if (
            part is None
            or part.pronoun == "who"
            or (part.owner is not None and part.owner.pronoun == "who")
            or (part.title == "" and part.noun is not None and part.noun.relation == "pet" and not parts[0].noun)
        ):
            return None
        if last and not closed and self._begins_a_clause(part.end) and not self._at_clause_start(parts[0].start):
            return None
        of_both = self.low(part.end) in {"are", "were", "have", "live", "both"}
        aside_closed = comma and parts[0].age is not None and not self._of_one_only(part.end)
        if (
            last
            and not closed
            and self._begins_a_clause(part.end)
            and comma
            and len(parts) == 1
            and not (of_both or aside_closed)
        ):
            return None
        if (
            part.noun is not None
            and part.owner is None
            and not part.new
            and parts[-1].owner is not None
            and not part.title
        ):
            part.owner = parts[-1].owner
        if (
            part.noun is not None
            and part.noun.relation in {"child", "twin"}
            and part.owner is None
            and not part.new
            and not part.title
            and len(parts) == 1
            and (parts[0].name or parts[0].pronoun in {"she", "he"})
        ):
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
                return follows is not None and (
                    follows.end >= len(self.words)
                    or not lexicon.is_verb(self.words[follows.end])
                    or self._at_clause_start(at)
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

    def _single(self, at: int) -> Phrase | None:
        if at >= len(self.words):
            return None
        core = self._mr_and_mrs(at) or self._pronoun(at) or self.kin(at) or self._aged(at) or self._name(at)
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

    def _mr_and_mrs(self, at: int) -> Phrase | None:
        """As in "Mr and Mrs Patel": two people of one name."""
        titles = (self.low(at), self.low(at + 2))
        if self.low(at + 1) not in {"and", "&"} or not set(titles) <= {"mr", "mrs", "ms", "miss", "dr", "mx"}:
            return None
        name = self._name(at + 2)
        if name is None:
            return None
        surname = name.name.split()[-1]
        first = Phrase(at, at + 1, name=f"{self.words[at].text} {surname}")
        return Phrase(at, name.end, parts=[first, name])

    def _pronoun(self, at: int) -> Phrase | None:  # noqa: PLR0911 - one form of pronoun each
        low = self.low(at)
        if low in lexicon.POSSESSIVES and (self._noun_after(at + 1) or self._by_age(at, determined=True)):
            return None
        if low == "his":
            return None
        if low == "both" and self.low(at + 1) == "of":
            return Phrase(at, at + 3, pronoun="they")
        if self.first_person and low in FIRST_PERSON:
            return Phrase(at, at + 1, pronoun=FIRST_PERSON[low])
        if low in lexicon.SUBJECTS:
            return Phrase(at, at + 1, pronoun=lexicon.SUBJECTS[low])
        if (
            low == "the"
            and self.low(at + 1) in {"couple", "family", "pair"}
            and self.low(at + 2) not in {"court", "support", "worker", "home"}
        ):
            return Phrase(at, at + 2, pronoun="family" if self.low(at + 1) == "family" else "they")
        return None

    def kin(self, at: int) -> Phrase | None:
        """As in "her new partner", "the father of Daniel", "two boys", "Nan", "Auntie Jo"."""
        low, start = self.low(at), at
        owner: Phrase | None = None
        determined = low in {"the", "this", "these", "both", "all", "a", "an", "another"} or low in lexicon.POSSESSIVES
        if low in lexicon.POSSESSIVES:
            owner = Phrase(at, at + 1, pronoun=lexicon.POSSESSIVES[low])
        if low in {"both", "all"} and self.low(at + 1) in {*lexicon.POSSESSIVES, "the", "of"}:
            return self.kin(at + 1)
        counted = low in kin_nouns.NUMBERS or low.isdigit()
        if low == "no":
            return None
        found = (
            self._noun_after(at + 1 if determined else at)
            or self._by_age(at, determined=determined)
            or self._counted_children(at)
        )
        if found is None:
            return None
        noun, end, adjectives = found
        titled = self.words[end - 1].capital and noun.word in kin_nouns.TITLES and not determined
        if not determined and not counted and not adjectives and not titled and not self._bare_noun(at, noun, end):
            return None
        count = self._count(adjectives, low, noun)
        phrase = Phrase(
            start,
            end,
            noun=noun,
            owner=owner,
            adjectives=adjectives,
            count=count,
            new=(low in {"a", "an", "another"} or (counted and owner is None)),
        )
        if titled or (noun.word in kin_nouns.TITLES and not determined):
            phrase.title = noun.word
        old = next((age for word in range(at, end) if (age := self.times.years_old(word))), None)
        phrase.age = old[0] if old else None
        if (
            self.low(phrase.end) in {"of", "to", "for"}
            and owner is None
            and noun.relation not in kin_nouns.ROUND
            and not titled
        ):
            of = self.phrase(phrase.end + 1)
            if of is not None and of.pronoun != "who":
                phrase.owner, phrase.end = of, of.end
        return phrase

    def _counted_children(self, at: int) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        """As in "I have two from before, Ellie and Max", "Tom has one, Freya", "my three": a number says children."""
        if self.low(at) in lexicon.POSSESSIVES:
            number = kin_nouns.NUMBERS.get(self.low(at + 1), 0)
            child = noun_at(["children"], 0)
            ends = self.low(at + 2) in BEHIND_COUNT or not self.low(at + 2)
            return (child[0], at + 2, (self.low(at + 1),)) if child is not None and number > 1 and ends else None
        number = kin_nouns.NUMBERS.get(self.low(at), 0)
        follows = self.low(at + 1)
        named = follows in {",", ":", "("} and self._name(at + 2) is not None
        of_before = follows in {"from", "by", "with"}
        if not number or self.low(at - 1) not in {"has", "have", "had", "got"} or not (named or of_before):
            return None
        child = noun_at(["children" if number > 1 else "child"], 0)
        return (child[0], at + 1, ()) if child is not None and self.low(at) not in {"a", "an", "both", "twin"} else None

    def _bare_noun(self, at: int, noun: KinNoun, end: int) -> bool:
        """A kin noun by itself: in a list ("brother Yusuf and sister Amal"), before a name, or as a heading."""
        follows = end < len(self.words) and lexicon.is_name(self.words, end, self.known(self.low(end)))
        heading = self.low(end) == ":" or (
            at == 0
            and self.words[at].capital
            and self.low(end) in {"is", "has", ",", "("}
            and noun.relation not in kin_nouns.ROUND
        )
        return (
            follows
            or heading
            or (self.low(at - 1) in {"and", "&"} and noun.relation not in {"parent", "pet"} and at > 1)
            or (noun.plural and self.low(at - 1) in {"has", "have", "had", "got", "with", "are", "and"})
        )

    def _aged(self, at: int) -> Phrase | None:
        """As in "38-year-old Leanne"."""
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
        if self.low(at) in titles and at + 1 < len(self.words) and self.words[at].text != "MS":
            at += 1 + (self.low(at + 1) == ".")
        end = at
        while (
            end < len(self.words)
            and lexicon.is_name(self.words, end, self.known(self.low(end)))
            and (end == at or not self._is_kin_title(end))
        ):
            end += 1
            if (
                self.low(end) in {"de", "van", "von", "al", "el", "bin", "ibn", "da", "dos"}
                and end + 1 < len(self.words)
                and self.words[end + 1].capital
            ):
                end += 1
            if end < len(self.words) and not self._beside_each_other(end):
                break
        if end == at or lexicon.service_at(self.words, at) >= end - at > 0:
            return None
        keep = start if self.low(start) in {"mr", "mrs", "ms", "miss", "dr", "pc"} else at
        name = " ".join(word.text for word in self.words[keep:end] if word.text != ".")
        return Phrase(start, end, name=name)
