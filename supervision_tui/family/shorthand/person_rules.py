"""What a place in a line about a person can say, one rule each: a mark, a date, an age, a way of being kin."""

from __future__ import annotations

import re

from supervision_tui.days.feasts import FEASTS
from supervision_tui.family.dates import PartialDate
from supervision_tui.family.dates.age_words import Age, age_at, span_of_years_at
from supervision_tui.family.model import marks
from supervision_tui.family.model.marks import WORD_END, either
from supervision_tui.family.shorthand import asides, pregnancy
from supervision_tui.family.shorthand import union_rules as unions
from supervision_tui.family.shorthand.date_phrases import date_at
from supervision_tui.family.shorthand.name_words import is_name_word
from supervision_tui.family.shorthand.questions import Question, Unknown
from supervision_tui.family.shorthand.reader import FIGURES, LineReader, Rule, is_mark
from supervision_tui.lazy_pattern import lazy_pattern


def _born(reader: LineReader) -> bool:
    """A birth with its date; figures in the place of a date that cannot be read are asked about."""
    match = reader.match(_BORN)
    if match is None or reader.initial(match):
        return False
    start = reader.at
    if not asides.gestation_follows(reader, match.end()) and reader.date_after(match.end(), "born"):
        born, end = reader.found["born"], reader.at
        if isinstance(born, PartialDate) and born.earliest > reader.today and "kind" not in reader.found:
            del reader.found["born"]  # nobody was born in a year to come
            reader.at = start
            return reader.mark(end)
        return True
    figures = FIGURES.match(reader.line, match.end())
    if figures is None or asides.gestation_follows(reader, figures.start()):
        return False if figures is None else reader.take(match)
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


def _twin(reader: LineReader) -> bool:
    """``Kofi and Ama (twins) 4``."""
    match = reader.match(_TWINS)
    return match is not None and bool(reader.name) and reader.take(match, twins=True)


def _late(reader: LineReader) -> bool:
    """``her late husband Bill``: somebody who has died."""
    match = reader.match(_LATE)
    if match is None or reader.name or not reader.named_after(match.end()):
        return False
    reader.late = True
    return reader.take(match)


def _kinship(reader: LineReader) -> bool:
    """How somebody is a child or a parent: "foster", "adopted", "nan looks after"."""
    for pattern, kind in marks.KINSHIP:
        match = reader.match(pattern)
        if match is None or (kind in {"foster", "step"} and reader.name and reader.written(match).istitle()):
            continue
        reader.take(match, parentage=kind)
        reader.note_gender(match[0].split()[-1].split("-")[-1].removeprefix("step"))
        together = re.compile(r" (?:twins|triplets)(?=[\s:,])").match(reader.low, reader.at)
        if together is not None and not reader.name:
            reader.at, reader.plural, reader.found["twins"] = together.end(), True, True
            return True
        reader.plural = reader.plural or match[0].endswith(_SEVERAL)
        unions.since_until(reader, _after_since(reader, match.end()))
        return True
    return False


def _after_since(reader: LineReader, end: int) -> int:
    since = re.compile(r" (?:since|from|in)(?= )").match(reader.low, end)
    return since.end() if since else end


def _pronouns(reader: LineReader) -> bool:
    match = reader.match(_PRONOUNS)
    if match is None or not reader.name:
        return False
    return reader.take(match, pronouns=marks.PRONOUNS[match["words"]])


def _gender(reader: LineReader) -> bool:
    match = reader.match(_GENDER)
    before = reader.entry == "child" and match is not None and len(match[0]) == 1 and reader.named_after(match.end())
    named = reader.name or before or reader.found.get("unnamed") or reader.found.get("kind") in {"loss", "unborn"}
    if match is None or not named or "gender" in reader.found or reader.initial(match):
        return False
    return reader.take(match, gender=marks.GENDERS[match["words"]])


def _age_and_gender(reader: LineReader) -> bool:
    """``38F``, ``F38``, ``14yo f``: an age and a gender written as one, as in notes of hospitals and the police."""
    match = reader.match(_AGE_AND_GENDER)
    known = reader.age is not None or {"born", "gender"} & set(reader.found)
    if match is None or known or (match["last"] == "m" and reader.line[match.end() - 1] == "m"):
        return False  # "18m" are months
    years, written = match["age"] or match["years"], reader.written(match)
    answer = reader.answers.get(written)
    if match["last"] == "m" and int(years) <= _MOST_IN_MONTHS and answer is None:
        choices = (("years", f"{years} years old, male"), ("months", f"{years} months old"))
        reader.questions.append(Question(written, f"'{written}': which is meant?", choices))
    if answer == "months":
        return _keep_age(reader, Age(f"age {years} months", len(written)))
    reader.age = Age(f"age {years}", len(written))
    return reader.take(match, gender="female" if (match["first"] or match["last"]) == "f" else "male")


def _called(reader: LineReader) -> bool:
    """The name that people use, in brackets or quotation marks after the name, or after "known as"."""
    match = reader.match(_CALLED)
    if match is None or not reader.name or reader.facts:
        return False
    spans = [at for at in (1, 2, 3, 4) if match[at] is not None]
    inner = reader.line[match.start(spans[0]) : match.end(spans[0])]
    if spans[0] == 1 and (is_mark(inner) or not is_name_word(inner, cased=reader.cased)):
        return False
    return reader.take(match, called=reader.line[match.start(spans[0]) : match.end(spans[0])].strip())


def _unknown(reader: LineReader) -> bool:
    match = reader.match(marks.UNKNOWN)
    if match is None or not all(word.casefold() in marks.RELATION_NAMES for word in reader.name):
        return False
    for word in reader.name:
        reader.note_gender(word.casefold())
    reader.name = []
    return reader.take(match, kind="unknown", unnamed=True)


def _spelt_age(reader: LineReader) -> bool:
    """An age that also looks like a date: "30s", "3/12"."""
    begun = bool(reader.name or reader.found)
    age = span_of_years_at(reader.low, reader.at) if begun and reader.age is None else None
    return age is not None and _keep_age(reader, age)


def _date(reader: LineReader) -> bool:
    """A date with no word before it: of the union where one is spoken of, else the birth."""
    begins = reader.line[reader.at].isdigit() or reader.line[reader.at] in "~'" or _FEAST.match(reader.low, reader.at)
    lost = reader.found.get("kind") == "loss"
    if not reader.name and not begins and not lost:
        return False
    dated = None if reader.line[reader.at] == "(" else date_at(reader.line, reader.at, reader.today)
    if dated is None:
        return False
    when, end = dated
    if "parentage" in reader.found and _AGE_AND_YEAR.match(reader.low, reader.at):
        return False
    if ("dead" in reader.found or "died" in reader.found) and "died" not in reader.found:
        reader.found["died"], reader.at = when, end
        return True
    if reader.after_unknown and reader.name:
        return reader.mark(end)
    return _dated(reader, when, end)


def _dated(reader: LineReader, when: PartialDate, end: int) -> bool:
    """A bare date: of the union, of how they are kin, of the birth; where none of these is open, it is asked about."""
    beside = reader.entry in {"partner", "parent"}
    too_young = beside and when.latest.year > reader.today.year - unions.YOUNGEST_PARTNER
    birth_known = "born" in reader.found or reader.age is not None
    of_union = "since" not in reader.found and ("union" in reader.found or (beside and (birth_known or too_young)))
    of_care = birth_known and "parentage" in reader.found and "since" not in reader.found
    key = "since" if of_union or of_care else "born"
    if key == "born" and beside and not when.exact and when.latest.year > reader.today.year - unions.GROWN:
        key = _born_or_since(reader, when, reader.line[reader.at : end], unsaid="since")
    if key in reader.found or (key == "born" and (birth_known or when.earliest > reader.today)):
        return reader.mark(end)
    if key == "born" and reader.entry == "child" and reader.found.get("parentage") in _OF_LATER:
        key = _born_or_since(reader, when, reader.line[reader.at : end])
    reader.found[key], reader.at = when, end
    return True


def _born_or_since(reader: LineReader, when: PartialDate, words: str, unsaid: str = "born") -> str:
    """``adopted Kai 2019``: born then, or there since then; asked where a year alone is said, *unsaid* until then."""
    if when.exact:
        return "born"
    answer = reader.answers.get(words)
    if answer is None:
        there = "together" if reader.entry == "partner" else "there"
        choices = (("born", f"born {words}"), ("since", f"{there} since {words}"))
        reader.questions.append(Question(words, f"'{words}': which is meant?", choices))
    return answer or unsaid


def _age(reader: LineReader) -> bool:
    months = reader.entry in {"person", "child"} and "gender" not in reader.found
    age = age_at(reader.low, reader.at, months=months) if reader.name or reader.found else None
    if age is None or reader.age is not None or "born" in reader.found:
        return False
    if unions.for_a_while(reader):
        return True
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


_BORN = lazy_pattern(r"(?:d\.?o\.?b\.?:?|date of birth:?|born:?|b\.?:?(?=[ 0-9~])|\*)(?: (?:in|on|at))?(?=[ 0-9~])")
_DIED = lazy_pattern(
    r"(?P<words>died|d\.?(?=[ 0-9]|$)|dec'?d|deceased|no longer alive|not alive|passed away|passed on|rip|†|dead|"
    r"was killed|killed|took (?:his|her|their) own life|suicide)(?: (?:in|on|at|around|yes|\?))?(?=[\s,;.0-9)]|$)"
)
_SEVERAL = (
    "carers", "parents", "adopters", "guardians", "children", "kids", "sons", "daughters", "brothers", "sisters",
    "siblings",
)  # fmt: skip
"""Ends of words that say how several people are kin."""
_OF_LATER = frozenset({"adopted", "foster", "kinship", "guardianship"})
"""Ways of being a child that begin after the birth."""
_FEAST = lazy_pattern(rf"(?:{'|'.join({name for name in FEASTS if name != 'may day'})})(?= )")
_AGE_AND_YEAR = lazy_pattern(r"[0-9]{1,3} (?:in|on|at|since) ")
_TWINS = lazy_pattern(r"(?:identical |non-identical )?(?:twins?|triplets)(?=[\s,;.)]|$)(?! of)")
_LATE = lazy_pattern(r"(?:(?:the|her|his|their|my|mum's|dad's) )?late(?= )")
_AGED = lazy_pattern(r" ?,?(?:aged|at the age of|at) (?P<number>[0-9]{1,3})(?=[\s,;.)]|$)")
_CAUSE = lazy_pattern(
    r" ?,?(?:of|from|by) (?:an? )?(?P<cause>[a-z][a-z' -]{2,40}?)(?= (?:in|on|at|aged) |[ ,;]*[0-9]|[,;.]|$)"
)
_CAUSES = lazy_pattern(rf"(?:{'|'.join(map(re.escape, marks.CAUSES))}){WORD_END}")
_PRONOUNS = lazy_pattern(rf"(?P<words>{either(marks.PRONOUNS)}){WORD_END}")
_MOST_IN_MONTHS = 24
"""Months up to which the age of a child is told in them: "18M" can be either."""
_AGE_AND_GENDER = lazy_pattern(
    r"(?:(?P<first>[fm])(?P<age>[0-9]{1,2})|(?P<years>[0-9]{1,2})(?:yo ?)?(?P<last>[fm]))(?=[\s,;.)]|$)"
)
_GENDER = lazy_pattern(rf"(?P<words>{either(marks.GENDERS)}){WORD_END}")
_CALLED = lazy_pattern(
    r"\(([^()0-9\s]{1,40})\)|[\"“‘']([^\"”’'0-9]{1,40})[\"”’']|(?:\((?:known as|aka) )([^()0-9\s]+)\)|"
    r"(?:known as|aka|called) ([^\s0-9]+)"
)

RULES: tuple[Rule, ...] = (
    asides.number_of_something, asides.elsewhere, _late, _twin, unions.former, unions.union, unions.married_in, _called,
    asides.both, asides.baby,
    asides.maiden_name, asides.gestation_at_birth, _born, _died, _cause, pregnancy.due, pregnancy.pregnant,
    pregnancy.gestation, pregnancy.loss, _kinship, asides.of_a_relation,
    asides.relation, unions.years, _spelt_age, _age_and_gender, unions.ended,
    unions.since, asides.month_of_a_year,
    _date, _age, _pronouns, _gender, _unknown, pregnancy.unborn, asides.clause, asides.connector,
)  # fmt: skip
"""What a place in a line can say, tried in this order."""
