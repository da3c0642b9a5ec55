"""On a plain terminal too: steps outside sessions, papers about a family, the agenda, records filed, gaps of a team."""

import pytest

from supervision_tui.plain.documents import say_sheet, write_of_family
from supervision_tui.plain.home import MENU_ACTIONS
from supervision_tui.plain.steps import steps_of_family
from supervision_tui.plain.waiting import say_what_waits
from supervision_tui.records.documents import Document
from supervision_tui.workspace.reports import open_steps

NEW = ("A new step", "Ring the nurse", "Tom", "in 2 weeks", "", "")


def states(workspace):
    return [(step.what, step.state) for step in open_steps(workspace.sessions.threads())]


def test_a_step_is_agreed_answered_in_part_and_taken_back_where_the_family_is(workspace, script):
    steps_of_family(workspace, script(*NEW), "V2")
    assert states(workspace) == [("Ring the nurse", "open")]
    io = script("1", "part", "nobody answered", "1", "", "Take back", "")
    steps_of_family(workspace, io, "V2")
    assert "Noted: Ring the nurse: done in part." in io.heard
    assert "done in part: nobody answered" in io.heard
    assert "Taken back: Ring the nurse: done in part: nobody answered. The step is as it was before." in io.heard
    assert states(workspace) == [("Ring the nurse", "open")]


def test_what_was_noted_last_is_taken_back_where_what_waits_is_read_out_even_if_nothing_else_waits(workspace, script):
    steps_of_family(workspace, script(*NEW[:-1], "1", "done", "", ""), "V2")
    assert states(workspace) == []
    say_what_waits(workspace, script("Take back", ""))
    assert states(workspace) == [("Ring the nurse", "open")]


@pytest.mark.parametrize("kind", ["A hand-over", "What happened to Oliver", "The genogram"])
def test_a_paper_about_a_family_is_written_for_one_reader_after_what_to_look_at_was_read_out(
    workspace, script, tmp_path, kind
):
    target = tmp_path / "paper.txt"
    write_of_family(workspace, script(kind, "", ""), "V4")
    assert not target.exists()
    io = script(kind, "Jo Fell", "goes on with them", str(target), "yes")
    write_of_family(workspace, io, "V4")
    assert f"Written to {target}, for Jo Fell." in io.heard
    assert target.read_text(encoding="utf-8")
    assert [issued.recipient for issued in workspace.disclosures.all()] == ["Jo Fell"]


def test_a_page_for_the_table_is_read_out_and_written_where_wanted(script, tmp_path):
    sheet, target = Document(title="Unit meeting", opening="Two families."), tmp_path / "agenda.txt"
    io = script(str(target))
    say_sheet(io, sheet)
    assert "Two families." in io.heard
    assert "Unit meeting" in target.read_text(encoding="utf-8")


def test_what_comes_back_over_the_families_is_said_as_counts(workspace, script):
    io = script()
    MENU_ACTIONS["team"](workspace, io)
    assert "Over" not in io.heard
    assert "families" in io.heard
