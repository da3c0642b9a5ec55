"""The queue to confirm on the screen: read over, marked, confirmed and filed with one key each, rows in their place."""

import pytest

from supervision_tui.tui.screens.records.issue_commands import documents_of_record
from tests.tui.driving import in_one_line, named
from tests.tui.test_records_screen import entry, words
from tests.whole import rows

PLAIN = "Robin said: “I keep the light on.” Robin told Priya on Monday."


@pytest.mark.parametrize("size", rows((80, 24), (120, 40)))
async def test_all_that_is_clean_is_confirmed_and_filed_with_a_few_keys(demo, wait, size):
    async with demo(size) as pilot:
        workspace = pilot.app.workspace
        for ident in ("s1.cf.robin", "s2.cf.robin", "s3.cf.robin"):
            workspace.records.put(entry(ident, PLAIN), ident)
        workspace.records.put(entry("s4.cf.robin", "Selam Haile said so."), "s4.cf.robin")
        await pilot.press("4")
        await wait(pilot, lambda: named(pilot) == "RecordsScreen" and bool(pilot.app.screen.chosen))
        await pilot.press("w")
        await wait(
            pilot, lambda: named(pilot) == "WaitingRecordsScreen" and len(pilot.app.screen.queue.to_look_at) == 4
        )
        screen = pilot.app.screen
        assert {ident: number > 0 for ident, number in screen.queue.to_look_at.items()}["s4.cf.robin"]
        rows = [row.record.id for row in screen.queue.rows]
        await pilot.press("m", "c")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        whole = str(pilot.app.screen.query_one("#whole_title").content)
        assert whole == "Confirm 3 records: Robin's file, Robin's file, Robin's file?"
        title = str(pilot.app.screen.query_one(".sheet").border_title)
        assert title in {"", whole}, "a question is whole: on the frame where it fits, else within it"
        assert documents_of_record(workspace, rows[0])[-1].words == "Every record of family Carter-Okafor: 4 files"
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        whole = str(pilot.app.screen.query_one("#whole_title").content)
        await wait(pilot, lambda: whole in in_one_line(pilot.app))  # whole, on the frame or within it
        await pilot.press(*"supervisor", "enter")
        await wait(pilot, lambda: named(pilot) == "WaitingRecordsScreen")
        assert [row.record.id for row in screen.queue.rows] == rows
        assert screen.chosen == "s4.cf.robin"  # the one that still waits for the same
        assert "1 to confirm, 3 confirmed" in words(pilot, "#queue_head")
        await pilot.press("home", "m", "f")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"LCS", "enter")
        await wait(pilot, lambda: named(pilot) == "WaitingRecordsScreen")
        filed = {ident: workspace.records.get(ident).filed for ident in rows}
        assert [ident for ident, filing in filed.items() if filing is None] == ["s4.cf.robin"]
        assert workspace.records.get("s1.cf.robin").confirmed.role == "supervisor"
