"""Every wish of the five frameworks that must or should be met has a home, and the home holds the words for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from supervision_tui.practice import ChecklistAnswer, offered_prompts, stage_questions
from supervision_tui.practice.library import ACTIVITIES
from supervision_tui.resources import content_folder
from supervision_tui.session import slots
from supervision_tui.yaml_files import load_yaml
from tests.every_row import every_row
from tests.shipped import load_family

HERE = Path(__file__).parent
FAMILY = HERE.parents[1] / "templates" / "families" / "carter-okafor.yaml"
TODAY = date(2026, 11, 23)
ROWS = load_yaml(HERE / "seed_rows.yaml").value
IN_PACKS = load_yaml(HERE / "seed_rows_packs.yaml").value
SCREENS = load_yaml(HERE / "seed_row_screens.yaml").value
MUST_AND_SHOULD = 130
PLACES = {
    "today", "people", "families", "records", "studio", "library", "framework cards", "framework words", "checklists",
    "session",
}  # fmt: skip
"""Screens beside the stages of sessions, on which a wish is met."""


SOURCES = {
    "today": ["tui/screens/today", "workspace/running"],
    "people": ["tui/screens/people", "tui/screens/place.py", "people"],
    "families": ["tui/screens/families", "family/views"],
    "records": ["tui/screens/records"],
    "studio": ["tui/studio"],
    "library": ["tui/screens/library", "practice/catalogue", "tui/library_commands.py"],
    "session": ["tui/screens/session", "tui/activities", "session"],
}
"""Where in the program a place of it is written."""


def source_of(place):
    """The source of a place of the program."""
    root = HERE.parents[1] / "supervision_tui"
    parts = [root / part for part in SOURCES[place]]
    paths = [path for part in parts for path in ([part] if part.is_file() else part.rglob("*.py"))]
    assert all(part.exists() for part in parts), place
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def content(file):
    """The words of a shipped file, line breaks aside."""
    return " ".join((content_folder("templates") / f"{file}.yaml").read_text(encoding="utf-8").split()).casefold()


def test_every_wish_is_listed():
    assert len(ROWS) == MUST_AND_SHOULD
    assert {row["weight"] for row in ROWS.values()} == {"m", "s"}
    assert len({row["wish"] for row in ROWS.values()}) == MUST_AND_SHOULD


@every_row("number", ROWS, ids=lambda number: f"{number} {ROWS[number]['wish']}")
def test_a_wish_has_a_home(number, library):
    packs = IN_PACKS.get(number, [])
    places = ROWS[number].get("at", [])
    assert packs or places
    assert all(pack in library.packs for pack in packs)
    for place in places:
        assert place["words"].casefold() in content(place["file"]), place


def test_every_wish_has_a_screen_and_a_test():
    assert SCREENS.keys() == ROWS.keys()
    for number, row in SCREENS.items():
        assert "/" in row["screen"] or row["screen"] in PLACES, number
        assert (HERE.parents[1] / row["test"]).is_file(), number


def shown_on(row, library):
    """What stands on the screen of *row*: fields that are kept, packs that are offered, or words."""
    if "/" not in row["screen"]:
        if row["screen"] not in {"framework cards", "framework words", "checklists"}:
            return source_of(row["screen"])
        part = "checklists" if row["screen"] == "checklists" else "frameworks"
        return " ".join(one.model_dump_json() for one in getattr(library, part).values())
    template_id, _, stage_id = row["screen"].partition("/")
    template = library.templates[template_id]
    stage = template.stage(stage_id)
    if "field" in row:
        return {slot.field.id for slot in slots(stage, template, ("robin",)) if slot.field.destination.stored}
    if "pack" not in row:
        return f"{stage.lead} {stage.rule} {ACTIVITIES[stage.activity]}"
    family = load_family(FAMILY) if template.family != "none" else None
    found = stage_questions(family, library, template, stage, for_="group", today=TODAY, seed=1)
    starters = [prompt.id for prompt in offered_prompts(library, stage.starters)]
    ids = [*(question.prompt_id for question in found), *starters]
    return {library.pack_of[prompt_id].id for prompt_id in ids}


@every_row("number", SCREENS, ids=lambda number: f"{number} {ROWS[number]['wish']}")
def test_a_wish_works_on_its_screen(number, library):
    row = SCREENS[number]
    assert (row.get("field") or row.get("pack") or row["words"]) in shown_on(row, library)


@every_row("number", [number for number, row in SCREENS.items() if row["screen"] in SOURCES])
def test_what_stands_on_a_place_of_the_program_is_tried_by_a_test_of_that_name(number):
    row = SCREENS[number]
    tests = (HERE.parents[1] / row["test"]).read_text(encoding="utf-8")
    assert f"def {row['tried']}(" in tests, number


def test_choosing_a_framework_changes_what_is_offered_first(library):
    frameworks = library.frameworks.values()
    assert len({tuple(one.id for one in library.templates_for(framework)[:3]) for framework in frameworks}) >= 3
    assert len({framework.lenses[:3] for framework in frameworks}) >= 3
    for framework in library.frameworks.values():
        assert framework.values
        assert framework.principles
        assert framework.rhythm.every_days in {28, 31}
        assert framework.rhythm.first_year[0].every_days < framework.rhythm.every_days


def test_the_checklists_hold_every_question_once(library):
    lists = library.checklists
    counts = {
        name: len(lists[f"telford-{name}"].items) for name in ("recording", "assessments", "plans", "supervision")
    }
    assert counts == {"recording": 13, "assessments": 15, "plans": 15, "supervision": 13}
    assert len(lists["swindon-eight"].sections) == 8
    for checklist in lists.values():
        words = {item.text for item in checklist.items}
        assert len(words) == len(checklist.items)
    assert all(item.text.endswith("?") for checklist in lists.values() for item in checklist.items)


def test_nothing_in_a_checklist_can_be_added_up(library):
    for answer in ChecklistAnswer:
        with pytest.raises(ValueError, match="invalid literal"):
            int(answer)
    assert not any("score" in type(checklist).model_fields for checklist in library.checklists.values())
