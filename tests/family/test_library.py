"""What the documentation says of the family can be done, and the package stays cheap to import."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from supervision_tui.family import Family, PartialDate, Person, family_from_yaml, family_to_yaml, find_problems

PAGE = Path(__file__).parents[2] / "docs" / "family.md"
BLOCKS = re.findall(r"```(python|yaml)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("code", [code for kind, code in BLOCKS if kind == "python"])
def test_the_python_on_the_page_runs(code):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PAGE.parents[1], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert bool(done.stdout.strip()) == ("print(" in code)


def test_the_file_on_the_page_is_a_family():
    (text,) = [code for kind, code in BLOCKS if kind == "yaml"]
    family = family_from_yaml(text)
    assert find_problems(family) == ()
    assert family_from_yaml(family_to_yaml(family)) == family
    assert family_from_yaml(family.to_json()) == family


@pytest.mark.parametrize(
    "package", ["family", "family.kinship", "family.patterns", "family.edits", "family.formats", "people"]
)
def test_nothing_heavy_comes_with_the_package(package):
    heavy = "('textual', 'networkx', 'ruamel.yaml', 'ged4py', 'ansel', 'typer', 'sqlcipher3')"
    code = f"import sys, supervision_tui.{package}; sys.exit(any(one in sys.modules for one in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_a_traceback_shows_of_a_family_is_ids(five):
    assert five
    for family in five.values():
        assert "name" not in repr(family.persons[0])
        assert family.persons[0].name not in repr(family)


def test_a_family_cannot_be_made_with_somebody_missing():
    with pytest.raises(ValueError, match="no person with that id"):
        Family(id="T", title="T", focus=("nobody",))


def test_ids_are_given_the_same_way_every_time(five):
    bare = family_to_yaml(five["haile"]).replace("id: crossing", "id: ''")
    first, second = family_from_yaml(bare), family_from_yaml(bare)
    assert first == second
    assert all(event.id for event in first.events)


def test_the_five_families_survive_the_way_to_a_file_and_back(five):
    assert five
    for family in five.values():
        assert family_from_yaml(family_to_yaml(family)) == family
        assert family_from_yaml(family.to_json()) == family
        assert Family.model_validate_json(family.model_dump_json()) == family


def test_looking_things_up(five):
    family = five["carter-okafor"]
    assert [one.id for one in family.parents_of("robin")] == ["leanne", "craig"]
    assert {one.id for one in family.siblings_of("robin")} == {"maisie", "zuri", "baby", "finley"}
    assert [one.id for one in family.partners_of("leanne")] == ["craig", "emeka"]
    assert [one.id for one in family.partners_of("leanne", current=True)] == ["emeka"]
    assert family.household_of("chidi").id == "H3"
    assert "chidi" in {one.id for one in family.living_with("robin")}
    assert family.person("robin").known_age(PartialDate.read("2026-09-01")) == 16
    assert [one.id for one in family.named("sue")] == ["sue"]


def test_ages_are_only_as_sure_as_the_dates():
    someone = Person(id="a", name="A", born=PartialDate.read("~1987"))
    assert someone.ages_at(PartialDate.read("2026-09-01")) == (37, 40)
    assert someone.known_age(PartialDate.read("2026-09-01")) is None
