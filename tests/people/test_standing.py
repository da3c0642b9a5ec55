"""How late supervision is says the same everywhere; nobody is "due today" for ever; what was missed is followed up."""

from datetime import date, timedelta

from supervision_tui.people import CompletedSupervision, MissedSupervision, Practitioner, Rhythm, Roster, next_due

TODAY = date(2026, 11, 27)
MONTHLY = Rhythm.every(28)


def person(ident="tom", **changed):
    return Practitioner(**{"id": ident, "name": ident.title()} | changed)


def test_overdue_is_told_with_the_day_its_year_and_by_how_much():
    due = next_due(MONTHLY, TODAY, last=date(2025, 12, 14))
    assert due.in_words == "was due Sunday 11 January 2026, 45 weeks late"
    assert next_due(MONTHLY, TODAY, last=TODAY - timedelta(days=29)).in_words.endswith(", a day late")
    assert next_due(MONTHLY, TODAY, last=TODAY - timedelta(days=28)).in_words == "is due today"
    assert next_due(MONTHLY, TODAY, last=TODAY).in_words == "is due Friday 25 December 2026"


def test_somebody_without_a_first_day_is_counted_from_when_they_were_noted_and_becomes_overdue():
    dele = person(noted=TODAY - timedelta(days=31))
    due = Roster(practitioners=(dele,)).due(dele, TODAY, MONTHLY)
    assert (due.standing, due.days) == ("overdue", -3)
    a_year_on = Roster(practitioners=(dele,)).due(dele, TODAY + timedelta(days=365), MONTHLY)
    assert a_year_on.days == -368


def test_a_newly_qualified_person_with_none_held_is_late_by_their_own_pattern():
    tom = person(stage="newly_qualified", since=TODAY - timedelta(weeks=11))
    due = Roster(practitioners=(tom,)).due(tom, TODAY, Rhythm.newly_qualified())
    assert due.day == tom.since + timedelta(days=7)
    assert "10 weeks late" in due.in_words


def test_consultants_and_managers_are_to_have_supervision_too_and_guests_are_not():
    roles = ("consultant", "manager", "supervisor", "practitioner", "student", "other", "clinician")
    roster = Roster(practitioners=tuple(person(role, role=role) for role in roles))
    assert [someone.id for someone in roster.supervised(TODAY)] == list(roles[:5])


def test_what_did_not_take_place_is_followed_up_until_one_has():
    tom = person()
    missed = MissedSupervision(practitioner="tom", on=date(2026, 11, 23), why="a child in danger")
    roster = Roster(practitioners=(tom,)).with_missed(missed)
    assert "23 November 2026 did not take place (a child in danger); no new day yet" in missed.in_words
    moved = missed.model_copy(update={"new_day": date(2026, 11, 30)})
    roster = roster.with_missed(moved)
    assert roster.missed == (moved,)
    assert "new day Monday 30 November 2026" in roster.missed_since("tom", TODAY).in_words
    held = CompletedSupervision(practitioner="tom", on=date(2026, 11, 30))
    assert roster.with_supervision(held).missed_since("tom", date(2026, 12, 1)) is None
    assert Roster.model_validate_json(roster.model_dump_json()) == roster
