"""A file with more rows than anybody writes is refused at once, before it is read."""

import time

import pytest

from supervision_tui.family.formats.yaml_file import family_from_yaml
from supervision_tui.yaml_files import FileFormatError, load_yaml

PEOPLE = {
    "block": "format: 1\npersons:\n" + "".join(f"  - id: p{number}\n    name: A\n" for number in range(100_000)),
    "flow": "{format: 1, persons: [" + ", ".join(f"{{id: p{number}}}" for number in range(100_000)) + "]}",
}


@pytest.mark.parametrize("style", PEOPLE)
def test_a_hundred_thousand_people_are_refused_quickly(style):
    began = time.process_time()
    with pytest.raises(FileFormatError, match="rows, too many"):
        family_from_yaml(PEOPLE[style])
    assert time.process_time() - began < 1


def test_some_hundred_rows_are_read():
    text = "rows:\n" + "".join(f"  - {number}\n" for number in range(900))
    assert len(load_yaml(text).value["rows"]) == 900
