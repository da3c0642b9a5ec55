"""Everything in the library is found by a few letters, narrowed, and reached from a screen."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.practice.library import app
from supervision_tui.practice import Library
from supervision_tui.practice.catalogue import Catalogue, CatalogueFilter, reaching_screens
from supervision_tui.practice.library import KNOWN, TYPED
from supervision_tui.practice.questions.wording import BLANK, words_without_names
from supervision_tui.workspace.catalogue import catalogue_of


@pytest.fixture(scope="module")
def catalogue(library: Library) -> Catalogue:
    return catalogue_of(library)


def test_every_prompt_is_reached_from_a_stage_and_from_the_library(library: Library) -> None:
    reached = reaching_screens(library)
    assert reached.keys() == library.prompts.keys()
    assert all("library" in screens for screens in reached.values())
    assert [prompt_id for prompt_id, screens in reached.items() if screens == ("library",)] == []


def test_the_command_lists_every_prompt_with_its_screens(library: Library) -> None:
    rows = json.loads(CliRunner().invoke(app, ["reach", "--json"]).stdout)
    assert {row["id"] for row in rows} == library.prompts.keys()
    assert all(row["screens"] for row in rows)


@pytest.mark.parametrize(
    ("letters", "pack"),
    [
        ("motiv", "Motivational conversations"),
        ("wellb", "Wellbeing check-in"),
        ("grace", "Social GRACES"),
        ("cultural", "Cultural genogram"),
        ("restor", "Restorative conversations"),
    ],
)
def test_a_few_letters_find_a_whole_pack(catalogue: Catalogue, letters: str, pack: str) -> None:
    found = {item.id for item in catalogue.find(letters)}
    of_pack = {item.id for item in catalogue.items if item.pack == pack}
    assert of_pack
    assert of_pack <= found


def test_everything_says_whose_it_is_and_tools_stand_before_prompts_and_cards(catalogue: Catalogue) -> None:
    kinds = [item.kind for item in catalogue.items]
    assert kinds == sorted(kinds, key=["tool", "prompt", "card"].index)
    assert set(kinds) == {"tool", "prompt", "card"}
    assert all(item.source or item.type in {"way of working", "checklist"} for item in catalogue.items)
    assert all(item.hearers for item in catalogue.items if item.pack and item.audience)


def test_a_list_can_be_narrowed_by_each_of_its_sides(library: Library, catalogue: Catalogue) -> None:
    child = catalogue.find("", CatalogueFilter(audience="child"))
    assert {item.id for item in child} == {
        prompt.id for prompt in library.prompts.values() if "child" in prompt.audience
    }
    for narrowing in (
        CatalogueFilter(kind="tool"),
        CatalogueFilter(pack="Cultural genogram"),
        CatalogueFilter(type="ranking"),
        CatalogueFilter(age=5, audience="child"),
    ):
        found = catalogue.find("", narrowing)
        assert 0 < len(found) < len(catalogue.items)
    young = {item.id for item in catalogue.find("", CatalogueFilter(age=5))}
    assert not [prompt for prompt in library.prompts.values() if prompt.from_age > 5 and prompt.id in young]


def test_every_word_must_stand_in_what_is_found(catalogue: Catalogue) -> None:
    assert len(catalogue.find("father visit")) < len(catalogue.find("father"))
    assert catalogue.find("zzzz") == []


def test_where_no_family_is_in_hand_a_prompt_is_read_without_braces_and_without_names(catalogue: Catalogue) -> None:
    assert not [item for item in catalogue.items if set("{}") & set(f"{item.words}{item.about}")]
    words = {item.id: item.words for item in catalogue.items}
    assert words["RE.try.4"].startswith("From the other chair. (5 minutes) The worker answers as the parent would")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{child's} week: what would {child.they} keep?", "The child's week: what would they keep?"),
        ("When {person} is close to {person2}, where is {person3}?",
         "When somebody is close to somebody else, where is a third person?"),
        ("Before {event}, who saw {sibling}?", "Before what happened, who saw the brother or sister?"),
        ("You said {n}: what would {n} and one be?", "You said …: what would … and one be?"),
    ],
)  # fmt: skip
def test_people_and_things_stand_words_without_names_words_and_what_only_a_worker_can_say_is_a_gap(
    text: str, words: str
) -> None:
    assert words_without_names(text) == words


def test_every_pair_of_braces_that_a_family_fills_has_general_words() -> None:
    assert not [name for name in sorted(KNOWN - TYPED) if BLANK in words_without_names(f"{{{name}}}")]


@pytest.mark.parametrize("words", ["from the other chair", "two chairs, three minutes", "the unspoken chair"])
def test_words_that_follow_one_another_lead_to_what_has_them_so(catalogue: Catalogue, words: str) -> None:
    assert catalogue.find(words)[0].words.casefold().startswith(words)
