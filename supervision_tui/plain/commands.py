"""What a facilitator can say instead of an answer: a word after a slash. The first letters are enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from supervision_tui.plain.answers import StageChangedError, item_in_words
from supervision_tui.plain.conversation import Conversation
from supervision_tui.plain.library import choose_question
from supervision_tui.plain.terminal_io import choose, choose_several, say_danger_steps
from supervision_tui.plain.tray import jot_line, place_lines
from supervision_tui.practice import Question
from supervision_tui.session import Entry, Hypothesis, StageLockedError
from supervision_tui.session.attendance import AS, join
from supervision_tui.session.fields import items_in, label_of, open_parts
from supervision_tui.session.hypotheses import set_idea_part
from supervision_tui.session.meeting_steps import MeetingStep

MORE = 5
"""Minutes that a stage is given at once."""


@dataclass(frozen=True, slots=True)
class PlainCommand:
    """A command: the *word* after the slash, *help* on what it does, and what runs it.

    Its *letter* alone is enough where others begin with it too; one that *takes_words* may have a line behind it, which
    stands in ``conversation.words`` while it runs.
    """

    word: str
    help: str
    run: Callable[[Conversation], None]
    letter: str = ""
    takes_words: bool = False


def run_command(conversation: Conversation, answer: str) -> bool:
    """Run *answer* as a command if it begins with a slash; return whether it does.

    Raises:
        StageChangedError: another stage is open now, or the session was left.
        InputClosedError: nobody answers any more.
    """
    if not answer.startswith("/"):
        return False
    word, _, words = answer[1:].strip().partition(" ")
    word = word.casefold()
    matches = [command for command in PLAIN_COMMANDS if command.word.startswith(word)] if word else []
    exact = [command for command in matches if word in {command.word, command.letter}]
    command = (exact or matches)[0] if len(exact or matches) == 1 else None
    if command is not None and (command.takes_words or not words):
        conversation.words = words.strip()
        command.run(conversation)
    else:
        conversation.io.say(f"'{answer}' is no command here. /help lists them.")
    return True


def _help(conversation: Conversation) -> None:
    conversation.io.say("Write an answer, or one of these:")
    for command in PLAIN_COMMANDS:
        conversation.io.say(f"  /{command.word}: {command.help}")


def _next(conversation: Conversation) -> None:
    conversation.next()
    raise StageChangedError


def _back(conversation: Conversation) -> None:
    conversation.controller.backward()
    conversation.controller.save()
    raise StageChangedError


def _skip(conversation: Conversation) -> None:
    reason = conversation.io.ask("Why is this stage left out today? A few words; Enter alone stays here.")
    if reason:
        try:
            conversation.controller.skip(reason)
        except StageLockedError as locked:
            conversation.io.say(str(locked))
            return
        conversation.controller.save()
        raise StageChangedError


def _where(conversation: Conversation) -> None:
    for stage in conversation.controller.agenda():
        state = {"done": "held", "now": "we are here", "ahead": "to come", "skipped": "left out"}[stage.state]
        conversation.io.say(f"{stage.number}. {stage.title}, {stage.planned} minutes, {state}")


def _go(conversation: Conversation) -> None:
    """Every stage, family and draft with its letter; a letter goes there, Enter alone stays."""
    controller = conversation.controller
    overview, names = controller.overview(), controller.family_names
    targets: dict[str, MeetingStep] = {}
    for row in overview.rows:
        for family, cell in (("", row.whole), *zip(overview.families, row.cells, strict=False)):
            if cell is None or cell.state == "absent":
                continue
            sign = row.letter + (str(overview.families.index(family) + 1) if family else "")
            targets[sign] = MeetingStep(row.stage, family)
            whose = f", {names[family]}" if family else ""
            state = cell.words.replace("·", "to come")
            conversation.io.say(f"{sign}  {row.title}{whose}, {row.minutes} minutes: {state}")
    for waiting in overview.waiting:
        conversation.io.say(f"Waits: {waiting.in_words()}.")
    for need in overview.needed:
        whose = f"{names[need.family]}, " if need.family else ""
        conversation.io.say(
            f"Needed before the close: {whose}{need.words.rstrip('.')}{'' if need.words.endswith('?') else '.'}"
        )
    answer = conversation.io.ask("Where to? A letter of the list, with its digit; Enter alone stays here.").strip()
    if not answer:
        return
    if answer not in targets:
        conversation.io.say(f"'{answer}' is not in the list. You are where you were.")
        return
    _go_to(conversation, targets[answer])


def _go_to(conversation: Conversation, step: MeetingStep) -> None:
    here = conversation.controller.here
    try:
        conversation.controller.go_to(step.stage, step.family, override=False)
    except StageLockedError as locked:
        conversation.io.say(str(locked))
        if choose(conversation.io, "What now?", [("stay", "Stay here"), ("go", "Go there all the same")]) != "go":
            return
        conversation.controller.go_to(step.stage, step.family)
    conversation.was = here
    conversation.io.say("/was leads back to where you were.")
    raise StageChangedError


def _was(conversation: Conversation) -> None:
    if conversation.was is None:
        conversation.io.say("You have not gone anywhere yet: /go goes anywhere.")
        return
    _go_to(conversation, conversation.was)


def _time(conversation: Conversation) -> None:
    conversation.io.say(conversation.time_in_words())


def _more(conversation: Conversation) -> None:
    conversation.controller.editor.more_time(MORE, conversation.now())
    conversation.controller.save()
    conversation.io.say(f"{MORE} more minutes for this stage.")


def _pause(conversation: Conversation) -> None:
    conversation.controller.editor.pause_clock(conversation.now())
    conversation.controller.save()
    conversation.io.ask("The clock stands still. Press Enter to go on.")
    conversation.controller.editor.restart_clock(conversation.now())
    conversation.controller.save()


def _ask(conversation: Conversation) -> None:
    question = conversation.another_question()
    if question is None:
        conversation.io.say("There is no question to offer in this stage.")
        return
    conversation.io.say(f"{question.text} ({question.hearers})" if question.hearers else question.text)
    if question.reason:
        conversation.io.say(f"Why this one: {question.reason}")
    conversation.io.say("/keep keeps it for the visit, /ask offers another.")


def _who(conversation: Conversation) -> None:
    if conversation.controller.family is None:
        conversation.io.say("This session is about no family: every question is for us.")
        return
    options = [("group", "For us"), ("visit", "For the family"), ("child", 'For a child, who is spoken to as "you"')]
    chosen = choose(conversation.io, "Whom are the questions for?", options, nothing="leave it as it is")
    for hearer in ("group", "visit", "child"):
        if chosen == hearer:
            conversation.put_to(hearer)


def _library(conversation: Conversation) -> None:
    question = choose_question(conversation)
    if question is not None:
        conversation.question = question
        conversation.io.say(f"{question.text} ({question.hearers})")
        conversation.io.say("/keep keeps it for the visit.")


def _keep(conversation: Conversation) -> None:
    question: Question | None = conversation.question
    if question is None:
        conversation.io.say("No question was offered yet. /ask offers one.")
    elif conversation.controller.keep_question(question):
        conversation.controller.save()
        conversation.io.say("Kept for the visit.")
    else:
        conversation.io.say("This one is for your own thoughts; it is not written down.")


def _starters(conversation: Conversation) -> None:
    for words in conversation.controller.starters() or ("There are none for this stage.",):
        conversation.io.say(words)


def _read(conversation: Conversation) -> None:
    editor = conversation.controller.editor
    for slot in editor.slots():
        for item in items_in(editor.session, slot):
            names = conversation.controller.names
            conversation.io.say(f"{label_of(slot, names)}: {item_in_words(item, names)}")


def _change(conversation: Conversation) -> None:
    editor = conversation.controller.editor
    items = [item for slot in editor.slots() for item in items_in(editor.session, slot)]
    if not items:
        conversation.io.say("Nothing is written in this stage yet.")
        return
    options = [(item.id, item_in_words(item, conversation.controller.names)) for item in items]
    chosen = choose(conversation.io, "Which one?", options, nothing="leave them as they are")
    item = next((item for item in items if item.id == chosen), None)
    if item is None:
        return
    acts = [("words", "Change its words")] if isinstance(item, Entry) and not item.parts else []
    gaps = open_parts(item) if isinstance(item, Hypothesis) else ()
    acts += [(part.id, f"Still open: {part.label}") for part in gaps]
    acts.append(("take back", "Take it back; /undo brings it again"))
    act = choose(conversation.io, "What should become of it?", acts, nothing="leave it as it is")
    if act == "words" and isinstance(item, Entry):
        words = conversation.io.ask("How should it read? Enter alone leaves it as it is.", start=str(item.text))
        if words:
            editor.rewrite(item.id, words, conversation.now())
            conversation.io.say(f"It reads now: {words}")
    elif any(part.id == act for part in gaps):
        words = conversation.io.ask(
            f"{next(part.label for part in gaps if part.id == act)} Enter alone leaves it open."
        )
        if words:
            set_idea_part(editor, item.id, str(act), words, conversation.now())
            conversation.io.say(f"Kept with the idea: {words}")
    elif act == "take back":
        editor.take_back(item.id, conversation.now())
        conversation.io.say(f"Taken back: {item_in_words(item, conversation.controller.names)}")
    conversation.controller.save()


def _undo(conversation: Conversation) -> None:
    taken = conversation.controller.editor.undo()
    conversation.controller.save()
    conversation.io.say(f"Taken back: {taken}." if taken else "There is nothing to take back.")
    if taken:
        raise StageChangedError


def _redo(conversation: Conversation) -> None:
    taken = conversation.controller.editor.redo()
    conversation.controller.save()
    conversation.io.say(f"Done again: {taken}." if taken else "There is nothing to do again.")
    if taken:
        raise StageChangedError


def _family(conversation: Conversation) -> None:
    from supervision_tui.plain.families import read_out_family  # noqa: PLC0415 - draws the family, seldom asked for

    if conversation.controller.family is None:
        conversation.io.say("This session is about no family.")
    else:
        read_out_family(conversation.io, conversation.controller.family)


def _choose(conversation: Conversation) -> None:
    meeting = conversation.controller
    if not meeting.is_meeting:
        conversation.io.say("This session is about one family, or none.")
        return
    names, asked = meeting.family_names, meeting.time_asked()
    titles = {family: f"{names[family]}{f', time: {asked[family]}' if family in asked else ''}" for family in names}
    chosen = choose_several(conversation.io, "Which families in depth?", titles)
    if chosen:
        meeting.choose(chosen)
        raise StageChangedError


def _jot(conversation: Conversation) -> None:
    jot_line(conversation.controller, conversation.io, conversation.words)


def _tray(conversation: Conversation) -> None:
    place_lines(conversation.controller, conversation.io)


def _danger(conversation: Conversation) -> None:
    say_danger_steps(conversation.io)


def _leave(conversation: Conversation) -> None:
    if conversation.controller.editor.session.since is not None:
        conversation.controller.editor.pause_clock(conversation.now())
    conversation.controller.save()
    conversation.over = True
    conversation.io.say("The session stays as it is. You can go on with it at any time.")
    raise StageChangedError


def _here(conversation: Conversation) -> None:
    """Somebody came late, sent apologies, is a student or a guest."""
    io, editor = conversation.io, conversation.controller.editor
    name = conversation.words or io.ask("Who? The name.").strip()
    as_what = choose(io, f"{name}?", [(words, words) for words in AS], nothing="go back") if name else None
    if as_what is not None:
        join(editor, name, as_what, conversation.now())
        io.say(f"{name}, {as_what}: it stands in the log of the meeting.")


PLAIN_COMMANDS: tuple[PlainCommand, ...] = (
    PlainCommand(
        "jot", "a line into the tray, in no file until you place it: /j and the line", _jot, "j", takes_words=True
    ),
    PlainCommand("tray", "the lines in the tray: place each, with its place said before", _tray, "t"),
    PlainCommand("next", "go to the next stage; after the last one, to the records", _next),
    PlainCommand("back", "go to the stage before; nothing is lost", _back),
    PlainCommand("go", "go anywhere: every stage, family and draft, a letter each", _go),
    PlainCommand("was", "back to where you were before you went elsewhere", _was),
    PlainCommand("skip", "leave this stage out, with a word why", _skip),
    PlainCommand("ask", "offer a question for this stage", _ask),
    PlainCommand("who", "whom questions are for: us, the family, a child", _who),
    PlainCommand("library", "find a prompt, a card or a tool by a few letters", _library),
    PlainCommand("keep", "keep the question offered last for the visit", _keep),
    PlainCommand("starters", "words to begin with", _starters),
    PlainCommand("read", "read what is written in this stage", _read),
    PlainCommand("change", "change or take back something that is written", _change),
    PlainCommand("undo", "take the last step back", _undo),
    PlainCommand("redo", "do again what was taken back", _redo),
    PlainCommand("where", "the stages, and where we are", _where),
    PlainCommand("time", "how much time is left", _time),
    PlainCommand("more", f"{MORE} more minutes for this stage", _more),
    PlainCommand("pause", "stop the clock until you press Enter", _pause),
    PlainCommand("family", "read the family and its genogram in words", _family),
    PlainCommand("choose", "in a meeting: which families are thought about in depth", _choose),
    PlainCommand("here", "who came late, sent apologies, is a guest: /here and the name", _here, takes_words=True),
    PlainCommand("danger", "what to do when somebody may be in danger now", _danger),
    PlainCommand("leave", "leave the session as it is, and come back later", _leave),
    PlainCommand("help", "these words", _help),
)
