"""Who of some families is named in a text: the one recogniser behind every guard on names.

It compares words as people read them: without accents, capitals, invisible characters and the kind of apostrophe or
hyphen; in any order of a name; by short forms, initials, titles and one slip of the hand. Source: the ways of writing
that were found to pass an exact comparing; security specification 3.6 (at least 99.5 % of full identifiers, 95 % of
nicknames and misspellings).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from supervision_tui.family.recognition.birth_dates import BirthDates, birthdays_in, dates_in, forget_dates
from supervision_tui.family.recognition.common_words import is_common
from supervision_tui.family.recognition.forgetting import forget_on_closing
from supervision_tui.family.recognition.matching import Matcher
from supervision_tui.family.recognition.mention import Grade, Kind, Mention
from supervision_tui.family.recognition.names import Names
from supervision_tui.family.recognition.places import POSTCODE, Places, street
from supervision_tui.family.recognition.tokens import Tokens, forget_tokens
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family

_TELLING = lazy_pattern(r"(?<![^\W_])(?=[\w.]*[\d\-_.])[^\W_](?:[\w.-]*[^\W_])?")
"""A word that can be the id of a family and nothing else: with a number in it, or of several parts."""
_AFTER_A_WORD = lazy_pattern(
    r"\b(?:family|see|ref|reference|file|records? of)[\s:]+([^\W_](?:[\w.-]*[^\W_])?)", re.IGNORECASE
)
_STRETCH = 200
"""Characters of a stretch of text in which mentions are compared."""
_KEPT = 32
"""Sets of families whose recogniser is kept for the next text."""


class Recogniser:
    """Finds who of *families* is named in a text; made once, used for many texts.

    Args:
        families: whose people, homes and references are looked for.
    """

    def __init__(self, families: Iterable[Family]) -> None:
        self.families = tuple(families)
        self.names = Names(self.families)
        self._places = Places(self.families)
        self._births = BirthDates(self.families)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Everybody named in *text*, in the order in which they stand; for one place the surest of each person."""
        tokens = Tokens(text)
        matcher = Matcher(self.names, tokens)
        lines = _Lines(text)
        found = [
            lines.mention((match.family, match.bearer.person if match.bearer else ""), match.kind, match.grade,
                          matcher.tokens[match.first].start, matcher.tokens[match.last].end)
            for match in matcher.matches()
        ]  # fmt: skip
        found += self._of_places(tokens, lines)
        found += self._of_dates(text, lines)
        return _clearest(found)

    def _of_places(self, tokens: Tokens, lines: _Lines) -> Iterator[Mention]:
        keys = tokens.keys
        for at, key in enumerate(keys):
            for place in self._places.by_first.get(street(key), ()):
                last = at + len(place.words) - 1
                if tuple(map(street, keys[at : last + 1])) == place.words:
                    if place.capital and not all(map(tokens.is_capital, range(at, last + 1))):
                        continue
                    start, end = tokens[at].start, tokens[last].end
                    yield lines.mention((place.family, ""), place.kind, place.grade, start, end)
        yield from self._of_ids(lines)
        for match in POSTCODE.finditer(lines.text) if self._places.postcodes else ():
            for family in sorted(self._places.postcodes.get((match[1] + match[2]).upper(), ())):
                yield lines.mention((family, ""), "postcode", "certain", match.start(), match.end())

    def _of_ids(self, lines: _Lines) -> Iterator[Mention]:
        for match in _TELLING.finditer(lines.text) if self._places.ids else ():
            if match[0] in self._places.ids and not _is_of_a_postcode(lines.text, match.start(), match.end()):
                yield lines.mention((match[0], ""), "reference", "certain", match.start(), match.end())
        for match in _AFTER_A_WORD.finditer(lines.text) if self._places.ids_after_a_word else ():
            if match[1] in self._places.ids_after_a_word:
                yield lines.mention((match[1], ""), "reference", "certain", match.start(1), match.end(1))

    def _of_dates(self, text: str, lines: _Lines) -> Iterator[Mention]:
        for written in dates_in(text) if self._births.by_month else ():
            exact = written.first == written.last
            if exact:
                people = self._births.by_day.get(written.first, [])
            elif written.of_birth:
                people = self._births.by_month.get((written.first.year, written.first.month), [])
            else:
                people = []
            grade: Grade = "certain" if exact else "likely"
            for family, person in people:
                yield lines.mention((family, person), "birth date", grade, written.start, written.end)
        for start, end, month, day in birthdays_in(text) if self._births.by_birthday else ():
            for family, person in self._births.by_birthday.get((month, day), ()):
                yield lines.mention((family, person), "birth date", "likely", start, end)


def mentions_in(text: str, families: Iterable[Family]) -> tuple[Mention, ...]:
    """Who of *families* is named in *text*; the recogniser is kept while the families stay as they are."""
    return recogniser_of(families).mentions(text)


_recognisers: OrderedDict[tuple[int, ...], Recogniser] = OrderedDict()


def recogniser_of(families: Iterable[Family]) -> Recogniser:
    """The recogniser of *families*: the one made before where they are the very same ones."""
    whole = tuple(families)
    key = tuple(id(family) for family in whole)
    found = _recognisers.get(key)
    if found is None or any(known is not other for known, other in zip(found.families, whole, strict=True)):
        found = _recognisers[key] = Recogniser(whole)
        while len(_recognisers) > _KEPT:
            _recognisers.popitem(last=False)
    else:
        _recognisers.move_to_end(key)
    return found


forget_on_closing(_recognisers.clear, forget_tokens, is_common.cache_clear, forget_dates)


class _Lines:
    """A text with the places at which its lines begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def mention(self, whose: tuple[str, str], kind: Kind, grade: Grade, start: int, end: int) -> Mention:
        """The mention of those words; *whose* is the id of a family and that of a person in it, or ""."""
        line = bisect_right(self._starts, start)
        return Mention(*whose, kind, self.text[start:end], start, end, line, grade)


def _is_of_a_postcode(text: str, start: int, end: int) -> bool:
    """Whether a short reference is the beginning of a postcode."""
    match = POSTCODE.match(text, start)
    return match is not None and match.end() > end


def _clearest(mentions: list[Mention]) -> tuple[Mention, ...]:
    """In the order of the text; of several mentions of one person in overlapping words, the longest and surest."""
    grades: tuple[Grade, ...] = ("certain", "likely", "possible")
    best: dict[tuple[str, int], list[Mention]] = {}
    for mention in sorted(
        set(mentions), key=lambda mention: (grades.index(mention.grade), mention.start - mention.end, mention.kind)
    ):
        near = range(mention.start // _STRETCH, mention.end // _STRETCH + 1)
        if not any(_says_the_same(mention, other) for at in near for other in best.get((mention.family, at), ())):
            for at in near:
                best.setdefault((mention.family, at), []).append(mention)
    whole = {mention for mentions_here in best.values() for mention in mentions_here}
    return tuple(sorted(whole, key=lambda mention: (mention.start, mention.end, mention.family, mention.person)))


def _says_the_same(mention: Mention, other: Mention) -> bool:
    """Whether *other*, which is surer, already names the person whom *mention* names by the same words."""
    overlap = mention.start < other.end and other.start < mention.end
    return overlap and mention.family == other.family and mention.person in {other.person, ""}
