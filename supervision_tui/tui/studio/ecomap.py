"""The ecomap (Hartman 1978) while people talk: one key and one line for a service, place, group or person."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.content import Content

from supervision_tui.family.model.resources import ResourceKind
from supervision_tui.family.shorthand.resource_link import EXAMPLE, line_of
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.studio.commands import DrawingCommand
from supervision_tui.tui.studio.list_screen import LIST_COMMANDS, DrawingListScreen, RowCommand
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


class AddResource(DrawingCommand):
    """Add something to the ecomap."""

    kind: ClassVar[ResourceKind]
    question: ClassVar[str]
    """What is asked, with {name} for the person chosen."""
    hint: ClassVar[str] = EXAMPLE
    begins: ClassVar[str] = ""
    """What stands in the line already."""


class AddService(AddResource):
    """Add a service for the person chosen: its name, how strong it is, where energy flows. "School strong both"."""

    key, label = "s", "Service"
    kind, question = "service", "Which service, school or agency has a link with {name}, and how is it?"


class AddPlace(AddResource):
    """Add a place, on the ground or online; in brackets how safe it is. "Harbour wall stressful (low after 9 pm)"."""

    key, label = "l", "Place"
    kind, question = "place", "Which place belongs to the life of {name}, and how is it there?"


class AddOutsidePerson(AddResource):
    """Add a person outside the family: a neighbour, a friend, somebody who worries you."""

    key, label = "p", "Person outside"
    kind, question = "person", "Who outside the family matters to {name}, and how is it between them?"
    hint = "Joan next door strong from   ·   Kai stressful to"


class AddGroup(AddResource):
    """Add a peer group."""

    key, label = "g", "Peer group"
    kind, question = "peer_group", "Which group does {name} belong to, and how is it there?"
    hint = "football team strong both   ·   older lads stressful to"


class AddWorker(AddResource):
    """Put us on the map: your own team or service, and how its link with the person chosen is."""

    key, label = "u", "Us"
    kind, question = "service", "How is it between {name} and us? What does our being there make easier, what harder?"
    hint = "Our team strong both   ·   Our team stressful from"
    begins = "Our team "


class ChangeLink(RowCommand):
    """Say the link under the cursor anew: name, strength, direction, safety."""

    key, label = "enter", "Change"


class NoteWorkerChange(RowCommand):
    """Note that the worker of the service under the cursor changed, and when. The family's page counts them."""

    key, label = "w", "New worker"


class RemoveLink(RowCommand):
    """Take the link under the cursor off. Ctrl+Z brings it back."""

    key, label, hide_in_footer = "delete", "Take off", True


class EcomapScreen(DrawingListScreen):
    """The world round a family, while people draw it."""

    view = "ecomap"
    NAME = "Ecomap"
    NOTHING = (
        "Nothing is round the family yet. Press s, l, p or g and say it in one line:",
        "",
        "    School strong both        a name, then how the link is",
        "    CAMHS thin to             strong, thin, stressful or broken; to, from or both",
    )
    WHO = "For {name}"
    CHANGE = ChangeLink
    ABOUT = (
        "The world round the family: services, places, groups and people outside. One key says what to add for the "
        "person chosen; then one line says its name, how strong the link is (strong, moderate, thin, stressful, "
        "broken), and where energy flows (to, from, both). Left and right choose the person."
    )
    COMMANDS_HERE = (
        AddService,
        AddPlace,
        AddOutsidePerson,
        AddGroup,
        AddWorker,
        ChangeLink,
        NoteWorkerChange,
        RemoveLink,
        *LIST_COMMANDS,
    )

    @on(AddResource)
    def _add(self, command: AddResource) -> None:
        person = self.person

        def add_link(line: str) -> str:
            return f"{resource_edits.add_link(self.editor, person, line, command.kind)}/{person}"

        name = self.editor.family.person(person).short_name
        self.ask(command.question.format(name=name), command.hint, add_link, command.begins)
        self.read_back_as("resource", "")

    @on(ChangeLink)
    def _change(self) -> None:
        resource_id, _, person = self.highlighted_id.partition("/")
        resource = resource_edits.resource_of(self.editor, resource_id)
        link = next(link for link in resource.links if link.person == person)

        def change_link(line: str) -> str:
            return f"{resource_edits.change_link(self.editor, resource_id, person, line)}/{person}"

        self.ask("How is it?", EXAMPLE, change_link, line_of(resource, link))

    @on(NoteWorkerChange)
    def _note_worker_change(self) -> None:
        resource_id, _, person = self.highlighted_id.partition("/")
        resource = resource_edits.resource_of(self.editor, resource_id)

        def note_change(line: str) -> str:
            return f"{resource_edits.add_worker_change(self.editor, resource_id, line)}/{person}"

        self.ask(f"When did the worker of {resource.name} change?", "March 2026   ·   12/05/2026", note_change)

    @on(RemoveLink)
    def _remove(self) -> None:
        resource_edits.remove_link(self.editor, *self.highlighted_id.split("/"))
        self.draw()

    def rows(self) -> list[tuple[str, Content]]:
        """Every link, those of one service together."""
        rows = []
        for resource in sorted(self.editor.family.resources, key=lambda resource: (resource.kind, resource.name)):
            for link in resource.links:
                name = self.editor.family.person(link.person).short_name
                details = [KINDS[resource.kind], STRENGTHS[link.strength], FLOWS[link.direction], resource.safety]
                details += [f"new worker {when}" for when in resource.workers_changed]
                words = inline(
                    content(f"{name}: {resource.name}"),
                    content("   " + " · ".join(filter(None, details)), "$foreground 70%"),
                )
                rows.append((f"{resource.id}/{link.person}", words))
        return rows
