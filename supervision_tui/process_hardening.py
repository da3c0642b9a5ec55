"""No crash of this process leaves its memory on the disk, and no other program of the same log-in may read it.

A core file holds everything in clear: the words typed, the passphrase, the keys. ``RLIMIT_CORE`` stops the kernel from
writing one into the working folder. Where the system pipes core dumps to a collector (systemd-coredump, apport) that
limit is not asked (``core(5)``), so on Linux the process is also marked as not dumpable (``PR_SET_DUMPABLE``,
``prctl(2)``). Both are given up by a program that is started with exec, so every program of ours calls this itself.

On Windows, Windows Error Reporting keeps no local dumps unless an administrator asked for them; nothing is set there.
"""

from __future__ import annotations

import contextlib
import signal
import sys

IN_BROWSER = "SUPERVISION_TUI_IN_BROWSER"
"""Set for the program that the server of ``serve`` starts: it then talks to the browser instead of a terminal."""
PR_SET_PDEATHSIG = 1
PR_GET_DUMPABLE = 3
PR_SET_DUMPABLE = 4
M_ARENA_MAX = -8


def forbid_memory_dumps() -> None:
    """Turn core files off for this process and what it starts, and make its memory unreadable to others.

    A system that refuses one of the two keeps the other; nothing is raised.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _prctl(PR_SET_DUMPABLE, 0)


def end_with_parent() -> None:
    """Have this process told to end (SIGTERM) when the one that started it has gone; on Linux only."""
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def keep_one_heap() -> None:
    """Have all threads take memory from one heap: what one of them gave back serves the others (glibc's ``mallopt``).

    The program's threads wait for one another anyway; a megabyte less is held. Other systems do as they do.
    """
    if sys.platform == "linux":
        _call("mallopt", M_ARENA_MAX, 1)


def is_dumpable() -> bool:
    """Whether a crash of this process could leave its memory somewhere."""
    if sys.platform == "win32":
        return True
    import resource  # noqa: PLC0415 - not on Windows

    soft, _ = resource.getrlimit(resource.RLIMIT_CORE)
    return soft != 0 or (sys.platform == "linux" and _prctl(PR_GET_DUMPABLE, 0) == 1)


def _prctl(option: int, value: int) -> int:
    """Call Linux's ``prctl``; -1 where there is none."""
    return _call("prctl", option, value, 0, 0, 0)


def _call(name: str, *numbers: int) -> int:
    """Call a function of the system's library; -1 where there is none of that *name*."""
    import ctypes  # noqa: PLC0415 - 5 ms, not for help and version

    try:
        return int(getattr(ctypes.CDLL(None), name)(*numbers))
    except (OSError, AttributeError):
        return -1
