"""A session as question and answer: one stage after the other, every answer saved before the next question."""

from __future__ import annotations

from supervision_tui.plain.answers import Filling, StageChangedError
from supervision_tui.plain.commands import obey
from supervision_tui.plain.conversation import Talk
from supervision_tui.plain.terminal_io import InputClosedError


def hold(talk: Talk) -> None:
    """Hold the session until it is closed or left.

    Raises:
        InputClosedError: nobody answers any more; everything answered so far is saved.
    """
    talk.voice.say(talk.sitting.title)
    talk.voice.say("Answer in your own words, or give a command: /help lists them. Every answer is saved at once.")
    try:
        while not talk.over:
            _stage(talk)
    except InputClosedError:
        talk.sitting.save()
        raise


def _stage(talk: Talk) -> None:
    editor, stage, voice = talk.sitting.editor, talk.sitting.editor.stage, talk.voice
    talk.fresh()
    voice.say()
    mode = "Room for many ideas." if stage.mode == "curiosity" else "One clear answer."
    voice.say(f"Stage {talk.sitting.number} of {talk.sitting.count}: {stage.title}. {mode}")
    voice.say(talk.sitting.named(stage.lead))
    if stage.rule:
        voice.say(talk.sitting.named(stage.rule))
    if stage.not_written:
        voice.say(f"Not written down: {', '.join(stage.not_written)}.")
    for _, words in talk.sitting.read_back():
        voice.say(words)
    filling = Filling(talk.sitting, voice, lambda answer: obey(talk, answer))
    try:
        for slot in editor.slots():
            _tell_trouble(talk)
            filling.fill(slot)
        _at_the_end_of_the_stage(talk)
    except StageChangedError:
        return


def _at_the_end_of_the_stage(talk: Talk) -> None:
    _tell_trouble(talk)
    while answer := talk.voice.ask("Enter goes on; /ask offers a question."):
        if not obey(talk, answer):
            talk.voice.say("There is nothing to write here. /back or /change lead to what was asked.")
    talk.next()


def _tell_trouble(talk: Talk) -> None:
    if talk.unsaved:
        talk.voice.say(f"{talk.unsaved}. Go on; it is tried again with the next answer.")
    if talk.sitting.clock().stage_left < 0:
        talk.voice.say(f"The time for this stage is over. {talk.time_in_words()} /more gives five minutes.")
