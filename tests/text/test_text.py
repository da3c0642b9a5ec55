"""Words that come in cannot steer a terminal, and none of them vanish."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel

from supervision_tui.text import LONGEST_LINE, LONGEST_TEXT, MARK, Line, SafeText, TextTooLongError, clean
from tests.every_row import every_row
from tests.whole import examples

HOSTILE = [
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1b]0;Robin Bell\x07",
    "\x1b[31mred\x1b[0m",
    "\x1bP1$r0m\x1b\\",
    "\x9b31m",
    "\u202egnp.exe",
    "a\u2066b\u2069",
    "\x00\x08\x7f",
    "\ue000\ufeff\U000e0041",
    "\ud800",
]


@every_row("words", HOSTILE)
def test_control_sequences_become_visible_marks(words):
    safe = SafeText(words)
    assert MARK in safe
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} for char in safe)


@pytest.mark.parametrize("words", ["O'Brien [Mum]", "[/]", "[b]bold[/b]", "[link=x]y[/]", "{child}", "<b> & Zoë"])
def test_bracketed_words_stay_to_the_letter(words):
    assert SafeText(words) == words


@every_row(
    "words",
    ["Łukasz Żółć", "ጽገ ሓበሻ", "عبد الرحمن", "王小明", "मीना कुमारी", "Siân Llŷr", "👩‍👧‍👦", "می‌خواهم", "සිංහල ක්‍ර"],
)
def test_letters_of_living_scripts_are_kept(words):
    assert SafeText(words) == unicodedata.normalize("NFC", words)


@given(st.text(max_size=300))
@example("a\u200db")
@examples(400)
def test_cleaning_twice_changes_nothing(words):
    assert clean(clean(words)) == clean(words)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), max_size=100))
@examples(200)
def test_nothing_visible_is_lost(words):
    assert clean(words) == unicodedata.normalize("NFC", words)


def test_line_ends_are_one_kind_and_tabs_are_spaces():
    assert SafeText("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd    e"


def test_a_line_is_one_line():
    assert Line("  Robin \n\n Bell ") == "Robin Bell"


def test_too_long_is_a_sentence():
    with pytest.raises(TextTooLongError, match="characters long; at most"):
        SafeText("x" * (LONGEST_TEXT + 1))
    with pytest.raises(TextTooLongError, match="1,000"):
        Line("x" * (LONGEST_LINE + 1))


def test_models_clean_on_the_way_in_and_write_plain_strings():
    class Note(BaseModel):
        words: SafeText

    note = Note(words="a\x1b[2Jb")
    assert isinstance(note.words, SafeText)
    assert note.words == f"a{MARK}[2Jb"
    assert Note.model_validate_json(note.model_dump_json()) == note


@every_row(
    ("pasted", "shown"),
    [
        ("\uf0b7\tRing the school", "•    Ring the school"),
        ("\uf0a7 one\r\n\uf0d8 two", "• one\n• two"),
        ("Name\t\uf0b7 Zoe\t\uf0b7Max\n\uf0a7", "Name    • Zoe    •Max\n•"),
        ("mid\u00adwife, zero\u200bwidth, \ufeffmark", "midwife, zerowidth, mark"),
        ("\u201cShe said\u201d \u2013 it\u2019s", "“She said” – it’s"),
        ("Name\tAge\r\nZoe\t5", "Name    Age\nZoe    5"),
        ("\u200fשלום\u200e", "שלום"),
        ("\uf0fc done \uf0e0 next", "\N{CHECK MARK} done \N{RIGHTWARDS ARROW} next"),
        ("!!!", "!!!"),
        ("a picture \ufffc", "a picture "),
    ],
)
def test_what_a_word_processor_leaves_stays_readable_without_black_boxes(pasted, shown):
    assert clean(pasted) == shown
    assert clean(clean(pasted)) == clean(pasted)
    assert MARK not in Line(pasted)
