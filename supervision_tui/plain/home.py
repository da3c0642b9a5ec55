"""The program as question and answer: the same notebook, families, sessions and records, a line at a time."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from supervision_tui.plain.conversation import Talk
from supervision_tui.plain.families import families
from supervision_tui.plain.records import records
from supervision_tui.plain.session import hold
from supervision_tui.plain.terminal_io import InputClosedError, Voice, choose, several
from supervision_tui.plain.unlock import enter
from supervision_tui.practice import SessionTemplate
from supervision_tui.workspace import open_demo
from supervision_tui.workspace.workspace import Workspace

WELCOME = "A place to think together about families. Everything stays on this computer, encrypted."


def run(folder: Path, voice: Voice, *, demo: bool = False) -> int:
    """Hold the talk until the person leaves; return an exit code. Whatever ends it, what was answered is saved.

    Args:
        folder: where the vault is, or will be.
        voice: says and asks.
        demo: a throw-away vault with the invented families instead.
    """
    _listen_for_the_end()
    voice.say(WELCOME)
    try:
        workspace = open_demo() if demo else enter(folder, voice)
    except InputClosedError:
        return 0
    try:
        _places(workspace, voice)
    except InputClosedError:
        voice.say()
    finally:
        voice.say(workspace.close())
    return 0


def _listen_for_the_end() -> None:
    """A closed window or a polite kill ends the talk as leaving does."""

    def gone(_number: int, _frame: FrameType | None) -> None:
        raise InputClosedError

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, gone)


def _places(workspace: Workspace, voice: Voice) -> None:
    while True:
        voice.say()
        options = [
            *((line.id, f"Go on: {line.title}, {line.where}") for line in workspace.sessions.left_open()),
            *PLACES,
        ]
        chosen = choose(voice, "What would you like to do?", options)
        if chosen == "leave":
            return
        place = ACTS.get(chosen or "")
        if place is not None:
            place(workspace, voice)
        elif chosen:
            hold(Talk(workspace.resume(chosen), voice))


def _start(workspace: Workspace, voice: Voice) -> None:
    formats = [(template.id, f"{template.title}, {template.minutes} minutes") for template in workspace.formats]
    chosen = choose(voice, "Which format?", formats, nothing="go back")
    if chosen is None:
        return
    template = workspace.formats[chosen]
    if template.family == "several":
        _start_meeting(workspace, voice, template)
        return
    family = ""
    if template.family != "none":
        options = [(heading.id, heading.title) for heading in workspace.families.headings()]
        if not options:
            voice.say("There is no family here yet. Bring one in first.")
            return
        found = choose(voice, "Which family?", options, nothing="go back")
        if found is None:
            return
        family = found
    hold(Talk(workspace.begin(template, family, workspace.me), voice))


def _start_meeting(workspace: Workspace, voice: Voice, template: SessionTemplate) -> None:
    titles = {heading.id: heading.title for heading in workspace.families.headings()}
    families = several(voice, "Which families does the meeting speak of?", titles)
    if families:
        hold(Talk(workspace.begin_meeting(template, families, workspace.me), voice))


def _waiting(workspace: Workspace, voice: Voice) -> None:
    found = workspace.sessions.open_actions()
    for line in found:
        voice.say(line.words(workspace.today()))
    if not found:
        voice.say("No action is waiting.")


def _search(workspace: Workspace, voice: Voice) -> None:
    words = voice.ask("What are you looking for? Enter alone goes back.")
    found = workspace.find(words)
    for one in found:
        voice.say(f"{one.title}, {one.day}: {' '.join(one.context.split())}")
    if words and not found:
        voice.say("Nothing was found.")


PLACES: tuple[tuple[str, str], ...] = (
    ("start", "Start a session"),
    ("waiting", "Hear what waits to be done"),
    ("families", "Families"),
    ("records", "Records"),
    ("search", "Search"),
    ("leave", "Leave"),
)
ACTS: dict[str, Callable[[Workspace, Voice], None]] = {
    "start": _start,
    "waiting": _waiting,
    "families": families,
    "records": records,
    "search": _search,
}
