"""A family's next session takes over what the last one left, and says what became of it."""

from datetime import timedelta

import pytest

from supervision_tui.records import render_record
from supervision_tui.session import AskedQuestion
from supervision_tui.session.hypotheses import set_hypothesis_status
from supervision_tui.workspace.reports.due import open_steps
from supervision_tui.workspace.store.open_threads import next_role_holders

IDEA = {
    "statement": "Perhaps the red bus means home",
    "child_inside": "safe",
    "would_fit": "she asks for it",
    "would_drop": "she does not",
}


def slot(editor, field):
    return next(one for one in editor.slots() if one.field.id == field)


def finish(controller, **seats):
    """To the end, with what must be answered; *seats* by role."""
    editor, seats = controller.editor, {"presenter": "Lee", **seats}
    for stage in editor.template.stages:
        editor.go(stage.id, controller.now(), override=True)
        for one in editor.slots():
            if one.field.kind == "seat" and one.field.id in seats:
                editor.write(one, seats[one.field.id], controller.now())
            elif one.field.needed and one.field.kind in {"line", "notes"}:
                editor.write(one, "She likes the red bus.", controller.now())
    controller.close()


@pytest.fixture
def first(workspace):
    """A group supervision of V1 that ended with an idea, a step and a rehearsal."""
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    editor, now = controller.editor, controller.now()
    editor.go("reflecting", now, override=True)
    editor.fill(slot(editor, "hypotheses"), IDEA, now)
    editor.go("actions", now, override=True)
    step = {"what": "Ride the bus with her", "owner": "Lee", "when": "3 May 2026", "child": "*"}
    editor.fill(slot(editor, "actions"), step, now)
    editor.fill(slot(editor, "rehearsal"), {"first_words": "Shall we take the bus?"}, now)
    finish(controller, presenter="Lee", consultant="Jo")
    return controller


def test_step_idea_and_rehearsal_are_met_again(workspace, first):
    assert workspace.sessions.last_rehearsal("V1") == "Shall we take the bus?"
    again = workspace.begin(workspace.formats["T3"], "V1", workspace.me).editor.session
    assert [one.action.what for one in again.carried] == ["Ride the bus with her"]
    assert [idea.statement for idea in again.hypotheses] == [IDEA["statement"]]
    assert again.opened_on == "Shall we take the bus?"
    other = workspace.begin(workspace.formats["T3"], "V3", workspace.me).editor.session
    assert (other.carried, other.hypotheses, other.opened_on) == ((), (), "")


def test_what_did_not_move_is_counted_and_what_is_done_waits_no_more(workspace, first):
    for times in (1, 2):
        controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
        step = controller.editor.slots()[1 if times == 1 else 0]
        controller.editor.fill(step, {"state": "not done", "why": "no bus that day"}, controller.now())
        if times == 1:
            controller.editor.write(controller.editor.slots()[0], "She laughed.", controller.now())
        finish(controller, presenter="Jo")
    assert workspace.sessions.last_rehearsal("V1") == ""
    third = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    assert [one.discussed for one in third.editor.session.carried] == [2]
    assert len(open_steps(workspace.summaries.all())) == 1
    third.editor.fill(third.editor.slots()[0], {"state": "done"}, third.now())
    finish(third, presenter="Jo")
    assert open_steps(workspace.summaries.all()) == []


def test_the_outcome_stands_where_it_belongs_and_an_untouched_idea_is_not_written_twice(workspace, first):
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    on_progress, step = controller.editor.slots()[:2]
    controller.editor.write(on_progress, "She laughed and came along.", controller.now())
    controller.editor.fill(step, {"state": "done", "why": "on Friday"}, controller.now())
    finish(controller)
    texts = {
        record.destination.value: render_record(record, "txt")
        for record in workspace.records.all()
        if record.session_id == controller.editor.session.id
    }
    assert "She laughed and came along." in texts["family_work"]
    assert "on Friday" in texts["child_file"]
    assert not [name for name in ("laughed", "Friday", "bus with her") if name in texts["supervision_record"]]
    assert not [text for text in texts.values() if IDEA["statement"] in text]


def test_a_weighed_idea_keeps_its_history_and_a_dropped_one_is_not_taken_over(workspace, first):
    idea = first.editor.session.hypotheses[0].id
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    set_hypothesis_status(controller.editor, idea, "dropped", "She never asked for it", controller.now())
    finish(controller)
    assert workspace.begin(workspace.formats["T2"], "V1", workspace.me).editor.session.hypotheses == ()
    assert [change.because for change in workspace.sessions.ideas("V1")[0].history] == ["She never asked for it"]


def test_an_idea_is_stale_after_eight_weeks(workspace, first):
    idea = workspace.sessions.ideas("V1")[0]
    now = workspace.sessions.now()
    assert not idea.stale(now + timedelta(weeks=7))
    assert idea.stale(now + timedelta(weeks=8, minutes=1))


def test_a_kept_question_is_no_step(workspace, first):
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    controller.editor.ask(AskedQuestion(prompt_id="q", text="Who?", stage="story", kept=True), controller.now())
    assert len(controller.editor.session.carried) == 1


def test_roles_go_round(workspace, first):
    finish(workspace.begin(workspace.formats["T2"], "V3", workspace.me), presenter="Lee")
    known = workspace.sessions.turns()
    lee = next(turn for turn in known if (turn.role, turn.name) == ("presenter", "Lee"))
    assert lee.times == 2
    assert next_role_holders("presenter", known)[-1] == "Lee"
    assert next_role_holders("presenter", known)[0] in {"Jo", "Amina"}
