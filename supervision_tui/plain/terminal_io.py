"""Words in and out, a line at a time: a line that was written stays where it is; a screen reader reads it once."""

from __future__ import annotations

import getpass
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from typing import Protocol

from supervision_tui.text import clean
from supervision_tui.text_folding import name_key

MAX_WIDTH = 96
"""Cells of a line of words; longer lines tire the eye."""
MAX_ANSWER = 1_000_000
"""Characters of one answer."""


class InputClosedError(Exception):
    """Nobody answers any more."""


class TerminalIO(Protocol):
    """Says words and asks for answers."""

    def say(self, words: str = "") -> None:
        """Say *words*, a paragraph a line."""

    def ask(self, question: str, start: str = "") -> str:
        """The answer to *question*, without spaces round it; *start* stands there to be changed, where possible.

        Raises:
            InputClosedError: there is no answer any more.
        """

    def ask_unseen(self, question: str) -> str:
        """As :meth:`ask`, without showing what is typed."""


class PlainTerminal:
    """A plain terminal: no colours, no boxes, nothing drawn twice."""

    def __init__(self) -> None:
        try:
            import readline  # noqa: PLC0415 - not there on Windows, where the console edits lines itself
        except ImportError:
            self._readline = None
        else:
            self._readline = readline
            readline.set_auto_history(False)

    def say(self, words: str = "") -> None:
        """Write *words*, wrapped between words; each paragraph keeps its own beginning."""
        width = min(shutil.get_terminal_size().columns, MAX_WIDTH)
        for line in clean(words).split("\n"):
            indent = line[: len(line) - len(line.lstrip())]
            wrapped = textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False) or [""]
            sys.stdout.write("\n".join(wrapped) + "\n")
        sys.stdout.flush()

    def ask(self, question: str, start: str = "") -> str:
        """Ask on a line of its own."""
        self.say(question)
        if self._readline is not None and start:
            self._readline.set_startup_hook(lambda: self._prefill(start))
        try:
            answer = input("> ").strip()
            if len(answer) > MAX_ANSWER:
                self.say(f"That line is longer than {MAX_ANSWER:,} characters: only its beginning was taken.")
            return answer[:MAX_ANSWER]
        except (EOFError, KeyboardInterrupt):
            raise InputClosedError from None
        finally:
            if self._readline is not None:
                self._readline.set_startup_hook(None)

    def _prefill(self, start: str) -> None:
        if self._readline is not None:
            self._readline.insert_text(start.replace("\n", " "))

    def ask_unseen(self, question: str) -> str:
        """Ask for a passphrase."""
        try:
            return getpass.getpass(f"{question}\n> ")
        except (EOFError, KeyboardInterrupt):
            raise InputClosedError from None


def choose(io: TerminalIO, question: str, options: Sequence[tuple[str, str]], *, nothing: str = "") -> str | None:
    """The key of the option that a person chose by number or by its first letters; ``None`` for an empty answer.

    Args:
        io: says the options, numbered, once.
        question: said after them.
        options: (key, words) each.
        nothing: what an empty answer means, in words.
    """
    for number, (_, words) in enumerate(options, 1):
        io.say(f"{number}. {words}")
    prompt = f"{question} Give a number{f', or press Enter to {nothing}' if nothing else ''}."
    while True:
        answer = io.ask(prompt)
        if not answer:
            if nothing:
                return None
            continue
        if answer.startswith("/"):
            _answer_command(io, answer, nothing)
            continue
        key = _matching_key(answer, options)
        if key is not None:
            return key
        io.say(f"There is no '{answer}' here.")


def _answer_command(io: TerminalIO, answer: str, nothing: str) -> None:
    """What can be said wherever there is something to choose."""
    if len(answer) > 1 and "/danger".startswith(answer.casefold()):
        say_danger_steps(io)
        return
    back = f" Enter alone means: {nothing}." if nothing else ""
    io.say(f"Give the number of a line above, or its first letters.{back}")
    io.say("/danger says what to do when somebody may be in danger. In a session /help lists more such words.")


def say_danger_steps(io: TerminalIO) -> None:
    """The local steps when somebody may be in danger now; nothing of it is recorded."""
    from supervision_tui.workspace.danger_steps import danger_lines  # noqa: PLC0415 - on asking only

    io.say("A child or adult may be in danger now. Nothing here is recorded.")
    for line in danger_lines():
        io.say(line)


def choose_several(io: TerminalIO, question: str, options: Mapping[str, str]) -> list[str]:
    """The keys of the options chosen one after the other, in that order; an empty answer ends the choosing."""
    chosen: list[str] = []
    while remaining := [(key, words) for key, words in options.items() if key not in chosen]:
        key = choose(io, question, remaining, nothing="go on")
        if key is None:
            break
        chosen.append(key)
    return chosen


def _matching_key(answer: str, options: Sequence[tuple[str, str]]) -> str | None:
    if answer.isdecimal() and 1 <= int(answer) <= len(options):
        return options[int(answer) - 1][0]
    matches = [key for key, words in options if name_key(words).startswith(name_key(answer))]
    return matches[0] if len(matches) == 1 else None


def confirm(io: TerminalIO, question: str) -> bool:
    """Whether the answer to *question* is yes; anything else is no."""
    return io.ask(f"{question} (yes or no)").casefold() in {"y", "yes"}
