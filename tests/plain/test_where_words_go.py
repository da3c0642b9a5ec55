"""In plain mode every word is told where it goes before its first letter, is read back, and is for whom was said."""

import re
from pathlib import Path

from supervision_tui.plain import answers
from supervision_tui.plain.answers import AnswerCollector
from supervision_tui.practice import Destination
from supervision_tui.session import slots
from supervision_tui.session.child_choice import children_named, children_of, listed
from supervision_tui.session.fields import place_in_words
from tests.every_row import every_row
from tests.plain.test_talk import begun, hold_session

SHARED = {Destination.FAMILY_WORK, Destination.CHILD_FILE, Destination.SUPERVISION_RECORD}
NAMES = {"a": "Zuri", "b": "Robin", "c": "Ro", "d": "Maisie"}


@every_row(
    ("answer", "children"),
    [
        ("Zuri and Robin", ("a", "b")),
        ("1, 4", ("a", "d")),
        ("robin & zuri", ("b", "a")),
        ("mai", ("d",)),
        ("Ro", ("c",)),
        ("Zuri, Zuri", ("a",)),
        ("all", ("a", "b", "c", "d")),
        ("Everyone", ("a", "b", "c", "d")),
        ("r", None),
        ("Zuri and Nobody", None),
        ("9", None),
        ("0", ("a", "b", "c", "d")),
        ("", None),
        (" , ", None),
    ],
)
def test_an_answer_names_one_child_several_or_all_and_never_everybody_by_being_empty(answer, children):
    assert children_named(answer, NAMES) == children


def slot_asked(conversation, kind, destination=None):
    """Go to the first stage with a slot of that *kind*; the slot."""
    editor = conversation.controller.editor
    for stage in editor.template.stages:
        editor.go(stage.id, conversation.now(), override=True)
        for slot in editor.slots():
            if slot.field.kind == kind and destination in {None, slot.field.destination}:
                return slot
    raise AssertionError(f"no slot of the kind {kind}")


def test_where_words_go_is_said_before_the_first_question_and_again_when_it_changes(workspace, script):
    conversation = begun(workspace, script, *[""] * 60)
    slot_asked(conversation, "notes")
    hold_session(conversation)
    said, asked = conversation.io.said, [question for question, _ in conversation.io.asked]
    first = next(number for number, words in enumerate(said) if words.startswith("What you write goes to: "))
    question = next(number for number, words in enumerate(said) if words in asked and "Enter alone goes on" in words)
    assert first < question
    assert [words for words in (*said, *asked) if "?." in words] == []


def test_a_line_is_read_back_with_the_place_where_it_stands(workspace, script):
    conversation = begun(workspace, script)
    slot = slot_asked(conversation, "notes")
    conversation.io.answers = ["Robin slept in the garden"]
    hold_session(conversation)
    assert f"Kept in {place_in_words(slot, conversation.controller.names)}: Robin slept in the garden" in (
        conversation.io.heard
    )


def asked_in_turn(workspace, script, template, private, *answers):
    """Ask for the private field of that id, then for one of the family's working space; the session then, and *io*."""
    conversation = begun(workspace, script, *answers, template=template, family=family_for(workspace, template))
    editor = conversation.controller.editor
    every = [
        slot for stage in editor.template.stages for slot in slots(stage, editor.template, editor.session.children)
    ]
    before = next(slot for slot in every if slot.field.id == private)
    after = next(slot for slot in every if slot.field.kind == "notes" and slot.field.destination in SHARED)
    assert before.field.destination is Destination.PRIVATE
    collector = AnswerCollector(conversation.controller, conversation.io, lambda _answer: False)
    collector.ask_slot(before)
    collector.ask_slot(after)
    return editor.session, conversation.io


def family_for(workspace, template):
    return "V2" if workspace.formats[template].family == "one" else ""


def test_between_a_private_field_and_one_that_others_read_a_line_stays_private(workspace, script):
    session, io = asked_in_turn(workspace, script, "T8", "feelings", "", "a thought of mine", "", "for everybody", "")
    places = {str(entry.text): entry.destination for entry in session.entries}
    assert places["a thought of mine"] is Destination.PRIVATE
    assert places["for everybody"] in SHARED
    assert "You leave what only you read." in io.heard


def test_a_line_after_a_private_answer_is_written_nowhere_until_enter_goes_on(workspace, script):
    session, io = asked_in_turn(workspace, script, "T2", "own_grace", "faith", "a thought of mine", "", "for all", "")
    places = {str(entry.text): entry.destination for entry in session.entries}
    assert places == {"faith": Destination.PRIVATE, "for all": places["for all"]}
    assert places["for all"] in SHARED
    assert "That was not written anywhere" in io.heard


def fill_step(workspace, script, *children):
    """A next step typed in plain mode, with these answers to "for which child"; the session."""
    conversation = begun(workspace, script)
    slot_asked(conversation, "action")
    whom, begun_steps = list(children), ["Visit the school"]

    def answer(question):
        if "several with commas" in question:
            return whom.pop(0)
        if "Enter alone goes on" in question or question.startswith("Another one"):
            return begun_steps.pop() if "next step" in question.lower() and begun_steps else ""
        return "end of the month" if "hen" in question else "Priya"

    conversation.io.answers = [answer] * 20
    return hold_session(conversation), conversation


def test_a_next_step_for_two_children_at_once_stands_in_the_file_of_each_and_of_nobody_else(workspace, script):
    session, conversation = fill_step(workspace, script, "Robin and Zuri")
    names = conversation.controller.names
    assert [listed(names[child] for child in children_of(step)) for step in session.actions] == ["Robin and Zuri"]
    assert [str(step.what) for step in session.actions] == ["Visit the school"]
    assert "Kept in Robin and Zuri's file: " in conversation.io.heard
    assert session.drafts == ()


def test_an_empty_answer_or_an_unknown_name_is_for_nobody_until_it_is_said(workspace, script):
    session, conversation = fill_step(workspace, script, "", "Nobody", "maisie")
    assert [conversation.controller.names[step.child] for step in session.actions] == ["Maisie"]
    assert conversation.io.heard.count("nothing is kept for everybody by itself") == 2


def test_a_step_is_for_all_children_only_by_a_word_and_its_day_is_read_back(workspace, script):
    session, conversation = fill_step(workspace, script, "all")
    assert [step.child for step in session.actions] in ([None], [""])
    assert session.actions[0].due is not None
    assert "Understood: " in conversation.io.heard


def test_what_a_decision_needs_is_said_before_anything_of_it_is_filled_in(workspace, script):
    conversation = begun(workspace, script)
    conversation.controller.editor.go("actions", conversation.now(), override=True)
    conversation.io.answers = [""] * 30
    hold_session(conversation)
    said = conversation.io.said
    warned = next(number for number, words in enumerate(said) if "A decision needs the accountable manager" in words)
    asked = next(number for number, words in enumerate(said) if "decision" in words.lower() and "Enter alone" in words)
    assert warned < asked


def test_enter_alone_never_takes_back_what_is_written(workspace, script):
    conversation = begun(workspace, script, "/next", "Robin slept in the garden", "/change", "1", "1", "")
    session = hold_session(conversation)
    assert [str(entry.text) for entry in session.entries] == ["Robin slept in the garden"]


def test_what_is_taken_back_is_said(workspace, script):
    conversation = begun(workspace, script, "/next", "Robin slept in the garden", "/change", "1", "take")
    session = hold_session(conversation)
    assert session.entries == ()
    assert "Taken back: Robin slept in the garden" in conversation.io.heard


def test_what_enter_alone_does_is_said_by_a_verb():
    verbs = {"go", "leave", "forget", "look", "say", "take", "write", "change"}
    spoken = [
        (path.name, words)
        for path in sorted(Path(answers.__file__).parent.glob("*.py"))
        for words in re.findall(r'nothing="([^"]+)"', path.read_text(encoding="utf-8"))
    ]
    assert spoken
    assert [(name, words) for name, words in spoken if words.split()[0] not in verbs] == []
