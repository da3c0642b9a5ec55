"""Today: go on with what was begun, start a session, and see what waits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList
from textual.worker import Worker

from supervision_tui.days import day_in_words
from supervision_tui.practice import Framework
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.place import PLACES, GoNotebook, Panel, Place
from supervision_tui.tui.screens.today.due_items import Gathered, OpenStepsScreen, gather, go_to, make_ready
from supervision_tui.workspace.reports import (
    count_feedback,
    count_tags,
    feedback_in_words,
    open_steps,
    sessions_about,
    steps_serving,
)

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.workspace import Workspace


class ChooseFramework(Command):
    """Choose the practice framework that you work by: its formats and its ways of asking come first."""

    key, label = "f", "Framework"


class ShowCards(Command):
    """The cards of your framework: values, pillars, principles, how often there is supervision."""

    key, label, hide_in_footer = "c", "Cards", True


class FilterByCard(Command):
    """Choose a pillar, value or objective: the sessions that spoke of it, and the open steps that serve it."""

    key, label, hide_in_footer = "b", "By pillar", True


def cards_in_words(framework: Framework, checklists: Sequence[str] = ()) -> str:
    """Everything that a framework's cards say, as plain words; with the titles of its *checklists*."""
    parts = [framework.about, f"Supervision: {framework.rhythm.words}"]
    kinds = (
        ("Values", framework.values),
        ("Pillars", framework.pillars),
        ("Objectives", framework.objectives),
        ("Principles", framework.principles),
        ("Cards", framework.cards),
    )
    for name, cards in kinds:
        if cards:
            told = [f"  {card.title}" + "".join(f"\n    {line}" for line in card.lines) for card in cards]
            parts.append("\n".join([name, *told]))
    if checklists:
        parts.append("\n".join(["Checklists", *(f"  {title}" for title in checklists)]))
    if framework.vocabulary:
        words = (f"  {ours.replace('_', ' ')}: we say {theirs}" for ours, theirs in framework.vocabulary.items())
        parts.append("\n".join(["Words", *words]))
    parts.append(f"Version {framework.version}; to be looked at again by {framework.review_by}.")
    return "\n\n".join(parts)


class TodayScreen(Place):
    """Today."""

    NAME = "Today"
    ABOUT = "Where a session starts, and where one that was left goes on. Choose with the arrow keys, then Enter."
    COMMANDS_HERE = (*PLACES, ChooseFramework, ShowCards, FilterByCard, GoNotebook)

    def body(self) -> ComposeResult:
        """Three lists."""
        yield Panel("Go on", "Nothing was left open.", id="go_on")
        with Horizontal(id="two"):
            yield Panel("Start · minutes", "No session formats were found. Install the program again.", id="start")
            yield Panel("Waiting", "Nothing is waiting.", id="waiting")

    def on_mount(self) -> None:
        """Put the cursor where a person most likely wants it."""
        self._waiting = Gathered((), (), ())
        super().on_mount()
        self.fill()
        first = self.query_one("#go_on OptionList", OptionList)
        (first if first.display else self.query_one("#start OptionList", OptionList)).focus()

    def fill(self) -> None:
        """Open sessions, formats, open actions."""
        workspace = self.workspace
        self.query_one("#go_on", Panel).fill(
            [
                (
                    line.id,
                    inline(
                        content("▶ ", "$accent"), content(line.title), content(f"   {line.where}", "$foreground 70%")
                    ),
                )
                for line in workspace.sessions.open_sessions()
            ]
        )
        self.query_one("#start", Panel).fill(
            [(t.id, _format_line(t.title, t.minutes)) for t in workspace.formats], RoomVisibility.PROGRAM
        )
        self.call_after_refresh(self._gather)  # Today is drawn first, and takes keys

    def _gather(self) -> None:
        work = partial(gather, self.workspace)
        self.run_worker(work, name="waiting", group="waiting", thread=True, exclusive=True, exit_on_error=False)

    @on(Worker.StateChanged)
    def _gathered(self, event: Worker.StateChanged) -> None:
        """What waits is known: show it."""
        if event.worker.name == "waiting" and isinstance(event.worker.result, Gathered):
            self._waiting = found = event.worker.result
            today = self.workspace.today()
            rows = [(str(at), found.words(row, today)) for at, row in enumerate(found.rows)]
            self.query_one("#waiting", Panel).fill(rows)
            self.run_worker(make_ready, name="ready", group="ready", thread=True, exclusive=True, exit_on_error=False)

    @on(OptionList.OptionSelected, "#waiting OptionList")
    def _go_to_thing(self, event: OptionList.OptionSelected) -> None:
        row = self._waiting.rows[event.option_index]
        if row is None:
            self.app.push_screen(OpenStepsScreen(self._waiting.steps, self._waiting.owners))
        else:
            go_to(self.app, row)

    @property
    def checklists(self) -> list[str]:
        """Titles of the checklists of the framework that is worked by, in its order."""
        library = self.workspace.formats.library
        return [
            str(library.checklists[checklist].title)
            for checklist in self.workspace.framework.checklists
            if checklist in library.checklists
        ]

    def work_by(self, framework_id: str | None) -> None:
        """Work by another framework from now on, and say what that changes."""
        if framework_id:
            try:
                framework = self.workspace.choose_framework(framework_id)
            except ValueError as refusal:
                self.notify(str(refusal), markup=False)
                return
            self.fill()
            self.app.push_screen(NoticeScreen(str(framework.title), cards_in_words(framework, self.checklists)))

    @on(OptionList.OptionSelected, "#go_on OptionList")
    def _go_on(self, event: OptionList.OptionSelected) -> None:
        self.app.push_screen(screen("session", self.workspace.resume(str(event.option_id))))

    @on(OptionList.OptionSelected, "#start OptionList")
    def _start(self, event: OptionList.OptionSelected) -> None:
        self.app.push_screen(screen("begin session", self.workspace.formats[str(event.option_id)]))

    @on(ChooseFramework)
    def _choose_framework(self) -> None:
        frameworks = self.workspace.formats.library.frameworks.values()
        choices = [(framework.id, str(framework.title)) for framework in frameworks]
        words = f"You work by: {self.workspace.framework.title}"
        self.app.push_screen(ChooseScreen("Which framework do you work by?", choices, words), self.work_by)

    @on(ShowCards)
    def _show_cards(self) -> None:
        framework = self.workspace.framework
        counted = count_tags(self.workspace.summaries.all(), framework, self.workspace.today())
        lines = [
            "Spoken of at the close of sessions, in the last twelve weeks",
            *(f"  {item.words}" for item in counted),
        ]
        feedback = feedback_in_words(count_feedback(self.workspace.summaries.all(), self.workspace.today()))
        themes = ["What families said of us, in the last year", *(f"  {line}" for line in feedback)]
        parts = (cards_in_words(framework, self.checklists), "\n".join(lines) if counted else "",
                 "\n".join(themes) if feedback else "")  # fmt: skip
        words = "\n\n".join(filter(None, parts))
        self.app.push_screen(NoticeScreen(str(framework.title), words))

    @on(FilterByCard)
    def _filter_by_card(self) -> None:
        counted = count_tags(self.workspace.summaries.all(), self.workspace.framework, self.workspace.today())
        if not counted:
            self.notify("Your framework has no pillars, values or objectives. f chooses another.", markup=False)
            return
        choices = [(item.title, item.words) for item in counted]
        self.app.push_screen(ChooseScreen("Sessions and steps by pillar, value or objective", choices), self.show_card)

    def show_card(self, title: str | None) -> None:
        """What was spoken of and is to be done under the card of that *title*."""
        if title:
            self.app.push_screen(NoticeScreen(title, card_work_in_words(self.workspace, title)))


def card_work_in_words(workspace: Workspace, title: str) -> str:
    """The sessions of twelve weeks that spoke of the card of that *title*, and the open steps that serve it."""
    framework, today = workspace.framework, workspace.today()
    spoken = [
        f"  {day_in_words(summary.day)}: {workspace.formats[summary.template_id].title}"
        f"{f' ({summary.family_ref})' if summary.family_ref else ''}"
        for summary in sessions_about(workspace.summaries.all(), framework, title, today)
    ]
    steps = open_steps(workspace.sessions.threads(), today, workspace.family_outlines.all())
    serving = [f"  {step.words(today)}" for step in steps_serving(steps, framework, title)]
    return "\n".join(
        [
            "Spoken of at the close of sessions, in the last twelve weeks",
            *(spoken or ["  not spoken of"]),
            "",
            "Open steps that serve it",
            *(serving or ["  none"]),
        ]
    )


def _format_line(title: str, minutes: int) -> Content:
    return inline(content(f"{minutes:>3}  ", "$foreground 70%"), content(title))
