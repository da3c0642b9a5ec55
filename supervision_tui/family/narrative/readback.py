"""What a sentence was read as, said back in words: "Leanne, 38." "Robin: child of Leanne and Craig."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from supervision_tui.family.dates import age_in_words, date_in_words
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Union
from supervision_tui.family.narrative.assembling import Parts
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_people import Fact
from supervision_tui.family.shorthand.readback import (
    CHILD_WORDS,
    ENDED_WORDS,
    FORMER_WORDS,
    GENDER_WORDS,
    LOSS_WORDS,
    UNION_WORDS,
    tie_read_back,
)

_KIN = {"full": "brothers or sisters", "half": "half-siblings", "step": "step-siblings"}


def sentence_read_back(draft: Draft, parts: Parts, facts: list[Fact]) -> str:
    """Everything these *facts* of a sentence say, in words; empty where it said nothing."""
    return " ".join(filter(None, dict.fromkeys(_sentences(draft, parts, facts))))


def _sentences(draft: Draft, parts: Parts, facts: list[Fact]) -> Iterator[str]:
    fields: dict[str, list[str]] = {}
    for fact in facts:
        if fact.kind == "person":
            fields.setdefault(fact.key[0], []).extend(fact.words)
    for person in parts.persons:
        if person.id in fields:
            yield _person(draft, person, fields[person.id])
    yield from _parents(draft, facts)
    yield from _notes(draft, facts)
    yield from (_union(draft, union) for union in parts.unions)
    yield from _ties(draft, parts)
    for event in parts.events:
        when = f"{date_in_words(event.date)}: " if event.date else ""
        yield f"{when}{_known(draft, event.who)}: {event.what}."


def _notes(draft: Draft, facts: list[Fact]) -> Iterator[str]:
    """Brothers and sisters, homes, services and notes."""
    for fact in facts:
        if fact.kind == "sibling" and all(somebody in draft.persons for somebody in fact.key[:2]):
            yield f"{draft.name(fact.key[0])} and {draft.name(fact.key[1])}: {_KIN[fact.key[2]]}."
        elif fact.kind == "home" and len(fact.key) > 1:
            names = [draft.name(somebody) for somebody in fact.key if somebody in draft.persons]
            yield f"{', '.join(names[:-1])} and {names[-1]} live in one home." if len(names) > 1 else ""
        elif fact.kind == "resource":
            yield f"{_known(draft, fact.key[1:])}: {fact.key[0]}."
        elif fact.kind == "note":
            yield (
                f"{draft.name(fact.key[0])}, as a note: {' '.join(fact.words).rstrip('.')}."
                if fact.key[0] in draft.persons
                else ""
            )


def _ties(draft: Draft, parts: Parts) -> Iterator[str]:
    for tie in parts.ties:
        view = f" As {draft.name(tie.perspective)} sees it." if tie.perspective in draft.persons else ""
        words = f" ({tie.words})" if tie.words else ""
        readback = tie_read_back((draft.name(tie.a), draft.name(tie.b)), tie.kind, tie.since, tie.until)
        yield f"{readback.removesuffix('.')}{words}.{view}"


def _person(draft: Draft, person: Person, fields: list[str]) -> str:
    words = [draft.name(person.id)]
    if person.name != "?" and words[0] != person.name and "name" in fields:
        words.append(person.name)
    words += list(_life(person, fields, draft.today))
    if "gender" in fields and person.gender in GENDER_WORDS:
        words.append(GENDER_WORDS[person.gender])
    for name in ("whereabouts", "occupation", "role", "faith", "cause_of_death"):
        if name in fields and getattr(person, name):
            words.append(str(getattr(person, name)))
    if "pronouns" in fields:
        words.append(f"“{person.pronouns}”")
    if "languages" in fields:
        words.append(f"speaks {', '.join(person.languages)}")
    words += [mark.name for mark in person.health] if "health" in fields else []
    if person.kind in {"pet", "professional"} and person.kind not in words:
        words.append(f"{person.kind}, not one of the family")
    if person.name == "?" and "name" in fields:
        words.append("name not known")
    return f"{', '.join(dict.fromkeys(words))}."


def _life(person: Person, fields: list[str], today: date) -> Iterator[str]:
    if person.kind == "unborn":
        yield f"not born yet{f', due {date_in_words(person.due)}' if person.due else ''}"
    elif person.kind == "loss":
        yield LOSS_WORDS.get(person.loss, "a pregnancy that was lost")
    elif "born" in fields and person.born:
        age = age_in_words(person.born, today)
        yield (
            age
            if age and "age" in person.born.text
            else f"born {date_in_words(person.born)}{f', so {age}' if age else ''}"
        )
    if ("died" in fields or "deceased" in fields) and person.dead and person.kind != "loss":
        yield f"died {date_in_words(person.died)}" if person.died else "has died"


def _parents(draft: Draft, facts: list[Fact]) -> Iterator[str]:
    """One sentence for all children of the same parents."""
    by_child: dict[tuple[str, str], list[str]] = {}
    for fact in facts:
        if fact.kind == "parent" and fact.key[0] in draft.persons and fact.key[1] in draft.persons:
            by_child.setdefault((fact.key[1], fact.key[2]), []).append(fact.key[0])
    groups: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for (child, kind), parents in by_child.items():
        groups.setdefault((tuple(dict.fromkeys(parents)), kind), []).append(child)
    for (both, kind), children in groups.items():
        words = CHILD_WORDS[kind].format(" and ".join(draft.name(somebody) for somebody in both))
        if len(children) > 1:
            words = re.sub(r"child of\b", "children of", words)
        yield f"{_names(draft, children)}: {words}."
    born_together: dict[str, list[str]] = {}
    for child in dict.fromkeys(child for child, _kind in by_child if child in draft.twins):
        born_together.setdefault(draft.twins[child], []).append(child)
    for twins in born_together.values():
        if len(twins) > 1:
            yield f"{_names(draft, twins)}: {'twins' if len(twins) == 2 else 'of one birth'}."  # noqa: PLR2004 - two


def _known(draft: Draft, people: Iterable[str]) -> str:
    return " and ".join(draft.name(somebody) for somebody in people if somebody in draft.persons)


def _names(draft: Draft, people: Iterable[str]) -> str:
    *first, last = (draft.name(somebody) for somebody in people)
    return f"{', '.join(first)} and {last}" if first else last


def _union(draft: Draft, union: Union) -> str:
    first, *others = (draft.name(somebody) for somebody in union.partners)
    how = (FORMER_WORDS if union.over else UNION_WORDS).get(union.kind, "partner of").removesuffix(" of")
    years = (
        f", {date_in_words(union.since)} to {date_in_words(union.until)}"
        if union.since and union.until
        else (
            f", since {date_in_words(union.since)}"
            if union.since
            else f", until {date_in_words(union.until)}"
            if union.until
            else ""
        )
    )
    end = f", {ENDED_WORDS[union.ended]}" if union.ended in ENDED_WORDS and union.ended != "unknown" else ""
    word = f"{how} of" if how.endswith("partner") else how
    return f"{first}: {word} {others[0] if others else 'somebody'}{years}{end}."
