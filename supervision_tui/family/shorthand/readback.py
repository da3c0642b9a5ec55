"""A line read back in words before it is kept: "Kai Mensah, 14 months, foster child of Maureen."."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family.dates import age_in_words, date_in_words
from supervision_tui.family.model.ties import TIE_KINDS

if TYPE_CHECKING:
    from supervision_tui.family.dates import PartialDate
    from supervision_tui.family.shorthand.parsed_person import Entry, ParsedPerson
    from supervision_tui.family.shorthand.questions import Unknown

GENDER_WORDS = {"female": "female", "male": "male", "non_binary": "non-binary", "other": "another gender"}
LOSS_WORDS = {
    "miscarriage": "a miscarriage", "stillbirth": "stillborn", "termination": "a pregnancy that was ended",
    "ectopic": "an ectopic pregnancy",
}  # fmt: skip
UNION_WORDS = {
    "married": "married to", "civil_partnership": "in a civil partnership with", "cohabiting": "living with",
    "engaged": "engaged to", "committed": "partner of", "brief": "for a short time with", "unknown": "partner of",
}  # fmt: skip
FORMER_WORDS = {
    "married": "was married to", "civil_partnership": "was in a civil partnership with", "cohabiting": "lived with",
    "engaged": "was engaged to", "committed": "former partner of", "brief": "for a short time with",
    "unknown": "former partner of",
}  # fmt: skip
ENDED_WORDS = {"separation": "separated", "divorce": "divorced", "annulment": "annulled", "death": "until death",
               "unknown": "ended", "lost": "torn apart"}  # fmt: skip
CHILD_WORDS = {
    "birth": "child of {}", "adopted": "adopted child of {}", "foster": "foster child of {}", "step": "stepchild of {}",
    "kinship": "in the kinship care of {}", "guardianship": "under the special guardianship of {}",
    "donor": "child of {}, a donor", "surrogate": "child of {}, a surrogate",
}  # fmt: skip
PARENT_WORDS = {
    "birth": "parent of {}", "adopted": "adoptive parent of {}", "foster": "foster carer of {}",
    "step": "step-parent of {}", "kinship": "kinship carer of {}", "guardianship": "special guardian of {}",
    "donor": "donor for {}", "surrogate": "surrogate for {}",
}  # fmt: skip


def people_read_back(people: Iterable[ParsedPerson], today: date, entry: Entry, near: str = "") -> str:
    """Everybody of a line in words; *near* is the name of the person beside whom they are entered."""
    return " ".join(_person(person, today, entry, near) for person in people)


def _person(person: ParsedPerson, today: date, entry: Entry, near: str) -> str:
    parts = [person.name or "Somebody whose name is not known"]
    parts += [f"called {person.called}"] if person.called else []
    parts += list(_life(person, today))
    parts += [GENDER_WORDS[person.gender]] if person.gender in GENDER_WORDS else []
    parts += [f"“{person.pronouns}”"] if person.pronouns else []
    parts += ["a twin" if person.twins else ""]
    parts += list(_kin(person, entry, near))
    sentence = f"{', '.join(filter(None, parts))}."
    union = _union(person, entry, near)
    note = f" As a note: {person.note}." if person.note and not person.unknown else ""
    return f"{sentence}{union}{note}{marked(person.unknown)}"


def marked(unknown: Iterable[Unknown]) -> str:
    """The words that were not understood, as a sentence; empty where there are none."""
    words = ", ".join(one.text for one in unknown)
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
        if person.born and person.died and (age := age_in_words(person.born, person.died.latest)):
            yield f"died {date_in_words(person.died)}, aged {age}"
        else:
            yield f"died {date_in_words(person.died)}" if person.died else "has died"
            yield f"born {date_in_words(person.born)}" if person.born else ""
        yield f"of {person.cause_of_death}" if person.cause_of_death else ""
    elif person.born:
        age = age_in_words(person.born, today)
        told = "age" in person.born.text.casefold()
        yield age if told or not age else f"born {date_in_words(person.born)}, so {age}"
        if not age:
            yield f"born {date_in_words(person.born)}"


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
    said = person.union != "unknown" or person.ended or (entry != "child" and person.parentage is None and person.since)
    if not said and entry != "partner":
        return ""
    over = bool(person.ended or person.until)
    words = (FORMER_WORDS if over else UNION_WORDS).get(person.union, "partner of")
    beside = near if entry == "partner" and near else "the other parent" if entry == "parent" else "their partner"
    parts = [
        f"{words} {beside}",
        _years(person.since, person.until),
        ENDED_WORDS.get(person.ended, "ended" if over else ""),
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
