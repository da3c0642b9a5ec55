"""Traps: what a question must never say to whom, family by family, and the gate that keeps each of them so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from supervision_tui.family import Family
from supervision_tui.family.patterns import households
from supervision_tui.practice import Library, Question, questions_for, stage_questions
from supervision_tui.practice.library.packs import Prompt
from supervision_tui.practice.questions import family_scope, filling, safeguarding, selection
from supervision_tui.practice.questions import stage_questions as stages
from supervision_tui.practice.questions.family_scope import FamilyScope
from supervision_tui.practice.questions.filling import PromptFiller
from supervision_tui.practice.questions.placeholder_values import PlaceholderValues
from supervision_tui.practice.questions.safeguarding import FlaggedHarm
from supervision_tui.yaml_files import load_yaml
from tests.every_row import every_row
from tests.shipped import load_family, load_library

HERE = Path(__file__).parent / "traps"
SHIPPED = Path(__file__).resolve().parents[2] / "templates" / "families"
TODAY = date(2026, 11, 23)
SEEDS = range(6)
WORDS = {"worry": "the late nights", "behaviour": "the shouting", "change": "stopping"}
ROWS: list[dict[str, Any]] = load_yaml(HERE / "table.yaml").value  # type: ignore[assignment]
FAMILIES = sorted({row["family"] for row in ROWS})


@cache
def family(name: str) -> Family:
    own = HERE / f"{name}.yaml"
    return load_family(own if own.is_file() else SHIPPED / f"{name}.yaml")


def asked(library: Library, name: str, whom: str, seeds: range = SEEDS) -> Iterator[Question]:
    """Everything that is asked of *whom*: a purpose, or a stage as ``T2/interview``."""
    for seed in seeds:
        if "/" not in whom:
            yield from questions_for(
                family(name),
                library,
                for_=whom,
                today=TODAY,
                each_child=True,
                given=WORDS,
                seed=seed,  # type: ignore[arg-type]
            )
            continue
        template_id, _, stage_id = whom.partition("/")
        template = library.templates[template_id]
        stage = template.stage(stage_id)
        yield from stage_questions(
            family(name), library, template, stage, for_="group", today=TODAY, each_child=True, given=WORDS, seed=seed
        )


Asking = Callable[[str, str], list[Question]]


@cache
def asked_as_shipped(name: str, whom: str) -> list[Question]:
    """Everything that the shipped library asks of *whom*: many rows look through the same questions."""
    return list(asked(load_library(), name, whom))


def fault(row: dict[str, Any], ask: Asking) -> str:
    """What is wrong with a row in the questions that *ask* gives; empty where nothing is."""
    for whom in row["ask"]:
        found = ask(row["family"], whom)
        assert found, (row, whom)
        if row.get("but_not_for_colleagues") and whom == "group":
            found = [question for question in found if set(question.audience) & {"family", "child"}]
        words = [f"{question.text} || {question.because}" for question in found]
        if "must" in row:
            if not any(re.search(row["must"], line) for line in words):
                return f"{whom}: nobody is asked “{row['must']}”"
            continue
        said = next((line for line in words if re.search(row["never"], line)), "")
        if said:
            return f"{whom}: {said}"
    return ""


def named(row: dict[str, Any]) -> str:
    return f"{row['family']} {row['gate']}: {row.get('never') or row['must']}"[:90]


def test_there_are_enough_traps_and_every_gate_has_one() -> None:
    assert len(ROWS) >= 60
    assert {row["gate"] for row in ROWS} == set(GATES)


@every_row("row", ROWS, ids=named)
def test_nobody_is_told_what_would_put_somebody_at_risk(row: dict[str, Any]) -> None:
    assert fault(row, asked_as_shipped) == ""


# -- the gates, each taken away -------------------------------------------------------------------------------

Patch = Callable[[pytest.MonkeyPatch, Library], Library]


def opened(owner: object, name: str, value: object) -> Patch:
    def patch(monkeypatch: pytest.MonkeyPatch, library: Library) -> Library:
        monkeypatch.setattr(owner, name, value)
        return library

    return patch


def without(field: str, value: object) -> Patch:
    """Every prompt without its *field*."""

    def patch(_: pytest.MonkeyPatch, library: Library) -> Library:
        packs = {
            pack.id: pack.model_copy(
                update={"prompts": tuple(prompt.model_copy(update={field: value}) for prompt in pack.prompts)}
            )
            for pack in library.packs.values()
        }
        return Library(packs, library.templates, library.frameworks, library.checklists)

    return patch


def _strengths_to_everybody(values: PlaceholderValues) -> list[Any]:
    return [filling.PlaceholderValue(strength.words) for strength in values.scope.family.strengths]


def _never_gated(filler: PromptFiller, prompt: Prompt) -> bool:
    del filler
    return "harm" in prompt.tags


GATES: dict[str, Patch] = {
    "services": opened(FlaggedHarm, "may_be_named", lambda _harm, _resource: True),
    "hidden resource": opened(FlaggedHarm, "_stands_for_something_hidden", lambda _harm, _resource: False),
    "unlinked": opened(FlaggedHarm, "knows_of", lambda _harm, _person: True),
    "harming": opened(FlaggedHarm, "is_kept_back", lambda _harm, _person, _prompt, **_more: False),
    "sides": opened(FlaggedHarm, "sides_with_harm", lambda _harm, _people: False),
    "no couple": opened(safeguarding, "_abuse_of_descendant", lambda _family, _link: None),
    "harm safe": opened(PromptFiller, "_gated", _never_gated),
    "invitations": without("invites", ()),
    "of harming": without("of_harming", ()),
    "strengths": opened(PlaceholderValues, "strengths", _strengths_to_everybody),
    "feared": opened(family_scope, "FEARED", frozenset()),
    "doubt": opened(family_scope, "doubted_parents", lambda _family, _link: set()),
    "expecting": opened(households, "expecting_parents", lambda family, baby_id: family.parents_of(baby_id)),
    "hidden people": opened(FamilyScope, "_hidden", property(lambda _scope: frozenset())),
    "paper": opened(stages, "_prepares", lambda _template: False),
    "age": opened(filling, "YOUNGEST_ASKED", 0),
    "conditions": opened(filling, "is_allowed", lambda *_every, **_more: True),
    "where and when": opened(PromptFiller, "_fits_in", lambda _filler, _choice, _name, _person: True),
}
"""Each gate by name, with what takes it away."""


@pytest.mark.parametrize("gate", sorted(GATES))
def test_without_any_one_gate_a_trap_is_walked_into(
    library: Library, monkeypatch: pytest.MonkeyPatch, gate: str
) -> None:
    open_library = GATES[gate](monkeypatch, library)
    if gate == "age":
        monkeypatch.setattr(FamilyScope, "askable", lambda _scope, _person: True)

    @cache
    def ask_once(name: str, whom: str) -> list[Question]:
        return list(asked(open_library, name, whom, SEEDS[:1]))

    @cache
    def ask(name: str, whom: str) -> list[Question]:
        return list(asked(open_library, name, whom))

    rows = [row for row in ROWS if row["gate"] == gate]
    told_at_once = any(fault(row, ask_once) for row in rows if "never" in row)
    assert told_at_once or any(fault(row, ask) for row in rows), gate


# -- harm comes first ------------------------------------------------------------------------------------------

FLAGGED = [name for name in FAMILIES if FlaggedHarm(family(name), TODAY).present]
FORMATS = load_library().templates


@every_row("format_id", [one for one in FORMATS if FORMATS[one].family != "none"])
@every_row("name", FLAGGED)
def test_harm_is_among_the_first_three_in_every_stage_that_asks_about_the_family(
    library: Library, name: str, format_id: str
) -> None:
    template = library.templates[format_id]
    asking = [
        stage
        for stage in template.stages
        if stages.asks_about_family(template, selection.offered_prompts(library, stage.offers))
    ]
    assert asking
    for stage in asking:
        for seed in (1, 2):
            found = stage_questions(
                family(name),
                library,
                template,
                stage,
                for_="group",
                today=TODAY,
                seed=seed,
                lenses=("circular",),
                only_chosen=True,
            )
            place = next((at for at, question in enumerate(found, 1) if "harm" in question.tags), 99)
            assert place <= 3, (stage.id, place)


def test_with_harm_a_visit_and_a_child_hear_questions_that_are_put_alone_and_in_safety(library: Library) -> None:
    for whom, prompt_id in (("visit", "HARM.alone"), ("child", "HARM.child")):
        found = [question for question in asked(library, "brandt-nair", whom) if "harm" in question.tags]
        assert {question.prompt_id.rpartition(".")[0] for question in found} == {prompt_id}


def test_without_harm_nothing_of_it_is_asked_and_a_service_may_be_named(library: Library) -> None:
    calm = family("brandt-nair").replaced(
        harm_flags=(), ties=[tie for tie in family("brandt-nair").ties if tie.tone != "harm"]
    )
    found = [one for seed in SEEDS for one in questions_for(calm, library, for_="visit", today=TODAY, seed=seed)]
    assert not [one for one in found if "harm" in one.tags]
    assert any("Curt" in one.text for one in found)
    assert any("advocate" in one.text or "midwife" in one.text for one in found)
    assert not any("MARAC" in one.text for one in found)  # nobody is linked to it
