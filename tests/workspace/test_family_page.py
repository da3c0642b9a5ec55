"""A family's page answers in one look; what sessions kept stands there by itself, and nothing is typed twice."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.family.page import page as page_command
from supervision_tui.family import HiddenFact
from supervision_tui.resources import content_folder
from supervision_tui.session import Seat, slots
from supervision_tui.text import Line
from supervision_tui.workspace.editing.page_notes import PAGE_NOTES, PageNoteError, add_to_page
from supervision_tui.workspace.reports import page_lines, page_of, safe_for_room
from supervision_tui.workspace.reports.page_people import MOST
from tests.workspace.conftest import PASSPHRASE

NOW = datetime(2026, 11, 27, 10, tzinfo=UTC)
TODAY = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.store import Sessions

    monkeypatch.setattr(Workspace, "today", staticmethod(lambda: TODAY))
    monkeypatch.setattr(Sessions, "now", staticmethod(lambda: NOW))


def row(page, key):
    return next(row for row in page.rows if row.key == key)


def session_about(workspace, template_id, family, answers):
    """A closed session of a format about *family* with these (field, child, words)."""
    controller = workspace.begin(workspace.formats[template_id], family, workspace.me)
    editor = controller.editor
    editor.session = editor.session.model_copy(
        update={"seats": tuple(Seat(role=role.id, name=Line("Lee")) for role in editor.template.roles)}
    )
    while True:
        for slot in editor.slots():
            wanted = [answer for answer in answers if answer[0] == slot.field.id and slot.child in {None, answer[1]}]
            if slot.field.needed and not wanted and not slot.field.parts:
                editor.write(slot, "Not asked today", NOW, whom=slot.child or "*")
            for field, child, words in answers:
                if slot.field.id == field and slot.child in {None, child}:
                    if isinstance(words, dict):
                        editor.fill(slot, words, NOW)
                    else:
                        editor.write(slot, words, NOW, whom=child)
        if editor.following is None:
            break
        editor.go(editor.following.id, NOW, override=True)
    controller.close()
    return editor.session.id


STEP = {"what": "Ring the midwife", "owner": "Amina", "when": "Friday 4 December", "child": "amina"}
VOICE = "‘I want Nan to know before Dad.’ (24 Nov, to Priya). Seen alone on 24 Nov at school"
FACT = {"what": "Slept at a friend's on Saturday", "known": "told, Carol, 25 Nov", "child": "amina"}
DECISION = {
    "what": "The plan stays", "because": "the children were safe by midnight", "decided_by": "Dee Harrow, manager",
    "family_told": "by Priya on Monday", "child": "amina",
}  # fmt: skip


@pytest.fixture
def told(workspace):
    """V3 with a closed group supervision about it."""
    session_about(
        workspace, "T2", "V3",
        [
            ("child_voice", "amina", VOICE),
            ("facts", "amina", FACT),
            ("strengths", "amina", "Rings for help (Carol)"),
            ("unknowns", "amina", "Who tells Amina about Jack?"),
            ("difference", "amina", "At school on time 8 of 10 days"),
            ("actions", "amina", STEP),
            ("decisions", "amina", DECISION),
        ],
    )  # fmt: skip
    return workspace


def test_words_seen_alone_strengths_steps_and_decisions_reach_the_page_by_themselves(told):
    page = page_of(told, "V3", "amina")
    assert row(page, "says").lines[0] == "‘I want Nan to know before Dad.’  24 November"
    assert row(page, "seen").lines[0].startswith("24 November")
    assert "alone" in row(page, "seen").lines[0]
    assert row(page, "well").lines[0].startswith("Rings for help")
    assert "Ring the midwife (Amina)" in row(page, "next").lines[0]
    assert row(page, "next").lines[0].startswith("Fri 4 December")
    (decided,) = row(page, "decided").lines
    assert "The plan stays, because the children were safe by midnight (Dee Harrow, manager)" in decided
    assert "draft, not confirmed" in decided
    assert row(page, "came").lines[-1].startswith("At school on time")
    assert any("Slept at a friend's" in line and line.startswith("21 November") for line in page.latest)


def test_what_is_one_childs_stands_on_no_other_childs_page(told):
    page = page_of(told, "V3", "idris")
    words = "\n".join(page_lines(page, whole=True))
    assert "Ring the midwife" not in words
    assert "Nan to know" not in words
    assert not row(page, "decided").lines


def test_everything_is_read_from_the_records_so_a_mended_draft_is_mended_on_the_page(told):
    record = next(record for record in told.records.all() if record.subject == "amina")
    changed = record.model_dump_json().replace("Rings for help", "Rings Nan for help")
    told.records.put(type(record).model_validate_json(changed), record.id)
    assert row(page_of(told, "V3", "amina"), "well").lines[0].startswith("Rings Nan for help")
    told.records.drop(record.id, "test")
    assert "Rings" not in "\n".join(page_lines(page_of(told, "V3", "amina")))


def test_last_seen_is_asked_once_and_stands_in_the_round_the_card_and_the_record(workspace):
    template = workspace.formats["T1"]
    asked = [
        slot.field
        for stage in template.stages
        for slot in slots(stage, template, ("amina",))
        if slot.field.id == "last_seen"
    ]
    assert {(field.destination.value, field.per_child) for field in asked} == {("child_file", True)}
    assert [stage.id for stage in template.stages if any(record.id == "last_seen" for record in stage.records)] == [
        "round", "child",
    ]  # fmt: skip


def test_a_question_no_longer_says_that_nobody_saw_a_child_whom_a_session_saw(told):
    known = told.stories.family("V3")
    assert len(known.contacts) > len(told.families.get("V3").contacts)
    assert told.families.get("V3").quotes != known.quotes


def test_danger_comes_first_and_what_is_kept_is_told_without_saying_it(demo_workspace):
    page = page_of(demo_workspace, "V4")
    lines = page_lines(page)
    assert lines[1].startswith("! Harm: Coercive control by Simon")
    assert "emotional abuse of Oliver" in "\n".join(lines[:4])
    shown = "\n".join(lines)
    assert "Simon and the children must not learn something about Agnieszka" in " ".join(shown.split())
    assert "midwife in Polish" not in shown
    assert "told midwife" not in shown
    assert "told midwife" in "\n".join(page_lines(page, hidden=True))


def test_no_ids_no_iso_dates_and_no_field_names_stand_on_any_page(demo_workspace):
    assert len(demo_workspace.families.headings()) == 5
    for heading in demo_workspace.families.headings():
        family = demo_workspace.families.get(heading.id)
        for person in (*(one.id for one in family.persons), ""):
            text = "\n".join(page_lines(page_of(demo_workspace, family.id, person), whole=True))
            assert "id=" not in text
            assert "words=" not in text
            assert not re.search(r"[0-9]{4}-[0-9]{2}", text)


def test_in_room_view_danger_other_homes_and_safety_stores_are_not_there(demo_workspace):
    shown = safe_for_room(page_of(demo_workspace, "V4"), demo_workspace)
    text = "\n".join(page_lines(shown, whole=True))
    for words in ("Coercive", "must not learn", "nappy box", "code word", "Fairhurst house"):
        assert words not in text
    assert "Oliver" in text


@pytest.mark.parametrize(
    ("kind", "line", "said", "where"),
    [
        ("note", "moved to Nan's on 3 November (Carol)", "3 November 2026, told by Carol", "events"),
        ("visit", "24 Nov at school, alone for ten minutes (Priya)", "seen alone on 24 November 2026", "contacts"),
        ("visit", "yesterday at home with Carol", "seen, not alone on 26 November 2026", "contacts"),
        (
            "words",
            "‘I want Nan to know.’ (24 Nov, to Priya)",
            "said ‘I want Nan to know.’ (24 November 2026)",
            "quotes",
        ),
        ("worry", "left in charge of three on two nights (police, 21 Nov)", "21 November 2026, police", "worries"),
        ("well", "rings for help (Carol)", "goes well: rings for help (today, 27 November 2026)", "strengths"),
    ],
)
def test_a_line_added_on_the_page_is_read_back_and_stands_there(workspace, kind, line, said, where):
    before = len(getattr(workspace.families.get("V3"), where))
    editor = workspace.family_editor("V3")
    assert said in add_to_page(editor, kind, "amina", line)
    workspace.writer.flush()
    assert len(getattr(workspace.families.get("V3"), where)) == before + 1
    page = "\n".join([*page_lines(page_of(workspace, "V3", "amina"), whole=True)])
    assert " ".join(line.split("(")[0].strip("‘’ ").split()[:2]) in page or kind == "visit"
    editor.undo()
    workspace.writer.flush()
    assert len(getattr(workspace.families.get("V3"), where)) == before


@pytest.mark.parametrize(
    ("kind", "line"), [("visit", "at school, alone"), ("visit", "not seen"), ("note", " "), ("worry", "x" * 400)]
)
def test_a_visit_without_a_day_and_an_empty_line_are_asked_about_and_nothing_is_kept(workspace, kind, line):
    editor = workspace.family_editor("V3")
    with pytest.raises(PageNoteError):
        add_to_page(editor, kind, "amina", line)
    assert editor.family == workspace.families.get("V3")


def test_the_digits_name_at_most_nine_people_the_children_first(demo_workspace):
    assert demo_workspace.families.headings()
    for heading in demo_workspace.families.headings():
        page, family = page_of(demo_workspace, heading.id), demo_workspace.families.get(heading.id)
        assert [key for key, _ in page.people][: len(family.focus)] == list(family.focus)[:MOST]
        assert len(page.people) <= MOST
        assert all(not family.person(key).dead for key, _ in page.people)
    assert [note.digit for note in PAGE_NOTES.values()] == sorted({note.digit for note in PAGE_NOTES.values()})


def test_a_hidden_person_has_no_page_and_no_name_in_the_danger(workspace):
    family = workspace.families.get("V3")
    secret = family.replaced(
        persons=tuple(one.replaced(secret=True) if one.id == "jack" else one for one in family.persons),
        hidden_facts=(HiddenFact(about="jack", fact="adopted", hide_from=("amina",)),),
    )
    workspace.families.put(secret, "V3")
    assert "Jack" not in "\n".join(page_lines(page_of(workspace, "V3"), whole=True))


def test_the_page_in_words_names_no_keys_of_the_screen(demo_workspace):
    page = page_of(demo_workspace, "V2", "robin")
    assert any(row.empty == "none written down. n 5" for row in page.rows)
    assert not any(" n 5" in line for line in page_lines(page))


def test_the_page_stands_on_the_command_line_as_words_and_as_data(told, tmp_path):
    import typer

    folder = told.vault.folder
    told.close()
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    app = typer.Typer()
    app.command()(page_command)

    def run(*words):
        return CliRunner().invoke(app, [*words, "--vault", str(folder), "--passphrase-file", str(secret)])

    words = run("V3", "--person", "amina")
    assert words.exit_code == 0, words.output
    assert "I want Nan to know before Dad" in words.stdout
    data = json.loads(run("V3", "--json").stdout)
    assert {entry["key"] for entry in data["rows"]} >= {"who", "seen", "says", "worries", "next", "came"}
    assert "kept" not in data
    assert run("V9").exit_code == 1
    assert "each" not in run("V3", "--all").stdout[:20]
    assert run("V3", "--person", "nobody").exit_code == 1


def test_families_of_the_shipped_files_have_a_page_of_every_row(demo_workspace):
    labels = {"who", "why", "seen", "says", "worries", "well", "think", "unknown", "next", "decided", "came"}
    assert len(demo_workspace.families.headings()) == len(list(content_folder("templates/families").glob("*.yaml")))
    for heading in demo_workspace.families.headings():
        assert {found.key for found in page_of(demo_workspace, heading.id).rows} == labels
