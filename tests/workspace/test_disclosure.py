"""Documents for one person: built up from one family, checked, whole in every format, noted; nothing of another."""

import io
import re
import shutil
import subprocess
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document as Word
from icalendar import Calendar
from pypdf import PdfReader

from supervision_tui.family import load_family
from supervision_tui.people import Learning
from supervision_tui.records import FileExistsAlreadyError, UnknownFormatError
from supervision_tui.vault import WeakPassphraseError
from supervision_tui.workspace.disclosure import file_name_note
from supervision_tui.workspace.disclosure.issue import (
    KINDS,
    SubjectNotFoundError,
    check_all,
    issue_all,
    issue_document,
    prepare_document,
)
from supervision_tui.workspace.reports.calendar import STEP, SUPERVISION, CalendarDay, ics
from supervision_tui.workspace.reports.counts import count_activity
from tests.workspace.papers import ABOUT, ENDINGS, FAMILIES, HOSTILE, entry, notebook


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A notebook with two families that hold marked words, and a worker with hers."""
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with notebook(tmp_path) as made:
        yield made


def words_of(path):
    """The words that somebody reads in the file."""
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".docx":
        word = Word(io.BytesIO(path.read_bytes()))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(one.text for one in word.paragraphs), *cells])
    return path.read_text(encoding="utf-8")


BELONGS = {
    "record": {"zqrobin"},
    "letter": {"zqrobin"},
    "chronology": {"zqrobin"},
    "transfer": {"zqrobin", "zqmaisie", "zqideavtwo"},
    "genogram": set(),
    "agreement": {"zqagreed"},
    "learning": {"zqlearnt"},
}
MARKS = {"zqrobin", "zqmaisie", "zqselam", "zqideavtwo", "zqideavone", "zqagreed", "zqlearnt"}


@pytest.mark.parametrize("kind", ABOUT)
def test_each_document_holds_what_belongs_to_it_and_nothing_else_in_every_format(workspace, tmp_path, kind):
    ready = prepare_document(workspace, kind, ABOUT[kind], recipient="Ms Ahmed", purpose="a review on Monday")
    for ending in ENDINGS:
        target = tmp_path / f"{kind}{ending}"
        issue_document(workspace, ready, target)
        text = re.sub(r"\s+", " ", words_of(target))
        found = {mark for mark in MARKS if mark in text}
        assert found == BELONGS[kind], f"{kind}{ending}"
        assert "Ms Ahmed" in text
        assert "a review on Monday" in text
        if ending == ".pdf":  # the promise of PDF/UA was kept, and not given up
            assert b"pdfuaid" in PdfReader(target).xmp_metadata.stream.get_data()


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("letter-robin-carter.txt", True),
        ("Letebrhan.pdf", True),
        ("letter.txt", False),
        ("2026-11-03-entry-0001.pdf", False),
    ],
)
def test_a_file_whose_name_names_somebody_is_told(workspace, name, named):
    assert bool(file_name_note(workspace, Path(name))) is named


def test_every_kind_that_can_be_written_is_tried_here():
    assert set(ABOUT) | {"visit-card"} == set(KINDS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_hostile_words_stand_to_the_letter_and_run_nowhere(workspace, tmp_path, ending):
    target = tmp_path / f"a{ending}"
    issue_document(
        workspace, prepare_document(workspace, "record", "s1.cf.robin", recipient="Robin", purpose="to read"), target
    )
    text = re.sub(r"\s+", " ", words_of(target))
    if ending in {".txt", ".docx"}:
        assert HOSTILE in text
    elif ending == ".pdf":
        assert '#panic("x")' in text
    else:
        assert "<b>" not in text or ending == ".md"
        assert "\\<b\\>" in text or "&lt;b&gt;" in text
        assert "49" not in text


def test_ideas_are_called_ideas_wherever_they_leave(workspace, tmp_path):
    issue_document(
        workspace,
        prepare_document(workspace, "transfer", "V2", recipient="B", purpose="handing over"),
        tmp_path / "a.txt",
    )
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    before = text[: text.index("zqideavtwo")]
    assert "Ideas to test, not findings" in before[-200:]


def test_a_letter_is_written_to_the_child_without_ideas_and_a_workers_record_is_no_letter(workspace):
    made = prepare_document(
        workspace, "letter", "s1.cf.robin", recipient="Robin", purpose="so that Robin knows"
    ).document
    assert made.opening == "Dear Robin"
    with pytest.raises(ValueError, match="child's own entry"):
        prepare_document(workspace, "letter", "s2.fw", recipient="Robin", purpose="x")


def test_what_is_hidden_from_somebody_is_not_in_a_chronology_and_that_is_said(workspace):
    family = load_family(FAMILIES / "carter-okafor.yaml")
    told = [event for event in family.events if "robin" in event.who]
    changed = family.model_copy(
        update={
            "events": tuple(
                event.model_copy(update={"hidden_from": ("robin",), "what": "zqsecret"}) if event is told[0] else event
                for event in family.events
            )
        }
    )
    workspace.families.get("V2")
    workspace.families.put(changed, "V2")
    made = prepare_document(workspace, "chronology", "V2/robin", recipient="Robin", purpose="x").document
    assert "zqsecret" not in made.words
    assert "left out here" in made.words


def test_names_of_another_family_are_warned_of_before_anything_is_written(workspace):
    workspace.records.put(entry("V2", "robin", "Selam Haile, ").model_copy(update={"id": "s9.cf.robin"}), "s9.cf.robin")
    warned = prepare_document(workspace, "record", "s9.cf.robin", recipient="A", purpose="x").warnings
    assert any("Selam Haile" in one and "V1" in one for one in warned)
    assert not prepare_document(workspace, "genogram", "V2", recipient="A", purpose="x").warnings


class Page(HTMLParser):
    """What a screen reader takes from a page."""

    def __init__(self, path):
        super().__init__()
        self.tags, self.words = [], path.read_text(encoding="utf-8")
        self.feed(self.words)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, *names):
        return [(tag, attrs) for tag, attrs in self.tags if tag in names]


def contrast(colour):
    """How a colour stands out from white (WCAG 2.2, relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_every_page_can_be_read_by_a_screen_reader(workspace, tmp_path):
    for kind, about in ABOUT.items():
        target = tmp_path / f"{kind}.html"
        issue_document(
            workspace, prepare_document(workspace, kind, about, recipient="Ms Ahmed", purpose="a review"), target
        )
        page = Page(target)
        assert page.tags[0] == ("html", {"lang": "en-GB"})
        assert re.search(r"<title>[^<]+</title>", page.words)
        headings = [tag for tag, _ in page.all("h1", "h2", "h3", "h4")]
        assert headings[0] == "h1"
        assert set(headings[1:]) <= {"h2"}
        assert len(page.all("main")) == len(page.all("footer")) == 1
        assert all(attrs["alt"].strip() for _, attrs in page.all("img"))
        assert all(attrs == {"scope": "col"} for _, attrs in page.all("th"))
        assert all(contrast(one) >= 4.5 for one in re.findall(r"[^-]color: (#\w{6})", page.words))
        assert "None" not in page.words
        assert not re.search(r">[^<]*\d{4}-\d{2}[^<]*<", re.sub(r"<svg.*?</svg>|alt=\"[^\"]*\"", "", page.words))


def test_nobody_who_is_kept_from_somebody_is_drawn_or_listed(workspace, tmp_path):
    family = workspace.families.get("V2")
    kept = tuple(
        one.replaced(name="Zqsecret Father", **({"secret": True} if one.id == "craig" else {"hidden_from": ("robin",)}))
        if one.id in {"craig", "jade"}
        else one
        for one in family.persons
    )
    workspace.families.put(family.replaced(persons=kept), "V2")
    for kind, about in (("genogram", "V2"), ("transfer", "V2"), ("record", "s2.fw")):
        target = tmp_path / f"{kind}.html"
        ready = prepare_document(workspace, kind, about, recipient="Ms Ahmed", purpose="a review")
        assert ready.document.picture is not None
        assert "Zqsecret" not in ready.document.words
        issue_document(workspace, ready, target)
        assert "Zqsecret" not in target.read_text(encoding="utf-8")
        assert b"Zqsecret" not in ready.document.picture.svg


def test_another_workers_name_in_a_workers_paper_is_warned_of(workspace):
    roster = workspace.people.roster.with_learning(
        Learning(practitioner="nadia", on=date(2026, 9, 2), words="As Lee Wood does.")
    )
    workspace.people.change(roster, "a piece of learning")
    (warned,) = prepare_document(workspace, "learning", "nadia", recipient="Nadia Shah", purpose="my record").warnings
    assert warned.startswith("“Lee Wood” is another worker's name")
    assert not prepare_document(workspace, "agreement", "nadia", recipient="Nadia Shah", purpose="supervision").warnings


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_opens_the_word_file_and_makes_a_pdf_of_it(workspace, tmp_path):
    issue_document(
        workspace,
        prepare_document(workspace, "transfer", "V2", recipient="Ms Ahmed", purpose="a review"),
        tmp_path / "a.docx",
    )
    office = [shutil.which("soffice"), f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
    command = [*office, "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True)
    pages = PdfReader(tmp_path / "a.pdf").pages
    assert "zqrobin" in "".join(page.extract_text() for page in pages)
    assert pages[-1].mediabox.width > pages[-1].mediabox.height
    assert all("For Ms Ahmed only" in page.extract_text() for page in pages)


def test_without_a_recipient_or_a_purpose_nothing_is_made(workspace):
    for recipient, purpose in (("", "x"), ("A", " ")):
        with pytest.raises(SubjectNotFoundError, match="for whom"):
            prepare_document(workspace, "genogram", "V2", recipient=recipient, purpose=purpose)


def test_what_left_is_noted_and_a_refusal_is_not(workspace, tmp_path):
    ready = prepare_document(workspace, "genogram", "V2", recipient="A school", purpose="a meeting")
    issue_document(workspace, ready, tmp_path / "a.html")
    (note,) = workspace.disclosures.all()
    assert (note.kind, note.family, note.recipient, note.purpose, note.form) == (
        "genogram", "V2", "A school", "a meeting", ".html",
    )  # fmt: skip
    with pytest.raises(FileExistsAlreadyError):
        issue_document(workspace, ready, tmp_path / "a.html")
    with pytest.raises(OSError, match="No such file"):
        issue_document(workspace, ready, tmp_path / "none" / "a.html")
    assert len(workspace.disclosures.all()) == 1


def test_a_locked_page_shows_no_word_and_wants_a_good_passphrase(workspace, tmp_path):
    ready = prepare_document(workspace, "record", "s1.cf.robin", recipient="A", purpose="x")
    issue_document(workspace, ready, tmp_path / "a.html", passphrase="quilt sonnet harbour pine")
    assert "zqrobin" not in (tmp_path / "a.html").read_text(encoding="utf-8")
    with pytest.raises(WeakPassphraseError):
        issue_document(workspace, ready, tmp_path / "b.html", passphrase="short")
    with pytest.raises(UnknownFormatError, match="html"):
        issue_document(workspace, ready, tmp_path / "b.pdf", passphrase="quilt sonnet harbour pine")
    assert not list(tmp_path.glob("b.*"))


def test_many_records_go_one_family_at_a_time_and_can_be_stopped(workspace, tmp_path):
    mine = [entry("V2", "robin", f"w{n}") for n in range(5)]
    given = {"recipient": "A", "purpose": "x"}
    assert issue_all(workspace, mine, tmp_path / "out", ".txt", on_progress=lambda number: number < 3, **given) == 3
    assert len(list((tmp_path / "out").iterdir())) == 3
    assert not [path for path in (tmp_path / "out").iterdir() if "robin" in path.name]
    with pytest.raises(SubjectNotFoundError, match="one family at a time"):
        issue_all(
            workspace, [*mine, entry("V1", "selam", "w")], tmp_path / "b", ".txt", on_progress=lambda _: True, **given
        )
    assert not (tmp_path / "b").exists()
    assert workspace.disclosures.all()[0].number == 3
    (tmp_path / "out" / "2026-09-03-child_file-0003.md").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsAlreadyError):  # two names are free, the third is taken
        issue_all(workspace, mine, tmp_path / "out", ".md", on_progress=lambda _: True, **given)
    assert workspace.disclosures.all()[0].number == 2
    assert (tmp_path / "out" / "2026-09-03-child_file-0003.md").read_text(encoding="utf-8") == "mine"


def test_many_records_are_looked_through_before_they_leave(workspace):
    mine = [entry("V2", "robin", "Selam Haile said so. "), entry("V2", "robin", "quiet "), entry("V1", "selam", "w")]
    warned = " ".join(check_all(workspace, mine[:2]))
    assert "Selam Haile" in warned
    assert "V1" in warned
    assert check_all(workspace, [mine[0]] * 2) == [f"In 2 of them: {one}" for one in check_all(workspace, mine[:1])]
    assert not check_all(workspace, mine[1:2])
    with pytest.raises(SubjectNotFoundError, match="one family at a time"):
        check_all(workspace, mine)


def test_counts_tell_numbers_only_and_small_ones_not_at_all(workspace):
    rows = dict(count_activity(workspace).rows())
    assert rows["Entries for a child's file"] == "fewer than 5"
    assert rows["Entries filed in the authority's system"] == "0"
    for number in range(6):
        workspace.records.put(entry("V2", "robin", "w").model_copy(update={"id": f"x{number}"}), f"x{number}")
    rows = dict(count_activity(workspace).rows())
    assert rows["Entries with the child's voice"] == "9"
    assert not [what for what, _ in rows.items() if "Robin" in what or "V2" in what or "Nadia" in what]
    assert dict(count_activity(workspace, date(2027, 1, 1)).rows())["Entries for a child's file"] == "0"


def test_a_calendar_names_nobody():
    days = [
        CalendarDay(date(2026, 11, 26), SUPERVISION, "supervision nadia"),
        CalendarDay(date(2026, 11, 27), STEP, "step 1"),
    ]
    made = ics(days, datetime(2026, 11, 20, tzinfo=UTC))
    events = Calendar.from_ical(made).walk("VEVENT")
    assert [(event.decoded("dtstart"), str(event["summary"])) for event in events] == [
        (date(2026, 11, 26), SUPERVISION),
        (date(2026, 11, 27), STEP),
    ]
    assert b"nadia" not in made
    assert {str(event["transp"]) for event in events} == {"TRANSPARENT"}  # what is due takes no time of a day
    assert {str(event["x-microsoft-cdo-busystatus"]) for event in events} == {"FREE"}
