"""The tray as it is worked through: whose lines wait, where each would go and for whom, and what was done last.

One desk serves the screen and the plain terminal. A line is placed in the part of the family whose tray it is in; one
that speaks of another family is moved into that family's tray first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.practice import Destination
from supervision_tui.session.child_choice import ALL, listed, read_written
from supervision_tui.session.drafts import new_draft_id
from supervision_tui.session.subjects import ChildSuggestion
from supervision_tui.session.tray.fields import presenter_of
from supervision_tui.session.tray.jotting import (
    BY_MARK,
    TrayKind,
    add_line,
    change_line,
    keep_jot_draft,
    take_line,
)
from supervision_tui.session.tray.placing import kinds_offered, place, slot_for
from supervision_tui.session.tray.state import waiting_lines
from supervision_tui.text import SafeText

if TYPE_CHECKING:
    from supervision_tui.session import Draft, Slot
    from supervision_tui.session.model import TrayLine
    from supervision_tui.workspace.running.session_controller import SessionController
    from supervision_tui.workspace.running.session_part import SessionPart


class NameStopsLineError(ValueError):
    """A line names somebody whose name does not belong where it was to be placed."""


@dataclass(frozen=True, slots=True)
class TrayRow:
    """A line that waits, and the id of the family in whose tray it is, "" for the meeting's own."""

    family: str
    line: TrayLine


class TrayDesk:
    """The tray of the family in hand, and lines that were moved from it to another family's while the desk is open.

    Args:
        controller: the session.
        everywhere: whether the trays of all families are worked through, as before the close.

    Attributes:
        family: the id of the family in hand, or "".
    """

    def __init__(self, controller: SessionController, *, everywhere: bool = False) -> None:
        self._controller = controller
        self.family = controller.here.family
        self._places: dict[str, int] = {}
        """The place of each line in the list, by its id: one that is moved to another family keeps it."""
        self._kinds: dict[str, tuple[TrayKind, ...]] = {}
        self._suggestions: dict[tuple[str, str], ChildSuggestion] = {}
        self._slots: dict[tuple[str, str], Slot] = {}
        self._done: list[tuple[str, Callable[[], None]]] = []
        self._families = tuple(dict.fromkeys((self.family, *(controller.trays() if everywhere else ()))))
        for family in self._families:
            if keep_jot_draft(self._part(family).editor, controller.now()):
                self._save(family)

    def _part(self, family: str) -> SessionPart:
        return self._controller.part_about(family)

    def rows(self) -> list[TrayRow]:
        """The lines that wait here, the oldest first; one that is moved to another family stays where it stands."""
        families = dict.fromkeys((*self._families, *self._controller.trays()))
        rows = [
            TrayRow(family, line)
            for family in families
            for line in waiting_lines(self._part(family).editor.session)
            if family in self._families or line.id in self._places
        ]
        for row in rows:
            self._places.setdefault(row.line.id, len(self._places))
        return sorted(rows, key=lambda row: self._places[row.line.id])

    @property
    def placed(self) -> int:
        """How many lines were placed since the desk was opened."""
        return sum(words.startswith("placed") for words, _ in self._done)

    # --- what a line could become --------------------------------------------------------------------------------

    def kinds(self, row: TrayRow) -> tuple[TrayKind, ...]:
        """What the line can become where it is; the stage stays the same while the desk is open."""
        if row.family not in self._kinds:
            self._kinds[row.family] = kinds_offered(self._part(row.family).editor)
        return self._kinds[row.family]

    def kind_of(self, row: TrayRow) -> TrayKind | None:
        """What the line is marked as, if that can be placed here."""
        kind = BY_MARK.get(row.line.mark)
        return kind if kind in self.kinds(row) else None

    def children(self, row: TrayRow) -> dict[str, str]:
        """Names of the children that can be chosen, by id."""
        return self._part(row.family).children

    def suggestion(self, row: TrayRow) -> ChildSuggestion:
        """For whom the line may be, as its words show."""
        key = (row.family, str(row.line.text))
        if key not in self._suggestions:
            self._suggestions[key] = self._part(row.family).suggest_children(row.line.text)
        return self._suggestions[key]

    def asks_children(self, row: TrayRow, kind: TrayKind) -> bool:
        """Whether it has to be said for which children the line is."""
        return kind.whom and kind.mark != "decision" and len(self.children(row)) > 1

    def is_ready(self, row: TrayRow, chosen: Sequence[str] = ()) -> bool:
        """Whether the line is marked, and for whom it is is known."""
        kind = self.kind_of(row)
        if kind is None or kind.mark == "decision" or self.stops(row, kind):
            return False
        return bool(chosen) or not self.asks_children(row, kind) or self.suggestion(row).settled

    def called(self, row: TrayRow, kind: TrayKind) -> str:
        """What a line of this *kind* is called: "idea", "for Priya"."""
        return f"for {self.presenter(row)}" if kind.mark == "for_presenter" else kind.called

    def presenter(self, row: TrayRow) -> str:
        """Who brought the family, by first name; "worker" where nobody has the role."""
        name = presenter_of(self._part(row.family).editor.session)
        return name.split(" ")[0] if name else "worker"

    def place_of(self, row: TrayRow, kind: TrayKind) -> str:
        """Where a line of this *kind* would stand, in a few words."""
        if kind.mark == "question":
            return "for the next visit"
        if kind.mark == "private":
            return "only you"
        if kind.mark == "decision":
            return "its form"
        destination = self._slot(row, kind).field.destination
        return _PLACES.get(destination, destination.about.place)

    def _slot(self, row: TrayRow, kind: TrayKind) -> Slot:
        """Where a line of this *kind* is written."""
        key = (row.family, kind.mark)
        if key not in self._slots:
            self._slots[key] = slot_for(kind, self._part(row.family).editor)
        return self._slots[key]

    def read_names(self) -> None:
        """Have the other families read, beside the keys, so that it can be said whom a line names."""
        for family in self._families:
            self._part(family).other_families_watch.begin()

    def names_ready(self, row: TrayRow) -> bool:
        """Whether it can be said at once who of another family is named in the line."""
        return self._part(row.family).other_families_watch.is_ready

    def kind_to_show(self, row: TrayRow) -> TrayKind | None:
        """What the line is marked as; else a step where its words say who does it, or by when."""
        kind = self.kind_of(row)
        step = BY_MARK["step"]
        if kind is None and step in self.kinds(row) and self._reads_as_step(str(row.line.text), row.family):
            return step
        return kind

    def _reads_as_step(self, words: str, family: str) -> bool:
        read = self._controller.step_in(words, family)
        return bool(read.owner or read.due)

    def named_elsewhere(self, row: TrayRow) -> tuple[tuple[str, str], ...]:
        """Names of other families of this meeting in the line, each with the family's id."""
        return self._part(row.family).named_elsewhere(str(row.line.text), self._controller.families)

    def stops(self, row: TrayRow, kind: TrayKind) -> str:
        """Why the line cannot be placed as a *kind* as it stands: a name that does not belong there; or ""."""
        part = self._part(row.family)
        if kind.mark == "for_presenter":
            named = part.names_of_family_in(row.line.text)
            return f"It names {listed(named)}, and that record holds no names." if named else ""
        return ""

    def nameless(self, row: TrayRow) -> str:
        """The line without the names of its family; "" where no way is known to say it without."""
        return self._part(row.family).nameless(row.line.text)

    def read_back(self, row: TrayRow, kind: TrayKind, chosen: Sequence[str]) -> str:
        """The line as it would be kept, for whom, and who may read it."""
        words = str(row.line.text)
        if kind.mark == "step":
            words = self._controller.step_in(words, row.family).in_words()
        names = self.children(row)
        whom = f", for {listed(names[child] for child in chosen if child in names)}" if kind.whom and chosen else ""
        if kind.mark == "private":
            return f"As something private: {words}. Nobody else reads it; it goes when the session closes."
        if kind.mark == "question":
            return f"As a question for the next visit: {words}"
        readers = self._slot(row, kind).field.destination.about.read
        article = "an" if kind.mark == "idea" else "a"
        called = self.called(row, kind) if kind.mark == "for_presenter" else f"{article} {kind.called}"
        return f"As {called}: {words.rstrip('.')}{whom}. Read by {readers}."

    # --- what is done with it ------------------------------------------------------------------------------------

    def place(self, row: TrayRow, kind: TrayKind, chosen: Sequence[str] = ()) -> str:
        """Place the line; *chosen* are ids of the children it is for. Returns what became of it, in words.

        Raises:
            ChildMissingError: it is for a child's file, and nobody is chosen.
            NameStopsLineError: it names somebody whose name does not belong there.
        """
        if why := self.stops(row, kind):
            raise NameStopsLineError(why)
        part, now = self._part(row.family), self._controller.now()
        session = part.editor.session
        whom = ",".join(chosen) if chosen else ""
        if chosen and set(chosen) >= set(session.children):
            whom = ALL
        ident = place(
            part.editor, row.line, kind, now, whom=whom, author=self._controller.me, workers=self._controller.workers
        )
        self._save(row.family)
        self._done.append((f"placed: {kind.called}", lambda: self._unplace(row, ident)))
        children = read_written(whom, session.children) or ()
        names = [self.children(row).get(child, "the child") for child in children]
        where = f"{listed(names)}'s file" if kind.whom and names else self.place_of(row, kind)
        return f"Placed: {self.called(row, kind)} → {where}"

    def _unplace(self, row: TrayRow, ident: str) -> None:
        """Take back what the line became; it keeps the id of that, so that undo and redo on the stage are true of it.

        Where that was the last step it is undone as on the stage, and no step is left that would bring it back a
        second time beside the line.
        """
        editor, now = self._part(row.family).editor, self._controller.now()
        if not editor.undo(adding=ident):
            session = editor.session
            questions = tuple(question for question in session.questions if question.prompt_id != ident)
            if len(questions) < len(session.questions):
                editor.step("took a question back", now, None, questions=questions)
            else:
                editor.take_back(ident, now)
        line = next((line for line in editor.session.tray if line.id == row.line.id), None)
        if line is not None:  # of a line that was private its words stay so until they are placed elsewhere
            change_line(editor, line, now, thrown_away=False, mark=row.line.mark)
        self._save(row.family)

    def begin_decision(self, row: TrayRow, chosen: Sequence[str] = ()) -> tuple[Slot, Draft]:
        """Put the line into a decision's form, which waits as a draft until it is kept; returns both."""
        part, now = self._part(row.family), self._controller.now()
        slot = slot_for(BY_MARK["decision"], part.editor)
        draft_id = new_draft_id(part.editor.session)
        begun = {slot.field.parts[0].id: str(row.line.text), "child": ",".join(chosen)}
        part.editor.draft(slot, form_text(begun), now, draft_id=draft_id)
        change_line(part.editor, row.line, now, placed=draft_id, mark="decision")
        self._save(row.family)
        draft = part.editor.drafted(slot, draft_id)
        if draft is None:
            raise ValueError("The draft of a decision was not kept.")
        return slot, draft

    def move(self, row: TrayRow, family: str) -> TrayRow:
        """Move the line into the tray of *family* (an id); returns it as it is there."""
        now = self._controller.now()
        added = add_line(self._part(family).editor, row.line, now)
        self._save(family)  # first: a line that is cut off between the two stands in both, never in none
        take_line(self._part(row.family).editor, row.line, now)
        self._save(row.family)
        self._places[added.id] = self._places.get(row.line.id, len(self._places))
        moved = TrayRow(family, added)
        self._done.append(("moved", lambda: self._move_back(moved, row)))
        return moved

    def _move_back(self, moved: TrayRow, row: TrayRow) -> None:
        now = self._controller.now()
        editor = self._part(row.family).editor
        back = add_line(editor, moved.line, now)
        self._places[back.id] = self._places.get(moved.line.id, len(self._places))
        self._save(row.family)
        take_line(self._part(moved.family).editor, moved.line, now)
        self._save(moved.family)

    def change_words(self, row: TrayRow, words: str) -> None:
        """Let the line read *words*; nothing where they are empty."""
        text = SafeText(words.strip())
        if text:
            self._changed(row, "changed the words", text=text)

    def discard(self, row: TrayRow) -> None:
        """Throw the line away: it can be taken back until the session closes."""
        self._changed(row, "thrown away", thrown_away=True)

    def _changed(self, row: TrayRow, what: str, **changed: object) -> TrayRow:
        editor, now = self._part(row.family).editor, self._controller.now()
        before = {name: getattr(row.line, name) for name in changed}
        new = TrayRow(row.family, change_line(editor, row.line, now, **changed))
        self._save(row.family)

        def back() -> None:
            change_line(editor, new.line, now, **before)
            self._save(row.family)

        self._done.append((what, back))
        return new

    def take_back(self) -> str:
        """Take back what was done last at this desk; returns what it was, or ""."""
        if not self._done:
            return ""
        words, back = self._done.pop()
        back()
        return words

    def _save(self, family: str) -> None:
        self._part(family).save()


_PLACES = {
    Destination.CHILD_FILE: "child's file",
    Destination.FAMILY_WORK: "team space",
    Destination.SUPERVISION_RECORD: "worker's record",
    Destination.PRIVATE: "only you",
}
"""Destinations in two words."""


def form_text(answers: dict[str, str]) -> str:
    """The answers of a form as its draft keeps them; empty ones are left out."""
    return json.dumps({part: words for part, words in answers.items() if words})
