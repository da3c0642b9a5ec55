"""Two Sams are two: in seats, turns, steps, supervision held, a worker's file; also in notebooks made before."""

import json
import shutil
from pathlib import Path

import pytest

from supervision_tui.people import OWNER_ID, Practitioner
from supervision_tui.practice import Destination
from supervision_tui.session import PartMissingError
from supervision_tui.session.attendance import join, rotate
from supervision_tui.vault import Cost, Save, Vault
from supervision_tui.workspace import create_vault, open_vault
from supervision_tui.workspace.notebook.opening import workspace_of
from supervision_tui.workspace.notebook.people_ids import BACKUP
from supervision_tui.workspace.reports.workload import workload_by_owner
from supervision_tui.workspace.store import next_role_holders
from supervision_tui.workspace.subject_access import AmbiguousPersonError, search_subject
from tests.workspace.conftest import NOW, PASSPHRASE

FORMER = Path(__file__).parent / "former"
PAST = Path(__file__).parents[1] / "vault" / "past"
MANAGER, WORKER = "Sam (manager)", "Sam (practitioner)"
STEP = {"what": "ring the school", "when": "Friday", "done_when": "they have rung back", "child": "*"}


def put_on_list(workspace, *people):
    """Each of *people*, a name or a name and a role, on the list of people."""
    for told in people:
        name, role = told if isinstance(told, tuple) else (told, "practitioner")
        roster = workspace.people.roster
        person = Practitioner(id=roster.free_id(name), name=name, role=role)
        workspace.people.change(roster.with_practitioner(person), "added somebody")


def step_of(controller, owner):
    """A next step of *owner* in the session."""
    editor = controller.editor
    for stage in editor.template.stages:
        editor.go(stage.id, NOW, override=True)
        slot = next((slot for slot in editor.slots() if slot.field.kind == "action"), None)
        if slot is not None:
            editor.fill(slot, STEP | {"owner": owner}, NOW)
            return editor.session.actions[-1]
    raise AssertionError("no stage takes a next step")


@pytest.fixture
def sams(workspace):
    put_on_list(workspace, ("Sam", "manager"), "Sam")
    return workspace


def begun(workspace, template="T2", family="V1"):
    return workspace.begin(workspace.formats[template], family, workspace.me)


def test_a_step_of_sam_asks_which_and_keeps_the_id(sams):
    controller = begun(sams)
    with pytest.raises(PartMissingError, match=r"Sam \(manager\), Sam \(practitioner\)"):
        step_of(controller, "Sam")
    assert controller.editor.session.actions == ()
    assert (step_of(controller, MANAGER).owner_id, step_of(controller, WORKER).owner_id) == ("sam", "sam-2")


def test_the_steps_of_two_sams_are_counted_apart(sams):
    controller = begun(sams)
    step_of(controller, MANAGER)
    step_of(controller, WORKER)
    step_of(controller, "Nan Rose")
    controller.end_early()
    loads = workload_by_owner(sams.sessions.threads(), sams.today())
    assert [(load.owner, load.due_items) for load in loads] == [("Nan Rose", 1), (MANAGER, 1), (WORKER, 1)]


def test_a_role_goes_to_the_sam_who_held_it_least(sams):
    controller = begun(sams)
    controller.editor.seat("scribe", MANAGER, NOW)
    controller.editor.seat("presenter", WORKER, NOW)
    controller.end_early()
    turns = sams.sessions.turns()
    assert next_role_holders("scribe", turns)[-1] == MANAGER
    following = begun(sams)
    rotate(following.editor, ["scribe"], {"scribe": [WORKER]}, NOW)
    assert following.editor.session.seats[-1].person == "sam-2"


def test_a_sam_who_is_a_guest_is_told_apart(sams):
    controller = begun(sams)
    join(controller.editor, WORKER, "student", NOW)
    controller.save()
    sams.writer.flush()
    assert sams.sessions.get(controller.id).seats[-1].name == f"{WORKER}, student"
    assert sams.sessions.get(controller.id).seats[-1].person == "sam-2"


def test_supervision_counts_for_the_sam_who_had_it(sams):
    controller = sams.begin(sams.formats["T6"], "", WORKER)
    controller.editor.seat("presenter", WORKER, NOW)
    controller.end_early()
    held = sams.people.roster_with_sessions
    assert held.last_supervision("sam-2", sams.today()) is not None
    assert held.last_supervision("sam", sams.today()) is None


def test_a_new_name_is_shown_and_the_id_stays(workspace):
    put_on_list(workspace, "Sam Reid")
    controller = begun(workspace)
    assert step_of(controller, "Sam Reid").owner_id == "sam-reid"
    controller.end_early()
    renamed = workspace.people.roster.practitioners[0].model_copy(update={"name": "Sam Okafor"})
    workspace.people.change(workspace.people.roster.with_practitioner(renamed), "changed somebody")
    (load,) = workload_by_owner(workspace.sessions.threads(), workspace.today())
    assert load.owner == "Sam Okafor"


def test_what_was_written_before_a_second_sam_came_is_the_first_ones(workspace):
    controller = begun(workspace)
    step_of(controller, "Sam")
    controller.editor.seat("presenter", "Sam", NOW)
    controller.end_early()
    put_on_list(workspace, ("Sam", "manager"), "Sam")
    session = workspace.sessions.get(controller.id)
    assert (session.actions[0].owner, session.actions[0].owner_id) == (MANAGER, "sam")
    assert session.seat("presenter") == MANAGER


def test_a_confirmed_record_stands_as_it_was_written(workspace, hold):
    hold(workspace, "T2", "V1")
    before = {record.id: record.model_dump_json() for record in workspace.records.all()}
    put_on_list(workspace, "Lee", "Lee")
    assert {record.id: record.model_dump_json() for record in workspace.records.all()} == before


def test_a_workers_file_holds_one_sam_alone(sams):
    for label, words in ((MANAGER, "zqmanagerzq"), (WORKER, "zqworkerzq")):
        controller = sams.begin(sams.formats["T6"], "", label)
        editor = controller.editor
        editor.seat("presenter", label, NOW)
        for stage in editor.template.stages:
            editor.go(stage.id, NOW, override=True)
            slots = [slot for slot in editor.slots() if slot.field.destination is Destination.SUPERVISION_RECORD]
            if notes := [slot for slot in slots if slot.field.kind == "notes"]:
                editor.write(notes[0], words, NOW, author=label)
                break
        controller.end_early()
    with pytest.raises(AmbiguousPersonError, match=r"worker/Sam \(manager\), worker/Sam \(practitioner\)"):
        search_subject(sams, "Sam")
    found = "\n".join(piece.words for piece in search_subject(sams, f"worker/{WORKER}").pieces)
    assert "zqworkerzq" in found
    assert "zqmanagerzq" not in found
    assert "Role: practitioner" in found
    assert "Role: manager" not in found


def test_the_owner_and_a_worker_of_one_name_are_two(tmp_path):
    notebook, _ = create_vault(tmp_path / "home" / "vault", PASSPHRASE, "Sam", cost=Cost.FAST)
    put_on_list(notebook, "Sam")
    assert notebook.me == "Sam (owner of this notebook)"
    controller = notebook.begin(notebook.formats["T5"], "", notebook.me)
    assert controller.editor.session.facilitator_id == OWNER_ID
    notebook.note_owner_on_the_list("sam")
    assert notebook.me == "Sam"
    assert notebook.people.directory.same(OWNER_ID, "sam")
    notebook.close()


def carried(folder, tmp_path, passphrase=PASSPHRASE):
    return workspace_of(Vault.open(folder, passphrase, state=tmp_path / "state"))


def test_a_notebook_of_the_former_build_is_carried_over_with_a_backup(tmp_path):
    folder = tmp_path / "home" / "vault"
    shutil.copytree(FORMER / "vault", folder)
    shutil.copytree(FORMER / "state", tmp_path / "state", dirs_exist_ok=True)
    with open_vault(folder, PASSPHRASE).vault as vault:
        assert '"people_have_ids":true' in vault.documents.get("settings", "owner").body
        assert (folder / "backups" / BACKUP).is_dir()
        revisions = len(vault.documents.history("settings", "owner"))
        assert vault.check() == []
    Vault.restore(folder / "backups" / BACKUP, tmp_path / "restored", PASSPHRASE)
    with open_vault(folder, PASSPHRASE).vault as vault:  # once only
        assert len(vault.documents.history("settings", "owner")) == revisions


@pytest.mark.parametrize("schema", sorted(path.name for path in PAST.iterdir()))
def test_a_notebook_of_every_past_schema_is_carried_over_with_a_backup(schema, tmp_path):
    old = shutil.copytree(PAST / schema, tmp_path / "old")
    passphrase = "every past schema opens"
    with Vault.open(old, passphrase, state=tmp_path / "state") as vault:  # a list of people as it was written then
        people = [{"id": "lee", "name": "Lee"}, {"id": "sam", "name": "Sam"}, {"id": "sam-2", "name": "Sam"}]
        vault.documents.save(_save(vault, "people", "people", json.dumps({"practitioners": people})))
    workspace = carried(old, tmp_path, passphrase)
    assert (old / "backups" / BACKUP).is_dir()
    assert [warning for warning in workspace.vault.warnings if "called Sam" in warning]
    assert workspace.people.directory.written_by("Lee") == "lee"
    assert workspace.people.directory.written_by("Sam") == ""
    assert workspace.people.directory.resolve(WORKER) == (WORKER, "")  # both are practitioners: told apart by id
    assert workspace.people.directory.labels_for("Sam") == ("Sam (sam)", "Sam (sam-2)")
    workspace.close()


def _save(vault, kind, ident, body):
    return Save(kind, ident, body, author="Ann", base=vault.documents.version(kind, ident))
