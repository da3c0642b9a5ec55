"""Today on a full notebook: from unlocked to what waits, and keys beside it.

A year of six workers: 50 families, 600 sessions, 4,200 steps. Milliseconds of the processor, so that others at work on
the machine do not count. The baseline is the plain way in the same run: every session and family taken apart whole.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.family import load_family
from supervision_tui.resources import content_folder
from supervision_tui.session import Action, Entry, Hypothesis, Session, SessionStatus
from supervision_tui.text import Line
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.screens.entry.base import preload_library
from supervision_tui.tui.screens.jump_targets import all_targets, ranked
from supervision_tui.tui.screens.today.due_items import gather
from supervision_tui.vault import Cost
from supervision_tui.workspace import Workspace, create_vault, open_vault

FAMILIES, SESSIONS, STEPS, NOTES = 50, 600, 7, 20
TODAY_MS, KEY_MS = 300.0, 50.0
PHRASE = "heron lantern quarry violet"


def run() -> list[Row]:
    """Today after unlocking, what waits, jumping, and keys in the places."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SUPERVISION_TUI_HOME"], os.environ["SUPERVISION_TUI_STATE"] = home, str(Path(home) / "state")
        fill(Path(home))
        plain = _plain(opened(home))
        workspace = opened(home)
        cold = _ms(lambda: gather(workspace))
        targets = all_targets(workspace)
        letters = _ms(lambda: ranked(targets, "carte"))
        workspace.close()
        first, waits, page, keys = asyncio.run(_screen(home))
    peer = "every document taken apart"
    return [
        Row(
            "what waits, cold, 600 sessions, 4,200 steps",
            peer,
            cold,
            plain,
            "ms",
            f"< {TODAY_MS:.0f} ms",
            cold < TODAY_MS,
        ),
        Row("Today on the screen after unlocking", peer, first, plain, "ms", f"< {TODAY_MS:.0f} ms", first < TODAY_MS),
        Row("Today with what waits", peer, waits, plain, "ms", f"< {TODAY_MS * 2:.0f} ms", waits < TODAY_MS * 2),
        Row("a family's page, first", "", page, 0, "ms", f"< {TODAY_MS:.0f} ms", page < TODAY_MS),
        Row(f"a letter in the jump, {len(targets):,} targets", "", letters, 0, "ms", "< 50 ms", letters < KEY_MS),
        *(Row(what, "", figure, 0, "ms", f"< {KEY_MS:.0f} ms", figure < KEY_MS) for what, figure in keys.items()),
    ]


def fill(home: Path, families: int = FAMILIES, sessions: int = SESSIONS) -> None:
    """A notebook with so many *families* and closed *sessions* over a year."""
    workspace, _ = create_vault(home / "vault", PHRASE, "Amina", cost=Cost.FAST)
    invented = [load_family(path) for path in sorted(content_folder("templates/families").glob("*.yaml"))]
    for number in range(families):
        family = invented[number % len(invented)]
        workspace.families.put(family.model_copy(update={"id": f"F-{number}"}), f"F-{number}")
    begun = workspace.begin(workspace.formats["T2"], "F-0", workspace.me).editor.session
    for number in range(sessions):
        session = _session(begun, number, families)
        workspace.sessions.put(session, session.id)
    workspace.sessions.drop(begun.id, "only a pattern")
    workspace.close()


def _session(begun: Session, number: int, families: int) -> Session:
    then = datetime.now(UTC) - timedelta(days=number % 365)
    steps = [
        Action(
            id=f"s{number}.{at}", stage=begun.stage, what=f"see Robin alone at school, visit {at}", owner=Line("Lee"),
            due=(then + timedelta(days=28)).date(), at=then,
        )
        for at in range(STEPS)
    ]  # fmt: skip
    notes = [
        Entry(
            id=f"s{number}.{at + 10}", stage=begun.stage, field="ideas", destination="family_work", at=then,
            text="Something was said in the room about the evenings, and it is kept for later. " * 2,
        )
        for at in range(NOTES)
    ]  # fmt: skip
    words = f"Perhaps it is the evenings ({number})."
    idea = Hypothesis(id=f"s{number}.50", stage=begun.stage, statement=words, at=then)
    changed: dict[str, Any] = {
        "id": f"s{number}", "status": SessionStatus.CLOSED, "started": then, "touched": then, "ended": then,
        "family_id": f"F-{number % families}", "family_ref": Line(f"F-{number % families}"),
        "actions": tuple(steps), "entries": tuple(notes), "hypotheses": (idea,),
    }  # fmt: skip
    return begun.model_copy(update=changed)


def opened(home: str) -> Workspace:
    """The notebook in *home*, opened by its passphrase."""
    return open_vault(Path(home) / "vault", PHRASE)


def _plain(workspace: Workspace) -> float:
    """Milliseconds to take apart every session and family."""
    figure = _ms(lambda: (workspace.sessions.all(), workspace.families.all()))
    workspace.close()
    return figure


async def _screen(home: str) -> tuple[float, float, float, dict[str, float]]:
    app = SupervisionApp(Path(home) / "vault")
    async with app.run_test(size=(120, 40)):
        await _until(lambda: len(app.screen_stack) > 1)
        workspace = await asyncio.to_thread(
            lambda: preload_library(opened(home))
        )  # as the door does, beside the picture
        start = time.process_time()
        app.opened(workspace)
        await _until(lambda: _count(app, "#start") > 0)
        first = (time.process_time() - start) * 1000
        await _until(lambda: _count(app, "#waiting") > 0)
        waits = (time.process_time() - start) * 1000
        keys = {}
        for key, name in (("2", "Families"), ("3", "People"), ("1", "Today")):
            await asyncio.sleep(0.5)  # as people do; what waits has come by then
            await _until(lambda: not any(worker.is_running for worker in app.workers))
            start = time.process_time()
            app.simulate_key(key)
            await _until(lambda name=name: _filled(app, name))  # type: ignore[misc]
            keys[f"key {key}: {name}"] = (time.process_time() - start) * 1000
        await asyncio.sleep(0.5)
        start = time.process_time()
        app.push_screen(screen("family page", "F-0"))
        await _until(lambda: _listed(app, "#page_left"))
        page = (time.process_time() - start) * 1000
        return first, waits, page, keys


def _filled(app: SupervisionApp, name: str) -> bool:
    """Whether the place is in front and its lists are filled: it takes the focus last."""
    return name in str(getattr(app.screen, "NAME", "")) and app.focused is not None


def _count(app: SupervisionApp, panel: str) -> int:
    found = app.screen.query(f"{panel} OptionList")
    return int(getattr(found.first(), "option_count", 0)) if found else 0


def _listed(app: SupervisionApp, which: str) -> bool:
    """Whether the list of that id is in front and filled."""
    found = app.screen.query(which)
    return bool(found) and int(getattr(found.first(), "option_count", 0)) > 0


async def _until(condition: Callable[[], object]) -> None:
    for _ in range(20_000):
        if condition():
            return
        await asyncio.sleep(0.001)
    message = "the screen never came to it"
    raise RuntimeError(message)


def _ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(main(["today"]))
