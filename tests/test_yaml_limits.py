"""A file with more rows than anybody writes is refused at once, before it is read."""

import pytest

from supervision_tui import yaml_files
from supervision_tui.family.formats.yaml_file import family_from_yaml
from supervision_tui.yaml_files import FileFormatError, load_yaml

PEOPLE = {
    "block": lambda: (
        "format: 1\npersons:\n" + "".join(f"  - id: p{number}\n    name: A\n" for number in range(100_000))
    ),
    "flow": lambda: "{format: 1, persons: [" + ", ".join(f"{{id: p{number}}}" for number in range(100_000)) + "]}",
}
"""Files by their style, each written when a test wants it."""


@pytest.fixture
def never_parsed(monkeypatch):
    """No parser is there: what needs one fails."""
    monkeypatch.setattr(yaml_files, "_Builder", None)


@pytest.mark.parametrize("style", PEOPLE)
def test_a_hundred_thousand_people_are_refused_unread(never_parsed, style):
    with pytest.raises(FileFormatError, match="rows, too many"):
        family_from_yaml(PEOPLE[style]())


VALUES = {
    "a list on one line": lambda: f"format: 1\ntags: [{','.join('x' * 2_000_000)}]\n",
    "keys": lambda: "".join(f"a{number}: 1\n" for number in range(390_000)),
    "a list on many lines": lambda: "rows: [" + "".join(f"{number},\n" for number in range(400_000)) + "]\n",
}


@pytest.mark.parametrize("style", VALUES)
def test_millions_of_values_are_refused_unread_however_they_are_written(never_parsed, style):
    with pytest.raises(FileFormatError, match="more values than anybody writes"):
        load_yaml(VALUES[style]())


def test_some_hundred_rows_are_read():
    text = "rows:\n" + "".join(f"  - {number}\n" for number in range(900))
    assert len(load_yaml(text).value["rows"]) == 900
