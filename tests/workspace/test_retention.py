"""What should go, when and why; what stops it; that it is gone for good once a person says so."""

from datetime import date, timedelta

import pytest

from supervision_tui.records import confirm, mark_filed
from supervision_tui.vault import DocumentNotFoundError, Vault
from supervision_tui.workspace.notebook.retention import RULE_OF, RetentionError, RetentionSchedule
from supervision_tui.workspace.store.sessions import PRIVATE
from tests.workspace.conftest import NOW, PASSPHRASE

ENDED = date(2026, 9, 1)


def of_kind(retention, kind):
    return [going for going in retention.disposals() if going.key[0] == kind]


def filed_record(workspace):
    record = next(one for one in workspace.records.all() if one.destination == "child_file")
    signed = confirm(workspace.records.get(record.id), by="Lee", role="team manager", at=NOW)
    workspace.records.put(mark_filed(signed, system="Mosaic", on=date(2026, 9, 4), by="Amina"), record.id)
    return record.id


def test_every_kind_that_the_notebook_keeps_has_a_rule(workspace, hold):
    hold(workspace, "T2", "V1")
    assert {shelf.kind for shelf in workspace.repositories} - set(RULE_OF) == set()


def test_nothing_goes_while_the_team_is_involved(workspace, hold):
    hold(workspace, "T2", "V1")
    assert RetentionSchedule(workspace).disposals() == []


def test_a_copy_of_a_record_goes_once_it_is_filed(workspace, hold):
    hold(workspace, "T2", "V1")
    ident = filed_record(workspace)
    [going] = RetentionSchedule(workspace).disposals()
    assert going.key == ("record", ident)
    assert going.day == date(2026, 9, 4)
    assert "Mosaic" in going.why
    RetentionSchedule(workspace).dispose(going)
    assert workspace.records.find(ident) is None
    assert workspace.families.find("V1") is not None


def test_a_working_space_goes_28_days_after_involvement_ended_and_takes_only_its_own(workspace, hold):
    session = hold(workspace, "T2", "V1")
    other = hold(workspace, "T2", "V3")
    retention = RetentionSchedule(workspace)
    assert retention.end_involvement("V1", ENDED) == ENDED + timedelta(days=28)
    [going] = retention.disposals()
    assert going.day == date(2026, 9, 29)
    assert retention.disposals(by=date(2026, 9, 28)) == []
    unfiled = [record.id for record in workspace.records.all() if record.destination == "child_file"]
    told = retention.dispose(going)
    assert f"{len(going.documents)} documents were deleted" in told
    assert workspace.families.find("V1") is None
    assert workspace.sessions.find(session) is None
    assert workspace.sessions.find(other) is not None
    assert workspace.families.find("V3") is not None
    assert [record.id for record in workspace.records.all() if record.destination == "child_file"] == unfiled
    assert retention.disposals() == []


def test_involvement_that_goes_on_after_all_takes_the_day_away(workspace):
    retention = RetentionSchedule(workspace)
    retention.end_involvement("V1", ENDED)
    retention.end_involvement("V1", None)
    assert retention.disposals() == []
    with pytest.raises(DocumentNotFoundError):
        retention.end_involvement("V99", ENDED)


def test_an_open_session_stops_it(workspace):
    workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    retention = RetentionSchedule(workspace)
    retention.end_involvement("V1", ENDED)
    [going] = [one for one in retention.disposals() if one.key[0] == "family"]
    with pytest.raises(RetentionError, match="still open"):
        retention.dispose(going)
    assert workspace.families.find("V1") is not None


def test_a_hold_stops_everything_about_a_family_until_it_is_released_with_a_reason(workspace, hold):
    hold(workspace, "T2", "V1")
    ident = filed_record(workspace)
    retention = RetentionSchedule(workspace)
    retention.end_involvement("V1", ENDED)
    with pytest.raises(RetentionError, match="why"):
        retention.hold("V1", "  ")
    assert retention.hold("V1", "serious case review") > 2
    later = hold(workspace, "T2", "V1")
    assert {going.held for going in retention.disposals()} == {"serious case review"}
    for going in retention.disposals():
        with pytest.raises(RetentionError, match="on hold"):
            retention.dispose(going)
    assert workspace.records.find(ident) is not None
    assert workspace.sessions.find(later) is not None
    retention.release("V1", "the review is published")
    assert {going.held for going in retention.disposals()} == {""}
    retention.dispose(next(going for going in retention.disposals() if going.key[0] == "family"))
    assert workspace.families.find("V1") is None


def test_a_person_may_keep_it_longer_and_say_why(workspace):
    retention = RetentionSchedule(workspace)
    retention.end_involvement("V1", ENDED)
    [going] = retention.disposals()
    with pytest.raises(RetentionError):
        retention.extend(going, date(2027, 1, 1), "")
    retention.extend(going, date(2027, 1, 1), "the family comes back in the autumn")
    [kept] = retention.disposals()
    assert kept.day == date(2027, 1, 1)
    assert "Amina" in kept.why
    assert "autumn" in kept.words(date(2026, 10, 1))


def test_private_notes_of_a_session_left_open_go_after_14_days(workspace):
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    editor = controller.editor
    while not (private := [slot for slot in editor.slots() if slot.field.destination == "private"]):
        editor.go(editor.following.id, NOW, override=True)
    editor.write(private[0], "how I am", NOW)
    controller.save()
    workspace.writer.flush()
    retention = RetentionSchedule(workspace)
    [going] = of_kind(retention, PRIVATE)
    assert going.day == editor.session.touched.date() + timedelta(days=14)
    retention.dispose(going)
    assert of_kind(retention, PRIVATE) == []


def test_a_session_about_no_family_goes_28_days_after_its_close(workspace, hold):
    ident = hold(workspace, "T5", "")
    [going] = of_kind(RetentionSchedule(workspace), "session")
    assert going.key == ("session", ident)


def test_what_went_is_in_no_page_and_copies_that_still_hold_it_are_told(workspace, hold):
    hold(workspace, "T2", "V1")
    workspace.vault.backups.make_dated()
    retention = RetentionSchedule(workspace)
    retention.end_involvement("V1", ENDED)
    told = retention.dispose(retention.disposals()[0])
    assert "Fresh copies" in told
    folder = workspace.vault.folder
    workspace.vault.backups.renew()
    [copy] = list((folder / "backups").iterdir())
    with Vault.open(copy, PASSPHRASE, read_only=True) as again:
        assert again.documents.version("family", "V1") == 0
        assert again.documents.search("Selam") == []


def test_a_family_that_went_can_be_brought_in_again(workspace):
    from supervision_tui.resources import content_folder

    retention = RetentionSchedule(workspace)
    retention.end_involvement("V1", ENDED)
    retention.dispose(retention.disposals()[0])
    workspace.import_family(str(content_folder("templates/families") / "haile.yaml"))
    assert retention.disposals() == []
