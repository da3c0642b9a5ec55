"""A home folder and terminals for the journeys; Windows has no pseudo-terminal of this kind."""

import sys

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def terminal(tmp_path):
    """Start the program in a terminal: ``terminal("demo", columns=80, rows=24)``."""
    from tests.journeys.terminal import Terminal

    started = []

    def start(*words, **size):
        started.append(Terminal(*words, home=tmp_path, **size))
        return started[-1]

    yield start
    for one in started:
        one.close()
