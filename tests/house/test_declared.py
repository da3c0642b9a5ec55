"""Every library that is imported is one that `pyproject.toml` names: none is there only because another brought it."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.house.statements import statements

ROOT = Path(__file__).resolve().parents[2]
OURS = {path.stem for path in ROOT.iterdir()}
INSTALLED = packages_distributions()
PARTS = {"pydantic-core": "pydantic"}
"""Libraries that are released with another, and the other."""


def _project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _names(requirements):
    """The libraries that *requirements* name: each line's own, and the extras in its brackets."""
    return {
        name.lower() for line in requirements for name in re.findall(r"[A-Za-z0-9._-]+", re.split(r"[;<>=~]", line)[0])
    }


def _dashed(name):
    return name.lower().replace("_", "-")


def _imported(text):
    """The outermost names of what *text* imports absolutely."""
    for node in statements(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module


def undeclared(text, declared):
    """The libraries that *text* imports and that are not among *declared*."""
    missing = set()
    for module in _imported(text):
        top = module.partition(".")[0]
        if top in sys.stdlib_module_names or top in OURS:
            continue
        distributions = {PARTS.get(name, name) for name in map(_dashed, INSTALLED.get(top, [top]))}
        if not distributions & declared:
            missing.add(top)
    return missing


@pytest.mark.parametrize("folder", ["supervision_tui", "tests", "docs", "benchmarks", "release"])
def test_what_is_imported_is_declared(folder):
    project = _project()
    optional = project["optional-dependencies"]
    extras = [
        line for name, lines in optional.items() if folder != "supervision_tui" or name != "test" for line in lines
    ]
    declared = _names([*project["dependencies"], *extras])
    files = sorted((ROOT / folder).rglob("*.py"))
    missing = {
        str(path.relative_to(ROOT)): found
        for path in files
        if (found := undeclared(path.read_text(encoding="utf-8"), declared))
    }
    assert files
    assert not missing, f"name each in pyproject.toml, or use what is named there: {missing}"


def test_a_library_that_only_another_brought_is_seen():
    assert undeclared("import yaml\nfrom pathlib import Path", {"ruamel.yaml"}) == {"yaml"}
    assert undeclared("import yaml\nimport tests.shipped", {"pyyaml"}) == set()
    assert undeclared("from markdown_it.token import Token", {"markdown-it-py"}) == set()


def test_every_benchmark_gives_rows_to_the_one_table_and_prints_them_when_it_is_run_alone():
    from benchmarks.__main__ import NOT_TABLES

    names = sorted({path.stem for path in (ROOT / "benchmarks").glob("[a-z]*.py")} - NOT_TABLES)
    sources = {name: (ROOT / "benchmarks" / f"{name}.py").read_text() for name in names}
    assert [name for name in names if "\ndef run(" not in sources[name]] == []
    assert [name for name in names if '\nif __name__ == "__main__":\n' not in sources[name]] == []
