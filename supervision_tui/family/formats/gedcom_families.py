"""Couples and parents of a GEDCOM file (FAM records and the FAMC lines of children)."""

from __future__ import annotations

from dataclasses import dataclass, field

from supervision_tui.family.formats import extras
from supervision_tui.family.formats.gedcom_people import People
from supervision_tui.family.formats.lines import Node, pointer
from supervision_tui.family.formats.report import Report

PEDIGREES = {"BIRTH": "birth", "ADOPTED": "adopted", "FOSTER": "foster"}
KNOWN = frozenset(
    {"HUSB", "WIFE", "CHIL", "MARR", "DIV", "DIVF", "ANUL", "ENGA", "NOTE", "EVEN", "MARL", "MARB", "NCHI"}
)
QUIET = frozenset({"CHAN", "CREA", "REFN", "RIN", "UID", "_UID", "SUBM", "EXID"})
COUPLE = 2


@dataclass(slots=True)
class _Group:
    """One FAM record: its line, partners and children by id."""

    record: Node
    partners: list[str] = field(default_factory=list)
    children: dict[str, None] = field(default_factory=dict)


def couples_and_parents(
    tree: list[Node], people: People, persons: list[extras.Plain], report: Report
) -> tuple[list[extras.Plain], list[extras.Plain]]:
    """Unions and parentages of the file; *persons* grows by a parent not known where brothers and sisters have none."""
    groups = _groups(tree, people, report)
    _children_by_famc(groups, people, report)
    unions = [_union(group, people, report) for group in groups.values() if len(group.partners) == COUPLE]
    pedigrees = _pedigrees(people)
    links = [link for group in groups.values() for link in _links(group, people, persons, pedigrees, report)]
    return unions, _homed(_without_loops(links, people, report))


def _groups(tree: list[Node], people: People, report: Report) -> dict[str, _Group]:
    found: dict[str, _Group] = {}
    for record in tree:
        if record.tag != "FAM":
            continue
        if record.xref in found:
            report.add(record.number, f"skipped: a second family with the reference @{record.xref}@.")
            continue
        group = found[record.xref] = _Group(record)
        for line in record.below:
            if line.tag in {"HUSB", "WIFE", "CHIL"}:
                _member(line, group, people, report)
            elif line.tag not in KNOWN | QUIET:
                report.add(line.number, f"not carried: {line.tag} {line.value[:60]}".rstrip() + ".")
    return found


def _member(line: Node, group: _Group, people: People, report: Report) -> None:
    if pointer(line.value) == "VOID":
        return
    person = people.ids.get(pointer(line.value), "")
    if not person:
        report.add(line.number, f"skipped: {line.tag} points to {line.value[:40] or 'nobody'}, who is not in the file.")
    elif person in group.partners or person in group.children:
        report.add(line.number, f"skipped: {line.tag} {line.value[:40]} stands in this family already.")
    elif line.tag == "CHIL":
        group.children[person] = None
    elif len(group.partners) == COUPLE:
        report.add(line.number, f"skipped: a third partner, {line.value[:40]}.")
    else:
        group.partners.append(person)


def _children_by_famc(groups: dict[str, _Group], people: People, report: Report) -> None:
    """Children who name a family that does not name them belong to it all the same."""
    for xref, record in people.nodes.items():
        for line in record.every("FAMC"):
            group = groups.get(pointer(line.value))
            child = people.ids[xref]
            if group is None:
                report.add(
                    line.number, f"skipped: FAMC points to {line.value[:40] or 'nothing'}, which is not in the file."
                )
            elif child not in group.children and child not in group.partners:
                group.children[child] = None


def _union(group: _Group, people: People, report: Report) -> extras.Plain:
    found: extras.Plain = {"partners": group.partners}
    marriage, engaged = group.record.first("MARR"), group.record.first("ENGA")
    ending = group.record.first("DIV") or group.record.first("ANUL")
    if marriage is not None or engaged is not None:
        found["kind"] = "married" if marriage is not None else "engaged"
        since = people.date(marriage or engaged or group.record)
        if since is not None:
            found["since"] = since
        for line in marriage.below if marriage is not None else ():
            if line.tag not in {"DATE", "TYPE"}:
                report.add(line.number, f"not carried: MARR {line.tag} {line.value[:60]}".rstrip() + ".")
    if ending is not None and ending.value.strip().upper() != "N":
        found["ended"] = "divorce" if ending.tag == "DIV" else "annulment"
        until = people.date(ending)
        if until is not None:
            found["until"] = until
    notes = [line.value for line in group.record.every("NOTE") if not pointer(line.value)]
    if notes:
        found["note"] = "\n\n".join(notes)
    return found


def _pedigrees(people: People) -> dict[tuple[str, str], str]:
    """Child and family to what the child's record says of the bond, in capitals."""
    return {
        (people.ids[xref], pointer(line.value)): line.text("PEDI").strip().upper()
        for xref, record in people.nodes.items()
        for line in record.every("FAMC")
    }


def _links(
    group: _Group,
    people: People,
    persons: list[extras.Plain],
    pedigrees: dict[tuple[str, str], str],
    report: Report,
) -> list[extras.Plain]:
    if not group.children:
        return []
    parents = group.partners
    if not parents:
        report.add(
            group.record.number, "brothers and sisters without parents: a parent not known was put in their place."
        )
        unknown = f"unknown-{len(persons) + 1}"
        persons.append({"id": unknown, "name": "not known", "kind": "unknown"})
        parents = [unknown]
    found = []
    for child in group.children:
        said = pedigrees.get((child, group.record.xref), "")
        kind = PEDIGREES.get(said or "BIRTH", "birth")
        if said and said not in PEDIGREES:
            report.add(people.by_id[child].number, f"PEDI {said[:20]} was read as birth.")
        found.append({"child": child, "parents": parents, "kind": kind, "home": False, "line": group.record.number})
    return found


def _without_loops(links: list[extras.Plain], people: People, report: Report) -> list[extras.Plain]:
    """*links* without those by which somebody would be their own ancestor (depth-first search, back edges left out)."""
    below: dict[str, list[tuple[int, str]]] = {}
    for number, link in enumerate(links):
        for parent in link["parents"]:
            below.setdefault(parent, []).append((number, link["child"]))
    state: dict[str, int] = {}
    bad: set[int] = set()
    for start, first in below.items():
        if start in state:
            continue
        state[start] = 1
        stack = [(start, iter(first))]
        while stack:
            one, rest = stack[-1]
            step = next(rest, None)
            if step is None:
                state[one] = 2
                stack.pop()
            elif state.get(step[1]) == 1:
                bad.add(step[0])
            elif step[1] not in state:
                state[step[1]] = 1
                stack.append((step[1], iter(below.get(step[1], ()))))
    for number in sorted(bad):
        link = links[number]
        name = next((person["name"] for person in people.persons if person["id"] == link["child"]), link["child"])
        report.add(link["line"], f"skipped: {name} as a child in this family would be their own ancestor.")
    return [link for number, link in enumerate(links) if number not in bad]


def _homed(links: list[extras.Plain]) -> list[extras.Plain]:
    """*links* with one home a child: the first by birth, else the first."""
    home: dict[str, int] = {}
    for number, link in enumerate(links):
        before = home.get(link["child"])
        if before is None or (links[before]["kind"] != "birth" and link["kind"] == "birth"):
            home[link["child"]] = number
    return [
        {**{key: value for key, value in link.items() if key != "line"}, "home": home[link["child"]] == number}
        for number, link in enumerate(links)
    ]
