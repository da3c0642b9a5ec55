"""The papers for information governance say nothing about the program that no test holds."""

import re

import pytest

from docs.make_pages import DOCS

PAPERS = sorted((DOCS / "papers").glob("*.md"))
TESTS = DOCS.parent / "tests"
REFERENCE = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")


def tables(text):
    """Every table of a page, as rows of cells; the first row is its heading."""
    found, rows = [], []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            found.append([rows[0], *rows[2:]])
            rows = []
    return found


def rows_that_claim(text):
    """Each row of a table with a column "held by": what it says of the program, and what is named in that column."""
    for heading, *rows in tables(text):
        if "held by" in heading:
            place = heading.index("held by")
            for row in rows:
                yield " | ".join(row[:place]), row[place]


def holds(file, test):
    """Whether the *file* of tests is there and has a *test* of that name, or any where none is named."""
    return file.is_file() and (not test or bool(re.search(rf"def {test}\(", file.read_text(encoding="utf-8"))))


def is_for_the_council(said):
    """Whether a row is left to the council, or says what is not done or cannot be stopped."""
    return "*[" in said or any(
        words in said for words in ("Not done by anybody", "Nothing: this", "Write nothing down")
    )


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_test_that_a_paper_names_is_there(paper):
    named = REFERENCE.findall(paper.read_text(encoding="utf-8"))
    assert named or paper.stem == "index"
    assert [(file, test) for file, test in named if not holds(TESTS / file, test)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_row_about_the_program_names_a_test(paper):
    claims = list(rows_that_claim(paper.read_text(encoding="utf-8")))
    assert claims or paper.stem == "index"
    assert [said for said, held in claims if not REFERENCE.search(held) and not is_for_the_council(said)] == []


def test_a_row_that_nothing_holds_is_seen():
    page = "| a | held by |\n| --- | --- |\n| It flies. | |\n| *[yours]* | |\n"
    claims = [said for said, held in rows_that_claim(page) if not REFERENCE.search(held)]
    assert [said for said in claims if not is_for_the_council(said)] == ["It flies."]


def test_every_command_that_a_paper_names_is_there():
    commands = (DOCS / "command-line.md").read_text(encoding="utf-8")
    text = "\n".join(paper.read_text(encoding="utf-8") for paper in PAPERS)
    named = re.findall(r"`supervision-tui ((?:[a-z][a-z-]* ?)+)`", text)
    assert len(named) > 3
    assert [words for words in named if f"supervision-tui {words.strip()}" not in commands] == []
