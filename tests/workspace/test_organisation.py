"""What an organisation has set holds, wherever a person looks for a way round it, and the doctor shows it."""

import dataclasses
import getpass
import json
import os

import pytest
from typer.testing import CliRunner

from supervision_tui import whole_files
from supervision_tui.cli.root import app
from supervision_tui.vault import Cost
from supervision_tui.whole_files import TargetRefusedError, keep
from supervision_tui.workspace import create_vault, organisation
from supervision_tui.workspace.danger_steps import danger_file_problem, danger_lines, danger_steps
from supervision_tui.workspace.notebook import doctor
from supervision_tui.workspace.notebook.doctor import SystemCheck, help_desk_page
from supervision_tui.workspace.notebook.retention import RetentionSchedule, after_involvement, private_limit
from supervision_tui.workspace.organisation import FixedByOrganisationError
from supervision_tui.workspace.paths import content_folders, copies_folder, own_content, vault_folder
from supervision_tui.workspace.store.session_formats import frameworks
from tests.workspace.conftest import PASSPHRASE


@pytest.fixture
def rule(tmp_path, monkeypatch):
    """Write the organisation's file: ``rule("lock_minutes: 5")``."""
    path = tmp_path / "etc" / "organisation.yaml"
    path.parent.mkdir()
    monkeypatch.setattr(organisation, "places", lambda: (path,))

    def write(text):
        path.write_text(text)
        return path

    yield write
    whole_files.refuse_clear_files("")


def test_without_a_file_nothing_is_set_and_everything_may_be_written(rule, tmp_path):
    organisation.enforce()
    keep(lambda: b"words", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == b"words"
    assert organisation.organisation().file is None


def test_where_the_file_stands_follows_no_variable_of_the_person(monkeypatch, tmp_path):
    before = organisation.places()
    for name in ("HOME", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "SUPERVISION_TUI_HOME", "PROGRAMDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert organisation.places() == before


def test_files_in_clear_are_refused_and_locked_ones_are_not(rule, tmp_path):
    rule("export_in_clear: false")
    organisation.enforce()
    with pytest.raises(TargetRefusedError, match="Your organisation does not allow files that anybody can read"):
        keep(lambda: b"words", tmp_path / "a.txt")
    assert not (tmp_path / "a.txt").exists()
    keep(lambda: b"locked", tmp_path / "a.html", locked=True)
    assert (tmp_path / "a.html").exists()


def test_no_command_writes_a_file_in_clear_then(rule, tmp_path):
    rule("export_in_clear: false")
    out = tmp_path / "family.svg"
    result = CliRunner().invoke(app, ["genogram", "draw", "templates/families/haile.yaml", "-o", str(out)])
    assert result.exit_code == 1
    assert "does not allow files that anybody can read" in result.stderr
    assert not out.exists()


def test_the_browser_is_refused_where_it_is_not_allowed(rule):
    rule("browser: false")
    result = CliRunner().invoke(app, ["serve", "--demo"])
    assert result.exit_code == 1
    assert "does not allow the program in a browser" in result.stderr


def test_lock_minutes_are_a_beginning_unless_they_are_fixed(rule, tmp_path):
    rule("lock_minutes: 5")
    workspace, _ = create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    assert workspace.settings.now().lock_after == 5
    workspace.settings.change(lock_after=30)
    assert workspace.settings.now().lock_after == 30
    rule("lock_minutes: 10\nfixed: [lock_minutes]")
    assert workspace.settings.now().lock_after == 10
    with pytest.raises(FixedByOrganisationError, match="cannot be changed here"):
        workspace.settings.change(lock_after=30)
    workspace.close()


def test_a_fixed_framework_is_the_one_that_is_worked_by(rule, tmp_path):
    workspace, _ = create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    rule("framework: york\nfixed: [framework]")
    assert workspace.framework.id == "york"
    assert [one.id for one in frameworks()] == ["york"]
    with pytest.raises(FixedByOrganisationError):
        workspace.choose_framework("plain")
    workspace.close()


def test_a_framework_that_is_not_fixed_comes_first(rule):
    rule("framework: york")
    assert [one.id for one in frameworks()][:2] == ["york", "plain"]


def test_notebooks_stand_where_they_are_fixed_whatever_a_person_sets(rule, tmp_path, monkeypatch):
    rule(f"notebooks: {tmp_path}/books/{{user}}\nfixed: [notebooks]")
    monkeypatch.setenv("SUPERVISION_TUI_VAULT", str(tmp_path / "elsewhere"))
    assert vault_folder() == tmp_path / "books" / getpass.getuser() / "vault"


def test_notebooks_that_are_not_fixed_give_way_to_a_persons_choice(rule, tmp_path, monkeypatch):
    rule(f"notebooks: {tmp_path}/books/{{user}}")
    monkeypatch.delenv("SUPERVISION_TUI_HOME")
    assert vault_folder() == tmp_path / "books" / getpass.getuser() / "vault"
    monkeypatch.setenv("SUPERVISION_TUI_VAULT", str(tmp_path / "elsewhere"))
    assert vault_folder() == tmp_path / "elsewhere"


def test_a_second_copy_is_made_where_the_organisation_wants_one(rule, tmp_path):
    rule(f"copies: {tmp_path}/copies/{{user}}")
    workspace, _ = create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    workspace.close()
    folder = copies_folder()
    assert folder is not None
    assert [path.name for path in folder.iterdir() if (path / "records.db").exists()]


def test_danger_steps_of_the_organisation_win_over_a_persons_only_when_they_are_fixed(rule):
    own_content().mkdir(parents=True)
    (own_content() / "danger.txt").write_text("Ring me.")
    rule("danger_steps: [Ring 01904 555111.]")
    assert danger_steps() == ("Ring me.",)
    rule("danger_steps: [Ring 01904 555222.]\nfixed: [danger_steps]")
    assert danger_steps() == ("Ring 01904 555222.",)


def test_the_date_of_check_stands_below_the_steps_and_is_none(rule):
    lines = danger_lines()
    assert [line[0] for line in lines[:6]] == ["1", "2", "3", "4", "5", "6"]
    assert lines[6].startswith("After Working Together to Safeguard Children 2026; checked on")
    assert lines[7].startswith("Your own council's numbers")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (b"Ring \xff\xfe 999", "plain text in UTF-8"),
        (b"", "holds no step"),
        (b"# only a note, checked on 1 May 2026", "holds no step"),
    ],
)
def test_steps_of_ones_own_that_cannot_be_read_are_told_and_the_programs_stand(rule, written, why):
    own_content().mkdir(parents=True)
    (own_content() / "danger.txt").write_bytes(written)
    assert why in danger_file_problem()
    assert "the steps that come with the program are shown" in danger_file_problem()
    assert danger_lines()[1].startswith("2  Danger now: ring 999.")


def test_no_file_of_steps_of_ones_own_is_no_problem(rule):
    assert danger_file_problem() == ""


def test_steps_of_ones_own_tell_their_day_of_check_or_else_when_they_were_changed(rule):
    own_content().mkdir(parents=True)
    file = own_content() / "danger.txt"
    file.write_text("Ring 01904 555000.\n")
    os.utime(file, (1_770_000_000, 1_770_000_000))
    assert danger_lines()[-1].startswith("Your own steps, from danger.txt; last changed on 2 February 2026. Check the")
    file.write_text("Ring 01904 555000.\n# checked on 3 March 2026 by Dee\n")
    assert danger_lines() == ["1  Ring 01904 555000.", "checked on 3 March 2026 by Dee"]


def test_a_persons_packs_come_after_the_organisations_and_not_at_all_where_they_are_fixed(rule, tmp_path):
    own_content().mkdir(parents=True)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    rule(f"content: {theirs}")
    assert content_folders() == (theirs, own_content())
    rule(f"content: {theirs}\nfixed: [content]\n# once more")
    assert content_folders() == (theirs,)


def test_days_that_things_stay_are_the_organisations(rule, tmp_path):
    rule("after_involvement_days: 56\nprivate_days: 7")
    assert (after_involvement().days, private_limit().days) == (56, 7)
    workspace, _ = create_vault(tmp_path / "vault", PASSPHRASE, "Amina", cost=Cost.FAST)
    workspace.new_family("The Marlowes")
    day = workspace.today()
    goes = RetentionSchedule(workspace).end_involvement("F1", day)
    assert (goes - day).days == 56
    workspace.close()


@pytest.mark.parametrize(
    "text", ["lock_minutes: 7", "export_in_clear: perhaps", "lok: 3", "- a", ": :", "fixed: [all]"]
)
def test_a_broken_file_sets_the_strictest_and_the_doctor_says_where(rule, text):
    path = rule(text)
    ruled = organisation.organisation()
    assert not ruled.settings.export_in_clear
    assert not ruled.settings.browser
    what = "Set by your organisation"
    check = dict(doctor.CHECKS)[what](what)
    assert check.standing == "trouble"
    assert str(path) in check.mend


def test_what_is_right_in_a_broken_file_holds_all_the_same(rule, tmp_path):
    rule(f"lock_minutes: 5\nnotebooks: {tmp_path}/books/{{user}}\nframewrk: york\nfixed: [lock_minutes, notebooks, al]")
    settings = organisation.organisation().settings
    assert (settings.lock_minutes, settings.fixed) == (5, ("lock_minutes", "notebooks"))
    assert (settings.export_in_clear, settings.browser) == (False, False)
    assert vault_folder() == tmp_path / "books" / getpass.getuser() / "vault"


def test_everything_that_can_be_set_can_be_called_fixed(rule):
    names = [field.name for field in dataclasses.fields(organisation.OrganisationSettings) if field.name != "fixed"]
    rule(f"lock_minutes: 5\nfixed: [{', '.join(names)}]")
    ruled = organisation.organisation()
    assert not ruled.problem
    assert ruled.settings.fixed == tuple(names)


def test_the_doctor_finds_no_trouble_in_what_the_organisation_does_not_allow(rule, monkeypatch):
    rule("export_in_clear: false\nbrowser: false").chmod(0o444)
    organisation.enforce()
    rows = {row["what"]: row for row in json.loads(CliRunner().invoke(app, ["doctor", "--json"]).stdout)}
    assert {rows[what]["standing"] for what in ("Record for Word", "Record on paper", "Genogram on paper")} == {"works"}
    assert rows["In a browser"]["standing"] == "without"
    assert "does not allow the program in a browser" in rows["In a browser"]["words"]


def test_the_doctor_lists_what_holds_and_where_from(rule):
    path = rule("lock_minutes: 5\nexport_in_clear: false\nfixed: [lock_minutes]")
    result = CliRunner().invoke(app, ["doctor", "--json"])
    line = next(one for one in json.loads(result.stdout) if one["what"] == "Set by your organisation")
    assert f"{path}: lock minutes: 5 (fixed); export in clear: False (fixed)" in line["words"]


def test_the_page_for_a_help_desk_names_neither_account_nor_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(getpass, "getuser", lambda: "jane.marlowe")
    monkeypatch.setenv("HOME", str(tmp_path / "jane.marlowe"))
    words = f"Your notebook is there: {tmp_path}/jane.marlowe/vault, of JANE.MARLOWE."
    page = help_desk_page([SystemCheck("Where it stands", "works", words)])
    assert "jane.marlowe" not in page.casefold()
    assert "~/vault" in page
    assert "works    Where it stands" in page


def test_steps_for_danger_beside_the_folder_of_ones_own_are_told_and_not_silently_dropped(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path))
    (tmp_path / "danger.txt").write_text("Ring 0300 555 0100\n", encoding="utf-8")
    told = danger_file_problem()
    assert f"Move it to {tmp_path / 'own' / 'danger.txt'}." in told
    assert "the steps that come with the program are shown" in told
    (tmp_path / "own").mkdir()
    (tmp_path / "danger.txt").rename(tmp_path / "own" / "danger.txt")
    assert danger_file_problem() == ""
