"""Keys as people want them: a file of "command: key" lines, told kindly where a line cannot be used.

The names are those of the command classes (``supervision-tui keys`` writes them all out). A line that cannot be used is
left out and told with its number; every other line holds.
"""

from __future__ import annotations

import difflib
import os
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.keys import Keys, key_to_character

from supervision_tui.tui.app_services.former_command_names import FORMER_NAMES, present_names
from supervision_tui.tui.commands import CommandScreen
from supervision_tui.workspace.paths import home

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program

FILE = "keys.yaml"
"""Its name in the program's own folder."""
KEPT_FREE = {"enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "backspace", "delete", "space"}
"""Keys that every field and list needs."""
NEVER = {"f12": "someone in danger", "ctrl+d": "someone in danger", "ctrl+q": "leaving", "ctrl+l": "locking"}
"""Keys that stay what they are, on every screen, and for what."""
FIXED = {"Danger", "Leave", "Lock"}
"""Commands whose keys stay what they are."""
NAMED = {key.value for key in Keys} | {f"f{number}" for number in range(1, 25)}
"""Keys that have a name rather than a sign."""
SIGNS = {"/": "slash", "?": "question_mark", ".": "full_stop", ",": "comma", "-": "minus", "+": "plus", " ": "space"}
"""Signs as the framework calls them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A command: its *name*, its *key* as shipped, *words*, *help*, and the *screens* that have it."""

    name: str
    key: str
    words: str
    help: str
    screens: tuple[str, ...]


def commands(everywhere: list[Any]) -> dict[str, Named]:
    """Every command of the program by name; *everywhere* are the bindings of the application itself."""
    for module in pkgutil.walk_packages(import_module("supervision_tui.tui").__path__, "supervision_tui.tui."):
        import_module(module.name)
    known: dict[str, Named] = {}
    for binding in everywhere:
        if isinstance(binding, Binding) and binding.id:
            known[binding.id] = Named(binding.id, binding.key, binding.description, binding.tooltip, ("everywhere",))
    for screen in _below(CommandScreen):
        for kind in screen.COMMANDS_HERE:
            before = known.get(kind.__name__)
            where = (*before.screens, screen.__name__) if before else (screen.__name__,)
            known[kind.__name__] = Named(kind.__name__, kind.key, kind.label, kind.help(), where)
    return known


def _below(kind: type[CommandScreen]) -> Iterator[type[CommandScreen]]:
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _below(subclass)


def read(path: Path, known: dict[str, Named]) -> tuple[dict[str, str], list[str]]:
    """The keys that the file at *path* gives (command to key), and a sentence for each line that cannot be used."""
    from supervision_tui.yaml_files import FileFormatError, checked_file, load_yaml  # noqa: PLC0415 - only where there is such a file

    try:
        source = load_yaml(checked_file(path), path.name)
    except FileFormatError as refused:
        return {}, [f"{problem} Until then every key is as it was." for problem in refused.problems]
    except OSError as refused:
        return {}, [f"{path.name} could not be read: {refused.strerror}. Every key is as it was."]
    if source.value in (None, "", {}):
        return {}, []
    if not isinstance(source.value, dict):
        return {}, [f"{path.name}: write lines such as 'NextStage: f6'. Every key is as it was."]
    written_keys = present_names(source.value, known)
    problems = {name: _unfit(name, value, known) for name, value in written_keys.items()}
    wanted = {name: _key(str(value)) for name, value in written_keys.items() if not problems[name]}
    keys: dict[str, str] = {}
    for name, key in wanted.items():
        problems[name] = _taken(name, key, known, wanted, keys)
        if not problems[name]:
            keys[name] = key
    as_written = {name: name if name in source.value else FORMER_NAMES[name] for name in problems}
    lines = ((source.place((as_written[name],))[0], why) for name, why in problems.items() if why)
    return keys, [f"{path.name}, line {line}: {why} This line is left out." for line, why in lines]


def _unfit(name: str, value: object, known: dict[str, Named]) -> str:
    """Why a line cannot be used, or ""."""
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        return f"no command is called '{name}'.{f' Did you mean {near[0]}?' if near else ''}"
    if isinstance(value, list | dict) or value is None:
        return f"one key belongs behind '{name}:', such as f6 or ctrl+g."
    key = _key(str(value))
    if not _is_key(key):
        return f"'{value}' is not a key that a terminal knows. Write for example f6, ctrl+g or a single letter."
    if key in NEVER or name in FIXED:
        return f"{key if key in NEVER else name} stays as it is, on every screen: it is for {NEVER.get(key, 'safety')}."
    if key in KEPT_FREE:
        return f"'{value}' is needed in every field and list."
    return ""


def _taken(name: str, key: str, known: dict[str, Named], wanted: dict[str, str], keys: dict[str, str]) -> str:
    """Who has *key* where *name* is at hand, or ""; *wanted* are all changes, *keys* those in use so far."""
    here = set(known[name].screens)
    for other in known.values():
        if other.name == name or not (here & set(other.screens) or "everywhere" in {*here, *other.screens}):
            continue
        theirs = () if other.name in wanted else tuple(other.key.split(","))
        if key in theirs or keys.get(other.name) == key:
            return f"'{key}' is already the key of {other.name} ({other.words}); give that one another key first."
    return ""


def _key(written: str) -> str:
    """A key as the framework writes it: ``Ctrl+G`` as ``ctrl+g``, ``/`` as ``slash``; a capital letter stays one."""
    bare = written.strip()
    if bare in SIGNS:
        return SIGNS[bare]
    return bare if len(bare) == 1 else bare.lower()


@cache
def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable() and not key.isspace()
    last = key.rsplit("+", 1)[-1]
    plain = key in NAMED or key_to_character(key) is not None
    return plain or (key.startswith(("ctrl+", "shift+", "alt+")) and (len(last) == 1 or last in NAMED))


def written(known: dict[str, Named]) -> str:
    """A whole file of keys as they are shipped, every line a comment: take away the # of those to change."""
    lines = [
        "# Keys of supervision-tui. Take away the # before a line and write the key that you want.",
        "# Keys: f1 to f24, ctrl+letter, a letter, a sign. F12, Ctrl+Q and Ctrl+L stay as they are.",
    ]
    for screen in sorted(
        {screen for command in known.values() for screen in command.screens}, key=lambda s: s != "everywhere"
    ):
        first = [command for command in known.values() if command.screens[0] == screen and command.name not in FIXED]
        if first:
            lines += ["", f"# {screen.removesuffix('Screen')}"]
            lines += [
                f"# {command.name}: {command.key.split(',')[0]:<12} # {command.words}. {command.help}"
                for command in first
            ]
    return "\n".join(lines) + "\n"


def take_up(app: Program) -> list[str]:
    """Use the keys of the person's own file from now on; a sentence for each line that cannot be used."""
    path = home() / FILE
    if not os.path.lexists(path):  # a link that leads nowhere is told
        return []
    app.keys, problems = read(path, commands(list(app.BINDINGS)))
    app.set_keymap(app.keys)
    return problems
