"""``prepare FAMILY`` leads straight to the visit, and its card can be written."""

from pathlib import Path

import pytest

from supervision_tui.tui.app import SupervisionApp
from tests.tui.driving import named
from tests.whole import rows


async def test_the_program_opens_on_the_preparation(wait):
    app = SupervisionApp(Path(), demo=True, prepare="V1")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "SessionScreen" and app.screen.current is not None)
        assert app.screen.editor.template.id == "T7"
        assert app.screen.editor.session.family_id == "V1"


async def test_a_family_that_is_not_there_is_told(wait):
    app = SupervisionApp(Path(), demo=True, prepare="nobody")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        assert "no family called" in str(app.screen.query("Static").last().render())


@pytest.mark.parametrize("size", rows((80, 24), (120, 40)))
async def test_the_card_is_shown_before_the_close_and_written_on_c(wait, tmp_path, size):
    app = SupervisionApp(Path(), demo=True, prepare="V1")
    async with app.run_test(size=size) as pilot:
        await wait(pilot, lambda: named(pilot) == "SessionScreen")
        controller = app.screen.controller
        for stage in controller.editor.template.stages:
            controller.editor.go(stage.id, controller.now(), override=True)
            for slot in controller.editor.slots():
                if slot.field.needed and slot.field.kind == "line":
                    controller.editor.write(slot, "A gentle beginning", controller.now())
        app.screen.open_stage()
        await pilot.press("f6")
        await wait(pilot, lambda: named(pilot) == "CloseSessionScreen")
        assert "A gentle beginning" in str(app.screen.query_one("#record_words").render())
        await pilot.press("c")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        app.screen.query_one("Input").value = str(tmp_path / "card.txt")
        await pilot.press("enter")
        await wait(pilot, (tmp_path / "card.txt").exists)
        assert "A gentle beginning" in (tmp_path / "card.txt").read_text(encoding="utf-8")
