"""The house rules that a machine can hold: floors, sizes, names, what must never be imported."""

import ast
import re
import statistics
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.house.statements import functions

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "supervision_tui").rglob("*.py"))
ROOMS = ["text", "resources", "yaml_files", "family", "people", "vault", "practice", "genogram", "session", "records"]
FLOOR_5_WITHOUT_TEXTUAL = ["workspace", "plain", "browser", "cli", "cli.root"]


def loaded_by(code):
    """What *code* prints in an interpreter of its own, as a list of words."""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return told.stdout.split()


def test_only_the_screen_loads_textual():
    rooms = [*ROOMS, *FLOOR_5_WITHOUT_TEXTUAL]
    code = (
        "import importlib, sys\n"
        f"for room in {rooms!r}:\n"
        "    importlib.import_module('supervision_tui.' + room)\n"
        "    if any(name.partition('.')[0] == 'textual' for name in sys.modules):\n"
        "        sys.exit(print(room))\n"
        "print('none')"
    )
    assert loaded_by(code) == ["none"], "the first room that loads it"


def test_nothing_heavy_is_loaded_before_the_first_picture():
    code = "import sys, supervision_tui.tui.app, supervision_tui.tui.screens.entry.base; print(*sorted(sys.modules))"
    loaded = loaded_by(code)
    assert "textual" in loaded
    heavy = {"networkx", "scipy", "sqlcipher3", "jinja2", "ruamel", "typer"}
    assert heavy.intersection(loaded) == set()


def test_files_and_functions_are_short():
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert [str(path) for path, size in sizes.items() if size > 400] == []
    assert statistics.median(size for size in sizes.values() if size >= 3) < 120
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in functions(ast.parse(path.read_text(encoding="utf-8")))
        if (node.end_lineno or 0) - node.lineno + 1 > 60
    ]
    assert long == []


def test_no_folder_is_too_full_to_look_through():
    modules = Counter(path.parent for path in SOURCES if path.name != "__init__.py")
    assert len(modules) > 40
    full = {str(folder.relative_to(ROOT)): count for folder, count in modules.items() if count > 26}
    assert not full, f"more than 26 modules in one folder: {full}. Split it by what its modules are for."


def _nameless(tree):
    """The parameters, and the variables of loops and comprehensions, whose names say nothing of what they hold."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            names = [part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)]
        elif isinstance(node, ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef):
            names = [argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)]
        else:
            continue
        yield from (name for name in names if name in {"one", "each", "found", "told", "many"})


def test_parameters_and_loop_variables_name_the_thing():
    loops = {path: list(_nameless(ast.parse(path.read_text(encoding="utf-8")))) for path in SOURCES}
    nameless = [f"{path.relative_to(ROOT)}: {', '.join(names)}" for path, names in loops.items() if names]
    assert len(loops) > 400
    assert not nameless, "name what it is (person, tie, record): " + "; ".join(nameless)
    assert list(_nameless(ast.parse("for one in family.persons: [each for each in one]"))) == ["one", "each"]
    assert list(_nameless(ast.parse("def name(found, *, told=1): return lambda many: 0"))) == ["found", "told", "many"]


def test_late_imports_are_few():
    late = [path for path in SOURCES for line in path.read_text(encoding="utf-8").splitlines() if "PLC0415" in line]
    assert 10 < len(late) <= 102, (
        f"{len(late)} imports stand inside functions. Take the name from a package's face, which loads it when it is "
        "used: 'from supervision_tui import genogram', then 'genogram.lay_out(family)'."
    )


def test_names_say_what_a_room_holds():
    vague = {"utils", "helpers", "common", "manager", "misc"}
    assert [str(path) for path in SOURCES if path.stem in vague] == []


def test_nobody_opens_a_vault_with_the_plain_database_library():
    plain = re.compile(r"^\s*(import sqlite3|from sqlite3)", re.MULTILINE)
    assert [str(path) for path in SOURCES if plain.search(path.read_text(encoding="utf-8"))] == []


def test_words_are_never_shown_as_markup():
    """Border titles take markup: only fixed words, or content, may be given to them."""
    title = re.compile(r"border_(?:sub)?title = (?!content\(|\"[^\[\]{}]*\"$|title$|None$)(.*)")
    loose = [
        f"{path.name}: {match.group()}"
        for path in SOURCES
        for line in path.read_text(encoding="utf-8").splitlines()
        if (match := title.search(line))
    ]
    assert loose == []


def test_every_screen_has_the_same_line_of_keys():
    """The framework's own footer hides Help where the window is narrow, and is slow."""
    used = [path.name for path in SOURCES if re.search(r"\bFooter\(", path.read_text(encoding="utf-8"))]
    assert used == []


def test_the_lock_file_names_no_host_and_has_a_hash_for_everything():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    entries = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", lock, re.MULTILINE | re.DOTALL)
    assert len(entries) > 40
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
