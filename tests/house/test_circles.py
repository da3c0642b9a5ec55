"""No two modules know one another, by whatever way: every import counts, late ones and those for types only."""

import ast
import graphlib
import inspect
from pathlib import Path

import pytest

from supervision_tui.tui.navigation import SCREENS, screen_class
from tests.house.statements import statements

ROOT = Path(__file__).parents[2]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in (ROOT / "supervision_tui").rglob("*.py")
}


def imports(source, own, modules):
    """The modules of *modules* that *source* imports, wherever in it an import stands."""
    for node in statements(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in modules else node.module for name in names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name for name in names if name in modules and name != own)


def circle(sources):
    """The modules of a circle among *sources* (name to text), in order; none where there is none."""
    graph = {name: set(imports(source, name, sources)) for name, source in sources.items()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as found:
        return found.args[1]
    return []


def test_no_module_is_part_of_a_circle():
    found = circle({name: path.read_text(encoding="utf-8") for name, path in MODULES.items()})
    assert not found, f"a circle: {' -> '.join(found)}. Move what both need into a module below them."


LATE = "def f():\n    from b import g\n"
TYPING = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b\n"


@pytest.mark.parametrize("first", ["import b\n", LATE, TYPING])
def test_a_late_import_and_one_for_types_make_a_circle_as_well(first):
    assert set(circle({"a": first, "b": "import a\n"})) == {"a", "b"}
    assert circle({"a": first, "b": "import c\n", "c": ""}) == []


def calls_of_screen():
    """Every ``screen("name", ...)`` of the program: where it stands, the name, and its arguments."""
    sources = {path: path.read_text(encoding="utf-8") for path in MODULES.values()}
    for path, source in sources.items():
        for node in ast.walk(ast.parse(source)) if "screen(" in source else ():
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "screen"
            if named and node.args and isinstance(node.args[0], ast.Constant):
                yield f"{path.name}:{node.lineno}", node


def test_every_screen_that_is_gone_to_by_name_is_there_and_takes_what_it_is_given():
    calls = list(calls_of_screen())
    assert len(calls) > 20
    for where, call in calls:
        name, given = call.args[0].value, call.args[1:]
        assert name in SCREENS, f"{where}: no screen is called {name!r}"
        if any(isinstance(argument, ast.Starred) for argument in given):
            continue
        named = {keyword.arg: None for keyword in call.keywords if keyword.arg}
        try:
            inspect.signature(screen_class(name)).bind(*given, **named)
        except TypeError as unfit:
            pytest.fail(f"{where}: {name!r} cannot be made so: {unfit}")
