"""A family as it is known today: its own data with what records tell. The family that is kept never changes by it.

Times that a child was seen become contacts, quoted words become quotes; with *events*, dated facts become events of the
timeline. What stands in the family already is not doubled.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from supervision_tui.family import Contact, Event, Quote
from supervision_tui.text import Line, SafeText

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.records.story.items import StoryItem

LONGEST_LINE = 300
"""Characters of a fact that one line of a timeline takes."""


def with_story(family: Family, items: Iterable[StoryItem], *, events: bool = False) -> Family:
    """*family* with the contacts and quotes that *items* tell; with *events*, also what happened."""
    items_of_family = [item for item in items if item.children and all(child in family for child in item.children)]
    contacts = _contacts(family, items_of_family)
    quotes = _quotes(family, items_of_family)
    happened = _events(family, items_of_family) if events else []
    if not (contacts or quotes or happened):
        return family
    return family.replaced(
        contacts=(*family.contacts, *contacts),
        quotes=(*family.quotes, *quotes),
        events=(*family.events, *happened),
    )


def _contacts(family: Family, items: Iterable[StoryItem]) -> list[Contact]:
    """Times seen, by child and day; alone once is alone for that day."""
    known = {
        (child, contact.date.earliest, contact.kind)
        for contact in family.contacts
        if contact.date
        for child in contact.who
    }
    found: dict[tuple[str, object], Contact] = {}
    for item in items:
        if item.kind not in {"seen", "seen_alone"} or not item.when:
            continue
        for child in item.children:
            if {(child, item.day, "seen_alone"), (child, item.day, item.kind)} & known:
                continue
            before = found.get((child, item.day))
            if before is None or (item.kind == "seen_alone" and before.kind == "seen"):
                found[child, item.day] = Contact.model_validate(
                    {
                        "date": item.when, "who": (child,), "kind": item.kind, "by": Line(item.source or item.author),
                        "note": SafeText(item.words),
                    }
                )  # fmt: skip
    return list(found.values())


def _quotes(family: Family, items: Iterable[StoryItem]) -> list[Quote]:
    known = {(quote.who, _bare(quote.words)) for quote in family.quotes}
    found = []
    for item in items:
        if item.kind != "words":
            continue
        for child in item.children:
            if (child, _bare(item.words)) not in known:
                known.add((child, _bare(item.words)))
                found.append(
                    Quote.model_validate(
                        {"who": child, "words": SafeText(item.words), "date": item.when or item.noted.isoformat()}
                    )
                )
    return found


def _events(family: Family, items: Iterable[StoryItem]) -> list[Event]:
    known = {_bare(event.what) for event in family.events}
    found = []
    for item in items:
        if item.kind == "fact" and item.when and _bare(item.words) not in known:
            known.add(_bare(item.words))
            what = " ".join(item.words.split())[:LONGEST_LINE]
            values = {"date": item.when, "who": item.children, "what": Line(what), "source": Line(item.source)}
            found.append(Event.model_validate(values))
    return found


def _bare(words: str) -> str:
    return " ".join("".join(letter for letter in words.casefold() if letter.isalnum() or letter == " ").split())
