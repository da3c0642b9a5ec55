"""A session as question and answer: the same records as on the screen, nothing lost by leaving, no command unknown."""

import pytest

from supervision_tui.people import Practitioner
from supervision_tui.plain import home
from supervision_tui.plain import session as holding
from supervision_tui.plain.answers import AnswerCollector
from supervision_tui.plain.commands import PLAIN_COMMANDS
from supervision_tui.plain.conversation import Conversation
from supervision_tui.plain.terminal_io import InputClosedError, PlainTerminal, choose
from supervision_tui.session import SessionStatus
from supervision_tui.session.tray.jotting import jot
from tests.shipped import load_library


def begun(workspace, script, *answers, template="T2", family="V2"):
    return Conversation(workspace.begin(workspace.formats[template], family, workspace.me), script(*answers))


def hold_session(conversation):
    """Until the script runs out, or the session is over."""
    try:
        holding.hold_session(conversation)
    except InputClosedError:
        conversation.controller.save()
    return conversation.controller.editor.session


def test_answers_go_where_they_belong_and_are_saved_before_the_next_question(workspace, script):
    conversation = begun(workspace, script, "/next", "Bea", "/next", *[""] * 3)
    conversation.io.answers = ["/next", "What keeps Robin safe in the garden?"]
    session = hold_session(conversation)
    written = [entry for entry in session.entries if "garden" in entry.text]
    assert len(written) == 1
    workspace.writer.flush()
    assert any("garden" in entry.text for entry in workspace.sessions.get(session.id).entries)


def test_of_a_baby_before_birth_another_thing_is_asked_and_no_example_is_the_childs(workspace, script):
    conversation = begun(workspace, script, *[""] * 12, template="T16")
    hold_session(conversation)
    asked = [question for question, _ in conversation.io.asked]
    (hopes,) = [question for question in asked if question.startswith("What the parents hope for the baby")]
    assert "For example" not in hopes
    assert any(question.startswith("What matters most to Robin. For example: as they say it") for question in asked)


def test_a_session_is_left_and_gone_on_with(workspace, script):
    left = begun(workspace, script, "/next", "/leave")
    hold_session(left)
    workspace.writer.flush()
    again = Conversation(workspace.resume(left.controller.editor.session.id), script())
    hold_session(again)
    assert "Stage 2 of 10" in again.io.heard
    assert again.controller.editor.session.status is SessionStatus.OPEN


def test_undo_takes_the_last_answer_back(workspace, script):
    conversation = begun(workspace, script, "/next", "A question that was a slip", "/undo")
    assert not any("slip" in entry.text for entry in hold_session(conversation).entries)


def test_a_note_is_changed_and_its_words_stand_there_to_change(workspace, script):
    conversation = begun(
        workspace, script, "/next", "Robin slept in the gardn", "/change", "1", "1", "Robin slept in the garden"
    )
    session = hold_session(conversation)
    assert [str(entry.text) for entry in session.entries] == ["Robin slept in the garden"]
    assert ("How should it read? Enter alone leaves it as it is.", "Robin slept in the gardn") in conversation.io.asked


def test_deciding_before_thinking_asks_first_and_what_was_overridden_is_kept(workspace, script):
    conversation = begun(workspace, script)
    locked = next(stage for stage in conversation.controller.editor.template.stages if stage.locked_until)
    before = conversation.controller.editor.template.stages[
        conversation.controller.editor.template.stages.index(locked) - 1
    ]
    conversation.controller.editor.go(before.id, conversation.now())
    conversation.io.answers = ["/next", "2"]
    session = hold_session(conversation)
    assert session.stage == locked.id
    assert locked.id in session.overridden
    assert "Thinking comes before deciding" in conversation.io.heard


def test_a_question_with_the_familys_names_is_offered_with_its_reason_and_kept(workspace, script):
    conversation = begun(workspace, script, "/next", "/ask", "/keep")
    session = hold_session(conversation)
    assert [question.kept for question in session.questions] == [True]
    assert "Why this one:" in conversation.io.heard


@pytest.mark.parametrize("command", PLAIN_COMMANDS, ids=lambda command: command.word)
def test_every_command_is_understood_by_its_word_and_never_written_down(workspace, script, command):
    conversation = begun(workspace, script, f"/{command.word}", "", "")
    session = hold_session(conversation)
    assert session.entries == ()
    assert not any(seat.name.startswith("/") for seat in session.seats)


def test_what_is_no_command_is_told(workspace, script):
    conversation = begun(workspace, script, "/dance")
    hold_session(conversation)
    assert "'/dance' is no command here. /help lists them." in conversation.io.heard


def test_the_danger_steps_are_said_and_nothing_is_recorded(workspace, script):
    conversation = begun(workspace, script, "/danger")
    session = hold_session(conversation)
    assert "999" in conversation.io.heard
    assert session.entries == ()


def _answer(question):
    """Something for every question of a session, once."""
    if question.startswith(("Another one", "Enter goes on", "You leave what only")) or "Say it another way" in question:
        return ""
    if "several with commas" in question:
        return "all"
    if "Is this what should be written?" in question:
        return "1"
    if "One of: " in question:
        return question.partition("One of: ")[2].split(",")[0].rstrip(".")
    return "5" if "whole number" in question else "Ash, said with care"


def test_a_whole_session_ends_with_the_records_of_the_same_destinations_as_on_the_screen(workspace, script):
    conversation = begun(workspace, script, *[_answer] * 600)
    session = hold_session(conversation)
    assert session.status is SessionStatus.CLOSED
    made = {record.destination.value for record in workspace.records.all()}
    assert made >= {"child_file", "family_work", "supervision_record"}
    assert "Left out, on purpose" in conversation.io.heard


@pytest.mark.parametrize(
    "template", sorted(one.id for one in load_library().templates.values() if one.family in {"one", "none"})
)
def test_every_format_of_one_family_or_none_can_be_held_to_its_end(workspace, script, template):
    family = "V2" if workspace.formats[template].family == "one" else ""
    conversation = begun(workspace, script, *[_answer] * 900, template=template, family=family)
    assert hold_session(conversation).status is SessionStatus.CLOSED


def test_nothing_is_written_while_something_is_missing(workspace, script):
    conversation = begun(workspace, script)
    conversation.controller.editor.go(
        conversation.controller.editor.template.stages[-1].id, conversation.now(), override=True
    )
    conversation.io.answers = ["/next"]
    hold_session(conversation)
    assert "this still needs an answer" in conversation.io.heard
    assert workspace.records.all() == []


@pytest.mark.parametrize(("answer", "key"), [("2", "b"), ("be", "b"), ("BETA", "b"), ("", None)])
def test_choosing_is_by_number_or_first_letters(script, answer, key):
    assert choose(script(answer), "Which?", [("a", "alpha"), ("b", "beta")], nothing="go back") == key


def test_a_wrong_choice_is_told_and_asked_again(script):
    io = script("9", "x", "1")
    assert choose(io, "Which?", [("a", "alpha")]) == "a"
    assert "There is no '9' here." in io.heard


def test_leaving_says_what_became_of_it(script, tmp_path):
    io = script("leave")
    assert home.run_plain_mode(tmp_path, io, demo=True) == 0
    assert "This was a demonstration; it is gone." in io.heard


def test_the_first_start_makes_a_notebook_and_the_next_one_opens_it(script, tmp_path):
    folder, phrase = tmp_path / "vault", "heron lantern quarry violet"

    def word(question):
        number = int(question.rpartition("number ")[2].split(" ")[0])
        listed = next(words for words in io.said if len(words.split()) > 10 and words.islower())
        return [part for part in listed.split() if not part.isdigit()][number - 1]

    io = script("Amina", phrase, "something else", phrase, phrase, word, "wrong", word, "leave")
    assert home.run_plain_mode(folder, io) == 0
    assert "The two were not the same" in io.heard
    again = script("not the one at all", phrase, "leave")
    assert home.run_plain_mode(folder, again) == 0
    assert "Everything is saved." in again.heard


def test_families_are_read_in_sentences_and_brought_in_from_files(script, workspace, tmp_path):
    from supervision_tui.plain.families import browse_families

    file = tmp_path / "no.yaml"
    file.write_text("nothing: here", encoding="utf-8")
    io = script("1", "The genogram", "", "bring", str(file), "bring", str(tmp_path / "missing.yaml"), "")
    browse_families(workspace, io)
    assert "Top row, from the left." in io.heard
    assert "no.yaml" in io.heard
    assert "Traceback" not in io.heard


def test_words_are_searched_for(script, tmp_path):
    io = script("search", "robin", "search", "zzznothing", "search", "", "leave")
    home.run_plain_mode(tmp_path, io, demo=True)
    assert "Carter-Okafor" in io.heard
    assert "Nothing was found." in io.heard


def test_a_decision_without_the_manager_stays_a_draft_and_the_talk_goes_on(workspace, script):
    conversation = begun(workspace, script)
    conversation.controller.editor.go("actions", conversation.now(), override=True)
    conversation.io.answers = ["", "", "They stay", "", "it is safe", "", "Priya", "on Friday", "all", "", "", ""]
    session = hold_session(conversation)
    assert "needs the accountable manager here" in conversation.io.heard
    assert session.decisions == ()
    assert [draft.field for draft in session.drafts] == ["decisions"]


def test_danger_and_help_are_answered_wherever_there_is_something_to_choose(script):
    io = script("/help", "/danger", "b")
    assert choose(io, "Which?", [("a", "alpha"), ("b", "beta")], nothing="go back") == "b"
    assert "Enter alone means: go back." in io.heard
    assert "ring 999" in io.heard


def test_of_two_people_of_one_name_it_is_asked_which_has_the_role(workspace, script):
    for role in ("manager", "practitioner"):
        roster = workspace.people.roster
        person = Practitioner(id=roster.free_id("Sam"), name="Sam", role=role)
        workspace.people.change(roster.with_practitioner(person), "added somebody")
    conversation = begun(workspace, script)
    slot = next(slot for slot in conversation.controller.editor.slots() if slot.field.kind == "seat")
    conversation.io.answers = ["Sam", "Sam (manager)"]
    AnswerCollector(conversation.controller, conversation.io, lambda _answer: False).ask_slot(slot)
    assert "called Sam: Sam (manager), Sam (practitioner)" in conversation.io.heard
    assert conversation.controller.editor.session.seats[-1].person == "sam"


def test_a_prompt_of_the_library_is_kept_for_the_next_visit_to_a_family(workspace, script):
    from supervision_tui.plain.library import browse_library

    family = workspace.families.headings()[0]
    io = script("mornings best", "1", "1", "")
    browse_library(workspace, io)
    assert list(workspace.suggestions.of(family.id).to_take_along) == ["DIF5"]
    assert "Kept for the next visit: Who likes mornings best at home" in io.heard


def test_what_is_read_back_is_what_was_kept_and_a_line_that_nobody_can_see_is_not(workspace, script):
    pasted = "Name\t\uf0b7 co\u00adoperative \u2013 \u201cLego\u201d\u200b"
    conversation = begun(workspace, script, "/next", pasted, "\u00ad\u200b", "word " * 200_000, "/leave")
    session = hold_session(conversation)
    assert [str(entry.text)[:34] for entry in session.entries] == [
        "Name    • cooperative \u2013 \u201cLego\u201d",
        ("word " * 7).rstrip(),
    ]
    heard = conversation.io.heard
    assert "Kept in Robin's file: Name    • cooperative \u2013 \u201cLego\u201d\n" in heard
    assert "There was nothing in that line that can be read. Nothing was kept." in heard
    assert "word … (999,999 characters)" in heard
    assert "?." not in heard


def test_a_line_that_is_too_long_is_told_to_be_cut(monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", lambda _prompt: "x" * 1_000_005)
    assert len(PlainTerminal().ask("What did she say?")) == 1_000_000
    assert "only its beginning was taken" in capsys.readouterr().out


def meeting(workspace, script, *answers, stage="round", family="V1"):
    """A unit meeting over two families, at the end of *stage* of *family*."""
    controller = workspace.begin_meeting(workspace.formats["T1"], ["V2", "V1"], workspace.me)
    controller.choose(["V2", "V1"])
    controller.go_to(stage, family)
    return Conversation(controller, script(*answers))


def test_lines_jotted_in_the_round_are_offered_where_it_ends_and_only_once(workspace, script):
    conversation = meeting(workspace, script, "2", "2")
    jot(conversation.controller.part_about("V2").editor, "Robin cooks", conversation.now())
    conversation.next()
    assert (
        "1 line is in no file yet (Carter-Okafor 1); what stays waits, and is offered again." in conversation.io.heard
    )
    assert conversation.controller.here.stage == "choose"
    conversation.controller.go_to("round", "V1")
    conversation.next()
    assert conversation.io.heard.count("in no file yet") == 1


@pytest.mark.parametrize(("answers", "minutes"), [([""], "fair"), (["20"], 20), (["soon", "0", "999", "12"], 12)])
def test_the_next_family_is_offered_its_share_and_takes_another_number(workspace, script, answers, minutes):
    conversation = meeting(workspace, script, *answers, stage="next", family="V2")
    share = conversation.controller.next_family()
    conversation.next()
    assert conversation.controller.here.family == "V1"
    assert conversation.controller.family_minutes()[1] == (share.fair if minutes == "fair" else minutes)
    assert f"{share.left} min left: 10 for the end" in conversation.io.heard
    assert conversation.io.answers == []


def test_who_and_when_are_read_from_a_step_that_is_said_in_one_line(workspace, script):
    conversation = begun(workspace, script)
    controller = conversation.controller
    controller.editor.go("actions", conversation.now(), override=True)
    me = str(controller.me)
    asked = {
        "What will happen": f"{me} rings the midwife by Friday", "For whom": "all", "Enter alone goes on": "",
    }  # fmt: skip
    done = []

    def answer(question):
        key = next((key for key in asked if key in question and key not in done), "")
        done.append(key)
        return asked.get(key, "")

    conversation.io.answers = [answer] * 12
    (step,) = hold_session(conversation).actions
    assert (str(step.what), str(step.owner)) == ("Rings the midwife", me)
    assert step.due is not None
    assert f"Who: {me}" in conversation.io.heard
    assert not [question for question, _ in conversation.io.asked if question.startswith("Who")]
