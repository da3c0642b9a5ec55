"""What a record shows is quoted beside a checklist's question; the rest is asked, and nothing is counted."""

from datetime import UTC, datetime

from supervision_tui.records import Paragraph, Section, confirm, evidence_for, review_record
from supervision_tui.records.checklist_evidence import CONFIRMED, _sources
from supervision_tui.resources import content_folder
from supervision_tui.session import fields
from tests.records.robin import record_of_robin
from tests.shipped import load_family, load_library

LIBRARY = load_library()
RECORD = record_of_robin(
    Section(heading="What Robin said or showed", paragraphs=(Paragraph(text="“I cook.”", field="child_voice"),)),
    Section(heading="Decided", paragraphs=(Paragraph(text="Stay.\nBecause: safe", kind="decision"),)),
    opening="",
)


def asked(checklist, item, record=RECORD):
    return next(each for each in evidence_for(LIBRARY.checklists[checklist], [record]) if each.item.id == item)


def test_the_childs_words_stand_beside_the_question_about_them():
    quotes = asked("telford-recording", "C-REC.3").quotes
    assert [(quote.heading, quote.words) for quote in quotes] == [("What Robin said or showed", "“I cook.”")]


def test_oversight_is_seen_in_the_decision_and_once_it_is_confirmed_in_the_mark():
    assert len(asked("telford-recording", "C-REC.10").quotes) == 1
    signed = confirm(RECORD, by="Priya", role="team manager", at=datetime(2026, 9, 4, tzinfo=UTC))
    assert asked("telford-recording", "C-REC.10", signed).quotes[-1].words == "Priya, team manager"


def test_what_a_record_cannot_show_is_simply_asked():
    every = evidence_for(LIBRARY.checklists["telford-recording"], [RECORD])
    assert len(every) == len(LIBRARY.checklists["telford-recording"].items)
    assert next(each for each in every if each.item.id == "C-REC.12").quotes == ()


def test_every_question_and_every_part_that_the_file_names_is_there():
    items = {item.id for checklist in LIBRARY.checklists.values() for item in checklist.items}
    known = {field.id for t in LIBRARY.templates.values() for stage in t.stages for field in fields(stage, t)}
    assert set(_sources()) <= items
    assert {part for parts in _sources().values() for part in parts} <= known | {CONFIRMED, "decision", "action"}


def test_names_and_birth_dates_of_another_family_are_pointed_out_with_whose_they_are():
    families = [load_family(path) for path in sorted(content_folder("templates/families").glob("*.yaml"))]
    own = next(family for family in families if family.id == "V2")
    others = [family for family in families if family.id != "V2"]
    for other in others:
        person = next(
            each for each in other.persons if each.kind == "person" and " " in each.name.split("(")[0].strip()
        )
        name = person.name.split("(")[0].strip()
        words = RECORD.model_copy(update={"opening": RECORD.opening + f"We saw {name.upper()} too."})
        found = [remark for remark in review_record(words, own, others) if remark.kind == "foreign"]
        assert [(remark.quote, remark.must) for remark in found] == [(name.upper(), True)]
        assert other.id in found[0].words
    assert not [remark for remark in review_record(RECORD, own, others) if remark.kind == "foreign"]


def test_a_home_that_must_not_be_written_down_is_pointed_out():
    paths = list(content_folder("templates/families").glob("*.yaml"))
    assert paths
    for path in paths:
        family = load_family(path)
        for home in family.households:
            words = RECORD.model_copy(update={"subject": family.focus[0], "opening": f"She is at {home.name}."})
            found = [each for each in review_record(words, family) if each.quote == home.name]
            assert bool(found) == (not home.safe_to_record)
