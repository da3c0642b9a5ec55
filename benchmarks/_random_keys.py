# ruff: noqa: S311 - keys are drawn by a seed, so that they can be pressed again; nothing secret depends on it
"""Keys, hostile words and sizes in any order in the real program: no crash, no way without return, no word that steers.

Nothing is waited for between keys, as where somebody leans on the keyboard; the screen is looked at after every tenth.
"""

from __future__ import annotations

import asyncio
import os
import random
import unicodedata
from pathlib import Path
from typing import Any

from textual.events import Key, Paste
from textual.pilot import Pilot

from supervision_tui.text import MARK, clean
from supervision_tui.tui.app import PLACE_DEPTH, SupervisionApp
from supervision_tui.vault import Cost

_A_PROGRAM, _AT_ONCE, _ESCAPES = 1_000, 10, 40
_KEYS = """
    enter enter enter tab shift+tab escape escape up down up down left right home end pageup pagedown space
    backspace delete f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 ctrl+a ctrl+b ctrl+d ctrl+e ctrl+f ctrl+g ctrl+j ctrl+k ctrl+n
    ctrl+o ctrl+p ctrl+r ctrl+s ctrl+t ctrl+u ctrl+v ctrl+w ctrl+x ctrl+y ctrl+z alt+w alt+s alt+1 alt+2 alt+left
    alt+right
""".split()  # noqa: SIM905 - a list of words, a line of them after the other
"""Names of keys; Ctrl+L and Ctrl+Q, which lock and end, are tried by the tests of the door."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789?/.,;:'[]()-+=!*#@"
HOSTILE = (
    "\x1b]52;c;aGVsbG8=\x07", "\x1b]0;title\x07", "\x1b[31mred\x1b[0m", "\x1bP1$r0m\x1b\\", "\x9b31m", "\u202egnp.exe",
    "a\u2066b\u2069", "\x00\x08\x7f", "\ue000\ufeff\U000e0041", "[/]", "[b]bold[/b]", "[link=x]y[/]", "O'Brien [Mum]",
    "{child}", "<b>&amp;", "Siân Llŷr", "عبد الرحمن", "王小明", "मीना", "👩‍👧‍👦", "e\u0301\u0302\u0303\u0304",
    "x" * 10_000, "=1+1", "%s%n", "\r\n\r\n", "\t\t", "\ud800", "ﷺ" * 50,
    "a\u200db", "🏳️‍🌈 Zoë", "$(touch x)", "${jndi:x}",
)  # fmt: skip


def run(work: Path, times: int, seed: int) -> tuple[str, list[str]]:
    """*times* keys in programs of a thousand keys each."""
    os.environ["SUPERVISION_TUI_HOME"] = str(work / "home")
    os.environ["SUPERVISION_TUI_STATE"] = str(work / "state")
    Cost.STANDARD._value_ = Cost.FAST.value
    wrong, screens = list[str](), set[str]()
    for number in range(0, times, _A_PROGRAM):
        chance = random.Random(seed + number)
        try:
            asyncio.run(_program(chance, min(_A_PROGRAM, times - number), wrong, screens, f"seed {seed + number}"))
        except Exception as error:  # noqa: BLE001 - a crash is what this looks for
            wrong.append(f"seed {seed + number}: {type(error).__name__}: {error}")
    return f"{times} keys, {len(screens)} screens met: {', '.join(sorted(screens))}", wrong


async def _program(chance: random.Random, times: int, wrong: list[str], screens: set[str], where: str) -> None:
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        while type(app.screen).__name__ != "TodayScreen":
            await pilot.pause(0.02)
        for pressed in range(0, times, _AT_ONCE):
            for _ in range(_AT_ONCE):
                _press(app, chance)
            if chance.random() < 0.1:
                await pilot.resize_terminal(chance.randint(20, 240), chance.randint(8, 70))
            await _quiet(pilot)
            if not app.is_running:
                return
            screens.add(type(app.screen).__name__)
            wrong += [f"{where}, key {pressed}: {bad!r} on {type(app.screen).__name__}" for bad in _steering(app)]
        await pilot.resize_terminal(120, 40)
        for _ in range(_ESCAPES):
            if len(app.screen_stack) <= PLACE_DEPTH or not app.is_running:
                return
            app.post_message(Key("escape", None))
            await _quiet(pilot)
            await asyncio.sleep(0.05)  # a window that reads a file stops when its thread looks
        stack = [type(screen).__name__ for screen in app.screen_stack[1:]]
        wrong.append(f"{where}: {_ESCAPES} times Escape end on {stack}, not on a place")


def _press(app: SupervisionApp, chance: random.Random) -> None:
    draw = chance.random()
    if draw < 0.06:
        app.post_message(Paste(chance.choice(HOSTILE)))
    elif draw < 0.45:
        letter = chance.choice(_LETTERS)
        name = letter if letter.isalnum() else unicodedata.name(letter).lower().replace("-", "_").replace(" ", "_")
        app.post_message(Key(name, letter))
    else:
        key = chance.choice(_KEYS)
        app.post_message(Key(key, " " if key == "space" else None))


async def _quiet(pilot: Pilot[Any]) -> None:
    """Until the program has answered every key; no longer than it takes to see that it hangs.

    Raises:
        TimeoutError: it hangs.
    """

    async def answered() -> None:
        await pilot.pause(0)
        while pilot.app.is_running and getattr(pilot.app, "keys_under_way", False):
            await pilot.pause(0.01)

    await asyncio.wait_for(answered(), 120)


def _steering(app: SupervisionApp) -> list[str]:
    """Lines on the screen that hold what could steer a terminal."""
    lines = (strip.text for strip in app.screen._compositor.render_strips())  # noqa: SLF001 - no public way
    return [line for line in lines if MARK in clean(line).replace(MARK, "", line.count(MARK))]
