"""The command line: the same jobs without a screen, one file a noun.

``supervision-tui`` alone, and ``supervision-tui demo``, go straight to the screen without loading the command line's
own library: the first picture must come at once. So do ``--help`` and ``--version`` by themselves.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

SCREEN: dict[tuple[str, ...], bool] = {(): False, ("demo",): True}
"""Words after the program's name that open the screen, and whether on the demonstration."""
COMPLETING = "_SUPERVISION_TUI_COMPLETE"
"""Set by a shell that asks how a command goes on, not for the program."""
SELDOM = 400_000
"""New objects until a command looks for circles to free: what it loads makes none, and looking takes a tenth of it."""
QUICK = ("--version", "--help", "-h")
"""What is answered without the command line's library, where it stands alone."""


def main() -> None:
    """Run the program with the words of the command line; ends the process with its exit code."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # no search for them, and no code of strangers
    words = tuple(sys.argv[1:])
    if words in SCREEN and COMPLETING not in os.environ:
        from supervision_tui import lazy_packages, process_hardening  # noqa: PLC0415 - load the system's library

        process_hardening.forbid_memory_dumps()
        process_hardening.keep_one_heap()
        if process_hardening.IN_BROWSER in os.environ:
            process_hardening.end_with_parent()
        lazy_packages.leave_out_network()
        lazy_packages.look_up_on_use()
        from supervision_tui.tui import run  # noqa: PLC0415 - only the screen needs Textual

        sys.exit(run(demo=SCREEN[words]))
    if len(words) == 1 and words[0] in QUICK and COMPLETING not in os.environ:
        sys.stdout.write(_quick(words[0]))
        sys.stdout.flush()
        sys.exit(0)
    from supervision_tui import lazy_packages  # noqa: PLC0415 - not needed for what is answered above

    gc.set_threshold(SELDOM)
    lazy_packages.look_up_on_use(command=True)
    from supervision_tui.cli.root import run_command  # noqa: PLC0415 - not needed for the screen

    _end(run_command())


def _end(code: int) -> None:
    """End the process with *code* at once: taking three hundred modules apart first is a tenth of a short command.

    What is registered for the end is done, and what was written is written out. Where another thread still works, or
    the output cannot be written, Python ends as it always does.
    """
    gc.freeze()  # nothing is looked through once more
    threads = sys.modules.get("threading")
    if threads is None or threads.active_count() == 1:
        atexit._run_exitfuncs()  # noqa: SLF001 - what Python itself calls; nothing public does so
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):
            sys.exit(code)
        os._exit(code)
    sys.exit(code)


def _quick(word: str) -> str:
    if word == "--version":
        from supervision_tui import __version__  # noqa: PLC0415 - looked up only when it is asked

        return f"supervision-tui {__version__}\n"
    from supervision_tui.cli import command_table  # noqa: PLC0415 - not needed for the screen

    return command_table.help_text(command_table.program_name(sys.argv[0]), command_table.terminal_columns())
