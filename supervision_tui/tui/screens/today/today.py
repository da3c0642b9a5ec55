"""Today: go on with what was begun, start a session, and see what waits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList
from textual.worker import Worker

from supervision_tui.days import day_in_words
from supervision_tui.practice import Framework
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.dialogs.key_choice import KeyChoiceScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.place import PLACES, GoNotebook, Panel, Place
from supervision_tui.tui.screens.today.due_items import MORE, MOST, gather, go_to, make_ready, row_content
from supervision_tui.tui.screens.today.last_week import begin_again
from supervision_tui.tui.screens.today.steps import STEP_COMMANDS, StepScreen
from supervision_tui.workspace.reports import (
    OpenStep,
    TodayList,
    TodayRow,
    count_feedback,
    count_tags,
    feedback_in_words,
    last_meeting,
    open_steps,
    sessions_about,
    steps_serving,
    team_in_words,
)
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.reports.today_rows import RowKind


WIDE = 110
"""Columns from which the steps have a list of their own."""
STEP_KINDS: tuple[RowKind, ...] = ("overdue", "no day", "to come")
MOST_STEPS = 60
"""Steps in the list of their own; the rest are a line that opens all of them."""
START_KEYS = "123456789bcdefghijklmnopqrstuvwxyz"
"""The keys of the formats, in their order."""
AGAIN = "a"
"""The key of last week's meeting, held again."""


class ChooseFramework(Command):
    """Choose the practice framework that you work by: its formats and its ways of asking come first."""

    key, label = "f", "Framework"


class ShowCards(Command):
    """The cards of your framework: values, pillars, principles, how often there is supervision."""

    key, label, hide_in_footer = "c", "Cards", True


class ShowTeam(Command):
    """What comes back across the families of the team: gaps and themes, as counts with a question each."""

    key, label, hide_in_footer = "t", "Team", True


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
            paragraphs = [f"  {card.title}" + "".join(f"\n    {line}" for line in card.lines) for card in cards]
            parts.append("\n".join([name, *paragraphs]))
    if checklists:
        parts.append("\n".join(["Checklists", *(f"  {title}" for title in checklists)]))
    if framework.vocabulary:
        words = (f"  {ours.replace('_', ' ')}: we say {theirs}" for ours, theirs in framework.vocabulary.items())
        parts.append("\n".join(["Words", *words]))
    parts.append(f"Version {framework.version}; to be looked at again by {framework.review_by}.")
    return "\n\n".join(parts)


class StartSession(Command):
    """Start a session: then the key of its format; a begins last week's meeting again."""

    key, label = "s", "Start"


class ConfirmRecords(Command):
    """The queue of records that wait to be confirmed."""

    key, label = "c", "Confirm"


class TodayScreen(StepScreen, Place):
    """Today."""

    NAME = "Today"
    ABOUT = (
        "Where a session starts, where one that was left goes on, and what waits. Enter opens the very place; on a "
        "step d is done, p part, n not needed, y a new day."
    )
    COMMANDS_HERE = (
        *STEP_COMMANDS, StartSession, ConfirmRecords, *PLACES, ChooseFramework, ShowCards, FilterByCard, ShowTeam,
        GoNotebook,
    )  # fmt: skip

    def body(self) -> ComposeResult:
        """What was left open, what waits, what can be started; in a wide window the steps have a list of their own."""
        yield Panel("Go on", "Nothing was left open.", id="go_on")
        with Horizontal(id="two"):
            yield Panel("Look at", "Nothing waits.", id="waiting")
            with Vertical(id="beside"):
                yield Panel("Steps", "No step is open.", id="steps")
                yield Panel(
                    "Start · s, then its key", "No session formats were found. Install the program again.", id="start"
                )

    def on_mount(self) -> None:
        """Put the cursor where a person most likely wants it."""
        self._waiting = TodayList()
        self._rows: dict[str, TodayRow] = {}
        super().on_mount()
        self.fill()
        first = self.query_one("#go_on OptionList", OptionList)
        (first if first.display else self.query_one("#start OptionList", OptionList)).focus()

    def fill(self) -> None:
        """Open sessions, formats, open actions; who comes back from a session that was left finds the cursor on it."""
        workspace, left = self.workspace, self.query_one("#go_on OptionList", OptionList)
        before = left.option_count
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
        if left.option_count > before and left.display:
            left.focus()
        formats = [
            (template.id, _format_line(key, template.title, template.minutes))
            for key, template in zip(chain(START_KEYS, repeat("")), workspace.formats, strict=False)
        ]
        self.query_one("#start", Panel).fill(formats, RoomVisibility.PROGRAM)
        self.call_after_refresh(self._gather)  # Today is drawn first, and takes keys

    def _gather(self) -> None:
        work = partial(gather, self.workspace)
        self.run_worker(work, name="waiting", group="waiting", thread=True, exclusive=True, exit_on_error=False)

    @on(Worker.StateChanged)
    def _gathered(self, event: Worker.StateChanged) -> None:
        """What waits is known: show it."""
        if event.worker.name == "waiting" and isinstance(event.worker.result, TodayList):
            self._waiting = event.worker.result
            self._show_waiting()
            self.run_worker(make_ready, name="ready", group="ready", thread=True, exclusive=True, exit_on_error=False)

    def _show_waiting(self) -> None:
        """Two lists in a wide window; in a narrow one at most nine rows, and a line that opens every step."""
        found, wide = self._waiting, self.app.size.width >= WIDE
        steps = found.of(*STEP_KINDS)
        rows = [row for row in found.rows if row.kind not in STEP_KINDS] if wide else list(found.first_rows(MOST))
        beside = steps[:MOST_STEPS] if wide else ()
        self._rows = {row.key: row for row in (*rows, *beside)}
        hidden = len(steps) - len(beside) - sum(row.kind in STEP_KINDS for row in rows)
        words = content(f"… {hidden} more {'step' if hidden == 1 else 'steps'}", "$secondary")
        more = [(MORE, words)] if hidden > 0 else []
        listed, steps_listed = ([(row.key, row_content(row)) for row in part] for part in (rows, beside))
        self.query_one("#waiting", Panel).fill(listed if wide else [*listed, *more])
        self.query_one("#steps", Panel).fill([*steps_listed, *more] if wide else [])
        self.query_one("#steps").display = wide
        self.refresh_bindings()

    def on_resize(self) -> None:
        """The window is wide or narrow now."""
        if self.query("#waiting"):
            self._show_waiting()

    @property
    def row(self) -> TodayRow | None:
        """The row of what waits that is under the cursor of the list in hand, if it is one."""
        for which in ("#waiting", "#steps"):
            options = self.query_one(f"{which} OptionList", OptionList)
            if options.has_focus and options.highlighted is not None and options.option_count:
                return self._rows.get(str(options.get_option_at_index(options.highlighted).id))
        return None

    @property
    def step(self) -> OpenStep | None:
        """The step under the cursor; none in room view, where rows are masked."""
        return self.row.step if self.row is not None and not self.app.room.on else None

    def steps_changed(self) -> None:
        """Something became of a step: gather anew."""
        self._gather()

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        """Another list is in hand now, with other keys."""
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#waiting OptionList")
    @on(OptionList.OptionSelected, "#steps OptionList")
    def _go_to_thing(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == MORE:
            self.app.push_screen(screen("open steps"))
        elif (row := self._rows.get(str(event.option_id))) is not None:
            go_to(self.app, row)

    @enabled_when(ConfirmRecords)
    def _something_to_confirm(self) -> bool:
        return self.row is not None and bool(self.row.records)

    @on(ConfirmRecords)
    def _confirm_records(self) -> None:
        if self.row is not None:
            go_to(self.app, self.row)

    @enabled_when(ShowCards)
    def _cards_have_the_key(self) -> bool:
        return not self._something_to_confirm()

    @enabled_when(GoNotebook)
    def _notebook_has_the_key(self) -> bool:
        return self.step is None

    @on(StartSession)
    def _start_one(self) -> None:
        formats = list(self.workspace.formats)
        again = last_meeting(self.workspace)
        choices = [
            (key, f"{template.title}, {template.minutes} min")
            for key, template in zip(START_KEYS, formats, strict=False)
        ]
        if again is not None:
            choices.append((AGAIN, f"Last week again: {again.in_words}"))

        def chosen(key: str | None) -> None:
            if key == AGAIN and again is not None:
                begin_again(self.app, again)
            elif key is not None:
                self.app.push_screen(screen("begin session", formats[START_KEYS.index(key)]))

        self.app.push_screen(KeyChoiceScreen("Start", choices), chosen)

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

    @on(ShowTeam)
    def _show_team(self) -> None:
        self.app.push_screen(NoticeScreen("Over all our families", team_in_words(self.workspace)))

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
    names = {heading.id: family_short_title(heading.title) for heading in workspace.families.headings()}
    spoken = [
        f"  {day_in_words(summary.day)}: {workspace.formats[summary.template_id].title}"
        f"{f' ({names.get(summary.family_id, summary.family_ref)})' if summary.family_id else ''}"
        for summary in sessions_about(workspace.summaries.all(), framework, title, today)
    ]
    steps = open_steps(workspace.sessions.threads(), workspace.family_outlines.all())
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


def _format_line(key: str, title: str, minutes: int) -> Content:
    sign = f"s{key}" if key else "  "
    return inline(content(f"{sign} ", "$accent"), content(f"{minutes:>3}  ", "$foreground 70%"), content(title))
