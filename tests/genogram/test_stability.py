"""The same family gives the same picture, and a small change a small one."""

import os
import random
import subprocess
import sys
from itertools import combinations

import pytest

from benchmarks._random_families import as_family
from supervision_tui.genogram import Layout, lay_out
from tests.whole import WHOLE

SEEDS = (5, 8, 17, 21, 44)


def columns(placed):
    return {place.id: (place.row, place.x, place.y) for place in placed.persons}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_in_a_file_moves_nobody(seed):
    family = as_family(seed)
    dice = random.Random(seed)  # noqa: S311 - an order, not a secret
    persons, unions = list(family.persons), list(family.unions)
    dice.shuffle(persons)
    dice.shuffle(unions)
    shuffled = family.model_copy(update={"persons": tuple(persons), "unions": tuple(unions)})
    assert columns(lay_out(family)) == columns(lay_out(shuffled)) == columns(lay_out(family))


def test_another_hash_seed_moves_nobody():
    code = (
        "from benchmarks._random_families import as_family\n"
        "from supervision_tui.genogram import lay_out\n"
        "print([(p.id, p.row, p.x) for p in lay_out(as_family(8)).persons])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": salt}, capture_output=True, check=True
        ).stdout
        for salt in ("1", "77")
    }
    assert len(told) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_names_genders_and_ties_move_nobody(seed):
    family = as_family(seed)
    told = tuple(person.model_copy(update={"note": "told us more", "pronouns": "they"}) for person in family.persons)
    assert columns(lay_out(family)) == columns(lay_out(family.model_copy(update={"persons": told})))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_childless_person_who_goes_or_comes_flips_no_pair(seed):
    family = as_family(seed)
    before = lay_out(family)
    parents = {parent for link in family.parentages for parent in link.parents}
    partners = {one for union in family.unions for one in union.partners}
    leaf = next(person.id for person in family.persons if person.id not in parents | partners)
    fewer = family.model_copy(
        update={
            "persons": tuple(person for person in family.persons if person.id != leaf),
            "parentages": tuple(link for link in family.parentages if link.child != leaf),
        }
    )
    after = lay_out(fewer, previous=before)
    _same_order(before, after)
    _same_order(after, lay_out(family, previous=after))


GOING = [(0, 5), (3, 1), (4, 4), (2, 1), (10, 7), (11, 4), (13, 1)]


@pytest.mark.parametrize(("seed", "every"), GOING if WHOLE else GOING[:3])
def test_nobody_without_children_turns_others_round_by_going_or_coming(seed, every):
    """Of the childless people of a large family, every so many goes and comes."""
    family = as_family(seed)
    whole = lay_out(family)
    parents = {parent for link in family.parentages for parent in link.parents}
    childless = [person.id for person in family.persons if person.id not in parents]
    assert childless
    for person in childless[::every]:
        fewer = _without(family, person)
        alone = lay_out(fewer)
        _same_order(whole, lay_out(fewer, previous=whole))
        _same_order(alone, lay_out(family, previous=alone))


def test_laid_out_without_an_earlier_layout_nothing_stays_where_it_was():
    family = as_family(10)
    kept = lay_out(family, previous=lay_out(_without(family, "p021")))
    assert columns(kept) != columns(lay_out(family))


def _without(family, one):
    return family.model_copy(
        update={
            "persons": tuple(person for person in family.persons if person.id != one),
            "parentages": tuple(link for link in family.parentages if link.child != one),
            "unions": tuple(union for union in family.unions if one not in union.partners),
        }
    )


def _same_order(before: Layout, after: Layout) -> None:
    both = before.by_id.keys() & after.by_id.keys()
    for a, b in combinations(sorted(both), 2):
        first, second = before.by_id[a], before.by_id[b]
        if first.row == second.row:
            assert after.by_id[a].row == after.by_id[b].row
            assert (first.x < second.x) == (after.by_id[a].x < after.by_id[b].x)


def test_a_layout_can_be_kept_as_json():
    placed = lay_out(as_family(4))
    kept = Layout.model_validate_json(placed.model_dump_json())
    assert kept == placed
    assert columns(lay_out(as_family(4), previous=kept)).keys() == columns(placed).keys()
