"""Who told us of a family stands in no paper that whoever harms may read, and the writer is told what was left out."""

import pytest

from supervision_tui.family import Contact, Event
from supervision_tui.family.dates import PartialDate
from supervision_tui.records.kinds import LetterSafety, chronology
from supervision_tui.records.kinds.home_copy import home_copy
from supervision_tui.records.kinds.transfer import HandOverWork, transfer
from supervision_tui.records.story import informant_in, names_source
from supervision_tui.resources import content_folder
from supervision_tui.workspace.subject_access.family_sources import Requester, in_family
from supervision_tui.workspace.subject_access.model import Ground
from tests.every_row import every_row
from tests.shipped import load_family
from tests.workspace.test_letters import TODAY, entry, family

CALM = load_family(content_folder("templates/families") / "carter-okafor.yaml")
WORKERS = ("Priya Shah", "Amina")
LEE = LetterSafety.of(family(), "lee", TODAY, WORKERS)


@every_row(
    ("line", "who"),
    [
        ("Ms Ward: Roop fell asleep in maths", "Ms Ward"),
        ("Roop fell asleep in maths (Ms Ward, 24 Nov)", "Ms Ward"),
        ("Roop fell asleep\nHow we know: reported, Ms Ward", "Ms Ward"),
        ("His teacher said he is tired", "His teacher"),
        ("Mrs Price next door: music at night", "Mrs Price"),
        ("ms ward said he was tired", "ms ward"),
        ("At school Mr Obi noticed that he was tired", "Mr Obi"),
        ("He was late; Halina noticed his shoes", "Halina"),
        ("The neighbour heard shouting", "The neighbour"),
        ("Nan is worried about the nights", "Nan"),
        ("a call from the landlady", "the landlady"),
        ("Roop was tired, reported by his form tutor", "his form tutor"),
        ("Petra - tired again", "Petra"),
        ("according to Dee Harrow he was late", "Dee Harrow"),
        ("Priya saw Roop at home", ""),
        ("The school says he is tired", ""),
        ("Seen: at school, with Mum", ""),
        ("Roop has a friend called Bea", ""),
        ("Homework club: goes on Tuesdays", ""),
        ("started school (Elm Road, 2025)", ""),
        ("Roop Price (7)", ""),
        ("Roop went to the park with Gurpreet and Jean", ""),
    ],
)
def test_who_told_is_known_by_how_a_line_says_it(line, who):
    assert informant_in(line, WORKERS) == who


@every_row(
    ("source", "named"),
    [
        ("Ms Ward", True), ("reported, Ms Ward", True), ("neighbour", True), ("police", True),
        ("noted by Priya", False), ("own observation, 3 May", True), ("seen by Priya, 24 Nov", False),
        ("school", False), ("24 November 2026", False), ("", False),
    ],
)  # fmt: skip
def test_words_for_the_source_that_name_nobody_stay(source, named):
    assert names_source(source, WORKERS) is named


EVENTS = (
    Event(id="e1", date=PartialDate.read("2026-03"), who=("roop",), what="fell asleep in maths", source="Ms Ward"),
    Event(id="e2", date=PartialDate.read("2026-04"), who=("roop",), what="Mr Obi: tired and hungry at lunch"),
    Event(id="e3", date=PartialDate.read("2026-05"), who=("roop",), what="was late for the bus", source="Gurpreet"),
    Event(id="e4", date=PartialDate.read("2026-06"), who=("roop",), what="missed a play", source="Tegan"),
    Event(id="e5", date=PartialDate.read("2026-07"), who=("roop",), what="began to swim", source="seen by Priya"),
)


def test_a_chronology_for_the_one_who_harms_names_nobody_who_told_and_tells_the_writer_what_was_left_out():
    paper = chronology(family(events=EVENTS), "roop", [], TODAY, LEE)
    for words in ("Ward", "Obi", "Gurpreet", "Tegan", "late for the bus", "missed a play"):
        assert words not in paper.words
    rows = {row[1]: row[3] for row in paper.parts[-1].table.rows}
    assert rows == {"fell asleep in maths": "not said", "began to swim": "seen by Priya"}
    withheld = "\n".join(paper.withheld)
    assert "“Ms Ward” beside “fell asleep in maths” (who told us is not told" in withheld
    assert "“Mr Obi: tired and hungry at lunch” (it tells who told us (Mr Obi)" in withheld
    assert "“was late for the bus” (it tells who told us (Gurpreet)" in withheld
    assert "“missed a play” (a child told it" in withheld
    assert "Ms Ward" in chronology(family(events=EVENTS), "roop", [], TODAY).words


def test_a_hand_over_for_the_one_who_harms_names_nobody_who_told():
    said = [
        ("said", "strengths", "Roop helps the little ones (Ms Ward)"),
        ("said", "unknown", "Does Roop eat at lunch? (Mr Obi, 24 Nov)"),
        ("said", "told", "Roop came without a coat (the lollipop lady)"),
    ]
    record = entry(said=said)
    for safety, told in ((LEE, False), (None, True)):
        paper = transfer(family(events=EVENTS), [record], HandOverWork(), TODAY, author="Amina", safety=safety)
        assert "helps the little ones" in paper.words
        assert [words in paper.words for words in ("Ward", "Obi", "lollipop")] == [told] * 3
    paper = transfer(family(events=EVENTS), [record], HandOverWork(), TODAY, author="Amina", safety=LEE)
    assert "“Ms Ward” beside “Roop helps the little ones”" in "\n".join(paper.withheld)


def test_a_copy_of_a_record_leaves_out_who_told_or_the_line_that_tells_it_and_says_why():
    lines = ["Roop was tired\nHow we know: reported, Ms Ward", "Ms Ward: asleep in maths", "Roop was late (Jean)",
             "Roop likes buses (Priya)"]  # fmt: skip
    made, left_out = home_copy(entry(said=[("said", "told", line) for line in lines]), LEE)
    texts = [paragraph.text for section in made.sections for paragraph in section.paragraphs]
    assert texts == ["Roop was tired", "Roop likes buses (Priya)"]
    assert any(line.startswith("“reported, Ms Ward” beside “Roop was tired”") for line in left_out)
    assert "“Ms Ward: asleep in maths” (it tells who told us (Ms Ward), and whoever harms may read it)" in left_out
    assert any(line.startswith("“Roop was late (Jean)” (it tells who told us") for line in left_out)


def test_who_sat_in_which_role_tells_nothing_of_the_family_and_the_opening_stays():
    opening = "Facilitator: Lena; Scribe: Maya. One family was thought about (reference SP)."
    made, left_out = home_copy(entry(said=[]).model_copy(update={"opening": opening}), LEE)
    assert (str(made.opening), left_out) == (opening, ())


def test_a_hand_over_for_the_family_says_nothing_that_is_untrue_of_what_was_left_out():
    told = family(contacts=(Contact(id="c1", date=PartialDate.read("2026-11-02"), who=("roop",), kind="seen"),))
    gurpreet = LetterSafety.of(told, "gurpreet", TODAY, WORKERS)
    record = entry(said=[("said", "impact", "Roop may be glad of a lift")])
    paper = transfer(told, [record], HandOverWork(), TODAY, author="Amina", safety=gurpreet)
    for words in ("Last seen", "go and see", "Nothing in their own words", "whoever goes on", "Ours, not theirs"):
        assert words not in paper.words
    assert "Roop may be glad of a lift" in paper.words
    assert "please tell us" in paper.opening
    assert "“Last seen: 2 November 2026” (it tells when a child was seen, and not when alone)" in paper.withheld


@pytest.mark.parametrize(("source", "shown"), [("Ms Ward", "Ms Ward"), ("the neighbour at 4", ""), ("anonymous", "")])
def test_where_nobody_is_harmed_only_who_told_in_confidence_is_left_out(source, shown):
    safety = LetterSafety.of(CALM, "zuri", TODAY)
    assert safety.source_to_show(source) == shown
    assert bool(safety.reason(f"Late again ({source})")) is not bool(shown)


def given_and_to_decide(told, person):
    """What *told* holds of *person*, as words: what is given, and what somebody has to decide about."""
    items = list(in_family(Requester(told, told.person(person))))
    return ["\n".join(item.words for item in items if (item.ground is Ground.NONE) is given) for given in (True, False)]


def test_what_is_given_to_the_one_who_harms_of_what_is_held_tells_nobody_who_told():
    own = (Event(id="e9", date=PartialDate.read("2026-03"), who=("lee",), what="lost his work", source="Ms Ward"),
           Event(id="e8", date=PartialDate.read("2026-03"), who=("lee",), what="Petra: seen at the bus stop"),
           Event(id="e7", date=PartialDate.read("2026-03"), who=("lee",), what="began a course"))  # fmt: skip
    told = family(events=own)
    persons = tuple(
        person.replaced(note="Ms Obi smelt drink") if person.id == "lee" else person for person in told.persons
    )
    given, to_decide = given_and_to_decide(told.replaced(persons=persons), "lee")
    for words in ("lost his work", "began a course", "Gender: male", "Lee Price"):
        assert words in given
    for words in ("Ms Ward", "Petra", "Ms Obi"):
        assert words not in given
        assert words in to_decide


def test_what_somebody_asks_for_who_lives_with_the_one_who_harms_tells_of_no_help_unless_it_is_decided():
    seen = (Contact(id="c1", date=PartialDate.read("2026-08-20"), who=("gurpreet",), kind="seen_alone", by="midwife"),)
    given, to_decide = given_and_to_decide(family(contacts=seen), "gurpreet")
    for words in ("Larkfield", "plans to leave", "seen alone"):
        assert words not in given
        assert words in to_decide
    assert "Gurpreet Sandhu" in given
