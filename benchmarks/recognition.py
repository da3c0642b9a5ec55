"""Speed of the recogniser of names: a long text against a large notebook, and a note while it is typed."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from time import process_time

from benchmarks.__main__ import main
from benchmarks.table import Row, median_ms
from supervision_tui.family import Family, Person, load_family
from supervision_tui.family.recognition import Recogniser
from supervision_tui.resources import content_folder

FAMILIES, PEOPLE, WORDS, NOTE = 500, 20, 10_000, 300
"""Families of a large notebook and people in each; words of a long text, and of a note."""

_BEGINNINGS = (
    "Al",
    "Be",
    "Ca",
    "Do",
    "El",
    "Fa",
    "Gi",
    "Ha",
    "Il",
    "Jo",
    "Ka",
    "Li",
    "Ma",
    "Na",
    "Or",
    "Pa",
    "Ro",
    "Sa",
)
_MIDDLES = ("b", "d", "l", "ll", "m", "n", "r", "s", "t", "v", "z", "ck", "nd", "st")
_ENDINGS = ("a", "an", "e", "el", "en", "er", "i", "ia", "in", "is", "o", "on", "or", "us", "y")


def run() -> list[Row]:
    """The two figures that the recogniser promises, in CPU time, and how long it is made ready."""
    dice = random.Random(7)  # noqa: S311 - invented names
    families = [_family(number, dice) for number in range(FAMILIES)]
    text = _text(families, dice)
    whole = Recogniser(families)
    one = Recogniser(families[:1])
    note = " ".join(text.split()[:NOTE])
    made = median_ms(lambda: Recogniser(families), times=3, clock=process_time)
    took = median_ms(lambda: whole.mentions(text), times=5, clock=process_time)
    typed = median_ms(lambda: one.mentions(note), times=15, clock=process_time)
    what = f"{WORDS:,} words against {FAMILIES} families"
    return [
        Row(what, "-", took, 0, "ms CPU", "< 150 ms", took < 150),
        Row(f"a note of {NOTE} words against its family, a key", "-", typed, 0, "ms CPU", "< 5 ms", typed < 5),
        Row(f"a recogniser of {FAMILIES} families made ready", "-", made, 0, "ms CPU", "< 1,000 ms", made < 1000),
    ]


def _family(number: int, dice: random.Random) -> Family:
    surnames = [_name(dice) for _ in range(3)]
    people = tuple(
        Person(
            id=f"p{at}",
            name=f"{_name(dice)} {dice.choice(surnames)}",
            born=f"{dice.randint(1950, 2025)}-04-{at + 1:02}",
        )
        for at in range(PEOPLE)
    )
    return Family(id=f"F{number}", title=f"{surnames[0]} family", persons=people)


def _name(dice: random.Random) -> str:
    return (
        dice.choice(_BEGINNINGS)
        + dice.choice(_MIDDLES)
        + dice.choice(_ENDINGS)
        + dice.choice(("", dice.choice(_MIDDLES) + "a"))
    )


def _text(families: list[Family], dice: random.Random) -> str:
    """Words of the invented families' own stories, with a name among every fifty."""
    words = list(_story())
    words = (words * (WORDS // len(words) + 1))[:WORDS]
    for at in range(0, WORDS, 50):
        words[at] = str(dice.choice(dice.choice(families).persons).name)
    return " ".join(words)


def _story() -> Iterator[str]:
    for path in sorted(content_folder("templates/families").glob("*.yaml")):
        family = load_family(path)
        yield from f"{family.referral} {family.team_question} {family.notes}".split()
        for event in family.events:
            yield from f"{event.what}. {event.effect_on_child}".split()


if __name__ == "__main__":
    sys.exit(main(["recognition"]))
