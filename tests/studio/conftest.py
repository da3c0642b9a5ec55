"""The same doors as the tests of the screens."""

from tests.tui.conftest import _home, demo, in_session, wait

__all__ = ["_home", "demo", "in_session", "wait"]
