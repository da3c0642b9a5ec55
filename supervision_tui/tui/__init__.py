"""The program on the screen: the only package that knows Textual."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

_FOR_DEVELOPERS = (
    "TEXTUAL",
    "TEXTUAL_DEBUG",
    "TEXTUAL_DRIVER",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SCREENSHOT_LOCATION",
    "TEXTUAL_SCREENSHOT_FILENAME",
)
"""Settings of the framework that would write what is on the screen to plain files; they are ignored."""

NO_TERMINAL = (
    "This program needs a terminal to draw in, and here is none (its input or output goes elsewhere).\n"
    "Open a terminal window and start it there; `supervision-tui --help` lists what works without one.\n"
)


UNTIL_OPEN = 100_000
"""New objects until Python looks for circles to free while a notebook is opened; then the program sees to it itself."""
WEB_DRIVER = "textual.drivers.web_driver:WebDriver"


def run(*, demo: bool = False, prepare: str = "") -> int:
    """Open the program, on the demonstration if *demo*, straight at a visit to *prepare*; return an exit code."""
    in_browser = os.environ.pop("SUPERVISION_TUI_IN_BROWSER", "") == "1"
    for name in _FOR_DEVELOPERS:
        os.environ.pop(name, None)
    if in_browser:  # set by the server of our own, which gives pipes in the place of a terminal
        os.environ["TEXTUAL_DRIVER"] = WEB_DRIVER
    elif not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(NO_TERMINAL)
        return 1
    gc.disable()  # what is loaded stays: it is looked through neither now nor later
    from supervision_tui.tui.app import SupervisionApp  # noqa: PLC0415 - after the settings above are gone
    from supervision_tui.tui.app_services.crash_report import excepthook_without_traceback  # noqa: PLC0415 - as above
    from supervision_tui.workspace.paths import vault_folder  # noqa: PLC0415 - as above

    sys.excepthook = excepthook_without_traceback
    app = SupervisionApp(Path() if demo else vault_folder(), demo=demo, prepare=prepare)
    gc.freeze()
    gc.set_threshold(UNTIL_OPEN)
    gc.enable()
    app.run()
    gc.freeze()
    return app.return_code or 0
