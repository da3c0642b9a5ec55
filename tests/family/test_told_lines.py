"""One line about the world round a family, and one about what happened: it is read, and can be written back."""

from datetime import date

import pytest

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.model.events import Event
from supervision_tui.family.model.resources import Resource, ResourceLink
from supervision_tui.family.shorthand.errors import ShorthandError
from supervision_tui.family.shorthand.event import line_of as event_line
from supervision_tui.family.shorthand.event import parse_event
from supervision_tui.family.shorthand.resource_link import ParsedLink, kind_of, line_of, parse_link
from tests.every_row import every_row

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("line", "name", "strength", "direction", "safety"),
    [
        ("School strong both", "School", "strong", "both", ""),
        ("CAMHS thin to", "CAMHS", "tenuous", "to", ""),
        ("CAMHS to thin", "CAMHS", "tenuous", "to", ""),
        ("Nan's neighbour", "Nan's neighbour", "ordinary", "", ""),
        ("Harbour wall stressful (low after 9 pm)", "Harbour wall", "stressful", "", "low after 9 pm"),
        ("Way to both", "Way to", "ordinary", "both", ""),
        ("Strong Voices choir thin", "Strong Voices choir", "tenuous", "", ""),
    ],
)
def test_a_name_then_how_it_is(line, name, strength, direction, safety):
    assert parse_link(line) == ParsedLink(name, strength, direction, safety)


@pytest.mark.parametrize("line", ["", "   ", "strong both", "(low)", "x" * 201])
def test_a_line_without_a_name_is_refused(line):
    with pytest.raises(ShorthandError, match="Nothing was changed"):
        parse_link(line)


@every_row("strength", ["strong", "moderate", "ordinary", "tenuous", "stressful", "broken"])
@every_row("direction", ["", "to", "from", "both"])
def test_what_is_written_back_is_read_the_same(strength, direction):
    link = ResourceLink(person="mia", strength=strength, direction=direction)
    line = line_of(Resource(kind="place", name="Park", safety="mixed, at night", links=(link,)), link)
    assert parse_link(line) == ParsedLink("Park", strength, direction, "mixed, at night")
    assert parse_link(line).safety_level == "mixed"


def test_a_name_tells_what_kind_it_is_where_it_can():
    assert kind_of("Hill Road primary school", "service") == "school"
    assert kind_of("CAMHS", "service") == "health"
    assert kind_of("early help", "service") == "service"
    assert kind_of("Orthodox church", "place") == "faith"


@every_row(
    ("line", "when", "what"),
    [
        ("2019 moved to Nan", "2019", "moved to Nan"),
        ("about March 2019 Dad left", "about March 2019", "Dad left"),
        ("In 2019: moved", "2019", "moved"),
        ("summer 2018 came into care", "summer 2018", "came into care"),
        ("2019-2021 lived with Nan", "2019-2021", "lived with Nan"),
        ("12/03/2001 born early", "12/03/2001", "born early"),
        ("2 police visits", None, "2 police visits"),
        ("moved to Nan", None, "moved to Nan"),
        ("(after the flood) moved", "(after the flood)", "moved"),
    ],
)
def test_a_date_in_any_words_then_what_happened(line, when, what):
    told = parse_event(line, TODAY)
    assert (told.when.text if told.when else None, told.what) == (when, what)
    again = parse_event(event_line(Event(date=told.when, what=told.what)), TODAY)
    assert (again.when, again.what) == (told.when, told.what)


@pytest.mark.parametrize("line", ["", "2019", "2019-13 moved", "31/02/2019 moved", "x" * 401])
def test_a_line_that_does_not_say_what_happened_is_refused(line):
    with pytest.raises(ShorthandError, match="Nothing was changed"):
        parse_event(line, TODAY)


@pytest.mark.parametrize(("words", "year"), [("before 1990", 1989), ("since 2019", 2019), ("2018 to 2020", 2019)])
def test_an_open_date_has_a_place_on_an_axis(words, year):
    assert PartialDate.read(words).middle.year == year
