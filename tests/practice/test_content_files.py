"""The values of content files are kept beside them; an edit is seen at once, and errors come from the file itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supervision_tui.practice import load_library
from supervision_tui.practice.library import content_files
from supervision_tui.practice.library.content_files import CompiledContent
from supervision_tui.practice.library.packs import Pack

TEXT = """\
pack: ours
title: Ours
version: "1"
nation: [england]
review_by: "2027-05-01"
authors: [us]
prompts:
  - {id: M.1, text: "Who laughs first?", level: family, audience: [family], record: family_work, harm_safe: true}
"""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files whose YAML was parsed."""
    parsed: list[str] = []
    parse = content_files.load_yaml

    def counting(path: Path) -> object:
        parsed.append(path.name)
        return parse(path)

    monkeypatch.setattr(content_files, "load_yaml", counting)
    return parsed


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    path = tmp_path / "prompts" / "ours.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def first_words(own: Path) -> str:
    return str(load_library(own).prompts["M.1"].text)


def test_one_thread_may_close_it_while_another_reads(pack_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = CompiledContent(pack_file.parent, pack_file.parent / "store.json")
    parse = content_files.load_yaml

    def closed_meanwhile(path: Path) -> object:
        content.close()
        return parse(path)

    monkeypatch.setattr(content_files, "load_yaml", closed_meanwhile)
    assert content.read(pack_file, Pack).id == "ours"
    content.close()
    assert content.read(pack_file, Pack).id == "ours"


def test_a_file_is_parsed_once_and_again_as_soon_as_it_was_edited(pack_file: Path, counted: list[str]) -> None:
    own = pack_file.parent.parent
    assert first_words(own) == first_words(own) == "Who laughs first?"
    assert counted.count("ours.yaml") == 1
    pack_file.write_text(TEXT.replace("laughs", "sings "), encoding="utf-8")  # same length, perhaps the same second
    assert first_words(own) == "Who sings  first?"
    assert counted.count("ours.yaml") == 2


def test_a_fault_is_told_with_its_line_however_often_the_file_is_read(pack_file: Path) -> None:
    pack_file.write_text(TEXT.replace("level: family", "level: nobody"), encoding="utf-8")
    for _ in range(2):
        (problem,) = load_library(pack_file.parent.parent).problems
        assert (problem.file, problem.line) == ("ours.yaml", 8)


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"prompts/ours.yaml": 3}', '{"prompts/ours.yaml": ["x", {}]}', "\0"]
)
def test_a_damaged_store_costs_time_and_nothing_else(pack_file: Path, damage: str) -> None:
    store = pack_file.parent.parent / content_files.OWN_COMPILED
    store.write_text(damage, encoding="utf-8")
    assert first_words(pack_file.parent.parent) == "Who laughs first?"
    assert "Who laughs first?" in json.dumps(json.loads(store.read_bytes()))


def test_a_store_that_cannot_be_written_is_no_trouble(pack_file: Path, tmp_path: Path) -> None:
    content = CompiledContent(tmp_path, tmp_path / "nowhere" / "deeper" / "content.json")
    for _ in range(2):
        assert content.read(pack_file, Pack).id == "ours"
        content.close()


def test_what_the_store_holds_is_still_checked_against_the_model(pack_file: Path, tmp_path: Path) -> None:
    store = tmp_path / content_files.OWN_COMPILED
    first_words(tmp_path)
    values = json.loads(store.read_bytes())
    del values["prompts/ours.yaml"][1]["title"]
    store.write_text(json.dumps(values), encoding="utf-8")
    assert first_words(tmp_path) == "Who laughs first?"  # the store was wrong, the file is right


def test_every_shipped_file_is_compiled_for_the_wheel_a_store_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_files, "COMPILED", tmp_path)
    content_files.shipped_content.cache_clear()
    try:
        assert content_files.compile_shipped() == tmp_path
    finally:
        content_files.shipped_content.cache_clear()
    stores = {path.stem.replace("-", "/"): set(json.loads(path.read_bytes())) for path in tmp_path.glob("*.json")}
    compiled = {f"{folder}/{name}" for folder, names in stores.items() for name in names}
    root = content_files.content_folder("prompts").parent
    shipped = {
        path.relative_to(root).as_posix() for path in (*root.glob("prompts/*.yaml"), *root.glob("templates/*/*.yaml"))
    }
    assert compiled == {name for name in shipped if not name.startswith("templates/families/")}
