"""What waits, on a plain terminal: the rows of Today read out, steps done or moved, last week's meeting begun again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from supervision_tui.days import weekday_in_words
from supervision_tui.plain.people import say_of_supervision
from supervision_tui.plain.terminal_io import TerminalIO, choose, confirm
from supervision_tui.records import confirm as confirm_record
from supervision_tui.records import correct_line, look_at, record_lines, render_record
from supervision_tui.session.carry_over import IN_WORDS
from supervision_tui.vault import VaultError
from supervision_tui.workspace.disclosure import family_of, review_remarks
from supervision_tui.workspace.reports import hold_again, own_file_problems, today_list, usual_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.reports import NextMeeting, OpenStep, WaitingRecord
    from supervision_tui.workspace.running import SessionController

NEW_DAY = "new day"
ENTER_SHOWS = ": Enter shows why"
"""Said of a row on the screen; here the reasons follow at once."""


def say_what_waits(workspace: Workspace, io: TerminalIO) -> None:
    """Read out what waits; a step can be done or given a new day, a record confirmed or changed."""
    while True:
        waiting = today_list(workspace, datetime.now(UTC))
        for row in waiting.rows:
            io.say(row.in_words.replace(ENTER_SHOWS, "") if row.kind == "own files" else row.in_words)
            if row.kind == "own files":
                for problem in own_file_problems(workspace):
                    io.say(f"  {problem}")
        if not waiting.rows:
            io.say("Nothing waits.")
            return
        options = [(f"record {row.record.id}", f"Record: {row.words}") for row in waiting.confirm]
        options += [(f"step {step.action.id}", f"Step: {step.words(workspace.today())}") for step in waiting.steps]
        items = [row.item for row in waiting.rows if row.item is not None and row.item.kind == "supervision"]
        options += [(f"person {item.person}", f"Supervision: {item.words}") for item in items]
        if not options:
            return
        chosen = choose(io, "What has become of one of these?", options, nothing="go back")
        if chosen is None:
            return
        kind, _, ident = chosen.partition(" ")
        if kind == "step":
            _say_of_step(workspace, io, next(step for step in waiting.steps if step.action.id == ident))
        elif kind == "person":
            _say_of_person(workspace, io, ident)
        else:
            _say_of_record(workspace, io, ident, waiting.confirm)


def _say_of_step(workspace: Workspace, io: TerminalIO, step: OpenStep) -> None:
    options = [*((words, words) for words in IN_WORDS), (NEW_DAY, "give it a new day")]
    chosen = choose(io, f"{step.what} ({step.action.who}): what became of it?", options, nothing="leave it")
    if chosen is None:
        return
    family, at = step.summary.family_id or "", workspace.sessions.now()
    try:
        if chosen == NEW_DAY:
            when = io.ask("By when? In words: Friday, in 2 weeks, 4/12/2026.")
            due = workspace.step_log.note_day(family, step.action, when, "", at=at)
            io.say(f"By {weekday_in_words(due)}.")
            return
        why = io.ask("Why, or what was learnt? A few words." if chosen != "done" else "What was learnt, if anything?")
        workspace.step_log.note_outcome(family, step.action, IN_WORDS[chosen], why, at=at)
    except ValueError as trouble:
        io.say(str(trouble))
    else:
        io.say(f"Noted: {step.what}: {chosen}.")


def _say_of_person(workspace: Workspace, io: TerminalIO, ident: str) -> None:
    try:
        say_of_supervision(workspace, io, ident)
    except (ValueError, VaultError) as trouble:
        io.say(str(trouble))


def _say_of_record(workspace: Workspace, io: TerminalIO, ident: str, waiting: Sequence[WaitingRecord]) -> None:
    title = next(row.record.short_title for row in waiting if row.record.id == ident)
    io.say(render_record(workspace.records.get(ident), "txt"))
    acts = [("confirm", f"Confirm {title}"), ("change", f"Change a line of {title}")]
    act = choose(io, f"What should become of {title}?", acts, nothing="leave it as it is")
    try:
        if act == "confirm":
            _confirm(workspace, io, ident, title)
        elif act == "change":
            _change(workspace, io, ident)
    except ValueError as trouble:
        io.say(str(trouble))


def _confirm(workspace: Workspace, io: TerminalIO, ident: str, title: str) -> None:
    record, me = workspace.records.get(ident), str(workspace.me)
    remarks = review_remarks(workspace, record)
    must = [remark for remark in remarks if remark.must]
    for remark in must:
        io.say(f"! {remark.in_words}")
    if must and not confirm(io, "I have looked at these. Should it be confirmed?"):
        return
    role = io.ask(f"As what does {me} confirm {title}?", start=usual_role(workspace, me))
    shown = io.ask("Who was shown the wording first? Enter alone says nobody.")
    at = workspace.sessions.now()
    signed = confirm_record(look_at(record, remarks, by=me, at=at), by=me, role=role, at=at, shown_to=shown)
    workspace.records.put(signed, ident)
    io.say(f"Confirmed: {title}. From now on words are only added.")


def _change(workspace: Workspace, io: TerminalIO, ident: str) -> None:
    record = workspace.records.get(ident)
    options = [(str(line.number), f"{line.heading}: {line.words}") for line in record_lines(record)]
    chosen = choose(io, "Which line?", options, nothing="none of them")
    if chosen is None:
        return
    words = io.ask("The new words; Enter alone takes the line out.")
    changed = correct_line(
        record,
        int(chosen),
        words,
        by=str(workspace.me),
        at=workspace.sessions.now(),
        family=family_of(workspace, record),
    )
    workspace.records.put(changed, ident)
    io.say("Changed. What stood there stays in its history.")


def begin_last_week_again(workspace: Workspace, io: TerminalIO, meeting: NextMeeting) -> SessionController | None:
    """Read out last week's families, those that are due, and the roles; begin if the person says so."""
    for line in meeting.lines:
        io.say(line)
    return hold_again(workspace, meeting) if confirm(io, "Shall it begin so?") else None
