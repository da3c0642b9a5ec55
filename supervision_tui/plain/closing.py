"""The close on a plain terminal: what is missing, what goes where, what is left out; then, if wanted, it is written."""

from __future__ import annotations

from supervision_tui.plain.terminal_io import Voice, choose
from supervision_tui.session.fields import label_of
from supervision_tui.vault import VaultError
from supervision_tui.workspace.running.meeting import AnySitting


def close(sitting: AnySitting, voice: Voice) -> bool:
    """Read what would be written and write it if the facilitator says so; whether the session is closed.

    Where something is missing, the session goes to the stage where it is asked.
    """
    missing = sitting.missing()
    if missing:
        voice.say("Before the records can be written, this still needs an answer:")
        for need in missing:
            stage = sitting.stage_of(need)
            voice.say(f"  {label_of(need.slot, sitting.names)} (in {stage})")
        sitting.go_to_missing()
        sitting.save()
        return False
    found = sitting.cut()
    for record in found.records:
        voice.say()
        voice.say(f"This goes to {record.destination.about.name}:")
        voice.say(record.render("txt"))
    voice.say()
    voice.say("Left out, on purpose:")
    for line in found.left_out:
        voice.say(f"  {line.words}")
    if not found.left_out:
        voice.say("  nothing")
    options = [("write", "Write the records and close the session"), ("back", "Not yet")]
    if choose(voice, "Is this what should be written?", options) != "write":
        return False
    try:
        sitting.close()
    except (ValueError, OSError, VaultError) as trouble:
        voice.say(f"The records were not written: {trouble}\nThe session is still open.")
        return False
    voice.say("The records are written, and the session is closed.")
    return True
