"""What a template of one's own may do: read the document and write words; it can take neither the memory nor the time.

Every step of a template is counted, and what each step makes is measured before it is made: Jinja's own sandbox keeps a
template from code and files, and lets it fill the memory in a line.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from jinja2 import StrictUndefined, nodes
from jinja2.runtime import markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.runtime import Context
    from jinja2.sandbox import SandboxedEnvironment

WIDEST = 10_000
"""Characters that a template may pad words to."""
LONGEST = 1_000_000
"""Characters of the longest words, and entries of the longest list, that a template may make."""
MOST_WRITTEN = 20_000_000
"""Characters that a template may write in all."""
MOST_NUMBERS = 100_000
"""Numbers that all the loops of a template may count together."""
MOST_STEPS = 1_000_000
"""Lines that a template may run through, those of loops as often as they come round."""
LARGEST_UNPACKED = 50_000_000
"""Bytes of a Word template when it is unpacked."""
LARGEST_NUMBER = 1 << 256
_TEMPLATE = "<template>"
_ANY_LENGTH = frozenset({"translate", "expandtabs"})
"""Methods of words whose result can be of any length, beside those that fill in a format."""
_UNMEASURED = "this cannot be used here, since what it makes can be of any length; '~' and filters join and shape words"


class _Joins(NodeTransformer):
    """Has words that are joined by ``~`` joined by a filter, which measures them."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 - Jinja's own name
        parts = nodes.List([self.visit(part) for part in node.nodes], lineno=node.lineno)
        return nodes.Filter(parts, "joined", [], [], None, None, lineno=node.lineno)


def sandbox(*, escaped: bool) -> SandboxedEnvironment:
    """A place in which one template is filled; *escaped* for HTML and Word."""
    from supervision_tui.records.documents.text import markdown_words  # noqa: PLC0415 - it loads this, too

    written = _Written()

    class Sandbox(ImmutableSandboxedEnvironment):
        """Measures what a step would make."""

        concat = written.joined

        intercepted_binops = frozenset({"*", "**", "%", "+"})

        def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
            tree: nodes.Template = _Joins().visit(super()._parse(source, name, filename))
            return tree

        def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
            if super().wrap_str_format(value) is not None:
                raise ValueError(_UNMEASURED)
            return None

        def call(self, context: Context, function: Any, *values: Any, **named: Any) -> Any:
            if isinstance(words := getattr(function, "__self__", None), str):
                _measure_method(words, str(getattr(function, "__name__", "")), (*values, *named.values()))
            return super().call(context, function, *values, **named)

        def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
            _measure_operator(operator, left, right)
            return super().call_binop(context, operator, left, right)

    made = Sandbox(
        autoescape=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=written.add,
    )
    joined = markup_join if escaped else str_join
    made.filters |= {"markdown": markdown_words, "joined": lambda parts: joined(_short_enough(parts))}
    made.filters |= {name: _narrow(made.filters[name]) for name in ("batch", "center", "indent", "slice", "wordwrap")}
    made.filters |= {name: _measured(made.filters[name]) for name in ("join", "replace")}
    made.filters.pop("format")
    made.globals.pop("lipsum")
    made.globals["range"] = _counted_range()
    return made


class _Written:
    """How much a template has written."""

    def __init__(self) -> None:
        self._length = 0

    def add(self, value: Any) -> Any:
        """Count *value*, which is about to be written."""
        words = value if isinstance(value, str) else str(value)
        self._length += len(words)
        if self._length > MOST_WRITTEN:
            raise OverflowError(f"it writes more than {MOST_WRITTEN:,} characters")
        return value

    def joined(self, parts: Iterable[str]) -> str:
        """*parts* as one; those that stand in the template itself were not counted before."""
        measured, length = [], 0
        for part in parts:
            length += len(part)
            if length > MOST_WRITTEN:
                raise OverflowError(f"it writes more than {MOST_WRITTEN:,} characters")
            measured.append(part)
        return "".join(measured)


@contextmanager
def counted_steps() -> Iterator[None]:
    """Whatever template is filled within the block comes to an end: its own lines are counted.

    Raises:
        OverflowError: there were more than :data:`MOST_STEPS`.
    """
    steps = 0

    def line(_frame: FrameType, event: str, _: object) -> Any:
        nonlocal steps
        steps += event == "line"
        if steps > MOST_STEPS:
            raise OverflowError(f"it takes more than {MOST_STEPS:,} steps")
        return line

    def called(frame: FrameType, _event: str, _: object) -> Any:
        return line if frame.f_code.co_filename == _TEMPLATE else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        yield
    finally:
        sys.settrace(before)


def refuse_if_too_large(path: Path) -> None:
    """Refuse a Word file that unpacks to more than a template can be: a little one can unpack to any size.

    Raises:
        OverflowError: it does.
    """
    with ZipFile(path) as packed:
        if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
            raise OverflowError("unpacked it is larger than a template can be")


def _measure_operator(operator: str, left: Any, right: Any) -> None:
    """Refuse what could fill the memory in one step."""
    whole = isinstance(left, int) and isinstance(right, int)
    if operator == "%" and isinstance(left, str):
        raise ValueError("'%' can only be used with numbers here")
    if operator == "**" or (operator == "*" and not whole):
        raise ValueError(f"'{operator}' can only multiply whole numbers here")
    if operator == "*" and abs(left) * abs(right) > LARGEST_NUMBER:
        raise OverflowError("a number becomes too large")
    if operator == "+" and not whole:
        _short_enough((left, right))


def _measure_method(words: str, name: str, values: tuple[Any, ...]) -> None:
    """Refuse a method of *words* whose result could fill the memory."""
    wide = [value for value in values if isinstance(value, int) and value > WIDEST]
    if wide:
        raise ValueError(f"words can be made at most {WIDEST:,} characters wide here, not {wide[0]:,}")
    if name in _ANY_LENGTH:
        raise ValueError(_UNMEASURED)
    if name in {"replace", "join"}:
        _measure_joined(words, *values)


def _measure_joined(*values: Any) -> None:
    """Refuse to join or to replace where the lengths of all that is given say that it could become too long.

    Whatever is put together, all of the one stands at most once for each character or entry of the other.
    """
    sizes = [_size(value) for value in values]
    longest, second = sorted([*sizes, 1, 1])[-1:-3:-1]
    if longest > LONGEST or longest * second > LONGEST * 10:
        raise OverflowError(f"words become longer than {LONGEST:,} characters")


def _short_enough(parts: Iterable[Any]) -> list[Any]:
    """*parts* that are put together, where that makes no more than :data:`LONGEST`."""
    measured = list(parts)
    if sum(map(_size, measured)) > LONGEST:
        raise OverflowError(f"words or a list become longer than {LONGEST:,}")
    return measured


def _size(value: Any) -> int:
    """How many characters, entries, or characters in entries *value* has."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list | tuple | dict):
        return sum(len(entry) if isinstance(entry, str) else 1 for entry in value)
    return 1


def _counted_range() -> Callable[..., range]:
    """``range`` for one template: loops within loops come to an end."""
    count = 0

    def counted(*bounds: int) -> range:
        nonlocal count
        numbers = range(*bounds)
        count += len(numbers)
        if count > MOST_NUMBERS:
            raise OverflowError(f"the loops of this template count further than {MOST_NUMBERS:,}")
        return numbers

    return counted


def _narrow(words_filter: Callable[..., Any]) -> Callable[..., Any]:
    """*words_filter* that refuses a width, or words to fill it with, which could fill the memory."""

    @functools.wraps(words_filter)
    def narrow(*values: Any, **named: Any) -> Any:
        if any(isinstance(value, int) and value > WIDEST for value in (*values, *named.values())):
            raise ValueError(f"a width of more than {WIDEST:,} is a mistake")
        _measure_joined(*values, *named.values())
        return words_filter(*values, **named)

    return narrow


def _measured(words_filter: Callable[..., Any]) -> Callable[..., Any]:
    """*words_filter* that refuses what could fill the memory."""

    @functools.wraps(words_filter)
    def measured(*values: Any, **named: Any) -> Any:
        whole = [list(value) if isinstance(value, Iterator) else value for value in values]
        _measure_joined(*whole, *named.values())
        return words_filter(*whole, **named)

    return measured
