"""The program as question and answer: the same notebook, families, sessions and records, a line at a time."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from supervision_tui.plain.conversation import Conversation
from supervision_tui.plain.families import browse_families
from supervision_tui.plain.library import browse_library
from supervision_tui.plain.parcels import exchange_parcels
from supervision_tui.plain.people import look_after_people
from supervision_tui.plain.records import browse_records
from supervision_tui.plain.session import hold_session
from supervision_tui.plain.terminal_io import InputClosedError, TerminalIO, choose, choose_several
from supervision_tui.plain.two_texts import look_at_both
from supervision_tui.plain.unlock import unlock_notebook
from supervision_tui.plain.waiting import begin_last_week_again, say_what_waits
from supervision_tui.practice import SessionTemplate
from supervision_tui.workspace import Workspace, open_demo
from supervision_tui.workspace.notebook import open_conflicts
from supervision_tui.workspace.reports import last_meeting, team_in_words

AGAIN = "again"
"""The choice of last week's meeting, held again."""
TICK = 1.0
"""Seconds at most until a signal is answered."""
ENDING_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
WELCOME = "A place to think together about families. Everything stays on this computer, encrypted."


def run_plain_mode(folder: Path, io: TerminalIO, *, demo: bool = False) -> int:
    """Run until the person leaves; return an exit code. Whatever ends it, what was answered is saved.

    Args:
        folder: where the vault is, or will be.
        io: says and asks.
        demo: a throw-away vault with the invented families instead.
    """
    io.say(WELCOME)
    while True:
        _listen_for_signals(demo=demo)
        try:
            workspace = open_demo() if demo else unlock_notebook(folder, io)
        except InputClosedError:
            return 0
        except SuspendedError:
            continue
        suspended = False
        try:
            _main_menu(workspace, io)
        except InputClosedError:
            io.say()
        except SuspendedError:
            suspended = True
            io.say()
        finally:
            _ignore_signals()
            io.say(workspace.close())
        if not suspended:
            return 0
        io.say("It locked itself, because the program was suspended.")


class SuspendedError(Exception):
    """The program goes on after a stop signal: somebody else may sit here now."""


def _listen_for_signals(*, demo: bool) -> None:
    """A closed window and the like end the program as leaving does; after a stop signal it is locked."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise InputClosedError

    def lock(_number: int, _frame: FrameType | None) -> None:
        raise SuspendedError

    for number in _known(ENDING_SIGNALS):
        signal.signal(number, end)
    for number in () if demo else _known(("SIGCONT",)):
        signal.signal(number, lock)
    _wake_every(TICK)


def _wake_every(seconds: float) -> None:
    """Wake whoever waits for a key now and then (0: no more).

    A signal that comes in the moment before the wait begins would otherwise be answered only at the next key.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda _number, _frame: None)
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)


def _ignore_signals() -> None:
    """What is being saved and closed is not interrupted."""
    _wake_every(0)
    for number in _known((*ENDING_SIGNALS, "SIGCONT")):
        signal.signal(number, lambda _number, _frame: None)


def _known(names: tuple[str, ...]) -> list[signal.Signals]:
    """The signals among *names* that this system has."""
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _main_menu(workspace: Workspace, io: TerminalIO) -> None:
    while True:
        io.say()
        options = [
            *(
                (summary.id, f"Go on: {summary.title}, {summary.where}")
                for summary in workspace.sessions.open_sessions()
            ),
            *_two_texts(workspace),
            *MENU,
        ]
        chosen = choose(io, "What would you like to do?", options)
        if chosen == "leave":
            return
        action = MENU_ACTIONS.get(chosen or "")
        if action is not None:
            action(workspace, io)
        elif chosen:
            hold_session(Conversation(workspace.resume(chosen), io))


def _two_texts(workspace: Workspace) -> list[tuple[str, str]]:
    """A line where texts wait for somebody to look at both."""
    waiting = len(open_conflicts(workspace.vault))
    return [("both", f"Look at both: {waiting} {'text waits' if waiting == 1 else 'texts wait'}")] if waiting else []


def _start(workspace: Workspace, io: TerminalIO) -> None:
    formats = [(template.id, f"{template.title}, {template.minutes} minutes") for template in workspace.formats]
    again = last_meeting(workspace)
    if again is not None:
        formats.append((AGAIN, f"Last week again: {again.in_words}"))
    chosen = choose(io, "Which format?", formats, nothing="go back")
    if chosen is None:
        return
    if chosen == AGAIN and again is not None:
        if (controller := begin_last_week_again(workspace, io, again)) is not None:
            hold_session(Conversation(controller, io))
        return
    template = workspace.formats[chosen]
    if template.family == "several":
        _start_meeting(workspace, io, template)
        return
    family = ""
    if template.family != "none":
        options = [(heading.id, heading.title) for heading in workspace.families.headings()]
        if not options:
            io.say("There is no family here yet. Bring one in first.")
            return
        choice = choose(io, "Which family?", options, nothing="go back")
        if choice is None:
            return
        family = choice
    hold_session(Conversation(workspace.begin(template, family, workspace.me), io))


def _start_meeting(workspace: Workspace, io: TerminalIO, template: SessionTemplate) -> None:
    titles = {heading.id: heading.title for heading in workspace.families.headings()}
    families = choose_several(io, "Which families does the meeting speak of?", titles)
    if families:
        hold_session(Conversation(workspace.begin_meeting(template, families, workspace.me), io))


def _say_of_team(workspace: Workspace, io: TerminalIO) -> None:
    io.say(team_in_words(workspace))


def _search(workspace: Workspace, io: TerminalIO) -> None:
    words = io.ask("What are you looking for? Enter alone goes back.")
    matches = workspace.find(words)
    for match in matches:
        io.say(f"{match.title}, {match.day}: {' '.join(match.context.split())}")
    if words and not matches:
        io.say("Nothing was found.")


MENU: tuple[tuple[str, str], ...] = (
    ("start", "Start a session"),
    ("waiting", "Hear what waits to be done"),
    ("families", "Families"),
    ("people", "People and supervision"),
    ("team", "Over all our families: gaps and themes"),
    ("records", "Records"),
    ("library", "Library: prompts, cards and tools"),
    ("search", "Search"),
    ("parcels", "From notebook to notebook"),
    ("leave", "Leave"),
)
MENU_ACTIONS: dict[str, Callable[[Workspace, TerminalIO], None]] = {
    "start": _start,
    "both": look_at_both,
    "waiting": say_what_waits,
    "families": browse_families,
    "people": look_after_people,
    "team": _say_of_team,
    "records": browse_records,
    "library": browse_library,
    "search": _search,
    "parcels": exchange_parcels,
}
