"""The table of rules (content.md 3.5) and the one way to run them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.family.dates import as_day
from supervision_tui.family.patterns import (
    anniversaries,
    gaps,
    households,
    losses,
    network,
    relationships,
    repetition,
    siblings,
    strengths,
)
from supervision_tui.family.patterns.context import PatternContext

if TYPE_CHECKING:
    from supervision_tui.family.model.family import Family
    from supervision_tui.family.patterns.pattern import Pattern

Rule = Callable[[PatternContext], Iterator["Pattern"]]

RULES: dict[str, tuple[str, Rule]] = {
    "G-MISSING": ("A side of the family that is missing", gaps.missing_side),
    "G-ABSENT": ("A parent who was not asked", gaps.absent_parent),
    "G-MEN": ("Men who were not seen", gaps.men_not_seen),
    "G-REPEAT-AGE": ("The same age, the same event", repetition.same_age),
    "G-REPEAT-EVENT": ("The same event over generations", repetition.same_event),
    "G-CUTOFF": ("A cut-off", relationships.cut_off),
    "G-TRIANGLE": ("A triangle", relationships.triangle),
    "G-ANNIV": ("Anniversaries", anniversaries.anniversary),
    "G-SAMEAGE": ("A child reaches an age that mattered", anniversaries.same_age_anniversary),
    "G-NAME": ("Names handed on", siblings.repeated_names),
    "G-MIGRATE": ("Migration and separation", losses.migration),
    "G-HOUSEHOLD": ("Homes that change", households.household_change),
    "G-ORDER": ("The place among siblings", siblings.place_among_siblings),
    "G-LOSS": ("Losses", losses.unspoken_loss),
    "G-REMOVED": ("A child living elsewhere", siblings.living_elsewhere),
    "G-ALONE": ("A thin network", network.sparse_network),
    "G-CARER-AGE": ("A carer who carries much", network.carer_strain),
    "G-STRENGTH": ("A strength handed on", strengths.repeated_strengths),
    "G-NEW": ("Someone new", households.new_adult),
    "G-UNBORN": ("A baby expected", households.baby_expected),
    "G-PROF": ("Many professionals", network.many_professionals),
    "G-NOVOICE": ("A child who was not heard", gaps.silent_child),
}
"""Code to title and rule, in the order in which they are shown."""

BESIDE = 3
"""Strengths shown next to one pattern."""


def patterns(family: Family, today: date | str, muted: Collection[str] = ()) -> list[Pattern]:
    """Every pattern of *family* as seen on *today*, by rule, without the rules whose codes are *muted*.

    *today* is a day, or words for one (``"2026-09-01"``). Each pattern carries its reason, the
    people and facts it rests on, questions for supervision, and strengths beside it.
    """
    context = PatternContext(family, as_day(today))
    found = [pattern for code, (_, rule) in RULES.items() if code not in muted for pattern in rule(context)]
    return [pattern if pattern.strength else _with_strengths(family, pattern) for pattern in found]


def _with_strengths(family: Family, pattern: Pattern) -> Pattern:
    """*pattern* with strengths of the same people next to it, else of the family: no worry stands alone."""
    own = [strength.words for strength in family.strengths if set(strength.who) & set(pattern.who)]
    others = [strength.words for strength in family.strengths if strength.words not in own]
    beside = dict.fromkeys((*pattern.beside, *own, *(others if not own and not pattern.beside else ())))
    return replace(pattern, beside=tuple(str(words) for words in list(beside)[:BESIDE]))
