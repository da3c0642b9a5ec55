"""A two-hour unit meeting over six families, 120 things said, typed through the real keyboard: keys beyond the words.

Run: ``python -m benchmarks.pace``. With ``--former FOLDER`` the same script is played through the build that stands
there, in the same run (a checkout with its packages in this interpreter), as far as that build can be given the words.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from textual.pilot import Pilot

from benchmarks._meeting_player import MeetingPlayer
from benchmarks._meeting_script import MEETING, SIXTH
from benchmarks.table import Row, print_beside_former
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.app_services.gc_scheduler import GarbageCollection
from tests.tui import driving
from tests.tui.textual_internals import paint_at_rest, share_parsed_styles

MOST_PERCENT = 25.0
"""Keys beyond the words, of a hundred letters of the words."""
MOST_OF_FORMER = 0.5
"""Of the keys that the former build needs."""


def run(former: Path | None = None) -> list[Row]:
    """The meeting, as a row or two."""
    letters, keys, astray = play()
    share = 100 * keys / letters
    said = sum(len(sayings) for _, sayings in MEETING)
    what = f"{said} things said in a meeting: keys beyond {letters} letters"
    rows = [
        Row(what, "letters", share, float(letters), "%", "≤ 25 %", share <= MOST_PERCENT),
        Row("things said that do not stand where they belong", "", float(len(astray)), 0.0, "", "0", not astray),
    ]
    for words in astray:
        print(f"astray: {words}", file=sys.stderr)
    if former is not None:
        before = play_former(former)
        met = keys <= MOST_OF_FORMER * before["keys"]
        what = f"keys for the script, beside the build in {former.name}"
        rows.append(Row(what, "its keys", float(keys), before["keys"], "", "half", met))
    return rows


def play() -> tuple[int, int, list[str]]:
    """Letters of the words, keys beyond them, and what does not stand where it belongs."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        for name in ("HOME", "STATE"):
            patch.setitem(os.environ, f"SUPERVISION_TUI_{name}", f"{folder}/{name.lower()}")
        patch.setattr(Pilot, "press", driving.press)
        patch.setattr(GarbageCollection, "begin", lambda _: None)
        share_parsed_styles(patch)
        paint_at_rest(patch)
        sixth = Path(folder) / "sixth.yaml"
        sixth.write_text(SIXTH, encoding="utf-8")
        return asyncio.run(_play(sixth))


async def _play(sixth: Path) -> tuple[int, int, list[str]]:
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await driving.wait(pilot, lambda: driving.named(pilot) == "TodayScreen" and app.focused is not None)
        app.workspace.import_family(str(sixth))
        player = MeetingPlayer(pilot)
        await player.play()
        return player.typist.letters, player.typist.keys, player.astray()


def play_former(folder: Path) -> dict[str, float]:
    """The same script through the build in *folder*: keys, letters, and how many things it has no place for."""
    script = Path(__file__).with_name("_former_meeting.py")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(Path(__file__).parents[1])])}
    done = subprocess.run(
        [sys.executable, str(script)], env=env, capture_output=True, text=True, check=True, cwd=folder
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(print_beside_former(run, "python -m benchmarks.pace", __doc__))
