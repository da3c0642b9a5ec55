"""Motivational conversations: what a practitioner can rely on, on turns that we wrote ourselves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from supervision_tui.cli.practice.mi import app
from supervision_tui.practice.motivational import (
    ACCURACY,
    TranscriptError,
    Turn,
    code,
    code_turn,
    read_transcript,
    read_turns,
    summary,
)
from supervision_tui.practice.motivational.cues import CueGroup
from supervision_tui.text import SafeText
from supervision_tui.yaml_files import load_yaml
from tests.every_row import every_row
from tests.whole import examples

GOLD = load_yaml(Path(__file__).with_name("mi_turns.yaml")).value
TALKS = load_yaml(Path(__file__).with_name("mi_talks.yaml")).value["talks"]
SIDES = ("worker", "person")


def coded(speaker, words):
    """The coded turn of *words*."""
    return code_turn(Turn(speaker, SafeText(words)))


def stripped(words):
    """*words* as somebody types them in a hurry."""
    return re.sub(r"[^\w\s']", "", words).lower()


@pytest.mark.parametrize("speaker", SIDES)
@pytest.mark.parametrize("hurried", [False, True], ids=["typed with care", "typed in a hurry"])
def test_nearly_all_of_our_own_turns_are_called_what_we_call_them(speaker, hurried):
    wrong = [
        (words, want, found)
        for want, words in GOLD[speaker]
        if (found := coded(speaker, stripped(words) if hurried else words).main or "other") != want
    ]
    assert len(wrong) <= len(GOLD[speaker]) * 0.05, wrong


def macro_f1(pairs):
    """The mean over the codes of 2tp / (2tp + fp + fn) for *pairs* of what it is and what it was called."""
    scores = []
    for kind in {want for want, _ in pairs}:
        hits = sum(want == found == kind for want, found in pairs)
        misses = sum((want == kind) != (found == kind) for want, found in pairs)
        scores.append(2 * hits / (2 * hits + misses))
    return sum(scores) / len(scores)


@pytest.mark.parametrize(("hurried", "least"), [(False, 0.86), (True, 0.83)], ids=["with care", "in a hurry"])
def test_turns_of_whole_talks_are_called_what_we_call_them(hurried, least):
    pairs = {"w": [], "p": []}
    for talk in TALKS:
        turns = [
            Turn("worker" if side == "w" else "person", SafeText(stripped(words) if hurried else words))
            for side, _, words in talk["turns"]
        ]
        for (side, want, _), found in zip(talk["turns"], code(turns), strict=True):
            pairs[side].append((want, "question" if "question" in found.main else found.main or "other"))
    assert macro_f1(pairs["w"]) >= least
    assert macro_f1(pairs["p"]) >= least


@pytest.mark.parametrize(
    ("before", "words", "kind"),
    [
        ("He came in late again and went mad.", "He shouts and the whole house goes quiet.", "reflection"),
        ("I lie there listening for the door.", "The nights are the worst of it.", "reflection"),
        (None, "The nights are the quiet shift.", "information or advice"),
        ("When is it?", "The meeting is at two.", "information or advice"),
    ],
)
def test_words_without_a_cue_give_back_where_somebody_has_just_told_something(before, words, kind):
    assert code_turn(Turn("worker", SafeText(words)), before).main == kind


@pytest.mark.parametrize(
    ("answer", "leans"),
    [
        ("Eight.", "change talk"),
        ("About a nine, I suppose", "change talk"),
        ("Two", "sustain talk"),
        ("Five.", "neutral"),
    ],
)
def test_a_number_on_a_ruler_leans_by_its_height_and_is_unsure(answer, leans):
    found = code_turn(Turn("person", SafeText(answer)), "From nought to ten, how important is it to you?")
    assert found.main.startswith(leans)
    assert found.unsure == (leans != "neutral")
    assert code_turn(Turn("person", SafeText(answer)), "How old is he?").main == "neutral talk"


@every_row(
    ("words", "kind"),
    [
        ("What would help?", "open question"),
        ("How did that feel?", "open question"),
        ("Can you tell me what happened?", "open question"),
        ("Tell me about your mum.", "open question"),
        ("How many times was that?", "closed question"),
        ("Did you get the letter?", "closed question"),
        ("Where does he sleep?", "closed question"),
        ("On a scale from nought to ten, how ready are you?", "closed question"),
    ],
)
def test_open_and_closed_questions_are_told_apart(words, kind):
    assert kind in coded("worker", words).codes


@pytest.mark.parametrize(
    "words",
    [
        "You have had enough of all the visits?",
        "So you wish somebody had asked you before the meeting?",
        "Your nan is the one who calms you down?",
        "What you're telling me is that nights are worst?",
    ],
)
def test_a_statement_with_a_rising_voice_is_offered_as_both_for_the_person_to_decide(words):
    (sentence,) = coded("worker", words).sentences
    assert {sentence.code, sentence.perhaps} == {"reflection", "closed question"}
    assert coded("worker", words).state == "unsure"


@every_row(
    "words",
    [
        "The panel sits on the second Thursday.",
        "She signs the form before it goes off.",
        "Your health visitor can weigh her at home.",
        "There is a crèche on the ground floor.",
        "The letter goes out by post.",
        "You should ring the school before nine.",
        "Most babies wake twice a night at this age.",
        "You'll need to bring two forms with an address.",
    ],
)
@every_row("hurried", [False, True], ids=["typed with care", "typed in a hurry"])
def test_plain_telling_is_not_called_a_reflection(words, hurried):
    assert coded("worker", stripped(words) if hurried else words).main == "information or advice"


@every_row(
    ("words", "kind"),
    [
        ("Shall we look at the plan together?", "information or advice"),
        ("Why don't you ring your sister tonight?", "information or advice"),
        ("I'm wondering what your brother makes of it.", "question"),
        ("Take me through a school morning.", "question"),
        ("Talk to me about bedtime.", "question"),
        ("You're doing really well.", "other"),
        ("The housing officer needs two forms of identity.", "information or advice"),
        ("so you were on your own what did you do then", "question"),
        ("You dont want him to find out.", "reflection"),
        ("So you-you're worn out by it.", "reflection"),
        ("You felt small. Is that right?", "reflection"),
        ("Mm-hm.", "other"),
        ("You know what?", "other"),
        ("I see, okay.", "other"),
        ("That took real courage.", "other"),
        ("It's your decision.", "other"),
        ("Brilliant.", "other"),
        ("That shows a lot about the kind of mum you are.", "other"),
        ("No, I should have told you.", "other"),
        ("Don't worry about the mess.", "other"),
        ("I'd love a brew, ta.", "other"),
        ("Close the door behind you.", "other"),
        ("So I'm Tess, I'm from the school nursing team.", "information or advice"),
        ("Just so you know, the hall is being painted until the end of May.", "information or advice"),
        ("It's free until he is eighteen, as long as there is a form.", "information or advice"),
        ("How've the girls been since Sunday?", "question"),
        ("And bedtimes? The nursery wrote that she falls asleep at lunch.", "question"),
        ("if you could keep one thing what would it be", "question"),
        ("when he was at his nan's how did evenings go", "question"),
        ("Where shall we begin?", "question"),
        ("wasn't your idea of a birthday", "reflection"),
        ("she's lucky to have you", "other"),
    ],
)
def test_what_a_turn_mostly_is(words, kind):
    main = coded("worker", words).main
    assert ("question" if "question" in main else main) == kind


def test_what_was_said_before_counts_and_unknown_is_not_first():
    turn = Turn("worker", SafeText("You take the blue one."))
    unknown, first = code_turn(turn), code_turn(turn, "")
    assert not unknown.unsure
    assert first.unsure, "at the very beginning it may be a courtesy"
    assert code_turn(turn, "Which one do I take?").sentences[0].perhaps == "information or advice"
    after_telling = code_turn(Turn("worker", SafeText("The office is round the back.")), "Mm.", "information or advice")
    assert after_telling.state == "suggested"


@pytest.mark.parametrize("label", ["SW", "sw", "Social worker", "Worker 1", "T", "HV", "Youth worker"])
def test_labels_of_the_worker_are_read(label):
    assert [turn.speaker for turn in read_turns(f"{label}: What helps?\nMum: A walk.")] == ["worker", "person"]


@every_row("label", ["Mum", "DAD", "Nan", "YP", "Foster carer", "Step-dad", "Grandma", "Mum 2"])
def test_labels_of_the_person_are_read(label):
    assert [turn.speaker for turn in read_turns(f"SW: What helps?\n{label}: A walk.")] == ["worker", "person"]


@every_row(
    "text",
    [
        "[00:00:03] Ines Gray (SW): What helps?\n[00:00:09] Roop: A walk.\n[00:00:12] Ines Gray: A walk. ",
        "10:02 SW - What helps?\n10:03 Mum - A walk.\n10:04 SW - A walk.",
        "**SW:** What helps?\n**Mum** (crying): A walk.\n> SW: A walk.",
        "1. SW: What helps?\n2. Mum 1: A walk.\n3. SW (to Mum): A walk.",
        "worker = Ines Gray\nInes Gray: What helps?\nRoop: A walk.\nInes Gray: A walk.",
        "change: more walks\nworker = Ines\nInes: What helps?\nRoop: A walk.\nInes: A walk.",
        (
            "worker = Ines Gray\nWEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ines Gray>What helps?</v>\n\n"
            "00:00:05.000 --> 00:00:06.000\n<v Roop>A walk.</v>\n\n"
            "00:00:07.000 --> 00:00:08.000\n<v Ines Gray>A walk.</v>"
        ),
        "Ines Gray (SW)   0:03\nWhat helps?\nRoop   0:05\nA walk.\nInes Gray   0:07\nA walk.",
        "speaker,text\nworker,What helps?\nMum,A walk.\nSW,A walk.",
    ],
)
def test_transcripts_are_read_as_people_have_them(text):
    said = [(turn.speaker, str(turn.text)) for turn in read_turns(text)]
    assert said == [("worker", "What helps?"), ("person", "A walk."), ("worker", "A walk.")]


def test_a_name_is_taken_for_the_person_only_where_the_worker_is_known_and_that_is_told():
    talk = read_transcript("SW: And you?\nLee: Nothing.\nSW: Nothing.\nNotes: he left.")
    assert talk.guessed == {"lee": "person"}
    assert [turn.text for turn in talk.turns] == ["And you?", "Nothing.", "Nothing. Notes: he left."]
    with pytest.raises(TranscriptError, match=r"who is the worker: 'Ines' and 'Roop'.*worker = Ines"):
        read_turns("Ines: And you?\nRoop: Nothing.")


def test_lines_without_labels_take_turns_when_somebody_says_who_begins():
    lines = "And you?\nNothing.\nNothing."
    assert [turn.speaker for turn in read_transcript(lines, begins="worker").turns] == ["worker", "person", "worker"]
    assert [turn.speaker for turn in read_transcript(lines, begins="person").turns] == ["person", "worker", "person"]
    with pytest.raises(TranscriptError, match="--begins"):
        read_turns(lines)


def test_the_command_takes_names_and_tells_whom_it_guessed(tmp_path):
    (tmp_path / "talk.txt").write_text("Ines: And you?\nRoop: Nothing.\n")
    done = CliRunner().invoke(app, ["code", str(tmp_path / "talk.txt"), "--worker", "Ines", "--json"])
    assert [json.loads(line)["speaker"] for line in done.stdout.splitlines()] == ["worker", "person"]
    assert "'roop' was taken for the person" in done.stderr


def test_the_change_that_the_talk_is_about_may_be_named():
    talk = (
        "change: drinking less\nSW: What now?\n"
        "Mum: I want to stop drinking at weekends.\nMum: I'm going to stop seeing my cousin."
    )
    named, other = code(read_turns(talk), "drinking less")[1:]
    assert (named.main, named.unsure) == ("change talk", False)
    assert (other.main, other.sentences[0].perhaps) == ("change talk", "neutral talk")
    assert not code(read_turns(talk))[2].unsure, "with nothing named, nothing is doubted"


@every_row(
    ("words", "leans"),
    [
        ("I literally can't sit in there.", "sustain talk"),
        ("Nobody at the housing ever listens.", "sustain talk"),
        ("He won't go to the dentist.", "sustain talk"),
        ("What am I meant to do, fly?", "sustain talk"),
        ("Nothing we do makes a difference.", "sustain talk"),
        ("She'd go mad if she knew.", "sustain talk"),
        ("I told him, never again.", "change talk"),
        ("I wanna go back to college.", "change talk"),
        ("I said no when they rang.", "change talk"),
        ("I'm angry with myself for it.", "change talk"),
        ("I can't climb the stairs like I used to.", "change talk"),
        ("I'd talk to her, if she came here.", "change talk"),
        ("It's fine.", "neutral talk"),
        ("Okay. That helps.", "neutral talk"),
    ],
)
def test_which_way_a_persons_words_lean(words, leans):
    assert coded("person", words).main == leans


@pytest.mark.parametrize("words", ["Yeah, I know.", "That's true.", "Okay, I guess so.", "Mm, right."])
def test_only_saying_yes_leans_nowhere(words):
    assert coded("person", words).main == "neutral talk"


@pytest.mark.parametrize(
    "words", ["I don't want to lose my kids.", "I never want to go back there.", "I don't want to hurt him."]
)
def test_not_wanting_a_loss_speaks_for_a_change(words):
    assert coded("person", words).main == "change talk"


def test_what_comes_after_but_weighs_more_and_stays_unsure():
    turn = coded("person", "I need to stop but I can't stop.")
    assert turn.main == "sustain talk"
    assert turn.unsure


def test_an_answer_to_a_question_that_asks_for_change_leans_to_change_unsure():
    turn = Turn("person", SafeText("A walk with the dog after tea."))
    answer = code_turn(turn, "What would be a first step?")
    assert (answer.main, answer.unsure) == ("change talk", True)
    assert code_turn(turn).main == "neutral talk"


def test_one_turn_may_hold_a_reflection_and_a_question():
    turn = coded("worker", "You were frightened for them. What did you do next?")
    assert turn.codes == ("reflection", "open question")
    assert turn.unsure or turn.main == "question"


def test_every_code_but_short_words_shows_the_words_that_made_it():
    for side in SIDES:
        assert GOLD[side]
        for _, words in GOLD[side]:
            for sentence in coded(side, words).sentences:
                quiet = sentence.code in {"", "other", "neutral talk"} or sentence.unsure
                assert sentence.matched or quiet, words


def test_a_statement_with_a_question_mark_is_unsure():
    turn = coded("worker", "It sounds like mornings are the hardest?")
    assert turn.state == "unsure"
    assert {turn.sentences[0].code, turn.sentences[0].perhaps} == {"reflection", "closed question"}


@every_row(
    ("words", "kind"),
    [
        ("I want to stop.", "desire"),
        ("I can do it.", "ability"),
        ("I worry about the kids.", "reasons"),
        ("I need to change.", "need"),
        ("Yes, I need to.", "need"),
        ("I'm going to ring them.", "commitment"),
        ("I'm ready to try.", "activation"),
        ("I've cut down already.", "taking steps"),
    ],
)
def test_each_kind_of_change_talk_has_its_cue(words, kind):
    turn = coded("person", words)
    assert turn.main == "change talk"
    assert kind in turn.codes


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("Well done, that took courage.", "affirmation"),
        ("You need to stop drinking or else.", "confrontation"),
        ("Would it be all right if I shared something?", "permission"),
        ("It's up to you.", "permission"),
    ],
)
def test_cues_stand_beside_the_code_and_are_not_counted(words, cue):
    turn = coded("worker", words)
    assert cue in turn.codes
    assert cue not in {count.code for count in summary([turn]).counts}


def test_ambivalence_is_heard_on_both_sides():
    turn = coded("person", "I know I should stop but it helps me sleep.")
    assert {sentence.code for sentence in turn.sentences} | {s.perhaps for s in turn.sentences} >= {
        "change talk", "sustain talk",
    }  # fmt: skip
    assert turn.unsure


def test_counts_are_ranges_and_small_talks_have_no_ratio():
    turns = code(read_turns("worker: It sounds hard?\nworker: You are tired.\nperson: Yes."))
    found = {count.code: (count.low, count.high) for count in summary(turns).counts}
    assert found["reflection"] == (1, 2)
    assert found["closed question"] == (0, 1)
    assert "Too few" in summary(turns).ratio
    many = code(read_turns("person: Yes.\n" + "worker: You are tired.\n" * 12))
    assert summary(many).ratio == "Reflections 12 to 12, questions 0 to 0."


def test_lines_and_both_tables_are_read_alike():
    lines = read_turns("worker: What, then?\nperson: I want to,\nand I will.")
    wide = read_turns('worker,person\n"What, then?","I want to, and I will."\n')
    long = read_turns('speaker,text\nworker,"What, then?"\nperson,"I want to, and I will."\n')
    tabs = read_turns("speaker\ttext\nworker\tWhat, then?\nperson\tI want to, and I will.\n")
    assert lines == wide == long == tabs


def test_what_could_steer_a_terminal_becomes_a_mark():
    (turn,) = read_turns("worker: What \x1b[31mhelps?")
    assert "\x1b" not in turn.text
    assert "\x1b" not in "".join(code_turn(turn).matched)


@pytest.mark.parametrize("words", ["", "hello", "worker,person\n", "speaker,text\nnobody,hello\n"])
def test_what_is_no_conversation_is_refused_with_a_sentence(words):
    with pytest.raises(TranscriptError, match=r"\.$"):
        read_turns(words)


@examples(60)
@given(st.sampled_from(SIDES), st.text(max_size=300))
def test_any_words_can_be_coded(speaker, words):
    turn = coded(speaker, words)
    assert turn.state in {"suggested", "unsure", "not coded"}
    assert all(code for code in turn.codes)


def test_a_very_long_turn_does_not_take_long_to_read():
    turn = coded("worker", "what do you " * 20_000)
    assert turn.speaker == "worker"


@pytest.mark.parametrize("phrase", ["(a", "A", "a+", r"\d", "[ab]", "a{2}"])
def test_a_phrase_can_hold_nothing_that_a_person_would_not_read(phrase):
    with pytest.raises(ValueError, match="phrase"):
        CueGroup(id="x", about="x", phrases=(phrase,))


def test_the_command_gives_one_object_a_turn_and_the_line_on_accuracy(tmp_path):
    file = tmp_path / "talk.txt"
    file.write_text("worker: What would help?\nperson: I want to stop.\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["code", str(file), "--json"])
    assert result.exit_code == 0
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["speaker"] == "worker"
    assert first["codes"] == ["open question"]
    assert second["matched"]
    assert {"speaker", "text", "codes", "matched", "unsure", "main", "state", "sentences", "change"} <= first.keys()
    assert ACCURACY in result.stderr


def test_the_command_refuses_with_a_reason(tmp_path):
    file = tmp_path / "talk.txt"
    file.write_bytes(b"\xff\xfe\x00")
    assert CliRunner().invoke(app, ["code", str(file)]).exit_code == 1
    assert CliRunner().invoke(app, ["code", str(tmp_path / "none")]).exit_code == 1
