"""A draft can be mended until it is confirmed, and keeps what stood there before."""

from datetime import UTC, datetime

import pytest

from supervision_tui.practice import Destination
from supervision_tui.records import (
    NamesLeftError,
    NoSuchLineError,
    Paragraph,
    Record,
    RecordFixedError,
    Section,
    confirm,
    correct_line,
    record_lines,
    render_record,
)
from supervision_tui.resources import content_folder
from tests.records.robin import record_of_robin
from tests.shipped import load_family

AT = datetime(2026, 9, 4, 9, 0, tzinfo=UTC)
FAMILY = load_family(content_folder("templates/families") / "carter-okafor.yaml")


def draft(**changed):
    return record_of_robin(
        Section(heading="What Robin said", paragraphs=(Paragraph(text="“I cook.”"), Paragraph(text="“I sleep.”"))),
        Section(heading="What is new", paragraphs=(Paragraph(text="Robin thinks Simon drinks."),)),
        **changed,
    )


def test_the_lines_of_a_draft_are_numbered_as_they_are_read():
    told = [(line.number, line.heading, line.words) for line in record_lines(draft())]
    assert told == [
        (1, "What Robin said", "“I cook.”"),
        (2, "What Robin said", "“I sleep.”"),
        (3, "What is new", "Robin thinks Simon drinks."),
    ]


def test_other_words_stand_in_the_line_and_the_history_tells_what_stood_there():
    mended = correct_line(draft(), 2, "“I sleep at Nan's.”", by="Amina", at=AT)
    words = render_record(mended, "txt")
    assert "“I sleep at Nan's.”" in words
    assert "“I sleep.”" not in words
    (change,) = mended.corrections
    assert (change.before, change.after, change.by, change.at) == ("“I sleep.”", "“I sleep at Nan's.”", "Amina", AT)
    assert "Amina, under “What Robin said”" in change.in_words
    assert Record.model_validate_json(mended.model_dump_json()) == mended


def test_a_line_without_words_is_taken_out_and_its_heading_goes_with_the_last_of_them():
    mended = correct_line(draft(), 3, "  ", by="Amina", at=AT)
    assert "What is new" not in render_record(mended, "txt")
    assert len(record_lines(mended)) == 2
    assert mended.corrections[0].before == "Robin thinks Simon drinks."
    assert "taken out" in mended.corrections[0].in_words
    assert "Simon" not in mended.words


def test_everything_else_of_a_line_stays_as_it_was():
    seen = Paragraph(text="At school.", shared=True, how_known="seen", source="s.4", field="new_facts")
    mended = correct_line(record_of_robin(Section(heading="Seen", paragraphs=(seen,))), 1, "At home.", by="A", at=AT)
    assert mended.sections[0].paragraphs[0] == seen.model_copy(update={"text": "At home."})


def test_what_was_confirmed_is_not_changed_any_more():
    confirmed = confirm(draft(), by="Dee", role="team manager", at=AT)
    with pytest.raises(RecordFixedError, match=r"Dee confirmed this record on 4 September 2026.*add to it"):
        correct_line(confirmed, 1, "other", by="Amina", at=AT)


@pytest.mark.parametrize(
    ("number", "words", "by", "why"),
    [(0, "x", "A", "no line 0"), (4, "x", "A", "3 lines"), (1, "x", " ", "who"), (1, "“I cook.” ", "A", "stand there")],
)
def test_what_cannot_be_changed_is_said_and_nothing_is(number, words, by, why):
    with pytest.raises(NoSuchLineError, match=f"{why}.*Nothing was changed"):
        correct_line(draft(), number, words, by=by, at=AT)


def test_no_name_of_the_family_comes_into_a_workers_own_record_by_a_change():
    own = draft(destination=Destination.SUPERVISION_RECORD, subject="Lee")
    with pytest.raises(NamesLeftError, match="Leanne"):
        correct_line(own, 1, "I was cross with Leanne.", by="Lee", at=AT, family=FAMILY)
    assert correct_line(own, 1, "I was cross.", by="Lee", at=AT, family=FAMILY).corrections


def test_what_stood_there_before_is_in_no_document():
    mended = correct_line(draft(), 3, "Robin is tired.", by="Amina", at=AT)
    for form in ("md", "html", "txt"):
        assert "Simon" not in render_record(mended, form)
