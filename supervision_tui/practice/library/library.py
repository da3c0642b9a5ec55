"""The practice library: every pack, session format, framework and checklist, shipped ones and a team's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from supervision_tui.practice.library.checklists import Checklist
    from supervision_tui.practice.library.frameworks import Framework
    from supervision_tui.practice.library.packs import Pack, Prompt
    from supervision_tui.practice.library.session_templates import SessionTemplate
    from supervision_tui.yaml_files import FileProblem

ContentT = TypeVar("ContentT")


class LibraryPart(Mapping[str, ContentT]):
    """A part of the library by id, read by *read* when it is first looked at: questions need no session format."""

    def __init__(self, read: Callable[[], dict[str, ContentT]]) -> None:
        self._read = read

    @cached_property
    def _by_id(self) -> dict[str, ContentT]:
        return self._read()

    def __getitem__(self, id_: str) -> ContentT:
        return self._by_id[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


@dataclass(frozen=True)
class Library:
    """Everything that was found, by id; a part may be one that is read when it is first looked at."""

    packs: Mapping[str, Pack]
    templates: Mapping[str, SessionTemplate]
    frameworks: Mapping[str, Framework]
    checklists: Mapping[str, Checklist]
    known_problems: Sequence[FileProblem] = ()
    """Files, or parts of them, that could not be used, as far as parts were read."""
    own: frozenset[str] = frozenset()
    """What came from the team's own files, as ``packs/circular``."""

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """Every file, or part of one, that could not be used; reads all parts."""
        for part in (self.packs, self.templates, self.frameworks, self.checklists):
            len(part)
        return tuple(self.known_problems)

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

    def templates_for(self, framework: Framework | None) -> tuple[SessionTemplate, ...]:
        """Every session format, those that the framework uses first."""
        return _first(self.templates, framework.templates if framework else ())

    def checklists_for(self, framework: Framework | None) -> tuple[Checklist, ...]:
        """Every checklist, the framework's own first."""
        return _first(self.checklists, framework.checklists if framework else ())


def _first(by_id: Mapping[str, ContentT], ids: Iterable[str]) -> tuple[ContentT, ...]:
    order = dict.fromkeys((*(id_ for id_ in ids if id_ in by_id), *by_id))
    return tuple(by_id[id_] for id_ in order)
