"""Where a test looks at a clock or gives something a number of seconds: read off its source, for the house test.

A test that measures, sleeps, or gives up after a few seconds passes on a quiet machine and fails on a busy one.
"""

import ast

CLOCKS = {"perf_counter", "process_time", "thread_time", "monotonic"}
WAITS = {"timeout", "wait", "wait_for", "result", "join", "flush", "close", "communicate", "run", "check_output"}
"""Calls whose number is of seconds."""
FALLS_OVER = {"wait_for_complete"}
"""Textual's wait for workers fails where a newer one has taken the place of another: `driving.finished` waits."""
GLANCE = 0.5
"""Seconds between two looks at something that nobody tells of: a wait as short as that is no end of one."""


def _numbers(call):
    """The numbers of seconds that *call* is given as they stand in the source."""
    by_name = [argument.value for argument in call.keywords if argument.arg in {"timeout", "seconds", "wait"}]
    for value in [*call.args[:1], *by_name]:
        if isinstance(value, ast.Constant) and isinstance(value.value, int | float):
            yield value.value


def looks_at_a_clock(tree, *, waits_for_others=False):
    """Line and call of everything in *tree* that a busy machine can make fail.

    With *waits_for_others* it is a module in which the waiting itself is done: it has to know when to give up.
    """
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        function = call.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        asleep = name == "sleep" and ast.unparse(function) == "time.sleep"
        measured = name in CLOCKS and not waits_for_others
        hurried = name in WAITS and any(seconds > GLANCE for seconds in _numbers(call))
        if asleep or measured or hurried or name in FALLS_OVER:
            yield call.lineno, ast.unparse(call)
