"""How far a told family was read right: each fact of a paragraph held against the family, and what was taken that is not so.

A fact is a line: ``age Robin 16``, ``parent Craig Robin [kind]``, ``couple Leanne Craig [kind] [over|current] [since Y] [until Y]``,
``kin Leanne Dean brother``, ``lives A B``, ``where A words``, ``tie A B kind``, ``event A words [date]``, ``died A date``, ``dead A``,
``born A date``, ``twins A B``, ``pet A``, ``professional A``, ``nobody A``, ``service A words``, ``health A words``, ``work A words``,
``harm A B``, ``unborn A date``, ``loss A kind``, ``called A words``, ``childless A B``, ``asked words``, ``not <fact>``. A person is a
name, ``mother:Name``, ``father:Name`` or ``?`` for anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from supervision_tui.family import Family
from supervision_tui.family.dates import PartialDate
from supervision_tui.family.kinship import kin
from supervision_tui.family.model.persons import Person
from supervision_tui.family.narrative import NarrativeReading, read_narrative

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


# -- people ------------------------------------------------------------------------------------------------------------


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


# -- does a fact hold ------------------------------------------------------------------------------------------------------


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
        ok = {
            "over": union.over or bool(other and (other.dead or who.dead)), "current": not union.over, "married": union.kind == "married", "engaged": union.kind == "engaged",
            "civil": union.kind == "civil_partnership", "since": at + 1 < len(rest) and _same(union.since, rest[at + 1]),
            "until": at + 1 < len(rest) and _same(union.until, rest[at + 1]),
        }.get(word, True)  # fmt: skip
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
        text in event.what.casefold() and (not year or _same(event.date, year)) for event in family.events_of(who.id)
    )


_CHECKS = {
    "age": _age, "couple": _couple, "parent": _parent, "kin": _kin, "lives": _lives, "tie": _tie, "event": _event,
    "born": lambda _f, who, words: _same(who.born, words[0]),
    "died": lambda _f, who, words: _same(who.died, words[0]),
    "dead": lambda _f, who, _w: who.dead,
    "where": lambda _f, who, words: " ".join(words).casefold() in who.whereabouts.casefold(),
    "called": lambda _f, who, words: who.called == " ".join(words),
    "twins": lambda family, who, words: (other := person(family, words[0])) is not None and any(
        link.twins and link.twins == mine.twins for link in family.parentages_of(other.id) for mine in family.parentages_of(who.id)),
    "pet": lambda _f, who, _w: who.kind == "pet",
    "professional": lambda _f, who, _w: who.kind == "professional",
    "service": lambda family, who, words: any(" ".join(words).casefold() in resource.name.casefold() and any(link.person == who.id for link in resource.links) for resource in family.resources),
    "health": lambda _f, who, words: any(" ".join(words).casefold() in mark.name.casefold() for mark in who.health),
    "work": lambda _f, who, words: " ".join(words).casefold() in who.occupation.casefold(),
    "harm": lambda family, who, words: any(_tie(family, who, [words[0], kind]) for kind in HARM),
    "unborn": lambda family, who, words: any(child.kind == "unborn" and _same(child.due, words[0]) for child in family.children_of(who.id)),
    "loss": lambda family, who, words: any(child.loss == words[0] for child in family.children_of(who.id)),
    "childless": lambda _f, who, _w: "children" in who.note,
}  # fmt: skip


# -- what was taken ----------------------------------------------------------------------------------------------------------


def taken(reading: NarrativeReading):
    """Everything that can be wrong, as facts, each with the sentence that said it."""
    family = reading.family

    def name(person_id: str) -> str:
        found = family.person(person_id)
        if found.name == "?":
            return "unborn" if found.kind == "unborn" else "?"
        return found.name.split()[-1] if found.name.startswith(("Mr", "Pastor")) else found.name.split()[0]

    for number, sentence in enumerate(reading.sentences):
        for person_ in sentence.parts.persons:
            if person_.born and "age" in person_.born.text:
                yield f"age {name(person_.id)} {person_.born.text.removeprefix('age ').split(' on ')[0]}", number
            if person_.dead and person_.kind == "person":
                yield f"dead {name(person_.id)}", number
            if person_.name != "?" and person_.kind == "person":
                yield f"person {name(person_.id)}", number
        for link in sentence.parts.parentages:
            for parent in link.parents:
                yield f"parent {name(parent)} {name(link.child)} {link.kind}", number
        for union in sentence.parts.unions:
            yield f"couple {' '.join(name(one) for one in union.partners)}", number
        for tie in sentence.parts.ties:
            yield f"tie {name(tie.a)} {name(tie.b)} {tie.kind}", number
        for home in sentence.parts.households:
            people = [member.person for member in home.members if member.until is None]
            for at, one in enumerate(people):
                for other in people[at + 1 :]:
                    yield f"lives {name(one)} {name(other)}", number


def _covers(known: str, fact: str, family: Family) -> bool:
    """Whether the fact *known* allows *fact*."""
    have, want = fact.split(), known.split()
    if have[0] == "person":
        return have[1] in known.replace(":", " ").split()
    if want[0] == "harm" and have[0] == "tie":
        want = ["tie", *want[1:3], "any"]
    if want[0] in {"died", "loss"} and have[0] == "dead":
        return want[1] == have[1]
    if want[0] == "born" and have[0] == "age":
        return want[1] == have[1]
    if want[0] == "unborn" and have[0] == "parent":
        return want[1] == have[1] and have[2] == "unborn"
    if want[0] == "childless" or want[0] != have[0]:
        return False
    if want[0] == "age":
        return want[1] == have[1]
    if want[0] == "dead":
        return want[1] == have[1] or (have[1] == "?" and ":" in want[1])
    pair, others = have[1:3], [person_name(family, word) for word in want[1:3]]
    symmetric = want[0] in {"couple", "lives", "tie"}
    same = _pair(pair, others) or (symmetric and _pair(pair[::-1], others))
    if want[0] == "parent" and same:
        kind = want[3] if len(want) > 3 else ""
        return not kind or kind == have[3] or (not kind and have[3] in {"birth", "adopted"})
    if want[0] == "tie" and same:
        return want[3] in {have[3], "any"}
    return same


def person_name(family: Family, word: str) -> str:
    if ":" in word:
        found = person(family, word)
        return found.name.split()[0] if found else word
    return word


def _pair(have: list[str], want: list[str]) -> bool:
    return all(other in (one, "?") or one == "?" for one, other in zip(have, want, strict=False))
