"""A decision that was made again, session after session: told once, with its days; a differing reason is never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from supervision_tui.days import day_in_words
from supervision_tui.records.story.items import DecisionWords, StoryItem, decision_in
from supervision_tui.text_folding import name_key

MOST_DAYS = 4
"""Days on which a decision was made again that are named one by one; of more, how many and the last."""
LABELS = {"because": "Because", "considered": "Also considered", "told": "How the family was told"}


@dataclass(frozen=True, slots=True)
class DecisionTime:
    """One time that a decision was made: the *item* that tells it, taken apart."""

    item: StoryItem
    words: DecisionWords

    @property
    def day(self) -> date:
        """The day on which it was made."""
        return self.item.day


@dataclass(frozen=True, slots=True)
class RepeatedDecision:
    """A decision and every time that it was made, the oldest first; at least one."""

    times: tuple[DecisionTime, ...]

    @property
    def what(self) -> str:
        """What was decided, in the words of the last time."""
        return self.times[-1].words.what

    @property
    def first(self) -> date:
        """The day on which it was made first."""
        return self.times[0].day

    @property
    def newest(self) -> date:
        """The day on which it was made last."""
        return self.times[-1].day

    def days(self, day_words: Callable[[date], str] = day_in_words) -> str:
        """On which days: "6 January 2026, again on 3 February 2026 and 3 March 2026"; of many, how often until when."""
        first, *again = dict.fromkeys(time.day for time in self.times)
        if not again:
            return day_words(first)
        if len(again) > MOST_DAYS:
            return f"{day_words(first)}, again {len(again)} times, last on {day_words(again[-1])}"
        return f"{day_words(first)}, again on {_listed([day_words(day) for day in again])}"

    def lines(self, *parts: str, day_words: Callable[[date], str] = day_in_words) -> list[str]:
        """The *parts* (because, considered, told) in words; what was not the same each time stands with its days."""
        return [line for part in parts for line in self._lines(part, day_words)]

    def _lines(self, part: str, day_words: Callable[[date], str]) -> list[str]:
        days: dict[str, list[date]] = {}
        words: dict[str, str] = {}
        for time in self.times:
            if text := str(getattr(time.words, part)):
                days.setdefault(name_key(text), []).append(time.day)
                words[name_key(text)] = text
        if len(words) == 1:
            return [f"{LABELS[part]}: {text}" for text in words.values()]
        newest_first = sorted(words, key=lambda key: days[key][-1], reverse=True)
        return [f"{LABELS[part]} ({_span(days[key], day_words)}): {words[key]}" for key in newest_first]

    @property
    def decided_by(self) -> str:
        """Who made it; several, where it was not the same person each time."""
        return _listed(list(dict.fromkeys(time.words.decided_by for time in self.times if time.words.decided_by)))

    @property
    def children(self) -> tuple[str, ...]:
        """The ids of all for whom it was made."""
        return tuple(dict.fromkeys(child for time in self.times for child in time.item.children))

    @property
    def drafts(self) -> tuple[date, ...]:
        """The days of which the entry is not confirmed yet."""
        return tuple(dict.fromkeys(time.day for time in self.times if time.item.status == "draft"))

    def draft_words(self, day_words: Callable[[date], str] = day_in_words) -> str:
        """That it is not confirmed, or of which days it is not; "" where it is."""
        drafts, days = self.drafts, set(map(attrgetter("day"), self.times))
        if not drafts:
            return ""
        if len(drafts) == len(days):
            return "draft, not confirmed"
        several = f"{len(drafts)} of them, the last of {day_words(drafts[-1])}"
        return f"draft, not confirmed: {day_words(drafts[0]) if len(drafts) == 1 else several}"


def repeated_decisions(items: Iterable[StoryItem]) -> list[RepeatedDecision]:
    """The decisions among *items*, each once with all its times; the one that was made last comes first.

    Two are the same where their words are, but for capitals, accents and the full stop at the end; whatever else was
    said with them is told beside.
    """
    found: dict[str, list[DecisionTime]] = {}
    for item in sorted(items, key=lambda item: (item.day, item.noted)):
        words = decision_in(item.words)
        found.setdefault(name_key(words.what.strip().rstrip(".")), []).append(DecisionTime(item, words))
    decisions = [RepeatedDecision(tuple(times)) for times in found.values()]
    return sorted(decisions, key=lambda decision: decision.newest, reverse=True)


def _span(days: Sequence[date], day_words: Callable[[date], str]) -> str:
    days = list(dict.fromkeys(days))
    return day_words(days[0]) if len(days) == 1 else f"{len(days)} times, {day_words(days[0])} to {day_words(days[-1])}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
