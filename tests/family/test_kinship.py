"""Kinship: the right word both ways, whatever the family."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.family import Family, Parentage, PartialDate, Person, PersonNotFoundError, Union
from supervision_tui.family.kinship import kin, kin_of
from supervision_tui.family.kinship.search import WAYS_KEPT
from tests.every_row import every_row
from tests.whole import examples


def family_of(parents, genders="", unions=(), parentages=()):
    """``{"a": "b c"}``: a's parents are b and c; in *genders* capitals are female, small letters male."""
    ids = dict.fromkeys([*parents, *" ".join(parents.values()).split()])
    ids |= dict.fromkeys(one for union in unions for one in union.partners)
    ids |= dict.fromkeys(one for link in parentages for one in (link.child, *link.parents))
    known = {one.lower(): "female" if one.isupper() else "male" for one in genders.split()}
    return Family(
        id="T",
        title="T",
        persons=tuple(Person(id=one, name=one, gender=known.get(one, "unknown")) for one in ids),
        unions=tuple(unions),
        parentages=(
            *(Parentage(child=child, parents=tuple(both.split())) for child, both in parents.items()),
            *parentages,
        ),
    )


DYNASTY = family_of(
    {
        "me": "mum dad", "sis": "mum dad", "half": "mum other", "mum": "gran gramps", "aunt": "gran gramps",
        "gran": "ggm", "greataunt": "ggm", "cousin": "aunt uncle", "second": "removed", "removed": "greataunt",
        "kid": "cousin", "niece": "sis", "grandniece": "niece", "ggm": "g3", "g3": "g4", "g4": "g5", "g5": "g6",
    },
    genders="ME dad MUM SIS half gramps GRAN AUNT GGM GREATAUNT COUSIN uncle SECOND removed KID NIECE GRANDNIECE "
    "G6 G5 G4 G3",
    unions=[Union(partners=("aunt", "uncle"), kind="married")],
)  # fmt: skip

PAIRS = {
    ("me", "mum"): "mother",
    ("mum", "me"): "daughter",
    ("me", "sis"): "sister",
    ("me", "half"): "half-brother",
    ("half", "me"): "half-sister",
    ("me", "gran"): "grandmother",
    ("me", "ggm"): "great-grandmother",
    ("me", "g3"): "great-great-grandmother",
    ("me", "g4"): "great-great-great-grandmother",
    ("me", "g5"): "4× great-grandmother",
    ("me", "g6"): "5× great-grandmother",
    ("me", "aunt"): "aunt",
    ("aunt", "me"): "niece",
    ("half", "aunt"): "aunt",
    ("me", "uncle"): "uncle by marriage",
    ("me", "greataunt"): "great-aunt",
    ("greataunt", "me"): "great-niece",
    ("me", "cousin"): "first cousin",
    ("me", "kid"): "first cousin once removed",
    ("kid", "me"): "first cousin once removed",
    ("me", "removed"): "first cousin once removed",
    ("me", "second"): "second cousin",
    ("me", "niece"): "niece",
    ("me", "grandniece"): "great-niece",
    ("grandniece", "me"): "great-aunt",
    ("half", "niece"): "half-niece",
    ("niece", "half"): "half-uncle",
    ("kid", "half"): "first cousin once removed",
    ("mum", "other"): "other parent of your child",
}


@every_row(("pair", "said"), PAIRS.items())
def test_kin_by_descent_have_their_british_names(pair, said):
    assert kin(DYNASTY, *pair).words == said


def test_side_and_abbreviation_are_at_hand():
    assert kin(DYNASTY, "me", "aunt").full_words == "maternal aunt"
    assert [kin(DYNASTY, "me", one).short for one in ("mum", "gran", "gramps", "aunt", "ggm", "greataunt")] == [
        "M", "MGM", "MGF", "MA", "MGGM", "MGA",
    ]  # fmt: skip
    assert kin(DYNASTY, "me", "half").full_words == "maternal half-brother"


def test_a_gender_that_is_not_known_is_not_guessed():
    people = family_of({"a": "mum", "b": "mum", "c": "b", "d": "c", "mum": "old", "x": "old"}, genders="MUM B")
    assert kin(people, "a", "x").words == "mother's sibling"
    assert kin(people, "x", "a").words == "sister's child"
    assert kin(people, "a", "c").words == "sister's child"
    assert kin(people, "a", "d").words == "sister's grandchild"
    assert kin(people, "a", "old").words == "grandparent"


def test_in_laws_in_all_three_senses_and_ex():
    people = family_of(
        {"wife": "wm wf", "wsis": "wm wf", "me": "mm", "sis": "mm"},
        genders="WIFE WM wf WSIS me MM SIS hus shus",
        unions=[
            Union(id="1", partners=("me", "wife"), kind="married"),
            Union(id="2", partners=("wsis", "hus"), kind="married"),
            Union(id="3", partners=("sis", "shus"), kind="married", ended="divorce"),
        ],
    )
    assert kin(people, "me", "wm").words == "mother-in-law"
    assert kin(people, "wm", "me").words == "son-in-law"
    assert kin(people, "me", "wsis").words == "sister-in-law"
    assert kin(people, "me", "hus").words == "brother-in-law (wife's sister's husband)"
    assert kin(people, "me", "shus").words == "ex-brother-in-law"
    assert kin(people, "sis", "shus").words == "ex-husband"


def test_couples_without_a_wedding_make_no_in_laws():
    people = family_of({"b": "bm"}, genders="a B BM", unions=[Union(partners=("a", "b"), kind="cohabiting")])
    assert kin(people, "a", "bm").words == "partner's mother"
    assert kin(people, "bm", "a").words == "daughter's partner"


def test_the_partner_of_a_cousin_removed_can_be_said():
    people = family_of(
        {"a": "m", "m": "g", "u": "g", "c": "u", "d": "c"},
        genders="A M G u c d WIFE",
        unions=[Union(partners=("d", "wife"), kind="married")],
    )
    assert kin(people, "a", "wife").words == "wife of a first cousin once removed"
    assert kin(people, "wife", "a").words == "husband's first cousin once removed"


def test_the_dead_are_late_and_the_living_left_behind():
    people = family_of({}, genders="A b", unions=[Union(partners=("a", "b"), kind="married", ended="death")])
    people = people.replaced(persons=(people.persons[0], people.persons[1].model_copy(update={"deceased": True})))
    assert kin(people, "a", "b").words == "late husband"
    assert kin(people, "b", "a").words == "widow"


def test_step_kin():
    people = family_of(
        {"me": "mum dad", "stepsib": "dadnew", "dadnew": "dadnewmum", "stepkid": "stepsib"},
        genders="me MUM dad DADNEW STEPSIB DADNEWMUM STEPKID",
        unions=[Union(partners=("dad", "dadnew"), kind="cohabiting")],
    )
    assert kin(people, "me", "dadnew").words == "stepmother"
    assert kin(people, "dadnew", "me").words == "stepson"
    assert kin(people, "me", "stepsib").words == "stepsister"
    assert kin(people, "me", "dadnewmum").words == "step-grandmother"
    assert kin(people, "dadnewmum", "me").words == "step-grandson"
    assert kin(people, "me", "stepkid").words == "step-niece"


def test_a_child_born_after_the_parting_is_no_stepchild():
    people = family_of(
        {"new": "dad"},
        genders="NEW dad EX",
        unions=[Union(partners=("dad", "ex"), kind="cohabiting", until=PartialDate.read("2016"), ended="separation")],
    )
    new, *others = people.persons
    people = people.replaced(persons=(new.model_copy(update={"born": PartialDate.read("2023")}), *others))
    assert kin(people, "new", "ex").words == "father's ex-partner"
    assert kin(people, "ex", "new").words == "ex-partner's daughter"


def test_adoption_makes_full_kin_and_birth_kin_stay_named():
    people = family_of(
        {"me": "bmum", "bsis": "bmum"},
        genders="ME BMUM BSIS AMUM adad ABRO AGRAN",
        parentages=[
            Parentage(id="x", child="me", parents=("amum", "adad"), kind="adopted", home=False),
            Parentage(id="y", child="abro", parents=("amum", "adad")),
            Parentage(id="z", child="amum", parents=("agran",)),
        ],
    )
    assert kin(people, "me", "amum").words == "adoptive mother"
    assert kin(people, "me", "bmum").words == "birth mother"
    assert kin(people, "me", "abro").words == "sister by adoption"
    assert kin(people, "me", "agran").words == "grandmother by adoption"
    assert kin(people, "me", "bsis").words.startswith("birth sister")


def test_adoption_by_a_parents_partner_leaves_the_parent_a_parent():
    people = family_of(
        {"me": "mum dad"},
        genders="ME MUM dad new",
        unions=[Union(partners=("mum", "new"), kind="married")],
        parentages=[Parentage(id="x", child="me", parents=("new",), kind="adopted", home=False)],
    )
    assert kin(people, "me", "mum").words == "mother"
    assert kin(people, "me", "dad").words == "birth father"
    assert kin(people, "me", "new").words == "adoptive father"


def test_roles_stand_beside_kin_and_foster_care_changes_nobody_else():
    people = family_of(
        {"me": "mum", "mum": "gran", "theirs": "carer"},
        genders="me MUM GRAN CARER THEIRS",
        parentages=[
            Parentage(id="g", child="me", parents=("gran",), kind="guardianship", home=False),
            Parentage(id="f", child="me", parents=("carer",), kind="foster", home=False, until="2020"),
        ],
    )
    assert kin(people, "me", "gran").full_words == "maternal grandmother, special guardian"
    assert kin(people, "me", "carer").words == "former foster mother"
    assert kin(people, "me", "theirs").words == "foster sister"
    assert kin(people, "mum", "carer").words == "not related"


def test_twins_double_cousins_and_full_or_half():
    people = family_of(
        {"a": "f1 m1", "b": "f2 m2", "f1": "p q", "f2": "p q", "m1": "r s", "m2": "r s", "one": "z", "two": "z"},
        genders="A B f1 f2 M1 M2 ONE TWO",
        parentages=[
            Parentage(id="t1", child="t1", parents=("f1", "m1"), twins="t", zygosity="identical"),
            Parentage(id="t2", child="t2", parents=("f1", "m1"), twins="t", zygosity="identical"),
        ],
    )
    assert kin(people, "a", "b").words == "double first cousin"
    assert kin(people, "t1", "t2").words == "identical twin sibling"
    assert kin(people, "one", "two").words == "sister (full or half: a parent is not known)"


def test_several_ways_are_all_listed_nearest_first():
    people = family_of({"a": "m f", "m": "x", "f": "y", "y": "x"}, genders="A M f X y")
    found = kin(people, "a", "x")
    assert found.names == ("grandmother", "great-grandmother")


def test_nobody_of_that_id_is_a_sentence():
    with pytest.raises(PersonNotFoundError, match="nobody with the id 'zz'"):
        kin(DYNASTY, "me", "zz")


def test_a_line_of_two_hundred_generations_ends():
    line = family_of({f"p{number}": f"p{number + 1}" for number in range(200)})
    assert kin(line, "p0", "p70").words == "68× great-grandparent"
    assert kin(line, "p0", "p150").words == "not related"


IDS = "abcdefghijk"


@st.composite
def families(draw):
    """Any parents, partners and adoptions among eleven people, own ancestors included."""
    links, unions = [], []
    for number, child in enumerate(IDS):
        for kind in draw(st.lists(st.sampled_from(["birth", "adopted", "foster"]), max_size=2, unique=True)):
            pool = [one for one in IDS if one != child] if draw(st.integers(0, 9)) == 0 else list(IDS[number + 1 :])
            if pool:
                parents = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=2, unique=True))
                links.append(Parentage(id=f"{child}{kind}", child=child, parents=tuple(parents), kind=kind, home=False))
    for number in range(draw(st.integers(0, 4))):
        both = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True))
        kind = draw(st.sampled_from(["married", "cohabiting", "secret"]))
        ended = draw(st.sampled_from(["", "divorce", "death"]))
        unions.append(Union(id=str(number), partners=tuple(both), kind=kind, ended=ended))
    genders = st.sampled_from(["female", "male", "unknown"])
    persons = tuple(Person(id=one, name=one, gender=draw(genders)) for one in IDS)
    return Family(id="T", title="T", persons=persons, parentages=tuple(links), unions=tuple(unions))


@given(families())
@examples(80)
def test_what_one_is_to_the_other_is_the_way_back_of_what_the_other_is_to_the_one(family):
    for one in IDS:
        for other in IDS:
            there, back = kin(family, one, other), kin(family, other, one)
            assert bool(there.related) == bool(back.related)
            if there.paths and one != other:
                assert there.paths[0].route == back.paths[0].route[::-1]
                assert there.paths[0].inverse == back.paths[0]
                if max(len(there.paths), len(back.paths)) < WAYS_KEPT:
                    assert {path.route for path in there.paths} == {path.route[::-1] for path in back.paths}


@given(families())
@examples(40)
def test_everyone_is_listed_nearest_first_and_only_once(family):
    found = kin_of(family, "a")
    assert [one.closeness for one in found] == sorted(one.closeness for one in found)
    assert len({one.other for one in found}) == len(found)
    assert all(one.words and "relative" not in one.words for one in found)


def test_cousins_through_several_ancestors_are_counted_once_and_named():
    people = family_of(
        {"x": "a c", "y": "b d", "z": "y k", "a": "g1 g2", "b": "g1 g2", "c": "h1 h2", "d": "h1 h2"},
        genders="X y Z a b C D",
    )
    for first, second in (("x", "z"), ("z", "x")):
        found = kin(people, first, second)
        assert found.names == ("double first cousin once removed",)
    assert kin(people, "x", "y").names == ("double first cousin",)


def test_a_parent_of_whom_nothing_says_how_is_a_parent_and_never_a_birth_parent():
    links = [
        Parentage(child="kit", parents=("mum",), kind="unknown"),
        Parentage(child="kit", parents=("amy",), kind="adopted", home=False),
    ]
    people = family_of({}, genders="kit MUM AMY", parentages=links)
    assert kin(people, "kit", "mum").words == "mother"
    assert kin(people, "kit", "amy").words == "adoptive mother"
    assert kin(people, "amy", "kit").words == "adopted son"


def test_double_cousins_by_both_parents_are_of_no_one_side_and_those_by_one_parent_are():
    people = family_of(
        {
            "x": "m1 f1", "y": "m2 f2", "m1": "ga gb", "m2": "ga gb", "f1": "gc gd", "f2": "gc gd",
            "p": "m3 f3", "q": "m4 f4", "m3": "ge gf", "m4": "ge gf",
        },
        genders="M1 f1 M2 f2 M3 f3 M4 f4",
    )  # fmt: skip
    assert kin(people, "x", "y").full_words == "double first cousin"
    assert kin(people, "p", "q").full_words == "maternal first cousin"


def test_of_a_child_adopted_away_the_double_cousin_is_one_by_birth():
    adoption = Parentage(child="x", parents=("a1", "a2"), kind="adopted")
    people = family_of(
        {"y": "m2 f2", "m1": "ga gb", "m2": "ga gb", "f1": "gc gd", "f2": "gc gd"},
        genders="M1 f1 M2 f2",
        parentages=[adoption, Parentage(child="x", parents=("m1", "f1"), home=False)],
    )
    assert kin(people, "x", "y").words == "birth double first cousin"
