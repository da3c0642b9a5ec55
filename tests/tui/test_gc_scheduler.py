"""What is no longer used is taken away when nobody is typing, once in every rest."""

import gc

import pytest

from supervision_tui.tui.app_services.gc_scheduler import REST, GarbageCollection
from supervision_tui.tui.app_services.idle_lock import IdleTimer

BEGIN = GarbageCollection.begin
"""As it is: in a run of tests the fixture of the folder lets it do nothing."""


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


def test_opening_a_notebook_waits_for_no_look_and_what_stands_at_the_first_rest_is_not_looked_through_again(
    looks, monkeypatch
):
    frozen, now = [], [100.0]
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(len(looks)))
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)
    idle = IdleTimer(lambda: now[0])
    tidying = GarbageCollection(idle)
    idle.touched()
    BEGIN(tidying)
    assert (looks, frozen) == ([], [])
    now[0] += REST
    tidying.look()
    idle.touched()
    tidying.look()
    now[0] += REST
    tidying.look()
    assert (looks, frozen) == (["looked", "looked"], [1])
