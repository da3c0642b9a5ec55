"""Every stage of every format stands on the screen, as it is written in the format."""

from supervision_tui.tui.navigation import screen
from tests.tui.driving import in_one_line, named
from tests.tui.test_session_screen import stage


async def test_every_stage_of_every_format_stands_on_the_screen(demo, wait):
    async with demo() as pilot:
        app, workspace = pilot.app, pilot.app.workspace
        formats = [template for template in workspace.formats if template.family in {"one", "none"}]
        assert {template.family for template in formats} == {"one", "none"}
        for template in formats:
            family = "V2" if template.family == "one" else ""
            app.push_screen(screen("session", workspace.begin(template, family, workspace.me)))
            await wait(pilot, lambda: named(pilot) == "SessionScreen")
            for number, told in enumerate(template.stages, 1):
                await stage(pilot, wait, told.id)
                title = f"{number} {told.title}"[:24]
                await wait(pilot, lambda title=title: title in in_one_line(app))
            app.back_to(screen("today"))
            await wait(pilot, lambda: named(pilot) == "TodayScreen")
