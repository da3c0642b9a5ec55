"""The rows of a stage, drawn: each field with its destination, and under it what was written in it so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from supervision_tui.practice import Destination
from supervision_tui.session import Draft, Hypothesis, SessionEditor, Slot
from supervision_tui.session.child_choice import children_of, listed
from supervision_tui.session.drafts import draft_title, drafts_in
from supervision_tui.session.fields import UNBORN, SessionItem, hint_of, item_lines, items_in, label_of, must_choose
from supervision_tui.tui.content import content, inline, stacked

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

LONGEST_SHOWN = 400
"""Characters of a note shown in the list; the rest is there, and counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a field, one thing written in it, a form that waits in it, or the line in its box."""

    slot: Slot
    thing: SessionItem | None
    words: Content
    draft: Draft | None = None
    line: bool = False

    @property
    def written(self) -> bool:
        """Whether it shows words that somebody wrote."""
        return self.thing is not None or self.draft is not None or self.line


class WrappedContent(Content):
    """Words that stand in lines of *width* cells already: their height is counted once, and never measured again."""

    __slots__ = ("_rows", "_width")

    def __init__(self, words: Content, width: int) -> None:
        super().__init__(words.plain, list(words.spans))
        self._width = max(width, *(cell_len(line) for line in self.plain.split("\n")))
        self._rows = self.plain.count("\n") + 1

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Rows in *width* cells."""
        return self._rows if width >= self._width else super().get_height(rules, width)


class RowDrawing:
    """Draws the rows of a stage. What was written is wrapped once, and again only where it, or the room, changed.

    Measured with 450 notes in a stage: wrapping them all took 150 ms at every key that changed one of them.
    """

    def __init__(self) -> None:
        self._items: dict[tuple[str, str, str], tuple[SessionItem, bool, Content]] = {}
        self._drawn_for: tuple[int, Mapping[str, str]] = (0, {})

    def rows(self, editor: SessionEditor, names: dict[str, str], current: Slot | None, width: int) -> list[Row]:
        """Every field of the present stage and what stands in it.

        *names* of the children by id; *current* is written in; *width* in cells.
        """
        if self._drawn_for != (width, names):
            self._items.clear()
            self._drawn_for = (width, dict(names))
        return [row for slot in editor.slots() for row in self._slot_rows(editor, slot, names, current, width)]

    def _slot_rows(
        self, editor: SessionEditor, slot: Slot, names: dict[str, str], current: Slot | None, width: int
    ) -> Iterator[Row]:
        style = "$accent bold" if slot == current else "bold"
        if slot.field.kind == "seat":
            yield _seat_row(editor, slot, names, style, width)
            return
        yield Row(slot, None, _head(slot, names, style, width))
        now, children = datetime.now(UTC), editor.session.children
        alone = {child: names[child] for child in children if child in names} if len(children) == 1 else names
        for thing in items_in(editor.session, slot):
            stale = isinstance(thing, Hypothesis) and thing.stale(now)
            yield Row(slot, thing, self._item(editor.session.id, thing, slot, alone, width, stale=stale))
        if missing := _none_yet(editor, slot, names):
            yield Row(slot, None, _below(f"none yet for {missing}", width))
        for draft in drafts_in(editor.session, slot):
            if draft.id or slot != current:
                words = _waits(draft, slot, names, width)
                yield Row(slot, None, words, draft if draft.id else None, line=not draft.id)

    def _item(
        self, session: str, item: SessionItem, slot: Slot, names: Mapping[str, str], width: int, *, stale: bool
    ) -> Content:
        place = (session, slot.key, item.id)
        before = self._items.get(place)
        if before is not None and before[0] is item and before[1] is stale:
            return before[2]
        drawn = _item(item, slot, names, width, stale=stale)
        self._items[place] = (item, stale, drawn)
        return drawn


def _none_yet(editor: SessionEditor, slot: Slot, names: Mapping[str, str]) -> str:
    """The children for whom nothing stands in a field where something stands for others; nobody unborn is asked for."""
    if not must_choose(slot, editor.session):
        return ""
    notes = editor.session.entries_in(slot.field.id)
    children = editor.session.children
    answered = {child for note in notes for child in (children_of(note) or children)}
    missing = [names[child] for child in children if child not in answered and names.get(child, UNBORN) != UNBORN]
    return listed(missing) if notes else ""


def _seat_row(editor: SessionEditor, slot: Slot, names: dict[str, str], style: str, width: int) -> Row:
    """A role, and after it who has it."""
    head = inline(content("\n".join(_label_rows(slot, names, width)), style))
    name = editor.session.seat(slot.field.id)
    wrapped = _after(head, str(name or hint_of(slot, names)), width)
    return Row(slot, None, inline(head, content(wrapped, "$success" if name else "$foreground 70%")))


def _label_rows(slot: Slot, names: dict[str, str], width: int) -> list[str]:
    return wrap(label_of(slot, names), width, initial_indent="  ", subsequent_indent="  ") or [""]


def _head(slot: Slot, names: dict[str, str], style: str, width: int) -> Content:
    """The label of a field, wrapped, and at the right end of its last row where its words go."""
    place = f"→ {slot.field.destination.about.tag}"
    rows = _label_rows(slot, names, width)
    gap = width - cell_len(rows[-1]) - cell_len(place)
    end = content(f"{' ' * gap}{place}" if gap > 1 else f"\n{place:>{width}}", "$foreground 70%")
    return inline(content("\n".join(rows), style), end)


def _waits(draft: Draft, slot: Slot, names: dict[str, str], width: int) -> Content:
    """What was begun in a field and not kept yet, with how to go on; what is private shows no word of it."""
    private = draft.destination is Destination.PRIVATE
    line = "words private to you wait here" if private else f"waits with: {draft.text}"
    words = f"draft: {draft_title(draft, slot, names)} · Enter opens it" if draft.id else line
    return content(hung(words, "   ! ", width), "$warning")


def _item(item: SessionItem, slot: Slot, names: Mapping[str, str], width: int, *, stale: bool) -> Content:
    first, below = item_lines(item, names, slot)
    bullet = _bullet(f"{first}{' · nobody has looked at it for eight weeks' if stale else ''}", width)
    drawn = stacked(bullet, _below(below, width)) if below else bullet
    return WrappedContent(drawn, width)


def _bullet(words: str, width: int) -> Content:
    return content(hung(words, "   • ", width))


def _below(words: str, width: int) -> Content:
    return content(hung(words, "     ", width), "$foreground 70%")


def hung(words: str, start: str, width: int) -> str:
    """*words* after *start*, wrapped to *width* cells so that every line stands under the first."""
    lines_of = _short(words).splitlines() or [""]
    first = wrap(lines_of[0], width, initial_indent=start, subsequent_indent=" " * len(start)) or [start]
    rest = [
        piece
        for line in lines_of[1:]
        for piece in wrap(line, width, initial_indent=" " * len(start), subsequent_indent=" " * len(start))
    ]
    return "\n".join([*first, *rest])


def _after(head: Content, words: str, width: int) -> str:
    """*words* to stand after *head*, wrapped so that further lines stand in a little."""
    first, further = " " * (head.cell_length + 3), " " * 5
    if head.cell_length + 3 + len(words.partition(" ")[0]) > width:
        wrapped = wrap(words, width, initial_indent=further, subsequent_indent=further)
        return "\n".join(["", *wrapped])
    wrapped = wrap(words, width, initial_indent=first, subsequent_indent=further, break_long_words=False)
    return "\n".join(wrapped)[head.cell_length :]


def _short(words: str) -> str:
    if len(words) <= LONGEST_SHOWN:
        return words
    return f"{words[:LONGEST_SHOWN]} … ({len(words):,} characters in all)"
