"""The tray as it is worked through: what is taken back there is true on the stage too, and no line is there twice."""

import pytest

from supervision_tui.practice import Destination
from supervision_tui.session.tray.jotting import BY_LETTER, jot
from supervision_tui.session.tray.state import placed_lines, waiting_lines
from supervision_tui.workspace.running.tray_desk import TrayDesk


@pytest.fixture
def meeting(demo_workspace):
    """A unit meeting over two families, in the part of the first, with a line in its tray."""
    controller = demo_workspace.begin_meeting(demo_workspace.formats["T1"], ["V2", "V1"], demo_workspace.me)
    controller.choose(("V2", "V1"))
    controller.go_to("clarify", "V2")
    jot(controller.editor, "perhaps it rains", controller.now())
    return controller


def places(editor):
    """Where the line stands: in how many notes and ideas, waiting in the tray, placed by the tray."""
    session = editor.session
    kept = [*session.entries, *session.hypotheses, *session.actions, *session.questions]
    return (
        sum("perhaps it rains" in item.model_dump_json().casefold() for item in kept),
        len(waiting_lines(session)),
        len(placed_lines(session)),
    )


WAITS, PLACED = (0, 1, 0), (1, 0, 1)


@pytest.mark.parametrize("letter", ["i", "f", "q", "s", "w", "p"])
def test_a_placing_taken_back_at_the_desk_is_one_step_on_the_stage_and_the_line_never_stands_twice(meeting, letter):
    editor, desk = meeting.editor, TrayDesk(meeting)
    steps = len(editor.steps_to_undo(99))
    [row] = desk.rows()
    desk.place(row, BY_LETTER[letter], ("robin",))
    assert places(editor) == PLACED
    assert desk.take_back()
    assert places(editor) == WAITS
    assert len(editor.steps_to_undo(99)) == steps
    editor.redo()
    assert places(editor) == PLACED
    editor.undo()
    assert places(editor) == WAITS
    [row] = TrayDesk(meeting).rows()
    assert row.line.mark == ""


def test_after_another_placing_the_one_taken_back_does_not_come_again(meeting):
    editor, desk = meeting.editor, TrayDesk(meeting)
    desk.place(desk.rows()[0], BY_LETTER["w"])
    desk.take_back()
    desk.place(desk.rows()[0], BY_LETTER["i"])
    editor.undo()
    assert places(editor) == WAITS
    assert editor.session.entries == ()


def test_a_step_in_between_leaves_the_placing_to_be_taken_back_by_itself(meeting):
    editor, desk = meeting.editor, TrayDesk(meeting)
    desk.place(desk.rows()[0], BY_LETTER["i"])
    editor.go("round", meeting.now(), override=True)
    stage = editor.session.stage
    desk.take_back()
    assert places(editor) == WAITS
    assert editor.session.stage == stage
    editor.undo()
    assert places(editor) == PLACED


def test_the_words_of_a_private_line_stay_private_when_it_is_back_in_the_tray_until_it_is_placed(meeting):
    editor, desk = meeting.editor, TrayDesk(meeting)
    desk.place(desk.rows()[0], BY_LETTER["p"])
    desk.take_back()
    [row] = desk.rows()
    assert row.line.destination is Destination.PRIVATE
    editor.redo()
    assert "perhaps it rains" not in editor.session.split_private()[0].model_dump_json()
    editor.undo()
    desk.place(desk.rows()[0], BY_LETTER["i"])
    assert places(editor) == PLACED
    assert "perhaps it rains" in editor.session.split_private()[0].model_dump_json()
