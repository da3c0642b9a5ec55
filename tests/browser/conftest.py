"""A server of the browser's rooms, on a port that is its own from the start: nobody else can take it in between."""

import socket
from contextlib import asynccontextmanager

import pytest
from aiohttp.test_utils import TestClient, TestServer

from supervision_tui.browser.door import Door
from supervision_tui.browser.serving import BrowserServer


@pytest.fixture
def in_house():
    """``async with in_house("demo") as (server, client)``: a server for a program with these words, and its client."""

    @asynccontextmanager
    async def started(*words, command=""):
        with socket.create_server(("127.0.0.1", 0)) as own:
            server = BrowserServer(Door("127.0.0.1", own.getsockname()[1]), words)
            server.command = command or server.command
            page = TestServer(await server._make_app(), socket_factory=lambda *_: own)
            async with TestClient(page) as client:
                yield server, client

    return started
