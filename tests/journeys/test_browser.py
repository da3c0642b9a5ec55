"""``supervision-tui serve``: a browser gets the program's own pictures; closing the page ends it."""

import asyncio
import signal

import aiohttp
import pytest

from tests.patience import PATIENCE

pytestmark = pytest.mark.journey


async def _seen(socket_, wanted):
    """Whatever the program drew until *wanted* was in it."""
    drawn = ""
    async with asyncio.timeout(PATIENCE):
        async for message in socket_:
            drawn += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else str(message.data)
            if wanted in drawn:
                return drawn
    raise AssertionError(drawn[-500:])


async def _emptied(folder):
    """Wait until nothing of the demonstration is left: the program behind the page ends a moment after the server."""
    async with asyncio.timeout(PATIENCE):
        while list(folder.glob("supervision-demo-*")):  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.05)


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
    process.wait(PATIENCE)
    await _emptied(folder)
