"""Patterns: every rule finds what it should and nothing it should not, and explains itself."""

from datetime import date
from pathlib import Path

import pytest

from supervision_tui.family import Contact, Family, HarmFlag, Parentage, PartialDate, Person, Resource, Tie, Union
from supervision_tui.family.patterns import CAUTION, RULES, harm_between, patterns
from supervision_tui.family.views import describe_family, worker_changes_in_words
from supervision_tui.yaml_files import load_yaml
from tests.every_row import every_row
from tests.shipped import load_family

EXPECTED = load_yaml(Path(__file__).with_name("expectations.yaml")).value
DAY = date(2026, 9, 1)


def found(family, rule, on=DAY):
    return [one for one in patterns(family, on) if one.code == rule]


@every_row(
    ("name", "wanted"),
    [(name, wanted) for name, every in EXPECTED.items() for wanted in every],
    ids=lambda one: one if isinstance(one, str) else one["rule"],
)
def test_the_invented_families_show_what_they_were_written_for(five, name, wanted):
    on = date.fromisoformat(wanted["on"]) if "on" in wanted else DAY
    fits = [
        one
        for one in found(five[name], wanted["rule"], on)
        if set(wanted.get("who", ())) <= set(one.who)
        and wanted.get("theme", one.theme) == one.theme
        and ("fact" not in wanted or wanted["fact"] in one.facts)
        and ("age" not in wanted or wanted["age"] in one.ages)
        and wanted.get("generations", one.generations) == one.generations
        and wanted.get("says", "").casefold() in " ".join((one.title, one.why, *one.questions)).casefold()
    ]
    assert bool(fits) == wanted.get("shown", True)


def test_every_pattern_explains_itself_and_is_a_question(five):
    shown = {name: patterns(family, DAY) for name, family in five.items()}
    assert all(shown.values())
    for name, family in five.items():
        known = {person.id for person in family.persons}
        for one in shown[name]:
            assert one.why.startswith("Shown because ")
            assert one.why.endswith(".")
            assert one.questions
            assert all("?" in question for question in one.questions)
            assert set(one.who) <= known
            assert one.caution == CAUTION
            assert one.strength or one.beside, f"{one.code} stands alone"


def test_a_rule_can_be_muted(five):
    assert "G-LOSS" not in {one.code for one in patterns(five["haile"], DAY, muted={"G-LOSS"})}
    assert "G-LOSS" in {one.code for one in patterns(five["haile"], DAY)}


def test_a_doubted_father_is_never_put_into_words(five):
    said = " ".join(
        " ".join((one.why, *one.questions)) for rule in ("G-MISSING", "G-ABSENT") for one in found(five["haile"], rule)
    )
    assert "Abel" in said
    assert "Natan" not in said


def test_domestic_abuse_is_never_worded_as_if_both_had_a_part(five):
    family = five["kowalska-fairhurst"]
    assert harm_between(family, "agnieszka", "simon") is not None
    assert harm_between(family, "agnieszka", "halina") is None
    for one in patterns(family, DAY):
        assert not ({"simon", "agnieszka"} <= set(one.who) and one.code in {"G-TRIANGLE", "G-CUTOFF"})
        for wording in ("both of them", "volatile", "each other", "their relationship"):
            assert wording not in " ".join(one.questions)


def people(*ids, **born):
    return tuple(Person(id=one, name=one.title(), born=born.get(one)) for one in ids)


def family_of(**parts):
    return Family.model_validate({"id": "T", "title": "T", "focus": ("kid",), **parts})


def test_nothing_is_found_in_a_family_of_nobody():
    assert patterns(Family(id="T", title="T"), DAY) == []


def test_men_with_whom_nobody_spoke_are_shown_until_somebody_does():
    parts = {
        "persons": (
            Person(id="kid", name="Kid", born=PartialDate.read("2018")),
            Person(id="bo", name="Bo", gender="male"),
        ),
        "households": ({"id": "H", "name": "h", "members": ({"person": "kid"}, {"person": "bo"})},),
    }
    assert found(family_of(**parts), "G-MEN")
    spoke = Contact(who=("bo",), kind="spoken", date=PartialDate.read("2026-08"))
    assert not found(family_of(**parts, contacts=(spoke,)), "G-MEN")


def test_a_name_handed_on_is_seen_and_a_surname_is_not():
    parents = (Parentage(child="kid", parents=("mum",)),)
    named = (Person(id="kid", name="Rose Ann Hill"), Person(id="mum", name="Ann Hill"))
    assert [one.title for one in found(family_of(persons=named, parentages=parents), "G-NAME")] == ["The name Ann"]


def test_someone_new_is_shown_for_a_year():
    parts = {
        "persons": people("kid", "mum", "new", kid="2018", mum="1990", new="1988"),
        "parentages": (Parentage(child="kid", parents=("mum",)),),
        "unions": (Union(partners=("mum", "new"), kind="cohabiting", since=PartialDate.read("2026-03")),),
    }
    assert [one.who for one in found(family_of(**parts), "G-NEW")] == [("new",)]
    assert not found(family_of(**parts), "G-NEW", date(2027, 6, 1))


def test_many_agencies_or_many_changes_of_worker():
    agencies = tuple(Resource(kind="service", name=f"s{number}") for number in range(8))
    kid = people("kid", kid="2018")
    assert found(family_of(persons=kid, resources=agencies), "G-PROF")
    assert not found(family_of(persons=kid, resources=agencies[:7]), "G-PROF")
    changes = Resource(kind="service", name="s", workers_changed=("2026-01", "2026-04", "2026-07"))
    assert "changed 3 times" in found(family_of(persons=kid, resources=(changes,)), "G-PROF")[0].why


@pytest.mark.parametrize(
    ("noted", "words"),
    [
        ({}, ""),
        ({"CAMHS": ("2024-01",)}, ""),
        ({"CAMHS": ("2027-01",)}, ""),
        ({"CAMHS": ("2026-03",)}, "Workers changed once in a year: CAMHS 2026-03"),
        (
            {"CAMHS": ("2026-07", "2026-01"), "School": (), "Social work": ("2026-05", "2023")},
            "Workers changed 3 times in a year: CAMHS 2026-01, 2026-07; Social work 2026-05",
        ),
    ],
)
def test_changes_of_worker_are_counted_over_a_year_and_told_with_where_and_when(noted, words):
    resources = tuple(Resource(kind="service", name=name, workers_changed=days) for name, days in noted.items())
    family = family_of(persons=people("kid", kid="2018"), resources=resources)
    assert worker_changes_in_words(family, date(2026, 11, 23)) == words
    assert words in describe_family(family, date(2026, 11, 23))
    assert ("Workers changed" in describe_family(family, date(2026, 11, 23))) is bool(words)


def test_a_difficulty_that_began_soon_after_a_parting_is_a_triangle_but_not_across_harm():
    parts = {
        "persons": people("kid", "mum", "dad", kid="2014", mum="1990", dad="1988"),
        "parentages": (Parentage(child="kid", parents=("mum", "dad")),),
        "unions": (
            {"partners": ("mum", "dad"), "ended": "separation", "changes": ({"kind": "separated", "date": "2026-01"},)},
        ),
        "events": ({"date": "2026-03", "who": ("kid",), "what": "stopped eating", "theme": "illness"},),
    }
    assert found(family_of(**parts), "G-TRIANGLE")
    flag = HarmFlag(kind="domestic_abuse", by="dad", to=("mum",))
    assert not found(family_of(**parts, harm_flags=(flag,)), "G-TRIANGLE")
    assert not found(family_of(**parts, ties=(Tie(a="dad", b="mum", kind="violence"),)), "G-TRIANGLE")


def test_three_warm_lines_outwards_are_enough():
    grown = ("aunt", "uncle", "gran")
    ties = tuple(Tie(a="kid", b=one, kind="close") for one in grown)
    parts = {
        "persons": people("kid", *grown, kid="2018", aunt="1980", uncle="1980", gran="1950"),
        "households": ({"id": "H", "name": "h", "members": ({"person": "kid"},)},),
    }
    assert not found(family_of(**parts, ties=ties), "G-ALONE")
    assert found(family_of(**parts, ties=ties[:2]), "G-ALONE")


def test_there_is_a_rule_for_every_code_of_the_specification():
    assert set(RULES) >= {
        "G-MISSING", "G-ABSENT", "G-MEN", "G-REPEAT-AGE", "G-REPEAT-EVENT", "G-CUTOFF", "G-TRIANGLE", "G-ANNIV",
        "G-SAMEAGE", "G-NAME", "G-MIGRATE", "G-HOUSEHOLD", "G-ORDER", "G-LOSS", "G-REMOVED", "G-ALONE", "G-CARER-AGE",
        "G-STRENGTH", "G-NEW", "G-UNBORN", "G-PROF", "G-NOVOICE",
    }  # fmt: skip


def odd_family(name):
    """The patterns of a family of an odd shape, as words."""
    family = load_family(Path(__file__).parents[1] / "practice" / "traps" / f"{name}.yaml")
    return "\n".join(" ".join((pattern.title, pattern.why, *pattern.questions)) for pattern in patterns(family, DAY))


def test_patterns_ask_nobody_unborn_or_under_four_and_speak_of_a_loss_without_a_name_in_words():
    told = odd_family("osei-whitcombe")
    assert "What do we most need to ask Tamsin?" in told
    assert "the baby and Iris want" not in told
    assert "Losses: the pregnancy that was lost and Kofi" in told
    assert "due February 2027" in told
    assert "came through" not in told, "caring for others is no sign that anything was come through"


def test_a_carer_whose_caring_has_ended_does_not_care_for_a_child():
    assert "Moira is 68" not in odd_family("nkemelu")
    assert "Len is 73 and cares for a child" in odd_family("pugh-marsh")
    assert "What has Len told us in person?" in odd_family("pugh-marsh")
