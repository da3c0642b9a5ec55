"""British English for one way by descent (genograms.md section 5).

Great-aunt rather than grandaunt; "4× great-grandmother" beyond three greats; where gender is not known or is neither,
the word goes by the one between: "mother's sibling", "sister's child".
"""

from __future__ import annotations

from typing import Literal

from supervision_tui.family.kinship.paths import Blood

Gender = Literal["female", "male", ""]
"""For choosing between two words; empty where neither fits or it is not known."""

ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
TIMES = ("", "once", "twice", "three times", "four times", "five times", "six times")
MOST_GREATS = 3
"""Greats that are written out; more are counted."""


def choose(gender: Gender, female: str, male: str, other: str) -> str:
    """The word for this gender."""
    return {"female": female, "male": male, "": other}[gender]


def great_prefix(number: int) -> str:
    """``great-`` so many times: ``great-great-``, ``4× great-``."""
    return "great-" * number if number <= MOST_GREATS else f"{number}× great-"


def ancestor(generations: int, gender: Gender) -> str:
    """A parent, grandparent, great-grandparent..."""
    if generations == 1:
        return choose(gender, "mother", "father", "parent")
    return great_prefix(generations - 2) + choose(gender, "grandmother", "grandfather", "grandparent")


def descendant(generations: int, gender: Gender) -> str:
    """A child, grandchild, great-grandchild..."""
    if generations == 1:
        return choose(gender, "daughter", "son", "child")
    return great_prefix(generations - 2) + choose(gender, "granddaughter", "grandson", "grandchild")


def sibling(gender: Gender) -> str:
    """A brother, sister, sibling."""
    return choose(gender, "sister", "brother", "sibling")


STEP_IN_ONE = frozenset({"mother", "father", "sister", "brother", "son", "daughter", "child", "sibling"})
"""Kin words that British English writes in one with ``step`` (New Oxford Dictionary for Writers and Editors, 2014)."""


def step(word: str) -> str:
    """Kin by a parent's or child's partner: ``stepsister``, and with a hyphen before any other word."""
    return f"step{word}" if word in STEP_IN_ONE else f"step-{word}"


def cousin(up: int, down: int) -> str:
    """``first cousin``, ``second cousin twice removed``."""
    order, removed = min(up, down) - 1, abs(up - down)
    name = ORDINALS[order] if order < len(ORDINALS) else f"{order}{_ending(order)}"
    if not removed:
        return f"{name} cousin"
    return f"{name} cousin {TIMES[removed] if removed < len(TIMES) else f'{removed} times'} removed"


def _ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def by_descent(way: Blood, gender: Gender, between: Gender) -> str:  # noqa: PLR0911 - one form of kin each
    """The word for the person at the end of *way*, without half, birth or side.

    *gender* is that person's; *between* that of the parent or sibling through whom a neutral word goes.
    """
    up, down = way.up, way.down
    if not down:
        return ancestor(up, gender)
    if not up:
        return descendant(down, gender)
    if up == down == 1:
        return f"{way.twin} {sibling(gender)}" if way.twin else sibling(gender)
    if down == 1:
        if not gender:
            return f"{ancestor(up - 1, between)}'s sibling"
        return great_prefix(up - 2) + choose(gender, "aunt", "uncle", "")
    if up == 1:
        if not gender:
            return f"{sibling(between)}'s {descendant(down - 1, gender)}"
        return great_prefix(down - 2) + choose(gender, "niece", "nephew", "")
    return cousin(up, down)


def with_kind(way: Blood, word: str) -> str:
    """*word* with ``half-`` and ``birth`` as *way* asks."""
    if way.half == "half":
        word = f"half {word}" if word.endswith(("cousin", "removed")) or "'s " in word else f"half-{word}"
    return f"birth {word}" if way.severed else word


def short(way: Blood, genders: tuple[Gender, ...]) -> str:  # noqa: PLR0911 - one form of kin each
    """The abbreviation that social workers write: M, MGM, PGF, MA, PU, B, S; empty where there is none.

    *genders* are those along the chain of *way*.
    """
    end = genders[-1]
    if not end or way.half == "half" or way.severed:
        return ""
    if way.down == 0 and way.up == 1:
        return choose(end, "M", "F", "")
    if way.up == way.down == 1:
        return choose(end, "S", "B", "")
    side = choose(genders[1], "M", "P", "")
    if not side:
        return ""
    if way.down == 0 and way.up > 1:
        return side + "G" * (way.up - 1) + choose(end, "M", "F", "")
    if way.down == 1 and way.up > 1:
        return side + "G" * (way.up - 2) + choose(end, "A", "U", "")
    return ""
