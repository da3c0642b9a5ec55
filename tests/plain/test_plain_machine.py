"""Random answers in plain mode, with marked words: each is kept in the slot that was asked for, as it was said."""

from random import Random

import pytest

from supervision_tui.plain import tray as plain_tray
from supervision_tui.plain.answers import AnswerCollector
from supervision_tui.plain.conversation import Conversation
from supervision_tui.plain.terminal_io import InputClosedError
from supervision_tui.practice import Destination
from supervision_tui.session.fields import place_in_words
from supervision_tui.session.tray.fields import PRIVATE_NOTES
from supervision_tui.session.tray.jotting import private_slot
from supervision_tui.session.tray.placing import slot_for
from supervision_tui.workspace.running.tray_desk import TrayDesk
from tests.plain.test_talk import hold_session
from tests.tui.typed_words import words_kept

FAMILIES = ("V2", "V1")
COMMANDS = ("/undo", "/redo", "/back", "/next", "/next", "/time", "/leave", "/t", "/t", "/j")
MARKS = ("", "", ".i ", ".f ", ".q ", ".s ", ".w ", ".p ")
ANSWERS = 60
LEAVING = "You leave what only you read"
JOT = "jot"
"""In the place of a field: a line of the tray, which is in no file."""
JOTTING = ("tray › A line", "How should it read?")
CHOICES = {
    "which line is placed?": ("1", "1", "1", "2", ""),
    "what does it become?": ("1", "2", "3", "4", "5", "6", "7", "8"),
    "give a number": ("1", "2", ""),
    "(yes or no)": ("yes", "no"),
    "children": ("1", "all", ""),
}
"""What is answered to a question that holds these words."""


class Voice:
    """Answers at random, and notes for every marked word which slot was asked for and where it was said to go."""

    def __init__(self, random, controller):
        self.random, self.controller = random, controller
        self.left, self.slot, self.before = ANSWERS, None, None
        self.homes, self.faults, self.place = {}, [], ""
        self.placed = {}

    def say(self, words=""):
        if "goes to: " in str(words):
            self.place = str(words).rsplit("goes to: ", 1)[1].removesuffix(".")

    def ask(self, question, *_start, **_more):
        self.left -= 1
        if self.left < 0:
            raise InputClosedError
        choice = next((answers for words, answers in CHOICES.items() if words in question.casefold()), ())
        if choice:
            return self.random.choice(choice)
        if question.startswith(JOTTING):
            return self.jotted("" if question.startswith("How") else self.random.choice(MARKS))
        kind = self.random.random()
        if kind < 0.1:
            return f"/j {self.jotted(self.random.choice(MARKS))}"
        if kind < 0.5:
            leaving = question.startswith(LEAVING)
            slot = self.before if leaving else self.slot
            home = None if slot is None else (slot.field.id, slot.field.destination)
            if slot is not None and not leaving and slot.field.kind != "seat":
                self.check_place(slot)
            return self.word(home)
        return self.random.choice(COMMANDS) if kind < 0.7 else ""

    def jotted(self, mark):
        """A marked word as a line for the tray, after its *mark*; with .p it is for oneself alone."""
        home = (PRIVATE_NOTES.id, Destination.PRIVATE) if mark == ".p " else (JOT, Destination.NONE)
        return f"{mark}{self.word(home)}"

    def word(self, home):
        """A marked word, noted with its *home*: field and destination; ``None`` where the answer is none of a slot."""
        word = "zq" + "".join(self.random.choice("bcdfghkmnp") for _ in range(5))
        if home is not None:
            self.homes[word] = (self.controller.editor.session.id, *home)
        return word

    def note_placing(self, row, slot):
        """Every marked word of *row* now belongs to the field of *slot*, as was read back before."""
        for word, (session, field, _destination) in self.homes.items():
            if word in row.line.text and field == JOT:
                self.placed[word] = (session, slot.field.id)

    ask_unseen = ask

    def check_place(self, slot):
        """What was said last about where words go is true of *slot*."""
        place = place_in_words(slot, self.controller.names, self.controller.editor.session.children)
        if place != self.place:
            self.faults.append(f"{slot.key} goes to {place}, and it was said: {self.place}")


def drive(workspace, voice, controller, monkeypatch):
    """Hold the session with *voice* until it has said all; a session that is left is gone on with, as after a kill."""
    ask_slot, place, begin_decision = AnswerCollector.ask_slot, TrayDesk.place, TrayDesk.begin_decision

    def asked(collector, slot):
        voice.before, voice.slot = voice.slot, slot
        ask_slot(collector, slot)

    def placed(desk, row, kind, chosen=()):
        told = place(desk, row, kind, chosen)
        voice.note_placing(row, slot_for(kind, voice.controller.editor))
        return told

    def begun(desk, row, chosen=()):
        slot, draft = begin_decision(desk, row, chosen)
        voice.note_placing(row, slot)
        return slot, draft

    with monkeypatch.context() as patch:
        patch.setattr(AnswerCollector, "ask_slot", asked)
        patch.setattr(TrayDesk, "place", placed)
        patch.setattr(TrayDesk, "begin_decision", begun)
        while voice.left > 0:
            voice.controller = controller
            hold_session(Conversation(controller, voice))
            workspace.writer.flush()
            controller = workspace.resume(controller.id)
            voice.slot = voice.before = None
    return controller


def strays(session, voice):
    """Marked words in another field than the one that was asked for; jotted ones anywhere before they are placed."""
    found = []
    for place, text in words_kept(session):
        for word, known in voice.homes.items():
            if word not in text:
                continue
            home, field = voice.placed.get(word, known[:2])
            if field == JOT or home != session.id or place[1] not in {"", field}:
                found.append(f"{word} of {field} in {place}")
    in_tray = " ".join(str(line.text) for line in session.tray)
    found += [
        f"{word} of {home[1]} is in the tray"
        for word, home in voice.homes.items()
        if word in in_tray and home[1] != JOT
    ]
    return found


def test_the_machine_jots_places_and_leaves_lines_in_the_tray(workspace, monkeypatch):
    """So that what is asked of it below is asked of lines that went each way."""
    jotted, placed, private = set(), set(), set()
    for seed in range(1, 5):
        voice = Voice(Random(seed), None)  # noqa: S311 - nothing is kept secret by it
        drive(workspace, voice, workspace.begin(workspace.formats["T2"], "V2", workspace.me), monkeypatch)
        jotted |= {word for word, home in voice.homes.items() if home[1] == JOT}
        private |= {word for word, home in voice.homes.items() if home[1] == PRIVATE_NOTES.id}
        placed |= set(voice.placed)
    assert len(placed) > 3
    assert len(jotted - placed) > 3
    assert private


@pytest.mark.parametrize("seed", range(1, 13))
def test_every_answer_is_kept_in_the_slot_that_was_asked_for(workspace, monkeypatch, seed):
    random = Random(seed)  # noqa: S311 - nothing is kept secret by it
    controller = workspace.begin(workspace.formats["T2"], random.choice(FAMILIES), workspace.me)
    voice = Voice(random, controller)
    controller = drive(workspace, voice, controller, monkeypatch)
    session = controller.editor.session
    assert strays(session, voice) == []
    assert voice.faults == []
    private = [word for word, home in voice.homes.items() if home[2] is Destination.PRIVATE]
    records = " ".join(record.words for record in controller.session_records().records)
    assert [word for word in private if word in records] == []
    waiting = [word for word, home in voice.homes.items() if home[1] == JOT and word not in voice.placed]
    assert [word for word in waiting if word in records] == []
    assert any(word in text for word in voice.homes for _, text in words_kept(session))


def test_a_change_of_place_that_is_not_said_is_found(workspace, monkeypatch):
    monkeypatch.setattr(AnswerCollector, "_say_destination", lambda collector, slot: setattr(collector, "_last", slot))
    faults = []
    for seed in (1, 2, 3):
        voice = Voice(Random(seed), None)  # noqa: S311 - as above
        drive(workspace, voice, workspace.begin(workspace.formats["T2"], "V2", workspace.me), monkeypatch)
        faults += voice.faults
    assert faults


def test_a_line_that_is_jotted_into_the_field_in_front_is_found(workspace, monkeypatch):
    """The machine sees what it is there to see: a jot that lands in a file before anybody placed it."""

    def wrong(editor, words, now):
        slot = next((slot for slot in editor.slots() if slot.field.kind == "notes"), private_slot(editor.session))
        return editor.write(slot, words, now)

    monkeypatch.setattr(plain_tray, "jot", wrong)
    found = []
    for seed in (1, 2, 3):
        voice = Voice(Random(seed), None)  # noqa: S311 - as above
        controller = workspace.begin(workspace.formats["T2"], "V2", workspace.me)
        controller.editor.go("reflecting", controller.now(), override=True)
        found += strays(drive(workspace, voice, controller, monkeypatch).editor.session, voice)
    assert found
