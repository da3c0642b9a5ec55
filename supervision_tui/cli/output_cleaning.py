"""The one gate between the commands and the terminal: no word that they write can steer it.

A command says words that others chose: the name of a file that was sent, a recipient, a reference, a line of a file
that cannot be read. A terminal obeys control sequences wherever they stand, so whatever a command writes to standard
output or standard error passes :func:`supervision_tui.text.clean`. The commands send no colours and no sequences;
the one question of :mod:`supervision_tui.cli.cell_question` holds no word of anybody.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from typer.core import TyperGroup

from supervision_tui.text import clean

_WHOLE = 1_000
"""Characters of a command's first sentence that help shows: all of them."""


class CleanStream:
    """A text stream whose words are cleaned on their way out; everything else is the stream's own.

    It offers no ``buffer``: bytes would pass by the gate.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, words: str) -> int:
        """Write *words*, cleaned; what the stream's encoding lacks becomes a question mark."""
        encoding = self._stream.encoding or "utf-8"
        self._stream.write(clean(words).encode(encoding, "replace").decode(encoding))
        return len(words)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of *lines*, cleaned."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        if name == "buffer":
            raise AttributeError(name)
        return getattr(self._stream, name)


@contextmanager
def clean_output() -> Iterator[None]:
    """Everything that is written to the two streams within the block is cleaned. Blocks may stand in one another."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _gated(before[0]), _gated(before[1])
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _gated(stream: TextIO) -> TextIO:
    return stream if isinstance(stream, CleanStream) else cast("TextIO", CleanStream(stream))


class CommandGroup(TyperGroup):
    """A noun's commands, or all of them: what they write, refusals included, passes the gate."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run as a command line."""
        with clean_output():
            return super().main(*arguments, **options)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands with their whole first sentence, wrapped."""
        rows = [(name, sentence) for name in self.list_commands(ctx) if (sentence := self.first_sentence(ctx, name))]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def first_sentence(self, ctx: Any, name: str) -> str:
        """What the command called *name* does; empty where help does not list it."""
        command = self.get_command(ctx, name)
        return command.get_short_help_str(_WHOLE) if command and not command.hidden else ""
