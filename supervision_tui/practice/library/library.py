"""The practice library: every pack, session format, framework and checklist, shipped ones and a team's own.

A team's own files join and win by id. A file with a fault is told of, with line and column, and the rest still loads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from supervision_tui.practice.library.checklists import Checklist
from supervision_tui.practice.library.content_file import read_content
from supervision_tui.practice.library.frameworks import Framework
from supervision_tui.practice.library.packs import Pack, Prompt
from supervision_tui.practice.library.session_templates import SessionTemplate
from supervision_tui.resources import content_folder
from supervision_tui.text import clean
from supervision_tui.yaml_files import FileFormatError, FileProblem, load_yaml, validated

FOLDERS = {"packs": "prompts", "templates": "sessions", "frameworks": "frameworks", "checklists": "checklists"}
"""Part of the library to the folder in which a team keeps its own files of that part."""


NamedT = TypeVar("NamedT", Pack, SessionTemplate, Framework, Checklist)


@dataclass(frozen=True)
class Library:
    """Everything that was found, by id; *problems* are files, or parts of them, that could not be used."""

    packs: dict[str, Pack]
    templates: dict[str, SessionTemplate]
    frameworks: dict[str, Framework]
    checklists: dict[str, Checklist]
    problems: tuple[FileProblem, ...] = ()
    own: frozenset[str] = frozenset()
    """What came from the team's own files, as ``packs/circular``."""

    @cached_property
    def prompts(self) -> dict[str, Prompt]:
        """Every prompt by id; where two packs use one id, a team's own pack wins."""
        packs = sorted(self.packs.values(), key=lambda pack: f"packs/{pack.id}" in self.own)
        return {prompt.id: prompt for pack in packs for prompt in pack.prompts}

    @cached_property
    def pack_of(self) -> dict[str, Pack]:
        """The pack of each prompt, by the prompt's id."""
        return {
            prompt.id: pack
            for pack in self.packs.values()
            for prompt in pack.prompts
            if self.prompts[prompt.id] is prompt
        }

    def packs_for(self, framework: Framework | None) -> tuple[Pack, ...]:
        """Every pack, the framework's lenses first."""
        return _first(self.packs, framework.lenses if framework else ())

    def templates_for(self, framework: Framework | None) -> tuple[SessionTemplate, ...]:
        """Every session format, those that the framework uses first."""
        return _first(self.templates, framework.templates if framework else ())

    def checklists_for(self, framework: Framework | None) -> tuple[Checklist, ...]:
        """Every checklist, the framework's own first."""
        return _first(self.checklists, framework.checklists if framework else ())


def _first(found: dict[str, NamedT], ids: Iterable[str]) -> tuple[NamedT, ...]:
    order = dict.fromkeys((*(one for one in ids if one in found), *found))
    return tuple(found[one] for one in order)


def load_library(own: Path | None = None) -> Library:
    """Read the shipped content and, where *own* is given, a team's own.

    Args:
        own: a folder that may hold ``prompts``, ``sessions``, ``frameworks``, ``checklists``.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    from supervision_tui.practice.library.cross_references import broken_references  # noqa: PLC0415 - it looks at the finished library

    loading = _Loading(own)
    library = Library(
        loading.part("packs", Pack, "prompts"),
        loading.part("templates", SessionTemplate, "templates/sessions"),
        loading.part("frameworks", Framework, "templates/frameworks"),
        loading.part("checklists", Checklist, "templates/checklists"),
        tuple(loading.problems),
        frozenset(loading.own_ids),
    )
    found = broken_references(library, loading.files)
    if not found:
        return library
    return replace(library, problems=(*library.problems, *found))


def check_file(path: Path, library: Library) -> tuple[FileProblem, ...]:
    """What is wrong with one file, of whichever part it is, and with what it names in *library*."""
    from supervision_tui.practice.library.cross_references import broken_references  # noqa: PLC0415 - as above

    joined = Library(dict(library.packs), dict(library.templates), dict(library.frameworks), dict(library.checklists))
    try:
        source = load_yaml(path)
        keys = source.value.keys() if isinstance(source.value, dict) else set()
        for key, (name, model) in _TOLD_BY.items():
            if key in keys:
                one = validated(model, source)
                part = f"{name}/{one.id}"
                getattr(joined, name)[one.id] = one
                return tuple(broken_references(replace(joined, own=library.own | {part}), {part: path}))
    except FileFormatError as trouble:
        return trouble.problems
    words = "This is no pack, format, framework or checklist."
    wanted = f"Such a file has one of these: {', '.join(_TOLD_BY)}."
    return (FileProblem(clean(path.name), 1, 1, words, wanted),)


_TOLD_BY: dict[str, tuple[str, type[Pack | SessionTemplate | Framework | Checklist]]] = {
    "prompts": ("packs", Pack),
    "stages": ("templates", SessionTemplate),
    "lenses": ("frameworks", Framework),
    "sections": ("checklists", Checklist),
}
"""A key that only one part has, and that part."""


class _Loading:
    def __init__(self, own: Path | None) -> None:
        self.problems: list[FileProblem] = []
        self.own_ids: set[str] = set()
        self.files: dict[str, Path] = {}
        self._own: Path | None = own

    def part(self, name: str, model: type[NamedT], folder: str) -> dict[str, NamedT]:
        """Every file of one part; a team's own are read last and win."""
        found: dict[str, NamedT] = {}
        for path in sorted(content_folder(folder).glob("*.yaml")):
            for one in self._one(path, model):
                found[one.id] = one
                self.files[f"{name}/{one.id}"] = path
        if self._own is None:
            return found
        own: Path = self._own / FOLDERS[name]
        for path in sorted((*own.glob("*.yaml"), *own.glob("*.yml"))):
            for one in self._one(path, model):
                if f"{name}/{one.id}" in self.own_ids:
                    first = self.files[f"{name}/{one.id}"].name
                    words = f"The id '{one.id}' is already used by {clean(first)}."
                    self.problems.append(FileProblem(clean(path.name), 1, 1, words, "Give one of the two another id."))
                    continue
                found[one.id] = one
                self.own_ids.add(f"{name}/{one.id}")
                self.files[f"{name}/{one.id}"] = path
        return found

    def _one(self, path: Path, model: type[NamedT]) -> tuple[NamedT, ...]:
        try:
            return (read_content(path, model),)
        except FileFormatError as trouble:
            self.problems += trouble.problems
        except OSError as trouble:
            words = f"This file cannot be opened ({trouble.strerror or 'no reason given'})."
            self.problems.append(FileProblem(clean(path.name), 1, 1, words, "Look at its permissions."))
        return ()
