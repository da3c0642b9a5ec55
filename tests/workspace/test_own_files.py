"""Own files that are broken, in whatever way, are told at the start; the danger steps are there all the same."""

import os
import shutil

import pytest

from supervision_tui.practice import load_library
from supervision_tui.practice.library.loader import problem_files
from supervision_tui.tui.app_services import keymap
from supervision_tui.workspace.danger_steps import danger_file_problem, danger_steps
from supervision_tui.workspace.own_files import own_document_problems, own_folder_problems
from supervision_tui.workspace.paths import own_content

LINK, FOLDER, PIPE = "a link to nowhere", "a folder", "a pipe"
GOOD = "{% for part in document.parts %}{{ part.heading }}{% endfor %}"


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path))
    folder = own_content()
    folder.mkdir()
    return folder


def put(path, what):
    """*what* in the place of *path*: a link, a folder, a pipe, bytes."""
    path.parent.mkdir(exist_ok=True)
    if what == LINK:
        path.symlink_to("/nowhere/at/all")
    elif what == FOLDER:
        path.mkdir()
    elif what == PIPE:
        os.mkfifo(path)
    else:
        path.write_bytes(what if isinstance(what, bytes) else what.encode())


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (LINK, "a link that leads nowhere"), (FOLDER, "it is a folder"), (PIPE, "it is no file"), ("", "holds no step"),
        ("# a note", "holds no step"), ("Ring\n" * 300, "longer than any list"),
        ("x" * 200_000, "longer than any list"),
        ("Ring 999".encode("utf-16"), "plain text in UTF-8"), (bytes([0, 1]) * 40, "plain text in UTF-8"),
    ],
)  # fmt: skip
def test_steps_for_danger_that_cannot_be_read_are_told_and_the_programs_are_shown(own, what, words):
    shipped = danger_steps()
    put(own / "danger.txt", what)
    assert words in danger_file_problem()
    assert danger_steps() == shipped


def test_steps_under_another_name_are_told_and_good_ones_are_no_problem(own):
    assert danger_file_problem() == ""
    put(own / "danger.md", "Ring 999")
    assert "Call it danger.txt." in danger_file_problem()
    put(own / "danger.txt", "Ring 999")
    assert danger_file_problem() == ""
    assert danger_steps()[0] == "Ring 999"


@pytest.mark.parametrize(
    ("name", "what", "words"),
    [
        ("document.html.j2", "{% for x in %}", "line 1"), ("document.html.j2", "{{ document.nothing }}", "nothing"),
        ("document.txt.j2", FOLDER, "it is a folder"), ("document.md.j2", LINK, "a link that leads nowhere"),
        ("document.md.j2", PIPE, "it is no file"), ("document.txt.j2", "", "the template is empty"),
        ("document.txt.j2", "ä".encode("latin-1"), "UTF-8"), ("document.docx", "words", "no Word document"),
        ("letter.html", "x", "nothing reads this"), ("document.txt.j2", "x" * 3_000_000, "larger than a template"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_used_is_told_before_a_paper_is_due(own, name, what, words):
    put(own / "documents" / name, what)
    [problem] = own_document_problems()
    assert words in problem
    assert name in problem


def test_a_template_that_works_is_no_problem(own):
    assert own_document_problems() == []
    for ending in ("html", "md", "txt"):
        put(own / "documents" / f"document.{ending}.j2", GOOD)
    put(own / "documents" / "README.md", "how we do it")
    assert own_document_problems() == []


@pytest.mark.parametrize("part", ["prompts", "sessions", "frameworks", "checklists", "documents"])
@pytest.mark.parametrize("what", [LINK, "words"])
def test_a_part_that_is_no_folder_is_told(own, part, what):
    put(own / part, what)
    assert [(problem.file, "no folder" in str(problem)) for problem in problem_files(own)] == [(part, True)]


@pytest.mark.parametrize("what", [LINK, "words"])
def test_an_own_folder_that_is_none_is_told(own, what):
    assert own_folder_problems() == []
    own.rmdir()
    put(own, what)
    assert "nothing of your own is read" in own_folder_problems()[0]


@pytest.mark.parametrize("what", [LINK, FOLDER, PIPE, "", "- 1", "hello", "id: [", b"\xff\xfe", "id: 5\nlevel: [x"])
def test_a_pack_that_cannot_be_read_is_told_with_its_file(own, what):
    put(own / "prompts" / "ours.YAML", what)
    assert "ours.YAML" in str(load_library(own).known_problems[0])


def test_a_file_deeper_than_anything_is_read_is_told(own):
    (own / "prompts").mkdir()
    put(own / "prompts" / "ours" / "kind.yaml", "id: ours")
    assert [problem.file for problem in problem_files(own)] == ["prompts/ours/kind.yaml"]
    shutil.rmtree(own / "prompts")
    assert problem_files(own) == []


@pytest.mark.parametrize("what", [LINK, FOLDER, PIPE, "", "- a", b"\xff\xfe", "NextStage: ["])
def test_keys_that_cannot_be_read_are_told_and_stay_as_they_were(own, what):
    path = own.parent / keymap.FILE
    put(path, what)
    keys, problems = keymap.read(path, {})
    assert keys == {}
    assert problems
    assert problems[0].startswith("keys.yaml")
