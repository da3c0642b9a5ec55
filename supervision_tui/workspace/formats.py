"""The session formats and the practice library that this workspace offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from supervision_tui.practice import Library, SessionTemplate, load_library
from supervision_tui.session.activities import can_be_held
from supervision_tui.workspace.places import own_content


class Formats:
    """Session formats by id, loaded when first asked for."""

    @cached_property
    def library(self) -> Library:
        """Packs, templates, frameworks and checklists: those shipped, and the team's own, which win."""
        own = own_content()
        return load_library(own if own.is_dir() else None)

    def __getitem__(self, template_id: str) -> SessionTemplate:
        return self.library.templates[template_id]

    def __iter__(self) -> Iterator[SessionTemplate]:
        """The formats that this program can hold, in the order of their ids."""
        for _, template in sorted(self.library.templates.items()):
            if can_be_held(template):
                yield template
