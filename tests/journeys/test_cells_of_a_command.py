"""A drawing as text in a terminal: names in every script take the cells that this terminal gives them."""

import re

import pytest

pytestmark = pytest.mark.journey
FAMILY = """id: f
title: F
as_of: 2026
persons:
  - {id: a, name: শ্রাবন্তী, gender: female}
  - {id: b, name: Ben, gender: male}
  - {id: c, name: Cy, gender: male}
unions:
  - {partners: [a, b], kind: married}
parentages:
  - {child: c, parents: [a, b]}
"""


@pytest.mark.parametrize(("columns", "cells"), [((2, 2, 2, 2), 5), ((2, 3, 2, 2), 7)])
def test_a_name_takes_the_cells_that_the_terminal_says(terminal, tmp_path, columns, cells):
    file = tmp_path / "f.yaml"
    file.write_text(FAMILY, encoding="utf-8")
    screen = terminal("genogram", "draw", str(file), columns=80, rows=30, patient="supervision_tui.cli.cell_question")
    screen.wait_for("the question", lambda: screen.raw.count(b"\x1b[6n") == 4)
    screen.send("".join(f"\x1b[1;{column}R" for column in columns))
    assert screen.end() == 0
    screen.wait_for("the drawing", lambda: "শ্রাবন্তী".encode() in screen.raw and b"Ben" in screen.raw)
    lines = bytes(screen.raw).decode().splitlines()
    names = next(line for line in lines if "শ্রাবন্তী" in line)
    drop = next(line for line in lines if "┬" in line).index("┬")
    before, after = re.split("শ্রাবন্তী", names)
    # the line of descent stands right of one name or left of the other, where the couple's bar is met
    whole = before + "x" * cells + after
    assert whole[drop] == "│"


def test_nothing_is_asked_for_names_that_every_terminal_counts_alike(terminal, tmp_path):
    file = tmp_path / "f.yaml"
    file.write_text(FAMILY.replace("শ্রাবন্তী", "Ŵyn"), encoding="utf-8")
    screen = terminal("genogram", "draw", str(file), columns=80, rows=30)
    assert screen.end() == 0
    screen.wait("Ben")
    assert b"\x1b[6n" not in screen.raw
