"""The ecomap (Hartman 1978) while people talk: one key and one line for a service, place, group or person."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from supervision_tui.family.model.resources import ResourceKind
from supervision_tui.family.shorthand.resource_link import EXAMPLE, line_of
from supervision_tui.tui.content import beside, shown
from supervision_tui.tui.studio.list_screen import SHEET_COMMANDS, OnRow, OnSheet, SheetScreen
from supervision_tui.workspace.editing import resource_edits

STRENGTHS = {
    "strong": "strong", "moderate": "moderate", "ordinary": "", "tenuous": "thin", "stressful": "stressful",
    "broken": "broken off",
}  # fmt: skip
FLOWS = {"": "", "to": "energy goes to it", "from": "energy comes from it", "both": "energy both ways"}
KINDS: dict[ResourceKind, str] = {
    "service": "service", "health": "health", "school": "school", "place": "place", "online": "online",
    "peer_group": "peer group", "work": "work", "faith": "faith", "transport": "on the way", "legal": "legal",
    "police": "police", "community": "community", "money": "money", "housing": "housing", "friend": "friend",
    "person": "person outside", "other": "other",
}  # fmt: skip


class AddToWorld(OnSheet):
    """Add something to the ecomap."""

    kind: ClassVar[ResourceKind]
    asks: ClassVar[str]
    hint: ClassVar[str] = EXAMPLE

    def act(self, line: str) -> str:
        """Link it with whoever is chosen; the row to select then."""
        person = self.screen.person
        return f"{resource_edits.link(self.screen.board, person, line, self.kind)}/{person}"

    def run(self) -> None:
        person = self.screen.board.family.person(self.screen.person)
        self.screen.ask(self.asks.format(name=person.short_name), self.hint, self.act)


class AddService(AddToWorld):
    """Add a service for whoever is chosen: its name, how strong it is, where energy flows. "School strong both"."""

    key, words = "s", "Service"
    kind, asks = "service", "Which service, school or agency has a link with {name}, and how is it?"


class AddPlace(AddToWorld):
    """Add a place, on the ground or online; in brackets how safe it is. "Harbour wall stressful (low after 9 pm)"."""

    key, words = "l", "Place"
    kind, asks = "place", "Which place belongs to the life of {name}, and how is it there?"


class AddSomebody(AddToWorld):
    """Add a person outside the family: a neighbour, a friend, somebody who worries you."""

    key, words = "p", "Person outside"
    kind, asks = "person", "Who outside the family matters to {name}, and how is it between them?"
    hint = "Joan next door strong from   ·   Kai stressful to"


class AddGroup(AddToWorld):
    """Add a peer group."""

    key, words = "g", "Peer group"
    kind, asks = "peer_group", "Which group does {name} belong to, and how is it there?"
    hint = "football team strong both   ·   older lads stressful to"


class Change(OnRow):
    """Say the link under the cursor anew: name, strength, direction, safety."""

    key, words = "enter", "Change"

    def run(self) -> None:
        resource, _, person = self.screen.chosen.partition("/")
        there = resource_edits.found(self.screen.board, resource)
        link = next(one for one in there.links if one.person == person)

        def act(line: str) -> str:
            return f"{resource_edits.relink(self.screen.board, resource, person, line)}/{person}"

        self.screen.ask("How is it?", EXAMPLE, act, line_of(there, link))


class TakeOff(OnRow):
    """Take the link under the cursor off. Ctrl+Z brings it back."""

    key, words, quiet = "delete", "Take off", True

    def run(self) -> None:
        resource_edits.unlink(self.screen.board, *self.screen.chosen.split("/"))
        self.screen.draw()


class EcomapScreen(SheetScreen):
    """The world round a family, being drawn."""

    view = "ecomap"
    NAME = "Ecomap"
    NOTHING = (
        "Nothing is round the family yet. Press s, l, p or g and say it in one line:",
        "",
        "    School strong both        a name, then how the link is",
        "    CAMHS thin to             strong, thin, stressful or broken; to, from or both",
    )
    WHO = "For {name}"
    ABOUT = (
        "The world round the family: services, places, groups and people outside. One key says what to add for whoever "
        "is chosen; then one line says its name, how strong the link is (strong, moderate, thin, stressful, broken), "
        "and where energy flows (to, from, both). Left and right choose the person."
    )
    COMMANDS_HERE = (AddService, AddPlace, AddSomebody, AddGroup, Change, TakeOff, *SHEET_COMMANDS)

    def rows(self) -> list[tuple[str, Content]]:
        """Every link, those of one service together."""
        found = []
        for one in sorted(self.board.family.resources, key=lambda one: (one.kind, one.name)):
            for link in one.links:
                name = self.board.family.person(link.person).short_name
                parts = [KINDS[one.kind], STRENGTHS[link.strength], FLOWS[link.direction], one.safety]
                told = beside(
                    shown(f"{name}: {one.name}"), shown("   " + " · ".join(filter(None, parts)), "$foreground 70%")
                )
                found.append((f"{one.id}/{link.person}", told))
        return found
