from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision_tui.practice.library.fast_yaml import plain_value
from supervision_tui.yaml_files import FileFormatError, load_yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("prompts/*.yaml"), *ROOT.glob("templates/*/*.yaml")])
WANTED = [path for path in FILES if path.parent.name in {"prompts", "sessions", "frameworks", "checklists", "language"}]


def agreed(text: str) -> bool:
    """Whether the quick reader read *text*; it must then have read what the whole reader reads."""
    value = plain_value(text)
    if value is None:
        return False
    assert load_yaml(text).value == value
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_shipped_is_read_alike_both_ways(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert agreed(text) or path not in WANTED


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb:\n  - x\n  - y: 2\n    z: [1, {k: v}, 'it''s']\nc:\n",
        "a:\n- x\n- y\nb: no\n",
        "a: >-\n  one\n  two\n\nb: 12:30\n",
        "# first\na: O'Brien's house (blue), and more\n\n# last\n",
        'a: "x: y # z"\nb: [somebody\'s, "b, c", d e]\n',
    ],
)
def test_plain_content_is_read_quickly(text: str) -> None:
    assert agreed(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n", "a: &x 1\n", "a: *x\n", "a: |\n  x\n", "a: >\n  x\n", "a: x\n  y\n", "a: x # y\n",
        "a: [1,\n  2]\n", 'a: "\\x41"\n', "a:\tx\n", "? a\n: b\n", "- a\n", "", "a: 'x\n", "a: [1, 2\n",
        "a: {b: 1, b: 2}\n", "---\na: 1\n",
        "a: >-\n  x\n  # y\n  z\n", "a: >-\n  x\n\n  z\n", "a: >-\n  x\n    z\n", "a: >-\n", "a: !!str 1\n",
        "a: x: y\n",
        "a: - b\n", "a: @b\n", "a: [x, ]\n", "a: [[[[\n", "a: >-\n  x \n  y\n", " a: 1\nb: 2\n",
        "a:\n    b: 1\n  c: 2\n",
    ],
)  # fmt: skip
def test_everything_else_is_left_to_the_whole_reader(text: str) -> None:
    assert plain_value(text) is None


PIECES = st.sampled_from(
    ["a: ", "b:", "- ", "  ", "    ", "\n", "\n", "\n  ", "x", "y z", "1", "'q'", '"r"', "[", "]", "{", "}", ", ",
     "c: d", ">-", "#", " # e", "~", "true", ":", "|", "&", "*", "-", "it's", "\n- ", "\n  - ", "\nk: ", "é", "(", "^",
     "+", "."]
)  # fmt: skip


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_the_quick_reader_reads_the_whole_reader_reads_alike(text: str) -> None:
    value = plain_value(text)
    if value is not None:
        assert load_yaml(text).value == value


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=60).map(lambda words: f"a: {words}\nb: 1\n"))
def test_any_words_behind_a_key_are_read_alike_or_left(words: str) -> None:
    value = plain_value(words)
    if value is not None:
        try:
            assert load_yaml(words).value == value
        except FileFormatError as refusal:
            pytest.fail(f"only the quick reader read it: {refusal}")
