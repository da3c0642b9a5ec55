"""Ways of working on the session screen: each panel opens with Ctrl+G, is used with keys, and gives the notes back."""

import importlib

import pytest
from textual.widgets import Static

from supervision_tui.people import Practitioner
from supervision_tui.session.hypotheses import CRITERIA
from supervision_tui.session.working_methods import working_methods
from supervision_tui.tui.activities import PANELS, open_panel
from tests.tui.driving import named
from tests.whole import rows

SIZES = rows((80, 24), (120, 40))


def _words(pilot):
    return str(pilot.app.screen.query_one(".activity").render())


async def _at(pilot, wait, way, activity=""):
    """Go to the first stage that offers *way* and open its panel."""
    screen = pilot.app.screen
    editor = screen.editor
    for stage in editor.template.stages:
        if activity and stage.activity != activity:
            continue
        editor.go(stage.id, screen.controller.now(), override=True)
        found = next((one for one in working_methods(editor) if one.id == way), None)
        if found:
            break
    screen.open_stage()
    await pilot.pause()
    open_panel(screen, found)
    await wait(pilot, lambda: bool(screen.query(".activity")) and screen.focused is screen.query_one(".activity"))
    return screen


@pytest.fixture
def in_format(demo, wait):
    """A session of any format with family V2, just begun."""
    from contextlib import asynccontextmanager

    from supervision_tui.tui.screens.session.session import SessionScreen

    @asynccontextmanager
    async def opened(format_id, size=(120, 40)):
        async with demo(size) as pilot:
            workspace = pilot.app.workspace
            template = workspace.formats.library.templates[format_id]
            family = None if template.family == "none" else "V2"
            controller = workspace.begin(template, family, "Amina")
            pilot.app.push_screen(SessionScreen(controller))
            await wait(pilot, lambda: named(pilot) == "SessionScreen")
            await pilot.pause()
            yield pilot

    return opened


@pytest.fixture
def in_session(in_format):
    """A group supervision of family V2, just begun."""
    return lambda size=(120, 40): in_format("T2", size)


async def test_every_working_method_has_a_panel():
    module = importlib.import_module("supervision_tui.session.working_methods")
    all_of_them = {one.id for one in vars(module).values() if isinstance(one, module.WorkingMethod)}
    assert all_of_them == set(PANELS)


async def test_esc_w_asks_which_way_and_esc_gives_the_notes_back(in_session, wait):
    async with in_session((80, 24)) as pilot:
        screen = pilot.app.screen
        await pilot.press("escape", "w")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: bool(screen.query(".activity")))
        assert not screen.query_one("#stage_list").display
        await pilot.press("escape")
        await wait(pilot, lambda: not screen.query(".activity"))
        await wait(pilot, lambda: screen.focused is screen.query_one("#box"))
        await pilot.press("f6")
        await wait(pilot, lambda: screen.editor.session.stage == "story")
        await pilot.press("escape", "w")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")


@pytest.mark.parametrize("size", SIZES)
async def test_roles_are_given_and_swapped(in_session, wait, size):
    async with in_session(size) as pilot:
        screen = await _at(pilot, wait, "roles")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: named(pilot) in {"ChooseScreen", "AskPersonScreen"})
        if named(pilot) == "ChooseScreen":
            await pilot.press("end", "enter")
            await wait(pilot, lambda: named(pilot) == "AskPersonScreen")
        await pilot.press(*"Zora", "enter")
        await wait(pilot, lambda: screen.editor.session.seat("presenter") == "Zora")
        assert "Zora" in _words(pilot)
        await pilot.press("s")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: screen.editor.session.seat("facilitator") == "Zora")
        await pilot.press("ctrl+z", "enter")
        await wait(pilot, lambda: screen.editor.session.seat("presenter") == "Zora")


async def test_of_two_people_of_one_name_it_is_asked_which_has_the_role(in_session, wait):
    async with in_session((80, 24)) as pilot:
        people = pilot.app.workspace.people
        for role in ("manager", "practitioner"):
            person = Practitioner(id=people.roster.free_id("Sam"), name="Sam", role=role)
            people.change(people.roster.with_practitioner(person), "added somebody")
        screen = await _at(pilot, wait, "roles")
        screen.editor.directory = people.directory
        await pilot.press("down", "enter")
        await wait(pilot, lambda: named(pilot) in {"ChooseScreen", "AskPersonScreen"})
        if named(pilot) == "ChooseScreen":
            await pilot.press("end", "enter")
            await wait(pilot, lambda: named(pilot) == "AskPersonScreen")
        await pilot.press(*"Sam", "enter")
        said = pilot.app.screen.query_one("#who_is_meant", Static)
        await wait(pilot, lambda: "Sam (manager), Sam (practitioner)" in str(said.content))
        await pilot.press(*" (m", "enter")
        await wait(pilot, lambda: screen.editor.session.seat("presenter") == "Sam (manager)")
        assert screen.editor.session.seats[-1].person == "sam"


@pytest.mark.parametrize("size", SIZES[:1])
async def test_a_round_is_written_unseen_and_shown_on_one_key(in_session, wait, size):
    async with in_session(size) as pilot:
        screen = await _at(pilot, wait, "round", "reflecting")
        for name, words in (("Lee", "struck by Nan"), ("Kim", "who sings?")):
            await pilot.press("n")
            await wait(pilot, lambda: named(pilot) == "AskPersonScreen")
            await pilot.press(*name, "enter")
            await wait(pilot, lambda: named(pilot) == "HiddenInputScreen")
            assert pilot.app.screen.query_one("LineBox").password
            await pilot.press(*words)
            await wait(pilot, lambda words=words: any(words == str(one.text) for one in screen.editor.session.drafts))
            await pilot.press("enter")
            await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert "struck by Nan" not in _words(pilot)
        assert "✓ has written" in _words(pilot)
        await pilot.press("s")
        await wait(pilot, lambda: "struck by Nan" in _words(pilot))
        assert {str(one.text) for one in screen.editor.session.entries} >= {"struck by Nan", "who sings?"}


@pytest.mark.parametrize("size", SIZES[:1])
async def test_a_grace_of_ones_own_and_one_of_the_family_on_the_grid(in_session, wait, size):
    async with in_session(size) as pilot:
        screen = await _at(pilot, wait, "graces")
        await wait(pilot, lambda: "geography · race" in _words(pilot))
        await pilot.press("r", "down", "right", "enter")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        pilot.app.screen.query_one("#told").value = "Leanne, in May"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: bool(screen.editor.session.entries_in("grace_grid")))
        theirs = screen.editor.session.entries_in("grace_grid")[0]
        assert (theirs.parts["grace"], theirs.parts["seen"], theirs.parts["spoken"]) == (
            "race",
            "invisible",
            "unvoiced",
        )
        await wait(pilot, lambda: "• race" in _words(pilot))
        await pilot.press("tab", "c", "enter")
        await wait(pilot, lambda: bool(screen.editor.session.entries_in("own_grid")))
        own = screen.editor.session.entries_in("own_grid")[0]
        assert own.destination.value == "private"
        await pilot.press("delete")
        await wait(pilot, lambda: not screen.editor.session.entries_in("own_grid"))


@pytest.mark.parametrize("size", SIZES[:1])
async def test_marks_stand_side_by_side_and_move(in_format, wait, size):
    async with in_format("T3", size) as pilot:
        screen = await _at(pilot, wait, "marks")
        slot = next(slot for slot in screen.editor.slots() if slot.field.id == "spread")
        for rater, number in (("school", "3"), ("Mum", "6")):
            screen.editor.fill(
                slot, {"number": number, "rater": rater, "because": "of mornings"}, screen.controller.now()
            )
        screen.query_one(".activity").draw()
        assert "school" in _words(pilot)
        assert "4.5" not in _words(pilot)
        await pilot.press("right")
        await wait(pilot, lambda: "4" in [str(one.parts["number"]) for one in screen.editor.session.entries])
        await pilot.press("a")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "EntryFormScreen")
        pilot.app.screen.query_one("#number").value = "5"
        pilot.app.screen.query_one("#rater").value = "Nan"
        pilot.app.screen.query_one("#because").value = "Robin sings again"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: "Nan" in _words(pilot) and screen.focused is screen.query_one(".activity"))


@pytest.mark.parametrize("size", SIZES[:1])
async def test_the_map_in_three_columns(in_format, wait, size):
    async with in_format("T3", size) as pilot:
        screen = await _at(pilot, wait, "columns", "map_harder")
        await pilot.press("right", "right", "right", "n")
        await wait(pilot, lambda: named(pilot) in {"ChooseScreen", "AskScreen"})
        if named(pilot) == "ChooseScreen":
            await pilot.press("enter")
            await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press(*"No bus", "enter")
        await wait(pilot, lambda: any(one.text == "No bus" for one in screen.editor.session.entries))
        assert "No bus" in _words(pilot)


@pytest.mark.parametrize("size", SIZES[:1])
async def test_where_each_stands_is_shown_together_and_only_a_sentence_is_kept(in_session, wait, size):
    async with in_session(size) as pilot:
        screen = await _at(pilot, wait, "stance", "reflecting")
        before = screen.editor.session
        await pilot.press("left", "left", "up", "enter", "right", "down", "enter")
        assert "●" not in _words(pilot)
        await pilot.press("s")
        assert "●" in _words(pilot)
        assert screen.editor.session == before
        await pilot.press("k")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press(*"Ask once more", "enter")
        await wait(pilot, lambda: [one.text for one in screen.editor.session.entries] == ["Ask once more"])


@pytest.mark.parametrize("size", SIZES[:1])
async def test_listening_marks_words_tentatively_and_keeps_what_is_chosen(in_format, wait, size):
    async with in_format("T4", size) as pilot:
        screen = await _at(pilot, wait, "listening")
        await pilot.press("t")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press(*"I want to stop shouting", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and "change talk" in _words(pilot))
        assert not screen.editor.session.entries
        assert any("shouting" in one.text for one in screen.editor.session.drafts)
        await pilot.press("enter")
        await wait(pilot, lambda: bool(screen.editor.session.entries_in("change_talk")))
        await pilot.press("i")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press("7", "enter")
        await wait(pilot, lambda: named(pilot) == "AskScreen" and pilot.app.screen.query_one("LineBox").value == "")
        await pilot.press(*"for Robin", "enter")
        await wait(
            pilot, lambda: "Importance 7 of 10: for Robin" in screen.editor.session.entries_in("change_talk")[0].text
        )
        assert "I want to stop shouting" in screen.editor.session.entries_in("change_talk")[0].text
        await pilot.press("a")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press(*"shouting less", "enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and "About: shouting less" in _words(pilot))
        assert any(one.text.startswith("change: shouting less") for one in screen.editor.session.drafts)
        await pilot.press("h")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")


@pytest.mark.parametrize("size", SIZES[:1])
async def test_questions_are_kept_put_in_order_and_answered(in_session, wait, size):
    async with in_session(size) as pilot:
        screen = await _at(pilot, wait, "questions")
        await pilot.press("enter", "down", "enter")
        await wait(pilot, lambda: len([one for one in screen.editor.session.questions if one.kept]) == 2)
        second = screen.editor.session.questions[1].prompt_id
        screen.query_one(".activity").at = 1
        await pilot.press("u")
        await wait(pilot, lambda: screen.editor.session.questions[0].prompt_id == second)
        await pilot.press("a")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        await pilot.press(*"Nan does", "enter")
        await wait(pilot, lambda: screen.editor.session.questions[0].came_back == "Nan does")
        assert "came back: Nan does" in _words(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_an_idea_is_asked_every_question_and_linked(in_format, wait, size):
    async with in_format("T4", size) as pilot:
        screen = await _at(pilot, wait, "ideas")
        slot = next(slot for slot in screen.editor.slots() if slot.field.kind == "hypothesis")
        screen.editor.fill(slot, {part.id: f"Perhaps {part.id}" for part in slot.field.parts}, screen.controller.now())
        screen.query_one(".activity").draw()
        seen = set()
        for _ in range(9):
            seen.add(next(line for line in _words(pilot).splitlines() if line.startswith("Question")))
            await pilot.press("right")
        assert len(seen) == len(CRITERIA)
        await pilot.press("p")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(
            pilot,
            lambda: (
                bool(screen.editor.session.hypotheses[-1].about)
                or any(one.about for one in screen.editor.session.hypotheses)
            ),
        )
        await pilot.press("l")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: any(one.level == "an episode" for one in screen.editor.session.hypotheses))


async def test_ones_own_grid_is_masked_on_a_shared_screen(in_session, wait):
    async with in_session((80, 24)) as pilot:
        await _at(pilot, wait, "graces")
        await pilot.press("tab", "c", "enter")
        await wait(pilot, lambda: "• class" in _words(pilot))
        pilot.app.room.on = True
        pilot.app.room.repaint()
        await wait(pilot, lambda: "• class" not in _words(pilot))
        assert "▒" in _words(pilot)


async def test_people_arrive_by_a_card_and_nothing_of_it_is_kept(in_session, wait):
    async with in_session((80, 24)) as pilot:
        screen = await _at(pilot, wait, "check_in")
        before = screen.editor.session
        assert "stays with the people here" in _words(pilot)
        await pilot.press("right", "right")
        assert "stormy" in _words(pilot)
        await pilot.press("f")
        assert "two working days" in _words(pilot)
        assert screen.editor.session == before
