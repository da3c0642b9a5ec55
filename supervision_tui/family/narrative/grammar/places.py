"""Where somebody is or goes, in a sentence: "in Hull", "to Jamaica", "in prison", "next door"."""

from __future__ import annotations

from supervision_tui.family.narrative.grammar import lexicon
from supervision_tui.family.narrative.grammar.name_guide import is_usual
from supervision_tui.family.narrative.grammar.phrases import PhraseReader
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.grammar.words import Word

_MOTION = word_set(
    "gone moved move moves went goes go came come comes emigrated returned relocated travelled fled flew back home over"
)
_PLACES = (
    "round the corner", "around the corner", "next door", "down the road", "up the road",
    "over the road", "across the road", "nearby", "close by", "abroad",
    "upstairs", "downstairs", "in the same street", "on the same street", "on the same estate",
    "a few doors down", "two doors down", "in the next street", "across town", "far away",
    "overseas", "in the village", "miles away", "at home", "on the streets",
)  # fmt: skip
"""Where somebody lives, in words that name no place."""
_RESIDENCES = word_set(
    "house court lodge hall grange manor cottage farm gardens close road street avenue lane drive terrace place view "
    "rise mews towers heights"
)
"""Last words of names of houses and streets: "at Elm Court"."""
_HOUSING = word_set(
    "placement camp village town city lodgings accommodation unit "
    "flat house caravan bungalow bedsit hostel maisonette tent home shelter b&b"
)

_SCHOOLS = word_set("school college unit")
_WORKING = word_set("work works worked working job nights shifts")
_LODGINGS = word_set("lodgings accommodation housing digs halls")


class PlaceReader:
    """Reads places in *words* of *sentence*; *people* tells what is somebody's name."""

    def __init__(self, sentence: str, words: list[Word], people: PhraseReader) -> None:
        self.words, self.people, self.times, self.known = words, people, people.times, people.known
        self.low = sentence.casefold()

    def place(self, at: int) -> tuple[object, int] | None:
        """Where somebody is or goes, with the word before it: "in Hull", "to Jamaica", "in prison", "next door"."""
        low = self.words[at].low
        here = self.low[self.words[at].start :]
        fixed = next(
            (place for place in _PLACES if here.startswith(place) and not here[len(place) : len(place) + 1].isalpha()),
            "",
        )
        if fixed:
            return fixed, at + len(fixed.split())
        if at and self.words[at - 1].low in {"fled", "flee", "fleeing"} and self.words[at].capital:
            return self.words[at].text, at + 1
        if low not in {"in", "near", "from", "to", "at", "outside", "around", "into", "on"}:
            return None
        for length in range(5, 0, -1):
            words = " ".join(word.low for word in self.words[at + 1 : at + 1 + length]).replace(" 's", "'s")
            if words in lexicon.INSTITUTIONS and low in {"in", "to", "into", "from", "on", "at"}:
                return words, at + 1 + length
        if low in {"in", "into", "from", "at"} and at + 2 < len(self.words) and self.words[at + 1].low in {"a", "the"}:
            end = next(
                (
                    end
                    for end in range(at + 2, min(at + 7, len(self.words)))
                    if self.words[end].low in (_SCHOOLS if low == "at" else _HOUSING)
                ),
                0,
            )
            between = self.words[at + 2 : end]
            plain = all(
                not word.capital and word.low.isalpha() and (word.low.endswith("ed") or not lexicon.is_verb(word))
                for word in between
            )
            if end and plain and self.words[end].low != "home":
                return " ".join(word.text for word in self.words[at : end + 1]), end + 1
        return self._lodging(at, low) or self._named_place(at, low)

    def _lodging(self, at: int, low: str) -> tuple[object, int] | None:
        """As in "in supported lodgings", "in sheltered housing": a place without a name."""
        if low not in {"in", "into"}:
            return None
        end = next((end for end in range(at + 1, min(at + 4, len(self.words))) if self.words[end].low in _LODGINGS), 0)
        if not end or any(word.capital or word.low in lexicon.STOP for word in self.words[at + 1 : end]):
            return None
        return " ".join(word.text for word in self.words[at : end + 1]), end + 1

    def _named_place(self, at: int, low: str) -> tuple[object, int] | None:
        first = at + 1 + (at + 1 < len(self.words) and self.words[at + 1].low == "the")
        end = first
        while (
            end < len(self.words)
            and self.words[end].capital
            and self.words[end].low != "i"
            and (self.words[end].low not in lexicon.STOP or (end > first and self.words[end].low in _RESIDENCES))
            and not (end > first and self.words[end].start - self.words[end - 1].end > 1)
        ):
            end += 1
        if (
            end == first
            or self.words[first].low == "year"
            or self.times.date(first) is not None
            or self.known(self.words[first].low)
            or self.times.birth(at)
        ):
            return None
        moving = any(word.low in _MOTION for word in self.words[max(0, at - 4) : at])
        if lexicon.service_at(self.words, first) or (
            end < len(self.words) and self.words[end].low in lexicon.SERVICE_WORDS
        ):
            return None
        follows = self.words[end].low if end < len(self.words) else ""
        works = any(word.low in _WORKING for word in self.words[max(0, at - 4) : at])
        resides = end > first + 1 and self.words[end - 1].low in _RESIDENCES
        if low == "at" and follows != "'s" and (works or resides):
            return " ".join(word.text for word in self.words[at + 1 : end]), end
        if (
            follows == "'s"
            or (low in {"to", "at", "on", "around"} and not moving)
            or self.people.kin(first) is not None
        ):
            return None
        if low == "from" and not moving and is_usual(self.words[first].low):
            return None
        origin = "from " if low == "from" and not moving else ""
        return origin + " ".join(word.text for word in self.words[at + 1 : end]), end
