"""How often each pillar, value and objective of a framework was spoken of: what a team's talk leaves out shows itself.

What people named at the close of sessions, and what next steps serve; counted over time, never for one worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supervision_tui.family.dates.span import moved
from supervision_tui.practice import Framework
from supervision_tui.practice.library.forms import FEEDBACK_THEMES
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.workspace.reports.due import OpenStep
    from supervision_tui.workspace.store import SessionSummary

LOOKS_BACK = timedelta(weeks=12)
"""How far the balance looks back."""
LEAST = 85.0
"""How alike what was written and a title must be, of 100."""
_CARDS = ("pillars", "values", "objectives")
FEEDBACK_FIELD = "feedback_theme"
SPOKEN, SERVES = "spoken_of", "serves"
"""Where a session says which pillars were spoken of, and a step which one it serves."""


@dataclass(frozen=True, slots=True)
class TagCount:
    """How often the card of a *title* was *spoken* of and how many next steps serve it."""

    title: str
    spoken: int
    steps: int

    @property
    def words(self) -> str:
        """A line for a list."""
        if not self.spoken and not self.steps:
            return f"{self.title}: not spoken of"
        steps = f", {self.steps} next {'step' if self.steps == 1 else 'steps'}" if self.steps else ""
        return f"{self.title}: {self.spoken} {'time' if self.spoken == 1 else 'times'}{steps}"


def count_tags(summaries: Iterable[SessionSummary], framework: Framework, today: date) -> list[TagCount]:
    """Every pillar, value and objective of *framework*, with how often it was spoken of in the last twelve weeks."""
    recent = [summary for summary in summaries if summary.day >= today - LOOKS_BACK]
    titles = _titles(framework)
    spoken = [_named(titles, str(entry.parts.get(SPOKEN, ""))) for summary in recent for entry in summary.entries]
    serving = [_named(titles, str(action.serves)) for summary in recent for action in summary.actions]
    return [
        TagCount(title, sum(title in named for named in spoken), sum(title in named for named in serving))
        for title in titles
    ]


def count_feedback(summaries: Iterable[SessionSummary], today: date) -> dict[str, tuple[int, int]]:
    """What families spoke of when they spoke of us in the last year: praise and wishes, by theme; no words, no family.

    A theme that nobody named is left out; what does not say whether it was praise counts as a wish.
    """
    counted: dict[str, tuple[int, int]] = {}
    for summary in summaries:
        if summary.closed and summary.day >= moved(today, -12):
            for entry in summary.entries:
                theme = str(entry.parts.get("theme", "")) if entry.field == FEEDBACK_FIELD else ""
                if theme in FEEDBACK_THEMES:
                    praise, wishes = counted.get(theme, (0, 0))
                    good = str(entry.parts.get("well", "")) == "praise"
                    counted[theme] = (praise + good, wishes + (not good))
    return {theme: counted[theme] for theme in FEEDBACK_THEMES if theme in counted}


def feedback_in_words(counted: Mapping[str, tuple[int, int]]) -> list[str]:
    """A line for each theme of :func:`count_feedback`."""
    return [f"{theme}: {praise} praise, {wishes} to put right" for theme, (praise, wishes) in counted.items()]


def sessions_about(
    summaries: Iterable[SessionSummary], framework: Framework, title: str, today: date
) -> list[SessionSummary]:
    """Sessions of the last twelve weeks in which the card of that *title* was spoken of, the newest first."""
    titles = _titles(framework)
    found = [
        summary
        for summary in summaries
        if summary.day >= today - LOOKS_BACK
        and any(title in _named(titles, str(entry.parts.get(SPOKEN, ""))) for entry in summary.entries)
    ]
    return sorted(found, key=lambda summary: summary.started, reverse=True)


def steps_serving(steps: Iterable[OpenStep], framework: Framework, title: str) -> list[OpenStep]:
    """Those of *steps* that serve the card of that *title*, in their order."""
    titles = _titles(framework)
    return [step for step in steps if title in _named(titles, str(step.action.serves))]


def _titles(framework: Framework) -> list[str]:
    return list(dict.fromkeys(str(card.title) for name in _CARDS for card in getattr(framework, name)))


def _named(titles: Iterable[str], words: str) -> frozenset[str]:
    """Those of *titles* that *words* name: whole, or as one of the pieces between commas."""
    text, found = name_key(words.replace("\n", ", ")), set()
    for title in sorted(titles, key=len, reverse=True):  # one title may hold a comma, or another title
        if (key := name_key(title)) in text:
            found.add(title)
            text = text.replace(key, ",")
    pieces = [piece for part in text.replace(";", ",").split(",") if (piece := part.strip(" ."))]
    if not pieces:
        return frozenset(found)
    from rapidfuzz import fuzz  # noqa: PLC0415 - 40 modules, which Today need not wait for

    for title in titles:
        if any(piece in name_key(title) or fuzz.ratio(piece, name_key(title)) >= LEAST for piece in pieces):
            found.add(title)
    return frozenset(found)
