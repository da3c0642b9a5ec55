"""A hand-over holds what matters, danger first, for a worker alone; what keeps somebody safe is not written."""

import json
from datetime import date, datetime

import pytest

from supervision_tui.family import HarmFlag, HiddenFact, Status, Strength
from supervision_tui.family.dates import PartialDate
from supervision_tui.records.documents import render_document
from supervision_tui.records.documents.export import write
from supervision_tui.records.kinds.chronology import FIRST, WorkRow, chronology, folded_rows
from supervision_tui.records.kinds.letter_safety import LetterSafety
from supervision_tui.records.kinds.transfer_parts import ideas_part
from supervision_tui.records.story import dangers, is_safety_store, safety_stores
from supervision_tui.resources import content_folder
from supervision_tui.session import Hypothesis
from supervision_tui.session.model import StatusChange
from supervision_tui.workspace.disclosure import prepare_document
from supervision_tui.workspace.reports import page_of
from tests.every_row import every_row
from tests.shipped import load_family
from tests.workspace.exchange_notebooks import Notebook
from tests.workspace.test_family_page import session_about

FAMILIES = content_folder("templates/families")
V4 = load_family(FAMILIES / "kowalska-fairhurst.yaml")
TODAY = date(2026, 11, 27)
DECISION = {
    "what": "The plan stays", "because": "the children were safe by midnight", "decided_by": "Dee Harrow, manager",
    "family_told": "by Priya on Monday", "child": "oliver",
}  # fmt: skip
STEP = {"what": "Discuss with the GP", "owner": "Priya", "when": "Friday", "child": "oliver"}
IDEA = {
    "statement": "Perhaps Oliver hums to keep time", "child_inside": "watchful",
    "would_fit": "he hums less at school", "would_drop": "he hums everywhere",
}  # fmt: skip
FACT = {"what": "Simon rang the school on Monday", "known": "reported, Ms Ward", "child": "oliver"}


@pytest.fixture
def told(demo_workspace):
    """The demonstration's V4 with two sessions about it."""
    session_about(
        demo_workspace, "T3", "V4",
        [
            ("child_voice", "oliver", "‘Nights are loud.’ (24 Nov, to Ms Ward)"),
            ("past_harm", "oliver", "Simon broke Agnieszka's phone on 12 Nov (Agnieszka)"),
            ("worry", "oliver", "Ms Ward is worried that Oliver will be hurt if he steps between them"),
            ("safety_acts", "oliver", "Oliver hid Hania in the wardrobe (Hania, 14 Nov)"),
            ("strengths", "oliver", "Agnieszka keeps a spare phone at the clinic"),
            ("strengths", "hania", "Hania has a friend called Bea"),
        ],
    )  # fmt: skip
    answers = [("actions", "oliver", STEP), ("decisions", "oliver", DECISION), ("hypotheses", "oliver", IDEA)]
    session_about(demo_workspace, "T2", "V4", [*answers, ("facts", "oliver", FACT)])
    return demo_workspace


def ready(workspace, recipient="Sana Malik, social worker", kind="transfer", about="V4"):
    return prepare_document(workspace, kind, about, recipient=recipient, purpose="handing over")


def test_danger_comes_first_on_a_page_of_its_own(told):
    first = ready(told).document.parts[0]
    assert (first.heading, first.own_page) == (FIRST, True)
    words = "\n".join(item.words for item in first.items)
    for said in ("Coercive control by Simon", "emotional abuse of Oliver", "protective order", "broke Agnieszka's",
                 "Ms Ward is worried", "Simon and the children must not learn about Agnieszka"):  # fmt: skip
        assert said in words


def test_after_it_the_story_the_words_decisions_with_reasons_ideas_steps_and_what_works(told):
    text = render_document(ready(told).document, "txt")
    for said in ("Nights are loud.", "Simon rang the school", "Because: the children were safe by midnight",
                 "by Dee Harrow, manager", "draft, not confirmed", "We would drop it if: he hums everywhere",
                 "Discuss with the GP", "a friend called Bea", "Oliver Fairhurst (12)"):  # fmt: skip
        assert said in text
    assert text.index("Coercive control") < text.index("Nights are loud") < text.index("The plan stays")


def test_it_is_as_at_today_and_ages_are_todays(told):
    prepared = ready(told)
    year = told.today().year
    assert f"As at {told.today().day}" in prepared.document.about
    assert f"As on {told.today().day}" in prepared.document.picture.words
    assert str(year) in prepared.document.about
    assert "As on 1 September 2026" not in prepared.document.words


def test_what_keeps_somebody_safe_is_not_in_it_and_the_check_names_it_before_anything_is_written(told):
    prepared = ready(told)
    for words in ("nappy box", "code word", "spare phone", "wardrobe"):
        assert words not in render_document(prepared.document, "txt")
    checks = "\n".join(prepared.warnings)
    assert "nappy box" in checks
    assert "code word" in checks
    assert "told midwife" in checks
    assert any("safe: told by word of mouth" in item.words for item in prepared.document.parts[-1].items)
    assert any("keep somebody safe" in line for line in prepared.notes)


def test_the_address_that_no_copy_may_show_and_a_home_that_is_not_to_be_named_are_nowhere(told):
    text = render_document(ready(told).document, "txt")
    assert "not to be recorded" not in text
    assert "about Joanne: address" not in text
    assert "about Joanne: ask the worker before" in text


def test_its_reader_is_checked_and_one_paper_is_for_one_worker(told):
    assert any("Is Sana Malik" in line for line in ready(told).warnings)
    assert any("not one person" in line for line in ready(told, "the whole team").warnings)


@pytest.mark.parametrize("reader", ["Agnieszka", "Simon Fairhurst", "Oliver's mum"])
def test_somebody_of_the_family_gets_no_page_of_danger_and_no_worry(told, reader):
    prepared = ready(told, reader)
    text = render_document(prepared.document, "txt")
    assert FIRST not in [part.heading for part in prepared.document.parts]
    for words in ("Coercive", "broke", "worried", "The plan stays", "Discuss with the GP", "must not learn", "nappy"):
        assert words not in text
    assert any("page of danger" in line for line in prepared.notes)


def test_the_chronology_holds_words_seen_facts_and_decisions_dated_by_when_they_happened(told):
    rows = ready(told, about="V4/oliver", kind="chronology").document.parts[-1].table.rows
    what = [row[1] for row in rows]
    assert any("Nights are loud" in words for words in what)
    assert any("Simon rang the school" in words for words in what)
    assert any(words.startswith("The plan stays. Because: ") for words in what)
    (rang,) = [row for row in rows if "rang the school" in row[1]]
    assert rang[3] == "reported, Ms Ward"
    assert not any("wardrobe" in words or "nappy" in words for words in what)


def test_a_chronology_for_a_worker_begins_with_danger_and_asks_who_reads_it(told):
    prepared = ready(told, about="V4/oliver", kind="chronology")
    first = prepared.document.parts[0]
    words = [item.words for item in first.items]
    assert first.heading == FIRST
    assert first.own_page
    assert any(line.startswith("Coercive control by Simon towards Agnieszka") for line in words)
    assert not any("must not learn" in line or "midwife" in line for line in words)
    assert any(f"tells {len(words)} things that must be known first. Is " in line for line in prepared.warnings)


def test_a_chronology_for_somebody_of_the_family_tells_no_danger(told):
    prepared = ready(told, about="V4/oliver", kind="chronology", recipient="Simon Fairhurst")
    assert [part.heading for part in prepared.document.parts] == ["Chronology"]
    assert "Coercive" not in prepared.document.words


@pytest.mark.parametrize("may", [False, True])
def test_a_step_that_came_to_an_end_stands_in_no_chronology_for_the_family_where_somebody_is_harmed(
    demo_workspace, may
):
    family = demo_workspace.families.get("V4")
    rows = [WorkRow(TODAY, "Done: See Oliver at the club", "Tom", ("oliver",), is_step=True),
            WorkRow(TODAY, "4 of 10, said Oliver", "Oliver", ("oliver",))]  # fmt: skip
    safety = None if may else LetterSafety.of(family, "oliver", TODAY)
    paper = chronology(family, "oliver", [], TODAY, safety, work=rows)
    assert ("See Oliver at the club" in paper.words) is may
    assert ("“Done: See Oliver at the club” (it is a step)" in paper.withheld) is not may
    assert "4 of 10, said Oliver" in paper.words


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("Seen alone: at school, by Tom", True),
        ("Last seen: 20 June 2026 (at school, alone, by Tom)", True),
        ("Tom saw him at school, alone", True),
        ("Spoke with Hania alone in the library", True),
        ("Seen: at home, with Mum", False),
        ("Leave the shoes alone", False),
    ],
)
def test_nobody_of_the_family_is_told_where_somebody_is_harmed_that_a_child_was_seen_alone(words, tells):
    told = "it tells that a child was seen alone"
    assert (LetterSafety.of(V4, "oliver", TODAY).reason(words) == told) is tells
    calm = load_family(FAMILIES / "carter-okafor.yaml")
    assert LetterSafety.of(calm, "zuri", TODAY).reason(words) != told


def test_an_idea_that_was_thought_again_stands_once_since_it_was_thought_first():
    first, again = (
        Hypothesis(id=f"i.{day}", stage="s", statement=words, at=datetime(2026, 1, day, 9).astimezone(), history=(
            StatusChange(status="growing", at=datetime(2026, 2, day, 9).astimezone(), because=f"seen {day}"),))
        for day, words in ((3, "Perhaps it keeps us safe"), (17, "perhaps it keeps us safe"))
    )  # fmt: skip
    part = ideas_part([again, first], {}, [], "")
    assert len(part.items) == 1
    assert "first thought 3 January 2026" in part.items[0].marks
    assert "because seen 3" in part.items[0].words
    assert "because seen 17" in part.items[0].words


def test_it_can_be_opened_as_data(told, tmp_path):
    write(ready(told).document, tmp_path / "over.json")
    data = json.loads((tmp_path / "over.json").read_text(encoding="utf-8"))
    assert data["parts"][0]["heading"] == FIRST
    assert "svg" not in data["picture"]
    assert data["reader"] == "Sana Malik, social worker"


def test_a_parcel_brings_the_story_along_so_the_page_is_the_same_there(tmp_path):
    from supervision_tui.vault import Cost
    from supervision_tui.workspace import create_vault

    books = {}
    for name in ("Sam", "Ben"):
        workspace, _ = create_vault(tmp_path / name, "kettle bramble orbit lantern", name, cost=Cost.FAST)
        (tmp_path / f"{name}-out").mkdir()
        books[name] = Notebook(name, workspace, tmp_path / f"{name}-out")
    sam, ben = books["Sam"], books["Ben"]
    sam.workspace.import_family(str(FAMILIES / "pritchard-hussain.yaml"))
    session_about(sam.workspace, "T2", "V3", [("child_voice", "amina", "‘I draw at Nan's.’ (24 Nov, to Priya)")])
    sam.pair(ben)
    ben.take(sam.make("V3", ben))
    said = next(row for row in page_of(ben.workspace, "V3", "amina").rows if row.key == "says")
    assert "I draw at Nan's." in said.lines[0]
    for book in books.values():
        book.workspace.close()


@every_row(
    ("words", "store"),
    [
        ("Agnieszka's diary and savings in a nappy box", True),
        ("Hania and Oliver's code word", True),
        ("keeps a spare key at Halina's", True),
        ("has hidden her passport at work", True),
        ("a bag packed under the bed", True),
        ("plans to leave after Christmas", True),
        ("Agnieszka has a bag at Halina's", True),
        ("I keep my bag packed", True),
        ("a suitcase in the boot", True),
        ("her clothes are at her sister's", True),
        ("left some clothes with the neighbour", True),
        ("Mum has a secret place for us at Petra's", True),
        ("she wants to move in with her sister", True),
        ("a room ready for them over the shop", True),
        ("somewhere safe to go is found", True),
        ("she is going to get away in spring", True),
        ("wants to move on with her course", False),
        ("a place at nursery", False),
        ("the case is at court", False),
        ("keeps the clothes clean", False),
        ("bag of sweets from Nan", False),
        ("papers kept by Simon", False),
        ("Patricia's calls", False),
        ("goes to school every day", False),
        ("likes money boxes", False),
    ],
)
def test_a_safety_store_is_known_by_its_words_where_somebody_is_harmed(words, store):
    assert is_safety_store(words, V4, TODAY) is store
    calm = load_family(FAMILIES / "carter-okafor.yaml")
    assert not is_safety_store(words, calm, TODAY)
    assert (words in safety_stores(V4.replaced(strengths=(Strength(words=words),)), TODAY)) is store


def test_what_is_over_is_no_danger_any_more():
    over = PartialDate.read("2026-01")
    persons = tuple(
        person.replaced(statuses=tuple(status.replaced(until=over) for status in person.statuses))
        for person in V4.persons
    )
    flags = tuple(flag.replaced(until=over) for flag in V4.harm_flags)
    ended = V4.replaced(harm_flags=flags, ties=(), events=(), persons=persons)
    assert {danger.kind for danger in dangers(ended, TODAY)} == {"care", "kept"}


def test_every_sort_of_danger_is_told_and_the_fact_itself_only_where_it_may_be():
    family = load_family(FAMILIES / "carter-okafor.yaml")
    robin = family.person("robin").replaced(statuses=(Status(code="CP", since=PartialDate.read("2026-03")),))
    marked = family.replaced(
        persons=tuple(robin if person.id == "robin" else person for person in family.persons),
        harm_flags=(HarmFlag(kind="neglect", by="leanne", to=("robin",), note="since August"),),
        hidden_facts=(HiddenFact(about="robin", fact="asked to leave", hide_from=("craig",), show_child=True),),
    )
    found = dangers(marked, TODAY)
    assert [danger.kind for danger in found] == ["harm", "order", "kept"]
    assert "child protection plan, since March 2026" in found[1].words
    assert found[2].words == "Craig must not learn something about Robin"
    assert found[2].whole == "Craig must not learn about Robin: asked to leave"


def test_what_is_written_alike_again_and_again_is_one_row_with_how_often_and_from_when():
    visits = [(date(2026, month, 3), (f"3.{month}.", "Seen: at home", "?", "Priya")) for month in (1, 2, 4)]
    other = (date(2026, 3, 1), ("1.3.", "Moved school", "?", "Priya"))
    assert folded_rows([*visits[:2], other, visits[2]]) == [
        other, (date(2026, 4, 3), ("3 times, 3.1. to 3.4.", "Seen: at home", "?", "Priya")),
    ]  # fmt: skip
    assert folded_rows(visits[:2]) == visits[:2]


def test_what_a_child_showed_and_the_difference_are_told_as_what_they_are(demo_workspace):
    for template in ("T3", "T2"):
        session_about(demo_workspace, template, "V4", [("child_voice", "oliver", "hums when it is loud")])
    for kind, about in (("transfer", "V4"), ("chronology", "V4/oliver")):
        text = render_document(ready(demo_workspace, kind=kind, about=about).document, "txt")
        assert "Said or showed: hums when it is loud" in text
    (part,) = [part for part in ready(demo_workspace).document.parts if part.heading == "Oliver: in their own words"]
    assert [item.words for item in part.items].count("hums when it is loud") == 1
