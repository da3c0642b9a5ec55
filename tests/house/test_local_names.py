"""A local name says what it is: words that could stand for anything are refused, or may only become fewer."""

import ast
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "supervision_tui"
REFUSED = {"each", "giving", "kept", "many", "one", "said", "shake", "tied", "told"}
"""Names that a variable, an argument or what a loop goes over never has."""
FALLING = {"found": 490}
"""Names that were used for almost everything, and how often at most: a number here is only ever made smaller."""


def local_names(tree):
    """Every name that a function of *tree* gives a value or takes, with its line."""
    for function in _outermost_functions(tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id, node.lineno
            elif isinstance(node, ast.arg):
                yield node.arg, node.lineno


def _outermost_functions(tree):
    """The functions that stand in no other: whatever stands in those is found with them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
        else:
            yield from _outermost_functions(node)


@pytest.fixture(scope="module")
def names():
    """The names and lines of each file."""
    return {
        path: set(local_names(ast.parse(path.read_text(encoding="utf-8")))) for path in sorted(PACKAGE.rglob("*.py"))
    }


def test_no_local_name_could_stand_for_anything(names):
    refused = [
        f"{path.relative_to(PACKAGE)}:{line} {name}"
        for path, used in names.items()
        for name, line in sorted(used, key=lambda named: named[1])
        if name in REFUSED
    ]
    assert refused == [], "Say what it is: a person, a tie, an answer, the lines of a page."


@pytest.mark.parametrize("name", FALLING)
def test_a_name_that_was_used_for_everything_becomes_rarer(names, name):
    number = Counter(word for used in names.values() for word, _ in used)[name]
    assert number <= FALLING[name], f"'{name}' stands {number} times: name the thing, and make the number smaller."


@pytest.mark.parametrize(
    "source", ["def f(one):\n    return one", "def f(x):\n    told = x", "def f(x):\n    return [each for each in x]"]
)
def test_such_a_name_is_seen_wherever_it_is_given(source):
    assert {name for name, _ in local_names(ast.parse(source))} & REFUSED
