"""The server: textual-serve behind :class:`~supervision_tui.browser.door.Door`, silent about what passes through it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import shlex
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from supervision_tui.browser.door import Door
from supervision_tui.process_hardening import IN_BROWSER
from supervision_tui.resources import content_folder

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEARTBEAT = 4.0
"""Seconds between two looks at whether a page is still there; it is missed after one and a half of them."""
TIMEOUT = 4.0
"""Seconds that a program has to end before it is stopped."""
SHUTDOWN_WAIT = 2.0
"""Seconds that the server waits for its connections when it ends."""
TAKEN_OVER = b"It was opened in another page."

REFUSED = "This page needs the address that the program printed when it started. Copy it again, as a whole."


class BrowserServer(Server):
    """The program at *door*'s address; *words* are those after the program's name, such as ``demo``."""

    def __init__(self, door: Door, words: tuple[str, ...] = ()) -> None:
        super().__init__(
            _command(words),
            host=door.host,
            port=door.port,
            title="supervision",
            public_url=door.origin,
            templates_path=content_folder("templates/browser"),
        )
        self.door = door
        self._turn = asyncio.Lock()
        self._open: tuple[PageProgram, web.WebSocketResponse] | None = None

    def initialize_logging(self) -> None:
        """Keep silent: the library's own log would show what is typed, in the variables of its errors."""
        logging.getLogger("textual-serve").addHandler(logging.NullHandler())
        logging.getLogger("textual-serve").propagate = False
        logging.getLogger("aiohttp").setLevel(logging.CRITICAL)

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is said before the door can be knocked at: see :meth:`serve`."""

    def serve(self, debug: bool = False) -> None:
        """Serve until Ctrl+C."""
        del debug
        self.initialize_logging()
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            print=self._tell_address,
            access_log=None,
            shutdown_timeout=SHUTDOWN_WAIT,
        )

    def _tell_address(self, _words: str) -> None:
        """Say where the program is, for people, in the place of the library's own words."""
        sys.stderr.write(f"Open this address in a browser on this computer:\n\n  {self.door.address}\n\n")
        sys.stderr.write("It works until you press Ctrl+C here. Keep it to yourself: it leads to your locked door.\n")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_static("/own", content_folder("templates/browser"))
        app.middlewares.append(self._at_the_door)
        return app

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the program for this page, and for no other: a page that is opened later takes over.

        A page that went without a word (a closed laptop) is missed within seconds, and its program ends.
        """
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT)
        await socket.prepare(request)

        async def close() -> None:
            await socket.close()

        program = PageProgram(
            self.command,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        async with self._turn:
            await self._end_open(TAKEN_OVER)
            self._open = (program, socket)
            await program.start(_cells(request, "width", 80), _cells(request, "height", 24))
        try:
            await self._process_messages(socket, program)
        finally:
            try:
                await asyncio.shield(program.end())
            finally:
                if self._open is not None and self._open[0] is program:
                    self._open = None
        return socket

    async def on_shutdown(self, _app: web.Application) -> None:
        """The server ends, and with it the program of the page that is open."""
        async with self._turn:
            await self._end_open(b"The program has ended.")

    async def _end_open(self, why: bytes) -> None:
        """End the program that runs, and say *why* to its page."""
        if self._open is None:
            return
        (program, socket), self._open = self._open, None
        closing = asyncio.ensure_future(socket.close(code=WSCloseCode.GOING_AWAY, message=why))
        await program.end()
        closing.cancel()

    @web.middleware
    async def _at_the_door(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        door = self.door
        if not door.same_house(request.headers):
            return web.Response(status=403, text=REFUSED, headers=door.rules)
        if request.path == "/" and door.knows(request.query.get("key")):
            answer = web.Response(status=303, headers={**door.rules, "Location": "/"})
            answer.set_cookie(door.cookie_name, door.cookie, httponly=True, samesite="Strict", path="/")
            return answer
        if not door.accepts(request.cookies.get(door.cookie_name)):
            return web.Response(status=403, text=REFUSED, headers=door.rules)
        answered = await handler(request)
        if not answered.prepared:
            answered.headers.update(door.rules)
        return answered


class PageProgram(AppService):
    """The program behind one page; it ends with the page, within seconds, whatever it is doing."""

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """What the program finds around it: the library's own settings, and that it talks to a page."""
        return {**super()._build_environment(width, height), IN_BROWSER: "1"}

    async def on_meta(self, data: bytes) -> None:
        """What the program says beside what it draws: words to copy go to the page, the rest is the library's."""
        message = json.loads(data)
        if message.get("type") == "copy":
            await self.remote_write_str(json.dumps(["copy", str(message.get("text", ""))]))
        else:
            await super().on_meta(data)

    async def end(self) -> None:
        """End it: asked first, so that it saves; told by a signal when it does not answer; killed at last."""
        task, self._task = self._task, None
        process = self._process
        if task is None or process is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        asking = asyncio.ensure_future(self.send_meta({"type": "quit"}))
        for insist in ("ask", "terminate", "kill"):
            with contextlib.suppress(ProcessLookupError):
                if insist == "terminate":
                    process.terminate()
                elif insist == "kill":
                    process.kill()
            done, _ = await asyncio.wait({task}, timeout=TIMEOUT)
            if done:
                break
        asking.cancel()


def _cells(request: web.Request, name: str, usual: int) -> int:
    """The width or height that a page says it has; *usual* where it says none."""
    words = request.query.get(name, "")
    return int(words) if words.isdecimal() else usual


def _command(words: tuple[str, ...]) -> str:
    """The command line that starts the program, quoted for this system's shell."""
    line = [str(Path(sys.executable)), "-m", "supervision_tui", *words]
    return subprocess.list2cmdline(line) if os.name == "nt" else f"exec {shlex.join(line)}"
