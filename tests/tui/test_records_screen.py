"""Records on the screen: found, read over, talked over, confirmed, added to, noted as filed."""

from datetime import date

import pytest

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.records import Paragraph, Record, Section, render_record
from supervision_tui.tui.screens.records.commands import Sign
from supervision_tui.tui.screens.records.records import RecordsScreen
from tests.tui.driving import named
from tests.whole import rows


def entry(ident="s1.cf.robin", words="Robin said: “I keep the light on.”", **more):
    given = {
        "id": ident,
        "destination": Destination.CHILD_FILE,
        "subject": "robin",
        "title": "For Robin's file",
        "session_id": "s1",
        "family_ref": "V2",
        "day": date(2026, 9, 3),
        "author": "Amina",
        "opening": "The people who work with Robin met.",
        "sections": (
            Section(heading="Voice", paragraphs=(Paragraph(text=words, field="child_voice"),)),
            Section(heading="Meaning", paragraphs=(Paragraph(text="Robin sleeps badly. LAC review.", field="impact"),)),
        ),
    }
    return Record(**(given | more))


def words(pilot, which):
    return str(pilot.app.screen.query_one(which).render())


async def _open(pilot, wait, *records):
    for record in records:
        pilot.app.workspace.records.put(record, record.id)
    pilot.app.switch_screen(RecordsScreen())
    await wait(pilot, lambda: named(pilot) == "RecordsScreen" and bool(pilot.app.screen.chosen))


@pytest.mark.parametrize("size", rows((80, 24), (120, 40)))
async def test_a_record_is_read_over_with_questions_hints_and_what_must_be_looked_at(demo, wait, size):
    async with demo(size) as pilot:
        await _open(pilot, wait, entry(words="Selam Haile said that Robin keeps the light on."))
        await pilot.press("r")
        await wait(pilot, lambda: named(pilot) == "RecordReviewScreen")
        told = words(pilot, "#reading_words")
        assert "What would Robin thank you for at thirty?" in told
        assert "Selam Haile" in told.split("─ the record")[0]  # another family's name comes first
        assert "Please spell out LAC" in told
        await pilot.press("escape")
        assert named(pilot) == "RecordsScreen"


async def test_what_must_be_looked_at_comes_before_confirming_and_a_confirmed_record_is_only_added_to(demo, wait):
    async with demo() as pilot:
        await _open(pilot, wait, entry(words="Selam Haile said so."))
        await pilot.press("c")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        title = str(pilot.app.screen.query_one(".sheet").border_title)
        assert title == "Confirm Robin's file, 3 September 2026?"
        await pilot.press("down", "enter")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"team manager", "ctrl+s")  # the first that is empty
        await wait(pilot, lambda: named(pilot) == "RecordsScreen")
        kept = pilot.app.workspace.records.get("s1.cf.robin")
        assert kept.confirmed.role == "team manager"
        assert not pilot.app.screen.is_enabled(Sign)
        await pilot.press("a")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"He sleeps now.", "ctrl+s")
        await wait(pilot, lambda: named(pilot) == "RecordsScreen")
        kept = pilot.app.workspace.records.get("s1.cf.robin")
        assert [str(one.text) for one in kept.additions] == ["He sleeps now."]
        assert kept.sections == entry(words="Selam Haile said so.").sections
        await pilot.press("o")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"manager", "tab", *"the entry", "tab", "tab", *"go on", "ctrl+s")
        await wait(pilot, lambda: "Because" in words(pilot, "#said"))
        await pilot.press(*"it helps", "tab", "tab", "tab", "tab", "tab", *"rest", "ctrl+s")
        await wait(pilot, lambda: named(pilot) == "RecordsScreen")
        seen = pilot.app.workspace.records.get("s1.cf.robin").additions[-1]
        assert seen.role == "manager"
        assert seen.text.endswith("Because: it helps. What it means for Robin: rest.")
        await pilot.press("f")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"Mosaic", "ctrl+s")
        await wait(pilot, lambda: named(pilot) == "RecordsScreen")
        assert pilot.app.workspace.records.get("s1.cf.robin").filed.system == "Mosaic"


async def test_a_draft_is_not_filed_and_the_form_says_why(demo, wait):
    async with demo() as pilot:
        await _open(pilot, wait, entry())
        await pilot.press("f")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"Mosaic", "ctrl+s")
        await wait(pilot, lambda: "draft" in words(pilot, "#said"))
        assert pilot.app.workspace.records.get("s1.cf.robin").filed is None


@pytest.mark.parametrize("size", rows((80, 24), (120, 40)))
async def test_a_checklist_quotes_the_record_asks_the_rest_and_keeps_answers_in_words(demo, wait, size):
    async with demo(size) as pilot:
        await _open(pilot, wait, entry())
        await pilot.press("k")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        options = pilot.app.screen.query_one("OptionList")
        options.highlighted = options.get_option_index("telford-recording")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "ChecklistScreen")
        assert "it is asked" in words(pilot, "#evidence_words")
        await pilot.press("down", "down")
        await wait(pilot, lambda: "I keep the light on" in words(pilot, "#evidence_words"))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        await pilot.press(*"partly", "tab", *"in the voice line", "ctrl+s")
        await wait(pilot, lambda: named(pilot) == "ChecklistScreen")
        kept = pilot.app.workspace.records.get("s1.cf.robin")
        assert [(one.item, one.answer.value, str(one.evidence)) for one in kept.checks] == [
            ("C-REC.3", "partly", "in the voice line")
        ]
        assert "in the voice line" not in render_record(kept, "txt")  # talked over here; no part of the child's entry


async def test_records_are_found_by_their_words_and_by_how_far_they_are(demo, wait):
    async with demo() as pilot:
        await _open(pilot, wait, entry(), entry("s2.cf.maisie", "Maisie likes frogs", title="For Maisie's file"))
        find = pilot.app.screen.query_one("#find_record")
        find.focus()
        await pilot.press(*"frogs")
        await wait(pilot, lambda: pilot.app.screen.chosen == "s2.cf.maisie")
        assert pilot.app.screen.query_one("#records OptionList").option_count == 1
        await pilot.press(*["backspace"] * 5, *"filed")
        await wait(pilot, lambda: pilot.app.screen.chosen == "")


async def test_a_line_of_a_draft_is_changed_and_the_record_that_was_chosen_stays_chosen(demo, wait):
    async with demo((80, 24)) as pilot:
        await _open(pilot, wait, entry(), entry("s2.cf.maisie", "Maisie likes frogs", title="For Maisie's file"))
        options = pilot.app.screen.query_one("#records OptionList")
        options.focus()
        options.highlighted = options.get_option_index("s1.cf.robin")
        await pilot.press("e")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "CorrectLineScreen")
        await pilot.press(*" Now too.", "enter")
        await wait(pilot, lambda: named(pilot) == "RecordsScreen")
        kept = pilot.app.workspace.records.get("s1.cf.robin")
        assert str(kept.sections[0].paragraphs[0].text) == "Robin said: “I keep the light on.” Now too."
        assert [str(change.before) for change in kept.corrections] == ["Robin said: “I keep the light on.”"]
        assert pilot.app.screen.chosen == "s1.cf.robin"
