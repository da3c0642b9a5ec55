"""A form of a few labelled lines: Enter asks for what is needed, then keeps; Tab goes on; Esc asks before words go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from supervision_tui.days import read_day
from supervision_tui.session.choices import Choices
from supervision_tui.session.due_days import read_due_day
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import show_title
from supervision_tui.tui.dialogs.form_keys import FormKeys
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_row import ChoiceRow
from supervision_tui.tui.widgets.line_box import LineBox

TYPED = "What you typed is not kept yet. Ctrl+S keeps it; Esc again leaves without it."
NO_DAY = "no day"
"""Said where something is to be done, and by no day."""


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the form: its *id*, *label*, what stands in it, a *hint*, and whether it is *needed*.

    Where there are *choices*, all of them stand there; a digit or the beginning of one is enough. What is read
    as a *day* is said beside it, with its weekday; with *due* as one by which something is to be done.
    """

    id: str
    label: str
    value: str = ""
    hint: str = ""
    needed: bool = False
    choices: tuple[str, ...] = ()
    day: bool = False
    due: bool = False


class AnswerError(ValueError):
    """What was typed in *part* cannot be kept; the message says why."""

    def __init__(self, part: str, why: str) -> None:
        super().__init__(why)
        self.part = part


class FormScreen(FormKeys[bool | None]):
    """Fill *parts*, then hand their words to *keep*, which may say what is unfit; gives ``True`` where they were kept.

    Args:
        title: what the form is for.
        parts: its lines.
        keep: is given the words by part id.

    Raises:
        AnswerError: from *keep*; it is told under the form, and nothing is lost.
    """

    AUTO_FOCUS = ""
    BINDINGS = [("escape", "leave", "Back"), ("ctrl+s", "keep", "Keep")]
    room_visibility = RoomVisibility.HIDDEN

    def __init__(self, title: str, parts: Sequence[Part], keep: Callable[[dict[str, str]], None]) -> None:
        super().__init__()
        self._title = title
        self._parts = {part.id: part for part in parts}
        self._keep = keep
        self._at_first: dict[str, str] = {}
        self._told: dict[str, str] | None = None

    def compose(self) -> ComposeResult:
        """A label and a line for each part."""
        with VerticalScroll(classes="sheet", can_focus=False) as sheet:
            yield Static(content(self._title, "bold"), id="whole_title")
            sheet.border_subtitle = "Enter: what is needed, then keeps · Tab goes on · Esc goes back"
            for part in self._parts.values():
                label = part.label + ("" if part.needed else "   (may stay empty)")
                yield Static(content(label), classes="label")
                if part.choices:
                    offered = {choice: choice for choice in part.choices}
                    chosen = (part.value,) if part.value in offered else ()
                    yield ChoiceRow(Choices(offered, chosen=chosen, typed="" if chosen else part.value), id=part.id)
                else:
                    yield LineBox(part.value, placeholder=part.hint, enter_moves=False, id=part.id)
                if part.day or part.due:
                    yield Static(self._day_of(part), id=f"{part.id}_read", classes="quiet")
            yield Static("", id="said", classes="trouble")

    def on_mount(self) -> None:
        """The cursor stands in the first part that is needed and empty, and its label is in sight."""
        self._at_first = self.words()
        empty = [part.id for part in self._parts.values() if part.needed and not part.value]
        first = next(iter([*empty, *self._parts]), "")
        if first:
            self.focus_part(first)
        if first == next(iter(self._parts), ""):
            self.call_after_refresh(lambda: self.query_one(VerticalScroll).scroll_home(animate=False))

    def on_resize(self) -> None:
        """The title stands on the frame where it fits whole, else within it."""
        show_title(self, self._title)

    @staticmethod
    def _day_of(part: Part, typed: str | None = None) -> Content:
        words = part.value if typed is None else typed
        today = date.today()  # noqa: DTZ011 - a person's own calendar day
        if part.due and words.strip().casefold() == NO_DAY:
            return content("with no day; lists tell how old it is")
        reading = read_due_day(words, today) if part.due else read_day(words, today)
        return content(reading.ask or reading.readback if words.strip() else "")

    @on(Input.Changed)
    def _show_day(self, event: Input.Changed) -> None:
        """Say which day was understood, while it is typed."""
        part = self._parts.get(event.input.id or "")
        if part is not None and (part.day or part.due):
            self.query_one(f"#{part.id}_read", Static).update(self._day_of(part, event.value))

    def words(self) -> dict[str, str]:
        """What stands in every part, by its id."""
        lines = {box.id or "": str(box.line).strip() for box in self.query(LineBox)}
        return lines | {row.id or "": row.value for row in self.query(ChoiceRow)}

    def action_leave(self) -> None:
        """Go back; where words were typed that are not kept, that is told first, and the next Esc leaves them."""
        words = self.words()
        if words in (self._at_first, self._told):
            self.dismiss(None)
            return
        self._told = words
        self._say(TYPED)

    def _say(self, words: str) -> None:
        line = self.query_one("#said", Static)
        line.update(content(words))
        line.scroll_visible(animate=False)

    @on(Input.Submitted)
    @on(ChoiceRow.Submitted)
    def action_keep(self) -> None:
        """Keep the form, or say what is still needed."""
        words, kept_in = self.words(), self.part_in_hand
        try:
            for ident, part in self._parts.items():
                words[ident] = _chosen(part, words[ident])
            self._keep(words)
        except AnswerError as trouble:
            self.ask_for(trouble.part, kept_in)
            self._say(str(trouble))
            return
        self.dismiss(result=True)


def _chosen(part: Part, words: str) -> str:
    """The words of *part*, or the choice that they begin; what is missing or unclear is told."""
    if part.needed and not words:
        raise AnswerError(part.id, f"Please fill in: {part.label}")
    if not part.choices or not words:
        return words
    found = [choice for choice in part.choices if choice.casefold().startswith(words.casefold())]
    exact = [choice for choice in found if choice.casefold() == words.casefold()]
    if len(exact or found) != 1:
        raise AnswerError(part.id, f"{part.label}: please choose one of {', '.join(part.choices)}.")
    return (exact or found)[0]
