"""What one may be curious about, beside the drawing: walked through, taken up, put away, brought back."""

from textual.widgets import OptionList

from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.screens.families.families import FamiliesScreen
from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.tui.studio.suggestions import SuggestionPanel
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.tui.textual_internals import painted


def listed(screen):
    rows = screen.query_one("#curious_rows", OptionList)
    return [str(rows.get_option_at_index(at).prompt) for at in range(rows.option_count)]


def foot(screen):
    return str(screen.query_one("#about_who").render())


def text(screen):
    return painted(screen.app)


async def to_studio(pilot, wait):
    """Families, the first one, its drawing."""
    await pilot.press("2")
    await wait(pilot, lambda: isinstance(pilot.app.screen, FamiliesScreen))
    families = pilot.app.screen.query_one("#families OptionList")
    families.highlighted = families.get_option_index("V2")
    await studio_again(pilot, wait)


async def studio_again(pilot, wait):
    await pilot.press("g")
    await wait(pilot, lambda: isinstance(pilot.app.screen, StudioScreen))
    await wait(pilot, lambda: bool(pilot.app.screen.query(GenogramView)) and "curious about" in foot(pilot.app.screen))


async def test_one_is_taken_up_as_an_idea_one_along_and_one_put_away_for_good(demo, wait):
    async with demo((80, 24)) as pilot:
        app = pilot.app
        await to_studio(pilot, wait)
        studio = app.screen
        await wait(pilot, lambda: "things to be curious about: q" in text(studio))
        number = int(foot(studio).split(" thing")[0].split()[-1])
        await pilot.press("q")
        panel = studio.query_one(SuggestionPanel)
        await wait(pilot, lambda: panel.display and panel.size.height > 0)
        assert panel.outer_size.height <= 8
        assert "not a forecast" in text(studio)
        assert "not for us" in text(studio), "the keys are told"
        first, second, third, *_ = before = listed(studio)
        assert "Robin" in first
        await pilot.press("enter", "enter", "ctrl+u", "enter")
        await wait(pilot, lambda: "Say the idea in a few words" in text(studio))
        await pilot.press(*"Perhaps", "enter")
        await wait(pilot, lambda: not studio.writing and f"{first} · an idea" in listed(studio))
        await pilot.press("down", "enter", "down", "enter")
        await wait(pilot, lambda: f"{second} · to take along" in listed(studio))
        await pilot.press("down", "r", *"asked in May", "enter")
        await wait(pilot, lambda: third not in listed(studio) and len(listed(studio)) == len(before) - 1)
        await pilot.press("q", "home")
        await wait(pilot, lambda: f"{number - 3} thing" in foot(studio))
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(app.screen, FamiliesScreen))
        app.screen.turn(2)
        words = app.screen.query_one("#family_words")
        await wait(pilot, lambda: "\n  Perhaps\n" in str(words.render()))
        assert "To take along to the next visit" in str(words.render())

        await studio_again(pilot, wait)
        await pilot.press("q")
        studio = app.screen
        await wait(pilot, lambda: len(listed(studio)) == len(before) - 1)
        await pilot.press("s", "end")
        await wait(pilot, lambda: f"{third} · not for us: asked in May" in listed(studio))
        await pilot.press("enter")
        await wait(pilot, lambda: third in listed(studio))
        await pilot.press("escape", "ctrl+z")
        assert isinstance(app.screen, StudioScreen), "Esc closes the list first"


async def test_beside_a_wide_drawing_arrows_show_who_it_is_about(in_studio, wait):
    async with in_studio((120, 40), "V2") as pilot:
        studio = pilot.app.screen
        view = studio.query_one(GenogramView)
        await pilot.press("q")
        panel = studio.query_one(SuggestionPanel)
        await wait(pilot, lambda: panel.region.x > view.region.x + view.region.width - 1 > 0)
        found = [one.about[0] for one in panel._rows.values()]
        for at in range(1, 12):
            await pilot.press("down")
            await wait(pilot, lambda at=at: studio.selected == found[at])
        assert len(set(found[:12])) > 3
        await pilot.press("m")
        await wait(pilot, lambda: len(listed(studio)) == len(found) - 1)
        await pilot.press("n", *"Zed 4", "enter")
        await wait(pilot, lambda: not studio.writing and len(view.scene.regions) > 19)
        assert pilot.app.focused is studio.query_one("#curious_rows"), "the list goes on while the drawing grows"


async def test_a_room_is_not_shown_what_touches_a_hidden_fact(in_studio, wait):
    async with in_studio((120, 40), "V1") as pilot:
        app, studio = pilot.app, pilot.app.screen
        await pilot.press("q")
        await wait(pilot, lambda: any("Natan" in row for row in listed(studio)))
        app.room.allow("V1")
        await pilot.press("ctrl+r")
        await wait(pilot, lambda: app.room.on and not any("Natan" in row for row in listed(studio)))
        assert listed(studio)
        app.room.leave()
        await wait(pilot, lambda: any("Natan" in row for row in listed(studio)))


async def test_in_a_session_it_is_among_the_questions_of_the_session(in_session, wait):
    async with in_session((80, 24)) as pilot:
        app, session = pilot.app, pilot.app.screen
        await pilot.press("f2")
        await wait(pilot, lambda: isinstance(app.screen, StudioScreen) and "curious about" in foot(app.screen))
        await pilot.press("q", "enter")
        await wait(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await pilot.press("down", "enter")
        await wait(pilot, lambda: bool(session.controller.editor.session.questions))
        assert session.controller.editor.session.questions[0].kept
        assert not app.workspace.suggestions.of("V2").to_take_along, "it has arrived already"
