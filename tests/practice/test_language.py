from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from supervision_tui.cli.practice.language import app
from supervision_tui.practice.language import WordList, check, load_words, readability
from supervision_tui.practice.language.phrases import wordings
from supervision_tui.practice.language.readability import syllables
from tests.every_row import every_row
from tests.whole import examples


@pytest.fixture(scope="module")
def words() -> WordList:
    return load_words()


def rows(text: str, words: WordList) -> list[int | None]:
    return [hint.row for hint in check(text, words).hints]


def test_every_row_of_the_list_is_there_with_a_reason_and_a_source(words: WordList) -> None:
    assert [row.n for row in words.rows] == list(range(1, 122))
    assert all(row.consider and row.why and words.sources[row.source] for row in words.rows)


def test_every_phrase_of_every_row_is_noticed(words: WordList) -> None:
    missed = [
        (row.n, wording)
        for row in words.rows
        for phrase in row.say
        for wording in wordings(phrase.replace("*", ""))
        if row.n not in rows(f"So {' '.join(wording).replace('~', 'Kelly')} here.", words)
    ]
    assert missed == []


def test_a_star_behind_any_word_stands_for_its_endings(words: WordList) -> None:
    assert {"places", "placed", "placing"} <= {wording[0] for wording in wordings("place* herself")}
    for verb in ("enables", "enabled", "enabling"):
        assert rows(f"So far Kelly {verb} his drinking.", words) == [106]


def test_a_hint_says_where_what_to_consider_why_and_who_says_so(words: WordList) -> None:
    hint = check("He is well.\nThen he absconded again.", words).hints[0]
    assert (hint.line, hint.column, hint.words) == (2, 9, "absconded")
    assert "went missing" in hint.consider
    assert hint.why
    assert "TACT" in hint.source


@pytest.mark.parametrize(
    "text",
    [
        "“He absconded,” she said.",
        'She said "he is manipulative" twice.',
        "‘They are my siblings’, he said.",
        "'He's a gang member', they told us.",
        "> he absconded from placement",
    ],
)
def test_what_somebody_said_is_left_alone(words: WordList, text: str) -> None:
    assert rows(text, words) == []


def test_an_apostrophe_opens_no_quotation(words: WordList) -> None:
    assert rows("The boys' siblings' home and Sam's siblings.", words) == [8]


@pytest.mark.parametrize(
    "text",
    [
        "The court made a placement order and a contact order.",
        "Section 47 enquiries, no recourse to public funds.",
        "Bring it just in case, in any case and in that case.",
        "Your Mum was there, and his dad is well.",
        "The Care Planning, Placement and Case Review regulations",
    ],
)
def test_terms_that_the_law_needs_and_other_meanings_are_left_alone(words: WordList, text: str) -> None:
    assert rows(text, words) == []


def test_the_longest_phrase_is_the_one_that_is_told(words: WordList) -> None:
    assert rows("the placement broke down", words) == [3]
    assert rows("supervised contact", words) == [7]
    assert rows("LAC review", words) == [87]


def test_capitals_count_where_the_list_has_them(words: WordList) -> None:
    assert rows("a lac of milk, mum said nothing, the dna of it", words) == []
    assert rows("Mum said nothing. LAC. DNA.", words) == [11, 1, 27]


def test_words_that_blame_an_exploited_child_weigh_more(words: WordList) -> None:
    text = "Callum is putting himself at risk, a lifestyle choice; he is streetwise and involved in CCE."
    found = check(text, words).hints
    assert [hint.row for hint in found] == [35, 36, 44, 41]
    assert {hint.tone for hint in found} == {"think"}


def test_drifting_words_are_noticed_in_actions_only(words: WordList) -> None:
    assert check("We monitor the fire.", words).hints == ()
    action = check("Action: monitor and liaise with school asap", words).hints
    assert [hint.words for hint in action] == ["monitor", "liaise", "asap"]
    assert all(hint.consider.endswith("?") for hint in action)
    assert [hint.words for hint in check("Continue to monitor", words, actions=True).hints] == [
        "Continue to",
        "monitor",
    ]
    assert check("Sam rings school by Friday", words, actions=True).hints == ()


def test_a_teams_own_rows_win_by_number(tmp_path: Path, words: WordList) -> None:
    (tmp_path / "language").mkdir()
    text = """\
id: ours
title: Ours
version: "1"
review_by: "2027-01-01"
sources: {us: our young people}
rows:
  - {n: 8, say: [widget], consider: thing, why: they asked us to, source: us}
  - {n: 500, say: [gizmo], consider: thing, why: they asked us to, source: us}
"""
    (tmp_path / "language" / "ours.yaml").write_text(text, encoding="utf-8")
    own = load_words(tmp_path)
    assert rows("siblings, a widget and a gizmo", own) == [8, 500]
    assert len(own.rows) == len(words.rows) + 1


@every_row(
    ("word", "count"),
    [("the", 1), ("family", 3), ("placement", 2), ("asked", 1), ("wanted", 2), ("little", 2), ("people", 2),
     ("safely", 2), ("violence", 3), ("decision", 3), ("supervision", 4), ("houses", 2), ("makes", 1),
     ("being", 2), ("beautiful", 3), ("walked", 1), ("sometimes", 2), ("created", 3), ("hundred", 2), ("handled", 2),
     ("called", 1), ("entered", 2), ("rules", 1), ("tables", 2), ("caféteria", 5), ("hatred", 2), ("cared", 1)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_flesch_is_as_its_author_counted() -> None:
    # 6 words, 1 sentence, 6 syllables: 206.835 - 1.015 * 6 - 84.6 * 1 (Flesch 1948)
    assert readability("The cat sat on the mat. " * 6).ease == pytest.approx(116.1, abs=0.1)
    assert readability("Too short.").ease is None


def test_hard_prose_is_told_from_plain_prose() -> None:
    plain = "Sam came home at six. He was tired. His nan had made soup. They ate by the fire and talked of the day."
    hard = (
        "Professional consideration of multidimensional vulnerabilities necessitates comprehensive interdisciplinary "
        "evaluation of parental capabilities alongside environmental circumstances affecting "
        "developmental opportunities and intergenerational continuities."
    )
    assert (readability(plain).ease or 0) > 80
    assert (readability(hard).ease or 0) < 10


def test_both_figures_come_from_the_same_counts() -> None:
    # 24 words, 4 sentences, 27 syllables, counted by hand
    text = (
        "Roop walked home. Sometimes she asked her nan to sit with her. They had created a den. "
        "It was warm, and Roop was glad."
    )
    found = readability(text)
    assert (found.words, found.sentences, found.syllables) == (24, 4, 27)
    assert found.ease == pytest.approx(206.835 - 1.015 * 6 - 84.6 * 27 / 24, abs=0.05)
    assert found.age == 5  # grade 0.39 * 6 + 11.8 * 27 / 24 - 15.59 = 0.0
    assert found.verdict == "Easy: it reads from about the age of 5."


@pytest.mark.parametrize(
    "text", ["Mum said yes. " * 12, "Everybody there understood the decision about the placement. " * 4]
)
def test_what_is_said_of_a_text_and_its_reading_age_agree(text: str) -> None:
    found = readability(text)
    assert f"the age of {found.age}." in found.verdict
    assert found.ease is not None
    assert (found.ease >= 60) == (found.age <= 14)


def test_a_sentence_that_is_too_long_is_pointed_at() -> None:
    found = readability("Short one.\n" + "word " * 30 + ".").long
    assert [(one.line, one.words) for one in found] == [(2, 30)]


@examples(60)
@given(st.text(max_size=400) | st.text(alphabet="LAC Mum’s'\"“”‘’->\n placement action:", max_size=400))
def test_any_text_can_be_looked_at_and_a_hint_points_at_its_own_words(words: WordList, text: str) -> None:
    hints = check(text, words).hints
    assert [hint.words for hint in hints] == [text[hint.start : hint.end] for hint in hints]
    for hint in hints:
        assert text.split("\n")[hint.line - 1][hint.column - 1 :].startswith(hint.words.split("\n", maxsplit=1)[0])


TABLE = yaml.safe_load(Path(__file__).with_name("language_phrases.yaml").read_text(encoding="utf-8"))


@every_row(("row", "text"), TABLE["noticed"])
def test_words_that_blame_or_make_harm_small_are_noticed(words: WordList, row: int, text: str) -> None:
    hints = check(text, words).hints
    assert row in [hint.row for hint in hints]
    assert all(hint.why and re.search(r"\b(?:19|20)\d\d\b", hint.source) for hint in hints)


@every_row("text", TABLE["silent"])
def test_words_that_mean_no_harm_are_left_alone(words: WordList, text: str) -> None:
    assert [(hint.row, hint.words) for hint in check(text, words).hints] == []


def test_the_table_is_large_and_half_of_it_stays_silent() -> None:
    assert len(TABLE["noticed"]) >= 200
    assert len(TABLE["silent"]) >= 200


def test_each_hint_is_given_once_a_text_with_how_often_it_holds(words: WordList) -> None:
    hints = check("Mum is well. Mum is here. Then Mum said no. A sibling came; siblings are well.", words).hints
    assert [(hint.row, hint.words, hint.times) for hint in hints] == [(11, "Mum is", 3), (8, "sibling", 2)]
    blaming = check("Dan lost his temper. It was a one-off. He lost his temper.", words).hints
    assert [(hint.words, hint.times) for hint in blaming] == [("lost his temper", 2), ("a one-off", 1)]


def test_the_command_gives_words_place_reason_and_source() -> None:
    result = CliRunner().invoke(app, ["check", "-", "--json"], input="Kelly keeps taking him back.")
    assert result.exit_code == 0
    hint = json.loads(result.stdout)["hints"][0]
    assert (hint["words"], hint["start"], hint["end"]) == ("keeps taking him back", 6, 27)
    assert hint["why"]
    assert "Coates and Wade 2007" in hint["source"]
