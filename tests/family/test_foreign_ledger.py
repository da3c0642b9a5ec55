"""Random files of GenoPro, Gramps and OpenGenogram: the account adds up, harm is harm, numbers stay out."""

import pytest
from hypothesis import HealthCheck, given

from supervision_tui.family import Family, find_problems
from supervision_tui.family.formats import read_foreign, to_gedcom
from supervision_tui.family.formats.report import LONGEST_REMARK
from supervision_tui.family.model.ties import TIE_KINDS
from supervision_tui.family.views import redact
from tests.family.foreign_grammar import FORMATS, SECRET_NUMBER
from tests.whole import examples

RARELY_HARMFUL = {"OpenGenogram"}
"""Programs of which more files are needed until harm and parents of several kinds have come."""


def files(program):
    """How many random files of *program* are tried."""
    most = 600 if program in RARELY_HARMFUL else 100
    return examples(most, derandomize=True, suppress_health_check=list(HealthCheck))


NOT_TO_BE_KEPT = (SECRET_NUMBER, "960000")


@pytest.mark.parametrize("program", FORMATS)
def test_every_value_of_any_file_is_used_or_told(program):
    told = []

    @files(program)
    @given(FORMATS[program])
    def check(file):
        data, number = file
        found = read_foreign(data, "any")
        report = found.report
        assert report.lines == number
        assert report.used + report.carried + len(report.told) == number
        assert all(remark.words for remark in report.told)
        assert found.kind == program
        sense = {remark.words for remark in report.about("sense")}
        problems = {f"please look at this: {problem.sentence}" for problem in find_problems(found.family)}
        assert {words[:LONGEST_REMARK] for words in problems} == sense
        told.append(len(report.told))

    check()
    assert any(told)


@pytest.mark.parametrize("program", FORMATS)
def test_no_number_of_any_file_comes_in_and_harm_comes_first_and_leaves_in_no_copy(program):
    harms = []

    @files(program)
    @given(FORMATS[program])
    def check(file):
        found = read_foreign(file[0], "any")
        whole = found.family.to_json() + str(found.report.plain())
        assert not [number for number in NOT_TO_BE_KEPT if number in whole]
        ties = [tie for tie in found.family.ties if TIE_KINDS[tie.kind].tone == "harm"]
        first = next(found.report.summary())
        assert not ties or first.startswith("Please look at this first")
        assert not [tie for tie in redact(found.family, "family").family.ties if tie.tone == "harm"]
        harms.extend(ties)

    check()
    assert harms


@pytest.mark.parametrize("program", FORMATS)
def test_what_came_in_is_a_family_that_can_be_written_and_read_again(program):
    seen = []

    @files(program)
    @given(FORMATS[program])
    def check(file):
        family = read_foreign(file[0], "any").family
        assert Family.model_validate_json(family.to_json()) == family
        assert read_foreign(to_gedcom(family).encode(), "any").family == family
        seen.append(family)

    check()
    assert len({len(family.parentages) for family in seen}) > 1
