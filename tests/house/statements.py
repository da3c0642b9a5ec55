"""The statements of a source file, without what their expressions are made of: a tenth of all nodes."""

import ast

PARTS = ("body", "orelse", "finalbody", "handlers", "cases")


def statements(node):
    """Every statement in *node*, those in functions, classes and branches too; handlers and cases with them."""
    for part in PARTS:
        for statement in getattr(node, part, ()):
            yield statement
            yield from statements(statement)


def functions(tree):
    """Every function that is defined in *tree*, wherever."""
    return [node for node in statements(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
