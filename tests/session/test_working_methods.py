"""Ways of working: what a stage offers, thoughts kept unseen, questions in order, roles given round."""

from datetime import UTC, datetime

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session import AskedQuestion, SessionEditor
from supervision_tui.session.attendance import attendees_without_role, join, leave, rotate, swap
from supervision_tui.session.hypotheses import CRITERIA, answer_in, criteria, link_person, set_level, set_rival_idea
from supervision_tui.session.private_drafts import private_thoughts, reveal, write_private
from supervision_tui.session.questions import drop_question, kept_questions, move_question, note_reply
from supervision_tui.session.working_methods import round_slot, working_methods
from supervision_tui.text import Line, SafeText
from tests.every_row import every_row
from tests.shipped import load_library

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
TEMPLATES = load_library().templates


def begun(format_id, activity=""):
    template = TEMPLATES[format_id]
    family = None if template.family == "none" else "V2"
    editor = SessionEditor.start(
        template, session_id="s", facilitator="Amina", now=NOW, family_id=family, children=("robin",) if family else ()
    )
    if activity:
        stage = next(stage for stage in template.stages if stage.activity == activity)
        editor.go(stage.id, NOW, override=True)
    return editor


@every_row(
    ("format_id", "activity", "way"),
    [
        ("T2", "roles", "roles"),
        ("T2", "graces", "graces"),
        ("T5", "graces", "graces"),
        ("T3", "scale", "marks"),
        ("T3", "map_worries", "columns"),
        ("T4", "listening", "listening"),
        ("T2", "reflecting", "round"),
        ("T2", "reflecting", "stance"),
        ("T4", "hypotheses", "ideas"),
        ("T7", "questions", "questions"),
    ],
)
def test_a_stage_offers_its_ways(format_id, activity, way):
    assert way in [one.id for one in working_methods(begun(format_id, activity))]


def test_whoever_works_alone_is_offered_no_round_and_a_pod_nothing_about_a_family():
    alone = {way.id for stage in TEMPLATES["T7"].stages for way in working_methods(begun("T7", stage.activity))}
    pod = {way.id for stage in TEMPLATES["T5"].stages for way in working_methods(begun("T5", stage.activity))}
    assert not {"round", "stance"} & alone
    assert not {"questions", "stance", "columns", "ideas"} & pod


def test_thoughts_stay_private_until_they_are_shown_the_quietest_first():
    editor = begun("T2", "story")
    slot = round_slot(editor)
    for _ in range(2):
        editor.write(slot, "Amina has said this before", NOW, author="Amina")
    write_private(editor, slot, "Amina", "zqloudqz", NOW)
    write_private(editor, slot, "Lee", "zqquietqz", NOW)
    shared, private = editor.session.split_private()
    assert "zqquietqz" not in shared.model_dump_json()
    assert {draft.destination for draft in private.drafts} == {Destination.PRIVATE}
    assert list(private_thoughts(editor, slot)) == ["Lee", "Amina"]
    assert reveal(editor, slot, NOW) == 2
    texts = [str(one.text) for one in editor.session.entries_in(slot.field.id, slot.child)]
    assert texts[-2:] == ["zqquietqz", "zqloudqz"]
    assert not private_thoughts(editor, slot)
    assert not editor.session.drafts


def test_thoughts_written_unseen_never_reach_a_childs_file_and_stay_where_the_cursor_stood():
    seen = 0
    for template_id, template in TEMPLATES.items():
        for stage in template.stages:
            editor = begun(template_id)
            editor.go(stage.id, NOW, override=True)
            for current in (None, *editor.slots()):
                shown = round_slot(editor, current)
                assert shown is None or shown.field.destination is Destination.FAMILY_WORK
                seen += shown is not None and shown == current
    assert seen


def test_a_stage_without_names_keeps_none_when_thoughts_are_shown():
    editor = begun("T2", "reflecting")
    slot = round_slot(editor)
    write_private(editor, slot, "Lee", "I was struck", NOW)
    reveal(editor, slot, NOW)
    assert editor.session.entries[-1].author == ""


def test_questions_are_put_in_order_asked_and_let_go():
    editor = begun("T2", "interview")
    for name in "abc":
        editor.ask(AskedQuestion(prompt_id=name, text=SafeText(name), stage="interview", kept=True), NOW)
    move_question(editor, "c", -1, NOW)
    move_question(editor, "a", -1, NOW)
    assert [one.prompt_id for one in kept_questions(editor)] == ["a", "c", "b"]
    note_reply(editor, "c", "Nan does", NOW)
    drop_question(editor, "b", NOW)
    assert [(one.prompt_id, one.asked, str(one.came_back)) for one in kept_questions(editor)] == [
        ("a", False, ""),
        ("c", True, "Nan does"),
    ]
    editor.undo()
    editor.undo()
    assert [one.asked for one in kept_questions(editor)] == [False, False, False]


def test_roles_are_swapped_and_given_to_whoever_held_them_least():
    editor = begun("T2")
    editor.seat("presenter", Line("Lee"), NOW)
    swap(editor, "facilitator", "presenter", NOW)
    assert (editor.session.seat("facilitator"), editor.session.seat("presenter")) == ("Lee", "Amina")
    least = {"consultant": ["Amina", "Kim", "Lee"], "team": ["Kim", "Lee"], "facilitator": ["Kim"]}
    rotate(editor, ["consultant", "team", "facilitator"], least, NOW)
    assert editor.session.seat("consultant") == "Kim"
    assert editor.session.seat("team") == ""
    assert editor.session.seat("facilitator") == "Lee"
    editor.undo()
    assert editor.session.seat("consultant") == ""


def test_a_guest_comes_and_goes():
    editor = begun("T2")
    join(editor, "Sam", "student", NOW)
    assert attendees_without_role(editor) == ("Sam, student",)
    leave(editor, "Sam, student", NOW)
    assert attendees_without_role(editor) == ()


def test_where_somebody_is_harmed_the_circular_question_closes():
    assert len(CRITERIA) == len(criteria(harm=True))
    assert any(one.circular for one in criteria(harm=False))
    assert not any(one.circular for one in criteria(harm=True))
    assert any("responsibility" in one.asks for one in criteria(harm=True))


def test_an_idea_links_people_looks_at_a_level_and_answers_another():
    editor = begun("T4", "hypotheses")
    slot = next(slot for slot in editor.slots() if slot.field.kind == "hypothesis")
    for _ in range(2):
        editor.fill(slot, {part.id: "Perhaps" for part in slot.field.parts}, NOW)
    one, other = editor.session.hypotheses
    link_person(editor, one.id, "robin", NOW)
    link_person(editor, one.id, "maisie", NOW)
    set_level(editor, one.id, "family stories", NOW)
    set_rival_idea(editor, one.id, other.id, NOW)
    idea = editor.session.hypotheses[0]
    assert (idea.about, str(idea.level), idea.rival_of) == (("robin", "maisie"), "family stories", other.id)
    assert "2" in answer_in(idea, CRITERIA[0])
    link_person(editor, one.id, "robin", NOW)
    assert editor.session.hypotheses[0].about == ("maisie",)
    assert answer_in(editor.session.hypotheses[0], CRITERIA[0]) == ""
