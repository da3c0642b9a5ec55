"""A line that is being said in the studio outlives whatever comes in between: another screen, a lock, a pulled plug."""

from supervision_tui.tui.app_services import locking
from supervision_tui.tui.screens.notebook.recovered_drafts import RecoveredDraftsScreen


def words_on_disk(app):
    """What somebody would be offered who opens the notebook after it was killed just now."""
    return [str(words.text) for words in app.workspace.recovered_input.with_half_typed().words]


async def test_the_line_is_on_the_disk_while_it_is_said_and_gone_when_it_is(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, screen = pilot.app, pilot.app.screen
        await wait(pilot, lambda: bool(screen.selected))
        for words in ("m Oscar Ten", "m Oscar Tenby 20"):
            await pilot.press("p") if not screen.writing else None
            await pilot.press(*words[len(screen.query_one("#line").value) :])
            await wait(pilot, lambda words=words: words_on_disk(app) == [words])
        await pilot.press("1", "6", "enter")
        await wait(pilot, lambda: not screen.writing)
        await wait(pilot, lambda: words_on_disk(app) == [])


async def test_after_a_lock_the_line_is_offered_once(in_studio, wait, monkeypatch):
    monkeypatch.setattr(locking, "forget", lambda: None)  # memory is looked through in the test about memory
    async with in_studio((80, 24), "V2") as pilot:
        app, screen = pilot.app, pilot.app.screen
        await wait(pilot, lambda: bool(screen.selected))
        await pilot.press("t", *"Nan clos")
        await wait(pilot, lambda: words_on_disk(app) == ["Nan clos"])
        await pilot.press("e", "ctrl+l")
        await wait(pilot, lambda: app.lock.locked is not None and app.lock.locked.done.is_set())
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(app.screen, RecoveredDraftsScreen))
        assert words_on_disk(app) == ["Nan close"], "as it stood at last, not as it was noted before"
        await pilot.press("d")
        await wait(pilot, lambda: words_on_disk(app) == [])


async def test_another_screen_in_between_changes_nothing(in_studio, wait):
    async with in_studio((80, 24), "V2") as pilot:
        app, screen = pilot.app, pilot.app.screen
        await wait(pilot, lambda: bool(screen.selected))
        await pilot.press("t", *"Nan clos", "f1")
        await wait(pilot, lambda: app.screen is not screen)
        await pilot.press("escape")
        await wait(pilot, lambda: app.screen is screen)
        await pilot.press("e")
        await wait(pilot, lambda: screen.query_one("#line").value == "Nan close")
