# ruff: noqa: S311 - families are invented by a seed, so that they can be invented again; nothing secret depends on it
"""Names, short forms, slips, homes and dates of other families in notes: how many of them a record's check shows."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from supervision_tui.family import Family, Household, Person, load_family
from supervision_tui.records.name_leaks import other_family_mentions
from supervision_tui.resources import content_folder

_GIVEN = """
    Aaliyah Abigail Adrian Agnieszka Aisha Alexander Alfie Amelia Andrew Angela Anthony Arjun Barbara Benjamin
    Bethan Bilal Bronwen Callum Catherine Chiara Christopher Daniel Darius Deborah Dominic Edward Eleanor
    Elizabeth Emeka Evelyn Farah Fiona Francesca Frederick Gabriel Georgina Giorgos Gwen Hamza Harriet Hassan
    Ibrahim Imogen Isabella Jacob Jasmine Jennifer Joseph Katarzyna Kenneth Khadija Kieran Lakshmi Laura Leonard
    Llewelyn Lucinda Magdalena Margaret Matthew Michael Mohammed Natalia Nicholas Nnamdi Oliver Olumide Parveen
    Patricia Peter Philippa Rajesh Rebecca Richard Robert Roisin Samantha Samuel Sebastian Siobhan Stephen
    Susannah Tariq Theodore Thomas Timothy Tomasz Victoria Vikram Vincent Wei William Winifred Yasmin Yusuf
    Zachary Zainab
""".split()  # noqa: SIM905 - a list of words, a line of them after the other
_SURNAMES = """
    Abernethy Adeyemi Ahmadi Akhtar Aldridge Anand Balogun Banerjee Barraclough Bianchi Bielecki Blackwood
    Bobrowski Cadwallader Castellano Chaudhry Chukwu Cunningham Dimitriou Donoghue Dubois Eastwood Ekwueme
    Fairweather Farooqi Fitzgerald Galbraith Georgiou Goldstein Grzelak Hargreaves Hashemi Hendricks Igwe Iyengar
    Jankowska Kaczmarek Kavanagh Khatun Kristiansen Laskaris Lewandowski Llywelyn MacAllister Mahmood Mbeki
    McLoughlin Mehra Montgomery Mukherjee Nowicki O'Sullivan Obafemi Olszewska Papadakis Pemberton Qureshi
    Rafferty Ramanathan Rosenthal Rutkowski Sandhu Shevchenko Sienkiewicz Somerville Szymanski Thackeray Tremblay
    Uddin Vaughan Venkatesh Wadsworth Whitfield Wojcik Yamamoto Zielinska
""".split()  # noqa: SIM905 - a list of words, a line of them after the other
_HOMES = ("12 Sedgeley Close, Kelderby", "Larkfield House flat", "the Marden Road house", "Ashgrove Court, Penwick")
_AROUND = (
    "She came late and said little.",
    "We asked what had been hard.",
    "He laughed about it.",
    "Nobody else was in.",
)
_OF_NAMES, _OF_SHORT_FORMS = 0.995, 0.95


def run(_work: Path, times: int, seed: int) -> tuple[str, list[str]]:
    """*times* notes, each with one thing in it that tells of another family."""
    chance, shown, missed, total = random.Random(seed), Counter[str](), list[str](), Counter[str]()
    own = load_family(content_folder("templates/families") / "carter-okafor.yaml")
    while sum(total.values()) < times:
        other = _family(chance, f"Q{sum(total.values())}")
        for sort, what in _named(other, chance):
            note = " ".join((chance.choice(_AROUND), what, chance.choice(_AROUND)))
            total[sort] += 1
            if any(mention.family == other.id for mention in other_family_mentions(note, [other], own)):
                shown[sort] += 1
            else:
                missed.append(f"{sort}: {what}")
    shares = {sort: shown[sort] / count for sort, count in total.items()}
    wanted = {sort: _OF_SHORT_FORMS if sort.startswith("short") else _OF_NAMES for sort in total}
    wrong = [f"{sort}: {share:.2%} shown" for sort, share in shares.items() if share < wanted[sort]]
    told = ", ".join(f"{sort} {shares[sort]:.2%} of {count}" for sort, count in total.items())
    return f"{told}; for example not shown: {'; '.join(chance.sample(missed, min(4, len(missed))))}", wrong and [
        *wrong,
        *missed[:20],
    ]


def _family(chance: random.Random, ident: str) -> Family:
    surname = chance.choice(_SURNAMES)
    names = chance.sample(_GIVEN, 5)
    born = (date(1980, 1, 1) + timedelta(days=chance.randrange(16_000)) for _ in names)
    persons = tuple(
        Person(id=f"p{at}", name=f"{name} {chance.choice((surname, surname, chance.choice(_SURNAMES)))}", born=str(day))
        for at, (name, day) in enumerate(zip(names, born, strict=True))
    )
    home = Household(id="h", name=chance.choice(_HOMES))
    return Family(id=ident, title=f"{surname} family", persons=persons, households=(home,))


def _named(family: Family, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What tells of *family*, a sentence each, with its sort."""
    from tests.family.recognition import ways  # noqa: PLC0415 - only where the tests are

    for written in ways.whole_names(family):
        yield "full names", written.text
    for written in ways.places(family):
        yield "full references and homes", written.text
    for person in family.persons:
        day = date.fromisoformat(str(person.born))
        yield "full birth dates", f"It was {chance.choice(ways.BIRTH_DATES).format(day)} that was meant."
    for kind in (ways.nicknames, ways.shortened_by_rule, ways.single_names):
        for written in kind(family):
            yield "short forms", written.text
    for written in ways.misspelt(family, chance.randrange(1000)):
        yield "short of a letter or two", written.text
