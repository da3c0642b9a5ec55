"""A family on the drawing board: changed step by step, laid out after each, kept at once; every step can be taken back.

People stay where they stood: each layout begins from the one before. Tidying up is an act of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family import Family
from supervision_tui.family.edits import History
from supervision_tui.family.edits.changes import Add, Change, CompositeEdit, Edit, EditError, Set
from supervision_tui.family.edits.growing import add_child, add_parents, add_partner
from supervision_tui.family.edits.removing import RemovePerson
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.households import Household, Membership
from supervision_tui.family.model.persons import Person
from supervision_tui.family.model.unions import Ending, UnionKind
from supervision_tui.family.shorthand.event import read as happened_in
from supervision_tui.family.shorthand.person import ParsedPerson, read
from supervision_tui.text import Line, SafeText
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.genogram import Layout

NO_NAME = "?"
"""Stands where nobody has said a name yet."""


class FamilyEditor:
    """One family being drawn.

    Args:
        family: as it stands.
        keep: is handed the family after every step.
        placed: where everybody stood when it was drawn last.
        place: is handed where everybody stands after each drawing in which somebody moved.
        today: the day on which ages are said.
    """

    def __init__(
        self,
        family: Family,
        keep: Callable[[Family], None],
        *,
        placed: Layout | None = None,
        place: Callable[[Layout], None] = lambda _layout: None,
        today: date,
    ) -> None:
        self._history = History(family)
        self._keep = keep
        self._today = today
        self.placed = placed
        self._place = place

    @property
    def family(self) -> Family:
        """The family as it stands."""
        return self._history.family

    def lay_out(self, *, tidy: bool = False) -> Layout:
        """Where everybody stands now; nobody moves without need, unless it is tidied up."""
        from supervision_tui.genogram import lay_out  # noqa: PLC0415 - loads the layout

        before, self.placed = self.placed, lay_out(self.family, previous=None if tidy else self.placed)
        if before is None or before.persons != self.placed.persons:
            self._place(self.placed)
        return self.placed

    # --- growing, from one line ---------------------------------------------------------------------------------------

    def add_first_person(self, line: str) -> str:
        """The first person of an empty family, who is the child in focus; returns the id to select."""
        (said,) = read(line, self._today) or (ParsedPerson(NO_NAME),)
        person = self._person(said)
        focus = Set("focus", (*self.family.focus, person.id)) if not self.family.persons else None
        self.apply(CompositeEdit((Add(person), *((focus,) if focus else ())), f"Added {person.name}"))
        return person.id

    def add_partner(self, of: str, line: str, *, former: bool = False) -> str:
        """A partner of somebody, with the years of their union."""
        said = (read(line, self._today) or (ParsedPerson(NO_NAME),))[0]
        person = self._person(said)
        self.apply(self._couple(of, person, said, "unknown", "unknown" if former else ""))
        return person.id

    def _couple(self, of: str, person: Person, said: ParsedPerson, kind: UnionKind, ended: Ending = "") -> Edit:
        """*person* in a union with somebody, as it was said: of its kind, since when, until when, how it ended."""
        edit = add_partner(self.family, of, person, said.union if said.union != "unknown" else kind)
        union = self.preview(edit).union_of(of, person.id)
        if union is None:
            raise EditError("That partner could not be added. Nothing was changed.")
        changed = union.replaced(since=said.since, until=said.until, ended=said.ended or ended)
        return CompositeEdit((edit, Change(changed)), f"Added a partner: {person.name}")

    def add_child(self, of: str, line: str, *, beside: str = "") -> str:
        """A child of somebody and of the partner *beside* them (the last partner where none is named)."""
        partners = self.family.partners_of(of)
        other = beside or (partners[-1].id if partners else "")
        parents = [of, *([other] if other else [])]
        return self._children(parents, line)

    def add_sibling(self, of: str, line: str) -> str:
        """A brother or sister of somebody: a child of the same parents; parents nobody named yet are put in."""
        home = self.family.home_parentage(of)
        if home is None:
            raise EditError("Nobody is known as a parent here yet. Add a parent first (u); nothing was changed.")
        return self._children(list(home.parents), line)

    def _children(self, parents: Sequence[str], line: str) -> str:
        told = read(line, self._today) or (ParsedPerson(NO_NAME),)
        edits: list[Edit] = []
        family, last = self.family, ""
        for said in told:
            person = self._person(said, among=family)
            edit = add_child(family, person, parents)
            edits.append(edit)
            family, last = edit.apply(family)[0], person.id
            if said.twins:
                link = family.parentages_of(person.id)[-1]
                twins = Change(link.replaced(twins=f"twins-{parents[0]}-{told[0].born or ''}"[:60].strip("-")))
                edits.append(twins)
                family = twins.apply(family)[0]
        self.apply(CompositeEdit(tuple(edits), f"Added {', '.join(one.name or NO_NAME for one in told)}"))
        return last

    def add_parent(self, of: str, line: str) -> str:
        """A parent of somebody; the second one joins the first."""
        said = (read(line, self._today) or (ParsedPerson(NO_NAME),))[0]
        person = self._person(said)
        home = self.family.home_parentage(of)
        if home is None:
            self.apply(add_parents(self.family, of, [person]))
            return person.id
        if len(home.parents) > 1:
            raise EditError("Two parents are there already. Further ones (step, foster) go into the details.")
        first = home.parents[0]
        edits = self._couple(first, person, said, "parents_only")
        both = [
            Change(one.replaced(parents=(first, person.id)))
            for one in self.family.parentages
            if one.parents == (first,) and one.home
        ]
        self.apply(CompositeEdit((edits, *both), f"Added a parent: {person.name}"))
        return person.id

    # --- what is said of somebody -------------------------------------------------------------------------------------

    def update_person(self, of: str, line: str) -> str:
        """More about somebody: a date, an age, a death, a name; what was known before stays unless it is said anew."""
        said = (read(line, self._today) or (ParsedPerson(""),))[0]
        person = self.family.person(of)
        changes: dict[str, object] = {
            name: value
            for name, value in (("born", said.born), ("died", said.died), ("due", said.due))
            if value is not None
        }
        if said.name:
            changes["name"] = Line(said.name)
        if said.gender != "unknown":
            changes["gender"] = said.gender
        if said.dead:
            changes["deceased"] = True
        if said.note:
            changes["note"] = SafeText("\n".join(part for part in (str(person.note), said.note) if part))
        if changes:
            self.apply(Change(person.replaced(**changes)))
        return of

    def record_death(self, of: str, line: str) -> str:
        """Somebody has died; the line may say when."""
        if line.strip():
            return self.update_person(of, f"d {line.strip()}" if not line.strip().startswith(("d ", "died")) else line)
        self.apply(Change(self.family.person(of).replaced(deceased=True)))
        return of

    def add_event(self, of: str, line: str) -> str:
        """Something that happened to somebody: a date first, then what."""
        happened = happened_in(line)
        self.apply(Add(Event(date=happened.when, who=(of,), what=Line(happened.what))))
        return of

    def add_to_home(self, of: str, line: str) -> str:
        """Somebody lives in a home: one that begins so by its name, or a new one."""
        name = line.strip()
        if not name:
            raise EditError("Please say which home, for example: Nan's house. Nothing was changed.")
        found = next((one for one in self.family.households if name_key(one.name).startswith(name_key(name))), None)
        if found is None:
            new = Household(
                id=self.free_id(name, {one.id for one in self.family.households}),
                name=Line(name),
                members=(Membership(person=of),),
            )
            self.apply(Add(new))
        elif of not in {member.person for member in found.members}:
            self.apply(Change(found.replaced(members=(*found.members, Membership(person=of)))))
        return of

    def remove_person(self, of: str) -> str:
        """Take somebody off the drawing with all that hangs on them; one step takes it back. Whom to select then."""
        near = [
            *self.family.partners_of(of),
            *self.family.siblings_of(of),
            *self.family.parents_of(of),
            *self.family.children_of(of),
        ]
        self.apply(RemovePerson(of))
        return near[0].id if near else ""

    # --- steps --------------------------------------------------------------------------------------------------------

    def apply(self, edit: Edit) -> None:
        """Make a step and keep it.

        Raises:
            EditError: it does not fit; nothing was changed.
        """
        self._keep(self._history.do(edit))

    def preview(self, edit: Edit) -> Family:
        """The family as it would be."""
        return edit.apply(self.family)[0]

    def undo(self) -> str:
        """Take the last step back; its words, or nothing."""
        return self._kept(self._history.undo())

    def redo(self) -> str:
        """Make it again; its words, or nothing."""
        return self._kept(self._history.redo())

    def _kept(self, words: str) -> str:
        if words:
            self._keep(self.family)
        return words

    def _person(self, said: ParsedPerson, among: Family | None = None) -> Person:
        name = said.name or NO_NAME
        taken = {one.id for one in (among or self.family).persons}
        return Person(
            id=self.free_id(name, taken),
            name=Line(name),
            kind=said.kind,
            loss=said.loss,
            gender=said.gender,
            born=said.born,
            due=said.due,
            died=said.died,
            deceased=said.dead,
            note=SafeText(said.note),
        )

    @staticmethod
    def free_id(name: str, taken: set[str]) -> str:
        """An id made of *name*, in plain letters, that nobody has yet."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:40] or "person"
        found, number = stem, 2
        while found in taken:
            found, number = f"{stem}-{number}", number + 1
        return found
