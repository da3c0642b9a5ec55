"""Keys of one's own: a line that cannot be used is told with its number, every other one holds."""

from pathlib import Path

import pytest

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.app_services.former_command_names import FORMER_NAMES
from supervision_tui.tui.app_services.keymap import commands, read, written
from tests.tui.driving import named


@pytest.fixture(scope="module")
def known():
    return commands(SupervisionApp.BINDINGS)


@pytest.fixture
def file(tmp_path):
    def made(text):
        path = tmp_path / "home" / "keys.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return made


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("NextStge: f6", "Did you mean NextStage?"),
        ("NextStage: hyper+7", "not a key that a terminal knows"),
        ("NextStage: f12", "someone in danger"),
        ("Lock: ctrl+g", "stays as it is"),
        ("NextStage: enter", "needed in every field"),
        ("NextStage: f5", "already the key of StageBefore"),
        ("NextStage: [f6]", "one key belongs behind"),
    ],
)
def test_a_line_that_cannot_be_used_is_told_with_its_number(file, known, line, said):
    keys, problems = read(file(f"# mine\nGoToday: ctrl+t\n{line}\n"), known)
    assert keys == {"GoToday": "ctrl+t"}
    assert len(problems) == 1
    assert "line 3" in problems[0]
    assert said in problems[0]


def test_a_file_of_keys_with_the_names_that_commands_had_before_still_holds(file, known):
    keys, problems = read(file("Partner: f15\nTakeOff: f16\nUndo: f17\nUndoEdit: f18\nPartnr: f19\n"), known)
    assert keys == {"AddPartner": "f15", "RemoveLink": "f16", "RemovePerson": "f16", "Undo": "f17", "UndoEdit": "f18"}
    assert len(problems) == 1
    assert "line 5" in problems[0]


def test_every_former_name_leads_to_a_command_that_there_is(known):
    assert set(FORMER_NAMES) <= set(known)


def test_two_commands_may_change_places(file, known):
    keys, problems = read(file("StageBefore: f6\nNextStage: f5\n"), known)
    assert keys == {"StageBefore": "f6", "NextStage": "f5"}
    assert not problems


@pytest.mark.parametrize("text", ["", "# only words\n", "- a\n- b\n", "a: [\n", "NextStage f6\n", "\t\n"])
def test_any_file_leaves_a_program_that_works(file, known, text):
    keys, _ = read(file(text), known)
    assert keys == {}


def test_what_is_written_out_names_every_command_and_is_read_back(file, known):
    text = written(known)
    assert all(f"# {name}: " in text for name in known if name not in {"Danger", "Leave", "Lock"})
    opened = text.replace("# GoFamilies: 2", "GoFamilies: ctrl+f")
    assert read(file(opened), known) == ({"GoFamilies": "ctrl+f"}, [])


async def test_a_changed_key_works_is_shown_and_the_old_one_is_free(file, wait):
    file("GoFamilies: ctrl+f\nJump: f20\nNextStge: f6\n")
    app = SupervisionApp(Path(), demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "TodayScreen")
        await pilot.press("2")
        await pilot.pause()
        assert named(pilot) == "TodayScreen"
        await pilot.press("question_mark")
        await wait(pilot, lambda: named(pilot) == "HelpScreen")
        told = str(pilot.app.screen.query_one("Static").content)
        assert "F20" in told
        await pilot.press("escape", "ctrl+f")
        await wait(pilot, lambda: named(pilot) == "FamiliesScreen")
        await pilot.press("f20")
        await wait(pilot, lambda: named(pilot) == "JumpScreen")
