"""Every screen at every size, resized at any time: no crash, nothing typed is lost, the danger key stays in sight."""

import pytest

from supervision_tui.text import Line
from supervision_tui.tui.app import PLACE_DEPTH
from supervision_tui.tui.content import content
from supervision_tui.tui.room_policy import RoomVisibility
from tests.tui.driving import named, settled
from tests.tui.textual_internals import painted
from tests.whole import rows

SIZES = [(200, 60), (40, 12), (1, 1), (110, 30), (80, 24)]


async def through_sizes(pilot):
    for width, height in SIZES:
        await pilot.resize_terminal(width, height)
        await pilot.pause()


KEYS_TO = {
    "TodayScreen": (), "FamiliesScreen": ("2",), "PeopleScreen": ("3",), "RecordsScreen": ("4",),
    "NotebookScreen": ("n",), "JumpScreen": ("ctrl+k",), "HelpScreen": ("f1",), "DangerScreen": ("f12",),
    "ChooseScreen": ("f",), "NoticeScreen": ("c",), "FormScreen": ("3", "a"), "StudioScreen": ("2", "g"),
    "CommandPalette": ("ctrl+p",), "BeginSessionScreen": ("enter",),
}  # fmt: skip
"""Every kind of screen, and the keys that lead to one from Today."""


async def from_the_top(pilot):
    """Scroll everything to its beginning: how far a list was moved is nothing that a size may not change."""
    for widget in pilot.app.screen.query("*"):
        widget.scroll_home(animate=False, immediate=True)
    await settled(pilot)


@pytest.fixture
def ready(wait):
    """Put the screen called *name* in front, from Today."""

    async def put(pilot, name):
        for key in KEYS_TO[name]:
            await pilot.press(key)
            await pilot.pause()
        await wait(pilot, lambda: named(pilot) == name)

    return put


async def test_every_screen_goes_through_every_size(demo, ready, wait):
    async with demo((80, 24)) as pilot:
        for name in KEYS_TO:
            await ready(pilot, name)
            await wait(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))
            await from_the_top(pilot)
            before = painted(pilot.app)
            await through_sizes(pilot)
            assert named(pilot) == name
            await from_the_top(pilot)
            if name != "FormScreen":  # its fields scroll with the cursor; what is typed there has a test below
                await wait(pilot, lambda before=before: _words(painted(pilot.app)) >= _words(before))
            while len(pilot.app.screen_stack) > PLACE_DEPTH:
                await pilot.press("escape")
            await pilot.press("1")
            await wait(pilot, lambda: named(pilot) == "TodayScreen")


def _words(text):
    """The words on a screen, without signs: the same after a way through every size."""
    return {word for word in text.split() if len(word) > 3 and word.isalpha()}


async def test_what_is_typed_in_a_session_stays_through_every_size(in_session, wait):
    async with in_session((80, 24)) as pilot:
        box = pilot.app.screen.query_one("#box")
        for at, (width, height) in enumerate(SIZES):
            await pilot.resize_terminal(width, height)
            await pilot.press(*f"w{at}")
        await wait(pilot, lambda: box.text == "".join(f"w{at}" for at in range(len(SIZES))))
        assert "F12" in painted(pilot.app)


async def test_what_is_typed_in_a_form_stays_through_every_size(demo, ready):
    async with demo((80, 24)) as pilot:
        await ready(pilot, "FormScreen")
        await pilot.press(*"Nadia")
        await through_sizes(pilot)
        assert pilot.app.screen.query_one("#name").value == "Nadia"


async def test_room_view_keeps_its_frame_through_every_size(in_session):
    async with in_session((80, 24)) as pilot:
        await pilot.press("ctrl+r")
        await through_sizes(pilot)
        assert "Room view" in painted(pilot.app)


@pytest.mark.parametrize("size", rows((80, 24), (120, 40), (200, 60)))
async def test_the_danger_key_is_in_sight_in_every_place(demo, wait, size):
    async with demo(size) as pilot:
        for key in "1234n":
            await pilot.press(key)
            await wait(pilot, lambda: pilot.app.screen.is_mounted and "F12" in painted(pilot.app))


async def test_a_wide_screen_uses_its_room(demo, wait):
    async with demo((200, 60)) as pilot:
        workspace = pilot.app.workspace
        workspace.begin(workspace.formats["T2"], "V2", Line("Amina"))
        await pilot.press("2")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen")
        assert pilot.app.screen.query_one("#about_family").size.width > 120


async def test_a_list_that_gets_its_scroll_bar_cuts_no_row(demo, wait):
    """The room of the bar is kept free: rows wrap to it before it is there, and nothing has to be resized."""
    async with demo((80, 24)) as pilot:
        options = pilot.app.screen.query_one("#start OptionList")
        panel = pilot.app.screen.query_one("#start")
        panel.fill([("few", content("few"))], RoomVisibility.PROGRAM)
        await wait(pilot, lambda: not options.show_vertical_scrollbar)
        await settled(pilot)
        width = options.scrollable_content_region.width
        rows = [(str(at), content(f"{at} {'word ' * 7}end{at}")) for at in range(40)]
        panel.fill(rows, RoomVisibility.PROGRAM)
        await wait(pilot, lambda: options.show_vertical_scrollbar)
        await settled(pilot)
        assert options.scrollable_content_region.width == width
        assert "end0" in painted(pilot.app)
        assert "end1" in painted(pilot.app)
