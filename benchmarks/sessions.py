"""Keys in a session of a full notebook: 50 families, 500 sessions, 2,000 next steps; the peer is a bare text area.

Today of such a notebook is measured in ``benchmarks/today.py``.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.__main__ import main
from benchmarks.session_keys import KEYS, bare, key, p95, typed, until
from benchmarks.table import Row
from supervision_tui.family import load_family
from supervision_tui.practice import Destination
from supervision_tui.resources import content_folder
from supervision_tui.session import Action, Entry, Hypothesis, Session, SessionStatus
from supervision_tui.text import Line, SafeText
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.vault import Cost
from supervision_tui.workspace import Workspace, create_vault

FAMILIES, SESSIONS, STEPS_EACH, NOTES_EACH = 50, 500, 4, 20
PASSPHRASE = "kettle harbour violet seven"
NOTE = SafeText("we wonder " * 20)
PEER, BEGUN = "key in a bare text area (p95)", "a session begun, its screen built"
OPENED_MS, KEY_MS = 150.0, 50.0
NOW = datetime.now(UTC)


def run() -> list[Row]:
    """An arrow on Today, a session begun, its stages, letters in it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUPERVISION_TUI_HOME"] = str(Path(folder) / "home")
        os.environ["SUPERVISION_TUI_STATE"] = str(Path(folder) / "state")
        full = Path(folder) / "full"
        _fill(full, FAMILIES, SESSIONS)
        figures = asyncio.run(_measure(full))
        peer = p95(asyncio.run(bare()))
    return [
        Row(what, PEER, figure, peer, "ms", f"< {limit:.0f} ms", figure < limit)
        for what, figure in figures.items()
        for limit in [OPENED_MS if what == BEGUN else KEY_MS]
    ]


def _fill(folder: Path, families: int, sessions: int) -> None:
    """A notebook of *families*, copies of an invented one, and *sessions* that ended over the last two years."""
    workspace, _ = create_vault(folder, PASSPHRASE, "Amina", cost=Cost.FAST)
    family = load_family(content_folder("templates/families") / "haile.yaml")
    for number in range(families):
        workspace.families.submit(family.model_copy(update={"id": f"B{number}"}), f"B{number}")
    for number in range(sessions):
        session = _session(number, f"B{number % families}")
        workspace.sessions.submit(session, session.id)
    workspace.writer.flush(600)
    workspace.close()


def _session(number: int, family: str) -> Session:
    at = NOW - timedelta(days=number * 1.4 + 1)
    own = f"s{number}"
    to = Destination.FAMILY_WORK
    return Session(
        id=own,
        template_id="T2",
        status=SessionStatus.CLOSED,
        started=at,
        touched=at,
        ended=at,
        facilitator=Line("Amina"),
        family_id=family,
        family_ref=Line(family),
        stage="close",
        entries=tuple(
            Entry(id=f"{own}.{n}", field="ideas", stage="reflecting", text=NOTE, at=at, destination=to)
            for n in range(NOTES_EACH)
        ),
        hypotheses=(Hypothesis(id=f"{own}.90", stage="reflecting", statement=SafeText("Perhaps the evenings"), at=at),),
        actions=tuple(
            Action(
                id=f"{own}.{100 + n}",
                stage="actions",
                what=SafeText("See Abel at school and say what was discussed"),
                owner=Line("Lee"),
                when=Line("Friday"),
                due=(at + timedelta(days=7)).date(),
                at=at,
            )
            for n in range(STEPS_EACH)
        ),
    )  # fmt: skip


async def _measure(folder: Path) -> dict[str, float]:
    from supervision_tui.tui.screens.today.today import TodayScreen  # noqa: PLC0415 - the program loads it before the door opens
    from supervision_tui.workspace import open_vault  # noqa: PLC0415 - as above

    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(lambda: type(app.screen).__name__ == "TodayScreen" and app.focused is not None)
        await pilot.pause(0.5)  # the program has loaded what it loads behind the door
        app.workspace.close()
        app.current_workspace = open_vault(folder, PASSPHRASE)
        await app.switch_screen(TodayScreen())
        await until(lambda: app.focused is not None)
        await pilot.pause(1.0)
        found = await _keys(app, app.workspace)
        app.workspace.close()
    return found


async def _keys(app: SupervisionApp, workspace: Workspace) -> dict[str, float]:
    today = app.screen.query_one("#start OptionList")
    today.focus()
    moved = []
    for _ in range(6):
        before = today.highlighted  # type: ignore[attr-defined]
        moved.append(await key(app, "down", lambda before=before: today.highlighted != before))  # type: ignore[misc, attr-defined]
    from supervision_tui.tui.screens.session.session import SessionScreen  # noqa: PLC0415 - loaded with Today already

    start = time.perf_counter()
    await app.push_screen(SessionScreen(workspace.begin(workspace.formats["T2"], "B0", workspace.me)))
    screen: Any = app.screen
    begun = (time.perf_counter() - start) * 1000
    await until(lambda: screen.current is not None)
    stages = []
    for _ in range(4):
        await asyncio.sleep(0.3)
        here = screen.editor.stage.id
        stages.append(await key(app, "f6", lambda here=here: screen.editor.stage.id != here))  # type: ignore[misc]
    await asyncio.sleep(0.3)
    screen.editor.go("reflecting", screen.controller.now(), override=True)
    screen.open_stage()
    await asyncio.sleep(0.3)
    box = screen.query_one("NoteBox")
    written = await typed(app, box, KEYS * 2)
    return {
        "an arrow on Today (worst of 6)": max(moved),
        BEGUN: begun,
        "another stage (worst of 4)": max(stages),
        "a letter in a session (p95)": p95(written),
    }


if __name__ == "__main__":
    sys.exit(main(["sessions"]))
