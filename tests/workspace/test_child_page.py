"""What records say of a child stands on the child's page, and grows old in sight; talk that leaves things out shows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from supervision_tui.people import Agreement, Learning
from supervision_tui.practice import Destination
from supervision_tui.records import Record, split_session
from supervision_tui.records.model import Paragraph, Section
from supervision_tui.session import Action, Decision, Entry, Seat, Session, SessionEditor, SessionStatus, slots
from supervision_tui.text import Line, SafeText
from supervision_tui.tui.screens.today.today import card_work_in_words
from supervision_tui.workspace import Workspace
from supervision_tui.workspace.reports import (
    OpenStep,
    count_feedback,
    count_tags,
    feedback_in_words,
    newest_words_of,
    sessions_about,
    steps_serving,
)
from supervision_tui.workspace.store import SessionSummary
from tests.shipped import load_family, load_library

V2 = Path(__file__).resolve().parents[2] / "templates" / "families" / "carter-okafor.yaml"
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 20, 10, tzinfo=UTC)


def record(day: date, child: str = "robin", **fields: str) -> Record:
    sections = tuple(
        Section(heading=Line(name), paragraphs=(Paragraph(text=SafeText(words), field=name),))
        for name, words in fields.items()
    )
    return Record(
        id=f"{day}.{child}", destination=Destination.CHILD_FILE, subject=Line(child), title=Line("x"), session_id="s",
        family_ref=Line("V2"), day=day, author=Line("Amina"), opening=SafeText("x"), sections=sections,
    )  # fmt: skip


def test_the_newest_words_of_each_kind_stand_on_the_page_with_their_day() -> None:
    old = record(date(2026, 5, 1), child_voice="I like the shed", advocate="offered, not wanted")
    new = record(date(2026, 11, 1), child_voice="Nobody asks me")
    other = record(date(2026, 11, 2), child="maisie", child_voice="Hello")
    page = {line.called: (line.words, line.day) for line in newest_words_of([new, other, old], "robin", TODAY)}
    assert page["said or showed"] == ("Nobody asks me", date(2026, 11, 1))
    assert page["advocate"] == ("offered, not wanted", date(2026, 5, 1))
    assert newest_words_of([other], "robin", TODAY) == []


@pytest.mark.parametrize(
    ("day", "fields", "stale"),
    [
        (date(2026, 11, 1), {"summary": "Calm."}, False),
        (date(2026, 8, 1), {"summary": "Calm."}, True),
        (date(2026, 8, 1), {"advocate": "Nia"}, False),
        (date(2026, 8, 1), {"next_review": "9 September 2026"}, True),
        (date(2026, 11, 1), {"next_review": "9 March 2027"}, False),
        (date(2026, 11, 1), {"next_review": "when school says so"}, False),
    ],
)
def test_a_summary_of_twelve_weeks_ago_and_a_review_that_is_over_are_old(
    day: date, fields: dict[str, str], stale: bool
) -> None:
    assert [line.stale for line in newest_words_of([record(day, **fields)], "robin", TODAY)] == [stale]


def summary(day: date, spoken: str = "", serves: str = "") -> SessionSummary:
    action = Action(id="a", stage="actions", what=SafeText("Ring"), owner=Line("Amina"), serves=Line(serves), at=AT)
    return SessionSummary.model_validate(
        {
            "id": f"{day}", "template_id": "T2", "status": SessionStatus.CLOSED,
            "started": datetime(day.year, day.month, day.day, tzinfo=UTC),
            "entries": [{"field": "pillars", "destination": "supervision_record", "parts": {"spoken_of": spoken}}],
            "actions": [action.model_dump(mode="json")],
        }
    )  # fmt: skip


def test_pillars_that_nobody_spoke_of_are_told_over_twelve_weeks() -> None:
    framework = load_library().frameworks["relationships-first"]
    pillars = [str(card.title) for card in framework.pillars]
    recent = summary(date(2026, 11, 2), spoken=f"{pillars[0].lower()}, {pillars[1]}", serves=pillars[0])
    long_ago = summary(date(2026, 2, 2), spoken=pillars[2])
    counted = {one.title: one for one in count_tags([recent, long_ago], framework, TODAY)}
    assert (counted[pillars[0]].spoken, counted[pillars[0]].steps) == (1, 1)
    assert counted[pillars[1]].words == f"{pillars[1]}: 1 time"
    assert counted[pillars[2]].words.endswith("not spoken of")
    swindon = load_library().frameworks["swindon"]
    assert {str(card.title) for card in swindon.pillars} <= {one.title for one in count_tags([], swindon, TODAY)}


def test_sessions_and_open_steps_are_found_by_pillar() -> None:
    framework = load_library().frameworks["relationships-first"]
    first, second, third = (str(card.title) for card in framework.pillars[:3])
    both = summary(date(2026, 11, 2), spoken=f"{first.lower()}, {second}", serves=second)
    newer = summary(date(2026, 11, 20), spoken=second, serves=first)
    old = summary(date(2026, 2, 2), spoken=first, serves=f"{first}; {second}")
    kept = [both, newer, old]
    found = {title: sessions_about(kept, framework, title, TODAY) for title in (first, second, third)}
    assert found == {first: [both], second: [newer, both], third: []}
    steps = [OpenStep(one, one.actions[0], 0) for one in kept]
    days = {title: [step.summary.day for step in steps_serving(steps, framework, title)] for title in found}
    assert days == {first: [newer.day, old.day], second: [both.day, old.day], third: []}


def test_the_page_of_a_pillar_tells_its_sessions_and_steps_and_no_others(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.choose_framework("relationships-first")
    first, second = (str(card.title) for card in workspace.framework.pillars[:2])
    page = card_work_in_words(workspace, first)
    assert "not spoken of" in page
    assert page.endswith("none")
    today = workspace.today()
    kept = summary(today, spoken=first, serves=first)
    monkeypatch.setattr(workspace.summaries, "all", lambda: [kept])
    monkeypatch.setattr(workspace.sessions, "threads", lambda: [kept])
    told = card_work_in_words(workspace, first)
    assert workspace.formats["T2"].title in told
    assert "Amina: Ring" in told
    assert "Ring" not in card_work_in_words(workspace, second)


def test_themes_of_what_families_said_of_us_are_counted_over_a_year_without_words_or_family() -> None:
    def said(day: date, status: SessionStatus = SessionStatus.CLOSED, **parts: str) -> SessionSummary:
        entry = {"field": "feedback_theme", "destination": "family_work", "parts": parts}
        changes = {"status": status, "entries": [entry], "family_ref": "Carter"}
        return SessionSummary.model_validate(summary(day).model_dump(mode="json") | changes)

    kept = [
        said(date(2026, 11, 2), theme="being heard", well="praise"),
        said(date(2026, 3, 2), theme="being heard", well="a wish"),
        said(date(2026, 4, 2), theme="change of worker"),
        said(date(2025, 3, 2), theme="respect"),
        said(date(2026, 11, 2), SessionStatus.OPEN, theme="respect"),
        said(date(2026, 11, 2), theme="Gran Carter shouted"),
    ]
    lines = feedback_in_words(count_feedback(kept, TODAY))
    assert lines == ["being heard: 1 praise, 1 to put right", "change of worker: 0 praise, 1 to put right"]
    template = load_library().templates["T16"]
    (slot,) = [
        slot for slot in slots(template.stage("close"), template, ("robin",)) if slot.field.id == "feedback_theme"
    ]
    assert {"being heard", "change of worker"} <= set(slot.field.parts[0].among)


def session(**changes: object) -> Session:
    entries = [
        ("unknowns", "robin", "Who looks after the dog"),
        ("strengths", "robin", "Nan rings on Fridays"),
        ("understanding", "robin", "Perhaps the door is closed because of us"),
        ("difference", "robin", "Not yet: we ring first"),
        ("next_review", "robin", "9 March"),
        ("involved", "robin", "Home was not safe at night"),
    ]
    return Session(
        id="s1", template_id="T2", started=AT, touched=AT, facilitator=Line("Amina"), family_id="V2", stage="close",
        children=("robin", "maisie"), seats=(Seat(role="facilitator", name=Line("Grace Obi")),),
        entries=tuple(
            Entry(id=f"s1.{at}", field=field, stage="close", text=SafeText(words), at=AT, child=child,
                  destination=Destination.CHILD_FILE)
            for at, (field, child, words) in enumerate(entries)
        ),
        decisions=(
            Decision(id="s1.9", stage="actions", what=SafeText("See Robin"), because=SafeText("It is time"), at=AT,
                     decided_by=Line("Grace"), family_told=SafeText("on Friday"), child_words=SafeText("I will come.")),
        ),
    ).model_copy(update=changes)  # fmt: skip


def test_a_childs_entry_says_who_was_there_by_role_what_we_make_of_it_what_we_do_not_know_and_when_next() -> None:
    library, family = load_library(), load_family(V2)
    records = {one.subject: one for one in split_session(session(), library.templates["T2"], family).records}
    robin, maisie = records["robin"].words, records["maisie"].words
    for words in ("Nan rings on Fridays", "Perhaps the door", "Who looks after the dog", "Not yet", "9 March",
                  "In words for the child: I will come."):  # fmt: skip
        assert words in robin
    assert "There were: facilitator." in robin
    assert "Grace Obi" not in str(records["robin"].opening)
    assert "Nan rings" not in maisie
    assert "0 minutes" not in robin


def test_the_file_of_a_baby_before_birth_is_headed_by_what_was_asked() -> None:
    hopes = Entry(
        id="s1.1", field="matters", stage="child", text=SafeText("That it knows Gran"), at=AT, child="baby",
        destination=Destination.CHILD_FILE,
    )  # fmt: skip
    born = hopes.model_copy(update={"id": "s1.2", "child": "robin", "text": SafeText("My room")})
    spoken = session(template_id="T16", children=("robin", "baby"), entries=(hopes, born), decisions=())
    parts = split_session(spoken, load_library().templates["T16"], load_family(V2)).records
    headings = {str(section.paragraphs[0].text): str(section.heading) for part in parts for section in part.sections}
    assert headings["That it knows Gran"] == "What the parents hope for the baby"
    assert headings["My room"] == "What matters most to Robin"


@pytest.mark.parametrize("template_id", ["T2", "T3", "T4", "T6", "T16"])
def test_why_we_are_involved_stands_at_the_top_of_that_childs_entry_alone(template_id: str) -> None:
    library, family = load_library(), load_family(V2)
    template = library.templates[template_id]
    assert any(slot.field.id == "involved" for stage in template.stages for slot in slots(stage, template, ("robin",)))
    records = {one.subject: one for one in split_session(session(template_id=template_id), template, family).records}
    first = records["robin"].sections[0]
    assert str(first.paragraphs[0].text) == "Home was not safe at night"
    assert str(first.heading).startswith("Why we are involved")
    assert "not safe at night" not in records["maisie"].words


@pytest.mark.parametrize(
    ("chosen", "title", "ten"),
    [
        ("safety", "Safety map: ", "safe enough for us to go"),
        ("It is the Wellbeing map", "Wellbeing map: ", "what it needs without us"),
        ("success", "Success map: ", "want for our own"),
        ("safety and success", "", "safe enough for us to go"),
        ("", "", "safe enough for us to go"),
    ],
)
def test_title_and_scale_of_a_map_follow_what_is_chosen(chosen: str, title: str, ten: str) -> None:
    template, family = load_library().templates["T3"], load_family(V2)
    entry = Entry(id="s1.k", field="map_kind", stage="hope", text=SafeText(chosen or "-"), at=AT,
                  destination=Destination.FAMILY_WORK)  # fmt: skip
    kept = session(template_id="T3", stage="scale", entries=(entry,) if chosen else ())
    editor = SessionEditor(kept, template)
    assert (
        editor.template.title
        == f"{title}{template.title[:1].lower() if title else template.title[:1]}{template.title[1:]}"
    )
    numbers = [slot.field.parts[0].hint for slot in editor.slots() if slot.field.id in {"spread", "agreed"}]
    assert numbers
    assert all(ten in hint for hint in numbers)
    assert (ten in editor.stage.lead) is bool(title)
    work = next((one for one in split_session(kept, template, family).records if one.id.endswith("fw")), None)
    assert (work is not None and f"{title}" in str(work.opening)) is bool(chosen)


def test_full_name_and_date_of_birth_stand_there_only_where_the_authority_wants_them() -> None:
    library, family = load_library(), load_family(V2)
    plain = library.frameworks["plain"]
    wants = plain.model_copy(update={"full_identity": True})
    child = family.person("robin")
    for framework, told in ((plain, False), (wants, True)):
        template = framework.reword_template(library.templates["T2"])
        entry = next(one for one in split_session(session(), template, family).records if one.subject == "robin")
        assert (str(child.name) in str(entry.opening)) is told
        assert (str(child.born) in str(entry.opening)) is told


def test_learning_has_a_kind_and_an_agreement_speaks_of_difference_and_old_ones_open_as_before() -> None:
    piece = Learning(practitioner="lee", on=TODAY, words=SafeText("x"), kind="shadowing", with_a_peer=True)
    assert piece.ways == ", shadowing, with a peer"
    assert Learning.model_validate({"practitioner": "lee", "on": "2026-01-01", "words": "x"}).ways == ""
    before = {"id": "a", "practitioner": "lee", "supervisor": "mo", "since": "2026-01-01"}
    assert Agreement.model_validate(before).difference == ""
