"""Who has no name is told of in words: by what they are to somebody who has one."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from benchmarks._random_families import as_family
from supervision_tui.family import Family
from supervision_tui.family.patterns import patterns
from supervision_tui.family.views import describe_family, name_by_kinship, unnamed
from supervision_tui.genogram import Drawing, Options, describe, lay_out
from supervision_tui.practice.questions import questions_for
from supervision_tui.records.story.danger import dangers
from supervision_tui.session.fields import names_of
from tests.every_row import every_row
from tests.shipped import load_library

ON = date(2026, 9, 1)


def family(*more: dict, **parts: list) -> Family:
    """Tariq, 9, and his mother Joanne; beside them those who have no name."""
    persons = [
        {"id": "t", "name": "Tariq Bright", "born": "2017"},
        {"id": "j", "name": "Joanne Bright", "gender": "female", "born": "1992"},
        *more,
    ]
    links = [{"child": "t", "parents": ["j"]}, *parts.pop("parentages", [])]
    return Family.model_validate(
        {"id": "F1", "title": "Bright", "focus": ["t"], "persons": persons, "parentages": links, **parts}
    )


def man(**also: object) -> dict:
    return {"id": "m", "name": "?", "gender": "male", **also}


FATHER = {"child": "t", "parents": ["m"]}


@every_row("name", ["?", "", "unknown", "Not known", "N/K", "(name not known)", "??", "Unknown."])
def test_a_father_whose_name_nobody_knows_is_the_childs_father(name: str) -> None:
    told = name_by_kinship(family(man() | {"name": name}, parentages=[FATHER]))
    assert told.person("m").name == "Tariq's father (name not known)"
    assert told.person("m").short_name == "Tariq's father"


@pytest.mark.parametrize(
    ("more", "parts", "called"),
    [
        ([man()], {"unions": [{"id": "u", "partners": ["j", "m"], "kind": "cohabiting"}]}, "Joanne's partner"),
        ([man(gender="unknown")], {"parentages": [{"child": "m", "parents": ["j"]}]}, "Tariq's sibling"),
        ([man()], {}, "somebody"),
    ],
)
def test_others_are_what_they_are_to_the_nearest_who_has_a_name(more: list, parts: dict, called: str) -> None:
    assert name_by_kinship(family(*more, **parts)).person("m").short_name == called


def test_who_is_next_to_somebody_without_a_name_is_called_by_them() -> None:
    aunt = {"id": "a", "name": "?", "gender": "female"}
    carol, baby = {"id": "c", "name": "Carol", "gender": "female"}, {"id": "b", "name": "?", "gender": "male"}
    links = [
        {"child": "j", "parents": ["c"]},
        {"child": "a", "parents": ["c"]},
        {"child": "b", "parents": ["a"]},
    ]
    told = name_by_kinship(family(carol, aunt, baby, parentages=links))
    assert told.person("a").short_name == "Joanne's sister"
    assert told.person("b").short_name == "Joanne's sister's son"


def test_two_who_would_be_called_alike_have_a_number() -> None:
    both = [{"id": name, "name": "?", "gender": "female"} for name in "ab"]
    told = name_by_kinship(family(*both, parentages=[{"child": name, "parents": ["j"]} for name in "ab"]))
    assert sorted(told.person(name).short_name for name in "ab") == ["Tariq's sister 1", "Tariq's sister 2"]


def test_children_without_a_name_are_asked_for_and_told_apart_in_a_session() -> None:
    boys = [{"id": name, "name": "?", "gender": "male", "born": born} for name, born in (("a", "2018"), ("b", "2020"))]
    both = family(*boys, parentages=[{"child": name, "parents": ["j"]} for name in "ab"])
    names = names_of(both, ("t", "a", "b"), ON)
    assert names == {"t": "Tariq", "a": "Tariq's brother 1", "b": "Tariq's brother 2"}


def test_the_page_of_danger_has_no_sign_in_place_of_a_name() -> None:
    flag = {"id": "h", "kind": "domestic_abuse", "by": "m", "to": ["j"]}
    told = dangers(family(man(), parentages=[FATHER], harm_flags=[flag]), ON)
    assert any("Tariq's father" in danger.words for danger in told)
    assert not [danger for danger in told if "?" in f"{danger.words}{danger.whole}"]


def test_a_name_and_what_somebody_is_called_stay() -> None:
    same = family(man(called="Gaz"), parentages=[FATHER])
    assert name_by_kinship(same) is same


def test_what_is_kept_from_somebody_names_nobody() -> None:
    secret = name_by_kinship(family(man(), parentages=[FATHER | {"hidden_from": ["t"]}]))
    assert secret.person("m").short_name == "somebody"


def test_a_man_who_is_flagged_to_exploit_a_girl_is_not_called_her_partner() -> None:
    girl = {"id": "g", "name": "Lily", "gender": "female", "born": "2012"}
    told = name_by_kinship(
        family(girl, man(born="1985"), unions=[{"id": "u", "partners": ["g", "m"], "kind": "cohabiting"}])
    )
    assert told.person("m").short_name == "somebody"


def test_no_sentence_no_pattern_and_no_question_has_a_sign_in_place_of_a_name() -> None:
    whole = family(man(), parentages=[FATHER])
    seen = [
        describe_family(whole, ON),
        describe(Drawing(whole, lay_out(whole), Options(at=ON))),
        *(f"{found.title} {found.why} {found.questions}" for found in patterns(name_by_kinship(whole), ON)),
        *(
            f"{asked.text} {asked.because}"
            for hearer in ("group", "visit", "child")
            for asked in questions_for(whole, load_library(), for_=hearer, today=ON)
        ),
    ]
    assert any("Tariq's father" in words for words in seen[3:])
    assert not [words for words in seen if re.search(r"(?<![\w”’')])\?|Tariq's father is Tariq's father", words)]
    assert not [found for found in patterns(name_by_kinship(whole), ON) if found.code == "G-NAME"]
    assert whole.person("m").name == "?"


@pytest.mark.parametrize("seed", range(12))
def test_in_a_large_family_the_words_are_those_that_the_whole_of_it_gives(seed, monkeypatch):
    random_family = as_family(seed)
    chance = random.Random(seed)  # noqa: S311 - a fixed seed
    without = {person.id for person in random_family.persons if chance.random() < 0.3}
    persons = tuple(
        person.replaced(name="?", called="") if person.id in without else person for person in random_family.persons
    )
    random_family = random_family.replaced(persons=persons)

    def named(large):
        monkeypatch.setattr(unnamed, "LARGE", large)
        return [person.name for person in name_by_kinship(random_family.model_copy()).persons]

    assert named(0) == named(10_000)
