# ruff: noqa: SLF001 - the server's own view of its program is what is measured
"""A hundred pages opened and closed in the browser: programs that are left, and what the server's memory grew by.

The program behind each page only speaks the page's protocol and refuses to end when it is asked, as a busy one may; the
server is the one that ``supervision-tui serve`` starts. Memory is counted from the tenth page on.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer

from benchmarks.__main__ import main
from benchmarks.table import Row
from supervision_tui.browser import serving
from supervision_tui.browser.door import Door
from supervision_tui.browser.serving import BrowserServer

PAGES, FROM = 100, 10
MEGABYTES, SECONDS = 3.0, 5.0
PROGRAM = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    "print('__GANGLION__', flush=True); time.sleep(600)"
)


def run() -> list[Row]:
    """Programs that outlived their page, and the server's memory."""
    serving.TIMEOUT = 0.2
    alive, grown = asyncio.run(_openings())
    return [
        Row(f"programs left after {PAGES} pages", "-", float(alive), 0, "", "0", alive == 0),
        Row(f"memory of the server after {PAGES} pages", f"after {FROM}", grown, 0, "MB more", f"< {MEGABYTES:.0f}",
            grown < MEGABYTES),
    ]  # fmt: skip


async def _openings() -> tuple[int, float]:
    probe = TestServer(await BrowserServer(Door("127.0.0.1", 1))._make_app())
    await probe.start_server()
    made = BrowserServer(Door("127.0.0.1", probe.port or 0))
    made.command = f'exec {sys.executable} -c "{PROGRAM}"'
    await probe.close()
    server = TestServer(await made._make_app(), port=made.port)
    door, before = made.door, 0.0
    headers = {"Origin": door.origin, "Cookie": f"{door.cookie_name}={door.cookie}"}
    async with TestClient(server) as client:
        for number in range(PAGES):
            socket = await client.ws_connect("/ws?width=80&height=24", headers=headers)
            await _until(lambda: made._open is not None and made._open[0]._process is not None)
            await asyncio.sleep(0.1)  # a person looks at the page
            await socket.close()
            await _until(lambda: made._open is None)
            if number == FROM:
                before = _resident()
        grown = _resident() - before
        with contextlib.suppress(TimeoutError):
            await _until(lambda: not _children(), SECONDS)
        alive = len(_children())
    return alive, grown


async def _until(condition: Callable[[], bool], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)


def _children() -> list[int]:
    """Processes of this one that are there (Linux)."""
    listed = Path("/proc/self/task").glob("*/children")
    return [int(number) for path in listed for number in path.read_text(encoding="ascii").split()]


def _resident() -> float:
    """Megabytes of this program in memory (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    sys.exit(main(["browser_openings"]))
