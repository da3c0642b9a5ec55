"""A decision made session after session stands once in every paper, with its days; no differing reason is lost."""

from datetime import date, datetime

import pytest

from supervision_tui.family import Family, Person
from supervision_tui.practice import Destination
from supervision_tui.records import Paragraph, Record, Section, confirm
from supervision_tui.records.kinds.chronology import chronology_rows
from supervision_tui.records.kinds.transfer_parts import Sources, decisions_part
from supervision_tui.records.story import repeated_decisions, story_of

FAMILY = Family(
    id="F9", title="Ikande", focus=("temi", "sola"),
    persons=tuple(Person(id=name.lower(), name=f"{name} Ikande") for name in ("Temi", "Sola")),
)  # fmt: skip
PLAN = "The child protection plan stays."
REASONS = (
    f"{PLAN} Because (5 March 2026): the order ended. "
    "Because (2 times, 5 January 2026 to 5 February 2026): nights are not safe yet"
)
DAYS = [date(2026, month, 5) for month in range(1, 9)]


def entry(day, what=PLAN, because="nights are not safe yet", *, child="temi", more="", meant="She knows who to ring"):
    text = "\n".join(filter(None, [what, f"Because: {because}" if because else "", "Decided by: Dee Harrow.", more]))
    kinds = (("decision", "decision", text), ("impact", "said", meant))
    paragraphs = [Paragraph(text=words, kind=kind, field=field) for field, kind, words in kinds if words]
    return Record(
        id=f"{day:%y%m%d}.child_file.{child}", session_id=f"{day:%y%m%d}", title="For the file", opening="",
        destination=Destination.CHILD_FILE, subject=child, family_ref="F9", day=day, author="Amina",
        sections=(Section(heading="Decided", paragraphs=tuple(paragraphs)),),
    )  # fmt: skip


def folded(*records):
    return repeated_decisions(item for item in story_of(records, FAMILY) if item.kind == "decision")


def handed_over(*records):
    part = decisions_part(Sources(FAMILY, story_of(records, FAMILY), DAYS[-1]))
    return [(item.words, item.marks) for item in part.items]


def test_a_decision_made_three_times_stands_once_with_its_days():
    [(words, marks)] = handed_over(*map(entry, DAYS[:3]))
    assert words == f"{PLAN}\nBecause: nights are not safe yet"
    assert marks.startswith("5 January 2026, again on 5 February 2026 and 5 March 2026; for Temi; by Dee Harrow")


def test_of_many_times_it_is_told_how_often_and_when_last():
    [decision] = folded(*map(entry, DAYS))
    assert decision.days() == "5 January 2026, again 7 times, last on 5 August 2026"


@pytest.mark.parametrize("part", ["Because", "Also considered", "How the family was told"])
def test_no_differing_words_are_lost_and_each_has_its_days(part):
    said = ["first words", "first words", "second words", "first words"]
    records = [
        entry(
            day,
            because=words if part == "Because" else "the same",
            more="" if part == "Because" else f"{part.replace('was', 'is')}: {words}",
        )
        for day, words in zip(DAYS, said, strict=False)
    ]
    [(words, _)] = handed_over(*records)
    assert f"{part} (3 times, 5 January 2026 to 5 April 2026): first words" in words
    assert f"{part} (5 March 2026): second words" in words


def test_a_decision_for_two_children_is_one_and_names_both_and_capitals_and_a_stop_make_no_other():
    [(words, marks)] = handed_over(entry(DAYS[0]), entry(DAYS[1], PLAN.upper().rstrip("."), child="sola"))
    assert words.startswith(PLAN.upper().rstrip("."))
    assert "for Temi and Sola" in marks


def test_another_decision_stays_another():
    assert len(folded(entry(DAYS[0]), entry(DAYS[1], "The child protection plan ends."))) == 2


def test_of_which_days_it_is_a_draft_is_told():
    records = [entry(day) for day in DAYS[:3]]
    [decision] = folded(*records)
    assert decision.draft_words() == "draft, not confirmed"
    at = datetime(2026, 1, 6, 12).astimezone()
    signed = confirm(records[0], by="Dee Harrow", role="team manager", at=at)
    [decision] = folded(signed, *records[1:])
    assert decision.draft_words() == "draft, not confirmed: 2 of them, the last of 5 March 2026"
    [decision] = folded(signed)
    assert decision.draft_words() == ""


def test_the_chronology_has_one_row_with_every_reason_and_every_meaning():
    records = [entry(DAYS[0]), entry(DAYS[1]), entry(DAYS[2], because="the order ended", meant="She sleeps")]
    [(day, cells)] = chronology_rows(FAMILY, "temi", records)
    assert day == DAYS[0]
    assert cells == (
        "5 January 2026, again on 5 February 2026 and 5 March 2026",
        REASONS,
        "5 January 2026: She knows who to ring. 5 March 2026: She sleeps.",
        "record by Amina",
    )
