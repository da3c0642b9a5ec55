"""Who is who: ids stand in what is kept, names are only shown, and two people of one name are two.

A name typed now means somebody on the list by their whole name, by its first words ("Sam" for Sam Okafor), or by the
label that tells two of one name apart ("Sam Okafor (manager)"). A name written before ids were kept means whoever stood
under it then. Somebody who is not on the list, such as a grandmother who takes on a step, is a name and no id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from supervision_tui.people.practitioner import Practitioner
from supervision_tui.text import Line
from supervision_tui.text_folding import name_key

OWNER_ID = ".me"
"""The id of the person whose notebook it is; no id made from a name begins with a point."""
UNCLEAR = "?"
"""Stands for the id of a person who was named by a name that two people bear, and nobody was asked which."""
OWNERS_MARK = "owner of this notebook"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody by *id*: the *name*, the *label* that is shown, and the folded names that they were *written* under."""

    id: str
    name: str
    label: str
    written: frozenset[str] = frozenset()


class Directory:
    """The people of a notebook by id and by name.

    Args:
        people: the practitioners of the list.
        owner: the name of the person whose notebook it is.
        owner_is: the owner's id among *people*, or "" where they are not on the list.
        group_of: gives the name of somebody's team, to tell two of one name and one role apart.
    """

    def __init__(
        self,
        people: Sequence[Practitioner] = (),
        *,
        owner: str = "",
        owner_is: str = "",
        group_of: Callable[[str], str] = lambda _ident: "",
    ) -> None:
        self._owner_is = owner_is if any(person.id == owner_is for person in people) else ""
        rows = [
            (person.id, str(person.name), (person.role.replace("_", " "), group_of(person.id), person.id))
            for person in people
        ]
        written = {person.id: frozenset(name_key(name) for name in person.written_as) for person in people}
        if owner and not self._owner_is:
            rows.append((OWNER_ID, owner, (OWNERS_MARK,) * 3))
            written[OWNER_ID] = frozenset(_forms(owner)).difference(*written.values())
        namesakes: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for _, name, marks in rows:
            namesakes[name_key(name)].append(marks)
        self._known = {
            ident: KnownPerson(
                ident, name, _label(name, marks, namesakes[name_key(name)]), written.get(ident, frozenset())
            )
            for ident, name, marks in rows
        }
        self._family: frozenset[str] = frozenset()
        self._written: dict[tuple[str, bool], str] = {}
        self._present: dict[tuple[str, str, bool], tuple[Line, str]] = {}

    def beside(self, family_names: Iterable[str]) -> Directory:
        """The same people, in talk about a family: its members' names stand for nobody by a first name alone."""
        found = Directory()
        found._known, found._owner_is = self._known, self._owner_is
        found._family = frozenset(name_key(name) for name in family_names)
        return found

    @property
    def names(self) -> tuple[str, ...]:
        """The whole names of everybody on the list."""
        return tuple(person.name for person in self._known.values())

    @property
    def family_names(self) -> frozenset[str]:
        """The folded names of the family that is talked about: a worker who shares one is meant by the whole name."""
        return self._family

    def shown(self, ident: str, written: str = "") -> str:
        """How the person of that id is called now; *written* where nobody is known by it."""
        known = self._known.get(self._settled(ident))
        return known.label if known else written

    def label_of_name(self, name: str) -> str:
        """*name* as it is shown: with what tells two of one name apart, where it means one person."""
        found = self.ids_for(name)
        return self.shown(found[0]) if len(found) == 1 else name

    def ids_for(self, words: str) -> tuple[str, ...]:
        """Ids of the people whom *words*, typed now, may mean: one, none, or several of one name."""
        key = name_key(words)
        if not key:
            return ()
        everybody = self._known.values()
        ways = (
            [person.id for person in everybody if name_key(person.label) == key != name_key(person.name)],
            [person.id for person in everybody if name_key(person.name) == key],
            [person.id for person in everybody if person.id == words.strip()],
            [person.id for person in everybody if "(" in key and name_key(person.label).startswith(key)],
            [person.id for person in everybody if key not in self._family and _begins(person.name, key)],
        )
        return tuple(next((ids for ids in ways if ids), ()))

    def labels_for(self, words: str) -> tuple[str, ...]:
        """How the people are shown whom *words* may mean."""
        return tuple(self.shown(ident) for ident in self.ids_for(words))

    def resolve(self, words: str) -> tuple[str, str]:
        """The name to show and the id for *words* typed now; :data:`UNCLEAR` where they may mean several people."""
        found = self.ids_for(words)
        if len(found) > 1:
            return words, UNCLEAR
        return (self.shown(found[0]), found[0]) if found else (words, "")

    def written_by(self, name: str, *, whole: bool = False) -> str:
        """The id of the person whom a *name* meant that was written without an id, or "".

        *whole*: only the whole name counts, where a member of a family may be meant as well.
        """
        if (known := self._written.get((name, whole))) is None:
            known = self._written[name, whole] = self._written_by(name_key(name), whole=whole)
        return known

    def present(self, name: str, ident: str, *, whole: bool = False) -> tuple[Line, str]:
        """How somebody is called now who stands as *name* with *ident*, or without one; and their id, or ""."""
        if (known := self._present.get((name, ident, whole))) is None:
            person = ident or self.written_by(name, whole=whole)
            known = self._present[name, ident, whole] = Line(self.shown(person, name)), person
        return known

    def _written_by(self, key: str, *, whole: bool) -> str:
        everybody = self._known.values()
        ways = (
            [person.id for person in everybody if key in person.written],
            [person.id for person in everybody if name_key(person.name) == key],
            [person.id for person in everybody if not whole and _begins(person.name, key)],
        )
        found = next((ids for ids in ways if ids), [])
        return found[0] if key and len(found) == 1 else ""

    def names_of(self, ident: str) -> tuple[str, ...]:
        """The names by which the person of that id, and nobody else, is meant: the whole name and former ones."""
        known = self._known.get(self._settled(ident))
        if known is None:
            return ()
        alone = [] if known.name in self.shared_names() else [known.name]
        return (*alone, *known.written)

    def shared_names(self) -> tuple[str, ...]:
        """Names that more than one person bears whole."""
        names = [name_key(person.name) for person in self._known.values()]
        return tuple(dict.fromkeys(p.name for p in self._known.values() if names.count(name_key(p.name)) > 1))

    def same(self, ident: str, other: str) -> bool:
        """Whether two ids are one person's: the owner may be on the list as well."""
        return bool(ident) and self._settled(ident) == self._settled(other)

    def _settled(self, ident: str) -> str:
        return self._owner_is or ident if ident == OWNER_ID else ident


NOBODY = Directory()
"""A directory without anybody: every name is only a name."""


def may_be_namesakes(name: str, other: str) -> bool:
    """Whether two names may be one person's: the same, or one the beginning of the other."""
    return _begins(name, name_key(other)) or _begins(other, name_key(name))


def settled(before: Sequence[Practitioner], after: Sequence[Practitioner], owner: str = "") -> tuple[Practitioner, ...]:
    """*after*, with what was written under a name until now kept with the person who alone bore it until now.

    Asked at every change of the list: somebody is renamed, or somebody of the same name or first name comes.
    """
    names = {person.id: str(person.name) for person in before}
    now = {person.id: str(person.name) for person in after}
    whose = {OWNER_ID: owner} if owner else {}

    def changed(ident: str, form: str) -> bool:
        return _bearers(names | whose, form) == [ident] != _bearers(now | whose, form)

    return tuple(
        _written_as(person, [form for form in _forms(names.get(person.id, "")) if changed(person.id, form)])
        for person in after
    )


def all_settled(people: Sequence[Practitioner], owner: str = "") -> tuple[Practitioner, ...]:
    """*people*, each with the names under which they alone stand now: for a notebook that kept no ids until now."""
    names = {person.id: str(person.name) for person in people} | ({OWNER_ID: owner} if owner else {})
    return tuple(
        _written_as(person, [form for form in _forms(person.name) if _bearers(names, form) == [person.id]])
        for person in people
    )


def _written_as(person: Practitioner, forms: Sequence[str]) -> Practitioner:
    added = tuple(Line(form) for form in forms if form not in person.written_as)
    return person.model_copy(update={"written_as": (*person.written_as, *added)}) if added else person


def _forms(name: str) -> tuple[str, ...]:
    """The ways in which somebody is written: the whole name, and the first name alone."""
    key = name_key(name)
    return tuple(dict.fromkeys((key, *key.split()[:1])))


def _bearers(names: Mapping[str, str], form: str) -> list[str]:
    """Ids of those in *names* who are written as *form*."""
    return [ident for ident, name in names.items() if form in _forms(name)]


def _begins(name: str, key: str) -> bool:
    """Whether a name begins with the whole words of *key*."""
    return name_key(name).split()[: len(key.split())] == key.split()


def _label(name: str, marks: tuple[str, ...], namesakes: list[tuple[str, ...]]) -> str:
    """*name*, with the first of its *marks* that no other of the same name has, where there are others."""
    if len(namesakes) == 1:
        return name
    for number, mark in enumerate(marks):
        if mark and sum(other[number] == mark for other in namesakes) == 1:
            return f"{name} ({mark})"
    return f"{name} ({marks[-1]})"
