"""A line read back in words before it is kept: "Kai Mensah, 14 months, foster child of Maureen."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family.dates import age_in_words, date_in_words
from supervision_tui.family.dates.ages import MONTHS_UNTIL, YEAR, months_between
from supervision_tui.family.model.ties import TIE_KINDS
from supervision_tui.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from supervision_tui.family.dates import PartialDate
    from supervision_tui.family.shorthand.parsed_person import Entry, ParsedPerson
    from supervision_tui.family.shorthand.questions import Unknown

_AGE = lazy_pattern(r"(?P<about>about )?age (?P<age>.+) on (?P<on>.+)")
GENDER_WORDS = {"female": "female", "male": "male", "non_binary": "non-binary", "other": "another gender"}
LOSS_WORDS = {
    "miscarriage": "a miscarriage", "stillbirth": "stillborn", "termination": "a pregnancy that was ended",
    "ectopic": "an ectopic pregnancy",
}  # fmt: skip
UNION_WORDS = {
    "married": "married to", "civil_partnership": "in a civil partnership with", "cohabiting": "living with",
    "engaged": "engaged to", "committed": "partner of", "brief": "for a short time with", "unknown": "partner of",
    "secret": "in a secret relationship with", "forced": "in a forced marriage with",
    "parents_only": "parent together with, and not a couple with",
}  # fmt: skip
FORMER_WORDS = {
    "married": "was married to", "civil_partnership": "was in a civil partnership with", "cohabiting": "lived with",
    "engaged": "was engaged to", "committed": "former partner of", "brief": "for a short time with",
    "unknown": "former partner of", "secret": "was in a secret relationship with",
    "forced": "was in a forced marriage with", "parents_only": "former partner of",
}  # fmt: skip
ENDED_WORDS = {"separation": "separated", "divorce": "divorced", "annulment": "annulled", "death": "until death",
               "unknown": "ended", "lost": "torn apart"}  # fmt: skip
CHILD_WORDS = {
    "birth": "child of {}", "adopted": "adopted child of {}", "foster": "foster child of {}", "step": "stepchild of {}",
    "kinship": "in the kinship care of {}", "guardianship": "under the special guardianship of {}",
    "unknown": "child of {}; how is not said", "donor": "child of {}, a donor", "surrogate": "child of {}, a surrogate",
}  # fmt: skip
PARENT_WORDS = {
    "birth": "parent of {}", "adopted": "adoptive parent of {}", "foster": "foster carer of {}",
    "step": "step-parent of {}", "kinship": "kinship carer of {}", "guardianship": "special guardian of {}",
    "unknown": "parent of {}; how is not said", "donor": "donor for {}", "surrogate": "surrogate for {}",
}  # fmt: skip


def people_read_back(people: Iterable[ParsedPerson], today: date, entry: Entry, near: str = "") -> str:
    """Everybody of a line in words; *near* is the name of the person beside whom they are entered."""
    people = tuple(people)
    return " ".join(_person(person, today, entry, near, len(people)) for person in people)


def _person(person: ParsedPerson, today: date, entry: Entry, near: str, number: int) -> str:
    parts = [person.name or "Somebody whose name is not known"]
    parts += [f"called {person.called}"] if person.called else []
    parts += list(_life(person, today))
    parts += [GENDER_WORDS[person.gender]] if person.gender in GENDER_WORDS else []
    parts += [f"“{person.pronouns}”"] if person.pronouns else []
    born_together = {2: "a twin", 3: "one of triplets"}.get(number, f"one of {number} of one birth")
    parts += [born_together if person.twins and number > 1 else "a twin" if person.twins else ""]
    parts += list(_kin(person, entry, near))
    sentence = f"{', '.join(filter(None, parts))}."
    union = _union(person, entry, near)
    words = person.note
    for unknown in person.unknown:
        words = " ".join(words.replace(unknown.text, " ", 1).split())
    note = f" As a note: {words}." if words else ""
    return f"{sentence}{union}{note}{marked(person.unknown)}"


def marked(unknown: Iterable[Unknown]) -> str:
    """The words that were not understood, as a sentence; empty where there are none."""
    words = ", ".join(question.text for question in unknown)
    return f" Not understood, marked: {words}." if words else ""


def _life(person: ParsedPerson, today: date) -> Iterable[str]:
    """Age or birth, a pregnancy, a death."""
    if person.kind == "unborn":
        yield f"not born yet{f', due {date_in_words(person.due)}' if person.due else ''}"
    elif person.kind == "loss":
        yield LOSS_WORDS.get(person.loss, "a pregnancy that was lost")
        if person.born:
            yield date_in_words(person.born)
    elif person.dead or person.died:
        if person.born and person.died and (age := _age_at_death(person.born, person.died)):
            yield f"died {date_in_words(person.died)}, aged {age}"
        else:
            yield f"died {date_in_words(person.died)}" if person.died else "has died"
            yield f"born {date_in_words(person.born)}" if person.born else ""
        yield f"of {person.cause_of_death}" if person.cause_of_death else ""
    elif person.born:
        age = _as_it_was_said(person.born) or age_in_words(person.born, today)
        by_age = "age" in person.born.text.casefold()
        yield age if by_age or not age else f"born {date_in_words(person.born)}, so {age}"
        if not age:
            yield f"born {date_in_words(person.born)}"


def _as_it_was_said(born: PartialDate) -> str:
    """An age with a unit as it was said, "3 years 6 months"; empty where years alone were, or a date."""
    age = _AGE.fullmatch(born.text)
    if age is None or not re.search(r"[a-z]", age["age"].replace(" to ", "")):
        return ""
    return f"{age['about'] or ''}{age['age']}"


def _age_at_death(born: PartialDate, died: PartialDate) -> str:
    """How old somebody was: as it was said, else the youngest and the oldest that the two dates leave open."""
    age = _AGE.fullmatch(born.text)
    if age is not None and age["on"] == died.text:
        return f"{age['about'] or ''}{age['age']}"
    if died.exact or date.min in {born.earliest, died.earliest} or died.latest == date.max:
        return age_in_words(born, died.latest)
    least = months_between(born.latest, died.earliest)
    most = months_between(born.earliest, died.latest)
    if most < MONTHS_UNTIL:
        return f"{least} to {most} months" if least != most else f"{most} months"
    years = least // YEAR, most // YEAR
    return str(years[0]) if years[0] == years[1] else f"{years[0]} to {years[1]}"


def _kin(person: ParsedPerson, entry: Entry, near: str) -> Iterable[str]:
    kind = person.parentage or ("birth" if entry in {"child", "parent"} else None)
    if kind is None or not (near or person.parentage):
        return
    words = (PARENT_WORDS if entry == "parent" else CHILD_WORDS)[kind].format(near or "somebody")
    yield words if near else words.removesuffix(" of somebody").removesuffix(" for somebody")
    if person.parentage and person.union == "unknown" and entry != "partner":
        yield _years(person.since, person.until)


def _union(person: ParsedPerson, entry: Entry, near: str) -> str:
    """The union as a sentence of its own."""
    stated = (
        person.union != "unknown" or person.ended or (entry != "child" and person.parentage is None and person.since)
    )
    if not stated and entry != "partner":
        return ""
    dead = bool(person.dead or person.died) and not (person.ended or person.until)
    over = bool(person.ended or person.until or dead)
    words = (FORMER_WORDS if over else UNION_WORDS).get(person.union, "partner of")
    beside = near if entry == "partner" and near else "the other parent" if entry == "parent" else "their partner"
    parts = [
        f"{words} {beside}",
        _years(person.since, person.died if dead else person.until),
        ENDED_WORDS.get(person.ended, "until death" if dead else "ended" if over else ""),
    ]
    return f" {', '.join(filter(None, parts))}.".replace(f" {words[0]}", f" {words[0].upper()}", 1)


def _years(since: PartialDate | None, until: PartialDate | None) -> str:
    if since and until:
        return f"{date_in_words(since)} to {date_in_words(until)}"
    return f"since {date_in_words(since)}" if since else f"until {date_in_words(until)}" if until else ""


def tie_read_back(names: tuple[str, str], kind: str, since: PartialDate | None, until: PartialDate | None) -> str:
    """A tie in words: *names* are from whom and to whom where it has a direction."""
    tie = TIE_KINDS[kind]
    first, second = names
    how = (
        f"From {first} to {second}: {tie.words.removesuffix(' of')}"
        if tie.directed
        else f"{first} and {second}: {tie.words}"
    )
    years = _years(since, until)
    harm = " Harm stands as a flag on this family." if tie.tone == "harm" else ""
    return f"{how}{f', {years}' if years else ''}.{harm}"
