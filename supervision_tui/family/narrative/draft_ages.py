"""What was told by somebody's age ("when he was three"), and when that was, once their birth is known."""

from __future__ import annotations

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.narrative.draft import Draft
from supervision_tui.family.narrative.draft_parents import ids_of
from supervision_tui.family.narrative.draft_people import AtAge

_ENDED = frozenset({"separation", "divorce", "unknown"})


def parts_at_age(draft: Draft, person: str, years: int) -> list[AtAge]:
    """What the present sentence told up to here that has no date: an event, a parting, care, a death, a wedding."""
    facts = draft.facts.get(draft.sentence, [])
    events = [draft.events[int(fact.key[0])] for fact in facts if fact.kind == "event"]
    unions = [
        draft.unions[fact.key[0], fact.key[1]] for fact in facts if fact.kind == "union" and fact.key in draft.unions
    ]
    care = [
        link
        for fact in facts
        if fact.kind == "parent" and fact.key[2] not in {"birth", "step"}
        for link in draft.links(fact.key[1])
        if link["kind"] == fact.key[2] and fact.key[0] in ids_of(link["parents"])
    ]
    died = [draft.persons[fact.key[0]] for fact in facts if fact.kind == "person" and "deceased" in fact.words]
    found = (
        [(event, "date") for event in events[-1:]]
        or [(union, "until") for union in unions if union.get("ended") in _ENDED and not union.get("until")]
        or [(link, "since") for link in care]
        or [(somebody, "died") for somebody in died]
        or [(union, "since") for union in unions if not union.get("ended")]
    )
    return [AtAge(person, years, fields, name) for fields, name in found if not fields.get(name)]


def date_by_age(draft: Draft) -> None:
    """The year of everything told by an age, about; what stays without one says it in words or is not dated."""
    adopted: dict[str, PartialDate] = {}
    for part in draft.at_ages:
        born = draft.persons[draft.persons.now(part.person)].get("born")
        if not isinstance(born, PartialDate) or part.fields.get(part.name):
            continue
        part.fields[part.name] = PartialDate.read(f"~{born.middle.year + part.years}")
        if part.fields.get("kind") == "adopted":
            adopted[str(part.fields["child"])] = PartialDate.read(f"~{born.middle.year + part.years}")
    for child, when in adopted.items():
        if not any(event["what"] == "adopted" and child in ids_of(event["who"]) for event in draft.events):
            sentences = [
                at for at, facts in draft.facts.items() for fact in facts if fact.key[1:] == (child, "adopted")
            ]
            draft.sentence = next(iter(sentences), draft.sentence)
            draft.add_event("adopted", (child,), date=when, theme="adoption")
