"""A session as question and answer: one stage after the other, every answer saved before the next question."""

from __future__ import annotations

from supervision_tui.plain.answers import AnswerCollector, StageChangedError
from supervision_tui.plain.commands import run_command
from supervision_tui.plain.conversation import Conversation
from supervision_tui.plain.terminal_io import InputClosedError
from supervision_tui.plain.tray import count_in_words


def hold_session(conversation: Conversation) -> None:
    """Hold the session until it is closed or left.

    Raises:
        InputClosedError: nobody answers any more; everything answered so far is saved.
    """
    conversation.io.say(conversation.controller.title)
    if elsewhere := conversation.controller.private_elsewhere:
        conversation.io.say(elsewhere)
    conversation.io.say("Answer in your own words, or give a command: /help lists them. Every answer is saved at once.")
    try:
        while not conversation.over:
            _run_stage(conversation)
    except InputClosedError:
        conversation.controller.save()
        raise


def _run_stage(conversation: Conversation) -> None:
    editor, stage, io = conversation.controller.editor, conversation.controller.editor.stage, conversation.io
    conversation.stage_opened()
    io.say()
    mode = "Room for many ideas." if stage.mode == "curiosity" else "One clear answer."
    io.say(f"Stage {conversation.controller.number} of {conversation.controller.count}: {stage.title}. {mode}")
    io.say(conversation.controller.with_child_name(stage.lead))
    if stage.rule:
        io.say(conversation.controller.with_child_name(stage.rule))
    if stage.not_written:
        io.say(f"Not written down: {', '.join(stage.not_written)}.")
    for _, words in conversation.controller.read_back():
        io.say(words)
    collector = AnswerCollector(conversation.controller, io, lambda answer: run_command(conversation, answer))
    try:
        for slot in editor.slots():
            _say_what_needs_attention(conversation)
            collector.ask_slot(slot)
        _end_of_stage(conversation)
    except StageChangedError:
        return


def _end_of_stage(conversation: Conversation) -> None:
    _say_what_needs_attention(conversation)
    if waiting := count_in_words(conversation.controller.editor):
        conversation.io.say(waiting)
    while answer := conversation.io.ask("Enter goes on; /ask offers a question."):
        if not run_command(conversation, answer):
            conversation.io.say("There is nothing to write here. /back or /change lead to what was asked.")
    conversation.next()


def _say_what_needs_attention(conversation: Conversation) -> None:
    if conversation.unsaved:
        conversation.io.say(f"{conversation.unsaved}. Go on; it is tried again with the next answer.")
    if conversation.controller.clock().stage_left < 0:
        conversation.io.say(
            f"The time for this stage is over. {conversation.time_in_words()} /more gives five minutes."
        )
