"""Whether a test is certain to assert something: read off its source, as the house test about tests does.

An assertion in a loop over nothing, or behind an ``if`` that was false, never runs, and the test passes whatever the
program does. So every test has one that is certain: outside loops and branches, or in a loop over what stands in the
source and is not empty.
"""

import ast

from tests.house.statements import functions, statements

WAITING = {"wait", "until", "come_true"}
"""Calls that fail by themselves when what they wait for never comes."""
REFUSING = {"raises", "warns", "fail"}
"""What pytest calls an expectation of an error."""


def _called(node):
    """The last name of what *node* calls."""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _calls(node, names):
    """Whether one of *names* is called in the expression *node*, not inside a function that is only defined there."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(here, ast.Call) and _called(here) in names:
            return True
        waiting.extend(ast.iter_child_nodes(here))
    return False


THROUGH = {"enumerate", "items", "values", "keys", "split", "sorted", "list", "reversed", "pairwise"}
"""Calls that give something where they are given something."""


def _has_items(node, constants):  # noqa: PLR0911 - a table of the kinds of node
    """Whether a loop over *node* runs at least once, as far as the source tells: a constant is written in capitals."""
    match node:
        case ast.Name():
            return node.id in constants or node.id.isupper()
        case ast.Constant():
            return isinstance(node.value, str) and bool(node.value)
        case ast.Tuple() | ast.List() | ast.Set():
            return any(not isinstance(item, ast.Starred) for item in node.elts)
        case ast.Dict():
            return bool(node.keys)
        case ast.Call() if _called(node) in THROUGH:
            inner = node.args[0] if node.args else getattr(node.func, "value", None)
            return inner is not None and _has_items(inner, constants)
        case ast.Call() if _called(node) == "zip":
            return all(_has_items(item, constants) for item in node.args)
        case ast.Call() if _called(node) == "range":
            return all(isinstance(item, ast.Constant) for item in node.args)
    return False


def _leaves(statement):
    """Whether the branch *statement* may leave the test, or the round of its loop, before the end."""
    return any(isinstance(node, ast.Return | ast.Continue | ast.Break) for node in ast.walk(statement))


def _asserts(statement, names, constants):  # noqa: PLR0911 - a table of the kinds of statement
    """Whether *statement* asserts for certain."""
    match statement:
        case ast.Assert():
            return True
        case ast.With() | ast.AsyncWith():
            opened = any(_calls(item.context_expr, names) for item in statement.items)
            return opened or certain(statement.body, names, constants)
        case ast.For() | ast.AsyncFor():
            return _has_items(statement.iter, constants) and certain(statement.body, names, constants)
        case ast.If():
            branches = (statement.body, statement.orelse)
            return all(certain(branch, names, constants) for branch in branches)
        case ast.Try():
            return certain([*statement.body, *statement.finalbody], names, constants)
        case ast.Match() | ast.While() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return False
    return _calls(statement, names)


def certain(statements, names, constants=frozenset()):
    """Whether one of *statements* asserts for certain; *names* are functions that do when they are called."""
    for statement in statements:
        if _asserts(statement, names, constants):
            return True
        if isinstance(statement, ast.If) and _leaves(statement):
            return False
    return False


def asserting_names(tree, others=frozenset()):
    """The functions that *tree* may call and that assert for certain: its own, those imported that are in *others*."""
    imported = {
        alias.name
        for node in statements(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tests.")
        for alias in node.names
    }
    names = WAITING | REFUSING | (imported & others)
    while True:
        own = {
            function.name
            for function in functions(tree)
            if not function.name.startswith("test_") and certain(function.body, names)
        }
        if own <= names:
            return names
        names |= own


def constants_of(tree):
    """The names of a module that hold something that is not empty, as its source tells."""
    known = set()
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and _has_items(statement.value, known):
            known |= {target.id for target in statement.targets if isinstance(target, ast.Name)}
    return known


def perhaps_silent(tree, names):
    """The tests of *tree* that hold assertions, none of which is certain to run: (line, name)."""
    constants = constants_of(tree)
    return [
        (function.lineno, function.name)
        for function in functions(tree)
        if function.name.startswith("test_")
        and any(isinstance(node, ast.Assert) for node in ast.walk(function))
        and not certain(function.body, names, constants)
    ]
