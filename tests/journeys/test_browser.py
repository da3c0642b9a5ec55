"""``supervision-tui serve``: a browser gets the program's own pictures; closing the page ends it."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys

import aiohttp
import pytest

pytestmark = pytest.mark.journey


@pytest.fixture
def served(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    env = {**os.environ, "SUPERVISION_TUI_HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "supervision_tui", "serve", "--demo", "--port", str(port)]
    process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
    told = ""
    while "key=" not in told:
        line = process.stderr.readline()
        assert line, told
        told += line
    yield re.search(r"http://\S+", told).group(), tmp_path, process
    process.send_signal(signal.SIGINT)
    process.wait(10)
    process.stderr.close()


async def _seen(socket_, wanted):
    """Whatever the program drew until *wanted* was in it."""
    drawn = ""
    async with asyncio.timeout(30):
        async for message in socket_:
            drawn += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else str(message.data)
            if wanted in drawn:
                return drawn
    raise AssertionError(drawn[-500:])


async def test_the_program_is_in_the_page_and_ends_with_it(served):
    address, folder, process = served
    origin = address.split("/?")[0]
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as browser:
        page = await browser.get(address)
        assert page.status == 200
        at_the_door = await browser.ws_connect(f"{origin}/ws?width=100&height=30", headers={"Origin": origin})
        await _seen(at_the_door, "Group supervision")
        assert list(folder.glob("supervision-demo-*"))
        await at_the_door.send_json(["stdin", "2"])
        await _seen(at_the_door, "Carter-Okafor")
        await at_the_door.close()
    process.send_signal(signal.SIGINT)
    process.wait(20)
    assert not list(folder.glob("supervision-demo-*"))
