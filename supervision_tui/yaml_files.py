"""Hand-written YAML and JSON: read within limits, checked against a model, every error with file, line and column.

YAML 1.2 core schema (``no`` is a word, ``12:30`` and ``2019-05-01`` are text). Duplicate keys, aliases, tags and files
that are too large or nested too deeply are refused, so that no file can cost more time or memory than its size.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from supervision_tui.lazy_import import load_on_use
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.text import clean

if TYPE_CHECKING:
    from _ruamel_yaml import CParser
    from pydantic_core import ErrorDetails
    from ruamel.yaml.error import StringMark
    from ruamel.yaml.events import Event, ScalarEvent

LARGEST_FILE = 5_000_000
"""Bytes."""
DEEPEST = 60
"""Lists and mappings one inside another."""
MOST_ROWS = 60_000
"""Rows of lists in a file: a larger one is refused before it is read, since reading it could take minutes."""
MOST_VALUES = 3 * MOST_ROWS
"""Values in a file, those of a list on one line included."""
_ROW = lazy_pattern(r"^[ ]*-[ \n]|[{]", re.MULTILINE)
MOST_PROBLEMS = 25
"""How many problems of one file are told at once."""

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
Place = tuple[int, int]
_ruamel: Any = load_on_use("ruamel", {"yaml": "YAML"})
"""The whole library: 20 ms, only for a file that its compiled parser does not read."""
ModelT = TypeVar("ModelT", bound=BaseModel)

_PLAIN = {
    "int_parsing": "it should be a whole number",
    "int_type": "it should be a whole number",
    "float_parsing": "it should be a number",
    "bool_parsing": "it should be true or false",
    "string_type": "it should be words; write them in quotation marks",
    "tuple_type": "it should be a list",
    "list_type": "it should be a list",
    "model_type": "it should be lines of 'name: value', indented under this one",
    "dict_type": "it should be lines of 'name: value', indented under this one",
    "too_short": "this list is empty",
}
"""What is said for pydantic's own kinds of error."""
_NUMBER = lazy_pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_FRACTION = lazy_pattern(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}\Z")
_READ_OTHERWISE = lazy_pattern(
    "[\t\r\x85\u2028\u2029\ufeff]|^(?:[%?]|---)|[ ,\\[{-][?][ \n]|(?:^|[ ,\\[{])!|[\"']:[^ \n]"
    "|[|>][-+0-9]*(?:#|[ ]*(?:#.*)?\n[ ]*(?:#|\n))",
    re.MULTILINE,
)
"""What the two parsers of ruamel do not read alike."""
_WORDS: dict[str, Value] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing wrong with a file; *line* and *column* count from 1."""

    file: str
    line: int
    column: int
    found: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}: {self.found} {self.wanted}".rstrip()


class FileFormatError(ValueError):
    """What is wrong with a file, a sentence a problem."""

    def __init__(self, problems: list[FileProblem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its *value*, and the line and column at which each part of it stands."""

    name: str
    value: Value
    places: Mapping[tuple[str | int, ...], Place] = field(repr=False)

    def place(self, path: tuple[str | int, ...]) -> Place:
        """Line and column of the deepest part of *path* that exists."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def load_yaml(source: Path | str, name: str = "") -> Source:
    """Read *source*: a path, or the text itself.

    Args:
        source: a file's path, or YAML or JSON text.
        name: what errors call it; a path's own name without.

    Raises:
        FileFormatError: it cannot be read as YAML within the limits.
        OSError: the file cannot be opened.
    """
    name = clean(name or (source.name if isinstance(source, Path) else "the text"))
    text = _text(source, name) if isinstance(source, Path) else source
    if len(text) > LARGEST_FILE:
        raise _refusal(name, (1, 1), "The file is too large.", f"At most {LARGEST_FILE // 1_000_000} MB can be read.")
    if (rows := len(_ROW.findall(text))) > MOST_ROWS:
        found = f"The file has {rows:,} rows, too many to be written by hand."
        raise _refusal(name, (1, 1), found, f"At most {MOST_ROWS:,} rows can be read.")
    if text.count(",") + text.count(":") > 2 * MOST_VALUES:  # told without reading it, which takes long
        raise _too_many_values(name, (1, 1))
    return _Builder(name).build(text)


def _too_many_values(name: str, place: Place) -> FileFormatError:
    found = "The file has more values than anybody writes by hand."
    return _refusal(name, place, found, f"At most {MOST_VALUES:,} values can be read.")


def validated(model: type[ModelT], source: Source, context: dict[str, object] | None = None) -> ModelT:
    """*source* as a *model*.

    Raises:
        FileFormatError: with line and column of each thing that the model refuses.
    """
    try:
        return model.model_validate(source.value, context=context)
    except ValidationError as error:
        found = error.errors(include_url=False)
        inner = {detail["loc"][:at] for detail in found for at in range(len(detail["loc"]))}
        # a list is also called too short when its items were refused: that says nothing new
        problems = [detail for detail in found if not (detail["type"] == "too_short" and detail["loc"] in inner)]
        raise FileFormatError([_problem(source, detail) for detail in problems[:MOST_PROBLEMS]]) from None


def checked_file(path: Path) -> Path:
    """*path*, where it is a file or nothing at all; what is no file (a pipe, a device) could be waited for for ever.

    Raises:
        OSError: something else stands there.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is a folder" if path.is_dir() else "it is no file")
    return path


def _text(path: Path, name: str) -> str:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found, wanted = "These are not letters in UTF-8.", "Save the file as UTF-8 text."
        raise _refusal(name, (line, 1), found, wanted) from None


def _refusal(name: str, place: Place, problem: str, wanted: str) -> FileFormatError:
    return FileFormatError([FileProblem(name, *place, problem, wanted)])


def _problem(source: Source, detail: ErrorDetails) -> FileProblem:
    path = tuple(part for part in detail["loc"] if isinstance(part, int) or not part.startswith("function-"))
    line, column = source.place(path)
    last = clean(str(path[-1]))[:60] if path else ""
    if detail["type"] == "missing":
        return FileProblem(source.name, line, column, f"'{last}' is missing here.", f"Write a line '{last}: ...'.")
    if detail["type"] == "extra_forbidden":
        wanted = "Correct its spelling, or take it out."
        return FileProblem(source.name, line, column, f"'{last}' is not a word that is known here.", wanted)
    if detail["type"] == "string_pattern_mismatch":
        wanted = "It must be of the form " + str(detail.get("ctx", {}).get("pattern", "")) + "."
        if "A-Za-z0-9_.-" in wanted:
            wanted = "Use letters without accents, figures, '_', '.' and '-' only."
        found = f"'{clean(str(detail['input']))[:60]}' will not do as '{last}'."
        return FileProblem(source.name, line, column, found, wanted)
    where = clean(".".join(str(part) for part in path))[:80]
    plain = _PLAIN.get(detail["type"], detail["msg"].removeprefix("Value error, ").replace("Input should", "it should"))
    message = clean(plain)[:300]
    given = detail["input"]
    shown = f" (found {clean(repr(given))[:60]})" if isinstance(given, str | int | float | bool) else ""
    return FileProblem(source.name, line, column, f"{where}: {message}{shown}".lstrip(": "), "")


class _Builder:
    """Builds a value from the events of the parser, in one pass."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._places: dict[tuple[str | int, ...], Place] = {}

    def build(self, text: str) -> Source:
        """The source in *text*."""
        from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 - only when a file is read

        try:
            if (compiled := _compiled_events(text)) is not None:
                try:
                    return self._source(compiled)
                except (YAMLError, FileFormatError):  # told by the parser that reads YAML 1.2 alone
                    self._places = {}
            return self._source(_parser(text))
        except MarkedYAMLError as refused:
            words = f"This cannot be read: {refused.problem}."
            raise _refusal(self._name, _place(refused.problem_mark), words, "") from None
        except (YAMLError, RecursionError, ValueError) as refused:
            if isinstance(refused, FileFormatError):
                raise
            raise _refusal(self._name, (1, 1), "This cannot be read as YAML.", "Look for control characters.") from None

    def _source(self, events: Iterator[Event]) -> Source:
        kinds = {"StreamStartEvent", "DocumentStartEvent"}
        event = next(event for event in events if type(event).__name__ not in kinds)
        if type(event).__name__ == "StreamEndEvent":
            raise _refusal(self._name, (1, 1), "The file is empty.", "Write the first line of it.")
        value = self._value(event, events, ())
        if type(next(events)).__name__ == "DocumentEndEvent" and type(next(events)).__name__ != "StreamEndEvent":
            raise _refusal(self._name, (1, 1), "The file holds more than one document.", "Remove the lines '---'.")
        return Source(self._name, value, self._places)

    def _value(self, event: Event, events: Iterator[Event], path: tuple[str | int, ...]) -> Value:
        kind = type(event).__name__
        place = self._places[path] = _place(event.start_mark)
        if len(self._places) > MOST_VALUES:
            raise _too_many_values(self._name, place)
        if len(path) > DEEPEST:
            raise _refusal(self._name, place, "This is nested too deeply.", f"At most {DEEPEST} levels can be read.")
        self._refuse_references(event, kind, place)
        if kind == "ScalarEvent":
            return _scalar(event)  # type: ignore[arg-type] # its kind says so
        return self._sequence(events, path) if kind == "SequenceStartEvent" else self._mapping(events, path)

    def _refuse_references(self, event: Event, kind: str, place: Place) -> None:
        if kind == "AliasEvent" or event.anchor:  # type: ignore[attr-defined] # all but an alias have one, perhaps empty
            raise _refusal(self._name, place, "Aliases (& and *) are not read.", "Write the words again instead.")
        if event.tag:  # type: ignore[attr-defined] # as above
            wanted = "Put words that begin with ! in quotation marks."
            raise _refusal(self._name, place, "Tags (!) are not read.", wanted)

    def _sequence(self, events: Iterator[Event], path: tuple[str | int, ...]) -> Value:
        items: list[Value] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Event], path: tuple[str | int, ...]) -> Value:
        found: dict[str, Value] = {}
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                break
            place = _place(event.start_mark)
            kind = type(event).__name__
            self._refuse_references(event, kind, place)
            if kind != "ScalarEvent":
                raise _refusal(self._name, place, "A key must be a word.", "")
            key = event.value  # type: ignore[attr-defined] # a scalar
            if key in found:
                line = self._places[(*path, key)][0]
                words = f"The key '{clean(key)[:60]}' stands here twice; the first is in line {line}."
                raise _refusal(self._name, place, words, "Keep one of them.")
            found[key] = self._value(next(events), events, (*path, key))
            self._places[(*path, key)] = place
        return found


def _parser(text: str) -> Iterator[Event]:
    """The events of the parser that reads YAML 1.2 alone."""
    events: Iterator[Event] = _ruamel("YAML")(typ="safe", pure=True).parse(text)
    return events


def _compiled_events(text: str) -> Iterator[Event] | None:
    """The events of ruamel's compiled parser, twenty times as fast; ``None`` where it may read *text* otherwise.

    It reads YAML 1.1, which takes more characters for line ends, and tabs in more places, than 1.2 does.
    """
    if _READ_OTHERWISE.search(text):
        return None
    try:
        from _ruamel_yaml import CParser  # noqa: PLC0415 - only when a file is read
    except ImportError:  # ruamel.yaml.clib has no build for this machine
        return None
    return _events(CParser(text))


def _events(parser: CParser) -> Iterator[Event]:
    while parser.check_event():
        yield parser.get_event()


def _scalar(event: ScalarEvent) -> Value:
    text = str(event.value)
    return plain_scalar(text) if event.implicit[0] else text


def plain_scalar(text: str) -> Value:
    """What *text* means without quotation marks: nothing, true, false, a number, or itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.match(text):
        return int(text)
    return float(text) if _FRACTION.match(text) else text


def _place(mark: StringMark | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
