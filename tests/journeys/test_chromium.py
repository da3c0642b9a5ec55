"""The program in a real browser, where one is there: it comes up by itself, takes keys, and asks nobody else."""

import asyncio
import itertools
import shutil
import signal
import subprocess

import aiohttp
import pytest

from tests.patience import PATIENCE

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(
        BROWSER is None, reason="no Chromium on this machine; test_browser.py speaks to the server itself"
    ),
]


class Page:
    """A page of the browser, driven by its own debugging protocol."""

    def __init__(self, socket):
        self._socket = socket
        self._number = 0
        self.told = []

    async def call(self, method, **parameters):
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = await self._socket.receive_json()
            if answer.get("id") == self._number:
                return answer["result"]
            self.told.append(answer)

    async def value(self, expression):
        return (await self.call("Runtime.evaluate", expression=expression))["result"].get("value")

    async def until(self, expression):
        async with asyncio.timeout(PATIENCE):
            while not await self.value(expression):  # noqa: ASYNC110 - a page tells nobody
                await asyncio.sleep(0.05)


@pytest.fixture
def debugged(tmp_path):
    """The address at which a browser of its own can be driven."""
    command = [BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "about:blank"]
    process = subprocess.Popen([*command, f"--user-data-dir={tmp_path}"], stderr=subprocess.PIPE, text=True)
    line = ""
    while "DevTools listening" not in line:
        line = process.stderr.readline()
    base = line.split("ws://")[1].split("/")[0]
    yield base
    process.kill()
    process.wait()
    process.stderr.close()


@pytest.fixture
async def page(debugged):
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://{debugged}/json") as answer:
            tabs = await answer.json()
        target = next(tab for tab in tabs if tab["type"] == "page")["webSocketDebuggerUrl"]
        async with session.ws_connect(target, max_msg_size=0) as socket:
            yield Page(socket)


async def test_it_comes_up_takes_keys_without_a_click_and_loads_nothing_from_elsewhere(served, page):
    address, _, _ = served
    await page.call("Log.enable")
    await page.call("Runtime.enable")
    await page.call("Page.navigate", url=address)
    await page.until("document.body.classList.contains('-first-byte')")
    await page.until("document.activeElement?.tagName === 'TEXTAREA'")
    await page.call(
        "Input.dispatchKeyEvent", type="keyDown", key="q", code="KeyQ", windowsVirtualKeyCode=81, modifiers=2
    )
    await page.until("document.body.classList.contains('-closed')")
    asked = await page.value("performance.getEntriesByType('resource').map(e => e.name).join(' ')")
    origin = address.split("/?")[0]
    assert all(name.startswith(origin) for name in asked.split())
    errors = [one for one in page.told if one.get("params", {}).get("entry", {}).get("level") == "error"]
    assert errors == []
    assert await page.value("location.href") == f"{origin}/"


async def keys(page, *pressed):
    """Press keys as a person does: a letter, or (name, code, modifiers)."""
    for key in pressed:
        name, code, modifiers = key if isinstance(key, tuple) else (key, ord(key.upper()), 0)
        event = {"key": name, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        text = {"text": name} if len(name) == 1 and not modifiers else {}
        await page.call("Input.dispatchKeyEvent", type="keyDown", **event, **text)
        await page.call("Input.dispatchKeyEvent", type="keyUp", **event)


CTRL, SHIFT = 2, 8
CHOOSE_AND_COPY = ("2", "/", *"quiet", ("Home", 36, SHIFT), ("c", 67, CTRL))
"""To Families, into its search field, a word, all of it chosen, copied."""
LOOKS = 30
"""Looks at the clipboard before the keys are pressed once more: a busy machine answers them late."""
READ = {"expression": "navigator.clipboard.readText()", "awaitPromise": True}


async def test_copy_reaches_the_computers_clipboard_and_a_browser_that_refuses_says_so(served, page):
    address, _, _ = served
    origin = address.split("/?")[0]
    for name in ("clipboard-read", "clipboard-write"):
        await page.call("Browser.setPermission", permission={"name": name}, setting="granted", origin=origin)
    await page.call("Page.navigate", url=address)
    await page.until("document.activeElement?.tagName === 'TEXTAREA'")
    async with asyncio.timeout(PATIENCE):
        for look in itertools.count():  # pressed again, until the demonstration is open
            if (await page.call("Runtime.evaluate", **READ))["result"].get("value") == "quiet":
                break
            if look % LOOKS == 0:
                await keys(page, ("Escape", 27, 0))
                await asyncio.sleep(0.5)  # Esc and a quick digit are one key, Alt and the digit, to a terminal
                await keys(page, *CHOOSE_AND_COPY)
            await asyncio.sleep(0.1)
    assert await page.value("document.querySelector('.copy').hidden")
    await page.value("Object.defineProperty(navigator.clipboard, 'writeText', {value: () => Promise.reject('no')})")
    await keys(page, CHOOSE_AND_COPY[-1])
    await page.until("!document.querySelector('.copy').hidden")
    assert await page.value("document.querySelector('.copy textarea').value") == "quiet"
    await page.value("document.querySelector('.copy button').click()")
    assert not await page.value("document.querySelector('.copy textarea').value")


async def test_the_server_ends_by_itself_although_a_page_is_open(served, page):
    address, _, process = served
    await page.call("Page.navigate", url=address)
    await page.until("document.body.classList.contains('-first-byte')")
    process.send_signal(signal.SIGINT)
    assert await asyncio.to_thread(process.wait, PATIENCE) == 0
