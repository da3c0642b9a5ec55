"""A group supervision in a real terminal, from an empty machine to the record in the file (script: content 8.2)."""

import json
import os
import re
import signal

import pytest

from tests.journeys.holding import PASSPHRASE, make_notebook, unlock, wait_until_stored, write_all
from tests.journeys.terminal import ROOT
from tests.whole import WHOLE

pytestmark = pytest.mark.journey

IDEAS = [
    "I was struck that the cooking comes up in every story.",
    "I wonder who would be relieved, and who lost, if Robin stopped.",
]
GRACE = "class, and what I call a proper tea"
CHILDREN = ["Robin", "Maisie", "Chidi", "Zuri", "the baby", "Finley"]


def make_vault(t):
    t.wait("Welcome", "F1 help")
    t.press("enter")
    t.wait("How do you work?", "A plain start", "F1 help")
    t.press("enter")
    t.wait("A locked notebook", "F1 help")
    t.send("Amina\r")
    t.send(f"{PASSPHRASE}\r")
    t.send(f"{PASSPHRASE}\r")
    paper = t.wait("Write these words on paper", "16", "F1 help")
    words = dict(re.findall(r"\b(\d+) ([a-z]{3,})", paper))
    t.press("enter")
    asked = t.wait("from your paper", "Show them again", gone=["They are written down"])
    for number in re.findall(r"Word (\d+)", asked):
        t.send(f"{words[number]}\r")
    t.wait("Your notebook is ready")
    t.press("enter")
    t.wait("Today", "Group supervision", "F1 help")


def bring_in(t):
    t.press("2")
    t.wait("No family is here yet", "F1 help")
    t.press("a")
    t.wait("Which file holds the family?")
    t.send(f"{ROOT / 'templates' / 'families' / 'carter-okafor.yaml'}\r")
    t.wait("Before it is kept", "Everything in the file was understood")
    t.press("y")
    t.wait("V2", "Carter-Okafor", gone=["Before it is kept"])
    t.press("1")
    t.wait("Today", "Group supervision")


def begin(t):
    t.press("enter")
    t.wait("Which family?", "Carter-Okafor")
    t.press("enter")
    t.wait("▶ a ", "F6 on")


def note(t, words):
    t.send(f"{words}\r")
    t.wait(words[:24])


def next_stage(t, title):
    t.press("f6")
    t.wait(f"▶ {title[0]} ")


def answer(t, words, then):
    """Answer the field in hand, go on with Tab, and wait until the next one, *then*, is in hand."""
    t.send(f"{words}\r\t")
    t.wait(f"▸ {then}")


def hold(t):
    """The ten stages with the script lines."""
    for name, then in [
        ("Lee", "Consultant"),
        ("Sofia", "Reflecting team"),
        ("all others", "Child's eye"),
        ("Jo", "Action"),
    ]:
        answer(t, name, then)
    next_stage(t, "b The presenter's story")
    note(t, "I cook because then it is quiet.")
    for child in CHILDREN[1:]:
        t.press("tab")
        t.wait("▸ How the pregnancy" if child == "the baby" else f"▸ What {child} last")
    t.press("tab")
    t.wait("▸ What the presenter wants")
    answer(t, "Who is in this family, according to each child?", "New facts")
    next_stage(t, "c Interview")
    t.press("f3", "k")
    t.wait("Kept for the visit")
    next_stage(t, "d Pause")
    t.wait("Nothing is written here")
    next_stage(t, "e Reflecting")
    for idea in IDEAS:
        note(t, idea)
    t.press("tab")
    t.wait("▸ Ideas to test")
    note(t, "Perhaps the cooking lets everyone manage")
    t.wait("we would drop it if")
    next_stage(t, "f Child's eye")
    note(t, "If I were Robin I would want to know if this gets me into trouble.")
    next_stage(t, "g The presenter responds")
    note(t, "I had not thought that I was eating Robin's dinners too.")
    t.press("tab")
    t.wait("▸ What the presenter will try")
    note(t, "ask Leanne who notices first when evenings tip")
    next_stage(t, "h Graces pause")
    t.wait("PRIVATE · A grace you notice")
    note(t, GRACE)
    next_stage(t, "i Ideas to action")


def step_and_close(t):
    t.wait("▸ The next conversation")
    t.press("enter")
    t.wait("The first words, said aloud")
    t.send("May I begin with who notices first?\r")
    t.wait("May I begin", gone=["Esc keeps a draft"])
    t.press("tab")
    t.wait("▸ Next steps")
    t.press("enter")
    t.wait("What will happen", "It is done when")
    t.send("See Robin alone at school; say what was discussed\r")
    t.wait("For Robin, 16, because the line names Robin")
    t.send("Lee\r")
    t.press("shift+tab", "shift+tab")
    t.send("Robin has said who may know what\t\t\t")
    t.send("9 September\r")
    t.wait("9 September", gone=["It is done when"])
    next_stage(t, "j Close")
    for child, after in zip(
        CHILDREN, [*(f"What does this mean for {c}" for c in CHILDREN[1:]), "What we will"], strict=True
    ):
        t.wait(f"▸ What does this mean for {child}")
        answer(t, "Robin will know what we do next" if child == "Robin" else "as agreed", after)
    t.press("f6")
    t.wait("everything that will be written", "child's file", "Robin")


def test_from_an_empty_machine_to_the_records(terminal, tmp_path):
    t = terminal(columns=120, rows=40)
    make_vault(t)
    bring_in(t)
    begin(t)
    hold(t)
    step_and_close(t)
    write_all(t)
    t.wait("To confirm", "Robin's file", "Lee, supervision", gone=["Write and close"])
    t.press("4")
    t.wait("Records", "Robin's file", "Working space of V2", "Lee, supervision")
    t.press("g")
    t.wait("What should be written?", "This record: Supervision record of Lee")
    t.press("enter")
    t.wait("For whom?", "What is not locked is for a place that your council allows")
    t.press("escape")
    t.press("ctrl+q")
    assert t.end() == 0
    _read_the_records(tmp_path)
    _nothing_in_clear(tmp_path)


def _read_the_records(home):
    from supervision_tui.records import render_record
    from supervision_tui.workspace import open_vault

    with_state = os.environ.get("XDG_STATE_HOME")
    os.environ["XDG_STATE_HOME"] = str(home / "state")
    try:
        workspace = open_vault(home / "supervision" / "vault", PASSPHRASE)
        records = {record.title: render_record(record, "txt") for record in workspace.records.all()}
        session = workspace.sessions.all()[0]
        workspace.close()
    finally:
        os.environ.pop("XDG_STATE_HOME")
        if with_state is not None:
            os.environ["XDG_STATE_HOME"] = with_state
    assert len(records) == 8
    robin = records["For Robin's file"]
    assert "I cook because then it is quiet." in robin
    assert "See Robin alone at school" in robin
    assert "Robin will know what we do next" in robin
    assert not [idea for idea in IDEAS if idea in robin]
    assert "I cook because" not in records["For Maisie's file"]
    space = records["Working space of V2"]
    assert all(idea in space for idea in IDEAS)
    assert "eating Robin's dinners" in space
    worker = records["Supervision record of Lee"]
    assert not [name for name in ("Robin", "Leanne", "cooking") if name in worker]
    assert not [text for text in records.values() if GRACE in text]
    assert GRACE not in json.dumps(session.model_dump(mode="json"))


def _nothing_in_clear(home):
    words = [b"Robin", b"cooking", b"proper tea", b"kettle harbour", b"Carter-Okafor"]
    for path in home.rglob("*"):
        if path.is_file() and "cache" not in path.relative_to(home).parts:
            data = path.read_bytes()
            assert not [word for word in words if word in data], path


def test_a_killed_session_comes_back_with_what_was_being_typed(terminal, tmp_path):
    make_notebook(tmp_path, ROOT, "carter-okafor")
    t = terminal(columns=80, rows=24)
    unlock(t)
    begin(t)
    answer(t, "Lee", "Consultant")
    next_stage(t, "b The presenter's story")
    note(t, "I cook because then it is quiet.")
    t.send("half a thought about Zu")
    t.wait("half a thought about Zu")
    wait_until_stored(t, tmp_path, "half a thought about Zu")
    t.kill()

    again = terminal(columns=80, rows=24)
    again.wait("Passphrase", "F1 help")
    again.send(f"{PASSPHRASE}\r")
    again.wait("Go on", "stage b of j")
    again.press("enter")
    again.wait("▶ b ", "I cook because", "half a thought about Zu")


ENDING = (signal.SIGTERM, signal.SIGHUP, *((signal.SIGINT, signal.SIGQUIT) if WHOLE else ()))


def test_a_closed_window_loses_nothing_whichever_signal_tells_of_it(terminal, tmp_path):
    make_notebook(tmp_path, ROOT, "carter-okafor")
    t = terminal(columns=80, rows=24)
    unlock(t)
    begin(t)
    typed = "Vy"
    t.send(typed)
    t.wait("▸ Presenter", f" {typed} ")
    for number in ENDING:
        os.kill(t.process.pid, number)
        assert t.end() == 0, number
        t = terminal(columns=80, rows=24)
        t.wait("Passphrase", "F1 help")
        t.send(f"{PASSPHRASE}\r")
        t.wait("Go on", "stage a of j")
        t.press("enter")
        t.wait("▸ Presenter", f" {typed} ")
        t.send("o")
        typed += "o"
        t.wait(f" {typed} ")


def test_a_terminal_that_goes_without_a_word_ends_the_program(terminal):
    t = terminal(columns=80, rows=24)
    t.wait("Welcome", "F1 help")
    t.hang_up()
    t.end()


def test_a_terminal_that_goes_while_the_program_paints_ends_it_too(terminal, tmp_path):
    """Much is still to be painted then, and nobody takes it: the program must not wait, and puts its notebook away."""
    t = terminal("demo", columns=120, rows=40, controlling=True)
    t.wait("Start")
    assert list((tmp_path / "tmp").glob("supervision-demo-*"))
    t.hang_up()
    t.end()
    assert not list((tmp_path / "tmp").glob("supervision-demo-*"))
