"""Claims into a family: the one place where what any format says becomes people, couples and parents.

One home a child, no loops, somebody unknown above brothers and sisters without parents, bonds that are alike together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pydantic import ValidationError

from supervision_tui.family.formats.claims import COUPLE, OUTSIDE, BondClaim, Claims, CoupleClaim, PersonClaim, Plain
from supervision_tui.family.formats.couple_turns import union_fields
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.relation_claims import tell_of_harm
from supervision_tui.family.formats.report import ForeignFileError
from supervision_tui.family.model.base import LONGEST_ID
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.validation import sense_problems
from supervision_tui.text import LONGEST_LINE, LONGEST_TEXT

NOTHING = "Nothing was brought in."
HOME_FIRST = ("birth", "unknown")
"""Kinds of parentage from which a child hangs first."""


def family_of_claims(claims: Claims, name: str, ledger: Ledger) -> Family:
    """The family that *claims* make; *name* becomes its title and id.

    Raises:
        ForeignFileError: they make none.
    """
    bonds = _without_loops(_with_unknown_parents(claims, ledger), claims, ledger)
    bonds = [bond for bond in bonds if bond.child in claims.people and bond.parent in claims.people]
    _tell_of_parents(bonds, claims, ledger)
    tell_of_harm(claims, ledger)
    if claims.sexes:
        people = "1 person" if claims.sexes == 1 else f"{claims.sexes:,} people"
        ledger.about_file(
            f"the file gives a sex for {people}; it was taken as gender. Ask people how they say it.", "sex"
        )
    fields: Plain = {
        "id": re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-")[:64] or "family",
        "title": name.strip()[:LONGEST_LINE] or "family",
        "persons": [_person(person) for person in claims.people.values()],
        "unions": [_union(couple) for couple in claims.couples.values() if couple.is_union],
        "parentages": _parentages(bonds, claims),
        "ties": claims.ties,
        "events": claims.events,
        "resources": claims.resources,
        "households": claims.households,
        "cultures": claims.cultures,
        "hidden_facts": claims.hidden_facts,
        "focus": claims.focus,
        "notes": "\n\n".join(claims.notes)[:LONGEST_TEXT],
        "carried": claims.carried[:LONGEST_TEXT],
    }
    for field in ("unions", "ties", "resources", "households"):
        _with_own_ids(fields[field])
    return made(fields, ledger)


def _with_own_ids(parts: list[Plain]) -> None:
    """Give a part whose id another has already an id of its own: a file may say one twice."""
    taken: set[str] = set()
    for number, part in enumerate(parts, start=1):
        part_id = str(part.get("id") or "")
        if part_id in taken:
            part["id"] = f"{part_id[: LONGEST_ID - 8]}-{number}"
        taken |= {str(part["id"])} if part_id else set()


def made(fields: Plain, ledger: Ledger) -> Family:
    """The family that *fields* make, with what cannot be so in it told.

    Raises:
        ForeignFileError: they make none; the first thing that is wrong is said.
    """
    try:
        family = Family.model_validate(fields)
    except (ValidationError, RecursionError) as error:
        words = ""
        if isinstance(error, ValidationError):
            words = error.errors(include_url=False, include_input=False)[0]["msg"].removeprefix("Value error, ")
        raise ForeignFileError(f"This file does not make a family. {words[:300]} {NOTHING}") from None
    for problem in sense_problems(family):
        ledger.about_file(f"please look at this: {problem.sentence}", "sense")
    return family


def _person(person: PersonClaim) -> Plain:
    fields: Plain = {"id": person.id, **person.fields}
    if not fields.get("name"):
        fields["name"] = "not known"
    if person.notes:
        fields["note"] = "\n\n".join(person.notes)[:LONGEST_TEXT]
    return fields


def _union(couple: CoupleClaim) -> Plain:
    fields = union_fields(couple)
    fields |= {"partners": couple.partners, "note": "\n\n".join(couple.notes)[:LONGEST_TEXT]}
    fields |= {"secret": couple.secret, "carried": couple.carried}
    return {"id": couple.id, **fields}


def _with_unknown_parents(claims: Claims, ledger: Ledger) -> list[BondClaim]:
    """The bonds, with a parent not known above brothers and sisters of a couple of which nobody is known."""
    bonds = list(claims.bonds)
    for couple in claims.couples.values():
        special = [kind for kind in couple.kinds.values() if kind not in HOME_FIRST]
        if couple.partners or (len(couple.children) < COUPLE and not special):
            continue
        unknown = f"unknown-{len(claims.people) + 1}"
        claims.people[unknown] = PersonClaim(unknown, {"name": "not known", "kind": "unknown"})
        who = "brothers and sisters" if len(couple.children) >= COUPLE else claims.names(list(couple.children))
        ledger.report.add(couple.number, f"{who} without parents: a parent not known was put in their place.", "people")
        bonds += [
            BondClaim(
                child, unknown, couple.key, couple.kinds.get(child, "unknown"), couple.number, hidden=couple.hidden
            )
            for child in couple.children
        ]
    return bonds


def _without_loops(bonds: list[BondClaim], claims: Claims, ledger: Ledger) -> list[BondClaim]:
    """*bonds* without those by which somebody would be their own ancestor (depth-first search, back edges left out)."""
    below: dict[str, list[tuple[int, str]]] = {}
    for number, bond in enumerate(bonds):
        below.setdefault(bond.parent, []).append((number, bond.child))
    state: dict[str, int] = {}
    left_out: set[int] = set()
    for start, first in below.items():
        if start in state:
            continue
        state[start] = 1
        stack = [(start, iter(first))]
        while stack:
            person, rest = stack[-1]
            step = next(rest, None)
            if step is None:
                state[person] = 2
                stack.pop()
            elif state.get(step[1]) == 1:
                left_out.add(step[0])
            elif step[1] not in state:
                state[step[1]] = 1
                stack.append((step[1], iter(below.get(step[1], ()))))
    for number in sorted(left_out):
        bond = bonds[number]
        child, parent = claims.name(bond.child), claims.name(bond.parent)
        ledger.report.add(bond.number, f"skipped: {child} as a child of {parent} would be their own ancestor.", "doubt")
    return [bond for number, bond in enumerate(bonds) if number not in left_out]


def _tell_of_parents(bonds: Iterable[BondClaim], claims: Claims, ledger: Ledger) -> None:
    """Who is no child by birth of everybody, and of how many nothing is said."""
    kinds: dict[str, dict[str, list[BondClaim]]] = {}
    for bond in bonds:
        kinds.setdefault(bond.child, {}).setdefault(bond.kind, []).append(bond)
    unsaid = 0
    for child, by_kind in kinds.items():
        others = {kind: links for kind, links in by_kind.items() if kind not in HOME_FIRST}
        unsaid += "unknown" in by_kind
        if others:
            words = "; ".join(
                f"{kind}: {claims.names([bond.parent for bond in links])}" for kind, links in others.items()
            )
            first = next(iter(others.values()))[0]
            ledger.report.add(
                first.number, f"{claims.name(child)} is not a child by birth of all ({words}).", "parents"
            )
    if unsaid:
        children = "1 child" if unsaid == 1 else f"{unsaid:,} children"
        ledger.about_file(
            f"for {children} the file does not say how the parents are their parents (by birth or otherwise); "
            "they came in as 'parent, not said how'.",
            "unsaid",
        )


def _parentages(bonds: list[BondClaim], claims: Claims) -> list[Plain]:
    """Bonds that are alike as one parentage; one home a child: by birth, else not said how, else the first."""
    groups: dict[tuple[object, ...], list[BondClaim]] = {}
    for bond in bonds:
        groups.setdefault((*bond.parentage_key(), bond.parent if bond.doubt_about_parent else ""), []).append(bond)
    parted = [group[at : at + COUPLE] for group in groups.values() for at in range(0, len(group), COUPLE)]
    parted = _without_repeats(parted)
    home: dict[str, int] = {}
    for number, group in enumerate(parted):
        before = home.get(group[0].child)
        if before is None or _rank(group[0]) < _rank(parted[before][0]):
            home[group[0].child] = number
    twins = {child: twin for twin in claims.twins if len(twin.children) >= COUPLE for child in twin.children}
    born = {group[0].child for group in parted if group[0].kind in HOME_FIRST}
    links = []
    for number, group in enumerate(parted):
        bond = group[0]
        at_home = home[bond.child] == number
        link = _parentage(bond, [bond.parent for bond in group], home=at_home)
        twin = twins.get(bond.child)
        if twin is not None and (bond.kind in HOME_FIRST or (at_home and bond.child not in born)):
            link |= {"twins": twin.label, "zygosity": twin.zygosity}
        links.append(link)
    return links


def _without_repeats(parted: list[list[BondClaim]]) -> list[list[BondClaim]]:
    """*parted* without a parent alone who is that child's parent in the same way elsewhere: one of two families."""
    elsewhere = Counter((bond.child, bond.parent, bond.parentage_key()[2:]) for group in parted for bond in group)
    found = []
    for group in sorted(parted, key=len, reverse=True):
        (bond, *others), facts = group, (group[0].child, group[0].parent, group[0].parentage_key()[2:])
        if others or elsewhere[facts] == 1 or bond.note or bond.carried:
            found.append(group)
        else:
            elsewhere[facts] -= 1
    groups = {id(group) for group in found}
    return [group for group in parted if id(group) in groups]


def _rank(bond: BondClaim) -> tuple[int, bool]:
    """Sorts bonds by how near they are to a home: by birth and not in doubt first."""
    kind = HOME_FIRST.index(bond.kind) if bond.kind in HOME_FIRST else len(HOME_FIRST)
    return kind, bond.doubt_about_parent


def _parentage(bond: BondClaim, parents: list[str], *, home: bool) -> Plain:
    link: Plain = {"child": bond.child, "parents": list(dict.fromkeys(parents)), "kind": bond.kind, "home": home}
    link |= {"since": bond.since, "doubted": bond.doubted, "note": bond.note, "carried": bond.carried}
    if bond.doubt_about_parent:
        link["doubted_parents"] = parents
    if bond.hidden:
        link |= {"hidden_from": [OUTSIDE], "show_child": False}
    return link
