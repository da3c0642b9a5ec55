"""For whom a line is: asked where its words do not settle it, with every child's name and a digit each."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from supervision_tui.session.child_choice import listed
from supervision_tui.session.choices import Choices
from supervision_tui.session.subjects import ChildSuggestion
from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_row import ChoiceRow
from supervision_tui.tui.widgets.typed_text import TypedText

LONGEST_SHOWN = 300
"""Characters of the line that are shown above the question."""


class ChooseChildrenScreen(Dialog[str | None]):
    """Choose for which children a line is; gives them as a form has them, or ``None`` to go back to the words.

    Args:
        title: the field that the line is written in.
        words: the line.
        children: the names of those who can be chosen, by id.
        suggestion: whom the line names, who is offered, and why.
    """

    room_visibility = RoomVisibility.BELOW
    BINDINGS = [("escape", "dismiss(None)", "Back to the words")]
    AUTO_FOCUS = "ChoiceRow"

    def __init__(self, title: str, words: str, children: Mapping[str, str], suggestion: ChildSuggestion) -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._children = children
        self._proposal = suggestion

    def compose(self) -> ComposeResult:
        """The line, why it is asked, the children."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = content(f"For whom? · {self._title}")
            sheet.border_subtitle = "Digits choose, 0 all · Enter keeps it · Esc back to the words"
            yield TypedText(
                content(shorten(self._words, LONGEST_SHOWN, placeholder=" …"), "bold"), id="line_in_question"
            )
            yield Static(content(self._proposal.why))
            yield Static(content("Each child has a file; it is kept for nobody before you choose."), classes="quiet")
            choices = Choices(
                self._children, several=True, offered=self._proposal.offered, chosen=self._proposal.chosen
            )
            yield ChoiceRow(choices, nothing="nobody chosen yet", id="child")
            yield Static("", id="said", classes="trouble")

    @on(ChoiceRow.Changed)
    def _going_on(self) -> None:
        self.query_one("#said", Static).update("")  # what was asked is being answered

    @on(ChoiceRow.Submitted)
    def _chosen(self) -> None:
        choices = self.query_one(ChoiceRow).choices
        if choices.chosen and choices.is_clear:
            self.dismiss(",".join(choices.chosen))
            return
        names = listed(self._children.values())
        self.query_one("#said", Static).update(content(f"For whom? {names}: a digit each, or 0 for all of them."))
