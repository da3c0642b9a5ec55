"""The words painter: a whole genogram as plain sentences, for a screen reader or a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.genogram.notation import describe_event, group_words, links, timeline_of
from supervision_tui.genogram.notation.groups import groups
from supervision_tui.genogram.prose.person_sentences import Sentences, short_spoken_name, spoken_name

if TYPE_CHECKING:
    from supervision_tui.family import Membership
    from supervision_tui.genogram.notation import Drawing

STRENGTHS = {
    "strong": "a strong link", "moderate": "a moderate link", "ordinary": "a link", "tenuous": "a thin link",
    "stressful": "a stressful link", "broken": "a link that is broken off",
}  # fmt: skip
FLOWS = {
    "": "", "to": ", energy goes from {name} to it", "from": ", energy comes from it to {name}",
    "both": ", energy flows both ways",
}  # fmt: skip
COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


def describe(drawing: Drawing) -> str:
    """Everything that the drawing shows: what it is, each generation from the left, homes, groups, what gave way."""
    drawing = drawing.in_words
    if drawing.options.view == "ecomap":
        paragraphs = [_opening(drawing), _world(drawing)]
    elif drawing.options.view == "timeline":
        paragraphs = [_opening(drawing), _time(drawing)]
    else:
        paragraphs = [_opening(drawing), *_generations(drawing), *_homes(drawing), *_groups(drawing)]
        paragraphs += _gave_way(drawing)
    return "\n\n".join(paragraphs) + "\n"


def _world(drawing: Drawing) -> str:
    """Every link of the ecomap, a sentence each."""
    sentences = []
    for link in links(drawing):
        flow = FLOWS[link.link.direction].format(name=link.person.short_name)
        safety = f"It is told to be: {link.resource.safety}." if link.resource.safety else ""
        how = f"{link.person.short_name} and {link.resource.name}: {STRENGTHS[link.link.strength]}{flow}."
        sentences.append(f"{how} {safety}".strip())
    return "The world round the family.\n" + "\n".join(sentences) if sentences else "Nothing is on the ecomap yet."


def _time(drawing: Drawing) -> str:
    """Every dated event in its order."""
    sentences = [f"{describe_event(drawing, moment)}." for moment in timeline_of(drawing).moments]
    return "What happened.\n" + "\n".join(sentences) if sentences else "Nothing is on the timeline yet."


def _opening(drawing: Drawing) -> str:
    family = drawing.family
    people = len(drawing.symbols)
    rows = len({place.row for place in drawing.layout.persons})
    sentence = f"{family.title}. {_count(people)} {'person' if people == 1 else 'people'}"
    sentence += f" in {_count(rows).lower()} {'row' if rows == 1 else 'rows'}" if people else ""
    children = [person for person in family.focus_children() if person.id in drawing.symbols]
    focus = [spoken_name(person, person.name) for person in children]
    if focus:
        sentence += f". {'Children' if len(focus) > 1 else 'Child'} in focus: {', '.join(focus)}"
    return f"{sentence}. As on {day_in_words(drawing.at)}."


def _count(number: int) -> str:
    return COUNTS[number] if number < len(COUNTS) else str(number)


def _generations(drawing: Drawing) -> Iterator[str]:
    sentences = Sentences(drawing, years=True)
    rows = drawing.layout.rows
    for number, row in enumerate(rows):
        row_sentences = [sentences[place.id] for place in row if place.id in sentences]
        if row_sentences:
            which = "Top row" if number == 0 else "Bottom row" if number == len(rows) - 1 else f"Row {number + 1}"
            yield f"{which}, from the left.\n" + "\n".join(row_sentences)


def _homes(drawing: Drawing) -> Iterator[str]:
    family = drawing.family
    sentences = []
    for household in family.households:
        names = [
            f"{short_spoken_name(family.person(member.person))}{_how_long(member)}"
            for member in household.members
            if member.at(drawing.at) and member.person in drawing.symbols
        ]
        if names:
            name = (
                (household.name if household.name.strip(" .?") else "A home")
                if household.safe_to_record
                else "A home that is not to be recorded"
            )
            sentences.append(f"{name}: {', '.join(names)}.")
    if sentences:
        yield "Who lives together.\n" + "\n".join(sentences)


def _how_long(member: Membership) -> str:
    """Who is at a home part of the time only, and for how many nights of a fortnight where that is known."""
    if not member.part_time:
        return ""
    return " (part of the time)" if member.nights is None else f" ({member.nights} nights in 14)"


def _groups(drawing: Drawing) -> Iterator[str]:
    sentences = [f"{group_words(drawing, group, people)}." for group, people in groups(drawing)]
    if sentences:
        yield "Who belongs together otherwise.\n" + "\n".join(sentences)


def _gave_way(drawing: Drawing) -> Iterator[str]:
    if drawing.layout.compromises:
        yield "Where the drawing had to give way.\n" + "\n".join(
            compromise.why for compromise in drawing.layout.compromises
        )
