"""What a person is given about themselves: no guess resting on others' words, no raw names, nothing once a session."""

import re
from datetime import UTC, datetime

import pytest

from supervision_tui.family import Family, HarmFlag, StartingIdea, Worry
from supervision_tui.family.views.copy_fields import COPY_RULES
from supervision_tui.session import Action, AskedQuestion, Decision, Draft, Entry, Hypothesis
from supervision_tui.workspace.subject_access import Ground, search_subject
from supervision_tui.workspace.subject_access.wording import AREAS, LABELS, in_words, value_in_words
from tests.whole import WHOLE
from tests.workspace.test_family_page import session_about

IDEA = {
    "statement": "Perhaps the calm at the door is what Simon wants us to see", "child_inside": "Oliver listens",
    "would_fit": "Oliver tells somebody at school what he does at night",
    "would_drop": "Oliver says that nights are calm and Ms Ward sees it too",
}  # fmt: skip
STEP = {"what": "Plan a safe talk with Agnieszka at the clinic", "owner": "Priya", "when": "Friday", "child": "oliver"}


def text_of(pieces):
    return "\n".join(f"{piece.where}\n{piece.words}" for piece in pieces)


@pytest.fixture
def told(demo_workspace):
    """V4 after three sessions that carry one idea and one step on."""
    session_about(demo_workspace, "T2", "V4", [("hypotheses", "oliver", IDEA), ("actions", "oliver", STEP)])
    for _ in range(2):
        session_about(demo_workspace, "T2", "V4", [("facts", "oliver", {
            "what": "Simon rang the school", "known": "told, Ms Ward", "child": "oliver"})])  # fmt: skip
    return demo_workspace


@pytest.mark.parametrize("person", ["simon", "agnieszka", "patricia", "oliver", "hania", "leo", "marek"])
def test_no_guess_that_rests_on_what_another_says_is_given(told, person):
    given = text_of(search_subject(told, f"V4/{person}").given)
    for words in ("tells somebody at school", "nights are calm", "We would know more if", "would fit", "would drop"):
        assert words not in given


def test_whoever_may_harm_is_given_what_is_plainly_theirs_and_all_else_is_decided_about(told):
    found = search_subject(told, "V4/simon")
    given = text_of(found.given)
    assert "Simon Fairhurst" in given
    for words in ("calm at the door", "clinic", "rang the school", "controls", "frightens", "Coercive", "nappy box",
                  "times phone", "midwife", "diary", "perpetrator worker", "MARAC", "not to be recorded"):  # fmt: skip
        assert words.casefold() not in given.casefold()
    assert any("clinic" in piece.words or "calm at the door" in piece.words for piece in found.to_decide)


def test_the_harmed_are_not_told_whom_to_fear_less_only_their_own_is_given(told):
    found = search_subject(told, "V4/agnieszka")
    assert found.given
    assert not [piece for piece in found.given if "not to be recorded" in piece.words]


RAW = re.compile(r" · |\b\w+_\w+\b|[0-9]{4}-[0-9]{2}|\bid='|\bTrue\b|\bFalse\b|\bNone\b")


def test_no_raw_names_codes_or_machine_dates_stand_in_what_is_given_or_decided_about(told):
    families = [heading.id for heading in told.families.headings()]
    assert len(families) == 5
    for family_id in families if WHOLE else ("V2", "V4"):
        for person in told.families.get(family_id).persons:
            for piece in search_subject(told, f"{family_id}/{person.id}").pieces:
                where = re.sub(r"\([^)]*\)", "", piece.where)
                assert not RAW.search(where), where
                assert not RAW.search(re.sub(r" · (?=family|Draft)", " ", piece.words)), piece.words


def test_an_idea_and_a_step_that_go_on_are_told_once_and_not_once_a_session(told):
    pieces = search_subject(told, "V4/oliver").pieces
    assert sum("Perhaps the calm at the door" in piece.words and "an idea" in piece.where for piece in pieces) == 1
    assert len({(piece.where, piece.words) for piece in pieces}) == len(pieces)
    steps = [piece for piece in pieces if "a next step" in piece.where and "clinic" in piece.words]
    assert len(steps) <= 1


def test_the_stage_is_called_as_people_call_it(told):
    wheres = [piece.where for piece in search_subject(told, "V4/oliver").pieces if piece.where.startswith("session")]
    assert wheres
    assert not [where for where in wheres if "in the stage" in where]


def test_an_idea_about_somebody_else_or_about_several_is_for_who_decides(told):
    family = told.families.get("V4")
    ideas = (*family.hypotheses, StartingIdea(about=("hania",), words="Perhaps Hania keeps watch"))
    told.families.put(family.replaced(hypotheses=ideas, worries=(Worry(words="late home", who=("hania",)),)), "V4")
    found = search_subject(told, "V4/hania")
    ground = {piece.words: piece.ground for piece in found.pieces}
    assert next(kind for words, kind in ground.items() if "keeps watch" in words) is Ground.NONE
    assert next(kind for words, kind in ground.items() if "humming" in words) is Ground.OTHERS
    assert next(kind for words, kind in ground.items() if "late home" in words.casefold()) is Ground.NONE


@pytest.mark.parametrize("by", ["carol", "doreen", "bilal"])
def test_a_new_flag_of_harm_changes_at_once_what_is_given(workspace, by):
    before = len(search_subject(workspace, f"V3/{by}").given)
    family = workspace.families.get("V3")
    flag = HarmFlag(kind="physical_abuse", by=by, to=("amina",))
    workspace.families.put(family.replaced(harm_flags=(*family.harm_flags, flag)), "V3")
    found = search_subject(workspace, f"V3/{by}")
    assert len(found.given) <= before
    assert not [piece for piece in found.given if "worry of harm" in piece.where]
    assert any(piece.ground is Ground.SERIOUS_HARM for piece in found.pieces)


def test_every_field_of_every_model_has_a_label_and_every_area_a_name():
    assert set(Family.model_fields) - {"format", "id", "title", "focus", "safe_record"} <= set(AREAS)
    fields = {field for model in COPY_RULES for field in model.model_fields if model is not Family}
    fields |= {
        field for model in (Entry, Hypothesis, Action, Decision, AskedQuestion, Draft) for field in model.model_fields
    }
    told = {"id", "stage", "field", "destination", "prompt_id", "rewriting", "number", "parts", "rival_of", "author",
            "children", "for_session", "author_id", "owner_id", "decided_by_id", "kept"}  # fmt: skip
    assert {field for field in fields - told if field not in LABELS} == set()
    assert not [label for label in LABELS.values() if "_" in label]


def test_values_are_told_as_people_say_them():
    assert value_in_words("emotional_abuse") == "emotional abuse"
    assert value_in_words("2014-05") == "May 2014"
    assert value_in_words("2026-11-24") == "24 November 2026"
    assert value_in_words("2026-11-24T10:00:00Z") == "24 November 2026"
    assert value_in_words("SGO") == "special guardianship order"
    assert in_words({"secret": True, "doubted": False}) == "A secret of the family: yes\nNot sure: no"
    assert in_words({"id": "x", "kind": "domestic_abuse", "who": ["a", "b"], "note": ""}) == (
        "What it is: domestic abuse\nAbout: a; b"
    )
    assert in_words({"members": [{"person": "Ann", "since": "2019"}]}) == "Who lives there: Ann, since 2019"


def test_the_same_words_in_several_sessions_are_told_once_with_the_days(workspace, hold):
    for month in (1, 2, 3):
        session = workspace.sessions.get(hold(workspace, "T2", "V1"))
        started = datetime(2026, month, 5, 10, tzinfo=UTC)
        workspace.sessions.put(session.model_copy(update={"started": started}), session.id)
    pieces = search_subject(workspace, "V1/abel").pieces
    said = [piece for piece in pieces if piece.words.startswith("She said that she likes the red bus")]
    said = [piece for piece in said if piece.where.startswith("session of")]
    places = [piece.where.partition(", ")[2].partition(";")[0] for piece in said]
    assert places, "nothing of the sessions is told"
    assert len(places) == len(set(places))
    assert all(piece.where.startswith("session of 5 March 2026") for piece in said)
    also = "; the same words in the sessions of 5 February 2026, 5 January 2026"
    assert all(piece.where.endswith(also) for piece in said)


def test_a_part_within_a_part_is_told_by_its_word_alone():
    health = {"health": [{"area": "substance", "name": "alcohol", "since": "2025-10"}]}
    assert in_words(health) == "Health: substance, alcohol, since October 2025"
    changes = {"changes": [{"kind": "separated", "date": "2016-05"}]}
    assert in_words(changes) == "Changes: separated, when May 2016"
