from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from supervision_tui import yaml_files
from supervision_tui.yaml_files import DEEPEST, LARGEST_FILE, FileFormatError, load_yaml, validated
from tests.every_row import every_row
from tests.whole import examples


class Child(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    age: int


class Home(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    children: tuple[Child, ...]


def refused(text: str, model: type[BaseModel] | None = None) -> list[str]:
    def read() -> None:
        source = load_yaml(text, "home.yaml")
        if model is not None:
            validated(model, source)

    with pytest.raises(FileFormatError) as raised:
        read()
    assert str(raised.value) == "\n".join(str(problem) for problem in raised.value.problems)
    return [str(problem) for problem in raised.value.problems]


def test_words_numbers_and_times_stay_what_they_look_like() -> None:
    value = load_yaml("a: no\nb: 12:30\nc: 010\nd: 2019-05-01\ne: 7\nf: 1.5\ng: true\nh:\ni: '7'\nj: [yes, ~]\n").value
    assert value == {
        "a": "no", "b": "12:30", "c": "010", "d": "2019-05-01", "e": 7, "f": 1.5, "g": True, "h": None, "i": "7",
        "j": ["yes", None],
    }  # fmt: skip


def test_json_is_read_as_well() -> None:
    assert load_yaml('{"a": [1, "b"], "c": {"d": null}}').value == {"a": [1, "b"], "c": {"d": None}}


def test_each_problem_names_file_line_column_what_was_found_and_what_would_do() -> None:
    text = "title: Ours\ncolour: blue\nchildren:\n  - name: Sam\n    age: ten\n  - age: 4\n"
    assert refused(text, Home) == [
        "home.yaml, line 5, column 5: children.0.age: it should be a whole number (found 'ten')",
        "home.yaml, line 6, column 5: 'name' is missing here. Write a line 'name: ...'.",
        "home.yaml, line 2, column 1: 'colour' is not a word that is known here. Correct its spelling, or take it out.",
    ]


def test_a_list_whose_items_were_refused_is_not_called_too_short_as_well() -> None:
    assert len(refused("title: Ours\nchildren: [{name: Sam}]\n", Home)) == 1


@every_row(
    ("text", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 3, column 1: The key 'a' stands here twice; the first is in line 1."),
        ("a: &x [1]\nb: *x\n", "line 1, column 4: Aliases"),
        ("a: !!python/object:os.system x\n", "line 1, column 4: Tags (!) are not read."),
        ("a: [1, 2\nb: 3\n", "line 2"),
        ("", "The file is empty."),
        ("a: 1\n---\nb: 2\n", "more than one document"),
        ("? [1, 2]\n: 3\n", "A key must be a word."),
        ("a: \x07bell\n", "cannot be read as YAML"),
        ("[" * (DEEPEST + 5) + "]" * (DEEPEST + 5), "nested too deeply"),
        ("a" * (LARGEST_FILE + 1), "too large"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(text: str, says: str) -> None:
    problems = refused(text)
    assert len(problems) == 1
    assert says in problems[0]


def test_a_key_cannot_steer_the_terminal_that_shows_the_problem() -> None:
    text = 'title: x\nchildren: []\n"\\e]0;stolen\\a": 1\n'
    assert "\x1b" not in "".join(refused(text, Home))


def test_a_file_that_is_no_text_and_one_in_another_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "home.yaml"
    path.write_bytes(b"title: ok\nname: caf\xe9\n")
    with pytest.raises(FileFormatError, match=r"home.yaml, line 2, column 1: These are not letters in UTF-8"):
        load_yaml(path)
    path.write_bytes(b"\xef\xbb\xbftitle: ok\n")
    assert load_yaml(path).value == {"title": "ok"}


@examples(120)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,? \n\t\x00é", max_size=300))
def test_nonsense_is_read_or_refused_in_words(text: str) -> None:
    said = "read"
    try:
        load_yaml(text)
    except FileFormatError as refusal:
        said = str(refusal)
    assert said


def test_long_nonsense_is_refused_as_well() -> None:
    for text in ("[" * 100_000, "- " * 50_000, "a: {" * 20_000, "'" * 99_999, "? " * 50_000, "!" * 100_000):
        assert refused(text)


PARTS = (
    "a: ", "b:\n", "- ", "\n", "\n  ", "\n- ", "x", "'y'", '"z"', '"a":1', "[a, b]", "{c: d}", "[", "]", "{", "}", ",",
    "|\n  ", ">-\n  ", "# no\n", " #", "&r ", "*r", "!t ", "? ", "---\n", "...\n", "%YAML 1.2\n", "\t", "\x85",
    "\u2028", "\r\n", "é", "\N{GRINNING FACE}", '"\\u00e9"', "~", "12:30", "010", ": ", "null", "\ufeff", "\x07",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
@examples(400)
def test_the_compiled_parser_of_yaml_tells_what_the_one_in_python_tells(text: str) -> None:
    def outcome() -> object:
        try:
            source = load_yaml(text, "file.yaml")
        except FileFormatError as refusal:
            return str(refusal)
        return source.value, source.places

    with pytest.MonkeyPatch.context() as patch:
        quick = outcome()
        patch.setattr("supervision_tui.yaml_files._compiled_events", lambda _text: None)
        assert outcome() == quick


def test_the_content_that_ships_is_read_by_the_compiled_parser() -> None:
    texts = [path.read_text("utf-8") for path in Path("prompts").glob("*.yaml")]
    assert [text[:40] for text in texts if yaml_files._compiled_events(text) is None] == []


def test_without_the_compiled_parser_a_file_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert load_yaml("a: [1, b]\n").value == {"a": [1, "b"]}


@pytest.mark.parametrize("text", ["&a key: 1\n", "{&a key: 1}\n", "!t key: 1\n", "*a : 1\n"])
def test_a_key_is_refused_as_an_alias_or_a_tag_like_a_value(text: str) -> None:
    assert "are not read" in refused(text)[0]
