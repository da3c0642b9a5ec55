"""Anything is a few letters away; in room view only what the room may see."""

import pytest
from textual.screen import Screen

from supervision_tui.people import Practitioner, Roster
from supervision_tui.text import Line
from supervision_tui.tui.screens.jump_targets import Target, all_targets, near, ranked
from tests.tui.driving import named


def stay(app):
    """Go nowhere."""


def offered(app):
    options = app.screen.query_one("#offered")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


@pytest.mark.parametrize("typed", ["zur", "ZÜR", "zuri okafor", "zuri okafro"])
def test_accents_capitals_and_a_slip_do_not_matter(typed):
    targets = [
        Target("person", words, stay) for words in ("Emeka Okafor, V2", "Zuri Okafor-Carter, V2", "Sue Bell, V2")
    ]
    assert ranked(targets, typed)[0].words.startswith("Zuri")


def test_a_beginning_comes_before_a_word_inside():
    targets = [Target("record", words, stay) for words in ("Scarred by war", "Carter-Okafor")]
    assert [one.words for one in ranked(targets, "car")] == ["Carter-Okafor", "Scarred by war"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("libr", "Library"),
        ("loc", "Lock"),
        ("room v", "Room view"),
        ("danger", "Someone in danger"),
        ("rec", "Records"),
    ],
)
def test_the_library_and_what_can_be_done_everywhere_are_found_by_their_words(typed, words):
    assert words in [target.words for target in ranked(near(Screen()), typed)]


async def test_a_few_letters_and_enter_lead_to_a_family_from_anywhere(demo, wait):
    async with demo((80, 24)) as pilot:
        await pilot.press("4")
        await wait(pilot, lambda: named(pilot) == "RecordsScreen")
        await pilot.press("slash")
        await wait(pilot, lambda: named(pilot) == "JumpScreen")
        assert any("Today" in line for line in offered(pilot.app))
        await pilot.press(*"maisie")
        await wait(pilot, lambda: any("Maisie" in line for line in offered(pilot.app)))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen" and pilot.app.screen.chosen == "V2")


async def test_commands_of_the_screen_below_are_offered(demo, wait):
    async with demo() as pilot:
        await pilot.press("ctrl+k")
        await wait(pilot, lambda: named(pilot) == "JumpScreen")
        await pilot.press(*"framew")
        await wait(pilot, lambda: any("Framework" in line for line in offered(pilot.app)))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")


async def test_what_was_written_is_found_with_its_passage(demo, wait):
    async with demo() as pilot:
        workspace = pilot.app.workspace
        controller = workspace.begin(workspace.formats["T2"], "V2", Line("Amina"))
        editor = controller.editor
        editor.go(editor.template.stages[1].id, controller.now(), override=True)
        slot = next(slot for slot in editor.slots() if slot.field.kind != "seat" and not slot.field.parts)
        editor.write(slot, "Everybody remembers the lighthouse keeper.", controller.now())
        controller.save()
        workspace.writer.flush()
        await pilot.press("ctrl+k")
        for words in ("remembers", "lighthouse"):
            await pilot.press(*words)
            await wait(pilot, lambda: any("lighthouse keeper" in line for line in offered(pilot.app)))
            if words == "remembers":
                await pilot.press(*["backspace"] * len(words))
                await wait(pilot, lambda: not any("lighthouse keeper" in line for line in offered(pilot.app)))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")


async def test_it_opens_over_a_session_and_ctrl_k_does_not_eat_what_is_typed(in_session, wait):
    async with in_session() as pilot:
        await pilot.press(*"hello")
        await pilot.press("ctrl+k")
        await wait(pilot, lambda: named(pilot) == "JumpScreen")
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        assert pilot.app.screen.query_one("#box").text == "hello"


async def test_room_view_leaves_out_other_families_and_colleagues(in_session, wait):
    async with in_session() as pilot:
        workspace = pilot.app.workspace
        workspace.people.change(Roster(practitioners=(Practitioner(id="selam", name="Selam Worker"),)), "all")
        other = next(person for person in workspace.families.get("V1").persons if len(person.short_name) > 3).short_name
        await pilot.press("ctrl+r", "ctrl+k")
        await wait(pilot, lambda: named(pilot) == "JumpScreen")
        await wait(pilot, lambda: bool(pilot.app.screen._far))
        await pilot.press(*other.lower()[:4])
        await wait(pilot, lambda: "left out" in str(pilot.app.screen.query_one("#jump_said").content))
        assert not any(other in line for line in offered(pilot.app))
        pilot.app.screen.query_one("LineBox").value = "robin"
        await wait(pilot, lambda: any("Robin" in line for line in offered(pilot.app)))
        pilot.app.screen.query_one("LineBox").value = "selam"
        await wait(pilot, lambda: not any("Robin" in line for line in offered(pilot.app)))
        assert not any("Selam" in line for line in offered(pilot.app))


async def test_every_place_can_be_jumped_to(demo, wait):
    async with demo() as pilot:
        for target in near(pilot.app.screen):
            if target.kind == "place":
                target.go(pilot.app)
                await wait(
                    pilot,
                    lambda words=target.words: (
                        getattr(pilot.app.screen, "NAME", "") == words or named(pilot) == f"{words}Screen"
                    ),
                )
        assert {target.kind for target in all_targets(pilot.app.workspace)} >= {"family", "person"}
