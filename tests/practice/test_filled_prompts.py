"""Every prompt, filled for every shipped family, reads as English; a child can read what it hears; no two are one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from supervision_tui.family import Family
from supervision_tui.practice import Library, Question, questions_for
from supervision_tui.practice.language.readability import readability
from supervision_tui.practice.questions.placeholder_values import home_words, the
from supervision_tui.session import slots
from supervision_tui.session.fields import example, hint_of, label_of
from supervision_tui.workspace.catalogue import catalogue_of
from tests.every_row import every_row
from tests.shipped import load_family

TODAY = date(2026, 11, 23)
WORDS = {"worry": "the late nights", "behaviour": "the shouting", "change": "stopping", "quote": "I am fine"}
TRAPS = {
    "a placeholder or dots left over": r"[{}]|…|\.\.\.\s*$",
    "agreement with you": r"\byou (is|was|has|does)\b|\b(is|was|has|does) you (?!r)",
    "agreement with they": r"\bthey (is|was|has|does)\b",
    "before somebody coming": r"\b(before|since|after) (the day )?[A-Z]\w+ (coming|leaving|losing|going|being)\b",
    "from somebody to the same": r"\b([A-Z]\w+)(?:'s)? (?:from|and|or|to|with|of) \1\b",
    "a word twice": r"\b(\w+) \1\b",
    "two blanks or a blank before a sign": r"  | [,.?;:]",
    "no capital at the beginning": r"^[a-z]",
    "no end": r"[^.?!”\")]$",
    "an article before a name": r"\b[Tt]he (?:Robin|Maisie|Zuri|Natan|Oliver|Hania|Callum|Amina)\b",
    "your your": r"\byour (?:your|you)\b",
    "somebody's own words with the name again": r"\b([A-Z]\w+)\b[^.?!]*\bin \1's own\b",
    "an article before a title or a place": r"\b[Tt]he (?:DC|PC|Dr|Mr|Mrs|Ms|Miss|Brookside|Malmö|Selma)\b",
    "a verb that does not agree": r"\b(he|she|it) are\b|\b(we|they|you) (goes|says|wants)\b",
    "a second sentence without a capital": r"[?!.] [a-z]",
}
IN_EVERY_KIND = {
    "a placeholder left over": r"[{}]|(?:…|\.\.\.)\s*(?:…|\.\.\.)",
    "a word twice": TRAPS["a word twice"],
    "two blanks or a blank before a sign": r"  | [,?;:]",
    "from somebody to the same": TRAPS["from somebody to the same"],
    "an article before a title or a place": TRAPS["an article before a title or a place"],
}
"""What a sentence must not hold, by what is wrong with it."""
FINE = frozenset({"that that", "had had", "no no"})
"""Words that may stand twice."""
HIGHEST_AGE = 9
"""Years of reading that a child needs to read a question that is put to a child (Flesch-Kincaid)."""


NEEDS_NO_NOUN = frozenset({"PACE.empathy.2"})
"""Questions with "it" that a reader understands without a noun."""
TRAP_FAMILIES = Path(__file__).parent / "traps"


def filled(family: Family, library: Library, for_: str) -> list[Question]:
    prompts = list(library.prompts.values())
    return [
        question
        for seed in range(2)
        for question in questions_for(
            family,
            library,
            for_=for_,
            today=TODAY,
            prompts=prompts,
            given=WORDS,
            each_child=True,
            seed=seed,  # type: ignore[arg-type]
        )
    ]


def without_names(text: str) -> str:
    """*text* with a short name for each longer one: how names are spelt makes no question hard."""
    return re.sub(r"(?<!^)(?<![.?!] )\b[A-Z]\w+", "Sam", text)


@every_row("for_", ["group", "visit", "child"])
@every_row("family_id", ["V1", "V2", "V3", "V4", "V5"])
def test_every_filled_prompt_is_free_of_grammar_traps(
    families: Mapping[str, Family], library: Library, family_id: str, for_: str
) -> None:
    asked = [
        one for one in filled(families[family_id], library, for_) if library.prompts[one.prompt_id].kind == "question"
    ]
    faults = {
        f"{one.prompt_id}: {name}: {one.text}"
        for one in asked
        for name, pattern in TRAPS.items()
        if (match := re.search(pattern, one.text)) and match[0].casefold() not in FINE
    }
    assert len(asked) > 50
    assert not faults, "\n".join(sorted(faults)[:40])


@pytest.mark.parametrize("trap", ["brandt-nair", "hart-grandfather", "lorne-achebe", "pell-stepfather", "rahman-teale"])
def test_families_that_set_traps_get_clean_prompts_too(library: Library, trap: str) -> None:
    family = load_family(TRAP_FAMILIES / f"{trap}.yaml")
    asked = [one for for_ in ("group", "visit", "child") for one in filled(family, library, for_)]
    faults = {
        f"{one.prompt_id}: {name}: {one.text}"
        for one in asked
        for name, pattern in (TRAPS if library.prompts[one.prompt_id].kind == "question" else IN_EVERY_KIND).items()
        if (match := re.search(pattern, one.text)) and match[0].casefold() not in FINE
    }
    assert len(asked) > 100
    assert not faults, "\n".join(sorted(faults)[:40])


@pytest.mark.parametrize("family_id", ["V1", "V2", "V3", "V4", "V5"])
def test_starters_and_cards_hold_no_placeholder_and_no_doubled_dots(
    families: Mapping[str, Family], library: Library, family_id: str
) -> None:
    heard = filled(families[family_id], library, "group")
    faults = {
        f"{one.prompt_id}: {name}: {one.text}"
        for one in heard
        for name, pattern in IN_EVERY_KIND.items()
        if (match := re.search(pattern, one.text)) and match[0].casefold() not in FINE
    }
    assert not faults, "\n".join(sorted(faults)[:40])


@every_row(("trap", "sentence"), [
    ("a word twice", "What did the the teacher say?"),
    ("a verb that does not agree", "What would he say they goes without?"),
    ("before somebody coming", "Who was close before Destiny coming into care?"),
    ("from somebody to the same", "What do we know of Lee from Lee?"),
    ("a placeholder or dots left over", "What would {child} say?"),
    ("somebody's own words with the name again", "What did Ana say, in Ana's own words?"),
    ("an article before a title or a place", "When the DC Hale disagrees, what then?"),
    ("agreement with they", "What was said when they was there?"),
])  # fmt: skip
def test_the_traps_catch_what_they_are_named_for(trap: str, sentence: str) -> None:
    assert re.search(TRAPS[trap], sentence)


@pytest.mark.parametrize("text_of", ["it", "them"])
def test_a_question_names_what_it_speaks_of(library: Library, text_of: str) -> None:
    """One question stands alone on the screen, so "it" has a noun before it or needs none."""
    pointing = re.compile(
        rf"^(?:What|How|Who|When|Why|Does|Did|Could|Is|Has)(?: (?:will|would|did|do|does|to|you|we|the family|I|this"
        rf"|has|have|been|be|might|could|say|end|manage|tell|carry|carried|long|never|not|first|should|stop|saw))* "
        rf"{text_of}(?! (?:like|that|be|is|to|make|mean|possible|easier|safe|worth|all right|take|cost|tense)\b)[ ,?.]"
    )
    pointless = [
        f"{prompt.id}: {prompt.text}"
        for prompt in library.prompts.values()
        if prompt.kind == "question" and pointing.search(prompt.text) and prompt.id not in NEEDS_NO_NOUN
    ]
    assert not pointless, "\n".join(pointless)


@every_row(
    ("name", "said"),
    [
        ("arcade", "the arcade"),
        ("Larkfield refuge", "the Larkfield refuge"),
        ("Elm Road Clinic", "the Elm Road Clinic"),
        ("GP", "the GP"),
        ("British Transport Police", "the British Transport Police"),
        ("Harbour women's centre", "the Harbour women's centre"),
        ("Brookside", "Brookside"),
        ("DC Hale", "DC Hale"),
        ("Malmö, Sweden", "Malmö"),
        ("Donna and Priya", "Donna and Priya"),
        ("Ms Odell's firm", "Ms Odell's firm"),
        ("Women's Aid", "Women's Aid"),
        ("the arcade", "the arcade"),
        ("CAMHS", "CAMHS"),
        ("Flat 9 Marl Court", "Flat 9 Marl Court"),
    ],
)
def test_a_place_or_a_service_has_an_article_where_english_has_one(name: str, said: str) -> None:
    assert the(name) == said


@pytest.mark.parametrize(
    ("name", "said"), [("hostel", "the hostel"), ("Marl Court", "Marl Court"), ("Len's house", "Len's house")]
)
def test_a_home_with_a_name_of_its_own_has_no_article(name: str, said: str) -> None:
    assert home_words(name) == said


def test_a_child_hears_kin_words_not_the_names_of_its_parents(families: Mapping[str, Family], library: Library) -> None:
    prompts = list(library.prompts.values())
    heard = 0
    for family in families.values():
        for child in family.focus_children():
            asked = questions_for(
                family,
                library,
                for_="child",
                today=TODAY,
                prompts=prompts,
                given=WORDS,
                children=[child.id],
            )
            parents = [parent.short_name for parent in family.parents_of(child.id)]
            for one in asked:
                heard += 1
                spoken = re.sub(r"\byour (?:\w+ )?[A-Z]\w+", "", one.text)
                assert not [name for name in parents if re.search(rf"\b{name}\b", spoken)], one.text
    assert heard > 100


def test_what_a_child_is_asked_can_be_read_at_nine(families: Mapping[str, Family], library: Library) -> None:
    asked = [one for family in families.values() for one in filled(family, library, "child")]
    heard = {without_names(one.text): one for one in asked if library.prompts[one.prompt_id].kind == "question"}
    hard = sorted(f"{one.prompt_id}: {text}" for text, one in heard.items() if readability(text).age > HIGHEST_AGE)
    assert len(heard) > 100
    assert not hard, "\n".join(hard)


def test_no_two_questions_are_the_same_question(library: Library) -> None:
    asked = [prompt for prompt in library.prompts.values() if prompt.kind == "question"]
    texts = [re.sub(r"\W+", " ", prompt.text.casefold()).strip() for prompt in asked]
    alike = [
        f"{asked[a].id} = {asked[b].id}: {asked[a].text}"
        for a in range(len(texts))
        for b in range(a + 1, len(texts))
        if abs(len(texts[a]) - len(texts[b])) < 12 and fuzz.ratio(texts[a], texts[b], score_cutoff=90)
    ]
    assert len(texts) > 1500
    assert not alike, "\n".join(alike)


def test_no_hint_label_or_example_in_plain_mode_holds_a_placeholder_or_a_key_of_the_screen(library: Library) -> None:
    heard = []
    for template in library.templates.values():
        for stage in template.stages:
            for slot in slots(stage, template, ("robin", "baby")):
                names = {"robin": "Robin", "baby": "the baby"}
                heard += [label_of(slot, names), example(slot.field.hint, "Robin")]
                heard += [example(part.hint, "Robin") for part in slot.field.parts]
                heard += [part.label for part in slot.field.parts]
    assert len(heard) > 500
    assert not [words for words in heard if "{" in words or re.search(r"\b(F\d|Ctrl\+)", words)]
    assert not [words for words in heard if words.casefold().startswith("for example")]


def test_nobody_unborn_is_asked_what_they_said(library: Library) -> None:
    template = library.templates["T2"]
    labels = [label_of(slot, {"baby": "the baby"}) for slot in slots(template.stage("story"), template, ("baby",))]
    assert "How the pregnancy goes, and what the baby will need" in labels
    template = library.templates["T1"]
    labels += [label_of(slot, {"baby": "the baby"}) for slot in slots(template.stage("round"), template, ("baby",))]
    assert "When the mother was last seen, and how she and the baby were" in labels
    assert not [label for label in labels if "alone" in label]
    every = [
        (label_of(slot, {"baby": "the baby"}), hint_of(slot, {"baby": "the baby"}))
        for template in library.templates.values()
        for stage in template.stages
        for slot in slots(stage, template, ("baby",))
        if slot.child
    ]
    false_of_a_baby = re.compile(
        r"the baby (last )?(said|sees|loves|will notice)|(advocate for|work with|matters most to|seen.* of) the baby"
        r"|[Ss]chool|as they say it|^[Oo]f the baby|^the baby: seen"
    )
    assert not [asked for asked in every if any(false_of_a_baby.search(words) for words in asked)]
    asked = dict(every)
    assert "What the parents hope for the baby" in asked
    assert "An advocate for the parents: offered when, wanted, who" in asked


def test_every_field_of_a_child_says_whose_it_is(library: Library) -> None:
    labels = [
        f"{template.id}/{stage.id}: {label_of(slot, {'robin': 'Robin'})}"
        for template in library.templates.values()
        for stage in template.stages
        for slot in slots(stage, template, ("robin",))
        if slot.child
    ]
    assert len(labels) > 60
    assert [label for label in labels if "Robin" not in label] == []


def test_a_strategic_question_is_marked_and_every_circular_one_has_its_quadrant(library: Library) -> None:
    asked = [prompt for prompt in library.packs["circular"].prompts if prompt.kind == "question"]
    assert {prompt.intent_quadrant for prompt in asked} == {"lineal", "circular", "strategic", "reflexive"}
    marked = catalogue_of(library).get("prompt", "FUT3")
    assert marked is not None
    assert "strategic" in marked.about
    assert len([prompt for prompt in library.prompts.values() if "four-quadrants" in prompt.tags]) == 4
