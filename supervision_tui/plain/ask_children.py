"""Asking for whom something is: by names or numbers, several at once, or all by a word; nobody by saying nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from supervision_tui.plain.terminal_io import TerminalIO
from supervision_tui.session import FieldPart
from supervision_tui.session.child_choice import children_named, listed, read_written, written
from supervision_tui.workspace.running import SessionController, SessionPart


class ChildQuestion:
    """Asks for which children of a session something is.

    Args:
        controller: the session.
        io: says.
        answer: asks a question, and gives an answer that is no command.
    """

    def __init__(self, controller: SessionController, io: TerminalIO, answer: Callable[[str], str]) -> None:
        self._controller = controller
        self._io = io
        self._answer = answer

    def of_form(self, values: Mapping[str, str], part: FieldPart) -> str:
        """For whom the form with these *values* is: as its draft says, or asked; ``""`` where it cannot be chosen."""
        children = self._controller.part.children
        if len(children) < 2:  # noqa: PLR2004 - one child, or none: nobody else can be meant
            return ",".join(children)
        drafted = values.get(part.id, "")
        if drafted and read_written(drafted, children):
            return drafted
        words = " ".join(text for name, text in values.items() if name != part.id)
        return self.ask(words)

    def ask(self, words: str, part: SessionPart | None = None) -> str:
        """For whom a line of *words* is, as a form has it: ids with commas between, or the sign for all.

        *part* is the part of a meeting whose children are asked for, the one in hand unless told otherwise.
        """
        part = part or self._controller.part
        children = part.children
        suggestion = part.suggest_children(words)
        numbers = {child: number for number, child in enumerate(children, 1)}
        offered = ", ".join(f"{numbers[child]} {children[child]}" for child in suggestion.offered)
        beside = ", ".join(f"{numbers[child]} {children[child]}" for child in suggestion.others)
        chosen = f" Enter alone: {listed(children[child] for child in suggestion.chosen)}." if suggestion.chosen else ""
        question = (
            f"{suggestion.why} For whom? {offered}{f' (not offered: {beside})' if beside else ''}. "
            f"Names or numbers, several with commas, or: all.{chosen}"
        ).strip()
        while True:
            answer = self._answer(question)
            named = suggestion.chosen if not answer and suggestion.chosen else children_named(answer, children)
            if answer and named == tuple(children) and suggestion.others:  # "all" are those who are offered
                named = suggestion.offered
            if named:
                return written(named, part.editor.session.children)
            self._io.say(
                f"It has to be said whom it is for: {listed(children.values())}, or all; nothing is kept for "
                "everybody by itself."
            )
