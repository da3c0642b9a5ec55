"""A family in words, panel by panel: children, time, the ideas of the team with their history, steps, sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words, weeks_in_words
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.views import (
    HiddenContent,
    count_hidden,
    name_by_kinship,
    person_in_words,
    without_hidden,
    worker_changes_in_words,
)
from supervision_tui.records.kinds.scales import NOTE
from supervision_tui.session import Hypothesis
from supervision_tui.tui.content import content, filled, inline, stacked
from supervision_tui.workspace.reports import (
    newest_words_of,
    open_steps,
    scales,
    session_dots,
    workload_by_owner,
)
from supervision_tui.workspace.reports.child_page import SHOWN

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.family import Contact, Family, Person
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.reports import PageLine
    from supervision_tui.workspace.store import SessionSummary

FAINT, HEAD = "$foreground 70%", "$secondary"
STATES = {"done": "done", "part": "partly done", "not_done": "not done", "not_needed": "no longer needed"}


def who(workspace: Workspace, family: Family) -> Content:
    """What was asked, a card for each child in focus, everybody else by name, what goes well."""
    today, hidden_count, hidden = workspace.today(), count_hidden(family), HiddenContent.of(family)
    family = name_by_kinship(without_hidden(family))
    parts: list[Content | str] = [content(family.title, "bold"), ""]
    if family.referral:
        parts += [content(family.referral), ""]
    if family.team_question:
        parts += [content(f"The team's question: {family.team_question}", "$accent"), ""]
    flags = [flag for flag in family.harm_flags if flag.until is None or not flag.until.certainly_by(today)]
    if flags:
        parts += [
            content("Harm is flagged: w on the drawing lists it; questions about it come first.", "$error bold"),
            "",
        ]
    children = family.focus_children()
    records = workspace.stories.records(family.id)
    for child in children:
        page = [line for line in newest_words_of(records, child.id, today) if not hidden.tells(line.words)]
        parts += [*child_card(family, child, today, page), ""]
    others = [person for person in family.persons if person not in children]
    if others:
        parts += [content("Everybody else", HEAD), *(f"  {person_in_words(person, today)}" for person in others)]
    if changes := worker_changes_in_words(family, today):
        parts += ["", content(changes)]
    if family.strengths:
        parts += ["", content("What goes well", HEAD), *(f"  {strength.words}" for strength in family.strengths)]
    return stacked(*parts, *_kept(hidden_count))


def _kept(number: int) -> list[Content | str]:
    """That something is kept from somebody, and where it is: a panel stands open for anybody to see."""
    if not number:
        return []
    things = "One thing is" if number == 1 else f"{number} things are"
    return ["", content(f"{things} kept from somebody and not shown here: on the drawing, w lists them.", FAINT)]


def child_card(family: Family, child: Person, today: date, page: Sequence[PageLine] = ()) -> list[Content | str]:
    """A child in focus: age, home, carers and parents there, last words, when seen and alone, what records say."""
    home = family.household_of(child.id, today)
    with_child = {person.id for person in family.living_with(child.id)}
    parents = [parent for parent in family.parents_of(child.id) if parent.id in with_child]
    carers = ", ".join(
        dict.fromkeys(carer.short_name for carer in (*parents, *family.carers_of(child.id)))
    ) or ", ".join(parent.short_name for parent in family.parents_of(child.id))
    place = str(home.name) if home is not None and home.safe_to_record else ""
    lives = " ".join(
        part for part in (f"lives at {place}" if place else "", f"with {carers}" if carers else "") if part
    )
    card: list[Content | str] = [content(person_in_words(child, today), "$accent bold")]
    card += [f"  {lives}"] if lives else []
    away = [parent for parent in family.parents_of(child.id) if parent.id not in with_child]
    card += [f"  parents elsewhere: {', '.join(person_in_words(parent, today) for parent in away)}"] if away else []
    card += [f"  {child.note}"] if child.note else []
    quotes = [quote for quote in family.quotes if quote.who == child.id]
    if any(line.called == SHOWN["child_voice"] for line in page):
        pass  # the newest words stand on the page below
    elif quotes:
        last = max(quotes, key=lambda quote: quote.date.latest if quote.date else date.min)
        card.append(f"  said{f', {date_in_words(last.date)}' if last.date else ''}: “{last.words}”")
    else:
        card.append(content("  no words of theirs are noted here yet", FAINT))
    seen = [
        contact
        for contact in family.contacts
        if child.id in contact.who and contact.kind in {"seen", "seen_alone"} and contact.date
    ]
    if seen:
        latest = max(seen, key=_when)
        card.append(f"  seen{' alone' if latest.kind == 'seen_alone' else ''} {_day_in_words(latest)}")
        alone = [contact for contact in seen if contact.kind == "seen_alone"]
        if alone and latest.kind != "seen_alone":
            card.append(f"  seen alone {_day_in_words(max(alone, key=_when))}")
    for line in page:
        old = " · old: look at it again" if line.stale else ""
        words = f"  {line.called}: {line.words} ({day_in_words(line.day)}{old})"
        card.append(content(words, "$warning") if line.stale else words)
    return card


def _day_in_words(contact: Contact) -> str:
    return date_in_words(contact.date) if contact.date else "no day said"


def _when(contact: Contact) -> date:
    return contact.date.latest if contact.date else date.min


def timeline(workspace: Workspace, family: Family) -> Content:
    """What happened, the newest last, with the sessions about the family among it."""
    rows: list[tuple[date, str, str]] = []
    hidden, family = len(HiddenContent.of(family).events), name_by_kinship(without_hidden(family))
    for event in family.events:
        names = ", ".join(family.person(person_id).short_name for person_id in event.who)
        rows.append(
            (
                event.date.earliest if event.date else date.min,
                date_in_words(event.date) if event.date else "no date",
                f"{names}: {event.what}",
            )
        )
    for summary in _about(workspace, family):
        day = summary.day
        rows.append((day, day_in_words(day), f"we spoke of them: {workspace.formats[summary.template_id].title}"))
    if not rows:
        return stacked(content("Nothing is on the timeline yet.", FAINT), *_kept(hidden))
    lines = [
        inline(content(f"{filled(day, 18)}", FAINT), words) for _, day, words in sorted(rows, key=lambda row: row[0])
    ]
    return stacked(*lines, *_kept(hidden))


def ideas(workspace: Workspace, family: Family) -> Content:
    """Every idea of the team with its history; ideas that nobody has looked at for eight weeks say so."""
    now = datetime.now(UTC)
    seen: dict[str, list[tuple[date, Hypothesis]]] = {}
    for summary in reversed(_threads(workspace, family)):
        for idea in summary.hypotheses:
            seen.setdefault(idea.statement.casefold(), []).append((summary.day, idea))
    parts: list[Content | str] = []
    held = [session for session in _about(workspace, family) if session.closed]
    for seen_idea in seen.values():
        parts += [*_idea(seen_idea, now, held), ""]
    if family.hypotheses:
        parts += [content("On the map", HEAD), *(f"  {idea.words}" for idea in without_hidden(family).hypotheses), ""]
    along = workspace.suggestions.of(family.id).to_take_along.values()
    if along:
        parts += [
            content("To take along to the next visit", HEAD),
            *(f"  {suggestion.words}" for suggestion in along),
            "",
        ]
    noted = workspace.working_space_words(family.id)
    if noted:
        parts += [content("Written down after sessions", HEAD), noted]
    return (
        stacked(*parts)
        if parts
        else content("No idea is here yet. Ideas come from sessions; they are never findings.", FAINT)
    )


def _idea(
    history: list[tuple[date, Hypothesis]], now: datetime, held: Sequence[SessionSummary]
) -> Iterable[Content | str]:
    last = history[-1][1]
    looked = last.history[-1].at if last.history else last.at
    yield content(last.statement, "bold")
    stale = f" · nobody has looked at it for {weeks_in_words((now - looked).days)}" if last.stale(now) else ""
    yield content(f"  stands as: {last.status}{stale}", "$warning" if stale else FAINT)
    yield content(f"  thought first on {day_in_words(last.at)}", FAINT)
    for change in last.history:
        yield content(
            f"  {day_in_words(change.at)}: {change.status}{f', because {change.because}' if change.because else ''}",
            FAINT,
        )
    if last.child_inside:
        yield f"  for the child: {last.child_inside}"
    if last.would_drop:
        yield f"  we would drop it if: {last.would_drop}"
    yield content(f"  {session_dots(last, held)}  looked at in the sessions with a full dot, the oldest first", FAINT)


def steps(workspace: Workspace, family: Family) -> Content:
    """Open steps, what is past its date first; then what became of the others."""
    about, today = _threads(workspace, family), workspace.today()
    parts: list[Content | str] = []
    for step in open_steps(about):
        parts.append(content(step.words(today), "$warning" if step.late(today) else ""))
        parts += [content(f"    done when: {step.action.done_when}", FAINT)] if step.action.done_when else []
    ended = [
        (session, step)
        for session in about
        for step in session.actions
        if session.closed and step.state in STATES and step.state != "part"
    ]
    owners = workload_by_owner(about, today)
    if owners:
        parts += ["", content("Whose steps they are", HEAD), *(f"  {owner.words}" for owner in owners)]
    if ended:
        parts += ["", content("Ended", HEAD)]
        parts += [
            f"  {day_in_words(session.day):>17}  {step.who}: {step.what} · {STATES[step.state]}"
            for session, step in ended
        ]
    return stacked(*parts) if parts else content("No step is noted yet. Steps come from sessions.", FAINT)


def sessions(workspace: Workspace, family: Family) -> Content:
    """When the family was spoken of, in which format."""
    lines: list[Content | str] = [
        inline(
            content(f"{day_in_words(summary.day):>17}  ", FAINT),
            workspace.formats[summary.template_id].title,
            content("" if summary.closed else "   still open: it goes on from Today", "$accent"),
        )
        for summary in _about(workspace, family)
    ]
    return stacked(*lines) if lines else content("This family was not spoken of yet. Sessions start on Today.", FAINT)


def _about(workspace: Workspace, family: Family) -> Sequence[SessionSummary]:
    return [summary for summary in workspace.summaries.all() if summary.family_id == family.id]


def _threads(workspace: Workspace, family: Family) -> Sequence[SessionSummary]:
    """The same, with what came from other notebooks."""
    return [thread for thread in workspace.sessions.threads() if thread.family_id == family.id]


def numbers(workspace: Workspace, family: Family) -> Content:
    """The numbers that people gave on scales, session by session: each person's own, never an average."""
    found = scales(workspace.summaries.all(), family)
    if not found:
        return content("No number is here yet. Numbers come from a scale round in a session.", FAINT)
    parts: list[Content | str] = [content(NOTE, FAINT), ""]
    for line in found:
        parts += [inline(content(f"{line.bars}  ", "$accent"), content(line.whose, "bold"))]
        parts += [content(f"  {day_in_words(mark.day):>17}  {mark.number:>2}  {mark.because}") for mark in line.marks]
        parts.append("")
    return stacked(*parts)


PANELS: dict[str, tuple[str, Callable[[Workspace, Family], Content]]] = {
    "who": ("Who", who),
    "timeline": ("Timeline", timeline),
    "ideas": ("Ideas", ideas),
    "steps": ("Steps", steps),
    "sessions": ("Sessions", sessions),
    "numbers": ("Numbers", numbers),
}
"""Panel by id: its title, and what writes it."""
