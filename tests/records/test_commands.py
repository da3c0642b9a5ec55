"""Records from the command line: listed, read through, confirmed, added to, noted as filed, exported."""

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.notebook import people
from supervision_tui.cli.notebook import record as records
from supervision_tui.cli.notebook import session as sessions
from supervision_tui.cli.notebook import step as steps
from supervision_tui.cli.notebook import vault as vaults
from supervision_tui.records import NotConfirmedError
from supervision_tui.records.lifecycle import NamesLeftError
from supervision_tui.resources import content_folder
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault

NOW = datetime(2026, 9, 3, 10, 0, tzinfo=UTC)
PASSPHRASE = "kettle bramble orbit lantern"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command of a noun on a vault that holds what one session left; gives its result."""
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE)
    secret.chmod(0o600)
    workspace, _ = create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    for name in ("haile.yaml", "pritchard-hussain.yaml"):
        workspace.import_family(str(content_folder("templates/families") / name))
    hold(workspace)
    workspace.close()
    where = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]

    def ran(*words, noun=records):
        return CliRunner().invoke(noun.app, [*words, *where])

    return ran


def hold(workspace):
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    editor = controller.editor
    while True:
        for slot in editor.slots():
            if slot.field.kind == "seat":
                editor.write(slot, "Lee", NOW)
            elif slot.field.id in {"child_voice", "impact"}:
                editor.write(slot, "Somebody said the SW comes on Monday.", NOW, whom="*")
            elif slot.field.id == "own_grace":
                editor.write(slot, "zqprivateqz", NOW)
        if editor.following is None:
            break
        editor.go(editor.following.id, NOW, override=True)
    controller.close()


def first_of(run, title):
    rows = json.loads(run("list", "--json").stdout)
    return next(row["id"] for row in rows if title in row["title"])


def test_the_list_tells_how_far_each_record_is_and_can_be_narrowed(run):
    record = first_of(run, "For Abel's file")
    run("sign", record, "--by", "Priya", "--role", "team manager", "--looked")
    (line,) = run("list", "--status", "confirmed", "--family", "V1").stdout.splitlines()
    assert line.split() == [line[:10], record, "confirmed", "For", "Abel's", "file"]
    assert not run("list", "--family", "V3").stdout
    assert not run("list", "--status", "filed").stdout


def test_a_record_that_is_not_there_is_a_sentence_for_every_command(run, tmp_path):
    for words in (
        ("show",),
        ("check",),
        ("export", "-o", str(tmp_path / "a.txt")),
        ("filed", "--by", "L", "--in", "M"),
    ):
        told = run(words[0], "nosuch", *words[1:])
        assert told.exit_code == 1
        assert "There is no record 'nosuch' here" in told.output
    assert not (tmp_path / "a.txt").exists()


def test_a_record_goes_from_draft_to_filed(run):
    record = first_of(run, "For Abel's file")
    remarks = json.loads(run("check", record, "--json").stdout)
    assert {"initials"} <= {remark["kind"] for remark in remarks}
    assert "Draft until" in run("show", record).stdout
    early = run("filed", record, "--by", "Lee", "--in", "Mosaic")
    assert isinstance(early.exception, NotConfirmedError)
    assert run("sign", record, "--by", "Priya", "--role", "team manager").exit_code == 0
    assert run("add", record, "Read together on Friday.", "--by", "Lee").exit_code == 0
    assert run("filed", record, "--by", "Lee", "--in", "Mosaic").exit_code == 0
    words = run("show", record, "--format", "md").stdout
    for part in ("Confirmed by Priya, team manager", "Read together on Friday.", "Filed in Mosaic"):
        assert part in words


def test_what_must_be_looked_at_stops_the_mark_until_somebody_says_that_they_looked(run):
    record = first_of(run, "For Abel's file")
    run("add", record, "We met Kayleigh Pritchard too.", "--by", "Lee")
    assert run("check", record).exit_code == 1
    refused = run("sign", record, "--by", "Priya", "--role", "team manager")
    assert refused.exit_code == 1
    assert "another family (V3)" in refused.stdout
    assert "Draft until" in run("show", record).stdout
    assert run("sign", record, "--by", "Priya", "--role", "team manager", "--looked").exit_code == 0


def test_nothing_private_comes_out_of_any_command(run):
    rows = json.loads(run("list", "--json").stdout)
    session = rows[0]["id"].split(".")[0]
    out = [run("show", row["id"]).stdout for row in rows]
    out += [run(word, session, noun=sessions).stdout for word in ("show", "export")]
    assert all(out)
    assert not [words for words in out if "zqprivateqz" in words]


def test_an_export_stays_off_a_file_that_is_there(run, tmp_path):
    record = first_of(run, "Supervision record")
    target = tmp_path / "record.txt"
    assert run("export", record, "-o", str(target)).exit_code == 0
    assert run("export", record, "-o", str(target)).exit_code == 1
    assert run("export", record, "-o", str(target), "--force").exit_code == 0


def test_oversight_is_added_and_names_stay_out_of_a_workers_record(run):
    told = ["--heard", "the entry", "--decision", "we go on", "--because", "it helps", "--impact", "Abel sleeps"]
    who = ["--by", "Priya", "--role", "team manager"]
    record = first_of(run, "For Abel's file")
    assert run("oversight", record, *told, *who).exit_code == 0
    assert "What it means for Abel: Abel sleeps." in run("show", record).stdout
    refused = run("oversight", first_of(run, "Supervision record"), *told, *who)
    assert isinstance(refused.exception, NamesLeftError)


def test_every_record_of_a_family_is_written_once_it_was_looked_at(run, tmp_path):
    given = ["export-all", "V1", "--to", str(tmp_path / "out"), "--for", "The archive", "--purpose", "filing"]
    refused = run(*given, "--format", ".txt")
    assert refused.exit_code == 1
    assert "! " in refused.stdout
    assert not (tmp_path / "out").exists()
    assert run(*given, "--format", ".txt", "--looked").exit_code == 0
    texts = [one.read_text(encoding="utf-8") for one in (tmp_path / "out").iterdir()]
    kept = [row for row in json.loads(run("list", "--json").stdout) if "Supervision record" not in row["title"]]
    assert len(texts) == len(kept)
    assert all("For The archive only, about family V1. Purpose: filing." in text for text in texts)
    assert run("export-all", "V9", *given[2:]).exit_code == 1


def test_a_fact_that_a_child_must_not_meet_yet_is_asked_about_in_every_record_of_theirs(run):
    found = json.loads(run("check", first_of(run, "For Natan's file"), "--json").stdout)
    assert [(remark["kind"], remark["quote"]) for remark in found if remark["must"]] == [("hidden", "father not known")]


def test_a_draft_is_changed_line_by_line_and_its_history_is_told(run):
    record = first_of(run, "For Abel's file")
    lines = json.loads(run("lines", record, "--json").stdout)["lines"]
    number, words = next((line["number"], line["words"]) for line in lines if "Monday" in line["words"])
    assert run("correct", record, str(number), "The social worker comes on Tuesday.").exit_code == 0
    shown = run("show", record).stdout
    assert "comes on Tuesday" in shown
    told = run("lines", record).stdout
    assert f"“{words}”, now “The social worker comes on Tuesday.”" in told
    assert "by Amina" in told
    assert run("sign", record, "--by", "Dee", "--role", "team manager", "--looked").exit_code == 0
    refused = run("correct", record, "1", "other")
    assert "add to it" in str(refused.exception)


def test_what_waits_is_listed_with_its_age_also_where_what_is_due_is(run):
    record = first_of(run, "For Abel's file")
    rows = json.loads(run("waiting", "--json").stdout)
    assert {row["waits_for"] for row in rows} == {"confirm"}
    assert record in {row["id"] for row in rows}
    due = run("due", noun=vaults).stdout
    assert f"to confirm  {record}" in due
    assert run("sign", record, "--by", "Dee", "--role", "team manager", "--looked").exit_code == 0
    assert f"{record}" not in run("due", noun=vaults).stdout
    assert "confirmed, not filed" in run("waiting").stdout


def test_people_and_their_supervision_are_noted_from_the_command_line(run):
    assert run("add", "Tom Reid", "--stage", "newly", "--since", "2/11/2026", noun=people).exit_code == 0
    assert "Tom Reid is on the list already" in str(run("add", "Tom Reid", noun=people).exception)
    assert run("missed", "tom reid", "--why", "court", "--on", "yesterday", noun=people).exit_code == 0
    assert "did not take place (court); no new day yet" in run("list", noun=people).stdout
    assert run("supervised", "Tom Reid", "--minutes", "90", noun=people).exit_code == 0
    [tom] = json.loads(run("list", "--json", noun=people).stdout)
    assert (tom["name"], tom["stage"], tom["days_late"]) == ("Tom Reid", "newly_qualified", 0)
    assert "did not take place" not in run("list", noun=people).stdout


def test_steps_are_agreed_moved_and_done_from_the_command_line(run):
    def open_steps():
        return json.loads(run("list", "--json", noun=steps).stdout)

    assert run("add", "V1", "Ring the midwife", "--who", "Sana", "--by", "asap", noun=steps).exit_code == 0
    [row] = open_steps()
    assert (row["who"], row["what"], row["words"], row["days_late"]) == ("Sana", "Ring the midwife", "asap", 0)
    assert row["due"] is not None
    moved = run("day", row["id"], "in 2 weeks", noun=steps)
    assert "Sana: Ring the midwife, by " in moved.stderr
    [later] = open_steps()
    assert later["due"] > row["due"]
    refused = run("part", row["id"], "--why", " ", noun=steps)
    assert "say why" in str(refused.exception)
    assert run("part", row["id"], "--why", "nobody answered", noun=steps).exit_code == 0
    [in_part] = open_steps()
    assert (in_part["state"], in_part["why"]) == ("part", "nobody answered")
    assert "Sana: Ring the midwife (Haile) · done in part: nobody answered" in run("list", noun=steps).stdout
    assert run("done", row["id"], noun=steps).exit_code == 0
    back = run("take-back", row["id"], noun=steps)
    assert "Taken back: Ring the midwife: done. The step is as it was before." in back.stderr
    assert [step["state"] for step in open_steps()] == ["part"]
    assert run("take-back", "nothing", noun=steps).exit_code == 1
    assert run("done", row["id"], noun=steps).exit_code == 0
    assert open_steps() == []
    assert run("done", row["id"], noun=steps).exit_code == 1
    assert (
        run("add", "V1", "Look again", "--who", "Lee", "--by", "no day", "--child", "abel", noun=steps).exit_code == 0
    )
    assert open_steps()[0]["due"] is None
    assert run("add", "V1", "x", "--who", "Lee", "--by", "soon", noun=steps).exit_code == 1
    assert "robin" in run("add", "V1", "x", "--who", "Lee", "--by", "Friday", "--child", "robin", noun=steps).stderr
