"""A row of choices in a form: every answer stands there with its digit; digits choose, and so do first letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import wrap

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Static

from supervision_tui.session.choices import MOST_DIGITS, Choices
from supervision_tui.text import Line
from supervision_tui.tui.content import content

NARROWEST = 30
"""Cells to which the choices are wrapped at the least."""


class ChoiceRow(Static, can_focus=True):
    """Choices by digit, or by the letters that begin them.

    Args:
        choices: what can be chosen, and what is.
        nothing: what stands there while nothing is chosen.
    """

    @dataclass
    class Changed(Message):
        """Somebody chose something, or took it back."""

        row: ChoiceRow

        @property
        def control(self) -> ChoiceRow:
            """The row, for ``@on`` selectors."""
            return self.row

    @dataclass
    class Submitted(Message):
        """Somebody pressed Enter here."""

        row: ChoiceRow

    def __init__(self, choices: Choices, *, nothing: str = "nothing chosen yet", id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes="choice")
        self.choices = choices
        self._nothing = nothing

    @property
    def value(self) -> str:
        """The answer: what is chosen, or else what was typed; several are put together with commas."""
        return ",".join(self.choices.chosen) or self.choices.typed.strip()

    @value.setter
    def value(self, words: str) -> None:
        self._take(replace(self.choices, typed=words[:-1], chosen=()).with_key(words[-1:] or " "))

    @property
    def typed_words(self) -> str:
        """What was typed beside the choices."""
        return self.choices.typed

    def on_mount(self) -> None:
        """Show the choices."""
        self.show(self.choices)

    def on_resize(self) -> None:
        """Wrap them for the room there is."""
        self.show(self.choices)

    def show(self, choices: Choices) -> None:
        """Show *choices* from now on."""
        self.choices = choices
        width = max(self.content_size.width, NARROWEST)
        self.update(content("\n".join(_rows(choices, width, self._nothing))))

    def on_focus(self) -> None:
        """The row in hand begins with a mark."""
        self.show(self.choices)

    def on_key(self, event: Key) -> None:
        """Digits and letters choose; Enter says that it is right."""
        if event.key == "enter":
            self.post_message(self.Submitted(self))
        elif event.key == "backspace":
            self._take(self.choices.without_last())
        elif event.is_printable and event.character and (event.character != " " or self.choices.typed):
            self._take(self.choices.with_key(event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def _on_paste(self, event: Paste) -> None:
        """Pasted words are read as if they were typed."""
        event.stop()
        self._take(replace(self.choices, typed=self.choices.typed or " ").with_key(str(Line(event.text[:200]))))

    def _take(self, choices: Choices) -> None:
        self.show(choices)
        self.post_message(self.Changed(self))


def _rows(choices: Choices, width: int, nothing: str) -> list[str]:
    """The choices in words: those chosen in brackets, those that are not offered last, what was typed below."""
    offered = [_cell(choices, option) for option in choices.on_offer]
    if choices.several and len(choices.on_offer) > 1:
        offered.append(
            "0\u00a0all" if len(choices.on_offer) == len(choices.options) else "0\u00a0all\u00a0of\u00a0these"
        )
    others = [_cell(choices, option) for option in choices.options if option not in choices.on_offer]
    rows = wrap("  ".join(offered), width, break_long_words=False)
    if others:
        rows += wrap(f"not offered: {'  '.join(others)}", width, break_long_words=False)
    if choices.typed.strip():
        rows.append(f"typed: {choices.typed.strip()}▌{'' if choices.is_clear else '   (not one of these yet)'}")
    elif not choices.chosen:
        rows.append(nothing)
    return rows


def _cell(choices: Choices, option: str) -> str:
    """One choice with its number; no blank in it, so that it is not broken over two rows."""
    number = choices.number(option)
    words = f"{number if number <= MOST_DIGITS else '·'}\u00a0{choices.options[option]}".replace(" ", "\u00a0")
    return f"[{words}]" if option in choices.chosen else words
