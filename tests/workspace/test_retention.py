"""What should go, when and why; what stops it; that it is gone for good once a person says so."""

from datetime import date, timedelta

import pytest

from supervision_tui.records import confirm, filed
from supervision_tui.vault import NotFound, Vault
from supervision_tui.workspace.notebook.retention import RULE_OF, NotYet, Retention
from supervision_tui.workspace.store.sessions import PRIVATE
from tests.workspace.conftest import NOW, PASSPHRASE

ENDED = date(2026, 9, 1)


def of_kind(retention, kind):
    return [going for going in retention.look() if going.key[0] == kind]


def filed_record(desk):
    record = next(one for one in desk.records.all() if one.destination == "child_file")
    signed = confirm(desk.records.get(record.id), by="Lee", role="team manager", at=NOW)
    desk.records.put(filed(signed, system="Mosaic", on=date(2026, 9, 4), by="Amina"), record.id)
    return record.id


def test_every_kind_that_the_notebook_keeps_has_a_rule(desk, hold):
    hold(desk, "T2", "V1")
    assert {shelf.kind for shelf in desk.shelves} - set(RULE_OF) == set()


def test_nothing_goes_while_the_team_is_involved(desk, hold):
    hold(desk, "T2", "V1")
    assert Retention(desk).look() == []


def test_a_copy_of_a_record_goes_once_it_is_filed(desk, hold):
    hold(desk, "T2", "V1")
    ident = filed_record(desk)
    [going] = Retention(desk).look()
    assert going.key == ("record", ident)
    assert going.day == date(2026, 9, 4)
    assert "Mosaic" in going.why
    Retention(desk).let_go(going)
    assert desk.records.find(ident) is None
    assert desk.families.find("V1") is not None


def test_a_working_space_goes_28_days_after_involvement_ended_and_takes_only_its_own(desk, hold):
    session = hold(desk, "T2", "V1")
    other = hold(desk, "T2", "V3")
    retention = Retention(desk)
    assert retention.end_involvement("V1", ENDED) == ENDED + timedelta(days=28)
    [going] = retention.look()
    assert going.day == date(2026, 9, 29)
    assert retention.look(by=date(2026, 9, 28)) == []
    unfiled = [record.id for record in desk.records.all() if record.destination == "child_file"]
    told = retention.let_go(going)
    assert f"{len(going.documents)} documents were deleted" in told
    assert desk.families.find("V1") is None
    assert desk.sessions.find(session) is None
    assert desk.sessions.find(other) is not None
    assert desk.families.find("V3") is not None
    assert [record.id for record in desk.records.all() if record.destination == "child_file"] == unfiled
    assert retention.look() == []


def test_involvement_that_goes_on_after_all_takes_the_day_away(desk):
    retention = Retention(desk)
    retention.end_involvement("V1", ENDED)
    retention.end_involvement("V1", None)
    assert retention.look() == []
    with pytest.raises(NotFound):
        retention.end_involvement("V99", ENDED)


def test_an_open_session_stops_it(desk):
    desk.begin(desk.formats["T2"], "V1", desk.me)
    retention = Retention(desk)
    retention.end_involvement("V1", ENDED)
    [going] = [one for one in retention.look() if one.key[0] == "family"]
    with pytest.raises(NotYet, match="still open"):
        retention.let_go(going)
    assert desk.families.find("V1") is not None


def test_a_hold_stops_everything_about_a_family_until_it_is_released_with_a_reason(desk, hold):
    hold(desk, "T2", "V1")
    ident = filed_record(desk)
    retention = Retention(desk)
    retention.end_involvement("V1", ENDED)
    with pytest.raises(NotYet, match="why"):
        retention.hold("V1", "  ")
    assert retention.hold("V1", "serious case review") > 2
    later = hold(desk, "T2", "V1")
    assert {going.held for going in retention.look()} == {"serious case review"}
    for going in retention.look():
        with pytest.raises(NotYet, match="on hold"):
            retention.let_go(going)
    assert desk.records.find(ident) is not None
    assert desk.sessions.find(later) is not None
    retention.release("V1", "the review is published")
    assert {going.held for going in retention.look()} == {""}
    retention.let_go(next(going for going in retention.look() if going.key[0] == "family"))
    assert desk.families.find("V1") is None


def test_a_person_may_keep_it_longer_and_say_why(desk):
    retention = Retention(desk)
    retention.end_involvement("V1", ENDED)
    [going] = retention.look()
    with pytest.raises(NotYet):
        retention.keep(going, date(2027, 1, 1), "")
    retention.keep(going, date(2027, 1, 1), "the family comes back in the autumn")
    [kept] = retention.look()
    assert kept.day == date(2027, 1, 1)
    assert "Amina" in kept.why
    assert "autumn" in kept.words(date(2026, 10, 1))


def test_private_notes_of_a_session_left_open_go_after_14_days(desk):
    sitting = desk.begin(desk.formats["T2"], "V1", desk.me)
    runner = sitting.runner
    while not (private := [slot for slot in runner.slots() if slot.field.destination == "private"]):
        runner.go(runner.following.id, NOW, override=True)
    runner.write(private[0], "how I am", NOW)
    sitting.save()
    desk.writer.flush()
    retention = Retention(desk)
    [going] = of_kind(retention, PRIVATE)
    assert going.day == runner.session.touched.date() + timedelta(days=14)
    retention.let_go(going)
    assert of_kind(retention, PRIVATE) == []


def test_a_session_about_no_family_goes_28_days_after_its_close(desk, hold):
    ident = hold(desk, "T5", "")
    [going] = of_kind(Retention(desk), "session")
    assert going.key == ("session", ident)


def test_what_went_is_in_no_page_and_copies_that_still_hold_it_are_told(desk, hold):
    hold(desk, "T2", "V1")
    desk.vault.backup_dated()
    retention = Retention(desk)
    retention.end_involvement("V1", ENDED)
    told = retention.let_go(retention.look()[0])
    assert "Fresh copies" in told
    folder = desk.vault.folder
    desk.vault.renew_backups()
    [copy] = list((folder / "backups").iterdir())
    with Vault.open(copy, PASSPHRASE, read_only=True) as again:
        assert again.version("family", "V1") == 0
        assert again.search("Selam") == []


def test_a_family_that_went_can_be_brought_in_again(desk):
    from supervision_tui.resources import content_folder

    retention = Retention(desk)
    retention.end_involvement("V1", ENDED)
    retention.let_go(retention.look()[0])
    desk.bring_in_family(str(content_folder("templates/families") / "haile.yaml"))
    assert retention.look() == []
