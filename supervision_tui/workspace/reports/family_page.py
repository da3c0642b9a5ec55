"""A family at one look: danger first, who, worries, what goes well, their words, what we think, do, what came of it.

Everything that a session, a visit or a form kept stands here by itself, dated by when it happened; nothing is written
again. Each row has its newest lines, and all of them with their source behind it. No scores.
Source: content specification 7.1 (a good entry), peers notes 5.6; McGoldrick, Gerson & Petry 2020 for who is who.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from supervision_tui.family import PartialDate
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.views import HiddenContent, name_by_kinship, without_hidden
from supervision_tui.records.story import (
    Danger,
    StoryItem,
    dangers,
    is_safety_store,
    newest,
    repeated_decisions,
    without_repeated,
)
from supervision_tui.workspace.reports.page_people import people_on_page, who_lines
from supervision_tui.workspace.reports.page_work import ideas_in_words, next_steps, outcomes_in_words
from supervision_tui.workspace.reports.short_days import short_day
from supervision_tui.workspace.reports.trends import scales

if TYPE_CHECKING:
    from supervision_tui.family import Contact, Event, Family, Person
    from supervision_tui.workspace.store import SessionSummary
    from supervision_tui.workspace.workspace import Workspace

SHOWN = 2
"""Lines of a row before it is opened."""
LAST_EVENTS = 6
"""Events of the timeline that the page ends with."""
ADD = {"seen": "n 2", "says": "n 3", "next": "n 4", "worries": "n 5", "well": "n 6"}
"""The keys that add to a row which is empty."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row: its *key*, *label*, every one of its *lines* (the newest first), *empty* words where it has none."""

    key: str
    label: str
    lines: tuple[str, ...]
    empty: str = ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines that stand on the page; how many more there are at the end of the last."""
        more = len(self.lines) - SHOWN
        if more <= 0 or self.key == "who":
            return self.lines
        return (*self.lines[: SHOWN - 1], f"{self.lines[SHOWN - 1]}  … {more} more")


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """The page of a family, about one *person* of it or (with none) about all its children.

    *danger* comes first and is never rolled away; *kept* is the same with what is kept from somebody.
    """

    family: str
    title: str
    person: str
    name: str
    as_at: date
    people: tuple[tuple[str, str], ...]
    danger: tuple[str, ...]
    kept: tuple[str, ...]
    rows: tuple[PageRow, ...]
    numbers: tuple[str, ...] = ()
    latest: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Sources:
    """What a page is made of: the family as it is known, without what is kept; what records tell; sessions."""

    family: Family
    items: tuple[StoryItem, ...]
    sessions: Sequence[SessionSummary]
    today: date

    def about(self, person: str, *kinds: str) -> list[StoryItem]:
        """The items of these *kinds* about *person*, or about anybody where none is given; the newest first."""
        return newest(self.items, *kinds, child=person)  # type: ignore[arg-type]  # kinds are those of a story


def page_of(workspace: Workspace, family_id: str, person: str = "", *, everyone: bool = False) -> FamilyPage:
    """The page of that family about *person* (the first child without), or about every child.

    Raises:
        DocumentNotFoundError: there is no such family.
        PersonNotFoundError: there is no such person.
    """
    whole, today = workspace.families.get(family_id), workspace.today()
    hidden = HiddenContent.of(whole)
    known = workspace.stories.joined(whole, events=True)
    items = tuple(item for item in workspace.stories.items(whole) if not hidden.tells(item.words, item.children))
    sources = _Sources(name_by_kinship(without_hidden(known)), items, _threads(workspace, family_id), today)
    people = people_on_page(sources.family)
    chosen = sources.family.person(person) if person else people[0] if people and not everyone else None
    found = dangers(whole, today)
    numbers = scales(workspace.summaries.all(), whole)
    return FamilyPage(
        family=family_id,
        title=str(whole.title),
        person=chosen.id if chosen else "",
        name=chosen.short_name if chosen else "all children",
        as_at=today,
        people=tuple((someone.id, someone.short_name) for someone in people),
        danger=tuple(danger_lines(found)),
        kept=tuple(danger_lines(found, whole=True)),
        rows=_rows(sources, chosen) if chosen else _row_each(sources),
        numbers=tuple(f"{row.whose}: {', '.join(str(mark.number) for mark in row.marks)} of 10" for row in numbers),
        latest=tuple(_latest(sources, workspace)),
    )


HEADS = {"harm": "Harm", "tie": "Harm", "order": "Orders", "care": "Care", "kept": "Not to be said"}
"""How the lines of danger begin, by their kind."""


def danger_lines(dangers: Sequence[Danger], *, whole: bool = False) -> list[str]:
    """What must be known first, a line for each sort of it; with *whole*, what is kept from somebody in full."""
    lines: dict[str, list[str]] = {}
    for danger in dangers:
        words = (danger.whole or danger.words) if whole else danger.words
        under_head = lines.setdefault(HEADS[danger.kind], [])
        if words not in under_head:
            under_head.append(words)
    if "Harm" in lines and "Orders" not in lines:
        lines = {"Harm": lines.pop("Harm"), "Orders": ["none is noted"], **lines}
    return [f"{head}: {'; '.join(words)}." for head, words in lines.items()]


def safe_for_room(page: FamilyPage, workspace: Workspace) -> FamilyPage:
    """*page* as others in a room may see it: without danger, what must not be said, other homes, safety stores."""
    family, today = workspace.families.get(page.family), workspace.today()
    rows = []
    for row in page.rows:
        lines = row.lines[:1] if row.key == "who" else row.lines
        rows.append(replace(row, lines=tuple(line for line in lines if not is_safety_store(line, family, today))))
    return replace(page, danger=(ROOM_DANGER,) if page.danger else (), kept=(), rows=tuple(rows))


ROOM_DANGER = "What has to be known first is not shown while others see this screen. Ctrl+R shows it."


def _threads(workspace: Workspace, family_id: str) -> list[SessionSummary]:
    return [thread for thread in workspace.sessions.threads() if thread.family_id == family_id]


def _rows(sources: _Sources, person: Person) -> tuple[PageRow, ...]:
    child, name = person.id, person.short_name
    return (
        PageRow("who", "Who", tuple(who_lines(sources.family, person, sources.today))),
        PageRow("why", "Why", _why(sources), "not written down yet: a session asks for it"),
        PageRow("seen", "Seen", tuple(seen_lines(sources.family, child, sources.today)), _add("seen", "not noted yet")),
        PageRow("says", f"{name} says", tuple(_says(sources, child)), _add("says", "nothing noted yet")),
        PageRow("worries", "Worries", tuple(_worries(sources, child)), _add("worries", "none written down")),
        PageRow("well", "Goes well", _well(sources, child), _add("well", "nothing written down")),
        PageRow(
            "think",
            "We think",
            tuple(ideas_in_words(sources.sessions, sources.family, _now(sources))),
            "no idea yet: ideas come from sessions, and are never findings",
        ),
        PageRow("unknown", "Not known", _told(sources, child, "unknown"), "no question waits"),
        PageRow("next", "Next", _next(sources, child), _add("next", "no step is open")),
        PageRow("decided", "Decided", tuple(_decided(sources, child)), "no decision is written down"),
        PageRow(
            "came",
            "Came of it",
            tuple(outcomes_in_words(sources.sessions, sources.items, sources.today, child)),
            "nothing is told yet of what became of steps",
        ),
    )


def _next(sources: _Sources, person: str) -> tuple[str, ...]:
    return tuple(next_steps(sources.sessions, sources.today, person))


def _row_each(sources: _Sources) -> tuple[PageRow, ...]:
    """A row for each child: when seen, last words, what we worry about."""
    found = []
    for child in sources.family.focus_children():
        seen = seen_lines(sources.family, child.id, sources.today)
        lines = [
            f"seen {seen[0]}" if seen else "not noted as seen yet",
            next(iter(_says(sources, child.id)), "nothing of theirs is noted yet"),
            *(f"worry: {words}" for words in list(_worries(sources, child.id))[:1]),
            *(f"next: {words}" for words in _next(sources, child.id)[:1]),
        ]
        found.append(PageRow(child.id, child.short_name, tuple(lines)))
    return tuple(found)


def _add(key: str, words: str) -> str:
    return f"{words}. {ADD[key]}"


def _now(sources: _Sources) -> datetime:
    return datetime.combine(sources.today, time(23, 59), tzinfo=UTC)


def _why(sources: _Sources) -> tuple[str, ...]:
    return tuple(filter(None, [str(sources.family.referral), str(sources.family.team_question)]))


def seen_lines(family: Family, person: str, today: date) -> list[str]:
    """The times that *person* was seen, the newest first; the last time alone stands second where it is older."""
    seen = [
        contact
        for contact in family.contacts
        if person in contact.who and contact.kind in {"seen", "seen_alone"} and contact.date
    ]
    ordered = sorted(seen, key=_latest_of, reverse=True)
    if not ordered:
        return []
    lines = [_seen(contact, today) for contact in ordered]
    alone = next((at for at, contact in enumerate(ordered) if contact.kind == "seen_alone"), None)
    if alone is None:
        lines.insert(1, "never noted as seen alone")
    elif alone:
        lines.insert(1, f"last alone: {lines.pop(alone).replace(', alone', '', 1)}")
    return lines


def _latest_of(contact: Contact) -> date:
    return contact.date.latest if contact.date else date.min


def _seen(contact: Contact, today: date) -> str:
    note = str(contact.note)
    alone = "alone" if contact.kind == "seen_alone" and "alone" not in note.casefold() else ""
    by = f" ({contact.by})" if contact.by and str(contact.by) not in note else ""
    when = _when(contact.date, today) if contact.date else "no day said"
    return f"{', '.join(part for part in (when, alone, note) if part)}{by}"


def _when(when: PartialDate, today: date) -> str:
    return short_day(when.earliest, today) if when.exact else date_in_words(when)


def _says(sources: _Sources, person: str) -> Iterator[str]:
    quotes = sorted(
        (quote for quote in sources.family.quotes if quote.who == person),
        key=lambda quote: quote.date.latest if quote.date else date.min,
        reverse=True,
    )
    sayings = [
        (
            quote.date.latest if quote.date else date.min,
            f"‘{quote.words}’{f'  {_when(quote.date, sources.today)}' if quote.date else ''}",
        )
        for quote in quotes
    ]
    voiced = without_repeated(sources.about(person, "voice"))
    shown = [(item.day, f"{item.words}  {_dated(item, sources.today)}") for item in voiced]
    for _, words in sorted((*sayings, *shown), key=lambda line: line[0], reverse=True):
        yield words


def _dated(item: StoryItem, today: date) -> str:
    day = short_day(item.day, today) if item.dated else f"noted {short_day(item.noted, today)}"
    return f"({', '.join(part for part in (item.source, day) if part)})"


def _told(sources: _Sources, person: str, *kinds: str) -> tuple[str, ...]:
    return tuple(f"{item.words} {_dated(item, sources.today)}" for item in sources.about(person, *kinds))


def _well(sources: _Sources, person: str) -> tuple[str, ...]:
    strengths = _told(sources, person, "strength")
    known = [strength for strength in sources.family.strengths if not strength.who or person in strength.who]
    known += [strength for strength in sources.family.strengths if strength not in known]
    return (*strengths, *(str(strength.words) for strength in known))


def _worries(sources: _Sources, person: str) -> Iterator[str]:
    """What worries, the newest first: from records, and as it was noted on the page."""
    worries = [(item.day, f"{item.words} {_dated(item, sources.today)}") for item in sources.about(person, "worry")]
    for worry in sources.family.worries:
        if not worry.who or person in worry.who:
            day = worry.date.latest if worry.date else date.min
            beside = ", ".join(
                filter(None, [str(worry.source), _when(worry.date, sources.today) if worry.date else ""])
            )
            worries.append((day, f"{worry.words}{f' ({beside})' if beside else ''}"))
    for _, words in sorted(worries, key=lambda line: line[0], reverse=True):
        yield words


def _decided(sources: _Sources, person: str) -> Iterator[str]:
    """What was decided, the newest first; made again and again it stands once, with every reason."""
    day_words = partial(short_day, today=sources.today)
    for decision in repeated_decisions(sources.about(person, "decision")):
        reasons = [line[:1].lower() + line[1:] for line in decision.lines("because", day_words=day_words)]
        because = f", {'; '.join(reasons).replace('because: ', 'because ', 1)}" if reasons else ""
        by = f" ({decision.decided_by})" if decision.decided_by else ""
        days = decision.days(day_words)
        again = f"; decided {days}" if "again" in days else ""
        draft = f"; {words} yet" if (words := decision.draft_words(day_words)) else ""
        yield f"{day_words(decision.newest)}  {decision.what}{because}{by}{again}{draft}"


def _whose(family: Family, event: Event) -> str:
    """The first of those to whom it happened, unless its words name them."""
    names = [person.short_name for person in family.index.people(event.who)]
    return "" if not names or any(name in event.what for name in names) else f"{names[0]}: "


def _latest(sources: _Sources, workspace: Workspace) -> Iterable[str]:
    rows = [
        (event.date.earliest, f"{_when(event.date, sources.today)}  {_whose(sources.family, event)}{event.what}")
        for event in sources.family.events
        if event.date
    ]
    for session in sources.sessions:
        if session.is_session:
            title = workspace.formats[session.template_id].title
            rows.append((session.day, f"{short_day(session.day, sources.today)}  we spoke of them: {title}"))
    past = sorted((row for row in rows if row[0] <= sources.today), key=lambda row: row[0], reverse=True)
    return [words for _, words in past[:LAST_EVENTS]]
