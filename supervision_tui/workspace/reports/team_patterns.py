"""What comes back across the families of a team: themes and gaps as counts with a question, never a score of people.

A count below five may point at one family or worker and is not told; nor is one that leaves fewer than five others.
Source: content specification 7 (counts only), 7.1 (published criticisms: drift, absent fathers); security notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supervision_tui.practice import Destination
from supervision_tui.records.name_leaks import people_in
from supervision_tui.text_folding import name_key
from supervision_tui.workspace.reports.counts import FEWEST, number_of
from supervision_tui.workspace.reports.due import open_steps, stale_ideas

if TYPE_CHECKING:
    from supervision_tui.family import Family, Person
    from supervision_tui.records import Record
    from supervision_tui.workspace.workspace import Workspace

LOOKS_BACK = timedelta(weeks=12)
WAITED = timedelta(days=14)
"""After how long a decision counts as waiting to be confirmed."""


@dataclass(frozen=True, slots=True)
class TeamPattern:
    """Something that comes back: *what*, in how many *families* of how many *looked_at*, and a *question* for us."""

    what: str
    families: int
    looked_at: int
    question: str

    @property
    def number(self) -> str:
        """How many, where that may be told: neither of those families nor of the others there are few."""
        return number_of(self.families, self.looked_at)

    @property
    def in_words(self) -> str:
        """One line, with the question; where it comes back in no family there is nothing to ask."""
        question = f" {self.question}" if self.families else ""
        return f"{self.number} of {self.looked_at} families: {self.what}.{question}"


UNSEEN = timedelta(weeks=4)
"""Without being seen alone for so long, a child counts as one of whom we have not heard."""
SPOKEN = timedelta(weeks=6)
"""Without a session for so long, a family counts as not spoken of."""


@dataclass(frozen=True, slots=True)
class TeamThemes:
    """What families have in common, by their own maps: *counted* by theme, the most frequent first; *rare* themes.

    A theme of fewer than five families is not named, only counted among the rare ones: the name alone might point at
    one of them.
    """

    counted: tuple[tuple[str, int], ...]
    rare: int
    looked_at: int

    @property
    def lines(self) -> tuple[str, ...]:
        """A line for each theme that may be named, then how many may not, and a question."""
        lines = [
            f"{number_of(number, self.looked_at)} of {self.looked_at} families: {theme}"
            for theme, number in self.counted
        ]
        if self.rare:
            other = f"{'one more theme' if self.rare == 1 else f'{self.rare} more themes'}, each in fewer than {FEWEST}"
            lines.append(f"{other} families: not named here")
        if lines:
            lines.append("Which of these do we know well together, and which does each of us carry alone?")
        return tuple(lines)


def team_themes_of(workspace: Workspace) -> TeamThemes:
    """The themes of the families that the team works with; nothing where there are fewer than five families."""
    families = _worked_with(workspace)
    if len(families) < FEWEST:
        return TeamThemes((), 0, len(families))
    words: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for family in families:
        keys = {name_key(str(theme)): str(theme) for theme in family.themes if str(theme).strip()}
        words = keys | words
        counted.update(keys.keys())
    often = sorted(((words[key], number) for key, number in counted.items() if number >= FEWEST), key=_by_number)
    return TeamThemes(tuple(often), len(counted) - len(often), len(families))


def _by_number(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _worked_with(workspace: Workspace) -> list[Family]:
    return [family for family in workspace.families.all() if not workspace.involvements.of(family.id).ended]


def team_patterns_of(workspace: Workspace) -> tuple[TeamPattern, ...]:
    """What comes back over twelve weeks; nothing where the team works with fewer than five families."""
    today = workspace.today()
    families = _worked_with(workspace)
    if len(families) < FEWEST:
        return ()
    summaries = workspace.sessions.threads()
    steps = open_steps(summaries)
    late = {step.summary.family_id for step in steps if step.late(today)}
    undated = {step.summary.family_id for step in steps if step.due is None}
    ideas = set(stale_ideas(workspace.summaries.all(), workspace.sessions.now()))
    spoken = {summary.family_id for summary in summaries if summary.is_session and summary.day >= today - SPOKEN}
    known = {family.id: workspace.stories.joined(family) for family in families}
    records = {family.id: _recent(workspace, family.id, today) for family in families}
    asked: tuple[tuple[str, Callable[[Family], bool], str], ...] = (
        ("a father or other man who parents is named in no record", lambda family: _unnamed_man(family, records),
         "Whom do we ask, and how, when we say that he is hard to reach?"),
        ("no record holds a child's own words", lambda family: not _voices(records[family.id]),
         "What would it take to have ten minutes with each child?"),
        ("a child was not seen alone in the last four weeks", lambda family: _unseen(known[family.id], today),
         "What stands between us and the child: time, place, or something that we avoid?"),
        ("nothing of what goes well is written down", lambda family: not known[family.id].strengths,
         "What would they say that we have overlooked?"),
        ("the family was not spoken of in a session for six weeks", lambda family: family.id not in spoken,
         "Whom do we find it easy not to speak of?"),
        ("a decision waits to be confirmed for two weeks or more", lambda family: _waits(records[family.id], today),
         "Who confirms when the manager is away?"),
        ("a step is past its day", lambda family: family.id in late, "Which steps are ours only in name?"),
        ("a step has no day", lambda family: family.id in undated, "What keeps us from naming a day?"),
        ("an idea was not looked at for eight weeks", lambda family: family.id in ideas,
         "Which idea have we begun to take for a fact?"),
    )  # fmt: skip
    counted = ((what, sum(map(holds, families)), question) for what, holds, question in asked)
    found = [TeamPattern(what, number, len(families), question) for what, number, question in counted]
    return tuple(sorted(found, key=lambda pattern: not pattern.families))


def _recent(workspace: Workspace, family_id: str, today: date) -> list[Record]:
    return [record for record in workspace.stories.records(family_id) if record.day >= today - LOOKS_BACK]


def _unnamed_man(family: Family, records: dict[str, list[Record]]) -> bool:
    """Whether a living man among the parents of the children in focus is named nowhere, though records were written."""
    recent = records[family.id]
    men = {person.id for person in _parents(family) if person.gender == "male" and person.died is None}
    named = {person.id for record in recent for person in people_in(record.words, family)}
    return bool(recent) and bool(men - named)


def _parents(family: Family) -> Iterable[Person]:
    focus = {child.id for child in family.focus_children()}
    parents = {parent for link in family.parentages if link.child in focus for parent in link.parents}
    return [person for person in family.persons if person.id in parents]


def _unseen(family: Family, today: date) -> bool:
    """Whether a living child in focus was not noted as seen alone lately."""
    alone = {
        who for contact in family.contacts
        if contact.kind == "seen_alone" and contact.date and contact.date.latest >= today - UNSEEN
        for who in contact.who
    }  # fmt: skip
    children = [child for child in family.focus_children() if child.kind != "unborn" and not child.dead]
    return any(child.id not in alone for child in children)


def _voices(records: Iterable[Record]) -> bool:
    return any(
        paragraph.field in {"child_voice", "last_words"}
        for record in records
        for section in record.sections
        for paragraph in section.paragraphs
    )


def _waits(records: Iterable[Record], today: date) -> bool:
    return any(
        record.destination is Destination.CHILD_FILE and record.confirmed is None and record.day <= today - WAITED
        and any(paragraph.kind == "decision" for section in record.sections for paragraph in section.paragraphs)
        for record in records
    )  # fmt: skip


def team_in_words(workspace: Workspace) -> str:
    """What comes back across the families of the team, or why nothing is told."""
    patterns = [pattern.in_words for pattern in team_patterns_of(workspace)]
    themes = team_themes_of(workspace).lines
    common = "\n".join(["What families have in common, by their maps", *themes]) if themes else ""
    text = "\n\n".join(filter(None, ("\n".join(patterns), common)))
    return text or "There are fewer than five families here: a count might point at one of them."
