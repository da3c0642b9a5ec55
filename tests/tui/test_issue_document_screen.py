"""A document for one reader on the screen: for whom and why first, what to look at, the file, many at once."""

from datetime import date

import pytest
from pypdf import PdfReader

from supervision_tui.people import Practitioner
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.records import Paragraph, Record, Section
from supervision_tui.tui.screens.people.people import PeopleScreen
from supervision_tui.tui.screens.records.choose_document import DocumentChoice
from supervision_tui.tui.screens.records.issue_document import IssueDocumentScreen
from supervision_tui.tui.screens.records.records import RecordsScreen
from tests.tui.driving import named
from tests.whole import rows


def entry(number=0, words="Robin said: “I keep the light on.”"):
    return Record(
        id=f"s{number}.cf.robin",
        destination=Destination.CHILD_FILE,
        subject="robin",
        title="For Robin's file",
        session_id=f"s{number}",
        family_ref="V2",
        day=date(2026, 9, 3),
        author="Amina",
        opening="We met.",
        sections=(Section(heading="Voice", paragraphs=(Paragraph(text=words, field="child_voice"),)),),
    )


def said(pilot):
    return str(pilot.app.screen.query_one("#said").render())


async def _fill(pilot, **values):
    for which, words in values.items():
        pilot.app.screen.query_one(f"#{which}").value = words
    pilot.app.screen.query("LineBox").last().focus()
    await pilot.press("enter")


async def _ready(pilot, wait):
    await wait(
        pilot, lambda: named(pilot) == "IssueDocumentScreen" and getattr(pilot.app.focused, "id", "") == "recipient"
    )


async def _letter(pilot, wait, record):
    pilot.app.workspace.records.put(record, record.id)
    pilot.app.switch_screen(RecordsScreen())
    await wait(pilot, lambda: named(pilot) == "RecordsScreen" and bool(pilot.app.screen.chosen))
    await pilot.press("g")
    await wait(pilot, lambda: named(pilot) == "ChooseScreen")
    await pilot.press("down", "enter")
    await _ready(pilot, wait)


async def _as_drafted(pilot, wait):
    """The letter is shown first; go on with it as it stands."""
    await wait(pilot, lambda: named(pilot) == "LetterDraftScreen" and pilot.app.focused is not None)
    await pilot.press("f2")


@pytest.mark.parametrize("size", rows((80, 24), (120, 40)))
async def test_a_letter_is_shown_to_be_changed_and_what_is_left_out_is_brought_in_by_words(demo, wait, tmp_path, size):
    async with demo(size) as pilot:
        workspace = pilot.app.workspace
        workspace.families.put(workspace.families.get("V2").replaced(safe_record=True), "V2")
        made = entry()
        step = Paragraph(text="Ring the clinic", kind="action")
        made = made.model_copy(update={"sections": (*made.sections, Section(heading="Steps", paragraphs=(step,)))})
        await _letter(pilot, wait, made)
        await _fill(pilot, recipient="Robin", purpose="to read", path=str(tmp_path / "a.txt"))
        await wait(pilot, lambda: named(pilot) == "LetterDraftScreen" and pilot.app.focused is not None)
        screen = pilot.app.screen
        assert "Ring the clinic" not in screen.query_one("TextArea").text
        await pilot.press("tab", "enter")
        await wait(pilot, lambda: named(pilot) == "AskScreen" and pilot.app.focused is not None)
        await pilot.press(*"Hello", "enter")
        await wait(pilot, lambda: named(pilot) == "LetterDraftScreen")
        await wait(pilot, lambda: "Hello" in screen.query_one("TextArea").text)
        await pilot.press("f2")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen" and "Safe record" in pilot.app.screen._words)
        await pilot.press("down", "enter")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        text = (tmp_path / "a.txt").read_text(encoding="utf-8")
        assert "Hello" in text
        assert "clinic" not in text
        assert "Safe record" not in text


@pytest.mark.parametrize("size", rows((80, 24), (120, 40)))
async def test_a_letter_is_written_once_it_is_said_for_whom_and_why(demo, wait, tmp_path, size):
    async with demo(size) as pilot:
        await _letter(pilot, wait, entry())
        await _fill(pilot)
        await wait(pilot, lambda: "for whom" in said(pilot))
        await _fill(pilot, recipient="Robin", purpose="so that Robin knows", path=str(tmp_path / "a.pdf"))
        await _as_drafted(pilot, wait)
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
        assert "Dear Robin" in text
        assert "so that Robin knows" in text
        assert [one.kind for one in pilot.app.workspace.disclosures.all()] == ["letter"]


async def test_names_of_another_family_are_looked_at_first_and_a_file_that_is_there_is_asked_about(
    demo, wait, tmp_path
):
    async with demo() as pilot:
        await _letter(pilot, wait, entry(words="Selam Haile said so."))
        (tmp_path / "a.txt").write_text("mine")
        await _fill(pilot, recipient="Robin", purpose="to read", path=str(tmp_path / "a.txt"))
        await _as_drafted(pilot, wait)
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "IssueDocumentScreen")
        await wait(pilot, lambda: "Nothing was written" in said(pilot))
        await _fill(pilot)
        await _as_drafted(pilot, wait)
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen" and "there already" in str(pilot.app.screen._question))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "IssueDocumentScreen")
        assert (tmp_path / "a.txt").read_text() == "mine"
        assert pilot.app.workspace.disclosures.all() == []


async def test_a_folder_that_is_not_there_is_told_and_what_was_typed_stays(demo, wait, tmp_path):
    async with demo() as pilot:
        await _letter(pilot, wait, entry())
        await _fill(pilot, recipient="Robin", purpose="to read", path=str(tmp_path / "none" / "a.txt"))
        await _as_drafted(pilot, wait)
        await wait(pilot, lambda: "could not be written" in said(pilot))
        assert pilot.app.screen.query_one("#purpose").value == "to read"


async def test_many_records_are_written_with_progress_and_stop_on_escape(demo, wait, tmp_path):
    async with demo() as pilot:
        records = tuple(entry(number) for number in range(60))
        pilot.app.push_screen(IssueDocumentScreen(DocumentChoice("record", "V2", "Every record", records)))
        await _ready(pilot, wait)
        out = tmp_path / "out"
        await _fill(pilot, recipient="A", purpose="x", path=str(out), ending=".txt")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        assert len(list(out.iterdir())) == 60
        many = tuple(entry(number) for number in range(600))  # enough for a key to come in between
        pilot.app.push_screen(IssueDocumentScreen(DocumentChoice("record", "V2", "Every record", many)))
        await _ready(pilot, wait)
        screen = pilot.app.screen
        await _fill(pilot, recipient="A", purpose="x", path=str(tmp_path / "two"), ending=".pdf")
        await wait(pilot, lambda: screen.busy)
        await pilot.press("escape")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        assert screen.stopped
        assert 0 < len(list((tmp_path / "two").iterdir())) < 600


async def test_what_cannot_be_written_is_said_in_a_sentence(demo, wait, tmp_path):
    async with demo() as pilot:
        pilot.app.push_screen(IssueDocumentScreen(DocumentChoice("visit-card", "V2", "Your card")))
        await _ready(pilot, wait)
        await _fill(pilot, recipient="A", purpose="x", path=str(tmp_path / "a.pdf"))
        await wait(pilot, lambda: "No visit" in said(pilot))


async def test_people_and_their_papers(demo, wait):
    async with demo() as pilot:
        people = pilot.app.workspace.people
        people.change(people.roster.with_practitioner(Practitioner(id="nadia", name="Nadia")), "a person of a test")
        pilot.app.switch_screen(PeopleScreen("nadia"))
        await wait(pilot, lambda: named(pilot) == "PeopleScreen" and pilot.app.screen.person is not None)
        await pilot.press("d")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
