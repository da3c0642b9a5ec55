"""One question with one answer, or one thing told: the small windows of the program."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.content import content
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.line_box import LineBox


class AskScreen(ModalScreen[str | None]):
    """Ask for a line of words; ``None`` when the person goes back.

    Args:
        question: what is asked.
        hint: an example of an answer.
        start: what stands in the field already.
    """

    room_visibility = RoomVisibility.BELOW
    AUTO_FOCUS = "LineBox"
    BINDINGS = [("escape", "dismiss(None)", "Back")]

    def __init__(self, question: str, hint: str = "", start: str = "") -> None:
        super().__init__()
        self._question = question
        self._hint = hint
        self._start = start

    @staticmethod
    def notice(title: str, words: str) -> NoticeScreen:
        """A window that only tells something."""
        return NoticeScreen(title, words)

    def compose(self) -> ComposeResult:
        """The question and the field."""
        with Vertical(classes="sheet"):
            yield Static(content(self._question))
            yield LineBox(self._start, placeholder=self._hint)
            yield Static(content("Enter to go on · Esc to go back"), classes="quiet")

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)


class NoticeScreen(ModalScreen[None]):
    """Something that the person should read before going on."""

    room_visibility = RoomVisibility.BELOW
    BINDINGS = [("escape,enter,q", "dismiss", "Back")]

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """The words."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = content(self._title)
            sheet.border_subtitle = "Enter goes back"
            yield Static(content(self._words))


class ChooseScreen(ModalScreen[str | None]):
    """Choose one of a few things; ``None`` when the person goes back.

    Args:
        question: what is asked.
        choices: (id, words) of each.
        words: what to read first.
    """

    room_visibility = RoomVisibility.BELOW
    BINDINGS = [("escape", "dismiss(None)", "Back")]

    def __init__(self, question: str, choices: list[tuple[str, str]], words: str = "") -> None:
        super().__init__()
        self._question = question
        self._choices = choices
        self._words = words

    def compose(self) -> ComposeResult:
        """The question, what to read first, the choices."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = content(self._question)
            sheet.border_subtitle = "Enter chooses · Esc goes back"
            if self._words:
                yield Static(content(self._words))
            yield OptionList(*(Option(content(words), id=key) for key, words in self._choices), markup=False)

    def on_mount(self) -> None:
        """Ready to choose."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(event.option_id))
