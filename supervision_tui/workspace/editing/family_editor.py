"""A family on the drawing board: changed step by step, laid out after each, kept at once; every step can be taken back.

People stay where they stood: each layout begins from the one before. Tidying up is an act of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui import genogram
from supervision_tui.family import Event, Family, Household, Membership, Person
from supervision_tui.family.edits import (
    Add,
    Change,
    CompositeEdit,
    Edit,
    EditError,
    History,
    RemovePerson,
    Set,
    add_child,
    add_parents,
    add_partner,
)
from supervision_tui.family.model.unions import Ending, UnionKind
from supervision_tui.family.shorthand.event import parse_event
from supervision_tui.family.shorthand.parts import (
    ALONE,
    NO_NAME,
    free_id,
    other_parent,
    parentage_of,
    person_of,
    union_of,
)
from supervision_tui.family.shorthand.person import Entry, ParsedPerson, parse_people
from supervision_tui.text import Line, SafeText
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.genogram import Layout


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
        self.today = today
        self.answers: dict[str, str] = {}
        """Answers to the questions about the line that is being taken, by what they are about."""
        self.placed = placed
        self._place = place

    @property
    def family(self) -> Family:
        """The family as it stands."""
        return self._history.family

    def lay_out(self, *, tidy: bool = False) -> Layout:
        """Where everybody stands now; nobody moves without need, unless it is tidied up."""
        before, self.placed = self.placed, self._laid_out(tidy=tidy)
        if tidy or before is None or before.persons != self.placed.persons:
            self._place(self.placed)
        return self.placed

    def _laid_out(self, *, tidy: bool) -> Layout:
        if tidy and self.placed is not None:
            return genogram.lay_out(self.family, row_end=self.placed.row_end.keys())
        return genogram.lay_out(self.family, previous=self.placed)

    def toggle_row_end(self, person: str) -> bool:
        """Let *person* stand at the end of their row of siblings where lines cross least, or by age again; which it is.

        They move there when the drawing is tidied up next.

        Raises:
            EditError: they have no sibling on the drawing, or a twin.
        """
        if why := genogram.row_end_refusal(self.family, person):
            raise EditError(why)
        placed = self.placed or self.lay_out()
        others = {other: side for other, side in placed.row_end.items() if other != person}
        at_the_end = person not in placed.row_end
        self.placed = placed.model_copy(update={"row_end": others | ({person: 0} if at_the_end else {})})
        return at_the_end

    # --- growing, from one line ---------------------------------------------------------------------------------------

    def add_first_person(self, line: str) -> str:
        """The first person of an empty family, who is the child in focus; returns the id to select."""
        person = self._person(self._parsed(line, "child"))
        focus = Set("focus", (*self.family.focus, person.id)) if not self.family.persons else None
        self.apply(CompositeEdit((Add(person), *((focus,) if focus else ())), f"Added {person.name}"))
        return person.id

    def add_partner(self, of: str, line: str, *, former: bool = False) -> str:
        """A partner of somebody, with the years of their union; a line may name several."""

        def add(parsed: ParsedPerson) -> str:
            person = self._person(parsed)
            self.apply(self._couple(of, person, parsed, "unknown", "unknown" if former else ""))
            return person.id

        return self._one_after_another(self._all_parsed(line, "partner"), add)

    def _parsed(self, line: str, entry: Entry) -> ParsedPerson:
        """The one person of a line; somebody without a name for an empty one.

        Raises:
            EditError: the line names several people, and one is meant here.
        """
        first, *others = self._all_parsed(line, entry)
        if others:
            names = ", ".join(person.name or NO_NAME for person in (first, *others))
            raise EditError(f"That names {len(others) + 1} people: {names}. One at a time here. Nothing was changed.")
        return first

    def _all_parsed(self, line: str, entry: Entry) -> tuple[ParsedPerson, ...]:
        return parse_people(line, self.today, entry, self.answers) or (ParsedPerson(""),)

    def _one_after_another(self, people: Sequence[ParsedPerson], add: Callable[[ParsedPerson], str]) -> str:
        """*add* each of *people*; where one does not fit, none is there. The id of the last."""
        selected = ""
        for number, parsed in enumerate(people):
            try:
                selected = add(parsed)
            except ValueError:
                for _ in range(number):
                    self.undo()
                raise
        return selected

    def _couple(self, of: str, person: Person, parsed: ParsedPerson, kind: UnionKind, ended: Ending = "") -> Edit:
        """*person* in a union with somebody, as the line says: of its kind, since when, until when, how it ended."""
        edit = add_partner(self.family, of, person, parsed.union if parsed.union != "unknown" else kind)
        union = self.preview(edit).union_of(of, person.id)
        if union is None:
            raise EditError("That partner could not be added. Nothing was changed.")
        changed = union_of(parsed, union.partners, kind=kind, ended=ended).replaced(id=union.id)
        return CompositeEdit((edit, Change(changed)), f"Added a partner: {person.name}")

    def add_child(self, of: str, line: str, *, beside: str = "") -> str:
        """A child of somebody and of the partner *beside* them.

        Without one, of the last partner who can be the other parent: nobody for a child who is fostered or looked
        after, nobody who had died or gone before.
        """
        return self._children(of, line, beside=beside)

    def add_sibling(self, of: str, line: str) -> str:
        """A brother or sister of somebody: a child of the same parents; parents nobody named yet are put in."""
        home = self.family.home_parentage(of)
        if home is None:
            raise EditError("Nobody is known as a parent here yet. Add a parent first (u); nothing was changed.")
        first, *others = home.parents
        return self._children(first, line, beside=others[0] if others else "")

    def _children(self, of: str, line: str, *, beside: str) -> str:
        people = self._all_parsed(line, "child")
        edits: list[Edit] = []
        family, last = self.family, ""
        for parsed in people:
            person = self._person(parsed, among=family)
            other = "" if parsed.parentage in ALONE else beside or other_parent(family, of, parsed)
            parents = (of, other) if other else (of,)
            edit = add_child(family, person, parents, parsed.parentage or "birth")
            family, last = edit.apply(family)[0], person.id
            link = family.parentages_of(person.id)[-1]
            twins = f"twins-{of}-{people[0].born or ''}"[:60].strip("-") if parsed.twins else ""
            known = parentage_of(parsed, person.id, parents).replaced(id=link.id, twins=re.sub(r"[^\w.-]", "-", twins))
            edits += [edit, Change(known)]
            family = Change(known).apply(family)[0]
        self.apply(CompositeEdit(tuple(edits), f"Added {', '.join(person.name or NO_NAME for person in people)}"))
        return last

    def add_parent(self, of: str, line: str) -> str:
        """A parent of somebody; the second one joins the first; a foster carer or another kind stands beside them.

        A line may name several: "foster carers Sue and Bob".
        """
        return self._one_after_another(self._all_parsed(line, "parent"), lambda parsed: self._add_parent(of, parsed))

    def _add_parent(self, of: str, parsed: ParsedPerson) -> str:
        person = self._person(parsed)
        home = self.family.home_parentage(of)
        if parsed.parentage not in {None, "birth"} and home is not None:
            link = parentage_of(parsed, of, (person.id,), home=False)
            self.apply(CompositeEdit((Add(person), Add(link)), f"Added a parent: {person.name}"))
            return person.id
        if home is None:
            self.apply(add_parents(self.family, of, [person], parsed.parentage or "birth"))
            return person.id
        if len(home.parents) > 1:
            raise EditError(
                "Two parents are there already. Say what this one is, for example: foster carer Maureen 58. "
                "Nothing was changed."
            )
        first = home.parents[0]
        edits = self._couple(first, person, parsed, "parents_only")
        both = [
            Change(link.replaced(parents=(first, person.id)))
            for link in self.family.parentages
            if link.parents == (first,) and link.home
        ]
        self.apply(CompositeEdit((edits, *both), f"Added a parent: {person.name}"))
        return person.id

    # --- what is said of somebody -------------------------------------------------------------------------------------

    def update_person(self, of: str, line: str) -> str:
        """More about somebody: a date, an age, a death, a name; what was known before stays unless it is said anew."""
        parsed = self._parsed(line, "person")
        if parsed.union != "unknown" or parsed.ended or parsed.parentage is not None or parsed.since or parsed.twins:
            raise EditError(
                "Whose partner, child or parent somebody is has a key of its own, and so have the years of it. "
                "Nothing was changed."
            )
        person = self.family.person(of)
        stated = person_of(parsed, ())
        fields = ("name", "called", "kind", "loss", "gender", "pronouns", "born", "due", "died", "deceased",
                  "cause_of_death")  # fmt: skip
        nobody = person_of(ParsedPerson(""), ())
        changes: dict[str, object] = {
            field: getattr(stated, field) for field in fields if getattr(stated, field) != getattr(nobody, field)
        }
        if parsed.note:
            changes["note"] = SafeText("\n".join(part for part in (str(person.note), parsed.note) if part))
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
        happened = parse_event(line, self.today)
        self.apply(Add(Event(date=happened.when, who=(of,), what=Line(happened.what))))
        return of

    def add_to_home(self, of: str, line: str) -> str:
        """Somebody lives in a home: one that begins so by its name, or a new one."""
        name = line.strip()
        if not name:
            raise EditError("Please say which home, for example: Nan's house. Nothing was changed.")
        found = next((home for home in self.family.households if name_key(home.name).startswith(name_key(name))), None)
        if found is None:
            new = Household(
                id=self.free_id(name, {home.id for home in self.family.households}),
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

    def _person(self, parsed: ParsedPerson, among: Family | None = None) -> Person:
        return person_of(parsed, {person.id for person in (among or self.family).persons})

    free_id = staticmethod(free_id)
