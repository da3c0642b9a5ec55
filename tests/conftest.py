"""What every test shares."""

import functools

import pytest

from supervision_tui.workspace import bringing_in


@functools.cache
def _read(path, _changed, load=bringing_in.load):
    return load(path)


@pytest.fixture(autouse=True, scope="session")
def _families_are_parsed_once():
    """The invented families open with every demonstration: their files are parsed once in a run, not once a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bringing_in, "load", lambda path: _read(path, path.stat().st_mtime_ns))
        yield
