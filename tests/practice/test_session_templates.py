from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from supervision_tui.practice import Destination, Library, SessionTemplate
from tests.every_row import every_row
from tests.shipped import load_library

IDS = list(load_library().templates)
WITH_FAMILY = ("T1", "T2", "T3", "T4", "T6", "T7", "T8")


def tiny(**changes: Any) -> dict[str, Any]:
    stage = {"id": "a", "title": "A", "minutes": 5, "activity": "story"}
    return {
        "id": "T", "name": "t", "title": "T", "about": "x", "minutes": 10, "people": [1, 2], "family": "one",
        "stages": [stage],
    } | changes  # fmt: skip


@every_row("template_id", IDS)
def test_a_format_is_whole(library: Library, template_id: str) -> None:
    template = library.templates[template_id]
    assert template.must_not
    assert template.roots
    assert template.roles
    assert template.planned <= template.minutes <= template.planned + 5
    assert len(template.stages) >= 3
    for stage in template.stages:
        assert stage.lead, stage.id
        assert stage.rule, stage.id
        assert stage.speaks, stage.id
        assert stage.not_written, stage.id


def test_group_supervision_has_its_ten_stages_and_minutes(library: Library) -> None:
    stages = library.templates["T2"].stages
    assert [stage.minutes for stage in stages] == [5, 8, 12, 2, 12, 3, 6, 4, 8, 5]
    assert library.templates["T2"].minutes == 65


@pytest.mark.parametrize("template_id", WITH_FAMILY)
def test_a_format_with_a_family_begins_with_the_child_and_asks_what_it_means_for_the_child(
    library: Library, template_id: str
) -> None:
    template = library.templates[template_id]
    first_about_family = next(stage for stage in template.stages if stage.phase == "family" or "child" in stage.lead)
    assert "child" in first_about_family.lead.casefold()
    later = " ".join(stage.lead.casefold() for stage in template.stages[-2:])
    asked = {record.id for stage in template.stages for record in stage.records if record.needed and record.per_child}
    assert "child" in later or asked, template_id


@pytest.mark.parametrize("template_id", ["T1", "T2", "T3", "T4", "T5", "T6"])
def test_a_format_for_more_than_one_ends_with_how_we_did_it_together(library: Library, template_id: str) -> None:
    template = library.templates[template_id]
    assert any("together" in f"{stage.lead} {stage.rule}" for stage in template.stages) or template_id == "T2"
    assert any(offer.pack == "closing" for offer in template.stages[-1].offers)


@pytest.mark.parametrize("template_id", ["T1", "T2", "T3", "T4"])
def test_deciding_waits_until_there_was_thinking(library: Library, template_id: str) -> None:
    actions = [stage for stage in library.templates[template_id].stages if stage.activity == "actions"]
    assert actions
    assert all(stage.locked_until and stage.mode == "decision" for stage in actions)


@pytest.mark.parametrize("template_id", ["T5", "T9"])
def test_a_pod_and_a_panel_write_nothing_about_a_family(library: Library, template_id: str) -> None:
    template = library.templates[template_id]
    places = {stage.destination for stage in template.stages}
    places |= {record.to for stage in template.stages for record in stage.records}
    assert not places & {Destination.CHILD_FILE, Destination.FAMILY_WORK}


def test_preparing_a_visit_is_private(library: Library) -> None:
    template = library.templates["T7"]
    places = {record.to for stage in template.stages for record in stage.records}
    assert {stage.destination for stage in template.stages} | places == {Destination.PRIVATE}


def test_feelings_never_go_to_a_file(library: Library) -> None:
    stage = library.templates["T8"].stage("feelings")
    assert {stage.destination, *(record.to for record in stage.records)} == {Destination.PRIVATE}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"minutes": 5, "stages": [{"id": "a", "title": "A", "minutes": 6, "activity": "x"}]}, "take 6 minutes"),
        (
            {
                "family": "none",
                "stages": [{"id": "a", "title": "A", "minutes": 5, "activity": "x", "destination": "child_file"}],
            },
            "this format has none",
        ),
        (
            {"stages": [{"id": "a", "title": "A", "minutes": 1, "activity": "x"}] * 2},
            "stands here twice",
        ),
        (
            {"stages": [{"id": "a", "title": "A", "minutes": 1, "activity": "x", "locked_until": "b"}]},
            "does not come before it",
        ),
        (
            {
                "stages": [
                    {
                        "id": "a",
                        "title": "A",
                        "minutes": 1,
                        "activity": "x",
                        "records": [{"id": "n", "label": "N", "to": "none"}],
                    }
                ]
            },
            "kept nowhere",
        ),
        ({"rounds": 3, "family": "several"}, "take 15 minutes"),
    ],
)
def test_a_format_that_cannot_be_held_is_refused_in_words(changes: dict[str, Any], says: str) -> None:
    SessionTemplate.model_validate(tiny())
    with pytest.raises(ValidationError, match=says):
        SessionTemplate.model_validate(tiny(**changes))


def test_a_short_title_still_says_what_it_is(library: Library) -> None:
    short = {template.id: template.short_title for template in library.templates.values()}
    assert short["T2"] == "Group supervision"
    assert short["T3"] == "Strengths, worries and next steps map"
    assert short["T7"] == "Before a visit"
    assert short["T10"] == short["T11"] == "Putting things right"
    assert short["T13"] == "Family group decision making"
