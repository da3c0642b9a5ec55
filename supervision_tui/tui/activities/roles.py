"""Who does what today: roles given, swapped and rotated fairly; somebody comes late, a student or guest is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.session import Slot
from supervision_tui.session.attendance import AS, AWAY, attendees_without_role, join, leave, rotate, swap
from supervision_tui.session.fields import hint_of
from supervision_tui.session.model import FACILITATOR
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading, marked_line
from supervision_tui.tui.content import content, filled, inline
from supervision_tui.tui.dialogs.ask_person import AskPersonScreen
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.workspace.store import next_role_holders

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase
    from supervision_tui.workspace.store import RoleTurn

ELSE = "\x00"
"""Choice of somebody who is not on the list; no name is that."""
MOST_NEXT = 3


class RolesPanel(ActivityPanel):
    """Each role with who holds it, and who would be next because they held it least."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("enter,g", "give", "Give", show=False),
        Binding("s", "swap", "Swap", show=False),
        Binding("r", "rotate", "Rotate fairly", show=False),
        Binding("n", "join", "Somebody is here too", show=False),
        Binding("delete,backspace", "empty", "Give back", show=False),
    ]
    KEYS = "Enter give · s swap · r rotate fairly · n late, apologies, guest · Delete give back"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.at = 0
        self._turns: list[RoleTurn] = screen.app.workspace.sessions.turns()

    @property
    def roles(self) -> list[Slot]:
        """The roles of the format."""
        return [slot for slot in self.editor.slots() if slot.field.kind == "seat"]

    def _next(self, role: str) -> list[str]:
        seated = [str(seat.name) for seat in self.editor.session.seats if seat.name]
        away = {name.split(",")[0] for name in seated if name.endswith(f", {AWAY}")}
        here = [name.split(",")[0] for name in seated if name.split(",")[0] not in away]
        known = [name for name in next_role_holders(role, self._turns) if name not in away]
        meant = self.editor.template.role(role)
        people = self.app.workspace.people
        kept_for = meant.held_by if meant is not None else ()
        turn = [name for name in self._in_turn(role, here) if name not in away]
        return people.eligible_holders(dict.fromkeys([*turn, *known, *here]), kept_for)

    def _in_turn(self, role: str, here: list[str]) -> list[str]:
        """Who facilitates this pod, whose turn it is first; nobody for another role, or where the session is no pod."""
        template = self.editor.template
        if role != FACILITATOR or template.family != "none":
            return []
        return self.app.workspace.people.pod_facilitators(here, template.id)

    def content_lines(self) -> list[Content]:
        """The roles, and who is here without one."""
        session = self.editor.session
        rows = [heading("Who does what today", "a role is an offer; anybody may pass, without a reason")]
        roles = self.roles
        for number, slot in enumerate(roles):
            name = str(session.seat(slot.field.id))
            row = marked_line(f"{filled(slot.field.label, 22)}", chosen=number == self.at)
            rows.append(inline(row, content(name, "$success") if name else content("nobody yet", QUIET)))
        slot = roles[self.at % len(roles)]
        rows += [Content(""), content(hint_of(slot, self.controller.names), QUIET)]
        if coming := self._next(slot.field.id)[:MOST_NEXT]:
            in_turn = set(coming) & set(self._in_turn(slot.field.id, coming))
            order = "In turn" if in_turn else "Held it least"
            rows.append(content(f"{order}: {', '.join(coming)}", "$secondary"))
        if also := attendees_without_role(self.editor):
            rows.append(content(f"Here too, or not today: {' · '.join(also)}"))
            if any("guest" in words or "student" in words for words in also):
                rows.append(content("Somebody is new here: say aloud what stays in this room.", "$warning"))
        return rows

    def action_step(self, step: int) -> None:
        """Go to another role."""
        self.at = (self.at + step) % len(self.roles)
        self.draw()

    def action_give(self) -> None:
        """Give the role: to somebody who held it least, or to another person."""
        slot = self.roles[self.at]
        people = self._next(slot.field.id)

        def give(name: str | None) -> None:
            if name:
                self.editor.write(slot, name, self.controller.now())
                self.changed()

        def person_chosen(name: str | None) -> None:
            if name == ELSE:
                question = f"Who is {slot.field.label.lower()}?"
                self.app.push_screen(AskPersonScreen(question, self.editor.directory), give)
            else:
                give(name)

        if not people:
            person_chosen(ELSE)
            return
        choices = [*((name, name) for name in people), (ELSE, "somebody else ...")]
        self.app.push_screen(ChooseScreen(f"{slot.field.label}: who held it least comes first", choices), person_chosen)

    def action_empty(self) -> None:
        """Nobody holds the role for now."""
        self.editor.write(self.roles[self.at], "", self.controller.now())
        self.changed()

    def action_swap(self) -> None:
        """Let two people change places."""
        here = self.roles[self.at]
        session = self.editor.session
        others = [
            (slot.field.id, f"{slot.field.label}: {session.seat(slot.field.id) or 'nobody yet'}")
            for slot in self.roles
            if slot != here
        ]

        def swap_with(role: str | None) -> None:
            if role is not None:
                swap(self.editor, here.field.id, role, self.controller.now())
                self.changed()

        self.app.push_screen(ChooseScreen(f"{here.field.label} changes places with ...", others), swap_with)

    def action_rotate(self) -> None:
        """Give every role that is still free to the person who held it least; each of them may pass."""
        roles = [slot.field.id for slot in self.roles]
        rotate(self.editor, roles, {role: self._next(role) for role in roles}, self.controller.now())
        self.changed()

    def action_join(self) -> None:
        """Somebody came late, sent apologies, or is a student or guest; said of somebody here already, they leave."""
        here = attendees_without_role(self.editor)

        def ask_name(as_what: str) -> None:
            def joined(name: str | None) -> None:
                if name:
                    join(self.editor, name, as_what, self.controller.now())
                    self.changed()

            self.app.push_screen(AskPersonScreen(f"Who ({as_what})?", self.editor.directory), joined)

        def join_or_leave(choice: str | None) -> None:
            if choice in AS:
                ask_name(str(choice))
            elif choice is not None:
                leave(self.editor, choice, self.controller.now())
                self.changed()

        choices = [*((role, f"Somebody: {role}") for role in AS), *((who, f"{who}: has left") for who in here)]
        self.app.push_screen(ChooseScreen("Who is here too, or sent apologies?", choices), join_or_leave)
