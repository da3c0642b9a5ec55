"""The words of the shipped prompt packs: complete, never said twice, kind, and safe where someone is harmed.

These tests read the YAML as a practitioner would edit it, without the program's own loader, so that a
fault in the loader cannot hide a fault in the words.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TypedDict, cast

import yaml
from rapidfuzz import fuzz, process

from tests.every_row import every_row

PROMPTS = Path(__file__).resolve().parents[2] / "prompts"
SEED_ROWS = Path(__file__).with_name("seed_rows_packs.yaml")
WORDS = Path(__file__).with_name("words_not_used.yaml")


def _words(text: str) -> set[str]:
    return set(text.split())


LEVELS = {"self", "family", "system"}
AUDIENCES = {"supervision", "family", "child"}
DESTINATIONS = {"child_file", "family_work", "supervision_record", "private", "none"}
KINDS = {"question", "exercise", "card", "rule", "starter", "statement"}
INTENTS = {"orienting", "influencing"}
NATIONS = {"england", "wales", "scotland", "northern-ireland"}
TYPES = _words(
    "difference ranking before_after hypothetical future mind_reading observer triadic sequence agreement meaning "
    "exception loyalty reflexive help network team"
)
PACK_KEYS = {"pack", "title", "version", "nation", "review_by", "authors", "credits", "about", "warning", "prompts"}
PROMPT_KEYS = _words(
    "id text level audience record needs harm_safe from_age to_age only_if quadrant invites elsewhere together "
    "alive_then of_harming names_harming tags type intent kind stage pairs_with source"
)
# The session stages that a prompt may name, by what people do in them.
STAGES = _words(
    "opening check_in round child story clarify genogram interview hypotheses missing_view reflecting childs_eye "
    "respond graces map scales listening safe_uncertainty theme resonance system actions decision close prepare visit "
    "after panel one_to_one"
)

# Filled from the graph; people may carry a possessive or a pronoun form.
PEOPLE = _words(
    "child sibling parent mother father absent_parent partner ex_partner grandparent aunt_uncle carer friend pet "
    "worker supervisor professional person person2 person3 ancestor A B"
)
THINGS = _words(
    "agency event event_date place behaviour worry strength quote household age_then language topic change sustain n m "
    "age date role name names"
)
FORMS = {"they", "them", "their", "is", "elsewhere"}

GATED_BY_CONTENT = ("TRI1", "SEQ1", "SEQ2", "AGR1", "AGR2", "AGR3", "HYP1", "MIN1", "RAN4")
# Two of these in one question to a family pair two adults as authors of one story.
ADULTS_OF_THE_CHILD = {"parent", "mother", "father", "partner", "ex_partner", "absent_parent"}


class Prompt(TypedDict, total=False):
    """One entry of a pack, as written."""

    id: str
    text: str
    level: str
    audience: list[str]
    record: str
    needs: list[str]
    harm_safe: bool
    tags: list[str]
    type: str
    intent: str
    kind: str
    stage: list[str]
    pairs_with: str
    source: str


class Pack(TypedDict, total=False):
    """One file, as written."""

    pack: str
    title: str
    version: str
    nation: list[str]
    review_by: str
    authors: list[str]
    credits: list[str]
    about: str
    warning: str
    prompts: list[Prompt]


def _read(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _packs() -> dict[str, Pack]:
    # Word lists for the coder stand beside the packs; only a file with prompts is a pack.
    files = {path.stem: _read(path) for path in sorted(PROMPTS.glob("*.yaml"))}
    return {stem: cast("Pack", data) for stem, data in files.items() if isinstance(data, dict) and "prompts" in data}


PACKS = _packs()
EVERY = [(stem, prompt) for stem, pack in PACKS.items() for prompt in pack["prompts"]]
HEARD = [(stem, p) for stem, p in EVERY if {"family", "child"} & set(p["audience"])]


def _slots(text: str) -> list[tuple[str, str]]:
    return [(match[1], match[2] or "") for match in re.finditer(r"\{([A-Za-z_]+\d?)((?:'s)|(?:\.[a-z]+))?\}", text)]


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9{}]+", " ", text.lower()).strip()


def _listed(faults: list[str]) -> str:
    return "\n" + "\n".join(faults)


def test_there_is_enough_to_work_with() -> None:
    assert len(PACKS) >= 30
    assert len(EVERY) >= 650


@every_row("stem", sorted(PACKS))
def test_a_pack_says_what_it_is_and_where_it_comes_from(stem: str) -> None:
    pack = PACKS[stem]
    assert set(pack) <= PACK_KEYS
    assert pack["pack"] == stem
    assert pack["title"].strip()
    assert re.fullmatch(r"20\d\d\.\d\d", pack["version"])
    assert date.fromisoformat(pack["review_by"]) > date(2026, 11, 1)
    assert pack["nation"], pack["nation"]
    assert set(pack["nation"]) <= NATIONS
    assert all(pack["authors"]), "authors"
    assert all(pack["credits"]), "credits"
    assert pack["about"].endswith((".", "?"))
    assert "Signs of Safety" not in pack["title"] + pack["about"]


def test_each_prompt_has_every_answer_that_the_program_needs() -> None:
    faults: list[str] = []
    for stem, p in EVERY:
        wrong = set(p) - PROMPT_KEYS
        wrong |= {key for key in ("id", "text", "level", "audience", "record", "harm_safe", "tags") if key not in p}
        wrong |= {p["level"]} - LEVELS
        wrong |= set(p["audience"]) - AUDIENCES
        wrong |= {p["record"]} - DESTINATIONS
        wrong |= {p.get("kind", "question")} - KINDS
        wrong |= {p["type"]} - TYPES if "type" in p else set()
        wrong |= {p["intent"]} - INTENTS if "intent" in p else set()
        wrong |= set(p.get("stage", [])) - STAGES
        if wrong or not p["audience"] or not p["tags"] or not isinstance(p["harm_safe"], bool):
            faults.append(f"{stem} {p.get('id')}: {sorted(wrong)}")
    assert not faults, _listed(faults)


def test_ids_are_unique_over_all_packs() -> None:
    twice = [one for one, count in Counter(p["id"] for _, p in EVERY).items() if count > 1]
    odd = [p["id"] for _, p in EVERY if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]{0,63}", p["id"])]
    assert not twice + odd


def test_nothing_is_said_twice() -> None:
    texts = [_plain(p["text"]) for _, p in EVERY]
    same = [text for text, count in Counter(texts).items() if count > 1]
    assert not same, _listed(same)
    near: list[str] = []
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=92, workers=1)
    for i, j in zip(*scores.nonzero(), strict=True):
        # Words that differ in a number or a name slot alone still read as the same question.
        if i < j:
            near.append(f"{EVERY[i][1]['id']} ~ {EVERY[j][1]['id']}: {texts[i]}")
    assert not near, _listed(near)


def test_placeholders_are_known_and_braces_close() -> None:
    faults: list[str] = []
    for stem, p in EVERY:
        text = p["text"]
        slots = _slots(text)
        unknown = [
            name + form
            for name, form in slots
            if not ((name in PEOPLE and (form in {"", "'s"} or form[1:] in FORMS)) or (name in THINGS and form == ""))
        ]
        if unknown or text.count("{") != len(slots) or text.count("}") != len(slots):
            faults.append(f"{stem} {p['id']}: {unknown} {text}")
        if text.count("(") != text.count(")") or text.count("“") != text.count("”") or '"' in text:
            faults.append(f"{stem} {p['id']}: brackets or quotation marks: {text}")
    assert not faults, _listed(faults)


def test_a_pronoun_stands_only_where_any_pronoun_reads_well() -> None:
    # "they has", "he have": a subject pronoun may not be followed by a present-tense verb that changes with it.
    clash = re.compile(
        r"\{\w+\.they\} (is|are|was|were|has|have|does|do|\w+s)\b|(is|are|was|were|has|have|does|do) \{\w+\.they\}"
    )
    faults = [f"{stem} {p['id']}: {p['text']}" for stem, p in EVERY if clash.search(p["text"])]
    lonely = [
        f"{stem} {p['id']}: {p['text']}"
        for stem, p in EVERY
        for name, form in _slots(p["text"])
        if form.startswith(".") and not re.search(rf"\{{{name}('s)?\}}", p["text"])
    ]
    assert not faults + lonely, _listed(faults + lonely)


def test_every_text_ends_as_a_sentence_and_is_short() -> None:
    faults: list[str] = []
    for stem, p in EVERY:
        text, kind = p["text"], p.get("kind", "question")
        ends = (".", "?", ".”", "?”") if kind != "question" else ("?", ".")
        if (
            not text.endswith(ends)
            or "  " in text
            or text != text.strip()
            or not (text[0].isupper() or text[0] in "{“")
        ):
            faults.append(f"{stem} {p['id']}: {text}")
        if len(text) > (320 if kind == "exercise" else 240):
            faults.append(f"{stem} {p['id']}: {len(text)} letters")
    assert not faults, _listed(faults)


def _found(patterns: list[str], entries: list[tuple[str, Prompt]]) -> list[str]:
    compiled = [re.compile(one, 0 if re.search(r"[A-Z]", one) else re.IGNORECASE) for one in patterns]
    return [
        f"{stem} {p['id']}: {found[0]!r} in {p['text']}"
        for stem, p in entries
        for pattern in compiled
        if (found := pattern.search(re.sub(r"\{[^}]*\}", "Alex", p["text"])))
    ]


def test_words_that_hurt_or_hide_are_not_used() -> None:
    words = cast("dict[str, list[str]]", _read(WORDS))
    faults = _found(words["never"], EVERY)
    assert not faults, _listed(faults)


def test_what_a_family_or_a_child_hears_has_none_of_our_jargon() -> None:
    words = cast("dict[str, list[str]]", _read(WORDS))
    faults = _found(words["never_to_families"], HEARD)
    assert not faults, _listed(faults)


def test_a_child_is_asked_in_short_sentences() -> None:
    faults = [
        f"{stem} {p['id']}: {sentence}"
        for stem, p in EVERY
        if "child" in p["audience"]
        for sentence in re.split(r"(?<=[.?!])\s+", p["text"])
        if len(sentence.split()) > 24
    ]
    assert not faults, _listed(faults)


def test_what_is_asked_of_oneself_never_goes_to_a_childs_file_or_to_a_family() -> None:
    faults = [
        f"{stem} {p['id']}"
        for stem, p in EVERY
        if p["level"] == "self"
        and (p["record"] == "child_file" or "family" in p["audience"] or "child" in p["audience"])
    ]
    assert not faults, _listed(faults)


def test_a_supervision_record_is_never_asked_about_a_named_person_of_the_family() -> None:
    family = PEOPLE - {"worker", "supervisor", "professional"}
    faults = [
        f"{stem} {p['id']}: {p['text']}"
        for stem, p in EVERY
        if p["record"] == "supervision_record"
        and p.get("kind") != "card"
        and {name for name, _ in _slots(p["text"])} & family
    ]
    assert not faults, _listed(faults)


def test_a_child_is_spoken_to_as_you() -> None:
    # These five come with their wording from the content specification; they suit a brother or sister.
    by_name = {"DIF1", "DIF4", "RAN2", "OBS2", "AGR3"}
    faults = {
        p["id"] for _, p in EVERY if "child" in p["audience"] and "child" in {name for name, _ in _slots(p["text"])}
    }
    assert faults == by_name


def test_own_graces_and_own_feelings_are_private() -> None:
    graces = [p for _, p in EVERY if re.match(r"GR\.\w+\.self\.", p["id"])]
    assert len(graces) >= 24
    wellbeing = [p for p in PACKS["wellbeing"]["prompts"] if p["record"] not in {"private", "none"}]
    assert {p["record"] for p in graces} == {"private"}
    assert {tag for p in wellbeing for tag in p["tags"]} == {"agreed-support"}


def test_questions_that_pair_people_are_put_away_when_someone_is_harmed() -> None:
    by_id = {p["id"]: p for _, p in EVERY}
    open_ones = [one for one in GATED_BY_CONTENT if by_id[one]["harm_safe"]]
    for _, p in HEARD:
        adults = {name for name, _ in _slots(p["text"])} & ADULTS_OF_THE_CHILD
        people = {name for name, _ in _slots(p["text"]) if name in {"person", "person2", "person3"}}
        if p["harm_safe"] and (len(adults) > 1 or len(people) > 1):
            open_ones.append(p["id"])
    assert not open_ones, _listed(open_ones)


def test_the_pack_on_harm_stays_open_and_keeps_responsibility_where_it_belongs() -> None:
    pack = PACKS["harm_patterns"]
    assert all(p["harm_safe"] for p in pack["prompts"])
    assert "Responsibility stays with the person who harms" in pack.get("warning", "")


def test_every_circular_question_has_its_type_and_intent() -> None:
    prompts = [p for p in PACKS["circular"]["prompts"] if p.get("kind", "question") == "question"]
    assert {p.get("type") for p in prompts} == TYPES
    assert all(p.get("intent") in INTENTS for p in prompts)
    influencing = sum(p["intent"] == "influencing" for p in prompts)
    assert 0.25 < influencing / len(prompts) < 0.5


def test_every_grace_has_questions_at_three_levels() -> None:
    levels: dict[str, Counter[str]] = {}
    for p in PACKS["graces"]["prompts"]:
        if found := re.fullmatch(r"GR\.([a-z_]+)\.(self|family|system)\.\d", p["id"]):
            levels.setdefault(found[1], Counter())[found[2]] += 1
    assert len(levels) == 24
    assert all(count == Counter(self=2, family=2, system=2) for count in levels.values())
    assert {f"X{n}" for n in range(1, 9)} <= {p["id"] for p in PACKS["graces"]["prompts"]}


def test_every_genogram_rule_has_words() -> None:
    tags = Counter(tag for p in PACKS["genogram"]["prompts"] for tag in p["tags"])
    rules = _words(
        "MISSING ABSENT MEN REPEAT-AGE REPEAT-EVENT CUTOFF TRIANGLE ANNIV SAMEAGE NAME MIGRATE HOUSEHOLD ORDER LOSS "
        "REMOVED ALONE CARER-AGE STRENGTH NEW UNBORN PROF NOVOICE"
    )
    assert not [rule for rule in rules if tags[f"G-{rule}"] < 3]


def test_a_worry_has_a_strength_beside_it() -> None:
    tags = Counter(tag for _, p in EVERY for tag in p["tags"])
    for worry, strength in (("worry", "strength"), ("trauma", "recovery"), ("shame", "pride")):
        assert tags[strength] >= tags[worry] - 1, (worry, tags[worry], strength, tags[strength])


def test_each_row_of_the_seed_frameworks_named_here_has_a_pack() -> None:
    rows = cast("dict[int, list[str]]", _read(SEED_ROWS))
    assert len(rows) >= 80
    assert not {pack for packs in rows.values() for pack in packs} - set(PACKS)


def test_a_balance_names_something_that_exists() -> None:
    known = {tag for _, p in EVERY for tag in p["tags"]} | {p["id"] for _, p in EVERY}
    assert not {p["pairs_with"] for _, p in EVERY if p.get("pairs_with")} - known


def test_the_guide_beside_the_packs_names_each_pack_and_each_tag() -> None:
    guide = (PROMPTS / "README.md").read_text(encoding="utf-8")
    rows = {
        found[1]: set(found[2].split()) for found in re.finditer(r"^\| `(\w+)` \|[^|]*\| (.*) \|$", guide, re.MULTILINE)
    }
    assert rows == {stem: {tag for p in pack["prompts"] for tag in p["tags"]} for stem, pack in PACKS.items()}
