"""Work that makes hundreds of thousands of objects and no circle of them: Python need not look for any meanwhile.

Each time that Python looks for circles to free it may go through all that the program holds; while hundreds of
documents or a family of thousands are read, laid out or drawn, that takes a third of the time and more.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Within the block nothing is looked for; a block inside another, or where it is off already, changes nothing."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
