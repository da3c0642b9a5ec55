"""The session formats and the practice library that this workspace offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from supervision_tui.practice import Framework, Library, SessionTemplate, load_library
from supervision_tui.session import Session
from supervision_tui.session.meeting_steps import part_of_meeting
from supervision_tui.workspace.organisation import organisation
from supervision_tui.workspace.paths import content_folders


@dataclass(frozen=True, slots=True)
class FrameworkOption:
    """A framework as a list shows it, before there is any notebook."""

    id: str
    title: str
    about: str


def frameworks() -> list[FrameworkOption]:
    """The frameworks that can be worked by: the organisation's first, then the plain one, then by the library."""
    library = load_library(*content_folders())
    ruled = organisation()
    first = (ruled.settings.framework, "plain")
    listed = sorted(library.frameworks.values(), key=lambda framework: (*first, framework.id).index(framework.id))
    if ruled.is_fixed("framework"):
        listed = listed[:1]
    return [FrameworkOption(framework.id, str(framework.title), str(framework.about)) for framework in listed]


class SessionFormats:
    """Session formats by id, loaded when first asked for.

    Args:
        chosen: gives the id of the framework that is worked by.
    """

    def __init__(self, chosen: Callable[[], str]) -> None:
        self._chosen = chosen
        self._worded: dict[tuple[str, str], SessionTemplate] = {}

    @cached_property
    def library(self) -> Library:
        """Packs, templates, frameworks and checklists: those shipped, and the team's own, which win."""
        return load_library(*content_folders())

    @property
    def framework(self) -> Framework:
        """The framework that is worked by; the plain one where the chosen one is not there any more."""
        return self.library.frameworks.get(self._chosen()) or self.library.frameworks["plain"]

    def __getitem__(self, template_id: str) -> SessionTemplate:
        """The format of an id, in the words of the framework that is worked by."""
        key = (self.framework.id, template_id)
        if key not in self._worded:
            self._worded[key] = self.framework.reword_template(self.library.templates[template_id])
        return self._worded[key]

    def of(self, session: Session) -> SessionTemplate:
        """The format of *session*: where it is a part of a meeting, what belongs to that part."""
        template = self[session.template_id]
        return part_of_meeting(template, family=bool(session.family_id)) if template.family == "several" else template

    def __iter__(self) -> Iterator[SessionTemplate]:
        """The formats that can be held, the framework's own first."""
        yield from (self[template.id] for template in self.library.templates_for(self.framework))
