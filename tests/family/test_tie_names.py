"""The line of a tie finds people as the one recogniser does; two of a name are asked about."""

import pytest

from supervision_tui.family import family_from_yaml
from supervision_tui.family.shorthand import Beside, ShorthandError, read_line
from supervision_tui.family.shorthand.tie import parse_tie
from tests.every_row import every_row
from tests.family.test_same_reading import TODAY

FAMILY = family_from_yaml("""format: supervision-tui/family/1
id: K
title: K
persons:
- {id: robin, name: Robin Haile}
- {id: zoe, name: Zoë Łukasz}
- {id: gary, name: Gary Nolan, called: Gaz}
- {id: kate, name: Katherine Nolan}
- {id: craig, name: Craig Moss}
- {id: chloe, name: Chloe Haile}
- {id: sam1, name: Sam Moss}
- {id: sam2, name: Sam Hill}
- {id: liz1, name: Elizabeth Moss}
- {id: liz2, name: Elizabeth Hill}
""")
LINES = [
    ("Zoe close", "zoe", "close"),
    ("zoë łukasz close", "zoe", "close"),
    ("Lukasz, Zoe close", "zoe", "close"),
    ("Gaz conflict 2019-", "gary", "conflict"),
    ("Nolan Gary conflict", "gary", "conflict"),
    ("G Nolan conflict", "gary", "conflict"),
    ("Kate very close", "kate", "very_close"),
    ("close to Kate", "kate", "close"),
    ("in conflict with Gaz", "gary", "conflict"),
    ("Crag hits", "craig", "physical_abuse"),
    ("hit by Crag 2022", "craig", "physical_abuse"),
    ("by Gaz bullying 3", "gary", "bullying"),
    ("close to Chlo", "chloe", "close"),
    ("Sam Moss distant", "sam1", "distant"),
    ("Hill, Sam distant", "sam2", "distant"),
]


@every_row(("line", "who", "kind"), LINES)
def test_somebody_is_found_by_any_way_of_writing_the_name(line, who, kind):
    parsed = parse_tie(line, FAMILY, "robin", TODAY)
    assert parsed.other == who
    assert parsed.kind == kind


@pytest.mark.parametrize("words", ["Kate", "Katherin Nolan", "Nolan Katherine"])
def test_whose_view_it_is_is_found_in_the_same_way(words):
    assert parse_tie(f"Gaz close, says {words}", FAMILY, "robin", TODAY).perspective == "kate"


@pytest.mark.parametrize("words", ["school", "health visitor", "midwife"])
def test_a_view_of_nobody_in_the_family_stays_words(words):
    assert parse_tie(f"Gaz close, says {words}", FAMILY, "robin", TODAY).perspective == words


@pytest.mark.parametrize(
    "line", ["Sam close", "close to Sam", "Gaz close, says Sam", "Elizabeth cut off", "Liz cut off"]
)
def test_two_of_a_name_are_asked_about_by_their_whole_names(line):
    with pytest.raises(ShorthandError, match=r"several people: \w+ Moss or \w+ Hill\. Write the whole name"):
        parse_tie(line, FAMILY, "robin", TODAY)
    reading = read_line(line, Beside(TODAY, FAMILY, "robin"), "tie")
    assert reading.ties == ()
    assert reading.questions


@pytest.mark.parametrize("line", ["close", "hates", "Nobody close", "Nolan Kai close", "cares for"])
def test_words_that_name_nobody_are_nobody(line):
    with pytest.raises(ShorthandError):
        parse_tie(line, FAMILY, "robin", TODAY)
