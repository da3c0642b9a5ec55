"""What was noted about steps goes along: why one was done in part, not done, moved; and joins what was noted there."""

from datetime import timedelta

import pytest

from supervision_tui.parcels import ParcelContents, ParcelItem, seal, write_contents
from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.records.model import Correction, LookedAt
from supervision_tui.resources import content_folder
from supervision_tui.session import Entry, SessionStatus
from supervision_tui.text import Line, SafeText
from supervision_tui.workspace.reports import noted_in_words, outcomes_in_words
from supervision_tui.workspace.store import StepHistory, StepNote, agreed_step
from supervision_tui.workspace.subject_access import search_subject
from tests.workspace.conftest import NOW
from tests.workspace.exchange_notebooks import notebook

FAMILY = "V1"


@pytest.fixture
def books(tmp_path):
    """Sam, whose family has a step, and Ben, paired."""
    with notebook(tmp_path, "Sam", ("haile.yaml",)) as sam, notebook(tmp_path, "Ben") as ben:
        sam.pair(ben)
        step = agreed_step("Ring the school", "Lee", "1/3/2030", (), at=sam.workspace.sessions.now())
        sam.workspace.step_log.note_new(FAMILY, step, at=step.at)
        yield sam, ben, step


def noted(book, step, state, why):
    """Note what became of the step in *book*."""
    book.workspace.step_log.note_outcome(FAMILY, step, state, why, at=book.workspace.sessions.now())


def told(book, step):
    """What is told of the step there, without days and who."""
    lines = [line.partition(": ")[2] for line in noted_in_words(book.workspace, FAMILY, step.id)]
    return [line for line in lines if not line.startswith("agreed")]


def outcomes(book):
    """What came of steps, as the family's page says it."""
    threads = [thread for thread in book.workspace.sessions.threads() if thread.family_id == FAMILY]
    return [line.rpartition(" (")[0] or line for line in outcomes_in_words(threads, (), book.workspace.today())]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("part", "part  Ring the school: zqshut all week"),
        ("not_done", "not  Ring the school: zqshut all week"),
        ("not_needed", "no longer needed  Ring the school: zqshut all week"),
        ("done", "done  Ring the school: zqshut all week"),
    ],
)
def test_why_a_step_is_as_it_is_goes_along(books, state, words):
    sam, ben, step = books
    ben.take(sam.make(FAMILY, ben))
    noted(sam, step, state, "zqshut all week")
    ben.take(sam.make(FAMILY, ben))
    assert outcomes(ben) == [words]
    (line,) = noted_in_words(ben.workspace, FAMILY, step.id)
    assert ", from Sam: " in line
    assert line.endswith(": zqshut all week")
    (hit,) = ben.workspace.find("zqshut")
    assert hit.kind == "received"


def test_why_a_step_was_moved_goes_along_with_its_new_day(books):
    sam, ben, step = books
    sam.workspace.step_log.note_day(FAMILY, step, "8/3/2030", "zqthe head is away", at=NOW + timedelta(days=1))
    ben.take(sam.make(FAMILY, ben))
    assert told(ben, step) == ["a new day, by Friday 8 March 2030: zqthe head is away"]


def test_what_a_session_said_of_a_step_goes_along(books):
    sam, ben, step = books
    controller = sam.workspace.begin(sam.workspace.formats["T2"], FAMILY, Line("Sam"))
    session = controller.editor.session
    entry = Entry(
        id=f"{session.id}.1", field=f"step.{step.id}", stage="x", text=SafeText("x"), at=NOW,
        destination=Destination.CHILD_FILE, parts={"state": SafeText("not done"), "why": SafeText("zqno answer")},
    )  # fmt: skip
    closed = {"entries": (entry,), "status": SessionStatus.CLOSED, "ended": NOW}
    sam.workspace.sessions.put(session.model_copy(update=closed), session.id)
    ben.take(sam.make(FAMILY, ben))
    assert told(ben, step) == ["not done: zqno answer"]
    assert outcomes(ben) == ["not  Ring the school: zqno answer"]


def test_what_both_noted_stands_in_both_once_however_often_it_goes_to_and_fro(books):
    sam, ben, step = books
    ben.take(sam.make(FAMILY, ben))
    noted(sam, step, "part", "zqsam")
    ben.take(sam.make(FAMILY, ben))
    noted(ben, step, "not_done", "zqben")
    for _ in range(2):
        sam.take(ben.make(FAMILY, sam))
        ben.take(sam.make(FAMILY, ben))
    for book in (sam, ben):
        assert told(book, step) == ["done in part: zqsam", "not done: zqben"]
        assert outcomes(book) == ["not  Ring the school: zqben"]


def test_who_noted_it_is_not_told(books):
    sam, ben, step = books
    noted(sam, step, "part", "shut")
    preview = ben.preview(sam.make(FAMILY, ben))
    (item,) = [item for item in preview.contents.items if item.kind == "step-history"]
    assert "Sam" not in item.text
    assert StepHistory.model_validate_json(item.text).notes[0].why == "shut"


def test_a_note_by_a_clock_that_is_wrong_overrides_nothing_noted_since(books):
    sam, ben, step = books
    ben.take(sam.make(FAMILY, ben))
    late = NOW + timedelta(days=40_000)
    sam.workspace.step_log.note_outcome(FAMILY, step, "part", "by a wrong clock", at=late)
    ben.take(sam.make(FAMILY, ben))
    noted(ben, step, "done", "she rang")
    assert outcomes(ben) == ["done  Ring the school: she rang"]


def test_a_reason_that_names_another_family_stays_and_is_told(books):
    sam, ben, step = books
    sam.workspace.import_family(str(content_folder("templates/families") / "pritchard-hussain.yaml"))
    other = next(family for family in sam.workspace.families.all() if family.id != FAMILY)
    noted(sam, step, "part", f"we went to {other.persons[0].name} first")
    contents = ben.preview(sam.make(FAMILY, ben)).contents.model_dump_json()
    assert str(other.persons[0].name) not in contents


def test_notes_about_a_step_that_did_not_come_are_refused(books):
    sam, ben, step = books
    family = ben.preview(sam.make(FAMILY, ben)).contents
    note = StepNote(step=step.id, at=NOW, state="part", why=SafeText("alone"))
    alone = ParcelItem(
        kind="step-history", id=step.id, text=StepHistory(id=step.id, notes=(note,)).model_dump_json(), saved=NOW
    )
    contents = ParcelContents(subject=family.subject, purpose=Line("p"), made=NOW, items=(alone, family.items[0]))
    path = sam.folder / "forged.parcel"
    path.write_bytes(seal(write_contents(contents), sam.contact(ben)))
    assert ben.preview(path).refused == ("What was noted about a step that is not in the parcel.",)


def test_a_time_that_belongs_to_no_clock_is_refused(books):
    sam, ben, step = books
    whole = ben.preview(sam.make(FAMILY, ben)).contents
    bad = step.model_copy(update={"at": NOW.replace(tzinfo=None)}).model_dump_json()
    items = [item.model_copy(update={"text": bad}) if item.kind == "step" else item for item in whole.items]
    path = sam.folder / "forged.parcel"
    path.write_bytes(seal(write_contents(whole.model_copy(update={"items": tuple(items)})), sam.contact(ben)))
    (refused,) = ben.preview(path).refused
    assert "belongs to no clock" in refused


def test_a_parcel_of_a_former_build_brings_its_steps_without_notes(books):
    sam, ben, step = books
    noted(sam, step, "part", "shut")
    whole = ben.preview(sam.make(FAMILY, ben)).contents
    former = tuple(item for item in whole.items if item.kind != "step-history")
    path = sam.folder / "former.parcel"
    path.write_bytes(seal(write_contents(whole.model_copy(update={"items": former})), sam.contact(ben)))
    ben.take(path)
    assert outcomes(ben) == ["part  Ring the school"]
    ben.take(sam.make(FAMILY, ben))
    assert outcomes(ben) == ["part  Ring the school: shut"]


def test_what_was_noted_elsewhere_is_found_for_the_person_whom_it_is_about(books):
    sam, ben, _ = books
    child = sam.workspace.families.get(FAMILY).persons[0]
    step = agreed_step(f"Ask {child.name} what helps", "Lee", "1/3/2030", (), at=sam.workspace.sessions.now())
    sam.workspace.step_log.note_new(FAMILY, step, at=step.at)
    noted(sam, step, "part", "zqhe was at football")
    ben.take(sam.make(FAMILY, ben))
    pieces = search_subject(ben.workspace, f"{FAMILY}/{child.id}").pieces
    assert any("zqhe was at football" in piece.words and "from Sam" in piece.where for piece in pieces)


def test_how_a_record_was_edited_and_looked_through_stays_in_its_notebook(books):
    sam, ben, _ = books
    record = Record.model_validate(
        {
            "id": "r1", "destination": Destination.CHILD_FILE, "subject": "robin", "title": "A talk",
            "session_id": "s1", "family_ref": FAMILY, "day": NOW.date(), "author": "Sam", "opening": "Bus.",
            "sections": (),
            "corrections": (Correction(heading=Line("x"), before=SafeText("zqtaken out"), by=Line("Sam"), at=NOW),),
            "looked": (LookedAt(kind=Line("x"), words=SafeText("zqremark"), by=Line("Sam"), at=NOW),),
        }
    )  # fmt: skip
    sam.workspace.records.put(record, "r1")
    path = sam.make(FAMILY, ben)
    assert "zqtaken" not in ben.preview(path).contents.model_dump_json()
    assert "zqremark" not in ben.preview(path).contents.model_dump_json()
    ben.take(path)
    changed = ben.workspace.records.get("r1").model_copy(update={"opening": SafeText("Red bus.")})
    ben.workspace.records.put(changed, "r1")
    sam.take(ben.make(FAMILY, sam))
    here = sam.workspace.records.get("r1")
    assert (here.opening, here.corrections, here.looked) == ("Red bus.", record.corrections, record.looked)


def test_the_parcel_that_the_other_did_not_change_is_no_second_text(books):
    sam, ben, _ = books
    ben.take(sam.make(FAMILY, ben))
    family = sam.workspace.families.get(FAMILY)
    sam.workspace.families.put(family.model_copy(update={"title": Line("Sam went on")}), FAMILY)
    preview = sam.preview(ben.make(FAMILY, sam))
    assert [text.relation for text in preview.texts if text.shared.kind == "family"] == ["older"]
    sam.take(ben.make(FAMILY, sam))
    assert sam.text_beside() == []
    assert sam.workspace.families.get(FAMILY).title == "Sam went on"


def test_going_back_on_purpose_to_an_earlier_text_is_a_text_of_its_own(books):
    sam, ben, _ = books
    before = sam.workspace.families.get(FAMILY)
    ben.take(sam.make(FAMILY, ben))
    sam.workspace.families.put(before.model_copy(update={"title": Line("Second")}), FAMILY)
    ben.take(sam.make(FAMILY, ben))
    ben.workspace.families.put(ben.workspace.families.get(FAMILY).model_copy(update={"title": before.title}), FAMILY)
    sam.workspace.families.put(before.model_copy(update={"title": Line("Third")}), FAMILY)
    preview = sam.preview(ben.make(FAMILY, sam))
    assert [text.relation for text in preview.texts if text.shared.kind == "family"] == ["differs"]
