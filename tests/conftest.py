"""What every test shares."""

import gc
import importlib
import os
import sys

import pytest

gc.set_threshold(100_000, 20, 1_000)  # what a test run holds is large, and hardly any of it ever goes
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a run starts the program a hundred times: it is compiled once
sys.dont_write_bytecode = False

from supervision_tui.practice.library.content_files import CompiledContent  # noqa: E402 - imports are to be quick
from supervision_tui.workspace.store import family_import  # noqa: E402
from tests.shipped import MadeDemo, load_family, opening, read_content  # noqa: E402


def pytest_addoption(parser):
    parser.addoption("--whole", action="store_true", help="every example of a property, every row of a matrix")


def pytest_configure(config):
    if config.getoption("--whole"):
        os.environ["SUPERVISION_TUI_TESTS"] = "whole"
    importlib.import_module("tests.whole")  # the settings of every property, also of one that names none


@pytest.fixture(autouse=True, scope="session")
def _collected_tests_stay():
    """What stands there when the first test begins is looked through no more."""
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def _graphviz_is_compiled_once(pytestconfig):
    """What is compiled is kept beside pytest's own notes, for every program that a test starts, now and next time."""
    folder = pytestconfig.rootpath / ".pytest_cache" / "compiled"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUPERVISION_TUI_CACHE", str(folder))
        yield


@pytest.fixture(autouse=True, scope="session")
def _what_ships_is_parsed_once():
    """The invented families and the library open with every demonstration: parsed once in a run, not once a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(family_import, "load_family", load_family)
        patch.setattr(CompiledContent, "read", read_content)
        yield


@pytest.fixture(autouse=True, scope="session")
def _demonstration_is_made_once(tmp_path_factory):
    """Making the demonstration's notebook is tried where it is tried; all others begin on a copy of one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_demo", MadeDemo(tmp_path_factory.mktemp("demo")).open)
        yield


@pytest.fixture
def demo_workspace(tmp_path, monkeypatch):
    """The demonstration's notebook with its five families, open; its home and state are this test's own."""
    from supervision_tui.workspace import open_demo

    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))
    workspace = open_demo()
    yield workspace
    workspace.close()
