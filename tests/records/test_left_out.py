"""What a format must not hold is known as it is typed; what is said to be left out was left out."""

from datetime import UTC, datetime

import pytest

from supervision_tui.practice import Destination
from supervision_tui.practice.library.forms import POD_THEMES
from supervision_tui.records import review_record, split_session
from supervision_tui.records.forbidden_content import forbidden_in
from supervision_tui.records.model import Paragraph, Section
from supervision_tui.session import SessionEditor
from supervision_tui.session.form_filling import ChoiceExpectedError
from tests.every_row import every_row
from tests.records.robin import record_of_robin
from tests.shipped import load_library

NOW = datetime(2026, 11, 27, 10, tzinfo=UTC)


@every_row(
    ("words", "kind"),
    [
        ("he cries after visits and takes sertraline", "health"),
        ("A lighter week, since she is pregnant", "health"),
        ("signed off for two weeks with anxiety", "health"),
        ("her GP has put her on tablets", "health"),
        ("he was diagnosed last month", "health"),
        ("she is tearful after every visit", "home"),
        ("his wife has left him", "home"),
        ("she's getting divorced", "home"),
        ("it touches her own childhood", "home"),
        ("he feels worthless", "home"),
        ("the Polish boy of twelve who hides his sister in a wardrobe in Ashmoor", "story"),
        ("A Polish mother in Ashmoor whose solicitor husband times her calls", "story"),
        ("a Somali girl of nine who was excluded", "story"),
        ("the mother in Kelderby who drinks", "story"),
        ("twins aged four, father in prison", "story"),
        ("a 15-year-old boy made to carry drugs from Leeds", "story"),
        ("The grandmother who hit the baby", "story"),
        ("A 14 year old who goes missing from her placement in Leeds", "story"),
        ("the 9-year-old who set fire to the curtains", "story"),
        ("the dad who works nights at the abattoir", "story"),
        ("a mum with four under five and no heating in Ashmoor", "story"),
        ("a boy who bites, whose carer gave notice", "story"),
        ("two sisters separated by the court last Tuesday", "story"),
        ("the pastor's wife with the bruised face", "story"),
        ("the Romanian couple from the petrol station", "story"),
        ("it was too much for her mum Denise", "name"),
        ("Denise, the mum, said no", "name"),
        ("a mum called Denise", "name"),
        ("mum (Denise) shouts", "name"),
        ("the boy, Jayden, hides food", "name"),
        ("Jayden's stepdad", "name"),
        ("O’Brien's mum", "name"),
        ("Aunty Bimpe looks after them", "name"),
        ("his girlfriend Shanice", "name"),
        ("the Bell family", "name"),
        ("their neighbour Mrs Okoro", "name"),
        ("Ms Kaur told us first", "name"),
        ("somebody at Oakfield Academy", "name"),
        ("St Bede's rang us", "name"),
        ("the one from Larch Road", "name"),
        ("14 Park View", "name"),
        ("flat 12b, above the shop", "name"),
        ("near SY4 2QQ", "name"),
        ("She has her MRI on Monday", "health"),
        ("He had a stroke in spring", "health"),
        ("she is on the waiting list for CBT", "health"),
        ("fibromyalgia flares in winter", "health"),
        ("she takes amitriptyline to sleep", "health"),
        ("he has an endoscopy next week", "health"),
        ("she is off with stress", "health"),
        ("training on Monday since her surgery", "health"),
        ("her teenage son has been arrested", "home"),
        ("she is going through a divorce", "home"),
        ("she feels overwhelmed at night", "home"),
        ("she lost a baby last year", "home"),
        ("she fasts in Ramadan", "home"),
        ("he is caring for his nan", "home"),
    ],
)
def test_health_home_and_a_familys_story_are_known_by_their_words(words, kind):
    assert kind in [content.kind for content in forbidden_in(words)]


@every_row(
    "words",
    [
        "A lighter week, one family fewer until Christmas",
        "Occupational health was offered and agreed",
        "A word with Grace after each hard visit",
        "I ask one question more before I advise",
        "How do we speak with fathers who are not there?",
        "Curiosity before action; a pause in the car",
        "Training on coercive control in March",
        "One hour of reading every Friday",
        "The group helped to think about power",
        "Time for the mental health training in January",
        "Co-visit with Tom for the next two visits",
        "We meet again on Monday 14 December",
        "I want to try a genogram with every family",
        "Endings, and what they ask of us",
        "Health and safety plan for lone visits",
        "27 November, 75 minutes, six were there",
        "What the child would say if they heard us",
        "Wellbeing offer: employee assistance, taken up",
        "Learn more about ADHD in assessments",
        "Read the chapter on anxiety in children",
        "Learning from a family who moved",
        "How do we listen to a child who does not want to talk?",
        "Training in direct work with children under five",
        "Court skills: cross-examination training in May",
        "Staying curious when parents are cross",
        "I separate facts from what I make of them",
        "The dichotomy of care and control",
        "Nostalgia for how the team was",
        "Child Protection conferences in May",
        "What Family Court asks of us, and the High Court",
        "The School and Our Nursery as partners",
        "Every child matters; Mum's dad and Dad's mum are kin too",
        "Father's Day is hard for some",
        "The Safeguarding family of models; a model called Signs",
        "The Dad Matters group and Baby Steps",
        "A child I met in my first year",
        "Working Together, and Bateson on difference",
        "The road ahead, and the High Street as a place of welcome",
    ],
)
def test_agreed_support_learning_and_themes_are_no_alarm(words):
    assert forbidden_in(words) == ()


def test_the_name_of_a_colleague_is_no_familys():
    assert forbidden_in("Ms Harrow and Dr Okafor chair", ("Dee Harrow", "Ngozi Okafor")) == ()
    assert [content.words for content in forbidden_in("Ms Harrow and Ms Kaur chair", ("Dee Harrow",))] == ["Ms Kaur"]


def test_a_workers_record_with_such_words_must_be_looked_at_and_a_childs_file_need_not():
    section = Section(heading="Support", paragraphs=(Paragraph(text="he takes sertraline"),))
    own = record_of_robin(section, destination=Destination.SUPERVISION_RECORD, subject="Tom", title="x")
    assert [remark.must for remark in review_record(own, None) if remark.kind == "forbidden"] == [True]
    assert not [remark for remark in review_record(record_of_robin(section), None) if remark.kind == "forbidden"]


def pod():
    library = load_library()
    editor = SessionEditor.start(library.templates["T5"], session_id="s", facilitator="Grace", now=NOW)
    editor.go("theme", NOW, override=True)
    (slot,) = [slot for slot in editor.slots() if slot.field.id == "theme_word"]
    return editor, slot


def test_a_theme_of_a_pod_is_a_word_from_the_list_and_nothing_else():
    editor, slot = pod()
    assert slot.field.parts[0].among == POD_THEMES
    with pytest.raises(ChoiceExpectedError):
        editor.fill(slot, {"theme": "the Polish boy of twelve who hides his sister in a wardrobe"}, NOW)
    editor.fill(slot, {"theme": "endings"}, NOW)
    (entry,) = editor.session.entries
    assert str(entry.text) == "endings"


def test_what_is_left_out_is_counted_and_not_a_fixed_sentence():
    editor, slot = pod()
    empty = " ".join(line.words for line in split_session(editor.session, editor.template, None).left_out)
    assert "A theme" in empty
    editor.fill(slot, {"theme": "hope"}, NOW)
    told = [str(line.words) for line in split_session(editor.session, editor.template, None).left_out]
    assert "A theme: all that was said but 1 line" in told
    assert not [line for line in told if "one word for the theme" in line or "health, feelings" in line]


def test_a_stage_that_did_not_run_is_not_said_to_be_left_out():
    editor, _ = pod()
    told = " ".join(line.words for line in split_session(editor.session, editor.template, None).left_out)
    assert "Resonance" not in told
    assert "Listening" not in told


def test_such_words_stand_in_the_list_at_the_close():
    from supervision_tui.records.review import Kind, ReviewRemark
    from supervision_tui.workspace.disclosure.closing_check import _KIND_OF, ORDER

    listed = {kind for kind in Kind.__args__ if ReviewRemark(kind, "x", must=True).must}
    musts = {"forbidden", "hidden", "foreign", "names", "shared", "own", "meaning", "source"}
    assert musts <= listed
    assert {_KIND_OF[kind] for kind in musts} <= set(ORDER)
