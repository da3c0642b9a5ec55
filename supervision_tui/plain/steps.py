"""Steps on a plain terminal, outside sessions: what became of one, a new day, a new step, what was noted taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.days import weekday_in_words
from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.session.carry_over import IN_WORDS, OUTCOME_WORDS
from supervision_tui.session.fields import names_of
from supervision_tui.vault import VaultError
from supervision_tui.workspace.reports import noted_in_words, open_steps, taken_back_in_words
from supervision_tui.workspace.store import agreed_step

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.reports import OpenStep

NEW_DAY, NEW_STEP, BACK = "new day", " new step", " take back"
TAKE_BACK = "Take back what was noted last"


def steps_of_family(workspace: Workspace, io: TerminalIO, family_id: str) -> None:
    """Say the open steps of the family of that id; answer one, agree on another, until they go back."""
    while True:
        today = workspace.today()
        steps = open_steps(workspace.sessions.threads(), workspace.family_outlines.all())
        mine = [step for step in steps if step.summary.family_id == family_id]
        options = [(step.action.id, step.words(today, of_one_family=True)) for step in mine]
        options.append((NEW_STEP, "A new step"))
        if any(family == family_id for family, _ in workspace.step_log.noted_now):
            options.append((BACK, TAKE_BACK))
        if not mine:
            io.say("No step is open.")
        chosen = choose(io, "Which step?", options, nothing="go back")
        if chosen is None:
            return
        if chosen == NEW_STEP:
            ask_new_step(workspace, io, family_id)
        elif chosen == BACK:
            take_back(workspace, io, family_id)
        else:
            say_of_step(workspace, io, next(step for step in mine if step.action.id == chosen))


def say_of_step(workspace: Workspace, io: TerminalIO, step: OpenStep) -> None:
    """Say what was noted about a step, ask what became of it, and note that."""
    family, at = step.summary.family_id or "", workspace.sessions.now()
    for line in noted_in_words(workspace, family, step.action.id):
        io.say(line)
    options = [*((words, words) for words in IN_WORDS), (NEW_DAY, "give it a new day")]
    chosen = choose(io, f"{step.what} ({step.action.who}): what became of it?", options, nothing="leave it")
    if chosen is None:
        return
    try:
        if chosen == NEW_DAY:
            when = io.ask("By when? In words: Friday, in 2 weeks, 4/12/2026.")
            due = workspace.step_log.note_day(family, step.action, when, "", at=at)
            io.say(f"{step.what}: by {weekday_in_words(due)}.")
            return
        why = io.ask("Why, or what was learnt? A few words." if chosen != "done" else "What was learnt, if anything?")
        workspace.step_log.note_outcome(family, step.action, IN_WORDS[chosen], why, at=at)
    except (ValueError, VaultError) as trouble:
        io.say(str(trouble))
    else:
        io.say(f"Noted: {step.what}: {OUTCOME_WORDS[IN_WORDS[chosen]]}.")


def ask_new_step(workspace: Workspace, io: TerminalIO, family_id: str) -> None:
    """Ask what, who, by when and for which child, and keep the step."""
    what = io.ask("What is to be done, so that anybody would see that it was done? Enter alone goes back.")
    if not what:
        return
    who = io.ask("Who does it?", str(workspace.me)) or str(workspace.me)
    when = io.ask("By when? In words: Friday, in 2 weeks, asap; or: no day.")
    family, at = workspace.families.get(family_id), workspace.sessions.now()
    names = names_of(family, family.focus, workspace.today())
    chosen = choose(io, "For which child?", list(names.items()), nothing="say all of them") if len(names) > 1 else None
    try:
        step = agreed_step(what, who, when, [chosen] if chosen else list(family.focus), at=at)
        workspace.step_log.note_new(family_id, step, at=at)
    except (ValueError, VaultError) as trouble:
        io.say(str(trouble))
        return
    io.say(f"Added: {step.who}: {step.what}, {f'by {weekday_in_words(step.due)}' if step.due else 'with no day'}.")


def take_back(workspace: Workspace, io: TerminalIO, family_id: str | None = None) -> None:
    """Take back what was noted last in this sitting, of that family if one is given, and say what it was."""
    try:
        taken = workspace.step_log.take_back_newest(family_id)
    except VaultError as trouble:
        io.say(str(trouble))
        return
    io.say(taken_back_in_words(workspace, taken) if taken else "There is nothing to take back here.")
