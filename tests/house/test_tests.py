"""Tests about the tests: each is certain to assert something."""

import ast
from pathlib import Path

import pytest

from tests.house.asserting import WAITING, asserting_names, perhaps_silent
from tests.house.timing import looks_at_a_clock

TESTS = Path(__file__).resolve().parents[1]


def test_every_test_is_certain_to_assert_something():
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(TESTS.rglob("*.py"))}
    shared = set().union(*(asserting_names(tree) for tree in trees.values()))
    silent = [
        f"{path.relative_to(TESTS)}:{line} {name}"
        for path, tree in trees.items()
        for line, name in perhaps_silent(tree, asserting_names(tree, shared))
    ]
    assert silent == [], (
        "Every assertion of these stands in a loop that may be over nothing, or behind a branch that may not be taken: "
        "assert first that there is something to look at."
    )


LOOP_OVER_WHAT_MAY_BE_NOTHING = "def test_a():\n    for record in found():\n        assert record\n"
BEHIND_A_BRANCH = "def test_a(kind):\n    if kind == 'x':\n        assert draw(kind)\n"
AFTER_A_WAY_OUT = "def test_a(kind):\n    if not kind:\n        return\n    assert draw(kind)\n"
ONLY_DEFINED = "def test_a():\n    def check():\n        assert draw()\n    use(check)\n"


@pytest.mark.parametrize("source", [LOOP_OVER_WHAT_MAY_BE_NOTHING, BEHIND_A_BRANCH, AFTER_A_WAY_OUT, ONLY_DEFINED])
def test_a_test_that_may_assert_nothing_is_refused(source):
    assert [name for _, name in perhaps_silent(ast.parse(source), WAITING)] == ["test_a"]


GUARDED = "def test_a():\n    many = found()\n    assert many\n    for one in many:\n        assert one\n"
OVER_WHAT_STANDS_THERE = "KINDS = ('a', 'b')\ndef test_a():\n    for kind in KINDS:\n        assert draw(kind)\n"
BOTH_WAYS = "def test_a(kind):\n    if kind:\n        assert draw(kind)\n    else:\n        assert not draw(kind)\n"
WAITED_FOR = "async def test_a():\n    await wait(pilot, lambda: there())\n    for x in y():\n        assert x\n"


@pytest.mark.parametrize("source", [GUARDED, OVER_WHAT_STANDS_THERE, BOTH_WAYS, WAITED_FOR])
def test_a_test_that_is_certain_to_assert_is_let_through(source):
    assert perhaps_silent(ast.parse(source), WAITING) == []


WAITERS = {"tui/driving.py", "journeys/terminal.py"}
"""Where the waiting for a named condition is done."""


def test_no_test_measures_time_sleeps_or_gives_up_after_some_seconds():
    hurried = [
        f"{path.relative_to(TESTS)}:{line} {call}"
        for path in sorted(TESTS.rglob("*.py"))
        for line, call in looks_at_a_clock(
            ast.parse(path.read_text(encoding="utf-8")),
            waits_for_others=path.relative_to(TESTS).as_posix() in WAITERS,
        )
    ]
    assert hurried == [], (
        "A busy machine makes these fail: wait for a named condition, with PATIENCE; measure in benchmarks/."
    )


@pytest.mark.parametrize(
    "line",
    [
        "time.sleep(0.1)",
        "began = time.process_time()",
        "future.result(5)",
        "run(command, timeout=20)",
        "timeout(30)",
        "await app.workers.wait_for_complete()",
    ],
)
def test_a_test_that_a_busy_machine_can_fail_is_refused(line):
    assert len(list(looks_at_a_clock(ast.parse(line)))) == 1


@pytest.mark.parametrize("line", ["future.result()", "condition.wait(0.2)", "timeout(PATIENCE)", "asyncio.sleep(0.01)"])
def test_a_test_that_waits_for_what_it_names_is_let_through(line):
    assert list(looks_at_a_clock(ast.parse(line))) == []
