"""Thinking alone, then together: each person's words stay unseen until one key shows them all, the quietest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.session.fields import label_of
from supervision_tui.session.private_drafts import private_thoughts, reveal, write_private
from supervision_tui.session.working_methods import round_slot
from supervision_tui.tui.activities.activity_panel import ActivityPanel, heading, marked_line
from supervision_tui.tui.content import content, filled
from supervision_tui.tui.dialogs.ask_person import AskPersonScreen
from supervision_tui.tui.dialogs.hidden_input import HiddenInputScreen
from supervision_tui.tui.layers import Dialog

if TYPE_CHECKING:
    from supervision_tui.session import Entry
    from supervision_tui.tui.session_base import SessionBase


class RoundPanel(ActivityPanel):
    """Who is writing, how far, and what was shown. On a shared screen the words themselves are dots while typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("enter,w", "write", "Write", show=False),
        Binding("n", "name", "A person", show=False),
        Binding("s", "show", "Show together", show=False),
    ]
    KEYS = "Enter write unseen · n another person · s show all together"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.at = 0
        self.named: list[str] = []
        self._slot = round_slot(screen.editor, screen.current)
        """Where everything is shown together: where the cursor stood when the round began."""

    @property
    def people(self) -> list[str]:
        """Who takes part: the people with a role, and those named here."""
        seats = [str(seat.name) for seat in self.editor.session.seats if seat.name]
        return list(dict.fromkeys([*seats, *self._written(), *self.named]))

    def _written(self) -> dict[str, str]:
        slot = self._slot
        return {} if slot is None else {name: str(words) for name, words in private_thoughts(self.editor, slot).items()}

    def content_lines(self) -> list[Content]:
        """Each person, with whether they have written; never what."""
        slot = self._slot
        if slot is None:
            return []
        written = self._written()
        shown_under = f"{label_of(slot, self.controller.names)} → {slot.field.destination.about.name}"
        rows = [
            heading("Each writes alone. Nobody sees it yet.", f"shown under: {shown_under}"),
            content("Saying nothing is fine: whoever leaves it empty is passed over without a word."),
            Content(""),
        ]
        for number, name in enumerate(self.people):
            state = "✓ has written" if name in written else "· thinking"
            rows.append(marked_line(f"{filled(name, 20)} {state}", chosen=number == self.at))
        if not self.people:
            rows.append(content("  Press n to name the first person."))
        rows.append(content(f"{len(written)} of {len(self.people)} have written", "$foreground 70%"))
        if not written:
            rows += [Content(""), *(content(f"• {entry.text}") for entry in self._shown_already())]
        return rows

    def _shown_already(self) -> list[Entry]:
        slot = self._slot
        return [] if slot is None else list(self.editor.session.entries_in(slot.field.id, slot.child))

    def action_step(self, step: int) -> None:
        """Go to another person."""
        if self.people:
            self.at = (self.at + step) % len(self.people)
            self.draw()

    def action_name(self) -> None:
        """Name somebody who takes part; a nickname does."""

        def add_person(name: str | None) -> None:
            if name:
                self.named.append(name)
                self.at = self.people.index(name)
                self.draw()
                self.action_write()

        self.app.push_screen(AskPersonScreen("Who else writes?", self.editor.directory), add_person)

    def action_write(self) -> None:
        """Write for the person chosen, unseen; what they wrote before comes back to them."""
        slot = self._slot
        if slot is None or not self.people:
            self.action_name()
            return
        name = self.people[self.at % len(self.people)]

        def typed(words: str) -> None:
            write_private(self.editor, slot, name, words, self.controller.now())
            self.session_screen.save()

        def written(_: None) -> None:
            self.at = (self.at + 1) % len(self.people)
            self.draw()

        shown_under = f"{label_of(slot, self.controller.names)} → {slot.field.destination.about.name}"
        window: Dialog[None] = HiddenInputScreen(name, self._written().get(name, ""), typed, shown_under)
        self.app.push_screen(window, written)

    def action_show(self) -> None:
        """Show everything at once, the quietest first."""
        slot = self._slot
        if slot is not None and reveal(self.editor, slot, self.controller.now()):
            self.changed()
