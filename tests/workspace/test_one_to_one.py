"""A list for one-to-one: each child whom a worker works with, what is due first, and who was not spoken of."""

from datetime import UTC, datetime, timedelta

import pytest

from supervision_tui.people import Practitioner, Roster
from supervision_tui.records.documents import render_document
from supervision_tui.session import Action
from supervision_tui.session.attendance import attendance_in_words, join
from supervision_tui.workspace.reports import children_in_work, one_to_one_sheet
from tests.workspace.test_family_page import session_about


@pytest.fixture
def worked(workspace, hold):
    """Lee brought the Hailes five weeks ago and left two steps; Sana has one for the other family."""
    roster = Roster(practitioners=(Practitioner(id="lee", name="Lee Ford"), Practitioner(id="sana", name="Sana Malik")))
    workspace.people.change(roster, "two people")
    session = workspace.sessions.get(hold(workspace, "T2", "V1"))
    at, today = datetime.now(UTC) - timedelta(days=35), workspace.today()
    steps = [
        Action(id=f"s.{number}", stage="actions", what=what, owner="Lee Ford", due=due, child="abel", at=at)
        for number, (what, due) in enumerate(
            [("Book the room", today - timedelta(days=3)), ("See Abel", today + timedelta(days=5))]
        )
    ]
    workspace.sessions.put(session.model_copy(update={"actions": tuple(steps), "started": at}), session.id)
    theirs = Action(id="x.1", stage="", what="Ring Carol", owner="Sana Malik", child="idris", at=at)
    workspace.step_log.note_new("V3", theirs, at=at)
    return workspace


def test_what_is_due_for_a_child_stands_first_and_what_is_not_after_it(worked):
    (abel,) = [child for child in children_in_work(worked, "Lee Ford") if child.child == "abel"]
    assert abel.family_name == "Haile"
    assert any(line == "Step: Book the room (Lee Ford, 3 days late)" for line in abel.lines)
    late = abel.lines.index("Step: Book the room (Lee Ford, 3 days late)")
    assert late < next(at for at, line in enumerate(abel.lines) if line.startswith("Spoken of 5 weeks ago"))
    assert late < next(at for at, line in enumerate(abel.lines) if line.startswith("Step: See Abel"))
    assert "An entry for the file waits to be confirmed" in "\n".join(abel.lines)
    assert abel.heading.startswith("Abel, Haile: ")
    assert abel.due >= 2


def test_a_worker_sees_their_own_families_and_no_other(worked):
    assert {child.family for child in children_in_work(worked, "Lee Ford")} == {"V1"}
    assert {child.family for child in children_in_work(worked, "sana malik")} == {"V3"}
    assert children_in_work(worked, "Nobody Here") == ()


def test_a_family_that_is_not_worked_with_any_more_stands_in_no_list(worked):
    involvement = worked.involvements.of("V1")
    worked.involvements.put(involvement.model_copy(update={"ended": worked.today()}), "V1")
    assert children_in_work(worked, "Lee Ford") == ()


def test_the_page_for_the_table_names_each_child_once(worked):
    page = render_document(one_to_one_sheet(worked, "Lee Ford"), "txt")
    assert page.count("Abel, Haile") == 1
    assert "For one-to-one with Lee Ford" in page


def test_a_meetings_log_tells_lead_workers_late_comers_and_apologies_and_no_family(worked):
    controller = worked.begin_meeting(worked.formats["T1"], ["V1", "V3"], worked.me)
    editor = controller.editor
    join(editor, "Sana Malik", "came late", controller.now())
    join(editor, "Dele Ade", "sent apologies", controller.now())
    join(editor, "Kit Moss", "student", controller.now())
    while not controller.at_end:
        for slot in controller.editor.slots():
            if slot.field.id == "lead":
                controller.editor.write(slot, "Lee Ford", controller.now())
            if slot.field.id in {"time_needed", "headline"}:
                controller.editor.write(slot, "yes", controller.now())
        controller.forward(override=True)
    for part in controller.parts.values():
        if part.editor.session.family_id:
            part.editor.seat("lead", "Lee Ford", controller.now())
            part.editor.seat("second", "Ana Reis", controller.now())
    log = next(record for record in controller.session_records().records if record.destination == "supervision_record")
    assert "Lead workers: Lee Ford, Ana Reis." in log.opening
    assert "Here too: Kit Moss (student)." in log.opening
    assert "Came late: Sana Malik." in log.opening
    assert "Apologies: Dele Ade." in log.opening
    assert not [name for name in ("Haile", "V1", "V3", "Pritchard") if name in log.opening]
    again = next(record for record in controller.session_records().records if record.id == log.id)
    assert again.opening == log.opening  # asked twice, nobody stands twice


def test_who_sent_apologies_is_proposed_for_no_role(worked):
    controller = worked.begin(worked.formats["T2"], "V1", worked.me)
    join(controller.editor, "Dele Ade", "sent apologies", controller.now())
    assert attendance_in_words(controller.editor.session.seats) == "Apologies: Dele Ade."
    controller.end_early()
    assert "Dele Ade" not in {turn.name for turn in worked.sessions.turns()}


def test_a_one_to_one_leaves_the_workers_own_record_and_an_entry_that_says_what_kind_of_talk_it_was(worked):
    controller = worked.begin_meeting(worked.formats["T6"], ["V1"], worked.me)
    while not controller.at_end:
        for slot in controller.editor.slots():
            if slot.field.id == "presenter":
                controller.editor.write(slot, "Lee Ford", controller.now())
            if slot.field.id in {"agenda", "last_actions", "line", "child_voice"}:
                controller.editor.write(slot, "words of the day", controller.now())
        controller.forward(override=True)
    records = controller.session_records().records
    own = next(record for record in records if record.destination == "supervision_record")
    assert own.title == "Supervision record of Lee Ford"
    assert [str(section.heading) for section in own.sections] == [
        "What we talked about", "What became of what was agreed last time",
    ]  # fmt: skip
    entry = next(record for record in records if record.destination == "child_file")
    assert "somebody who works with" in entry.opening
    assert "a supervisor spoke about what helps" in entry.opening
    assert "met to think" not in entry.opening


def test_entries_that_wait_for_one_child_are_one_line_with_how_many_and_since_when(demo_workspace):
    for template in ("T2", "T3"):
        session_about(demo_workspace, template, "V4", [("impact", "oliver", "glad to be asked")])
    (oliver,) = [child for child in children_in_work(demo_workspace, "Lee") if child.child == "oliver"]
    waiting = [line for line in oliver.lines if "to be confirmed" in line]
    assert waiting == ["2 entries for the file wait to be confirmed, the oldest since today"]
