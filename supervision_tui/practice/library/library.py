"""The practice library: every pack, session format, framework and checklist, shipped ones and a team's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from supervision_tui.practice.library.checklists import Checklist
from supervision_tui.practice.library.frameworks import Framework
from supervision_tui.practice.library.packs import Pack, Prompt
from supervision_tui.practice.library.session_templates import SessionTemplate
from supervision_tui.yaml_files import FileProblem

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


def _first(by_id: dict[str, NamedT], ids: Iterable[str]) -> tuple[NamedT, ...]:
    order = dict.fromkeys((*(id_ for id_ in ids if id_ in by_id), *by_id))
    return tuple(by_id[id_] for id_ in order)
