"""Ties: said in one line, changed and not doubled, chosen from a list under the drawing."""

import pytest

from supervision_tui.family.edits.changes import EditError
from supervision_tui.tui.studio.ties import TieListPanel
from supervision_tui.workspace.editing import tie_edits
from tests.studio.telling import say


@pytest.fixture
def mia(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    family_editor.add_parent(mia, "Kelly")
    family_editor.add_parent(mia, "Dan")
    return mia


def ties(family_editor):
    return [(one.a, one.b, one.kind, one.perspective, one.strength) for one in family_editor.family.ties]


def test_the_same_tie_is_changed_and_not_doubled_unless_somebody_else_sees_it(family_editor, mia):
    tie_edits.add_tie(family_editor, mia, 'Kelly close "my rock"')
    tie_edits.add_tie(family_editor, "kelly", "Mia close 3")
    assert ties(family_editor) == [(mia, "kelly", "close", "", 3)]
    assert family_editor.family.ties[0].words == "my rock"
    tie_edits.add_tie(family_editor, mia, "Kelly close, says Dan")
    tie_edits.add_tie(family_editor, mia, "Kelly distant")
    assert [one[2:4] for one in ties(family_editor)] == [("close", ""), ("close", "dan"), ("distant", "")]


def test_a_tie_that_goes_one_way_is_another_the_other_way_round(family_editor, mia):
    tie_edits.add_tie(family_editor, mia, "by Dan bullying")
    tie_edits.add_tie(family_editor, mia, "Dan bullying")
    assert [one[:2] for one in ties(family_editor)] == [("dan", mia), (mia, "dan")]


def test_a_tie_said_anew_loses_what_is_not_said_any_more_and_takes_nobody_elses_place(family_editor, mia):
    tie_edits.add_tie(family_editor, mia, "Kelly close 3 2019-")
    tie_edits.add_tie(family_editor, mia, "Kelly distant")
    close, distant = family_editor.family.ties
    tie_edits.change_tie(family_editor, mia, close.id, "Kelly very close")
    assert ties(family_editor)[0] == (mia, "kelly", "very_close", "", 2)
    assert family_editor.family.ties[0].since is None
    with pytest.raises(EditError, match="such a tie already"):
        tie_edits.change_tie(family_editor, mia, distant.id, "Kelly very close")
    tie_edits.remove_tie(family_editor, distant.id)
    with pytest.raises(EditError, match="not on the drawing any more"):
        tie_edits.remove_tie(family_editor, distant.id)


async def test_ties_are_said_chosen_changed_and_taken_off_in_a_small_terminal(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        family_editor = screen.editor
        family_editor.add_parent(family_editor.add_first_person("Mia 9"), "Kelly")
        screen.selected = "mia"
        await say(pilot, wait, "t", "Kelly close, says Mia")
        await say(pilot, wait, "t", "Kelly distant since 2020")
        rows = screen.query_one(TieListPanel)
        await pilot.press("j")
        await wait(pilot, lambda: rows.has_focus and rows.option_count == 2)
        assert screen.view == "ties"
        assert str(rows.get_option_at_index(0).prompt) == "Kelly: close, as Mia sees it"
        await pilot.press("down", "delete")
        await wait(pilot, lambda: rows.option_count == 1 and len(family_editor.family.ties) == 1)
        assert len(family_editor.family.persons) == 2
        await pilot.press("enter")
        await wait(pilot, lambda: screen.writing)
        assert screen.query_one("#line").value == "Kelly close says Mia"
        await pilot.press("space", *"always", "enter")
        await wait(pilot, lambda: not screen.writing)
        assert (family_editor.family.ties[0].words, family_editor.family.ties[0].perspective) == ("always", "mia")
        await pilot.press("j", "escape")
        await wait(pilot, lambda: not rows.has_focus)
        assert pilot.app.screen is screen
