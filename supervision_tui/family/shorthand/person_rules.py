"""What a place in a line about a person can say, one rule each: a mark, a date, an age, a way of being kin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.shorthand import marks
from supervision_tui.family.shorthand.ages import Age, age_at, span_of_years_at
from supervision_tui.family.shorthand.date_phrases import date_at
from supervision_tui.family.shorthand.questions import Question, Unknown
from supervision_tui.family.shorthand.reader import LineReader, Rule

PREGNANCY = 280
"""Days from the last period to the day that is due (Naegele)."""
YOUNGEST_PARTNER = 14
"""Years; a year that would make a partner younger is a year of the union."""
_END = r"(?=[\s,;.:)]|$)"
_FROM = r"(?: (?:in|on|at|around|since|from))?"


def _former(reader: LineReader) -> bool:
    """Before the name: "ex Kirsty", "former partner Kirsty"."""
    match = reader.match(_FORMER)
    if match is None or reader.name or reader.facts or match.end() >= len(reader.line):
        return False
    return reader.take(match, union=marks.FORMER[match["words"]], ended="unknown")


def _union(reader: LineReader) -> bool:
    """Before the name any mark of a union; after it those of more than one letter, with a date where one follows."""
    match = reader.match(_UNION)
    one_letter = match is not None and len(match["words"]) == 1
    if match is None or (one_letter and (reader.name or reader.found or reader.written(match).isupper())):
        return False
    if match.end() >= len(reader.line.rstrip()) and not reader.name:
        return False
    if reader.name and reader.entry in {"person", "child"} and match["words"] in {"wife", "husband"}:
        return False
    reader.take(match, union=marks.UNIONS[match["words"]])
    reader.date_after(match.end(), "since")
    return True


def _ended(reader: LineReader) -> bool:
    """An ending, with the year that belongs to it: "sep 2016"."""
    match = reader.match(_ENDED)
    if match is None or not (reader.name or "union" in reader.found):
        return False
    words = match["words"]
    month = words == "sep" and reader.written(match)[0].isupper() and not reader.line.isupper()
    if month and reader.entry in {"person", "child"} and "union" not in reader.found:
        return False
    reader.take(match, ended=marks.ENDINGS[words])
    reader.date_after(match.end(), "until")
    return True


def _years(reader: LineReader) -> bool:
    """``2008-2016``: the years of a union, or of a life where no union is spoken of and the line is not about one."""
    match = reader.match(_YEARS)
    if match is None:
        return False
    first, last = match["first"], match["last"] or ""
    last = first.strip("~")[:2] + last if len(last) == 2 else last  # noqa: PLR2004 - a year without its century
    if last and int(last) < int(first.strip("~")):
        return False
    of_union = reader.entry in {"partner", "parent"} or bool({"union", "ended"} & set(reader.found))
    later = _ENDED.search(reader.low, match.end())
    keys = ("since", "until") if of_union or later or not last else ("born", "died")
    if keys[0] in reader.found:
        return False
    facts = {keys[0]: PartialDate.read(first)} | ({keys[1]: PartialDate.read(last)} if last else {})
    return reader.take(match, **facts)


def _born(reader: LineReader) -> bool:
    """A birth with its date; figures in the place of a date that cannot be read are asked about."""
    match = reader.match(_BORN)
    if match is None or reader.initial(match):
        return False
    if reader.date_after(match.end(), "born"):
        return True
    figures = _FIGURES.match(reader.line, match.end())
    if figures is None:
        return False
    reader.unknown.append(Unknown(reader.line[match.start() : figures.end()], match.start(), figures.end()))
    reader.at = figures.end()
    return True


def _died(reader: LineReader) -> bool:
    """A death, with its date, the age at it and its cause where they follow."""
    match = reader.match(_DIED)
    if match is None or not (reader.name or reader.found or reader.at == reader.span[0]) or reader.initial(match):
        return False
    if len(match["words"].rstrip(".")) == 1 and not reader.name and match.end() >= len(reader.line):
        return False
    reader.take(match, dead=True)
    if match["words"].startswith(("took", "suicide")):
        reader.found["cause_of_death"] = "suicide"
    for _ in range(2):
        cause = reader.match(_CAUSE)
        if cause is not None and "cause_of_death" not in reader.found:
            reader.found["cause_of_death"] = reader.line[cause.start("cause") : cause.end("cause")].strip()
            reader.at = cause.end()
        _death_details(reader)
    return True


def _death_details(reader: LineReader) -> None:
    """The age at a death and its date, in either order."""
    aged = reader.match(_AGED)
    if aged is not None:
        reader.age_at_death, reader.at = Age(f"age {aged['number']}", len(aged[0])), aged.end()
    if "died" not in reader.found:
        into = re.compile(r" ?,?(?:in|on|at|around)(?= )").match(reader.low, reader.at)
        reader.date_after(into.end() if into else reader.at, "died")


def _cause(reader: LineReader) -> bool:
    """What somebody died of, later in the line: "f SIDS"."""
    match = reader.match(_CAUSES)
    if match is None or not ("died" in reader.found or "dead" in reader.found):
        return False
    return reader.take(match, cause_of_death=reader.written(match))


def _due(reader: LineReader) -> bool:
    """A child who is expected, with the day where it follows."""
    match = reader.match(_DUE)
    if match is None:
        return False
    reader.take(match, kind="unborn")
    reader.date_after(match.end(), "due")
    return True


def _gestation(reader: LineReader) -> bool:
    """Weeks of a pregnancy, "28+3": due after forty weeks."""
    match = reader.match(_GESTATION)
    expected = reader.found.get("kind") == "unborn" or {"bump", "baby", "unborn"} & {
        word.casefold() for word in reader.name
    }
    if match is None or not expected:
        return False
    due = reader.today + timedelta(days=PREGNANCY - 7 * int(match["weeks"]) - int(match["days"] or 0))
    return reader.take(match, kind="unborn", due=PartialDate.read(f"about {due.isoformat()}"))


def _loss(reader: LineReader) -> bool:
    match = reader.match(_LOSS)
    if match is None:
        return False
    reader.take(match, kind="loss", loss=marks.LOSSES[match["words"]])
    reader.date_after(match.end(), "born")
    return True


def _kinship(reader: LineReader) -> bool:
    """How somebody is a child or a parent: "foster", "adopted", "nan looks after"."""
    for pattern, kind in marks.KINSHIP:
        match = reader.match(pattern)
        if match is None or (kind in {"foster", "step"} and reader.name and reader.written(match).istitle()):
            continue
        reader.take(match, parentage=kind)
        reader.date_after(match.end(), "since")
        return True
    return False


def _since(reader: LineReader) -> bool:
    match = reader.match(_SINCE)
    if match is None or not reader.name:
        return False
    key = "until" if match["words"] in {"until", "till", "to"} else "since"
    return reader.date_after(match.end(), key)


def _pronouns(reader: LineReader) -> bool:
    match = reader.match(_PRONOUNS)
    if match is None or not reader.name:
        return False
    return reader.take(match, pronouns=marks.PRONOUNS[match["words"]])


def _gender(reader: LineReader) -> bool:
    match = reader.match(_GENDER)
    named = reader.name or reader.found.get("unnamed")
    if match is None or not named or "gender" in reader.found or reader.initial(match):
        return False
    return reader.take(match, gender=marks.GENDERS[match["words"]])


def _called(reader: LineReader) -> bool:
    """The name that people use, in brackets or quotation marks after the name, or after "known as"."""
    match = reader.match(_CALLED)
    if match is None or not reader.name or reader.facts:
        return False
    spans = [at for at in (1, 2, 3, 4) if match[at] is not None]
    return reader.take(match, called=reader.line[match.start(spans[0]) : match.end(spans[0])].strip())


def _unknown(reader: LineReader) -> bool:
    match = reader.match(marks.UNKNOWN)
    if match is None or not all(word.casefold() in marks.RELATION_NAMES for word in reader.name):
        return False
    reader.name = []
    return reader.take(match, kind="unknown", unnamed=True)


def _unborn(reader: LineReader) -> bool:
    match = reader.match(_UNBORN)
    return match is not None and reader.take(match, kind="unborn")


def _spelt_age(reader: LineReader) -> bool:
    """An age that also looks like a date: "30s", "3/12"."""
    age = span_of_years_at(reader.low, reader.at) if reader.name and reader.age is None else None
    return age is not None and _keep_age(reader, age)


def _date(reader: LineReader) -> bool:
    """A date with no word before it: of the union where one is spoken of, else the birth."""
    if not reader.name and not reader.line[reader.at].isdigit() and reader.line[reader.at] not in "~'":
        return False
    dated = None if reader.line[reader.at] == "(" else date_at(reader.line, reader.at, reader.today)
    if dated is None:
        return False
    when, end = dated
    beside = reader.entry in {"partner", "parent"}
    too_young = beside and when.latest.year > reader.today.year - YOUNGEST_PARTNER
    birth_known = "born" in reader.found or reader.age is not None
    of_union = "since" not in reader.found and ("union" in reader.found or (beside and (birth_known or too_young)))
    key = "since" if of_union else "born"
    if key in reader.found:
        return False
    reader.found[key], reader.at = when, end
    return True


def _age(reader: LineReader) -> bool:
    months = reader.entry in {"person", "child"} and "gender" not in reader.found
    age = age_at(reader.low, reader.at, months=months) if reader.name or reader.found else None
    if age is None or reader.age is not None or "born" in reader.found:
        return False
    if age.alternative:
        written = reader.line[reader.at : reader.at + age.length]
        answer = reader.answers.get(written)
        if answer == "years":
            reader.found["gender"] = "male"
            age = Age(f"age {written.split()[0]}", age.length)
        elif answer is None and "parentage" not in reader.found:
            reader.questions.append(
                Question(
                    written,
                    f"'{written}': which is meant?",
                    (("months", f"{written.split()[0]} months old"), ("years", age.alternative)),
                )
            )
    return _keep_age(reader, age)


def _keep_age(reader: LineReader, age: Age) -> bool:
    reader.age = age
    reader.at += age.length
    return True


def _either(table: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))


_FORMER = re.compile(rf"(?:my |her |his |their )?(?P<words>{_either(marks.FORMER)})(?= )")
_UNION = re.compile(rf"(?P<words>{_either(marks.UNIONS)}){_END}")
_ENDED = re.compile(rf"(?P<words>{_either(marks.ENDINGS)})\.?{_FROM}{_END}")
_YEARS = re.compile(
    r"(?:from )?(?P<first>~?[0-9]{4})(?: ?[-–] ?| to | until )(?P<last>[0-9]{4}|1[3-9]|[2-9][0-9])?(?=[\s,;.)]|$)"
)
_BORN = re.compile(r"(?:d\.?o\.?b\.?:?|date of birth:?|born:?|b\.?:?(?=[ 0-9~])|\*)(?: (?:in|on|at))?(?=[ 0-9~])")
_DIED = re.compile(
    r"(?P<words>died|d\.?(?=[ 0-9]|$)|dec'?d|deceased|passed away|passed on|rip|†|dead|was killed|killed|"
    r"took (?:his|her|their) own life|suicide)(?: (?:in|on|at|around|yes|\?))?(?=[\s,;.0-9)]|$)"
)
_AGED = re.compile(r" ?,?(?:aged|at the age of|at) (?P<number>[0-9]{1,3})(?=[\s,;.)]|$)")
_CAUSE = re.compile(r" ?,?(?:of|from) (?P<cause>[a-z][a-z' -]{2,40}?)(?= (?:in|on|at|aged) |[ ,;]*[0-9]|[,;.]|$)")
_FIGURES = re.compile(r"[ :]*[0-9][0-9/.-]*")
_CAUSES = re.compile(rf"(?:{'|'.join(map(re.escape, marks.CAUSES))}){_END}")
_DUE = re.compile(r"(?:edd|due|expected|expecting)(?::)?(?: date)?(?: (?:in|on|by|around))?(?=[\s,;.]|$)")
_GESTATION = re.compile(r"(?P<weeks>[0-9]{1,2})(?:\+(?P<days>[0-6])|(?=/40))(?:/40| weeks)?(?=[\s,;.]|$)")
_LOSS = re.compile(rf"(?P<words>{_either(marks.LOSSES)})(?: in)?{_END}")
_SINCE = re.compile(r"(?P<words>since|from|together since|until|till|to)(?= )")
_PRONOUNS = re.compile(rf"(?P<words>{_either(marks.PRONOUNS)}){_END}")
_GENDER = re.compile(rf"(?P<words>{_either(marks.GENDERS)}){_END}")
_CALLED = re.compile(
    r"\(([^()0-9\s]{1,40})\)|[\"“‘']([^\"”’'0-9]{1,40})[\"”’']|(?:\((?:known as|aka) )([^()0-9\s]+)\)|"
    r"(?:known as|aka|called) ([^\s0-9]+)"
)
_UNBORN = re.compile(rf"unborn{_END}")

RULES: tuple[Rule, ...] = (
    _former, _union, _called, _born, _died, _cause, _due, _gestation, _loss, _kinship, _years, _spelt_age, _ended,
    _since, _date, _age, _pronouns, _gender, _unknown, _unborn,
)  # fmt: skip
"""What a place in a line can say, tried in this order."""
