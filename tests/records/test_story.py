"""What was typed once in a session reaches the family: seen and alone, words, facts with their source, each dated."""

from datetime import date

import pytest

from supervision_tui.practice import Destination
from supervision_tui.records.model import Paragraph, Section
from supervision_tui.records.story import (
    decision_in,
    is_alone,
    newest,
    quotes_in,
    seen_in,
    split_source,
    story_of,
    with_story,
    without_repeated,
)
from supervision_tui.resources import content_folder
from tests.every_row import every_row
from tests.records.robin import record_of_robin
from tests.shipped import load_family

ON = date(2026, 11, 27)
FAMILIES = content_folder("templates/families")
V2 = load_family(FAMILIES / "carter-okafor.yaml")


@every_row(
    ("line", "times"),
    [
        ("24 Nov at school, alone for ten minutes (Priya)", [("seen_alone", "2026-11-24")]),
        (
            "24 Nov at school, alone. Before: 16 July at home, not alone",
            [("seen_alone", "2026-11-24"), ("seen", "2026-07-16")],
        ),
        ("not seen alone; 16 July with mum", [("seen", "2026-07-16")]),
        ("Not seen since 3 August", [("seen", "2026-08-03")]),
        ("last Friday on her own in her bedroom", [("seen_alone", "2026-11-20")]),
        ("Friday, left alone at home with the baby", [("seen", "2026-11-27")]),
        ("not yet alone, 12 Nov", [("seen", "2026-11-12")]),
        ("seen alone? no", []),
        ("not seen", []),
        ("never", []),
        ("12 November, 1:1 at school", [("seen_alone", "2026-11-12")]),
        ("She was seen on 3/11 without mum", [("seen_alone", "2026-11-03")]),
        ("Priya saw him on his own last Thursday, school", [("seen_alone", "2026-11-26")]),
        ("3 weeks ago at the centre, dad there", [("seen", "2026-11-06")]),
    ],
)
def test_when_a_child_was_seen_and_whether_alone_is_read_from_the_line(line, times):
    assert [(time.kind, time.when) for time in seen_in(line, ON)] == times


@every_row(
    ("line", "words", "by"),
    [
        ("Seen alone at school on 24 November, by Priya", "at school", "Priya"),
        ("‘I like it.’ She was seen on her own on Tuesday at Nan's, by Dee Harrow", "at Nan's", "Dee Harrow"),
        ("seen on 3/11 at the centre", "at the centre", ""),
        ("Seen at home, 20 Nov (Ms Ward)", "at home", "Ms Ward"),
        ("Priya saw her alone at school, 24 Nov", "Priya saw her alone at school", ""),
    ],
)
def test_where_a_child_was_seen_stands_without_the_day_and_the_words_for_it(line, words, by):
    assert [(time.words, time.by) for time in seen_in(line, ON)] == [(words, by)]


@pytest.mark.parametrize(
    "line",
    ["Left alone with the baby on Friday", "He is alone at night", "Mum was alone", "feels alone", "Zuri played alone"],
)
def test_to_be_alone_in_life_is_not_to_be_seen_alone(line):
    assert not is_alone(line, asked=False)
    assert seen_in(line, ON, asked=False) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("'I only rang because Zuri was hungry.' (24 Nov, to Ms Ward)", ["I only rang because Zuri was hungry."]),
        ("She said “I don’t like it” and ‘Nan knows’", ["I don’t like it", "Nan knows"]),
        ("Mum said 'he is lazy' and Robin said 'I am tired'", ["I am tired"]),
        ('Leanne told us "they never eat"', []),
        ("He hums when the car comes", []),
        ('Robin: "I don\'t want to go"', ["I don't want to go"]),
    ],
)
def test_quoted_words_are_the_childs_unless_somebody_else_said_them(line, words):
    assert quotes_in(line, "Robin", ["Leanne", "Maisie"]) == words


def test_the_source_stands_in_brackets_at_the_end_or_in_the_form():
    assert split_source("Late four times (Ms Ward, 24 Nov)") == ("Late four times", "Ms Ward, 24 Nov")
    assert split_source("Late four times\nHow we know: told, school") == ("Late four times", "told, school")
    assert split_source("Late (again) this week") == ("Late (again) this week", "")


def line(field, text, heading="x", kind="said", source=""):
    return Section(heading=heading, paragraphs=(Paragraph(text=text, field=field, kind=kind, source=source),))


def entry(*sections, day=ON, subject="robin", **changed):
    return record_of_robin(*sections, day=day, subject=subject, id=f"s.cf.{subject}.{day}", **changed)


def test_a_record_gives_the_family_contacts_words_and_events_dated_by_when_they_happened():
    record = entry(
        line("last_seen", "24 Nov at school, alone for ten minutes (Priya)"),
        line("child_voice", "'I want Nan to know before Dad.' (24 Nov, to Priya)"),
        line("facts", "Slept at Nan Pauline's on Saturday (Robin, 25 Nov)"),
        line("facts", "Late for school four times in two weeks (Ms Ward, 24 Nov)"),
    )
    known = with_story(V2, story_of([record], V2), events=True)
    contact, quote = known.contacts[-1], known.quotes[-1]
    assert (contact.kind, str(contact.date), contact.who, contact.by) == (
        "seen_alone",
        "2026-11-24",
        ("robin",),
        "Priya",
    )
    assert (quote.who, quote.words, str(quote.date)) == ("robin", "I want Nan to know before Dad.", "2026-11-24")
    events = {str(event.what): (str(event.date), str(event.source)) for event in known.events[len(V2.events) :]}
    assert events["Slept at Nan Pauline's on Saturday"] == ("2026-11-21", "Robin, 25 Nov")
    assert events["Late for school four times in two weeks"] == ("2026-11-24", "Ms Ward, 24 Nov")


def test_the_kept_family_is_not_changed_and_nothing_is_doubled():
    record = entry(line("last_seen", "24 Nov, alone"), line("child_voice", "'Hello there'"))
    items = story_of([record], V2)
    known = with_story(V2, items)
    assert with_story(known, items) == known
    assert len(known.contacts) == len(V2.contacts) + 1
    assert V2.contacts == load_family(FAMILIES / "carter-okafor.yaml").contacts


def test_the_same_line_in_several_files_is_one_item_for_all_of_those_children():
    both = [entry(line("facts", "Moved on 3 Nov", source="s.4"), subject=child) for child in ("robin", "maisie")]
    (item,) = story_of(both, V2)
    assert set(item.children) == {"robin", "maisie"}
    assert (item.when, item.dated) == ("2026-11-03", True)


def test_a_fact_without_a_day_is_dated_by_the_day_on_which_it_was_noted_and_says_so():
    (item,) = story_of([entry(line("facts", "Zuri sleeps badly (Mum)"))], V2)
    assert (item.dated, item.day, item.source) == (False, ON, "Mum")


def test_after_a_visit_the_child_was_seen_on_that_day_and_alone_where_the_answer_says_so():
    record = entry(
        line("seen", "The room was warm; Robin showed the drawings"),
        line("child_voice", "Yes, in the kitchen: 'I sleep now'", heading="Robin seen alone? In their own words"),
    )
    kinds = {(item.kind, item.when) for item in story_of([record], V2)}
    assert {("seen", "2026-11-27"), ("seen_alone", "2026-11-27")} <= kinds
    contacts = with_story(V2, story_of([record], V2)).contacts[len(V2.contacts) :]
    assert [contact.kind for contact in contacts] == ["seen_alone"]


def test_a_workers_record_tells_nothing_of_a_family():
    own = entry(line("facts", "Tired on 3 Nov"), destination=Destination.SUPERVISION_RECORD)
    assert story_of([own], V2) == ()


def test_a_decision_is_taken_apart_into_what_why_who_and_how_told():
    text = "Plan stays\nBecause: safe by midnight\nand asked for help\nDecided by: Dee Harrow."
    text += "\nHow the family is told: by Priya"
    parts = decision_in(text)
    assert (parts.what, parts.because) == ("Plan stays", "safe by midnight\nand asked for help")
    assert (parts.decided_by, parts.told) == ("Dee Harrow", "by Priya")


def test_the_newest_of_a_kind_comes_first_and_only_of_that_child():
    old, new = entry(line("strengths", "Cooks"), day=date(2026, 5, 1)), entry(line("strengths", "Draws"))
    other = entry(line("strengths", "Runs"), subject="maisie")
    items = story_of([old, new, other], V2)
    assert [item.words for item in newest(items, "strength", child="robin")] == ["Draws", "Cooks"]


def test_the_pregnancy_of_a_child_who_is_not_born_is_a_fact_and_nobodys_own_words():
    said = line("child_voice", "“She kicks a lot,” says Leanne. 24 Nov")
    record = entry(said).model_copy(update={"subject": "baby", "id": "s9.cf.baby"})
    items = story_of([record], V2)
    assert {item.kind for item in items} == {"fact"}
    assert not [quote for quote in with_story(V2, items).quotes if quote.who == "baby"]


def test_what_stands_in_several_files_is_told_once_by_its_newest_day():
    days = {"Nan comes on Wednesdays": date(2026, 1, 8), "Nan comes on wednesdays": date(2026, 3, 8)}
    items = [
        item
        for words, day in days.items()
        for item in story_of(
            [entry(line("strengths", words)).model_copy(update={"id": f"{day}.cf.robin", "day": day})], V2
        )
    ]
    told = without_repeated(newest(items, "strength"))
    assert [item.noted for item in told] == [date(2026, 3, 8)]
