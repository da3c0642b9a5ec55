"""One question with one answer, or one thing told: the small windows of the program."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.days import read_day
from supervision_tui.tui.content import content
from supervision_tui.tui.layers import Dialog
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.typed_text import TypedText

WIDTH, WIDEST_PER_CENT = 84, 96
"""Cells of a small window, and how much of the screen at the most, as the style sheet has it."""
FRAME = 6
"""Cells of a window's frame beside its title."""


class AskScreen(Dialog[str | None]):
    """Ask for a line of words; ``None`` when the person goes back.

    Args:
        question: what is asked.
        hint: an example of an answer.
        start: what stands in the field already.
    """

    room_visibility = RoomVisibility.BELOW
    AUTO_FOCUS = "LineBox"
    ABOUT = "One line of words is asked for. Enter goes on with it; Esc goes back, and nothing is changed."
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
        self._take(event.value.strip())

    def _take(self, words: str) -> None:
        """Enter was pressed on *words*."""
        self.dismiss(words or None)


GOES_ON = frozenset({"-", "–"})
"""What is typed where there is no such day, because it goes on."""


class AskDayScreen(AskScreen):
    """Ask for a day in people's own words; the day that was understood stands below the field before Enter.

    Enter gives the day as ISO, or a dash where it goes on; words that say no day, or two, are asked about.

    Args:
        question: what is asked.
        today: the day from which words such as "last Friday" are read.
        start: what stands in the field already.
    """

    def __init__(self, question: str, today: date, start: str = "") -> None:
        super().__init__(question, "for example  last Friday, or  24/11/2026", start)
        self._today = today

    def compose(self) -> ComposeResult:
        """The question, the field, the day that is understood."""
        with Vertical(classes="sheet"):
            yield Static(content(self._question))
            yield LineBox(self._start, placeholder=self._hint)
            yield Static(content(self._understood(self._start)), id="day_read", classes="quiet")
            yield Static(content("Enter to go on · Esc to go back"), classes="quiet")

    def _understood(self, words: str) -> str:
        """What *words* are understood as, in words."""
        if not words.strip():
            return ""
        if words.strip() in GOES_ON:
            return "It goes on."
        reading = read_day(words, self._today)
        readback = " ".join(filter(None, (reading.readback, reading.ask)))
        return readback or "That is not read as a day."

    @on(Input.Changed)
    def _show_day(self, event: Input.Changed) -> None:
        self.query_one("#day_read", Static).update(content(self._understood(event.value)))

    def _take(self, words: str) -> None:
        if not words or words in GOES_ON:
            self.dismiss(words or None)
            return
        reading = read_day(words, self._today)
        if reading.day is not None and not reading.others:
            self.dismiss(reading.day.isoformat())
            return
        which = f"{reading.ask} Write the one that is meant." if reading.others else reading.ask
        which = which or f"'{words[:40]}' is not read as a day. Write it as 24/11/2026, or last Friday."
        readback = self.query_one("#day_read", Static)
        readback.update(content(which))
        readback.add_class("trouble")


class NoticeScreen(Dialog[None]):
    """Something that the person should read before going on."""

    room_visibility = RoomVisibility.BELOW
    ABOUT = "Something to read before you go on. Enter or Esc goes back to where you were."
    BINDINGS = [("escape,enter,q", "dismiss", "Back")]

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """The words."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_subtitle = "Enter goes back"
            yield Static(content(self._title, "bold"), id="whole_title")
            yield Static(content(self._words), id="notice")

    def on_resize(self) -> None:
        """The title stands on the frame where it fits whole, else within it."""
        show_title(self, self._title)


def show_title(window: Dialog[Any], title: str) -> None:
    """Let *title* stand on the frame of *window* where it fits whole, else in the line kept for it within."""
    sheet, whole = window.query_one(".sheet"), window.query_one("#whole_title", Static)
    room = min(WIDTH, window.app.size.width * WIDEST_PER_CENT // 100) - FRAME
    whole.display = cell_len(title) > room
    sheet.border_title = content("" if whole.display else title)


def hold_focus_where_it_rolls(sheet: Widget) -> None:
    """Let Tab lead into *sheet*, round what is chosen from, only where it holds more than can be seen."""
    sheet.can_focus = sheet.max_scroll_y > 0


class ChooseScreen(Dialog[str | None]):
    """Choose one of a few things; ``None`` when the person goes back.

    Args:
        question: what is asked.
        choices: (id, words) of each.
        words: what to read first.
    """

    room_visibility = RoomVisibility.BELOW
    ABOUT = "One of a few answers: the arrows go to one, Enter chooses it. Esc goes back, and nothing is changed."
    BINDINGS = [("escape", "dismiss(None)", "Back")]

    def __init__(self, question: str, choices: list[tuple[str, str]], words: str = "") -> None:
        super().__init__()
        self._question = question
        self._choices = choices
        self._words = words

    def compose(self) -> ComposeResult:
        """The question, what to read first, the choices."""
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_subtitle = "Enter chooses · Esc goes back"
            yield Static(content(self._question, "bold"), id="whole_title")
            if self._words:
                yield TypedText(content(self._words))
            yield ChoiceList(*(Option(content(words), id=key) for key, words in self._choices), markup=False)

    def on_mount(self) -> None:
        """Ready to choose."""
        self.query_one(OptionList).focus()
        self._show_question()

    def on_resize(self) -> None:
        """The question stands on the frame where it fits whole, else within it."""
        self._show_question()

    def _show_question(self) -> None:
        show_title(self, self._question)
        self.call_after_refresh(hold_focus_where_it_rolls, self.query_one(".sheet"))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(str(event.option_id))
