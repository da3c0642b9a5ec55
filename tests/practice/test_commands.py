from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from supervision_tui.cli.family import questions
from supervision_tui.cli.practice import language, library
from supervision_tui.family import PersonNotFoundError
from supervision_tui.practice.questions.selection import UnknownTypeError
from supervision_tui.workspace.paths import own_content
from tests.shipped import load_library

FAMILIES = Path(__file__).resolve().parents[2] / "templates" / "families"
V2 = str(FAMILIES / "carter-okafor.yaml")
V4 = str(FAMILIES / "kowalska-fairhurst.yaml")
DAY = ("--on", "2026-09-01")


def run(app: object, *words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=given)  # type: ignore[arg-type]


def test_questions_come_as_words_and_as_json() -> None:
    told = run(questions.app, V2, "--for", "visit", "--type", "ranking", *DAY)
    assert told.exit_code == 0
    assert "Offered because" in told.stdout
    found = json.loads(run(questions.app, V2, "--for", "visit", "--type", "ranking", "--json", *DAY).stdout)
    assert {one["type"] for one in found} == {"ranking"}
    assert all({"prompt_id", "text", "because", "about", "destination"} <= set(one) for one in found)


def test_the_gate_holds_on_the_command_line_too() -> None:
    ids = {one["prompt_id"] for one in json.loads(run(questions.app, V4, "--json", "--say", "worry=x", *DAY).stdout)}
    assert not ids & {"TRI1", "SEQ1", "SEQ2", "AGR1", "AGR2", "AGR3", "HYP1", "MIN1", "RAN4"}


def test_a_stage_is_asked_as_a_session_asks_it_with_harm_first_and_its_reason() -> None:
    for whom, audience in (("group", "supervision"), ("visit", "family"), ("child", "child")):
        rows = json.loads(run(questions.app, V4, "--for", whom, "--stage", "T7/questions", "--json", *DAY).stdout)
        assert all("harm" in row["tags"] for row in rows[:2]), rows[:2]
        assert len(rows) <= 12
        assert all(row["reason"] == f"{row['chosen_for']}. {row['because']}" for row in rows)
        assert whom == "group" or all(audience in row["audience"] for row in rows)
        assert not any("MARAC" in row["text"] for row in rows)
    calm = json.loads(run(questions.app, V2, "--stage", "T2/interview", "--json", *DAY).stdout)
    assert calm
    assert not any("harm" in row["tags"] for row in calm)


@pytest.mark.parametrize(("stage", "says"), [("T2/intervew", "interview"), ("T88/x", "T2"), ("T2", "interview")])
def test_a_stage_that_is_not_there_is_refused_with_those_that_are(stage: str, says: str) -> None:
    refused = run(questions.app, V2, "--stage", stage)
    assert refused.exit_code == 2
    assert says in refused.output


def test_a_worker_can_say_the_words_and_the_child() -> None:
    shown = run(questions.app, V2, "--say", "behaviour=the shouting", "--child", "robin", "--type", "sequence", *DAY)
    assert "When the shouting happens, who does what first" in shown.stdout


@pytest.mark.parametrize(
    "words", [("--for", "nobody"), ("--say", "nonsense"), ("--say", "colour=red"), ("--seed", "x")]
)
def test_questions_used_wrongly_says_so(words: tuple[str, ...]) -> None:
    assert run(questions.app, V2, *words).exit_code == 2
    assert run(questions.app).exit_code == 2


def test_what_cannot_be_done_is_a_sentence() -> None:
    assert isinstance(run(questions.app, V2, "--type", "rankings").exception, UnknownTypeError)
    assert isinstance(run(questions.app, V2, "--child", "nobody").exception, PersonNotFoundError)
    assert isinstance(run(questions.app, "missing.yaml").exception, ValueError)


def test_the_own_folder_is_printed_the_words_of_a_framework_are_shown_and_nothing_comes_after_after() -> None:
    assert str(own_content()) in run(library.app, "list").stdout
    assert "map: Signs of Safety map" in run(library.app, "show", "york").stdout
    for pack in load_library().packs:
        assert "After: after" not in run(library.app, "show", pack).stdout


def test_the_library_is_listed_and_shown() -> None:
    rows = json.loads(run(library.app, "list", "--json").stdout)
    assert {row["part"] for row in rows} == {"packs", "templates", "frameworks", "checklists"}
    for one in ("circular", "telford", "DIF1"):
        assert run(library.app, "show", one).exit_code == 0
    assert json.loads(run(library.app, "show", "T2", "--json").stdout)["minutes"] == 65
    assert "Never recorded" in run(library.app, "show", "T5").stdout
    assert "Never totalled" in run(library.app, "show", "telford-recording").stdout
    assert run(library.app, "show", "nothing-like-it").exit_code == 1


def test_files_are_checked_one_by_one_and_the_own_folder_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = Path(__file__).resolve().parents[2] / "templates" / "sessions" / "T2.yaml"
    assert run(library.app, "check", str(good)).exit_code == 0
    wrong = tmp_path / "mine.yaml"
    wrong.write_text("pack: mine\nprompts: []\ncolour: red\n", encoding="utf-8")
    refused = run(library.app, "check", str(wrong))
    assert refused.exit_code == 1
    assert "mine.yaml, line 3, column 1: 'colour' is not a word that is known here." in refused.stderr
    wrong.write_text("a: b\n", encoding="utf-8")
    assert "no pack, format, framework or checklist" in run(library.app, "check", str(wrong)).stderr

    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path))
    assert run(library.app, "check").exit_code == 0
    (tmp_path / "own" / "prompts").mkdir(parents=True)
    (tmp_path / "own" / "prompts" / "bad.yaml").write_text("pack: x\n", encoding="utf-8")
    assert run(library.app, "check").exit_code == 1
    problems = json.loads(run(library.app, "check", "--json").stdout)
    assert problems[0]["file"] == "bad.yaml"
    assert "bad.yaml, line 1" in run(library.app, "list").stderr


def test_language_is_looked_at_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    text = "He absconded from his placement.\nAction: monitor\n"
    file = tmp_path / "note.txt"
    file.write_text(text, encoding="utf-8")
    told = run(language.app, "check", str(file))
    assert told.exit_code == 0
    assert "1:4  absconded" in told.stdout
    assert "2:9  monitor" in told.stdout
    found = json.loads(run(language.app, "check", "-", "--json", given=text).stdout)
    assert [hint["row"] for hint in found["hints"]] == [16, 2, None]
    assert found["flesch"] is None


def test_text_that_would_steer_the_terminal_is_shown_harmless(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(b"He absconded \x1b]0;title\x07 from \xff placement.")
    told = run(language.app, "check", str(file))
    assert told.exit_code == 0
    assert "\x1b" not in told.stdout
    assert isinstance(run(language.app, "check", str(tmp_path / "none.txt")).exception, OSError)
