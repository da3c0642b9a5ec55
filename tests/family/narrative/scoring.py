"""How far a told family was read right: the facts of a paragraph held against the family, and what was taken wrongly.

A fact is a line: ``age Robin 16``, ``parent Craig Robin [kind]``, ``couple Leanne Craig [kind] [over|current] [since Y]
[until Y]``, ``kin Leanne Dean brother``, ``lives A B``, ``where A words``, ``tie A B kind``, ``event A words [date]``,
``died A date``, ``dead A``, ``born A date``, ``twins A B``, ``pet A``, ``professional A``, ``nobody A``,
``service A words``, ``health A words``, ``work A words``, ``harm A B``, ``unborn A date``, ``loss A kind``,
``called A words``, ``childless A B``, ``asked words``, ``not <fact>``. A person is a name, ``mother:Name``,
``father:Name`` or ``?`` for anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path

import yaml

from supervision_tui.family import Family
from supervision_tui.family.dates import PartialDate
from supervision_tui.family.kinship import kin
from supervision_tui.family.model.persons import Person
from supervision_tui.family.narrative import NarrativeReading, Parts, read_narrative

TODAY = date(2026, 11, 28)
FOLDER = Path(__file__).parent
HARM = ("physical_abuse", "violence", "coercive_control", "emotional_abuse")


@dataclass
class Score:
    """What of a paragraph was right, missing, and taken although it is not so (*shown*: beside an open question)."""

    id: str
    right: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    wrong_shown: list[str] = field(default_factory=list)
    wrong_silent: list[str] = field(default_factory=list)


def paragraphs(which: str) -> list[dict]:
    return yaml.safe_load((FOLDER / f"paragraphs-{which}.yaml").read_text(encoding="utf-8"))


def score(paragraph: dict) -> Score:
    reading = read_narrative(paragraph["text"], TODAY)
    found = Score(paragraph["id"])
    for fact in paragraph["facts"]:
        (found.right if holds(fact, reading) else found.missing).append(fact)
    allowed = [*paragraph["facts"], *paragraph.get("may", ())]
    for fact, number in taken(reading):
        if fact.startswith("lives ") and _of_one_home(fact, allowed):
            continue
        if fact.startswith("parent ? ") and any(
            known.startswith("kin ") and fact.split()[2] in known for known in allowed
        ):
            continue  # somebody has to stand for the parent whom two share
        if not any(_covers(known, fact, reading.family) for known in allowed):
            shown = bool(reading.sentences[number].questions)
            (found.wrong_shown if shown else found.wrong_silent).append(fact)
    return found


def _of_one_home(fact: str, allowed: list[str]) -> bool:
    """Whether two people each live with a third, as told."""
    _, one, other = fact.split()
    together = [set(known.split()[1:3]) for known in allowed if known.startswith("lives ")]
    mates = [{*pair} - {who} for who in (one, other) for pair in together if who in pair]
    return (
        any(first & second for at, first in enumerate(mates) for second in mates[at + 1 :]) or {one, other} in together
    )


# -- people ----------------------------------------------------------------------------------------------------------


def person(family: Family, words: str) -> Person | None:
    if ":" in words:
        relation, _, name = words.partition(":")
        child = person(family, name)
        pronoun = {"mother": "female", "father": "male"}[relation]
        return next((one for one in family.parents_of(child.id) if one.gender == pronoun), None) if child else None
    if words == "unborn":
        return next((one for one in family.persons if one.kind == "unborn"), None)
    return next((one for one in family.persons if words in {one.name, one.called, *one.name.split()}), None)


def _same(when: PartialDate | None, words: str) -> bool:
    """Whether *when* says the year, or year and month, of *words*."""
    return when is not None and f"{when.middle:%Y-%m}".startswith(words[:7])


# -- does a fact hold ------------------------------------------------------------------------------------------------


def holds(fact: str, reading: NarrativeReading) -> bool:
    words = fact.split()
    family = reading.family
    if words[0] == "not":
        return not holds(fact.removeprefix("not ").removesuffix(" silent"), reading) or (
            fact.endswith("silent") and any(reading_.questions for reading_ in reading.sentences)
        )
    if words[0] == "asked":
        about = fact.removeprefix("asked ").casefold()
        return any(
            about in f"{question.about} {question}".casefold()
            for one in reading.sentences
            for question in one.questions
        )
    if words[0] == "nobody":
        found = person(family, words[1])
        return found is None or found.kind != "person"
    who = person(family, words[1])
    return who is not None and _CHECKS[words[0]](family, who, words[2:])


def _age(_family: Family, who: Person, words: list[str]) -> bool:
    if who.born is None:
        return False
    number = next(int(word) for word in words if word.isdigit())
    unit = words[-1] if words[-1] in {"months", "weeks"} else "years"
    days = (TODAY - who.born.middle).days
    return abs(days / {"years": 365.25, "months": 30.4, "weeks": 7}[unit] - number) <= (
        1.6 if "about" in words else 1.01
    )


def _couple(family: Family, who: Person, words: list[str]) -> bool:
    other = person(family, words[0])
    union = family.union_of(who.id, other.id) if other else None
    if union is None:
        return False
    rest = words[1:]
    for at, word in enumerate(rest):
        after = rest[at + 1] if at + 1 < len(rest) else "never"
        ok = {
            "over": union.over or bool(other and (other.dead or who.dead)),
            "current": not union.over,
            "married": union.kind == "married",
            "engaged": union.kind == "engaged",
            "civil": union.kind == "civil_partnership",
            "since": _same(union.since, after),
            "until": _same(union.until, after),
        }.get(word, True)
        if not ok:
            return False
    return True


def _parent(family: Family, who: Person, words: list[str]) -> bool:
    child = person(family, words[0])
    kinds = words[1:] or ["birth", "adopted"]
    return child is not None and any(
        link.kind in kinds and who.id in link.parents for link in family.parentages_of(child.id)
    )


def _kin(family: Family, who: Person, words: list[str]) -> bool:
    other = person(family, words[0])
    return other is not None and words[1] in kin(family, who.id, other.id).full_words.replace(
        "sibling", "sibling brother sister"
    ).replace("grandparent", "grandparent grandmother grandfather")


def _lives(family: Family, who: Person, words: list[str]) -> bool:
    other = person(family, words[0])
    return other is not None and other in family.living_with(who.id)


def _tie(family: Family, who: Person, words: list[str]) -> bool:
    other = person(family, words[0])
    return other is not None and any(
        words[1] in {tie.kind, "any"} and (not tie.directed or tie.a == who.id)
        for tie in family.ties_between(who.id, other.id)
    )


def _event(family: Family, who: Person, words: list[str]) -> bool:
    year = words[-1] if words[-1][:4].isdigit() else ""
    text = " ".join(words[:-1] if year else words).casefold()
    return any(
        text in event.what.casefold() and (not year or _same(event.date, year))
        for event in family.events
        if who.id in event.who
    )


def _twins(family: Family, who: Person, words: list[str]) -> bool:
    other = person(family, words[0])
    mine = {link.twins for link in family.parentages_of(who.id)} - {""}
    return other is not None and any(link.twins in mine for link in family.parentages_of(other.id))


def _service(family: Family, who: Person, words: list[str]) -> bool:
    near = [one for one in family.resources if any(link.person == who.id for link in one.links)]
    return any(" ".join(words).casefold() in one.name.casefold() for one in near)


def _says(value: str, words: list[str]) -> bool:
    return " ".join(words).casefold() in value.casefold()


_CHECKS = {
    "age": _age,
    "couple": _couple,
    "parent": _parent,
    "kin": _kin,
    "lives": _lives,
    "tie": _tie,
    "event": _event,
    "twins": _twins,
    "service": _service,
    "born": lambda _f, who, words: _same(who.born, words[0]),
    "died": lambda _f, who, words: _same(who.died, words[0]),
    "dead": lambda _f, who, _w: who.dead,
    "where": lambda _f, who, words: _says(who.whereabouts, words),
    "called": lambda _f, who, words: who.called == " ".join(words),
    "pet": lambda _f, who, _w: who.kind == "pet",
    "professional": lambda _f, who, _w: who.kind == "professional",
    "health": lambda _f, who, words: any(_says(mark.name, words) for mark in who.health),
    "work": lambda _f, who, words: _says(who.occupation, words),
    "harm": lambda family, who, words: any(_tie(family, who, [words[0], kind]) for kind in HARM),
    "unborn": lambda family, who, words: any(_same(child.due, words[0]) for child in family.children_of(who.id)),
    "loss": lambda family, who, words: any(child.loss == words[0] for child in family.children_of(who.id)),
    "childless": lambda _f, who, _w: "children" in who.note,
}


# -- what was taken --------------------------------------------------------------------------------------------------


def taken(reading: NarrativeReading):
    """Everything that can be wrong, as facts, each with the number of the sentence that said it."""
    for number, sentence in enumerate(reading.sentences):
        for fact in (*_of_people(reading.family, sentence.parts), *_between(reading.family, sentence.parts)):
            yield fact, number


def _name(family: Family, person_id: str) -> str:
    found = family.person(person_id)
    if found.name == "?":
        return "unborn" if found.kind == "unborn" else "?"
    words = [word for word in found.name.split() if word not in {"Mr", "Mrs", "Ms", "Miss", "Dr", "Pastor"}]
    return (words or found.name.split())[0]


def _of_people(family: Family, parts: Parts):
    for one in parts.persons:
        name = _name(family, one.id)
        if one.born and "age" in one.born.text:
            yield f"age {name} {one.born.text.removeprefix('age ').split(' on ')[0]}"
        if one.dead and one.kind == "person":
            yield f"dead {name}"
        if one.name != "?" and one.kind == "person":
            yield f"person {name}"


def _between(family: Family, parts: Parts):
    for link in parts.parentages:
        for parent in link.parents:
            yield f"parent {_name(family, parent)} {_name(family, link.child)} {link.kind}"
    for union in parts.unions:
        yield f"couple {' '.join(_name(family, one) for one in union.partners)}"
    for tie in parts.ties:
        yield f"tie {_name(family, tie.a)} {_name(family, tie.b)} {tie.kind}"
    for home in parts.households:
        here = [member.person for member in home.members if member.until is None]
        for first, second in combinations(here, 2):
            yield f"lives {_name(family, first)} {_name(family, second)}"


_ALSO = {("died", "dead"), ("loss", "dead"), ("born", "age"), ("age", "age"), ("dead", "dead")}
"""Facts of one person that allow another of the same person."""


def _covers(known: str, fact: str, family: Family) -> bool:
    """Whether the fact *known* allows *fact*."""
    have, want = fact.split(), known.split()
    if have[0] == "person":
        return have[1] in known.replace(":", " ").split()
    if (want[0], have[0]) in _ALSO:
        return want[1] == have[1] or (have[1] == "?" and ":" in want[1])
    if (want[0], have[0]) == ("unborn", "parent"):
        return want[1] == have[1] and have[2] == "unborn"
    return _covers_pair(["tie", *want[1:3], "any"] if want[0] == "harm" else want, have, family)


def _covers_pair(want: list[str], have: list[str], family: Family) -> bool:
    if want[0] != have[0] or want[0] not in {"parent", "couple", "lives", "tie"}:
        return False
    pair, others = have[1:3], [person_name(family, word) for word in want[1:3]]
    same = _pair(pair, others) or (want[0] != "parent" and _pair(pair[::-1], others))
    if want[0] == "parent":
        return same and (len(want) < 4 or want[3] == have[3])
    return same and (want[0] != "tie" or want[3] in {have[3], "any"})


def person_name(family: Family, word: str) -> str:
    if ":" in word:
        found = person(family, word)
        return found.name.split()[0] if found else word
    return word


def _pair(have: list[str], want: list[str]) -> bool:
    return all(other in (one, "?") or one == "?" for one, other in zip(have, want, strict=False))
