"""Records wait in one queue until somebody confirmed and filed them, and the queue says how long and for whom."""

from datetime import date, timedelta

from supervision_tui.records import confirm, look_at, mark_filed
from supervision_tui.workspace.disclosure import review_remarks
from supervision_tui.workspace.reports import (
    ConfirmationQueue,
    titles_in_words,
    to_confirm,
    usual_role,
    usual_system,
    waiting_records,
)


def of(workspace, days_later=0):
    then = workspace.today() + timedelta(days=days_later)
    workspace.today = lambda: then
    return waiting_records(workspace)


def test_every_entry_for_a_child_and_the_workers_own_record_wait_and_the_working_space_does_not(workspace, hold):
    hold(workspace, "T2", "V1")
    rows = of(workspace)
    assert {(row.family, row.family_title, row.waits_for) for row in rows} == {
        ("V1", "Haile", "confirm"),
        ("", "Workers", "confirm"),
    }
    assert [row.record.short_title for row in rows][-1] == "Lee, supervision"
    assert all(row.age == "today" for row in rows)


def test_the_queue_tells_how_long_each_has_waited(workspace, hold):
    hold(workspace, "T2", "V1")
    rows = of(workspace, days_later=31)
    assert {row.days for row in rows} == {31}
    assert "4 weeks old" in rows[0].words


def test_who_was_the_accountable_manager_is_asked_to_confirm(workspace, hold):
    hold(workspace, "T2", "V1")  # every role is Lee's there
    assert {row.confirmer for row in of(workspace) if row.family} == {"Lee"}
    assert {row.confirmer for row in of(workspace) if not row.family} == {"Amina"}


def test_what_is_confirmed_waits_to_be_filed_and_then_no_more(workspace, hold):
    hold(workspace, "T2", "V1")
    first = of(workspace)[0].record.id
    at = workspace.sessions.now()
    signed = confirm(workspace.records.get(first), by="Dee", role="team manager", at=at)
    workspace.records.put(signed, first)
    assert {row.record.id: row.waits_for for row in of(workspace)}[first] == "file"
    assert first not in {row.record.id for row in to_confirm(of(workspace))}
    workspace.records.put(mark_filed(signed, system="LCS", on=date(2026, 9, 4), by="Amina"), first)
    assert first not in {row.record.id for row in of(workspace)}


def test_what_was_looked_at_stops_the_record_no_more_and_says_who_looked(workspace, hold):
    hold(workspace, "T2", "V1")
    record = workspace.records.get(of(workspace)[0].record.id)
    record = record.model_copy(update={"sections": record.sections[:1]})  # says too little of the child: it stops
    before = review_remarks(workspace, record)
    assert any(remark.must for remark in before)
    seen = look_at(record, before, by="Amina", at=workspace.sessions.now())
    after = review_remarks(workspace, seen)
    assert not any(remark.must for remark in after)
    assert {remark.looked_by for remark in after if remark.looked_by} == {"Amina"}


def queue_of(workspace, hold, *families):
    for family in families or ("V1",):
        hold(workspace, "T2", family)
    rows = of(workspace)
    return ConfirmationQueue(rows, to_look_at={row.record.id: 0 for row in rows})


def confirmed(workspace, row):
    record = workspace.records.get(row.record.id)
    return confirm(record, by="Dee", role="team manager", at=workspace.sessions.now())


def test_after_an_act_the_cursor_goes_to_the_next_that_waits_for_the_same_and_no_row_moves(workspace, hold):
    queue = queue_of(workspace, hold, "V1", "V3")
    first, second, *_ = rows = list(queue.rows)
    queue.note(confirmed(workspace, first))
    assert list(queue.rows) == rows
    assert queue.standing(first) == "file"
    assert queue.next_after(first, "confirm") == second
    for row in rows[1:]:
        queue.note(confirmed(workspace, row))
    assert queue.next_after(second, "confirm") is None
    assert queue.next_after(second, "file") is not None
    assert queue.standing(rows[-1]) == "done"  # a worker's own record stays here: nobody files it


def test_a_record_with_something_to_look_at_or_not_read_over_yet_is_not_marked(workspace, hold):
    queue = queue_of(workspace, hold)
    first = queue.rows[0]
    queue.to_look_at[first.record.id] = 1
    assert "look at" in queue.mark(first)
    del queue.to_look_at[first.record.id]
    assert "not read over" in queue.mark(first)
    assert queue.marked == []


def test_those_marked_wait_for_the_same_and_the_act_is_for_all_of_them(workspace, hold):
    queue = queue_of(workspace, hold, "V1", "V3")
    first, *others = queue.rows
    queue.note(confirmed(workspace, first))
    queue.mark_all(others[0])
    assert queue.marked == [row.record.id for row in others]
    assert "something else" in queue.mark(first)
    assert queue.chosen(first, "confirm") == tuple(others)
    assert queue.chosen(first, "file") == ()
    queue.mark(others[0])
    assert others[0].record.id not in queue.marked


def test_a_question_about_many_names_a_few_and_counts_the_rest():
    assert titles_in_words(["Robin's file", "Abel's file"]) == "Robin's file, Abel's file"
    assert titles_in_words("abcdefgh").endswith("f and 2 more")


def test_the_role_and_the_system_of_last_time_are_offered_again(workspace, hold):
    queue = queue_of(workspace, hold)
    assert usual_role(workspace, "Dee") == ""
    signed = confirmed(workspace, queue.rows[0])
    workspace.records.put(mark_filed(signed, system="LCS", on=date(2026, 9, 4), by="Amina"), signed.id)
    assert usual_role(workspace, "dee") == "team manager"
    assert usual_system(workspace) == "LCS"
