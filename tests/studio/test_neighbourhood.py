"""Only the people near to somebody: how many steps is said, editing goes on, and everybody stands where they stood."""

from supervision_tui.tui.studio.neighbourhood import Neighbourhood
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.studio.telling import say


def grown(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    kelly = family_editor.add_parent(mia, "Kelly") and "kelly"
    family_editor.add_parent(kelly, "Nan")
    return mia


def names(family):
    return {one.id for one in family.persons}


def test_one_step_more_each_time_then_everybody(family_editor):
    mia = grown(family_editor)
    shown, seen = Neighbourhood(mia), []
    while shown is not None:
        seen.append((shown.words(family_editor.family), names(shown.subset(family_editor.family))))
        shown = shown.wider
    assert seen == [
        ("1 step round Mia", {"mia", "kelly"}),
        ("2 steps round Mia", {"mia", "kelly", "nan"}),
        ("3 steps round Mia", {"mia", "kelly", "nan"}),
    ]


def test_whoever_is_selected_stays_in_sight(family_editor):
    mia = grown(family_editor)
    shown = Neighbourhood(mia)
    assert shown.following_selection(family_editor.family, "kelly") == shown
    assert shown.following_selection(family_editor.family, "nan") == Neighbourhood("nan")
    family_editor.remove_person(mia)
    assert shown.following_selection(family_editor.family, "kelly") is None


async def test_those_near_are_shown_and_drawn_on_and_the_whole_comes_back(in_studio, wait):
    async with in_studio(family="V2") as pilot:
        screen = pilot.app.screen
        view = screen.query_one(GenogramView)
        whole = dict(view.scene.regions)
        middle = screen.selected
        name = screen.editor.family.person(middle).short_name

        def where():
            return str(screen.query_one("TopLine #where").render())

        await pilot.press("a")
        await wait(pilot, lambda: len(view.scene.regions) < len(whole))
        assert f"1 step round {name}" in where()
        assert screen.selected == middle
        await say(pilot, wait, "e", "2024 began to draw")
        await say(pilot, wait, "c", "Ana 0")
        await wait(pilot, lambda: screen.selected == "ana" and "ana" in view.scene.regions)
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: "ana" not in view.scene.regions)
        await pilot.press("a", "a", "a")
        await wait(pilot, lambda: dict(view.scene.regions) == whole)
        assert "round" not in where()
