"""What a session about a family opens with, at one glance: the steps of last time, each answered with a key.

Below the steps stand the ideas with their life, the numbers, and what the drawing shows anew.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.days import day_in_words, weeks_in_words
from supervision_tui.session import Slot
from supervision_tui.session.carry_over import IN_WORDS, OUTCOME_WORDS, StepOutcome, outcomes_of, step_slots
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content, filled
from supervision_tui.tui.dialogs.dialogs import AskScreen
from supervision_tui.tui.dialogs.key_choice import KeyChoiceScreen
from supervision_tui.tui.room_policy import PRIVATE, RoomVisibility
from supervision_tui.tui.widgets.choice_list import MARK_WIDTH, ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from datetime import date

    from supervision_tui.session.model import ActionState, Carried
    from supervision_tui.tui.base import Program
    from supervision_tui.tui.session_base import SessionBase
    from supervision_tui.workspace.reports import SinceLastTime

MOST_DIFFERENCES = 6
"""Changes of the drawing that are told; both days beside each other show all of them."""


class OfEarlierStep(Command):
    """A command on the step of last time under the cursor."""


class EarlierStepDone(OfEarlierStep):
    """The step is done. A word on what was learnt may stand beside it."""

    key, label = "d", "done"


class EarlierStepInPart(OfEarlierStep):
    """The step is done in part, and stays open."""

    key, label = "p", "part"


class EarlierStepNotDone(OfEarlierStep):
    """The step is not done, and stays open."""

    key, label = "o", "not done"


class EarlierStepNotNeeded(OfEarlierStep):
    """The step is no longer needed."""

    key, label = "n", "not needed"


class BothDays(Command):
    """The drawing as it was then and as it is today, beside each other, with what differs in words."""

    key, label = "b", "both days"


class LeaveLastTime(Command):
    """On to the stage; Esc s leads back here."""

    key, label = "escape,f6", "to the stage"


STATES: dict[type[Command], ActionState] = {
    EarlierStepDone: "done",
    EarlierStepInPart: "part",
    EarlierStepNotDone: "not_done",
    EarlierStepNotNeeded: "not_needed",
}
WHY: dict[ActionState, str] = {
    "done": "What helped, or what was learnt",
    "part": "What is done, and what stands in the way",
    "not_done": "What stood in the way; nobody is blamed",
    "not_needed": "Why",
}


class WhyScreen(AskScreen):
    """A word why, which may stay empty: Enter keeps either, Esc keeps nothing."""

    def _take(self, words: str) -> None:
        self.dismiss(words)


class SinceLastTimeScreen(CommandScreen):
    """The last session about a family and what has become of it.

    Args:
        session: the session screen that it is opened over.
        since: what stands since then.
    """

    app: Program
    room_visibility = RoomVisibility.FAMILY
    AUTO_FOCUS = "#earlier_steps"
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (*STATES, BothDays, LeaveLastTime)
    ABOUT = (
        "What was agreed last time, what you thought then, and what the drawing shows since. On a step: d done, "
        "p part, o not done, n no longer needed, each with a word why; Enter asks. Esc goes to the stage, and Esc s "
        "leads back here."
    )

    def __init__(self, session: SessionBase, since: SinceLastTime) -> None:
        super().__init__()
        self._session = session
        self._since = since

    @property
    def room_family(self) -> str:
        """The family of the session."""
        return self._session.editor.session.family_id or ""

    def compose(self) -> ComposeResult:
        """The steps, then the rest, which rolls."""
        yield TopLine()
        yield Static(id="since_about")
        yield ChoiceList(markup=False, id="earlier_steps")
        with VerticalScroll(id="since_rest", can_focus=True):
            yield Static(id="since_words")
        yield Keys(rows=2)

    def on_mount(self) -> None:
        """The cursor stands on the first step."""
        controller = self._session.controller
        name = controller.family_name.partition(",")[0]
        day = day_in_words(self._since.day)
        top = self.query_one(TopLine)
        top.say(
            content(f"Last time · {name} · {day}, {self._since.ago}", "bold"), content(f"Last time · {name} · {day}")
        )
        top.say_right(content(""))  # it stands at the foot
        self._fill()
        if not self.steps:
            self.query_one("#since_rest").focus()

    def on_resize(self) -> None:
        """Wrap for the room there is now."""
        self._fill()

    def room_changed(self) -> None:
        """Room view came or went."""
        self._fill()

    @property
    def steps(self) -> list[tuple[Slot, Carried]]:
        """The steps of earlier sessions that are met again, those for one worker only while nobody else looks on."""
        editor = self._session.editor
        shown = [
            carried
            for carried in editor.session.carried
            if not (self.app.room.on and carried.action.destination in PRIVATE)
        ]
        slots = {slot.field.id: slot for slot in step_slots(editor.template, editor.session)}
        return [(slots[key], step) for step in shown if (key := f"step.{step.action.id}") in slots]

    @property
    def step(self) -> tuple[Slot, Carried] | None:
        """The step under the cursor."""
        at, steps = self.query_one("#earlier_steps", OptionList).highlighted, self.steps
        return steps[at] if at is not None and at < len(steps) else None

    def _fill(self) -> None:
        options, width = self.query_one("#earlier_steps", OptionList), max(self.size.width - 6, 24)
        outcomes = outcomes_of(self._session.editor.session.entries)
        at, steps = options.highlighted or 0, self.steps
        today = self.app.workspace.today()
        rows = [
            Option(content(_step_row(step, outcomes.get(step.action.id), today, width - MARK_WIDTH)))
            for _, step in steps
        ]
        options.set_options(rows)
        options.highlighted = min(at, len(rows) - 1) if rows else None
        options.display = bool(rows)
        waiting = sum(step.action.id not in outcomes for _, step in steps)
        heading = (
            f"Steps: {waiting} of {len(steps)} not told yet. What became of each?" if steps else "No step was open."
        )
        self.query_one("#since_about", Static).update(
            content(heading if waiting or not steps else "Steps: all are told.")
        )
        self.query_one("#since_words", Static).update(content("\n".join(self._rest(width))))
        self.refresh_bindings()

    def _rest(self, width: int) -> list[str]:
        since, lines = self._since, []
        more = len(since.differences) - MOST_DIFFERENCES
        changed = list(since.differences[:MOST_DIFFERENCES])
        changed += [f"and {more} more: b shows both days"] if more > 0 else []
        for title, rows in (
            ("We thought", since.ideas),
            ("Numbers, 0 to 10", since.numbers),
            (f"The drawing, since {day_in_words(since.day)}", changed),
        ):
            if rows:
                lines += [title, *(line for row in rows for line in _hung(row, "   ", width)), ""]
        return lines[:-1]

    # --- keys --------------------------------------------------------------------------------------------------------

    @enabled_when(OfEarlierStep)
    def _is_a_step(self) -> bool:
        return self.step is not None

    async def run_command(self, kind: type[Command]) -> None:
        """The four keys of a step share one handler."""
        if kind in STATES:
            self._say_outcome(STATES[kind])
            return
        await super().run_command(kind)

    @on(OptionList.OptionSelected)
    def _asked(self) -> None:
        if self.step is None:
            return
        keys = {kind.key: state for kind, state in STATES.items()}

        def chosen(key: str | None) -> None:
            if key is not None:
                self._say_outcome(keys[key])

        choices = [(key, OUTCOME_WORDS[state]) for key, state in keys.items()]
        self.app.push_screen(KeyChoiceScreen("What became of it?", choices, str(self.step[1].action.what)), chosen)

    def _say_outcome(self, state: ActionState) -> None:
        """Ask for a word why, and keep what became of the step; then the cursor stands on the next that waits."""
        if self.step is None:
            return
        slot, carried = self.step
        session = self._session
        word = next(word for word, known in IN_WORDS.items() if known == state)

        def told(why: str | None) -> None:
            if why is not None:
                before = session.editor.session.entries_in(slot.field.id, slot.child)
                session.editor.fill(
                    slot, {"state": word, "why": why}, session.controller.now(), item_id=before[-1].id if before else ""
                )
                session.changed()
                self._fill()
                self._go_to_waiting()

        title = f"{OUTCOME_WORDS[state].capitalize()}: {' '.join(carried.action.what.split())}"
        self.app.push_screen(WhyScreen(title, f"{WHY[state]} (may stay empty)"), told)

    def _go_to_waiting(self) -> None:
        outcomes = outcomes_of(self._session.editor.session.entries)
        options = self.query_one("#earlier_steps", OptionList)
        here = options.highlighted or 0
        waits = [at for at, (_, step) in enumerate(self.steps) if step.action.id not in outcomes]
        following = next((at for at in waits if at >= here), next(iter(waits), None))
        if following is not None:
            options.highlighted = following

    @on(BothDays)
    def _both_days(self) -> None:
        self._session.compare_days(self._since.day)

    @on(LeaveLastTime)
    def _back(self) -> None:
        self.dismiss()


def _step_row(step: Carried, outcome: StepOutcome | None, today: date, width: int) -> str:
    """A step: what became of it, what it was, who had it, by when, and how late that is."""
    action = step.action
    when = action.by_when
    if action.due and action.due < today and not outcome:
        when += f", {weeks_in_words((today - action.due).days)} late"
    mark = f"✓ {OUTCOME_WORDS[outcome.state]}" if outcome else "· not told yet"
    times = f", {step.discussed} times spoken of" if step.discussed > 1 else ""
    words = f"{' '.join(action.what.split())} ({action.who}, {when}{times})"
    why = f": {outcome.why}" if outcome and outcome.why else ""
    return "\n".join(_hung(f"{filled(mark, 20)}{words}{why}", "", width, 20))


def _hung(words: str, start: str, width: int, under: int = 0) -> list[str]:
    return wrap(words, width, initial_indent=start, subsequent_indent=start + " " * max(under, 2)) or [start]
