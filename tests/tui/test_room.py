"""Room view: on a screen that others see, no word of another family and nothing private, on any screen there is."""

import importlib
import inspect
import pkgutil

import pytest
from textual.screen import Screen

import supervision_tui.tui
from supervision_tui.practice import Destination
from supervision_tui.text import Line, SafeText
from supervision_tui.tui.room_policy import MASK, ProgramWords, RoomVisibility
from tests.tui.driving import named
from tests.tui.textual_internals import notices, painted
from tests.whole import rows

MARK = "Quillon"
"""Stands in every word about another family, and in every private one."""
SECRET = "Quillonate"

BASES = {
    "Place",
    "CommandScreen",
    "EntryScreen",
    "DemoOpeningScreen",
    "RoomViewScreen",
    "RecordCommands",
    "CredentialCommands",
    "SessionBase",
    "SessionCommandHandlers",
}
"""What others are made of, a screen that opens a vault of its own, and the question of room view itself."""
AT_EVERY_SIZE = {
    "TodayScreen", "FamiliesScreen", "PeopleScreen", "RecordsScreen", "NotebookScreen", "GenogramScreen", "HelpScreen",
    "CloseSessionScreen", "JumpScreen", "BeginSessionScreen", "StudioScreen",
}  # fmt: skip
"""Screens whose layout changes with the size; the others are tried at the narrowest."""
SIZES = rows((80, 24), (120, 40))


def every_screen():
    """Every screen class of the program, by name."""
    for found in pkgutil.walk_packages(supervision_tui.tui.__path__, "supervision_tui.tui."):
        importlib.import_module(found.name)
    kinds, waiting = {}, [Screen]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("supervision_tui.") and not kind.__name__.startswith("_"):
                kinds[kind.__name__] = kind
    return kinds


def plant(workspace):
    """Mark every word of every family but V2, and leave a closed and an open session about one of them."""
    for heading in workspace.families.headings():
        family = workspace.families.get(heading.id)
        if family.id == "V2":
            continue
        persons = tuple(
            person.model_copy(update={"name": Line(f"{MARK}{at}"), "note": SafeText(MARK)})
            for at, person in enumerate(family.persons)
        )
        marked = {"persons": persons, "title": Line(f"{MARK} house"), "referral": SafeText(f"{MARK} was sent")}
        workspace.families.put(family.model_copy(update=marked), family.id)
    controller = workspace.begin(workspace.formats["T2"], "V1", Line(f"{MARK} Facilitator"))
    for slot in controller.editor.slots():
        if not slot.field.parts and slot.field.kind != "seat":
            controller.editor.write(slot, f"{MARK} wrote this", controller.now())
    controller.save()
    workspace.writer.flush()
    controller.editor.session = workspace.sessions.close(controller.editor.ended(controller.now()))
    for record in controller.session_records().records:
        workspace.records.put(record, record.id)
    open_one = workspace.begin(workspace.formats["T2"], "V1", Line(MARK))
    open_one.save()
    workspace.writer.flush()


def made(kind, app, controller):
    """A screen of *kind* filled with as much of the other family as it can hold, or ``None`` where that needs more."""
    family = app.workspace.families.get("V1")
    known = {
        "controller": controller, "family": family, "title": MARK, "words": MARK, "question": MARK, "hint": MARK,
        "start": MARK,
        "choices": [("a", MARK)], "below": app.screen, "template": app.workspace.formats["T2"], "folder": app.folder,
        "family_id": "V1", "workspace": app.workspace, "families": [("V1", MARK)],
        "chosen": ("V1",), "editor": app.workspace.family_editor("V1"),
    }  # fmt: skip
    wanted = inspect.signature(kind).parameters.values()
    if any(one.name not in known and one.default is one.empty and one.kind is not one.VAR_KEYWORD for one in wanted):
        return None
    return kind(**{one.name: known[one.name] for one in wanted if one.name in known})


@pytest.fixture
def shared(demo, wait):
    """A session about V2 in front of a room, with marked words about everybody else in the vault."""
    from contextlib import asynccontextmanager

    from supervision_tui.tui.screens.session.session import SessionScreen

    @asynccontextmanager
    async def opened(size=(80, 24), *, room=True):
        async with demo(size) as pilot:
            plant(pilot.app.workspace)
            controller = pilot.app.workspace.begin(pilot.app.workspace.formats["T2"], "V2", Line("Amina"))
            pilot.app.push_screen(SessionScreen(controller))
            await wait(pilot, lambda: pilot.app.screen.__class__ is SessionScreen and pilot.app.screen.current)
            if room:
                await pilot.press("ctrl+r")
            yield pilot, controller

    return opened


@pytest.mark.parametrize("size", SIZES)
async def test_no_screen_shows_another_familys_words_in_room_view(shared, wait, size):
    names = []
    async with shared(size) as (pilot, controller):
        app = pilot.app
        for name, kind in every_screen().items():
            if size != SIZES[0] and name not in AT_EVERY_SIZE:
                continue
            screen = None if name in BASES else made(kind, app, controller)
            if screen is None:
                continue
            app.push_screen(screen)
            await wait(pilot, lambda: app.screen.is_mounted and app.screen.is_current)
            await pilot.pause()
            while app.screen is not screen and screen in app.screen_stack:
                app.pop_screen()  # a window that it opened by itself
                await pilot.pause()
            if screen not in app.screen_stack:
                continue
            words = painted(app)
            if getattr(screen, "room_visibility", None) is not RoomVisibility.BELOW:
                assert MARK.casefold() not in words.casefold(), f"{name} shows another family's words"
            assert "Room view" in words, f"{name} does not say that room view is on"
            names.append(name)
            app.pop_screen()
            await wait(pilot, lambda gone=screen: gone not in app.screen_stack)
    assert {"TodayScreen", "FamiliesScreen", "RecordsScreen", "StudioScreen", "HelpScreen"} <= set(names)


async def test_the_same_screens_do_show_them_without_room_view(shared, wait):
    from supervision_tui.tui.screens.families.families import FamiliesScreen

    async with shared(room=False) as (pilot, _):
        pilot.app.push_screen(FamiliesScreen())
        await wait(pilot, lambda: MARK in painted(pilot.app))


async def test_the_family_in_hand_is_shown_and_private_words_are_not(shared, wait):
    async with shared((120, 40)) as (pilot, controller):
        app, editor = pilot.app, controller.editor
        assert "Group supervision" in painted(app)
        assert MASK not in painted(app).splitlines()[1]
        slot = next(
            (
                s
                for st in editor.template.stages
                for s in _slots(editor, st, controller)
                if s.field.destination is Destination.PRIVATE
            ),
            None,
        )
        assert slot is not None, "T2 has a private field"
        editor.write(slot, SECRET, controller.now(), author=controller.me)
        app.screen.open_stage()
        app.screen.write_in(slot)
        app.screen.query_one("#box").insert(SECRET)
        await wait(pilot, lambda: MASK in painted(app))
        assert SECRET not in painted(app)
        app.room.leave()
        await wait(pilot, lambda: SECRET in painted(app))


def _slots(editor, stage, controller):
    editor.go(stage.id, controller.now(), override=True)
    return editor.slots()


async def test_messages_wait_until_room_view_is_left(shared, wait):
    async with shared() as (pilot, _):
        app = pilot.app
        app.notify(f"{MARK} is here now.")
        app.notify(ProgramWords("Saved."))
        await wait(pilot, lambda: "Saved." in notices(app))
        assert not any(MARK in note for note in notices(app))
        app.room.leave()
        await wait(pilot, lambda: any(MARK in note for note in notices(app)))


async def test_leaving_asks_and_staying_is_the_first_answer(shared, wait):
    async with shared() as (pilot, _):
        app = pilot.app
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: named(pilot) == "RoomViewScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert app.room.on
        await pilot.press("ctrl+r", "down", "enter")
        await wait(pilot, lambda: not app.room.on)
        assert "Room view" not in painted(app)


async def test_another_family_can_be_lent_to_the_room_by_hand(demo, wait):
    from supervision_tui.tui.studio.screen import StudioScreen

    async with demo((120, 40)) as pilot:
        app = pilot.app
        plant(app.workspace)
        await pilot.press("ctrl+r")
        app.push_screen(StudioScreen(app.workspace.family_editor("V1")))
        await wait(pilot, lambda: bool(app.screen.query("GenogramView")))
        assert MARK not in painted(app)
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: named(pilot) == "RoomViewScreen")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: MARK in painted(app))
        assert app.room.on


async def test_the_palette_names_no_family(shared, wait):
    async with shared() as (pilot, _):
        await pilot.press("ctrl+p")
        await wait(pilot, lambda: named(pilot) == "CommandPalette")
        await pilot.press(*MARK[:4].lower())
        await wait(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))
        assert MARK not in painted(pilot.app)


def test_masks_are_as_wide_for_every_word(tmp_path):
    from supervision_tui.tui.app import SupervisionApp

    app = SupervisionApp(tmp_path, demo=True)
    app.room.on = True
    assert {app.room.words(words, "V9") for words in ("Jo", "Bartholomew Ferreira-Quillon")} == {MASK}


async def test_the_start_of_a_session_offers_room_view(demo, wait):
    async with demo() as pilot:
        start = pilot.app.screen.query_one("#start OptionList")
        start.focus()
        start.highlighted = start.get_option_index("T2")
        await pilot.press("enter")
        await wait(pilot, lambda: bool(pilot.app.screen.query("#shared")))
        assert "Others see this screen" in painted(pilot.app)
        await pilot.click("#shared")
        pilot.app.screen.query_one("#which").focus()
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert pilot.app.room.on
