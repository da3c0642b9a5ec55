"""Perspective by side: everybody at the same place in both drawings, what differs marked and told."""

from datetime import date

from supervision_tui.family import Family, Person, Tie
from supervision_tui.family.views.comparison import Perspective
from supervision_tui.genogram import Drawing, Options, lay_out, to_text
from supervision_tui.genogram.terminal.painter import genogram_scene
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.studio.compare import ComparisonScreen, joined_or_parted
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.studio.telling import say


def test_who_is_there_on_both_days_stands_where_they_stood_without_lines_to_who_is_not(workspace):
    family = workspace.families.get("V2")
    placed = lay_out(family)
    whole = genogram_scene(Drawing(family, placed, Options()))
    then = genogram_scene(
        Drawing(Perspective(day=date(2012, 12, 31)).part(family), placed, Options(marked=frozenset({"robin"})))
    )
    assert 0 < len(then.regions) < len(whole.regions)
    assert then.regions.items() <= whole.regions.items()
    assert to_text(then).count("≠") == 1
    drawing = Drawing(Perspective(day=date(2012, 12, 31)).part(family), placed, Options())
    assert {path.child for path in drawing.paths} - {""} <= set(then.regions)
    assert len(drawing.paths) < len(Drawing(family, placed, Options()).paths)


def test_two_days_also_tell_who_is_newly_joined_or_no_longer():
    ties = (Tie(a="ada", b="bo", kind="close", since="2010", until="2020"),)
    family = Family(id="f", title="F", persons=(Person(id="ada", name="Ada"), Person(id="bo", name="Bo")), ties=ties)
    before, after = (Perspective(day=date(year, 12, 31)) for year in (2019, 2024))
    for sides in ((before, after), (after, before)):
        (told,) = joined_or_parted(family, *sides)
        assert "Ada and Bo: no longer joined" in told.words
        assert told.words.endswith("?")
    assert list(joined_or_parted(family, Perspective(who="ada"), Perspective())) == []


async def test_two_views_scroll_and_walk_together_in_a_small_terminal(in_studio, wait):
    async with in_studio(family="V2") as pilot:
        studio = pilot.app.screen
        await say(pilot, wait, "t", "Pauline distant, says Maisie")
        await pilot.press("g")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
        await pilot.press("down", "enter", "enter")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ComparisonScreen))
        screen = pilot.app.screen
        await wait(pilot, lambda: len(screen.query(GenogramView)) == 2)
        left, right = screen.query(GenogramView)
        words = screen.query_one("#differing")
        assert [str(one.render()) for one in screen.query(".side")] == [
            "as Maisie Bell sees it",
            "in nobody's view in particular",
        ]
        first = str(words.get_option_at_index(0).prompt)
        assert first.startswith("Pauline and Robin. As Maisie Bell sees it: distant.")
        await wait(pilot, lambda: left.selected == right.selected == "pauline")
        await pilot.press("shift+tab", "shift+tab", "up")
        await wait(pilot, lambda: left.has_focus and left.selected == right.selected != "pauline")
        left.scroll_to(x=3, y=1, animate=False)
        await wait(pilot, lambda: (right.scroll_x, right.scroll_y) == (left.scroll_x, left.scroll_y))
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.screen is studio)


async def test_where_there_is_one_picture_only_it_says_how_to_get_another(in_studio, wait):
    async with in_studio() as pilot:
        await say(pilot, wait, "n", "Mia")
        await pilot.press("g")
        await wait(pilot, lambda: isinstance(pilot.app.screen, NoticeScreen))
