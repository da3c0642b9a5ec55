"""What is no fact about the person of a line: a clause, a school year, somebody else's care, a birthday to come.

Such words are marked as a whole and asked about, so that a number inside them is never an age and a year never a birth.
"""

from __future__ import annotations

import re

from supervision_tui.days.vocabulary import MONTHS, NUMBERS, WEEKDAYS
from supervision_tui.family.dates.age_words import Age
from supervision_tui.family.dates.single import SEASON_WORDS
from supervision_tui.family.model.persons import Gender
from supervision_tui.family.shorthand.name_words import RELATION, RELATIONS, Role, is_of_calendar
from supervision_tui.family.shorthand.reader import LineReader
from supervision_tui.lazy_pattern import lazy_pattern

_TO_THE_END = r"[^,;)\]]*"
_CLAUSE = lazy_pattern(
    rf"(?:when|because|cos|but|who|whose|which|if|that|where|while|although|so|unless|on and off|on/off){_TO_THE_END}"
    r"(?=[\s,;)\]]|$)"
)
_WHEN = (
    rf"(?:next|this)(?: \w+)?|tomorrow|in (?:{'|'.join(MONTHS)})(?! [0-9]{{4}})|"
    rf"on (?:the )?(?:[0-9]|{'|'.join(WEEKDAYS)})\S*"
)
_NUMBER_OF = lazy_pattern(
    r"(?:turns|turning|will be|going to be|about to be|under|over|rising|year|yr\.?|class|form|reception|stage|"
    r"tier|band|level|room|flat|no\.?|number|house|group of) ?(?P<number>[0-9]{1,3})(?:'?s)?(?: to [0-9]{1,2})?"
    rf"(?: (?:{_WHEN}))?(?=[\s,;.)]|$)|y[0-9]{{1,2}}(?=[\s,;.)]|$)|"
    r"(?:placed |are |split )?in [0-9]{1,2} (?:\w+ )?(?:placements|homes|schools|moves|families|houses)(?=[\s,;.)]|$)"
)
_DURATION = lazy_pattern(
    r"(?:together|known each other|lived together)(?: for)?(?: about| nearly| over)? "
    r"(?:[0-9]{1,2}|an?|two|three|four|five) ?(?:years?|yrs?|months?|mths?|weeks?|wks?)(?=[\s,;.)]|$)"
)
_TO_COME = lazy_pattern(rf"[0-9]{{1,3}} (?:{_WHEN})(?=[\s,;.)]|$)")
_ELSEWHERE = lazy_pattern(
    r"(?:(?:long[- ]term )?foster(?:ed)?|adopted|sgo|special guardian(?:ship)?(?: order)?|looked after|cared for|"
    r"kinship(?: care| placement)?|raised|brought up|placed|placement|lives|living|stays|staying|in (?:foster )?care)"
    r"(?: (?:order|placement|now|currently|mostly|full[- ]time))? (?:to|by|with|w/|under|at) (?P<whom>\S+)"
    + _TO_THE_END
)
_AWAY = lazy_pattern(rf"(?:(?:fostered|adopted) (?:out|away)|(?:placed|given up|put up) for adoption){_TO_THE_END}")
_GESTATION_AT_BIRTH = lazy_pattern(
    r"(?:at )?(?P<weeks>[0-9]{1,2})(?:\+[0-6])?(?:/40| ?weeks?| ?wks?)(?: gestation)?(?=[\s,;.)]|$)"
)
_MAIDEN = lazy_pattern(r"(?:née|nee|formerly|maiden name)(?= \S)")
_MONTH_AND_YEAR = lazy_pattern(
    r"(?P<lead>(?:since|from|until|till|in|by|before|after) )?"
    rf"(?P<month>{'|'.join(sorted((*MONTHS, *SEASON_WORDS), key=len, reverse=True))})\.? "
    r"(?:'?[0-9]{2}|(?P<year>(?:19|20)[0-9]{2}))(?![0-9/.-])"
)
_BOTH = lazy_pattern(r"(?:both|all)(?: aged?)?(?= [0-9])")
_NEWBORN = lazy_pattern(r"new[- ]?born(?: baby)?(?=[\s,;.)]|$)")
_CONNECTOR = lazy_pattern(
    r"(?:to|with|of|w/|is|are|was|called|named|a|an|the|her|his|their|my|child|relationship)(?=[\s:]|$)"
)
_PARENTS = lazy_pattern(r"(?:(?:her|his|their|maternal|paternal) )?(?P<grand>grand)?parents(?=[\s:])")
_OF_SOMEBODY = lazy_pattern(
    rf"(?!(?:{'|'.join(RELATIONS)})['’]s)[^\W\d_]+['’]s "
    rf"(?:twin|ex|new|old|former|friend|mate|{'|'.join(RELATIONS)})(?=[\s,:])"
)
_OWNER = lazy_pattern("['’]")
_COUNTED = lazy_pattern(
    r"(?P<number>[0-9]{1,2}|two|three|four|five|six) (?:(?:other|more|older|younger|grown-up|adult|little) )?"
    r"(?:kids|children|boys|girls|sons|daughters|siblings)\b:?"
)


_GENDER_OF_SEVERAL: dict[str, Gender] = {"boys": "male", "sons": "male", "girls": "female", "daughters": "female"}


def month_of_a_year(reader: LineReader) -> bool:
    """``since March 23``, ``moved Sept 24``: a month with a year of two figures is no name with an age; asked about."""
    match = reader.match(_MONTH_AND_YEAR)
    if match is None or reader.at == reader.span[0]:
        return False
    written = reader.line[match.start("month") :][:1]
    named = written.isupper() and not is_of_calendar(match["month"]) and not match["lead"]
    return not named and (match["year"] is None or not reader.name) and reader.mark(match.end())


def both(reader: LineReader) -> bool:
    """``Ruby and Max, both 5``: what follows is said of each."""
    match = reader.match(_BOTH)
    if match is None or not reader.name:
        return False
    reader.shared = True
    return reader.take(match)


def baby(reader: LineReader) -> bool:
    """``newborn``, ``newborn baby boy``: a child under a year, and no name."""
    match = reader.match(_NEWBORN)
    if match is None or reader.age is not None or "born" in reader.found:
        return False
    reader.age, reader.at = Age("age 0", len(match[0])), match.end()
    return True


def clause(reader: LineReader) -> bool:
    """``when Zac was 3``: a clause is marked to its end."""
    match = reader.match(_CLAUSE)
    return match is not None and bool(reader.name or reader.found) and reader.mark(match.end())


def number_of_something(reader: LineReader) -> bool:
    """``Year 6``, ``turns 5 in March``, ``2 next month``, ``together 3 yrs``: a number that is no age today."""
    match = reader.match(_NUMBER_OF) or reader.match(_TO_COME)
    match = match or (reader.match(_DURATION) if reader.age is None else None)
    return match is not None and bool(reader.name) and reader.mark(match.end())


def elsewhere(reader: LineReader) -> bool:
    """``looked after by Nan``, ``SGO to Nan``: whose child somebody is otherwise; said beside another person."""
    away = reader.match(_AWAY)
    if away is not None and reader.name:
        return reader.mark(away.end())
    match = reader.match(_ELSEWHERE)
    if match is None or reader.entry not in {"child", "person"} or not reader.name:
        return False
    return not match["whom"][0].isdigit() and reader.mark(match.end())


def gestation_at_birth(reader: LineReader) -> bool:
    """``at 26 weeks``, after a birth or a loss: kept as a note, no age."""
    match = reader.match(_GESTATION_AT_BIRTH)
    if match is None or not (
        reader.found.get("kind") == "loss" or reader.low[: reader.at].rstrip().endswith(("born", "born at"))
    ):
        return False
    reader.note.append(f"at {reader.written(match).removeprefix('at ')}")
    return reader.take(match)


def gestation_follows(reader: LineReader, at: int) -> bool:
    """Whether weeks of a pregnancy stand at *at*: "born at 26 weeks"."""
    while reader.low[at : at + 1] in {" ", ":"}:
        at += 1
    return _GESTATION_AT_BIRTH.match(reader.low, at) is not None


def maiden_name(reader: LineReader) -> bool:
    """``née Eze``: a note, and no part of the name."""
    match = reader.match(_MAIDEN)
    if match is None or not reader.name:
        return False
    end = match.end() + 1
    while end < len(reader.line) and reader.line[end] not in " ,;()":
        end += 1
    reader.note.append(reader.line[match.start() : end])
    reader.at = end
    return True


def of_a_relation(reader: LineReader) -> bool:
    """``Mum's ex``, ``Nan's neighbour``: whose somebody is, where the line is entered beside another; asked about."""
    if not reader.name and (whose := reader.match(_OF_SOMEBODY)) is not None and reader.named_after(whose.end()):
        return reader.mark(whose.end())
    match = reader.match(RELATION)
    owned = match is not None and match["owner"] is not None and _OWNER.search(match["owner"]) is not None
    if match is None or not owned or reader.name or not reader.named_after(match.end()):
        return False
    return reader.mark(match.end())


def relation(reader: LineReader) -> bool:
    """A relation word before the name or beside it: its gender, and whether it fits where the line is entered."""
    match = reader.match(RELATION)
    if match is None or match["owner"]:
        return False
    gender, role = RELATIONS[match["words"]]
    if not (reader.name or reader.named_after(match.end())) or (reader.name and reader.facts and role == "child"):
        return False
    initials = match["words"] in {"mgm", "mgf", "pgm", "pgf", "mggm", "pggm"}
    as_name = reader.line[match.start("words")].isupper() and not initials
    if reader.entry == "person" and (not reader.name) and as_name:
        return False
    if reader.entry == "person" and role == "child" and reader.name:
        return False
    known = _fits(reader, role, bool(match["degree"]))
    if reader.relation_gender == "unknown" and (known or not reader.name):
        reader.relation_gender = gender
    if known and not match["lead"]:
        return reader.take(match)
    return reader.take(match) if known else reader.mark(match.end())


def _fits(reader: LineReader, role: Role, by_degree: bool) -> bool:
    """Whether the word says no more than the entry does; a grandparent or aunt as a parent is a kinship carer."""
    if reader.entry == "parent" and role == "relative":
        reader.found.setdefault("parentage", "kinship")
        word = reader.line[reader.at :].split()[0].strip(",;.:")
        reader.note.append(word if word.isupper() else word.casefold())
        return True
    return not by_degree and {"child": "child", "parent": "parent", "partner": "partner"}.get(reader.entry) == role


def _several(reader: LineReader, match: re.Match[str]) -> bool:
    """``2 kids in care``: so many children whose names are not said stand as one on the map."""
    number = int(match["number"]) if match["number"].isdigit() else NUMBERS[match["number"]]
    gender = _GENDER_OF_SEVERAL.get(match[0].rstrip(":").split()[-1], "unknown")
    reader.name = [reader.written(match).rstrip(":")]
    reader.name_over = True
    return number > 1 and reader.take(match, kind="several", count=number, gender=gender)


def connector(reader: LineReader) -> bool:
    """Small words between what was said and the name: "married 2011 to Gaz", "3 kids: Kofi 4"."""
    match = reader.match(_COUNTED)
    if match is not None and not reader.name:
        more = reader.named_after(match.end()) or re.search(r"[0-9]", reader.line[match.end() : reader.span[1]])
        return reader.take(match) if more else _several(reader, match)
    match = reader.match(_PARENTS)
    if match is not None and not reader.name and reader.entry == "parent":
        if match["grand"]:
            reader.found.setdefault("parentage", "kinship")
            reader.note.append(reader.written(match))
        reader.plural = bool(match["grand"])
        return reader.take(match)
    match = reader.match(_CONNECTOR)
    if match is None or not (match.end() >= len(reader.line) or reader.low[match.end() : match.end() + 1] in " :"):
        return False
    before = not reader.name and bool(reader.found or reader.relation_gender != "unknown" or reader.unknown)
    return before and reader.named_after(match.end()) and reader.take(match)
