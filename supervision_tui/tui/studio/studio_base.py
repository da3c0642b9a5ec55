"""The studio as its parts know it: lists, suggestions and command handlers are typed by this.

:class:`supervision_tui.tui.studio.screen.StudioScreen` is the only implementation.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from supervision_tui.tui.studio.line_prompt import LinePromptScreen
from supervision_tui.tui.studio.neighbourhood import Neighbourhood
from supervision_tui.tui.studio.tie_layers import TieLayers

if TYPE_CHECKING:
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.editing import FamilyEditor

DrawnView = Literal["family", "ties", "household", "health", "culture"]
"""What a drawing can show."""
ViewName = Literal[DrawnView, "people missing"]
VIEWS: tuple[ViewName, ...] = ("family", "ties", "household", "health", "culture", "people missing")
"""The views in the order in which one key leads through them."""


class StudioBase(LinePromptScreen):
    """A family, while people draw it: what is shown of it, and who is selected.

    Args:
        editor: the family, its steps and how it is saved.
        focus: ids of the children whom the session is about; the family's own when empty.
    """

    app: Program

    def __init__(self, editor: FamilyEditor, focus: tuple[str, ...] = ()) -> None:
        super().__init__(editor)
        self._focus = focus
        people = [*self.focus_children, *(person.id for person in editor.family.persons)]
        self.selected = next(iter(people), "")
        self.as_at: date | None = None
        """The day as at which the family is shown; ``None`` is today."""
        self.neighbourhood: Neighbourhood | None = None
        """Who is shown; ``None`` is everybody."""
        self.tie_layers = TieLayers()
        """Which ties are drawn."""
        self.view_name: ViewName = VIEWS[0]

    @property
    def focus_children(self) -> tuple[str, ...]:
        """Ids of the children whom the work is about."""
        return self._focus or self.editor.family.focus

    @property
    def view(self) -> DrawnView:
        """What is drawn."""
        return "family" if self.view_name == "people missing" else self.view_name

    @property
    def shows_missing_people(self) -> bool:
        """Whether it is shown who is missing."""
        return self.view_name == "people missing"

    def draw(self, *, tidy: bool = False) -> None:
        """Lay out and draw what stands now; people may move without need where it is to be *tidy*."""
        raise NotImplementedError

    def show_view(self, view: ViewName) -> None:
        """Show one of the views."""
        self.view_name = view
        self.draw()

    def show_person(self) -> None:
        """Under the drawing: who is selected, what they are to the child, and what there is to look at."""
        raise NotImplementedError

    def next_labels(self) -> None:
        """Names, then initials, then symbols only."""
        raise NotImplementedError

    def look_at(self, people: tuple[str, ...], placeholders: tuple[str, ...]) -> None:
        """Select *people*, and bring into sight the *placeholders* of somebody missing."""
        raise NotImplementedError

    def select_first(self, people: Sequence[str]) -> None:
        """Select the first of *people* who is on the drawing."""
        raise NotImplementedError
