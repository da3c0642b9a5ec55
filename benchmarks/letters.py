"""Processor time of a letter in a session and in Ctrl+K, on a terminal, beside a bare text area in the same moments.

Run: ``python -m benchmarks.letters``. With ``--former FOLDER`` the build that stands there is typed into as well, in
turn with this one, and no letter may take more than it does there. The letters come as somebody types them; what a
program does meanwhile (saving, looking for names, searching) is counted with them.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks._program import Program
from benchmarks.table import Row, print_beside_former

ROOT = Path(__file__).parents[1]
ROUNDS = 4
GAP = 0.07
"""Seconds between two letters."""
REST = 1.2
"""Seconds after which everything that a line set going is done."""
SESSION = "perhaps we wonder what robin would want "
JUMP = "robin carter unit meeting harm"
BACKSPACE, CTRL_K, F6 = "\x7f", "\x0b", "\x1b[17~"
LIMITS = {"a letter in a session": (SESSION, 1.35), "a letter in Ctrl+K": (JUMP, 1.7)}
"""What is typed, and how many times a bare text area's processor time it may take."""
BARE = """
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea("ready mark")
Bare().run()
"""
OURS = ["-P", "-m", "supervision_tui", "demo"]
"""As installed: what stands in the present folder is not taken for it (``-P``)."""


def run(former: Path | None = None) -> list[Row]:
    """A row for each place beside the bare text area; two more beside the build in *former*."""
    with ExitStack() as stack:
        bare = _begun(stack, ["-c", BARE], ROOT)
        programs = {"bare": bare, "ours": _begun(stack, OURS, ROOT)}
        if former is not None:
            programs["former"] = _begun(stack, OURS, former)
        for name, program in programs.items():
            _to_a_session(program) if name != "bare" else program.until("ready mark")
        rows = []
        for what, (words, most) in LIMITS.items():
            if words is JUMP:
                for name in programs.keys() - {"bare"}:
                    programs[name].type(CTRL_K)
            figures = _typed(programs, words)
            ours, peer = figures["ours"], figures["bare"]
            budget = f"at most {most} times"
            rows.append(Row(what, "in a bare text area", ours, peer, "ms CPU", budget, ours <= most * peer))
            if former is not None:
                before = figures["former"]
                rows.append(Row(what, f"in {former.name}", ours, before, "ms CPU", "no more", ours <= before))
        return rows


def _begun(stack: ExitStack, arguments: list[str], folder: Path) -> Program:
    home = stack.enter_context(tempfile.TemporaryDirectory())
    settings = {
        "HOME": home, "SUPERVISION_TUI_HOME": home, "SUPERVISION_TUI_STATE": f"{home}/state", "PYTHONPATH": str(folder),
    }  # fmt: skip
    return stack.enter_context(Program([sys.executable, *arguments], settings))


def _to_a_session(program: Program) -> None:
    """From the demonstration's Today into the third stage of the first session that it offers."""
    program.until("Today")
    for marker in ("Which", "Agenda"):
        program.seen_in(REST)
        program.type("\r")
        program.until(marker)
    for _ in range(2):
        program.seen_in(REST)
        program.type(F6)
    program.seen_in(REST)


def _typed(programs: dict[str, Program], words: str) -> dict[str, float]:
    """Milliseconds of processor time that a letter of *words* takes in each program, typed into all of them in turn."""
    taken = dict.fromkeys(programs, 0.0)
    for _ in range(ROUNDS):
        for name, program in programs.items():
            program.seen_in(REST)
            before = program.cpu()
            for letter in words:
                program.type(letter)
                program.seen_in(GAP)
            taken[name] += program.cpu() - before
            program.type(BACKSPACE * len(words))
            program.seen_in(REST)
    return {name: seconds * 1000 / (ROUNDS * len(words)) for name, seconds in taken.items()}


if __name__ == "__main__":
    sys.exit(print_beside_former(run, "python -m benchmarks.letters", __doc__))
