"""Ties in layers: by tone on and off, and those of whoever is selected before all others."""

from supervision_tui.family import Family
from supervision_tui.genogram import lay_out, terminal_scene, to_text
from supervision_tui.tui.studio.tie_layers import OTHERS, TieLayers, TieLayersScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.workspace.editing import tie_edits
from tests.studio.telling import say

DOTS = "┄┆"
"""What a distant tie is made of."""


def drawn_with_ties(family_editor, lines):
    mia = family_editor.add_first_person("Mia 9")
    family_editor.add_parent(mia, "Kelly")
    family_editor.add_parent(mia, "Dan")
    for of, line in lines:
        tie_edits.add_tie(family_editor, of, line)
    return family_editor.family


def test_every_cell_of_a_tie_says_whose_it_is_and_what_lies_under_it(family_editor):
    lines = (("mia", "Kelly close"), ("kelly", "Dan love"), ("mia", "Dan bullying"))
    family = drawn_with_ties(family_editor, lines)
    placed = lay_out(family)
    scene = terminal_scene(family, placed, view="ties")
    without = terminal_scene(family.replaced(ties=()), placed, view="ties")
    assert {strand.ends for strand in scene.strands.values()} == {("mia", "kelly"), ("kelly", "dan"), ("mia", "dan")}
    rows = [list(line.ljust(scene.width)) for line in to_text(scene).split("\n")]
    tied = {(x, y) for y, row in enumerate(scene.rows) for x, role in enumerate(roles(row)) if role == "tie"}
    assert tied == set(scene.strands)
    for (x, y), strand in scene.strands.items():
        rows[y][x] = strand.under.text
    assert "\n".join("".join(row).rstrip() for row in rows) == to_text(without)


def roles(row):
    return [run.role for run in row for _ in run.text]


def test_what_is_off_is_not_drawn_and_is_told(family_editor):
    family = drawn_with_ties(
        family_editor, (("mia", "Kelly close"), ("mia", "Dan bullying"), ("kelly", "Dan conflict"))
    )
    layers = TieLayers().after_choice(family, {"warm", OTHERS})
    assert [tie.kind for tie in layers.subset(family).ties] == ["close"]
    assert layers.words(family) == "without tense, harm"
    assert layers.after_choice(family, {"warm", "tense", "harm"}) == TieLayers(others=False)
    assert TieLayers(others=False).words(family) == "one person's"
    assert TieLayers().subset(family) is family


def test_a_tone_that_is_off_stays_off_while_there_is_no_such_tie(family_editor):
    family = drawn_with_ties(family_editor, (("mia", "Kelly close"),))
    layers = TieLayers(off=frozenset({"harm"})).after_choice(family, {"warm", OTHERS})
    assert layers.off == {"harm"}
    assert layers.words(family) == ""
    assert layers.subset(Family(id="empty", title="Empty")).ties == ()


async def test_ties_are_turned_off_and_on_in_a_small_terminal_without_colour(in_studio, wait, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with in_studio() as pilot:
        screen = pilot.app.screen
        drawn_with_ties(screen.editor, (("mia", "Kelly distant"), ("mia", "Dan bullying")))
        screen.selected = "mia"
        screen.draw()
        await wait(pilot, lambda: bool(screen.query(GenogramView)))
        view = screen.query_one(GenogramView)

        def text():
            return "\n".join(view.render_line(y).text for y in range(view.size.height))

        def where():
            return str(screen.query_one("TopLine #where").render())

        await pilot.press("v")
        await wait(pilot, lambda: any(one in text() for one in DOTS) and "B│" in text())
        assert "one person's" in where()
        await say(pilot, wait, "/", "kel")
        await wait(pilot, lambda: any(one in text() for one in DOTS) and "B│" not in text())
        await pilot.press("m")
        await wait(pilot, lambda: isinstance(pilot.app.screen, TieLayersScreen))
        await pilot.press("space", "down", "down", "enter", "escape")
        await wait(pilot, lambda: not any(one in text() for one in DOTS) and "B│" in text())
        assert "without distant" in where()
        assert "one person's" not in where()
