"""Before a session: whom it is about and who facilitates. Two answers, then it begins."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.ask_person import ask_namesake
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility, declare
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.family_choice import FamilyChoice
from supervision_tui.tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate
    from supervision_tui.tui.base import Program


NARROWEST = 20
"""Cells to which the question is wrapped at the least."""
SHARED = "Others see this screen (a call, a wall)? Room view is {}. Space changes it."


class SharedChoice(Static, can_focus=True):
    """Whether room view begins with the session: told by a word, never by a sign or a colour alone.

    Args:
        on: whether it is on now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("space", "turn", "Room view on or off")]

    def __init__(self, *, on: bool, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.value = on

    def on_mount(self) -> None:
        """Say how it stands."""
        self._say(here=False)

    def watch_has_focus(self, _value: bool) -> None:
        """The cursor came here, or went on: a mark says so."""
        super().watch_has_focus(_value)
        self._say(here=_value)

    def on_resize(self) -> None:
        """Wrap the words for the room there is."""
        self._say(here=self.has_focus)

    def on_click(self) -> None:
        """A click is the key itself."""
        self.action_turn()

    def action_turn(self) -> None:
        """Turn it on, or off."""
        self.value = not self.value
        self._say()

    def _say(self, *, here: bool = True) -> None:
        words = SHARED.format("on" if self.value else "off")
        width = max(self.content_size.width, NARROWEST)
        self.update(
            content("\n".join(wrap(words, width, initial_indent="▸ " if here else "  ", subsequent_indent="  ")))
        )


class BeginSessionScreen(Dialog[None]):
    """Choose the family and the facilitator of a session.

    Args:
        template: the format of the session.
    """

    app: Program
    room_visibility = RoomVisibility.PROGRAM
    BINDINGS = [("escape", "dismiss", "Back")]

    def __init__(self, template: SessionTemplate) -> None:
        super().__init__()
        self._template = template

    def compose(self) -> ComposeResult:
        """What the format is, the families, the facilitator."""
        template = self._template
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = content(template.title)
            sheet.border_subtitle = "Esc goes back"
            yield Static(stacked(f"About {template.minutes} minutes, in {len(template.stages)} stages.", ""))
            yield Static("Who facilitates?", classes="label")
            in_turn = [] if self._needs_family else self.app.workspace.people.pod_facilitators((), template.id)
            yield LineBox(in_turn[0] if in_turn else self.app.workspace.me, id="facilitator")
            if in_turn:
                yield Static(content(f"In turn in your pod: {', then '.join(in_turn)}."), classes="quiet")
            yield declare(SharedChoice(on=self.app.room.on, id="shared"), RoomVisibility.PROGRAM)
            if template.family == "several":
                yield Static("Which families? Space chooses each of them, Enter begins.", classes="label")
                yield declare(FamilyChoice(self._titles(), id="which"), RoomVisibility.HIDDEN)
            elif self._needs_family:
                yield Static("Which family? Enter begins.", classes="label")
                yield declare(ChoiceList(*self._families(), id="which", markup=False), RoomVisibility.HIDDEN)
            if self._needs_family and self.app.room.on:
                yield Static("The families are masked while others see the screen. Ctrl+R shows them.", classes="quiet")
            if not self._needs_family:
                yield Static("No family is recorded in this format. Enter begins.", classes="label")

    @property
    def _needs_family(self) -> bool:
        return self._template.family != "none"

    def _titles(self) -> list[tuple[str, str]]:
        return [(heading.id, heading.title) for heading in self.app.workspace.families.headings()]

    def _families(self) -> list[Option]:
        return [Option(content(title), id=family_id) for family_id, title in self._titles()]

    def on_mount(self) -> None:
        """The name is known already: begin at the family."""
        box = self.query("#which")
        (box.first() if box and self.app.workspace.me else self.query_one("#facilitator")).focus()

    @on(Input.Submitted, "#facilitator")
    def _named(self) -> None:
        if self._needs_family:
            self.query_one("#which").focus()
        else:
            self._begin()

    @on(OptionList.OptionSelected, "#which")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if self._template.family == "one":
            self._begin(str(event.option_id))

    @on(FamilyChoice.Done)
    def _all_chosen(self, event: FamilyChoice.Done) -> None:
        if event.families:
            self._begin(*event.families)

    def _begin(self, *families: str) -> None:
        box, directory = self.query_one("#facilitator", LineBox), self.app.workspace.people.directory

        def meant(label: str) -> None:
            box.value = label
            self._begin(*families)

        if ask_namesake(self.app, directory, str(box.line), meant):
            return
        facilitator = box.line
        if self.query_one("#shared", SharedChoice).value:
            self.app.room.enter()
        workspace, template, who = self.app.workspace, self._template, facilitator or self.app.workspace.me
        several = template.family == "several"
        family = families[0] if families else ""
        self.dismiss()
        self.app.push_screen(
            screen(
                "session",
                workspace.begin_meeting(template, families, who) if several else workspace.begin(template, family, who),
            )
        )
