"""A line that becomes data, read as a whole: what parts of a family it makes, read back in words, and what is open.

The one way in for the studio's line, plain mode and the command line. Nothing is kept here: the caller shows the
reading and keeps the parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, get_args

from supervision_tui.family.dates import age_in_words
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.resources import Resource, ResourceLink
from supervision_tui.family.model.ties import Tie
from supervision_tui.family.model.unions import Union
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.family.shorthand.event import happened, parse_event
from supervision_tui.family.shorthand.name_words import leading_role, leads_with_parent
from supervision_tui.family.shorthand.parts import ALONE, free_id, other_parent, parentage_of, person_of, union_of
from supervision_tui.family.shorthand.person import Entry, ParsedPerson, parse_people
from supervision_tui.family.shorthand.questions import Question, Unknown
from supervision_tui.family.shorthand.readback import marked, people_read_back, tie_read_back
from supervision_tui.family.shorthand.resource_link import kind_of, link_read_back, parse_link
from supervision_tui.family.shorthand.tie import ORDINARY, parse_tie, viewer_in_words

GROWN = 18
"""Years from which several people in a line are not taken to be children of somebody."""
EntryKind = Literal["person", "child", "partner", "parent", "tie", "event", "resource"]
ENTRIES: tuple[EntryKind, ...] = get_args(EntryKind)
"""What a line can be entered as."""


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line says. *entry* is what it was read as, the parts are as in a family file, *readback* is for a person.

    *unknown* are the words that were not understood, with their places in *text*; *questions* what is open;
    *refusal* says why nothing can be made of it.
    """

    text: str
    entry: EntryKind
    persons: tuple[Person, ...] = ()
    unions: tuple[Union, ...] = ()
    parentages: tuple[Parentage, ...] = ()
    ties: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    resources: tuple[Resource, ...] = ()
    readback: str = ""
    unknown: tuple[Unknown, ...] = ()
    questions: tuple[Question, ...] = ()
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Where a line is entered: in *family*, beside *near* (a person's id), on *today*, with *answers* already given."""

    today: date
    family: Family = field(default_factory=lambda: Family(id="line", title="A line"))
    near: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The short name of the person beside whom it is entered; empty where there is none."""
        person = self.family.find(self.near)
        return person.short_name if person else ""


def read_line(text: str, beside: Beside, entry: EntryKind | None = None) -> LineReading:
    """What *text* says as *entry*; without one it is told by the line itself. Never raises."""
    kind = entry or _entry_of(text, beside)
    try:
        if kind == "tie":
            return _tie(text, beside)
        if kind == "event":
            return _event(text, beside)
        if kind == "resource":
            return _resource(text, beside)
        return _people(text, beside, kind)
    except ShorthandError as refused:
        question = Question(text[:60], str(refused))
        unknown = (Unknown(text, 0, len(text)),) if text.strip() else ()
        return LineReading(
            text, kind, readback=str(refused), unknown=unknown, questions=(question,), refusal=str(refused)
        )


def _entry_of(text: str, beside: Beside) -> EntryKind:
    """What a line is, by itself: a tie where it names somebody there and how, an event where a date begins it."""
    if beside.near and _is_tie(text, beside):
        return "tie"
    if happened(text):
        return "event"
    return "resource" if _is_resource(text) else _entry_of_people(text, beside)


def _entry_of_people(text: str, beside: Beside) -> EntryKind:
    """What a line about people is, by the words of its first person; an event where it names nobody."""
    try:
        people = parse_people(text, beside.today, "person", beside.answers)
    except ShorthandError:
        return "person"
    first = people[0] if people else ParsedPerson("")
    if first.union != "unknown" or first.ended:
        return "partner"
    role = "parent" if leads_with_parent(text) else leading_role(text) if beside.near else None
    if role is not None and role in _ENTRY_OF_ROLE:
        return _ENTRY_OF_ROLE[role]
    grown = all(person.born and person.born.latest.year <= beside.today.year - GROWN for person in people)
    if (len(people) > 1 and not grown) or first.twins or first.parentage is not None:
        return "child"
    starts_with_figures = text.strip()[:1].isdigit() or bool(first.unknown and not first.name)
    return "event" if starts_with_figures and _is_event(text, beside) else "person"


_ENTRY_OF_ROLE: dict[str, EntryKind] = {"child": "child", "parent": "parent", "partner": "partner"}


def _is_resource(text: str) -> bool:
    """Whether a line names a service or a place of a known kind, and how the link with it is."""
    try:
        parsed = parse_link(text)
    except ShorthandError:
        return False
    return kind_of(parsed.name, "other") != "other" and (parsed.strength != "ordinary" or parsed.direction != "")


def _is_tie(text: str, beside: Beside) -> bool:
    try:
        parse_tie(text, beside.family, beside.near, beside.today)
    except ShorthandError:
        return False
    return True


def _is_event(text: str, beside: Beside) -> bool:
    """Whether it begins with a date, or with figures in the place of one."""
    try:
        return parse_event(text, beside.today).when is not None
    except ShorthandError:
        return True


def _people(text: str, beside: Beside, entry: Entry) -> LineReading:
    people = parse_people(text, beside.today, entry, beside.answers)
    taken = {person.id for person in beside.family.persons}
    persons: list[Person] = []
    unions: list[Union] = []
    parentages: list[Parentage] = []
    for parsed in people:
        person = person_of(parsed, taken)
        taken.add(person.id)
        persons.append(person)
        if entry == "partner" or (entry == "person" and (parsed.union != "unknown" or parsed.ended)):
            partners = (beside.near, person.id) if beside.near else (person.id,)
            unions.append(union_of(parsed, partners))
        if entry == "child" and beside.near:
            parents = _parents(beside, parsed)
            parentages.append(parentage_of(parsed, person.id, parents))
        if entry == "parent" and beside.near:
            parentages += [
                parentage_of(parsed, beside.near, (person.id,), home=not beside.family.parents_of(beside.near))
            ]
            unions += _union_with_first_parent(beside, parsed, person.id)
    if people and people[0].twins:
        parentages = [link.replaced(twins=f"twins-{persons[0].id}"[:60]) for link in parentages]
    people = tuple(replace(person, questions=(*person.questions, *_same_name(person, beside))) for person in people)
    readback = people_read_back(people, beside.today, entry, _names_of(beside, parentages, entry))
    return LineReading(
        text,
        entry,
        persons=tuple(persons),
        unions=tuple(unions),
        parentages=tuple(parentages),
        readback=readback if people else "Nobody is named yet.",
        unknown=tuple(unknown for parsed in people for unknown in parsed.unknown),
        questions=tuple(question for parsed in people for question in parsed.questions),
    )


def _same_name(parsed: ParsedPerson, beside: Beside) -> tuple[Question, ...]:
    """Whether the person is somebody who is there already, where the name is the same; answered by "another"."""
    named = beside.family.named(parsed.name) if parsed.name and parsed.kind == "person" else ()
    known = [person for person in named if person.id != beside.near]
    answer = beside.answers.get(parsed.name)
    if known and answer == "same":
        raise ShorthandError(f"{known[0].name} is here already: choose them in the drawing. Nothing was changed.")
    if not known or answer:
        return ()
    age = age_in_words(known[0].born, beside.today)
    who = f"{known[0].name}, {age}" if age else str(known[0].name)
    choices = (("another", f"another {parsed.name}"), ("same", "the same person"))
    return (Question(parsed.name, f"{parsed.name} is here already ({who}). Is this:", choices),)


def _parents(beside: Beside, parsed: ParsedPerson) -> tuple[str, ...]:
    other = "" if parsed.parentage in ALONE else other_parent(beside.family, beside.near, parsed)
    return (beside.near, other) if other else (beside.near,)


def _names_of(beside: Beside, parentages: list[Parentage], entry: Entry) -> str:
    """Beside whom somebody is entered; for a child both parents."""
    if entry == "child" and parentages:
        people = beside.family.index.people(parentages[0].parents)
        return " and ".join(person.short_name for person in people)
    return beside.name


def _union_with_first_parent(beside: Beside, parsed: ParsedPerson, person_id: str) -> tuple[Union, ...]:
    """The union of a second parent with the first, where one is there already."""
    home = beside.family.home_parentage(beside.near)
    if home is None or len(home.parents) > 1 or parsed.parentage not in {None, "birth"}:
        return ()
    return (union_of(parsed, (home.parents[0], person_id), kind="parents_only"),)


def _tie(text: str, beside: Beside) -> LineReading:
    if not beside.near:
        raise ShorthandError("Say near whom the tie is: a tie goes from one person to another. Nothing was changed.")
    parsed = parse_tie(text, beside.family, beside.near, beside.today)
    ends = (parsed.other, parsed.of) if parsed.from_other else (parsed.of, parsed.other)
    tie = Tie.model_validate({"a": ends[0], "b": ends[1], **parsed.stated_fields})
    names = beside.family.person(ends[0]).short_name, beside.family.person(ends[1]).short_name
    readback = tie_read_back(names, parsed.kind, parsed.since, parsed.until)
    if parsed.strength is not None and parsed.strength != ORDINARY:
        readback += f" {('Faint', 'Ordinary', 'Strong')[parsed.strength - 1]}."
    viewers = (("as {} sees it", parsed.perspective), ("as told by {}", parsed.source))
    readback += "".join(
        f" {words[0].upper()}{words[1:].format(viewer_in_words(beside.family, who))}." for words, who in viewers if who
    )
    readback += f" In words: {parsed.words}." if parsed.words else ""
    if parsed.unknown:
        readback += f" Not understood, kept as words: {parsed.unknown[0].text}."
    questions = tuple(_about_tie(unknown) for unknown in parsed.unknown)
    return LineReading(text, "tie", ties=(tie,), readback=readback, unknown=parsed.unknown, questions=questions)


def _about_tie(unknown: Unknown) -> Question:
    """What to ask about words of a tie that were not read."""
    if unknown.text.casefold().startswith(("since", "until")):
        return Question(unknown.text, f"'{unknown.text}': which day?")
    return Question(
        unknown.text, f"'{unknown.text}' was not understood: is it a year, a strength from 1 to 3, or another tie?"
    )


def _event(text: str, beside: Beside) -> LineReading:
    parsed = parse_event(text, beside.today)
    event = Event(date=parsed.when, who=(beside.near,) if beside.near else (), what=parsed.what)
    open_year = parsed.without_a_year
    start = max(text.find(open_year), 0)
    unknown = (Unknown(text[start : start + len(open_year)], start, start + len(open_year)),) if open_year else ()
    ask: tuple[Question, ...] = ()
    if open_year:
        ask = (Question(open_year, f"'{open_year}': of which year? Write it with four figures."),)
    elif parsed.when is None:
        ask = (Question("", "When was that? A date can stand first or last, such as 2019 or May 2019."),)
    readback = parsed.readback + (f" Not understood, marked: {open_year}." if open_year else "")
    return LineReading(text, "event", events=(event,), readback=readback, unknown=unknown, questions=ask)


def _resource(text: str, beside: Beside) -> LineReading:
    parsed = parse_link(text)
    taken = {resource.id for resource in beside.family.resources}
    near = ResourceLink.model_validate(
        {
            "person": beside.near or "nobody",
            "strength": parsed.strength,
            "direction": parsed.direction,
            "note": parsed.remark,
        }
    )
    link = (near,) if beside.near else ()
    resource = Resource(
        id=free_id(parsed.name, taken),
        kind=kind_of(parsed.name, "service"),
        name=parsed.name,
        safety=parsed.safety,
        safety_level=parsed.safety_level,
        links=link,
    )
    start = max(text.find(parsed.remark), 0)
    unknown = (Unknown(parsed.remark, start, start + len(parsed.remark)),) if parsed.remark else ()
    readback = link_read_back(parsed, beside.name) + marked(unknown)
    ask = tuple(
        Question(
            question.text,
            f"'{question.text}' was not understood: how is the link? For example: strong, thin, stressful.",
        )
        for question in unknown
    )
    return LineReading(text, "resource", resources=(resource,), readback=readback, unknown=unknown, questions=ask)
