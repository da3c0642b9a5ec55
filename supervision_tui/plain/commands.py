"""What a facilitator can say instead of an answer: a word after a slash. The first letters are enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from supervision_tui.plain.answers import StageChangedError, told
from supervision_tui.plain.conversation import Talk
from supervision_tui.plain.terminal_io import choose, say_danger, several, yes
from supervision_tui.practice import Question
from supervision_tui.session import StageLockedError
from supervision_tui.session.fields import items_in, label_of
from supervision_tui.session.model import Entry
from supervision_tui.workspace.running.meeting import Meeting

MORE = 5
"""Minutes that a stage is given at once."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A command: its *word*, what it does in words, and the act."""

    word: str
    words: str
    act: Callable[[Talk], None]


def obey(talk: Talk, answer: str) -> bool:
    """Do what *answer* says if it begins with a slash; whether it did.

    Raises:
        StageChangedError: the talk is somewhere else now.
        InputClosedError: nobody answers any more.
    """
    if not answer.startswith("/"):
        return False
    word = answer[1:].strip().casefold()
    found = [each for each in SPOKEN if each.word.startswith(word)] if word else []
    exact = [each for each in found if each.word == word]
    if len(exact or found) == 1:
        (exact or found)[0].act(talk)
    else:
        talk.voice.say(f"'{answer}' is no command here. /help lists them.")
    return True


def _help(talk: Talk) -> None:
    talk.voice.say("Write an answer, or one of these:")
    for each in SPOKEN:
        talk.voice.say(f"  /{each.word}: {each.words}")


def _next(talk: Talk) -> None:
    talk.next()
    raise StageChangedError


def _back(talk: Talk) -> None:
    talk.sitting.backward()
    talk.sitting.save()
    raise StageChangedError


def _skip(talk: Talk) -> None:
    reason = talk.voice.ask("Why is this stage left out today? A few words; Enter alone stays here.")
    if reason:
        try:
            talk.sitting.skip(reason)
        except StageLockedError as locked:
            talk.voice.say(str(locked))
            return
        talk.sitting.save()
        raise StageChangedError


def _where(talk: Talk) -> None:
    for line in talk.sitting.agenda():
        state = {"done": "held", "now": "we are here", "ahead": "to come", "skipped": "left out"}[line.state]
        talk.voice.say(f"{line.number}. {line.title}, {line.planned} minutes, {state}")


def _time(talk: Talk) -> None:
    talk.voice.say(talk.time_in_words())


def _more(talk: Talk) -> None:
    talk.sitting.editor.more_time(MORE, talk.now())
    talk.sitting.save()
    talk.voice.say(f"{MORE} more minutes for this stage.")


def _pause(talk: Talk) -> None:
    talk.sitting.editor.pause_clock(talk.now())
    talk.sitting.save()
    talk.voice.ask("The clock stands still. Press Enter to go on.")
    talk.sitting.editor.restart_clock(talk.now())
    talk.sitting.save()


def _ask(talk: Talk) -> None:
    question = talk.another_question()
    if question is None:
        talk.voice.say("There is no question to offer in this stage.")
        return
    talk.voice.say(question.text)
    if question.because:
        talk.voice.say(f"Why this one: {question.because}")
    talk.voice.say("/keep keeps it for the visit, /ask offers another.")


def _keep(talk: Talk) -> None:
    question: Question | None = talk.question
    if question is None:
        talk.voice.say("No question was offered yet. /ask offers one.")
    elif talk.sitting.keep_question(question):
        talk.sitting.save()
        talk.voice.say("Kept for the visit.")
    else:
        talk.voice.say("This one is for your own thoughts; it is not written down.")


def _starters(talk: Talk) -> None:
    for words in talk.sitting.starters() or ("There are none for this stage.",):
        talk.voice.say(words)


def _read(talk: Talk) -> None:
    editor = talk.sitting.editor
    for slot in editor.slots():
        for thing in items_in(editor.session, slot):
            talk.voice.say(f"{label_of(slot, talk.sitting.names)}: {told(thing)}")


def _change(talk: Talk) -> None:
    editor = talk.sitting.editor
    things = [thing for slot in editor.slots() for thing in items_in(editor.session, slot)]
    if not things:
        talk.voice.say("Nothing is written in this stage yet.")
        return
    options = [(thing.id, told(thing)) for thing in things]
    chosen = choose(talk.voice, "Which one?", options, nothing="leave them as they are")
    thing = next((thing for thing in things if thing.id == chosen), None)
    if isinstance(thing, Entry) and not thing.parts:
        words = talk.voice.ask("How should it read? Enter alone takes it back.", start=str(thing.text))
        editor.rewrite(thing.id, words, talk.now())
    elif thing is not None and yes(talk.voice, "Take it back? You can then write it anew; /undo brings it again."):
        editor.take_back(thing.id, talk.now())
    talk.sitting.save()


def _undo(talk: Talk) -> None:
    taken = talk.sitting.editor.undo()
    talk.sitting.save()
    talk.voice.say(f"Taken back: {taken}." if taken else "There is nothing to take back.")
    if taken:
        raise StageChangedError


def _redo(talk: Talk) -> None:
    taken = talk.sitting.editor.redo()
    talk.sitting.save()
    talk.voice.say(f"Done again: {taken}." if taken else "There is nothing to do again.")
    if taken:
        raise StageChangedError


def _family(talk: Talk) -> None:
    from supervision_tui.plain.families import read_family  # noqa: PLC0415 - draws the family, seldom asked for

    if talk.sitting.family is None:
        talk.voice.say("This session is about no family.")
    else:
        read_family(talk.voice, talk.sitting.family)


def _choose(talk: Talk) -> None:
    meeting = talk.sitting
    if not isinstance(meeting, Meeting):
        talk.voice.say("This session is about one family, or none.")
        return
    chosen = several(talk.voice, "Which families in depth?", {family: family for family in meeting.families})
    if chosen:
        meeting.choose(chosen)
        raise StageChangedError


def _danger(talk: Talk) -> None:
    say_danger(talk.voice)


def _leave(talk: Talk) -> None:
    if talk.sitting.editor.session.since is not None:
        talk.sitting.editor.pause_clock(talk.now())
    talk.sitting.save()
    talk.over = True
    talk.voice.say("The session stays as it is. You can go on with it at any time.")
    raise StageChangedError


SPOKEN: tuple[Spoken, ...] = (
    Spoken("next", "go to the next stage; after the last one, to the records", _next),
    Spoken("back", "go to the stage before; nothing is lost", _back),
    Spoken("skip", "leave this stage out, with a word why", _skip),
    Spoken("ask", "offer a question for this stage", _ask),
    Spoken("keep", "keep the question offered last for the visit", _keep),
    Spoken("starters", "words to begin with", _starters),
    Spoken("read", "read what is written in this stage", _read),
    Spoken("change", "change or take back something that is written", _change),
    Spoken("undo", "take the last step back", _undo),
    Spoken("redo", "do again what was taken back", _redo),
    Spoken("where", "the stages, and where we are", _where),
    Spoken("time", "how much time is left", _time),
    Spoken("more", f"{MORE} more minutes for this stage", _more),
    Spoken("pause", "stop the clock until you press Enter", _pause),
    Spoken("family", "read the family and its genogram in words", _family),
    Spoken("choose", "in a meeting: which families are thought about in depth", _choose),
    Spoken("danger", "what to do when somebody may be in danger now", _danger),
    Spoken("leave", "leave the session as it is, and come back later", _leave),
    Spoken("help", "these words", _help),
)
