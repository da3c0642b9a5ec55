"""Every format held for two families in one notebook, then everything that can leave it, in every form.

Each field is filled with a word that tells whose it is, where it belongs and of which child it is; nothing of another
family, of a brother or sister, or private to somebody may be in what leaves.
"""

import io
import json
import re
import zipfile
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from supervision_tui.parcels import card_of, show_words, type_words, with_card
from supervision_tui.practice import Destination
from supervision_tui.records import export
from supervision_tui.resources import content_folder
from supervision_tui.session.child_choice import ALL
from supervision_tui.text import Line
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault
from supervision_tui.workspace.disclosure.issue import issue_document, prepare_document
from supervision_tui.workspace.exchange import prepare_parcel
from supervision_tui.workspace.reports.calendar import calendar_days, ics
from supervision_tui.workspace.reports.counts import count_activity
from supervision_tui.workspace.subject_access import search_subject
from supervision_tui.workspace.subject_access.export import write
from tests.whole import WHOLE

FAMILIES = ("V1", "V2")
ENDINGS = (".pdf", ".docx", ".html", ".md", ".txt")
SHORT = {one: one.value.replace("_", "") for one in Destination}
NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
WORD = re.compile(r"zq(v\d|nobody)x([a-wyz]+)x([a-wyz]+?)qz")


def word(editor, slot):
    """A word that tells whose it is, where it belongs, and of which child it is."""
    family = (editor.session.family_id or "nobody").lower()
    return f"zq{family}x{SHORT[slot.field.destination]}x{slot.child or 'all'}qz"


def value(part, told):
    if part.bounds:
        return "7"
    if part.among:
        return part.among[0]
    return ALL if part.choose else told


def fill(editor, now):
    """A word in every field of the stage; nothing where nothing is ever written."""
    for slot in editor.slots():
        if slot.field.kind == "seat":
            editor.write(slot, "Lee", now)
        elif slot.field.parts:
            editor.fill(slot, {part.id: value(part, word(editor, slot)) for part in slot.field.parts}, now)
        elif slot.field.destination is not Destination.NONE:
            editor.write(slot, word(editor, slot), now, whom=ALL)


def hold(controller):
    """Hold it to its end."""
    fill(controller.editor, controller.now())
    while controller.editor.following is not None:
        controller.editor.go(controller.editor.following.id, controller.now(), override=True)
        fill(controller.editor, controller.now())
    controller.end_early()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A notebook in which every format was held about each of two families; nothing of it is changed by a test."""
    folder = tmp_path_factory.mktemp("strays")
    patch = pytest.MonkeyPatch()
    patch.setenv("SUPERVISION_TUI_HOME", str(folder / "home"))
    patch.setenv("SUPERVISION_TUI_STATE", str(folder / "state"))
    made, _ = create_vault(folder / "vault", "kettle bramble orbit lantern", "Amina", cost=Cost.FAST)
    for name in ("haile.yaml", "carter-okafor.yaml"):
        made.import_family(str(content_folder("templates/families") / name))
    for template in sorted(made.formats, key=lambda one: bool(one.followed_by)):  # a visit looked back on has no card
        if template.family == "several":
            meeting = made.begin_meeting(template, FAMILIES, made.me)
            fill(meeting.editor, meeting.now())
            while not meeting.at_end:
                meeting.forward(override=True)
                fill(meeting.editor, meeting.now())
            meeting.end_early()
        else:
            for family in FAMILIES if template.family != "none" else ("",):
                hold(made.begin(template, family, made.me))
    yield made
    made.close()
    patch.undo()


def words_of(path):
    """Everything in the file, hidden parts of it included."""
    if path.suffix == ".pdf":
        made = PdfReader(path)
        pages = "".join(page.extract_text() for page in made.pages)
        return re.sub(r"\s", "", pages) + str(made.metadata) + str(made.xmp_metadata.stream.get_data())
    if path.suffix == ".docx":
        parts = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_text(encoding="utf-8")


def found_in(words):
    """The marked words in it: family, destination, child."""
    return set(WORD.findall(words))


def allowed(family, destinations, child=""):
    """Whether a marked word may stand in what is of *family*, for these *destinations*, about *child* alone."""
    places = {SHORT[one] for one in destinations}

    def may(found):
        whose, place, about = found
        return whose == family.lower() and place in places and (not child or about in {"all", child})

    return may


def written_as(records, ending):
    """The records that are tried in this form: the dear forms take turns, and each has every destination."""
    if WHOLE or ending in {".html", ".md", ".txt"}:
        return records
    turns = [records[at::4] for at in range(4)]
    return turns[0] if ending == ".pdf" else turns[2]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_record_holds_the_words_of_its_own_family_child_and_place_and_no_others(workspace, tmp_path, ending):
    by_destination = sorted(workspace.records.all(), key=lambda record: record.destination)
    records = written_as(by_destination, ending)
    assert len({record.destination for record in records}) == 3
    for at, record in enumerate(records):
        target = tmp_path / f"{at}{ending}"
        export(record, target)
        child, place = str(record.subject), SHORT[record.destination]
        alone = record.destination is Destination.CHILD_FILE
        found = found_in(words_of(target))
        wrong = {one for one in found if one[1] != place or (alone and one[2] not in {"all", child})}
        assert not wrong, record.id
        assert len({whose for whose, _, _ in found}) <= 1, record.id
        if record.destination is not Destination.SUPERVISION_RECORD:
            assert {whose for whose, _, _ in found} == {record.family_ref.lower()}, record.id


CHILD, BOTH = (Destination.CHILD_FILE,), (Destination.CHILD_FILE, Destination.FAMILY_WORK)
PAPERS = [
    ("chronology", "V1/abel", CHILD, "abel"),
    ("chronology", "V2/robin", CHILD, "robin"),
    ("transfer", "V1", BOTH, ""),
    ("transfer", "V2", BOTH, ""),
    ("genogram", "V2", (), ""),
    ("letter", "", CHILD, "abel"),
    ("visit-card", "V1", (Destination.PRIVATE,), ""),
]


def an_entry_of(workspace, child):
    """The id of an entry of that child in which their voice stands."""
    mine = [
        one for one in workspace.records.all() if one.subject == child and one.destination is Destination.CHILD_FILE
    ]
    return next(one.id for one in mine if "child_voice" in {each.field for s in one.sections for each in s.paragraphs})


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper[0]} {paper[1]}")
def test_a_document_of_one_family_holds_nothing_of_the_other_and_nothing_private(workspace, tmp_path, paper):
    kind, about, places, child = paper
    ready = prepare_document(
        workspace, kind, about or an_entry_of(workspace, child), recipient="Ms Ahmed", purpose="a review"
    )
    may = allowed(ready.family, places, child)
    for ending in ENDINGS:
        target = tmp_path / f"{kind}{ending}"
        issue_document(workspace, ready, target)
        found = found_in(words_of(target))
        assert bool(found) == bool(places)
        assert not [one for one in found if not may(one)]


@pytest.mark.parametrize("form", ["html", "txt"])
def test_what_is_held_about_a_child_holds_nothing_of_the_other_family_and_nothing_private(workspace, tmp_path, form):
    written = write(search_subject(workspace, "V1/abel"), tmp_path, form=form)
    given = found_in(words_of(written.given))
    assert ("v1", "childfile", "abel") in given
    assert not [one for one in given if not allowed("V1", BOTH, "abel")(one)]
    assert not [one for one in found_in(words_of(written.to_decide)) if one[0] != "v1" or one[1] == "private"]


def test_counts_the_calendar_and_the_list_of_what_left_hold_no_word_at_all(workspace):
    told = [
        str(count_activity(workspace).rows()),
        ics(calendar_days(workspace), workspace.sessions.now()).decode("utf-8"),
    ]
    told.append(json.dumps([one.model_dump(mode="json") for one in workspace.disclosures.all()]))
    assert not [one for one in told if found_in(one)]


def test_what_is_private_is_in_no_session_and_is_never_found(workspace):
    sessions = [one.model_dump_json() for one in workspace.sessions.all()]
    assert any("childfile" in one for one in sessions)
    assert not [one for one in sessions if "xprivatex" in one]
    assert not workspace.find("zqv1xprivatexallqz")
    assert workspace.find("zqv1xfamilyworkxallqz")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_parcel_holds_the_words_of_its_own_family_for_its_files_and_no_others(workspace, family):
    showed, words = show_words(Line("Ben"), NOW)
    ben = with_card(showed, card_of(type_words(Line("Amina"), str(words), NOW)), NOW)
    text = prepare_parcel(workspace, family, ben, "work together").contents.model_dump_json()
    found = {(whose, where) for whose, where, _ in WORD.findall(text)}
    assert found == {(family.lower(), SHORT[Destination.CHILD_FILE]), (family.lower(), SHORT[Destination.FAMILY_WORK])}
