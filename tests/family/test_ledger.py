"""Every line of a file is used, carried or told: the three add up, and what is carried comes out again."""

import re

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from supervision_tui.family.formats import read_gedcom, to_gedcom
from tests.family.gedcom_grammar import gedcom_7, gedcom_551
from tests.whole import examples

ENDS = st.sampled_from(["\n", "\r\n", "\r"])
FILES = examples(50, suppress_health_check=list(HealthCheck))


def account(report):
    """The numbers of a report, which add up to the file."""
    return report.used + report.carried + len(report.told)


@pytest.mark.parametrize("grammar", [gedcom_551, gedcom_7], ids=["5.5.1", "7.0"])
def test_used_and_carried_and_told_are_all_the_lines_of_any_valid_file(grammar):
    seen = []

    @FILES
    @given(grammar(), ENDS)
    def check(lines, end):
        found = read_gedcom(end.join([*lines, ""]).encode())
        report = found.report
        assert report.lines == len(lines)
        assert account(report) == len(lines)
        numbers = [remark.line for remark in report.told]
        assert len(set(numbers)) == len(numbers)
        assert all(
            1 <= number <= len(lines) and remark.words for number, remark in zip(numbers, report.told, strict=True)
        )
        seen.append(report)

    check()
    assert any(report.carried for report in seen)
    assert any(report.told for report in seen)


@pytest.mark.parametrize(("grammar", "version"), [(gedcom_551, "5.5.1"), (gedcom_7, "7.0")], ids=["5.5.1", "7.0"])
def test_what_is_carried_comes_out_again_and_back(grammar, version):
    carried = []

    @FILES
    @given(grammar())
    def check(lines):
        family = read_gedcom("\n".join([*lines, ""]).encode()).family
        out = to_gedcom(family, version)
        parts = [part for field in ("persons", "unions", "parentages", "events") for part in getattr(family, field)]
        tags = {line.split(" ")[1] for part in (*parts, family) for line in part.carried.split("\n") if line}
        written = {re.sub(r"^@[^@]+@ ", "", line.split(" ", 1)[1]).split(" ")[0] for line in out.split("\n") if line}
        assert {tag for tag in tags if not tag.startswith("@")} - {"HEAD", "GEDC"} <= written | {"PHRASE", "CONT"}
        assert read_gedcom(out.encode()).family == family
        carried.extend(tags)

    check()
    assert carried


def test_lines_that_are_no_gedcom_blank_lines_and_long_notes_are_in_the_account_too():
    lines = ["0 HEAD", "1 CHAR UTF-8", "", "0 @I1@ INDI", "nonsense", "1 NAME A", "7 DATE 1990", "1 NOTE one"]
    lines += ["2 CONT two", "2 CONC three", "1 _X kept", "2 CONT on", "1 PHON 01632 960000", "0 TRLR"]
    report = read_gedcom("\n".join(lines).encode()).report
    assert (report.lines, account(report)) == (14, 14)
    assert [remark.line for remark in report.told] == [5, 7, 13]
    assert "960000" not in str(report)
    assert report.carried == 2


def test_a_report_as_json_gives_each_told_line_once_with_its_words():
    report = read_gedcom(b"0 HEAD\n0 @I1@ INDI\n1 NAME A\n1 SSN 123\n1 CHAN\n2 DATE 1 JAN 2001\n0 TRLR\n").report
    plain = report.plain()
    assert plain["used"] + plain["carried"] + len(plain["told"]) == plain["lines"] == 7
    assert [entry["line"] for entry in plain["told"]] == [4, 5, 6]
    assert "123" not in str(plain)
