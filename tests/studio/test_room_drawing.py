"""On a screen that others see, the drawing of the family that is spoken of shows nothing that is kept from somebody."""

import pytest

from supervision_tui.family import family_from_yaml
from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.tui.driving import settled
from tests.tui.textual_internals import painted
from tests.workspace.test_hidden_facts import BASE, leaks, told_everywhere


@pytest.mark.parametrize("every_field", [False, True], ids=["hidden parts", "every field"])
async def test_a_room_sees_the_drawing_without_what_is_kept_from_somebody(demo, wait, every_field):
    family = told_everywhere()[0] if every_field else family_from_yaml(BASE)
    async with demo((120, 40)) as pilot:
        app = pilot.app
        app.workspace.families.put(family, family.id)
        app.room.allow(family.id)
        app.room.enter()
        app.push_screen(StudioScreen(app.workspace.family_editor(family.id)))
        await wait(pilot, lambda: bool(app.screen.query(GenogramView)) and "Kid" in painted(app))
        assert leaks(painted(app)) == []
        for person in ("mum", "dad", "kid"):
            app.screen.selected = person
            await settled(pilot)
            assert leaks(painted(app)) == [], person
        for key in ("right", "left", "up", "down"):
            await pilot.press(key)
            await settled(pilot)
            assert leaks(painted(app)) == [], key
