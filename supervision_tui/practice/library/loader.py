"""Loads the library: the shipped content, and a team's own files, which join it and win by id.

A file with a fault is told of, with line and column, and the rest still loads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from supervision_tui.practice.library.checklists import Checklist
from supervision_tui.practice.library.content_files import CompiledContent, own_content, shipped_content
from supervision_tui.practice.library.cross_references import broken_references
from supervision_tui.practice.library.frameworks import Framework
from supervision_tui.practice.library.library import Library
from supervision_tui.practice.library.packs import Pack
from supervision_tui.practice.library.session_templates import SessionTemplate
from supervision_tui.resources import content_folder
from supervision_tui.text import clean
from supervision_tui.yaml_files import FileFormatError, FileProblem, load_yaml, validated

OWN_FOLDERS = {"packs": "prompts", "templates": "sessions", "frameworks": "frameworks", "checklists": "checklists"}
"""Part of the library to the folder in which a team keeps its own files of that part."""

ContentT = TypeVar("ContentT", Pack, SessionTemplate, Framework, Checklist)

_TELLTALE_KEYS: dict[str, tuple[str, type[Pack | SessionTemplate | Framework | Checklist]]] = {
    "prompts": ("packs", Pack),
    "stages": ("templates", SessionTemplate),
    "lenses": ("frameworks", Framework),
    "sections": ("checklists", Checklist),
}
"""A key that only one part has, and that part."""


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
        loader.part("packs", Pack, "prompts"),
        loader.part("templates", SessionTemplate, "templates/sessions"),
        loader.part("frameworks", Framework, "templates/frameworks"),
        loader.part("checklists", Checklist, "templates/checklists"),
        tuple(loader.problems),
        frozenset(loader.own_files),
    )
    loader.close()
    return checked(library, loader.own_files) if loader.own_files else library


def checked(library: Library, files: dict[str, Path]) -> Library:
    """*library*, with a problem for whatever one of *files* names and is not there."""
    return replace(library, problems=(*library.problems, *broken_references(library, files)))


def check_file(path: Path, library: Library) -> tuple[FileProblem, ...]:
    """What is wrong with one file, of whichever part it is, and with what it names in *library*."""
    joined = Library(dict(library.packs), dict(library.templates), dict(library.frameworks), dict(library.checklists))
    try:
        source = load_yaml(path)
        keys = source.value.keys() if isinstance(source.value, dict) else set()
        for key, (name, model) in _TELLTALE_KEYS.items():
            if key in keys:
                item = validated(model, source)
                part = f"{name}/{item.id}"
                getattr(joined, name)[item.id] = item
                return checked(replace(joined, own=library.own | {part}), {part: path}).problems
    except FileFormatError as trouble:
        return trouble.problems
    words = "This is no pack, format, framework or checklist."
    wanted = f"Such a file has one of these: {', '.join(_TELLTALE_KEYS)}."
    return (FileProblem(clean(path.name), 1, 1, words, wanted),)


class _Loader:
    """Reads the files of each part, shipped ones first; *own_files* are a team's own, as ``packs/ours``."""

    def __init__(self, own: Sequence[Path]) -> None:
        self.problems: list[FileProblem] = []
        self.own_files: dict[str, Path] = {}
        self._own = {folder: own_content(folder) for folder in own}

    def close(self) -> None:
        """Keep what was parsed for the next time."""
        shipped_content().close()
        for content in self._own.values():
            content.close()

    def part(self, name: str, model: type[ContentT], folder: str) -> dict[str, ContentT]:
        """Every file of one part, in the natural order of ids (T10 after T9); own files win by id."""
        found: dict[str, ContentT] = {}
        for path in sorted(content_folder(folder).glob("*.yaml")):
            item = self._read(shipped_content(), path, model)
            if item is not None:
                found[item.id] = item
        for own, content in self._own.items():
            folder_of_own: Path = own / OWN_FOLDERS[name]
            for path in sorted((*folder_of_own.glob("*.yaml"), *folder_of_own.glob("*.yml"))):
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

    def _read(self, content: CompiledContent, path: Path, model: type[ContentT]) -> ContentT | None:
        try:
            return content.read(path, model)
        except FileFormatError as trouble:
            self.problems += trouble.problems
        except OSError as trouble:
            words = f"This file cannot be opened ({trouble.strerror or 'no reason given'})."
            self.problems.append(FileProblem(clean(path.name), 1, 1, words, "Look at its permissions."))
        return None


def _natural(id_: str) -> tuple[str | int, ...]:
    """A key that sorts ``T9`` before ``T10``: words and numbers in turn."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", id_))
