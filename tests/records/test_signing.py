"""A record that was confirmed stays as it is: it is added to, dated and signed, and noted when it was filed."""

from datetime import UTC, datetime

import pytest

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.records import (
    NamesLeftError,
    NotConfirmedError,
    Paragraph,
    Record,
    Section,
    add,
    confirm,
    mark_filed,
    render_record,
)
from supervision_tui.records.oversight import add_oversight
from supervision_tui.resources import content_folder
from tests.records.robin import record_of_robin
from tests.shipped import load_family

AT = datetime(2026, 9, 4, 9, 0, tzinfo=UTC)
FAMILY = load_family(content_folder("templates/families") / "carter-okafor.yaml")


def record(destination=Destination.CHILD_FILE):
    return record_of_robin(
        Section(heading="What Robin said", paragraphs=(Paragraph(text="“I cook.”"),)), destination=destination
    )


def test_a_draft_says_so_until_it_is_confirmed_and_then_by_whom():
    draft = record()
    signed = confirm(draft, by="Priya", role="team manager", at=AT, shown_to="Lee")
    for form in ("md", "html", "txt"):
        assert "until the manager confirms it" in render_record(draft, form)
        words = render_record(signed, form)
        assert "until the manager confirms it" not in words
        assert "Confirmed by Priya, team manager, on 4 September 2026. The wording was shown to Lee first." in words
    assert Record.model_validate_json(signed.model_dump_json()) == signed


def test_confirming_twice_or_by_nobody_is_refused():
    with pytest.raises(NotConfirmedError, match="name and the role"):
        confirm(record(), by=" ", role="team manager", at=AT)
    signed = confirm(record(), by="Priya", role="team manager", at=AT)
    with pytest.raises(NotConfirmedError, match="Priya confirmed this record on 4 September 2026"):
        confirm(signed, by="Sam", role="team manager", at=AT)


def test_an_addition_changes_nothing_that_stood_there():
    signed = confirm(record(), by="Priya", role="team manager", at=AT)
    more = add(signed, "Robin read this on Friday.\n# <b>", by="Lee", at=AT)
    assert more.model_copy(update={"additions": ()}) == signed
    for form in ("md", "html", "txt"):
        words = render_record(more, form)
        assert "Added by Lee on 4 September 2026" in words
        assert words.index("I cook") < words.index("Robin read this on Friday.")
        assert "<b>" not in words or form == "txt"
    with pytest.raises(NotConfirmedError, match="needs words"):
        add(signed, "  ", by="Lee", at=AT)


def test_no_name_of_the_family_is_added_to_a_workers_record():
    own = record(Destination.SUPERVISION_RECORD)
    with pytest.raises(NamesLeftError, match="Robin, Leanne"):
        add(own, "I thought of Robin and Leanne.", by="Lee", at=AT, family=FAMILY)
    assert add(own, "I slept.", by="Lee", at=AT, family=FAMILY).additions


def test_a_record_is_filed_once_and_only_after_it_was_confirmed():
    with pytest.raises(NotConfirmedError, match="draft"):
        mark_filed(record(), system="Mosaic", on=AT.date(), by="Lee")
    signed = confirm(record(), by="Priya", role="team manager", at=AT)
    done = mark_filed(signed, system="Mosaic", on=AT.date(), by="Lee")
    assert (record().status, signed.status, done.status) == ("draft", "confirmed", "filed")
    assert "Filed in Mosaic on 4 September 2026 by Lee." in render_record(done, "txt")
    with pytest.raises(NotConfirmedError, match="on 4 September 2026"):
        mark_filed(done, system="Mosaic", on=AT.date(), by="Lee")


TOLD = {
    "heard": "Robin's drawing and the nursery's letter",
    "decision": "The visits stay weekly",
    "because": "Robin asks for Friday",
    "impact": "Robin knows who comes.",
}


def test_oversight_is_one_paragraph_with_its_reason_and_what_it_means_for_the_child():
    signed = confirm(record(), by="Priya", role="team manager", at=AT)
    seen = add_oversight(signed, TOLD | {"next": "4 October"}, by="Priya", role="team manager", at=AT)
    (added,) = seen.additions
    assert added.text == (
        "Read or heard: Robin's drawing and the nursery's letter. Decision: The visits stay weekly. "
        "Because: Robin asks for Friday. What it means for the child: Robin knows who comes. Looked at next: 4 October."
    )
    assert "Management oversight by Priya, team manager, on 4 September 2026" in render_record(seen, "txt")
    assert seen.sections == signed.sections
    with pytest.raises(NotConfirmedError, match="Because"):
        add_oversight(signed, TOLD | {"because": " "}, by="Priya", role="team manager", at=AT)
    with pytest.raises(NotConfirmedError, match="as what"):
        add_oversight(signed, TOLD, by="Priya", role="", at=AT)
