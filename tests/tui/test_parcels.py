"""On screen: a parcel that came is shown before it is kept; a family leaves only after one has seen what leaves."""

from supervision_tui.tui.navigation import screen
from tests.tui.driving import named
from tests.workspace.exchange_notebooks import Notebook, notebook


async def test_a_parcel_is_looked_at_taken_in_and_sent_back(demo, wait, tmp_path):
    async with demo((80, 24)) as pilot:
        app = pilot.app
        with notebook(tmp_path, "Zoe") as zoe:
            here = Notebook("Amina", app.workspace, tmp_path)
            parcel = zoe.first_parcel(here)
            app.push_screen(screen("contacts"))
            await wait(pilot, lambda: named(pilot) == "ContactsScreen")
            assert "Zoe" in str(app.screen.query_one("#contacts").get_option_at_index(0).prompt)
            await pilot.press("p", *str(parcel), "enter")
            await wait(pilot, lambda: named(pilot) == "TakeParcelScreen")
            assert "New: it is not here yet" in str(app.screen.query_one("#parcel_rows").render())
            assert "F1" not in {heading.id for heading in app.workspace.families.headings()}
            await pilot.press("y")
            await wait(pilot, lambda: named(pilot) == "NoticeScreen")
            assert app.workspace.families.get("F1").title == "The Marlowes"
            await pilot.press("enter", "escape")
            app.push_screen(screen("send parcel", "F1", here.contact(zoe)))
            await wait(pilot, lambda: named(pilot) == "SendParcelScreen")
            app.screen.query_one("#folder").value = str(zoe.folder)
            await pilot.press("ctrl+s")
            assert "Please say why" in str(app.screen.query_one("#said").render())
            await pilot.press(*"thanks", "ctrl+s")
            await wait(pilot, lambda: named(pilot) == "ChooseScreen")
            before = set(zoe.folder.glob("*.parcel"))
            await pilot.press("down", "enter")
            await wait(pilot, lambda: named(pilot) == "NoticeScreen")
            (back,) = set(zoe.folder.glob("*.parcel")) - before
            assert [text.relation for text in zoe.preview(back).texts] == ["same"]
