"""The row under the cursor has a mark in every list: without colour too, it is seen what the next key acts on."""

import ast
from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import Input
from textual.widgets.option_list import Option

import supervision_tui
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.widgets.choice_list import CURSOR, ChoiceList
from supervision_tui.tui.widgets.family_choice import FamilyChoice
from tests.tui.textual_internals import painted

LISTS = {"OptionList", "ListView", "DataTable", "Tree"}


def made_in(path):
    """The framework's own lists that a module makes or derives from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
        yield from (name.id for name in names if isinstance(name, ast.Name) and name.id in LISTS)


def test_no_screen_has_a_list_without_the_mark():
    modules = Path(supervision_tui.__file__).parent.rglob("*.py")
    assert {path.name: list(made) for path in modules if (made := tuple(made_in(path)))} == {
        "choice_list.py": ["OptionList"]
    }


class Lists(App):
    CSS = "ChoiceList, ChoiceList:focus { border: none; padding: 0; }"

    def __init__(self, *lists):
        super().__init__()
        self.lists = lists

    def compose(self):
        yield from self.lists
        yield Input()


def marked(app):
    """What stands behind each mark on the screen."""
    return [line.split(CURSOR)[1].split() for line in painted(app).splitlines() if CURSOR in line]


@pytest.mark.parametrize("stays", [False, True])
async def test_the_mark_goes_with_the_cursor_and_stays_behind_a_field_only_where_words_narrow_the_list(stays):
    rows = ChoiceList(Option("one word"), Option("a row of\nseveral lines"), Option("three"), markup=False)
    rows.cursor_stays = stays
    app = Lists(rows)
    async with app.run_test(size=(40, 12)) as pilot:
        rows.focus()
        await pilot.press("home")
        assert marked(app) == [["one", "word"]]
        await pilot.press("down")
        assert marked(app) == [["a", "row", "of"]]
        lines = painted(app).splitlines()
        assert lines[2].index("several") == lines[1].index("a row")  # a further line stands under the first
        await pilot.press("down", "tab")
        assert marked(app) == ([["three"]] if stays else [])


async def test_rows_that_begin_with_a_blank_hold_the_mark_there_and_stay_where_they_stand():
    families = [("A", "The Hales"), ("B", "The Marches")]
    choice = FamilyChoice(families, ["B"], id="choice", below={"A": "time: the birth"})
    app = Lists(choice)
    async with app.run_test(size=(40, 8)) as pilot:
        choice.focus()
        before = painted(app).splitlines()
        await pilot.press("down")
        after = painted(app).splitlines()
        assert marked(app) == [["-", "The", "Hales"]]
        assert after[2].strip().startswith("time: the birth")
        assert [row.replace(CURSOR, " ") for row in before[:2]] == [row.replace(CURSOR, " ") for row in after[:2]]


@pytest.mark.parametrize(("words", "leads_out"), [("short", False), ("\n".join(["a long text"] * 60), True)])
async def test_tab_leads_out_of_what_is_chosen_from_only_where_there_is_more_to_read_than_can_be_seen(
    wait, words, leads_out
):
    app = App()
    async with app.run_test(size=(80, 24)) as pilot:
        asked = ChooseScreen("Which?", [("one", "the first"), ("two", "the second")], words)
        await app.push_screen(asked)
        sheet = asked.query_one(".sheet")
        await wait(pilot, lambda: sheet.can_focus is leads_out)
        await pilot.press("tab")
        assert (app.focused is sheet) is leads_out
        assert isinstance(app.focused, ChoiceList) is not leads_out
