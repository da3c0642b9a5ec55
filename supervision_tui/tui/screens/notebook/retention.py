"""What should go and when: a person lets each thing go, keeps it with a reason, or puts it on hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static

from supervision_tui.days import weekday_in_words
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.dialogs import GOES_ON, AskDayScreen, AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.screens.place import Panel, Place
from supervision_tui.vault import VaultError
from supervision_tui.workspace.notebook import DisposalItem, RetentionSchedule

RULES = (
    "The copy of a record goes once it is noted as filed. A family's working space goes 28 days after your team's "
    "involvement ended (i notes the day). Private notes live 14 days at most. A worker's supervision record stays by "
    "your council's own schedule. Nothing goes by itself: you decide on each."
)
LONGER = (("28", "28 days more"), ("182", "Half a year more"), ("365", "A year more"))


class LetGo(Command):
    """Delete it for good, with every earlier version. You are shown first what goes."""

    key, label = "d", "Let it go"


class KeepLonger(Command):
    """Keep it longer, and say why."""

    key, label = "k", "Keep longer"


class EndInvolvement(Command):
    """Note that your team's involvement with a family ended, on which day, or that it goes on after all."""

    key, label = "i", "Ended"


class PutOnHold(Command):
    """A court, a complaint, an inquiry or a practice review needs what is kept about a family: nothing of it may go."""

    key, label = "h", "Hold"


class EndHold(Command):
    """End the hold on everything about a family, and say why."""

    key, label = "u", "End a hold"


class BackToNotebook(Command):
    """Back to the notebook."""

    key, label = "escape", "Back"


class RetentionScreen(Place):
    """What should go."""

    NAME = "What should go"
    ABOUT = "How long things stay, and what should go when. Nothing is deleted unless you say so, one by one."
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        LetGo, KeepLonger, EndInvolvement, PutOnHold, EndHold, BackToNotebook,
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._goings: list[DisposalItem] = []
        self.held: list[tuple[str, str]] = []

    @cached_property
    def retention(self) -> RetentionSchedule:
        """The rules over the open notebook."""
        return RetentionSchedule(self.workspace)

    def body(self) -> ComposeResult:
        """The list, holds, the rules."""
        yield Panel("What should go, and when", "Nothing has to go.", id="going")
        with VerticalScroll(id="rules"):
            yield Static(id="holds")
            yield Static(content(RULES), classes="quiet")

    def on_mount(self) -> None:
        """Ready to choose."""
        super().on_mount()
        self.fill()
        self.query_one("#going OptionList").focus()

    def fill(self) -> None:
        """What should go now."""
        today = self.workspace.today()
        self._goings = self.retention.disposals()
        rows = [(str(at), content(going.words(today))) for at, going in enumerate(self._goings)]
        self.query_one("#going", Panel).fill(rows)
        known = [
            (heading.id, self.workspace.involvements.of(heading.id).hold)
            for heading in self.workspace.families.headings()
        ]
        self.held = [(family, str(reason)) for family, reason in known if reason]
        self.query_one("#holds", Static).update(
            stacked(
                *(content(f"On hold: everything about {family} ({reason})", "$warning") for family, reason in self.held)
            )
        )
        self.refresh_bindings()

    @property
    def chosen(self) -> DisposalItem | None:
        """What the cursor is on."""
        at = self.query_one("#going OptionList", OptionList).highlighted
        return self._goings[at] if at is not None and at < len(self._goings) else None

    @on(LetGo)
    @on(OptionList.OptionSelected, "#going OptionList")
    def ask_to_let_go(self) -> None:
        """Show what would go, and ask."""
        going = self.chosen
        if going is None:
            return
        listed = "\n".join(f"  {kind} {ident}" for kind, ident in going.documents)
        words = f"{going.title}\n{going.why}\n\nThis is deleted for good, with every earlier version:\n{listed}"
        choices = [("back", "Not now"), ("go", "Delete it for good")]

        def decided(choice: str | None) -> None:
            if choice == "go":
                self.do(lambda: self.retention.dispose(going))

        self.app.push_screen(ChooseScreen("Let it go?", choices, words), decided)

    def with_family(self, question: str, then: Callable[[str], None]) -> None:
        """Have a family chosen, and go on with its id."""
        choices = [(heading.id, f"{heading.id}  {heading.title}") for heading in self.workspace.families.headings()]
        if not choices:
            self.app.push_screen(NoticeScreen("No family", "No family is here yet."))
            return
        self.app.push_screen(ChooseScreen(question, choices), lambda family: then(family) if family else None)

    def end_involvement(self, family_id: str, words: str | None) -> None:
        """Note the day that was typed."""
        if words is None:
            return
        day = None if words in GOES_ON else date.fromisoformat(words)
        self.do(lambda: self.retention.end_involvement(family_id, day))

    def do(self, act: Callable[[], object]) -> None:
        """Do *act*, tell what came of it in words if it says so, and show what should go now."""
        try:
            message = act()
        except (VaultError, ValueError) as error:
            message = str(error)
        self.fill()
        if isinstance(message, str):
            self.app.push_screen(NoticeScreen("What should go", message))

    @enabled_when(LetGo, KeepLonger)
    def _something_is_chosen(self) -> bool:
        return self.chosen is not None

    @on(KeepLonger)
    def _keep_longer(self) -> None:
        going = self.chosen
        app = self.app
        if going is None:
            return

        def reason(days: str | None) -> None:
            if days:
                until = max(going.day, self.workspace.today()) + timedelta(days=int(days))
                app.push_screen(
                    AskScreen("Why is it kept longer?", "in a few words, without names"),
                    lambda words: self.do(lambda: self.retention.extend(going, until, words or "")),
                )

        app.push_screen(ChooseScreen("How much longer?", list(LONGER)), reason)

    @on(EndInvolvement)
    def _end_involvement(self) -> None:
        self.with_family("Involvement with which family?", self._ask_day)

    def _ask_day(self, family_id: str) -> None:
        today = self.workspace.today()
        known = self.workspace.involvements.of(family_id).ended or today
        self.app.push_screen(
            AskDayScreen(
                f"On which day did involvement with {family_id} end? (- if it goes on)", today, weekday_in_words(known)
            ),
            lambda words: self.end_involvement(family_id, words),
        )

    @on(PutOnHold)
    def _put_on_hold(self) -> None:
        self.with_family("Put everything about which family on hold?", self._ask_hold_reason)

    def _ask_hold_reason(self, family_id: str) -> None:
        self.app.push_screen(
            AskScreen("Why? Who tries to delete it will read this.", "in a few words, without names"),
            lambda words: self.do(lambda: self.retention.hold(family_id, words or "")),
        )

    @enabled_when(EndHold)
    def _can_end_hold(self) -> bool:
        return bool(self.held)

    @on(EndHold)
    def _end_hold(self) -> None:
        choices = [(family, f"{family}: {reason}") for family, reason in self.held]

        def why(family_id: str | None) -> None:
            if family_id:
                self.app.push_screen(
                    AskScreen("Why does the hold end?", "in a few words, without names"),
                    lambda words: self.do(lambda: self.retention.release(family_id, words or "")),
                )

        self.app.push_screen(ChooseScreen("Which hold ends?", choices), why)

    @on(BackToNotebook)
    def _back_to_notebook(self) -> None:
        self.app.switch_screen(screen("notebook"))
