"""A table in one test fails as a test a row would: every row is tried, and each that fails is named."""

import pytest

from tests.every_row import every_row


def test_every_row_is_tried_and_each_that_fails_is_named_with_what_failed_in_it():
    tried = []

    @every_row(("word", "number"), [("a", 1), pytest.param("b", 0, id="b"), ("c", 0)])
    def one_is_meant(word, number, *, other):
        tried.append((word, other))
        assert number == 1

    with pytest.raises(BaseExceptionGroup, match="2 of 3 rows") as failure:
        one_is_meant(other="x")
    assert tried == [("a", "x"), ("b", "x"), ("c", "x")]
    assert [trouble.__notes__ for trouble in failure.value.exceptions] == [["row b-0"], ["row c-0"]]
    assert all(isinstance(trouble, AssertionError) for trouble in failure.value.exceptions)


def test_a_row_in_which_an_error_is_missing_fails():
    @every_row("words", ["1", "x"], ids=["one", "letter"])
    def refused(words):
        with pytest.raises(ValueError, match="invalid"):
            int(words)

    with pytest.raises(BaseExceptionGroup, match="1 of 2 rows") as failure:
        refused()
    assert failure.value.exceptions[0].__notes__ == ["row one"]


def test_a_table_without_rows_and_an_argument_that_is_not_taken_are_refused():
    with pytest.raises(AssertionError, match="without a row"):
        every_row("word", [])
    with pytest.raises(AssertionError, match="does not take word"):
        every_row("word", ["a"])(lambda: None)
