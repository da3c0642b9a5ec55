"""A list of what is known, each row opened as a form: the screen under sensitive facts and under a person's details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.widgets import OptionList

from supervision_tui.tui.dialogs.form import AnswerError, FormScreen, Part
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.studio.line_prompt import LinePromptScreen
from supervision_tui.workspace.editing import FieldValueError

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.editing import FamilyEditor

RowT = TypeVar("RowT")


class FormListScreen(LinePromptScreen, Generic[RowT]):
    """A list of rows about a family, opened from its drawing.

    Args:
        editor: the family, its steps and how it is saved: the studio's own.
        person: the id of the person who was selected.
        on_close: called when the screen is left.
    """

    app: Program
    room_visibility = RoomVisibility.HIDDEN
    AUTO_FOCUS = "#rows"

    def __init__(self, editor: FamilyEditor, person: str, on_close: Callable[[], None] = lambda: None) -> None:
        super().__init__(editor)
        self.person = person
        self._on_close = on_close

    def rows(self) -> Sequence[RowT]:
        """Everything in the list as the family stands, in its order."""
        raise NotImplementedError

    @property
    def person_name(self) -> str:
        """The name of the person who was selected."""
        person = self.editor.family.find(self.person)
        return str(person.name) if person else ""

    @property
    def highlighted_row(self) -> RowT | None:
        """The row under the cursor."""
        at = self.query_one("#rows", OptionList).highlighted
        rows = self.rows()
        return rows[at] if at is not None and at < len(rows) else None

    def open_form(self, title: str, parts: list[Part], save: Callable[[dict[str, str]], None]) -> None:
        """Ask for *parts* and hand the answers to *save*; what is refused is said beside its line."""

        def save_or_refuse(answers: dict[str, str]) -> None:
            try:
                save(answers)
            except FieldValueError as unclear:
                raise AnswerError(unclear.field, str(unclear)) from None
            except ValueError as refused:
                raise AnswerError(parts[0].id, str(refused)) from None

        self.app.push_screen(FormScreen(title, parts, save_or_refuse), lambda _saved: self.draw())

    def return_focus(self) -> None:
        """The keys walk through the list again."""
        self.query_one("#rows").focus()

    def leave(self) -> None:
        """Back to the drawing."""
        self._on_close()
        self.dismiss()
