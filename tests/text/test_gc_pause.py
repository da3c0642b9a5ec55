"""Nothing is looked for while a drawing is made, and afterwards all is as it was."""

import gc

import pytest

from supervision_tui.family import load_family
from supervision_tui.gc_pause import gc_paused
from supervision_tui.genogram import lay_out, terminal_scene
from supervision_tui.resources import content_folder


def fail_inside():
    with gc_paused():
        raise ValueError("on purpose")


def test_it_is_on_again_afterwards_also_when_something_fails():
    with gc_paused():
        with gc_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="on purpose"):
        fail_inside()
    assert gc.isenabled()


def test_where_it_is_off_it_stays_off():
    gc.disable()
    try:
        with gc_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("work", [lay_out, lambda family: terminal_scene(family, lay_out(family))])
def test_while_a_family_is_laid_out_or_drawn_nothing_is_looked_for(work):
    family = load_family(content_folder("templates/families") / "haile.yaml")
    work(family)  # everything is loaded
    looked: list[str] = []
    before = gc.get_threshold()

    def note(phase, _info):
        looked.append(phase)

    gc.callbacks.append(note)
    try:
        gc.set_threshold(100)
        work(family)
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(note)
    assert len(looked) < 20  # it makes thousands of objects
    assert gc.isenabled()
