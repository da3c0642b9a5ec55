"""Everything about a person, on screen, and the pages that are written of it."""

from tests.tui.driving import in_one_line, named


async def ask(pilot, wait, words):
    await wait(pilot, lambda: named(pilot) == "AskScreen" and pilot.app.focused is not None)
    window = pilot.app.screen
    pilot.app.focused.value = words
    await pilot.press("enter")
    await wait(pilot, lambda: pilot.app.screen is not window)


async def test_a_person_is_found_read_and_written(demo, wait, tmp_path):
    async with demo((80, 24)) as pilot:
        app = pilot.app
        await pilot.press("n")
        await wait(pilot, lambda: named(pilot) == "NotebookScreen" and app.focused is not None)
        await pilot.press("t")
        await ask(pilot, wait, "Nobody Atall")
        await ask(pilot, wait, "-")
        await wait(pilot, lambda: "Nothing is held here" in in_one_line(app))
        await pilot.press("enter", "t")
        await ask(pilot, wait, "V2/robin")
        await ask(pilot, wait, "-")
        await wait(pilot, lambda: "What is held about Robin" in in_one_line(app))
        assert "may be given" in in_one_line(app)
        await pilot.press("w")
        await wait(pilot, lambda: named(pilot) == "SubjectAccessExportScreen" and app.focused is not None)
        app.focused.value = str(tmp_path / "out")
        await pilot.press("enter")
        app.focused.value = "too short"
        await pilot.press("enter", "enter")
        await wait(pilot, lambda: "at least 12 characters" in in_one_line(app))
        await pilot.press("enter", "enter")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        assert len(list((tmp_path / "out").iterdir())) == 2
        await pilot.press("enter", "w")
        await wait(pilot, lambda: named(pilot) == "SubjectAccessExportScreen" and app.focused is not None)
        app.focused.value = str(tmp_path / "out")
        await pilot.press("enter", "enter", "enter")
        await wait(pilot, lambda: "nothing goes over it" in in_one_line(app))
