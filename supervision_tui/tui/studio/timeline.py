"""What happened in a family, in order: lanes and events drawn, and what each event meant for the child."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from supervision_tui.family.shorthand.event import line_of
from supervision_tui.genogram import notation
from supervision_tui.tui.content import content, filled, inline, stacked
from supervision_tui.tui.studio.commands import DrawingCommand
from supervision_tui.tui.studio.list_screen import LIST_COMMANDS, DrawingListScreen, RowCommand
from supervision_tui.workspace.editing import event_edits

if TYPE_CHECKING:
    from supervision_tui.genogram import Drawing

EXAMPLE = "2019 moved to Nan   ·   about March 2021 Dad left   ·   summer 2018 came into care"


class AddTimelineEvent(DrawingCommand):
    """Add something that happened to the person chosen: the date in any words, then what. "2019 moved to Nan"."""

    key, label = "a", "Add"


class ChangeEvent(RowCommand):
    """Say the event under the cursor anew: when it was, and what happened."""

    key, label = "enter", "Change"


class SetEventMeaning(RowCommand):
    """Say what the event under the cursor meant for the child, in plain words. An empty line takes it away."""

    key, label = "m", "What it meant"


class SetEventPeople(RowCommand):
    """Say to whom the event under the cursor happened: names with commas."""

    key, label = "w", "To whom"


class RemoveEvent(RowCommand):
    """Take the event under the cursor away. Ctrl+Z brings it back."""

    key, label, hide_in_footer = "delete", "Take away", True


class TimelineScreen(DrawingListScreen):
    """What happened in a family, while people say it."""

    view = "timeline"
    NAME = "Timeline"
    NOTHING = (
        "Nothing is on the timeline yet. Press a and say it in one line, the date first:",
        "",
        "    2019 moved to Nan              a year, a month, a day",
        "    about March 2021 Dad left      or as near as anybody knows",
    )
    WHO = "For {name}"
    CHANGE = ChangeEvent
    ABOUT = (
        "What happened in the family, in its order. Press a and say when and what in one line; a date may be as rough "
        "as it is known. Press m on an event to say what it meant for the child. Left and right choose to whom the "
        "next one happened."
    )
    _numbers: Mapping[str, int] = MappingProxyType({})
    """By event: the number that it has on the lanes, once they are drawn."""
    COMMANDS_HERE = (AddTimelineEvent, ChangeEvent, SetEventMeaning, SetEventPeople, RemoveEvent, *LIST_COMMANDS)

    def scene_shown(self, drawing: Drawing) -> None:
        """The numbers on the lanes stand before the events too."""
        numbers = {moment.event.id: moment.number for moment in notation.timeline_of(drawing).moments}
        if numbers != self._numbers:
            self._numbers = numbers
            self.fill()

    @on(AddTimelineEvent)
    def _add(self) -> None:
        name = self.editor.family.person(self.person).short_name
        add_event = partial(event_edits.add_event, self.editor, self.person)
        self.ask(f"What happened to {name}, and when?", EXAMPLE, add_event)
        self.read_back_as("event", "")

    @on(ChangeEvent)
    def _change(self) -> None:
        event = event_edits.event_of(self.editor, self.highlighted_id)
        restate = partial(event_edits.restate_event, self.editor, event.id)
        self.ask("What happened, and when?", EXAMPLE, restate, line_of(event))

    @on(SetEventMeaning)
    def _set_meaning(self) -> None:
        event = event_edits.event_of(self.editor, self.highlighted_id)
        children = [child.short_name for child in self.editor.family.index.people(self.focus_children)]
        question = f"What did it mean for {' and '.join(children) or 'the child'}?"
        hint = "in plain words, as far as we know: stopped sleeping in the own bed"
        set_meaning = partial(event_edits.set_meaning, self.editor, event.id)
        self.ask(question, hint, set_meaning, " ".join(event.effect_on_child.split()))

    @on(SetEventPeople)
    def _set_people(self) -> None:
        event = event_edits.event_of(self.editor, self.highlighted_id)
        names = ", ".join(self.editor.family.person(person).name for person in event.who)
        set_people = partial(event_edits.set_people, self.editor, event.id)
        self.ask("To whom did it happen?", "Mia Harper, Leo", set_people, names)

    @on(RemoveEvent)
    def _remove(self) -> None:
        event_edits.remove_event(self.editor, self.highlighted_id)
        self.draw()

    def rows(self) -> list[tuple[str, Content]]:
        """Every event by its date, with its people, and what it meant below it."""
        family = self.shown_family
        rows = []
        for event in event_edits.chronological(family):
            names = ", ".join(person.short_name for person in family.index.people(event.who))
            date = event.date.text if event.date else "no date"
            number = self._numbers.get(event.id, "")
            words = inline(
                content(f"{number:>3} {filled(date, 11)}", "$accent"),
                content(f" {event.what}"),
                content(f"   {names}", "$foreground 70%"),
            )
            meaning = " ".join(event.effect_on_child.split())
            if meaning:
                words = stacked(words, inline(" " * 16, content(f"for the child: {meaning}", "italic")))
            rows.append((event.id, words))
        return rows
