"""What stands beside children: whose else they are, their ages in turn, "with a daughter" beside somebody's name."""

from __future__ import annotations

from abc import ABC, abstractmethod

from supervision_tui.family.narrative.grammar import kin_nouns, lexicon
from supervision_tui.family.narrative.grammar.between_marks import BetweenMarksReader
from supervision_tui.family.narrative.grammar.kin_nouns import noun_at
from supervision_tui.family.narrative.grammar.phrase import Phrase

_TWO = 2


class ChildAsideReader(BetweenMarksReader, ABC):
    """Reads what stands beside a phrase about children."""

    @abstractmethod
    def kin(self, at: int) -> Phrase | None:
        """A kinship phrase."""

    @abstractmethod
    def _name(self, at: int) -> Phrase | None:
        """A name."""

    @abstractmethod
    def _past_comma(self, at: int) -> int:
        """Behind a comma that closes an aside."""

    @abstractmethod
    def _beside(self, phrase: Phrase) -> None:
        """Take what stands beside *phrase*."""

    def _of_own(self, phrase: Phrase) -> None:
        """As in "one son of her own", "her partner of three years": nothing more than "one son" and "her partner"."""
        at = phrase.end
        if phrase.noun is not None and self.low(at) == "of" and lexicon.number_word(self.low(at + 1)):
            phrase.end += 3 if self.low(at + 2) in {"year", "years", "months"} else 0
            return
        if (
            phrase.new
            and self.low(at) == "of"
            and self.low(at + 1) in lexicon.POSSESSIVES
            and self.low(at + 2) == "own"
        ):
            phrase.end, phrase.adjectives = at + 3, (*phrase.adjectives, "own")
        grown = self.lows[phrase.end : phrase.end + 4]
        if phrase.noun is not None and phrase.plural and grown[:1] == [","] and grown[2:] == ["grown", "up"]:
            phrase.end += 4
        elif phrase.noun is not None and phrase.plural and grown[:1] == [","] and grown[2:3] == ["grown-up"]:
            phrase.end += 3

    def _of_age(self, phrase: Phrase) -> None:
        """As in "a son of 19" and "two girls of 8 and 5"."""
        age = self.times.age(phrase.end + 1) if phrase.noun is not None and self.low(phrase.end) == "of" else None
        if age is None or phrase.age is not None:
            return
        several = self._ages_in_turn(phrase.end + 1)
        if len(several[0]) > 1:
            phrase.ages, phrase.end = several
        else:
            phrase.age, phrase.end = age

    def _ages_beside(self, phrase: Phrase) -> None:
        """As in "two boys aged 8 and 5" and "three girls, 9, 7 and 2": as many ages as there are people."""
        if phrase.ages or phrase.noun is None or phrase.apposed or not phrase.plural:
            return
        ages, end = self._ages_in_turn(phrase.end + (self.low(phrase.end) == ","))
        if len(ages) > 1 and len(ages) == (phrase.count or len(ages)):
            phrase.ages, phrase.end = ages, self._past_comma(end)

    def _a_girl(self, phrase: Phrase) -> None:
        """As in "another baby, a girl,": the same child in a word that says more."""
        if phrase.noun is None or phrase.noun.relation != "child" or self.low(phrase.end) != "," or phrase.apposed:
            return
        at = phrase.end + 1
        found = noun_at(self.lows, at + 1) if self.low(at) in {"a", "an"} else None
        if found is None or found[0].relation != "child" or found[0].gender == "unknown" or found[0].plural:
            return
        listed = self.low(at + 2) in {"and", "&"} or (
            self.low(at + 2) == "," and self.low(at + 3) in {"a", "an", "and"}
        )
        if not listed:
            phrase.noun, phrase.end = found[0], self._past_comma(at + 2)
            if self.low(phrase.end) == "," and self.low(phrase.end + 1) in {"with", "by", "from"}:
                phrase.end += 1

    def _of_former(self, phrase: Phrase) -> None:
        """As in "two girls from her first marriage"."""
        at = phrase.end
        if phrase.noun is None or self._by_somebody(phrase) or self.low(at) not in {"from", "by"}:
            return
        if self.low(at) == "from" and self.low(at + 1) == "before":
            phrase.former, phrase.end = "relationship", at + 2
            return
        words = self.lows[at + 1 : at + 5]
        end = next((number for number, word in enumerate(words) if word in {"marriage", "relationship"}), None)
        own = end == 1 and words[0] in lexicon.POSSESSIVES
        if end is not None and ({"former"} if own else set(words[:end])) & {
            "first",
            "previous",
            "former",
            "earlier",
            "last",
            "past",
            "old",
            "second",
            "other",
            "different",
            "that",
            "this",
            "the",
        }:
            which = "that " if {*words[:end]} <= {"that", "this", "the"} else ""
            phrase.former, phrase.end = f"{which}{words[end]}", at + end + 2

    def _by_ivf(self, phrase: Phrase) -> None:
        """As in "a daughter by IVF": how a child was conceived says nothing of whose it is."""
        at = phrase.end
        of_child = phrase.noun is not None and phrase.noun.relation == "child"
        if not of_child or self.low(at) not in {"by", "through", "with", "via"}:
            return
        for words in (("ivf",), ("iui",), ("surrogacy",), ("donor", "insemination"), ("egg", "donation")):
            if tuple(self.lows[at + 1 : at + 1 + len(words)]) == words:
                phrase.end = at + 1 + len(words)

    def _by_somebody(self, phrase: Phrase) -> bool:
        """As in "two kids by Darren", "his girls from his marriage to Karen", "a son with Lee, Reece,": with whom."""
        at = phrase.end + 1
        lead = self.low(phrase.end)
        if phrase.noun is None or phrase.noun.relation not in kin_nouns.CHILDREN or lead not in {"from", "by", "with"}:
            return False
        former = next((at + step for step in range(4) if self.low(at + step) in {"marriage", "relationship"}), 0)
        former = former if self.low(at) in {"a", "the", *lexicon.POSSESSIVES} and lead != "with" else 0
        at = former + 2 if former and self.low(former + 1) in {"to", "with"} else at
        name = self._name(at) if not former or at > former else None
        if name is None:
            return False
        listed = self.low(name.end) == "," and self._name(name.end + 1) is not None
        if not former and (lead == "from" or (lead == "with" and not listed)):
            return False
        phrase.by, phrase.end = name, name.end
        phrase.former = f"the {self.low(former)}" if former else phrase.former
        return True

    def _with_children(self, phrase: Phrase) -> None:
        """As in "Stacey, 24, with her little girl Evie": somebody's own children, told beside the name."""
        at = phrase.end + (self.low(phrase.end) == ",")
        beside = phrase.name and not phrase.children and (phrase.age is not None or phrase.work or at > phrase.end)
        follows = self.low(at + 1) in {"a", "an", "two", "three", "four", "her", "his"}
        children = self.kin(at + 1) if beside and self.low(at) == "with" and follows else None
        if children is None or children.noun is None or children.noun.relation not in kin_nouns.CHILDREN:
            return
        self._beside(children)
        phrase.children, phrase.end = children, self._past_comma(children.end)
