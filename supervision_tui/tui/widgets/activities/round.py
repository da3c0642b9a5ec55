"""Thinking alone, then together: each person's words stay unseen until one key shows them all, the quietest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from supervision_tui.session.fields import label_of
from supervision_tui.session.private_drafts import private_thoughts, reveal, write_private
from supervision_tui.session.working_methods import round_slot
from supervision_tui.tui.content import shown
from supervision_tui.tui.screens.dialogs.dialogs import AskScreen
from supervision_tui.tui.screens.session.hidden_input import UnseenScreen
from supervision_tui.tui.widgets.activities.region import Region, chosen_mark, titled

if TYPE_CHECKING:
    from supervision_tui.session import Entry
    from supervision_tui.tui.screens.session.session import SessionScreen


class RoundRegion(Region):
    """Who is writing, how far, and what was shown. On a shared screen the words themselves are dots while typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("enter,w", "write", "Write", show=False),
        Binding("n", "name", "A person", show=False),
        Binding("s", "show", "Show together", show=False),
    ]
    KEYS = "Enter write unseen · n another person · s show all together"

    def __init__(self, screen: SessionScreen) -> None:
        super().__init__(screen)
        self.at = 0
        self.named: list[str] = []

    @property
    def people(self) -> list[str]:
        """Who takes part: whoever holds a role, and those named here."""
        seats = [str(seat.name) for seat in self.holder.editor.session.seats if seat.name]
        return list(dict.fromkeys([*seats, *self._written(), *self.named]))

    def _written(self) -> dict[str, str]:
        slot = round_slot(self.holder.editor)
        return (
            {}
            if slot is None
            else {name: str(words) for name, words in private_thoughts(self.holder.editor, slot).items()}
        )

    def pictured(self) -> list[Content]:
        """Each person, with whether they have written; never what."""
        slot = round_slot(self.holder.editor)
        if slot is None:
            return []
        written = self._written()
        label = label_of(slot, self.holder.controller.names)
        rows = [
            titled("Each writes alone. Nobody sees it yet.", f"shown under: {label}"),
            shown("Saying nothing is fine: whoever leaves it empty is passed over without a word."),
            Content(""),
        ]
        for number, name in enumerate(self.people):
            told = "✓ has written" if name in written else "· thinking"
            rows.append(chosen_mark(f"{name:<20} {told}", chosen=number == self.at))
        if not self.people:
            rows.append(shown("  Press n to name the first person."))
        rows.append(shown(f"{len(written)} of {len(self.people)} have written", "$foreground 70%"))
        if not written:
            rows += [Content(""), *(shown(f"• {one.text}") for one in self._shown_already())]
        return rows

    def _shown_already(self) -> list[Entry]:
        slot = round_slot(self.holder.editor)
        return [] if slot is None else list(self.holder.editor.session.entries_in(slot.field.id, slot.child))

    def action_step(self, step: int) -> None:
        """Go to another person."""
        if self.people:
            self.at = (self.at + step) % len(self.people)
            self.draw()

    def action_name(self) -> None:
        """Name somebody who takes part; a nickname does."""

        def named(name: str | None) -> None:
            if name:
                self.named.append(name)
                self.at = self.people.index(name)
                self.draw()
                self.action_write()

        self.app.push_screen(AskScreen("Who else writes?", "a first name"), named)

    def action_write(self) -> None:
        """Write for the person chosen, unseen; what they wrote before comes back to them."""
        slot = round_slot(self.holder.editor)
        if slot is None or not self.people:
            self.action_name()
            return
        name = self.people[self.at % len(self.people)]

        def typed(words: str) -> None:
            write_private(self.holder.editor, slot, name, words, self.holder.controller.now())
            self.holder.save()

        def written(_: None) -> None:
            self.at = (self.at + 1) % len(self.people)
            self.draw()

        window: ModalScreen[None] = UnseenScreen(name, self._written().get(name, ""), typed)
        self.app.push_screen(window, written)

    def action_show(self) -> None:
        """Show everything at once, the quietest first."""
        slot = round_slot(self.holder.editor)
        if slot is not None and reveal(self.holder.editor, slot, self.holder.controller.now()):
            self.changed()
