"""The view of who is missing: dotted places, a list, and one line that says who it is."""

from supervision_tui.family.views.missing_people import placeholder_ids, with_placeholders
from supervision_tui.genogram import lay_out, terminal_scene, to_text
from supervision_tui.tui.studio.missing_people import NOBODY, MissingPeoplePanel
from supervision_tui.tui.widgets.genogram_view import GenogramView


def test_whoever_is_missing_is_dotted_and_nobody_walks_there(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    family_editor.add_parent(mia, "Kelly")
    family = family_editor.family
    whole = with_placeholders(family)
    placed = lay_out(whole, previous=lay_out(family))
    for ascii_only, dots in ((False, "┆ ? ┆"), (True, ": ? :")):
        scene = terminal_scene(whole, placed, ghosts=placeholder_ids(family), ascii=ascii_only)
        assert to_text(scene).count(dots) == len(placeholder_ids(family)) == 3
        assert set(scene.regions) == {"mia", "kelly"}
        assert set(scene.ghosts) == placeholder_ids(family)


async def test_who_is_missing_is_seen_asked_for_and_then_there_in_a_small_terminal(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        family_editor = screen.editor
        mia = family_editor.add_first_person("Mia 9")
        family_editor.add_parent(mia, "Kelly")
        family_editor.add_event(mia, "2024 moved to uncle Pete")
        rows = screen.query_one(MissingPeoplePanel)
        assert not rows.display
        await pilot.press("v", "v", "v", "v", "v")
        await wait(pilot, lambda: rows.option_count == 3 and bool(screen.query(GenogramView)))
        assert "people missing" in str(screen.query_one("TopLine #where").render())
        view = screen.query_one(GenogramView)
        await wait(pilot, lambda: "┆ ? ┆" in to_text(view.scene))
        await pilot.press("j")
        await wait(pilot, lambda: rows.has_focus and screen.selected == "kelly")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: screen.writing)
        assert str(screen.query_one("#asked").render()) == "Who is the other parent of Mia?"
        await pilot.press(*"Dan", "enter")
        await wait(pilot, lambda: {one.id for one in family_editor.family.parents_of("mia")} == {"kelly", "dan"})
        await wait(pilot, lambda: rows.option_count == 3 and screen.selected == "dan")
        await pilot.press("j", "end", "enter")
        await wait(pilot, lambda: screen.writing)
        assert screen.query_one("#line").value == "Pete"
        await pilot.press("enter")
        await wait(pilot, lambda: family_editor.family.find("pete") is not None and rows.option_count == 2)
        await pilot.press("v")
        await wait(pilot, lambda: not rows.display and "┆" not in to_text(view.scene))


async def test_where_nobody_is_missing_it_says_so_and_asks_on(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        mia = screen.editor.add_first_person("Mia 9")
        for of, words in (
            (mia, "Kelly"),
            (mia, "Dan"),
            ("kelly", "Ann"),
            ("kelly", "Bo"),
            ("dan", "Cy"),
            ("dan", "Di"),
        ):
            screen.editor.add_parent(of, words)
        screen.show_view("people missing")
        rows = screen.query_one(MissingPeoplePanel)
        await wait(pilot, lambda: rows.display)
        assert str(rows.get_option_at_index(0).prompt) == NOBODY
        await pilot.press("j")
        await wait(pilot, lambda: not rows.has_focus)
