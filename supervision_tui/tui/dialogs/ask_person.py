"""Asking for somebody by name: where two people bear it, the person who types says which."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from supervision_tui.people import Directory
from supervision_tui.session.form_filling import namesake_question
from supervision_tui.tui.base import Program
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen
from supervision_tui.tui.widgets.line_box import LineBox

MORE_THAN_ONE = 2


class AskPersonScreen(AskScreen):
    """Ask for a name; whom it means of the people here stands below it, and Enter waits while it may mean several.

    Args:
        question: what is asked.
        directory: who is on the list of people.
    """

    def __init__(self, question: str, directory: Directory) -> None:
        super().__init__(question, "a first name")
        self._directory = directory

    def compose(self) -> ComposeResult:
        """The question, the field, whom the name means."""
        with Vertical(classes="sheet"):
            yield Static(content(self._question))
            yield LineBox(self._start, placeholder=self._hint)
            yield Static("", id="who_is_meant", classes="quiet")
            yield Static(content("Enter to go on · Esc to go back"), classes="quiet")

    @on(Input.Changed)
    def _show_person(self, event: Input.Changed) -> None:
        labels = self._directory.labels_for(event.value)
        self.query_one("#who_is_meant", Static).update(content(" or ".join(labels)))

    def _take(self, words: str) -> None:
        labels = self._directory.labels_for(words)
        if len(labels) < MORE_THAN_ONE:
            self.dismiss(self._directory.label_of_name(words) or None)
            return
        readback = self.query_one("#who_is_meant", Static)
        readback.update(content(namesake_question(words, labels)))
        readback.add_class("trouble")


def ask_namesake(app: Program, directory: Directory, name: str, chosen: Callable[[str], None]) -> bool:
    """Ask who is meant where *name* may mean several people, and give *chosen* the answer; whether it was asked."""
    labels = directory.labels_for(name)
    if len(labels) < MORE_THAN_ONE:
        return False

    def answered(label: str | None) -> None:
        if label:
            chosen(label)

    app.push_screen(ChooseScreen(f"Who is {name}?", [(label, label) for label in labels]), answered)
    return True
