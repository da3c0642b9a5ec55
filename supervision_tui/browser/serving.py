"""The server: textual-serve behind :class:`~supervision_tui.browser.door.Door`, silent about what passes through it."""

from __future__ import annotations

import logging
import os
import shlex
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from supervision_tui.browser.door import COOKIE, Door
from supervision_tui.resources import content_folder

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
IN_BROWSER = "SUPERVISION_TUI_IN_BROWSER"
"""Set for the program that the server starts: it then talks to the browser instead of a terminal."""

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
        web.run_app(self._make_app(), host=self.host, port=self.port, print=self._tell_address, access_log=None)

    def _tell_address(self, _words: str) -> None:
        """Say where the program is, for people, in the place of the library's own words."""
        sys.stderr.write(f"Open this address in a browser on this computer:\n\n  {self.door.address}\n\n")
        sys.stderr.write("It works until you press Ctrl+C here. Keep it to yourself: it leads to your locked door.\n")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_static("/own", content_folder("templates/browser"))
        app.middlewares.append(self._at_the_door)
        return app

    @web.middleware
    async def _at_the_door(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        door = self.door
        if not door.same_house(request.headers):
            return web.Response(status=403, text=REFUSED, headers=door.rules)
        if request.path == "/" and door.knows(request.query.get("key")):
            answer = web.Response(status=303, headers={**door.rules, "Location": "/"})
            answer.set_cookie(COOKIE, door.key, httponly=True, samesite="Strict", path="/")
            return answer
        if not door.knows(request.cookies.get(COOKIE)):
            return web.Response(status=403, text=REFUSED, headers=door.rules)
        answered = await handler(request)
        if not answered.prepared:
            answered.headers.update(door.rules)
        return answered


def _command(words: tuple[str, ...]) -> str:
    """The command line that starts the program, quoted for this system's shell."""
    os.environ[IN_BROWSER] = "1"
    line = [str(Path(sys.executable)), "-m", "supervision_tui", *words]
    return subprocess.list2cmdline(line) if os.name == "nt" else f"exec {shlex.join(line)}"
