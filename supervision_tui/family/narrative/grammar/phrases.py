"""Who is spoken of in a sentence: names, pronouns and kinship phrases with all that stands beside them.

"Dean, Leanne's brother," is one phrase; so are "her three children: Daniel (12), Ruth (9) and baby Tobi, who is 8".
"""

from __future__ import annotations

from supervision_tui.family.narrative.grammar import kin_nouns, lexicon
from supervision_tui.family.narrative.grammar.first_person import BEHIND_COUNT, FIRST_PERSON, OWN, TELLER
from supervision_tui.family.narrative.grammar.kin_nouns import KinNoun, noun_at
from supervision_tui.family.narrative.grammar.phrase import Phrase
from supervision_tui.family.narrative.grammar.phrase_lists import ListReader
from supervision_tui.family.narrative.grammar.word_sets import word_set

_DETERMINERS = word_set("the this these both all a an another")
_LINKS = word_set("is are was were be")
_ELDERS = word_set("nan nana nanny gran granny grandma grandad granddad grandpa nain taid mamgu tadcu")
_MARRIAGES = word_set("marriage relationship union couple family")
_BY_AGE = word_set("older elder younger eldest oldest youngest other first last")
_BEHIND_CHILD = frozenset({",", ".", ";", "called", "named", "with", "and", "", "(", "who"})
_YOUTH = word_set("child baby boy girl teenager toddler infant young small little")
_MET = word_set("woman man lady bloke guy chap colleague workmate co-worker classmate")
_SOMEBODY = word_set("couple family pair woman man lady bloke guy chap")


class PhraseReader(ListReader):
    """Reads phrases."""

    def phrase(self, at: int) -> Phrase | None:
        """The phrase about people that begins at *at*, lists and appositions included; ``None`` where none does."""
        first = self._single(at)
        if first is None or first.pronoun == "who" or self.lows[max(0, at - 2) : at] == ["name", "is"]:
            return first
        return self._list(first)

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
        if low in lexicon.POSSESSIVES and (
            self._noun_after(at + 1) or self._by_age(at, determined=True) or self._counted_children(at)
        ):
            return None
        if low == "his":
            return None
        if low == "they" and self.low(at + 1) == "all" and not self.first_person:
            return Phrase(at, at + 2, pronoun="family")
        together = self._all_of_them(at)
        if together:
            return Phrase(at, at + together, pronoun="they")
        if self.first_person and low in FIRST_PERSON:
            return self._teller(at)
        if low in lexicon.SUBJECTS:
            return Phrase(at, at + 1, pronoun=lexicon.SUBJECTS[low])
        if at == 0 and low == "couple":
            return Phrase(at, at + 1, pronoun="they")
        if low == "the" and self.low(at + 1) in {"couple", "family", "pair"} and not self._goes_on_as_a_name(at + 2):
            return Phrase(at, at + 2, pronoun="family" if self.low(at + 1) == "family" else "they")
        return None

    def _all_of_them(self, at: int) -> int:
        """Words that mean those told of together: "both of them", "all three", "both" after "of"; nought for none."""
        low, behind = self.low(at), self.low(at + 1)
        if low in {"both", "all"} and behind == "of" and self.low(at + 2) in {"them", "us"}:
            return 3
        if low == "both" and behind == "of":
            return 3
        follows = self.words[at + 2] if at + 2 < len(self.words) else None
        if low == "all" and kin_nouns.NUMBERS.get(behind, 0) > 1 and follows is not None and lexicon.is_verb(follows):
            return 2
        return 1 if low == "both" and self.low(at - 1) in {"of", "to"} else 0

    def _goes_on_as_a_name(self, at: int) -> bool:
        """As in "the family centre" and "the couple therapist": another noun stands behind."""
        if at >= len(self.words) or not self.words[at].text[0].isalpha():
            return False
        word = self.words[at]
        return (
            not (lexicon.is_verb(word) or word.low in lexicon.STOP | lexicon.ADVERBS)
            or word.low in lexicon.SERVICE_WORDS
        )

    def _teller(self, at: int) -> Phrase:
        """Whoever tells, with a name beside "me": "there's me, Eileen, and our Kelly"."""
        phrase = Phrase(at, at + 1, pronoun=FIRST_PERSON[self.low(at)])
        name = self._name(at + 2) if self.low(at) == "me" and self.low(at + 1) == "," else None
        if name is not None and self.low(name.end) in {",", ""}:
            phrase.apposed, phrase.end = [name], name.end
        return phrase

    def kin(self, at: int) -> Phrase | None:
        """As in "her new partner", "the father of Daniel", "two boys", "Nan", "Auntie Jo"."""
        low = self.low(at)
        if low in {"both", "all"} and self.low(at + 1) in {*lexicon.POSSESSIVES, "the", "of"}:
            inner = self.kin(at + 1)
            if inner is not None and low == "both" and not inner.count:
                inner.count = 2
            return inner
        determined = low in _DETERMINERS or low in lexicon.POSSESSIVES
        grown_from = self.low(at - 1) == "as" and low in {"a", "an"} and self.low(at + 1) in _YOUTH
        kin_noun = None if low == "no" or grown_from else self._noun_found(at, determined=determined)
        if kin_noun is None or self._is_a_trade(low, kin_noun):
            return None
        noun, end, adjectives = kin_noun
        counted = low in kin_nouns.NUMBERS or low.isdigit()
        bare = not determined and not counted
        if bare and not adjectives and self._of_teller(noun, end):
            return Phrase(at, end, noun=noun, owner=Phrase(at, at, pronoun=TELLER))
        titled = not determined and self.words[end - 1].capital and noun.word in kin_nouns.TITLES
        titled = titled or (bare and self.own_parents and noun.word in _ELDERS)
        titled = titled or (bare and not adjectives and self._is_named_next(at, noun, end))
        if bare and not adjectives and not titled and not self._bare_noun(at, noun, end):
            return None
        owner = Phrase(at, at + 1, pronoun=lexicon.POSSESSIVES[low]) if low in lexicon.POSSESSIVES else None
        phrase = Phrase(
            at,
            end,
            noun=noun,
            owner=owner,
            adjectives=adjectives,
            count=self._count(adjectives, low, noun),
            new=(low in {"a", "an", "another"} or (counted and owner is None)),
        )
        old = next((age for word in range(at, end) if (age := self.times.years_old(word))), None)
        phrase.age = old[0] if old else None
        self._of_somebody(phrase, titled=titled)
        phrase.title = self._title(phrase, low, titled=titled, determined=determined)
        return phrase

    def _is_named_next(self, at: int, noun: KinNoun, end: int) -> bool:
        """As in "and dad is Tariq": a title in small letters, with a name behind it."""
        if noun.word in kin_nouns.PARENT_TITLES and self.low(end) == "'s" and self._noun_after(end + 1):
            return True  # "dad's partner"
        starts = at == 0 or self.low(at - 1) in {"and", "but", ",", ";", ":"}
        named = self.low(end) in {"is", "'s"} and self._given_name(end + 1)
        return starts and named and noun.word in kin_nouns.PARENT_TITLES

    def _noun_found(self, at: int, *, determined: bool) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        return (
            self._noun_after(at + 1 if determined else at)
            or (self._noun_after(at) if self.low(at) == "another" else None)
            or self._by_age(at, determined=determined)
            or self._aged_child(at + 1 if determined else at, determined=determined)
            or self._counted_children(at)
        )

    def _aged_child(self, at: int, *, determined: bool) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        """As in "a two-year-old, Lena": a child, by the age alone."""
        old = self.times.years_old(at) if determined else None
        child = noun_at(["child"], 0)
        if old is None or child is None or not (self.low(old[1]) in _BEHIND_CHILD or self._given_name(old[1])):
            return None
        return child[0], old[1], (self.low(at),)

    def _is_a_trade(self, low: str, kin_noun: tuple[KinNoun, int, tuple[str, ...]]) -> bool:
        """As in "she is a carer in a home" and "a young carer for his mum": nobody's foster carer."""
        noun, end, adjectives = kin_noun
        trade = noun.word == "carer" and low == "a" and self.low(end) not in {"for", "of", "called", ","}
        return noun.relation == "foster_carer" and (trade or bool({"young", "main"} & {*adjectives}))

    def _of_teller(self, noun: KinNoun, end: int) -> bool:
        """As in "I live with mum" told in the first person."""
        return self.own_parents and noun.word in kin_nouns.PARENT_TITLES and self.low(end) not in {":", "of", "to"}

    def _of_somebody(self, phrase: Phrase, *, titled: bool) -> None:
        """As in "the father of Daniel": whose somebody is, behind the noun."""
        if self.low(phrase.end) not in {"of", "to", "for"} or phrase.owner is not None or titled:
            return
        if self.low(phrase.end + 1) in lexicon.POSSESSIVES and self.low(phrase.end + 2) == "own":
            return
        if lexicon.number_word(self.low(phrase.end + 1)) and self.low(phrase.end + 2) in {"year", "years", "months"}:
            return  # "her partner of three years"
        if (phrase.noun is not None and phrase.noun.relation in kin_nouns.ROUND) or self._of_this_marriage(phrase):
            return
        of = self.phrase(phrase.end + 1)
        if of is not None and of.pronoun != "who":
            phrase.owner, phrase.end = of, of.end

    def _title(self, phrase: Phrase, low: str, *, titled: bool, determined: bool) -> str:
        """The word by which somebody goes from here on: "Nan", "the father", "the suspect"."""
        noun = phrase.noun
        if noun is None:
            return ""
        the_parent = low == "the" and noun.relation == "parent" and phrase.owner is None and noun.gender != "unknown"
        by_itself = noun.word in kin_nouns.TITLES and not determined
        birth_parent = noun.relation == "birth_parent" and not determined and phrase.owner is None
        return noun.word if titled or by_itself or the_parent or birth_parent or noun.relation == "role" else ""

    def _of_this_marriage(self, phrase: Phrase) -> bool:
        """As in "two children of the marriage": of the couple told of last."""
        words = self.lows[phrase.end : phrase.end + 3]
        if len(words) < 3 or words[1] not in {"the", "this", "that", "their"} or words[2] not in _MARRIAGES:  # noqa: PLR2004 - three words
            return False
        phrase.end += 3
        return True

    def _counted_children(self, at: int) -> tuple[KinNoun, int, tuple[str, ...]] | None:
        """As in "I have two from before, Ellie and Max", "Tom has one, Freya", "my three": a number says children."""
        if self.low(at) in lexicon.POSSESSIVES:
            end = at + 1 + (self.low(at + 1) in _BY_AGE)  # "her older two"
            number = kin_nouns.NUMBERS.get(self.low(end), 0)
            child = noun_at(["children"], 0)
            ends = self.low(end + 1) in BEHIND_COUNT or not self.low(end + 1)
            ends = ends or (end > at + 1 and self._given_name(end + 1))
            adjectives = tuple(self.lows[at + 1 : end + 1])
            return (child[0], end + 1, adjectives) if child is not None and number > 1 and ends else None
        if self.low(at) == "the" and self.low(at + 1) in _BY_AGE and kin_nouns.NUMBERS.get(self.low(at + 2), 0) > 1:
            child = noun_at(["children"], 0)  # "the younger two"
            return (child[0], at + 3, tuple(self.lows[at + 1 : at + 3])) if child is not None else None
        number = kin_nouns.NUMBERS.get(self.low(at), 0)
        follows = self.low(at + 1)
        named = follows in {",", ":", "("} and self._name(at + 2) is not None
        own = follows == "of" and self.low(at + 2) in lexicon.POSSESSIVES and self.low(at + 3) == "own"
        of_before = follows in {"from", "by", "with"} or own
        of_parent = self.low(at - 1) == "of" and self.low(at - 2) in {*kin_nouns.PARENT_TITLES, "parent"} and named
        if number and of_parent and (child := noun_at(["children"], 0)) is not None:
            return child[0], at + 1, ()  # "a single mother of three: Chisom, Kosi and Zara"
        if not number or self.low(at - 1) not in {"has", "have", "had", "got", "with"} or not (named or of_before):
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
            or (
                self.low(end) in {"of", "to"}
                and self.low(at - 1) not in _LINKS
                and noun.relation not in kin_nouns.ROUND
                and self._somebody_at(end + 1)
            )
            or (
                noun.relation == "parent"
                and self.low(at - 1) in {"and", "&"}
                and (noun_at(self.lows, at - 2) is not None or (self.low(end) == "(" and self._given_name(end + 1)))
            )
            or (self.low(at - 1) in {"and", "&"} and noun.relation not in {"parent", "pet"} and at > 1)
            or (noun.plural and self.low(at - 1) in {"has", "have", "had", "got", "with", "are", "and"})
        )

    def _somebody_at(self, at: int) -> bool:
        """Whether somebody stands at *at*, by name or as "his": "father of Kayden", "mother of his son"."""
        return self.low(at) in lexicon.POSSESSIVES or (
            at < len(self.words) and lexicon.is_name(self.words, at, self.known(self.low(at)))
        )

    def _given_name(self, at: int) -> bool:
        """Whether somebody's name stands at *at*: "our Steven"."""
        return (
            at < len(self.words)
            and self.words[at].capital
            and lexicon.is_name(self.words, at, self.known(self.low(at)))
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

    def _words_before_name(self, at: int) -> int:
        """How many words lead to a name: "a woman called Jo", "a colleague, Diane", "someone named Lee"."""
        named = self.low(at + 2) in {"called", "named"}
        introduced = self.low(at + 1) in _MET and self.low(at + 2) == "," and self._given_name(at + 3)
        if self.low(at) in {"a", "an"} and ((self.low(at + 1) in _SOMEBODY and named) or introduced):
            return 3
        return 2 if self.low(at) in {"someone", "somebody"} and self.low(at + 1) in {"called", "named"} else 0

    def _name(self, at: int) -> Phrase | None:
        titles = {"mr", "mrs", "ms", "miss", "dr", "pc", "little", "young", "big", "poor", "the late"}
        start = at
        at += self._words_before_name(at)
        if self.first_person and self.low(at) in OWN and self._given_name(at + 1):
            at += 1
        if self._is_kin_title(at) and self.words[at].capital and self._given_name(at + 1) and self.low(at - 1) == ",":
            at += 1  # "Aled's father, Taid Emlyn,"
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
        name = " ".join(_as_name(word.text, first=place == 0) for place, word in enumerate(self.words[keep:end]))
        name = " ".join(name.replace(" .", "").split())
        return Phrase(start, end, name=name)


def _as_name(text: str, *, first: bool) -> str:
    """A surname in capitals as it is written otherwise: "MARSH" is "Marsh"."""
    return text.title() if not first and text.isupper() and len(text) > len("MC") else text
