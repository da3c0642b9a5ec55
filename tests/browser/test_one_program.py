"""One program for one person: a page that is opened later takes over, and programs end with their page and server."""

import asyncio
import json
import os
import sys

import pytest
from aiohttp import WSMsgType

from supervision_tui.browser import serving
from supervision_tui.process_hardening import IN_BROWSER
from tests.patience import PATIENCE

STUBBORN = "import signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
SPEAKS = "print('__GANGLION__', flush=True); time.sleep(600)"


@pytest.fixture
async def house(monkeypatch, in_house):
    """A server whose program speaks the library's protocol, ignores every request to end, and a client."""
    monkeypatch.setattr(serving, "TIMEOUT", 0.2)
    async with in_house(command=f'exec {sys.executable} -c "{STUBBORN}{SPEAKS}"') as served:
        yield served


async def page(made, client, before=None):
    """A page, and the program behind it, which is another one than *before*."""
    origin, cookie = made.door.origin, f"{made.door.cookie_name}={made.door.cookie}"
    socket = await client.ws_connect("/ws?width=80&height=24", headers={"Origin": origin, "Cookie": cookie})
    async with asyncio.timeout(PATIENCE):
        while made._open is None or made._open[0]._process in {None, before}:  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.02)
    return socket, made._open[0]._process


async def gone(process):
    async with asyncio.timeout(PATIENCE):
        await process.wait()
    return process.returncode


async def test_a_second_page_takes_over_and_the_first_is_told(house):
    made, client = house
    first, before = await page(made, client)
    second, after = await page(made, client, before)
    assert await gone(before) != 0
    async with asyncio.timeout(PATIENCE):
        message = await first.receive()
    assert message.extra == serving.TAKEN_OVER.decode()
    assert after.returncode is None
    await second.close()
    assert await gone(after) != 0


async def test_a_page_that_closes_takes_its_program_with_it_whatever_that_is_doing(house):
    made, client = house
    socket, process = await page(made, client)
    await socket.close()
    assert await gone(process) != 0


async def test_the_program_ends_with_the_server(house):
    made, client = house
    _, process = await page(made, client)
    await client.server.close()
    assert await gone(process) != 0


async def test_page_after_page_leaves_no_program_behind(house):
    made, client = house
    processes, process = [], None
    for _ in range(10):
        socket, process = await page(made, client, process)
        processes.append(process)
        await socket.close()
        await gone(process)
    assert all(process.returncode is not None for process in processes)
    async with asyncio.timeout(PATIENCE):
        while made._open is not None:  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.02)


async def test_words_to_copy_go_to_the_page_and_nothing_else_that_is_not_known(house):
    made, client = house
    socket, process = await page(made, client)
    program, _ = made._open
    await program.on_meta(json.dumps({"type": "copy", "text": "Robin \u2713"}).encode())
    async with asyncio.timeout(PATIENCE):
        told = await socket.receive()
        while told.type is not WSMsgType.TEXT or '"copy"' not in told.data:
            told = await socket.receive()
    assert json.loads(told.data) == ["copy", "Robin \u2713"]
    await socket.close()
    assert await gone(process) != 0


def test_the_program_behind_a_page_is_told_of_it_and_nothing_that_the_server_starts_besides():
    program = serving.PageProgram("true", write_bytes=None, write_str=None, close=None, download_manager=None)
    assert program._build_environment()[IN_BROWSER] == "1"
    assert IN_BROWSER not in os.environ
