"""On Families: note that the team's involvement with a family ended, or that it goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.tui.commands import Command
from supervision_tui.tui.screens.ask import AskScreen, TellScreen

if TYPE_CHECKING:
    from supervision_tui.tui.screens.families import FamiliesScreen  # noqa: F401 - named in the base below

GOES_ON = {"-", "–"}
"""Typed in the place of a day: involvement goes on after all."""


class InvolvementEnded(Command["FamiliesScreen"]):
    """Your team's involvement with this family ended: 28 days later its working space should go, if you say so then."""

    key, words, quiet = "e", "Involvement ended", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen)

    def run(self) -> None:
        family, desk, app = self.screen.chosen, self.screen.desk, self.screen.app
        start = (desk.involvements.of(family).ended or desk.today()).isoformat()
        question = f"On which day did involvement with {family} end? (- if it goes on)"

        def noted(words: str | None) -> None:
            from supervision_tui.workspace.notebook.retention import Retention  # noqa: PLC0415 - only now needed

            if words is None:
                return
            goes_on = words.strip() in GOES_ON
            try:
                day = None if goes_on else date.fromisoformat(words.strip())
            except ValueError:
                app.push_screen(TellScreen("No day", f"'{words}' is not a day. Write it as 2026-11-24."))
                return
            goes = Retention(desk).end_involvement(family, day)
            told = f"Involvement with {family} goes on; nothing of it has a day to go."
            if goes:
                told = (
                    f"The working space of {family} should go on {goes.day} {goes:%B %Y}. Nothing goes by itself: "
                    "Notebook (n on Today), What should go (g), asks you then."
                )
            app.push_screen(TellScreen("Noted", told))

        app.push_screen(AskScreen(question, "2026-11-24", start), noted)
