"""A package's ``__init__`` is its face: it offers what it says, and what it offers is imported from there."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

from supervision_tui.lazy_import import load_on_use
from tests.every_row import every_row
from tests.house.statements import statements

ROOT = Path(__file__).parents[2]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "supervision_tui").rglob("*.py"))
}


def offered(source, package):
    """What a face offers: its ``__all__``, and for each name that it imports from its package the module it is from."""
    names, homes = set(), {}
    for node in statements(ast.parse(source)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            names = set(ast.literal_eval(node.value))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package + "."):
            homes |= {alias.name: node.module for alias in node.names}
    return names, homes


FACES = {
    package: offered(path.read_text(encoding="utf-8"), package)
    for package, path in MODULES.items()
    if path.name == "__init__.py"
}
OFFERING = {package: face for package, face in FACES.items() if face[0]}


def home(module, name):
    """The module in which *name* stands that is imported from *module*, which may be a face of a face."""
    while name in (homes := FACES.get(module, ((), {}))[1]):
        module = homes[name]
    return module


def passed_by(source, importer):
    """The imports of *source* that go past a face that offers the name, as a sentence each."""
    for node in statements(ast.parse(source)):
        if not (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("supervision_tui.")):
            continue
        for name in (alias.name for alias in node.names if f"{node.module}.{alias.name}" not in MODULES):
            faces = [
                package
                for package, (names, _) in OFFERING.items()
                if name in names and home(package, name) == home(node.module, name)
                if importer != package and not importer.startswith(package + ".")
            ]
            if faces and node.module not in faces:
                yield f"{importer}:{node.lineno}: import {name} from {min(faces, key=len)}, not from {node.module}"


@every_row("package", OFFERING)
def test_a_face_offers_what_it_says_and_fits_one_screen(package):
    names, homes = OFFERING[package]
    module = import_module(package)
    assert [name for name in names if not hasattr(module, name)] == []
    assert set(homes) <= names
    source = MODULES[package].read_text(encoding="utf-8")
    modules = {module.removeprefix(package + ".").partition(".")[0] for module in MODULES if module.startswith(package)}
    assert not names & modules or "load_on_use" not in source, "a loaded module would hide the name"
    assert len(source.splitlines()) <= 100


def test_what_a_face_offers_is_imported_from_the_face():
    assert len(OFFERING) > 25
    past = [line for name, path in MODULES.items() for line in passed_by(path.read_text(encoding="utf-8"), name)]
    assert not past, "\n".join(past)


def test_an_import_past_a_face_is_seen():
    past = "from supervision_tui.family.model.family import Family"
    told = "tui.app:1: import Family from supervision_tui.family, not from supervision_tui.family.model.family"
    assert list(passed_by(past, "supervision_tui.tui.app")) == [f"supervision_tui.{told}"]
    assert list(passed_by(past, "supervision_tui.family.kinship.relatives")) == []


def test_a_name_that_a_package_does_not_offer_is_refused_as_ever():
    load = load_on_use("supervision_tui.days", {"reading": "read_day"})
    assert load("read_day") is import_module("supervision_tui.days.reading").read_day
    with pytest.raises(AttributeError, match=r"module 'supervision_tui\.days' has no attribute 'nothing'"):
        load("nothing")
