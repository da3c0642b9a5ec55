"""What leads to a family without a name of anybody: addresses, postcodes, homes, the family's id and its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from supervision_tui.family.recognition.common_words import NOBODY, is_common
from supervision_tui.family.recognition.mention import Grade, Kind
from supervision_tui.family.recognition.tokens import name_tokens
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.households import Household

POSTCODE = lazy_pattern(r"(?<![A-Za-z0-9])([A-Za-z]{1,2}\d[A-Za-z\d]?)[\s\u00a0]{0,2}(\d[A-Za-z]{2})(?![A-Za-z0-9])")
"""A postcode of the United Kingdom (Royal Mail, PAF Programmers' Guide), with or without its blank."""
_STREETS = {
    "street": ("st", "str"), "road": ("rd",), "avenue": ("ave", "av"), "lane": ("ln",), "close": ("cl",),
    "drive": ("dr", "drv"), "court": ("ct", "crt"), "crescent": ("cres", "cr"), "gardens": ("gdns", "gdn"),
    "place": ("pl",), "square": ("sq",), "terrace": ("ter", "terr", "tce"), "grove": ("gr", "grv"), "way": (),
    "walk": ("wlk",), "hill": (), "row": (), "park": ("pk",), "rise": (), "mews": (), "view": (), "green": ("grn",),
    "parade": ("pde",), "gate": (), "yard": (), "wharf": (), "quay": (), "fold": (), "croft": (), "villas": (),
}  # fmt: skip
_SPELT_OUT = {short: full for full, shorts in _STREETS.items() for short in shorts}
SHORTEST_WITH_S = 3
"""Letters above which an s at the end of a word of a place is not looked at: "St John's Road", "St Johns Rd"."""
_NUMBER = lazy_pattern(r"\d+[a-z]?\Z")
SHORTEST_RUN = 2
"""Words of the shortest name of a home that is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words that lead to a family: a run of folded *words*, by what *kind*, how sure; *capital*: only with capitals."""

    words: tuple[str, ...]
    family: str
    kind: Kind
    grade: Grade
    capital: bool = False


def street(word: str) -> str:
    """*word* as places are compared: a kind of street spelt out, "St" for a saint too, no s at the end."""
    spelt = _SPELT_OUT.get(word, "street" if word == "saint" else word)
    return spelt[:-1] if len(spelt) > SHORTEST_WITH_S and spelt[-1] == "s" else spelt


class Places:
    """Every place and reference of some families, by its first word.

    Args:
        families: whose places are to be recognised.
    """

    def __init__(self, families: Iterable[Family]) -> None:
        self.by_first: dict[str, list[Place]] = defaultdict(list)
        self.postcodes: dict[str, set[str]] = defaultdict(set)
        self.ids: dict[str, str] = {}
        self.ids_after_a_word: dict[str, str] = {}
        for family in families:
            for place in _places(family):
                words = tuple(map(street, place.words))
                self.by_first[words[0]].append(replace(place, words=words))
            for code in _postcodes(family):
                self.postcodes[code].add(family.id)
            if _tells(family.id):
                self.ids[family.id] = family.id
            elif not family.id.isdigit():
                self.ids_after_a_word[family.id] = family.id


def _tells(family_id: str) -> bool:
    """Whether an id can be nothing else: letters with a number, or several words in one."""
    words = name_tokens(family_id)
    return (any(char.isdigit() for char in family_id) and not family_id.isdigit()) or (
        len(words) > 1 and not all(is_common(word) for word in words)
    )


def _places(family: Family) -> Iterator[Place]:
    title = name_tokens(family.title)
    head = name_tokens(re.split(r"\s[-–—:]\s", str(family.title))[0])
    if len(title) > SHORTEST_RUN:
        yield Place(tuple(title), family.id, "reference", "certain")
    tail = title[len(head) :]
    if len(tail) > SHORTEST_RUN:
        yield Place(tuple(tail), family.id, "reference", "possible")
    if len(head) == 1 and not is_common(head[0]) and head[0] not in NOBODY and len(head[0]) > SHORTEST_RUN + 1:
        yield Place(tuple(head), family.id, "reference", "likely")
    if len(head) == SHORTEST_RUN and not all(is_common(word) for word in head):
        yield Place(tuple(head), family.id, "reference", "certain")
    for household in family.households:
        yield from _of_household(household, family.id)
    for text in (*(person.whereabouts for person in family.persons), *(event.where for event in family.events)):
        yield from _of_streets(text, family.id)


def _of_household(household: Household, family: str) -> Iterator[Place]:
    words = name_tokens(household.name)
    telling = [word for word in words if not is_common(word) and word not in NOBODY]
    if not household.safe_to_record and words:
        yield Place(tuple(words), family, "household", "certain")
    elif len(words) >= SHORTEST_RUN and telling:
        yield Place(tuple(words), family, "household", "certain" if len(words) > SHORTEST_RUN else "likely")
    elif len(words) > SHORTEST_RUN:
        yield Place(tuple(words), family, "household", "possible")
    elif len(words) == SHORTEST_RUN and all(word[0].isupper() for word in household.name.split()):
        yield Place(tuple(words), family, "household", "likely", capital=True)
    yield from _of_address(household.address, family)


def _of_address(address: str, family: str) -> Iterator[Place]:
    """The whole address; each line of it with a number and a street; the street alone."""
    whole = name_tokens(address)
    if len(whole) >= SHORTEST_RUN:
        yield Place(tuple(whole), family, "address", "certain")
    yield from _of_streets(address, family)
    first = name_tokens(address.partition(",")[0])
    if len(first) >= SHORTEST_RUN and not all(is_common(word) or word.isdigit() for word in first):
        yield Place(tuple(first), family, "address", "certain" if _NUMBER.match(first[0]) else "likely")


def _of_streets(text: str, family: str) -> Iterator[Place]:
    """Each number with its street in *text*, and each such street alone."""
    words = name_tokens(text)
    for at, word in enumerate(words):
        ends = range(at + 2, min(at + 6, len(words))) if _NUMBER.match(word) else ()
        for end in (end for end in ends if _is_street(words[end])):
            yield Place(tuple(words[at : end + 1]), family, "address", "certain")
            if not _NUMBER.match(words[at + 1]):
                yield Place(tuple(words[at + 1 : end + 1]), family, "address", "possible")


def _is_street(word: str) -> bool:
    return word in _STREETS or word in _SPELT_OUT


def _postcodes(family: Family) -> Iterator[str]:
    texts = [text for home in family.households for text in (home.name, home.address, home.note)]
    texts += [person.whereabouts for person in family.persons]
    texts += [event.where for event in family.events]
    for text in texts:
        for match in POSTCODE.finditer(text):
            yield (match[1] + match[2]).upper()
