"""The places of a stage that can be filled in, each for all children or for one, and what was written in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family.dates import age_in_words
from supervision_tui.family.views import name_by_kinship
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice import Destination
from supervision_tui.practice.library import PARTS, Field, FieldPart
from supervision_tui.session.child_choice import children_of, listed
from supervision_tui.session.model import Action, Decision, Entry, Hypothesis, Session

if TYPE_CHECKING:
    from supervision_tui.family import Family


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a *stage*, for one child where it is asked for each, or for several *children*.

    Words typed in it belong to it, wherever the session has gone on to meanwhile.
    """

    stage: str
    field: Field
    child: str | None = None
    children: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """An id for lists."""
        return f"{self.stage}:{self.field.id}@{self.child or ''}"


def must_choose(slot: Slot, session: Session) -> bool:
    """Whether notes in *slot* go to the file of a child who has to be named; a form asks in a part of its own."""
    return (
        slot.field.destination is Destination.CHILD_FILE
        and len(session.children) > 1
        and not slot.field.parts
        and not children_of(slot)
    )


UNBORN = "the baby"
"""How a child is called before birth."""
VOICES = frozenset({"child_voice", "last_words"})
"""Fields for what a child said or showed."""
BEFORE_BIRTH = "How the pregnancy goes, and what the baby will need"
"""What is asked instead of an unborn child's words."""
SEEN_BEFORE_BIRTH = "When the mother was last seen, and how she and the baby were"
"""What is asked instead of when an unborn child was last seen, and alone."""
SessionItem = Entry | Hypothesis | Action | Decision
"""Something that was written in a field."""


def label_of(slot: Slot, names: Mapping[str, str]) -> str:
    """The words of a field, with the child's name where it is asked for one; nobody unborn is asked what they said."""
    if names.get(slot.child or "") == UNBORN and (instead := before_birth(slot.field)):
        return instead
    return slot.field.label.replace("{child}", names.get(slot.child or "", "the child"))


def before_birth(field: Field) -> str:
    """What *field* asks of a child who is not born yet, "" where it asks the same of everybody."""
    voice = BEFORE_BIRTH if field.id in VOICES else SEEN_BEFORE_BIRTH if field.id == "last_seen" else ""
    return field.unborn or voice


def hint_of(slot: Slot, names: Mapping[str, str]) -> str:
    """What the field says before anything is written in it, with the child's name; nothing where another is asked."""
    if names.get(slot.child or "") == UNBORN and before_birth(slot.field):
        return ""
    return slot.field.hint.replace("{child}", names.get(slot.child or "", "the child"))


def items_in(session: Session, slot: Slot) -> list[SessionItem]:
    """What was written in *slot*, in the order in which it was written."""
    if slot.field.kind == "hypothesis":
        return list(session.hypotheses)
    if slot.field.kind == "action":
        return list(session.actions)
    if slot.field.kind == "decision":
        return list(session.decisions)
    return list(session.entries_in(slot.field.id, slot.child))


def item_lines(item: SessionItem, names: Mapping[str, str], slot: Slot | None = None) -> tuple[str, str]:
    """*item* in short, and what belongs below it (or nothing).

    *names*: of the children, by id. Where its *slot* is not one child's, what is below says for whom it is.
    """
    whom = "" if slot is None or children_of(slot) else children_in_words(item, names)
    if isinstance(item, Entry):
        return f"{item.text}{f' ({item.source})' if item.source else ''}", whom
    if isinstance(item, Hypothesis):
        status = "" if item.status == "idea" else f" [{item.status}]"
        gaps = " · ".join(part.label[:1].lower() + part.label[1:] for part in open_parts(item))
        child = f"for the child: {item.child_inside}" if item.child_inside else ""
        return f"{item.statement}{status}", "\n".join(filter(None, (child, f"open: {gaps}" if gaps else "")))
    if isinstance(item, Action):
        return f"{item.what}  ({item.who}, {item.by_when})", whom
    return str(item.what), "; ".join(filter(None, (f"because {item.because}", whom)))


def open_parts(idea: Hypothesis) -> tuple[FieldPart, ...]:
    """What has not been said of *idea* yet: asked when it is weighed, shown as gaps until then."""
    if idea.status == "dropped":
        return ()
    return tuple(part for part in PARTS["hypothesis"] if part.weighed and not getattr(idea, part.id))


def children_in_words(item: SessionItem | Slot, names: Mapping[str, str]) -> str:
    """For whom *item* is: "for Zuri and Robin", "for all the children"; nothing where no child's file is meant."""
    if isinstance(item, Hypothesis) or _destination(item) is not Destination.CHILD_FILE:
        return ""
    children = children_of(item)
    if children:
        return f"for {listed(names.get(child, 'the child') for child in children)}"
    return "for all the children" if len(names) > 1 else ""


def place_in_words(slot: Slot, names: Mapping[str, str], children: Sequence[str] = ()) -> str:
    """Where words of *slot* go, with whose file it is: "Robin's file", "the file of the child you name".

    Args:
        slot: what is written in.
        names: the children's names, by id.
        children: ids of the children of the session.
    """
    destination = slot.field.destination
    if destination is not Destination.CHILD_FILE:
        return destination.about.name
    whose = children_of(slot) or (tuple(children) if len(children) == 1 else ())
    if whose:
        return f"{listed(names.get(child, 'the child') for child in whose)}'s file"
    return "the file of the child you name" if children else destination.about.name


def names_of(family: Family | None, children: Sequence[str], today: date) -> dict[str, str]:
    """What the *children* are called, by id: the first name; where two have the same, what tells them apart too."""
    names = {child: first_name(family, child) for child in children}
    for first, times in Counter(names.values()).items():
        if times > 1:
            alike = [child for child in children if names[child] == first]
            names |= _told_apart(family, alike, first, today)
    return names


def _told_apart(family: Family | None, alike: Sequence[str], first: str, today: date) -> dict[str, str]:
    """A name for each of the children called *first*: with the age, the whole name, the home, or else a number."""
    people = [family.find(child) if family else None for child in alike]
    ages = [age_in_words(person.born, today) if person else "" for person in people]
    homes = [family.household_of(person.id) if family and person else None for person in people]
    ways = (
        [f"{first} ({age})" if age else first for age in ages],
        [str(person.name) if person else first for person in people],
        [f"{first} ({home.name})" if home and home.safe_to_record else first for home in homes],
    )
    numbers = [f"{first} ({number} of {len(alike)})" for number in range(1, len(alike) + 1)]
    return dict(zip(alike, next((way for way in ways if len(set(way)) == len(way)), numbers), strict=True))


def _destination(item: Entry | Action | Decision | Slot) -> Destination:
    return item.field.destination if isinstance(item, Slot) else item.destination


def first_name(family: Family | None, person_id: str | None) -> str:
    """The first name of a person; ``the baby`` before birth; what they are to another where no name is known."""
    person = family.find(person_id) if family and person_id else None
    if person is not None and person.kind == "unborn":
        return UNBORN
    if family is not None and person is not None and person.unnamed:
        return name_by_kinship(family).person(person.id).short_name
    return person.name.split(" ")[0] if person is not None and person.name else "the child"


_KEYS = lazy_pattern(r"\b(F\d{1,2}|Ctrl\+\w|Enter|Esc|Tab)\b")
"""Keys of the screen, which a line-by-line talk has not."""


def example(hint: str, child: str) -> str:
    """*hint* as an example to be said aloud: with the *child*'s name, begun once, and without keys of the screen."""
    words = hint.replace("{child}", child).removeprefix("for example:").removeprefix("for example").strip()
    pieces = (piece.strip() for piece in re.split(r"[;:]", words)) if _KEYS.search(words) else [words]
    return "; ".join(piece for piece in pieces if piece and not _KEYS.search(piece)).rstrip(".")
