"""What every test shares."""

import functools
import gc

import pytest

from supervision_tui.workspace.store import family_import


@functools.cache
def _read(path, _changed, load=family_import.load_family):
    return load(path)


@pytest.fixture(autouse=True, scope="session")
def _seldom_collected():
    """What a test run holds is looked through seldom: it is large, and hardly any of it ever goes."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 1_000)


@pytest.fixture(autouse=True, scope="session")
def _families_are_parsed_once():
    """The invented families open with every demonstration: their files are parsed once in a run, not once a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(family_import, "load_family", lambda path: _read(path, path.stat().st_mtime_ns))
        yield
