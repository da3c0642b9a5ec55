"""A person in one line, as people say it: "Leanne 38 f", "Fell 6 weeks", "m Craig 2008 sep 2016", "twins Ana, Ben".

The line is read as a whole: a number takes the unit and the mark beside it, a year belongs to the word before it, one
capital letter inside a name is an initial. What is not understood is marked, is asked about, and stays as a note until
it is answered: no word is lost. Marks stand in :mod:`.marks`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from supervision_tui.days.vocabulary import NUMBERS
from supervision_tui.family.model import marks
from supervision_tui.family.model.persons import Gender
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.family.shorthand.name_words import NAME_PARTICLES, RELATIONS, has_capital_name, is_name_word
from supervision_tui.family.shorthand.parsed_person import Entry, ParsedPerson
from supervision_tui.family.shorthand.person_rules import RULES
from supervision_tui.family.shorthand.questions import Question
from supervision_tui.family.shorthand.reader import LineReader, is_mark
from supervision_tui.lazy_pattern import lazy_pattern

__all__ = ["LONGEST", "MOST_PEOPLE", "Entry", "ParsedPerson", "parse_people"]

MOST_PEOPLE = 12
"""People of one birth, or one line; a longer list is a mistake, and is said to be one."""
LONGEST = 400
"""Characters of a line; what is pasted beyond that is refused, and nothing of it is taken."""


def parse_people(
    line: str, today: date, entry: Entry = "person", answers: Mapping[str, str] | None = None
) -> tuple[ParsedPerson, ...]:
    """Everybody that *line* names; ages are as on *today*. An empty line names nobody.

    *answers* are to the questions of a former reading, by what they are about.

    Raises:
        ShorthandError: it is far too long for a line, or names too many people.
    """
    if len(line) > LONGEST:
        message = f"That is {len(line):,} characters, too long for one line. Nothing of it was taken; say it in parts."
        raise ShorthandError(message)
    if not line.strip():
        return ()
    if (children := _of_these_ages(line, today)) is not None:
        return children
    start, length = _together(line)
    pieces = pieces_of(line, (length, len(line)))
    number = len(_BETWEEN.findall(line, length)) + 1 if start else len(pieces)
    if number > MOST_PEOPLE:
        raise ShorthandError(f"{number} people are too many for one {'birth' if start else 'line'}. Nothing was taken.")
    if not start and _surname_first(line, pieces):
        return _one_or_two(line, pieces, today, entry, answers or {})
    readers = [
        LineReader(line, piece, today, entry, answers or {}, found=_begun(line, piece, start))
        for piece in pieces
        if line[piece[0] : piece[1]].strip(_BLANK)
    ]
    people = [reader.person(RULES) for reader in readers]
    if not start and len(people) == 1 and people[0].twins and _TWO.search(line):
        people.append(ParsedPerson(""))  # "the Quill twins 4" are two, whoever is named
    if not start and len(people) < 2:  # noqa: PLR2004 - several people
        return tuple(people)
    if any(reader.shared for reader in readers):
        people = [person if person.born else replace(person, born=people[-1].born) for person in people]
    if any(reader.plural for reader in readers) or _is_a_couple_of_parents(people, entry):
        people = _one_way_of_being_kin(people)
    twins = bool(start) or any(person.twins for person in people)
    people += [ParsedPerson("") for _ in range((marks.TOGETHER[start] if start else 0) - len(people))]
    gender = next((gender for word, gender in _GENDER_OF_TWINS.items() if start.endswith(word)), None)
    people = [replace(person, gender=gender) if gender and person.gender == "unknown" else person for person in people]
    return _born_together(people) if twins else tuple(people)


def _begun(line: str, piece: tuple[int, int], start: str) -> dict[str, object]:
    """What is known before a piece is read: "twin boys 18 months" are twins before anybody is named."""
    return {"twins": True} if start and line[piece[0] : piece[1]].strip()[:1].isdigit() else {}


def _of_these_ages(line: str, today: date) -> tuple[ParsedPerson, ...] | None:
    """``two boys 6 and 8``: as many children without a name as there are ages; ``None`` for any other line."""
    match = _COUNTED_WITH_AGES.fullmatch(line.strip())
    if match is None:
        return None
    ages = _ONE_AGE.findall(match["ages"])
    number = match["number"].casefold()
    if len(ages) != (int(number) if number.isdigit() else NUMBERS[number]):
        return None
    gender = _GENDER_OF_SEVERAL.get(match["noun"].casefold(), "unknown")
    unnamed = [LineReader(text := f"X {age}", (0, len(text)), today, "child", {}).person(RULES) for age in ages]
    return tuple(replace(person, name="", gender=gender) for person in unnamed)


def _surname_first(line: str, pieces: list[tuple[int, int]]) -> bool:
    """Whether a line can be "Quill, Tara 34": one bare word, a comma, and somebody."""
    if len(pieces) != 2 or line[pieces[0][1] : pieces[1][0]].strip() != ",":  # noqa: PLR2004 - surname and name
        return False
    words = line[pieces[0][0] : pieces[0][1]].split()
    particles, surname = words[:-1], words[-1] if words else ""
    return (
        all(word.casefold() in _BEFORE_A_SURNAME for word in particles)
        and surname.casefold() not in RELATIONS
        and surname.replace("-", "").replace("'", "").replace("’", "").isalpha()
    )


def _one_or_two(
    line: str, pieces: list[tuple[int, int]], today: date, entry: Entry, answers: Mapping[str, str]
) -> tuple[ParsedPerson, ...]:
    """A surname before a name, or two people: asked; until it is answered, two children, and one of anybody else."""
    first, second = (LineReader(line, piece, today, entry, answers).person(RULES) for piece in pieces)
    surname = line[pieces[0][0] : pieces[0][1]].strip()
    about = f"{surname},"
    answer = answers.get(about)
    asked = () if answer else (
        Question(
            about,
            f"'{surname}, {second.name}': one person or two?",
            (("one", f"{second.name} {surname}"), ("two", f"{surname}, and {second.name}")),
        ),
    )  # fmt: skip
    if answer == "two" or (not answer and entry == "child" and not surname.isupper()):
        return replace(first, questions=(*first.questions, *asked)), second
    return (replace(second, name=f"{second.name} {surname}".strip(), questions=(*second.questions, *asked)),)


def _born_together(people: list[ParsedPerson]) -> tuple[ParsedPerson, ...]:
    """Twins: the birth that is said of one is that of all."""
    born = next((person.born for person in reversed(people) if person.born), None)
    due = next((person.due for person in reversed(people) if person.due), None)
    return tuple(
        replace(
            person,
            twins=True,
            born=person.born or (None if due else born),
            due=person.due or due,
            kind="unborn" if due else person.kind,
        )
        for person in people
    )


def _one_way_of_being_kin(people: list[ParsedPerson]) -> list[ParsedPerson]:
    """``foster carers Sue and Bob``: what is said of several is said of each."""
    kind = next(person.parentage for person in people if person.parentage is not None)
    since = next((person.since for person in people if person.since is not None), None)
    until = next((person.until for person in people if person.until is not None), None)
    return [
        replace(
            person,
            parentage=person.parentage or kind,
            since=person.since or (None if person.until else since),
            until=person.until or (None if person.since else until),
        )
        for person in people
    ]


def _is_a_couple_of_parents(people: list[ParsedPerson], entry: Entry) -> bool:
    """``adoptive mum Jean and dad Bill``: a mother and a father, of whom the first adopted or fosters, so both do."""
    if entry != "parent" or len(people) != 2:  # noqa: PLR2004 - a couple
        return False
    first, second = people
    genders = {first.gender, second.gender} == {"female", "male"}
    return first.parentage in {"adopted", "foster"} and second.parentage is None and genders


def _together(line: str) -> tuple[str, int]:
    """The word for twins or triplets with which *line* begins, and where it ends; nothing where it does not."""
    low = line.casefold()
    start = next((word for word in sorted(marks.TOGETHER, key=len, reverse=True) if _begins(low, word)), "")
    blank = len(line) - len(line.lstrip())
    return start, blank + len(start) if start else 0


def _begins(low: str, word: str) -> bool:
    return low.split()[: len(word.split())] == word.split() or low.strip().startswith((f"{word},", f"{word}:"))


_BEFORE_A_SURNAME = NAME_PARTICLES | {"ó", "o", "ní", "ni", "mac", "mc", "st", "st."}
"""Small words with which a surname of two begins."""
_GENDER_OF_TWINS: dict[str, Gender] = {"boys": "male", "girls": "female"}
_GENDER_OF_SEVERAL: dict[str, Gender] = {
    "boys": "male", "sons": "male", "brothers": "male", "girls": "female", "daughters": "female", "sisters": "female",
}  # fmt: skip
_AGE = r"[0-9]{1,2}(?:(?:[ ]?(?:y|yrs?|years?|mths?|months?|wks?|weeks?)(?: old)?|/12|/52)(?![\w/]))?"
_ONE_AGE = lazy_pattern(_AGE, re.IGNORECASE)
_COUNTED_WITH_AGES = lazy_pattern(
    rf"(?P<number>[2-9]|1[0-2]|{'|'.join(word for word, number in NUMBERS.items() if number > 1)}) "
    r"(?:(?:other|more|older|younger|little) )?"
    r"(?P<noun>kids|children|boys|girls|sons|daughters|siblings|brothers|sisters)"
    rf"[ ,:(-]*(?:aged? )?(?P<ages>{_AGE}(?:\s*(?:,|;|&|/|\+|\band\b)\s*(?:and )?{_AGE})+)\s*\)?\.?",
    re.IGNORECASE,
)
"""So many children, with as many ages."""
_TWO = lazy_pattern(r"\btwins\b(?! (?:with|of)\b)", re.IGNORECASE)
_BLANK = " ,;:&+/"
_BETWEEN = lazy_pattern(r"\s*(?:[,;&+/\n]+(?:\s*and\b)?|\band\b)\s*", re.IGNORECASE)


_NOT_KNOWN = lazy_pattern(r"^n/[ka]$", re.IGNORECASE)


def pieces_of(line: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The parts of *line* that name somebody each: cut where a comma, "and", "&", "+" or "/" stands before a name."""
    start, end = span
    cased = has_capital_name(line[start:end].split())
    pieces, begin = [], start
    for match in _BETWEEN.finditer(line, start, end):
        if _NOT_KNOWN.search(line[max(match.start() - 1, 0) : match.end() + 1]):
            continue  # "N/K" names nobody, and not two
        before, after = line[begin : match.start()], line[match.end() : end]
        named = _names_somebody(after, cased=cased, capitals=not cased) and _names_somebody(before, cased=cased)
        if not before.strip(_BLANK) or named:
            pieces += [(begin, match.start())] if before.strip(_BLANK) else []
            begin = match.end()
    return [*pieces, (begin, end)] if line[begin:end].strip() or not pieces else pieces


def _names_somebody(text: str, *, cased: bool, capitals: bool = True) -> bool:
    """Whether *text* begins with a name, with no more than marks and relation words before it.

    *capitals*: whether a word all in capitals can be one (else it is an abbreviation).
    """
    words = text.strip(_BLANK).split()[:5]
    if words and words[0].casefold().strip(".:") in _BEFORE_NO_NAME:
        return False
    for word in words[1:] if words and words[0].isdigit() else words:
        bare = word.strip("(),;:.\"“”‘’'")
        low = bare.casefold()
        if low in RELATIONS or is_mark(bare) or low in _BEFORE_A_NAME:
            continue
        if low in _BEFORE_NO_NAME:
            return False
        return is_name_word(bare, cased=cased) and (capitals or not bare[1:].isupper())
    return bool(text.strip(_BLANK)) and text.strip(_BLANK).split()[0].casefold() in marks.RELATION_NAMES


_BEFORE_NO_NAME = frozenset(
    {
        "since", "until", "till", "from", "during", "before", "after", "yr", "year", "class", "reception", "nursery",
        "preschool", "pre-school", "school", "college", "primary", "secondary", "sixth", "somali", "polish",
        "nigerian", "british", "irish", "roma", "romany", "traveller", "gypsy", "pakistani", "indian", "bengali",
        "bangladeshi", "syrian", "afghan", "kurdish", "iranian", "iraqi", "eritrean", "ethiopian", "sudanese",
        "ghanaian", "jamaican", "portuguese", "romanian", "bulgarian", "albanian", "turkish", "vietnamese", "chinese",
        "ukrainian", "russian", "spanish", "italian", "french", "german", "welsh", "scottish", "english", "muslim",
        "catholic", "hindu", "sikh", "jewish", "buddhist", "black", "white", "asian", "mixed", "african", "caribbean",
        "arab", "arabic", "congolese", "zimbabwean", "gambian", "lithuanian", "latvian", "slovak", "czech",
        "hungarian",
    }
)  # fmt: skip
"""Words that begin a while, a school year, a school or a heritage, and nobody's name."""
_BEFORE_A_NAME = frozenset(
    {
        "twins", "her", "his", "their", "my", "new", "current", "birth", "bio", "biological", "foster", "fostered",
        "adopted", "adoptive", "step", "kinship", "carers", "carer", "placement", "kids", "children", "stepson",
        "stepdaughter", "step-son", "step-daughter", "stepdad", "stepmum", "step-dad", "step-mum", "stepfather",
        "stepmother", "ex-partner", "ex-husband", "ex-wife", "half-brother", "half-sister", "partner", "with", "to",
        "baby", "the", "an", "a", "parents", "grandparents",
    }
)  # fmt: skip
"""Small words before a name, after which it still begins somebody."""
