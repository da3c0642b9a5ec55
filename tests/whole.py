"""How much of what could be tried is tried: enough to see a promise broken, or with ``--whole`` all of it.

A property is tried with a quarter of its examples, always the same ones, and a matrix in its first row; `python3 dev.py
test --whole` tries every example, fresh ones each time, and every row. No example is given up for being slow: a busy
machine breaks no promise.
"""

import os

from hypothesis import settings

FLAG = "SUPERVISION_TUI_TESTS"
"""Set to "whole" by ``--whole`` before any test is collected, in every worker too."""
WHOLE = os.environ.get(FLAG) == "whole"
FEWEST = 20
"""Examples that a property is tried with at least."""

settings.register_profile("enough", max_examples=FEWEST, deadline=None, derandomize=True)
settings.register_profile("whole", max_examples=100, deadline=None)
settings.load_profile("whole" if WHOLE else "enough")


def examples(most, **how):
    """The settings of a property that is tried with *most* examples in a whole run."""
    return settings(max_examples=most if WHOLE else max(min(most, FEWEST), most // 4), **how)


def rows(*matrix):
    """The rows of a matrix that are tried: the first alone, or the whole of it."""
    return list(matrix if WHOLE else matrix[:1])
