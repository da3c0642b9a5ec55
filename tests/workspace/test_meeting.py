"""A meeting about several families: every family's words in its own document, and nothing lost on the way."""

import pytest

from supervision_tui.days import read_day, weekday_in_words
from supervision_tui.practice import Destination
from supervision_tui.records import render_record
from supervision_tui.session import SessionStatus, StageLockedError
from supervision_tui.text import SafeText
from supervision_tui.workspace.running import part_id


@pytest.fixture
def workspace(demo_workspace):
    return demo_workspace


@pytest.fixture
def meeting(workspace):
    return workspace.begin_meeting(workspace.formats["T1"], ["V1", "V2", "V3"], workspace.me)


def here(meeting):
    return meeting.editor.session.stage, meeting.editor.session.family_id or ""


def walk(meeting):
    """Every step from where it stands, and what stands there."""
    yield here(meeting)
    while not meeting.at_end:
        meeting.forward(override=True)
        yield here(meeting)


def fill(meeting):
    """A word in every field, named after the family whose it is."""
    editor, now = meeting.editor, meeting.now()
    mark = f"zz{editor.session.family_id or 'hall'}".lower()
    for slot in editor.slots():
        if slot.field.kind in {"line", "notes"} and slot.field.destination is not Destination.NONE:
            editor.write(slot, f"{mark} {slot.field.id}", now, whom="*")
        elif slot.field.kind == "decision":
            told = {"what": mark, "because": mark, "decided_by": "Sam", "family_told": "on Friday", "child": "*"}
            editor.fill(slot, told, now)
    meeting.save()


def test_it_leads_from_the_round_through_the_chosen_families_to_the_close(meeting):
    meeting.choose(["V3", "V1"])
    found = list(walk(meeting))
    assert found[1:4] == [("round", "V1"), ("round", "V2"), ("round", "V3")]
    assert [family for stage, family in found if stage == "ideas"] == ["V3", "V1"]
    assert found[-3:] == [("close", "V3"), ("close", "V1"), ("close", "")]
    while here(meeting) != ("arrive", ""):
        meeting.backward()


def test_what_belongs_to_a_family_stands_in_its_own_document_alone(workspace, meeting):
    meeting.choose(["V3", "V1"])
    for _ in walk(meeting):
        fill(meeting)
    workspace.writer.flush()
    stored = {session.id: session.model_dump_json() for session in workspace.sessions.all()}
    assert len(stored) == 4
    for family in ("V1", "V2", "V3"):
        own = part_id(meeting.id, family)
        assert f"zz{family.lower()}" in stored[own]
        assert not any(f"zz{family.lower()}" in words for name, words in stored.items() if name != own)


def test_closing_leaves_records_of_each_family_without_a_word_of_another(workspace, meeting):
    meeting.choose(["V1", "V2"])
    for _ in walk(meeting):
        fill(meeting)
    assert meeting.missing() == ()
    meeting.close()
    records = workspace.records.all()
    children = {record.subject for record in records if record.destination is Destination.CHILD_FILE}
    families = [workspace.families.get(name) for name in ("V1", "V2")]
    assert children >= {child for family in families for child in family.focus}
    for record in records:
        named = {mark for mark in ("zzv1", "zzv2", "zzv3", "zzhall") if mark in render_record(record, "txt")}
        assert len(named) <= 1, record.title
    left = workspace.sessions.get(meeting.id)
    assert left.status is SessionStatus.CLOSED
    assert (left.families, left.chosen) == ((), ())


def test_a_family_of_which_nothing_was_said_leaves_nothing(workspace, meeting):
    for _ in walk(meeting):
        pass
    meeting.close()
    assert [session.id for session in workspace.sessions.all()] == [meeting.id]


def test_a_killed_meeting_goes_on_where_it_was(workspace, meeting):
    meeting.choose(["V2"])
    while here(meeting) != ("dilemma", "V2"):
        meeting.forward()
    slot = meeting.editor.slots()[-1]
    meeting.editor.draft(slot, "half a sen", meeting.now())
    meeting.save()
    workspace.writer.flush()
    for name in (meeting.id, part_id(meeting.id, "V2")):
        again = workspace.resume(name)
        assert again.id == meeting.id
        assert here(again) == ("dilemma", "V2")
        assert again.editor.drafted(slot).text == "half a sen"
        assert again.chosen == ("V2",)
        assert not again.clock().paused


def test_only_the_meeting_is_offered_to_go_on_with_not_its_parts(workspace, meeting):
    meeting.forward()
    meeting.forward()
    assert [line.id for line in workspace.sessions.open_sessions()] == [meeting.id]


def test_only_the_part_in_hand_has_a_running_clock(workspace, meeting):
    walked = 0
    for walked, _ in enumerate(walk(meeting), 1):  # noqa: B007 - counted for the end
        running = [part for part in meeting._parts.values() if part.editor.session.since is not None]
        assert len(running) == 1
        assert running[0].editor is meeting.editor
    assert walked


def test_deciding_before_thinking_asks_first_in_a_meeting_too(meeting):
    meeting.choose(["V2"])
    while here(meeting) != ("missing_view", "V2"):
        meeting.forward()
    assert meeting.editor.blocked("next") == ""
    other = meeting._part("V2").editor
    other.session = other.session.model_copy(update={"times": {}})
    with pytest.raises(StageLockedError):
        meeting.forward()


def test_the_agenda_shows_the_family_in_hand_whole_and_the_others_in_a_line(meeting):
    meeting.choose(["V1", "V2"])
    while here(meeting) != ("clarify", "V2"):
        meeting.forward()
    titles = [(line.title, line.state) for line in meeting.agenda()]
    assert ("Haile", "done") in titles
    assert [title for title, state in titles if state == "now" and "Clarify" in title]
    assert titles[-1][1] == "ahead"
    assert [line.number for line in meeting.agenda()] == list(range(1, meeting.count + 1))


def test_the_agenda_tells_the_minutes_that_a_stage_and_a_family_were_given(meeting):
    """It told those of the format, beside a clock that ran to others."""
    meeting.choose(["V1", "V2"])
    meeting.go_to("clarify", "V1")

    def planned():
        return {line.id if line.letter else line.title: line.planned for line in meeting.agenda()}

    before = planned()
    meeting.editor.more_time(3, meeting.now(), lender="ideas")
    after = planned()
    assert after["clarify"] == before["clarify"] + 3
    assert after["ideas"] == before["ideas"] - 3
    meeting.give_family("V2", 40)
    assert next(minutes for title, minutes in planned().items() if title.startswith("Carter")) == 40


def test_another_choice_keeps_what_was_written_and_leads_back_to_the_meeting(workspace, meeting):
    meeting.choose(["V1"])
    while here(meeting) != ("dilemma", "V1"):
        meeting.forward()
    fill(meeting)
    meeting.choose(["V2"])
    assert here(meeting)[1] == ""
    assert any("zzv1" in render_record(record, "txt") for record in meeting.session_records().records)


def test_alone_together_begins_with_the_first_family_chosen(workspace):
    meeting = workspace.begin_meeting(workspace.formats["T6"], ["V4", "V5"], workspace.me)
    assert meeting.chosen == ("V4",)
    found = list(walk(meeting))
    assert ("in_depth", "V4") in found
    assert ("light_touch", "V5") in found


def test_it_ends_early_and_keeps_what_was_written_so_far(workspace, meeting):
    meeting.forward()
    fill(meeting)
    meeting.end_early()
    kept = {session.family_id: session.status for session in workspace.sessions.all()}
    assert kept == {"V1": SessionStatus.ENDED_EARLY, None: SessionStatus.ENDED_EARLY}
    assert [record for record in workspace.records.all() if "zzv1" in render_record(record, "txt")]


def test_the_steps_of_all_families_are_read_back_at_the_end_and_nowhere_else(meeting):
    meeting.choose(["V2", "V1"])
    read = []
    for stage, family in walk(meeting):
        if stage == "next":
            step = next(slot for slot in meeting.editor.slots() if slot.field.kind == "action")
            meeting.editor.fill(
                step, {"what": f"Ring {family}", "owner": "Lee", "when": "Friday", "child": "*"}, meeting.now()
            )
        if found := meeting.read_back():
            read.append((stage, family, found))
    assert [(stage, family) for stage, family, _ in read] == [("whole", "")]
    by = weekday_in_words(read_day("Friday", meeting.now().date()).day)
    assert set(read[0][2]) == {("V1", f"Haile  Lee, {by}: Ring V1"), ("V2", f"Carter-Okafor  Lee, {by}: Ring V2")}


def test_who_asked_for_time_in_the_round_is_told_where_families_are_chosen(workspace):
    meeting = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1", "V3"], workspace.me)
    for family, words, kept in (("V1", "yes, the birth plan", True), ("V3", "ten minutes about", False)):
        meeting.go_to("round", family)
        slot = next(slot for slot in meeting.editor.slots() if slot.field.id == "time_needed")
        if kept:
            meeting.editor.write(slot, SafeText(words), meeting.now())
        else:
            meeting.editor.draft(slot, words, meeting.now())
    assert meeting.time_asked() == {"V1": "yes, the birth plan", "V3": "ten minutes about"}
    assert meeting.read_back() == ()
    meeting.go_to("choose")
    assert meeting.read_back() == (
        ("V1", "Haile  time: yes, the birth plan"),
        ("V3", "Pritchard-Hussain  time: ten minutes about"),
    )
    meeting.choose(["V3"])
    assert list(meeting.time_asked()) == ["V3", "V1"]
    meeting.go_to("round", "V1")
    meeting.editor.draft(slot, "a line begun", meeting.now())
    assert meeting.time_asked()["V1"] == "yes, the birth plan; a line begun", "what was kept stands, too"


def test_who_decides_is_the_accountable_manager_of_the_whole_meeting(workspace):
    meeting = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1"], workspace.me)
    meeting.choose(["V2"])
    meeting.go_to("next", "V2")
    assert meeting.part_with_role("manager", meeting.part) is meeting.part_about("")
    assert meeting.part_with_role("lead", meeting.part) is meeting.part
    assert meeting.part_with_role("nobody", meeting.part) is None
    single = workspace.begin(workspace.formats["T2"], "V2", workspace.me)
    assert single.part_with_role("manager", single.part) is single.part
