"""Jot and tray on a plain terminal: a line that is in no file yet, and placing each with its place said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.plain.ask_children import ChildQuestion
from supervision_tui.plain.terminal_io import TerminalIO, choose, confirm
from supervision_tui.session import Entry
from supervision_tui.session.child_choice import read_written
from supervision_tui.session.tray.jotting import BY_LETTER, BY_MARK, TrayKind, jot, lines_in_tray
from supervision_tui.workspace.running.tray_desk import NameStopsLineError, TrayDesk, TrayRow

if TYPE_CHECKING:
    from supervision_tui.session import SessionEditor
    from supervision_tui.workspace.running import SessionController

MARKS = ".i idea, .f fact, .q question, .s step, .d decision, .w for the worker who brought this, .p private"
MOVE, WORDS, AWAY = "m", "e", "x"
NOTHING_WAITS = "The tray is empty. /j and a line puts one there; it belongs to no file until you place it."


def jot_line(controller: SessionController, io: TerminalIO, words: str) -> None:
    """Put *words* into the tray; asked for where there are none. They may begin with a mark."""
    words = words or io.ask(f"tray › A line, in no file until you place it. A mark, if you like: {MARKS}.")
    jotted = jot(controller.editor, words, controller.now()) if words else None
    if jotted is None:
        io.say("Nothing was jotted.")
        return
    controller.save()
    if isinstance(jotted, Entry):
        io.say("Kept for you alone, in nobody's file; it is not in the tray.")
        return
    kind = BY_MARK.get(jotted.mark)
    io.say(f"In the tray{f', as {_article(kind)}' if kind else ''}: {jotted.text}")
    io.say(count_in_words(controller.editor))


def count_in_words(editor: SessionEditor) -> str:
    """How many lines wait, as a sentence; "" for none."""
    number = lines_in_tray(editor)
    lines = "1 line is" if number == 1 else f"{number} lines are"
    return f"{lines} in no file yet: /tray places them." if number else ""


def place_lines(controller: SessionController, io: TerminalIO, *, everywhere: bool = False) -> None:
    """Place the lines of the tray one by one, as long as somebody wants to."""
    desk = TrayDesk(controller, everywhere=everywhere)
    while rows := desk.rows():
        options = [(str(number), _row_in_words(desk, row, controller)) for number, row in enumerate(rows)]
        chosen = choose(io, "Which line is placed?", options, nothing="leave them in the tray")
        if chosen is None:
            return
        _with_line(desk, rows[int(chosen)], controller, io)
    io.say(NOTHING_WAITS)


def offer_trays(controller: SessionController, io: TerminalIO, *, closing: bool = False) -> None:
    """At the end of a part, or before the close: where lines wait in a tray, ask whether they are placed first."""
    trays = controller.trays()
    number = sum(trays.values())
    if not number:
        return
    names = controller.family_names
    where = ", ".join(f"{names.get(family, 'no family')} {count}" for family, count in trays.items())
    lines = f"{'1 line is' if number == 1 else f'{number} lines are'} in no file yet"
    lines += f" ({where})" if controller.is_meeting else ""
    io.say(f"{lines}; {'what stays goes with the session' if closing else 'what stays waits, and is offered again'}.")
    options = [("place", "Place them now"), ("close", f"Go on{' to the close' if closing else ''} without them")]
    if choose(io, "What now?", options) == "place":
        place_lines(controller, io, everywhere=True)


def _row_in_words(desk: TrayDesk, row: TrayRow, controller: SessionController) -> str:
    kind = desk.kind_of(row)
    named = desk.named_elsewhere(row)
    alert = f" (! {named[0][0]} is in {controller.family_names.get(named[0][1], named[0][1])})" if named else ""
    family = "" if row.family == desk.family else f"{controller.family_names.get(row.family, 'no family')}: "
    return f"{desk.called(row, kind) if kind else 'no mark'}: {family}{row.line.text}{alert}"


def _with_line(desk: TrayDesk, row: TrayRow, controller: SessionController, io: TerminalIO) -> None:
    """Ask what a line becomes, and let it."""
    kinds = desk.kinds(row)
    options = [(kind.letter, f"{kind.letter} {desk.called(row, kind)}: {desk.place_of(row, kind)}") for kind in kinds]
    if controller.is_meeting:
        options.append((MOVE, "m another family's tray"))
    options += [(WORDS, "e change its words"), (AWAY, "x throw it away")]
    chosen = choose(io, "What does it become?", options, nothing="leave it in the tray")
    if chosen is None:
        return
    if chosen == MOVE:
        _move(desk, row, controller, io)
    elif chosen == WORDS:
        desk.change_words(row, io.ask("How should it read? Enter alone leaves it.", start=str(row.line.text)))
    elif chosen == AWAY:
        desk.discard(row)
        io.say(f"Thrown away: {row.line.text}")
    else:
        _place(desk, row, BY_LETTER[chosen], controller, io)


def _move(desk: TrayDesk, row: TrayRow, controller: SessionController, io: TerminalIO) -> None:
    names = controller.family_names
    options = [(family, names.get(family, family)) for family in controller.families if family != row.family]
    family = choose(io, "Whose tray?", options, nothing="leave it where it is")
    if family is not None:
        moved = desk.move(row, family)
        io.say(f"Now in the tray of {names.get(family, family)}.")
        _with_line(desk, moved, controller, io)


def _place(desk: TrayDesk, row: TrayRow, kind: TrayKind, controller: SessionController, io: TerminalIO) -> None:
    """Read the line back, ask for whom it is, and place it."""
    part = controller.part_about(row.family)
    if kind.mark == "decision":
        slot, _ = desk.begin_decision(row)
        stage = part.editor.template.stage(slot.stage).title
        io.say(f"It is begun as a decision in the stage {stage}, and waits there.")
        return
    chosen: tuple[str, ...] = ()
    if desk.asks_children(row, kind):
        whom = ChildQuestion(controller, io, io.ask).ask(row.line.text, part)
        chosen = read_written(whom, part.editor.session.children) or ()
    io.say(desk.read_back(row, kind, chosen))
    try:
        io.say(f"{desk.place(row, kind, chosen)}.")
    except NameStopsLineError as refused:
        nameless = desk.nameless(row)
        io.say(f"Not placed: {refused}{f' Without them it would read: {nameless}' if nameless else ''}")
        if nameless and confirm(io, "Place it so?"):
            desk.change_words(row, nameless)
            again = next((known for known in desk.rows() if known.line.id == row.line.id), row)
            io.say(f"{desk.place(again, kind, ())}.")


def _article(kind: TrayKind) -> str:
    if kind.mark == "for_presenter":
        return "for the worker who brought this"
    return f"{'an' if kind.mark == 'idea' else 'a'} {kind.called}"
