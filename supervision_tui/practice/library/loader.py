"""Loads the library: the shipped content, and a team's own files, which join it and win by id.

A file with a fault is told of, with line and column, and the rest still loads. Shipped content alone is read part by
part, when somebody looks at the part; with own files all of it at once, since they name what stands in other parts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from supervision_tui.lazy_import import load_on_use
from supervision_tui.practice.library.content_files import CompiledContent, own_content, shipped_content
from supervision_tui.practice.library.library import Library, LibraryPart
from supervision_tui.resources import content_folder
from supervision_tui.text import clean
from supervision_tui.yaml_files import FileFormatError, FileProblem, checked_file, load_yaml, validated


class _PartFiles(NamedTuple):
    """Where the files of a part stand, shipped ones and a team's own, what they are, and a key that only they have."""

    shipped: str
    own: str
    model: str
    telltale_key: str


_PARTS = {
    "packs": _PartFiles("prompts", "prompts", "Pack", "prompts"),
    "templates": _PartFiles("templates/sessions", "sessions", "SessionTemplate", "stages"),
    "frameworks": _PartFiles("templates/frameworks", "frameworks", "Framework", "lenses"),
    "checklists": _PartFiles("templates/checklists", "checklists", "Checklist", "sections"),
}
"""The parts of the library."""
OWN_FOLDERS = {name: files.own for name, files in _PARTS.items()}
"""Part of the library to the folder in which a team keeps its own files of that part."""

_load: Any = load_on_use(
    "supervision_tui.practice.library",
    {
        "packs": "Pack",
        "session_templates": "SessionTemplate",
        "frameworks": "Framework",
        "checklists": "Checklist",
        "cross_references": "broken_references",
    },
)
"""The model of a part by its name, and what is asked of own files alone: imported when it is needed."""


def load_library(*own: Path) -> Library:
    """Read the shipped content and every folder of *own*; what stands in a later one wins by id.

    What own files name in one another and in the shipped content is checked too; that the shipped content fits together
    is for the tests.

    Args:
        own: folders that may hold ``prompts``, ``sessions``, ``frameworks``, ``checklists``.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    loader = _Loader(own)
    library = Library(
        LibraryPart(partial(loader.part, "packs")),
        LibraryPart(partial(loader.part, "templates")),
        LibraryPart(partial(loader.part, "frameworks")),
        LibraryPart(partial(loader.part, "checklists")),
        loader.problems,
    )
    if not any(_own_files(folder, name) for folder in own for name in OWN_FOLDERS):
        return library
    found = library.problems
    loader.close()
    read = replace(library, known_problems=found, own=frozenset(loader.own_files))
    return checked(read, loader.own_files) if loader.own_files else read


def checked(library: Library, files: dict[str, Path]) -> Library:
    """*library*, with a problem for whatever one of *files* names and is not there."""
    return replace(library, known_problems=(*library.problems, *_load("broken_references")(library, files)))


def check_file(path: Path, library: Library) -> tuple[FileProblem, ...]:
    """What is wrong with one file, of whichever part it is, and with what it names in *library*."""
    joined = Library(dict(library.packs), dict(library.templates), dict(library.frameworks), dict(library.checklists))
    try:
        source = load_yaml(path)
        keys = source.value.keys() if isinstance(source.value, dict) else set()
        for name, files in _PARTS.items():
            if files.telltale_key in keys:
                item = validated(_load(files.model), source)
                part = f"{name}/{item.id}"
                getattr(joined, name)[item.id] = item
                return checked(replace(joined, own=library.own | {part}), {part: path}).problems
    except FileFormatError as trouble:
        return trouble.problems
    words = "This is no pack, format, framework or checklist."
    wanted = f"Such a file has one of these: {', '.join(files.telltale_key for files in _PARTS.values())}."
    return (FileProblem(clean(path.name), 1, 1, words, wanted),)


class _Loader:
    """Reads the files of each part, shipped ones first; *own_files* are a team's own, as ``packs/ours``."""

    def __init__(self, own: Sequence[Path]) -> None:
        self.problems: list[FileProblem] = [problem for folder in own for problem in problem_files(folder)]
        self.own_files: dict[str, Path] = {}
        self._own = {folder: own_content(folder) for folder in own}

    def close(self) -> None:
        """Keep what was parsed of a team's own files for the next time."""
        for content in self._own.values():
            content.close()

    def part(self, name: str) -> dict[str, Any]:
        """Every file of one part, in the natural order of ids (T10 after T9); own files win by id."""
        files = _PARTS[name]
        model, shipped = _load(files.model), shipped_content(files.shipped)
        found: dict[str, Any] = {}
        for path in sorted(content_folder(files.shipped).glob("*.yaml")):
            item = self._read(shipped, path, model)
            if item is not None:
                found[item.id] = item
        shipped.close()
        for own, content in self._own.items():
            for path in _own_files(own, name):
                item = self._read(content, path, model)
                if item is not None and self._is_new(f"{name}/{item.id}", path):
                    found[item.id] = item
        return {id_: found[id_] for id_ in sorted(found, key=_natural)}

    def _is_new(self, part_and_id: str, path: Path) -> bool:
        """Whether no own file of the same folder had the same id; the second one is told of."""
        first = self.own_files.get(part_and_id)
        if first is not None and first.parent == path.parent:
            id_ = part_and_id.partition("/")[2]
            words = f"The id '{id_}' is already used by {clean(first.name)}."
            self.problems.append(FileProblem(clean(path.name), 1, 1, words, "Give one of the two another id."))
            return False
        self.own_files[part_and_id] = path
        return True

    def _read(self, content: CompiledContent, path: Path, model: Any) -> Any:
        try:
            return content.read(checked_file(path), model)
        except FileFormatError as trouble:
            self.problems += trouble.problems
        except OSError as trouble:
            words = f"This file cannot be opened ({trouble.strerror or 'no reason given'})."
            self.problems.append(FileProblem(clean(path.name), 1, 1, words, "Look at its permissions."))
        return None


def problem_files(folder: Path) -> list[FileProblem]:
    """A problem for each file of a team's own, in its *folder*, that nothing reads: in no part, or another ending."""
    if not folder.is_dir():
        return []
    wanted = f"A file ends in .yaml and stands in one of these: {', '.join(OWN_FOLDERS.values())}."
    places = (folder, *(path for path in folder.iterdir() if path.is_dir() and path.name not in _READ))
    loose = [path for place in places for path in place.glob("*") if path.suffix.casefold() in _LIKE_CONTENT]
    parts = [path for name in OWN_FOLDERS.values() for path in (folder / name).glob("*") if path.is_file()]
    other = [path for path in parts if path.suffix.casefold() not in _ENDINGS]
    deep = [path for name in OWN_FOLDERS.values() for path in (folder / name).glob("*/**/*")
            if path.suffix.casefold() in _LIKE_CONTENT]  # fmt: skip
    skipped = (".", "~", "readme", "danger.txt")
    return [
        *_no_folders(folder),
        *(
            FileProblem(clean(str(path.relative_to(folder))), 1, 1, "This file stands where nothing reads it.", wanted)
            for path in sorted((*loose, *other, *deep))
            if not path.name.casefold().startswith(skipped)
        ),
    ]


def _no_folders(folder: Path) -> list[FileProblem]:
    """A problem for each part that is no folder: a file of its name, or a link that leads nowhere."""
    parts = [folder / name for name in sorted(_READ) if os.path.lexists(folder / name)]
    return [
        FileProblem(path.name, 1, 1, "This is no folder, so nothing in it is read.", "Make it a folder of that name.")
        for path in parts
        if not path.is_dir()
    ]


_ENDINGS = frozenset({".yaml", ".yml"})
_LIKE_CONTENT = frozenset({".yaml", ".yml", ".json", ".txt", ".toml"})
"""Endings of files that somebody may have meant as content."""
_READ = frozenset({*OWN_FOLDERS.values(), "documents", "language"})
"""Folders of a team's own that something reads."""


def _own_files(folder: Path, name: str) -> list[Path]:
    """A team's own files of one part, in its *folder*."""
    inner = folder / OWN_FOLDERS[name]
    return sorted(path for path in inner.glob("*") if path.suffix.casefold() in _ENDINGS)


def _natural(id_: str) -> tuple[str | int, ...]:
    """A key that sorts ``T9`` before ``T10``: words and numbers in turn."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", id_))
