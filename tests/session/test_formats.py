"""Every format can be filled in from its own file; private words stay apart; moving words needs a look."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import supervision_tui
from supervision_tui.practice import Destination
from supervision_tui.practice.library.forms import Field
from supervision_tui.session import (
    AskedQuestion,
    PartMissingError,
    PreviewRequiredError,
    ReclassifyError,
    Session,
    SessionEditor,
    SessionStatus,
    fields,
    missing_answers,
)
from supervision_tui.session.child_choice import ALL
from supervision_tui.session.fields import Slot, hint_of, label_of
from supervision_tui.session.hypotheses import set_hypothesis_status
from tests.shipped import load_library

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
TEMPLATES = load_library().templates
EVERY = pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)


def begun(template):
    of_a_family = template.family != "none"
    return SessionEditor.start(
        template,
        session_id="s",
        facilitator="Amina",
        now=NOW,
        family_id="V2" if of_a_family else None,
        children=("robin", "maisie") if of_a_family else (),
    )


def slot(editor, field, child=None):
    return next(each for each in editor.slots() if each.field.id == field and each.child == child)


def at(template_id, stage):
    editor = begun(TEMPLATES[template_id])
    editor.go(stage, NOW, override=True)
    return editor


def fill_all(editor):
    while True:
        for each in editor.slots():
            if each.field.parts:
                editor.fill(
                    each,
                    {
                        part.id: "7" if part.bounds else ALL if part.choose else part.among[0] if part.among else "x"
                        for part in each.field.parts
                    },
                    NOW,
                )
            else:
                editor.write(each, "x", NOW, author="Amina", whom=ALL)
        if editor.following is None:
            return
        editor.go(editor.following.id, NOW, override=True)


@EVERY
def test_a_format_that_was_filled_in_may_close_and_reads_back(template):
    editor = begun(template)
    fill_all(editor)
    assert missing_answers(editor.session, template) == ()
    assert Session.model_validate_json(editor.session.model_dump_json()) == editor.session
    ended = editor.ended(NOW)
    assert ended.status is SessionStatus.CLOSED
    assert ended.private_entry_count == 0


@EVERY
def test_what_is_private_stands_apart_whatever_it_is_and_comes_back_in_its_place(template):
    editor = begun(template)
    fill_all(editor)
    shared, private = editor.session.split_private()
    assert shared.joined(private) == editor.session
    assert shared.private_entry_count == 0
    assert private.empty == (editor.session.private_entry_count == 0)


@EVERY
def test_no_stage_asks_the_same_thing_twice(template):
    assert template.stages
    for stage in template.stages:
        ids = [field.id for field in fields(stage, template)]
        assert len(ids) == len(set(ids))


@EVERY
def test_no_label_and_no_hint_shows_a_placeholder_and_the_childs_name_stands_in_it(template):
    editor, names, shown = begun(template), {"robin": "Robin", "maisie": "Maisie"}, []
    while True:
        shown += [(slot.child, words(slot, names)) for slot in editor.slots() for words in (hint_of, label_of)]
        shown += [(slot.child, str(part.hint)) for slot in editor.slots() for part in slot.field.parts]
        if editor.following is None:
            break
        editor.go(editor.following.id, NOW, override=True)
    assert [words for _child, words in shown if "{" in words] == []
    if template.family != "none":
        assert any(child == "robin" and "Robin" in words for child, words in shown)


def test_the_hint_of_a_childs_field_says_its_name():
    field = Field("x", "x", Destination.CHILD_FILE, hint="in words {child} could read", per_child=True)
    assert hint_of(Slot("close", field, "robin"), {"robin": "Robin"}) == "in words Robin could read"
    assert hint_of(Slot("close", field), {}) == "in words the child could read"


@pytest.mark.parametrize("room", ["tui", "plain"])
def test_no_screen_shows_a_hint_that_was_not_filled(room):
    sources = [
        path for path in (Path(supervision_tui.__file__).parent / room).rglob("*.py") if path.name != "answers.py"
    ]
    assert [path.name for path in sources if "field.hint" in path.read_text(encoding="utf-8")] == []


def test_a_format_without_a_family_has_no_field_about_one():
    without = [template for template in TEMPLATES.values() if template.family == "none"]
    assert without
    for template in without:
        used = {field.destination for stage in template.stages for field in fields(stage, template)}
        assert not used & {Destination.CHILD_FILE, Destination.FAMILY_WORK}, template.id


def test_preparing_a_visit_leaves_everything_with_whoever_prepares():
    editor = begun(TEMPLATES["T7"])
    assert editor.session.seat("presenter") == "Amina"
    fill_all(editor)
    editor.ask(AskedQuestion(prompt_id="C.1", text="Who notices first?", stage="questions", kept=True), NOW)
    shared, private = editor.session.split_private()
    assert (shared.entries, shared.hypotheses, shared.actions, shared.questions) == ((), (), (), ())
    assert private.hypotheses
    assert private.questions


def test_a_pod_keeps_no_question_about_a_family():
    editor = begun(TEMPLATES["T5"])
    editor.ask(AskedQuestion(prompt_id="C.1", text="Who notices first?", stage="theme", kept=True), NOW)
    assert editor.session.questions == ()


@pytest.mark.parametrize("number", ["eleven", "11", "-1", "7.5", ""])
def test_a_scale_goes_from_nought_to_ten(number):
    editor = at("T3", "scale")
    with pytest.raises(PartMissingError):
        editor.fill(slot(editor, "spread"), {"number": number, "rater": "school", "because": "seen"}, NOW)


def test_scales_stand_side_by_side_and_are_never_averaged():
    editor = at("T3", "scale")
    for number, rater in (("3", "school"), ("8", "Mum")):
        editor.fill(slot(editor, "spread"), {"number": number, "rater": rater, "because": "seen"}, NOW)
    assert [entry.text.splitlines()[:2] for entry in editor.session.entries] == [
        ["3", "The number of school"],
        ["8", "The number of Mum"],
    ]


def test_a_form_is_changed_in_its_place_with_the_words_that_stood_there():
    editor = at("T2", "actions")
    rehearsal = slot(editor, "rehearsal")
    editor.fill(rehearsal, {"first_words": "I thought of your dinners.", "reply": "Am I in trouble?"}, NOW)
    first = editor.session.entries[0]
    held = editor.values(rehearsal, first.id)
    assert held["reply"] == "Am I in trouble?"
    editor.fill(rehearsal, {**held, "first_words": "Hello."}, NOW, item_id=first.id)
    assert [entry.text for entry in editor.session.entries] == [
        "The first words: Hello.\nThey may say: Am I in trouble?"
    ]


def test_a_fact_knows_its_child_and_its_source():
    editor = at("T2", "story")
    facts = slot(editor, "facts")
    editor.fill(facts, {"what": "Missed her inhaler.", "known": "Told by school", "child": "maisie"}, NOW)
    entry = editor.session.entries[0]
    assert (entry.child, entry.source) == ("maisie", "told")
    assert editor.session.entries_in("facts") == (entry,)
    assert editor.session.entries_in("facts", "robin") == ()
    assert editor.values(facts, entry.id)["child"] == "maisie"


def private_note(editor):
    return editor.write(slot(editor, "own_grace"), "class", NOW, author="Amina")


def test_private_words_move_only_after_a_look_and_leave_the_name_behind():
    editor = at("T2", "graces")
    note = private_note(editor)
    with pytest.raises(PreviewRequiredError, match="the team working with the family"):
        editor.move(note.id, Destination.FAMILY_WORK, NOW)
    assert editor.session.entries == (note,)
    editor.move(note.id, Destination.FAMILY_WORK, NOW, previewed=True)
    moved = editor.session.entries[0]
    assert (moved.destination, moved.author, moved.text) == (Destination.FAMILY_WORK, "", "class")
    assert editor.undo() == "moved a note"
    assert editor.session.entries == (note,)


def test_taking_words_back_to_where_fewer_read_them_needs_no_look():
    editor = at("T2", "reflecting")
    idea = editor.write(slot(editor, "ideas"), "I wonder.", NOW)
    editor.move(idea.id, Destination.PRIVATE, NOW)
    assert editor.session.entries[0].destination is Destination.PRIVATE


def test_an_idea_never_becomes_a_finding_and_a_family_never_stands_in_a_workers_record():
    editor = at("T2", "reflecting")
    note = editor.write(slot(editor, "ideas"), "I wonder.", NOW)
    parts = dict.fromkeys(("statement", "child_inside", "would_fit", "would_drop"), "x")
    editor.fill(slot(editor, "hypotheses"), parts, NOW)
    with pytest.raises(ReclassifyError, match="not a finding"):
        editor.move(editor.session.hypotheses[0].id, Destination.CHILD_FILE, NOW, previewed=True)
    with pytest.raises(ReclassifyError, match="worker's own record"):
        editor.move(note.id, Destination.SUPERVISION_RECORD, NOW, previewed=True)
    pod = at("T5", "back")
    line = pod.write(slot(pod, "will_try"), "listen", NOW)
    with pytest.raises(ReclassifyError, match="no family"):
        pod.move(line.id, Destination.FAMILY_WORK, NOW, previewed=True)


def test_hostile_words_are_kept_harmless():
    editor = at("T2", "reflecting")
    words = "\x1b]0;title\x07 [bold]x[/] \u202e " + "a" * 1_000_000
    entry = editor.write(slot(editor, "ideas"), words, NOW)
    assert "[bold]x[/]" in entry.text
    assert not set("\x1b\x07\u202e") & set(entry.text)
    assert Session.model_validate_json(editor.session.model_dump_json()) == editor.session


def test_an_idea_grows_fades_or_goes_with_a_reason_and_keeps_its_history():
    editor = at("T2", "reflecting")
    parts = dict.fromkeys(("statement", "child_inside", "would_fit", "would_drop"), "x")
    editor.fill(slot(editor, "hypotheses"), parts, NOW)
    idea = editor.session.hypotheses[0]
    assert not idea.stale(NOW)
    assert idea.stale(NOW + timedelta(weeks=8))
    with pytest.raises(PartMissingError):
        set_hypothesis_status(editor, idea.id, "growing", "  ", NOW)
    set_hypothesis_status(editor, idea.id, "growing", "Robin said so", NOW + timedelta(weeks=8))
    set_hypothesis_status(editor, idea.id, "dropped", "the adults cook", NOW + timedelta(weeks=9))
    weighed = editor.session.hypotheses[0]
    assert [(change.status, change.because) for change in weighed.history] == [
        ("growing", "Robin said so"),
        ("dropped", "the adults cook"),
    ]
    assert not weighed.stale(NOW + timedelta(weeks=90))
    assert editor.undo() == "weighed an idea"
    assert editor.session.hypotheses[0].status == "growing"
