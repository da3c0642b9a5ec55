"""Teams and rhythm: who supervises whom on a day, and when supervision is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from supervision_tui.people import Agreement, Membership, Pod, Practitioner, Rhythm, Team, next_due
from tests.whole import examples

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_twenty_eight_days():
    due = next_due(Rhythm.every(28), date(2026, 9, 1), last=date(2026, 8, 10))
    assert (due.day, due.standing, due.days) == (date(2026, 9, 7), "due_soon", 6)
    assert next_due(Rhythm.every(28), date(2026, 9, 8), last=date(2026, 8, 10)).standing == "overdue"
    assert next_due(Rhythm.every(28), date(2026, 8, 11), last=date(2026, 8, 10)).standing == "on_time"


@pytest.mark.parametrize(
    ("last", "due"),
    [
        ("2026-01-31", "2026-02-28"),
        ("2028-01-31", "2028-02-29"),
        ("2026-12-15", "2027-01-15"),
        ("2026-04-30", "2026-05-30"),
    ],
)
def test_monthly_is_the_same_day_or_the_last_there_is(last, due):
    last = date.fromisoformat(last)
    assert next_due(Rhythm.monthly(), last, last).day == date.fromisoformat(due)


def test_newly_qualified_begins_weekly_and_ends_monthly():
    first = date(2026, 1, 5)
    rhythm = Rhythm.newly_qualified()
    gaps = [
        (next_due(rhythm, last, last, first).day - last).days
        for last in (first + timedelta(weeks=weeks) for weeks in (0, 5, 6, 25, 26, 40))
    ]
    assert gaps[:4] == [7, 7, 14, 14]
    assert all(28 <= gap <= 31 for gap in gaps[4:])


def test_before_the_first_time():
    assert next_due(Rhythm.every(28), date(2026, 9, 1), None, date(2026, 8, 20)).day == date(2026, 9, 17)
    assert next_due(Rhythm.every(28), date(2026, 9, 1), None, date(2026, 9, 20)).standing == "not_begun"
    assert next_due(Rhythm.every(28), date(2026, 9, 1), None).day == date(2026, 9, 1)


@given(DAYS, DAYS, st.integers(1, 366))
@examples(100)
def test_overdue_is_exactly_after_the_due_day(today, last, days):
    due = next_due(Rhythm.every(days), today, last)
    assert (due.standing == "overdue") == (today > due.day)
    assert due.days == (due.day - today).days


@given(DAYS)
@examples(100)
def test_a_month_is_never_longer_than_a_month(last):
    assert 28 <= (next_due(Rhythm.monthly(), last, last).day - last).days <= 31


def test_a_rhythm_out_of_order_is_refused_in_words():
    with pytest.raises(ValidationError, match="the last must not"):
        Rhythm.model_validate({"steps": [{"until_week": 6, "every_days": 7}]})
    with pytest.raises(ValidationError, match="follow each other"):
        Rhythm.model_validate({"steps": [{"until_week": 9}, {"until_week": 6}, {}]})


TEAM = Team(
    id="t",
    name="Harbour team",
    members=(
        Membership(practitioner="nadia", supervisor="joan", since=date(2025, 1, 1), until=date(2026, 3, 31)),
        Membership(practitioner="nadia", supervisor="femi", since=date(2026, 4, 1)),
        Membership(practitioner="tom", supervisor="femi"),
        Membership(practitioner="femi"),
    ),
)


def test_who_supervises_whom_on_a_day():
    assert TEAM.supervisor_of("nadia", date(2026, 3, 1)) == "joan"
    assert TEAM.supervisor_of("nadia", date(2026, 4, 1)) == "femi"
    assert TEAM.supervisor_of("femi", date(2026, 9, 1)) is None


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ([{"practitioner": "a", "supervisor": "a"}], "their own supervisor"),
        ([{"practitioner": "a", "since": "2026-02-01", "until": "2026-01-01"}], "ends before it begins"),
        ([{"practitioner": "a", "supervisor": "b"}, {"practitioner": "b", "supervisor": "a"}], "supervise each other"),
    ],
)
def test_a_team_that_cannot_be_is_refused_in_words(members, said):
    with pytest.raises(ValidationError, match=said):
        Team.model_validate({"id": "t", "name": "T", "members": members})


def test_facilitating_goes_round():
    pod = Pod(id="p", name="Pod", facilitators=("a", "b", "c"))
    assert ["".join(pod.facilitators_after(one)) for one in ("a", "c", "gone")] == ["bca", "abc", "abc"]
    assert Pod(id="p", name="Pod").facilitators_after("a") == ()


def test_a_practitioner_is_here_from_the_first_day_to_the_last():
    nadia = Practitioner(id="nadia", name="Nadia", since=date(2026, 1, 5), left=date(2026, 6, 30))
    assert [nadia.here(date(2026, month, 30)) for month in (1, 6, 7)] == [True, True, False]


def test_an_agreement_says_when_it_is_signed_and_looked_at_again():
    agreed = Agreement(id="a", practitioner="nadia", supervisor="femi", since=date(2026, 1, 1), signed=("nadia",))
    assert not agreed.both_signed
    assert not agreed.review_due(date(2026, 12, 31))
    assert agreed.review_due(date(2027, 1, 1))
    assert Agreement.model_validate_json(agreed.model_dump_json()) == agreed
