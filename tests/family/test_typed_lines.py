"""Three hundred lines as social workers type them: read rightly, or asked about; never wrong in silence."""

from datetime import date
from pathlib import Path

from supervision_tui.family import Family, Parentage, Person, Union
from supervision_tui.family.shorthand import Beside, read_line
from tests.every_row import every_row

TODAY = date(2026, 11, 27)
FAMILY = Family(
    id="f",
    title="F",
    persons=(
        Person(id="joyce", name="Joyce Quill", called="Nan", born="1955"),
        Person(id="tara", name="Tara Quill", born="1992", gender="female"),
        Person(id="gaz", name="Gareth Pope", called="Gaz", gender="male"),
        Person(id="zac", name="Zac Quill", born="2016-05", gender="male"),
        Person(id="ella", name="Ella Pope", born="2014"),
    ),
    unions=(Union(partners=("tara", "gaz"), kind="cohabiting"),),
    parentages=(Parentage(child="zac", parents=("tara",)), Parentage(child="tara", parents=("joyce",))),
)
ROWS = [
    [part.strip() for part in row.split("|")]
    for row in (Path(__file__).parent / "typed_lines.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


@every_row(("where", "line", "readback", "asked"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_a_typed_line_is_read_as_it_was_meant_or_asked_about(where, line, readback, asked):
    kind, near = where.replace("-", "").split(" ")
    reading = read_line(line, Beside(TODAY, FAMILY, near), None if kind.endswith("?") else kind)
    assert reading.entry == kind.rstrip("?")
    if readback == "refused":
        assert reading.refusal.endswith("Nothing was changed.")
        return
    assert reading.readback == readback
    assert " + ".join(question.about or "when" for question in reading.questions) == asked
    assert [line[unknown.start : unknown.end] for unknown in reading.unknown] == [u.text for u in reading.unknown]


def test_an_answer_settles_each_question_that_has_choices():
    for where, line, _, asked in ROWS:
        kind, near = where.replace("-", "").split(" ")
        first = read_line(line, Beside(TODAY, FAMILY, near), None if kind.endswith("?") else kind)
        answers = {question.about: question.choices[-1][0] for question in first.questions if question.choices}
        again = read_line(line, Beside(TODAY, FAMILY, near, answers), first.entry)
        open_still = {question.about for question in again.questions if question.choices} - answers.keys()
        assert not {question.about for question in again.questions} & answers.keys(), (line, asked)
        assert not open_still, (line, open_still)
