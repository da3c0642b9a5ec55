"""Ties: said in one line, changed and not doubled, chosen from a list under the drawing."""

import pytest

from supervision_tui.family.edits.changes import EditError
from supervision_tui.tui.studio.ties import TieListPanel
from supervision_tui.workspace.editing import tie_edits
from tests.studio.telling import say


@pytest.fixture
def mia(board):
    mia = board.first("Mia 9")
    board.parent(mia, "Kelly")
    board.parent(mia, "Dan")
    return mia


def ties(board):
    return [(one.a, one.b, one.kind, one.perspective, one.strength) for one in board.family.ties]


def test_the_same_tie_is_changed_and_not_doubled_unless_somebody_else_sees_it(board, mia):
    tie_edits.tie(board, mia, 'Kelly close "my rock"')
    tie_edits.tie(board, "kelly", "Mia close 3")
    assert ties(board) == [(mia, "kelly", "close", "", 3)]
    assert board.family.ties[0].words == "my rock"
    tie_edits.tie(board, mia, "Kelly close, says Dan")
    tie_edits.tie(board, mia, "Kelly distant")
    assert [one[2:4] for one in ties(board)] == [("close", ""), ("close", "dan"), ("distant", "")]


def test_a_tie_that_goes_one_way_is_another_the_other_way_round(board, mia):
    tie_edits.tie(board, mia, "by Dan bullying")
    tie_edits.tie(board, mia, "Dan bullying")
    assert [one[:2] for one in ties(board)] == [("dan", mia), (mia, "dan")]


def test_a_tie_said_anew_loses_what_is_not_said_any_more_and_takes_nobody_elses_place(board, mia):
    tie_edits.tie(board, mia, "Kelly close 3 2019-")
    tie_edits.tie(board, mia, "Kelly distant")
    close, distant = board.family.ties
    tie_edits.retie(board, mia, close.id, "Kelly very close")
    assert ties(board)[0] == (mia, "kelly", "very_close", "", 2)
    assert board.family.ties[0].since is None
    with pytest.raises(EditError, match="such a tie already"):
        tie_edits.retie(board, mia, distant.id, "Kelly very close")
    tie_edits.untie(board, distant.id)
    with pytest.raises(EditError, match="not on the drawing any more"):
        tie_edits.untie(board, distant.id)


async def test_ties_are_said_chosen_changed_and_taken_off_in_a_small_terminal(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        board = screen.editor
        board.parent(board.first("Mia 9"), "Kelly")
        screen.selected = "mia"
        await say(pilot, wait, "t", "Kelly close, says Mia")
        await say(pilot, wait, "t", "Kelly distant since 2020")
        rows = screen.query_one(TieListPanel)
        await pilot.press("j")
        await wait(pilot, lambda: rows.has_focus and rows.option_count == 2)
        assert screen.view == "ties"
        assert str(rows.get_option_at_index(0).prompt) == "Kelly: close, as Mia sees it"
        await pilot.press("down", "delete")
        await wait(pilot, lambda: rows.option_count == 1 and len(board.family.ties) == 1)
        assert len(board.family.persons) == 2
        await pilot.press("enter")
        await wait(pilot, lambda: screen.writing)
        assert screen.query_one("#line").value == "Kelly close says Mia"
        await pilot.press("space", *"always", "enter")
        await wait(pilot, lambda: not screen.writing)
        assert (board.family.ties[0].words, board.family.ties[0].perspective) == ("always", "mia")
        await pilot.press("j", "escape")
        await wait(pilot, lambda: not rows.has_focus)
        assert pilot.app.screen is screen
