"""What the pages for engineers name is in the tree: every path, every module, every name, every room."""

import ast
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "supervision_tui"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = ["CONTRIBUTING.md", "docs/engineers.md", "docs/family.md"]
PATH = re.compile(r"`((?:[\w.-]+/)*[\w.-]+(?:/|\.(?:py|md|toml|yaml|typ|lock)))`")
NAME = re.compile(r"`(_?[A-Z]\w{2,})`")
MODULE = re.compile(r"supervision_tui(?:\.\w+)+|(?<=`)(?:family|genogram|days)(?:\.\w+)+(?=`)")


def shipped():
    """Every file and folder of the project by each of its endings: ``layout/api.py`` and ``api.py`` are both there."""
    found = set()
    for top in ("supervision_tui", "tests", "docs", "prompts", "templates", "benchmarks", "release"):
        for path in (ROOT / top, *(ROOT / top).rglob("*")):
            parts = path.relative_to(ROOT).parts
            found |= {"/".join(parts[at:]) for at in range(len(parts))}
    return found | {path.name for path in ROOT.iterdir()}


SHIPPED = shipped()


def paths_of(page):
    """The paths that *page* names, but for a team's own folder and what a family file says of itself."""
    for path in PATH.findall((ROOT / page).read_text(encoding="utf-8")):
        if not path.startswith(("own/", "supervision-tui/")):
            yield path.rstrip("/")


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_is_named_is_there(page):
    named = list(paths_of(page))
    assert [path for path in named if path not in SHIPPED] == []
    assert len(named) > 3 or page == "docs/family.md"


def there(name):
    """Whether the dotted *name* (a module, or what stands in one) is in the program."""
    parts = name.removeprefix("supervision_tui.").split(".")
    for at in range(len(parts), 0, -1):
        path = PACKAGE.joinpath(*parts[:at])
        if path.is_dir() or path.with_suffix(".py").is_file():
            module = import_module(".".join(("supervision_tui", *parts[:at])))
            return not parts[at:] or hasattr(module, parts[at])
    return False


@pytest.mark.parametrize("page", PAGES)
def test_every_module_that_is_named_can_be_imported(page):
    named = set(MODULE.findall((ROOT / page).read_text(encoding="utf-8")))
    assert [name for name in sorted(named) if not there(name)] == []
    assert len(named) > 8 or page != "docs/family.md"
    assert not there("supervision_tui.family.kinship.nothing")


def test_what_the_page_on_families_names_is_offered_by_a_face():
    """The page says that what it names may be imported: so each name is in the ``__all__`` of its package."""
    named = {name.removeprefix("supervision_tui.") for name in MODULE.findall((ROOT / "docs/family.md").read_text())}
    pairs = [name.rpartition(".") for name in sorted(named) if not (PACKAGE / name.replace(".", "/")).is_dir()]
    assert len(pairs) > 6
    for package, _, name in pairs:
        assert name in import_module(f"supervision_tui.{package}").__all__, f"{package}.{name}"


def test_every_name_of_the_code_that_is_named_is_defined_somewhere():
    defined = {"Any", "Content"}  # of typing and of Textual
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                defined.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                defined.add(node.id)
    named = {name for page in PAGES for name in NAME.findall((ROOT / page).read_text(encoding="utf-8"))}
    assert {"RULES", "_SLOTS", "Drawing"} <= named
    assert named - defined == set()


def rooms():
    """The rooms of CONTRIBUTING's table by floor, from the top: those of one floor together, each with its row."""
    floors = {}
    for floor, names, *cells in re.findall(r"^\| (-?\d) \| ([^|]+) \|(.*)$", CONTRIBUTING, re.MULTILINE):
        for name in re.findall(r"`(\w+)(?:/|\.py)`", names):
            floors.setdefault(int(floor), {})[name] = " ".join(cells)
    return floors


def test_the_floors_are_those_that_the_import_contracts_hold():
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    held = [set(layer.split(" | ")) for layer in layers[0]["layers"]]
    told = [set(floor) for _, floor in sorted(rooms().items(), reverse=True)]
    assert told[0] == held[0] | held[1]  # commands open the screens
    assert told[1:] == held[2:]


def test_every_room_is_in_the_table_and_its_row_names_what_is_in_it():
    rows = {name: row for floor in rooms().values() for name, row in floor.items()}
    inside = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert inside - {"__init__", "__main__"} == set(rows)
    missing = [
        f"{room}/{part.parent.name}"
        for room, row in rows.items()
        for part in (PACKAGE / room).glob("*/__init__.py")
        if f"`{part.parent.name}/`" not in row and part.parent.name != "migrations"
    ]
    assert not missing, f"name them in the row of their room in CONTRIBUTING.md: {missing}"
