"""What the people of families are called: every part of every name, with whose it is and in which part of the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from supervision_tui.family.recognition.common_words import KIN, NOBODY, PARTICLES, SHORT_NAMES
from supervision_tui.family.recognition.name_forms import double_initials, joined_pieces, whole_initials
from supervision_tui.family.recognition.nicknames import also_called
from supervision_tui.family.recognition.shortened import ShortenedNames
from supervision_tui.family.recognition.slips import Slips
from supervision_tui.family.recognition.tokens import is_unspaced, name_tokens
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.model.persons import Person

NamePart = Literal["given", "surname", "middle", "short"]
"""Which part of a name a word is. ``short``: a short form of a given name."""

_NAMED = {"person", "unknown", "professional", "unborn", "loss", "pet"}
"""Kinds of :class:`Person` that may bear a name of their own."""
_IN_BRACKETS = lazy_pattern(r"[(\[]([^)\]]*)[)\]]")
_FORMER = lazy_pattern(
    r"\b(?:formerly|n[ée]e|born|previously|also(?: known as| called)?|aka|a\.k\.a\.|known as|was|now)\b[:\s]+"
    r"([^,;.()]+)",
    re.IGNORECASE,
)
"""What leads to another name inside a name: "Kim Ng (formerly Frost)"."""
_FORMER_IN_A_NOTE = lazy_pattern(
    r"\b(?:formerly|n[ée]e|previously known as|also known as|aka|a\.k\.a\.|(?:was|used to be) called|"
    r"changed (?:his|her|their) name (?:from|to)|old name:?|dead ?name:?|maiden name:?)\s+"
    r"((?:[^\W\d_][\w'’-]*\s?){1,3})",
    re.IGNORECASE,
)
_ARTICLE = "ال"
"""The Arabic article, which is often left out of a surname."""
SHORTEST_LOGIN = 6
"""Letters of the shortest name run together that is looked for where no @ follows."""
_HAN_NAME = range(3, 5)
"""Characters of a full Chinese or Japanese name that is written without a blank."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who bears names.

    Attributes:
        family: the id of the family.
        person: the id of the person in it.
        parts: each folded word of the names with the part that it is.
        whole_initials: the first letters of their whole names.
        professional: whether they are there through their work.
    """

    family: str
    person: str
    parts: dict[str, NamePart] = field(hash=False)
    whole_initials: frozenset[str] = field(default=frozenset(), hash=False)
    professional: bool = False

    def initials(self, part: NamePart) -> frozenset[str]:
        """The first letters of the words of one part."""
        return frozenset(word[0] for word, its in self.parts.items() if its == part)


class Names:
    """Every name of some families, to be looked up word by word.

    Args:
        families: whose people are to be recognised.
    """

    def __init__(self, families: Iterable[Family]) -> None:
        self.bearers = tuple(bearer for family in families for bearer in _bearers(family))
        self.by_word: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in self.bearers:
            for word in bearer.parts:
                self.by_word[word].append(bearer)
        self.slips = Slips(word for word in self.by_word)
        self.shortened = ShortenedNames(
            word for bearer in self.bearers for word, part in bearer.parts.items() if part == "given"
        )
        self.run_together: dict[str, list[Bearer]] = defaultdict(list)
        self.logins: dict[str, list[Bearer]] = defaultdict(list)
        self.by_initials: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in self.bearers:
            for joined, whole in _run_together(bearer):
                (self.run_together if whole and len(joined) >= SHORTEST_LOGIN else self.logins)[joined].append(bearer)
            for letters in bearer.whole_initials:
                self.by_initials[letters].append(bearer)
        self.families_of = {
            word: frozenset(bearer.family for bearer in bearers) for word, bearers in self.by_word.items()
        }
        self.runs: dict[str, list[tuple[str, Bearer]]] = defaultdict(list)
        for bearer in self.bearers:
            for run in _runs(bearer):
                self.runs[run[0]].append((run, bearer))

    def of(self, word: str) -> list[Bearer]:
        """Who bears *word*."""
        return self.by_word.get(word, [])


def _bearers(family: Family) -> Iterator[Bearer]:
    for person in family.persons:
        names = list(_names_of(person)) if person.kind in _NAMED else []
        parts = _parts(person, names) if names else {}
        if parts:
            letters = frozenset(letters for name in names for letters in whole_initials(name))
            yield Bearer(family.id, person.id, parts, letters, professional=person.kind == "professional")


def _names_of(person: Person) -> Iterator[str]:
    """Each name that *person* has or had, as it is written; the one that people use now last."""
    bracketed, former = _IN_BRACKETS.findall(person.name), _FORMER.findall(person.name)
    yield from (*bracketed, *former, *(_FORMER_IN_A_NOTE.findall(person.note) if person.note else ()))
    yield _IN_BRACKETS.sub(" ", _FORMER.sub(" ", person.name)) if bracketed or former else person.name


def _parts(person: Person, names: Sequence[str]) -> dict[str, NamePart]:
    """Every word that names *person*, who has or had *names*; what a word is in the last of them, used now, wins."""
    parts: dict[str, NamePart] = {}
    *others, now = names
    for former in others:
        words = _naming(former)
        alone = len(words) == 1
        for at, word in enumerate(words):
            parts[word] = "surname" if alone or at == len(words) - 1 else "given"
    words = _naming(now)
    for at, word in enumerate(words):
        parts[word] = "given" if at == 0 else "surname" if at == len(words) - 1 else "middle"
    called = _naming(person.called)
    for word in called[:1] if parts else called:
        parts.setdefault(word, "given")
    for word, part in list(parts.items()):
        parts |= {other: parts.get(other, part) for other in _variants(word)}
    if parts:
        _add_other_forms(parts, (*names, person.called))
    return parts


def _add_other_forms(parts: dict[str, NamePart], names: Iterable[str]) -> None:
    """Add to *parts* what the *names* are run together, in initials, and in short."""
    for name in names:
        for word, its in joined_pieces(name):
            parts.setdefault(word, its)
        for letters in double_initials(name):
            parts.setdefault(letters, "short")
    given = [word for word, part in parts.items() if part == "given"]
    for name in given:
        for short in also_called(name):
            if short not in KIN:
                parts.setdefault(short, "short")


def _naming(name: str) -> list[str]:
    """The words of *name* that name somebody: no particle, no number, no word in the place of a name."""
    words = [word for word in name_tokens(name) if not word.isdigit()]
    words = words[:1] + [word for word in words[1:] if word not in PARTICLES]
    if all(word in NOBODY for word in words) and not name[:1].isupper():
        return []
    named = [word for word in words if word not in NOBODY or (word in SHORT_NAMES and _is_capital(word, name))]
    return _unspaced(name, named)


def _is_capital(word: str, name: str) -> bool:
    """Whether *word* stands in *name* with a capital, so that it is a name there."""
    return any(part[:1].isupper() and name_tokens(part) == [word] for part in name.split())


def _unspaced(name: str, words: list[str]) -> list[str]:
    """For a name in characters without blanks: the whole of it, which is looked for as one run."""
    runs = name.split()
    if words and all(len(word) == 1 for word in words) and len(words) > len(runs):
        return ["".join(name_tokens(run)) for run in runs]
    return words


def _runs(bearer: Bearer) -> Iterator[str]:
    """Names of *bearer* in characters without blanks, whole and in their usual parts."""
    for word in bearer.parts:
        if len(word) > 1 and is_unspaced(word[0]):
            yield word
            if len(word) in _HAN_NAME:
                yield word[-2:]
                if len(word) > len(word[-2:]) + 1:
                    yield word[:2]


def _variants(word: str) -> Iterator[str]:
    """Other ways to write one word of a name."""
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2:
        yield word.removeprefix(_ARTICLE)


def _run_together(bearer: Bearer) -> Iterator[tuple[str, bool]]:
    """The names of *bearer* as an e-mail address or a login has them, and whether both names are whole in it."""
    given = [word for word, part in bearer.parts.items() if part in {"given", "short"} and word.isascii()]
    last = [word for word, part in bearer.parts.items() if part == "surname" and word.isascii()]
    middle = [word for word, part in bearer.parts.items() if part == "middle" and word.isascii()]
    for name in [*last, *(f"{between}{end}" for between in middle for end in last)]:
        for first in given:
            yield from ((first + name, True), (name + first, True))
            yield from ((first[0] + name, False), (name + first[0], False), (first + name[0], False))
