from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_tui.family import Family, PartialDate
from supervision_tui.family.patterns import RULES, patterns
from supervision_tui.practice import Library, Question, offered_prompts, questions_for
from supervision_tui.practice.questions.selection import Purpose, UnknownTypeError
from tests.every_row import every_row
from tests.whole import examples

TODAY = date(2026, 11, 23)
PURPOSES: tuple[Purpose, ...] = ("visit", "group", "child")
GATED = {"TRI1", "SEQ1", "SEQ2", "AGR1", "AGR2", "AGR3", "HYP1", "MIN1", "RAN4"}
WORDS = {"worry": "the late nights", "behaviour": "the shouting"}


def ask(family: Family | None, library: Library, for_: Purpose, **more: object) -> list[Question]:
    return questions_for(family, library, for_=for_, today=TODAY, **more)  # type: ignore[arg-type]


def facing(library: Library, question: Question) -> bool:
    return library.prompts[question.prompt_id].family_facing


@every_row("for_", PURPOSES)
@every_row("family_id", ["V1", "V2", "V3", "V4", "V5"])
def test_every_question_is_a_whole_sentence_about_living_people_named_once(
    families: Mapping[str, Family], library: Library, family_id: str, for_: Purpose
) -> None:
    family = families[family_id]
    found = [one for seed in range(4) for one in ask(family, library, for_, seed=seed, each_child=True, given=WORDS)]
    assert len(found) > 100
    for one in found:
        prompt = library.prompts[one.prompt_id]
        assert "{" not in one.text
        assert "}" not in one.text
        assert one.text[0] == one.text[0].upper()
        assert one.because.startswith("Offered because ")
        assert one.because.endswith(".")
        assert len(set(one.about)) == len(one.about)
        assert one.destination is prompt.record
        if "ancestor" not in prompt.placeholders:
            for person in one.about:
                assert family.person(person).alive_at(TODAY), one
                assert family.person(person).kind != "unborn", one


def test_nobody_under_four_and_nobody_unborn_is_put_down_as_someone_who_is_asked(
    families: Mapping[str, Family], library: Library
) -> None:
    family = families["V2"]
    for seed in range(6):
        for one in ask(family, library, "visit", seed=seed, each_child=True):
            assert "baby" not in one.about
            assert "asked Finley" not in one.text
            assert "Finley say" not in one.text
            assert "Finley think" not in one.text
        assert not any("finley" in one.about for one in ask(family, library, "child", seed=seed, each_child=True))


def test_pronouns_are_the_persons_own_and_the_name_where_they_are_not_known(
    families: Mapping[str, Family], library: Library
) -> None:
    family = families["V2"]
    prompt = [library.prompts["MIN1"]]
    robin = ask(family, library, "visit", prompts=prompt, children=["robin"])[0]
    assert robin.text.startswith("If I asked Robin what ")
    assert robin.text.endswith(" hopes for most, what would they say?")
    persons = [one.model_copy(update={"pronouns": ""}) for one in family.persons]
    unknown = ask(family.replaced(persons=persons), library, "visit", prompts=prompt, children=["robin"])[0]
    assert unknown.text.endswith(" hopes for most, what would Robin say?")


def test_a_child_is_spoken_to_as_you(families: Mapping[str, Family], library: Library) -> None:
    prompts = [library.prompts[one] for one in ("DIF1", "RAN2", "AGR3")]
    found = {
        one.prompt_id: one.text for one in ask(families["V2"], library, "child", prompts=prompts, children=["robin"])
    }
    assert found["DIF1"].startswith("Who sees first when you are sad: ")
    assert found["RAN2"].startswith("If I asked who gets you to laugh the most")
    assert found["AGR3"].startswith("Who do you go to when ")
    assert "Robin" not in "".join(found.values())


def test_where_someone_is_harmed_what_shares_out_blame_is_put_away(
    families: Mapping[str, Family], library: Library
) -> None:
    calm = {one.prompt_id for one in ask(families["V2"], library, "group", given=WORDS)}
    assert GATED - {"HYP1"} <= calm | {"AGR2"}
    harmed = ask(families["V4"], library, "group", given=WORDS)
    assert not GATED & {one.prompt_id for one in harmed}
    assert all(library.prompts[one.prompt_id].harm_safe for one in harmed)
    assert any("Simon" in one.text and one.prompt_id.startswith("HARM.") for one in harmed)
    assert not any(one.prompt_id.startswith("HARM.") for one in ask(families["V2"], library, "group"))


def test_who_harms_and_who_is_harmed_never_stand_in_one_question_to_the_family(
    families: Mapping[str, Family], library: Library
) -> None:
    for seed in range(8):
        asked = ask(families["V4"], library, "group", seed=seed, each_child=True)
        assert asked
        for one in asked:
            if facing(library, one) and "simon" in one.about:
                assert not {"agnieszka", "oliver", "hania", "leo"} & set(one.about), one


def test_who_is_harmed_is_the_one_whose_acts_of_safety_are_asked_for(
    families: Mapping[str, Family], library: Library
) -> None:
    found = [one for one in ask(families["V4"], library, "group") if one.prompt_id == "HARM.protect.1"]
    assert "Agnieszka" in found[0].text
    assert "Simon" not in found[0].text


@pytest.mark.parametrize(
    ("family_id", "never"), [("V4", {"joanne", "ethan"}), ("V3", {"jack"})], ids=["a hidden home", "an adopted brother"]
)
def test_hidden_people_are_never_named_to_the_family(
    families: Mapping[str, Family], library: Library, family_id: str, never: set[str]
) -> None:
    for for_ in PURPOSES:
        for seed in range(5):
            asked = ask(families[family_id], library, for_, seed=seed, each_child=True)
            assert asked
            for one in asked:
                if for_ != "group" or facing(library, one):
                    assert not never & set(one.about), one
                    assert not any(families[family_id].person(id_).short_name in one.text for id_ in never)


def test_a_father_who_is_not_sure_is_never_named_to_the_family_as_this_childs(
    families: Mapping[str, Family], library: Library
) -> None:
    for seed in range(8):
        for one in ask(families["V1"], library, "visit", children=["natan"], each_child=True, seed=seed):
            assert not {"yonas", "tesfay", "kudus"} & set(one.about), one
    named = [one for one in ask(families["V1"], library, "group", children=["abel"], seed=1) if "yonas" in one.about]
    assert named
    for one in named:  # he was lost at sea: he is spoken of as absent, never as one half of a couple
        assert "absent_parent" in library.prompts[one.prompt_id].placeholders, one


def test_the_dead_who_were_feared_are_not_asked_after_fondly(families: Mapping[str, Family], library: Library) -> None:
    for seed in range(6):
        for one in ask(families["V4"], library, "visit", seed=seed, each_child=True):
            assert "gordon" not in one.about, one
    assert any("gordon" in one.about for one in ask(families["V4"], library, "group"))


def test_an_act_of_safety_noted_as_a_strength_is_not_told_to_the_family(
    families: Mapping[str, Family], library: Library
) -> None:
    found = [one.text for seed in range(8) for one in ask(families["V4"], library, "visit", seed=seed)]
    assert not any("diary" in text or "code word" in text or "midwife in Polish" in text for text in found)


def test_the_same_seed_gives_the_same_and_another_seed_another_order(
    families: Mapping[str, Family], library: Library
) -> None:
    assert ask(families["V2"], library, "visit", seed=3) == ask(families["V2"], library, "visit", seed=3)
    assert ask(families["V2"], library, "visit", seed=3) != ask(families["V2"], library, "visit", seed=4)


def test_no_prompt_comes_twice_and_what_was_asked_lately_comes_last(
    families: Mapping[str, Family], library: Library
) -> None:
    ids = [one.prompt_id for one in ask(families["V2"], library, "visit")]
    assert len(set(ids)) == len(ids)
    lately = (ids[5], ids[0])
    later = [one.prompt_id for one in ask(families["V2"], library, "visit", asked_lately=lately)]
    assert set(later) == set(ids)
    assert later.index(ids[0]) > len(ids) - 5
    assert later.index(ids[5]) < later.index(ids[0])


def test_a_worry_stands_beside_a_strength(families: Mapping[str, Family], library: Library) -> None:
    pack = library.packs["strengths_worries"].prompts
    tags = [library.prompts[one.prompt_id].tags for one in ask(families["V2"], library, "group", prompts=pack)]
    worries = [at for at, one in enumerate(tags) if "worry" in one]
    strengths = [one for one in tags if "strength" in one]
    beside = [at for at in worries if "strength" in (*tags[at - 1], *(tags[at + 1] if at + 1 < len(tags) else ()))]
    assert len(worries) > 5
    assert len(beside) >= min(len(worries), len(strengths)) - 2


def test_only_one_type_where_one_is_asked_for(families: Mapping[str, Family], library: Library) -> None:
    assert {one.type for one in ask(families["V2"], library, "group", types=["ranking"])} == {"ranking"}
    with pytest.raises(UnknownTypeError, match=r"There are: .*ranking"):
        ask(families["V2"], library, "group", types=["rankings"])


def test_words_that_a_worker_gives_are_used_and_without_them_the_question_waits(
    families: Mapping[str, Family], library: Library
) -> None:
    prompts = [library.prompts["SEQ1"]]
    assert ask(families["V2"], library, "group", prompts=prompts) == []
    given_words = ask(families["V2"], library, "group", prompts=prompts, given={"behaviour": "the shouting"})
    assert given_words[0].text.startswith("When the shouting happens, who does what first")


def test_without_a_family_only_what_names_nobody(library: Library) -> None:
    stages = library.templates["T5"].stages
    assert any(stage.offers for stage in stages)
    for stage in stages:
        found = ask(None, library, "group", prompts=offered_prompts(library, stage.offers))
        assert not any(one.about for one in found)
        assert bool(found) == bool(stage.offers), stage.id


@every_row("template_id", ["T1", "T2", "T3", "T4", "T6", "T7", "T8"])
@every_row("family_id", ["V2", "V4"])
def test_every_stage_that_offers_prompts_has_some_for_this_family(
    families: Mapping[str, Family], library: Library, template_id: str, family_id: str
) -> None:
    stages = library.templates[template_id].stages
    offered = {stage.id: prompts for stage in stages if (prompts := offered_prompts(library, stage.offers))}
    assert offered
    for stage, prompts in offered.items():
        assert len(ask(families[family_id], library, "group", prompts=prompts)) >= 3, stage


def test_a_genogram_question_is_asked_where_its_pattern_was_found_and_says_why(
    families: Mapping[str, Family], library: Library
) -> None:
    for family_id, family in families.items():
        codes = {one.code for one in patterns(family, TODAY)}
        found = [one for one in ask(family, library, "group") if any(tag in RULES for tag in one.tags)]
        assert found, family_id
        for one in found:
            assert codes & set(one.tags), one
            assert one.because.startswith("Offered because ")
    assert not [
        one for one in ask(families["V2"], library, "group", patterns=[]) if any(tag in RULES for tag in one.tags)
    ]


def test_a_pattern_names_its_own_people(families: Mapping[str, Family], library: Library) -> None:
    def texts(family_id: str, prompt: str) -> set[str]:
        found = ask(families[family_id], library, "group", prompts=[library.prompts[prompt]], each_child=True)
        return {one.text for one in found}

    assert texts("V2", "G-CUTOFF.1") == {"When did Leanne and Dean stop speaking, and who still carries messages?"}
    assert "Who on Emeka's side may love Robin, or learn to?" not in texts("V2", "G-MISSING.2")
    assert {"Who looks after Carol?"} == texts("V3", "G-CARER-AGE.1")
    assert any(
        text.startswith("At about 17 the same thing came to 3 people here: a first child.")
        for text in texts("V3", "G-REPEAT-AGE.1")
    )
    assert not any("Zuri" in text for text in texts("V2", "G-ORDER.1"))
    assert texts("V4", "G-CUTOFF.1") == set()
    assert all("Hana" in text or "Filmon" in text for text in texts("V1", "G-UNBORN.5"))
    assert texts("V1", "G-UNBORN.4") == set()
    assert texts("V2", "G-UNBORN.4")


def test_a_pod_and_a_panel_open_no_family(library: Library) -> None:
    assert library.templates["T5"].family == "none"
    assert library.templates["T9"].family == "none"


@examples(25)
@given(data=st.data())
def test_whoever_is_hidden_dead_or_harmed_by_someone_stays_safe_in_any_family(
    families: Mapping[str, Family], library: Library, data: st.DataObject
) -> None:
    family = families[data.draw(st.sampled_from(["V1", "V2", "V3", "V5"]))]
    ids = [one.id for one in family.persons]
    secret = data.draw(st.sets(st.sampled_from(ids), max_size=4)) - set(family.focus)
    dead = data.draw(st.sets(st.sampled_from(ids), max_size=4))
    by = data.draw(st.sampled_from(ids))
    changes = {
        one: {"secret": one in secret} | ({"died": PartialDate.read("2026-01")} if one in dead else {}) for one in ids
    }
    persons = [one.model_copy(update=changes[one.id]) for one in family.persons]
    flag = {"id": "h", "kind": "physical_abuse", "by": by, "to": tuple(one for one in family.focus if one != by)}
    changed = family.replaced(persons=persons, harm_flags=(flag,))
    asked = ask(changed, library, "visit", each_child=True, seed=data.draw(st.integers(0, 50)))
    assert not [one for one in asked if set(one.about) & secret]
    for one in asked:
        about = set(one.about)
        assert library.prompts[one.prompt_id].harm_safe
        assert not (by in about and about & set(flag["to"])), one
        if "ancestor" not in library.prompts[one.prompt_id].placeholders:
            assert not about & dead, one


def born(years: int) -> PartialDate:
    return PartialDate.read(f"{TODAY.year - years}-01")


@pytest.mark.parametrize("age", [0, 2, 3])
def test_nobody_under_four_is_asked_anything_and_nobody_unborn(
    families: Mapping[str, Family], library: Library, age: int
) -> None:
    family = families["V4"]
    small = [one.model_copy(update={"born": born(age)}) if one.id == "leo" else one for one in family.persons]
    assert ask(family.replaced(persons=small), library, "child", children=["leo"]) == []
    assert ask(families["V2"], library, "child", children=["baby"]) == []
    four = [one.model_copy(update={"born": born(4)}) if one.id == "leo" else one for one in family.persons]
    assert ask(family.replaced(persons=four), library, "child", children=["leo"])


@pytest.mark.parametrize(
    ("prompt_id", "age", "asked"),
    [
        ("EXC12", 5, False),
        ("EXC12", 6, True),
        ("CTX.young.7", 9, False),
        ("CTX.young.7", 10, True),
        ("CV.ask.4", 4, True),
    ],
)
def test_a_child_is_asked_from_the_age_at_which_a_question_makes_sense(
    families: Mapping[str, Family], library: Library, prompt_id: str, age: int, asked: bool
) -> None:
    family = families["V2"]
    persons = [one.model_copy(update={"born": born(age)}) if one.id == "robin" else one for one in family.persons]
    prompt = [library.prompts[prompt_id]]
    found = ask(family.replaced(persons=persons), library, "child", prompts=prompt, children=["robin"])
    assert bool(found) is asked


def test_an_age_that_is_not_known_is_not_presumed(families: Mapping[str, Family], library: Library) -> None:
    family = families["V2"]
    persons = [one.model_copy(update={"born": None}) if one.id == "robin" else one for one in family.persons]
    assert ask(family.replaced(persons=persons), library, "child", children=["robin"]) == []


@pytest.mark.parametrize(
    ("changed", "prompt_id"),
    [
        ({"statuses": ({"code": "CO"},)}, "PERM.home.1"),
        ({"statuses": ({"code": "S20"},)}, "MAP.scale.3"),
        ({"health": ({"area": "learning", "name": "learning disability"},)}, "GR.ability.family.2"),
    ],
)
def test_what_is_true_of_few_children_is_asked_of_them_alone(
    families: Mapping[str, Family], library: Library, changed: dict[str, object], prompt_id: str
) -> None:
    family = families["V2"]
    prompt = [library.prompts[prompt_id]]
    plain = [
        one.model_copy(update={"statuses": (), "health": ()}) if one.id == "robin" else one for one in family.persons
    ]
    assert ask(family.replaced(persons=plain), library, "group", prompts=prompt, children=["robin"]) == []
    persons = [type(one).model_validate(dict(one) | changed) if one.id == "robin" else one for one in plain]
    assert ask(family.replaced(persons=persons), library, "group", prompts=prompt, children=["robin"])
    over = [
        one.model_copy(update={"statuses": tuple(s.model_copy(update={"until": born(1)}) for s in one.statuses)})
        for one in persons
    ]
    if "statuses" in changed:
        assert ask(family.replaced(persons=over), library, "group", prompts=prompt, children=["robin"]) == []


def test_a_child_who_was_never_missing_is_not_asked_about_it(families: Mapping[str, Family], library: Library) -> None:
    went = [prompt for prompt in library.prompts.values() if "was missing" in prompt.only_if]
    assert went
    for family in families.values():
        missing = {who for event in family.events if event.theme == "missing" for who in event.who}
        for question in ask(family, library, "group", prompts=went, each_child=True):
            assert set(question.about) & missing


def test_a_child_hears_kin_words_and_never_a_parents_first_name(
    families: Mapping[str, Family], library: Library
) -> None:
    prompts = [library.prompts[one] for one in ("DIF1", "MIN9", "RAN12", "DIF4")]
    heard = [one.text for seed in range(6) for one in ask(families["V2"], library, "child", prompts=prompts,
                                                           children=["maisie"], seed=seed)]  # fmt: skip
    assert any("your mum" in text for text in heard)
    assert any("your nan Sue" in text or "your nan Pauline" in text for text in heard)
    assert not any("Leanne" in text for text in heard)


def test_for_a_child_in_care_the_carers_stand_in_the_parents_places(
    families: Mapping[str, Family], library: Library
) -> None:
    family = families["V5"]
    child = next(one for one in family.focus_children() if family.carers_of(one.id))
    in_care = [
        type(one).model_validate(dict(one) | {"statuses": ({"code": "CO"},)}) if one.id == child.id else one
        for one in family.persons
    ]
    carers = {one.id for one in family.carers_of(child.id)}
    prompts = [prompt for prompt in library.packs["circular"].prompts if prompt.type == "difference"]
    prompts = [prompt for prompt in prompts if "parent" in prompt.placeholders]
    asked = ask(family.replaced(persons=in_care), library, "group", prompts=prompts, children=[child.id])
    assert asked
    assert all(carers & set(one.about) for one in asked)


def test_somebody_at_home_is_not_imagined_next_door(families: Mapping[str, Family], library: Library) -> None:
    for family in families.values():
        for child in family.focus_children():
            at_home = {one.id for one in family.living_with(child.id)}
            asked = ask(family, library, "visit", prompts=[library.prompts["HYP2"]], children=[child.id])
            assert not at_home & {person for one in asked for person in one.about if person != child.id}
    assert library.prompts["HYP2"].elsewhere == ("grandparent",)
