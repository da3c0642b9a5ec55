"""Random answers in plain mode, with marked words: each is kept in the slot that was asked for, as it was said."""

from random import Random

import pytest

from supervision_tui.plain.answers import AnswerCollector
from supervision_tui.plain.conversation import Conversation
from supervision_tui.plain.terminal_io import InputClosedError
from supervision_tui.practice import Destination
from supervision_tui.session.fields import place_in_words
from tests.plain.test_talk import hold_session
from tests.tui.typed_words import words_kept

FAMILIES = ("V2", "V1")
COMMANDS = ("/undo", "/redo", "/back", "/next", "/time", "/leave")
ANSWERS = 60
LEAVING = "You leave what only you read"


class Voice:
    """Answers at random, and notes for every marked word which slot was asked for and where it was said to go."""

    def __init__(self, random, controller):
        self.random, self.controller = random, controller
        self.left, self.slot, self.before = ANSWERS, None, None
        self.homes, self.faults, self.place = {}, [], ""

    def say(self, words=""):
        if "goes to: " in str(words):
            self.place = str(words).rsplit("goes to: ", 1)[1].removesuffix(".")

    def ask(self, question, _start=""):
        self.left -= 1
        if self.left < 0:
            raise InputClosedError
        kind = self.random.random()
        if "1." in question or "children" in question.casefold():
            return self.random.choice(("1", "all", ""))
        if kind < 0.5:
            word = "zq" + "".join(self.random.choice("bcdfghkmnp") for _ in range(5))
            leaving = question.startswith(LEAVING)
            slot = self.before if leaving else self.slot
            if slot is not None:
                self.homes[word] = (self.controller.editor.session.id, slot.field.id, slot.field.destination)
                if not leaving and slot.field.kind != "seat":
                    self.check_place(slot)
            return word
        return self.random.choice(COMMANDS) if kind < 0.65 else ""

    ask_unseen = ask

    def check_place(self, slot):
        """What was said last about where words go is true of *slot*."""
        place = place_in_words(slot, self.controller.names, self.controller.editor.session.children)
        if place != self.place:
            self.faults.append(f"{slot.key} goes to {place}, and it was said: {self.place}")


def drive(workspace, voice, controller, monkeypatch):
    """Hold the session with *voice* until it has said all; a session that is left is gone on with, as after a kill."""
    ask_slot = AnswerCollector.ask_slot

    def asked(collector, slot):
        voice.before, voice.slot = voice.slot, slot
        ask_slot(collector, slot)

    with monkeypatch.context() as patch:
        patch.setattr(AnswerCollector, "ask_slot", asked)
        while voice.left > 0:
            voice.controller = controller
            hold_session(Conversation(controller, voice))
            workspace.writer.flush()
            controller = workspace.resume(controller.id)
            voice.slot = voice.before = None
    return controller


def strays(session, homes):
    """Marked words that stand in another field than the one that was asked for."""
    return [
        f"{word} of {field} in {place}"
        for place, text in words_kept(session)
        for word, (home, field, _destination) in homes.items()
        if word in text and (home != session.id or place[1] not in {"", field})
    ]


@pytest.mark.parametrize("seed", range(1, 13))
def test_every_answer_is_kept_in_the_slot_that_was_asked_for(workspace, monkeypatch, seed):
    random = Random(seed)  # noqa: S311 - nothing is kept secret by it
    controller = workspace.begin(workspace.formats["T2"], random.choice(FAMILIES), workspace.me)
    voice = Voice(random, controller)
    controller = drive(workspace, voice, controller, monkeypatch)
    session = controller.editor.session
    assert strays(session, voice.homes) == []
    assert voice.faults == []
    private = [word for word, home in voice.homes.items() if home[2] is Destination.PRIVATE]
    records = " ".join(record.words for record in controller.session_records().records)
    assert [word for word in private if word in records] == []
    assert any(word in text for word in voice.homes for _, text in words_kept(session))


def test_a_change_of_place_that_is_not_said_is_found(workspace, monkeypatch):
    monkeypatch.setattr(AnswerCollector, "_say_destination", lambda collector, slot: setattr(collector, "_last", slot))
    voice = Voice(Random(1), None)  # noqa: S311 - as above
    drive(workspace, voice, workspace.begin(workspace.formats["T2"], "V2", workspace.me), monkeypatch)
    assert voice.faults
