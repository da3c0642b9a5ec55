"""Steps outside sessions: done, part, not needed, a new day; on Today, and in a window with every open step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.days import weekday_in_words
from supervision_tui.session.carry_over import OUTCOME_WORDS
from supervision_tui.session.fields import names_of
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.dialogs import NoticeScreen
from supervision_tui.tui.dialogs.form import AnswerError, FormScreen, Part
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.reports import (
    OpenStep,
    OwnerWorkload,
    noted_in_words,
    open_steps,
    taken_back_in_words,
    workload_by_owner,
)
from supervision_tui.workspace.store import agreed_step, family_short_title

if TYPE_CHECKING:
    from supervision_tui.session.model import ActionState
    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace

MOST = 300
"""Steps that are listed; those that press least are counted."""
FEW = 4
"""Owners whose load is told one by one."""


class OfStep(Command):
    """A command on the step under the cursor."""


class StepDone(OfStep):
    """The step is done. A word on what was learnt may stand beside it."""

    key, label = "d", "Done"


class StepInPart(OfStep):
    """The step is done in part: why, in a few words. It stays open."""

    key, label = "p", "Part"


class StepNotNeeded(OfStep):
    """The step is no longer needed: why, in a few words."""

    key, label = "n", "Not needed"


class StepNewDay(OfStep):
    """Give the step a new day, in words; the day that is understood stands beside them."""

    key, label = "y", "New day"


class TakeStepBack(Command):
    """Take back what was noted last about a step."""

    key, label, hide_in_footer = "ctrl+z", "Take back", True


STEP_COMMANDS: tuple[type[Command], ...] = (StepDone, StepInPart, StepNotNeeded, StepNewDay, TakeStepBack)


class StepScreen(CommandScreen):
    """A screen on which a step can be under the cursor."""

    app: Program

    @property
    def step(self) -> OpenStep | None:
        """The step under the cursor, if it is one."""
        raise NotImplementedError

    @property
    def steps_of_family(self) -> str | None:
        """The id of the one family whose steps stand here; ``None`` where all stand here."""
        return None

    def steps_changed(self) -> None:
        """Something became of a step: show it."""
        raise NotImplementedError

    @enabled_when(OfStep)
    def _is_a_step(self) -> bool:
        return self.step is not None

    @on(StepDone)
    def _step_done(self) -> None:
        self._ask_why("done", "Done", "What was learnt", needed=False)

    @on(StepInPart)
    def _step_in_part(self) -> None:
        self._ask_why("part", "Done in part", "Why, or what stands in the way", needed=True)

    @on(StepNotNeeded)
    def _step_not_needed(self) -> None:
        self._ask_why("not_needed", "No longer needed", "Why", needed=True)

    def _ask_why(self, state: ActionState, title: str, label: str, *, needed: bool) -> None:
        step, workspace = self.step, self.app.workspace
        if step is None:
            return
        family = step.summary.family_id or ""

        def keep(words: dict[str, str]) -> None:
            try:
                workspace.step_log.note_outcome(family, step.action, state, words["why"], at=workspace.sessions.now())
            except ValueError as trouble:
                raise AnswerError("why", str(trouble)) from None
            self._tell(f"{step.what}: {OUTCOME_WORDS[state]}.")

        self._ask(f"{title}: {step.what} ({step.action.who})", [Part("why", label, needed=needed)], keep)

    @on(StepNewDay)
    def _step_new_day(self) -> None:
        step, workspace = self.step, self.app.workspace
        if step is None:
            return
        family = step.summary.family_id or ""

        def keep(words: dict[str, str]) -> None:
            try:
                due = workspace.step_log.note_day(
                    family, step.action, words["when"], words["why"], at=workspace.sessions.now()
                )
            except ValueError as trouble:
                raise AnswerError("when", str(trouble)) from None
            self._tell(f"{step.what}: by {weekday_in_words(due)}.")

        parts = [
            Part("when", "By when", hint="for example Friday, in 2 weeks, asap", needed=True, due=True),
            Part("why", "Why, if you like"),
        ]
        self._ask(f"New day: {step.what} ({step.action.who})", parts, keep)

    def _tell(self, words: str) -> None:
        self.notify(f"{words} Ctrl+Z takes it back.", markup=False)

    def _ask(self, title: str, parts: list[Part], keep: object) -> None:
        def kept(yes: bool | None) -> None:
            if yes:
                self.steps_changed()

        self.app.push_screen(FormScreen(title, parts, keep), kept)  # type: ignore[arg-type] # takes words by part

    @on(TakeStepBack)
    def _take_step_back(self) -> None:
        workspace = self.app.workspace
        taken = workspace.step_log.take_back_newest(self.steps_of_family)
        words = taken_back_in_words(workspace, taken) if taken else "There is nothing to take back here."
        self.notify(words, markup=False)
        self.steps_changed()


class AddStep(Command):
    """Note a step that was agreed outside a session: what, who, by when, for whom."""

    key, label = "a", "New step"


class LeaveSteps(Command):
    """Back to where you were."""

    key, label = "escape", "Back"


class OpenStepsScreen(StepScreen):
    """Every open step, what is past its date first; Enter goes to its family.

    Args:
        family_id: the one family whose steps are shown; all of them without it.
        step_id: the step on which the cursor stands first.
    """

    room_visibility = RoomVisibility.HIDDEN
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (*STEP_COMMANDS, AddStep, LeaveSteps)
    ABOUT = (
        "Every open step, late ones first. d done, p part, n not needed, y a new day; Enter goes to the family. Of one "
        "family, a notes a new step, and Enter tells all that was noted about the one under the cursor."
    )

    def __init__(self, family_id: str = "", step_id: str = "") -> None:
        super().__init__()
        self._family = family_id
        self._first = step_id
        self.steps: tuple[OpenStep, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, then how each owner's steps stand."""
        whose = f"Steps of {self._title()}" if self._family else "Open steps"
        yield TopLine(content(f"{whose}, what is past its date first", "bold"))
        yield ChoiceList(markup=False, id="open_steps")
        yield Static(id="owners", classes="quiet")
        yield Keys()

    def on_mount(self) -> None:
        """The list is filled; the cursor stands on the first."""
        self.steps_changed()
        self.query_one(OptionList).focus()

    def steps_changed(self) -> None:
        """Read the steps again; the cursor stays where it was."""
        self.steps, owners = gathered_steps(self.app.workspace, self._family)
        options, today = self.query_one(OptionList), self.app.workspace.today()
        first = (number for number, step in enumerate(self.steps[:MOST]) if step.action.id == self._first)
        at, self._first = next(first, options.highlighted or 0), ""
        options.set_options(
            [
                Option(content(step.words(today, of_one_family=bool(self._family))), id=f"step {step.action.id}")
                for step in self.steps[:MOST]
            ]
            or [Option(content("No step is open."), disabled=True)]
        )
        if self.steps:
            options.highlighted = min(at, len(self.steps) - 1, MOST - 1)
        later = len(self.steps) - MOST
        lines = [f"and {later} more that press less"] if later > 0 else []
        lines += [owner.words for owner in owners[:FEW]]
        if len(owners) > FEW:
            lines.append(f"and steps of {len(owners) - FEW} more people")
        self.query_one("#owners", Static).update(content("\n".join(lines)))
        self.refresh_bindings()

    @property
    def step(self) -> OpenStep | None:
        """The step under the cursor."""
        at = self.query_one(OptionList).highlighted
        return self.steps[at] if at is not None and at < len(self.steps) else None

    @property
    def steps_of_family(self) -> str | None:
        """The family whose steps stand here; ``None`` for all."""
        return self._family or None

    def _title(self) -> str:
        family = self.app.workspace.families.find(self._family)
        return family_short_title(str(family.title)) if family else self._family

    @enabled_when(AddStep)
    def _is_of_a_family(self) -> bool:
        return bool(self._family) and not self.app.room.on

    @on(AddStep)
    def _add_step(self) -> None:
        ask_new_step(self.app, self._family, "", self._added)

    def _added(self, words: str) -> None:
        self._tell(words)
        self.steps_changed()

    @on(OptionList.OptionSelected)
    def _go(self) -> None:
        if self.step is None:
            return
        if self._family or not self.step.summary.family_id:
            words = step_in_words(self.app.workspace, self.step)
            self.app.push_screen(NoticeScreen(f"Step of {self.step.action.who}", words))
        else:
            self.app.push_screen(screen("open steps", self.step.summary.family_id, self.step.action.id))

    @on(LeaveSteps)
    def _leave_steps(self) -> None:
        self.dismiss()


ALL = "all of them"
"""Chosen where a step is for every child."""


def ask_new_step(app: Program, family_id: str, child: str, on_added: Callable[[str], None]) -> None:
    """Ask for a step that was agreed outside a session; *on_added* is given what was understood, in a sentence.

    Args:
        app: on whose screen.
        family_id: of the family.
        child: id of the child whom it is for first; all of them without.
        on_added: called once it is kept.
    """
    workspace = app.workspace
    family = workspace.families.get(family_id)
    names = {name: ident for ident, name in names_of(family, family.focus, workspace.today()).items()}
    chosen = next((name for name, ident in names.items() if ident == child), ALL)
    answers: list[str] = []

    def keep(words: dict[str, str]) -> None:
        at = workspace.sessions.now()
        children = [names[words["child"]]] if words.get("child") in names else list(family.focus)
        try:
            step = agreed_step(words["what"], words["who"], words["when"], children, at=at)
            workspace.step_log.note_new(family_id, step, at=at)
        except ValueError as trouble:
            raise AnswerError("when" if words["what"] else "what", str(trouble)) from None
        day = f"by {weekday_in_words(step.due)}" if step.due else "with no day"
        answers.append(f"{step.who}: {step.what}, {day}.")

    parts = [
        Part("what", "What is to be done", hint="so that anybody would see that it was done", needed=True),
        Part("who", "Who does it", str(workspace.me), needed=True),
        Part("when", "By when", hint="for example Friday, in 2 weeks, asap; or: no day", needed=True, due=True),
    ]
    if len(names) > 1:
        parts.append(Part("child", "For which child", chosen, choices=(*names, ALL), needed=True))
    app.push_screen(FormScreen("A step", parts, keep), lambda yes: on_added(answers[-1]) if yes and answers else None)


def step_in_words(workspace: Workspace, step: OpenStep) -> str:
    """A step whole: what, who, by when, how it will be known, and what was noted about it outside sessions."""
    action, today = step.action, workspace.today()
    lines = [step.what, f"Who: {action.who}", f"By when: {step.when(today)}"]
    if step.outcome_words:
        lines.append(f"So far: {step.outcome_words}")
    if action.done_when and not step.hidden:
        lines.append(f"Done when: {action.done_when}")
    if step.talks:
        lines.append(f"Spoken of {step.talks} {'time' if step.talks == 1 else 'times'} since it was agreed.")
    return "\n".join([*lines, *noted_in_words(workspace, step.summary.family_id or "", action.id)])


def gathered_steps(workspace: Workspace, family: str) -> tuple[tuple[OpenStep, ...], tuple[OwnerWorkload, ...]]:
    """Every open step, of one *family* if it is given, and how the steps of each owner who has any stand."""
    threads = [summary for summary in workspace.sessions.threads() if not family or summary.family_id == family]
    steps = open_steps(threads, workspace.family_outlines.all())
    owners = (owner for owner in workload_by_owner(threads, workspace.today()) if owner.due_items)
    return tuple(steps), tuple(owners)
