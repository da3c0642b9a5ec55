"""The close on a plain terminal: what is missing, what goes where, what is left out; then, if wanted, it is written."""

from __future__ import annotations

from supervision_tui.plain.terminal_io import TerminalIO, choose
from supervision_tui.records import render_record
from supervision_tui.vault import VaultError
from supervision_tui.workspace.running import SessionController


def close_session(controller: SessionController, io: TerminalIO) -> bool:
    """Read out what would be written and write it if the facilitator says so; return whether the session is closed.

    Where something is missing, the session goes to the stage where it is asked.
    """
    needs = controller.needs()
    if needs:
        io.say("Before the records can be written, this still needs an answer:")
        for family, answer in needs:
            io.say(f"  {controller.need_in_words(family, answer)}")
        controller.go_to_missing()
        controller.save()
        return False
    split = controller.session_records()
    for record in split.records:
        io.say()
        io.say(f"This goes to {record.destination.about.name}:")
        io.say(render_record(record, "txt"))
    io.say()
    io.say("Left out, on purpose:")
    for omission in split.left_out:
        io.say(f"  {omission.words}")
    if not split.left_out:
        io.say("  nothing")
    options = [("write", "Write the records and close the session"), ("back", "Not yet")]
    if choose(io, "Is this what should be written?", options) != "write":
        return False
    try:
        controller.close()
    except (ValueError, OSError, VaultError) as trouble:
        io.say(f"The records were not written: {trouble}\nThe session is still open.")
        return False
    io.say("The records are written, and the session is closed.")
    return True
