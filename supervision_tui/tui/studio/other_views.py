"""From the genogram to the other drawings of the same family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supervision_tui.tui.commands import Command

if TYPE_CHECKING:
    from supervision_tui.tui.studio.list_screen import SheetScreen
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in a base below


class Opening(Command["StudioScreen"]):
    """Open another drawing of the family."""

    @property
    def possible(self) -> bool:
        return bool(self.screen.selected) and not self.screen.writing and self.screen.as_at is None

    def open(self, kind: type[SheetScreen]) -> None:
        """Show the drawing of that *kind*, for whoever is selected."""
        here = self.screen
        here.app.push_screen(kind(here.board, here.selected, here.focus_children, here.draw))


class Ecomap(Opening):
    """Open the ecomap: the services, places, groups and people round the family."""

    key, words, quiet = "o", "Ecomap", True

    def run(self) -> None:
        from supervision_tui.tui.studio.ecomap import EcomapScreen  # noqa: PLC0415 - the screens know these commands

        self.open(EcomapScreen)


class Timeline(Opening):
    """Open the timeline: what happened, in order, and what it meant for the child."""

    key, words, quiet = "l", "Timeline", True

    def run(self) -> None:
        from supervision_tui.tui.studio.timeline import TimelineScreen  # noqa: PLC0415 - as above

        self.open(TimelineScreen)


class WithCare(Opening):
    """What is handled with care: harm, what must not be told, a parent who is not sure, a home that is not recorded."""

    key, words, quiet = "w", "With care", True

    def run(self) -> None:
        from supervision_tui.tui.studio.sensitive_facts import CareScreen  # noqa: PLC0415 - as above

        here = self.screen
        here.app.push_screen(CareScreen(here.board, here.selected, here.draw))


class Particulars(Opening):
    """Open everything that is known of whoever is selected: every field, part by part."""

    key, words, quiet = "i", "Everything known", True

    def run(self) -> None:
        from supervision_tui.tui.studio.person_details import ParticularsScreen  # noqa: PLC0415 - as above

        here = self.screen
        here.app.push_screen(ParticularsScreen(here.board, here.selected, here.draw))


OPENING_COMMANDS: tuple[type[Command[Any]], ...] = (Ecomap, Timeline, WithCare, Particulars)
