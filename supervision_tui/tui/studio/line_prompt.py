"""A screen on which a family is drawn, asking for one line at a time: a question above the field, or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual import on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from supervision_tui.family import shorthand
from supervision_tui.tui.commands import CommandScreen, enabled_when
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.studio.commands import ExportDrawing, FindPerson, GoBack, RedoEdit, UndoEdit
from supervision_tui.tui.studio.person_search import find_by_prefix
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from supervision_tui.family.shorthand import EntryKind, LineReading
    from supervision_tui.workspace.editing import FamilyEditor

LineHandler = Callable[[str], str]
"""Is given the line that was typed; returns the id of what is selected then.

Raises:
    ValueError: the line cannot be used; the message says why, and the line stays open.
"""


def is_mounted_and_complete(screen: Screen[Any]) -> bool:
    """Whether a drawing that was made in another thread can be shown: *screen* is open, and it has all its parts."""
    return screen.is_attached and bool(screen.query(TopLine)) and bool(screen.query(Keys))


class LinePromptScreen(CommandScreen):
    """A screen with a line that is shown only while something is asked.

    Args:
        editor: the family, its steps and how it is saved.
    """

    def __init__(self, editor: FamilyEditor) -> None:
        super().__init__()
        self.editor = editor
        self.selected = ""
        """The id of what is selected: a person, a row, or nothing."""
        self._handle_line: LineHandler | None = None
        self._question = ""
        self._entry: EntryKind | None = None
        self._near = ""
        self._kept_as_it_is = ""
        """The line about which a question without choices was asked: Enter once more keeps it."""

    @property
    def room_family(self) -> str:
        """The id of the family whose words stand here."""
        return self.editor.family.id

    @staticmethod
    def line_widgets() -> Iterator[Widget]:
        """The question and the field, for ``compose``; nothing is asked yet."""
        asked, line = Static(id="asked"), LineBox(id="line")
        asked.display = line.display = False
        yield from (asked, line)

    def ask(self, question: str, hint: str, handle_line: LineHandler, start: str = "") -> None:
        """Ask for a line that begins as *start*; *handle_line* is given it, and may refuse it with a sentence."""
        self._handle_line = handle_line
        self._question, self._entry = question, None
        box = self.query_one("#line", LineBox)
        box.placeholder, box.value = hint, start
        box.cursor_position = len(start)
        box.display = True
        self.show_message(question)
        box.focus()

    def show_message(self, words: str, *, error: bool = False) -> None:
        """Show *words* above the line; none takes the message away."""
        asked = self.query_one("#asked", Static)
        asked.display = bool(words)
        asked.update(content(words))
        asked.set_class(error, "trouble")

    def read_back_as(self, entry: EntryKind | None, near: str) -> None:
        """Read the open line back while it is typed, as *entry* beside the person *near*; not for ``None``."""
        self._entry, self._near = entry, near

    @on(Input.Changed, "#line")
    def _line_changed(self, event: Input.Changed) -> None:
        """Say in words how the line is read, before it is kept."""
        reading = self._reading(event.value)
        if reading is None:
            return
        self.editor.answers.clear()
        self._kept_as_it_is = ""
        shows = bool(event.value.strip()) and not reading.refusal
        self.show_message(f"{self._question}\nRead as: {reading.readback}" if shows else self._question)

    def _reading(self, line: str) -> LineReading | None:
        """How *line* is read, with the answers given so far; ``None`` where it is no line that becomes data."""
        if self._entry is None or self._handle_line is None:
            return None
        beside = shorthand.Beside(self.editor.today, self.editor.family, self._near, self.editor.answers)
        return shorthand.read_line(line, beside, self._entry)

    def _ask_what_is_open(self, line: str) -> bool:
        """Ask the first open question about *line*, if there is one: a choice, or a second Enter that keeps it so."""
        reading = self._reading(line)
        question = next((question for question in reading.questions if question.about), None) if reading else None
        if reading is None or question is None or reading.refusal:
            return False
        if not question.choices:
            again = self._kept_as_it_is == line
            self._kept_as_it_is = line
            self.show_message(f"{question.words} Enter once more keeps it so: {reading.readback}")
            return not again

        def answered(answer: str | None) -> None:
            self.query_one("#line", LineBox).focus()
            if answer is not None and self.writing:
                self.editor.answers[question.about] = answer
                self._keep_line(line)

        read_as = f"Read as: {reading.readback}"
        self.app.push_screen(ChooseScreen(question.words, list(question.choices), read_as), answered)
        return True

    @on(Input.Submitted, "#line")
    def _line_submitted(self, event: Input.Submitted) -> None:
        self._keep_line(event.value)

    def _keep_line(self, line: str) -> None:
        """Keep *line* once nothing about it is open; a refusal leaves it where it is."""
        handle_line = self._handle_line
        if handle_line is None or self._ask_what_is_open(line):
            return
        reading = self._reading(line)
        if reading is not None and reading.refusal and line.strip():
            self.show_message(reading.refusal, error=True)
            return
        try:
            self.selected = handle_line(line)
        except (ValueError, KeyError) as refused:
            self.show_message(f"{refused}", error=True)
            return
        self.close_line()
        self.draw()

    def close_line(self) -> None:
        """Put the line away."""
        self._handle_line = None
        self._entry = None
        self.editor.answers.clear()
        box = self.query_one("#line", LineBox)
        box.value = ""
        self.set_focus(None)
        box.display = False
        self.show_message("")
        self.return_focus()

    def return_focus(self) -> None:
        """Give the keys back to the drawing or the list."""

    def select_person(self, person: str) -> None:
        """Select somebody, by id."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show the family as it stands now."""
        raise NotImplementedError

    @property
    def writing(self) -> bool:
        """Whether the line is open."""
        return self._handle_line is not None

    def leave(self) -> None:
        """Go back to the screen before."""
        raise NotImplementedError

    # --- commands of every such screen --------------------------------------------------------------------------------

    @on(UndoEdit)
    def _undo(self) -> None:
        self._show_step(self.editor.undo(), "Taken back")

    @on(RedoEdit)
    def _redo(self) -> None:
        self._show_step(self.editor.redo(), "Made again")

    def _show_step(self, step: str, what_was_done: str) -> None:
        """Say that *step* was undone or redone (nothing where there was none), and draw what stands then."""
        self.notify(f"{what_was_done}: {step}." if step else "There is nothing more.", markup=False)
        self.draw()

    @on(GoBack)
    def _go_back(self) -> None:
        if self.writing:
            self.close_line()
        else:
            self.leave()

    @enabled_when(FindPerson, ExportDrawing)
    def _has_people(self) -> bool:
        return bool(self.editor.family.persons)

    @on(FindPerson)
    def _find_person(self) -> None:
        def select(line: str) -> str:
            self.select_person(find_by_prefix(self.editor.family, line))
            return self.selected

        self.ask("Whom are you looking for?", "the first letters of a name", select)
