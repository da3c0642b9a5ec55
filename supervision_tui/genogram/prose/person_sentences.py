"""One sentence a person: for screen readers, notes and the line under a drawing."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from supervision_tui.family import DESCENT, LASTING, STATUS_CODES
from supervision_tui.family.dates import date_in_words
from supervision_tui.family.model.couples import is_couple, with_ending
from supervision_tui.family.views import doubted_parents
from supervision_tui.genogram.notation import (
    AREAS,
    ENDED_WORDS,
    UNIONS,
    age_in_words,
    current,
    ending_of,
    kind_to_draw,
    parentage_style,
    year_in_words,
)

if TYPE_CHECKING:
    from supervision_tui.family import Family, Parentage, PartialDate, Person, Tie, Union
    from supervision_tui.genogram.notation import Drawing, Symbol


class Sentences(Mapping[str, str]):
    """A sentence for each person of a drawing, made when asked for.

    Args:
        drawing: what is drawn.
        years: whether the year of birth is told too, which a drawing on paper shows and one in the terminal does not.
    """

    def __init__(self, drawing: Drawing, *, years: bool = False) -> None:
        self.drawing = drawing.in_words
        self._years = years
        self._made: dict[str, str] = {}

    def __getitem__(self, person_id: str) -> str:
        """The sentence about one person.

        Raises:
            KeyError: nobody has this id.
        """
        if person_id not in self._made:
            self._made[person_id] = describe_person(self.drawing, self._persons[person_id], years=self._years)
        return self._made[person_id]

    def __iter__(self) -> Iterator[str]:
        """Everybody's id."""
        return iter(self._persons)

    def __len__(self) -> int:
        """How many people there are."""
        return len(self._persons)

    @cached_property
    def _persons(self) -> dict[str, Person]:
        return {person.id: person for person in self.drawing.family.persons if person.id in self.drawing.symbols}


def describe_person(drawing: Drawing, person: Person, *, years: bool = False) -> str:
    """Who *person* is: everything that the drawing shows of them, each thing in a sentence of its own."""
    family = drawing.family
    born = drawing.symbols[person.id].born if years and person.kind != "unborn" else ""
    parts = [_named(drawing, person), *_marks(drawing, person)]
    parts += [f"Born {year_in_words(born)}."] if born else []
    parts += _parents(drawing, person)
    unions = [union for union in family.unions_of(person.id) if union.other(person.id)]
    parts += [_partner_words(family, person, union) for union in unions if is_couple(family, union)]
    parts += _children(drawing, person)
    parts += [_tie_words(family, person, tie) for tie in family.ties_of(person.id)]
    return " ".join(parts)


GENDERS = {"non_binary": "Non-binary", "other": "Of another gender", "unknown": "Gender not known"}
KINDS = {
    "several": "Several people", "pet": "A pet", "institution": "An institution", "unknown": "Not known in person",
    "professional": "A professional",
}  # fmt: skip
LOSSES = {
    "miscarriage": "A pregnancy that ended in a miscarriage", "termination": "A pregnancy that was ended",
    "stillbirth": "Stillborn", "ectopic": "An ectopic pregnancy",
}  # fmt: skip
ORIENTATIONS = {"lesbian": "Lesbian", "gay": "Gay", "bisexual": "Bisexual"}
ASSIGNED = {
    "female": "Assigned female at birth", "male": "Assigned male at birth", "intersex": "Intersex",
    "unknown": "Sex not assigned at birth",
}  # fmt: skip


def _marks(drawing: Drawing, person: Person) -> Iterator[str]:
    """What the symbol and the signs round it say."""
    symbol = drawing.symbols[person.id]
    words = [
        _kind(person),
        _lost(person, symbol) if person.name or person.loss == "stillbirth" else "",
        _gender(drawing, person, symbol) if person.kind in {"person", "professional"} else "",
        f"Due {date_in_words(person.due)}" if person.kind == "unborn" and person.due is not None else "",
        "Asked for help" if symbol.consultand else "",
        "A family secret" if symbol.secret else "",
        ORIENTATIONS.get(symbol.orientation, ""),
        ASSIGNED[symbol.sex_at_birth] if symbol.sex_at_birth and symbol.sex_at_birth != person.gender else "",
        *_of_the_view(drawing, person),
    ]
    yield from (f"{sign[:1].upper()}{sign[1:]}." for sign in words if sign)


def _of_the_view(drawing: Drawing, person: Person) -> list[str]:
    """What only the chosen view shows beside a symbol."""
    if drawing.options.view == "health":
        return [f"{AREAS[mark.area]}: {mark.status}" for mark in person.health]
    if drawing.options.view == "culture":
        names = {culture.id: culture.name for culture in drawing.family.cultures}
        heritage = " and ".join(str(names[share.culture]) for share in person.heritage)
        migrated = drawing.symbols[person.id].migrated
        when = f" {year_in_words(migrated)}" if migrated.strip("…") else ""
        return [heritage, f"came to live in another country{when}" if migrated else ""]
    if drawing.options.view == "family":
        return [STATUS_CODES[status.code] for status in current(person, drawing.at)]
    return []


def _gender(drawing: Drawing, person: Person, symbol: Symbol) -> str:
    """Woman or girl, man or boy, by age where that is known closely enough."""
    if person.gender not in {"female", "male"}:
        return GENDERS[person.gender]
    words = ("Girl", "Woman", "Woman or girl") if person.gender == "female" else ("Boy", "Man", "Man or boy")
    if not age_in_words(symbol.inside):
        ages = None if symbol.dead else person.ages_at(drawing.at)
        return words[2] if ages is None or ages[0] < ADULT <= ages[1] else words[ages[0] >= ADULT]
    years = symbol.inside.strip("~")
    return words[0] if not years.isdigit() or int(years) < ADULT else words[1]


def _parents(drawing: Drawing, person: Person) -> Iterator[str]:
    """Each parentage that is drawn, by its kind, with twins."""
    for link in drawing.family.parentages_of(person.id):
        over = link.until is not None and link.until.latest < drawing.at
        if over and link.kind not in LASTING:
            continue
        people = _listed(drawing.family.index.people(link.parents), _unsure(drawing, link))
        style = parentage_style(link, drawing.options.profile, hidden=drawing.options.hidden)
        since = f" since {date_in_words(link.since)}" if link.since is not None and link.kind not in DESCENT else ""
        doubt = "; it is not sure" if "?" in style.letters and " perhaps " not in f" {people}" else ""
        yield f"{PARENTAGE_WORDS[link.kind].format(people)}{since}{doubt}."
    twins = _twins(drawing.family, person)
    if twins:
        zygosity = {link.zygosity for link in drawing.family.parentages_of(person.id)}
        how = (
            ", identical"
            if "identical" in zygosity
            else ", whether identical is not known"
            if "unknown" in zygosity
            else ""
        )
        yield f"Born together with {_listed(twins)}{how}."


PARENTAGE_WORDS = {
    "birth": "Child of {}", "adopted": "Adopted by {}", "foster": "Fostered by {}", "step": "Step-child of {}",
    "kinship": "In kinship care with {}", "guardianship": "Under special guardianship of {}",
    "donor": "Conceived with a donor, {}", "surrogate": "Carried by a surrogate, {}",
    "unknown": "Child of {}; how is not said",
}  # fmt: skip


def _kind(person: Person) -> str:
    """What somebody is who is no person with a name: how many they are, a pet, an institution."""
    words = f"{person.count} people" if person.kind == "several" and person.count else KINDS.get(person.kind, "")
    return "" if words.lower() == person.name.lower() else words


def _unsure(drawing: Drawing, link: Parentage) -> frozenset[str]:
    """Those parents of *link* who alone are in doubt, where the drawing shows it; nobody where it is about all."""
    style = parentage_style(link, drawing.options.profile, hidden=drawing.options.hidden)
    unsure = doubted_parents(drawing.family, link) if "?" in style.letters else frozenset()
    return frozenset() if unsure.issuperset(link.parents) else unsure


def _children(drawing: Drawing, person: Person) -> Iterator[str]:
    """Whose parent, and whose carer, *person* is."""
    by_kind: dict[str, list[Person]] = defaultdict(list)
    for link in drawing.family.index.down.get(person.id, ()):
        over = link.until is not None and link.until.latest < drawing.at and link.kind not in LASTING
        if link.child in drawing.symbols and not over:
            words = CARER_WORDS.get(link.kind, "Parent of")
            if person.id in doubted_parents(drawing.family, link):
                words = f"Perhaps {words[:1].lower()}{words[1:]}" if link.kind in CARER_WORDS else "Perhaps a parent of"
            by_kind[words].append(drawing.family.person(link.child))
    for words, children in by_kind.items():
        yield f"{words} {_listed(tuple(children))}."


CARER_WORDS = {
    "adopted": "Adoptive parent of", "foster": "Foster carer of", "step": "Step-parent of",
    "kinship": "Kinship carer of",
    "guardianship": "Special guardian of", "donor": "Donor for", "surrogate": "Surrogate for",
}  # fmt: skip

ADULT = 18


def _named(drawing: Drawing, person: Person) -> str:
    symbol = drawing.symbols[person.id]
    unnamed = "A baby whose name is not known" if person.loss == "stillbirth" else _lost(person, symbol)
    name = person.name or unnamed or "Somebody whose name is not known"
    name = f"{name[:1].upper()}{name[1:]}" if person.no_name or person.name == person.called else name
    name = f"{name}, said {person.name_said}," if person.name_said else spoken_name(person, name)
    if symbol.dead and person.kind != "loss":
        when = f" {year_in_words(symbol.died)}" if symbol.died else ""
        age = f", at {age_in_words(symbol.inside)}" if age_in_words(symbol.inside) else ""
        sentence = f"{name} died{when}{age}." if when or age else f"{name} has died."
    elif person.kind == "unborn" and "not yet born" not in name:
        sentence = f"{name.removesuffix(',')}, not yet born."
    elif age_in_words(symbol.inside) and person.kind != "several":
        sentence = f"{name.removesuffix(',')}, {age_in_words(symbol.inside)}."
    else:
        sentence = f"{name.removesuffix(',')}."
    return (
        sentence
        + (" Child in focus." if symbol.focus else "")
        + (f" {person.role[:1].upper()}{person.role[1:]}." if person.role else "")
    )


def _lost(person: Person, symbol: Symbol) -> str:
    """What is said of a pregnancy that was lost, with its year; empty of everybody else."""
    if person.kind != "loss":
        return ""
    when = f" {year_in_words(symbol.died)}" if symbol.died else ""
    return f"{LOSSES.get(person.loss, 'A pregnancy that was lost')}{when}"


def _when(date: PartialDate) -> str:
    """A date in a sentence: "in May 2016", "on 3 May 2016", "about 2016"."""
    words = date_in_words(date)
    if words.startswith(("about ", "perhaps ", "before ", "after ", "by ", "between ", "from ")):
        return words
    the = "the " if words[:1].isdigit() and words.endswith("s") else ""
    return f"on {words}" if date.exact and words[:1].isdigit() else f"in {the}{words}"


def _twins(family: Family, person: Person) -> tuple[Person, ...]:
    labels = {link.twins for link in family.parentages_of(person.id)} - {""}
    named = dict.fromkeys(link.child for link in family.parentages if link.twins in labels and link.child != person.id)
    return tuple(family.person(child) for child in named)


def spoken_name(person: Person, name: str) -> str:
    """*name* of *person*; where an English voice has no word for its letters, with how it is said: "周美 (May)"."""
    aloud = person.name_said or person.called
    foreign = any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in name)
    return f"{name} ({aloud})" if foreign and aloud and aloud != name else name


def short_spoken_name(person: Person) -> str:
    """The name people use, likewise."""
    return spoken_name(person, person.short_name)


def _unnamed(person: Person) -> str:
    """Somebody without a name, in a list."""
    lost = LOSSES.get(person.loss, "A pregnancy that was lost") if person.kind == "loss" else ""
    if lost == "Stillborn":
        return "a stillborn baby"
    return f"{lost[:1].lower()}{lost[1:]}" if lost else "somebody whose name is not known"


def _listed(people: tuple[Person, ...], unsure: frozenset[str] = frozenset()) -> str:
    """Names in a row; those of whom it is not sure come last, each behind "perhaps"."""
    names = [
        f"{'perhaps ' if person.id in unsure else ''}{spoken_name(person, person.name or _unnamed(person))}"
        for person in sorted(dict.fromkeys(people), key=lambda person: person.id in unsure)
    ]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _partner_words(family: Family, person: Person, union: Union) -> str:
    """How *person* and the other are or were together; the same whichever way it was entered."""
    partner = family.person(union.other(person.id) or person.id)
    other = spoken_name(partner, partner.name or "somebody whose name is not known")
    union = with_ending(family, union)
    kind, ending = kind_to_draw(union), ending_of(union)
    words = UNIONS[kind].words
    since = f" since {date_in_words(union.since)}" if union.since is not None and not ending else ""
    dead = next((who for who in (partner, person) if who.dead), None) if ending == "death" else None
    ended = f", until {short_spoken_name(dead)} died" if dead else f", {ENDED_WORDS[ending]}" if ending else ""
    if ending and union.until is not None:
        ended += f" {_when(union.until)}"
    if union.together_again:
        ended += ", together again"
    if union.relatives:
        ended += "; they are relatives by blood"
    if union.childless:
        ended += f"; {CHILDLESS[union.childless]}"
    if kind in {"unknown", "parents_only"}:
        role = "Parent together with" if kind == "parents_only" else "Partner of"
        ended += "; nothing says that they are a couple" if kind == "parents_only" else ""
        role = "Once partner of" if kind == "unknown" and union.over and dead is None else role
        return f"{role} {other}{since}{ended}."
    joint = "to" if kind in {"married", "engaged"} else "with"
    status = f"once {words}" if union.over and dead is None else words
    return f"{status[:1].upper()}{status[1:]} {joint} {other}{since}{ended}."


CHILDLESS = {"choice": "no children, by their choice", "infertile": "no children came"}


def _tie_words(family: Family, person: Person, tie: Tie) -> str:
    from supervision_tui.family import TIE_KINDS  # noqa: PLC0415 - keeps this module light to import

    kind = TIE_KINDS[tie.kind]
    other = family.person(tie.b if tie.a == person.id else tie.a)
    if kind.directed:
        first, second = family.person(tie.a), family.person(tie.b)
        return f"Tie: {kind.words}, from {short_spoken_name(first)} to {short_spoken_name(second)}."
    return f"Tie with {short_spoken_name(other)}: {kind.words}."
