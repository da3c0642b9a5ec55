"""Every format can be filled in from its own file; private words stay apart; moving words needs a look."""

from datetime import UTC, datetime, timedelta

import pytest

from supervision_tui.practice import Destination, load_library
from supervision_tui.session import (
    AskedQuestion,
    PartMissingError,
    PreviewRequiredError,
    ReclassifyError,
    Runner,
    Session,
    SessionStatus,
    fields,
    missing,
)

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
TEMPLATES = load_library().templates
EVERY = pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)


def begun(template):
    of_a_family = template.family != "none"
    return Runner.start(
        template,
        session_id="s",
        facilitator="Amina",
        now=NOW,
        family_id="V2" if of_a_family else None,
        children=("robin", "maisie") if of_a_family else (),
    )


def slot(runner, field, child=None):
    return next(each for each in runner.slots() if each.field.id == field and each.child == child)


def at(template_id, stage):
    runner = begun(TEMPLATES[template_id])
    runner.go(stage, NOW, override=True)
    return runner


def fill_all(runner):
    while True:
        for each in runner.slots():
            if each.field.parts:
                runner.fill(
                    each,
                    {
                        part.id: "7" if part.bounds else "" if part.choose else part.among[0] if part.among else "x"
                        for part in each.field.parts
                    },
                    NOW,
                )
            else:
                runner.write(each, "x", NOW, author="Amina")
        if runner.following is None:
            return
        runner.go(runner.following.id, NOW, override=True)


def test_there_are_nine():
    assert sorted(TEMPLATES) == [f"T{number}" for number in range(1, 10)]


@EVERY
def test_a_format_that_was_filled_in_may_close_and_reads_back(template):
    runner = begun(template)
    fill_all(runner)
    assert missing(runner.session, template) == ()
    assert Session.model_validate_json(runner.session.model_dump_json()) == runner.session
    ended = runner.ended(NOW)
    assert ended.status is SessionStatus.CLOSED
    assert ended.private_things == 0


@EVERY
def test_what_is_private_stands_apart_whatever_it_is_and_comes_back_in_its_place(template):
    runner = begun(template)
    fill_all(runner)
    shared, private = runner.session.apart()
    assert shared.joined(private) == runner.session
    assert shared.private_things == 0
    assert private.empty == (runner.session.private_things == 0)


@EVERY
def test_no_stage_asks_the_same_thing_twice(template):
    for stage in template.stages:
        ids = [field.id for field in fields(stage, template)]
        assert len(ids) == len(set(ids))


@EVERY
def test_a_format_without_a_family_has_no_field_about_one(template):
    used = {field.destination for stage in template.stages for field in fields(stage, template)}
    if template.family == "none":
        assert not used & {Destination.CHILD_FILE, Destination.FAMILY_WORK}


def test_preparing_a_visit_leaves_everything_with_whoever_prepares():
    runner = begun(TEMPLATES["T7"])
    assert runner.session.seat("presenter") == "Amina"
    fill_all(runner)
    runner.ask(AskedQuestion(prompt_id="C.1", text="Who notices first?", stage="questions", kept=True), NOW)
    shared, private = runner.session.apart()
    assert (shared.entries, shared.hypotheses, shared.actions, shared.questions) == ((), (), (), ())
    assert private.hypotheses
    assert private.questions


def test_a_pod_keeps_no_question_about_a_family():
    runner = begun(TEMPLATES["T5"])
    runner.ask(AskedQuestion(prompt_id="C.1", text="Who notices first?", stage="theme", kept=True), NOW)
    assert runner.session.questions == ()


@pytest.mark.parametrize("number", ["eleven", "11", "-1", "7.5", ""])
def test_a_scale_goes_from_nought_to_ten(number):
    runner = at("T3", "scale")
    with pytest.raises(PartMissingError):
        runner.fill(slot(runner, "spread"), {"number": number, "rater": "school", "because": "seen"}, NOW)


def test_scales_stand_side_by_side_and_are_never_averaged():
    runner = at("T3", "scale")
    for number, rater in (("3", "school"), ("8", "Mum")):
        runner.fill(slot(runner, "spread"), {"number": number, "rater": rater, "because": "seen"}, NOW)
    assert [entry.text.splitlines()[:2] for entry in runner.session.entries] == [
        ["3", "The number of school"],
        ["8", "The number of Mum"],
    ]


def test_a_form_is_changed_in_its_place_with_the_words_that_stood_there():
    runner = at("T2", "actions")
    rehearsal = slot(runner, "rehearsal")
    runner.fill(rehearsal, {"first_words": "I thought of your dinners.", "reply": "Am I in trouble?"}, NOW)
    first = runner.session.entries[0]
    held = runner.values(rehearsal, first.id)
    assert held["reply"] == "Am I in trouble?"
    runner.fill(rehearsal, {**held, "first_words": "Hello."}, NOW, thing_id=first.id)
    assert [entry.text for entry in runner.session.entries] == [
        "The first words: Hello.\nThey may say: Am I in trouble?"
    ]


def test_a_fact_knows_its_child_and_its_source():
    runner = at("T2", "story")
    facts = slot(runner, "facts")
    runner.fill(facts, {"what": "Missed her inhaler.", "known": "Told by school", "child": "maisie"}, NOW)
    entry = runner.session.entries[0]
    assert (entry.child, entry.source) == ("maisie", "told")
    assert runner.session.entries_in("facts") == (entry,)
    assert runner.session.entries_in("facts", "robin") == ()
    assert runner.values(facts, entry.id)["child"] == "maisie"


def private_note(runner):
    return runner.write(slot(runner, "own_grace"), "class", NOW, author="Amina")


def test_private_words_move_only_after_a_look_and_leave_the_name_behind():
    runner = at("T2", "graces")
    note = private_note(runner)
    with pytest.raises(PreviewRequiredError, match="the team working with the family"):
        runner.move(note.id, Destination.FAMILY_WORK, NOW)
    assert runner.session.entries == (note,)
    runner.move(note.id, Destination.FAMILY_WORK, NOW, previewed=True)
    moved = runner.session.entries[0]
    assert (moved.destination, moved.author, moved.text) == (Destination.FAMILY_WORK, "", "class")
    assert runner.undo() == "moved a note"
    assert runner.session.entries == (note,)


def test_taking_words_back_to_where_fewer_read_them_needs_no_look():
    runner = at("T2", "reflecting")
    idea = runner.write(slot(runner, "ideas"), "I wonder.", NOW)
    runner.move(idea.id, Destination.PRIVATE, NOW)
    assert runner.session.entries[0].destination is Destination.PRIVATE


def test_an_idea_never_becomes_a_finding_and_a_family_never_stands_in_a_workers_record():
    runner = at("T2", "reflecting")
    note = runner.write(slot(runner, "ideas"), "I wonder.", NOW)
    parts = dict.fromkeys(("statement", "child_inside", "would_fit", "would_drop"), "x")
    runner.fill(slot(runner, "hypotheses"), parts, NOW)
    with pytest.raises(ReclassifyError, match="not a finding"):
        runner.move(runner.session.hypotheses[0].id, Destination.CHILD_FILE, NOW, previewed=True)
    with pytest.raises(ReclassifyError, match="worker's own record"):
        runner.move(note.id, Destination.SUPERVISION_RECORD, NOW, previewed=True)
    pod = at("T5", "back")
    line = pod.write(slot(pod, "will_try"), "listen", NOW)
    with pytest.raises(ReclassifyError, match="no family"):
        pod.move(line.id, Destination.FAMILY_WORK, NOW, previewed=True)


def test_hostile_words_are_kept_harmless():
    runner = at("T2", "reflecting")
    words = "\x1b]0;title\x07 [bold]x[/] \u202e " + "a" * 1_000_000
    entry = runner.write(slot(runner, "ideas"), words, NOW)
    assert "[bold]x[/]" in entry.text
    assert not set("\x1b\x07\u202e") & set(entry.text)
    assert Session.model_validate_json(runner.session.model_dump_json()) == runner.session


def test_an_idea_grows_fades_or_goes_with_a_reason_and_keeps_its_history():
    runner = at("T2", "reflecting")
    parts = dict.fromkeys(("statement", "child_inside", "would_fit", "would_drop"), "x")
    runner.fill(slot(runner, "hypotheses"), parts, NOW)
    idea = runner.session.hypotheses[0]
    assert not idea.stale(NOW)
    assert idea.stale(NOW + timedelta(weeks=8))
    with pytest.raises(PartMissingError):
        runner.weigh(idea.id, "growing", "  ", NOW)
    runner.weigh(idea.id, "growing", "Robin said so", NOW + timedelta(weeks=8))
    runner.weigh(idea.id, "dropped", "the adults cook", NOW + timedelta(weeks=9))
    weighed = runner.session.hypotheses[0]
    assert [(change.status, change.because) for change in weighed.history] == [
        ("growing", "Robin said so"),
        ("dropped", "the adults cook"),
    ]
    assert not weighed.stale(NOW + timedelta(weeks=90))
    assert runner.undo() == "weighed an idea"
    assert runner.session.hypotheses[0].status == "growing"
