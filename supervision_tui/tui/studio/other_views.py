"""From the genogram to the other drawings of the same family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.tui.commands import ScreenCommand

if TYPE_CHECKING:
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in a base below


class OpenViewCommand(ScreenCommand["StudioScreen"]):
    """Open another screen on the family, for the person selected."""

    @property
    def possible(self) -> bool:
        return bool(self.screen.selected) and not self.screen.writing and self.screen.as_at is None


class OpenEcomap(OpenViewCommand):
    """Open the ecomap: the services, places, groups and people round the family."""

    key, label, hide_in_footer = "o", "Ecomap", True

    def run(self) -> None:
        from supervision_tui.tui.studio.ecomap import EcomapScreen  # noqa: PLC0415 - the screens know these commands

        studio = self.screen
        studio.app.push_screen(EcomapScreen(studio.editor, studio.selected, studio.focus_children, studio.draw))


class OpenTimeline(OpenViewCommand):
    """Open the timeline: what happened, in order, and what it meant for the child."""

    key, label, hide_in_footer = "l", "Timeline", True

    def run(self) -> None:
        from supervision_tui.tui.studio.timeline import TimelineScreen  # noqa: PLC0415 - as above

        studio = self.screen
        studio.app.push_screen(TimelineScreen(studio.editor, studio.selected, studio.focus_children, studio.draw))


class OpenSensitiveFacts(OpenViewCommand):
    """What is handled with care: harm, what must not be told, a parent who is not sure, a home that is not recorded."""

    key, label, hide_in_footer = "w", "With care", True

    def run(self) -> None:
        from supervision_tui.tui.studio.sensitive_facts import SensitiveFactsScreen  # noqa: PLC0415 - as above

        studio = self.screen
        studio.app.push_screen(SensitiveFactsScreen(studio.editor, studio.selected, studio.draw))


class OpenPersonDetails(OpenViewCommand):
    """Open everything that is known of the person selected: every field, part by part."""

    key, label, hide_in_footer = "i", "Everything known", True

    def run(self) -> None:
        from supervision_tui.tui.studio.person_details import PersonDetailsScreen  # noqa: PLC0415 - as above

        studio = self.screen
        studio.app.push_screen(PersonDetailsScreen(studio.editor, studio.selected, studio.draw))
