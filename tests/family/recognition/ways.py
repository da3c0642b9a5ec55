"""Every way of writing a name that a guard must see, generated for any family: the matrix of the recogniser's tests."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from supervision_tui.family import Family, Household, Person
from supervision_tui.family.recognition.common_words import is_common
from supervision_tui.family.recognition.nicknames import also_called
from supervision_tui.family.recognition.tokens import name_tokens

Way = Callable[[str, str], str]


def letters(word: str) -> list[str]:
    """The letters of *word*, each with its marks and signs."""
    return [letter for letter in regex.findall(r"\X", word) if letter.isalpha() or regex.match(r"\p{L}", letter)]


WAYS_FOR_ALL: dict[str, Way] = {
    "as it is": lambda given, last: f"{given} {last}",
    "surname first": lambda given, last: f"{last}, {given}",
    "surname first, no comma": lambda given, last: f"{last} {given}",
    "two blanks": lambda given, last: f"{given}  {last}",
    "no-break space": lambda given, last: f"{given}\u00a0{last}",
    "line break": lambda given, last: f"{given}\n{last}",
    "hyphen between": lambda given, last: f"{given}-{last}",
    "dash between": lambda given, last: f"{given}\u2011{last}",
    "dot between": lambda given, last: f"{given}.{last}",
    "underscore between": lambda given, last: f"{given}_{last}",
    "slash between": lambda given, last: f"{given}/{last}",
    "bold in Markdown": lambda given, last: f"**{given}** **{last}**",
    "bold in HTML": lambda given, last: f"<b>{given}</b> {last}",
    "entity between": lambda given, last: f"{given}&nbsp;{last}",
    "in quotation marks": lambda given, last: f"“{given} {last}”",
    "in brackets": lambda given, last: f"({given} {last})",
    "joiner inside": lambda given, last: f"{given[:1]}\u200b{given[1:]} {last}",
    "soft hyphen inside": lambda given, last: f"{given} {last[:1]}\u00ad{last[1:]}",
    "mark of the cleaner inside": lambda given, last: f"{given[:1]}\ufffd{given[1:]} {last}",
    "decomposed": lambda given, last: unicodedata.normalize("NFD", f"{given} {last}"),
    "a middle name": lambda given, last: f"{given} Tekle {last}",
    "comma after it": lambda given, last: f"{given} {last}, who",
    "letters spaced out": lambda given, last: f"{' '.join(letters(given))}  {' '.join(letters(last))}",
    "letters with dots": lambda given, last: f"{'.'.join(letters(given))} {'.'.join(letters(last))}",
    "letters with hyphens": lambda given, last: f"{'-'.join(letters(given))} {last}",
}
"""Ways that any script has: a given name and a surname into words."""

_LOOK_ALIKE = str.maketrans("aceopxyACEOPXTHKMB", "асеорхуАСЕОРХТНКМВ")

WAYS_FOR_LATIN: dict[str, Way] = {
    "small letters": lambda given, last: f"{given} {last}".lower(),
    "capitals": lambda given, last: f"{given} {last}".upper(),
    "surname in capitals": lambda given, last: f"{last.upper()}, {given}",
    "an initial": lambda given, last: f"{given[0]}. {last}",
    "an initial, no blank": lambda given, last: f"{given[0]}.{last}",
    "surname's initial": lambda given, last: f"{given} {last[0]}.",
    "surname and initial": lambda given, last: f"{last}, {given[0]}.",
    "a middle initial": lambda given, last: f"{given} T. {last}",
    "possessive": lambda given, last: f"{given} {last}'s",
    "possessive, curly": lambda given, last: f"{given} {last}\u2019s",
    "accent added": lambda given, last: f"{given[:1]}{given[1:].replace('e', 'é', 1).replace('a', 'á', 1)} {last}",
    "accents off": lambda given, last: " ".join(_plain(word) for word in (given, last)),
    "full width": lambda given, last: _full_width(f"{given} {last}"),
    "look-alike letters": lambda given, last: f"{given.translate(_LOOK_ALIKE)} {last}",
    "e-mail": lambda given, last: f"{given}.{last}@example.org".lower(),
    "e-mail, surname first": lambda given, last: f"{last}.{given}@example.org".lower(),
    "e-mail, underscore": lambda given, last: f"{given}_{last}12@example.org".lower(),
    "e-mail, initial": lambda given, last: f"{given[0]}.{last}@example.org".lower(),
    "e-mail, run together": lambda given, last: f"{given}{last}@example.org".lower().replace(" ", "").replace("-", ""),
    "e-mail, initial run together": lambda given, last: f"{given[0]}{last}@example.org".lower().replace("-", ""),
    "Mr": lambda _given, last: f"Mr {last}",
    "Mrs": lambda _given, last: f"Mrs. {last}",
    "Ms": lambda _given, last: f"Ms {last}",
    "the family": lambda _given, last: f"the {last} family",
    "the plural": lambda _given, last: f"the {last}s",
}  # fmt: skip
"""Ways that scripts with capitals have."""

SENTENCES = ("{} came by.", "On Monday {} was there again.", "We asked {} about it", "It was {}: nobody else.")


@dataclass(frozen=True)
class Written:
    """A text in which *person* of a family is named in one *way*."""

    way: str
    text: str
    person: str


def _full_width(words: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in words)


def _plain(word: str) -> str:
    return " ".join(name_tokens(word)).title()


def parted(person: Person) -> tuple[str, str] | None:
    """The given name and the surname of *person*, where they have both."""
    words = person.name.split("(")[0].split()
    return (words[0], words[-1]) if person.kind == "person" and len(words) > 1 else None


def is_latin(word: str) -> bool:
    """Whether *word* is in Latin letters."""
    return all("LATIN" in unicodedata.name(char, "LATIN") for char in word if char.isalpha())


def whole_names(family: Family) -> Iterator[Written]:
    """Everybody of *family* in every way that names them in full."""
    for number, person in enumerate(family.persons):
        names = parted(person)
        if names is None:
            continue
        ways = WAYS_FOR_ALL | (WAYS_FOR_LATIN if all(map(is_latin, names)) else {})
        for at, (way, write) in enumerate(ways.items()):
            yield Written(way, SENTENCES[(number + at) % len(SENTENCES)].format(write(*names)), person.id)


def nicknames(family: Family) -> Iterator[Written]:
    """Everybody of *family* by the short forms of their given names."""
    for person in family.persons:
        names = parted(person)
        for short in sorted(also_called(name_tokens(names[0])[0])) if names else ():
            yield Written("nickname and surname", f"We met {short.title()} {names[1]} there.", person.id)
            if len(short) > 2:
                yield Written("nickname", f"We met {short.title()} there.", person.id)


_FIRST_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]")


def shortened_by_rule(family: Family) -> Iterator[Written]:
    """Everybody of *family* by what English makes of the beginning of a name: "Chid", "Chiddy", "Chiddie", "Chids"."""
    for person in family.persons:
        names = parted(person)
        given = name_tokens(names[0])[0] if names else ""
        syllable = _FIRST_SYLLABLE.match(given) if given.isascii() and len(given) > 4 else None
        if names is None or syllable is None or len(syllable[0]) < 3:
            continue
        for ending in ("", syllable[0][-1] + "y", syllable[0][-1] + "ie", "y", "o", "s"):
            short = (syllable[0] + ending).title()
            yield Written("by rule, with the surname", f"We met {short} {names[1]} there.", person.id)
            if not is_common(short.lower()):
                yield Written("by rule", f"We met {short} there.", person.id)


def single_names(family: Family) -> Iterator[Written]:
    """Everybody of *family* by the first name alone."""
    for person in family.persons:
        words = person.name.split("(")[0].split()
        if person.kind != "person" or not words:
            continue
        given = words[0]
        yield Written("first name", f"On Monday {given} was there.", person.id)
        yield Written("first name first", f"{given} said so.", person.id)
        yield Written("first name, possessive", f"It is {given}'s room.", person.id)
        yield Written("first name, small", f"we asked {given.lower()} about it", person.id)


def misspelt(family: Family, seed: int = 1) -> Iterator[Written]:
    """Everybody of *family* with one slip of the hand in the given name or in the surname."""
    dice = random.Random(f"{family.id}{seed}")  # noqa: S311 - a test's dice
    for person in family.persons:
        names = parted(person)
        if names is None or min(map(len, names)) < 4:
            continue
        for at in (0, 1):
            slipped = list(names)
            slipped[at] = _slip(slipped[at], dice)
            yield Written("misspelt", f"We met {slipped[0]} {slipped[1]} there.", person.id)


def _slip(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    act = dice.randrange(4)
    if act == 0:
        return word[:at] + word[at + 1 :]
    if act == 1:
        return word[:at] + word[at] + word[at:]
    if act == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + dice.choice("aeioustrnl") + word[at + 1 :]


BIRTH_DATES = (
    "{0:%Y}-{0:%m}-{0:%d}", "{0.day}/{0.month}/{0:%Y}", "{0:%d}/{0:%m}/{0:%Y}", "{0:%d}/{0:%m}/{0:%y}",
    "{0.day}.{0.month}.{0:%Y}", "{0.day}-{0.month}-{0:%Y}", "{0:%d} {0:%m} {0:%Y}", "{0.day} {0:%B} {0:%Y}",
    "{0.day} {0:%b} {0:%Y}", "{0.day} {0:%b} {0:%y}", "{0.day}th {0:%B} {0:%Y}", "{0.day}th of {0:%B} {0:%Y}",
    "{0.day}-{0:%b}-{0:%Y}", "{0:%B} {0.day}, {0:%Y}", "{0:%B} {0.day}th {0:%Y}", "{0:%Y}/{0:%m}/{0:%d}",
)  # fmt: skip
"""A day in every form in which people write one."""


def places(family: Family) -> Iterator[Written]:
    """The id, the title and the homes of *family*."""
    yield Written("the id", f"See {family.id} for that.", "")
    yield Written("the title", f"It is in “{family.title}” too.", "")
    for household in family.households:
        if identifying_field(household):
            yield Written("a home", f"They met at {household.name} again.", "")


def identifying_field(household: Household) -> bool:
    """Whether the name of a home says more than what kind of home it is, or which town."""
    words = household.name.split()
    return len(words) > 1 and any(word[0].isupper() for word in words)
