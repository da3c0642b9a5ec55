"""What runs over sessions: each person's numbers side by side, when an idea was looked at, how steps stand by owner."""

from datetime import UTC, date, datetime, timedelta

from supervision_tui.records.documents import Document, render_document
from supervision_tui.records.documents.docx import docx
from supervision_tui.records.documents.pdf import pdf
from supervision_tui.records.kinds.scales import ScaleMark, ScaleSeries, scales_part
from supervision_tui.resources import content_folder
from supervision_tui.session import Action, Hypothesis, SessionStatus
from supervision_tui.workspace.reports.trends import ideas_over_time, scales, session_dots
from supervision_tui.workspace.reports.workload import workload_by_owner
from supervision_tui.workspace.store.session_index import EntryExcerpt, SessionSummary
from tests.shipped import load_family

FIRST = datetime(2026, 6, 4, 14, 0, tzinfo=UTC)
FAMILY = load_family(content_folder("templates/families") / "carter-okafor.yaml")


def number(rater, value, *, to="family_work", child=None):
    parts = {"number": str(value), "rater": rater, "because": f"what {rater} saw"}
    return EntryExcerpt(field="spread", destination=to, child=child, parts=parts)


def summary(at, *notes, family="V2", status=SessionStatus.CLOSED, steps=(), ideas=()):
    began = FIRST + timedelta(weeks=5 * at)
    return SessionSummary(
        id=f"s{at}", template_id="T3", status=status, started=began, ended=began + timedelta(hours=1),
        family_id=family, entries=notes, actions=steps, hypotheses=ideas,
    )  # fmt: skip


def test_each_persons_numbers_stand_in_a_line_of_their_own_the_oldest_first():
    held = [
        summary(1, number("School", 5), number("Leanne", 6)),
        summary(0, number("Leanne", 3), number("school", 5), number("the group", 4, to="child_file", child="robin")),
    ]
    found = scales(held, FAMILY)
    assert [(line.whose, line.numbers) for line in found] == [
        ("Leanne", "3 → 6"), ("school", "5 → 5"), ("the group, for Robin", "4"),
    ]  # fmt: skip
    assert found[0].marks[1] == ScaleMark(date(2026, 7, 9), 6, "what Leanne saw")
    assert found[0].bars == "▃▅"


def test_no_number_of_another_family_of_an_open_session_or_of_the_worker_is_among_them():
    held = [
        summary(0, number("zqother", 3), family="V1"),
        summary(1, number("zqopen", 3), status=SessionStatus.OPEN),
        summary(2, number("zqworker", 3, to="supervision_record"), number("zqown", 3, to="private")),
    ]
    assert scales(held, FAMILY) == ()


def test_an_idea_has_a_full_dot_for_each_session_in_which_it_was_looked_at():
    held = [summary(0), summary(1), summary(2)]
    idea = Hypothesis(
        id="i", stage="x", statement="Perhaps", at=held[0].started,
        history=({"at": held[2].started, "status": "growing", "because": "school said so"},),
    )  # fmt: skip
    assert session_dots(idea, held[::-1]) == "●·●"
    first, last = idea.model_copy(update={"id": "j", "history": ()}), held[2].model_copy(update={"hypotheses": (idea,)})
    told = ideas_over_time([last, held[1], held[0].model_copy(update={"hypotheses": (first,)})], "V2")
    assert told == dict.fromkeys(("j", "i"), "looked at in 2 of 3 sessions  ●○●")
    assert ideas_over_time([last], "V1") == {}


def test_steps_are_told_by_owner_open_late_ageing_and_done():
    now = FIRST.date() + timedelta(weeks=6)
    steps = (
        Action(id="1", stage="x", what="ring", owner="Lee", at=FIRST, due=now - timedelta(days=3)),
        Action(id="2", stage="x", what="visit", owner="lee", at=FIRST + timedelta(days=9)),
        Action(id="3", stage="x", what="write", owner="Lee", at=FIRST, state="done"),
        Action(id="4", stage="x", what="ask", owner="Jo", at=FIRST, state="not_needed"),
    )
    assert [one.words for one in workload_by_owner([summary(0, steps=steps)], now)] == [
        "Jo: 0 open · 1 done or no longer needed",
        "Lee: 2 open, 1 past the date, the oldest 6 weeks old · 1 done or no longer needed",
    ]


def lines_of(*names):
    return [
        ScaleSeries(name, (ScaleMark(date(2026, 6, 4), 3, "x"), ScaleMark(date(2026, 7, 9), 6, "“<b>& better”")))
        for name in names
    ]


def test_the_picture_of_numbers_is_told_in_words_in_every_format_and_takes_any_name():
    part = scales_part(lines_of("Mum <script>&", "A very long name that goes on and on & on"))
    document = Document("Numbers", parts=(part, part))
    for form in ("html", "md", "txt"):
        assert "<script>" not in render_document(document, form) or form == "txt"
        assert "4 June 2026: 3" in render_document(document, form)
    assert "3 → 6" in render_document(document, "html")
    assert pdf(document).startswith(b"%PDF")
    assert docx(document).count(b"word/media/drawing2.svg")
    assert b"<script>" not in part.picture.svg


def test_one_number_alone_draws_no_line_and_many_people_fit_on_a_page():
    alone = ScaleSeries("Mum", (ScaleMark(date(2026, 6, 4), 3, ""),))
    assert scales_part([alone]).picture is None
    assert scales_part([alone]).table.rows[0][2] == "not written down"
    many = scales_part(lines_of(*(f"person {at}" for at in range(40))))
    assert len(many.table.rows) == 40
    assert many.picture.svg.count(b"<polyline") == 8
