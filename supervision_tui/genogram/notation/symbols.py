"""What a person's symbol shows: shape, outline, what stands inside and around it. One table for every painter.

Sources: McGoldrick, Gerson and Petry (2008, 2020) for shapes, double outline and cross; the age inside the symbol,
and the diamond for everyone whose gender is another or unknown (National Society of Genetic Counselors 2022; "?" only
for unknown). Gender is what is recorded; nothing is inferred.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from supervision_tui.days.vocabulary import MONTHS
from supervision_tui.family.dates import date_in_words
from supervision_tui.genogram.layout import known

if TYPE_CHECKING:
    from supervision_tui.family import Family, PartialDate, Person, Status

OLDEST = 120
"""Years beyond which nobody is taken to live without a question."""
FEW_YEARS = 3
"""Years of a span that are told by the one in the middle."""
DECADE, WEEK = 10, 7
"""Years; days."""

YEAR, HALF_A_YEAR = 12, 183
"""Months; days up to which an age is in weeks."""

VAGUE = 3
"""Years between which an age may lie and still be told."""

Shape = Literal["square", "circle", "diamond", "triangle", "dot", "rectangle"]

SHAPES: dict[str, Shape] = {"male": "square", "female": "circle"}
KINDS: dict[str, Shape] = {"unborn": "triangle", "loss": "dot", "institution": "rectangle", "pet": "diamond"}


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol. *inside*: up to three letters; *below*: a role, a due date or the kind of loss, under the name.

    *migrated* is the year in which the person last came to live in another country, or "…" where that is not known.
    """

    id: str
    shape: Shape
    focus: bool = False
    dead: bool = False
    inside: str = ""
    born: str = ""
    died: str = ""
    kind: str = "person"
    loss: str = ""
    below: str = ""
    consultand: bool = False
    secret: bool = False
    migrated: str = ""
    orientation: str = ""
    sex_at_birth: str = ""
    adopted: bool = False
    gender: str = ""


def symbols(family: Family, at: dt.date, focus: tuple[str, ...] = ()) -> dict[str, Symbol]:
    """The symbol of everybody in *family* on the day *at*; *focus* adds to the family's children in focus."""
    doubled = {*family.focus, *focus}
    adopted = {link.child for link in family.parentages if link.kind == "adopted"}
    return {person.id: _symbol(person, at, person.id in doubled, person.id in adopted) for person in family.persons}


def _symbol(person: Person, at: dt.date, focus: bool, adopted: bool) -> Symbol:
    shape = KINDS.get(person.kind) or SHAPES.get(person.gender, "diamond")
    if person.loss == "stillbirth":
        shape = SHAPES.get(person.gender, "diamond")
    inside = _inside(person, at)
    return Symbol(
        person.id,
        shape,
        focus=focus,
        dead=person.dead and (person.kind != "loss" or person.loss == "stillbirth"),
        inside=inside,
        born=year_label(person.born),
        died=year_label(person.died),
        kind=person.kind,
        loss=person.loss,
        below=_below(person),
        consultand=person.consultand,
        secret=person.secret,
        migrated=_migrated(person, at),
        orientation=person.orientation,
        sex_at_birth=person.sex_at_birth,
        adopted=adopted,
        gender=person.gender,
    )


LOSS_WORDS = {
    "miscarriage": "pregnancy that ended in a miscarriage", "termination": "pregnancy that was ended",
    "stillbirth": "child who was stillborn", "ectopic": "ectopic pregnancy",
}  # fmt: skip
"""What a legend says of a pregnancy that was lost."""
LOSSES = {"miscarriage": "SAB", "termination": "TOP", "stillbirth": "SB", "ectopic": "ECT"}
"""Letters of the National Society of Genetic Counselors (2008, 2022) for pregnancies that were lost."""


def _below(person: Person) -> str:
    if person.kind == "unborn" and person.due is not None:
        return f"due {_short(date_in_words(person.due))}"
    if person.kind == "pet":
        return "pet"
    return person.role


def _short(words: str) -> str:
    """A date with its month in three letters: "Feb 2027"."""
    return " ".join(
        word[:3] if word.casefold() in MONTHS and len(word) > len("Sept") else word for word in words.split()
    )


def _migrated(person: Person, at: dt.date) -> str:
    moves = [move for move in person.migration if move.arrived is None or move.arrived.earliest <= at]
    return (year_label(moves[-1].arrived) or "…") if moves else ""


def _inside(person: Person, at: dt.date) -> str:
    if person.kind == "unborn":
        return "P"
    if person.kind == "several":
        return str(person.count or "n")
    if person.kind not in {"person", "unknown"}:
        return ""
    end = person.died
    if person.deceased and end is None:
        return ""
    known = age(person.born, end, at)
    if known:
        return known
    return "?" if person.gender == "unknown" or person.kind == "unknown" else ""


def current(person: Person, at: dt.date) -> list[Status]:
    """The legal and placement statuses of *person* that hold on the day *at*."""
    return [
        status
        for status in person.statuses
        if not (status.since is not None and status.since.earliest > at)
        and not (status.until is not None and status.until.latest <= at)
    ]


def age(born: PartialDate | None, died: PartialDate | None, at: dt.date) -> str:
    """The age from *born* to *died*, else to *at*: ``38``, ``~38`` when dates leave a choice, else nothing.

    Days in the first week (``3d``), weeks up to six months (``6w``) and months up to two years (``18m``), where the
    birth is known closely enough. ``?``
    where somebody would be older than anybody has been.
    """
    birth, death = known(born), known(died)
    if birth is None or (died is not None and death is None):
        return ""
    soonest, latest = (at, at) if death is None else (death.earliest, death.latest)
    if latest < birth.earliest:
        return ""
    small = _small_age(birth, soonest, latest)
    if small:
        return small
    least, most = _years(birth.latest, soonest), _years(birth.earliest, latest)
    if least > OLDEST and death is None:
        return "?"
    if least == most:
        return str(most)
    return f"~{(least + most + 1) // 2}" if most - least <= VAGUE else ""


def _small_age(birth: PartialDate, soonest: dt.date, latest: dt.date) -> str:
    """Days, weeks or months of a child under two; nothing where the dates do not say so closely."""
    fewest, days = max(0, (soonest - birth.latest).days), (latest - birth.earliest).days
    if fewest == days < WEEK:
        return f"{days}d"
    if 0 < fewest // WEEK == days // WEEK and days < HALF_A_YEAR:
        return f"{days // WEEK}w"
    least, most = _months(birth.latest, soonest), _months(birth.earliest, latest)
    if most >= 2 * YEAR or most - least > 1:
        return ""
    return f"{most}m" if least == most else f"~{most}m"


def _months(start: dt.date, end: dt.date) -> int:
    return max(0, (end.year - start.year) * YEAR + end.month - start.month - (end.day < start.day))


def age_in_words(inside: str) -> str:
    """An age as it stands in a symbol, for a sentence: ``about 38``, ``6 weeks old``; nothing where it is no age."""
    if inside == "0d":
        return "born today"
    number, about = inside.lstrip("~"), "about " if inside.startswith("~") else ""
    if number.isdigit():
        return about + number
    units = {"d": "day", "w": "week", "m": "month"}
    if number[:-1].isdigit() and number[-1:] in units:
        return f"{about}{number[:-1]} {units[number[-1]]}{'' if number[:-1] == '1' else 's'} old"
    return ""


def _years(start: dt.date, end: dt.date) -> int:
    return max(0, end.year - start.year - ((end.month, end.day) < (start.month, start.day)))


def _likeliest(date: PartialDate) -> int:
    """The year in the middle of a few ("~1987"); of a longer span its first ("1980s")."""
    few = date.latest.year - date.earliest.year <= FEW_YEARS
    return date.middle.year if few else date.earliest.year


def year_label(date: PartialDate | None) -> str:
    """The year of *date* in a drawing: ``1987``, ``~1987``, ``1980s``, ``<1962``, ``>1990``, or nothing."""
    known_date = known(date)
    if known_date is None:
        return ""
    first, last = known_date.earliest, known_date.latest
    if first == dt.date.min:
        return f"<{last.year + 1}"
    if last == dt.date.max:
        return f">{first.year - 1}"
    if first.year == last.year:
        return str(first.year)
    decade = first.year % DECADE == 0 and (first.month, first.day) == (1, 1)
    if decade and (last.year, last.month, last.day) == (first.year + DECADE - 1, 12, 31):
        return f"{first.year}s"
    return f"~{_likeliest(known_date)}"


def year_in_words(label: str) -> str:
    """A year of a drawing after a verb: ``in 1987``, ``in about 1987``, ``before 1962``, ``in the 1980s``."""
    sign, year = label[:1], label[1:]
    if sign in {"<", ">"}:
        return f"{'before' if sign == '<' else 'after'} {year}"
    return f"in about {year}" if sign == "~" else f"in the {label}" if label.endswith("s") else f"in {label}"
