"""A Mockingbird constellation: a hub home and its satellites, said in one line, drawn with the homes."""

import pytest

from supervision_tui.family.edits.changes import EditError
from supervision_tui.genogram import Drawing, Options, describe, lay_out, render_file, scene_of, to_text
from supervision_tui.resources import content_folder
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.workspace.editing.tie_edits import satellite_names, set_constellation
from tests.shipped import load_family


def drawing(**options):
    family = load_family(content_folder("templates") / "families" / "thorne-lacey.yaml")
    return Drawing(family, lay_out(family), Options(**options))


@pytest.mark.parametrize("size", [(80, 24)])
async def test_a_key_and_a_line_of_names_make_a_constellation_and_an_empty_line_takes_it_away(in_studio, wait, size):
    async with in_studio(size, "V5") as pilot:
        screen = pilot.app.screen
        await wait(pilot, lambda: bool(screen.selected))
        before = screen.editor.family
        screen.select_person("yvonne")
        await wait(pilot, lambda: screen.selected == "yvonne")
        for words, members in (("Dee, Carlton", ("yvonne", "dee", "carlton")), ("Dee", ("yvonne", "dee")), ("", None)):
            await pilot.press("k")
            await wait(pilot, lambda: screen.writing)
            screen.query_one("#line").value = words
            await pilot.press("enter")
            await wait(pilot, lambda: not screen.writing)
            hubs = {one.hub: one.members for one in screen.editor.family.groups}
            assert hubs["dee"] == ("dee", "yvonne", "carlton"), "the other constellation stays"
            assert hubs.get("yvonne") == members
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert screen.editor.family == before


async def test_who_is_in_it_already_stands_in_the_line(in_studio, wait):
    async with in_studio((80, 24), "V5") as pilot:
        screen = pilot.app.screen
        await wait(pilot, lambda: bool(screen.selected))
        screen.select_person("dee")
        await wait(pilot, lambda: screen.selected == "dee")
        await pilot.press("k")
        await wait(pilot, lambda: screen.writing)
        names = [screen.editor.family.person(one).name for one in ("yvonne", "carlton")]
        assert screen.query_one("#line").value == ", ".join(names)


async def test_the_view_of_homes_shows_it(in_studio, wait):
    async with in_studio((120, 40), "V5") as pilot:
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        await pilot.press("v", "v")
        view = pilot.app.screen.query_one(GenogramView)
        await wait(pilot, lambda: "a hub home" in to_text(view.scene))
        assert "hub home Dee; satellite homes Yvonne, Carlton" in to_text(view.scene)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_it_is_drawn_in_cells_on_paper_and_in_words(ascii_only):
    told = drawing(view="household")
    text = to_text(scene_of(told, ascii_only=ascii_only))
    assert "*  a hub home   +  a satellite home" in text
    assert text.isascii() or not ascii_only
    assert b"hub home Dee; satellite homes Yvonne, Carlton" in render_file(told, ".dot")
    assert b"hub home Dee" not in render_file(drawing(), ".dot")
    assert "Who belongs together otherwise.\nMockingbird constellation: hub home Dee" in describe(told)


def test_a_constellation_that_is_over_or_whose_hub_has_gone_is_told_as_it_is(family_editor):
    dee = family_editor.add_first_person("Dee")
    family_editor.add_first_person("Yvonne")
    set_constellation(family_editor, dee, "yvonne")
    (group,) = family_editor.family.groups
    placed = lay_out(family_editor.family)
    over = family_editor.family.replaced(groups=(group.replaced(until="2000"),))
    assert "belongs together" not in describe(Drawing(over, placed, Options()))
    family_editor.remove_person(dee)
    assert "Mockingbird constellation: Yvonne." in describe(
        Drawing(family_editor.family, lay_out(family_editor.family), Options())
    )


@pytest.mark.parametrize("line", ["", "Nobody", "Dee, Nobody"])
def test_a_line_that_names_nobody_changes_nothing(family_editor, line):
    dee = family_editor.add_first_person("Dee")
    before = family_editor.family
    with pytest.raises(EditError, match="Nothing was changed"):
        set_constellation(family_editor, dee, line)
    assert family_editor.family == before
    assert satellite_names(family_editor, dee) == ""
