"""Unions in a line about a person: as what somebody is together with somebody, since when, until when, how it ended."""

from __future__ import annotations

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model import marks
from supervision_tui.family.model.marks import WORD_END, either
from supervision_tui.family.model.unions import UnionKind
from supervision_tui.family.shorthand.questions import Question
from supervision_tui.family.shorthand.reader import LineReader
from supervision_tui.lazy_pattern import lazy_pattern

YOUNGEST_PARTNER = 14
"""Years; a year that would make a partner younger is a year of the union."""
GROWN = 18
"""Years; "m 2011" of a partner is rather a marriage where the year as a birth would make them younger."""
_FROM = r"(?: (?:in|on|at|around|since|from))?"
_FORMER = lazy_pattern(rf"(?:my |her |his |their )?(?P<words>{either(marks.FORMER)})(?=[\s,;.)]|$)")
_UNION = lazy_pattern(rf"(?:(?:new|current|present) )?(?P<words>{either(marks.UNIONS)})\.?{WORD_END}")
_ENDED = lazy_pattern(rf"(?:(?:my|her|his|their) )?(?P<words>{either(marks.ENDINGS)})\.?{_FROM}{WORD_END}")
_YEARS = lazy_pattern(
    r"(?:from )?(?P<first>~?[0-9]{4})(?: ?[-–] ?| to | until )(?P<last>[0-9]{4}|1[3-9]|[2-9][0-9])?(?=[\s,;.)]|$)"
)
_MARRIED_IN = lazy_pattern(r"m(?:ar)?\.? ?(?P<year>[0-9]{4})(?=[\s,;.)]|$)")
_MARRIED_ON = lazy_pattern(r"m(?:ar)?\.? (?:on )?(?=[0-9])")
_SHORT_YEARS = lazy_pattern(rf"(?P<first>[0-9]{{4}})[-–](?P<last>0[1-9]|1[0-2])(?=,? (?:{either(marks.ENDINGS)})\b)")
"""Years before an ending, of which the second could be a month: "2001-09 div"."""
_NOT_AFTER_A_NAME = frozenset(
    {"lives with", "living with", "lives w/", "living w/", "together", "partner", "relationship"}
)
_PLAN = lazy_pattern(r" (?:plan|conf|regist|case)")
"""After "CP": child protection, and no civil partnership."""
_FOR_A_WHILE = lazy_pattern(
    r" ?(?P<long>(?:for )?(?:about |nearly |over )?(?:[0-9]{1,2}|an?|two|three|four|five|six|ten) ?"
    r"(?:years?|yrs?|months?|mths?))(?! old)(?=[\s,;.)]|$)"
)
"""How long a couple has been one: no age of anybody."""
_SINCE = lazy_pattern(r"(?P<words>since|from|together since|until|till|to)(?= )")


def former(reader: LineReader) -> bool:
    """``ex Kirsty``, ``former partner Kirsty``; after the name ``(ex-husband)``, ``her ex``."""
    match = reader.match(_FORMER)
    if match is None or (not reader.name and match.end() >= len(reader.line)):
        return False
    union = _more_exact(reader, marks.FORMER[match["words"]])
    reader.take(match, union=union, ended=reader.found.get("ended") or _ending_of(match["words"]))
    if reader.name:
        reader.date_after(match.end(), "until")
    return True


def _more_exact(reader: LineReader, union: UnionKind) -> object:
    """*union*, or what was said of it before where this is no kind: "married ... partner"."""
    return reader.found.get("union", "unknown") if union == "unknown" else union


def _ending_of(words: str) -> str:
    return "separation" if words.startswith("estranged") else "unknown"


def union(reader: LineReader) -> bool:
    """Before the name any mark of a union; after it those of more than one letter, with a date where one follows."""
    match = reader.match(_UNION)
    one_letter = match is not None and len(match["words"]) == 1
    if match is None or (one_letter and (reader.name or reader.found or reader.written(match).isupper())):
        return False
    plan = match["words"] == "cp" and _PLAN.match(reader.low, match.end()) is not None
    if plan or reader.entry == "child":
        return False
    if reader.name and reader.entry == "person" and match["words"] in _NOT_AFTER_A_NAME:
        return False
    if match.end() >= len(reader.line.rstrip()) and not reader.name:
        return False
    if reader.name and reader.entry in {"person", "child"} and match["words"] in {"wife", "husband"}:
        return False
    reader.note_gender(match["words"])
    reader.take(match, union=_more_exact(reader, marks.UNIONS[match["words"]]))
    since_until(reader, match.end())
    for_a_while(reader)
    return True


def for_a_while(reader: LineReader) -> bool:
    """``married 12 yrs``, ``lives with Gaz 3 years``: how long, which is no age; asked about."""
    match = _FOR_A_WHILE.match(reader.low, reader.at)
    if match is None or reader.found.get("union", "unknown") == "unknown":
        return False
    reader.at = match.start("long")
    return reader.mark(match.end())


def since_until(reader: LineReader, end: int) -> None:
    """The years, or the date, that follow *end*: from when, until when."""
    start = end + len(reader.low[end:]) - len(reader.low[end:].lstrip(" :,"))
    both = _YEARS.match(reader.low, start)
    if both is not None and both["last"] and "since" not in reader.found:
        reader.at = start
        years(reader)
    else:
        reader.date_after(end, "since")


def married_in(reader: LineReader) -> bool:
    """``Gaz m 2011``, of a partner or a parent: a year after the mark is of the marriage, where it can be no birth."""
    match = reader.match(_MARRIED_ON)
    if match is not None and reader.name and reader.found.get("union") == "married" and "since" not in reader.found:
        return reader.date_after(match.end(), "since")
    match = reader.match(_MARRIED_IN)
    if match is None or not reader.name or reader.entry not in {"partner", "parent"} or "union" in reader.found:
        return False
    known = reader.age is not None or {"born", "died", "gender"} & set(reader.found)
    if not known:
        words, grown = reader.written(match), int(match["year"]) <= reader.today.year - GROWN
        answer = reader.answers.get(words)
        if answer is None:
            choices = (("male", f"male, born {match['year']}"), ("married", f"married {match['year']}"))
            reader.questions.append(Question(words, f"'{words}': which is meant?", choices if grown else choices[::-1]))
        if answer == "male" or (answer is None and grown):
            return False
    return reader.take(match, union="married", since=PartialDate.read(match["year"]))


def ended(reader: LineReader) -> bool:
    """An ending, with the year that belongs to it: "sep 2016"."""
    match = reader.match(_ENDED)
    if match is None or not (reader.name or "union" in reader.found):
        return False
    words = match["words"]
    month = words == "sep" and reader.written(match)[0].isupper() and not reader.line.isupper()
    if month and reader.entry in {"person", "child"} and "union" not in reader.found:
        return False
    before = f"{reader.found.get('ended', '')} {reader.found['until']}" if "until" in reader.found else ""
    reader.take(match, ended=marks.ENDINGS[words])
    if reader.date_after(match.end(), "until") and before:
        reader.note.append(before)
    return True


def years(reader: LineReader) -> bool:
    """``2008-2016``: the years of a union, or of a life where no union is spoken of and the line is not about one."""
    match = reader.match(_YEARS)
    short = reader.match(_SHORT_YEARS)
    if short is not None and short["last"] > short["first"][2:]:
        match = short
    if match is None:
        return False
    first, last = match["first"], match["last"] or ""
    last = first.strip("~")[:2] + last if len(last) == 2 else last  # noqa: PLR2004 - a year without its century
    if last and int(last) < int(first.strip("~")):
        return False
    of_union = reader.entry in {"partner", "parent"} or bool({"union", "ended", "parentage"} & set(reader.found))
    later = _ENDED.search(reader.low, match.end())
    keys = ("since", "until") if of_union or later or not last else ("born", "died")
    if keys[0] in reader.found:
        return False
    if keys[0] == "born" and reader.after_unknown and reader.name:
        return reader.mark(match.end())  # years of what was not understood, and of no life
    facts = {keys[0]: PartialDate.read(first)} | ({keys[1]: PartialDate.read(last)} if last else {})
    return reader.take(match, **facts)


def since(reader: LineReader) -> bool:
    """``since 2019``, ``until May 2020``: the date belongs to the union, or to how they are kin."""
    match = reader.match(_SINCE)
    if match is None or not reader.name:
        return False
    key = "until" if match["words"] in {"until", "till", "to"} else "since"
    return reader.date_after(match.end(), key)
