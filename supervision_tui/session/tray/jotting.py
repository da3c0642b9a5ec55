"""The tray: lines that were jotted while people talk, in nobody's file until somebody places them.

A line may begin with a mark, a dot with a letter and a blank (".s Amina rings school"), that says what it is meant as.
Which lines wait is read from what they became: where that is gone again, by undo, the line waits again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice import Destination
from supervision_tui.session.drafts import JOT
from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.fields import Slot
from supervision_tui.session.form_filling import next_id
from supervision_tui.session.model import Entry, Session, TrayLine, TrayMark
from supervision_tui.session.tray.fields import PRIVATE_NOTES
from supervision_tui.session.tray.state import waiting_lines
from supervision_tui.text import SafeText


@dataclass(frozen=True, slots=True)
class TrayKind:
    """What a line can be placed as.

    Attributes:
        mark: as a line of the tray has it.
        letter: the key, and the letter of the mark.
        called: in a word or two.
        destination: where its words go in most formats.
        whom: whether it is asked for which children it is.
    """

    mark: TrayMark
    letter: str
    called: str
    destination: Destination
    whom: bool = False


KINDS = (
    TrayKind("idea", "i", "idea", Destination.FAMILY_WORK),
    TrayKind("fact", "f", "fact", Destination.CHILD_FILE, whom=True),
    TrayKind("question", "q", "question", Destination.FAMILY_WORK),
    TrayKind("step", "s", "step", Destination.CHILD_FILE, whom=True),
    TrayKind("decision", "d", "decision", Destination.CHILD_FILE, whom=True),
    TrayKind("for_presenter", "w", "for", Destination.SUPERVISION_RECORD),
    TrayKind("private", "p", "private", Destination.PRIVATE),
)
"""Every kind, in the order in which it is offered."""
BY_LETTER = {kind.letter: kind for kind in KINDS}
BY_MARK = {kind.mark: kind for kind in KINDS}
_MARK = lazy_pattern(rf"\.([{''.join(BY_LETTER)}])\s")
_SIGN = lazy_pattern(r"(?:\.(?=\S))?")


@dataclass(frozen=True, slots=True)
class JottedWords:
    """A line as it was typed: its *kind*, where it began with a mark, and its *words* without the mark."""

    kind: TrayKind | None
    words: SafeText


def mark_in(typed: str) -> tuple[TrayKind, str] | None:
    """The mark at the beginning of *typed* and the words behind it; ``None`` where it begins with none."""
    mark = _MARK.match(typed)
    return (BY_LETTER[mark[1]], typed[mark.end() :]) if mark is not None else None


def read_jotted(typed: str) -> JottedWords:
    """*typed* with its mark read; a lone dot before the words, which opened the line, is no part of them."""
    marked = mark_in(typed)
    if marked is not None:
        return JottedWords(marked[0], SafeText(marked[1].strip()))
    plain = typed.strip()
    return JottedWords(None, SafeText(_SIGN.sub("", plain, count=1) if not plain.startswith("..") else plain))


def tray_destination(editor: SessionEditor) -> Destination:
    """Of what is jotted in *editor*'s session: nowhere yet; with somebody who works alone it is sealed as private."""
    return Destination.PRIVATE if editor.template.people[1] == 1 else Destination.NONE


def jot_slot(editor: SessionEditor) -> Slot:
    """Where a line is jotted: of no stage, and of no file."""
    return Slot("", replace(JOT, destination=tray_destination(editor)))


def private_slot(session: Session) -> Slot:
    """Where what is private to its writer is jotted: it never enters the tray."""
    return Slot(session.stage, PRIVATE_NOTES)


def jot(editor: SessionEditor, typed: str, now: datetime) -> TrayLine | Entry | None:
    """Put a line into the tray; one marked as private is kept as a private note instead; nothing without words."""
    line = read_jotted(typed)
    if not line.words:
        return None
    if line.kind is not None and line.kind.destination is Destination.PRIVATE:
        return editor.write(private_slot(editor.session), line.words, now)
    session = editor.session
    mark: TrayMark = line.kind.mark if line.kind is not None else ""
    to = tray_destination(editor)
    new = TrayLine(id=next_id(session), text=line.words, at=now, mark=mark, destination=to)
    put_tray(editor, (*session.tray, new), now, number=session.number + 1)
    return new


def keep_jot_draft(editor: SessionEditor, now: datetime) -> bool:
    """Put a line that was begun and left into the tray, so that it is seen; returns whether there was one."""
    begun = editor.drafted(jot_slot(editor))
    if begun is None:
        return False
    editor.draft(jot_slot(editor), "", now)
    return jot(editor, begun.text, now) is not None


def lines_in_tray(editor: SessionEditor) -> int:
    """How many lines wait in the tray, with one that was begun and left."""
    return len(waiting_lines(editor.session)) + (editor.drafted(jot_slot(editor)) is not None)


def put_tray(editor: SessionEditor, tray: tuple[TrayLine, ...], now: datetime, **changed: object) -> None:
    """Let *tray* be the tray of the session; no step, since what was placed is undone where it was placed."""
    touched = max(now, editor.session.touched)
    editor.session = editor.session.model_copy(update={"tray": tray, "touched": touched, **changed})


def change_line(editor: SessionEditor, line: TrayLine, now: datetime, **changed: object) -> TrayLine:
    """Change something of *line*; returns it as it is now."""
    new = line.model_copy(update=changed)
    put_tray(editor, tuple(new if other.id == line.id else other for other in editor.session.tray), now)
    return new


def take_line(editor: SessionEditor, line: TrayLine, now: datetime) -> None:
    """Take *line* out of the tray of *editor*'s session, as when it goes to another family's."""
    put_tray(editor, tuple(other for other in editor.session.tray if other.id != line.id), now)


def add_line(editor: SessionEditor, line: TrayLine, now: datetime) -> TrayLine:
    """Put a line from elsewhere into this tray, under an id of its own; returns it."""
    session = editor.session
    new = line.model_copy(update={"id": next_id(session), "placed": ""})
    put_tray(editor, (*session.tray, new), now, number=session.number + 1)
    return new


def follow_form(editor: SessionEditor, draft_id: str, item_id: str, now: datetime) -> None:
    """A form that a line of the tray waited in was kept: the line is placed as what the form became."""
    for line in editor.session.tray:
        if line.placed == draft_id:
            change_line(editor, line, now, placed=item_id)
