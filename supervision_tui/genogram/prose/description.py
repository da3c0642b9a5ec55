"""The words painter: a whole genogram as plain sentences, for a screen reader or a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.genogram.notation.ecomap import links
from supervision_tui.genogram.notation.groups import group_words, groups
from supervision_tui.genogram.notation.timeline import describe_event, timeline_of
from supervision_tui.genogram.prose.person_sentences import Sentences

if TYPE_CHECKING:
    from supervision_tui.genogram.notation.drawing import Drawing

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
    told = []
    for one in links(drawing):
        flow = FLOWS[one.link.direction].format(name=one.person.short_name)
        safety = f"It is told to be: {one.resource.safety}." if one.resource.safety else ""
        link = f"{one.person.short_name} and {one.resource.name}: {STRENGTHS[one.link.strength]}{flow}."
        told.append(f"{link} {safety}".strip())
    return "The world round the family.\n" + "\n".join(told) if told else "Nothing is on the ecomap yet."


def _time(drawing: Drawing) -> str:
    """Every dated event in its order."""
    told = [f"{describe_event(drawing, moment)}." for moment in timeline_of(drawing).moments]
    return "What happened.\n" + "\n".join(told) if told else "Nothing is on the timeline yet."


def _opening(drawing: Drawing) -> str:
    family = drawing.family
    people = len(drawing.symbols)
    rows = len({place.row for place in drawing.layout.persons})
    told = f"{family.title}. {_count(people)} {'person' if people == 1 else 'people'}"
    told += f" in {_count(rows).lower()} {'row' if rows == 1 else 'rows'}" if people else ""
    focus = [person.name for person in family.focus_children() if person.id in drawing.symbols]
    if focus:
        told += f". {'Children' if len(focus) > 1 else 'Child'} in focus: {', '.join(focus)}"
    return f"{told}. As on {day_in_words(drawing.at)}."


def _count(number: int) -> str:
    return COUNTS[number] if number < len(COUNTS) else str(number)


def _generations(drawing: Drawing) -> Iterator[str]:
    sentences = Sentences(drawing)
    rows = drawing.layout.rows
    for number, row in enumerate(rows):
        told = [sentences[place.id] for place in row if place.id in sentences]
        if told:
            which = "Top row" if number == 0 else "Bottom row" if number == len(rows) - 1 else f"Row {number + 1}"
            yield f"{which}, from the left.\n" + "\n".join(told)


def _homes(drawing: Drawing) -> Iterator[str]:
    family = drawing.family
    told = []
    for household in family.households:
        names = [
            family.person(one.person).short_name
            for one in household.members
            if one.at(drawing.at) and one.person in drawing.symbols
        ]
        if names:
            name = household.name if household.safe_to_record else "A home that is not to be recorded"
            told.append(f"{name}: {', '.join(names)}.")
    if told:
        yield "Who lives together.\n" + "\n".join(told)


def _groups(drawing: Drawing) -> Iterator[str]:
    found = [f"{group_words(drawing, group, people)}." for group, people in groups(drawing)]
    if found:
        yield "Who belongs together otherwise.\n" + "\n".join(found)


def _gave_way(drawing: Drawing) -> Iterator[str]:
    if drawing.layout.compromises:
        yield "Where the drawing had to give way.\n" + "\n".join(one.why for one in drawing.layout.compromises)
