"""What waits, on a plain terminal: the rows of Today read out, steps done or moved, last week's meeting begun again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.plain.documents import say_sheet
from supervision_tui.plain.people import say_of_supervision
from supervision_tui.plain.steps import BACK, TAKE_BACK, say_of_step, take_back
from supervision_tui.plain.terminal_io import TerminalIO, choose, confirm
from supervision_tui.records import confirm as confirm_record
from supervision_tui.records import correct_line, look_at, mark_filed, record_lines, render_record
from supervision_tui.vault import VaultError
from supervision_tui.workspace.disclosure import family_of, review_remarks
from supervision_tui.workspace.reports import (
    hold_again,
    meeting_agenda_sheet,
    own_file_problems,
    today_list,
    usual_role,
    usual_system,
    waiting_records,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.reports import NextMeeting, TodayList, WaitingRecord
    from supervision_tui.workspace.running import SessionController

ENTER_SHOWS = ": Enter shows why"
"""Said of a row on the screen; here the reasons follow at once."""


def say_what_waits(workspace: Workspace, io: TerminalIO) -> None:
    """Read out what waits; a step can be done or given a new day, a record confirmed, changed or noted as filed."""
    while True:
        waiting = today_list(workspace, workspace.sessions.now())
        records = [*waiting.confirm, *(row for row in waiting_records(workspace) if row.waits_for == "file")]
        _read_out(workspace, io, waiting)
        if not (waiting.rows or records):
            io.say("Nothing waits.")
        options = _options(workspace, waiting, records)
        chosen = choose(io, "What has become of one of these?", options, nothing="go back") if options else None
        if chosen is None:
            return
        kind, _, ident = chosen.partition(" ")
        if chosen == BACK:
            take_back(workspace, io)
        elif kind == "step":
            say_of_step(workspace, io, next(step for step in waiting.steps if step.action.id == ident))
        elif kind == "person":
            _say_of_person(workspace, io, ident)
        else:
            _say_of_record(workspace, io, next(row for row in records if row.record.id == ident))


def _read_out(workspace: Workspace, io: TerminalIO, waiting: TodayList) -> None:
    for row in waiting.rows:
        io.say(row.in_words.replace(ENTER_SHOWS, "") if row.kind == "own files" else row.in_words)
        if row.kind == "own files":
            for problem in own_file_problems(workspace):
                io.say(f"  {problem}")


def _options(workspace: Workspace, waiting: TodayList, records: Sequence[WaitingRecord]) -> list[tuple[str, str]]:
    """What can be answered: records, steps, supervision; and what was noted last, to be taken back."""
    options = [(f"record {row.record.id}", f"Record: {row.words}") for row in records]
    options += [(f"step {step.action.id}", f"Step: {step.words(workspace.today())}") for step in waiting.steps]
    items = [row.item for row in waiting.rows if row.item is not None and row.item.kind == "supervision"]
    options += [(f"person {item.person}", f"Supervision: {item.words}") for item in items]
    return [*options, *([(BACK, TAKE_BACK)] if workspace.step_log.noted_now else [])]


def _say_of_person(workspace: Workspace, io: TerminalIO, ident: str) -> None:
    try:
        say_of_supervision(workspace, io, ident)
    except (ValueError, VaultError) as trouble:
        io.say(str(trouble))


def _say_of_record(workspace: Workspace, io: TerminalIO, row: WaitingRecord) -> None:
    ident, title = row.record.id, row.record.short_title
    io.say(render_record(workspace.records.get(ident), "txt"))
    acts = [("confirm", f"Confirm {title}"), ("change", f"Change a line of {title}")]
    if row.waits_for == "file":
        acts = [("file", f"{title} stands in the authority's system now")]
    act = choose(io, f"What should become of {title}?", acts, nothing="leave it as it is")
    try:
        if act == "confirm":
            _confirm(workspace, io, ident, title)
        elif act == "change":
            _change(workspace, io, ident)
        elif act == "file":
            _file(workspace, io, ident, title)
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


def _file(workspace: Workspace, io: TerminalIO, ident: str, title: str) -> None:
    system = io.ask("In which system of the authority does it stand now?", start=usual_system(workspace))
    if not system:
        return
    filed = mark_filed(workspace.records.get(ident), system=system, on=workspace.today(), by=str(workspace.me))
    workspace.records.put(filed, ident)
    io.say(f"Noted: {title} stands in {system}.")


def _change(workspace: Workspace, io: TerminalIO, ident: str) -> None:
    record = workspace.records.get(ident)
    options = [(str(line.number), f"{line.heading}: {line.words}") for line in record_lines(record)]
    chosen = choose(io, "Which line?", options, nothing="change none")
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
    acts = [("begin", "Begin so"), ("agenda", "Read out the agenda, one page for the table")]
    while (act := choose(io, "Shall it begin so?", acts, nothing="go back")) == "agenda":
        say_sheet(io, meeting_agenda_sheet(workspace, meeting))
    return hold_again(workspace, meeting) if act == "begin" else None
