"""What is no longer used is taken away when nobody is typing, once in every rest."""

import gc

import pytest

from supervision_tui.tui.app_services.gc_scheduler import REST, GarbageCollection
from supervision_tui.tui.app_services.idle_lock import IdleTimer


@pytest.fixture
def looks(monkeypatch):
    found = []
    monkeypatch.setattr(gc, "collect", lambda: found.append("looked"))
    return found


def test_everything_is_looked_through_once_in_a_rest_and_never_while_somebody_types(looks):
    now = [0.0]
    idle = IdleTimer(lambda: now[0])
    tidying = GarbageCollection(idle)
    for second in range(20):
        now[0] = float(second)
        idle.touched()
        tidying.look()
    assert looks == []
    for second in (19 + REST, 30.0, 40.0):
        now[0] = second
        tidying.look()
    assert looks == ["looked"]
    idle.touched()
    tidying.look()
    now[0] += REST
    tidying.look()
    assert looks == ["looked", "looked"]
