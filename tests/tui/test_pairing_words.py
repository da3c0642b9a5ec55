"""Sixteen words typed as they are told: counted, read back, and a slip costs one word."""

from textual.widgets import Static

from supervision_tui.parcels import PairingWords
from supervision_tui.tui.app_services.unsaved_input import unsaved_words
from supervision_tui.tui.screens.parcels.ask_pairing_words import AskPairingWordsScreen
from supervision_tui.tui.widgets.line_box import LineBox


async def test_a_slip_is_named_and_the_words_stay(demo, wait):
    words = PairingWords.new().words
    taken = []
    async with demo((80, 24)) as pilot:
        app = pilot.app
        app.push_screen(AskPairingWordsScreen(), taken.append)
        await wait(pilot, lambda: isinstance(app.screen, AskPairingWordsScreen) and app.focused is not None)
        box, told = app.screen.query_one(LineBox), app.screen.query_one("#words_read", Static)
        box.value = " ".join(words[:3])
        await wait(pilot, lambda: "13 more to come" in str(told.content))
        box.value = " ".join([*words[:4], "zzzz", *words[5:]])
        await pilot.press("enter")
        await wait(pilot, lambda: "Word 5 of the pairing words is not one of ours" in str(told.content))
        assert taken == []
        assert unsaved_words(app.screen_stack[1:]) == ()
        box.value = " ".join(word[:4] for word in words)
        await pilot.press("enter")
        await wait(pilot, lambda: taken != [])
    assert PairingWords.read(taken[0]).words == words
